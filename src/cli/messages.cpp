#include "cli/messages.h"

#include <fmt/format.h>

#include <cstdio>
#include <iterator>

namespace wirecut {

CodePoint front_code_point(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text.front());
  if (lead < 0x80) return {1, lead};
  const std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || text.size() < size) return {};
  std::uint32_t code_point = lead & (0x7Fu >> size);
  for (std::size_t i = 1; i < size; ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if ((byte & 0xC0) != 0x80) return {};
    code_point = code_point << 6 | (byte & 0x3F);
  }
  return {size, code_point};
}

bool is_printable(std::uint32_t c) {
  const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029;
  const bool bidirectional =
      c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  return !control && !bidirectional && c <= 0x10FFFF;
}

std::string printable(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const CodePoint front = front_code_point(text);
    if (is_printable(front.value)) {
      out += text.substr(0, front.size);
    } else {
      for (const char byte : text.substr(0, front.size))
        fmt::format_to(std::back_inserter(out), "\\x{:02x}", static_cast<unsigned char>(byte));
    }
    text.remove_prefix(front.size);
  }
  return out;
}

void complain(std::string_view message) { fmt::print(stderr, "wirecut: {}\n", printable(message)); }

}  // namespace wirecut
