#include "structure/dateline.h"

#include <algorithm>
#include <string>

#include "lexicon/word_use.h"
#include "structure/chars.h"
#include "structure/dateline_parser.h"
#include "structure/dateline_place.h"
#include "structure/outlets.h"

// A parser over the pieces of the first 300 bytes reads up to a terminator; then this file asks how much speaks for a
// dateline: a known agency 3, a date 2, a known place 1 or 2, its region 2, capitals, a terminator 1. Three points of
// two kinds make a dateline, so that "London, long a city ..." and "Trump: I will ..." are none. Place names need no
// list: "NARVA, Estonia (AP)" is a dateline by its form. Limit: a town in lower case that no list knows, without
// region, date and agency.
namespace wirecut {
namespace {

constexpr std::uint32_t kWindow = 300;

bool starts_ignoring_case(std::string_view text, std::string_view prefix) {
  return same_ignoring_case(text.substr(0, prefix.size()), prefix);
}

// A label of the desk ("FACTBOX") or a sport, of which some are towns as well ("CRICKET - England won").
bool is_label_word(std::string_view word, std::string_view use, const Lexicon& lexicon) {
  return has_use(lexicon.line_labels, word, use);
}

// "SOCCER", "RUGBY LEAGUE"
bool opens_with_sport(std::string_view place, const Lexicon& lexicon) {
  return is_label_word(place.substr(0, place.find(' ')), "sport", lexicon);
}

// "RPT --LUDWIGSHAFEN, Germany, Feb 24 (Reuters) -": what the desk did stands before the dateline. Behind that label,
// or `start`.
std::uint32_t behind_label(std::string_view text, std::uint32_t start, std::uint32_t end, const Lexicon& lexicon) {
  std::size_t at = start;
  while (at < end && is_upper(text[at])) ++at;
  if (at == start || !is_label_word(text.substr(start, at - start), "desk", lexicon)) return start;
  if (const std::size_t number = skip_blanks(text, at); number < end && is_digit(text[number])) at = number + 1;
  const std::size_t dash = at = skip_blanks(text, at);
  while (at < end && dash_at(text, at) != 0) at += dash_at(text, at);
  if (at == dash) return start;
  at = skip_blanks(text, at);
  return at < end && upper_at(text, at) ? static_cast<std::uint32_t>(at) : start;
}

std::optional<DatelineMatch> strong_enough(DatelineParser& parser, int least) {
  DatelineMatch match = parser.weigh();
  if (match.strength < least) return std::nullopt;
  return match;
}

}  // namespace

std::optional<DatelineMatch> read_dateline(std::string_view text, std::uint32_t start, std::uint32_t end,
                                           const Lexicon& lexicon, int least) {
  while (start < end && text[start] == '*') ++start;                                    // "****LONDON, March 5 -"
  for (std::string_view label : {"[Text] ", "[Excerpt] ", "[Excerpts] ", "[Report] "})  // of FBIS
    if (text.substr(start, end - start).starts_with(label)) start += static_cast<std::uint32_t>(label.size());
  end = std::min(end, start + kWindow);
  if (const std::uint32_t behind = behind_label(text, start, end, lexicon); behind > start) {
    const auto match = read_dateline(text, behind, end, lexicon);
    if (match && match->strength >= kSureDateline) return match;
  }
  DatelineParser parser(text, start, end, lexicon);
  if (parser.read()) return parser.ended_with_line() ? std::nullopt : strong_enough(parser, least);
  // "LIMA, May 2 (PTI) Peru, Chile and Brazil met": what follows a mark and leads to no terminator is the story's.
  if (parser.behind_known_mark() == 0) return std::nullopt;
  DatelineParser up_to_mark(text, start, end, lexicon);
  if (!up_to_mark.read(parser.behind_known_mark()) || up_to_mark.ended_with_line()) return std::nullopt;
  return strong_enough(up_to_mark, least);
}

std::optional<DatelineMatch> read_dateline_line(std::string_view text, Span line, const Lexicon& lexicon) {
  if (line.size() > 80) return std::nullopt;
  DatelineParser parser(text, line.start, line.end, lexicon);
  if (!parser.read() || !parser.ended_with_line() || !parser.has_place()) return std::nullopt;
  constexpr int kLeast = 2, kLeastBeforeColon = 4;  // "BACKGROUND:" opens many a line
  DatelineMatch match = parser.weigh();
  if (match.strength < (text[line.end - 1] == ':' ? kLeastBeforeColon : kLeast)) return std::nullopt;
  return match;
}

DatelineMatch DatelineParser::weigh() {
  DatelineMatch& m = match_;
  drop_byline();
  const std::string place = m.dateline.place;
  const bool aboard = is_on_the_move(place);
  if (!place.empty() && !aboard) {
    // "ZURICH/WINNIPEG, Manitoba": the province is that of the second.
    const PlaceReading first = region_of_second_ ? read_place(place, {}, lexicon_) : PlaceReading{};
    const auto outlet = agency_known_ ? find_outlet(m.dateline.agency, lexicon_) : std::nullopt;
    PlaceReading reading = read_place(place, region_, lexicon_, outlet ? outlet->country : std::string_view{});
    if (first.fame == PlaceFame::dateline) reading = first;
    if (reading.fame == PlaceFame::unknown && region_.empty()) split_region(reading);
    if (reading.country.empty() && region_.empty() && is_all_caps(place) && (has_date() || agency_known_))
      reading.country = misspelt_place_country(place, lexicon_);
    if (reading.country.empty() && !second_place_.empty())
      reading.country = read_place(second_place_, {}, lexicon_).country;
    m.dateline.country = reading.country;
    fame_ = reading.fame;
  }
  if (aboard && !region_.empty()) m.dateline.country = region_country(region_, lexicon_);
  const std::string_view rest = trim(text_.substr(m.body_start, 60));
  const bool caps = place.size() >= 3 && is_all_caps(place) && !is_all_caps(rest);
  int of_place = fame_ == PlaceFame::dateline ? 2 : fame_ == PlaceFame::town ? 1 : 0;
  if (!region_.empty()) of_place += 2;
  if (aboard) of_place += 2;
  constexpr std::size_t kShortestUnknown = 4;  // "ICC - ...", "SLT-Mobitel ..."
  if (caps) of_place += of_place == 0 && dash_ && place.size() >= kShortestUnknown && !is_label(place) ? 2 : 1;
  of_place -= unknown_parts_;
  const bool alone = place.empty() && !m.dateline.date && dash_;  // "(IFR) - Hundreds ..."
  const int of_agency = m.dateline.agency.empty() ? 0 : agency_known_ ? 3 : alone ? 2 : 1;
  const int of_date = m.dateline.date ? 2 : 0;
  m.strength = of_place + of_agency + of_date + (terminated_ ? 1 : 0);
  if (place.size() == 1 && of_date == 0) m.strength = 0;
  if (in_lower_case_ && (!agency_known_ || of_date == 0)) m.strength = 0;
  m.place_only = of_agency == 0 && of_date == 0 && region_.empty();
  if (of_agency == 0 && of_date == 0 && !opens_sentence(rest)) m.strength = 0;
  if (fame_ == PlaceFame::unknown && !agency_known_ && region_.empty() && is_label(place)) m.strength = 0;
  if (m.place_only && (opens_with_sport(place, lexicon_) || is_speaker())) m.strength = 0;
  if (place.empty() && of_agency == 0 && !dash_) m.strength = 0;  // "May 2: ..." is a line of a chronicle
  return m;
}

bool DatelineParser::is_in_lower_case(std::string_view text, std::uint32_t start) {
  constexpr std::size_t kLongest = 60;
  if (start >= text.size() || !is_lower(text[start])) return false;
  const std::string_view line = text.substr(start, kLongest);
  const std::size_t mark = line.find(')');
  return mark != std::string_view::npos &&
         std::none_of(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(mark), is_upper);
}

void DatelineParser::drop_byline() {
  const std::string_view words = text_.substr(match_.dateline.span.start, match_.dateline.place.size());
  if (!starts_ignoring_case(words, "by ")) return;
  for (std::size_t at = words.find(' ', 3); at != std::string_view::npos; at = words.find(' ', at + 1)) {
    const std::string_view place = words.substr(at + 1);
    if (!is_all_caps(place)) continue;
    match_.dateline.span.start += static_cast<std::uint32_t>(at + 1);
    match_.dateline.place = std::string(place);
    return;
  }
}

void DatelineParser::split_region(PlaceReading& reading) {
  const std::string words = match_.dateline.place;
  const std::size_t space = words.rfind(' ');
  if (space == std::string::npos) return;
  const std::string_view last = std::string_view(words).substr(space + 1);
  const bool mixed = is_all_caps(std::string_view(words).substr(0, space)) && last.size() > 2 && !is_all_caps(last);
  if (!mixed && (!is_all_caps(last) || (last.size() > 2 && last.find('.') == std::string_view::npos))) return;
  const PlaceReading split = read_place(std::string_view(words).substr(0, space), last, lexicon_);
  if (split.country.empty() || region_country(last, lexicon_).empty()) return;
  reading = split;
  match_.dateline.place.resize(space);
}

bool DatelineParser::is_speaker() const {
  const std::string_view label = text_.substr(match_.dateline.span.start, match_.dateline.span.size());
  if (!label.ends_with(':')) return false;
  int lines = 0;
  for (std::size_t at = text_.find(label); at != std::string_view::npos && lines < 2; at = text_.find(label, at + 1))
    lines += at == 0 || newline_at(text_, at - 1) != 0 ? 1 : 0;
  return lines > 1;
}

bool DatelineParser::is_label(std::string_view place) const {
  const std::size_t space = std::min(place.find(' '), place.size());
  return is_label_word(place.substr(0, space), "desk", lexicon_) ||
         is_label_word(place.substr(place.rfind(' ') + 1), "desk", lexicon_) || has_outlet_word(place, lexicon_);
}

}  // namespace wirecut
