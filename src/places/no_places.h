// Which candidates are no places, whatever the rest of the story says.
#pragma once

#include <vector>

#include "places/places.h"

namespace wirecut {

// Drops from `found`, candidates in text order, the parts of persons' names, directions, months, streets, grounds,
// storms and money: "Paris Hilton", "the North", "Seaton Street", "US$5 million". Reads: text, tokens, names.
void drop_no_places(const Story& story, const Lexicon& lexicon, std::vector<PlaceCandidate>& found);

}  // namespace wirecut
