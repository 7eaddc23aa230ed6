// Whom one tells something, and where what one tells them begins.
#pragma once

#include <cstdint>
#include <span>

#include "lexicon/lexicon.h"
#include "quotes/items.h"

namespace wirecut {

// `range` begins right behind a verb of telling. Returns the item behind the listener where a clause begins with its
// subject (`police | he was at home`, `a meeting of farmers | the price would fall`), no verb, mark or boundary
// standing before it; range.first where there is none such. `items` go on beyond the range or end with it.
std::uint32_t start_of_told(std::span<const Item> items, const Lexicon& lexicon, const ItemRange& range);

}  // namespace wirecut
