// Names that the rest of the story knows better than the tagger: who signs the byline, where the dateline stands, whose
// surname a word is.
#pragma once

#include <vector>

#include "lexicon/lexicon.h"
#include "wirecut/story.h"

namespace wirecut {

// Corrects `names` (in text order, not overlapping; so they stay):
// - The place of a dateline with a date or an agency is a location ("NEW YORK (AP) _": the tagger takes it for a team),
//   and so is all that is named behind it but the agency: "SAN FRANCISCO/SEOUL (Reuters)".
// - Each author behind "By" is a person with exactly the words of the byline: "By STAN CHOE AP Business Writer" ->
//   person "STAN CHOE".
// - A lone word that is the surname of a person named in full, and stands for a person at least as often as for
//   anything else, is a person everywhere: "Orlova rejects report", a headline, where the story has "Svetlana Orlova".
//   So is a month that is such a surname, where no word of time stands beside it: "said March", of Jane March.
// - What those who worked on the story did is no name, and they are persons: "(Reporting by Jane Roe in Oslo)". Nor are
// the wire's own marks
//   ("Enditem"), nor the code of a firm's shares behind its name, nor the "$" of a sum, nor the "Ven" of "Ven. Jane
//   Roe".
// Reads: text, structure, tokens, sentences.
void correct_names(const Story& story, const Lexicon& lexicon, std::vector<Name>& names);

}  // namespace wirecut
