// What speaks for a country's being what a story is about: shared by the resolver and its trainer
// (tools/train_countries.cpp).
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "lexicon/lexicon.h"
#include "places/places.h"
#include "resolve/linear_model.h"
#include "wirecut/story.h"

namespace wirecut {

enum class CountryFeature : std::uint8_t {
  bias,
  share,
  early_share,
  name_share,
  demonym_share,
  place_share,
  alias_share,
  mentions,
  one_mention,
  two_mentions,
  in_headline,
  in_dateline,
  dateline_only,
  first_position,
  first_sentence,
  first_mentioned,
  spread,
  most_mentioned,
  share_of_most,
  countries,
  alone,
  only_places,
  only_aliases,
  only_demonyms,
  only_late,
  distinct_forms,
  is_us,
  is_us_dateline_only,
  headline_of_another,
  second_most,
  count
};
inline constexpr std::size_t kCountryFeatures = static_cast<std::size_t>(CountryFeature::count);
inline constexpr std::uint32_t kCountryColumns = kCountryFeatures + 1;  // the last: the threshold of focus
inline constexpr std::string_view kCountryFeatureSet = "countries 1";   // changes with the features
using CountryFeatures = std::array<float, kCountryFeatures>;

// Of the text: a mention there counts more (measured on Reuters-21578).
inline constexpr std::uint32_t kEarlyBytes = 300;

// The countries that a story names or points to, by code, with their mentions; scores and focus not yet set.
std::vector<Country> collect_countries(const Story& story, const std::vector<PlaceCandidate>& candidates,
                                       const Lexicon& lexicon);

// Adds the countries of the markets that the story's shares are listed at, by their codes behind the firms' names, as
// what is in them: "Acme Inc (ACM.N)" -> US. Returns of how many countries they are. Reads: text, tokens.
enum class Markets : std::uint8_t { none, one, several };
Markets add_markets(const Story& story, const Lexicon& lexicon, std::vector<Country>& countries);

// The features of each of `countries`.
std::vector<CountryFeatures> read_countries(const Story& story, const std::vector<Country>& countries);

}  // namespace wirecut
