// Sums of weights of the part-of-speech model.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

#include "lexicon/lanes.h"
#include "tagger/pos_format.h"

namespace wirecut {

// A sum of rows, a lane a tag: those at even places of the rows' first halves, at odd places; the same of their second
// halves.
struct PosScores {
  Lanes first_even{}, first_odd{}, second_even{}, second_odd{};

  PosScores& operator+=(const PosScores& other) {
    first_even += other.first_even;
    first_odd += other.first_odd;
    second_even += other.second_even;
    second_odd += other.second_odd;
    return *this;
  }

  PosScores& operator+=(const PosRow& row) {
    static_assert(sizeof row == 2 * sizeof(Lanes));
    Lanes first, second;
    std::memcpy(&first, row.data(), sizeof first);
    std::memcpy(&second, row.data() + sizeof first, sizeof second);
    return *this += PosScores{even_bytes(first), odd_bytes(first), even_bytes(second), odd_bytes(second)};
  }

  // The tag of the highest score, and among equals that of the last lane.
  PosTag best_tag() const {
    const Lanes best = greater(greater(first_even, first_odd), greater(second_even, second_odd));
    const Lanes highest = all_lanes(greatest(best));
    const auto places = [&](Lanes scores, std::int16_t first) {
      return (scores == highest) & (Lanes{0, 2, 4, 6, 8, 10, 12, 14} + all_lanes(first));
    };
    const Lanes of_first = greater(places(first_even, 0), places(first_odd, 1));
    const Lanes of_second = greater(places(second_even, 16), places(second_odd, 17));
    return kPosLanes[static_cast<std::size_t>(greatest(greater(of_first, of_second)))];
  }
};

}  // namespace wirecut
