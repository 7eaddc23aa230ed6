// Finds the words that may name a place or point to a country; doesn't decide which one (see resolve/places.h).
//   "Paris" -> {span, every Paris of the gazetteer}; "Venezuelan" -> {span, demonym of VE}; "N.C." -> North Carolina
// Names of countries are places of the gazetteer too. A part of a hyphened word may be a candidate: "U.S.-led".
// Reads: text, structure, tokens, sentences, names. Returns candidates in text order, never overlapping: the longest
// wins. Never fails: text without places gives {}.
#pragma once

#include <string_view>
#include <vector>

#include "lexicon/lexicon.h"
#include "wirecut/story.h"

namespace wirecut {

enum class PlaceEvidence : std::uint8_t { place, country_name, demonym, alias };

struct PlaceCandidate {
  Span span;
  std::uint32_t first_token = 0;
  std::uint32_t end_token = 0;
  PlaceEvidence evidence = PlaceEvidence::place;
  RowRange entries;         // of the gazetteer; of the table of country names where `evidence` is demonym or alias
  std::string_view region;  // "US-NC" of an abbreviation ("N.C."): `entries` are those of its full name
};

std::vector<PlaceCandidate> find_places(const Story& story, const Lexicon& lexicon);

}  // namespace wirecut
