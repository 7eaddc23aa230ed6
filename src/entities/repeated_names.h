// Mentions that the tagger has missed of persons and bodies that it has found elsewhere in the story.
#pragma once

#include <vector>

#include "lexicon/lexicon.h"
#include "wirecut/story.h"

namespace wirecut {

// Adds the lone words that name a person ("Colony's Imam raised", where the story has "Ahmad Imam") or a body ("Total
// intended to", where it has "Total") in the same letters: words with a capital that stand in no name, between no
// others with a capital, and nowhere in the story without one. What is a body must be one at least as often as it is no
// name, and what names something of another kind too is left out. Reads: text, tokens. `names` stay in text order.
void add_repeated_names(const Story& story, const Lexicon& lexicon, std::vector<Name>& names);

}  // namespace wirecut
