// Decides which place each candidate names, and which countries the story names and is about.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "lexicon/lexicon.h"
#include "places/places.h"
#include "resolve/home.h"
#include "wirecut/story.h"

namespace wirecut {

// Memory of resolve_places that is used again from story to story: one a thread.
struct PlaceScratch;
std::shared_ptr<PlaceScratch> make_place_scratch();

// The places named, one a mention, in text order; candidates that are no place are left out. Reads: structure, tokens,
// names, entities.
std::vector<Place> resolve_places(const Story& story, const std::vector<PlaceCandidate>& candidates, const Home& home,
                                  const Lexicon& lexicon, PlaceScratch& scratch);

// Is `near` a home that there is: the code of a country, or of a state or province that data/lexicon/regions.tsv lists?
bool is_home(std::string_view near, const Lexicon& lexicon);

// The countries named or pointed to, highest score first (ties by code). Reads: structure, places.
std::vector<Country> resolve_countries(const Story& story, const std::vector<PlaceCandidate>& candidates,
                                       const Lexicon& lexicon);

}  // namespace wirecut
