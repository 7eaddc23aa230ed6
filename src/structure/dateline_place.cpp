#include "structure/dateline_place.h"

#include <algorithm>
#include <array>
#include <optional>

#include "structure/chars.h"
#include "structure/key.h"

// What stands behind the town decides (a state, a country); then the list of cities that stand alone in datelines,
// which beats population: Geneva is the Swiss one, though more people live in its namesakes; then the gazetteer.
namespace wirecut {
namespace {

bool has_lower(std::string_view text) {
  for (char c : text)
    if (is_lower(c)) return true;
  return false;
}

bool is_in_capitals_only(std::string_view form) { return form == "postal" || form == "told"; }

// The row of a state or province that `words` spell, or nothing.
RowRange find_region(std::string_view words, Key& key, const Lexicon& lexicon) {
  if (key.text().empty()) return {};
  RowRange rows = lexicon.regions.find(key.text());
  if (!rows.empty() && is_in_capitals_only(lexicon.regions.cell(rows.first, 3)) && has_lower(words)) rows = {};
  return rows.empty() ? lexicon.regions.find(key.with_stop()) : rows;
}

std::string_view country_of_name(Key& key, const Lexicon& lexicon) {
  const std::string_view name = key.without_article();
  if (name.empty()) return {};
  RowRange rows = lexicon.country_names.find(name);
  if (rows.empty()) rows = lexicon.country_names.find(key.with_stop());  // "U.S."
  for (std::uint32_t row = rows.first; row < rows.end; ++row) {
    const std::string_view code = lexicon.country_names.cell(row, 1), kind = lexicon.country_names.cell(row, 2);
    if (code != "-" && (kind == "name" || kind == "former")) return code;
  }
  return {};
}

RowRange find_dateline_city(const Key& key, const Lexicon& lexicon) {
  const std::string_view text = key.text();
  const RowRange rows = text.empty() ? RowRange{} : lexicon.dateline_cities.find(text);
  if (!rows.empty() || text.empty()) return rows;
  // "St Louis" for "St. Louis", and the other way round
  std::array<char, 2 * Key::kLongest> other;
  std::size_t size = 0;
  bool changed = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    changed |= text[i] == '.';
    if (text[i] == '.') continue;
    other[size++] = text[i];
    const bool after_saint = i + 1 < text.size() && text[i + 1] == ' ' && size >= 2 &&
                             (size == 2 || other[size - 3] == ' ') &&
                             (text.substr(i - 1, 2) == "st" || text.substr(i - 1, 2) == "ft");
    if (!after_saint || text.find('.') != std::string_view::npos) continue;
    other[size++] = '.';
    changed = true;
  }
  return changed ? lexicon.dateline_cities.find({other.data(), size}) : RowRange{};
}

// The town of the gazetteer that a dateline without a region means.
PlaceReading find_town(const Key& key, std::string_view home, const Lexicon& lexicon) {
  constexpr float kBigCity = 18;  // log2 of its people: a quarter of a million
  constexpr float kSeat = 16;     // of a province: Agartala, Gangtok, Trieste
  constexpr float kTownAtHome = 13;
  constexpr float kMuchBigger = 4;
  std::optional<GazetteerEntry> best, at_home;
  const RowRange rows = key.text().empty() ? RowRange{} : lexicon.gazetteer.find(key.text());
  for (std::uint32_t row = rows.first; row < rows.end; ++row) {
    const GazetteerEntry entry = lexicon.gazetteer.entry(row);
    if (entry.country.empty() || entry.kind == PlaceKind::country || entry.only_capitals) continue;
    const bool hamlet = entry.kind == PlaceKind::city && entry.log_population == 0 && entry.role == PlaceRole::none;
    if (hamlet) continue;  // half of all names are those of one
    const bool city = entry.kind == PlaceKind::city;
    const bool truer_name =
        best && best->alternate && !entry.alternate && entry.log_population + kMuchBigger > best->log_population;
    if (!best || (city && (best->kind != PlaceKind::city || truer_name))) best = entry;
    if (!at_home && city && entry.country == home && entry.log_population >= kTownAtHome) at_home = entry;
  }
  if (!best) return {};
  if (at_home && at_home->log_population + kMuchBigger > best->log_population) best = at_home;
  const float enough = best->role == PlaceRole::none ? kBigCity : kSeat;
  const bool big = best->log_population >= enough && best->kind == PlaceKind::city;
  return {big ? PlaceFame::dateline : PlaceFame::town, std::string(best->country)};
}

// Words in front of a place that leave its country as it is: "NEAR MOSUL", "Central London".
constexpr std::string_view kNear[] = {"near ",     "outside ", "in ",      "around ",   "east ", "west ",
                                      "north ",    "south ",   "central ", "downtown ", "off ",  "northern ",
                                      "southern ", "eastern ", "western ", "at "};

}  // namespace

std::string region_country(std::string_view region, const Lexicon& lexicon) {
  Key key(region, Key::Of::place);
  const RowRange rows = find_region(region, key, lexicon);
  if (!rows.empty()) return std::string(lexicon.regions.cell(rows.first, 1).substr(0, 2));
  return std::string(country_of_name(key, lexicon));
}

std::string district_country(std::string_view place, std::string_view district, const Lexicon& lexicon) {
  if (!is_all_caps(place) || is_all_caps(district)) return {};
  const RowRange rows = lexicon.gazetteer.find(district), towns = lexicon.gazetteer.find(place);
  for (std::uint32_t row = rows.first; row < rows.end; ++row) {
    const GazetteerEntry entry = lexicon.gazetteer.entry(row);
    if (entry.country.empty() || (entry.kind != PlaceKind::region && entry.kind != PlaceKind::county)) continue;
    bool is_known = district.find(' ') != std::string_view::npos;
    for (std::uint32_t town = towns.first; town < towns.end && !is_known; ++town)
      is_known = lexicon.gazetteer.entry(town).country == entry.country;
    if (is_known) return std::string(entry.country);
  }
  return {};
}

bool is_on_the_move(std::string_view place) {
  constexpr std::string_view kOpenings[] = {"aboard ", "on board ", "over ", "at sea", "with the ", "with u.s. "};
  return std::any_of(std::begin(kOpenings), std::end(kOpenings), [&](std::string_view opening) {
    return same_ignoring_case(place.substr(0, opening.size()), opening);
  });
}

bool has_town(std::string_view country, std::string_view place, const Lexicon& lexicon) {
  constexpr float kMuchBigger = 3;  // log2: eight times; London, Ontario, is no London
  const Key key(place, Key::Of::place);
  const RowRange rows = key.text().empty() ? RowRange{} : lexicon.gazetteer.find(key.text());
  float at_home = 0, abroad = 0;
  for (std::uint32_t row = rows.first; row < rows.end; ++row) {
    const GazetteerEntry entry = lexicon.gazetteer.entry(row);
    if (entry.kind != PlaceKind::city || entry.only_capitals) continue;
    float& biggest = entry.country == country ? at_home : abroad;
    biggest = std::max(biggest, entry.log_population);
  }
  return at_home > 0 && at_home + kMuchBigger > abroad;
}

std::string misspelt_place_country(std::string_view place, const Lexicon& lexicon) {
  constexpr std::size_t kShortest = 6;  // too much is one letter away from a shorter name
  std::string_view country;
  for (std::uint32_t row = 0; row < lexicon.dateline_cities.row_count() && place.size() >= kShortest; ++row) {
    const std::string_view city = lexicon.dateline_cities.cell(row, 0);
    if (city.size() + 1 < place.size() || city.size() > place.size() + 1 || !is_one_slip_away(place, city)) continue;
    const std::string_view found = lexicon.dateline_cities.cell(row, 1);
    if (!country.empty() && country != found) return {};
    country = found;
  }
  return std::string(country);
}

PlaceReading read_place(std::string_view place, std::string_view region, const Lexicon& lexicon,
                        std::string_view home) {
  PlaceReading reading;
  Key key(place, Key::Of::place);
  const RowRange cities = find_dateline_city(key, lexicon);
  std::string_view alone;
  if (!cities.empty()) {
    reading.fame = PlaceFame::dateline;
    alone = lexicon.dateline_cities.cell(cities.first, 1);
  } else if (alone = country_of_name(key, lexicon); !alone.empty()) {
    reading.fame = PlaceFame::dateline;
  }
  if (region.empty()) {
    reading.country = std::string(alone);
    if (!reading.country.empty()) return reading;
    if (same_ignoring_case(place, "UNITED NATIONS")) return {PlaceFame::dateline, "US"};
    for (std::string_view near : kNear)
      if (same_ignoring_case(place.substr(0, near.size()), near)) {
        Key core(place.substr(near.size()), Key::Of::place);
        const RowRange rows = find_dateline_city(core, lexicon);
        if (!rows.empty()) return {PlaceFame::dateline, std::string(lexicon.dateline_cities.cell(rows.first, 1))};
        return {PlaceFame::unknown, std::string(country_of_name(core, lexicon))};
      }
    return find_town(key, home, lexicon);
  }
  // "TBILISI, Georgia" and "Atlanta, Georgia": the town tells the state from the country.
  Key region_key(region, Key::Of::place);
  const std::string_view as_country = country_of_name(region_key, lexicon);
  if (!as_country.empty() && as_country == alone) {
    reading.country = std::string(as_country);
  } else if (const std::string as_region = region_country(region, lexicon);
             !alone.empty() && alone != as_region &&
             (same_ignoring_case(region, "Yugoslavia") || same_ignoring_case(region, "Soviet Union") ||
              same_ignoring_case(region, "Czechoslovakia") || same_ignoring_case(region, "U.S.S.R"))) {
    reading.country = std::string(alone);  // the country of today
  } else {
    reading.country = !as_region.empty() ? as_region : district_country(place, region, lexicon);
  }
  return reading;
}

}  // namespace wirecut
