// From what an expression says (dates/) to the days it names. One pass in text order with a little memory: the anchor
// (the story's day), the last day told, the last quarter told. The rules were measured on newswire:
//   a weekday is the last one on or before the anchor (right in 91 of 100), ahead only behind will, until, scheduled;
//   a month and day without a year is the nearest, with 90 days' penalty against the direction of the cue (97 of 100);
//   "a year earlier" behind a quarter is that quarter, a year before (52 of 55);
//   "two days later" counts from the last day told, "two days ago" from the anchor.
// Without an anchor the values stay partial: XXXX-05-01, XXXX-WXX-3.

#include "resolve/dates.h"

#include <fmt/format.h>

#include <array>
#include <cstdlib>

#include "lexicon/hash.h"
#include "resolve/calendar.h"
#include "resolve/date_values.h"
#include "resolve/direction.h"

namespace wirecut {
namespace {

using namespace std::chrono;

// What a date against its cue's direction must be nearer by.
constexpr int kPenaltyDays = 90;

bool is_clock_unit(TimeUnit unit) {
  return unit == TimeUnit::second || unit == TimeUnit::minute || unit == TimeUnit::hour;
}

int months_of(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::month: return 1;
    case TimeUnit::quarter: return 3;
    case TimeUnit::half: return 6;
    case TimeUnit::year: return 12;
    case TimeUnit::decade: return 120;
    case TimeUnit::century: return 1200;
    case TimeUnit::millennium: return 12000;
    default: return 0;
  }
}

int days_of(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::day: return 1;
    case TimeUnit::week:
    case TimeUnit::weekend: return 7;
    case TimeUnit::fortnight: return 14;
    default: return 0;
  }
}

// The first year that the calendar of std::chrono and four digits both hold, and the last.
sys_days within_calendar(sys_days day) {
  return std::clamp(day, sys_days{year{1} / 1 / 1}, sys_days{year{9999} / 12 / 31});
}

sys_days moved(sys_days from, TimeUnit unit, std::int64_t count) {
  count = std::clamp<std::int64_t>(count, -5000, 5000);
  if (const int n = days_of(unit); n != 0) return within_calendar(from + days{n * count});
  const auto n = static_cast<int>(months_of(unit) * count);
  if (std::abs(n) > 12 * 5000) return within_calendar(n < 0 ? sys_days{year{1} / 1 / 1} : sys_days{year{9999} / 12 / 31});
  return within_calendar(add_months(from, n));
}

int year_of(sys_days day) { return static_cast<int>(year_month_day{day}.year()); }
int month_of(sys_days day) { return static_cast<int>(static_cast<unsigned>(year_month_day{day}.month())); }

// A step from the present: -1 last, +1 next.
int step_of(Relation relation) {
  switch (relation) {
    case Relation::last:
    case Relation::past:
    case Relation::previous: return -1;
    case Relation::next:
    case Relation::following: return 1;
    default: return 0;
  }
}

struct Quarter {
  int year = 0;
  int number = 0;
};

class Resolver {
 public:
  Resolver(const Story& story, const Lexicon& lexicon) : story_(story), lexicon_(lexicon) {
    if (story.published) anchor_ = sys_days{story.published->day};
  }

  Date resolve(const DateExpression& e) {
    Date date;
    date.span = e.span;
    date.mod = mod_code(e.mod);
    find_sentence(e);
    switch (e.form) {
      case DateForm::calendar: calendar(e, date); break;
      case DateForm::relative: relative(e, date); break;
      case DateForm::relative_many: relative_many(e, date); break;
      case DateForm::shift: shift(e, date); break;
      case DateForm::year_ago: year_ago(e, date); break;
      case DateForm::story_unit: story_unit(e, date); break;
      case DateForm::duration: duration(e, date); break;
      case DateForm::decade: date.value = decade_value(e.decade); break;
      case DateForm::century: date.value = fmt::format("{:02}", e.ordinal - 1); break;
      case DateForm::day_offset: day_offset(e, date); break;
      case DateForm::clock: set_time(date, anchor_ ? day_value(*anchor_) : "XXXX-XX-XX", e); break;
      case DateForm::part_of_day: part_of_day(e, date); break;
      case DateForm::holiday: holiday(e, date); break;
      case DateForm::year_end: year_end(e, date); break;
      case DateForm::reference: date.value = reference_code(e.reference); break;
      case DateForm::set: set(e, date); break;
      case DateForm::nothing: break;
    }
    return date;
  }

 private:
  // ---- the calendar

  void calendar(const DateExpression& e, Date& date) {
    if (e.unit == TimeUnit::quarter || e.unit == TimeUnit::half) return quarter_or_half(e, date);
    if (e.season != Season::none) return season(e, date);
    if (e.month != 0) return month(e, date);
    if (e.weekday != 0) return weekday(e, date);
    date.value = year_value(e.year);
    told_year_ = e.year;
  }

  void month(const DateExpression& e, Date& date) {
    const std::optional<int> known = year_of_month(e);
    if (e.day == 0) {
      date.value = known ? fmt::format("{:04}-{:02}", *known, int{e.month}) : fmt::format("XXXX-{:02}", int{e.month});
      if (known) told_ = sys_days{std::chrono::year{*known} / int{e.month} / 1};
    } else if (!known) {
      date.value = day_value(e.month, e.day);
    } else {
      const year_month_day day = std::chrono::year{*known} / int{e.month} / int{e.day};
      if (day.ok() && e.unit == TimeUnit::week) {
        date.value = week_value(iso_week(sys_days{day}));
      } else if (!day.ok()) {
        date.value = fmt::format("{:04}-{:02}-{:02}", *known, int{e.month}, int{e.day});
      } else {
        date.value = day_value(sys_days{day});
        told_ = sys_days{day};
      }
    }
    if (e.day != 0) add_time(date, e);
  }

  // The year of a month (and day): as written, by relation, or the nearest that fits weekday and direction.
  std::optional<int> year_of_month(const DateExpression& e) const {
    if (e.year != 0) return e.year;
    if (!anchor_) return std::nullopt;
    const int now = year_of(*anchor_);
    if (e.unit == TimeUnit::year) return now + step_of(e.relation);
    const Direction direction = direction_of(e);
    std::optional<int> best;
    std::int64_t best_cost = 0;
    for (int y = now - 1; y <= now + 1; ++y) {
      const year_month_day day = std::chrono::year{y} / int{e.month} / std::max(1, int{e.day});
      if (!day.ok()) continue;
      if (e.weekday != 0 && iso_weekday(sys_days{day}) != e.weekday) continue;
      const std::int64_t cost = month_cost(e, sys_days{day}, direction);
      if (!best || cost < best_cost) {
        best = y;
        best_cost = cost;
      }
    }
    return best ? *best : now;
  }

  std::int64_t month_cost(const DateExpression& e, sys_days day, Direction direction) const {
    std::int64_t ahead = (day - *anchor_).count();
    if (e.relation == Relation::last || e.relation == Relation::past || e.relation == Relation::previous)
      return ahead < 0 && month_of(day) != (e.day == 0 ? month_of(*anchor_) : 0) ? -ahead : 1000 + std::abs(ahead);
    if (e.relation == Relation::next) return ahead > 0 ? ahead : 1000 - ahead;
    const bool against = direction == Direction::future ? ahead < 0 : ahead > 0;
    const bool whole_month = e.day == 0;
    return std::abs(ahead) + (against ? kPenaltyDays * (whole_month ? 2 : 1) : 0);
  }

  void weekday(const DateExpression& e, Date& date) {
    if (!anchor_) {
      date.value = fmt::format("XXXX-WXX-{}", int{e.weekday});
      add_time(date, e);
      return;
    }
    const int now = iso_weekday(*anchor_);
    int offset = e.weekday - now;
    if (e.unit == TimeUnit::week) {
      offset += 7 * step_of(e.relation);
    } else if (e.relation == Relation::previous && told_) {
      offset = static_cast<int>((*told_ - *anchor_).count()) - 1;  // the last such day before the one told
      offset -= ((now + offset - e.weekday) % 7 + 7) % 7;
    } else if (step_of(e.relation) < 0) {
      if (offset >= 0) offset -= 7;
    } else if (step_of(e.relation) > 0) {
      if (offset <= 0) offset += 7;
    } else if (e.relation == Relation::none || e.relation == Relation::that) {
      const bool ahead = direction_of(e) == Direction::future;
      if (offset > 0 && !ahead) offset -= 7;
      if (offset < 0 && ahead) offset += 7;
    }
    const sys_days day = *anchor_ + days{offset};
    date.value = day_value(day);
    told_ = day;
    add_time(date, e);
  }

  void season(const DateExpression& e, Date& date) {
    const std::string_view code = season_code(e.season);
    if (e.year != 0) {
      date.value = fmt::format("{:04}-{}", int{e.year}, code);
    } else if (!anchor_) {
      date.value = fmt::format("XXXX-{}", code);
    } else {
      const int now = year_of(*anchor_);
      const int first_month = 3 * static_cast<int>(e.season);  // March, June, September, December
      int y = now;
      if (e.unit == TimeUnit::year || e.relation == Relation::next) {
        y = now + step_of(e.relation);
        if (e.relation == Relation::next && month_of(*anchor_) < first_month) y = now;
      } else if (step_of(e.relation) < 0) {
        if (month_of(*anchor_) < first_month + 3) y = now - 1;
      } else if (e.relation == Relation::none && direction_of(e) != Direction::future) {
        if (month_of(*anchor_) + 3 < first_month) y = now - 1;
      }
      date.value = fmt::format("{:04}-{}", y, code);
    }
  }

  void quarter_or_half(const DateExpression& e, Date& date) {
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
      if (by_year) y += step_of(e.relation);
      else if (number > now && direction_of(e) != Direction::future) --y;
    }
    if (number == 0 && told_quarter_) number = told_quarter_->number;
    const std::string shown = number > 0 ? std::to_string(number) : "X";
    date.value = y != 0 ? fmt::format("{:04}-{}{}", y, letter, shown) : fmt::format("XXXX-{}{}", letter, shown);
    if (!half && y != 0 && number > 0) tell_quarter({y, number});
  }

  void tell_quarter(Quarter quarter) {
    told_quarter_ = last_quarter_ = quarter;
    told_months_ = false;
  }

  // ---- beside the anchor

  void relative(const DateExpression& e, Date& date) {
    const bool on_told = e.relation == Relation::that || e.relation == Relation::same ||
                         e.relation == Relation::following || e.relation == Relation::previous ||
                         (e.relation == Relation::next && e.unit == TimeUnit::day);
    if (e.unit == TimeUnit::quarter) return relative_quarter(e, date);
    const std::optional<sys_days> base = on_told && told_ ? told_ : anchor_;
    const int step = step_of(e.relation);
    if (is_clock_unit(e.unit)) {
      date.value = reference_code(step < 0 ? TimeReference::past : step > 0 ? TimeReference::future : TimeReference::present);
      return;
    }
    if (!base) {
      date.value = unknown_value(e.unit);
      return;
    }
    if (e.unit == TimeUnit::year && e.relation == Relation::that && told_year_ != 0) {
      date.value = year_value(told_year_);
      return;
    }
    const sys_days day = moved(*base, e.unit, step);
    date.value = unit_value(day, e.unit);
    if (on_told && e.unit == TimeUnit::day) told_ = day;
  }

  void relative_quarter(const DateExpression& e, Date& date) {
    if (e.relation == Relation::same || e.relation == Relation::that) {
      date.value = last_quarter_ ? quarter_value(last_quarter_->year, last_quarter_->number) : "XXXX-QX";
      return;
    }
    if (!anchor_) {
      date.value = "XXXX-QX";
      return;
    }
    const int step = e.relation == Relation::latest ? -1 : step_of(e.relation);
    const sys_days day = moved(*anchor_, TimeUnit::quarter, step);
    date.value = quarter_value(year_of(day), quarter_of(day));
    tell_quarter({year_of(day), quarter_of(day)});
  }

  // How the unit that holds `day` is written.
  static std::string unit_value(sys_days day, TimeUnit unit) {
    switch (unit) {
      case TimeUnit::week:
      case TimeUnit::fortnight: return week_value(iso_week(day));
      case TimeUnit::weekend: return week_value(iso_week(day)) + "-WE";
      case TimeUnit::month: return month_value(day);
      case TimeUnit::quarter: return quarter_value(year_of(day), quarter_of(day));
      case TimeUnit::half: return fmt::format("{:04}-H{}", year_of(day), (quarter_of(day) + 1) / 2);
      case TimeUnit::year: return year_value(year_of(day));
      case TimeUnit::decade: return decade_value(year_of(day) / 10);
      case TimeUnit::century: return fmt::format("{:02}", year_of(day) / 100);
      case TimeUnit::millennium: return fmt::format("{}", year_of(day) / 1000);
      default: return day_value(day);
    }
  }

  static std::string unknown_value(TimeUnit unit) {
    switch (unit) {
      case TimeUnit::week:
      case TimeUnit::fortnight: return "XXXX-WXX";
      case TimeUnit::weekend: return "XXXX-WXX-WE";
      case TimeUnit::month: return "XXXX-XX";
      case TimeUnit::quarter: return "XXXX-QX";
      case TimeUnit::year: return "XXXX";
      case TimeUnit::decade: return "XXX";
      case TimeUnit::century: return "XX";
      default: return "XXXX-XX-XX";
    }
  }

  static void relative_many(const DateExpression& e, Date& date) {
    const int step = step_of(e.relation);
    TimeReference reference = step < 0 ? TimeReference::past : step > 0 ? TimeReference::future : TimeReference::present;
    if (e.relation == Relation::recent || e.relation == Relation::that) reference = TimeReference::past;
    date.value = reference_code(reference);
    if (e.relation == Relation::recent && (e.unit == TimeUnit::month || e.unit == TimeUnit::week)) {
      date.type = DateType::duration;
      date.value = length_value(e.unit, DateExpression::kVague, false);
    }
  }

  void shift(const DateExpression& e, Date& date) {
    const std::optional<sys_days> base = !e.from_anchor && told_ ? told_ : anchor_;
    if (e.quantity == DateExpression::kVague || (e.plural && e.quantity == 0) || is_clock_unit(e.unit) || e.and_half) {
      date.value = reference_code(e.step < 0 ? TimeReference::past : TimeReference::future);
      return;
    }
    if (!base) {
      date.value = unknown_value(e.unit);
      return;
    }
    date.value = unit_value(moved(*base, e.unit, std::int64_t{e.quantity} * e.step), e.unit);
  }

  void year_ago(const DateExpression& e, Date& date) {
    if (e.quantity > 1) {
      date.type = DateType::duration;
      date.value = length_value(e.unit, e.quantity, false);
      return;
    }
    if (e.ordinal > 0 && anchor_) {
      Quarter quarter{told_quarter_ ? told_quarter_->year : year_of(*anchor_), e.ordinal};
      date.value = quarter_value(quarter.year - 1, quarter.number);
    } else if (told_quarter_ && !told_months_) {
      date.value = quarter_value(told_quarter_->year - 1, told_quarter_->number);
      last_quarter_ = Quarter{told_quarter_->year - 1, told_quarter_->number};
    } else if (e.unit == TimeUnit::quarter) {
      date.value = anchor_ ? fmt::format("{:04}-QX", year_of(*anchor_) - 1) : "XXXX-QX";
    } else {
      date.value = anchor_ ? year_value(year_of(*anchor_) - 1) : "XXXX";
    }
  }

  // "the quarter", "the year", "the latest period"
  void story_unit(const DateExpression& e, Date& date) {
    if (e.unit == TimeUnit::weekend) {
      if (!anchor_) {
        date.value = "XXXX-WXX-WE";
        return;
      }
      const int step = direction_of(e) == Direction::future || iso_weekday(*anchor_) >= 6 ? 0 : -1;
      date.value = unit_value(*anchor_ + days{7 * step}, TimeUnit::weekend);
    } else if (e.unit == TimeUnit::year) {
      if (is_ended(e)) {
        date.type = DateType::duration;
        date.value = "P1Y";
      } else {
        date.value = anchor_ ? year_value(year_of(*anchor_)) : "XXXX";
      }
    } else if (e.unit != TimeUnit::quarter && e.unit != TimeUnit::none) {
      date.value = anchor_ ? unit_value(*anchor_, e.unit) : unknown_value(e.unit);
    } else if (told_quarter_) {
      date.value = quarter_value(told_quarter_->year, told_quarter_->number);
    } else if (anchor_) {
      const sys_days day = moved(*anchor_, TimeUnit::quarter, -1);
      date.value = quarter_value(year_of(day), quarter_of(day));
    } else {
      date.value = "XXXX-QX";
    }
  }

  // "the year ended June 30" is a length of time.
  bool is_ended(const DateExpression& e) const {
    if (e.end_token >= story_.tokens.size()) return false;
    const std::uint64_t next = story_.tokens[e.end_token].lower_hash;
    return next == hash_word("ended") || next == hash_word("ending") || next == hash_word("that") ||
           next == hash_word("to");
  }

  void duration(const DateExpression& e, Date& date) {
    // "For the nine months ... a year earlier" is the same months of the year before.
    if (e.unit == TimeUnit::month && (e.definite || e.ordinal != 0)) told_months_ = true;
    date.type = DateType::duration;
    date.value = length_value(e.unit, e.quantity == 0 && e.plural ? DateExpression::kVague : e.quantity, e.and_half);
  }

  // ---- days by word

  void day_offset(const DateExpression& e, Date& date) {
    if (!anchor_) {
      date.value = "XXXX-XX-XX";
      add_time(date, e);
      return;
    }
    const sys_days day = *anchor_ + days{e.step};
    date.value = day_value(day);
    told_ = day;
    add_time(date, e);
  }

  // "this morning", "last night", "the next morning" (of what was told)
  void part_of_day(const DateExpression& e, Date& date) const {
    const int step = step_of(e.relation);
    const bool on_told = told_ && (e.relation == Relation::that || e.relation == Relation::same ||
                                   e.relation == Relation::following || (step > 0 && e.definite));
    const std::optional<sys_days> base = on_told ? told_ : anchor_;
    set_time(date, base ? day_value(*base + days{step}) : "XXXX-XX-XX", e);
  }

  void holiday(const DateExpression& e, Date& date) {
    const auto row = e.holiday - 1;
    const bool fixed = lexicon_.holidays.cell(row, 1).starts_with('f');
    if (e.year != 0) {
      date.value = day_value(holiday_in(lexicon_.holidays, row, e.year));
    } else if (!anchor_) {
      date.value = fixed ? "XXXX" + day_value(holiday_in(lexicon_.holidays, row, 2000)).substr(4) : "XXXX-XX-XX";
    } else {
      const Direction direction = direction_of(e);
      DateExpression whole = e;
      whole.day = 1;  // its cost is that of a day
      sys_days best = holiday_in(lexicon_.holidays, row, year_of(*anchor_));
      for (int y : {year_of(*anchor_) - 1, year_of(*anchor_) + 1}) {
        const sys_days day = holiday_in(lexicon_.holidays, row, y);
        if (month_cost(whole, day, direction) < month_cost(whole, best, direction)) best = day;
      }
      date.value = day_value(best);
      told_ = best;
    }
  }

  void year_end(const DateExpression&, Date& date) const {
    date.value = (anchor_ ? year_value(year_of(*anchor_)) : "XXXX") + "-12-31";
    date.mod.clear();
  }

  static void set(const DateExpression& e, Date& date) {
    date.type = DateType::set;
    if (e.weekday != 0) {
      date.value = fmt::format("XXXX-WXX-{}", int{e.weekday});
      if (e.part != DayPart::none) date.value += fmt::format("T{}", part_code(e.part));
    } else if (e.month != 0) {
      date.value = fmt::format("XXXX-{:02}", int{e.month});
    } else if (e.season != Season::none) {
      date.value = fmt::format("XXXX-{}", season_code(e.season));
    } else if (e.part != DayPart::none) {
      date.value = fmt::format("XXXX-XX-XXT{}", part_code(e.part));
    } else if (e.unit == TimeUnit::weekend) {
      date.value = "XXXX-WXX-WE";
    } else {
      const int count = e.ordinal > 1 ? e.ordinal : e.quantity > 0 ? e.quantity : 1;
      date.value = length_value(e.unit, count, false);
    }
  }

  // ---- times of the day

  static void add_time(Date& date, const DateExpression& e) {
    if (e.clock >= 0) {
      date.value += clock_value(e.clock);
      if (e.zone_known && e.zone == 0) date.value += 'Z';
      date.type = DateType::time;
    } else if (e.part != DayPart::none) {
      date.value += fmt::format("T{}", part_code(e.part));
      date.type = DateType::time;
    }
  }

  static void set_time(Date& date, std::string day, const DateExpression& e) {
    date.value = std::move(day);
    add_time(date, e);
  }

  // ---- where it stands

  void find_sentence(const DateExpression& e) {
    while (sentence_ < story_.sentences.size() && story_.sentences[sentence_].end_token <= e.first_token) ++sentence_;
  }

  Direction direction_of(const DateExpression& e) const {
    if (sentence_ >= story_.sentences.size()) return Direction::unknown;
    return find_direction(story_, story_.sentences[sentence_], e, lexicon_);
  }

  const Story& story_;
  const Lexicon& lexicon_;
  std::optional<sys_days> anchor_;
  std::optional<sys_days> told_;         // the last day that an expression named
  std::optional<Quarter> told_quarter_;  // and the last quarter that the story reports on
  std::optional<Quarter> last_quarter_;  // ... or compares with
  bool told_months_ = false;             // the last period told is of several months, not a quarter
  int told_year_ = 0;
  std::size_t sentence_ = 0;             // of the expression at hand
};

}  // namespace

std::vector<Date> resolve_dates(const Story& story, const std::vector<DateExpression>& expressions,
                                const Lexicon& lexicon) {
  std::vector<Date> dates;
  dates.reserve(expressions.size());
  Resolver resolver(story, lexicon);
  for (const DateExpression& e : expressions) dates.push_back(resolver.resolve(e));
  return dates;
}

}  // namespace wirecut
