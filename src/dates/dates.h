// Finds date and time expressions; doesn't decide which day they name (see resolve/dates.h).
//   "on Wednesday" -> {span of "Wednesday", weekday 3, direction unknown}
// Reads: text, sentences, tokens, names. Returns expressions in text order, never overlapping: the longest wins.
// Never fails: text without dates gives {}. Source: TIMEX3 (TimeML 1.2.1).
#pragma once

#include <cstdint>
#include <vector>

#include "dates/time_words.h"
#include "wirecut/story.h"

namespace wirecut {

// What an expression says, by the way it says it. Each row of dates/patterns.cpp yields one of these.
enum class DateForm : std::uint8_t {
  nothing,        // looks like one and is none: "five years old"
  calendar,       // any of year, month, day, weekday, season, quarter, part of the day: "Friday, Nov. 3", "1989"
  relative,       // a unit beside the anchor: "last year", "this week", "the following day"
  relative_many,  // units without a count: "recent years", "the coming months"
  shift,          // a count of units away: "two years ago", "a week later"
  year_ago,       // "a year earlier", "the year-ago period": the period told of, a year before
  story_unit,     // "the quarter", "the year": the one told of
  duration,       // "two years", "the past 12 months"
  decade,         // "the 1990s"
  century,        // "the 20th century"
  day_offset,     // today, yesterday, tomorrow; "tonight"
  clock,          // "10:35 a.m. EST", with no day of its own
  part_of_day,    // "this morning", "the night"
  holiday,        // "Thanksgiving Day"
  year_end,       // "year-end"
  reference,      // now, recently, the future
  set,            // "every day", "Mondays", "weekly"
};

enum class TimeUnit : std::uint8_t {
  none,
  second,
  minute,
  hour,
  day,
  week,
  fortnight,
  month,
  quarter,
  half,
  year,
  decade,
  century,
  millennium,
  weekend,
};

enum class Season : std::uint8_t { none, spring, summer, fall, winter };
enum class DayPart : std::uint8_t { none, morning, midday, afternoon, evening, night, daytime };
enum class Relation : std::uint8_t {
  none,
  last,
  past,
  previous,
  latest,
  recent,
  current,
  present,
  same,
  that,
  next,
  following,
  end,
};
enum class TimeReference : std::uint8_t { none, past, present, future };
enum class DateMod : std::uint8_t {
  none,
  start,
  mid,
  end,
  approx,
  less_than,
  more_than,
  equal_or_less,
  equal_or_more,
  after,
};

// What the words of one expression say by themselves. Zero (or `none`) where they are silent.
struct DateExpression {
  static constexpr std::int32_t kVague = -1;  // a count that is not told: "several", "a few"

  Span span;
  std::uint32_t first_token = 0;
  std::uint32_t end_token = 0;
  DateForm form = DateForm::nothing;
  DateMod mod = DateMod::none;
  Relation relation = Relation::none;
  TimeUnit unit = TimeUnit::none;
  Season season = Season::none;
  DayPart part = DayPart::none;
  TimeReference reference = TimeReference::none;
  bool fiscal = false;
  bool plural = false;        // the unit or day is in the plural
  bool and_half = false;      // "two and a half"
  bool definite = false;      // it begins with "the"
  bool deictic_part = false;  // "this morning", not "Tuesday morning"
  bool in_row = false;        // "9" of "May 5 and 9": of the year of the one before it
  bool zone_known = false;
  std::int8_t month = 0;      // 1 to 12
  std::int8_t day = 0;        // 1 to 31
  std::int8_t weekday = 0;    // 1 Monday to 7 Sunday
  std::int8_t ordinal = 0;    // "third" of "third quarter"; -1 "final"
  std::int8_t step = 0;       // -1 ago or earlier, 1 later; today 0, yesterday -1, tomorrow 1
  bool from_anchor = false;   // "ago", "from now": counted from the story's day, whatever was told before
  std::int16_t year = 0;      // 0: none
  std::int16_t decade = 0;    // 199 for the 1990s
  std::int16_t clock = -1;    // minutes of the day, 0 to 1440; -1: none
  std::int16_t zone = 0;      // minutes east of Greenwich, where zone_known
  std::int32_t quantity = 0;  // kVague where not told
  std::uint32_t holiday = 0;  // row of the table `holidays` + 1
};

std::vector<DateExpression> find_dates(const Story& story, const TimeWords& time_words);

}  // namespace wirecut
