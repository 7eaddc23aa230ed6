// The best labelling of a run of items under a chain model, and how much every other label would lose.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "quotes/model.h"

namespace wirecut {

using Scores = std::array<std::int32_t, kLanes>;

inline constexpr std::int32_t kImpossible = -1000000;

// The runs of labels: label `begin` opens one, `inside` goes on. The first `outside` is 0.
struct ChainShape {
  std::size_t labels;  // 1 + 2 * runs: outside, then begin and inside of each run
};
inline constexpr ChainShape kLabelShape{kLabelCount};
inline constexpr ChainShape kRoleShape{kRoleCount};

// May `label` follow `before`? "Inside" only behind the same run; at the start `before` is 0.
constexpr bool may_follow(std::size_t before, std::size_t label) {
  return label == 0 || label % 2 == 1 || before == label || before + 1 == label;
}

struct Lattice {
  std::vector<Scores> emissions;     // filled by the caller: one an item; kImpossible forbids a label
  std::vector<std::uint8_t> states;  // filled by the caller: transition_state() of each item
  std::vector<Scores> forward, backward;
  std::vector<std::uint8_t> best;    // the labelling
  std::int32_t best_score = 0;

  void resize(std::size_t count);
  // What the best labelling with `label` at item `at` loses against the best of all; 0 or less.
  std::int32_t margin(std::size_t at, std::size_t label) const {
    return forward[at][label] + backward[at][label] - best_score;
  }
};

// The sum of an item's feature weights, a label a lane.
Scores sum_weights(const ChainModel& model, const FeatureList& features);

// Fills forward, backward, best and best_score.
void decode(const ChainModel& model, ChainShape shape, Lattice& lattice);

}  // namespace wirecut
