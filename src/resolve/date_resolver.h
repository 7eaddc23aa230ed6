// The memory of resolve_dates() and its rules, one a form of expression. Only the files of dates share it: dates.cpp
// (the order, days by word, clocks), calendar_dates.cpp and relative_dates.cpp.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <span>
#include <string>

#include "dates/dates.h"
#include "lexicon/lexicon.h"
#include "resolve/direction.h"
#include "resolve/reported_quarter.h"
#include "resolve/story_years.h"
#include "wirecut/story.h"

namespace wirecut {

// Of the days that a sentence names, those nearest to the story's on either side; its own is `past`.
struct DaysNamed {
  std::optional<std::chrono::sys_days> past, ahead;
};

class DateResolver {
 public:
  // Both must outlive it.
  DateResolver(const Story& story, const Lexicon& lexicon);

  // To be called for each expression of the story, in text order. `rest`: the expressions behind this one.
  Date resolve(const DateExpression& e, std::span<const DateExpression> rest);

 private:
  void write_value(const DateExpression& e, Date& date);

  // Each writes the value of one form of expression into `date`, and its type where that isn't `date`.
  // calendar_dates.cpp
  void calendar(const DateExpression& e, Date& date);
  void month(const DateExpression& e, Date& date);
  std::optional<int> year_of_month(const DateExpression& e);
  std::optional<int> year_beside_told(const DateExpression& e) const;
  std::optional<int> year_of_range(const DateExpression& e) const;
  std::optional<int> year_of_entry(const DateExpression& e) const;
  std::optional<int> year_in_entry(const DateExpression& e) const;
  void weekday(const DateExpression& e, Date& date);
  std::optional<std::chrono::sys_days> day_in_row(const DateExpression& e) const;
  std::optional<std::chrono::sys_days> day_by_number(const DateExpression& e) const;
  bool is_tomorrow(const DateExpression& e);
  bool is_dateline_day(const DateExpression& e) const;
  void season(const DateExpression& e, Date& date);
  bool is_to_come(const DateExpression& e) const;
  void quarter_or_half(const DateExpression& e, Date& date);
  void holiday(const DateExpression& e, Date& date);
  void year_end(Date& date) const;
  // relative_dates.cpp
  void relative(const DateExpression& e, Date& date);
  void relative_quarter(const DateExpression& e, Date& date);
  void shift(const DateExpression& e, Date& date);
  void year_ago(const DateExpression& e, Date& date);
  int reported_year(const DateExpression& e) const;
  void story_unit(const DateExpression& e, Date& date);
  void duration(const DateExpression& e, Date& date);
  // dates.cpp
  void day_offset(const DateExpression& e, Date& date);
  void part_of_day(const DateExpression& e, Date& date);
  void clock(const DateExpression& e, Date& date);
  std::optional<std::chrono::sys_days> day_of_sentence_before(const DateExpression& e) const;

  void finish_day(Date& date, const DateExpression& e);
  static void set_time(Date& date, std::string day, const DateExpression& e);

  std::optional<Quarter> current_quarter() const;
  void find_sentence(const DateExpression& e);

  // No sentence where the expression stands behind the last one.
  Sentence here() const;

  void tell_year(int year);
  bool is_year_told_near() const;
  void name_day(std::chrono::sys_days day);
  std::optional<std::chrono::sys_days> told_base(const DateExpression& e) const;
  void tell(std::chrono::sys_days day, bool month_only = false);
  Direction direction_of(const DateExpression& e) const;

  const Story& story_;
  const Lexicon& lexicon_;
  std::optional<std::chrono::sys_days> anchor_;
  std::optional<std::chrono::sys_days> dateline_day_;
  std::optional<std::chrono::sys_days> told_;       // the last day that an expression named
  std::optional<std::chrono::sys_days> told_past_;  // the last one up to the story's day
  bool told_month_ = false;                         // ... or only its month
  ReportedQuarter quarters_;
  StoryYears years_;
  std::span<const DateExpression> rest_;      // the expressions behind the one at hand
  DaysNamed days_here_, days_before_;         // in the sentence at hand, and in the one before it
  std::string day_here_;                      // the value of the last day named in the sentence at hand; empty: none
  DateForm form_before_ = DateForm::nothing;  // of the expression before, in the sentence at hand
  std::optional<std::chrono::sys_days> weekday_told_;  // the last weekday named in the sentence at hand
  std::uint32_t weekday_end_ = 0;                      // where it ends, in tokens
  std::optional<std::chrono::sys_days> entry_;         // of the last entry of a chronology that says its year
  std::size_t entry_sentence_ = 0;                     // ... and where it opens
  std::optional<int> year_of_row_;                     // of the last month or day of a month
  int told_year_ = 0;                                  // the last year named by itself or with a month
  std::size_t told_year_sentence_ = 0;                 // ... and where
  std::size_t lead_ = 0;                               // the first sentence of the body
  bool is_sent_tomorrow_ = false;                      // the lead tells of the weekday behind the story's
  std::size_t sentence_ = 0;                           // of the expression at hand
};

}  // namespace wirecut
