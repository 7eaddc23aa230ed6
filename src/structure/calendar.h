// Dates as datelines and time stamps write them; those of running text are the business of dates/.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string_view>

#include "wirecut/story.h"

namespace wirecut {

// 1..12, or 0. English months in full and in all common short forms, in any case ("OCt", "Sept."), and full names with
// one slip of the keyboard ("Narch", "Febuary") where `forgive` is set.
unsigned month_number(std::string_view word, bool forgive = false);

bool is_weekday(std::string_view word);  // in full or short, with or without a full stop

struct ReadDate {
  std::size_t end = 0;  // behind the date
  PartialDate date;
};

// A date that begins at `at`: "May 2", "MAY 2nd, 2019", "2 May 2019", "Thursday, May 2", "02-05-2019" (day first),
// "2019-05-02", "May 2/2019". Nothing where there is none, or no such day.
std::optional<ReadDate> read_date(std::string_view text, std::size_t at);

}  // namespace wirecut
