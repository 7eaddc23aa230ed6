// Which of two figures is the month: "03/05/2024" alone doesn't say.
#pragma once

#include <vector>

#include "dates/dates.h"
#include "wirecut/story.h"

namespace wirecut {

// Exchanges day and month of the days in figures with slashes, which are read in the American order, where another one
// of the story can only be read the other way: "29/04/2024" makes "03/05/2024" the 3rd of May. Not where the story has
// both orders.
void settle_day_order(const Story& story, std::vector<DateExpression>& expressions);

}  // namespace wirecut
