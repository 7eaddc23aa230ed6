// What the rest of the story adds to a dateline: the year of a day, the country of a bare town.
#pragma once

#include <optional>

#include "wirecut/story.h"

namespace wirecut {

// "May 2" in a story published on 2019-05-03 -> 2019-05-02; "Dec 31" on 2020-01-01 -> 2019-12-31: the year that brings
// the two days together. Nothing changes where the dateline has no date or has its year, or no day is known.
void complete_dateline(std::optional<Dateline>& dateline, const std::optional<Published>& published);

// The country of a dateline's town is a guess: nothing but the town is told, and no tag of its home vouches for it.
bool is_guess(const Dateline& dateline);

// Such a dateline takes the country of the place that the whole story makes of its town. Reads: places.
void follow_place(const Story& story, std::optional<Dateline>& dateline);

}  // namespace wirecut
