#include "input/header_block.h"

#include <algorithm>

#include "text/ascii.h"

namespace wirecut {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "Thu May  2 10:00:00 2019": a weekday first, a clock time further on.
bool is_mailbox_day(std::string_view words) {
  constexpr std::string_view kWeekdays[] = {"Mon ", "Tue ", "Wed ", "Thu ", "Fri ", "Sat ", "Sun "};
  words.remove_prefix(std::min(words.find_first_not_of(' '), words.size()));
  const bool is_weekday = std::any_of(std::begin(kWeekdays), std::end(kWeekdays),
                                      [&](std::string_view weekday) { return words.starts_with(weekday); });
  const std::size_t colon = words.find(':');
  return is_weekday && colon < words.size() - 1 && is_digit(words[colon - 1]) && is_digit(words[colon + 1]);
}

}  // namespace

bool opens_with_field(std::string_view bytes) {
  const std::size_t end = bytes.find_first_of(" \t\r\n:");
  return end < bytes.size() && end > 0 && bytes[end] == ':';
}

bool opens_mailbox(std::string_view bytes) {
  if (!bytes.starts_with(kMailboxLine)) return false;
  bytes.remove_prefix(kMailboxLine.size());
  const std::size_t line_end = std::min(bytes.find('\n'), bytes.size());
  const std::string_view line = bytes.substr(0, line_end);
  const std::size_t address_end = std::min(line.find_first_of(" \r"), line.size());
  if (is_mailbox_day(line.substr(address_end))) return true;
  const bool has_address = line.substr(0, address_end).find('@') < address_end;
  return has_address && line_end < bytes.size() && opens_with_field(bytes.substr(line_end + 1));
}

std::string_view header_field(std::string_view block, std::string_view name) {
  for (std::size_t at = 0; at < block.size();) {
    const std::size_t end = std::min(block.find('\n', at), block.size());
    std::string_view line = block.substr(at, end - at);
    at = end + 1;
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || !equal_in_any_case(line.substr(0, colon), name)) continue;
    line.remove_prefix(colon + 1);
    const std::size_t start = line.find_first_not_of(" \t\r");
    if (start == std::string_view::npos) return {};
    return line.substr(start, line.find_last_not_of(" \t\r") + 1 - start);
  }
  return {};
}

std::size_t header_end(std::string_view bytes) {
  if (!opens_with_field(bytes)) return 0;
  const std::string_view block = bytes.substr(0, block_end(bytes).value_or(bytes.size()));
  std::size_t end = 0;  // behind the last field
  bool in_field = false, is_all = true;
  for (std::size_t at = 0; at < block.size();) {
    const std::size_t next = std::min(block.find('\n', at), block.size() - 1) + 1;
    const std::string_view line = block.substr(at, next - at);
    const bool goes_on = in_field && (line.front() == ' ' || line.front() == '\t');
    const bool is_blank = line.find_first_not_of("\r\n") == std::string_view::npos;
    in_field = goes_on || opens_with_field(line);
    if (in_field) end = next;
    is_all = (is_all || in_field) && (in_field || is_blank);
    at = next;
  }
  return is_all ? block.size() : end;
}

std::optional<std::size_t> block_end(std::string_view bytes) {
  const std::size_t crlf = bytes.find("\r\n\r\n"), lf = bytes.find("\n\n");
  if (crlf == std::string_view::npos && lf == std::string_view::npos) return std::nullopt;
  return crlf < lf ? crlf + 4 : lf + 2;
}

}  // namespace wirecut
