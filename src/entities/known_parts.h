// Names that the rest of the story knows better than the tagger: who signs the byline, where the dateline stands, whose
// surname a word is.
#pragma once

#include <cstdint>
#include <vector>

#include "lexicon/lexicon.h"
#include "wirecut/story.h"

namespace wirecut {

// Corrects `names` (in text order, not overlapping; so they stay):
// - The place of a dateline with a date or an agency (both, if its country is not known), or of nothing but a town in
//   capitals, is a location ("NEW YORK (AP) _", "SUVA - The ships": the tagger takes it for a team),
//   and so is all that is named behind it but the agency: "SAN FRANCISCO/SEOUL (Reuters)".
// - Each author behind "By" is a person with exactly the words of the byline: "By STAN CHOE AP Business Writer" ->
//   person "STAN CHOE".
// - A lone word that is the surname of a person named in full, and stands for a person at least as often as for
//   anything else, is a person everywhere: "Orlova rejects report", a headline, where the story has "Svetlana Orlova".
//   So is a month that is such a surname, where no word of time stands beside it: "said March", of Jane March.
// - Those who worked on the story are persons, and what they did is no name: "(Reporting by Jane Roe in Oslo)".
// - No names are the wire's own marks, codes, days, addresses and the like (no_names.h), the "Chief" of "Acme Chief
//   Executive" and the "MP" of "Labour MP".
// - Persons are "Sal Roe Jr.", firms what analysts work for (see firms.h). Two names are parted (split_names.h), a cut
//   one is made whole (join_names.h), and a storm is no person (storms.h). What a name is may be told beside it
//   (told_kinds.h), by a score (matches.h) or by the list it stands in (place_lists.h).
// - What names a person or a body elsewhere in the story is found where the tagger missed it (repeated_names.h).
// Reads: text, structure, tokens, sentences.
void correct_names(const Story& story, const Lexicon& lexicon, std::vector<Name>& names);

// The tokens as a name that is known for sure.
Name make_name(const Story& story, std::uint32_t first_token, std::uint32_t end_token, EntityType type);

// A name of one token.
inline bool is_lone(const Name& name) { return name.end_token - name.first_token == 1; }

// Puts `more` among `names`, both in text order.
void add_names(const std::vector<Name>& more, std::vector<Name>& names);

// The last words of the persons named in full, by Token::lower_hash; sorted.
std::vector<std::uint64_t> full_surnames(const Story& story, const std::vector<Name>& names);

}  // namespace wirecut
