#include "structure/ties.h"

#include <algorithm>

#include "structure/chars.h"
#include "structure/source_name.h"

namespace wirecut {

bool is_enditem(std::string_view words) {
  constexpr std::string_view kMark = "enditem";
  return same_ignoring_case(words.substr(0, kMark.size()), kMark) &&
         (words.size() == kMark.size() || words[kMark.size()] == '/');
}

std::string_view without_signs(std::string_view mark) {
  while (const std::size_t length = dash_at(mark, 0)) mark.remove_prefix(length);
  mark = trim(mark);
  while (mark.starts_with('/')) mark.remove_prefix(1);
  for (std::string_view sign : {"(c)", "(C)", "\u00a9"})
    if (mark.starts_with(sign)) mark.remove_prefix(sign.size());
  while (mark.ends_with('/')) mark.remove_suffix(1);
  return trim(mark);
}

bool is_tied_typists(std::string_view rest) {
  if (rest.starts_with('/') && rest.ends_with('/')) return rest.size() >= 4 && rest.size() <= 8;
  if (rest.find('/') < rest.size()) return is_all_caps(rest) && is_initials(rest);
  if (rest.size() == 6 && rest.substr(2, 2) == ", ")  // "JR, PD"
    return is_all_caps(rest) && is_initials(rest.substr(0, 2)) && is_initials(rest.substr(4));
  if (const std::size_t open = rest.find(" ("); open < rest.size())  // "AB (TS)"
    return is_initials(rest.substr(0, open)) && is_tied_typists(rest.substr(open + 1));
  return rest.size() >= 4 && rest.size() <= 5 && rest.starts_with('(') && rest.ends_with(')') &&
         std::all_of(rest.begin() + 1, rest.end() - 1, is_upper);
}

bool is_signed(std::string_view name) {
  constexpr std::size_t kMostBytes = 40;
  if (name.size() > kMostBytes || name.find(' ') == std::string_view::npos) return false;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const bool opens = i == 0 || name[i - 1] == ' ';
    if (opens ? !upper_at(name, i) : !is_letter(name[i]) && name[i] != ' ' && !is_high(name[i])) return false;
  }
  return true;
}

std::optional<Source> unknown_site(std::string_view name) {
  const bool is_site = name.size() <= 30 && name.find(' ') == std::string_view::npos && upper_at(name, 0) &&
                       (name.ends_with(".com") || name.ends_with(".org") || name.ends_with(".net"));
  if (!is_site) return std::nullopt;
  return Source{{}, std::string(name), {}};
}

bool may_tie(std::string_view end, std::size_t at) {
  if (blank_at(end, at) == 0 && newline_at(end, at) == 0) return at > 0 && dash_at(end, at) != 0;
  return at == 0 || at + 1 >= end.size() || !(is_letter(end[at - 1]) || end[at - 1] == ',') ||
         !(is_letter(end[at + 1]) || is_digit(end[at + 1]));
}

bool is_newsroom_line(std::string_view rest) {
  constexpr std::ptrdiff_t kFewestDigits = 6;
  const std::size_t desk = rest.find("ewsroom ");
  return desk < rest.size() && !ends_sentence(rest) &&
         std::count_if(rest.begin() + static_cast<std::ptrdiff_t>(desk), rest.end(), is_digit) >= kFewestDigits;
}

bool is_tied_end_mark(std::string_view rest) {
  if (rest == "END" || rest == "ENDS" || rest == "Ends" || rest == "NNNN" || rest == "###" || rest == "-30-" ||
      same_ignoring_case(rest, "/end") || (is_enditem(rest) && rest.find('/') != std::string_view::npos) ||
      (rest.starts_with("/ End ") && is_digit(rest.back())))
    return true;
  if (rest.starts_with('/') && rest.size() > 1 && is_lower(rest[1]) && rest.find('/', 1) < rest.size())
    return is_initials(rest);
  return same_ignoring_case(rest.substr(0, 5), "(end)") && (rest.size() == 5 || is_typists(trim(rest.substr(5))));
}

}  // namespace wirecut
