// Finds date and time expressions; doesn't decide which day they name (see resolve/dates.h).
//   "on Wednesday" -> {span of "Wednesday", weekday 3, direction unknown}
// Reads: text, sentences, tokens, names. Returns expressions in text order, never overlapping: the longest wins.
// Never fails: text without dates gives {}. Source: TIMEX3 (TimeML 1.2.1).
#pragma once

#include <vector>

#include "lexicon/lexicon.h"
#include "wirecut/story.h"

namespace wirecut {

// What the words of one expression say by themselves. (The members are the business of dates/ and resolve/dates.)
struct DateExpression {
  Span span;
  std::uint32_t first_token = 0;
  std::uint32_t end_token = 0;
};

std::vector<DateExpression> find_dates(const Story& story, const Lexicon& lexicon);

}  // namespace wirecut
