// What goes on from one sentence or paragraph to the next: words in marks that are one quote, and the speaker of those
// that name none.
#pragma once

#include <cstdint>

#include "quotes/drafts.h"

namespace wirecut {

// Does the paragraph begin behind a stretch that is content and wasn't closed, so that one at its start goes on with
// it?
bool goes_on(const QuoteItems& items, std::uint32_t paragraph, const DraftScratch& scratch);

// Nothing but quotations, and the full stops that stand behind their marks.
bool holds_quotations_only(const QuoteItems& items, std::uint32_t paragraph);

// `Mayor Jane Roe said the town was broke.` and, as the next paragraph, `“The money is gone.”`: who says what the last
// sentence of the paragraph before tells, for a paragraph of nothing but quotations; empty where it is none, or where
// what it leaves open ends beside other words, or after more than eight paragraphs: then who speaks may come yet. Reads
// scratch.order_before.
ItemRange speaker_before(const QuoteItems& items, std::uint32_t paragraph, const DraftScratch& scratch);

// “We left,” said Roe. “In May.” The words in marks, or the unit, that begin at item `i`, where they are a sentence of
// their own, and short, behind one that ends with the cue of a quotation; empty where they are none. `draft`: that
// quotation's.
ItemRange short_sentence_behind(const QuoteItems& items, const ItemParagraph& paragraph, std::uint32_t i,
                                const DraftScratch& scratch, std::uint32_t& draft);

// `“We have run out of beds.` and, in the next paragraph, `“My wife sleeps outside,” said Roe.`: what a paragraph
// leaves open, without a speaker, goes on in the next. From the last paragraph to the first, so that a whole chain is
// joined.
void join_backwards(const QuoteItems& items, DraftScratch& scratch);

}  // namespace wirecut
