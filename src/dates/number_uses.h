// What the tokens beside a number in digits make of it: a measure, an hour, a count of millions of years. Each looks at
// token `i`, in a sentence that ends before token `end`.
#pragma once

#include <cstdint>

#include "wirecut/story.h"

namespace wirecut {

// "$5", "No. 7", "5 percent", "12 %": no count of time and no day of a month. A bar only parts: "Roe | 7 May 2019".
bool is_measured(const Story& story, std::uint32_t i, std::uint32_t end);

// "as at 1000 hrs", "at 1530 hours", "0800 hours": four digits that tell when, not how long ("took 1000 hours").
bool is_clock_by_hours(const Story& story, std::uint32_t i, std::uint32_t end);

// The million of "65 million years", where the token is it; 0 where it is none of so many years.
std::int32_t scale_of_years(const Story& story, std::uint32_t i, std::uint32_t end);

// The product, or the largest number there is: past all calendars anyway.
std::int32_t times(std::int32_t count, std::int32_t scale);

}  // namespace wirecut
