#include "resolve/dates.h"

#include <gtest/gtest.h>

#include "date_cases.h"

namespace wirecut {
namespace {

using test::check_dates;

TEST(ResolveDates, OnThursdayTheSecondOfMay2019) {
  check_dates(
      {
          {"on Thursday, on Wednesday, on Friday", "2019-05-02 | 2019-05-01 | 2019-04-26"},
          {"They will meet on Friday.", "2019-05-03"},
          {"It could open as early as Friday.", "2019-05-03"},
          {"Talks are set to resume Monday; trading is to end Tuesday.", "2019-05-06 | 2019-05-07"},
          {"They had been scheduled to leave on Friday.", "2019-04-26"},
          {"on April 30 and May 1", "2019-04-30 | 2019-05-01"},
          {"on Dec. 10; it will close on Dec. 9", "2018-12-10 | 2019-12-09"},
          {"on Dec. 10-12; it will run from 9 to 11 Dec.", "2018-12-10 | 2018-12-12 | 2019-12-09 | 2019-12-11"},
          {"It ran on May 5-9, 2013, and on 2, 3 and 4 June 2012.",
           "2013-05-05 | 2013-05-09 | 2012-06-02 | 2012-06-03 | 2012-06-04"},
          {"on 02/05/2019; on 03/05/2019", "2019-05-02 | 2019-03-05"},  // the story's own day by one reading
          {"next week, last month, this year, last quarter", "2019-W19 | 2019-04 | 2019 | 2019-Q1"},
          {"last Monday and next Monday", "2019-04-29 | 2019-05-06"},
          {"two years ago; three weeks ago; a decade ago", "2017 | 2019-W15 | 200"},
          {"this morning, tonight, yesterday", "2019-05-02TMO time | 2019-05-02TNI time | 2019-05-01"},
          {"at 10:30 p.m. Tuesday", "2019-04-30T22:30 time"},
          {"recently, now and in the future", "PAST_REF | PRESENT_REF | FUTURE_REF"},
          {"for two and a half years, several days, half an hour", "P2Y6M duration | PXD duration | PT30M duration"},
          {"every Friday, daily, each year", "XXXX-WXX-5 set | P1D set | P1Y set"},
          {"on Christmas Day and on Easter Monday", "2018-12-25 | 2019-04-22"},
          {"in early 2018, about 1995", "2018 START | 1995 APPROX"},
          {"in the 1990s, in the 20th century", "199 | 19"},
          {"In the third quarter it lost money. A year earlier it had gained.", "2018-Q3 | 2017-Q3"},
      },
      "2019-05-02");
}

TEST(ResolveDates, TheVerbOfTheClauseTellsTheDirection) {
  check_dates(
      {
          {"On Friday, the council will vote.", "2019-05-03"},
          {"On Friday, the league plans to hold a rally.", "2019-05-03"},
          {"On Friday, the council voted.", "2019-04-26"},
          {"Until Friday, they had not met.", "2019-04-26"},
          {"In July, the firm brought in a new chief.", "2018-07"},
          {"The agency said the region could run short of power in July.", "2019-07"},
          {"They do not plan to leave on Friday.", "2019-05-03"},
          {"It hit those who'd gathered on Friday.", "2019-04-26"},
          {"He said they'd gather on Friday.", "2019-05-03"},
          {"They would appeal Wednesday's ruling.", "2019-05-01"},
      },
      "2019-05-02");
}

TEST(ResolveDates, AnyVerbOfThePastPointsBack) {
  check_dates(
      {
          {"Voters who may march recall a riot that erupted on July 20.", "2018-07-20"},
          {"He may praise the plan she unveiled on Wednesday.", "2019-05-01"},
          {"The judge adjourned the case to July 20.", "2019-07-20"},
      },
      "2019-05-02");
}

TEST(ResolveDates, TimetablesLieAhead) {
  check_dates(
      {
          {"The summit opens on Friday.", "2019-05-03"},
          {"The summit opened on Friday.", "2019-04-26"},
          {"Fans who visit Almeria on Friday need tickets.", "2019-05-03"},
          {"Prices have risen since June.", "2018-06"},
          {"Ministers meet in Lisbon on Friday and Saturday.", "2019-05-03 | 2019-05-04"},
          {"He will succeed Roe, whose contract ends in January.", "2020-01"},
          {"Roe Inc posts a third-quarter loss.", "2018-Q3"},
          {"The ban takes effect on Friday and the tickets go on sale on Saturday.", "2019-05-03 | 2019-05-04"},
          {"The final was moved to Saturday.", "2019-05-04"},
          {"They moved on Saturday.", "2019-04-27"},
          {"The fund will not be extended beyond October.", "2019-10"},
      },
      "2019-05-02");
}

TEST(ResolveDates, WhatIsAwaitedLiesAheadAndWhatIsDoneBehind) {  // on Wednesday, May 15, 2024
  check_dates(
      {
          {"The judge told jurors to expect closing arguments Tuesday.", "2024-05-21"},
          {"Analysts expect the grocer to post on Tuesday a loss.", "2024-05-21"},
          {"The firm raised its forecast for the crop on Monday.", "2024-05-13"},
          {"The storm is forecast to cross the bay before it hits Malabar on Friday.", "2024-05-17"},
          {"The mayor delayed the opening of schools until noon on Monday.", "2024-05-20T12:00 time | 2024-05-20"},
          {"The judge stayed the order until 1 p.m. on Wednesday.", "2024-05-15T13:00 time | 2024-05-15"},
          {"The agency had flown in 42 tons of food by Tuesday.", "2024-05-14"},
          {"The envoy had said the two sides must agree by Tuesday.", "2024-05-21"},
          {"Crews had to restore power by Tuesday.", "2024-05-21"},
          {"The pope flies on to Dili, East Timor, on Monday.", "2024-05-20"},
          {"Nets: Host the Bulls on Sunday.", "2024-05-19"},
          {"The sale comes after a smaller one on Monday.", "2024-05-13"},
      },
      "2024-05-15");
}

TEST(ResolveDates, AMonthBesideAVerbOfThePastLiesBehind) {
  check_dates(
      {
          {"Ferro has not scored since hurting a knee in January.", "2024-01"},
          {"The airline bought its rival in February.", "2024-02"},
          {"Her last recital was in Oslo in January.", "2024-01"},
          {"Traders were hoping for a cut in January.", "2025-01"},
          {"The bank said it could cut rates in January.", "2025-01"},
      },
      "2024-12-01");
}

TEST(ResolveDates, WhatIsToldBeforeADateLeavesItOpen) {
  check_dates(
      {
          {"The attack occurred before the July 5 vote.", "2019-07-05"},
          {"The attack occurred on July 5.", "2018-07-05"},
      },
      "2019-05-02");
}

TEST(ResolveDates, AClockTakesItsSentencesDay) {
  check_dates(
      {
          {"At 10:35 a.m. (0735 GMT) Friday it fell.", "2019-04-26T10:35 time | 2019-04-26T07:35Z time | 2019-04-26"},
          {"On Tuesday they met at 9:15 a.m. to talk.", "2019-04-30 | 2019-04-30T09:15 time"},
          {"18:05 The minister says talks will resume on Saturday.", "2019-05-02T18:05 time | 2019-05-04"},
          {"It shook at 3 a.m. local time (0200 GMT) on Tuesday.",
           "2019-04-30T03:00 time | 2019-04-30T02:00Z time | 2019-04-30"},
          {"6 p.m. on Tuesday was the deadline.", "2019-04-30T18:00 time | 2019-04-30"},
          {"It fell on Tuesday. It struck at 9:15 p.m. in the rain. Guards came at 10 p.m.",
           "2019-04-30 | 2019-04-30T21:15 time | 2019-04-30T22:00 time"},
          {"It fell on Tuesday. Shares were lower at noon.", "2019-04-30 | 2019-05-02T12:00 time"},
          {"They will try again Saturday. Liftoff is set for 2:50 p.m.", "2019-05-04 | 2019-05-04T14:50 time"},
          {"They will meet Saturday. Talks began at 2 p.m.", "2019-05-04 | 2019-05-02T14:00 time"},
      },
      "2019-05-02");
}

TEST(ResolveDates, AWeekdayAndItsNumberNameADayNearBy) {
  check_dates(
      {
          {"It opens on Friday the 3rd. It opened on Friday the 12th.", "2019-05-03 | 2019-04-12"},
          {"It opens on Friday the 13th.", "XXXX-XX-13"},  // that is in September or December
      },
      "2019-05-02");
  check_dates({{"It opens on Friday the 13th.", "XXXX-XX-13"}}, "");
}

TEST(ResolveDates, HeadlinesAndDatelinesTellTheDay) {
  check_dates(
      {
          {"Ministers to meet Monday\n\nOSLO (AP) - They met before.\n\nThey will meet again.", "2019-05-06"},
          {"Ministers met Monday\n\nOSLO (AP) - They met before.\n\nThey will meet again.", "2019-04-29"},
          // of Friday, where it was still Thursday when it was sent
          {"Shares rise\n\nTOKYO, May 3 (Reuters) - Shares rose on Friday.", "2019-05-03 | 2019-05-03"},
          {"Shares rise\n\nTOKYO, May 3 (Reuters) - Shares rose on Monday.", "2019-05-03 | 2019-04-29"},
      },
      "2019-05-02");
}

TEST(ResolveDates, DaysByWord) {
  check_dates(
      {
          {"He came the day before yesterday and leaves the day after tomorrow.", "2019-04-30 | 2019-05-04"},
          {"The tremor struck on April 7, 1600 GMT.", "2019-04-07 | 2019-04-07T16:00Z time"},
      },
      "2019-05-02");
}

TEST(ResolveDates, QuartersReported) {
  check_dates(
      {
          {"In the first quarter it lost $3 million, against a profit a year earlier.", "2019-Q1 | 2018-Q1"},
          {"The firm was founded a year earlier.", "2018"},
          {"In the first quarter it earned $9 million, compared with $3 million last year.", "2019-Q1 | 2018-Q1"},
          {"In the first quarter it grew. He joined last year.", "2019-Q1 | 2018"},
          {"The quarter ended Jan. 31 was flat.", "2018-Q4 | 2019-01-31"},
          {"Sales rose in the latest fiscal year.", "2018"},
          {"It should close by year-end.", "2019 END"},
      },
      "2019-05-02");
}

TEST(ResolveDates, ADayOfANamedYear) {
  check_dates(
      {
          {"The king hands over on Jan. 1 next year.", "2025-01-01"},
          {"It was the highest since October 14 last year.", "2023-10-14"},
          {"She fell on 9 September of last year.", "2023-09-09"},
          {"It fell on May 2. Last year it rose.", "2024-05-02 | 2023"},
      },
      "2024-11-20");
}

TEST(ResolveDates, AFirstQuarterToComeIsNextYears) {
  check_dates(
      {
          {"The firm expects to close the deal in the first quarter.", "2025-Q1"},
          {"The firm closed the deal in the first quarter.", "2024-Q1"},
          {"The dip will be milder than that recorded in the first quarter.", "2024-Q1"},
      },
      "2024-11-20");
  check_dates({{"The firm will report a loss in the first quarter.", "2024-Q1"}}, "2024-04-20");
}

TEST(ResolveDates, LengthsAndDaysAhead) {
  check_dates(
      {
          {"The shares will be redeemed in five years.", "2024"},
          {"They built it in five years.", "P5Y duration"},
          {"Nobody lives there at the moment.", "PRESENT_REF"},
          {"Prices rose in May by the most in five years.", "2019-05 | P5Y duration"},
          {"They will one day meet. They may talk for one day.", "FUTURE_REF | P1D duration"},
          {"in the coming weeks; in the years ahead", "PXW duration | FUTURE_REF"},
          {"in recent days; in recent years", "PXD duration | PAST_REF"},
          {"It should grow throughout the fiscal year.", "P1Y duration"},
          {"Crowds gathered in Easter week and on Memorial Day weekend.", "2019-W16 | 2019-W21-WE"},
      },
      "2019-05-02");
}

TEST(ResolveDates, PartsOfANamedDay) {
  check_dates(
      {
          {"on Tuesday night; early Tuesday morning", "2019-04-30TNI | 2019-04-30TMO START"},
          {"on Tuesday evening; Tuesday afternoon", "2019-04-30TEV time | 2019-04-30TAF time"},
          {"last night; yesterday morning; at 9 p.m. Tuesday",
           "2019-05-01TNI time | 2019-05-01TMO time | 2019-04-30T21:00 time"},
          {"on Monday, Tuesday and Friday nights", "XXXX-WXX-1TNI set | XXXX-WXX-2TNI set | XXXX-WXX-5TNI set"},
          {"on Monday and Tuesday night", "2019-04-29 | 2019-04-30TNI"},
      },
      "2019-05-02");
}

TEST(ResolveDates, PartsOfAYear) {
  check_dates(
      {
          {"in the first half of this year; the third quarter of last year", "2019-H1 | 2018-Q3"},
          {"It fell in the third quarter of the year and the second half of the year.", "2019-Q3 | 2019-H2"},
          {"in the last half of the year; the last half of last year; last year's first half",
           "2019-H2 | 2018-H2 | 2018-H1"},
          {"in the second half of the fiscal year; the last half of 1990", "2019-H2 | 1990-H2"},
          {"In the year 2010 and the year 0", "2010"},
          {"in the quarter a year ago", "2018"},
          {"in the last quarter of this year, the last quarter of last year and the last quarter of 1990",
           "2019-Q4 | 2018-Q4 | 1990-Q4"},
          {"in the final quarter of the year", "2019-Q4"},
          {"Q2 2018, 3Q17 and 1H2018; in FY18; Q4", "2018-Q2 | 2017-Q3 | 2018-H1 | 2018 | 2018-Q4"},
      },
      "2019-05-02");
}

TEST(ResolveDates, APairOfMonthsHasOneYear) {
  check_dates(
      {
          {"between March and May 2014", "2014-03 | 2014-05"},
          {"from Dec. 30 to Jan. 2, 2014", "2013-12-30 | 2014-01-02"},
          {"in March and May 2014", "2014-03 | 2014-05"},
      },
      "2019-05-02");
  check_dates(
      {
          {"Sales fell in the January-October period.", "2023-01 | 2023-10"},
          {"Sales fell from November to January.", "2023-11 | 2024-01"},
          {"Sales fell in the October-December 2019 quarter.", "2019-10 | 2019-12"},
      },
      "2024-01-07");
}

TEST(ResolveDates, DaysBesideAnEventAreNoLength) {
  check_dates(
      {
          {"He fled in the weeks before the vote.", "PAST_REF"},
          {"They will meet in the days leading up to the vote.", "FUTURE_REF"},
          {"It grew over the weeks before the vote; in the years that followed", "PXW duration | PXY duration"},
      },
      "2019-05-02");
}

TEST(ResolveDates, WordsBesideADayTellOfTheFuture) {
  check_dates(
      {
          {"The dividend is payable Nov. 15, effective Nov. 30.", "2019-11-15 | 2019-11-30"},
          {"The hearing was fixed for Sept. 20.", "2019-09-20"},
          {"Sales for September", "2018-09"},
          {"Shares fell ahead of Friday's vote and in the run-up to Oct. 25.", "2019-05-03 | 2019-10-25"},
      },
      "2019-05-02");
}

TEST(ResolveDates, AStoryMeansOneDayByAMonthAndDay) {
  check_dates(
      {
          {"The raids of July 20 go on. He was killed on July 20.", "2018-07-20 | 2018-07-20"},
          {"He was killed on July 20. The raids of July 20 go on.", "2018-07-20 | 2018-07-20"},
          {"The raids of July 20 go on.", "2019-07-20"},
          {"The raids of July 20 go on. The raids of July 20, 2018, hurt.", "2018-07-20 | 2018-07-20"},
          {"They met on July 20, 2018. The raids of July 20 go on.", "2018-07-20 | 2018-07-20"},
          // an anniversary, and a day next to the story's own
          {"The raids of July 20 recall July 20, 1944.", "2019-07-20 | 1944-07-20"},
          {"On May 9, 2018, it rained. The shop closes on May 9.", "2018-05-09 | 2019-05-09"},
      },
      "2019-05-02");
}

TEST(ResolveDates, HalvesFourthsAndRates) {
  check_dates(
      {
          {"It took half a century, then half a decade, a decade and a half and a quarter century.",
           "P50Y duration | P5Y duration | P15Y duration | P25Y duration"},
          {"half a century ago", "PAST_REF"},
          {"a quarter of an hour", "PT15M duration"},
          {"It grew 8 percent a year over the past decade.", "P1Y set | P10Y duration"},
          {"It grew 8 percent a year later.", "P1Y duration"},
          {"It burned for the past three summers.", "XXXX-SU set"},
          {"They meet twice a week and seven times a year.", "P1W set | P1Y set"},
          {"In the last decade it fell.", "198"},
      },
      "1999-03-26");
}

TEST(ResolveDates, OneDayThatCanOnlyComeFirstSettlesTheOthers) {
  check_dates(
      {
          {"It shut on 29/04/2024, reopened on 03/05/2024 and will shut on Friday 07/06/2024.",
           "2024-04-29 | 2024-05-03 | 2024-06-07"},
          {"It reopened on 03/05/2024, having shut on 29/04/2024.", "2024-05-03 | 2024-04-29"},
          {"It shut on 04/29/2024 and reopened on 05/03/2024.", "2024-04-29 | 2024-05-03"},
          {"It shut on 29/04/2024, reopened on 03/05/2024 and shut on 05/14/2024.",
           "2024-04-29 | 2024-03-05 | 2024-05-14"},
          {"It shut on 29.04.2024 and reopened on 03/05/2024 and 3/4 of them left.", "2024-04-29 | 2024-03-05"},
      },
      "2024-05-15");
}

TEST(ResolveDates, AMonthOfTheYearTold) {
  check_dates(
      {
          {"It was founded in 2000 and listed in December that year.", "2000 | 2000-12"},
          {"He left in March 2015 and died in November of the same year.", "2015-03 | 2015-11"},
          {"He left in March 2015 and died on 7 May of the following year.", "2015-03 | 2016-05-07"},
          {"He left in December that year.", "2024-12"},
          {"He left in March last year.", "2023-03"},
      },
      "2024-05-15");
}

TEST(ResolveDates, ALengthBehindASuperlativeIsNoDay) {
  check_dates(
      {
          {"Sales are expected to post their largest gain in seven months.", "P7M duration"},
          {"The bank will cut rates for the first time in more than nine years.", "P9Y duration MORE_THAN"},
          {"It will be the worst in several years.", "PXY duration"},
          {"The bank will cut rates in two years.", "2026"},
          {"It will rain for the first time in two weeks.", "P2W duration"},
          {"They will wait at least until the vote in two weeks.", "2024-W22"},
          {"They will most likely meet in two weeks.", "2024-W22"},
          {"The fund will hold its first auction in two weeks.", "2024-W22"},
          {"They lost the best. In two years they will win.", "2026"},
      },
      "2024-05-15");
}

TEST(ResolveDates, DaysOfEachMonth) {
  check_dates(
      {
          {"The council meets on the second Tuesday of each month.", "XXXX-WXX-2 set"},
          {"The market opens on the last Sunday of every month.", "XXXX-WXX-7 set"},
          {"They are paid on the 15th of every month and, lately, on 28th of every month.",
           "XXXX-XX-15 set | PAST_REF | XXXX-XX-28 set"},
          {"They meet every second week.", "P2W set"},
          {"They count every second of every day.", "PT1S set | P1D set"},
          {"It opens on the third of each quarter.", "P1Q set"},
          {"It shut on 14-May-2024, won 3-May and lost.", "2024-05-14 | 2024-05"},
      },
      "2024-05-15");
}

TEST(ResolveDates, HostileDatesAreNoDays) {
  check_dates(
      {
          {"on 31/31/2019", ""},
          {"on 30/02/2019", ""},
          {"on Feb. 30", ""},
          {"on 2019-02-30", ""},
          {"in the year 0", ""},
          {"in the year 99999", ""},
          {"in the year 2000", "2000"},
          {"on Feb. 29, 2020", "2020-02-29"},
          {"May May May", "2019-05 | 2019-05"},
          {"on Feb. 29, 2019", ""},
          {"99999999999999999999 years ago", "PAST_REF"},
          {"65 million years ago, 4.5 billion years ago", "PAST_REF | PAST_REF"},
          {"It took 2 million years.", "P2000000Y duration"},
          {"99999 years ago", "PAST_REF"},
      },
      "2019-05-02");
}

TEST(ResolveDates, WithoutADayValuesStayPartial) {
  check_dates(
      {
          {"on Wednesday, May 1", "XXXX-05-01"},
          {"on Wednesday", "XXXX-WXX-3"},
          {"last year", "XXXX"},
          {"next week", "XXXX-WXX"},
          {"on May 1, 2019, for two years", "2019-05-01 | P2Y duration"},
      },
      "");
}

}  // namespace
}  // namespace wirecut
