// What the forms of verbs beside a day say of it: "is closed Monday", "asked them to appear Friday", "released on
// Friday". For direction.cpp, which weighs them in the order in which they stand. Where tags are read, the caller made
// sure that the story has them, but for is_before_verb() and is_day_to_come().
#pragma once

#include <cstdint>

#include "dates/dates.h"
#include "lexicon/lexicon.h"
#include "wirecut/story.h"

namespace wirecut {

// The token in front of the date, or of a clock that goes before it: "until noon on Monday", "until 10 a.m. Monday".
std::uint32_t before_clock(const Story& story, const Sentence& sentence, std::uint32_t first);

// "The meeting is Friday", "The hearings are on Tuesday": of what is still to be held. Not "Now it is Friday".
bool is_day_of_subject(const Story& story, const Sentence& sentence, const DateExpression& e);

// "a plan announced on Friday", "as shown on Friday"; not "is closed Friday"
bool is_done_on(const Story& story, const Sentence& sentence, const DateExpression& e, std::uint32_t verb);

// "He left on Jan. 6", "was born on Christmas Eve": the day of a verb of the past is over, however near it lies ahead.
// Not "the deadline was on Jan. 6".
bool is_done_that_day(const Story& story, const Sentence& sentence, const DateExpression& e, std::uint32_t verb);

// "Saturday's vote will be close": of what is still to come, where it comes within days.
bool is_day_to_come(const Story& story, const Sentence& sentence, const DateExpression& e, const Lexicon& lexicon);

// "its January low", "from the March highs", "cut output from September levels": what prices have been at is over. Not
// "forecasts for December levels".
bool is_level_of_month(const Story& story, const Sentence& sentence, const DateExpression& e);

// "the party, which on Thursday denied it", "The minister Friday rejected it": the day stands between a subject and its
// verb. Not "the game set for Friday was called off".
bool is_before_verb(const Story& story, const Sentence& sentence, const DateExpression& e);

// "The leaders are meeting on Friday", "The office is closed Monday": the present beside a weekday that isn't the
// story's own.
bool is_settled_present(const Story& story, const Sentence& sentence, const DateExpression& e, std::uint32_t verb);

// "asked residents to stay home Thursday", "agreed to meet again Monday": an appointment, of which the asking is over.
// Not "failed to appear Monday".
bool is_appointed(const Story& story, const Sentence& sentence, const DateExpression& e, std::uint32_t verb,
                  const Lexicon& lexicon);

// "the talks to be held on Friday", "the summit to open on Monday"
bool is_to_be_held(const Story& story, const Sentence& sentence, const DateExpression& e, std::uint32_t verb,
                   const Lexicon& lexicon);

// Whether the sentence of a weekday that no cue is beside leaves it open: a verb stands in front, or one of no past
// behind. Not "At 10 a.m. Friday it fell", nor words without a verb.
bool is_left_open(const Story& story, const Sentence& sentence, const DateExpression& e);

// What is no part of the clause of that cue: "could rise after the report on Friday", "from 7 percent on Friday", "to a
// rival, which on Friday ...".
bool is_aside(const Story& story, const DateExpression& e, std::uint32_t cue);

// Whether a modal says something of the date: "could open on Monday", "in the third quarter". Not of what it names
// besides: "could beat third-quarter sales", "the September sale".
bool is_possible_then(const Story& story, const Sentence& sentence, const DateExpression& e, std::uint32_t modal);

// "could open on Monday"; not "could not be reached on Monday", "could be seen"
bool is_possible(const Story& story, const Sentence& sentence, std::uint32_t modal);

// A weekday that comes within three days, as told on the story's day; any other date too.
bool is_nearer_ahead(const Story& story, const DateExpression& e);

}  // namespace wirecut
