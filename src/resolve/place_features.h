// What speaks for each reading of a place candidate: shared by the resolver and its trainer (tools/train_places.cpp).
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lexicon/first_not.h"
#include "lexicon/lexicon.h"
#include "places/places.h"
#include "resolve/home.h"
#include "resolve/linear_model.h"
#include "resolve/place_crowds.h"
#include "wirecut/story.h"

namespace wirecut {

// Evidence about the words, counted apart for countries, for places known by themselves, and for small ones: a town of
// 2,000 needs more to be believed than Paris.
enum class WordFeature : std::uint8_t {
  bias,
  tagged_location,
  inside_location,
  tagged_person,
  inside_person,
  tagged_organization,
  inside_organization,
  tagged_misc,
  inside_misc,
  untagged,
  behind_capital,
  before_capital,
  behind_preposition,
  behind_initial,
  behind_comma,
  before_comma,
  before_possessive,
  opens_sentence,
  many_words,
  abbreviated,
  all_caps,
  in_head,
  in_hyphened,
  before_division_word,
  before_street_word,
  in_dateline,
  count
};
enum class PlaceClass : std::uint8_t { country, known, small, count };

// Evidence about one reading.
enum class ReadingFeature : std::uint8_t {
  country,
  region,
  county,
  water,
  mountain,
  continent,
  city,
  city_unknown,
  city_under_15k,
  city_under_100k,
  city_under_1m,
  city_over_1m,
  population,
  region_population,
  capital,
  seat,
  alternate,
  most_populous,
  population_gap,
  readings,
  only_reading,
  stands_alone,
  not_the_one_alone,
  qualified_by_region,
  qualified_by_country,
  contradicts_qualifier,
  qualifies,
  same_as_qualified,
  other_than_qualified,
  country_named,
  country_share,
  country_not_named,
  division_named,
  division_share,
  small_division_named,
  in_dateline_country,
  near_country,
  near_division,
  abbreviation_fits,
  crowd,
  behind_most_crowded,
  small_in_crowd,
  only_in_told_country,
  // What the neighbours say: from here on known to the later passes only.
  close_neighbour,
  neighbour,
  same_division_share,
  same_country_share,
  country_not_alone,
  list_agrees,
  list_disagrees,
  count
};
inline constexpr ReadingFeature kFirstOfNeighbours = ReadingFeature::close_neighbour;

inline constexpr std::size_t kWordFeatures = static_cast<std::size_t>(WordFeature::count);
inline constexpr std::size_t kPlaceClasses = static_cast<std::size_t>(PlaceClass::count);
inline constexpr std::size_t kReadingFeatures = static_cast<std::size_t>(ReadingFeature::count);
inline constexpr std::size_t kPlaceFeatures = kWordFeatures * kPlaceClasses + kReadingFeatures;

// Changes with the features: it stands in the model file.
inline constexpr std::string_view kPlaceFeatureSet = "places 4";

// A number for the two letters of a country's code.
inline std::uint16_t country_index(std::string_view code) {
  assert(code.size() == 2);
  return static_cast<std::uint16_t>((code[0] - 'A') * 26 + (code[1] - 'A'));
}

// Features that are not 0, of at most 64, in memory of their own.
template <class Feature>
class FeatureSet {
 public:
  static constexpr std::size_t kSize = static_cast<std::size_t>(Feature::count);
  static_assert(kSize <= 64);

  FeatureSet() {}  // values that aren't used need no first value

  void set(Feature feature, float value) {
    const auto index = static_cast<std::size_t>(feature);
    values_[index] = value;
    used_ |= std::uint64_t{1} << index;
  }
  void flag(Feature feature, bool value) {
    if (value) set(feature, 1);
  }
  float value(Feature feature) const {
    const auto index = static_cast<std::size_t>(feature);
    return (used_ >> index & 1) != 0 ? values_[index] : 0;
  }
  void clear() { used_ = 0; }
  void clear_from(Feature feature) { used_ &= (std::uint64_t{1} << static_cast<std::size_t>(feature)) - 1; }

  // Adds their weighted sum to `sum`, in their order; `weights` has kSize of them.
  float add_to(float sum, const float* weights) const {
    for_each([&](std::size_t index, float value) { sum += weights[index] * value; });
    return sum;
  }

  template <class Visit>
  void for_each(Visit visit) const {
    for (std::uint64_t left = used_; left != 0; left &= left - 1) {
      const auto index = static_cast<std::size_t>(std::countr_zero(left));
      visit(index, values_[index]);
    }
  }

 private:
  std::array<float, kSize> values_;  // those in `used_` only
  std::uint64_t used_ = 0;
};
using WordFeatures = FeatureSet<WordFeature>;
using ReadingFeatures = FeatureSet<ReadingFeature>;

inline constexpr std::uint32_t kMostReadings = 48;

// One candidate's readings with their features. Reading nothing at all has the score 0.
struct PlaceReadings {
  std::vector<GazetteerEntry> entries;
  WordFeatures words;                     // of all of them
  std::vector<ReadingFeatures> features;  // one set an entry; more may lie behind from another candidate
};

// The features of one reading as the model has its weights: those of the words by the reading's class, then its own.
using PlaceFeatures = std::array<float, kPlaceFeatures>;
PlaceFeatures list_features(const PlaceReadings& readings, std::size_t reading);

// How often each of a few small numbers was named.
class Votes {
 public:
  void add(std::uint16_t key) {
    if (counts_.empty()) counts_.reserve(8);
    const std::size_t at = index_of(key);
    if (at < counts_.size() && counts_[at].first == key)
      ++counts_[at].second;
    else
      counts_.insert(counts_.begin() + static_cast<std::ptrdiff_t>(at), {key, 1});
    ++total_;
  }

  float of(std::uint16_t key) const {
    const std::size_t at = index_of(key);
    return at < counts_.size() && counts_[at].first == key ? static_cast<float>(counts_[at].second) : 0;
  }

  float total() const { return static_cast<float>(total_); }
  std::size_t distinct() const { return counts_.size(); }

 private:
  std::size_t index_of(std::uint16_t key) const {
    return first_not(counts_, [&](const auto& count) { return count.first < key; });
  }

  std::vector<std::pair<std::uint16_t, std::uint32_t>> counts_;  // sorted: a story names few
  std::uint32_t total_ = 0;
};

// What the whole story says: which countries and divisions it names, what its dateline and its qualifiers bind.
class PlaceContext {
 public:
  PlaceContext(const Story& story, const std::vector<PlaceCandidate>& candidates, const Home& home,
               const Lexicon& lexicon);

  // The readings of a candidate that is no demonym or alias, at most kMostReadings, without what its neighbours say.
  // `into` is overwritten.
  void read(std::size_t candidate, PlaceReadings& into) const;

  // What an earlier pass made of the candidates, one each: they are the neighbours of the next pass.
  void set_neighbours(std::vector<std::optional<GazetteerEntry>> neighbours);

  // Are these the places that the neighbours were set to?
  bool are_neighbours(const std::vector<std::optional<GazetteerEntry>>& chosen) const;

  // Gives the candidate's readings, which read() made, what its neighbours say: nothing before they are set.
  void add_neighbours(std::size_t candidate, PlaceReadings& readings) const;

  const std::vector<PlaceCandidate>& candidates() const { return candidates_; }

  // The words are a place whatever the model makes of them: that of a dateline whose country the parser knows, or a
  // water or the one county of the name that the tagger sees too. `readings` is what read() made of the candidate.
  bool is_sure(std::size_t candidate, const PlaceReadings& readings) const;

  // The place that the wires mean by the candidate's words alone, by its index; none where no list has them.
  std::optional<std::uint32_t> alone(std::size_t candidate) const {
    return alone_[candidate] == kNone ? std::nullopt : std::optional(alone_[candidate]);
  }

 private:
  static constexpr std::uint32_t kNone = UINT32_MAX;

  struct Qualifier {
    std::string_view country;
    std::optional<std::uint16_t> division;
    bool is_bound = false;    // there is a place of the name before it in this one
    bool is_next = false;     // the candidate behind is what says so
    std::uint32_t place = 0;  // its own, where it is bound
  };

  void count_named();
  void count_towns();
  GazetteerEntry named_by(std::size_t index) const;
  bool is_attribute(std::size_t candidate) const;
  bool names_city_abroad(std::size_t candidate, const GazetteerEntry& region) const;
  void bind_qualifiers();
  void read_firms();
  bool sounds_local() const;
  void read_words(std::size_t candidate, WordFeatures& features) const;
  void read_names(std::size_t candidate, WordFeatures& features) const;
  void read_prior(std::size_t candidate, const GazetteerEntry& entry, float most_log_population,
                  ReadingFeatures& features) const;
  void read_fame(std::size_t candidate, PlaceReadings& into) const;
  void read_binding(std::size_t candidate, const GazetteerEntry& entry, ReadingFeatures& features) const;
  void read_votes(std::size_t candidate, const GazetteerEntry& entry, ReadingFeatures& features) const;
  void read_neighbours(std::size_t candidate, const GazetteerEntry& entry, ReadingFeatures& features) const;

  // place_crowds.cpp: what else of the story may lie near a reading
  void count_crowds();
  void join_lists();
  void read_crowd(std::size_t candidate, PlaceReadings& into) const;
  void read_list(std::size_t candidate, const GazetteerEntry& entry, ReadingFeatures& features) const;
  bool opens_sentence(std::uint32_t token) const;
  std::optional<Qualifier> qualifier_of(std::size_t candidate) const;
  std::optional<Qualifier> country_beside(std::size_t candidate) const;
  std::optional<Qualifier> bind_to(std::size_t candidate, std::string_view country) const;
  bool goes_on_as_list(const PlaceCandidate& place) const;
  std::optional<Qualifier> dateline_qualifier(std::size_t candidate) const;
  bool is_only_water(std::size_t candidate, const PlaceReadings& readings) const;
  bool is_only_county(std::size_t candidate, const PlaceReadings& readings) const;
  bool is_dateline_town(std::size_t candidate) const;
  bool is_dateline_place(std::size_t candidate) const;
  bool is_whole_location(std::size_t candidate) const;
  bool is_dateline_of(std::string_view country) const;
  bool is_dateline_guess(std::size_t candidate, const GazetteerEntry& entry) const;
  std::optional<GazetteerEntry> place_alone(const PlaceCandidate& candidate) const;
  bool matches(const GazetteerEntry& entry, const Qualifier& qualifier) const;

  // place_exclusions.cpp: readings that are none whatever else speaks for them
  void drop_impossible(std::size_t candidate, std::vector<GazetteerEntry>& entries) const;
  void drop_beside_country(std::size_t candidate, std::vector<GazetteerEntry>& entries) const;
  void keep_qualified(std::size_t candidate, std::vector<GazetteerEntry>& entries) const;
  void drop_abroad(std::size_t candidate, std::vector<GazetteerEntry>& entries) const;
  void drop_in_firms_name(std::size_t candidate, std::vector<GazetteerEntry>& entries) const;
  void drop_short_firms(std::size_t candidate, std::vector<GazetteerEntry>& entries) const;
  void drop_behind_article(std::size_t candidate, std::vector<GazetteerEntry>& entries) const;
  void drop_streets(std::size_t candidate, std::vector<GazetteerEntry>& entries) const;
  void drop_common_words(std::size_t candidate, std::vector<GazetteerEntry>& entries) const;
  void drop_planets(std::size_t candidate, std::vector<GazetteerEntry>& entries) const;
  bool is_bound(std::size_t candidate, const GazetteerEntry& entry) const;
  void drop_hamlets(std::size_t candidate, std::vector<GazetteerEntry>& entries) const;
  bool names_city(std::size_t candidate) const;
  bool is_tagged_location(std::size_t candidate) const;
  bool is_before_region(std::size_t candidate) const;
  bool is_called_division(std::size_t candidate) const;
  bool is_in_organization(std::size_t candidate) const;
  bool is_behind_article(std::size_t candidate) const;
  bool is_behind_initial(std::size_t candidate) const;
  bool is_behind_name(std::size_t candidate) const;
  bool is_joined_to_name(std::size_t candidate) const;
  bool is_in_known_firm(std::size_t candidate) const;
  bool is_before_hyphen(std::size_t candidate) const;
  bool is_crowded(std::size_t candidate, const GazetteerEntry& entry, float least) const;
  bool is_country_told(std::string_view country) const;
  bool has_towns_in(std::string_view country) const;

  // place_namesakes.cpp: those that give way to a better known place of the name
  static constexpr float kCrowd = 2;  // other names that lie near, of one place each
  bool is_at_home(const GazetteerEntry& entry, const GazetteerEntry& famous) const;
  bool is_state_told(const GazetteerEntry& entry, const GazetteerEntry& famous) const;
  bool is_supported(std::size_t candidate, const GazetteerEntry& entry, const GazetteerEntry& famous) const;
  void drop_namesakes(std::size_t candidate, std::vector<GazetteerEntry>& entries) const;
  void drop_far_capital(std::size_t candidate, std::vector<GazetteerEntry>& entries) const;
  void drop_divisions_abroad(std::size_t candidate, std::vector<GazetteerEntry>& entries) const;
  void drop_villages(std::size_t candidate, std::vector<GazetteerEntry>& entries) const;
  void drop_city_of_division(std::size_t candidate, std::vector<GazetteerEntry>& entries) const;
  void drop_state_of_city(std::size_t candidate, std::vector<GazetteerEntry>& entries) const;
  void drop_namesakes_of_county(std::size_t candidate, std::vector<GazetteerEntry>& entries) const;
  void drop_county_of_city(std::size_t candidate, std::vector<GazetteerEntry>& entries) const;

  const Story& story_;
  const std::vector<PlaceCandidate>& candidates_;
  const Lexicon& lexicon_;
  Home home_;
  bool has_sure_dateline_;        // there is one, and it says more than a town's name
  bool names_one_place_ = false;  // the story has no other candidates than one name's
  bool is_local_ = false;         // it sounds like one of a local paper
  PlaceCrowds crowds_;
  std::vector<std::uint32_t> crowd_name_;             // of each candidate: its name in the crowds, or none
  std::vector<bool> joined_;                          // of each candidate: the next one stands in one list with it
  Votes countries_named_;                             // by country_index(): by name, demonym, or one of its states
  Votes countries_told_;                              // the same without states
  Votes divisions_named_;                             // by division index
  Votes divisions_by_themselves_;                     // the same without "Idaho Sen. Jane Roe" and "Texas-based"
  std::optional<std::uint16_t> dateline_division_;    // the state that a sure dateline names
  Votes countries_of_towns_;                          // of the names that lie in one country, whichever place they mean
  std::vector<std::optional<Qualifier>> qualifiers_;  // of each candidate
  std::vector<std::pair<std::uint32_t, std::uint32_t>>
      bound_;  // first row of a name -> the place it was bound to; sorted by the row
  std::vector<std::pair<std::uint32_t, std::uint32_t>> bound_pairs_;  // the same, each once, sorted
  std::vector<std::uint32_t> alone_;         // of each candidate: the place it names by itself, or none
  std::vector<GazetteerEntry> known_alone_;  // those places, each once: at most as many as dateline_cities.tsv has rows
  std::vector<std::uint32_t> name_of_;       // of each candidate: the name that covers it, or none
  std::vector<std::uint64_t> firm_words_;    // the candidates that open a firm's full name, in lower case; sorted
  std::vector<std::optional<GazetteerEntry>> neighbours_;
  std::vector<std::uint32_t> points_;                // those of them that are a town on the map, or a county
  Votes neighbour_countries_, neighbour_divisions_;  // by the same
};

// The weights of both passes: rows 0 and 1; behind the features stands the score below which nothing is read.
inline constexpr std::uint32_t kPlaceColumns = kPlaceFeatures + 1;

// What choose_places works in, for a story at a time: memory that is used again.
struct PlaceScratch {
  std::vector<PlaceReadings> readings;
};

// The readings chosen, one a candidate; none where the words are no place, and for demonyms and aliases.
std::vector<std::optional<GazetteerEntry>> choose_places(PlaceContext& context, std::span<const float> first_pass,
                                                         std::span<const float> second_pass, PlaceScratch& scratch);

// Which of the three a reading is.
PlaceClass class_of(const GazetteerEntry& entry);

// Are the country's states and nations named alone in English news?
bool has_known_regions(std::string_view country);

// Great-circle distance.
double distance_km(double latitude, double longitude, double other_latitude, double other_longitude);

}  // namespace wirecut
