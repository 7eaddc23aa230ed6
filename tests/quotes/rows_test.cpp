#include "quotes/rows.h"

#include <gtest/gtest.h>

#include <vector>

#include "quotes/group_key.h"

namespace wirecut::test {
namespace {

struct TwoRows {
  template <class Sink>
  static void expand(std::uint64_t key, Sink& sink) {
    sink.add(static_cast<std::uint32_t>(key & 1));
    sink.add(2);
  }
};

std::int16_t sum_of(const std::vector<std::uint8_t>& weights, std::uint64_t key, GroupSums& groups) {
  groups.use(weights.data());
  RowSum sum(weights.data(), groups);
  sum.add_group<TwoRows>(key);
  return sum.sum()[0];
}

// Weights of three rows, of which the first lane is read.
std::vector<std::uint8_t> rows_of(int first, int second, int third) {
  std::vector<std::uint8_t> rows(3 * kLanes, kZeroWeight);
  const int weights[] = {first, second, third};
  for (std::size_t row = 0; row < 3; ++row) rows[row * kLanes] = static_cast<std::uint8_t>(kZeroWeight + weights[row]);
  return rows;
}

// A trainer asks the models of several folds in turn.
TEST(GroupSums, AreOfTheModelInUse) {
  using Key = GroupKey<1, 1>;
  const auto one = rows_of(1, 10, 100), other = rows_of(-2, -20, 50);
  GroupSums groups;
  for (int round = 0; round < 2; ++round) {
    EXPECT_EQ(sum_of(one, Key::of(0U), groups), 101);
    EXPECT_EQ(sum_of(one, Key::of(1U), groups), 110);
    EXPECT_EQ(sum_of(other, Key::of(0U), groups), 48);
    EXPECT_EQ(sum_of(other, Key::of(1U), groups), 30);
  }
}

}  // namespace
}  // namespace wirecut::test
