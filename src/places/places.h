// Finds the words that may name a place or point to a country; doesn't decide which one (see resolve/places.h).
//   "Paris" -> {span, every Paris of the gazetteer}; "Venezuelan" -> {span, demonym of VE}
// Reads: text, structure, tokens, sentences, names. Returns candidates in text order, never overlapping: the longest wins.
// Never fails: text without places gives {}.
#pragma once

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
  RowRange entries;  // of the gazetteer where `evidence` is place, else of the table of country names
};

std::vector<PlaceCandidate> find_places(const Story& story, const Lexicon& lexicon);

}  // namespace wirecut
