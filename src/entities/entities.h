// Ties the names of a story to entities: one person, one entry, under the fullest form that the story has.
//   "Sergey Lavrov", "Lavrov" -> one person; "Russian Foreign Minister" in front -> a title and the country RU
// Reads: text, tokens, sentences, names, pos_tags, structure. Returns entities in the order of their first mention;
// every name belongs to exactly one.
#pragma once

#include <vector>

#include "lexicon/lexicon.h"
#include "wirecut/story.h"

namespace wirecut {

std::vector<Entity> find_entities(const Story& story, const Lexicon& lexicon);

}  // namespace wirecut
