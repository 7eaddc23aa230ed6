// Decides, by what stands around it, whether an expression with an ambiguous word is one: "May" the month or the
// person, "1998" the year or a count, "the second" ...
#pragma once

#include "dates/extend.h"
#include "wirecut/story.h"

namespace wirecut {

bool is_time_expression(const Story& story, const Sentence& sentence, const std::vector<Atom>& atoms,
                        const Found& found);

}  // namespace wirecut
