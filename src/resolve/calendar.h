// Arithmetic on days, weeks, months and quarters. Days are std::chrono's; weeks are those of ISO 8601.
#pragma once

#include <chrono>

#include "lexicon/table.h"

namespace wirecut {

struct IsoWeek {
  int year = 0;
  int week = 0;  // 1 to 53
  bool operator==(const IsoWeek&) const = default;
};

IsoWeek iso_week(std::chrono::sys_days day);

// 1 Monday to 7 Sunday.
int iso_weekday(std::chrono::sys_days day);

// The day `months` later; the last of the month where it is shorter.
std::chrono::sys_days add_months(std::chrono::sys_days day, int months);

// 1 to 4.
int quarter_of(std::chrono::sys_days day);

// Easter Sunday of the western churches.
std::chrono::sys_days easter(int year);

// The day of a holiday, by row of data/lexicon/holidays.tsv.
std::chrono::sys_days holiday_in(const Table& holidays, std::uint32_t row, int year);

}  // namespace wirecut
