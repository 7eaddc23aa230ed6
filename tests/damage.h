// Packed data with faults, for tests that no bytes of it make a reader crash.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>

namespace wirecut::test {

// `bytes` with `changes` of its first `reach` ones changed; the same for the same seed.
inline std::string damaged(std::string_view bytes, std::size_t reach, std::size_t changes, std::uint32_t seed) {
  std::string copy(bytes);
  std::mt19937 random(seed);
  for (std::size_t i = 0; i < changes; ++i) {
    const std::size_t at = random() % std::min(reach, copy.size());
    copy[at] = static_cast<char>(random());
  }
  return copy;
}

}  // namespace wirecut::test
