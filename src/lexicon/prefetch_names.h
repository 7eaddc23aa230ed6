// The names of a story, read in order, stand far apart among its tokens and in its text.
#pragma once

#include <cstddef>

#include "wirecut/story.h"

namespace wirecut {

// Asks the memory for the first token of a name some places behind names[name], and for where that ends in the text;
// does nothing where the story has no more names.
inline void prefetch_names_behind(const Story& story, std::size_t name) {
  constexpr std::size_t kAhead = 6;  // names
  if (name + kAhead >= story.names.size()) return;
  const Name& ahead = story.names[name + kAhead];
  __builtin_prefetch(&story.tokens[ahead.first_token]);
  __builtin_prefetch(&story.text[ahead.span.end]);
}

}  // namespace wirecut
