// The words that close a sentence and tell who said what stands before them: the verb, and its speaker beside it.
#pragma once

#include "lexicon/lexicon.h"
#include "quotes/items.h"

namespace wirecut {

// "..., official data shows.", where taggers see a plural. `i`: of the items, the verb; `end`: where its sentence ends.
bool is_shown(const QuoteItems& items, const Lexicon& lexicon, std::uint32_t i, std::uint32_t end);

// "..., officials said", "..., a survey showed on Friday"
bool is_saying(const Item& item);

// Behind the verb nothing is said any more: the words up to `end` are over, or tell when, where and to whom.
bool is_last_word(const QuoteItems& items, const Lexicon& lexicon, std::uint32_t cue, std::uint32_t end);

// `..., officials said`; `..., the water minister, Jane Roe, said`; `..., Jane Roe, the water minister, said`: the
// words before the verb, of a sentence that begins at `first`; empty where in doubt.
ItemRange source_before(const QuoteItems& items, const Lexicon& lexicon, std::uint32_t first, std::uint32_t verb);

// `..., said his daughter, Ann Roe, on Friday.`: the words behind the verb, to `end` or to when and where; empty where
// in doubt.
ItemRange source_behind(const QuoteItems& items, const Lexicon& lexicon, std::uint32_t cue, std::uint32_t end);

}  // namespace wirecut
