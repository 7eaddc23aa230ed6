// Decides, by what stands around it, whether an expression with an ambiguous word is one: "May" the month or the
// person, "1998" the year or a count, "the second" ...
#pragma once

#include "dates/surroundings.h"

namespace wirecut {

// False for an expression that is something else. Reads the story's tokens, names and, where a tagger ran, pos_tags.
bool is_time_expression(const Surroundings& at);

}  // namespace wirecut
