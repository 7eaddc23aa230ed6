// Names that the tagger cut at a small word or mark that is part of them.
#pragma once

#include <vector>

#include "lexicon/lexicon.h"
#include "wirecut/story.h"

namespace wirecut {

// "Erik" + "ten" + "Hag", "Movimiento" + "al" + "Socialismo": makes one name of two and the foreign particle between
// them. Two that are persons make a person, two of which one is an organization an organization.
// "Acme Co." takes its second suffix, ", Ltd.", which may stand in the front of the name behind. A given name, a
// nickname in quotation marks and a family name are one person: "Joseph “JJ” Kinahan". "King's" + "Lynn" is one place
// where the gazetteer has it. "Challenger" + ", Gray & Christmas" are the partners of one firm. Reads: text, tokens.
// `names` stay in text order.
void join_names(const Story& story, const Lexicon& lexicon, std::vector<Name>& names);

}  // namespace wirecut
