// Names of firms that the tagger takes for persons or things: "Oslo shipbuilding firm Brackmann", "Roe Poe analyst
// Jane Doe".
#pragma once

#include <vector>

#include "lexicon/lexicon.h"
#include "wirecut/story.h"

namespace wirecut {

// Makes these names organizations, and all others of the story with the same words, unless that is a surname that the
// story has in a full name:
// - persons that have analysts, shares or, under two words or more, staff: "Kepler analyst Jane Roe".
// - persons and miscellaneous names right behind what a firm is called: "law firm Kepler".
// Reads: text, tokens.
void set_firms(const Story& story, const Lexicon& lexicon, std::vector<Name>& names);

}  // namespace wirecut
