// Days, weekdays, months, seasons, quarters and years of the calendar, and holidays: what an expression leaves open
// (its year, its week) is chosen by nearest_day.

#include "resolve/date_resolver.h"

#include <fmt/compile.h>

#include <algorithm>
#include <iterator>
#include <string_view>

#include "lexicon/hash.h"
#include "resolve/date_context.h"
#include "resolve/date_values.h"
#include "resolve/day_cues.h"
#include "resolve/nearest_day.h"
#include "resolve/time_units.h"

namespace wirecut {

using namespace std::chrono;

void DateResolver::calendar(const DateExpression& e, Date& date) {
  if (e.unit == TimeUnit::quarter || e.unit == TimeUnit::half) return quarter_or_half(e, date);
  if (e.season != Season::none) return season(e, date);
  if (e.month != 0) return month(e, date);
  if (e.weekday != 0) return weekday(e, date);
  tell_year(e.year);
  const std::optional<Quarter> quarter = quarters_.compared();
  date.value = e.relation == Relation::same && quarter ? quarter_value(e.year, quarter->number) : year_value(e.year);
}

void DateResolver::month(const DateExpression& e, Date& date) {
  if (const auto filed = filing_day(story_, e)) {
    date.value = day_value(*filed);
    return;
  }
  const std::optional<int> known = e.in_row && year_of_row_ ? year_of_row_ : year_of_month(e);
  year_of_row_ = known;
  if (known && (entry_ || e.year != 0) && opens_chronicle(story_, here(), e)) {
    const year_month_day day = std::chrono::year{*known} / int{e.month} / std::max(1, int{e.day});
    if (day.ok()) entry_ = sys_days{day}, entry_sentence_ = sentence_;
  }
  if (e.day == 0) {
    date.value = known ? fmt::format(FMT_COMPILE("{:04}-{:02}"), *known, int{e.month})
                       : fmt::format(FMT_COMPILE("XXXX-{:02}"), int{e.month});
    if (known) tell(sys_days{std::chrono::year{*known} / int{e.month} / 1}, true);
  } else if (!known) {
    date.value = day_value(e.month, e.day);
  } else {
    year_month_day day = std::chrono::year{*known} / int{e.month} / int{e.day};
    if (const auto other = other_reading(story_, e); other && other == anchor_) day = *other;  // the story's own day
    if (day.ok() && e.unit == TimeUnit::week) {
      date.value = week_value(iso_week(sys_days{day}));
    } else if (!day.ok()) {
      date.value = fmt::format(FMT_COMPILE("{:04}-{:02}-{:02}"), *known, int{e.month}, int{e.day});
    } else {
      date.value = day_value(sys_days{day});
      tell(sys_days{day});
    }
  }
  if (e.day != 0) finish_day(date, e);
}

std::optional<int> DateResolver::year_of_month(const DateExpression& e) {
  if (e.year != 0) {
    tell_year(e.year);
    if (anchor_) years_.tell(e, e.year, *anchor_);
    return e.year;
  }
  if (const std::optional<int> year = year_beside_told(e)) return year;
  if (const std::optional<int> year = year_of_pair(story_, e, rest_)) return year;
  if (const std::optional<int> year = year_of_entry(e)) return year;
  if (!anchor_) return std::nullopt;
  if (const std::optional<int> year = year_of_range(e)) return year;
  if (const std::optional<int> year = year_in_entry(e)) return year;
  return e.day == 0 ? nearest_year(e, *anchor_, direction_of(e))
                    : years_.year_of_day(story_, lexicon_, e, rest_, *anchor_);
}

// "was founded in 2000 and listed in December that year", "in May of the following year": counted from the year told.
std::optional<int> DateResolver::year_beside_told(const DateExpression& e) const {
  if (e.unit != TimeUnit::year || !is_year_told_near()) return std::nullopt;
  switch (e.relation) {
    case Relation::that:
    case Relation::same:
      return told_year_;
    case Relation::following:
      return told_year_ + 1;
    default:
      return std::nullopt;
  }
}

// The first month of "the January-October period", "from May to July": the year of the last, by which the period is
// mostly over, or the one before.
std::optional<int> DateResolver::year_of_range(const DateExpression& e) const {
  constexpr std::string_view kMarks[] = {"-", "\u2013", " - ", " to ", " through "};
  if (e.day != 0 || rest_.empty()) return std::nullopt;
  const DateExpression& end = rest_.front();
  if (end.form != DateForm::calendar || end.month == 0 || end.day != 0 || end.span.start < e.span.end)
    return std::nullopt;
  const std::string_view mark = story_.words({e.span.end, end.span.start});
  if (std::find(std::begin(kMarks), std::end(kMarks), mark) == std::end(kMarks)) return std::nullopt;
  return nearest_year(end, *anchor_, direction_of(end)) - (e.month > end.month ? 1 : 0);
}

// "Dec. 4, 2008 - Acme asks for help. / Jan. 13 - Acme names a chairman.": each entry of a chronology follows the one
// before it, if that doesn't lead beyond the story's day.
std::optional<int> DateResolver::year_of_entry(const DateExpression& e) const {
  if (!entry_ || e.day == 0 || e.relation != Relation::none || !opens_chronicle(story_, here(), e)) return std::nullopt;
  for (int y = year_of(*entry_); y <= year_of(*entry_) + 1; ++y) {
    const year_month_day day = std::chrono::year{y} / int{e.month} / int{e.day};
    if (!day.ok() || sys_days{day} < *entry_) continue;
    return anchor_ && sys_days{day} > *anchor_ ? std::nullopt : std::optional(y);
  }
  return std::nullopt;
}

// "Oct. 31, 2007 - Acme reports a loss. Its head left on Oct. 30.": counted from the entry's day.
std::optional<int> DateResolver::year_in_entry(const DateExpression& e) const {
  constexpr std::size_t kMostSentences = 2;
  constexpr days kLongAgo{180};  // else the story's day tells as well
  if (!entry_ || sentence_ - entry_sentence_ > kMostSentences || *anchor_ - *entry_ < kLongAgo) return std::nullopt;
  return nearest_year(e, *entry_, direction_of(e));
}

void DateResolver::weekday(const DateExpression& e, Date& date) {
  std::optional<sys_days> day;
  if (anchor_) day = e.day != 0 ? nearest_weekday_and_day(e, *anchor_, direction_of(e)) : day_by_number(e);
  if (anchor_ && !day && e.day == 0) day = is_dateline_day(e) ? dateline_day_ : day_in_row(e);
  if (anchor_ && !day && e.day == 0)
    day = nearest_weekday(e, *anchor_, told_, is_tomorrow(e) ? Direction::future : direction_of(e));
  date.value = day          ? day_value(*day)
               : e.day != 0 ? day_value(0, e.day)
                            : fmt::format(FMT_COMPILE("XXXX-WXX-{}"), int{e.weekday});
  if (day) tell(*day);
  weekday_told_ = day;
  weekday_end_ = e.end_token;
  finish_day(date, e);
}

// "closed on Monday (29) and Tuesday (30)"; nothing where no such day is near, as the number is wrong.
std::optional<sys_days> DateResolver::day_by_number(const DateExpression& e) const {
  constexpr days kNear{14};
  const int number = day_in_brackets(story_, e);
  if (number == 0) return std::nullopt;
  DateExpression numbered = e;
  numbered.day = static_cast<std::int8_t>(number);
  const auto day = nearest_weekday_and_day(numbered, *anchor_, Direction::unknown);
  return day && abs(*day - *anchor_) <= kNear ? day : std::nullopt;
}

// The weekday of tomorrow, which nothing says to be that of six days ago: "investors await data on Friday", "worked
// through the night and into Friday", told on Thursday. In the lead it is the story's own day, sent where that had come
// already ("TOKYO (Reuters) - ... said on Friday"): no wire's lead tells what is six days old. Not where it tells of
// its own day too, in the dateline or by a weekday ("was charged on Thursday with a murder committed on Friday").
bool DateResolver::is_tomorrow(const DateExpression& e) {
  if (e.relation != Relation::none || e.unit != TimeUnit::none || iso_weekday(*anchor_ + days{1}) != e.weekday)
    return false;
  if (is_behind(story_, e, hash_word("into"))) return true;
  if (is_behind(story_, e, hash_word("since"))) return false;
  const Direction direction = direction_of(e);
  if (direction == Direction::unknown && is_left_open(story_, here(), e)) return true;
  const bool is_sent_today =
      (dateline_day_ && *dateline_day_ == *anchor_) || (weekday_told_ && *weekday_told_ == *anchor_);
  if (sentence_ == lead_ && here().part == Part::body && story_.structure.dateline && !is_sent_today)
    is_sent_tomorrow_ = true;
  return is_sent_tomorrow_;
}

// "closed on Monday and Tuesday", "Wednesday through Sunday": the second is the one that follows the first, wherever
// that lies. Not "strikes on Friday and Tuesday".
std::optional<sys_days> DateResolver::day_in_row(const DateExpression& e) const {
  constexpr int kLongestStep = 2;
  if (!weekday_told_ || e.relation != Relation::none || e.unit != TimeUnit::none) return std::nullopt;
  const int step = (e.weekday - iso_weekday(*weekday_told_) + 7) % 7;
  const bool follows = step > 0 && step <= kLongestStep && is_listed_behind(story_, weekday_end_, e);
  if (!follows && !is_end_of_range(story_, weekday_end_, e)) return std::nullopt;
  return *weekday_told_ + days{step};
}

// "SHANGHAI, Nov 4 - ... on Tuesday", sent where it was still Monday: the weekday of a dateline of tomorrow is that
// day.
bool DateResolver::is_dateline_day(const DateExpression& e) const {
  return dateline_day_ && e.relation == Relation::none && *dateline_day_ == *anchor_ + days{1} &&
         iso_weekday(*dateline_day_) == e.weekday;
}

void DateResolver::season(const DateExpression& e, Date& date) {
  if (e.year != 0) tell_year(e.year);
  const int y = e.year != 0 ? e.year : anchor_ ? nearest_season_year(e, *anchor_, direction_of(e)) : 0;
  date.value = fmt::format(FMT_COMPILE("{}-{}"), y != 0 ? year_value(y) : "XXXX", season_code(e.season));
}

// In November, "will rise in the first quarter". Not "from the plunge recorded in the first quarter".
bool DateResolver::is_to_come(const DateExpression& e) const {
  const std::uint32_t in = e.first_token;
  if (!is_behind(story_, e, hash_word("in")) || story_.pos_tags.size() != story_.tokens.size()) return false;
  return (in < 2 || story_.pos_tags[in - 2] != PosTag::VBN) && direction_of(e) == Direction::future;
}

void DateResolver::quarter_or_half(const DateExpression& e, Date& date) {
  const bool half = e.unit == TimeUnit::half;
  const char letter = half ? 'H' : 'Q';
  if (e.decade != 0) {
    date.value = decade_value(e.decade);
    date.mod = e.ordinal == 1 ? "START" : "END";
    return;
  }
  int y = e.year;
  int number = e.ordinal;
  if (number < 0 || e.relation == Relation::last || e.relation == Relation::end)
    number = number > 0 ? number : half ? 2 : 4;
  const bool by_year = e.relation != Relation::none;
  if (y == 0 && anchor_) {
    y = year_of(*anchor_);
    const int now = half ? (quarter_of(*anchor_) + 1) / 2 : quarter_of(*anchor_);
    if (by_year)
      y += step_of(e.relation);
    else if (!half && number == 1 && now > 2 && is_to_come(e))
      ++y;
    else if (number > now && direction_of(e) != Direction::future)
      --y;
  }
  if (number == 0 && quarters_.reported()) number = quarters_.reported()->number;
  const std::string shown = number > 0 ? std::to_string(number) : "X";
  date.value = y != 0 ? fmt::format(FMT_COMPILE("{:04}-{}{}"), y, letter, shown)
                      : fmt::format(FMT_COMPILE("XXXX-{}{}"), letter, shown);
  if (!half && y != 0 && number > 0) quarters_.tell({y, number}, current_quarter());
}

void DateResolver::holiday(const DateExpression& e, Date& date) {
  const auto row = e.holiday - 1;
  const bool fixed = lexicon_.holidays.cell(row, 1).starts_with('f');
  if (e.year != 0) {
    date.value = holiday_unit_value(holiday_in(lexicon_.holidays, row, e.year), e.unit);
  } else if (!anchor_ && (e.unit == TimeUnit::week || e.unit == TimeUnit::weekend)) {
    date.value = unknown_value(e.unit);
  } else if (!anchor_) {
    date.value = fixed ? "XXXX" + day_value(holiday_in(lexicon_.holidays, row, 2000)).substr(4) : "XXXX-XX-XX";
  } else {
    const sys_days best = nearest_holiday(e, *anchor_, direction_of(e), lexicon_.holidays);
    date.value = holiday_unit_value(best, e.unit);
    tell(best);
  }
}

void DateResolver::year_end(Date& date) const {
  date.value = anchor_ ? year_value(year_of(*anchor_)) : "XXXX";
  date.mod = mod_code(DateMod::end);
}

}  // namespace wirecut
