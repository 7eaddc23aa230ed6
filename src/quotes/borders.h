// Where a content begins and ends, and a speaker, by rules that the models, which see a few items at a time, often
// miss.
#pragma once

#include <vector>

#include "quotes/attributions.h"
#include "quotes/items.h"

namespace wirecut {

// attributions[index] with the borders of its contents and its source mended; the rest of it is as it was, and no
// content is left empty. `attributions` are those of one paragraph, whose first item is `offset`, in the order of their
// cues; those that score above `accept` count as neighbours.
Attribution with_borders_mended(const QuoteItems& items, std::uint32_t offset, std::uint32_t index,
                                const std::vector<Attribution>& attributions, float accept);

}  // namespace wirecut
