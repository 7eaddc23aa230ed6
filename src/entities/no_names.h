// What the tagger has taken for names and is none.
#pragma once

#include <vector>

#include "lexicon/lexicon.h"
#include "wirecut/story.h"

namespace wirecut {

// What those did who worked on a story: "Reporting" of "(Reporting by Jane Roe)". Reads: text, tokens, sentences.
void drop_credit_words(const Story& story, std::vector<Name>& names);

// The wire's own marks ("Enditem"), the code of a firm's shares behind its name, the "$" of a sum, the "Ven" of "Ven.
// Jane Roe", the "Feb" of "Feb 11", addresses, the letters of an interview, and what is short for a common noun
// ("IPO"). Reads: text, tokens.
void drop_no_names(const Story& story, const Lexicon& lexicon, std::vector<Name>& names);

}  // namespace wirecut
