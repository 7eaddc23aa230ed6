// Viterbi forwards and backwards, in integers: the same labels on every machine. Max-marginals (forward + backward,
// less those of the best label) serve as confidence; they cost no exponential.

#include "quotes/chain.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace wirecut {

void Lattice::make_room(std::size_t count) {
  if (count <= emissions.size()) return;
  emissions.resize(count);
  states.resize(count);
  forward.resize(count);
  backward.resize(count);
  best.resize(count);
}

namespace {

Lanes load(const std::int16_t (&row)[kLanes]) {
  Lanes lanes;
  std::memcpy(&lanes, row, sizeof lanes);
  return lanes;
}

Lanes larger(Lanes a, Lanes b) { return a > b ? a : b; }
Lanes smaller(Lanes a, Lanes b) { return a < b ? a : b; }

template <std::size_t kLane>
Lanes spread(Lanes lanes) {
  return __builtin_shufflevector(lanes, lanes, kLane, kLane, kLane, kLane, kLane, kLane, kLane, kLane);
}

// The best of all moves: of each lane of `scores` along its row of `moves`.
template <std::size_t... kLabel>
[[gnu::always_inline]] inline Lanes best_moves(Lanes scores, const std::int16_t (&moves)[kLanes][kLanes],
                                               std::index_sequence<kLabel...>) {
  Lanes best = all_lanes(kFloor);
  ((best = larger(best, spread<kLabel>(scores) + load(moves[kLabel]))), ...);
  return best;
}

Lanes counted_from_outside(Lanes scores) { return larger(scores - spread<0>(scores), all_lanes(kFloor)); }

template <std::size_t kLabels>
void decode_labels(const ChainModel& model, std::size_t first, std::size_t end, Lattice& lattice) {
  constexpr auto kEach = std::make_index_sequence<kLabels>();
  const Transitions& transitions = *model.transitions;
  Lanes before = all_lanes(kFloor);  // as if the item in front of the first were `outside`
  before[0] = 0;
  for (std::size_t i = first; i < end; ++i) {
    before = best_moves(before, transitions.into[lattice.states[i]], kEach) + lattice.emissions[i];
    lattice.forward[i] = before = counted_from_outside(before);
  }
  Lanes after = all_lanes(0);
  for (std::size_t i = end; i-- > first;) {
    lattice.backward[i] = after;
    after = counted_from_outside(best_moves(after + lattice.emissions[i], transitions.from[lattice.states[i]], kEach));
  }
  std::size_t label = 0;
  for (std::size_t other = 1; other < kLabels; ++other)
    if (lattice.forward[end - 1][other] > lattice.forward[end - 1][label]) label = other;
  for (std::size_t i = end; i-- > first;) {
    lattice.best[i] = static_cast<std::uint8_t>(label);
    if (i == first) break;
    const auto& moves = transitions.from[lattice.states[i]][label];
    std::size_t chosen = 0;
    for (std::size_t from = 1; from < kLabels; ++from)
      if (lattice.forward[i - 1][from] + moves[from] > lattice.forward[i - 1][chosen] + moves[chosen]) chosen = from;
    label = chosen;
  }
}

}  // namespace

Lanes bounded(Lanes sum) { return smaller(larger(sum, all_lanes(-kMostEmission)), all_lanes(kMostEmission)); }

Lanes restricted(Lanes emission, unsigned allowed) {
  for (std::size_t label = 0; label < kLanes; ++label)
    if ((allowed >> label & 1) == 0) emission[label] = kForbidden;
  return emission;
}

void decode(const ChainModel& model, ChainShape shape, std::size_t first, std::size_t end, Lattice& lattice) {
  if (first >= end) return;
  if (shape.labels == kLabelCount) decode_labels<kLabelCount>(model, first, end, lattice);
  if (shape.labels == kRoleCount) decode_labels<kRoleCount>(model, first, end, lattice);
}

}  // namespace wirecut
