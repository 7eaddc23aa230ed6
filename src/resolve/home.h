// The publisher's home (--near), which decides between places of one name.
#pragma once

#include <string_view>

#include "lexicon/lexicon.h"
#include "wirecut/story.h"

namespace wirecut {

struct Home {
  std::string_view country;   // ISO 3166-1 alpha-2; empty: none is told
  std::string_view division;  // of a state's paper, as the gazetteer codes it ("US.ID"); empty: of the whole country

  bool is_country_of(const GazetteerEntry& entry) const { return !country.empty() && entry.country == country; }
  bool is_division_of(const GazetteerEntry& entry) const { return !division.empty() && entry.division == division; }
};

// "US", "US-ID"; the data outlive what is returned. A state that the table doesn't have leaves its country.
Home home_of(std::string_view near, const Lexicon& lexicon);

// Is the town known well enough to be meant beside its namesake abroad, in the country's papers? Alabama's Birmingham
// is, but no London and no Moscow in America.
bool is_known_beside(const GazetteerEntry& at_home, const GazetteerEntry& abroad);

// "RICHMOND - ..." in a paper of Australia: the country of a dateline that tells nothing but a town's name becomes the
// home's, if that has such a town. Where none is told, words that only America has tell it: "SALEM - Gov. Roe said".
// `dateline` may be the story's own.
void take_home(const Story& story, std::optional<Dateline>& dateline, Home home, const Lexicon& lexicon);

}  // namespace wirecut
