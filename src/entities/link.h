// Which names of a story are one entity: "Nicolas Maduro" and "Maduro", "United Nations" and "UN".
#pragma once

#include <vector>

#include "entities/forms.h"
#include "lexicon/lexicon.h"
#include "wirecut/story.h"

namespace wirecut {

struct Link {
  std::vector<std::uint32_t> group_of;  // one a name: the group that it belongs to
  std::vector<EntityType> types;        // one a group
};

// Groups are numbered by their first mention. cores[i].gender says what the titles of story.names[i] tell.
Link link_names(const Story& story, const Lexicon& lexicon, const std::vector<NameCore>& cores);

}  // namespace wirecut
