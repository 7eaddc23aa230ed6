#include "quotes/chain.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <random>

namespace wirecut::test {
namespace {

// Small numbers, so that equal scores are common.
struct RandomChain {
  std::unique_ptr<Transitions> transitions = std::make_unique<Transitions>();
  std::mt19937 random;

  RandomChain(std::size_t labels, unsigned seed) : random(seed) {
    for (std::size_t state = 0; state < kTransitionStates; ++state)
      for (std::size_t before = 0; before < kLanes; ++before)
        for (std::size_t label = 0; label < kLanes; ++label) {
          const bool is_move = before < labels && label < labels && may_follow(before, label);
          const std::int16_t score = is_move ? number() : kForbidden;
          transitions->into[state][before][label] = transitions->from[state][label][before] = score;
        }
  }
  std::int16_t number() { return static_cast<std::int16_t>(static_cast<int>(random() % 9) - 4); }
};

// The best score of a labelling of [first, end) of which the item `at` has `label`, by trying all.
int best_of_all(const RandomChain& chain, const Lattice& lattice, std::size_t labels, std::size_t first,
                std::size_t end, std::size_t at, std::size_t label) {
  int best = -1'000'000;
  const auto go_on = [&](auto& self, std::size_t i, std::size_t before, int score) -> void {
    if (i == end) {
      best = std::max(best, score);
      return;
    }
    for (std::size_t l = 0; l < labels; ++l)
      if (may_follow(before, l) && (i != at || l == label))
        self(self, i + 1, l, score + chain.transitions->into[lattice.states[i]][before][l] + lattice.emissions[i][l]);
  };
  go_on(go_on, first, 0, 0);
  return best;
}

int score_of(const RandomChain& chain, const Lattice& lattice, std::size_t first, std::size_t end) {
  int score = 0;
  for (std::size_t i = first; i < end; ++i) {
    const std::size_t before = i == first ? 0 : lattice.best[i - 1];
    EXPECT_TRUE(may_follow(before, lattice.best[i]));
    score +=
        chain.transitions->into[lattice.states[i]][before][lattice.best[i]] + lattice.emissions[i][lattice.best[i]];
  }
  return score;
}

void check_against_all(ChainShape shape) {
  for (unsigned seed = 0; seed < 60; ++seed) {
    RandomChain chain(shape.labels, seed);
    const std::size_t first = seed % 3, end = first + 1 + seed % 5;
    Lattice lattice;
    lattice.make_room(end);
    for (std::size_t i = first; i < end; ++i) {
      lattice.states[i] = static_cast<std::uint8_t>(chain.random() % kTransitionStates);
      for (std::size_t l = 0; l < kLanes; ++l) lattice.emissions[i][l] = chain.number();
    }
    decode({nullptr, chain.transitions.get()}, shape, first, end, lattice);
    const int best = score_of(chain, lattice, first, end);
    for (std::size_t at = first; at < end; ++at)
      for (std::size_t label = 0; label < shape.labels; ++label) {
        const int with_label = best_of_all(chain, lattice, shape.labels, first, end, at, label);
        EXPECT_LE(with_label, best) << "seed " << seed;
        // An item that opens the run can't be inside of one.
        if (with_label > -1'000'000) {
          EXPECT_EQ(lattice.margin(at, label), with_label - best) << "seed " << seed << ", item " << at;
        }
      }
  }
}

TEST(Chain, FindsTheBestLabels) { check_against_all(kLabelShape); }
TEST(Chain, FindsTheBestRoles) { check_against_all(kRoleShape); }

TEST(Chain, LeavesAnEmptyRunAlone) {
  const RandomChain chain(kRoleCount, 1);
  Lattice lattice;
  decode({nullptr, chain.transitions.get()}, kRoleShape, 0, 0, lattice);
  EXPECT_TRUE(lattice.best.empty());
}

}  // namespace
}  // namespace wirecut::test
