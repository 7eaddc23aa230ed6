// Lists of places, of which the tagger may know only some, towns beside the state that a firm is based in, and places
// that look like persons.
#pragma once

#include <vector>

#include "lexicon/lexicon.h"
#include "wirecut/story.h"

namespace wirecut {

// "in Goma, Butembo and Yumbi": makes locations of one-word persons, and of countries, in a list behind a preposition,
// where half of its members are locations, one of them of the gazetteer; but for surnames that the story has in full.
// Reads: text, tokens.
void set_listed_places(const Story& story, const Lexicon& lexicon, std::vector<Name>& names);

// "Rhondda Cynon Taf said", "in Milton Keynes", "NEW JERSEY: ...": a person or an organization in capitals, of two
// words or more, that the gazetteer has as a county, a region or a town of some size (any town behind "in") is a
// location; but for what a given name opens elsewhere ("Paris Hilton", "Milton Keynes said"). So is one word in
// capitals that ends the line of a speaker ("ANN ROE, POE BANK, BOSTON: ..."), and a miscellaneous name that is a
// country's ("the Maldives"), or a state's in short behind its town ("Hartford, Conn.").
void set_known_places(const Story& story, const Lexicon& lexicon, std::vector<Name>& names);

// "McLean, Virginia-based Acme": a one-word person there is the town that the gazetteer has by that name, but for a
// surname that the story has in full ("Roe, Texas-based since May").
void set_seats(const Story& story, const Lexicon& lexicon, std::vector<Name>& names);

}  // namespace wirecut
