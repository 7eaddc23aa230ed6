// The tables of data/gazetteer come as one row a place; here they become one list of places, and a hash table from each
// of their names to the places, most populous first. Names get the spellings that the news has for them ("St. Louis",
// "Saint Louis", "St Louis") and are folded (fold.h).

#include "pack_gazetteer.h"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>
#include <cstring>
#include <fstream>
#include <map>
#include <stdexcept>
#include <string_view>
#include <tuple>
#include <vector>

#include "lexicon/fold.h"
#include "lexicon/gazetteer.h"
#include "pack_slots.h"

namespace wirecut {
namespace {

namespace fs = std::filesystem;
using Row = std::vector<std::string>;

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find(separator, start), text.size());
    parts.emplace_back(text.substr(start, end - start));
    start = end + 1;
  }
  return parts;
}

// Rows of a table of data/, without its comments.
std::vector<Row> read_rows(const fs::path& path, std::size_t columns) {
  std::ifstream in(path);
  if (!in) throw std::runtime_error(fmt::format("{}: can't be read", path.string()));
  std::vector<Row> rows;
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    if (line.empty() || line.front() == '#') continue;
    rows.push_back(split(line, '\t'));
    if (rows.back().size() != columns)
      throw std::runtime_error(fmt::format("{}:{}: not {} columns", path.string(), number, columns));
  }
  return rows;
}

class Packer {
 public:
  void add_cities(const fs::path& path) {
    for (const Row& row : read_rows(path, 8)) {
      const PlaceRole role = row[6] == "capital" ? PlaceRole::capital
                             : row[6] == "seat"  ? PlaceRole::seat
                                                 : PlaceRole::none;
      const std::uint32_t place = add_town(row, role);
      for (const std::string& name : split(row[7], ';')) add_name(name, place, kAlternate);
    }
  }

  void add_towns(const fs::path& path) {
    for (const Row& row : read_rows(path, 6)) add_town(row, PlaceRole::none);
  }

  void add_divisions(const fs::path& path, PlaceKind kind) {
    for (const Row& row : read_rows(path, 4)) {
      if (is_parish(row[0])) continue;
      auto names = split(row[1], ';');
      std::erase_if(names, [&](const std::string& name) {
        const auto landmark = landmarks_.find(name);
        return landmark != landmarks_.end() && landmark->second != row[0].substr(0, 2);
      });
      if (names.empty()) continue;
      add_names(names, add_place(names[0], row[0], kind, row[2], row[3]));
    }
  }

  void add_landmarks(const fs::path& path) {
    for (const Row& row : read_rows(path, 6)) {
      const auto kind = kKinds.find(row[1]);
      if (kind == kKinds.end()) throw std::runtime_error(path.string() + ": no such kind: " + row[1]);
      const std::uint32_t place = add_place(row[0], row[2] == "-" ? "" : row[2], kind->second, row[3], row[4]);
      if (kind->second == PlaceKind::city) places_[place].log_population = pack_population(kTownInTheNews);
      landmarks_[row[0]] = row[2];
      add_name(row[0], place, 0);
      add_names(split(row[5], ';'), place);
    }
  }

  void add_countries(const fs::path& countries, const fs::path& points, const fs::path& names) {
    std::map<std::string, Row> point_of;
    for (const Row& row : read_rows(points, 4)) point_of[row[0]] = row;
    std::map<std::string, std::uint32_t> place_of;
    for (const Row& row : read_rows(countries, 4)) {
      const Row& point = point_of.at(row[0]);
      place_of[row[0]] = add_place(row[2], row[0], PlaceKind::country, point[2], point[3]);
      places_[place_of[row[0]]].geonames = static_cast<std::uint32_t>(std::stoul(point[1]));
      add_name(row[2], place_of[row[0]], 0);
    }
    for (const Row& row : read_rows(names, 5)) {
      if (row[2] != "name" && row[2] != "former") continue;
      if (!is_division(row[0], row[1]))  // England is a part of GB
        add_name(row[0], place_of.at(row[1]), row[3] == "upper" ? std::uint32_t{kOnlyCapitals} : 0);
    }
  }

  // Florida of the United States before a municipality: as many people as its towns.
  void count_people_of_regions() {
    for (PackedPlace& place : places_)
      if (place.kind == static_cast<std::uint8_t>(PlaceKind::region) && people_in_.contains(place.division))
        place.log_population = pack_population(people_in_.at(place.division));
  }

  std::string pack() const;

 private:
  static const std::map<std::string, PlaceKind> kKinds;
  // As many people as of a town that is known by itself: the news names Srebrenica without its country, small as it is.
  static constexpr double kTownInTheNews = 100'000;

  std::uint32_t add_place(const std::string& name, const std::string& division, PlaceKind kind,
                          const std::string& latitude, const std::string& longitude) {
    const auto degrees = [](const std::string& text) {
      return text == "-" ? kNoCoordinate : static_cast<std::int16_t>(std::lround(std::stod(text) * 100));
    };
    const bool fits = division.size() <= sizeof(PackedDivision::code);  // a few islands have codes of eight digits
    const auto known =
        divisions_.emplace(fits ? division : division.substr(0, 2), static_cast<std::uint16_t>(divisions_.size()))
            .first;
    PackedPlace place{};
    place.name = static_cast<std::uint32_t>(pool_.size());
    place.latitude = degrees(latitude);
    place.longitude = degrees(longitude);
    place.division = known->second;
    place.kind = static_cast<std::uint8_t>(kind);
    (pool_ += name) += '\0';
    places_.push_back(place);
    return static_cast<std::uint32_t>(places_.size() - 1);
  }

  // The divisions of small islands are called West End, Forest and St. Mary: no story means those by such names.
  static bool is_parish(std::string_view division) {
    static constexpr std::string_view kIslands[] = {"AI", "GG", "IM", "JE", "KY"};
    return std::find(std::begin(kIslands), std::end(kIslands), division.substr(0, 2)) != std::end(kIslands);
  }

  static std::uint8_t pack_population(double people) {
    return static_cast<std::uint8_t>(std::lround(8 * std::log2(std::max(1.0, people))));
  }

  std::uint32_t add_town(const Row& row, PlaceRole role) {
    const auto names = split(row[1], ';');
    const std::uint32_t index =
        add_place(names[0], row[2].back() == '.' ? row[2].substr(0, 2) : row[2], PlaceKind::city, row[3], row[4]);
    PackedPlace& place = places_[index];
    place.geonames = static_cast<std::uint32_t>(std::stoul(row[0]));
    place.kind = static_cast<std::uint8_t>(place.kind | static_cast<std::uint8_t>(role) << 4);
    place.log_population = pack_population(std::stod(row[5]));
    people_in_[place.division] += std::stod(row[5]);
    add_names(names, index);
    return index;
  }

  void add_names(const std::vector<std::string>& names, std::uint32_t place) {
    for (const std::string& name : names) add_name(name, place, 0);
  }

  void add_name(const std::string& name, std::uint32_t place, std::uint32_t flags) {
    static const std::pair<const char*, const char*> kShort[] = {
        {"saint ", "st. "}, {"saint ", "st "}, {"st. ", "saint "}, {"st ", "saint "},   {"st. ", "st "},
        {"st ", "st. "},    {"fort ", "ft. "}, {"mount ", "mt. "}, {"sainte ", "ste. "}};
    std::string key;
    fold(name, [&](unsigned char byte) { key += byte == '-' ? ' ' : static_cast<char>(byte); });
    if (key.empty()) return;
    names_[key].emplace(place, flags);
    for (const auto& [from, to] : kShort)
      if (key.starts_with(from)) names_[to + key.substr(std::strlen(from))].emplace(place, flags);
  }

  // Is `name` that of a region inside `country`, and not of the country too?
  bool is_division(const std::string& name, const std::string& country) const {
    const auto known = names_.find(name);
    if (known == names_.end()) return false;
    bool is_region = false;
    for (const auto& [place, flags] : known->second) {
      const auto kind = static_cast<PlaceKind>(places_[place].kind);
      if (kind == PlaceKind::country) return false;
      is_region |= kind == PlaceKind::region && country_of(place) == country;
    }
    return is_region;
  }

  std::string country_of(std::uint32_t place) const {
    for (const auto& [code, index] : divisions_)
      if (index == places_[place].division) return code.substr(0, 2);
    return {};
  }

  std::vector<std::uint32_t> sorted_postings(const std::map<std::uint32_t, std::uint32_t>& of_name) const;
  PackedSlots fill_slots(std::vector<std::uint32_t>& postings) const;

  std::vector<PackedPlace> places_;
  // Landmarks with their country, "-": in no one. No division of another country takes their place: the war in Gaza is
  // not in Mozambique.
  std::map<std::string, std::string> landmarks_;
  std::map<std::string, std::uint16_t> divisions_;
  std::map<std::uint16_t, double> people_in_;  // by division
  std::string pool_;
  std::map<std::string, std::map<std::uint32_t, std::uint32_t>> names_;  // key -> place -> PostingFlags
};

const std::map<std::string, PlaceKind> Packer::kKinds = {
    {"city", PlaceKind::city},   {"region", PlaceKind::region},     {"county", PlaceKind::county},
    {"water", PlaceKind::water}, {"mountain", PlaceKind::mountain}, {"continent", PlaceKind::continent}};

// Places of a name: countries, then regions and waters, then towns, each by population, so that a short look finds the
// likely one.
std::vector<std::uint32_t> Packer::sorted_postings(const std::map<std::uint32_t, std::uint32_t>& of_name) const {
  std::vector<std::uint32_t> postings;
  for (const auto& [place, flags] : of_name) postings.push_back(place | flags);
  const auto rank = [&](std::uint32_t posting) {
    const PackedPlace& place = places_[posting & kPlaceMask];
    const auto kind = static_cast<PlaceKind>(place.kind & 15);
    const int order = kind == PlaceKind::country ? 0 : kind == PlaceKind::city ? 2 : 1;
    return std::tuple((posting & kAlternate) != 0, order, 255 - place.log_population, posting);
  };
  std::sort(postings.begin(), postings.end(), [&](auto a, auto b) { return rank(a) < rank(b); });
  constexpr std::size_t kMost =
      48;  // Springfield, Washington: the rest are villages that no story means without its state
  if (postings.size() > kMost) postings.resize(kMost);
  return postings;
}

PackedSlots Packer::fill_slots(std::vector<std::uint32_t>& postings) const {
  std::map<std::uint64_t, PackedPhrase> phrases;  // by chained hash
  for (const auto& [key, of_name] : names_) {
    std::uint64_t chain = 0;
    for (const std::string& word : split(key, ' ')) {
      if (chain != 0) phrases[chain].continues = true;
      chain = hash_phrase(chain, hash_word(word));
    }
    const auto own = sorted_postings(of_name);
    PackedPhrase& phrase = phrases[chain];
    phrase.first_row = static_cast<std::uint32_t>(postings.size());
    phrase.row_count = static_cast<std::uint32_t>(own.size());
    postings.insert(postings.end(), own.begin(), own.end());
  }
  return pack_slots(phrases, "gazetteer");
}

template <class T>
void append(std::string& out, const std::vector<T>& values) {
  out.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T));
}

std::string Packer::pack() const {
  std::vector<std::uint32_t> postings;
  const PackedSlots packed = fill_slots(postings);
  std::vector<PackedDivision> divisions(divisions_.size());
  for (const auto& [code, index] : divisions_) std::memcpy(divisions[index].code, code.data(), code.size());
  GazetteerHeader header{};
  std::memcpy(header.magic, kGazetteerMagic, sizeof kGazetteerMagic);
  header.slot_count = static_cast<std::uint32_t>(packed.slots.size());
  header.posting_count = static_cast<std::uint32_t>(postings.size());
  header.place_count = static_cast<std::uint32_t>(places_.size());
  header.division_count = static_cast<std::uint32_t>(divisions.size());
  header.pool_size = static_cast<std::uint32_t>(pool_.size());
  std::string out(reinterpret_cast<const char*>(&header), sizeof header);
  append(out, packed.slots);
  append(out, packed.sieve);
  append(out, postings);
  append(out, places_);
  append(out, divisions);
  return out + pool_;
}

}  // namespace

std::string pack_gazetteer(const fs::path& data) {
  const fs::path folder = data / "gazetteer";
  if (!fs::is_directory(folder)) return {};
  Packer packer;
  packer.add_landmarks(folder / "landmarks.tsv");
  packer.add_divisions(folder / "regions.tsv", PlaceKind::region);
  packer.add_divisions(folder / "counties.tsv", PlaceKind::county);
  packer.add_countries(data / "lexicon" / "countries.tsv", data / "gazetteer" / "countries.tsv",
                       data / "lexicon" / "country_names.tsv");
  packer.add_cities(folder / "cities.tsv");
  packer.add_towns(folder / "towns.tsv");
  packer.count_people_of_regions();
  return packer.pack();
}

}  // namespace wirecut
