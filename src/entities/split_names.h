// Names that the tagger took together with another behind them.
#pragma once

#include <vector>

#include "lexicon/lexicon.h"
#include "wirecut/story.h"

namespace wirecut {

// Parts a name from what stands behind it:
// - a town: "World Economic Forum in Davos", not "American Chamber of Commerce in China"
// - a body of the same kind: "Supreme Court and Court of Appeal", not "Department of Health and Human Services"
// - where a company or a person is from: "Acme Ltd of China", "Carol Roe of Lincoln", not "Joan of Arc"
// Reads: text, tokens. `names` stay in text order.
void split_names(const Story& story, const Lexicon& lexicon, std::vector<Name>& names);

}  // namespace wirecut
