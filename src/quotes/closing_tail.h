// What stands behind the words that close a statement: `Prices fell, officials said on Friday, as the mills shut.`
#pragma once

#include <cstdint>

#include "lexicon/lexicon.h"
#include "quotes/items.h"

namespace wirecut {

// `..., officials said as | thousands fled |.`, `..., Roe said after meeting Doe.`: whether behind the verb of saying,
// the item before `at`, a clause tells when that was.
bool opens_clause_of_time(const QuoteItems& items, std::uint32_t at, std::uint32_t end);

// `Prices fell, | officials said |, which helped.`: whether what stands behind the comma goes on with what was said.
// `saying`: the verb; two items or more follow the comma.
bool tail_goes_on(const QuoteItems& items, const Lexicon& lexicon, std::uint32_t saying, std::uint32_t comma);

// The sentence up to the comma, where the verb of saying that closes it stands close before, and behind the comma
// stands a tail: something else, or what goes on with it; else empty.
ItemRange part_before_tail(const QuoteItems& items, const Lexicon& lexicon, const ItemRange& sentence,
                           std::uint32_t comma, std::uint32_t last_saying);

// A tail that goes on, without the full stop; empty where somebody says something there, or in marks.
ItemRange rest_of(const QuoteItems& items, ItemRange tail);

}  // namespace wirecut
