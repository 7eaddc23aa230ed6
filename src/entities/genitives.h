// Genitives that the tagger takes into a name: "Ford's", "Canada's Bombardier Inc".
#pragma once

#include <vector>

#include "lexicon/lexicon.h"
#include "wirecut/story.h"

namespace wirecut {

// "'s" and its like.
bool is_genitive(const Story& story, const Token& token);

// Corrects `names` (in text order, not overlapping; so they stay):
// - Of an organisation behind its country both are names: "Canada" and "Bombardier Inc"; so are a body of state behind
//   its region, and what belongs to a place that the story names besides: "Victoria" and "Department of Health".
// - An organisation is called "Ford's" no more where its company suffix says where it ends ("Acme Corp's"), or the
//   story has it as often without the genitive ("Ford", "Ford Motor Co") and it is not known with one: "Moody's" and
//   "Macy's" stay.
void mend_genitives(const Story& story, const Lexicon& lexicon, std::vector<Name>& names);

}  // namespace wirecut
