// What newswire says most often, read by rule where the models left it: `Prices rose in May, a spokesman said Monday.`
#pragma once

#include <cstddef>

#include "quotes/link.h"

namespace wirecut {

// Adds a draft for each sentence of the paragraph that is a statement, a comma, a source and a verb of saying. Drafts
// of that sentence, from `first_draft` on, make way for it where they lie within the statement and aren't said
// outright; they are erased, so that indices behind `first_draft` change. Where other drafts own its words, nothing is
// added.
void add_closing_attributions(const QuoteItems& items, const Lexicon& lexicon, std::uint32_t paragraph,
                              std::size_t first_draft, DraftScratch& scratch);

}  // namespace wirecut
