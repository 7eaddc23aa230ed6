// The key of a group of features: small attributes side by side in 64 bits.
#pragma once

#include <array>
#include <cassert>
#include <cstddef>
#include <cstdint>

namespace wirecut {

// Parts of so many bits each, the first lowest; the group's number, on top, keeps the keys of different groups apart. A
// part that is wider than told would make two keys one.
template <unsigned kGroup, unsigned... kWidths>
struct GroupKey {
  static_assert(kGroup > 0 && kGroup < 16 && (kWidths + ...) <= 60);
  using Parts = std::array<std::uint64_t, sizeof...(kWidths)>;

  // Of parts that stand side by side already.
  static constexpr std::uint64_t packed(std::uint64_t parts) {
    assert(parts >> (kWidths + ...) == 0);
    return parts | std::uint64_t{kGroup} << 60;
  }
  template <class... Part>
  static constexpr std::uint64_t of(Part... parts) {
    std::uint64_t key = 0;
    unsigned used = 0;
    ((assert(static_cast<std::uint64_t>(parts) >> kWidths == 0), key |= static_cast<std::uint64_t>(parts) << used,
      used += kWidths),
     ...);
    return packed(key);
  }
  static constexpr Parts parts(std::uint64_t key) {
    Parts parts{};
    std::size_t i = 0;
    ((parts[i++] = key & ((std::uint64_t{1} << kWidths) - 1), key >>= kWidths), ...);
    return parts;
  }
};

}  // namespace wirecut
