// What the tests of dates share: a text, and the values that its dates should have.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "check.h"

namespace wirecut::test {

struct DateCase {
  const char* text;
  const char* expected;
};

// Value, type and mod of each date, set apart by " | ".
inline std::string resolved(std::string_view text, std::string_view published) {
  const char* const kTypes[] = {"", " time", " duration", " set"};
  const Story story = analyze(text, published);
  std::string shown;
  for (const Date& date : story.dates) {
    if (!shown.empty()) shown += " | ";
    shown += date.value + kTypes[static_cast<std::size_t>(date.type)];
    if (!date.mod.empty()) shown += " " + date.mod;
  }
  return shown;
}

template <std::size_t N>
void check_dates(const DateCase (&cases)[N], std::string_view published) {
  for (const DateCase& c : cases) EXPECT_EQ(resolved(c.text, published), c.expected) << "in: " << c.text;
}

}  // namespace wirecut::test
