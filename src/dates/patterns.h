// The patterns of time expressions: which classes of atoms, in which order, make which form.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "dates/atoms.h"
#include "dates/dates.h"

namespace wirecut {

// One row. `pattern` names classes of time_class.h, separated by spaces: "a|b" either, "a?" may be missing. `example`
// is a whole expression that the row finds (a row of DateForm::nothing: words that are no expression).
struct DatePattern {
  DateForm form;
  std::string_view pattern;
  std::string_view example;
};

std::span<const DatePattern> date_patterns();

// The longest expression that begins at atoms[first], by the earliest row among equals.
struct PatternMatch {
  std::size_t row = 0;
  std::size_t end_atom = 0;  // one past the last; == first: none
  DateExpression expression;
};

PatternMatch match_patterns(const std::vector<Atom>& atoms, std::size_t first);

// Which atoms are worth that call: those of a class that an expression can begin with, and can be one alone, where an
// atom that says nothing of time follows.
struct Beginnings {
  TimeClassSet any = 0;
  TimeClassSet alone = 0;
};
Beginnings beginnings();

}  // namespace wirecut
