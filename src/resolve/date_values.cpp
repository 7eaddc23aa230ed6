#include "resolve/date_values.h"

#include <fmt/compile.h>

#include "resolve/time_units.h"

namespace wirecut {
namespace {

using namespace std::chrono;

struct UnitCode {
  std::string_view code;
  int times;   // in units of the code
  bool clock;  // behind the T
};

// A decade is written in years and a fortnight in weeks: the guideline's own codes for them are hardly used.
UnitCode unit_code(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::second:
      return {"S", 1, true};
    case TimeUnit::minute:
      return {"M", 1, true};
    case TimeUnit::hour:
      return {"H", 1, true};
    case TimeUnit::day:
      return {"D", 1, false};
    case TimeUnit::week:
      return {"W", 1, false};
    case TimeUnit::fortnight:
      return {"W", 2, false};
    case TimeUnit::month:
      return {"M", 1, false};
    case TimeUnit::quarter:
      return {"Q", 1, false};
    case TimeUnit::half:
      return {"M", 6, false};
    case TimeUnit::year:
      return {"Y", 1, false};
    case TimeUnit::decade:
      return {"Y", 10, false};
    case TimeUnit::century:
      return {"Y", 100, false};
    case TimeUnit::millennium:
      return {"Y", 1000, false};
    case TimeUnit::weekend:
      return {"WE", 1, false};
    case TimeUnit::none:
      break;
  }
  return {"X", 1, false};
}

// What half of a unit is: "two and a half years" is P2Y6M.
std::string_view half_of(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::year:
      return "6M";
    case TimeUnit::hour:
      return "30M";
    case TimeUnit::minute:
      return "30S";
    case TimeUnit::day:
      return "T12H";
    default:
      return "";
  }
}

// "Friday night", "Friday morning": newswire has them annotated as a day in 172 of 195 places, "Friday evening" and
// "Friday afternoon" as a time in 91 of 120 (as "last night" and "this morning").
bool is_counted_as_day(const DateExpression& e) {
  return e.form == DateForm::calendar && (e.part == DayPart::night || e.part == DayPart::morning);
}

}  // namespace

std::string day_value(sys_days day) {
  const year_month_day ymd{day};
  return fmt::format(FMT_COMPILE("{:04}-{:02}-{:02}"), static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month()),
                     static_cast<unsigned>(ymd.day()));
}

std::string day_value(int month, int day) {
  return month == 0 ? fmt::format(FMT_COMPILE("XXXX-XX-{:02}"), day)
                    : fmt::format(FMT_COMPILE("XXXX-{:02}-{:02}"), month, day);
}

std::string month_value(sys_days day) { return day_value(day).substr(0, 7); }

std::string week_value(IsoWeek week) { return fmt::format(FMT_COMPILE("{:04}-W{:02}"), week.year, week.week); }

std::string quarter_value(int year, int quarter) { return fmt::format(FMT_COMPILE("{:04}-Q{}"), year, quarter); }

std::string year_value(int year) { return fmt::format(FMT_COMPILE("{:04}"), year); }

std::string decade_value(int decade) { return fmt::format(FMT_COMPILE("{:03}"), decade); }

std::string length_value(TimeUnit unit, std::int32_t count, bool and_half) {
  const UnitCode code = unit_code(unit);
  const std::string_view half = and_half ? half_of(unit) : "";
  if (count < 0) {
    if (unit == TimeUnit::decade) return "PXDE";
    if (unit == TimeUnit::century) return "PXCE";
    return fmt::format(FMT_COMPILE("P{}X{}"), code.clock ? "T" : "", code.code);
  }
  if (and_half && code.times % 2 == 0)  // "half a century"
    return fmt::format(FMT_COMPILE("P{}{}"), std::int64_t{count} * code.times + code.times / 2, code.code);
  if (count == 0 && half.empty()) return fmt::format(FMT_COMPILE("P0.5{}"), code.code);  // "half a week"
  if (count == 0) return fmt::format(FMT_COMPILE("P{}{}"), code.clock ? "T" : "", half);
  return fmt::format(FMT_COMPILE("P{}{}{}{}"), code.clock ? "T" : "", std::int64_t{count} * code.times, code.code,
                     half);
}

std::string_view season_code(Season season) {
  constexpr std::string_view kCodes[] = {"", "SP", "SU", "FA", "WI"};
  return kCodes[static_cast<std::size_t>(season)];
}

std::string_view part_code(DayPart part) {
  constexpr std::string_view kCodes[] = {"", "MO", "MI", "AF", "EV", "NI", "DT"};
  return kCodes[static_cast<std::size_t>(part)];
}

std::string_view reference_code(TimeReference reference) {
  constexpr std::string_view kCodes[] = {"", "PAST_REF", "PRESENT_REF", "FUTURE_REF"};
  return kCodes[static_cast<std::size_t>(reference)];
}

std::string_view mod_code(DateMod mod) {
  constexpr std::string_view kCodes[] = {"",          "START",     "MID",           "END",           "APPROX",
                                         "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE", "AFTER"};
  return kCodes[static_cast<std::size_t>(mod)];
}

std::string clock_value(int minutes) { return fmt::format(FMT_COMPILE("T{:02}:{:02}"), minutes / 60, minutes % 60); }

std::string set_value(const DateExpression& e) {
  if (e.weekday != 0) {
    std::string value = fmt::format(FMT_COMPILE("XXXX-WXX-{}"), int{e.weekday});
    if (e.part != DayPart::none) value += fmt::format(FMT_COMPILE("T{}"), part_code(e.part));
    return value;
  }
  if (e.month != 0) return fmt::format(FMT_COMPILE("XXXX-{:02}"), int{e.month});
  if (e.season != Season::none) return fmt::format(FMT_COMPILE("XXXX-{}"), season_code(e.season));
  if (e.part != DayPart::none) return fmt::format(FMT_COMPILE("XXXX-XX-XXT{}"), part_code(e.part));
  if (e.unit == TimeUnit::weekend) return "XXXX-WXX-WE";
  if (e.unit == TimeUnit::month && e.day != 0) return fmt::format(FMT_COMPILE("XXXX-XX-{:02}"), int{e.day});
  return length_value(e.unit, e.ordinal > 1 ? e.ordinal : e.quantity > 0 ? e.quantity : 1, false);
}

void set_reference(Date& date, const DateExpression& e) {
  const int step = step_of(e.relation);
  TimeReference reference = step < 0 ? TimeReference::past : step > 0 ? TimeReference::future : TimeReference::present;
  if (e.relation == Relation::recent || e.relation == Relation::that) reference = TimeReference::past;
  date.value = reference_code(reference);
  const bool ahead_or_recent = e.relation == Relation::recent || e.relation == Relation::next;
  const bool near_by = e.unit == TimeUnit::month || e.unit == TimeUnit::week || e.unit == TimeUnit::day;
  if (ahead_or_recent && near_by) {
    date.type = DateType::duration;
    date.value = length_value(e.unit, DateExpression::kVague, false);
  }
}

void add_time(Date& date, const DateExpression& e) {
  if (e.clock >= 0) {
    date.value += clock_value(e.clock);
    if (e.zone_known && e.zone == 0) date.value += 'Z';
    date.type = DateType::time;
  } else if (e.part != DayPart::none) {
    date.value += fmt::format(FMT_COMPILE("T{}"), part_code(e.part));
    if (!is_counted_as_day(e)) date.type = DateType::time;
  }
}

}  // namespace wirecut
