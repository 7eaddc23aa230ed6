// From what an expression says (dates/) to the days it names. One pass in text order with a little memory: the anchor
// (the story's day), the last day told, the last quarter told. The rules were measured on newswire:
//   a weekday is the last one on or before the anchor (right in 91 of 100), ahead only behind will, until, scheduled;
//   a month and day without a year is the nearest, with 90 days' penalty against the direction of the cue (97 of 100);
//   "a year earlier" behind a quarter is that quarter, a year before (52 of 55);
//   "two days later" counts from the last day told, "two days ago" from the anchor.
// Without an anchor the values stay partial: XXXX-05-01, XXXX-WXX-3.

#include "resolve/dates.h"

#include <fmt/compile.h>

#include <algorithm>

#include "lexicon/hash.h"
#include "resolve/calendar.h"
#include "resolve/date_context.h"
#include "resolve/date_resolver.h"
#include "resolve/date_values.h"
#include "resolve/time_units.h"

namespace wirecut {

using namespace std::chrono;

std::vector<Date> resolve_dates(const Story& story, const std::vector<DateExpression>& expressions,
                                const Lexicon& lexicon) {
  std::vector<Date> dates;
  dates.reserve(expressions.size());
  DateResolver resolver(story, lexicon);
  for (std::size_t i = 0; i < expressions.size(); ++i)
    dates.push_back(resolver.resolve(expressions[i], std::span(expressions).subspan(i + 1)));
  return dates;
}

DateResolver::DateResolver(const Story& story, const Lexicon& lexicon) : story_(story), lexicon_(lexicon) {
  if (story.published) anchor_ = sys_days{story.published->day};
  while (lead_ < story.sentences.size() && story.sentences[lead_].part != Part::body) ++lead_;
  const auto& dateline = story.structure.dateline;
  if (dateline && dateline->date && dateline->date->year)
    if (const year_month_day day = *dateline->date->year / dateline->date->month_day; day.ok()) dateline_day_ = day;
}

Date DateResolver::resolve(const DateExpression& e, std::span<const DateExpression> rest) {
  Date date;
  date.span = e.span;
  if (e.mod != DateMod::none) date.mod = mod_code(e.mod);
  rest_ = rest;
  find_sentence(e);
  write_value(e, date);
  form_before_ = e.form;
  return date;
}

void DateResolver::write_value(const DateExpression& e, Date& date) {
  switch (e.form) {
    case DateForm::calendar:
      return calendar(e, date);
    case DateForm::relative:
      return relative(e, date);
    case DateForm::relative_many:
      return set_reference(date, e);
    case DateForm::shift:
      return shift(e, date);
    case DateForm::year_ago:
      return year_ago(e, date);
    case DateForm::story_unit:
      return story_unit(e, date);
    case DateForm::duration:
      return duration(e, date);
    case DateForm::day_offset:
      return day_offset(e, date);
    case DateForm::clock:
      return clock(e, date);
    case DateForm::part_of_day:
      return part_of_day(e, date);
    case DateForm::holiday:
      return holiday(e, date);
    case DateForm::year_end:
      return year_end(date);
    case DateForm::decade:
      date.value = decade_value(e.decade);
      return;
    case DateForm::century:
      date.value = fmt::format(FMT_COMPILE("{:02}"), e.ordinal - 1);
      return;
    case DateForm::reference:
      date.value = reference_code(e.reference);
      return;
    case DateForm::set:
      date.type = DateType::set;
      date.value = set_value(e);
      return;
    case DateForm::nothing:
      return;
  }
}

void DateResolver::day_offset(const DateExpression& e, Date& date) {
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

// "this morning", "last night", "the next morning" (of what was told); "in the morning", of the day named before it in
// its sentence, right behind it ("by evening on Tuesday") or, where that is near, in the sentence before
void DateResolver::part_of_day(const DateExpression& e, Date& date) {
  constexpr days kNear{4};
  const bool is_bare = e.relation == Relation::none && e.mod == DateMod::none;
  if (is_bare && day_here_.empty()) {
    if (const DateExpression* day = day_right_behind(story_, e, rest_)) {
      Date told;
      calendar(*day, told);
    }
  }
  if (is_bare && !day_here_.empty()) return set_time(date, day_here_, e);
  const int step = step_of(e.relation);
  const bool on_told = told_ && (e.relation == Relation::that || e.relation == Relation::same ||
                                 e.relation == Relation::following || (step > 0 && e.definite));
  std::optional<sys_days> base = on_told ? told_ : anchor_;
  if (is_bare && anchor_ && days_before_.past && *anchor_ - *days_before_.past <= kNear) base = days_before_.past;
  set_time(date, base ? day_value(*base + days{step}) : "XXXX-XX-XX", e);
}

// "At 10:35 a.m. (0735 GMT) Friday": of the day named before it in its sentence, else right behind it, else in the
// sentence before, else the story's. What follows it was looked at already where the expression before it in the
// sentence is a clock too, and is another matter where the clock is a stamp.
void DateResolver::clock(const DateExpression& e, Date& date) {
  const bool is_stamp = opens_entry(story_, here(), e);
  if (day_here_.empty() && form_before_ != DateForm::clock && !is_stamp) {
    if (const DateExpression* day = day_behind(here(), rest_)) {
      Date told;
      calendar(*day, told);
    } else if (const std::optional<sys_days> before = day_of_sentence_before(e)) {
      day_here_ = day_value(*before);
      name_day(*before);
    }
  }
  const std::string story_day = anchor_ ? day_value(*anchor_) : "XXXX-XX-XX";
  set_time(date, day_here_.empty() ? story_day : day_here_, e);
}

// "They will try again Friday. Liftoff is set for noon.", "The bridge fell in Tuesday's storm. It went at 5:04 p.m."
// Only a day near by, for what is farther off is background, and in the past only of what happened then: shares that
// were lower at noon were so on the story's day.
std::optional<sys_days> DateResolver::day_of_sentence_before(const DateExpression& e) const {
  constexpr days kNear{7};
  if (!anchor_) return std::nullopt;
  if (days_before_.ahead && *days_before_.ahead - *anchor_ <= kNear &&
      (direction_of(e) == Direction::future || is_behind(story_, e, hash_word("for"))))
    return days_before_.ahead;
  if (days_before_.past && *anchor_ - *days_before_.past <= kNear && happens_at(story_, e)) return days_before_.past;
  return std::nullopt;
}

void DateResolver::name_day(sys_days day) {
  if (!anchor_) return;
  if (day > *anchor_)
    days_here_.ahead = std::min(day, days_here_.ahead.value_or(day));
  else
    days_here_.past = std::max(day, days_here_.past.value_or(day));
}

void DateResolver::finish_day(Date& date, const DateExpression& e) {
  day_here_ = date.value;
  add_time(date, e);
}

void DateResolver::set_time(Date& date, std::string day, const DateExpression& e) {
  date.value = std::move(day);
  add_time(date, e);
}

std::optional<Quarter> DateResolver::current_quarter() const {
  if (!anchor_) return std::nullopt;
  return Quarter{year_of(*anchor_), quarter_of(*anchor_)};
}

void DateResolver::find_sentence(const DateExpression& e) {
  while (sentence_ < story_.sentences.size() && story_.sentences[sentence_].end_token <= e.first_token) {
    ++sentence_;
    days_before_ = days_here_;
    days_here_ = {};
    day_here_.clear();
    weekday_told_.reset();
    form_before_ = DateForm::nothing;
  }
}

Sentence DateResolver::here() const {
  return sentence_ < story_.sentences.size() ? story_.sentences[sentence_] : Sentence{};
}

// The day that "the next day" and "a day earlier" count from: the last one told, but in what is over none to come. Not
// "on July 1, a month earlier than planned".
std::optional<sys_days> DateResolver::told_base(const DateExpression& e) const {
  if (!told_ || !anchor_ || *told_ <= *anchor_ || is_before(story_, e, hash_word("than"))) return told_;
  const Direction direction = direction_of(e);
  const bool is_over = direction == Direction::past || direction == Direction::told;
  const int step = e.form == DateForm::shift ? e.step : step_of(e.relation);
  if (step == 0 || (step > 0 && !is_over) || direction == Direction::future) return told_;
  return told_past_ ? told_past_ : anchor_;
}

void DateResolver::tell(sys_days day, bool month_only) {
  if (anchor_ && day <= *anchor_ && !month_only) told_past_ = day;
  if (!month_only) name_day(day);
  told_ = day;
  told_month_ = month_only;
}

void DateResolver::tell_year(int year) {
  told_year_ = year;
  told_year_sentence_ = sentence_;
}

// So near that "the previous year" is the one before it.
bool DateResolver::is_year_told_near() const { return told_year_ != 0 && sentence_ - told_year_sentence_ <= 2; }

Direction DateResolver::direction_of(const DateExpression& e) const {
  if (sentence_ >= story_.sentences.size()) return Direction::unknown;
  return find_direction(story_, story_.sentences[sentence_], e, lexicon_);
}

}  // namespace wirecut
