// Words of time beside a speaker and what he says: they tell when it was said, and belong to neither.
#pragma once

#include "lexicon/lexicon.h"
#include "quotes/items.h"

namespace wirecut {

bool is_weekday(const Item& item, const Lexicon& lexicon);
bool is_month(const Item& item, const Lexicon& lexicon);
bool is_part_of_day(const Item& item, const Lexicon& lexicon);  // "morning"
bool is_dayword(const Item& item, const Lexicon& lexicon);      // "today", "tonight"
bool is_day(const Item& item, const Lexicon& lexicon);          // a weekday or such a word
bool is_relation(const Item& item, const Lexicon& lexicon);     // "last", "next", "this"
bool is_time(const Item& item, const Lexicon& lexicon);         // any of these but the last

// Where the words of time end that open `range`: "this week", "earlier this month", "over the weekend"; range.first
// where there are none.
std::uint32_t end_of_week(Items items, const Lexicon& lexicon, ItemRange range);

// `On Friday Acme`, `Last month the agency`, `In September Acme`: where the words of time end that open a phrase; its
// start where it opens with none, or with nothing else, or with a name like "May Day".
std::uint32_t start_behind_time(Items items, const Lexicon& lexicon, ItemRange phrase);

// The words of `range` without those of time at its end: "The company" of "The company on Monday", "on Monday night",
// "last month", "earlier this year", "in 2006", "at the time", "later". All of them where these do not stand behind a
// noun, a pronoun, a comma or "and", a report "published on Monday", or belong to a name, "Ruby Tuesday".
ItemRange without_time(Items items, const Lexicon& lexicon, ItemRange range);

}  // namespace wirecut
