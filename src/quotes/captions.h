// The words in front of a quotation that name its speaker without a verb, as round-ups of reaction have them.
//   JANE ROE, ANALYST, ACME BANK: "It was due."      -> JANE ROE
//   Roe in prepared testimony on the budget: "..."   -> Roe
#pragma once

#include <cstdint>

#include "lexicon/lexicon.h"
#include "quotes/drafts.h"

namespace wirecut {

// The name of a person that begins at item `first`; empty where there is none.
ItemRange person_at(const QuoteItems& items, std::uint32_t first, std::uint32_t end);

// The speaker that a caption names in front of the stretch, or in the line above it; empty where none does.
ItemRange caption_speaker(const Story& story, const QuoteItems& items, std::uint32_t paragraph, std::uint32_t unit);

// Adds a draft for each stretch behind a caption, with those that follow it without any, or with that of a topic:
// `ON ITALY: "..."`. To be called before the models read the paragraphs, which take captions for sentences.
void add_captioned(const Story& story, const Lexicon& lexicon, const QuoteItems& items, DraftScratch& scratch);

}  // namespace wirecut
