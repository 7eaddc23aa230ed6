#include "quotes/rows.h"

#include <gtest/gtest.h>

#include <vector>

namespace wirecut::test {
namespace {

// Rows whose weight of label l is 10 * row + l, the odd ones negative.
std::vector<std::uint8_t> some_rows() {
  std::vector<std::uint8_t> bytes;
  for (int row = 0; row < 8; ++row)
    for (int label = 0; label < static_cast<int>(kLanes); ++label)
      bytes.push_back(static_cast<std::uint8_t>(kZeroWeight + (row % 2 == 0 ? 1 : -1) * (10 * row + label)));
  return bytes;
}

TEST(RowSum, AddsTheWeightsOfItsRows) {
  const std::vector<std::uint8_t> rows = some_rows();
  RowSum sum(rows.data());
  for (const std::uint32_t row : {2U, 5U, 5U, 7U}) sum.add(row);
  for (int label = 0; label < static_cast<int>(kLanes); ++label)
    EXPECT_EQ(sum.sum()[label], 20 - 50 - 50 - 70 - 2 * label) << label;
}

TEST(RowSum, IsNothingWithoutRows) { EXPECT_EQ(RowSum(some_rows().data()).sum()[3], 0); }

TEST(PairedRowSum, AddsEachRowAndTheOneBehindIt) {
  const std::vector<std::uint8_t> rows = some_rows();
  PairedRowSum sum(rows.data());
  for (const std::uint32_t row : {0U, 4U}) sum.add(row);
  for (int label = 0; label < static_cast<int>(kLanes); ++label) {
    EXPECT_EQ(sum.first()[label], 40 + 2 * label) << label;
    EXPECT_EQ(sum.second()[label], -10 - 50 - 2 * label) << label;
  }
}

}  // namespace
}  // namespace wirecut::test
