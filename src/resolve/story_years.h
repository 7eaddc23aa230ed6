// One story means one day by "May 9", however often it says so and whatever the verb beside it.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <span>

#include "dates/dates.h"
#include "lexicon/lexicon.h"
#include "wirecut/story.h"

namespace wirecut {

class StoryYears {
 public:
  // The year of a day of a month, where the expression tells none. `rest`: the expressions behind `e`; where one of
  // them names the same day with a better sign of its year (the year itself, a weekday, a cue), that sign decides.
  int year_of_day(const Story& story, const Lexicon& lexicon, const DateExpression& e,
                  std::span<const DateExpression> rest, std::chrono::sys_days anchor);

  // An expression named the day with its year.
  void tell(const DateExpression& e, int year, std::chrono::sys_days anchor);

 private:
  std::array<std::int16_t, 13 * 32> years_{};  // by month and day; 0: not named yet
};

}  // namespace wirecut
