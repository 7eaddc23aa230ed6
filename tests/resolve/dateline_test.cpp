#include "resolve/dateline.h"

#include <gtest/gtest.h>

#include <utility>
#include <vector>

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
                        {May / 31, 2018y / December / 31, 2018y},
                        {May / 18, 2019y / March / 18, 2019y},
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

TEST(FollowPlace, GivesABareDatelineTheCountryOfItsTown) {
  const auto country_of = [](std::vector<Place> places, bool at_home = false) {
    Story story;
    story.text = "MELBOURNE \u2014 Floods hit Tampa.";
    story.structure.dateline = Dateline{{0, 9}, "MELBOURNE", "AU", std::nullopt, "", at_home};
    story.places = std::move(places);
    follow_place(story, story.structure.dateline);
    return story.structure.dateline->country;
  };
  Place town, other;
  town.span = {0, 9};
  other.span = {24, 29};
  town.country = other.country = "US";
  EXPECT_EQ(country_of({town}), "US");
  EXPECT_EQ(country_of({town, other}), "US");
  EXPECT_EQ(country_of({town, other}, true), "AU");
}

}  // namespace
}  // namespace wirecut
