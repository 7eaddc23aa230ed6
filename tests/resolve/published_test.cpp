// The day of a story: some fifty short stories, dated and undated. A wrong day is worse than none.
#include <gtest/gtest.h>

#include <string>

#include "check.h"
#include "resolve/date_values.h"
#include "resolve/day_text.h"

namespace wirecut {
namespace {

std::string shown(const std::optional<Published>& published) {
  constexpr const char* kBases[] = {"option", "metadata", "dateline", "text", "inferred"};
  if (!published) return "none";
  return day_value(std::chrono::sys_days{published->day}) + " " + kBases[static_cast<std::size_t>(published->basis)];
}

struct Case {
  const char* text;
  const char* expected;
};

template <std::size_t N>
void check(const Case (&cases)[N], std::string_view metadata = "") {
  for (const Case& c : cases)
    EXPECT_EQ(shown(test::analyze(c.text, metadata).published), c.expected) << "in: " << c.text;
}

TEST(Published, DatelinesWithAYear) {
  check({
      {"LONDON, May 2, 2019 (Reuters) - Britain said it would vote.", "2019-05-02 dateline"},
      {"PARIS, Nov. 14, 2007 (AFP) - Trains stood still.", "2007-11-14 dateline"},
      {"NAIROBI, March 3 2011 (Xinhua) -- Rain fell on the capital.", "2011-03-03 dateline"},
      {"Storm nears coast\n\nMIAMI, Sept. 9, 2017 (AP) -- Shops closed early.", "2017-09-09 dateline"},
  });
}

TEST(Published, AFullDateOnItsOwnLine) {
  check({
      {"Council backs plan\nMay 2, 2019\n\nThe council backed the plan on Thursday.", "2019-05-02 text"},
      {"Council backs plan\nPublished: 2 May 2019\n\nThe council backed the plan.", "2019-05-02 text"},
      {"Council backs plan\nPosted on 2019-05-02\n\nThe council backed the plan.", "2019-05-02 text"},
      {"Council backs plan\nThursday, May 2, 2019 10:30 AM\n\nThe council backed the plan.", "2019-05-02 text"},
      {"The council backed the plan.\n\nThe mayor agreed.\n\nDate: May 2, 2019\n", "2019-05-02 text"},
      {"Council backs plan\n(May 2, 2019)\n\nThe council backed the plan.", "2019-05-02 text"},
      {"Council backs plan\n\nThe council backed the plan.\n\nThis report by The Daily Roe was first published May 2, "
       "2019.",
       "2019-05-02 text"},
      {"Council backs plan\n\nThe council backed the plan.\n\nPublished in Dawn, May 2nd, 2019", "2019-05-02 text"},
      {"Council buys book\n\nThe novel was first published May 2, 2019.", "none"},
      {"Council backs plan\n\nBerlin (dpa) - The council backed the plan.\n\n161544 GMT Jan 25", "2025-01-16 text"},
      {"Council backs plan\n\nBerlin (dpa) - The council backed the plan.\n\n1544 GMT Jan 25", "none"},
      {"Council backs plan\n\nThe council backed the plan of 161544 GMT Jan 25.", "none"},
      {"Council backs plan\nSource: Xinhua| 2019-05-02 20:15:37|Editor: roe\n\nThe council backed the plan.",
       "2019-05-02 text"},
      {"Council backs plan\n\nThe council backed the plan.\n\nSource: OECD, 2019-05-02 10:30\n\nThe mayor agreed.",
       "none"},
      {"Subject: Council backs plan\nDate: Thu, 02 May 2019 10:00:00 +0100\n\nThe council backed it.",
       "2019-05-02 text"},
      {"Council backs plan\n10:12 GMT 02 May 2019, updated 11:12 GMT 03 May 2019\n\nThe council backed it.",
       "2019-05-02 text"},
      {"Council backs plan\nThe score of May 2, 2019: 10 + 12\n\nThe council backed it.", "none"},
      {"Council backs plan\nUpdated 10:15 GMT, 4 December 2021\n\nThe council backed the plan.", "2021-12-04 text"},
      {"Council backs plan\nUpdated 1512 GMT (2312 HKT) July 19, 2022\n\nThe council backed it.", "2022-07-19 text"},
      {"Council backs plan\nANI | Updated: May 02, 2022 09:12 IST\n\nThe council backed it.", "2022-05-02 text"},
      {"Council backs plan\nPTI / Updated: May 2, 2019, 21:10 IST\n\nThe council backed it.", "2019-05-02 text"},
      {"Council backs plan\nMAY 2, 2019 / 2:12 PM\n\nThe council backed it.", "2019-05-02 text"},
      {"Council backs plan\nPosted: May 2, 2019 / 05:12 PM EDT\n\nThe council backed it.", "2019-05-02 text"},
      {"Council backs plan\nMay 2, 2019 11:02 AM UTC Updated 3 hours ago\n\nThe council backed it.", "2019-05-02 text"},
      {"Council backs plan\nMay 2, 202311:02 AM UTCUpdated 3 hours ago\n\nThe council backed it.", "2023-05-02 text"},
      {"Council backs plan\nMay 2, 20239:02 PM UTCLast Updated 3 years ago\n\nThe council backed it.",
       "2023-05-02 text"},
      {"Council backs plan\nMay 2, 2023112:02\n\nThe council backed it.", "none"},
      {"Council backs plan\nMay 2, 2019, 12:14 PM \u2022 3 min read\n\nThe council backed it.", "2019-05-02 text"},
      {"Council backs plan\nThursday 2 May 2019 12:14, UK\n\nThe council backed it.", "2019-05-02 text"},
      {"Council backs plan\nMay 2, 2019 Updated: May 3, 2019 5:12 p.m.\n\nThe council backed it.", "2019-05-02 text"},
      {"Council backs plan\nMay 2, 2019 \u2022 3 min read for the bored\n\nThe council backed it.", "2019-05-02 text"},
      {"Council backs plan\nJane Roe |13.05.2019 - Update : 14.05.2019\n\nThe council backed it.", "2019-05-13 text"},
      {"Council backs plan\nBy Jane Roe, May 2, 2019\n\nThe council backed it.", "2019-05-02 text"},
      {"Council backs plan\nPosted on May 2, 2019 by Jane Roe\n\nThe council backed it.", "2019-05-02 text"},
      {"Council backs plan\nJane Roe - May 2, 2019\n\nThe council backed it.", "2019-05-02 text"},
      {"Council backs plan\nMay 2, 2019 was a day of rain\n\nThe council backed it.", "none"},
      {"Council backs plan\n04/12/2021 06:12 PM\n\nIPOH, Dec 4 (Bernama) -- The council backed it.", "2021-12-04 text"},
      {"Council backs plan\n04/12/2021 06:12 PM\n\nIPOH, April 12 (Bernama) -- The council backed it.",
       "2021-04-12 text"},
      {"Council backs plan\nJane Roe |19.04.2022\n\nThe council backed the plan.", "2022-04-19 text"},
      {"Council backs plan\n\nThe council backed the plan.\n\nRain in the north | 19 April 2022\n\nThe mayor agreed.",
       "none"},
      {"Council backs plan\nPUBLISHED: May 26, 2021 at 6:05 a.m. | UPDATED: May 27, 2021 at 5:12 a.m.\n\nThe council "
       "backed the plan.",
       "2021-05-26 text"},
      {"Council backs game\n\nThe council backed the game.\n\n(Desk | Release date: 7/20/17)\n\nIt sold.", "none"},
      {"Council backs plan\nUpdated: 5 May 2022\nPublished: 4 May 2022\n\nThe council backed it.", "2022-05-04 text"},
      {"Council backs plan\n\nThe council backed the plan.\n\nLast updated: 4 May 2022", "none"},
      {"Council backs plan\nthe plan of 4 May 1922\n\nThe council backed the plan.", "none"},
  });
}

TEST(Published, TheTextProvesTheYearOfTheDateline) {
  check({
      {"WASHINGTON, May 2 (Reuters) - The mayor said on Wednesday, May 1, that talks begun in March 2019 had failed.",
       "2019-05-02 inferred"},
      {"WASHINGTON, May 2 (Reuters) - The court said on Thursday that its ruling of April 26, 2019, stands.",
       "2019-05-02 inferred"},
      {"ROME, Jan. 3 (Reuters) - The bridge that fell on Dec. 20, 2016, will be rebuilt, Rome said on Tuesday.",
       "2017-01-03 inferred"},
      {"CAIRO, Aug. 20 (Xinhua) -- Talks will open on Monday, Aug. 24, the first since the truce of June 2009.",
       "2009-08-20 inferred"},
      {"OSLO, Feb. 12 (Reuters) - The mine was shut on Friday, Feb. 10, after the strike of November 2011.",
       "2012-02-12 inferred"},
  });
}

TEST(Published, WhatIsOverAndWhatIsToComeEncloseTheDateline) {
  check({
      {"OSLO, May 2 (Reuters) - The mine, which was shut on March 14, 2011, will open again on July 1, 2011.",
       "2011-05-02 inferred"},
      {"OSLO, Jan. 9 (Reuters) - The mine was shut in November 2011. It will open again in March 2012.",
       "2012-01-09 inferred"},
      {"OSLO, May 2 (Reuters) - The mine was shut on March 14, 2011. It will open again on July 1, 2014.", "none"},
      {"OSLO, May 2 (Reuters) - The mine was shut on March 14, 1998. It will open again on July 1, 2011.", "none"},
      {"OSLO, May 2 (Reuters) - The mine was shut on March 14, 2011. It was opened again on July 1, 2011.", "none"},
      {"OSLO, May 2 (Reuters) - On Sunday, May 1, and on Friday, April 28, the mine was shut, as on March 14, 2011. It "
       "will open on July 1, 2011.",
       "none"},
      {"The mine, which was shut on March 14, 2011, will open again on July 1, 2011.", "none"},
  });
}

TEST(Published, TheDayCalledToday) {
  check({
      {"The bridge was closed today (May 2, 2019).", "2019-05-02 text"},
      {"The bridge was closed today (Thursday, May 2, 2019), police said.", "2019-05-02 text"},
      {"Today, 2 May 2019, the bridge was closed.", "2019-05-02 text"},
      {"Police closed the bridge today, the 2nd of May 2019.", "2019-05-02 text"},
      {"The bridge was closed today (May 2).", "none"},
      {"The bridge is closed today. May 2, 2019, saw the last train.", "none"},
      {"Today the treaty of May 2, 2019, ends.", "none"},
      {"The bridge was closed yesterday (May 2, 2019).", "none"},
  });
}

TEST(Published, NothingProvesTheYear) {
  check({
      {"WASHINGTON, May 2 (Reuters) - The mayor said the budget was late.", "none"},
      {"WASHINGTON, May 2 (Reuters) - The mayor said on Wednesday the budget was late.", "none"},
      {"WASHINGTON, May 2 (Reuters) - The mayor, elected in 2015, said the budget was late.", "none"},
      {"WASHINGTON, May 2 (Reuters) - The law of March 4, 1998, still holds.", "none"},
      {"WASHINGTON, May 2 (Reuters) - The mayor spoke on Wednesday, May 1.", "none"},
      {"WASHINGTON, May 2 (Reuters) - The mayor said on Wednesday, May 1, that the 2019 budget was late.", "none"},
      {"BONN, May 2 (Reuters) - A year after the flood of May 1, 2018, the town is dry, it said on Thursday.", "none"},
      {"WASHINGTON, May 2 (Reuters) - On Tuesday, May 1, and Wednesday, May 1, 2019 plans were laid.", "none"},
      {"LIMA, June 5 (AP) -- The dam, begun on June 5, 1974, is to be done in 2030.", "none"},
  });
}

TEST(Published, ProseWithDatesProvesNothing) {
  check({
      {"The treaty was signed on May 2, 2019, in Rome.", "none"},
      {"On May 2, 2019, the treaty was signed.", "none"},
      {"The plant opened in 2019 and closed on Friday.", "none"},
      {"He was born on 4 July 1976 and died on Tuesday.", "none"},
      {"The bonds fall due\nMarch 1, 2011, the bank said.", "none"},
      {"Shares rose on Monday.", "none"},
      {"Version 2019-05-02 of the file was leaked on Monday.", "none"},
      {"", "none"},
      {"May 2", "none"},
      {"30.02.2019\n\nThere is no such day.", "none"},
  });
}

TEST(Published, TheCarrierKnowsBest) {
  check({{"LONDON, May 3, 2018 (Reuters) - Britain said it would vote.", "2019-05-02 metadata"}},
        "2019-05-02T23:10:00+02:00");
  check({{"LONDON, May 3, 2018 (Reuters) - Britain said it would vote.", "2018-05-03 dateline"}}, "soon");
  AnalyzeOptions options;
  options.published = std::chrono::year{2020} / 1 / 31;
  EXPECT_EQ(shown(test::analyze("Shares rose on Monday.", "2019-05-02", options).published), "2020-01-31 option");
}

TEST(DayText, FormsOfCarriers) {
  const Case cases[] = {
      {"2019-05-02", "2019-05-02"},
      {"2019-05-02T10:30:00Z", "2019-05-02"},
      {"2019-05-02 10:30", "2019-05-02"},
      {"20190502T103000Z", "2019-05-02"},
      {"20190502", "2019-05-02"},
      {"2019/05/02", "2019-05-02"},
      {"May 2, 2019", "2019-05-02"},
      {"2 May 2019", "2019-05-02"},
      {"Sept. 9, 2017", "2017-09-09"},
      {"Thu, 02 May 2019 10:30:00 GMT", "2019-05-02"},
      {"Thursday, 2 May 2019", "2019-05-02"},
      {"Thu, 02 May 2019 10:30:00 +0200", "2019-05-02"},
      {"29/04/2024", "2024-04-29"},
      {"29.04.2024 12:14", "2024-04-29"},
      {"04/29/2024", "2024-04-29"},
      {"4/4/2024", "2024-04-04"},
      {"1556793000", "2019-05-02"},
      {"1556793000123", "2019-05-02"},
      {"03/05/2024", "none"},
      {"29/04-2024", "none"},
      {"31/31/2024", "none"},
      {"29/04/24", "none"},
      {"29/04/20245", "none"},
      {"15567930001", "none"},
      {"155679300", "none"},
      {"  2019-05-02  ", "2019-05-02"},
      {"2019-02-30", "none"},
      {"2019-13-02", "none"},
      {"2019-05-021", "none"},
      {"May 2019", "none"},
      {"yesterday", "none"},
      {"", "none"},
  };
  for (const Case& c : cases) {
    const auto day = parse_day(c.text);
    EXPECT_EQ(day ? day_value(std::chrono::sys_days{*day}) : "none", c.expected) << c.text;
  }
}

}  // namespace
}  // namespace wirecut
