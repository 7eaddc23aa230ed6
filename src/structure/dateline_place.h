// The place of a dateline to its country.
#pragma once

#include <string>
#include <string_view>

#include "lexicon/lexicon.h"

namespace wirecut {

// How well a place is known.
enum class PlaceFame : std::uint8_t {
  unknown,
  town,      // in the gazetteer
  dateline,  // stands alone in datelines: a capital, a seat of a province, a city of a quarter of a million
};

struct PlaceReading {
  PlaceFame fame = PlaceFame::unknown;
  std::string country;  // ISO 3166-1 alpha-2, empty: in none, or not known
};

// "Ill.", "B.C.", "West Germany", "Kerala", "N.Y." -> the country; empty where it is neither region nor country.
std::string region_country(std::string_view region, const Lexicon& lexicon);

// A province or county behind a town in capitals, "NEW BATAAN, Compostela Valley", that no list of regions has: the
// country of the gazetteer's division. Empty where there is none, and where a lone word ("ROE, Clare") stands behind
// what is no town of that country.
std::string district_country(std::string_view place, std::string_view district, const Lexicon& lexicon);

// `place` as written ("ST. LOUIS", "near Mosul"), `region` what stands behind it or empty, whose country decides. Of
// towns with one name that no list of cities settles the biggest wins, but one in `home`, the agency's country, beats
// those not much bigger.
PlaceReading read_place(std::string_view place, std::string_view region, const Lexicon& lexicon,
                        std::string_view home = {});

// "ABOARD A U.S. MILITARY AIRCRAFT", "over the Pacific": a place in no country.
bool is_on_the_move(std::string_view place);

// A town of that name lies in `country`, and no namesake abroad is much bigger.
bool has_town(std::string_view country, std::string_view place, const Lexicon& lexicon);

// The country of the city that stands alone in datelines and that `place` is one slip of the keyboard away from
// ("WASHINGON"); empty where there is none, or where they disagree.
std::string misspelt_place_country(std::string_view place, const Lexicon& lexicon);

}  // namespace wirecut
