// One type for the same words throughout a story.
#pragma once

#include <vector>

#include "entities/forms.h"
#include "wirecut/story.h"

namespace wirecut {

// The type of each of the story's names, whose cores these are, one each: the one of most mentions of the same words.
// Of several that have as many it is what the lists of countries and bodies or a full name elsewhere tell, or else the
// one that the tagger is surest of. A place and a body of one name stay as they are in such a tie, and so does the
// user's own list always. Reads: text, tokens, names.
std::vector<EntityType> settled_types(const Story& story, const Lexicon& lexicon, const std::vector<NameCore>& cores);

}  // namespace wirecut
