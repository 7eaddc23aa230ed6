// From what an expression says (dates/) to the days it names. One pass in text order with a little memory: the anchor
// (the story's day), the last day told, the last quarter told. The rules were measured on newswire:
//   a weekday is the last one on or before the anchor (right in 91 of 100), ahead only behind will, until, scheduled;
//   a month and day without a year is the nearest, with 90 days' penalty against the direction of the cue (97 of 100);
//   "a year earlier" behind a quarter is that quarter, a year before (52 of 55);
//   "two days later" counts from the last day told, "two days ago" from the anchor.
// Without an anchor the values stay partial: XXXX-05-01, XXXX-WXX-3.

#include "resolve/dates.h"

#include <fmt/format.h>

#include <span>

#include "lexicon/hash.h"
#include "resolve/calendar.h"
#include "resolve/date_context.h"
#include "resolve/date_values.h"
#include "resolve/direction.h"
#include "resolve/nearest_day.h"
#include "resolve/reported_quarter.h"
#include "resolve/story_years.h"
#include "resolve/time_units.h"

namespace wirecut {
namespace {

using namespace std::chrono;

class Resolver {
 public:
  Resolver(const Story& story, const Lexicon& lexicon) : story_(story), lexicon_(lexicon) {
    if (story.published) anchor_ = sys_days{story.published->day};
  }

  // `rest`: the expressions behind this one.
  Date resolve(const DateExpression& e, std::span<const DateExpression> rest) {
    Date date;
    date.span = e.span;
    date.mod = mod_code(e.mod);
    rest_ = rest;
    find_sentence(e);
    switch (e.form) {
      case DateForm::calendar:
        calendar(e, date);
        break;
      case DateForm::relative:
        relative(e, date);
        break;
      case DateForm::relative_many:
        set_reference(date, e);
        break;
      case DateForm::shift:
        shift(e, date);
        break;
      case DateForm::year_ago:
        year_ago(e, date);
        break;
      case DateForm::story_unit:
        story_unit(e, rest, date);
        break;
      case DateForm::duration:
        duration(e, date);
        break;
      case DateForm::decade:
        date.value = decade_value(e.decade);
        break;
      case DateForm::century:
        date.value = fmt::format("{:02}", e.ordinal - 1);
        break;
      case DateForm::day_offset:
        day_offset(e, date);
        break;
      case DateForm::clock:
        clock(e, rest, date);
        break;
      case DateForm::part_of_day:
        part_of_day(e, date);
        break;
      case DateForm::holiday:
        holiday(e, date);
        break;
      case DateForm::year_end:
        year_end(date);
        break;
      case DateForm::reference:
        date.value = reference_code(e.reference);
        break;
      case DateForm::set:
        date.type = DateType::set;
        date.value = set_value(e);
        break;
      case DateForm::nothing:
        break;
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
    told_year_ = e.year;
    const std::optional<Quarter> quarter = quarters_.compared();
    date.value = e.relation == Relation::same && quarter ? quarter_value(e.year, quarter->number) : year_value(e.year);
  }

  void month(const DateExpression& e, Date& date) {
    const std::optional<int> known = year_of_month(e);
    if (e.day == 0) {
      date.value = known ? fmt::format("{:04}-{:02}", *known, int{e.month}) : fmt::format("XXXX-{:02}", int{e.month});
      if (known) tell(sys_days{std::chrono::year{*known} / int{e.month} / 1}, true);
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
        tell(sys_days{day});
      }
    }
    if (e.day != 0) finish_day(date, e);
  }

  std::optional<int> year_of_month(const DateExpression& e) {
    if (e.year != 0) {
      if (anchor_) years_.tell(e, e.year, *anchor_);
      return e.year;
    }
    if (!anchor_) return std::nullopt;
    return e.day == 0 ? nearest_year(e, *anchor_, direction_of(e))
                      : years_.year_of_day(story_, lexicon_, e, rest_, *anchor_);
  }

  void weekday(const DateExpression& e, Date& date) {
    if (!anchor_) {
      date.value = fmt::format("XXXX-WXX-{}", int{e.weekday});
      finish_day(date, e);
      return;
    }
    const sys_days day = nearest_weekday(e, *anchor_, told_, direction_of(e));
    date.value = day_value(day);
    tell(day);
    finish_day(date, e);
  }

  void season(const DateExpression& e, Date& date) {
    const int y = e.year != 0 ? e.year : anchor_ ? nearest_season_year(e, *anchor_, direction_of(e)) : 0;
    date.value = fmt::format("{}-{}", y != 0 ? year_value(y) : "XXXX", season_code(e.season));
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
      if (by_year)
        y += step_of(e.relation);
      else if (number > now && direction_of(e) != Direction::future)
        --y;
    }
    if (number == 0 && quarters_.reported()) number = quarters_.reported()->number;
    const std::string shown = number > 0 ? std::to_string(number) : "X";
    date.value = y != 0 ? fmt::format("{:04}-{}{}", y, letter, shown) : fmt::format("XXXX-{}{}", letter, shown);
    if (!half && y != 0 && number > 0) quarters_.tell({y, number}, current_quarter());
  }

  static std::string value_of(Quarter quarter) { return quarter_value(quarter.year, quarter.number); }

  std::optional<Quarter> current_quarter() const {
    if (!anchor_) return std::nullopt;
    return Quarter{year_of(*anchor_), quarter_of(*anchor_)};
  }

  // ---- beside the anchor

  void relative(const DateExpression& e, Date& date) {
    const bool on_told = e.relation == Relation::that || e.relation == Relation::same ||
                         e.relation == Relation::following || e.relation == Relation::previous ||
                         (e.relation == Relation::next && e.unit == TimeUnit::day);
    if (e.unit == TimeUnit::quarter) return relative_quarter(e, date);
    if (e.unit == TimeUnit::year && e.relation == Relation::last && quarters_.compared() &&
        is_compared_with(story_, here(), e)) {
      date.value = value_of(quarters_.compared()->year_before());
      return;
    }
    const std::optional<sys_days> base = on_told && told_ ? told_ : anchor_;
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
    if (e.unit == TimeUnit::year && e.relation == Relation::that && told_year_ != 0) {
      date.value = year_value(told_year_);
      return;
    }
    const bool completed = e.relation == Relation::latest && e.unit == TimeUnit::year;  // "the latest fiscal year"
    const sys_days day = moved(*base, e.unit, completed ? -1 : step);
    date.value = unit_value(day, e.unit);
    if (on_told && e.unit == TimeUnit::day) tell(day);
  }

  void relative_quarter(const DateExpression& e, Date& date) {
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
    const sys_days day = moved(*base, e.unit, std::int64_t{e.quantity} * e.step);
    if (is_outside_calendar(day))  // "10,000 years ago"
      date.value = reference_code(e.step < 0 ? TimeReference::past : TimeReference::future);
    else
      date.value = unit_value(day, e.unit);
  }

  void year_ago(const DateExpression& e, Date& date) {
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
      date.value = anchor_ ? fmt::format("{:04}-QX", year_of(*anchor_) - 1) : "XXXX-QX";
    } else {
      date.value = anchor_ ? year_value(year_of(*anchor_) - 1) : "XXXX";
    }
  }

  // "the quarter", "the year", "the latest period"
  void story_unit(const DateExpression& e, std::span<const DateExpression> rest, Date& date) {
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
        date.value = anchor_ ? year_value(year_of(*anchor_)) : "XXXX";
      }
    } else if (e.unit != TimeUnit::quarter && e.unit != TimeUnit::none) {
      date.value = anchor_ ? unit_value(*anchor_, e.unit) : unknown_value(e.unit);
    } else if (quarters_.reported()) {
      date.value = value_of(*quarters_.reported());
    } else if (const std::optional<Quarter> ended = anchor_ ? quarter_ended(story_, e, rest, *anchor_) : std::nullopt) {
      date.value = value_of(*ended);
      quarters_.tell(*ended, current_quarter());
    } else if (anchor_) {
      const sys_days day = moved(*anchor_, TimeUnit::quarter, -1);
      date.value = quarter_value(year_of(day), quarter_of(day));
    } else {
      date.value = "XXXX-QX";
    }
  }

  void duration(const DateExpression& e, Date& date) {
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
    tell(day);
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

  void year_end(Date& date) const {
    date.value = anchor_ ? year_value(year_of(*anchor_)) : "XXXX";
    date.mod = mod_code(DateMod::end);
  }

  // ---- times of the day

  // "At 10:35 a.m. (0735 GMT) Friday": of the day named before it in its sentence, else right behind it, else the
  // story's.
  void clock(const DateExpression& e, std::span<const DateExpression> rest, Date& date) {
    if (day_here_.empty()) {
      if (const DateExpression* day = day_behind(here(), rest)) {
        Date told;
        calendar(*day, told);
      }
    }
    const std::string story_day = anchor_ ? day_value(*anchor_) : "XXXX-XX-XX";
    set_time(date, day_here_.empty() ? story_day : day_here_, e);
  }

  void finish_day(Date& date, const DateExpression& e) {
    day_here_ = date.value;
    add_time(date, e);
  }

  static void set_time(Date& date, std::string day, const DateExpression& e) {
    date.value = std::move(day);
    add_time(date, e);
  }

  // ---- where it stands

  void find_sentence(const DateExpression& e) {
    while (sentence_ < story_.sentences.size() && story_.sentences[sentence_].end_token <= e.first_token) {
      ++sentence_;
      day_here_.clear();
    }
  }

  // No sentence where the expression stands behind the last one.
  Sentence here() const { return sentence_ < story_.sentences.size() ? story_.sentences[sentence_] : Sentence{}; }

  void tell(sys_days day, bool month_only = false) {
    told_ = day;
    told_month_ = month_only;
  }

  Direction direction_of(const DateExpression& e) const {
    if (sentence_ >= story_.sentences.size()) return Direction::unknown;
    return find_direction(story_, story_.sentences[sentence_], e, lexicon_);
  }

  const Story& story_;
  const Lexicon& lexicon_;
  std::optional<sys_days> anchor_;
  std::optional<sys_days> told_;  // the last day that an expression named
  bool told_month_ = false;       // ... or only its month
  ReportedQuarter quarters_;
  StoryYears years_;
  std::span<const DateExpression> rest_;  // the expressions behind the one at hand
  std::string day_here_;                  // the value of the last day named in the sentence at hand; empty: none
  int told_year_ = 0;
  std::size_t sentence_ = 0;  // of the expression at hand
};

}  // namespace

std::vector<Date> resolve_dates(const Story& story, const std::vector<DateExpression>& expressions,
                                const Lexicon& lexicon) {
  std::vector<Date> dates;
  dates.reserve(expressions.size());
  Resolver resolver(story, lexicon);
  for (std::size_t i = 0; i < expressions.size(); ++i)
    dates.push_back(resolver.resolve(expressions[i], std::span(expressions).subspan(i + 1)));
  return dates;
}

}  // namespace wirecut
