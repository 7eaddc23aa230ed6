#include "structure/source_name.h"

#include <algorithm>
#include <array>

#include "structure/chars.h"
#include "structure/forms.h"
#include "structure/outlets.h"

namespace wirecut {
namespace {

// Two outlets and more: "ANI/PTI", "AP, AFP", "Reuters and AFP".
constexpr std::string_view kJoints[] = {"/", ", ", " and ", " & ", "+", "-"};

// "Jane Roe/John Poe", "Tariq alroe"
bool is_names(std::string_view rest) {
  rest = trim(rest);
  std::size_t words = 0;
  for (std::size_t at = 0; at < rest.size(); ++words) {
    if (!upper_at(rest, at) && (words != 1 || !is_lower(rest[at]) || rest.find(' ', at) != std::string_view::npos))
      return false;
    at = std::min(rest.find_first_of(" /", at), rest.size());
    while (at < rest.size() && (rest[at] == ' ' || rest[at] == '/')) ++at;
  }
  return words >= 2 && words <= 8 && !ends_sentence(rest);
}

// "ABC/DEF/1832 hrs", "Jane Roe/John Poe", "Tariq alroe", "(RO - author: Jane Roe)", "Jane", "abc", "4532877": who
// wrote it, or its number, behind an agency's mark and a slash.
bool is_writers(std::string_view rest) {
  rest = trim(rest);
  const bool is_number = rest.size() >= 4 && std::all_of(rest.begin(), rest.end(), is_digit);
  const bool is_word = rest.size() <= 12 && !rest.empty() && is_letter(rest[0]) &&
                       std::all_of(rest.begin() + 1, rest.end(), is_lower) && (!is_lower(rest[0]) || rest.size() <= 4);
  if (is_number || is_word) return true;
  if (rest.starts_with('(') && rest.ends_with(')')) return true;
  if (same_ignoring_case(rest, "end") || same_ignoring_case(rest, "ends")) return true;
  if (rest.ends_with("hrs")) rest = trim(rest.substr(0, rest.size() - 3));
  return is_initials(rest) || is_names(rest);
}

}  // namespace

bool is_initials(std::string_view line) {
  if (line.size() > 24) return false;
  const bool slashes = line.find('/') != std::string_view::npos;
  std::size_t letters = 0, groups = 0, longest = 0, stops = 0;
  for (char c : line) {
    if (is_letter(c)) {
      longest = std::max(longest, ++letters);
      groups += letters == 1 ? 1 : 0;
    } else if (c == '/' || c == '.' || c == ' ' || c == '-' || is_digit(c)) {
      letters = 0;
      stops += c == '.' ? 1 : 0;
    } else {
      return false;
    }
  }
  if (groups == 0 || longest > 4) return false;
  if (slashes) return line.find(' ') == std::string_view::npos || is_all_caps(line) || line.find("/ ") < line.size();
  if (stops > 0)
    return line.find(' ') == std::string_view::npos && groups <= 3 && (longest == 1 || !is_all_caps(line)) &&
           groups >= 2;
  return is_all_caps(line) && groups <= 3 && longest >= 2 && longest <= 3;
}

bool is_typists(std::string_view words) {
  if (is_initials(words)) return true;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = std::min(words.find(' ', at), words.size());
    const std::string_view group = words.substr(at, end - at);
    const bool lower = std::all_of(group.begin(), group.end(), is_lower);
    const bool joined = group.find('/') < group.size() && is_initials(group);  // "RTV abc/xyz"
    if (!joined &&
        (group.size() < 2 || group.size() > 3 || !(lower || std::all_of(group.begin(), group.end(), is_upper))))
      return false;
    at = end + 1;
  }
  return !words.empty();
}

namespace {

// "L.P.", "S.A.": the full stop is the abbreviation's.
bool ends_with_initials(std::string_view words) {
  const std::size_t size = words.size();
  return size >= 4 && words[size - 1] == '.' && words[size - 3] == '.' && upper_at(words, size - 2) &&
         upper_at(words, size - 4);
}

// "Inc.", "L.P.", "U.S.": the full stop is the abbreviation's.
bool ends_with_abbreviation(std::string_view words) {
  constexpr std::string_view kFirms[] = {"Inc.", "Ltd.", "Co.", "Corp."};
  return ends_with_initials(words) || std::any_of(std::begin(kFirms), std::end(kFirms),
                                                  [&](std::string_view firm) { return words.ends_with(firm); });
}

// Up to the full stop that ends a sentence: not that of "U.S. News & World Report", and with that of "Acme Inc."
std::string_view first_sentence(std::string_view words) {
  for (std::size_t at = words.find(". "); at < words.size(); at = words.find(". ", at + 1)) {
    const std::string_view with_stop = words.substr(0, at + 1);
    if (ends_with_initials(with_stop)) continue;
    return ends_with_abbreviation(with_stop) ? with_stop : words.substr(0, at);
  }
  return words;
}

}  // namespace

std::optional<Source> source_named(std::string_view words, bool any, bool mark_needed, std::string_view country,
                                   const Lexicon& lexicon) {
  words = trim(words);
  const auto made = [&](std::string_view name, std::string_view canonical) {
    return Source{{}, std::string(name), std::string(canonical)};
  };
  if (any && words.ends_with('.') && !ends_with_initials(words) && outlet_prefix(words, lexicon) + 1 == words.size())
    words.remove_suffix(1);
  const auto outlet = find_outlet(words, lexicon, country);
  if (outlet && (any || !mark_needed || outlet->is_mark)) return made(words, outlet->canonical);
  if (words.ends_with('.') && !any)
    return source_named(words.substr(0, words.size() - 1), any, mark_needed, country, lexicon);
  if (const std::size_t known = outlet_prefix(words, lexicon); known > 0 && known < words.size()) {
    const std::string_view rest = words.substr(known);
    const auto first = find_outlet(words.substr(0, known), lexicon, country);
    if (any && (rest.starts_with(" and ") || rest.starts_with(" AND "))) return made(words, first->canonical);
    const bool name_goes_on = rest.size() > 1 && rest[0] == ' ' && upper_at(rest, 1);
    if (any && !name_goes_on) return made(words.substr(0, known), first->canonical);
    for (std::string_view joint : kJoints)
      if (rest.starts_with(joint) && first->is_mark &&
          source_named(rest.substr(joint.size()), false, false, country, lexicon))
        return made(words, first->canonical);
  }
  if (!any) {
    const std::size_t slash = words.find('/');
    if (slash == std::string_view::npos || slash + 1 == words.size()) return std::nullopt;
    const auto first = find_outlet(words.substr(0, slash), lexicon, country);
    if (!first) {  // "Jane Roe / MindaNews"
      const std::string_view mark = trim(words.substr(slash + 1));
      const auto last = find_outlet(mark, lexicon, country);
      if (!last || !last->is_mark || !is_names(words.substr(0, slash))) return std::nullopt;
      return made(mark, last->canonical);
    }
    if (!first->is_mark) return std::nullopt;
    if (find_outlet(words.substr(slash + 1), lexicon)) return made(words, first->canonical);
    if (is_writers(words.substr(slash + 1))) return made(words.substr(0, slash), first->canonical);  // "BSS/AB/1015"
    return std::nullopt;
  }
  // Up to where the name must have ended.
  std::size_t end = first_sentence(words).size();
  for (std::string_view stop : {": ", " on ", " under ", " (", " | ", "; "}) end = std::min(end, words.find(stop));
  words = trim(words.substr(0, end));
  if (words.ends_with('.') && !ends_with_abbreviation(words)) words.remove_suffix(1);
  if (words.empty() || words.size() > 80) return std::nullopt;
  return made(words, {});
}

std::optional<Source> unknown_outlet(std::string_view name, const Lexicon& lexicon) {
  if (name.size() > 50 || !upper_at(name, 0) || !has_outlet_word(name.substr(name.find_last_of(' ') + 1), lexicon))
    return std::nullopt;
  for (std::size_t i = 1; i + 1 < name.size(); ++i)
    if (name[i] == ' ' && is_lower(name[i + 1]) && name.substr(i).find(" of ") != 0) return std::nullopt;
  return Source{{}, std::string(name), {}};
}

std::optional<Source> mark_with_initials(std::string_view name, bool dashed, std::string_view country,
                                         const Lexicon& lexicon) {
  const std::size_t known = outlet_prefix(name, lexicon);
  if (known == 0 || known == name.size() || name[known] != ' ') return std::nullopt;
  const std::string_view rest = trim(name.substr(known));
  if (!is_typists(rest)) return std::nullopt;
  return source_named(name.substr(0, known), false, !dashed, country, lexicon);
}

std::optional<Source> mark_behind_initials(std::string_view name, std::string_view country, const Lexicon& lexicon) {
  const std::size_t comma = name.find(", ");
  if (comma == std::string_view::npos || !is_initials(name.substr(0, comma))) return std::nullopt;
  return source_named(name.substr(comma + 2), false, true, country, lexicon);
}

std::optional<Source> mark_and_typists(std::string_view line, std::string_view country, const Lexicon& lexicon) {
  if (line.size() > 60) return std::nullopt;
  const std::size_t first = line.find(' '), last = line.rfind(' '), close = line.find(") ");
  if (first == std::string_view::npos) return std::nullopt;
  std::string_view mark;
  if (is_typists(line.substr(last + 1))) mark = line.substr(0, last);
  const auto is_initial = [](char c) { return is_upper(c) || c == '.' || c == ' '; };
  const std::string_view behind = line.substr(std::min(close + 2, line.size()));
  if (close < line.size() &&
      (is_typists(behind) || (behind.size() <= 6 && std::all_of(behind.begin(), behind.end(), is_initial))))
    mark = line.substr(0, close + 1);
  if (is_typists(line.substr(0, first)) && line.ends_with(')')) mark = line.substr(first + 1);
  if (mark.size() < 3 || (mark[0] != '(' && mark[0] != '/')) return std::nullopt;
  FormSearch forms(tail_forms(), mark);
  while (const auto match = forms.next()) {
    if (match->form->kind != LineKind::mark) continue;
    if (auto source = source_named(match->name, false, true, country, lexicon)) return source;
  }
  return std::nullopt;
}

std::optional<Source> copyright_owner(std::string_view line, std::string_view country, const Lexicon& lexicon) {
  constexpr std::string_view kFillers[] = {"copyright", "(copyright", "(c)", "\u00a9",
                                           "&copy;",    "by",         "of",  "\u00a9copyright"};
  while (!line.empty()) {
    line = trim(line);
    while (!line.empty() && (std::string_view(",:-").find(line[0]) != std::string_view::npos))
      line = trim(line.substr(1));
    if (line.starts_with("\u00a9")) {
      line.remove_prefix(2);
      continue;
    }
    std::size_t end = 0;
    while (end < line.size() && blank_at(line, end) == 0) ++end;
    std::string_view word = line.substr(0, end);
    while (!word.empty() && (word.back() == ',' || word.back() == '.' || word.back() == ':')) word.remove_suffix(1);
    const bool year = !word.empty() && std::all_of(word.begin(), word.end(),
                                                   [](char c) { return is_digit(c) || c == '-' || is_high(c); });
    const bool filler = std::any_of(std::begin(kFillers), std::end(kFillers),
                                    [&](std::string_view f) { return same_ignoring_case(f, word); });
    if (!year && !filler) break;
    line.remove_prefix(end);
  }
  if (line.empty() || same_ignoring_case(line.substr(0, 3), "all")) return std::nullopt;
  std::size_t end = line.size();
  for (std::string_view stop : {" All ", ", all ", " 19", " 20", ")", " | "}) end = std::min(end, line.find(stop));
  end = std::min(end, first_sentence(line).size());
  while (end > 0 && (line[end - 1] == ',' || line[end - 1] == ' ')) --end;  // "Copyright Example Recorder, 2019"
  if (outlet_prefix(line, lexicon) == 0 && end > 60) return std::nullopt;
  auto source =
      source_named(outlet_prefix(line, lexicon) > end ? line : line.substr(0, end), true, false, country, lexicon);
  if (!source) source = source_named(line, true, false, country, lexicon);
  return source;
}

}  // namespace wirecut
