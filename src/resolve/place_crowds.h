// How many of a story's names may mean a place near a point of the map.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "lexicon/lexicon.h"

namespace wirecut {

// Towns that a story names lie together, whatever each of them may mean elsewhere: "Toronto, Cardiff and Swansea" are
// near one city where the story also names Maitland, Cessnock and Singleton. A name of many places counts less for each
// of them, as some place of it lies near to anything. Names are added, then summed up, then asked about.
class PlaceCrowds {
 public:
  // A name that may mean any of the gazetteer's `rows`; returns its index. One that is not `counted` asks only.
  std::uint32_t add(RowRange rows, bool counted, const Gazetteer& gazetteer);
  void sum_up();

  // The names but `own` with a place in the cells around that of `entry`; 0 where it is no town or county on the map.
  float around(const GazetteerEntry& entry, std::uint32_t own) const;

 private:
  struct Name {
    std::uint32_t first_cell, end_cell;  // of `cells_`
    float weight;
  };

  std::vector<Name> names_;
  std::vector<std::int32_t> cells_;
  std::vector<std::pair<std::int32_t, float>> sums_;  // by cell, sorted
};

}  // namespace wirecut
