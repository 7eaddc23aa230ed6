// Blocks of "Name: value" lines, as mails and web archives have in front of what they carry.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace wirecut {

// The value of a field of a block, whose name is in any case; empty where there is none. A value that goes on in the
// next line is cut there.
std::string_view header_field(std::string_view block, std::string_view name);

// The end of a block of lines: behind its blank line; nothing where that hasn't come.
std::optional<std::size_t> block_end(std::string_view bytes);

}  // namespace wirecut
