// One type for the same words throughout a story.
#pragma once

#include <vector>

#include "entities/forms.h"
#include "wirecut/story.h"

namespace wirecut {

// The type of each of the story's names, whose cores these are, one each: the one of most mentions of the same words; a
// tie leaves them as the tagger has them, and so does the user's own list. Reads: names.
std::vector<EntityType> settled_types(const Story& story, const std::vector<NameCore>& cores);

}  // namespace wirecut
