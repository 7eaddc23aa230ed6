// The shapes of digits that say something about time: "1989", "'98", "1990s", "3rd", "11/02/89", "2019-05-02", "10:35",
// "5pm".
#pragma once

#include <string_view>

#include "dates/atoms.h"

namespace wirecut {

// Sets the classes and values of `atom` by the form of `word`, which holds a digit; leaves it alone where the form is
// none of these (prices, scores, codes, "8.5").
void classify_digits(std::string_view word, Atom& atom);

// "Q2", "3Q23", "1H2024", "FY23": how a report names a quarter, a half or a fiscal year. It has two parts or three:
// which one and of what (in either order), and the year. `unit` is none where the word is no such code.
struct PeriodCode {
  TimeClass unit = TimeClass::none;  // quarter, half or fiscal
  int ordinal = 0;                   // of the quarter or half; 0 of a fiscal year
  int year = 0;                      // 0: not told
  std::size_t year_at = 0;           // where its digits begin; the size of the word where there are none
};
PeriodCode read_period_code(std::string_view word);

// "1130", "11:30" or "06.00" at the front of a word, which are a clock where a time zone follows: how many characters;
// 0 where there are none. Then its minutes.
std::size_t clock_digits(std::string_view word);
int clock_minutes(std::string_view digits);

// A month and a day that exist in some year.
bool is_calendar_day(int month, int day);

// "07/2024", which behind a month is a day and a year ("Feb 07/2024"): where its slash stands; 0 where it is none.
std::size_t slash_before_year(std::string_view word);

// "1986/87", "2003/2004", "2021/2": a year and the next, shortened or whole. Where the slash stands; 0 where it is
// none.
std::size_t slash_between_years(std::string_view word);

// Takes digits off the front of `word`, and returns their value; -1 where there are none or more than `most`, and
// `word` stays whole where there are too many.
int take_number(std::string_view& word, std::size_t most);

// The whole part of "65", "4.5", "1,200"; -1 where the word is no such number.
int whole_number(std::string_view word);

}  // namespace wirecut
