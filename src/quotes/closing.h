// What newswire says most often, read by rule where the models left it: `Prices rose in May, a spokesman said Monday.`
#pragma once

#include <cstddef>

#include "quotes/link.h"

namespace wirecut {

// Adds a draft for each sentence of the paragraph that is a statement, a comma, a source and a verb of saying, where
// none of the drafts from `first_draft` on has its cue in that sentence or owns its words.
void add_closing_attributions(const QuoteItems& items, const Lexicon& lexicon, std::uint32_t paragraph,
                              std::size_t first_draft, DraftScratch& scratch);

}  // namespace wirecut
