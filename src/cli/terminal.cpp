#include "cli/terminal.h"

#include <fmt/format.h>

#include <iterator>

#include "cli/messages.h"

namespace wirecut {

std::string escape_for_terminal(std::string_view json) {
  std::string out;
  out.reserve(json.size());
  while (!json.empty()) {
    const CodePoint front = front_code_point(json);
    if (front.value == '\n' || is_printable(front.value))
      out += json.substr(0, front.size);
    else
      fmt::format_to(std::back_inserter(out), "\\u{:04x}", front.value);
    json.remove_prefix(front.size);
  }
  return out;
}

}  // namespace wirecut
