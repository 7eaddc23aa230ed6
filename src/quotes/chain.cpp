// Viterbi forwards and backwards, in integers: the same labels on every machine. Max-marginals (forward + backward - best)
// serve as confidence; they cost no exponential.

#include "quotes/chain.h"

#include <algorithm>
#include <cstring>

namespace wirecut {

void Lattice::resize(std::size_t count) {
  emissions.resize(count);
  states.resize(count);
  forward.resize(count);
  backward.resize(count);
  best.resize(count);
}

Scores sum_weights(const ChainModel& model, const FeatureList& features) {
  using Bytes = std::int8_t __attribute__((vector_size(8)));
  using Shorts = std::int16_t __attribute__((vector_size(16)));
  Shorts sum = {};
  for (std::size_t i = 0; i < features.count; ++i) {
    Bytes row;
    std::memcpy(&row, model.weights + std::size_t{features.buckets[i]} * kLanes, sizeof row);
    sum += __builtin_convertvector(row, Shorts);
  }
  Scores scores;
  for (std::size_t label = 0; label < kLanes; ++label) scores[label] = sum[label];
  return scores;
}

namespace {

// With the number of labels known the loops unroll: twice as fast.
template <std::size_t kLabels>
void decode_labels(const ChainModel& model, Lattice& lattice) {
  constexpr std::int32_t kLowest = kImpossible * 2;
  const std::size_t count = lattice.emissions.size();
  const Transitions& transitions = *model.transitions;
  Scores before{};  // as if the item in front of the first were `outside`
  for (std::size_t label = 1; label < kLabels; ++label) before[label] = kLowest;
  for (std::size_t i = 0; i < count; ++i) {
    const auto& row = transitions[lattice.states[i]];
    Scores now{};
    for (std::size_t label = 0; label < kLabels; ++label) {
      std::int32_t best = kLowest;
      for (std::size_t from = 0; from < kLabels; ++from)
        if (may_follow(from, label)) best = std::max(best, before[from] + row[from][label]);
      now[label] = std::max(best + lattice.emissions[i][label], kLowest);
    }
    before = lattice.forward[i] = now;
  }
  Scores after{};
  for (std::size_t i = count; i-- > 0;) {
    lattice.backward[i] = after;
    const auto& row = transitions[lattice.states[i]];
    Scores now{};
    for (std::size_t label = 0; label < kLabels; ++label) {
      std::int32_t best = kLowest;
      for (std::size_t to = 0; to < kLabels; ++to)
        if (may_follow(label, to)) best = std::max(best, after[to] + lattice.emissions[i][to] + row[label][to]);
      now[label] = best;
    }
    after = now;
  }
  const auto last = lattice.forward[count - 1].begin();
  std::size_t label = static_cast<std::size_t>(std::max_element(last, last + kLabels) - last);
  lattice.best_score = lattice.forward[count - 1][label];
  for (std::size_t i = count; i-- > 0;) {
    lattice.best[i] = static_cast<std::uint8_t>(label);
    if (i == 0) break;
    std::size_t chosen = 0;
    for (std::size_t from = 0; from < kLabels; ++from) {
      if (!may_follow(from, label)) continue;
      const std::int32_t through = lattice.forward[i - 1][from] + transitions[lattice.states[i]][from][label];
      if (through + lattice.emissions[i][label] == lattice.forward[i][label]) chosen = from;
    }
    label = chosen;
  }
}

}  // namespace

void decode(const ChainModel& model, ChainShape shape, Lattice& lattice) {
  lattice.best_score = 0;
  if (lattice.emissions.empty()) return;
  if (shape.labels == kLabelCount) decode_labels<kLabelCount>(model, lattice);
  if (shape.labels == kRoleCount) decode_labels<kRoleCount>(model, lattice);
}

}  // namespace wirecut
