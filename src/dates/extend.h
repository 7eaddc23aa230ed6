// Words around a matched pattern that belong to the expression: "early", "nearly", "the end of", "or so"; and
// neighbours that make one expression of two: "10 p.m." and "Wednesday".
#pragma once

#include <cstddef>
#include <vector>

#include "dates/atoms.h"
#include "dates/dates.h"

namespace wirecut {

// An expression and the atoms it lies on.
struct Found {
  DateExpression expression;
  std::size_t first_atom = 0;
  std::size_t end_atom = 0;
};

// Widens each expression over the modifiers beside it and notes what they say; then joins neighbours. Keeps their
// order.
void extend_expressions(const std::vector<Atom>& atoms, std::vector<Found>& found);

}  // namespace wirecut
