// What an expression counts from the story's day or from what was told before: "last year", "two weeks later", "a year
// earlier", "the quarter"; and lengths, some of which are days ahead ("will be redeemed in five years").

#include "resolve/date_resolver.h"

#include <fmt/compile.h>

#include "lexicon/hash.h"
#include "resolve/date_context.h"
#include "resolve/date_values.h"
#include "resolve/time_units.h"

namespace wirecut {

using namespace std::chrono;

namespace {

std::string value_of(Quarter quarter) { return quarter_value(quarter.year, quarter.number); }

}  // namespace

void DateResolver::relative(const DateExpression& e, Date& date) {
  const bool on_told = e.relation == Relation::that || e.relation == Relation::same ||
                       e.relation == Relation::following || e.relation == Relation::previous ||
                       (e.relation == Relation::next && e.unit == TimeUnit::day);
  if (e.unit == TimeUnit::quarter) return relative_quarter(e, date);
  if (e.unit == TimeUnit::year && e.relation == Relation::last && quarters_.compared() &&
      is_compared_with(story_, here(), e)) {
    date.value = value_of(quarters_.compared()->year_before());
    return;
  }
  const std::optional<sys_days> base = on_told && told_ ? told_base(e) : anchor_;
  const int step = step_of(e.relation);
  if (is_clock_unit(e.unit)) {
    date.value = reference_code(step < 0   ? TimeReference::past
                                : step > 0 ? TimeReference::future
                                           : TimeReference::present);
    return;
  }
  if (!base) {
    date.value = unknown_value(e.unit);
    return;
  }
  if (e.unit == TimeUnit::day && on_told && told_month_ && step == 0) {
    date.value = month_value(*base) + "-XX";
    return;
  }
  if (e.unit == TimeUnit::year && on_told && (is_year_told_near() || (told_year_ != 0 && step == 0))) {
    date.value = year_value(told_year_ + step);
    return;
  }
  // "over the past decade": that long; "in the last decade" names it
  if (e.unit == TimeUnit::decade && step < 0 &&
      (is_behind(story_, e, hash_word("over")) || is_behind(story_, e, hash_word("during")))) {
    date.type = DateType::duration;
    date.value = length_value(e.unit, 1, false);
    return;
  }
  const bool completed = e.relation == Relation::latest && e.unit == TimeUnit::year;  // "the latest fiscal year"
  const sys_days day = moved(*base, e.unit, completed ? -1 : step);
  date.value = unit_value(day, e.unit);
  if (on_told && e.unit == TimeUnit::day) tell(day);
  if (e.unit == TimeUnit::year && e.relation == Relation::last) tell_year(year_of(day));
}

void DateResolver::relative_quarter(const DateExpression& e, Date& date) {
  if (e.relation == Relation::same || e.relation == Relation::that) {
    date.value = quarters_.last() ? value_of(*quarters_.last()) : "XXXX-QX";
    return;
  }
  if (!anchor_) {
    date.value = "XXXX-QX";
    return;
  }
  const int step = e.relation == Relation::latest ? -1 : step_of(e.relation);
  const sys_days day = moved(*anchor_, TimeUnit::quarter, step);
  date.value = quarter_value(year_of(day), quarter_of(day));
  quarters_.tell({year_of(day), quarter_of(day)}, current_quarter());
}

void DateResolver::shift(const DateExpression& e, Date& date) {
  const std::optional<sys_days> base = !e.from_anchor && told_ ? told_base(e) : anchor_;
  if (e.quantity == DateExpression::kVague || (e.plural && e.quantity == 0) || is_clock_unit(e.unit) || e.and_half) {
    date.value = reference_code(e.step < 0 ? TimeReference::past : TimeReference::future);
    return;
  }
  if (!base) {
    date.value = unknown_value(e.unit);
    return;
  }
  if (e.unit == TimeUnit::year && e.definite && is_year_told_near()) {  // "the year before"
    date.value = year_value(told_year_ + e.step);
    return;
  }
  const sys_days day = moved(*base, e.unit, std::int64_t{e.quantity} * e.step);
  if (is_outside_calendar(day))  // "10,000 years ago"
    date.value = reference_code(e.step < 0 ? TimeReference::past : TimeReference::future);
  else
    date.value = unit_value(day, e.unit);
  if (e.part != DayPart::none) finish_day(date, e);  // "the night before"
}

void DateResolver::year_ago(const DateExpression& e, Date& date) {
  if (e.quantity > 1) {
    date.type = DateType::duration;
    date.value = length_value(e.unit, e.quantity, false);
    return;
  }
  if (e.ordinal > 0 && anchor_) {
    const int y = quarters_.reported() ? quarters_.reported()->year : year_of(*anchor_);
    date.value = quarter_value(y - 1, e.ordinal);
  } else if (quarters_.compared()) {
    quarters_.compare(quarters_.compared()->year_before());
    date.value = value_of(*quarters_.last());
  } else if (e.unit == TimeUnit::quarter) {
    date.value = anchor_ ? fmt::format(FMT_COMPILE("{:04}-QX"), year_of(*anchor_) - 1) : "XXXX-QX";
  } else {
    date.value = anchor_ ? year_value(year_of(*anchor_) - 1) : "XXXX";
  }
}

// In a report on the fourth quarter "For the full year, profit rose" tells of the one it closed.
int DateResolver::reported_year(const DateExpression& e) const {
  const int now = year_of(*anchor_);
  const std::optional<Quarter> reported = quarters_.reported();
  const bool closed = reported && reported->year == now - 1 && reported->number == 4;
  const bool opens = e.first_token == here().first_token + 1 && is_behind(story_, e, hash_word("for"));
  return closed && opens && direction_of(e) != Direction::future ? now - 1 : now;
}

// "the quarter", "the year", "the latest period"
void DateResolver::story_unit(const DateExpression& e, Date& date) {
  if (e.unit == TimeUnit::weekend) {
    if (!anchor_) {
      date.value = "XXXX-WXX-WE";
      return;
    }
    const int step = direction_of(e) == Direction::future || iso_weekday(*anchor_) >= 6 ? 0 : -1;
    date.value = unit_value(*anchor_ + days{7 * step}, TimeUnit::weekend);
  } else if (e.unit == TimeUnit::year) {
    if (is_ended(story_, e) || is_behind(story_, e, hash_word("throughout"))) {
      date.type = DateType::duration;
      date.value = "P1Y";
    } else {
      date.value = anchor_ ? year_value(reported_year(e)) : "XXXX";
    }
  } else if (e.unit != TimeUnit::quarter && e.unit != TimeUnit::none) {
    date.value = anchor_ ? unit_value(*anchor_, e.unit) : unknown_value(e.unit);
  } else if (quarters_.reported()) {
    date.value = value_of(*quarters_.reported());
  } else if (const std::optional<Quarter> ended = anchor_ ? quarter_ended(story_, e, rest_, *anchor_) : std::nullopt) {
    date.value = value_of(*ended);
    quarters_.tell(*ended, current_quarter());
  } else if (anchor_) {
    const sys_days day = moved(*anchor_, TimeUnit::quarter, -1);
    date.value = quarter_value(year_of(day), quarter_of(day));
  } else {
    date.value = "XXXX-QX";
  }
}

void DateResolver::duration(const DateExpression& e, Date& date) {
  // "For the nine months ... a year earlier" is the same months of the year before.
  if (e.unit == TimeUnit::month && (e.definite || e.ordinal != 0)) quarters_.tell_months();
  if (is_beside_event(story_, e)) {
    date.value = reference_code(direction_of(e) == Direction::future ? TimeReference::future : TimeReference::past);
    return;
  }
  if (is_some_day_ahead(story_, e)) {
    date.value = reference_code(TimeReference::future);
    return;
  }
  if (may_lie_ahead(story_, e) && direction_of(e) == Direction::future) {
    DateExpression ahead = e;
    ahead.step = 1;
    ahead.from_anchor = true;
    return shift(ahead, date);
  }
  const bool is_rate = is_percent_rate(story_, e);
  date.type = is_rate ? DateType::set : DateType::duration;
  date.value = length_value(e.unit, e.quantity == 0 && e.plural ? DateExpression::kVague : e.quantity, e.and_half);
}

}  // namespace wirecut
