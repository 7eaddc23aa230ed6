// Names whose kind the words beside them tell, where the tagger, which doesn't know them, has guessed another.
#pragma once

#include <vector>

#include "lexicon/lexicon.h"
#include "wirecut/story.h"

namespace wirecut {

// Corrects the type of such a name and of all others of the story with the same words, but for countries and surnames
// that the story has in full:
//   organization   "Vesna, a human rights group,", "the rights group Vesna said", "the army, or Vesna,",
//                  "Vesna chairman Ann Roe", "the chairman of Vesna", "a stake in Vesna", "Vesna, which floated"
//   location       "Vesna, the village where", "the town of Vesna", "in Vesna district"
//   person         "Ann Roe, 34, said"
// Reads: text, tokens.
void set_told_kinds(const Story& story, const Lexicon& lexicon, std::vector<Name>& names);

}  // namespace wirecut
