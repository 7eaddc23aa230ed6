// Whom one tells something, and where what one tells them begins.
#pragma once

#include <cstdint>
#include <span>

#include "lexicon/lexicon.h"
#include "quotes/items.h"

namespace wirecut {

// `range` begins right behind the verb of telling. Returns the item behind the listener where a clause begins with its
// subject (`police | he was at home`, `a meeting of farmers | the price would fall`) or a question (`her | about the
// car`), no verb, mark or boundary standing before it; range.first where there is none such.
std::uint32_t start_of_told(std::span<const Item> items, const Lexicon& lexicon, const ItemRange& range);

}  // namespace wirecut
