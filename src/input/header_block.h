// Blocks of "Name: value" lines, as mails and web archives have in front of what they carry.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace wirecut {

// The value of a field of a block, whose name is in any case; empty where there is none. A value that goes on in the
// next line is cut there.
std::string_view header_field(std::string_view block, std::string_view name);

// "Subject: Ferry runs aground": the name of a field has no blank in it.
bool opens_with_field(std::string_view bytes);

// "From a@b.org Thu May  2 10:00:00 2019", which opens each mail of a mailbox, or "From a@b.org" above a field. A
// paragraph may open with "From London". `bytes` hold kLongestMailboxLine bytes, or all there are.
constexpr std::string_view kMailboxLine = "From ";
constexpr std::size_t kLongestMailboxLine = 512;
bool opens_mailbox(std::string_view bytes);

// The end of a mail's header, or of a part's: behind its blank line, or behind its last field where that is missing
// ("Content-Type: text/plain", and the text in the next line). 0 where it opens with no field.
std::size_t header_end(std::string_view bytes);

// The end of a block of lines: behind its blank line; nothing where that hasn't come.
std::optional<std::size_t> block_end(std::string_view bytes);

}  // namespace wirecut
