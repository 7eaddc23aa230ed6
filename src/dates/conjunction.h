// "He said that Friday was wet": a "that" which joins two clauses is no part of the day behind it.
#pragma once

#include <vector>

#include "dates/atoms.h"
#include "dates/extend.h"
#include "wirecut/story.h"

namespace wirecut {

// Leaves it out of the expressions of the sentence. Not of "on that Friday", "remember that May". Tells by the tags of
// the words around; without tags, nothing changes.
void leave_out_conjunctions(const Story& story, const std::vector<Atom>& atoms, std::vector<Found>& found);

}  // namespace wirecut
