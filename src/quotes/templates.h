// Feature templates as rows of weights. Each template has a number, by which it multiplies its value: words that share
// a row in one template don't in the next. Combinations of small attributes are packed side by side, a word's hash has
// small ones added above its lower half.
#pragma once

#include <cstddef>
#include <cstdint>

#include "quotes/features.h"

namespace wirecut {

// splitmix64; folded away, since a template's number is a constant.
constexpr std::uint64_t mix_template(std::uint64_t x) {
  x = (x * 0x9e3779b97f4a7c15ULL ^ x >> 30) * 0xbf58476d1ce4e5b9ULL;
  x = (x ^ x >> 27) * 0x94d049bb133111ebULL;
  return x ^ x >> 31;
}

template <unsigned kTemplate, unsigned kBits>
std::size_t template_row(std::uint64_t value) {
  constexpr std::uint64_t kFactor = mix_template(kTemplate) | 1;
  return (value * kFactor) >> (64 - kBits);
}

// The templates of each model: numbers from 1, 201 and 301 on.
template <unsigned kTemplate, class Sink>
void add_label(std::uint64_t value, Sink& sink) {
  sink.add(template_row<kTemplate, kLabelBits>(value));
}
template <unsigned kTemplate, class Sink>
void add_item(std::uint64_t value, Sink& sink) {
  sink.add(template_row<kTemplate, kRoleBits - 1>(value) << 1);
}
// Added, not masked in: an addition is part of the load.
template <unsigned kTemplate, class Sink>
void add_role(std::uint64_t value, Sink& sink) {
  sink.add(template_row<kTemplate, kRoleBits>(value) + (std::size_t{1} << kRoleBits));
}

// Attributes, of a field each, and fields that stand side by side already, one behind the other; before them a 1: never
// 0, which every template would send to the same row.
template <class... Parts>
constexpr std::uint64_t pack(Parts... parts) {
  std::uint64_t packed = 0;
  ((packed = packed << kFieldBits * kFieldsIn<Parts> | static_cast<std::uint64_t>(parts)), ...);
  return packed | std::uint64_t{1} << kFieldBits * (kFieldsIn<Parts> + ...);
}
constexpr std::uint64_t with(std::uint64_t word, std::uint64_t packed) { return word + (packed << 32); }

// An item's class of words in the place of its word: never 0.
inline std::uint64_t class_value(const ItemView& item) { return item.word_class + std::uint64_t{1}; }

}  // namespace wirecut
