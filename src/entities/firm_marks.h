// Marks of firms beside a name, and in it: "Vesna (VSNA.O)", "Vesna's shares", "an analyst at Vesna", "Vesna Inc".
#pragma once

#include "lexicon/lexicon.h"
#include "wirecut/story.h"

namespace wirecut {

// Whether the name, whatever the tagger has taken it for, has such a mark.
// Reads: text, tokens.
bool has_firm_mark(const Story& story, const Lexicon& lexicon, const Name& name);

// Whether its last word says that it is a limited company: "Inc", "PLC".
bool ends_as_firm(const Story& story, const Lexicon& lexicon, const Name& name);

}  // namespace wirecut
