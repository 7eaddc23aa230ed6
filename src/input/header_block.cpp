#include "input/header_block.h"

#include <algorithm>

#include "text/ascii.h"

namespace wirecut {

std::string_view header_field(std::string_view block, std::string_view name) {
  const auto is_name = [name](std::string_view words) {
    return std::equal(words.begin(), words.end(), name.begin(), name.end(),
                      [](char a, char b) { return ascii_lower(a) == ascii_lower(b); });
  };
  for (std::size_t at = 0; at < block.size();) {
    const std::size_t end = std::min(block.find('\n', at), block.size());
    std::string_view line = block.substr(at, end - at);
    at = end + 1;
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || !is_name(line.substr(0, colon))) continue;
    line.remove_prefix(colon + 1);
    const std::size_t start = line.find_first_not_of(" \t\r");
    if (start == std::string_view::npos) return {};
    return line.substr(start, line.find_last_not_of(" \t\r") + 1 - start);
  }
  return {};
}

std::optional<std::size_t> block_end(std::string_view bytes) {
  const std::size_t crlf = bytes.find("\r\n\r\n"), lf = bytes.find("\n\n");
  if (crlf == std::string_view::npos && lf == std::string_view::npos) return std::nullopt;
  return crlf < lf ? crlf + 4 : lf + 2;
}

}  // namespace wirecut
