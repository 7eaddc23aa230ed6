// Rivers, lakes, islands and valleys that the gazetteer lacks: what stands beside a place's name tells that it is not
// the place, but one that was called so too.
#pragma once

#include <vector>

#include "wirecut/story.h"

namespace wirecut {

// Lengthens places that stand inside of such a name: "Hudson" in "Hudson Valley" becomes a region of the country, which
// has no point, as the town in Ohio is elsewhere; "Manchester" in "Greater Manchester" keeps its point. Then adds the
// waters, islands and valleys that the tagger alone knows ("the Kishwaukee River"), where the story's other places are
// nearly all of one country: theirs. `places` stay in text order. Reads: tokens, names.
void name_landforms(const Story& story, std::vector<Place>& places);

}  // namespace wirecut
