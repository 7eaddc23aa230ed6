// Which of the days that an expression fits is meant: the one nearest to the story's day, by what the words beside it
// say of past and future. Pure arithmetic on an expression, the story's day and a direction.
#pragma once

#include <chrono>
#include <optional>

#include "dates/dates.h"
#include "lexicon/table.h"
#include "resolve/direction.h"

namespace wirecut {

// The year of a month (and day), by relation ("last May"), weekday ("Sunday, May 3") and direction. An expression with
// a year of its own has that.
int nearest_year(const DateExpression& e, std::chrono::sys_days anchor, Direction direction);

// The day of a bare weekday. `told`: the last day that the story named, which "the previous Friday" counts from.
std::chrono::sys_days nearest_weekday(const DateExpression& e, std::chrono::sys_days anchor,
                                      std::optional<std::chrono::sys_days> told, Direction direction);

// The day of a weekday that has its number in a month ("Friday the 13th"): of the anchor's month or one beside it. None
// where that number falls on another weekday in all three.
std::optional<std::chrono::sys_days> nearest_weekday_and_day(const DateExpression& e, std::chrono::sys_days anchor,
                                                             Direction direction);

// The year of a season without one.
int nearest_season_year(const DateExpression& e, std::chrono::sys_days anchor, Direction direction);

// The day of a holiday without a year.
std::chrono::sys_days nearest_holiday(const DateExpression& e, std::chrono::sys_days anchor, Direction direction,
                                      const Table& holidays);

}  // namespace wirecut
