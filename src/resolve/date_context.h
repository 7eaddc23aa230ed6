// What the words beside a date expression say of it, within its sentence.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>

#include "dates/dates.h"
#include "resolve/reported_quarter.h"
#include "wirecut/story.h"

namespace wirecut {

// Right behind the word with this hash: "throughout the year".
bool is_behind(const Story& story, const DateExpression& e, std::uint64_t word);

// Right before it: "a year earlier than".
bool is_before(const Story& story, const DateExpression& e, std::uint64_t word);

// "04/12/2021" with the day and the month exchanged; nothing where they are told apart by words, or there is no such
// day.
std::optional<std::chrono::sys_days> other_reading(const Story& story, const DateExpression& e);

// "on Tuesday (04)", as papers of Sri Lanka write: the day of the month beside a weekday; 0: none.
int day_in_brackets(const Story& story, const DateExpression& e);

// "161544 GMT Jan 25" alone on its line, the stamp of a wire: the 16th of January 2025. Found as the day "Jan 25".
std::optional<std::chrono::sys_days> filing_day(const Story& story, const DateExpression& e);

// "will be redeemed in five years": a day that far ahead and no length, where the verb tells of the future.
bool may_lie_ahead(const Story& story, const DateExpression& e);

// "They will one day meet": a day to come and no length.
bool is_some_day_ahead(const Story& story, const DateExpression& e);

// "grew 8 percent a year": how often, not how long. Not "8 percent a year later".
bool is_percent_rate(const Story& story, const DateExpression& e);

// "in the weeks before the vote", "in the days leading up to it": when it was and not how long it took.
bool is_beside_event(const Story& story, const DateExpression& e);

// "compared with a loss of $3 million last year"
bool is_compared_with(const Story& story, const Sentence& sentence, const DateExpression& e);

// "the year ended June 30", "the year to June", "the year that was": a length of time.
bool is_ended(const Story& story, const DateExpression& e);

// "the quarter ended July 31": the quarter of the calendar that holds the middle of those three months. `rest`: the
// expressions behind `e`.
std::optional<Quarter> quarter_ended(const Story& story, const DateExpression& e, std::span<const DateExpression> rest,
                                     std::chrono::sys_days anchor);

// "18:05 The minister says talks will resume on Thursday.": the time of an entry that opens a paragraph.
// Not "6 p.m. on Friday is the deadline".
bool opens_entry(const Story& story, const Sentence& sentence, const DateExpression& clock);

// "June 9 - Acme makes an offer", "Oct. 3, 2008: Ministers meet": the day, or the month, of an entry of a chronology.
// Not "June 9-12".
bool opens_chronicle(const Story& story, const Sentence& sentence, const DateExpression& e);

// "Monday and Tuesday", "Monday, and on Tuesday": whether `e` goes on with the list whose last day ends at that token.
bool is_listed_behind(const Story& story, std::uint32_t end_token, const DateExpression& e);

// "Monday through Friday", "Monday-Friday": whether `e` is the end of what began with the day that ends at that token.
bool is_end_of_range(const Story& story, std::uint32_t end_token, const DateExpression& e);

// "between March and May 2021", "from Dec. 30 to Jan. 2, 2021": the year of the first month of a pair, told with the
// second; null where `e` opens no such pair. `rest`: the expressions behind `e`.
std::optional<int> year_of_pair(const Story& story, const DateExpression& e, std::span<const DateExpression> rest);

// "The quake struck at 5:04 p.m.", "It went off at noon": right behind a verb of the past that is no "was".
bool happens_at(const Story& story, const DateExpression& clock);

// The day that the sentence names next, behind no more than other clocks; null if none.
const DateExpression* day_behind(const Sentence& sentence, std::span<const DateExpression> rest);

// "by evening on Tuesday": the day that follows at once; null if none.
const DateExpression* day_right_behind(const Story& story, const DateExpression& e,
                                       std::span<const DateExpression> rest);

}  // namespace wirecut
