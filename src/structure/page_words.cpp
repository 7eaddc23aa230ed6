#include "structure/page_words.h"

#include <algorithm>

#include "structure/calendar.h"
#include "structure/chars.h"
#include "structure/line_kinds.h"

namespace wirecut {
namespace {

constexpr std::string_view kHardBlank = "\u00a0";

// "Oct. 26, 2023 | By Jane Roe", "May 25, 2021 by Jane Roe", "Posted on May 2, 2019 by Jane Roe": the day in front of
// a label.
std::string_view without_day(std::string_view line) {
  std::string_view dated = line;
  for (std::string_view posted : {"Posted ", "Published ", "on "})
    if (dated.starts_with(posted)) dated.remove_prefix(posted.size());
  if (dated.empty() || !(is_digit(dated[0]) || upper_at(dated, 0))) return line;
  const std::size_t label = std::min(dated.find(" by "), dated.find(" By "));
  if (label == std::string_view::npos) return line;
  const std::string_view day = trim(dated.substr(0, label));
  const auto date = read_date(dated, 0);
  const bool is_day = date && (date->end == day.size() || (day.ends_with('|') && date->end + 2 == day.size()));
  return is_day ? dated.substr(label + 1) : line;
}

// "03 MAY 2019 - 05:12 JANE ROE": the day and the hour in front of the names.
std::string_view without_time(std::string_view line) {
  constexpr std::size_t kLongestTime = 40;
  if (line.empty() || !(is_digit(line[0]) || upper_at(line, 0)) ||
      line.substr(0, kLongestTime).find(':') > kLongestTime)
    return line;
  const auto date = read_date(line, 0);
  if (!date) return line;
  for (std::size_t at = date->end; at < std::min(line.size(), kLongestTime); ++at) {
    if (line[at - 1] != ' ' || !upper_at(line, at)) continue;
    const std::string_view time = trim(line.substr(0, at));
    return time.find(':') < time.size() && is_time_line(time) ? line.substr(at) : line;
  }
  return line;
}

// "Jane Roe, posted May 3, 2019 in Relief": when and where the page has shown it.
std::string_view without_posting(std::string_view line) {
  for (std::string_view verb : {" posted ", " published ", " updated "}) {
    const std::size_t at = line.find(verb);
    if (at >= line.size() || !read_date(line, at + verb.size())) continue;
    const std::string_view names = trim(line.substr(0, at));
    return names.ends_with(',') ? names.substr(0, names.size() - 1) : names;
  }
  return line;
}

// "Jane Roe |", "Jane Roe -", "By Jane Roe on": what joined the names to what stood behind them.
std::string_view without_joint(std::string_view names) {
  constexpr std::string_view kJoints[] = {"|", " -", " \u2013", " \u2014", "\u00b7", "\u2022", " on", ","};
  for (bool again = true; again;) {
    again = false;
    for (std::string_view joint : kJoints)
      if (names.ends_with(joint)) names = trim(names.substr(0, names.size() - joint.size())), again = true;
  }
  return names;
}

// "Jane Roe | Example News | Jun 18, 2018, 04:12 IST", "Jane Roe Published March 6, 2017", "Jane Roe05:00, Aug 11
// 2020", "Jane Roe Share:": what a page has put behind the names. The time is looked for where it may begin.
std::string_view without_ending(std::string_view line) {
  for (std::string_view share : {" Share:", " Share"})
    if (line.ends_with(share)) line = trim(line.substr(0, line.size() - share.size()));
  constexpr std::size_t kShortestName = 5;
  if (std::none_of(line.begin(), line.end(), is_digit)) return line;
  for (std::size_t at = kShortestName; at < line.size(); ++at) {
    const bool opens = line[at - 1] == ' ' || line[at - 1] == '|' || (is_letter(line[at - 1]) && is_digit(line[at]));
    if (!opens || !(is_digit(line[at]) || upper_at(line, at))) continue;
    const std::string_view behind = trim(line.substr(at));
    const bool is_dated = line.find('|') < at && read_date(behind, 0);
    if (!is_dated && !is_time_line(behind)) continue;
    return without_joint(trim(line.substr(0, at)));
  }
  return line;
}

// "BY JANE ROESTAFF WRITER": the title that a page has run into the name.
std::string_view without_glued_title(std::string_view line) {
  constexpr std::string_view kTitle = "STAFF WRITER";
  const std::size_t at = line.size() - std::min(line.size(), kTitle.size());
  return at > 0 && line.ends_with(kTitle) && is_letter(line[at - 1]) ? line.substr(0, at) : line;
}

}  // namespace

std::string_view without_page_words(std::string_view line) {
  constexpr std::size_t kLongest = 240;  // bytes of a byline
  if (line.size() > kLongest) return line;
  return without_time(without_day(without_glued_title(without_posting(without_ending(line)))));
}

bool has_hard_blank(std::string_view line) { return line.find(kHardBlank) != std::string_view::npos; }

std::string with_plain_blanks(std::string_view line) {
  std::string plain(line);
  for (std::size_t at = plain.find(kHardBlank); at != std::string::npos; at = plain.find(kHardBlank, at))
    plain.replace(at, kHardBlank.size(), 1, ' ');
  return plain;
}

}  // namespace wirecut
