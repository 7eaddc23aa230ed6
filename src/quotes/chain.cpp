// Viterbi forwards and backwards, in integers: the same labels on every machine. Max-marginals (forward + backward,
// less those of the best label) serve as confidence; they cost no exponential.

#include "quotes/chain.h"

#include <algorithm>
#include <bit>
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

template <std::size_t kLane>
Lanes spread(Lanes lanes) {
  return __builtin_shufflevector(lanes, lanes, kLane, kLane, kLane, kLane, kLane, kLane, kLane, kLane);
}

// The best of all moves: of each lane of `scores` along its row of `moves`.
template <std::size_t... kLabel>
[[gnu::always_inline]] inline Lanes best_moves(Lanes scores, const std::int16_t (&moves)[kLanes][kLanes],
                                               std::index_sequence<kLabel...>) {
  Lanes best[] = {all_lanes(kFloor), all_lanes(kFloor)};  // two chains, of which neither waits for the other
  ((best[kLabel % 2] = greater(best[kLabel % 2], spread<kLabel>(scores) + load(moves[kLabel]))), ...);
  return greater(best[0], best[1]);
}

Lanes counted_from_outside(Lanes scores) { return greater(scores - spread<0>(scores), all_lanes(kFloor)); }

// Does no lane exceed the first?
bool is_first_largest(Lanes lanes) {
  using Words = std::uint64_t __attribute__((vector_size(sizeof(Lanes))));
  const Words exceed = reinterpret_cast<Words>(lanes > spread<0>(lanes));
  return (exceed[0] | exceed[1]) == 0;
}

// The lowest lane that none exceeds. Lanes beyond the labels are never it: no move leads there or from there.
std::size_t first_largest(Lanes lanes) {
  Lanes largest = greater(lanes, __builtin_shufflevector(lanes, lanes, 4, 5, 6, 7, 0, 1, 2, 3));
  largest = greater(largest, __builtin_shufflevector(largest, largest, 2, 3, 0, 1, 6, 7, 4, 5));
  largest = greater(largest, __builtin_shufflevector(largest, largest, 1, 0, 3, 2, 5, 4, 7, 6));
  using Bytes = std::int8_t __attribute__((vector_size(kLanes)));
  const Bytes is_largest = __builtin_convertvector(lanes == largest, Bytes);
  std::uint64_t mask;
  std::memcpy(&mask, &is_largest, sizeof mask);
  return static_cast<std::size_t>(std::countr_zero(mask)) / 8;
}

template <std::size_t kLabels>
void decode_labels(const ChainModel& model, std::size_t first, std::size_t end, Lattice& lattice) {
  constexpr auto kEach = std::make_index_sequence<kLabels>();
  const Transitions& transitions = *model.transitions;
  Lanes before = all_lanes(kFloor);  // as if the item in front of the first were `outside`
  before[0] = 0;
  Lanes after = all_lanes(0);
  // Both ways at once: neither waits for the other.
  for (std::size_t i = first, j = end - 1; i < end; ++i, --j) {
    before = best_moves(before, transitions.into[lattice.states[i]], kEach) + lattice.emissions[i];
    lattice.forward[i] = before = counted_from_outside(before);
    lattice.backward[j] = after;
    after = counted_from_outside(best_moves(after + lattice.emissions[j], transitions.from[lattice.states[j]], kEach));
  }
  std::size_t label = first_largest(lattice.forward[end - 1]);
  for (std::size_t i = end; i-- > first;) {
    lattice.best[i] = static_cast<std::uint8_t>(label);
    if (i == first) break;
    const auto& moves = transitions.from[lattice.states[i]];
    const Lanes& scores = lattice.forward[i - 1];
    // Most items are outside, behind others: guessed right, they don't wait for the label of the item behind.
    if (label == 0 && is_first_largest(scores + load(moves[0]))) continue;
    const auto& from = moves[label];
    if (is_inside(label))  // it follows its begin or itself; whatever else leads there costs more than any emission
      label -= scores[label - 1] + from[label - 1] >= scores[label] + from[label] ? 1 : 0;
    else
      label = first_largest(scores + load(from));
  }
}

}  // namespace

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
