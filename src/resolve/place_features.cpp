#include "resolve/place_features.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <functional>
#include <numbers>

namespace wirecut {
namespace {

constexpr std::uint32_t kMostReadings = 48;
constexpr std::size_t kNeighbours = 8;  // looked at on each side

// A number for the two letters of a country's code.
std::uint16_t country_index(std::string_view code) {
  assert(code.size() == 2);
  return static_cast<std::uint16_t>((code[0] - 'A') * 26 + (code[1] - 'A'));
}

PlaceClass class_of(const GazetteerEntry& entry) {
  if (entry.kind == PlaceKind::country || entry.kind == PlaceKind::continent) return PlaceClass::country;
  if (entry.kind == PlaceKind::county) return PlaceClass::small;
  if (entry.kind != PlaceKind::city) return PlaceClass::known;
  constexpr float kKnown = 16.6f;  // 2^16.6 = 100,000 people
  return !entry.alternate && (entry.log_population >= kKnown || entry.role == PlaceRole::capital) ? PlaceClass::known
                                                                                                  : PlaceClass::small;
}

float log_count(float count) { return std::log2(1 + count) / 4; }

}  // namespace

double distance_km(double latitude, double longitude, double other_latitude, double other_longitude) {
  constexpr double kRadians = std::numbers::pi / 180, kEarth = 6371;
  const double a = latitude * kRadians, b = longitude * kRadians, c = other_latitude * kRadians,
               d = other_longitude * kRadians;
  const double h = std::pow(std::sin((c - a) / 2), 2) + std::cos(a) * std::cos(c) * std::pow(std::sin((d - b) / 2), 2);
  return 2 * kEarth * std::asin(std::min(1.0, std::sqrt(h)));
}

PlaceContext::PlaceContext(const Story& story, const std::vector<PlaceCandidate>& candidates, std::string_view near,
                           const Lexicon& lexicon)
    : story_(story),
      candidates_(candidates),
      lexicon_(lexicon),
      near_country_(near.substr(0, 2)),
      qualifiers_(candidates.size()),
      alone_(candidates.size(), kNone),
      name_of_(candidates.size(), kNone) {
  if (near.size() > 3) near_division_ = division_of(near);
  std::size_t name = 0;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    while (name < story.names.size() && story.names[name].span.end <= candidates[i].span.start) ++name;
    if (name < story.names.size() && story.names[name].span.overlaps(candidates[i].span))
      name_of_[i] = static_cast<std::uint32_t>(name);
  }
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    if (candidates[i].evidence != PlaceEvidence::place) continue;
    const auto alone = place_alone(candidates[i]);
    if (!alone) continue;
    alone_[i] = alone->place;
    const auto is_it = [&](const GazetteerEntry& known) { return known.place == alone->place; };
    if (std::none_of(known_alone_.begin(), known_alone_.end(), is_it)) known_alone_.push_back(*alone);
  }
  count_named();
  bind_qualifiers();
}

// The gazetteer's code of "CA-ON": "CA.08". Empty where the table of states has no such code.
std::string_view PlaceContext::division_of(std::string_view region) const {
  std::string key(region.substr(3));
  for (char& c : key) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  const RowRange rows = lexicon_.regions.find(key);
  for (std::uint32_t row = rows.first; row < rows.end; ++row) {
    if (lexicon_.regions.cell(row, 1) != region) continue;
    const RowRange places = lexicon_.gazetteer.find(lexicon_.regions.cell(row, 2));
    for (std::uint32_t place = places.first; place < places.end; ++place) {
      const GazetteerEntry entry = lexicon_.gazetteer.entry(place);
      if (entry.kind == PlaceKind::region && entry.country == region.substr(0, 2)) return entry.division;
    }
  }
  return {};
}

// The place that the wires mean by these words when they name no state or country with them: London is not in Ontario.
std::optional<GazetteerEntry> PlaceContext::place_alone(const PlaceCandidate& candidate) const {
  const PhraseMatch match = find_longest(lexicon_.dateline_cities, story_.tokens, candidate.first_token,
                                         candidate.end_token, [](const Token& token) { return token.lower_hash; });
  // Two rows, as of San Jose: nobody means the same one everywhere.
  if (match.rows.size() != 1 || match.end_token != candidate.end_token) return std::nullopt;
  const std::string_view country = lexicon_.dateline_cities.cell(match.rows.first, 1);
  const std::string_view state = lexicon_.dateline_cities.cell(match.rows.first, 2);
  for (std::uint32_t row = candidate.entries.first; row < candidate.entries.end; ++row) {
    const GazetteerEntry entry = lexicon_.gazetteer.entry(row);
    const bool state_fits =
        state == "-" || entry.division.substr(std::min<std::size_t>(3, entry.division.size())) == state.substr(3);
    if (entry.kind == PlaceKind::city && entry.country == country && state_fits) return entry;
  }
  return std::nullopt;
}

// Countries by name, demonym or alias, and states: what the story says without any doubt of a town's.
void PlaceContext::count_named() {
  const auto vote_country = [&](std::string_view code) {
    if (code.size() == 2) countries_named_.add(country_index(code));
  };
  for (const PlaceCandidate& candidate : candidates_) {
    if (candidate.entries.empty()) continue;
    if (candidate.evidence == PlaceEvidence::demonym || candidate.evidence == PlaceEvidence::alias) {
      vote_country(lexicon_.country_names.cell(candidate.entries.first, 1));
      continue;
    }
    const GazetteerEntry top = lexicon_.gazetteer.entry(candidate.entries.first);
    if (top.kind == PlaceKind::country) vote_country(top.country);
    if (top.kind == PlaceKind::region && !top.country.empty()) {
      vote_country(top.country);
      divisions_named_.add(top.division_index);
    }
  }
}

// "Springfield, Ill.": a state or country right behind a comma binds the town, here and wherever it stands alone.
void PlaceContext::bind_qualifiers() {
  for (std::size_t i = 0; i < candidates_.size(); ++i) {
    qualifiers_[i] = qualifier_of(i);
    if (!qualifiers_[i]) qualifiers_[i] = dateline_qualifier(i);
    if (!qualifiers_[i]) continue;
    const RowRange rows = candidates_[i].entries;
    for (std::uint32_t row = rows.first; row < rows.end; ++row) {
      const GazetteerEntry entry = lexicon_.gazetteer.entry(row);
      if (!matches(entry, *qualifiers_[i])) continue;
      bound_.emplace_back(rows.first, entry.place);
      break;
    }
  }
  std::stable_sort(bound_.begin(), bound_.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
}

std::optional<PlaceContext::Qualifier> PlaceContext::qualifier_of(std::size_t candidate) const {
  if (candidate + 1 >= candidates_.size()) return std::nullopt;
  const PlaceCandidate &left = candidates_[candidate], &right = candidates_[candidate + 1];
  if (left.evidence != PlaceEvidence::place || right.entries.empty()) return std::nullopt;
  if (right.evidence == PlaceEvidence::demonym || right.evidence == PlaceEvidence::alias) return std::nullopt;
  if (right.first_token != left.end_token + 1) return std::nullopt;
  const std::string_view mark = story_.words(story_.tokens[left.end_token].span);
  if (mark != "," && mark != "(" && mark != "[") return std::nullopt;
  const auto closes = [&](const PlaceCandidate& place) {  // "Paris, Texas, and": not a list
    if (place.end_token >= story_.tokens.size()) return true;
    const Token& next = story_.tokens[place.end_token];
    return next.kind != TokenKind::word || !next.has(kCapitalized);
  };
  if (!closes(right)) return std::nullopt;
  for (std::uint32_t row = right.entries.first; row < right.entries.end; ++row) {
    const GazetteerEntry entry = lexicon_.gazetteer.entry(row);
    if (entry.kind == PlaceKind::country && right.region.empty()) return Qualifier{entry.country, std::nullopt};
    if (entry.kind != PlaceKind::region || entry.country.empty()) continue;
    if (!right.region.empty() && entry.country != right.region.substr(0, 2)) continue;
    return Qualifier{entry.country, entry.division.empty() ? std::nullopt : std::optional(entry.division_index)};
  }
  return std::nullopt;
}

// The parser knows the country of most datelines: "LONDON, March 24".
std::optional<PlaceContext::Qualifier> PlaceContext::dateline_qualifier(std::size_t candidate) const {
  const auto& dateline = story_.structure.dateline;
  if (!dateline || dateline->country.empty() || !dateline->span.contains(candidates_[candidate].span))
    return std::nullopt;
  if (candidates_[candidate].evidence != PlaceEvidence::place || !candidates_[candidate].region.empty())
    return std::nullopt;
  if (story_.words(candidates_[candidate].span) != dateline->place) return std::nullopt;
  return Qualifier{dateline->country, std::nullopt};
}

bool PlaceContext::matches(const GazetteerEntry& entry, const Qualifier& qualifier) const {
  if (entry.kind == PlaceKind::country) return false;
  if (qualifier.division) return entry.kind != PlaceKind::region && entry.division_index == *qualifier.division;
  return entry.country == qualifier.country;
}

void PlaceContext::set_neighbours(std::vector<std::optional<GazetteerEntry>> neighbours) {
  neighbours_ = std::move(neighbours);
  neighbour_countries_ = {};
  neighbour_divisions_ = {};
  for (const auto& entry : neighbours_) {
    if (!entry || entry->country.empty()) continue;
    neighbour_countries_.add(country_index(entry->country));
    if (!entry->division.empty()) neighbour_divisions_.add(entry->division_index);
  }
}

// Between the cities of the world, and under a dateline, London is the one that is twenty times as large as that in
// Ontario, unless the story tells of Ontario. Without either it may be a local story, whose readers know which is
// meant.
void PlaceContext::drop_namesakes(std::size_t candidate, std::vector<GazetteerEntry>& entries) const {
  constexpr float kLarge = 18.9f, kLarger = 2.9f;  // 490,000 people; seven times as many: in powers of two
  const auto alone = std::find_if(entries.begin(), entries.end(), [&](const GazetteerEntry& entry) {
    return entry.place == alone_[candidate] && entry.log_population >= kLarge;
  });
  if (alone == entries.end()) return;
  const float most = alone->log_population - kLarger;
  const std::uint32_t own = alone->place;
  std::erase_if(entries, [&](const GazetteerEntry& entry) {
    if (entry.kind != PlaceKind::city || entry.log_population > most || near_country_ == entry.country) return false;
    if (!entry.division.empty() && divisions_named_.of(entry.division_index) > 0) return false;
    if (qualifiers_[candidate] && matches(entry, *qualifiers_[candidate])) return false;
    return story_.structure.dateline ||
           std::any_of(known_alone_.begin(), known_alone_.end(), [&](const GazetteerEntry& other) {
             return other.place != own && other.country != entry.country;
           });
  });
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
  // "Mexico" alone is the country, not its state of that name.
  if (!into.entries.empty() && into.entries.front().kind == PlaceKind::country)
    std::erase_if(into.entries, [country = into.entries.front().country](const GazetteerEntry& entry) {
      return entry.kind == PlaceKind::region && entry.country == country;
    });
  // A state behind the town leaves no choice but among its own: no fame beats "Moscow, Idaho".
  if (const auto& qualifier = qualifiers_[candidate]; qualifier && qualifier->division) {
    const auto fits = [&](const GazetteerEntry& entry) { return matches(entry, *qualifier); };
    if (std::any_of(into.entries.begin(), into.entries.end(), fits)) std::erase_if(into.entries, std::not_fn(fits));
  }
  if (alone_[candidate] != kNone) drop_namesakes(candidate, into.entries);
  if (into.features.size() < into.entries.size()) into.features.resize(into.entries.size());
  for (std::size_t i = 0; i < into.entries.size(); ++i) {
    const GazetteerEntry& entry = into.entries[i];
    into.features[i].clear();
    read_prior(candidate, entry, most, into.features[i]);
    read_binding(candidate, entry, into.features[i]);
    if (!entry.country.empty()) read_votes(candidate, entry, into.features[i]);
  }
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
  flag(ReadingFeature::stands_alone, alone_[candidate] == entry.place);
  flag(ReadingFeature::not_the_one_alone, alone_[candidate] != kNone && alone_[candidate] != entry.place);
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
       wide && candidate > 0 && qualifiers_[candidate - 1] &&
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
  flag(ReadingFeature::in_dateline_country,
       story_.structure.dateline && story_.structure.dateline->country == entry.country);
  flag(ReadingFeature::near_country, near_country_ == entry.country);
  flag(ReadingFeature::near_division, !near_division_.empty() && near_division_ == entry.division);
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
  for (std::size_t i = first; i < end && is_point; ++i) {
    const auto& other = neighbours_[i];
    if (i == candidate || !other || !other->latitude ||
        candidates_[i].entries.first == candidates_[candidate].entries.first)
      continue;
    if (other->kind != PlaceKind::city && other->kind != PlaceKind::county) continue;
    if (std::abs(*entry.latitude - *other->latitude) * kDegreeKm > kNeighbourKm) continue;
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
  for (std::size_t i = 0; i < readings.entries.size(); ++i)
    read_neighbours(candidate, readings.entries[i], readings.features[i]);
}

namespace {

std::optional<GazetteerEntry> choose_reading(const PlaceReadings& readings, std::span<const float> weights) {
  std::array<float, kPlaceClasses> of_words;
  for (std::size_t c = 0; c < kPlaceClasses; ++c)
    of_words[c] = readings.words.add_to(0, weights.data() + c * kWordFeatures);
  float best = weights[kPlaceFeatures];
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
                                                         std::span<const float> second_pass) {
  const std::vector<PlaceCandidate>& candidates = context.candidates();
  // The second pass finds there what the first has read, but for the end of a very long list, which is read again.
  constexpr std::size_t kMostKept = 1000;
  std::vector<PlaceReadings> kept(std::min(candidates.size(), kMostKept));
  PlaceReadings read_again;
  std::vector<std::optional<GazetteerEntry>> chosen;
  for (const bool first : {true, false}) {
    chosen.assign(candidates.size(), std::nullopt);
    for (std::size_t i = 0; i < candidates.size(); ++i) {
      if (candidates[i].evidence == PlaceEvidence::demonym || candidates[i].evidence == PlaceEvidence::alias) continue;
      PlaceReadings& readings = i < kept.size() ? kept[i] : read_again;
      if (first || i >= kept.size()) context.read(i, readings);
      if (!first) context.add_neighbours(i, readings);
      chosen[i] = choose_reading(readings, first ? first_pass : second_pass);
    }
    if (first) context.set_neighbours(std::move(chosen));
  }
  return chosen;
}

}  // namespace wirecut
