// Names of firms that the tagger takes for persons or things: "Oslo shipbuilding firm Brackmann", "Roe Poe analyst
// Jane Doe".
#pragma once

#include <vector>

#include "lexicon/lexicon.h"
#include "wirecut/story.h"

namespace wirecut {

// Makes organizations of the names, persons so far, that have analysts, shares or staff ("Kepler analyst Jane Roe") or,
// if they are persons or miscellaneous, stand right behind what a firm is called ("law firm Kepler"), and of all other
// names of the story with the same words. Not of a surname that the story has in a full name. Reads: text, tokens.
void set_firms(const Story& story, const Lexicon& lexicon, std::vector<Name>& names);

}  // namespace wirecut
