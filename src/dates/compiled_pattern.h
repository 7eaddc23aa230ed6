// A row of the grammar as a sequence of class sets, and what its elements took of a sentence.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include "dates/time_class.h"

namespace wirecut {

struct Element {
  TimeClassSet classes = 0;
  bool optional = false;
};

constexpr std::size_t kMaxElements = 12;

struct CompiledPattern {
  std::array<Element, kMaxElements> elements{};
  std::size_t size = 0;
};

// An unknown class name or a row too long stops the compiler here.
constexpr CompiledPattern compile(std::string_view pattern) {
  CompiledPattern compiled;
  for (std::size_t start = 0; start < pattern.size();) {
    const std::size_t end = std::min(pattern.find(' ', start), pattern.size());
    std::string_view word = pattern.substr(start, end - start);
    Element element;
    if (word.ends_with('?')) {
      element.optional = true;
      word.remove_suffix(1);
    }
    while (!word.empty()) {
      const std::size_t bar = std::min(word.find('|'), word.size());
      const TimeClass c = time_class_named(word.substr(0, bar));
      if (c == TimeClass::none) throw "no such class";
      element.classes |= class_bit(c);
      word.remove_prefix(std::min(bar + 1, word.size()));
    }
    compiled.elements.at(compiled.size++) = element;
    start = end + 1;
  }
  return compiled;
}

// The atom that each element took, or kSkipped.
constexpr std::size_t kSkipped = ~std::size_t{0};
using Taken = std::array<std::size_t, kMaxElements>;

}  // namespace wirecut
