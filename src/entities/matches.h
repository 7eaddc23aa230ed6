// The sides of a match, which may bear the names of towns and persons.
#pragma once

#include <vector>

#include "lexicon/lexicon.h"
#include "wirecut/story.h"

namespace wirecut {

// Makes organizations of two names that a score stands between or behind: "Aizawl beat Ann Roe Rovers 2-1". Two persons
// stay players, and sides of which one is a country stay as they are. No other mention of the two changes.
// Reads: text, tokens.
void set_sides(const Story& story, const Lexicon& lexicon, std::vector<Name>& names);

}  // namespace wirecut
