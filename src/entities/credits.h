// The names in the lines that say who worked on a story.
//   "(Reporting by Jane Roe in Paris, Kofi Poe in ACCRA; Editing by A. Doe)" -> persons Jane Roe, Kofi Poe, A. Doe;
//   locations Paris, ACCRA
#pragma once

#include <vector>

#include "lexicon/lexicon.h"
#include "wirecut/story.h"

namespace wirecut {

// What stands in the place of a person or a town in the credits of the story's tail, in text order and not overlapping.
// What may as well be an outlet ("Reporting by Oslo Newsroom"), or is one word only, is left to the tagger.
// Reads: text, tokens, sentences.
std::vector<Name> find_credited(const Story& story, const Lexicon& lexicon);

}  // namespace wirecut
