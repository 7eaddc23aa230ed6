// Countries named by words: what entities/ needs of data/lexicon/country_names.tsv.
#pragma once

#include <cstdint>
#include <string_view>

#include "lexicon/lexicon.h"
#include "wirecut/story.h"

namespace wirecut {

// The words tokens[first, end) as a country name, demonym or alias of a country.
struct CountryWords {
  std::string_view code;  // ISO 3166-1 alpha-2; empty: they name none
  bool is_name = false;   // "Russia", "US"; not "Russian", "Kremlin"
};
CountryWords parse_country(const Story& story, const Lexicon& lexicon, std::uint32_t first, std::uint32_t end);

// The first country that is named by some of the words tokens[first, end), by name or demonym; empty: none. Of a longer
// place around them it is that of the place: "New Jersey" is not of Jersey. A location that is shared ("Niger Delta")
// is of none.
std::string_view find_country(const Story& story, const Lexicon& lexicon, std::uint32_t first, std::uint32_t end,
                              bool is_location = false);

}  // namespace wirecut
