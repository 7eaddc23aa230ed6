// Matches a line against a glob (see forms.h): enough for lines that people set by hand, and nothing to compile.

#include <algorithm>

#include "structure/chars.h"
#include "structure/forms.h"

namespace wirecut {
namespace {

struct Glob {
  std::string_view pattern;
  std::string_view line;
  std::size_t name_start = std::string_view::npos;
  std::size_t name_end = std::string_view::npos;

  // One element of the pattern at `p` against the line at `at`. False: no match. Moves both.
  bool step(std::size_t& p, std::size_t& at) const {
    switch (pattern[p]) {
      case ' ': {
        const std::size_t past = skip_blanks(line, at);
        if (past == at) return false;
        at = past;
        break;
      }
      case '~':
        at = skip_blanks(line, at);
        break;
      case '#': {
        const std::size_t first = at;
        while (at < line.size() && is_digit(line[at])) ++at;
        if (at == first) return false;
        break;
      }
      case '_': {
        const std::size_t first = at;
        while (at < line.size() && (dash_at(line, at) != 0 || line[at] == '=' || line[at] == '_'))
          at += std::max<std::size_t>(1, dash_at(line, at));
        if (at == first) return false;
        break;
      }
      case '?':
        if (at >= line.size()) return false;
        do ++at;
        while (at < line.size() && is_continuation(line[at]));
        break;
      case '\\':
        ++p;
        [[fallthrough]];
      default:
        if (at >= line.size() || to_lower(line[at]) != to_lower(pattern[p])) return false;
        ++at;
    }
    ++p;
    return true;
  }

  // The next place from `at` on where the pattern may go on at `p`: most characters can't begin what it asks for.
  std::size_t next_try(std::size_t p, std::size_t at) const {
    if (p == pattern.size()) return line.size();
    const char wanted = pattern[p] == '\\' ? pattern[p + 1] : to_lower(pattern[p]);
    const bool literal = pattern[p] == '\\' || std::string_view("*#~_?{ ").find(wanted) == std::string_view::npos;
    if (literal)
      while (at < line.size() && to_lower(line[at]) != to_lower(wanted)) ++at;
    else if (wanted == ' ')
      while (at < line.size() && is_visible(line[at])) ++at;
    return at;
  }

  bool run() {
    std::size_t p = 0, at = 0;
    std::size_t star = std::string_view::npos, star_at = 0;  // the last wildcard, and where its text ends so far
    bool star_is_name = false;
    while (true) {
      if (p < pattern.size() && (pattern[p] == '*' || pattern.substr(p).starts_with("{}"))) {
        star_is_name = pattern[p] == '{';
        p += star_is_name ? 2 : 1;
        star = p;
        star_at = at;
        if (star_is_name) {
          name_start = at;
          star_at = ++at;  // at least one character
          if (at > line.size()) return false;
          name_end = at;
        }
        continue;
      }
      if (p == pattern.size() && at == line.size()) return true;
      if (p < pattern.size() && step(p, at)) continue;
      if (star == std::string_view::npos || star_at >= line.size()) return false;
      p = star;
      at = star_at = next_try(star, star_at + 1);
      if (star_is_name) name_end = at;
    }
  }
};

}  // namespace

std::optional<FormMatch> match_form(const LineForm& form, std::string_view line) {
  Glob glob{form.pattern, line};
  if (!glob.run()) return std::nullopt;
  FormMatch match{&form, {}};
  if (glob.name_start != std::string_view::npos)
    match.name = trim(line.substr(glob.name_start, glob.name_end - glob.name_start));
  return match;
}

}  // namespace wirecut
