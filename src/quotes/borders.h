// Where a content begins and ends, and a speaker, by rules that the models, which see a few items at a time, often
// miss.
#pragma once

#include <cstdint>
#include <vector>

#include "lexicon/lexicon.h"
#include "quotes/attributions.h"
#include "quotes/items.h"

namespace wirecut {

// attributions[index] with the borders of its contents and its source mended; the rest of it is as it was, and no
// content is left empty. `items` are those of the paragraph, `attributions` those found in it, in the order of their
// cues; those that score above `accept` count as neighbours.
Attribution with_borders_mended(Items items, const Lexicon& lexicon, std::uint32_t index,
                                const std::vector<Attribution>& attributions, float accept);

}  // namespace wirecut
