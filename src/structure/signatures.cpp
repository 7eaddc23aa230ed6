#include "structure/signatures.h"

#include <algorithm>

#include "structure/byline.h"
#include "structure/chars.h"
#include "structure/outlets.h"
#include "structure/source_name.h"

// Most of them are the byline over again, so the grammar of bylines reads them; those without a label count only beside
// an outlet, a dash or a second name.
namespace wirecut {

bool is_address(std::string_view line) {
  return line.size() <= 60 && line.find('@') != std::string_view::npos &&
         std::count(line.begin(), line.end(), ' ') <= 3;
}

bool is_bare_address(std::string_view line) {
  constexpr std::ptrdiff_t kFewestDigits = 7;
  if (line.find('@') < line.size()) return line[0] != '@' && line.find(' ') == std::string_view::npos;
  constexpr std::string_view kDigits = "0123456789";
  bool has_run = false;  // of three digits: not "03-12-25-31-44", which are drawn
  for (std::size_t at = 0; (at = line.find_first_of(kDigits, at)) < line.size();) {
    const std::size_t end = std::min(line.find_first_not_of(kDigits, at), line.size());
    has_run = has_run || end - at >= 3;
    at = end;
  }
  return has_run && std::count_if(line.begin(), line.end(), is_digit) >= kFewestDigits &&
         line.find_first_not_of("0123456789 +-.()") == std::string_view::npos;
}

bool is_of_named(std::string_view line) {
  constexpr std::size_t kFewest = 2, kMost = 5;
  const std::string_view name = line.substr(0, line.find(" is "));
  std::size_t words = 0;
  for (std::size_t at = 0; at < name.size(); at = skip_blanks(name, std::min(name.find(' ', at), name.size())), ++words)
    if (!upper_at(name, at)) return false;
  return words >= kFewest && words <= kMost && name.find(',') == std::string_view::npos;
}

bool is_lone_typist(std::string_view line) {
  return line.size() >= 2 && line.size() <= 3 && std::all_of(line.begin(), line.end(), is_lower);
}

bool is_desk_number(std::string_view line) {
  return line.size() == 4 && std::all_of(line.begin(), line.end(), is_digit);
}

bool is_typist_pair(std::string_view line) {
  const std::size_t hyphen = std::min(line.find('-'), line.size());
  return hyphen < line.size() && is_lone_typist(line.substr(0, hyphen)) && is_lone_typist(line.substr(hyphen + 1));
}

bool is_abbreviated_pair(std::string_view line) {
  constexpr std::size_t kLongest = 30;
  const std::size_t slash = line.find('/');
  if (line.size() > kLongest || slash >= line.size() || line.find('.') >= line.size() || ends_sentence(line))
    return false;
  const auto is_name = [](std::string_view name) {
    bool opens = true;  // a word or an initial, with a capital
    for (const char c : name) {
      const bool parts = c == ' ' || c == '.';
      if (parts ? opens && c == '.' : opens ? !is_upper(c) : !is_letter(c)) return false;
      opens = parts;
    }
    return !name.empty() && std::count(name.begin(), name.end(), ' ') <= 1;
  };
  return is_name(trim(line.substr(0, slash))) && is_name(trim(line.substr(slash + 1)));
}

bool is_signature(std::string_view line, std::string_view country, const Lexicon& lexicon) {
  const std::size_t comma = line.find(", ");
  if (line.size() > 60 || line.ends_with('.')) return false;
  std::string_view names = line;
  while (const std::size_t length = dash_at(names, 0)) names.remove_prefix(length);
  const bool dashed = names.size() < line.size(), slash = names.find('/') != std::string_view::npos;
  if (dashed || slash) {  // "- By Jane Roe in Oslo", "Jane Roe / John Poe"
    const auto authors = read_byline(names, lexicon);
    if (authors && (dashed ? authors->labelled : authors->authors.size() >= 2)) return true;
  }
  if (comma == std::string_view::npos) return false;
  const auto byline = read_byline(line.substr(0, comma), lexicon);
  return byline && !byline->authors.empty() && find_outlet(line.substr(comma + 2), lexicon, country);
}

bool is_full_signature(std::string_view line, std::string_view country, const Lexicon& lexicon) {
  constexpr std::uint32_t kLongest = 120;
  const std::size_t comma = line.find(", "), last = line.rfind(", ");
  if (line.size() > kLongest || comma == last || line.ends_with('.')) return false;
  const std::string_view outlet = line.substr(last + 2);
  if (!find_outlet(outlet, lexicon, country) && !unknown_outlet(outlet, lexicon)) return false;
  const auto byline = read_byline(line.substr(0, last), lexicon);
  return byline && byline->has_aside && byline->authors.size() == 1;
}

bool is_about_author(std::string_view line, std::span<const std::string> authors) {
  constexpr std::string_view kVerbs[] = {"can",    "contributed", "covers", "has",      "holds",
                                         "is",     "joined",      "lives",  "reported", "reports",
                                         "serves", "teaches",     "was",    "works",    "writes"};
  return std::any_of(authors.begin(), authors.end(), [&](const std::string& author) {
    if (!same_ignoring_case(line.substr(0, author.size()), author) || line.size() < author.size() + 2) return false;
    const std::string_view rest = line.substr(author.size() + 1);
    return is_one_of(kVerbs, rest.substr(0, rest.find(' ')));
  });
}

}  // namespace wirecut
