// The errors that a user can cause: no such file, a bad line, a story over the limit.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <tl/expected.hpp>

namespace wirecut {

// Spelled as the record prints them.
enum class ErrorKind : std::uint8_t { io, json, encoding, markup, limit };

struct Error {
  ErrorKind kind = ErrorKind::io;
  std::string message;                // one line, no trailing full stop, no file name in front
  std::optional<std::uint64_t> line;  // 1 is the first line of the input; absent where lines make no sense
  std::optional<std::uint64_t> byte;  // offset into the input, 0 is the first byte
};

// A value, or why there is none: to be looked at before it is used (`if (!result) ... result.error()`).
template <class T>
using Result = tl::expected<T, Error>;

}  // namespace wirecut
