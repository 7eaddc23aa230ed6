// Every candidate has readings: the places of its name, and none at all. A linear model scores each of them by the
// words around, the qualifier behind ("Paris, Texas"), what else the story names and the tagger's verdict; the best
// wins. A second pass knows what the first made of the neighbours, and a third what the second made of them: near
// places go together. Trained by tools/train_places.cpp.

#include "resolve/places.h"

#include "resolve/landforms.h"
#include "resolve/place_features.h"

namespace wirecut {

std::shared_ptr<PlaceScratch> make_place_scratch() { return std::make_shared<PlaceScratch>(); }

std::vector<Place> resolve_places(const Story& story, const std::vector<PlaceCandidate>& candidates, const Home& home,
                                  const Lexicon& lexicon, PlaceScratch& scratch) {
  const LinearModel model(lexicon.blob.section("model/places"), kPlaceFeatureSet, kPlaceColumns);
  if (model.empty() || candidates.empty()) return {};
  PlaceContext context(story, candidates, home, lexicon);
  const auto chosen = choose_places(context, model.row(0), model.row(1), scratch);
  std::vector<Place> places;
  places.reserve(chosen.size());
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    if (!chosen[i]) continue;
    const GazetteerEntry& entry = *chosen[i];
    Place place;
    place.span = candidates[i].span;
    place.name = lexicon.gazetteer.name(entry.place);
    place.country = entry.country;
    place.kind = entry.kind;
    place.latitude = entry.latitude;
    place.longitude = entry.longitude;
    if (entry.geonames != 0) place.geonames = entry.geonames;
    places.push_back(std::move(place));
  }
  name_landforms(story, places);
  return places;
}

bool is_home(std::string_view near, const Lexicon& lexicon) {
  if (near.size() == 2) return !lexicon.countries.find(near).empty();
  constexpr std::uint32_t kCode = 1;
  for (std::uint32_t row = 0; row < lexicon.regions.row_count(); ++row)
    if (lexicon.regions.cell(row, kCode) == near) return true;
  return false;
}

}  // namespace wirecut
