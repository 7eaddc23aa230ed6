#include "resolve/place_features.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace wirecut {
namespace {

constexpr std::size_t kNeighbours = 8;  // looked at on each side

float log_count(float count) { return std::log2(1 + count) / 4; }

}  // namespace

double distance_km(double latitude, double longitude, double other_latitude, double other_longitude) {
  constexpr double kRadians = std::numbers::pi / 180, kEarth = 6371;
  const double a = latitude * kRadians, b = longitude * kRadians, c = other_latitude * kRadians,
               d = other_longitude * kRadians;
  const double h = std::pow(std::sin((c - a) / 2), 2) + std::cos(a) * std::cos(c) * std::pow(std::sin((d - b) / 2), 2);
  return 2 * kEarth * std::asin(std::min(1.0, std::sqrt(h)));
}

void PlaceContext::set_neighbours(std::vector<std::optional<GazetteerEntry>> neighbours) {
  neighbours_ = std::move(neighbours);
  neighbour_countries_ = {};
  neighbour_divisions_ = {};
  points_.clear();
  for (std::uint32_t i = 0; i < neighbours_.size(); ++i) {
    const auto& entry = neighbours_[i];
    const bool is_town = entry && (entry->kind == PlaceKind::city || entry->kind == PlaceKind::county);
    if (is_town && entry->latitude) points_.push_back(i);
    if (!entry || entry->country.empty()) continue;
    neighbour_countries_.add(country_index(entry->country));
    if (!entry->division.empty()) neighbour_divisions_.add(entry->division_index);
  }
}

bool PlaceContext::are_neighbours(const std::vector<std::optional<GazetteerEntry>>& chosen) const {
  return std::equal(
      chosen.begin(), chosen.end(), neighbours_.begin(), neighbours_.end(),
      [](const auto& a, const auto& b) { return a.has_value() == b.has_value() && (!a || a->place == b->place); });
}

void PlaceContext::read(std::size_t candidate, PlaceReadings& into) const {
  into.entries.clear();
  into.words.clear();
  const PlaceCandidate& place = candidates_[candidate];
  read_words(candidate, into.words);
  read_names(candidate, into.words);
  const std::uint32_t end = std::min(place.entries.end, place.entries.first + kMostReadings);
  float most = 0;
  into.entries.reserve(end - place.entries.first);
  for (std::uint32_t row = place.entries.first; row < end; ++row) {
    into.entries.push_back(lexicon_.gazetteer.entry(row));
    most = std::max(most, into.entries.back().log_population);
  }
  drop_impossible(candidate, into.entries);
  if (into.features.size() < into.entries.size()) into.features.resize(into.entries.size());
  for (std::size_t i = 0; i < into.entries.size(); ++i) {
    const GazetteerEntry& entry = into.entries[i];
    into.features[i].clear();
    read_prior(candidate, entry, most, into.features[i]);
    read_binding(candidate, entry, into.features[i]);
    if (!entry.country.empty()) read_votes(candidate, entry, into.features[i]);
  }
  read_fame(candidate, into);
  read_crowd(candidate, into);
}

PlaceFeatures list_features(const PlaceReadings& readings, std::size_t reading) {
  PlaceFeatures all{};
  const std::size_t base = static_cast<std::size_t>(class_of(readings.entries[reading])) * kWordFeatures;
  readings.words.for_each([&](std::size_t index, float value) { all[base + index] = value; });
  readings.features[reading].for_each(
      [&](std::size_t index, float value) { all[kPlaceClasses * kWordFeatures + index] = value; });
  return all;
}

// What the place is, whatever the story says.
void PlaceContext::read_prior(std::size_t candidate, const GazetteerEntry& entry, float most,
                              ReadingFeatures& features) const {
  const auto set = [&](ReadingFeature feature, float value) { features.set(feature, value); };
  const auto flag = [&](ReadingFeature feature, bool value) { features.flag(feature, value); };
  const RowRange rows = candidates_[candidate].entries;
  const bool city = entry.kind == PlaceKind::city;
  const float log_population = entry.log_population;
  flag(ReadingFeature::country, entry.kind == PlaceKind::country);
  flag(ReadingFeature::region, entry.kind == PlaceKind::region);
  flag(ReadingFeature::county, entry.kind == PlaceKind::county);
  flag(ReadingFeature::water, entry.kind == PlaceKind::water);
  flag(ReadingFeature::mountain, entry.kind == PlaceKind::mountain);
  flag(ReadingFeature::continent, entry.kind == PlaceKind::continent);
  flag(ReadingFeature::city, city);
  constexpr float kBelow[] = {0.1f, 13.9f, 16.6f, 19.9f, 99.0f};  // log2 of 1, 15,000, 100,000, 1,000,000 people
  for (std::size_t i = 0; i < std::size(kBelow); ++i) {
    if (!city || log_population >= kBelow[i]) continue;
    set(static_cast<ReadingFeature>(static_cast<std::size_t>(ReadingFeature::city_unknown) + i), 1);
    break;
  }
  set(ReadingFeature::population, city ? log_population / 20 : 0);
  set(ReadingFeature::region_population, entry.kind == PlaceKind::region ? log_population / 20 : 0);
  flag(ReadingFeature::capital, entry.role == PlaceRole::capital);
  flag(ReadingFeature::seat, entry.role == PlaceRole::seat);
  flag(ReadingFeature::alternate, entry.alternate);
  flag(ReadingFeature::most_populous, city && log_population >= most);
  set(ReadingFeature::population_gap, city ? (most - log_population) / 10 : 0);
  set(ReadingFeature::readings, std::log2(static_cast<float>(rows.size())) / 5);
  flag(ReadingFeature::only_reading, rows.size() == 1);
}

// Whether it is the one that its name means alone. Where no namesake is left and the tagger sees a place, that makes up
// for a country that nobody names: "sold in New York and Paris".
void PlaceContext::read_fame(std::size_t candidate, PlaceReadings& into) const {
  if (alone_[candidate] == kNone) return;
  constexpr float kUnrivalled = 1.35f;
  const auto& entries = into.entries;
  const bool is_unrivalled =
      is_tagged_location(candidate) && std::none_of(entries.begin(), entries.end(), [&](const GazetteerEntry& entry) {
        return entry.kind == PlaceKind::city && entry.place != alone_[candidate];
      });
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const bool is_it = entries[i].place == alone_[candidate];
    into.features[i].set(is_it ? ReadingFeature::stands_alone : ReadingFeature::not_the_one_alone,
                         is_it && is_unrivalled ? kUnrivalled : 1.0f);
  }
}

// Whether the words behind it, the dateline, or the same name elsewhere in the story bind it.
void PlaceContext::read_binding(std::size_t candidate, const GazetteerEntry& entry, ReadingFeatures& features) const {
  const auto flag = [&](ReadingFeature feature, bool value) { features.flag(feature, value); };
  const PlaceCandidate& place = candidates_[candidate];
  if (const auto& qualifier = qualifiers_[candidate]) {
    const bool fits = matches(entry, *qualifier);
    flag(ReadingFeature::qualified_by_region, fits && qualifier->division);
    flag(ReadingFeature::qualified_by_country, fits && !qualifier->division);
    flag(ReadingFeature::contradicts_qualifier, !fits);
  }
  const bool wide = entry.kind == PlaceKind::country || entry.kind == PlaceKind::region;
  flag(ReadingFeature::qualifies,
       wide && candidate > 0 && qualifiers_[candidate - 1] && qualifiers_[candidate - 1]->is_next &&
           (entry.kind == PlaceKind::country || entry.country == qualifiers_[candidate - 1]->country));
  flag(ReadingFeature::abbreviation_fits,
       !place.region.empty() && entry.kind == PlaceKind::region && entry.country == place.region.substr(0, 2));
  const auto bound = std::lower_bound(bound_.begin(), bound_.end(), std::pair(place.entries.first, std::uint32_t{0}),
                                      [](const auto& a, const auto& b) { return a.first < b.first; });
  if (bound == bound_.end() || bound->first != place.entries.first || qualifiers_[candidate]) return;
  flag(ReadingFeature::same_as_qualified, bound->second == entry.place);
  flag(ReadingFeature::other_than_qualified, bound->second != entry.place);
}

// How often the story names its country and state.
void PlaceContext::read_votes(std::size_t candidate, const GazetteerEntry& entry, ReadingFeatures& features) const {
  const auto set = [&](ReadingFeature feature, float value) { features.set(feature, value); };
  const auto flag = [&](ReadingFeature feature, bool value) { features.flag(feature, value); };
  // A country doesn't vote for itself.
  const bool own = candidates_[candidate].evidence == PlaceEvidence::country_name && entry.kind == PlaceKind::country;
  const float votes = std::max(0.0f, countries_named_.of(country_index(entry.country)) - (own ? 1.0f : 0.0f));
  const float all_votes = countries_named_.total();
  set(ReadingFeature::country_named, log_count(votes));
  set(ReadingFeature::country_share, all_votes > 0 ? votes / all_votes : 0);
  flag(ReadingFeature::country_not_named, votes == 0 && all_votes > 0);
  flag(ReadingFeature::in_dateline_country, is_dateline_of(entry.country) || is_dateline_guess(candidate, entry));
  // "in Haapsalu", in a story of Estonia.
  flag(ReadingFeature::only_in_told_country,
       candidates_[candidate].entries.size() == 1 && is_tagged_location(candidate) &&
           (is_dateline_of(entry.country) || countries_told_.of(country_index(entry.country)) > 0));
  flag(ReadingFeature::near_country, home_.is_country_of(entry));
  flag(ReadingFeature::near_division, home_.is_division_of(entry));
  if (entry.division.empty() || entry.kind == PlaceKind::region) return;
  const float division_votes = divisions_named_.of(entry.division_index);
  set(ReadingFeature::division_named, log_count(division_votes));
  set(ReadingFeature::division_share, divisions_named_.total() > 0 ? division_votes / divisions_named_.total() : 0);
  flag(ReadingFeature::small_division_named, class_of(entry) == PlaceClass::small && division_votes > 0);
}

void PlaceContext::read_neighbours(std::size_t candidate, const GazetteerEntry& entry,
                                   ReadingFeatures& features) const {
  const auto set = [&](ReadingFeature feature, float value) { features.set(feature, value); };
  const auto& own = neighbours_[candidate];
  constexpr float kNeighbourKm = 250, kCloseKm = 60, kDegreeKm = 111;  // a degree of latitude
  double nearest = 1e9;
  const std::size_t first = candidate > kNeighbours ? candidate - kNeighbours : 0;
  const std::size_t end = std::min(neighbours_.size(), candidate + kNeighbours + 1);
  const bool is_point = entry.latitude && entry.kind != PlaceKind::country;
  std::size_t p = is_point ? first_not(points_, [&](std::uint32_t i) { return i < first; }) : points_.size();
  for (; p < points_.size() && points_[p] < end; ++p) {
    const std::uint32_t i = points_[p];
    const auto& other = neighbours_[i];
    if (i == candidate || candidates_[i].entries.first == candidates_[candidate].entries.first) continue;
    if (std::abs(*entry.latitude - *other->latitude) * kDegreeKm > kNeighbourKm) continue;
    // Far apart without any trigonometry: six degrees of longitude are 333 km at a latitude of 60, and more below.
    const float across = std::abs(*entry.longitude - *other->longitude);
    if (across > 6 && across < 354 && std::abs(*entry.latitude) < 60 && std::abs(*other->latitude) < 60) continue;
    nearest = std::min(nearest, distance_km(*entry.latitude, *entry.longitude, *other->latitude, *other->longitude));
  }
  set(ReadingFeature::close_neighbour, nearest < kCloseKm ? 1.0f : 0.0f);
  set(ReadingFeature::neighbour, nearest < kNeighbourKm ? 1.0f : 0.0f);
  if (entry.country.empty()) return;
  const float total = neighbour_countries_.total() - (own && !own->country.empty() ? 1.0f : 0.0f);
  if (total <= 0) return;
  const float country =
      neighbour_countries_.of(country_index(entry.country)) - (own && own->country == entry.country ? 1.0f : 0.0f);
  set(ReadingFeature::same_country_share, country / total);
  set(ReadingFeature::country_not_alone, country > 0 ? 1.0f : 0.0f);
  if (entry.division.empty()) return;
  const float division = neighbour_divisions_.of(entry.division_index) -
                         (own && !own->division.empty() && own->division_index == entry.division_index ? 1.0f : 0.0f);
  set(ReadingFeature::same_division_share, division / total);
}

void PlaceContext::add_neighbours(std::size_t candidate, PlaceReadings& readings) const {
  if (neighbours_.empty()) return;
  for (std::size_t i = 0; i < readings.entries.size(); ++i) {
    readings.features[i].clear_from(kFirstOfNeighbours);
    read_neighbours(candidate, readings.entries[i], readings.features[i]);
    read_list(candidate, readings.entries[i], readings.features[i]);
  }
}

namespace {

// None where "no place" has more to speak for it, unless the words are one in any case.
std::optional<GazetteerEntry> choose_reading(const PlaceReadings& readings, std::span<const float> weights,
                                             bool is_sure) {
  std::array<float, kPlaceClasses> of_words{};
  readings.words.for_each([&](std::size_t index, float value) {
    for (std::size_t c = 0; c < kPlaceClasses; ++c) of_words[c] += weights[c * kWordFeatures + index] * value;
  });
  float best = is_sure ? std::numeric_limits<float>::lowest() : weights[kPlaceFeatures];
  std::optional<std::size_t> chosen;
  for (std::size_t k = 0; k < readings.entries.size(); ++k) {
    const float score = readings.features[k].add_to(of_words[static_cast<std::size_t>(class_of(readings.entries[k]))],
                                                    weights.data() + kPlaceClasses * kWordFeatures);
    if (score <= best) continue;
    best = score;
    chosen = k;
  }
  return chosen ? std::optional(readings.entries[*chosen]) : std::nullopt;
}

}  // namespace

std::vector<std::optional<GazetteerEntry>> choose_places(PlaceContext& context, std::span<const float> first_pass,
                                                         std::span<const float> second_pass, PlaceScratch& scratch) {
  const std::vector<PlaceCandidate>& candidates = context.candidates();
  // Later passes find there what the first has read, but for the end of a very long list, which is read again.
  constexpr std::size_t kMostKept = 1000;
  const std::size_t kept = std::min(candidates.size(), kMostKept);
  if (scratch.readings.size() <= kept) scratch.readings.resize(kept + 1);
  std::vector<std::optional<GazetteerEntry>> chosen;
  constexpr int kPasses = 3;
  for (int pass = 1;; ++pass) {
    const bool first = pass == 1;
    chosen.assign(candidates.size(), std::nullopt);
    for (std::size_t i = 0; i < candidates.size(); ++i) {
      if (candidates[i].evidence == PlaceEvidence::demonym || candidates[i].evidence == PlaceEvidence::alias) continue;
      PlaceReadings& readings = scratch.readings[std::min(i, kept)];
      if (first || i >= kept) context.read(i, readings);
      if (!first) context.add_neighbours(i, readings);
      chosen[i] = choose_reading(readings, first ? first_pass : second_pass, context.is_sure(i, readings));
    }
    if (pass == kPasses || (!first && context.are_neighbours(chosen))) return chosen;
    context.set_neighbours(std::move(chosen));
  }
}

}  // namespace wirecut
