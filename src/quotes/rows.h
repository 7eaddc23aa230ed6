// Rows of weights, a byte a label, and the sinks into which the feature templates put the rows of an item: a list (the
// trainer) or the sum of their weights (the program).
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <vector>

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

  void add(std::uint32_t row) { rows[count++] = row; }
  // The features of a group (features.cpp), which are told by `key` alone.
  template <class Group>
  void add_group(std::uint64_t key) {
    Group::expand(key, *this);
  }
};

// Sums of the groups of features that were met, by their keys. A cache only: it never changes a sum. They are sums of
// one model's weights: use() comes before the first of another's.
class GroupSums {
 public:
  struct Entry {
    Lanes sum = {};
    std::uint64_t key = 0;  // 0: free
  };
  static constexpr unsigned kBits = 13;
  static std::size_t place(std::uint64_t key) { return (key * 0x9e3779b97f4a7c15ULL) >> (64 - kBits); }

  // Forgets the sums of other weights. Those in use stay as they are, and where they are.
  void use(const std::uint8_t* weights) {
    if (weights == weights_) return;
    entries_.assign(std::size_t{1} << kBits, {});
    weights_ = weights;
  }
  Entry* entries() { return entries_.data(); }

 private:
  const std::uint8_t* weights_ = nullptr;
  std::vector<Entry> entries_;
};

class RowSum {
 public:
  RowSum(const std::uint8_t* weights, GroupSums& groups) : weights_(weights), groups_(groups.entries()) {}

  void add(std::uint32_t row) {
    using Halves = std::uint64_t __attribute__((vector_size(2 * kLanes)));
    Halves bytes{};
    std::memcpy(&bytes, weights_ + std::size_t{row} * kLanes, kLanes);
    sum_ += widen_first(reinterpret_cast<RowBytes>(bytes));
    zero_ += kZeroWeight;
  }
  template <class Group>
  void add_group(std::uint64_t key) {
    GroupSums::Entry& entry = groups_[GroupSums::place(key)];
    if (entry.key != key) [[unlikely]]
      fill<Group>(weights_, key, entry);
    sum_ += entry.sum;
  }
  Lanes sum() const { return sum_ - all_lanes(zero_); }

 private:
  RowSum(const std::uint8_t* weights, GroupSums::Entry* groups) : weights_(weights), groups_(groups) {}

  template <class Group>
  [[gnu::noinline]] static void fill(const std::uint8_t* weights, std::uint64_t key, GroupSums::Entry& entry) {
    RowSum of_group(weights, nullptr);
    Group::expand(key, of_group);
    entry = {of_group.sum(), key};
  }

  const std::uint8_t* weights_;
  GroupSums::Entry* groups_;
  Lanes sum_ = {};
  std::int16_t zero_ = 0;
};

// Sums rows that stand in pairs: each row added, and the one behind it.
class PairedRowSum {
 public:
  explicit PairedRowSum(const std::uint8_t* weights) : weights_(weights) {}

  void add(std::uint32_t row) {
    RowBytes bytes;
    std::memcpy(&bytes, weights_ + std::size_t{row} * kLanes, sizeof bytes);
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
