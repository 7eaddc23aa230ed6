// Every form of the tables matches the example that stands beside it, and no form before it does so with another kind.
#include "structure/forms.h"

#include <gtest/gtest.h>

#include "structure/line_kinds.h"

namespace wirecut {
namespace {

TEST(Forms, MatchTheirExamples) {
  for (const FormTable& table : {head_forms(), body_forms(), tail_forms()})
    for (const LineForm& form : table.forms)
      EXPECT_TRUE(match_form(form, form.example)) << form.pattern << " / " << form.example;
}

TEST(Forms, FindTheName) {
  struct Case {
    const char* line;
    const char* name;  // empty: no form fits
  };
  for (const Case& c : {Case{"Source: ANI", "ANI"},
                        {"(Source: Reuters)", "Reuters"},
                        {"--IANS", "IANS"},
                        {"==Kyodo", "Kyodo"},
                        {"Published in Dawn, May 2nd, 2019", "Dawn"},
                        {"[ANI]", "ANI"},
                        {"/TASS/", "TASS"},
                        {"[source_without_link]IANS[/source_without_link]", "IANS"},
                        {"SOURCE Acme Robotics, Inc.", "Acme Robotics, Inc."}}) {
    const auto match = match_any(tail_forms(), c.line);
    EXPECT_EQ(match ? match->name : "", c.name) << c.line;
  }
}

TEST(Forms, TimeLines) {
  for (const char* line :
       {"Thu May 2, 2019 10:15am EDT", "May 2, 2022 at 5:00 a.m. EDT", "MAY 2, 2016", "Updated 4 hours ago",
        "Wednesday, 15 May 2019 10:32 AM", "Published: 2019-05-02", "May 2, 2019, 6:01 AM EDT"})
    EXPECT_TRUE(is_time_line(line)) << line;
  for (const char* line : {"May 2 protest planned", "12 dead", "1,200", "Rail fares to be frozen", ""})
    EXPECT_FALSE(is_time_line(line)) << line;
}

}  // namespace
}  // namespace wirecut
