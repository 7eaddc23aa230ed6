#include "quotes/role_features.h"

#include <gtest/gtest.h>

namespace wirecut::test {
namespace {

// A paragraph may have more commas than a field of its running counts can hold.
TEST(RoleFeatures, CountsBetweenGoOnBehindTheLargest) {
  constexpr std::uint64_t kMany = 254 * kCommaCount + 255 * kUnitCount + 70000 * kNameCount;
  CueView cue;
  ItemView item;
  item.counts_behind = kMany;
  cue.counts_before = kMany + 3 * kCommaCount + 2 * kUnitCount + kNameCount;
  EXPECT_EQ(count_between(item, cue, false), 3 * kCommaCount + 2 * kUnitCount + kNameCount);
}

TEST(RoleFeatures, CountsBetweenHaveAMost) {
  CueView cue;
  ItemView item;
  cue.counts_behind = 7 * kCommaCount;
  constexpr std::uint64_t kWindow = kRoleReach + kPureUnits;
  item.counts = (7 + kWindow) * kCommaCount + 3 * kCueCount + 2 * kSourceCount + kWindow * kUnitCount + 60 * kNameCount;
  EXPECT_EQ(count_between(item, cue, true),
            4 * kCommaCount + 2 * kCueCount + 2 * kSourceCount + 3 * kUnitCount + 3 * kNameCount);
}

}  // namespace
}  // namespace wirecut::test
