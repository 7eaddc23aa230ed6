// Days that share the month of the one beside them: "May 5 and 9", "Dec. 13-18", "from 5 to 9 May", "12, 13 and 14
// June".
#pragma once

#include <vector>

#include "dates/atoms.h"
#include "dates/extend.h"
#include "wirecut/story.h"

namespace wirecut {

// Adds an expression for each such day of the sentence, in order. A year behind the last ("May 5-9, 2013") becomes part
// of it, and is that of all. Each day of a row but the first is marked DateExpression::in_row. Not "on May 5 and 9
// people", "killed 5 and 9 May ...": what stands around the row decides.
void find_shared_months(const Story& story, const Sentence& sentence, const std::vector<Atom>& atoms,
                        std::vector<Found>& found);

}  // namespace wirecut
