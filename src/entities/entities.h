// Ties the names of a story to entities: one person, one entry, under the fullest form that the story has.
//   "Sergey Lavrov", "Lavrov" -> one person; "Russian Foreign Minister" in front -> a title and the country RU
// Reads: text, tokens, sentences, names, pos_tags, structure. Returns entities in the order of their first mention;
// every name belongs to exactly one. The outlet of a source tag is one too.
#pragma once

#include <vector>

#include "entities/user_names.h"
#include "lexicon/lexicon.h"
#include "wirecut/story.h"

namespace wirecut {

// `user_names` is the list that Name::user_row points into; names of one canonical name or id in it are one entity.
std::vector<Entity> find_entities(const Story& story, const Lexicon& lexicon, const UserNames* user_names = nullptr);

}  // namespace wirecut
