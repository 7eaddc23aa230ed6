// Names that the story's structure knows better than the tagger: who signs the byline, where the dateline stands.
#pragma once

#include <vector>

#include "wirecut/story.h"

namespace wirecut {

// Corrects `names` (in text order, not overlapping; so they stay): the place of a dateline with a date or an agency is
// a location ("NEW YORK (AP) _": the tagger takes it for a team), and each author behind "By" a person with exactly the
// words of the byline: "By STAN CHOE AP Business Writer" -> person "STAN CHOE".
// Reads: text, structure, tokens. Names elsewhere are left alone.
void correct_names(const Story& story, std::vector<Name>& names);

}  // namespace wirecut
