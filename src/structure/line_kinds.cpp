#include "structure/line_kinds.h"

#include <algorithm>

#include "lexicon/word_use.h"
#include "structure/calendar.h"
#include "structure/chars.h"
#include "structure/outlets.h"

// Most kinds are forms of a table (forms.h); what has a grammar and no fixed wording is read here: time stamps word by
// word, slugs by their hyphens, the lines of outlets by the names that they open with.
namespace wirecut {
namespace {

constexpr std::string_view kTimeWords[] = {
    "am",       "pm",      "a.m",     "p.m",    "a.m.",  "p.m.",    "noon",    "midnight", "hrs",       "hours",
    "hour",     "hr",      "minutes", "minute", "min",   "mins",    "days",    "day",      "ago",       "at",
    "on",       "by",      "the",     "last",   "first", "updated", "update",  "modified", "published", "publish",
    "posted",   "created", "issued",  "filed",  "date",  "time",    "written", "read",     "gmt",       "utc",
    "bst",      "est",     "edt",     "et",     "cst",   "cdt",     "ct",      "mst",      "mdt",       "pst",
    "pdt",      "pt",      "ist",     "jst",    "kst",   "cet",     "cest",    "eet",      "msk",       "hkt",
    "sgt",      "aest",    "aedt",    "nzst",   "nzdt",  "wib",     "pht",     "z",        "t",         "local",
    "of",       "and",     "edition", "aired",  "nt",    "article", "eastern", "central",  "mountain",  "pacific",
    "daylight", "standard"};
constexpr WordSet kTimeWordsSet(kTimeWords);

constexpr std::string_view kButtonJoints[] = {"on", "via"};  // "Share on Facebook"

bool is_time_word(std::string_view word) {
  return kTimeWordsSet.has(word) || is_weekday(word) || month_number(word) != 0;
}

// The zone that "UTCUpdated" opens with, in bytes; 0: none. A page has run two stamps together.
std::size_t tied_zone(std::string_view word) {
  std::size_t capitals = 0;
  while (capitals < word.size() && is_upper(word[capitals])) ++capitals;
  return capitals > 2 && capitals < word.size() ? capitals - 1 : 0;
}

// "World | May 2, 2019": a department and the time.
bool is_section_and_time(std::string_view line) {
  const std::size_t bar = line.find(" | ");
  if (bar == std::string_view::npos || !is_time_line(line.substr(bar + 3))) return false;
  const auto match = match_any(head_forms(), line.substr(0, bar));
  return match && match->form->kind == LineKind::kicker;
}

// The line is a slug: "BC-Canal-Tolls,0213", "AM-Iran-Quake,2nd Ld-Writethru,0312", "BC-US--Dam Repairs,3rd Ld",
// "IRAN-QUAKE".
bool is_slug(std::string_view line) {
  const std::size_t hyphen = line.find('-');
  if (hyphen == std::string_view::npos || hyphen + 1 >= line.size() || line.size() > 80) return false;
  const bool one_word = line.find(' ') == std::string_view::npos;
  const bool cycle =
      (line.starts_with("BC-") || line.starts_with("AM-") || line.starts_with("PM-")) && is_upper(line[3]);
  const bool counted = line.size() > 4 && is_digit(line.back()) && is_digit(line[line.size() - 3]) &&
                       line.find(',') != std::string_view::npos;
  return cycle ? one_word || counted || line.find("--") != std::string_view::npos
               : one_word && (counted || (is_all_caps(line) && line.find('/') == std::string_view::npos));
}

// "AP-US--School Shooting,4th Ld-Writethru", "ML--Israel": codes in capitals, then what it is about.
bool is_coded_slug(std::string_view line) {
  constexpr std::size_t kLongest = 80, kShortestCode = 2;
  const std::size_t codes = line.find("--");
  if (codes == std::string_view::npos || codes < kShortestCode || codes + 2 == line.size()) return false;
  if (line.size() > kLongest) return false;
  const auto is_code = [](char c) { return is_upper(c) || c == '-'; };
  return std::all_of(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(codes), is_code) && is_upper(line[0]) &&
         is_upper(line[codes + 2]) && !ends_sentence(line);
}

// "All India | Press Trust of India | Updated: August 05, 2018 14:13 IST", "PTI / Updated: May 2, 2019, 21:10 IST"
bool is_outlet_and_time(std::string_view line, const Lexicon& lexicon) {
  constexpr std::size_t kLongest = 120;
  if (line.size() > kLongest) return false;
  for (std::string_view bar : {" | ", " / "}) {
    const std::size_t last = line.rfind(bar);
    if (last == std::string_view::npos || !is_time_line(line.substr(last + bar.size()))) continue;
    for (std::size_t at = 0; at < last;) {
      const std::size_t end = line.find(bar, at);
      if (find_outlet(line.substr(at, end - at), lexicon)) return true;
      at = end + bar.size();
    }
  }
  return false;
}

}  // namespace

bool is_time_line(std::string_view line) {
  if (line.size() > 120) return false;
  bool figures = false, anchor = false;  // a date, a clock time, or a word like "updated"
  for (std::size_t at = 0; at < line.size();) {
    if (const std::size_t blank = blank_at(line, at)) {
      at += blank;
    } else if (const auto date = read_date(line, at); date && (at == 0 || !is_letter(line[at - 1]))) {
      figures = anchor = true;
      at = date->end;
    } else if (is_digit(line[at])) {
      figures = true;
      while (at < line.size() && (is_digit(line[at]) || line[at] == ':')) anchor |= line[at++] == ':';
    } else if (is_letter(line[at])) {
      std::size_t end = at;
      while (end < line.size() && (is_letter(line[end]) || line[end] == '.')) ++end;
      std::string_view word = line.substr(at, end - at);
      while (word.size() > 1 && word.back() == '.') word.remove_suffix(1);
      if (const std::size_t zone = tied_zone(word)) {
        if (!is_time_word(word.substr(0, zone))) return false;
        word.remove_prefix(zone);
      }
      if (!is_time_word(word)) return false;
      anchor |= word.size() > 3 && word.ends_with("ed");
      anchor |= same_ignoring_case(word, "ago") || same_ignoring_case(word, "am") || same_ignoring_case(word, "pm");
      at = end;
    } else if (std::string_view(",.:;|/-+()[]*").find(line[at]) != std::string_view::npos || dash_at(line, at) != 0 ||
               is_high(line[at])) {
      at += is_high(line[at]) ? std::max<std::size_t>(1, dash_at(line, at)) : 1;
    } else {
      return false;
    }
  }
  return figures && anchor;
}

bool is_hyphened_slug(std::string_view line, const Lexicon& lexicon) {
  constexpr std::size_t kLongest = 60, kShortestWord = 2, kFewestJoints = 2;
  const std::string_view slug = line.substr(0, line.find(','));
  if (line.size() > kLongest || slug.find(' ') < slug.size()) return false;
  const std::string_view take = line.substr(slug.size());  // "Georgia-Armenia-rail, 2ndlead"
  if (take.find(' ') < take.size() && !has_use(lexicon.line_labels, trim(take.substr(1)), "take")) return false;
  std::size_t joints = 0, letters = 0;
  for (const char c : slug) {
    if (!is_letter(c) && (c != '-' || letters < kShortestWord)) return false;
    joints += c == '-' ? 1 : 0;
    letters = c == '-' ? 0 : letters + 1;
  }
  return joints >= kFewestJoints && letters >= kShortestWord;
}

std::size_t count_buttons(std::string_view line, const Lexicon& lexicon) {
  constexpr std::size_t kLongest = 120;
  if (line.size() > kLongest || !upper_at(line, 0)) return 0;
  std::size_t buttons = 0;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t end = std::min(line.find(' ', at), line.size());
    const std::string_view word = line.substr(at, end - at);
    const bool is_button = has_use(lexicon.line_labels, word, "button");
    if (!word.empty() && !is_button && !is_one_of(kButtonJoints, word)) return 0;
    buttons += is_button ? 1 : 0;
    at = end + 1;
  }
  return buttons;
}

bool is_hashtag_row(std::string_view line) {
  constexpr std::size_t kLongest = 240;
  if (line.size() > kLongest) return false;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t end = std::min(line.find(' ', at), line.size());
    if (end > at && (line[at] != '#' || end - at < 3 || !is_letter(line[at + 1]))) return false;
    at = end + 1;
  }
  return !line.empty();
}

bool is_archive_code(std::string_view line) {
  std::size_t code = 0;
  while (code < line.size() && is_upper(line[code])) ++code;
  return code >= 2 && code <= 3 && line.substr(code).starts_with("   ");
}

LineKind kind_of(std::string_view line) {
  if (is_time_line(line) || is_section_and_time(line)) return LineKind::time;
  if (is_slug(line) || is_coded_slug(line)) return LineKind::header;
  const auto match = match_any(head_forms(), line);
  return match ? match->form->kind : LineKind::none;
}

bool is_field_label(std::string_view line, const FieldForm& form, bool is_first) {
  return same_ignoring_case(line.substr(0, form.label.size()), form.label) &&
         (is_upper(line[1]) || line.size() == form.label.size() || (is_first && form.field == Field::headline));
}

bool is_outlet_line(std::string_view line, const Lexicon& lexicon) {
  if (find_outlet(line, lexicon) || is_outlet_and_time(line, lexicon)) return true;
  const std::size_t known = line.size() <= 60 ? outlet_prefix(line, lexicon) : 0;
  if (known == 0 || find_outlet(line.substr(0, known), lexicon)->is_mark == false) return false;
  const std::string_view rest = line.substr(known);
  for (std::string_view joint : {", ", " | ", " in "})
    if (rest.starts_with(joint) && upper_at(rest, joint.size()) && !ends_sentence(line)) return true;
  return false;
}

bool announces_issuer(std::string_view line) {
  const auto match = match_any(head_forms(), line);
  return match && match->form->guard == FormGuard::names_next;
}

}  // namespace wirecut
