// The rules were measured on newswire: a weekday is the last one on or before the story's day (right in 91 of 100),
// ahead only behind "will", "until", "scheduled"; a month and day is the nearest, with 90 days' penalty against the
// direction of the cue (97 of 100).

#include "resolve/nearest_day.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "resolve/calendar.h"
#include "resolve/time_units.h"

namespace wirecut {
namespace {

using namespace std::chrono;

// What a date against the direction must be nearer by, times penalties_of().
constexpr std::int64_t kPenaltyDays = 90;
constexpr std::int64_t kContradiction = 1000;  // "last May" lies behind, whatever is nearer

// "The year ended Jan. 31" tells of the past; "said there could be cuts in February" needn't; "In January, the firm
// hired" can't but.
std::int64_t penalties_of(bool whole_month, Direction direction) {
  if (direction == Direction::told) return 4;
  if (whole_month) return 2;
  return direction == Direction::past ? 3 : 1;
}

std::int64_t cost_of(const DateExpression& e, sys_days day, sys_days anchor, bool whole_month, Direction direction) {
  const std::int64_t ahead = (day - anchor).count();
  if (const int step = step_of(e.relation); step < 0) {
    const bool fits = ahead < 0 && !(whole_month && month_of(day) == month_of(anchor));
    return fits ? -ahead : kContradiction + std::abs(ahead);
  } else if (e.relation == Relation::next) {
    return ahead > 0 ? ahead : kContradiction - ahead;
  }
  const bool against = direction == Direction::future ? ahead < 0 : ahead > 0;
  return std::abs(ahead) + (against ? kPenaltyDays * penalties_of(whole_month, direction) : 0);
}

std::array<int, 3> years_around(sys_days anchor) {
  const int now = year_of(anchor);
  return {now, now - 1, now + 1};
}

// February 29 is not of every year: "He left on Feb. 29" tells of the last one, "fell due on Feb. 29", written in
// March, too.
int leap_year_of(const DateExpression& e, sys_days anchor, Direction direction) {
  const auto leap_day = [](int y) { return year{y} / February / 29; };
  const auto is_over = [&](int y) { return sys_days{leap_day(y)} <= anchor; };
  int last = year_of(anchor), next = last;
  while (!leap_day(last).ok() || !is_over(last)) --last;
  while (!leap_day(next).ok() || is_over(next)) ++next;
  const days since = anchor - sys_days{leap_day(last)}, left = sys_days{leap_day(next)} - anchor;
  if (e.relation == Relation::next) return next;
  if (direction == Direction::future) return since.count() < kPenaltyDays ? last : next;
  return direction == Direction::unknown && left < since ? next : last;
}

}  // namespace

int nearest_year(const DateExpression& e, sys_days anchor, Direction direction) {
  if (e.year != 0) return e.year;
  if (e.unit == TimeUnit::year) return year_of(anchor) + step_of(e.relation);
  if (e.month == 2 && e.day == 29 && e.weekday == 0) return leap_year_of(e, anchor, direction);
  std::optional<int> best;
  std::int64_t best_cost = 0;
  for (int y : years_around(anchor)) {
    const year_month_day day = year{y} / int{e.month} / std::max(1, int{e.day});
    if (!day.ok()) continue;
    if (e.weekday != 0 && iso_weekday(sys_days{day}) != e.weekday) continue;
    const std::int64_t cost = cost_of(e, sys_days{day}, anchor, e.day == 0, direction);
    if (best && cost >= best_cost) continue;
    best = y;
    best_cost = cost;
  }
  return best.value_or(year_of(anchor));
}

sys_days nearest_weekday(const DateExpression& e, sys_days anchor, std::optional<sys_days> told, Direction direction) {
  const int now = iso_weekday(anchor);
  int offset = e.weekday - now;
  const int step = step_of(e.relation);
  if (e.unit == TimeUnit::week) {
    offset += 7 * step;
  } else if (e.relation == Relation::previous && told) {
    offset = static_cast<int>((*told - anchor).count()) - 1;
    offset -= ((now + offset - e.weekday) % 7 + 7) % 7;
  } else if (step < 0) {
    if (offset >= 0) offset -= 7;
  } else if (step > 0) {
    if (offset <= 0) offset += 7;
  } else if (e.relation == Relation::none || e.relation == Relation::that) {
    const bool ahead = direction == Direction::future;
    if (offset > 0 && !ahead) offset -= 7;
    if (offset < 0 && ahead) offset += 7;
  } else if (direction == Direction::future && offset < 0) {  // on Sunday, "opens this Monday"
    offset += 7;
  }
  return anchor + days{offset};
}

std::optional<sys_days> nearest_weekday_and_day(const DateExpression& e, sys_days anchor, Direction direction) {
  const year_month_day now{anchor};
  std::optional<sys_days> best;
  for (int step : {0, -1, 1}) {
    const year_month_day candidate = (year_month{now.year(), now.month()} + months{step}) / int{e.day};
    if (!candidate.ok() || iso_weekday(sys_days{candidate}) != e.weekday) continue;
    const auto cost = [&](sys_days day) {
      return direction == Direction::unknown ? std::abs((day - anchor).count())
                                             : cost_of(e, day, anchor, false, direction);
    };
    if (!best || cost(sys_days{candidate}) < cost(*best)) best = candidate;
  }
  return best;
}

int nearest_season_year(const DateExpression& e, sys_days anchor, Direction direction) {
  const int now = year_of(anchor);
  const int month = month_of(anchor);
  const int first_month = 3 * static_cast<int>(e.season);  // March, June, September, December
  const int step = step_of(e.relation);
  if (e.relation == Relation::next && month < first_month) return now;
  if (e.unit == TimeUnit::year || e.relation == Relation::next) return now + step;
  if (step < 0) return month < first_month + 3 ? now - 1 : now;
  // In December, "plans to retire this spring"; in June that is still this one.
  constexpr int kLongOver = 6;
  if (e.relation == Relation::present && direction == Direction::future && month >= first_month + kLongOver)
    return now + 1;
  const bool long_ahead = month + 3 < first_month;
  return e.relation == Relation::none && direction != Direction::future && long_ahead ? now - 1 : now;
}

sys_days nearest_holiday(const DateExpression& e, sys_days anchor, Direction direction, const Table& holidays) {
  const auto day_in = [&](int y) { return holiday_in(holidays, e.holiday - 1, y); };
  const auto cost = [&](int y) { return cost_of(e, day_in(y), anchor, false, direction); };
  const std::array<int, 3> years = years_around(anchor);
  return day_in(*std::min_element(years.begin(), years.end(), [&](int a, int b) { return cost(a) < cost(b); }));
}

}  // namespace wirecut
