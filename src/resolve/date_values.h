// The strings of TIMEX3: "2019-05-02", "2019-W18", "XXXX-05-02", "P3D".
#pragma once

#include <chrono>
#include <string>

#include "dates/dates.h"
#include "resolve/calendar.h"

namespace wirecut {

std::string day_value(std::chrono::sys_days day);
std::string day_value(int month, int day);  // of no known year; month 0: of no known month either
std::string month_value(std::chrono::sys_days day);
std::string week_value(IsoWeek week);
std::string quarter_value(int year, int quarter);
std::string year_value(int year);
std::string decade_value(int decade);  // 199 of the 1990s

// "P3D", "PT2H30M", "PXY".
std::string length_value(TimeUnit unit, std::int32_t count, bool and_half);

// "SP", "TMO", "PAST_REF", "START": empty for none.
std::string_view season_code(Season season);
std::string_view part_code(DayPart part);
std::string_view reference_code(TimeReference reference);
std::string_view mod_code(DateMod mod);

// "T10:35", "T18:30Z"
std::string clock_value(int minutes);

// The value of an expression that happens again and again: "XXXX-WXX-1", "P1D".
std::string set_value(const DateExpression& e);

// "recent years", "the weeks ahead": the past or the future; days, weeks and months near by are a length.
void set_reference(Date& date, const DateExpression& e);

// Puts the expression's clock or part of the day behind the date's day and makes it a time; without them nothing
// happens.
void add_time(Date& date, const DateExpression& e);

}  // namespace wirecut
