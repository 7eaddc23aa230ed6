// Storms, which bear the names of persons and towns: "Hurricane Milton", "Milton".
#pragma once

#include <vector>

#include "lexicon/lexicon.h"
#include "wirecut/story.h"

namespace wirecut {

// Makes one miscellaneous name of a storm's name and the word in front ("Tropical Storm Nadine"), and miscellaneous the
// lone names of the story with the storm's own word, but for surnames that the story has in full, and towns in front of
// their state ("Milton, Florida"). "The actress Storm Roe" is a person.
// Reads: text, tokens. `names` stay in text order.
void set_storms(const Story& story, const Lexicon& lexicon, std::vector<Name>& names);

// "Hurricane", "Typhoon", "Storm".
bool is_storm_word(const Token& token);

}  // namespace wirecut
