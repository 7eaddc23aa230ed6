#include "dates/dates.h"

#include <gtest/gtest.h>

#include <string>

#include "check.h"

namespace wirecut {
namespace {

struct Case {
  const char* text;
  const char* expected;
};

// The expressions found, set apart by " | ".
std::string found_in(std::string_view text) {
  const Story story = test::analyze(text, "1998-03-13");
  std::string shown;
  for (const Date& date : story.dates) {
    if (!shown.empty()) shown += " | ";
    shown += story.words(date.span);
  }
  return shown;
}

template <std::size_t N>
void check(const Case (&cases)[N]) {
  for (const Case& c : cases) EXPECT_EQ(found_in(c.text), c.expected) << "in: " << c.text;
}

TEST(Dates, SpansFollowTheGuideline) {
  check({
      {"The mayor resigned on Friday, Nov. 3, after two weeks of talks.", "Friday, Nov. 3 | two weeks"},
      {"Sales fell over the last three months.", "the last three months"},
      {"The two-year plan and the third-quarter loss", "two-year | third-quarter"},
      {"They came early this month and late in the day.", "early this month"},
      {"By the end of 1990 the mid-1980s will look far off.", "the end of 1990 | the mid-1980s"},
      {"He left at least two years ago.", "at least two years ago"},
      {"Profit rose from a year earlier, helped by last year's cuts.", "a year earlier | last year"},
      {"It opens at 10:30 a.m. EST Tuesday and closes 5 p.m. Friday.", "10:30 a.m. EST Tuesday | 5 p.m. Friday"},
      {"Between 1996 and 1998, and in 2001-02", "1996 | 1998 | 2001"},
      {"Monday, Tuesday and Wednesday", "Monday | Tuesday | Wednesday"},
      {"in nineteen ninety-six and in March, nineteen ninety seven",
       "nineteen ninety-six | March, nineteen ninety seven"},
      {"the summer of 1998 and this past spring", "the summer of 1998 | this past spring"},
      {"in the 1990s and the '60s", "the 1990s | the '60s"},
      {"They came in Easter week.", "Easter week"},
      {"Rain will fall tonight.", "tonight"},
      {"(Colombo/Feb 07/2024) The board met.", "Feb 07/2024"},
      {"Now they sing on Friday and Saturday nights.", "Now | Friday | Saturday nights"},
      {"She was named for a five-year term.", "a five-year term"},
      {"It traded at 33 as of 1130GMT and 9.15 GMT, up by 12.30; the A320GMT", "1130GMT | 9.15 GMT"},
      {"The tremor struck on Dec 7, 1600 GMT; trading closed at Dec 7 1630 GMT.", "Dec 7 | 1600 GMT | Dec 7 1630 GMT"},
      {"It left the day before yesterday and is due the day after tomorrow.",
       "the day before yesterday | the day after tomorrow"},
      {"It fell in the last quarter of last year and the final quarter of the year.",
       "the last quarter of last year | the final quarter of the year"},
      {"Mon Sep 30, 2013 6:12am EDT", "Mon Sep 30, 2013 6:12am EDT"},
      {"In the 1990s the high street did well.", "the 1990s"},
      {"It opens on Friday the 13th.", "Friday the 13th"},
      {"It rose in Q2 2023, 3Q23 and FY24.", "Q2 2023 | 3Q23 | FY24"},
      {"It sees 2nd qtr profit; the 1987 1ST QTR and the last two qtrs were good.",
       "2nd qtr | the 1987 1ST QTR | the last two qtrs"},
      {"The 1986/87 year began; in 2003/2004 and 1999/00 it rose, from 1985/6.", "1986 | 2003 | 2004 | 1999 | 1985"},
      {"The 1650/1660 card, order 1987/100, lines 1990/1995 and https://a.example/2003/04/b", ""},
      {"\"In 1997 he left,\" she said. \u201cBy 1999 it ended.\u201d \"In March he left.\"", "1997 | 1999 | March"},
      {"In March she left. They may leave. They backed a firm called Orion 1980.", "March"},
      {"It died out 65 million years ago, 4.5 billion years ago or five million years ago.",
       "65 million years ago | 4.5 billion years ago | five million years ago"},
      {"The star is 520 light years away, four light-years behind 5 million people.", ""},
      {"She said that Friday was wet and predicts that January will be dry.", "Friday | January"},
      {"He left that Friday. They met on that Friday and left.", "that Friday | that Friday"},
      {"Prices as at 1000 hrs EDT; polls open at 0700 hours.", "1000 hrs EDT | 0700 hours"},
      {"It took 1000 hours, or 24 hrs.", "1000 hours | 24 hrs"},
      {"(Colombo/Mar27/2024) Form Mar27/20, Cat27/2024", "Mar27/2024"},
      {"They rang at 7pm and 8am.", "7pm | 8am"},
      {"They meet twice a year and call several times a day; at least two leave each week.",
       "twice a year | several times a day | each week"},
      {"The night before, it rained; sales fell from $9 million the year before.",
       "The night before | the year before"},
      {"It arrived the day before the vote.", ""},
      {"It trades at 14 times earnings, from 18 times a year earlier, said its twice-yearly report.", "a year earlier"},
      {"Sales in the December quarter and the April-June quarter", "the December quarter | the April-June quarter"},
      {"in 1989's second quarter and in fiscal year 1992", "1989's second quarter | fiscal year 1992"},
      {"It lasted more than a quarter century, or a quarter of an hour.",
       "more than a quarter century | a quarter of an hour"},
      {"She was hired in 1990 and two years later left.", "1990 | two years"},
      {"One fell at noon, the second five minutes later.", "noon | five minutes"},
      {"No one is insured past Sept. 1.", "Sept. 1"},
      {"The wind fell in the morning and rose by evening; they left at dawn Friday.",
       "the morning | evening | dawn Friday"},
      {"They sleep at night and met in the morning session.", ""},
      {"Rents are 3 percent over 2004 rents and below 2008 levels.", "2004 | 2008"},
  });
}

TEST(Dates, DaysShareAMonth) {
  check({
      {"They met on May 5 and 9.", "May 5 | 9"},
      {"The Dec. 13-18 summit and the fair from June 3 to 5", "Dec. 13 | 18 | June 3 | 5"},
      {"Polls were taken from March 27 through 31 and on April 14 or 17.", "March 27 | 31 | April 14 | 17"},
      {"Sales on May 27, 28 and 29 and on June 2, 3, and 9", "May 27 | 28 | 29 | June 2 | 3 | 9"},
      {"The fair of May 5-9, 2013, was moved to June 2 to 4 2014.", "May 5 | 9, 2013 | June 2 | 4 2014"},
      {"It was open from 5 to 9 May, on 12, 13 and 14 June and 7-9 July 2012.",
       "5 | 9 May | 12 | 13 | 14 June | 7 | 9 July 2012"},
      // something else than days
      {"On May 5 and 9 people were hurt.", "May 5"},
      {"On May 5 and 9 were hurt.", "May 5"},
      {"It rose on May 5 to 9 percent and on June 2 to 10-year highs.", "May 5 | June 2 | 10-year"},
      {"Flights leave on May 5 to 9 a.m. trains.", "May 5 | 9 a.m."},
      {"He won by 3 to 5 May upsets.", "5 May"},
      {"On May 9 and 5, and May 5, 10 days later", "May 9 | May 5 | 10 days"},
      {"It was May 5, 6, then", "May 5"},
      {"They met on May 5 and 7 to 9 June.", "May 5 | 7 | 9 June"},
      {"Roe met Mar٣ in Oslo.", ""},
  });
}

TEST(Dates, NearMisses) {
  check({
      {"The five-year-old boy and his 80-year-old aunt, 12 years old then", ""},
      {"It may march on; we may fall.", ""},
      {"Mrs. May praised the plan.", ""},
      {"He sold 1998 shares at $1998, up 1998 percent.", ""},
      {"See http://example.com/2019/05/02/may-2-2019.html for more.", ""},
      {"They won 3-2, then 10-12, on Flight 1549.", ""},
      {"Iraq imports three-quarters of its food.", ""},
      {"A now-defunct bank will go as soon as possible.", "as soon as possible"},
      {"the 555-1998 line", ""},
      {"The firm hires 700 people a week and pays $9 a month.", ""},
      {"The envoy spoke on ABC's This Week.", ""},
      {"He was soon released.", ""},
      {"He left in the early hours of Thursday.", "Thursday"},
      {"More than a quarter of them left. Rates fell by a quarter point.", ""},
      {"Theresa May may march.", ""},
      {"By Angie Mar November 2019", "November 2019"},
      {"He lives at 1998 Elm Street, at No. 2001.", ""},
      {"The record 20190502-1998 costs $2,019.", ""},
      {"In today's world the kids of today’s society fear the future of the club.", ""},
      {"Today's match was lost.", "Today"},
      {"Average daily output rose; it will stay so for the foreseeable future.", ""},
      {"Now, that may be true.", ""},
      {"He will not serve the final term. They lost in the final period.", ""},
      {"In March 3/4 of them left. Page 07/2024", "March"},
      {"Ms May said so. They sang in May.", "May"},
      {"Nearly 2000 slept in room 1912; 1998 people and 1500 metres of rope.", ""},
      {"It sells through over 2100 independent shops and has about 1600 sellers; some 1700 are women.", ""},
      {"Police held 1800 protesters.", ""},
      {"The Sun said that Sun had merged. They Wed once.", ""},
      {"Highs in the 50s are likely.", ""},
      {"The Q7 sells well; 5Q23 and H3 mean nothing, nor do the q2 and FY1.", ""},
      {"Snow fell in winter; winter wheat is sown.", "winter"},
  });
}

TEST(Dates, WhatIsCountedWithinAnotherSpanIsNotOfToday) {
  check({
      {"Sales fell in the last week of June.", "June"},
      {"Sales fell in the last week in June.", "June"},
      {"Sales fell in the final month of 1996, less than in the same period of 1995.", "1996 | 1995"},
      {"It burned in the final weeks of the war.", ""},
      // Of today, or told with what stands behind it.
      {"Sales fell in the last week.", "the last week"},
      {"Sales fell last week in June trade.", "last week | June"},
      {"Sales fell in the last week in Oslo.", "the last week"},
      {"Sales fell in the last quarter of 1996.", "the last quarter of 1996"},
      {"Sales fell at the end of last week.", "the end of last week"},
      {"Sales fell over the last three months of the year.", "the last three months | the year"},
  });
}

TEST(Dates, LongRunsEnd) {
  for (const char* piece :
       {"7", "12", "1/", "1999", "99999-", "31/31/2019 ", "Feb. 30 ", "May, ", "May ", "May 2 ", "2-", "the ",
        "a year ", "twenty ", "1998, ", "May 2, 2019 ", "May 2 and 3, 2019, ", "on 2 and 3 May, ", "2, "}) {
    std::string text;
    while (text.size() < 100'000) text += piece;
    test::analyze(text);
  }
}

}  // namespace
}  // namespace wirecut
