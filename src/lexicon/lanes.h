// Eight 16-bit numbers at once, in whatever registers the machine has (an extension of GCC and Clang).
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace wirecut {

inline constexpr std::size_t kLanes = 8;
using Lanes = std::int16_t __attribute__((vector_size(2 * kLanes)));

constexpr Lanes all_lanes(std::int16_t value) { return Lanes{value, value, value, value, value, value, value, value}; }

inline Lanes greater(Lanes a, Lanes b) { return a > b ? a : b; }
inline Lanes smaller(Lanes a, Lanes b) { return a < b ? a : b; }

// The greatest of all lanes.
inline std::int16_t greatest(Lanes lanes) {
  lanes = greater(lanes, __builtin_shufflevector(lanes, lanes, 4, 5, 6, 7, 0, 1, 2, 3));
  lanes = greater(lanes, __builtin_shufflevector(lanes, lanes, 2, 3, 0, 1, 6, 7, 4, 5));
  return std::max<std::int16_t>(lanes[0], lanes[1]);
}

// Sixteen signed bytes widened: those at even places, and those at odd ones.
inline Lanes even_bytes(Lanes bytes) { return bytes << 8 >> 8; }
inline Lanes odd_bytes(Lanes bytes) { return bytes >> 8; }

}  // namespace wirecut
