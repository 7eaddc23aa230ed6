// A country's score is the odds, by a logistic model over its mentions (how many, of which kind, where), that an editor
// would file the story under it; the odds of all countries of the story add up to 1. Trained by
// tools/train_countries.cpp on what Reuters' editors did.

#include <algorithm>
#include <cmath>
#include <utility>

#include "resolve/country_features.h"
#include "resolve/places.h"

namespace wirecut {

namespace {

// Sets score and focus of each; true: some country has the focus.
bool score_countries(const Story& story, const LinearModel& model, std::vector<Country>& countries) {
  if (countries.empty()) return false;
  double total = 0;
  bool has_focus = false;
  const std::vector<CountryFeatures> features = read_countries(story, countries);
  for (std::size_t i = 0; i < countries.size(); ++i) {
    double odds = 0;
    if (!model.empty())
      for (std::size_t f = 0; f < kCountryFeatures; ++f) odds += double{model.row(0)[f]} * double{features[i][f]};
    countries[i].score = 1 / (1 + std::exp(-odds));
    countries[i].focus = !model.empty() && countries[i].score > double{model.row(0)[kCountryFeatures]};
    has_focus |= countries[i].focus;
    total += countries[i].score;
  }
  for (Country& country : countries) country.score /= total;
  return has_focus;
}

bool is_before(const Country& a, const Country& b) { return a.score != b.score ? a.score > b.score : a.code < b.code; }

// A story that is about no country it names may be about that of its firms' market: where the model says so with the
// market counted, or where there is one market only and no country has a higher score.
void add_focus_of_market(const Story& story, const Lexicon& lexicon, const LinearModel& model,
                         std::vector<Country>& countries) {
  std::vector<Country> more = countries;
  const Markets markets = add_markets(story, lexicon, more);
  if (markets == Markets::none || model.empty()) return;
  if (!score_countries(story, model, more)) {
    const auto first = std::min_element(more.begin(), more.end(), is_before);
    const auto is_listed = [&](const Country& country) {  // by its codes alone, or by those too
      const auto old = std::find_if(countries.begin(), countries.end(),
                                    [&](const Country& other) { return other.code == country.code; });
      return old == countries.end() || old->mentions.size() < country.mentions.size();
    };
    if (markets != Markets::one || !is_listed(*first)) return;
    first->focus = true;
  }
  countries = std::move(more);
}

}  // namespace

std::vector<Country> resolve_countries(const Story& story, const std::vector<PlaceCandidate>& candidates,
                                       const Lexicon& lexicon) {
  std::vector<Country> countries = collect_countries(story, candidates, lexicon);
  const LinearModel model(lexicon.blob.section("model/countries"), kCountryFeatureSet, kCountryColumns);
  if (!score_countries(story, model, countries)) add_focus_of_market(story, lexicon, model, countries);
  std::sort(countries.begin(), countries.end(), is_before);
  return countries;
}

}  // namespace wirecut
