// The shapes of digits that say something about time: "1989", "'98", "1990s", "3rd", "11/02/89", "2019-05-02", "10:35",
// "5pm".
#pragma once

#include <string_view>

#include "dates/atoms.h"

namespace wirecut {

// Sets the classes and values of `atom` by the form of `word`, which holds a digit; leaves it alone where the form is
// none of these (prices, scores, codes, "8.5").
void classify_digits(std::string_view word, Atom& atom);

// A month and a day that exist in some year.
bool is_calendar_day(int month, int day);

// "07/2024", which behind a month is a day and a year ("Feb 07/2024"): where its slash stands; 0 where it is none.
std::size_t slash_before_year(std::string_view word);

}  // namespace wirecut
