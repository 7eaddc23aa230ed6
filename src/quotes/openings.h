// Statements read from the start of a sentence: who said or told something, behind whose verb it stands, and what is so
// according to whom.
#pragma once

#include <cstdint>

#include "quotes/link.h"

namespace wirecut {

// `Jane Roe told the inquest they had stopped.`, `Jane Roe, a banker, said Acme had left.`, `Acme said on Friday the
// mill would close.`, `Acme said, however, it would open again.`, `Jane Roe is confident that it will open.`: adds a
// draft where the sentence is one of these and nobody owns its words.
void add_opening(const QuoteItems& items, const Lexicon& lexicon, std::uint32_t paragraph, const ItemRange& sentence,
                 DraftScratch& scratch);

// `According to the report, sales fell.`; `Sales fell, according to the report.` `cue`: the first "according" there.
void add_according(const QuoteItems& items, const Lexicon& lexicon, std::uint32_t paragraph, const ItemRange& sentence,
                   std::uint32_t cue, DraftScratch& scratch);

}  // namespace wirecut
