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

void decode(const ChainModel& model, ChainShape shape, Lattice& lattice) {
  const std::size_t count = lattice.emissions.size();
  lattice.best_score = 0;
  if (count == 0) return;
  const Transitions& transitions = *model.transitions;
  for (std::size_t i = 0; i < count; ++i) {
    const auto& row = transitions[lattice.states[i]];
    for (std::size_t label = 0; label < shape.labels; ++label) {
      std::int32_t best = kImpossible * 2;
      for (std::size_t before = 0; before < (i == 0 ? 1 : shape.labels); ++before)
        if (may_follow(before, label)) best = std::max(best, (i == 0 ? 0 : lattice.forward[i - 1][before]) + row[before][label]);
      lattice.forward[i][label] = std::max(best + lattice.emissions[i][label], kImpossible * 2);
    }
  }
  for (std::size_t i = count; i-- > 0;) {
    for (std::size_t label = 0; label < shape.labels; ++label) {
      std::int32_t best = i + 1 == count ? 0 : kImpossible * 2;
      if (i + 1 < count)
        for (std::size_t after = 0; after < shape.labels; ++after)
          if (may_follow(label, after))
            best = std::max(best, lattice.backward[i + 1][after] + lattice.emissions[i + 1][after] +
                                      transitions[lattice.states[i + 1]][label][after]);
      lattice.backward[i][label] = std::max(best, kImpossible * 2);
    }
  }
  const auto last = lattice.forward[count - 1].begin();
  std::size_t label = static_cast<std::size_t>(std::max_element(last, last + static_cast<std::ptrdiff_t>(shape.labels)) - last);
  lattice.best_score = lattice.forward[count - 1][label];
  for (std::size_t i = count; i-- > 0;) {
    lattice.best[i] = static_cast<std::uint8_t>(label);
    if (i == 0) break;
    std::size_t chosen = 0;
    for (std::size_t before = 0; before < shape.labels; ++before) {
      if (!may_follow(before, label)) continue;
      const std::int32_t through = lattice.forward[i - 1][before] + transitions[lattice.states[i]][before][label];
      if (through + lattice.emissions[i][label] == lattice.forward[i][label]) chosen = before;
    }
    label = chosen;
  }
}

}  // namespace wirecut
