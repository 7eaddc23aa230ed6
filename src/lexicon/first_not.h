// A binary search without a branch on what it finds: half of those would be guessed wrong.
#pragma once

#include <cstddef>

namespace wirecut {

// The index of the first of `items` that `is_before` doesn't hold for; their number where there is none. It holds for
// some of them from the first on, and for no other.
template <class Items, class IsBefore>
std::size_t first_not(const Items& items, IsBefore is_before) {
  std::size_t first = 0;
  for (std::size_t size = items.size(); size > 0;) {
    const std::size_t half = (size + 1) / 2;
    first += half * static_cast<std::size_t>(is_before(items[first + half - 1]));
    size -= half;
  }
  return first;
}

}  // namespace wirecut
