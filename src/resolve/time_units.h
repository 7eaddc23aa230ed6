// What the units of time are worth: how far a step of each goes, and how the one that holds a day is written.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "dates/dates.h"

namespace wirecut {

// Seconds, minutes, hours.
bool is_clock_unit(TimeUnit unit);

// The day `count` units after `from` (before it where negative), kept within the years 1 to 9999; `from` itself for
// units of the clock.
std::chrono::sys_days moved(std::chrono::sys_days from, TimeUnit unit, std::int64_t count);

// Whether moved() stopped at the calendar's first or last day.
bool is_outside_calendar(std::chrono::sys_days day);

// The unit that holds `day`: "2019-W18", "2019-05", "201". A day for units of the clock.
std::string unit_value(std::chrono::sys_days day, TimeUnit unit);

// The day of a holiday; "Easter week" holds its day, and the weekend of a Monday's holiday ends on it.
std::string holiday_unit_value(std::chrono::sys_days day, TimeUnit unit);

// What unit_value() writes where no day is known: "XXXX-WXX".
std::string_view unknown_value(TimeUnit unit);

// How many units from the present: -1 for last, previous, past; 1 for next, following; else 0.
int step_of(Relation relation);

int year_of(std::chrono::sys_days day);
int month_of(std::chrono::sys_days day);

}  // namespace wirecut
