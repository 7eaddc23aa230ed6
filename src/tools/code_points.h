// Gold data counts in code points, the program in bytes.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace wirecut {

// The byte offset of each code point of a text in UTF-8, and of its end.
inline std::vector<std::uint32_t> code_point_offsets(std::string_view text) {
  std::vector<std::uint32_t> offsets;
  for (std::uint32_t i = 0; i < text.size(); ++i)
    if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) offsets.push_back(i);
  offsets.push_back(static_cast<std::uint32_t>(text.size()));
  return offsets;
}

}  // namespace wirecut
