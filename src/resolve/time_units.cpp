#include "resolve/time_units.h"

#include <fmt/compile.h>

#include <algorithm>
#include <array>

#include "resolve/calendar.h"
#include "resolve/date_values.h"

namespace wirecut {
namespace {

using namespace std::chrono;

struct UnitWorth {
  int days = 0;
  int months = 0;
  std::string_view unknown = "XXXX-XX-XX";
};

// In the order of TimeUnit.
constexpr std::array<UnitWorth, 15> kUnits = {{
    {},                     // none
    {},                     // second
    {},                     // minute
    {},                     // hour
    {1, 0},                 // day
    {7, 0, "XXXX-WXX"},     // week
    {14, 0, "XXXX-WXX"},    // fortnight
    {0, 1, "XXXX-XX"},      // month
    {0, 3, "XXXX-QX"},      // quarter
    {0, 6, "XXXX-HX"},      // half
    {0, 12, "XXXX"},        // year
    {0, 120, "XXX"},        // decade
    {0, 1200, "XX"},        // century
    {0, 12000, "X"},        // millennium
    {7, 0, "XXXX-WXX-WE"},  // weekend
}};
static_assert(static_cast<std::size_t>(TimeUnit::weekend) + 1 == kUnits.size());

const UnitWorth& worth_of(TimeUnit unit) { return kUnits[static_cast<std::size_t>(unit)]; }

constexpr sys_days kFirstDay{year{1} / 1 / 1}, kLastDay{year{9999} / 12 / 31};

}  // namespace

bool is_clock_unit(TimeUnit unit) {
  return unit == TimeUnit::second || unit == TimeUnit::minute || unit == TimeUnit::hour;
}

sys_days moved(sys_days from, TimeUnit unit, std::int64_t count) {
  constexpr std::int64_t kMost = 10'000;  // the calendar's years
  count = std::clamp(count, -kMost, kMost);
  const UnitWorth& worth = worth_of(unit);
  if (worth.days != 0) return std::clamp(from + days{worth.days * count}, kFirstDay, kLastDay);
  const std::int64_t months = std::clamp(worth.months * count, -12 * kMost, 12 * kMost);
  return std::clamp(add_months(from, static_cast<int>(months)), kFirstDay, kLastDay);
}

bool is_outside_calendar(sys_days day) { return day <= kFirstDay || day >= kLastDay; }

std::string unit_value(sys_days day, TimeUnit unit) {
  switch (unit) {
    case TimeUnit::week:
    case TimeUnit::fortnight:
      return week_value(iso_week(day));
    case TimeUnit::weekend:
      return week_value(iso_week(day)) + "-WE";
    case TimeUnit::month:
      return month_value(day);
    case TimeUnit::quarter:
      return quarter_value(year_of(day), quarter_of(day));
    case TimeUnit::half:
      return fmt::format(FMT_COMPILE("{:04}-H{}"), year_of(day), (quarter_of(day) + 1) / 2);
    case TimeUnit::year:
      return year_value(year_of(day));
    case TimeUnit::decade:
      return decade_value(year_of(day) / 10);
    case TimeUnit::century:
      return fmt::format(FMT_COMPILE("{:02}"), year_of(day) / 100);
    case TimeUnit::millennium:
      return fmt::format(FMT_COMPILE("{}"), year_of(day) / 1000);
    default:
      return day_value(day);
  }
}

std::string holiday_unit_value(sys_days day, TimeUnit unit) {
  if (unit == TimeUnit::weekend && iso_weekday(day) == 1) day -= days{1};
  return unit_value(day, unit == TimeUnit::week || unit == TimeUnit::weekend ? unit : TimeUnit::day);
}

std::string_view unknown_value(TimeUnit unit) { return worth_of(unit).unknown; }

int step_of(Relation relation) {
  switch (relation) {
    case Relation::last:
    case Relation::past:
    case Relation::previous:
      return -1;
    case Relation::next:
    case Relation::following:
      return 1;
    default:
      return 0;
  }
}

int year_of(sys_days day) { return static_cast<int>(year_month_day{day}.year()); }
int month_of(sys_days day) { return static_cast<int>(static_cast<unsigned>(year_month_day{day}.month())); }

}  // namespace wirecut
