// The places of the world that the news names, found by name. Used in place inside the blob: nothing is parsed or
// allocated. Layout: gazetteer_format.h; built by tools/pack_gazetteer.cpp from data/gazetteer and the country tables.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "lexicon/gazetteer_format.h"
#include "lexicon/slots.h"
#include "wirecut/story.h"

namespace wirecut {

enum class PlaceRole : std::uint8_t { none, seat, capital };  // of a first-level division, of a country

// One place under one of its names. The name to print is Gazetteer::name().
struct GazetteerEntry {
  std::uint32_t place = 0;    // its index: the same place under another name has the same
  std::string_view country;   // ISO 3166-1 alpha-2; empty: in no one country
  std::string_view division;  // "US.CA": the country and its first-level division, as GeoNames codes them; may lack
  std::uint16_t division_index = 0;  // below division_count()
  PlaceKind kind = PlaceKind::city;
  PlaceRole role = PlaceRole::none;
  float log_population = 0;                  // log2 of the people who live there; 0: not known
  std::optional<float> latitude, longitude;  // degrees
  std::uint32_t geonames = 0;                // 0: not known
  bool alternate = false;                    // the name is an alternate one, maybe of another language
  bool only_capitals = false;                // the name counts in capitals only: US
};

class Gazetteer {
 public:
  Gazetteer() = default;                         // no places, finds nothing
  explicit Gazetteer(std::string_view section);  // empty: no places; throws std::runtime_error on a damaged section

  // One step of a scan over words: `chain` is hash_phrase() over hash_folded() of the words so far, from 0. A hyphen
  // parts words: "Wilkes-Barre" is two. The rows are for entry().
  PhraseStep step(std::uint64_t chain) const { return slots_.step(chain); }

  // The places called `name`, most populous first; words parted by blanks or hyphens.
  //   find("são paulo") -> São Paulo in Brazil, and others
  RowRange find(std::string_view name) const;

  // `row` is one of a range that step() or find() gave.
  GazetteerEntry entry(std::uint32_t row) const;

  // The country that all places of the rows lie in; empty where there are several, or no rows.
  std::string_view only_country(RowRange rows) const;

  // The name to print of a place, by its index.
  std::string_view name(std::uint32_t place) const { return pool_.data() + places_[place].name; }

  // Asks the memory for what step(chain) will look at.
  void prefetch(std::uint64_t chain) const { slots_.prefetch(chain); }

  std::uint32_t place_count() const { return place_count_; }
  std::uint32_t division_count() const { return division_count_; }

 private:
  PhraseSlots slots_;
  const std::uint32_t* postings_ = nullptr;
  std::uint32_t posting_count_ = 0;
  const PackedPlace* places_ = nullptr;
  std::uint32_t place_count_ = 0;
  const PackedDivision* divisions_ = nullptr;
  std::uint32_t division_count_ = 0;
  std::string_view pool_;
};

}  // namespace wirecut
