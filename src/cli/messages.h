// What goes to standard error.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace wirecut {

// Prints "wirecut: MESSAGE" and a line end.
void complain(std::string_view message);

// `text` with all that a terminal could take for a command made visible: control characters, bidirectional marks and
// bytes that aren't UTF-8 as \xNN. For file names and excerpts.
std::string printable(std::string_view text);

// The code point at the front of `text`, which isn't empty; size 1 and a value that is none where it isn't UTF-8.
struct CodePoint {
  std::size_t size = 1;
  std::uint32_t value = 0xFFFFFFFF;
};
CodePoint front_code_point(std::string_view text);

// Can't a terminal take it for a command?
bool is_printable(std::uint32_t code_point);

}  // namespace wirecut
