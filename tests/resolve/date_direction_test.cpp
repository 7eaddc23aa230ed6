#include "resolve/direction.h"

#include "date_cases.h"

namespace wirecut {
namespace {

using test::check_dates;

// All told on Wednesday, Nov. 5, 1997.

TEST(DateDirection, BehindAModalOrAFormOfBeADayLiesAhead) {
  check_dates(
      {
          {"The talks could run into Friday.", "1997-11-07"},
          {"The clinic can open on Monday.", "1997-11-10"},
          {"The hearing is Friday.", "1997-11-07"},
          {"The hearings are on Monday and Tuesday.", "1997-11-10 | 1997-11-11"},
          {"The deadline is 5 p.m. Friday.", "1997-11-07T17:00 time"},
          {"The library will be closed Saturday.", "1997-11-08"},
          {"The library is closed Monday.", "1997-11-10"},
          {"The ministers are meeting in Lisbon on Friday.", "1997-11-07"},
          {"The two sides were to meet Friday.", "1997-11-07"},
          {"The spokesman could not be reached Saturday.", "1997-11-01"},
          {"Smoke could be seen Saturday.", "1997-11-01"},
          {"The shares could rise further after the report on Monday.", "1997-11-03"},
          {"They agreed to reopen the pass, following a meeting Saturday.", "1997-11-01"},
          {"It could beat its third-quarter sales.", "1997-Q3"},
          {"It could open in the first quarter.", "1998-Q1"},
          {"Fans can be sure of the Saturday show.", "1997-11-01"},
          {"It was Friday when they left.", "1997-10-31"},
      },
      "1997-11-05");
}

TEST(DateDirection, AnAppointmentLiesAhead) {
  check_dates(
      {
          {"The mayor asked residents to stay home Thursday and Friday.", "1997-11-06 | 1997-11-07"},
          {"He was ordered to appear Friday.", "1997-11-07"},
          {"They agreed to meet again Monday.", "1997-11-10"},
          {"He failed to appear Monday.", "1997-11-03"},
          {"The Senate voted to raise taxes Friday.", "1997-10-31"},
          {"She wants to leave on Friday.", "1997-11-07"},
          {"The plan, to be released on Friday, has three parts.", "1997-11-07"},
          {"The talks to begin on Monday are the first of four.", "1997-11-10"},
          {"The plan released on Friday has three parts.", "1997-10-31"},
          {"The game was put off until at least Monday.", "1997-11-10"},
          {"The countdown resumes at midnight Friday.", "1997-11-07T24:00 time"},
          {"The countdown resumes at midnight GMT on Friday.", "1997-11-07T24:00Z time | 1997-11-07"},
      },
      "1997-11-05");
}

TEST(DateDirection, APlanThatSomebodyUnveiledDoesNot) {
  check_dates(
      {
          {"The government unveiled the plan on Monday.", "1997-11-03"},
          {"Lawmakers rejected the plans on Monday.", "1997-11-03"},
          {"The bank sent its plan to Brussels on Monday.", "1997-11-03"},
          {"The firm unveiled a broad plan in January to list its shares.", "1997-01"},
          {"The firm plans a vote on Monday.", "1997-11-10"},
          {"There is a plan to vote on Monday.", "1997-11-10"},
          {"On Monday, the firm plans to vote.", "1997-11-10"},
          {"The facility, created in April, lends money.", "1997-04"},
          {"She hopes to win on Monday.", "1997-11-10"},
          {"The money granted to the bank will be repaid in January.", "1998-01"},
      },
      "1997-11-05");
}

TEST(DateDirection, WhatOneIsAheadOfLiesAhead) {
  check_dates(
      {
          {"Shares rose ahead of the bank's meeting on Thursday.", "1997-11-06"},
          {"Shares rose ahead of crucial meetings on Friday and Saturday.", "1997-11-07 | 1997-11-08"},
          {"Shares rose ahead of the bank's meeting on Tuesday.", "1997-11-04"},
          {"They ran ahead of others who fell on Thursday.", "1997-10-30"},
      },
      "1997-11-05");
}

TEST(DateDirection, ANumberInBracketsTellsTheDay) {
  check_dates(
      {
          {"The schools closed on Monday (10) and Tuesday (11).", "1997-11-10 | 1997-11-11"},
          {"The schools closed on Monday (3) and on Tuesday (28).", "1997-11-03 | 1997-10-28"},
          {"The schools closed on Monday (6).", "1997-11-03"},
          {"The schools closed on Monday (4) and Tuesday (300 pupils).", "1997-11-03 | 1997-11-04"},
      },
      "1997-11-05");
}

TEST(DateDirection, ATimetablesDayLiesAheadWhereverItStands) {
  check_dates(
      {
          {"On Friday, the league meets in Lisbon.", "1997-11-07"},
          {"The league meets this Monday.", "1997-11-10"},
          {"The envoy and President Roe meet separately Monday with mediators.", "1997-11-10"},
          {"The league met this Monday.", "1997-11-03"},
          {"In October, it announces a deal.", "1997-10"},
          {"Their eyes are on the talks starting on Friday.", "1997-11-07"},
          {"Tremors shook the coast beginning Monday.", "1997-11-03"},
      },
      "1997-11-05");
}

TEST(DateDirection, ADayBetweenASubjectAndItsVerbIsPast) {
  check_dates(
      {
          {"The firm, which could lose the contract, on Tuesday denied it.", "1997-11-04"},
          {"Aid could reach the town, which Friday lost its bridge.", "1997-10-31"},
      },
      "1997-11-05");
}

TEST(DateDirection, DaysInARowFollowEachOther) {
  check_dates(
      {
          {"The office will be closed on Monday, and on Tuesday.", "1997-11-10 | 1997-11-11"},
          {"The fair, held Thursday through Sunday, drew crowds.", "1997-10-30 | 1997-11-02"},
          {"Strikes hit the city on Friday and Tuesday.", "1997-10-31 | 1997-11-04"},
          {"Strikes hit the city on Tuesday and Friday.", "1997-11-04 | 1997-10-31"},
      },
      "1997-11-05");
}

TEST(DateDirection, AGenitiveOfWhatWillBeLiesAhead) {
  check_dates(
      {
          {"Saturday's vote will be close.", "1997-11-08"},
          {"They doubt that Friday's budget committee hearing will help.", "1997-11-07"},
          {"Saturday's vote was close.", "1997-11-01"},
          {"Monday's attack will be looked into.", "1997-11-03"},  // farther ahead than behind
          {"Saturday's vote of the club will be annulled.", "1997-11-01"},
          {"A vote looms on Saturday.", "1997-11-08"},
          {"He turns 40 on Monday.", "1997-11-10"},
          {"The bank holds its meeting on Friday.", "1997-11-07"},
          {"The city is tipped to bake on Saturday.", "1997-11-08"},
          {"The country turns into law the rules issued in July.", "1997-07"},
      },
      "1997-11-05");
}

TEST(DateDirection, TheDayOfAVerbOfThePastIsOver) {
  check_dates(
      {
          {"He was born on Jan. 6.", "1997-01-06"},
          {"It happened on New Year's Day.", "1997-01-01"},
          {"She left on Christmas Eve.", "1996-12-24"},
          {"The war began on Nov. 20.", "1996-11-20"},
          {"The deadline was Nov. 20.", "1997-11-20"},
          {"The meeting was scheduled on Nov. 20.", "1997-11-20"},
          {"The king declared Nov. 20 a holiday.", "1997-11-20"},
          {"He left on Nov. 4.", "1997-11-04"},
          {"Schools closed on Nov. 20\n\nThe ministry said on Monday that it had told the teachers.",
           "1997-11-20 | 1997-11-03"},
          {"He left on Feb. 29.", "1996-02-29"},
          {"The games will open on Feb. 29.", "2000-02-29"},
      },
      "1997-11-05");
}

TEST(DateDirection, WhatPricesHaveBeenAtIsOver) {
  check_dates(
      {
          {"It may yet fall below its January low.", "1997-01"},
          {"Shares could rebound from the late-March lows.", "1997-03 END"},
          {"They would have to cut output from February levels.", "1997-02"},
          {"Output is likely to recover to January levels.", "1997-01"},
          // Of a month to come, of a day, of a year that is told
          {"It sees little change in December levels.", "1997-12"},
          {"They will cut January output.", "1998-01"},
          {"Sales could fall in January at lower prices.", "1998-01"},
          {"It will offer January highlights.", "1998-01"},
          {"It could reach the January 1996 high.", "1996-01"},
      },
      "1997-11-05");
}

TEST(DateDirection, TheWeekdayOfTomorrowIsTomorrow) {
  check_dates(
      {
          // Nothing says that it is over.
          {"Traders look for clues from the data on Thursday.", "1997-11-06"},
          {"The spotlight is on Thursday's report.", "1997-11-06"},
          {"Traders were looking ahead to Thursday's meeting and what it held for them.", "1997-11-06"},
          {"It rained in the night and into Thursday.", "1997-11-06"},
          // The lead of a wire, sent where it is Thursday already, and what follows it
          {"TOKYO (Reuters) - Acme said on Thursday it had sold a mill.\n\nIts shares fell 5 percent on Thursday.",
           "1997-11-06 | 1997-11-06"},
          // Over, in a story that no wire sent, or below its lead
          {"Acme said on Thursday it had sold a mill.", "1997-10-30"},
          {"Shares were steady.\n\nThey fell on Thursday, when Acme sold a mill.", "1997-10-30"},
          {"TOKYO (Reuters) - Shares were steady on Wednesday.\n\nThey fell on Thursday, when Acme sold a mill.",
           "1997-11-05 | 1997-10-30"},
          // A lead that tells of its own day too, or of a span that is over
          {"LONDON, Nov 5 (Reuters) - Acme said it had sold a mill on Thursday.", "1997-11-05 | 1997-10-30"},
          {"LONDON (Reuters) - A man was charged on Wednesday with a theft committed on Thursday.",
           "1997-11-05 | 1997-10-30"},
          {"LONDON (Reuters) - Gold rose to its highest since Thursday.", "1997-10-30"},
          {"Thursday's attack killed two guards.", "1997-10-30"},
          {"Police said Thursday's attack killed two guards.", "1997-10-30"},
          {"At noon Thursday it rained.", "1997-10-30T12:00 time"},
          {"News of Thursday", "1997-10-30"},
          // Another day than tomorrow
          {"Traders look for clues from the data on Friday.", "1997-10-31"},
          {"TOKYO (Reuters) - Acme said on Friday it had sold a mill.", "1997-10-31"},
          {"The spotlight is on last Thursday's report.", "1997-10-30"},
      },
      "1997-11-05");
}

TEST(DateDirection, AMonthWhoseVerbStandsInFrontOfItIsOver) {
  check_dates(
      {
          {"Acme said in February that it would build a mill.", "1997-02"},
          {"Acme agreed in February to build a mill.", "1997-02"},
          {"The board should review the plan, adopted in February.", "1997-02"},
          {"The law passed in February will cost a lot.", "1997-02"},
          {"The mill was founded in February.", "1997-02"},
          // To come, or not told
          {"Acme said it would build a mill in February.", "1998-02"},
          {"The plan will be adopted in February.", "1998-02"},
          {"The mill is to be closed in February.", "1998-02"},
          {"A meeting is planned in February.", "1998-02"},
          {"Results are expected in February.", "1998-02"},
          {"Acme said the mill will open in February.", "1998-02"},
      },
      "1997-11-05");
}

}  // namespace
}  // namespace wirecut
