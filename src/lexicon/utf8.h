// The bytes of UTF-8 text.
#pragma once

namespace wirecut {

// A byte inside of a character: neither its first nor a character of its own.
constexpr bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

}  // namespace wirecut
