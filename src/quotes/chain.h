// The best labelling of a run of items under a chain model, and how much every other label would lose.
// Labels are lanes of one vector of 16-bit numbers, so that a step of the decoder is a handful of instructions.
#pragma once

#include <cstdint>
#include <vector>

#include "quotes/model.h"

namespace wirecut {

// Scores on the scale of the packed weights, counted from the score of `outside`, so that they stay small: with sums
// held within +-kMostEmission and transitions within +-kMostTransition no step leaves the range of 16 bits.
inline constexpr std::int16_t kMostEmission = 4000;
inline constexpr std::int16_t kMostTransition = 2000;
inline constexpr std::int16_t kForbidden = -8000;  // an emission or transition that never happens
inline constexpr std::int16_t kFloor = -10000;     // no score is lower

// The runs of labels: label `begin` opens one, `inside` goes on. The first, `outside`, is 0.
struct ChainShape {
  std::size_t labels;  // 1 + 2 * runs: outside, then begin and inside of each run
};
inline constexpr ChainShape kLabelShape{kLabelCount};
inline constexpr ChainShape kRoleShape{kRoleCount};

// The labels that go on with a run.
constexpr bool is_inside(std::size_t label) { return label != 0 && label % 2 == 0; }

// May `label` follow `before`? "Inside" only behind the same run; at the start `before` is 0.
constexpr bool may_follow(std::size_t before, std::size_t label) {
  return !is_inside(label) || before == label || before + 1 == label;
}

struct Lattice {
  std::vector<Lanes> emissions;      // filled by the caller: one an item
  std::vector<std::uint8_t> states;  // filled by the caller: transition_state() of each item
  std::vector<Lanes> forward, backward;
  std::vector<std::uint8_t> best;  // the labelling

  void make_room(std::size_t count);  // for so many items; what is there stays as it is
  // What the best labelling with `label` at item `at` loses against the best of all; 0 or less.
  std::int32_t margin(std::size_t at, std::size_t label) const {
    const std::size_t chosen = best[at];
    return forward[at][label] + backward[at][label] - forward[at][chosen] - backward[at][chosen];
  }
};

// A sum of weights, within the bounds of an emission.
inline Lanes bounded(Lanes sum) { return greater(smaller(sum, all_lanes(kMostEmission)), all_lanes(-kMostEmission)); }

// An emission that allows the labels of the mask only (bit a label).
Lanes restricted(Lanes emission, unsigned allowed);

// Fills forward, backward and best of the items [first, end), which are labelled as if `outside` stood around them.
void decode(const ChainModel& model, ChainShape shape, std::size_t first, std::size_t end, Lattice& lattice);

}  // namespace wirecut
