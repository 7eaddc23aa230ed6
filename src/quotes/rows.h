// Rows of weights, a byte a label, and the sinks into which the feature templates put the rows of an item: a list (the
// trainer) or the sum of their weights (the program).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include "lexicon/lanes.h"

namespace wirecut {

inline constexpr std::size_t kMaxFeatures = 64;

// The bytes of weights are counted from 128: to widen them without a sign takes one instruction, a zero between each
// byte and the next.
inline constexpr std::int16_t kZeroWeight = 128;
using RowBytes = std::uint8_t __attribute__((vector_size(2 * kLanes)));  // two rows
inline Lanes widen_first(RowBytes rows) {
  return reinterpret_cast<Lanes>(
      __builtin_shufflevector(rows, RowBytes{}, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23));
}
inline Lanes widen_second(RowBytes rows) {
  return reinterpret_cast<Lanes>(
      __builtin_shufflevector(rows, RowBytes{}, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31));
}

struct FeatureList {
  std::array<std::uint32_t, kMaxFeatures> rows;
  std::size_t count = 0;

  void add(std::size_t row) { rows[count++] = static_cast<std::uint32_t>(row); }
};

class RowSum {
 public:
  explicit RowSum(const std::uint8_t* weights) : weights_(weights) {}

  void add(std::size_t row) {
    using Halves = std::uint64_t __attribute__((vector_size(2 * kLanes)));
    Halves bytes{};
    std::memcpy(&bytes, weights_ + row * kLanes, kLanes);
    sum_ += widen_first(reinterpret_cast<RowBytes>(bytes));
    zero_ += kZeroWeight;
  }
  Lanes sum() const { return sum_ - all_lanes(zero_); }

 private:
  const std::uint8_t* weights_;
  Lanes sum_ = {};
  std::int16_t zero_ = 0;
};

// Sums rows that stand in pairs: each row added, and the one behind it.
class PairedRowSum {
 public:
  explicit PairedRowSum(const std::uint8_t* weights) : weights_(weights) {}

  void add(std::size_t row) {
    RowBytes bytes;
    std::memcpy(&bytes, weights_ + row * kLanes, sizeof bytes);
    first_ += widen_first(bytes);
    second_ += widen_second(bytes);
    zero_ += kZeroWeight;
  }
  Lanes first() const { return first_ - all_lanes(zero_); }
  Lanes second() const { return second_ - all_lanes(zero_); }

 private:
  const std::uint8_t* weights_;
  Lanes first_ = {}, second_ = {};
  std::int16_t zero_ = 0;
};

}  // namespace wirecut
