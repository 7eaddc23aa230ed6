#include "resolve/dateline.h"

#include <gtest/gtest.h>

namespace wirecut {
namespace {

using namespace std::chrono;

TEST(CompleteDateline, TakesTheNearestYear) {
  struct Case {
    month_day date;
    year_month_day published;
    year expected;
  };
  for (const Case& c : {Case{May / 2, 2019y / May / 3, 2019y},
                        {December / 31, 2020y / January / 1, 2019y},
                        {January / 1, 2019y / December / 31, 2020y},
                        {February / 29, 2021y / March / 1, 2020y}}) {
    std::optional<Dateline> dateline = Dateline{};
    dateline->date = PartialDate{std::nullopt, c.date};
    complete_dateline(dateline, Published{c.published, PublishedBasis::option});
    EXPECT_EQ(dateline->date->year, c.expected);
  }
}

TEST(CompleteDateline, LeavesTheRest) {
  std::optional<Dateline> none;
  complete_dateline(none, Published{2019y / May / 3, PublishedBasis::option});
  EXPECT_FALSE(none);
  std::optional<Dateline> told = Dateline{};
  told->date = PartialDate{2011y, May / 2};
  complete_dateline(told, Published{2019y / May / 3, PublishedBasis::option});
  EXPECT_EQ(told->date->year, 2011y);
  told->date->year.reset();
  complete_dateline(told, std::nullopt);
  EXPECT_FALSE(told->date->year);
}

}  // namespace
}  // namespace wirecut
