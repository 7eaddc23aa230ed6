// From byte offsets to the unit that the record is asked for.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "wirecut/record.h"

namespace wirecut {

// Turns byte offsets of one text into code points or UTF-16 units. Built in one pass; each look-up then takes constant
// time, in any order. Holds a view of the text, which must live as long as the map is asked.
//   OffsetMap map("né", OffsetUnit::codepoint); map(3) == 2
class OffsetMap {
 public:
  OffsetMap() = default;
  OffsetMap(std::string_view text, OffsetUnit unit) { assign(text, unit); }

  // Starts over with another text and keeps the memory. `text` is valid UTF-8, under 4 GB.
  void assign(std::string_view text, OffsetUnit unit);

  // `byte_pos` is at most the text's size, and on a code point boundary.
  std::uint32_t operator()(std::uint32_t byte_pos) const;

 private:
  std::string_view text_;
  OffsetUnit unit_ = OffsetUnit::byte;
  std::vector<std::uint32_t> units_before_;  // of each block of the text; empty: the units are the bytes
};

}  // namespace wirecut
