// A country's score is the odds, by a logistic model over its mentions (how many, of which kind, where), that an editor
// would file the story under it; the odds of all countries of the story add up to 1. Trained by
// tools/train_countries.cpp on what Reuters' editors did.

#include <algorithm>
#include <cmath>

#include "resolve/country_features.h"
#include "resolve/places.h"

namespace wirecut {

std::vector<Country> resolve_countries(const Story& story, const std::vector<PlaceCandidate>& candidates,
                                       const Lexicon& lexicon) {
  std::vector<Country> countries = collect_countries(story, candidates, lexicon);
  const LinearModel model(lexicon.blob.section("model/countries"), kCountryFeatureSet, kCountryColumns);
  if (countries.empty()) return countries;
  double total = 0;
  const std::vector<CountryFeatures> features = read_countries(story, countries);
  for (std::size_t i = 0; i < countries.size(); ++i) {
    double odds = 0;
    if (!model.empty())
      for (std::size_t f = 0; f < kCountryFeatures; ++f) odds += double{model.row(0)[f]} * double{features[i][f]};
    countries[i].score = 1 / (1 + std::exp(-odds));
    countries[i].focus = !model.empty() && countries[i].score > double{model.row(0)[kCountryFeatures]};
    total += countries[i].score;
  }
  for (Country& country : countries) country.score /= total;
  std::sort(countries.begin(), countries.end(), [](const Country& a, const Country& b) {
    return a.score != b.score ? a.score > b.score : a.code < b.code;
  });
  return countries;
}

}  // namespace wirecut
