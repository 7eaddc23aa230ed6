// The tokens that a rule looks at, picked in one pass without a branch: which ones they are, by their words and marks,
// is what a processor can't guess.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "wirecut/story.h"

namespace wirecut {

// The indices of the tokens [first, end) that `is_wanted(token)` gives true or 1 for, in order. `memory`, which holds
// them, is used again from call to call and never shrinks.
template <class IsWanted>
std::span<const std::uint32_t> pick_tokens(const Story& story, std::uint32_t first, std::uint32_t end,
                                           std::vector<std::uint32_t>& memory, IsWanted is_wanted) {
  if (memory.size() < end - first) memory.resize(end - first);
  std::uint32_t* next = memory.data();
  for (std::uint32_t i = first; i < end; ++i) {
    *next = i;
    next += static_cast<std::size_t>(is_wanted(story.tokens[i]));
  }
  return {memory.data(), next};
}

}  // namespace wirecut
