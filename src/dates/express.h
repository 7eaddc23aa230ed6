// What the atoms that a row of the grammar took say together.
#pragma once

#include <vector>

#include "dates/atoms.h"
#include "dates/compiled_pattern.h"
#include "dates/dates.h"
#include "dates/patterns.h"

namespace wirecut {

// The expression without its span and tokens. `pattern`: the row compiled; `taken`: the atom of each element.
DateExpression express(const DatePattern& row, const CompiledPattern& pattern, const Taken& taken,
                       const std::vector<Atom>& atoms);

// False for what has the words of the row and not its numbers: "the third year" is no century, "10:61 p.m." no time.
bool makes_sense(const DateExpression& e);

}  // namespace wirecut
