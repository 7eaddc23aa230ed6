// Rows of weights, a byte a label, and the sinks into which the feature templates put the rows of an item: a list (the
// trainer) or the sum of their weights (the program).
#pragma once

#include <array>
#include <cstdint>
#include <cstring>

namespace wirecut {

inline constexpr std::size_t kLanes = 8;
inline constexpr std::size_t kMaxFeatures = 64;

using Lanes = std::int16_t __attribute__((vector_size(2 * kLanes)));  // a number a label

constexpr Lanes all_lanes(std::int16_t value) { return Lanes{value, value, value, value, value, value, value, value}; }

// The bytes of weights are counted from 128: to widen them without a sign takes one instruction less.
inline constexpr std::int16_t kZeroWeight = 128;

struct FeatureList {
  std::array<std::uint32_t, kMaxFeatures> rows;
  std::size_t count = 0;

  void add(std::uint32_t row) { rows[count++] = row; }
};

class RowSum {
 public:
  explicit RowSum(const std::uint8_t* weights) : weights_(weights) {}

  void add(std::uint32_t row) {
    using Bytes = std::uint8_t __attribute__((vector_size(kLanes)));
    Bytes bytes;
    std::memcpy(&bytes, weights_ + std::size_t{row} * kLanes, sizeof bytes);
    sum_ += __builtin_convertvector(bytes, Lanes);
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
  explicit PairedRowSum(const std::uint8_t* weights) : first_(weights), second_(weights + kLanes) {}

  void add(std::uint32_t row) {
    first_.add(row);
    second_.add(row);
  }
  Lanes first() const { return first_.sum(); }
  Lanes second() const { return second_.sum(); }

 private:
  RowSum first_, second_;
};

}  // namespace wirecut
