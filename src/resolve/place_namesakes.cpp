// Names that several places share: which of them cannot be meant, because another is so much better known by the name,
// or because the story tells nothing of their country. Each rule is a function and quotes the story that forced it.

#include <algorithm>
#include <functional>

#include "lexicon/word_map.h"
#include "resolve/place_features.h"

namespace wirecut {

// Does the publisher's home mean its own town? A paper of Idaho its Moscow, one of America Alabama's Birmingham, and in
// news of its council or police any; but none in what is filed from elsewhere, nor beside cities abroad: "in Moscow,
// Cairo and Lima".
bool PlaceContext::is_at_home(const GazetteerEntry& entry, const GazetteerEntry& famous) const {
  if (!home_.is_country_of(entry)) return false;
  const bool names_city_abroad = std::any_of(
      known_alone_.begin(), known_alone_.end(),
      [&](const GazetteerEntry& other) { return other.place != famous.place && other.country != home_.country; });
  if (names_city_abroad && !is_local_) return false;
  const bool is_own = !has_sure_dateline_ || story_.structure.dateline->at_home;
  if (is_own && (is_local_ || home_.is_division_of(entry))) return true;
  return (is_own || is_dateline_of(home_.country)) && is_known_beside(entry, famous);
}

// Does the story name the town's state, so that its readers think of that one? "Talks in Moscow failed, Idaho Sen. Jim
// Risch said" calls no village of Idaho to mind: beside a famous city abroad it takes an American town as well known, a
// dateline in that state ("LAUREL COUNTY, Ky."), or, without one, a local story or more than "Texas-based Exxon".
bool PlaceContext::is_state_told(const GazetteerEntry& entry, const GazetteerEntry& famous) const {
  if (entry.division.empty() || divisions_named_.of(entry.division_index) == 0) return false;
  if (entry.country == famous.country || entry.country != "US" || is_known_beside(entry, famous)) return true;
  if (has_sure_dateline_) return dateline_division_ == entry.division_index;
  return is_local_ || divisions_by_themselves_.of(entry.division_index) > 0;
}

// Does more than its name speak for a town that shares it with a famous city? The story binds it elsewhere, names its
// state and not the city's country; or, without a dateline or the name of a city abroad, tells of its neighbourhood, or
// is one of a local paper, whose readers know.
bool PlaceContext::is_supported(std::size_t candidate, const GazetteerEntry& entry,
                                const GazetteerEntry& famous) const {
  constexpr float kSomeNear = 1.5f;  // another name that lies near
  constexpr float kInPassing = 1;    // a Greek salad
  if (is_bound(candidate, entry)) return true;
  if (is_state_told(entry, famous) && !is_country_told(famous.country)) return true;
  if (has_sure_dateline_ || (names_one_place_ && !is_local_)) return false;  // "Paris Hilton flew to London"
  // "From Toronto to London" is across the sea; American papers name the towns of their state beside its cities.
  const bool may_be_at_home = entry.country == "US" || is_country_told(entry.country);
  const bool names_city_elsewhere =
      std::any_of(known_alone_.begin(), known_alone_.end(), [&](const GazetteerEntry& other) {
        return other.place != famous.place && (other.country != entry.country || (!is_local_ && !may_be_at_home));
      });
  if (names_city_elsewhere) return false;
  // "London can get to work", in a story of Canada; that of America tells nothing, as any story may name it.
  const bool is_told = is_dateline_of(entry.country) || countries_told_.of(country_index(entry.country)) > 0;
  if (entry.country != "US" && has_known_regions(entry.country) && is_told && !is_country_told(famous.country))
    return true;
  const float told_abroad = countries_told_.total() - countries_told_.of(country_index(entry.country));
  if (is_local_ && told_abroad <= kInPassing && !is_country_told(famous.country)) return true;
  return is_crowded(candidate, entry, kSomeNear) &&
         crowds_.around(entry, crowd_name_[candidate]) > crowds_.around(famous, crowd_name_[candidate]);
}

// London is not in Ontario and Ohio, unless something speaks for those; and no paper in English is at home in
// Venezuela's Barcelona.
void PlaceContext::drop_namesakes(std::size_t candidate, std::vector<GazetteerEntry>& entries) const {
  if (alone_[candidate] == kNone) return;
  const auto alone = std::find_if(entries.begin(), entries.end(),
                                  [&](const GazetteerEntry& entry) { return entry.place == alone_[candidate]; });
  if (alone == entries.end()) return;
  const GazetteerEntry famous = *alone;
  const bool is_famous_bound = is_bound(candidate, famous);  // "AUSTIN, Texas & DUBLIN", where Texas has one too
  const bool is_told_capital =
      famous.role == PlaceRole::capital && countries_told_.of(country_index(famous.country)) > 0;
  std::erase_if(entries, [&](const GazetteerEntry& entry) {
    if (entry.kind != PlaceKind::city && entry.kind != PlaceKind::region) return false;
    if (entry.place == famous.place) return false;
    const bool is_region = entry.kind == PlaceKind::region;
    // "New Delhi, Delhi"; "Kandahar province"
    if (!entry.division.empty() && entry.division == famous.division) return false;
    if (qualifiers_[candidate] && matches(entry, *qualifiers_[candidate])) return false;
    if (!has_known_regions(entry.country) && !is_country_told(entry.country)) return true;
    if (is_region) return false;
    if (is_famous_bound) return !is_bound(candidate, entry);
    if (is_at_home(entry, famous)) return false;
    // "Athens risked a default", in a story of Greece that doesn't name Georgia.
    if (is_told_capital && divisions_named_.of(entry.division_index) == 0) return true;
    return !is_supported(candidate, entry, famous);
  });
}

// A capital whose country the story doesn't name gives way to a city as large that is meant by the name alone, or whose
// country is named: San Jose of a story of California is not in Costa Rica.
void PlaceContext::drop_far_capital(std::size_t candidate, std::vector<GazetteerEntry>& entries) const {
  const auto is_named = [&](const GazetteerEntry& entry) {
    return countries_named_.of(country_index(entry.country)) > 0 || is_country_told(entry.country);
  };
  const auto capital = std::find_if(entries.begin(), entries.end(), [&](const GazetteerEntry& entry) {
    return entry.role == PlaceRole::capital && !is_named(entry);
  });
  if (capital == entries.end()) return;
  const bool gives_way = std::any_of(entries.begin(), entries.end(), [&](const GazetteerEntry& other) {
    return other.kind == PlaceKind::city && other.country != capital->country &&
           other.log_population >= capital->log_population && (alone_[candidate] == other.place || is_named(other));
  });
  if (gives_way) entries.erase(capital);
}

// "in New York", "Washington said": the city, which the name means alone, and not its state, but for "Albany, New
// York", "New York state", "upstate New York" and "New Jersey and New York". Under a dateline so is any.
void PlaceContext::drop_state_of_city(std::size_t candidate, std::vector<GazetteerEntry>& entries) const {
  const bool is_dateline = is_dateline_town(candidate);
  if (!is_dateline && (alone_[candidate] == kNone || !names_city(candidate))) return;
  std::vector<std::string_view> countries;
  for (const GazetteerEntry& entry : entries)
    if (entry.kind == PlaceKind::city && (is_dateline || entry.place == alone_[candidate]))
      countries.push_back(entry.country);
  std::erase_if(entries, [&](const GazetteerEntry& entry) {
    return entry.kind == PlaceKind::region &&
           std::find(countries.begin(), countries.end(), entry.country) != countries.end();
  });
}

// "police in Kent", "a man from Norfolk": an English county, and no town of its name in America that the story tells
// nothing of.
void PlaceContext::drop_namesakes_of_county(std::size_t candidate, std::vector<GazetteerEntry>& entries) const {
  const auto county = std::find_if(entries.begin(), entries.end(), [](const GazetteerEntry& entry) {
    return entry.kind == PlaceKind::county && entry.country == "GB";
  });
  if (county == entries.end()) return;
  std::erase_if(entries, [&, famous = *county](const GazetteerEntry& entry) {
    return entry.country != "GB" && !has_towns_in(entry.country) && !is_country_told(entry.country) &&
           !home_.is_country_of(entry) && !is_supported(candidate, entry, famous);
  });
}

// "police in Manchester", "Ottawa voted": the city, not the county or district around it that bears its name, unless
// that is called so.
void PlaceContext::drop_county_of_city(std::size_t candidate, std::vector<GazetteerEntry>& entries) const {
  static constexpr auto kCalled = word_list({"county", "district", "municipality"});
  constexpr double kAround = 40;  // km from the city to the middle of its county
  constexpr float kCity = 14.5f;  // 23,000 people, in powers of two
  const auto is_county = [](const GazetteerEntry& entry) { return entry.kind == PlaceKind::county; };
  if (entries.size() < 2 || std::none_of(entries.begin(), entries.end(), is_county)) return;
  const std::uint32_t end = candidates_[candidate].end_token;
  if (end < story_.tokens.size() && kCalled.of(story_.tokens[end].lower_hash)) return;
  const auto is_around = [&](const GazetteerEntry& county, const GazetteerEntry& city) {
    return city.kind == PlaceKind::city && city.country == county.country && city.log_population >= kCity &&
           distance_km(*county.latitude, *county.longitude, *city.latitude, *city.longitude) < kAround;
  };
  std::erase_if(entries, [&, all = entries](const GazetteerEntry& entry) {
    return entry.kind == PlaceKind::county && entry.latitude &&
           std::any_of(all.begin(), all.end(), [&](const GazetteerEntry& city) { return is_around(entry, city); });
  });
}

// "Kandahar province", "Kano state": what is called so is no city.
void PlaceContext::drop_city_of_division(std::size_t candidate, std::vector<GazetteerEntry>& entries) const {
  static constexpr auto kCalled = word_list(
      {"province", "governorate", "oblast", "prefecture", "state", "Province", "Governorate", "Oblast", "Prefecture"});
  const std::uint32_t end = candidates_[candidate].end_token;
  const auto is_region = [](const GazetteerEntry& entry) { return entry.kind == PlaceKind::region; };
  if (end >= story_.tokens.size() || !kCalled.of(story_.tokens[end].hash)) return;
  if (std::none_of(entries.begin(), entries.end(), is_region)) return;
  std::erase_if(entries, [](const GazetteerEntry& entry) { return entry.kind == PlaceKind::city; });
}

// "Charlotte", "Portland", "the Archbishop of Canterbury": parishes of St. Vincent and Jamaica and a region of New
// Zealand have these names too, and nobody means them who doesn't name their country.
void PlaceContext::drop_divisions_abroad(std::size_t candidate, std::vector<GazetteerEntry>& entries) const {
  const auto is_region = [](const GazetteerEntry& entry) { return entry.kind == PlaceKind::region; };
  if (entries.size() < 2 || std::none_of(entries.begin(), entries.end(), is_region)) return;
  std::erase_if(entries, [&, all = entries](const GazetteerEntry& entry) {
    const bool is_famous = entry.division.empty();  // of landmarks.tsv: "Bali"
    if (entry.kind != PlaceKind::region || is_famous || has_known_regions(entry.country)) return false;
    if (is_country_told(entry.country) || has_towns_in(entry.country) || is_bound(candidate, entry)) return false;
    return std::any_of(all.begin(), all.end(), [&](const GazetteerEntry& other) {
      const bool is_hamlet = other.kind == PlaceKind::city && other.log_population == 0;
      return other.country != entry.country && !is_hamlet;
    });
  });
}

// "the North Sea", "the mid-Atlantic coast", "Wales": a sea, a part of the world or a state beats the villages of its
// name, unless the story says in which state they are or names what lies around them.
void PlaceContext::drop_villages(std::size_t candidate, std::vector<GazetteerEntry>& entries) const {
  constexpr float kVillage = 15;  // 30,000 people, in powers of two
  if (entries.empty() || qualifiers_[candidate]) return;
  const GazetteerEntry first = entries.front();
  const bool is_sea = first.kind == PlaceKind::water && first.country.empty();
  const bool is_wide = is_sea || first.kind == PlaceKind::continent ||
                       (first.kind == PlaceKind::region && has_known_regions(first.country));
  if (!is_wide) return;
  std::erase_if(entries, [&](const GazetteerEntry& entry) {
    return entry.kind == PlaceKind::city && entry.log_population < kVillage && !is_bound(candidate, entry) &&
           !home_.is_country_of(entry) && !is_crowded(candidate, entry, kCrowd);
  });
}

}  // namespace wirecut
