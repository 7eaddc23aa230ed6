// The year of a dateline that says month and day only.
#pragma once

#include <optional>

#include "wirecut/story.h"

namespace wirecut {

// "May 2" in a story published on 2019-05-03 -> 2019-05-02; "Dec 31" on 2020-01-01 -> 2019-12-31: the year that brings
// the two days together. Nothing changes where the dateline has no date or has its year, or no day is known.
void complete_dateline(std::optional<Dateline>& dateline, const std::optional<Published>& published);

}  // namespace wirecut
