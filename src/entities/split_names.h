// Names that the tagger took together with the place behind them.
#pragma once

#include <vector>

#include "lexicon/lexicon.h"
#include "wirecut/story.h"

namespace wirecut {

// "World Economic Forum in Davos" -> organization "World Economic Forum", location "Davos". Not "American Chamber of
// Commerce in China".
// Reads: text, tokens. `names` stay in text order.
void split_names(const Story& story, const Lexicon& lexicon, std::vector<Name>& names);

}  // namespace wirecut
