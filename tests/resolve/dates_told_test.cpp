// Dates that count from what the story told before: the day, the year, the quarter it reports on.
#include "date_cases.h"
#include "resolve/dates.h"

namespace wirecut {
namespace {

using test::check_dates;

TEST(DatesTold, ABarePartOfTheDayIsOfTheDayToldBefore) {
  check_dates(
      {
          {"Shares fell on Wednesday. They rose again in the morning.", "2019-05-01 | 2019-05-01TMO time"},
          {"On Tuesday it rained by evening.", "2019-04-30 | 2019-04-30TEV time"},
          {"They rose again in the afternoon.", "2019-05-02TAF time"},
          {"They came before dawn on April 29.", "2019-04-29TMO time | 2019-04-29"},
          {"The plan was told on April 9. Shares rose in the morning.", "2019-04-09 | 2019-05-02TMO time"},
      },
      "2019-05-02");
}

TEST(DatesTold, WhatIsOverCountsFromNoDayToCome) {
  check_dates(
      {
          {"The game was put off until Saturday. Banks opened the next day.", "2019-05-04 | 2019-05-03"},
          {"They will meet Saturday. The index fell from its level a day earlier.", "2019-05-04 | 2019-05-01"},
          {"They will meet Saturday and the next day.", "2019-05-04 | 2019-05-05"},
          {"They will pay on July 1, a month earlier than planned.", "2019-07-01 | 2019-06"},
          {"Crews worked through the night and into Friday.", "2019-05-02TNI time | 2019-05-03"},
      },
      "2019-05-02");
}

TEST(DatesTold, TheYearToldIsWhatOthersCountFrom) {
  check_dates(
      {
          {"In 1992 he left. A bomb exploded in December 1975; that year another did.", "1992 | 1975-12 | 1975"},
          {"In 1998 it may fall. The following year may be better.", "1998 | 1999"},
          {"For 1996, sales were $20 billion, up from $16 billion the year before.", "1996 | 1995"},
          {"Sales fell last year, from $16 million the year before.", "1998 | 1997"},
          {"The club won in 1968. In the same year it moved.", "1968 | 1968"},
          {"The night before, it rained. It left on March 9. The day before, it snowed.",
           "1999-03-25TNI time | 1999-03-09 | 1999-03-08"},
      },
      "1999-03-26");
}

TEST(DatesTold, ReportsOnTheFourthQuarterCloseAYear) {
  check_dates(
      {
          {"It lost money in the fourth quarter. For the full year, profit rose.", "1997-Q4 | 1997"},
          {"It lost money in the fourth quarter. It sees a profit for the full year.", "1997-Q4 | 1998"},
          {"It lost money in the fourth quarter. For the year, it will report a profit.", "1997-Q4 | 1998"},
          {"Sales in the January quarter beat those of the October quarter.", "1997-Q4 | 1997-Q3"},
          {"Sales in the December quarter beat those of the June quarter.", "1997-Q4 | 1997-Q2"},
          {"Sales in the July-September quarter rose.", "1997-Q3"},
      },
      "1998-03-12");
}

TEST(DatesTold, EntriesOfAChronologyFollowOneAnother) {
  check_dates(
      {
          {"Dec. 4, 2007 - Acme asks for help.\n\nJan. 13 - Acme names a head.\n\nMay 9 - Acme sells a mill.",
           "2007-12-04 | 2008-01-13 | 2008-05-09"},
          {"* June 4, 2003: Acme buys Roe.\n\n* Sept. 8: Acme sues Roe.", "2003-06-04 | 2003-09-08"},
          {"2006 December 19: Acme reports a loss.\n\nJanuary 5: Acme closes a shop.", "2006-12-19 | 2007-01-05"},
          {"Oct. 31, 2005 - Acme reports a loss. Its head left on Oct. 30.", "2005-10-31 | 2005-10-30"},
          {"On 2009 May 19 the war ended.", "2009-05-19"},
          // Beyond the story's day, in no list, behind no entry with a year
          {"July 3, 2008 - Acme asks for help.\n\nJune 4 - Acme names a head.", "2008-07-03 | 2008-06-04"},
          {"Dec. 4, 2006 - Acme asks for help.\n\nThe head of Acme left on Oct. 13 of his own will. He said so then. "
           "He "
           "did not say why. On June 4 he came back.",
           "2006-12-04 | 2006-10-13 | 2008-06-04"},
          {"It asked for help on Dec. 4, 2006.\n\nJan. 13 - Acme names a head.", "2006-12-04 | 2008-01-13"},
          {"June 9-12 - The fair.", "2008-06-09 | 2008-06-12"},
          {"It lost money in 2009. May 19 was the worst day.", "2009 | 2008-05-19"},
      },
      "2008-06-20");
}

}  // namespace
}  // namespace wirecut
