// All labels but O stand side by side in the lanes of a register, O beside them. A name goes on from two labels only, so
// that all of these steps are taken at once; for the others a step takes each closed label that is still in the
// running, one or two mostly, and what it brings to all the labels behind it. The scores are kept below that of the
// best label, so that sixteen bits are enough.

#include "tagger/names_decoder.h"

#include <algorithm>
#include <array>
#include <bit>

namespace wirecut {
namespace {

// Of sixteen bits: a closed label's score is at most kLow below the best, a transition and a token's own score are
// within their bounds, and what is impossible lies below all sums of these.
constexpr std::int16_t kLow = -8000, kMostOwn = 8000, kMostTransition = 4000;
constexpr std::int16_t kImpossible = -20000, kLeastPossible = kLow - kMostTransition;
static_assert(kImpossible + kMostTransition < kLeastPossible);
static_assert(kImpossible - kMostTransition - kMostOwn > INT16_MIN);

// An open name this far below the best label is given up: the words behind it don't make up for that.
constexpr std::int16_t kHopeless = -300 * kNameUnit;

std::int16_t within(std::int32_t score, std::int16_t most) {
  return static_cast<std::int16_t>(std::clamp<std::int32_t>(score, -most, most));
}

constexpr Lanes kNoLanes{};

// The lanes of a half are those of two types, four places each.
constexpr Lanes kClosed = {0, 0, -1, -1, 0, 0, -1, -1};     // no name is open behind them
constexpr Lanes kContinuing = {0, -1, -1, 0, 0, -1, -1, 0};  // they go on with one

// For each lane the label of its type that begins a name; the next is that of an inner word.
constexpr Lanes kBegin[2] = {{1, 1, 1, 1, 5, 5, 5, 5}, {9, 9, 9, 9, 13, 13, 13, 13}};
static_assert(name_label(EntityType::location, NamePlace::begin) == 9 &&
              name_label(EntityType::location, NamePlace::inside) == 10);

// `where` tells of each lane which of the two it is, by all its bits.
Lanes choose(Lanes where, Lanes a, Lanes b) { return (where & a) | (~where & b); }

// Bit i: lane i of the two halves is set.
std::uint32_t bits_of(Lanes first, Lanes second) {
  constexpr Lanes kFirst = {1, 2, 4, 8, 16, 32, 64, 128};
  Lanes bits = (first & kFirst) | (second & kFirst << 8);
  bits |= __builtin_shufflevector(bits, bits, 4, 5, 6, 7, 0, 1, 2, 3);
  bits |= __builtin_shufflevector(bits, bits, 2, 3, 0, 1, 6, 7, 4, 5);
  return static_cast<std::uint16_t>(bits[0] | bits[1]);
}

// The labels of the last token, with their scores below the best one's.
struct Running {
  NameScores scores;  // kImpossible: an open name that is given up
  std::int32_t outside = 0;
  // Bit i: the label of lane i. Of those behind which no name is open only one that stands no more than the
  // transitions' spread below the best can still win; O always stays, so that there is a legal way on.
  std::uint32_t closed = 0;

  Running() {
    for (std::size_t which : {0U, 1U}) scores.set_half(which, kNoLanes + kImpossible);
  }

  // Calls visit(label, score) for O and the closed labels.
  template <class Visit>
  void each_closed(Visit visit) const {
    visit(kOutside, std::max<std::int32_t>(outside, kLow));
    for (std::uint32_t rest = closed; rest != 0; rest &= rest - 1) {
      const auto lane = static_cast<std::size_t>(std::countr_zero(rest));
      visit(static_cast<NameLabel>(lane + 1), std::max<std::int32_t>(scores.lane[lane], kLow));
    }
  }
};

// The labels that stay in the running, of those with these scores.
Running rivals_of(const Lanes (&sums)[2], std::int32_t outside, std::int32_t spread) {
  const Lanes most = greater(sums[0], sums[1]);
  const auto top_closed = std::max<std::int32_t>(greatest(choose(kClosed, most, kNoLanes + kImpossible)), outside);
  const auto top = std::max<std::int32_t>(greatest(most), outside);
  const auto below_closed = static_cast<std::int16_t>(std::max<std::int32_t>(top_closed - spread - 1, kImpossible));
  Running running;
  running.outside = outside - top;
  running.closed = bits_of((sums[0] > below_closed) & kClosed, (sums[1] > below_closed) & kClosed);
  for (std::size_t which : {0U, 1U}) {
    const Lanes scores = sums[which] - static_cast<std::int16_t>(top);
    running.scores.set_half(which, choose(kClosed | (scores > kHopeless), scores, kNoLanes + kImpossible));
  }
  return running;
}

// From the labels in the running to those of the next token, whose scores are `own`; fills `back`.
Running step(const Running& running, const NameScores& own, const NameTransitions& transitions,
             NameLattice::Back& back) {
  Lanes best[2], from[2];
  for (std::size_t which : {0U, 1U}) {
    const Lanes scores = running.scores.half(which);
    const Lanes begun =
        __builtin_shufflevector(scores, scores, 0, 0, 0, 0, 4, 4, 4, 4) + transitions.after_begin().half(which);
    const Lanes inside =
        __builtin_shufflevector(scores, scores, 1, 1, 1, 1, 5, 5, 5, 5) + transitions.after_inside().half(which);
    from[which] = kBegin[which] - (inside > begun);
    best[which] = choose(kContinuing, greater(begun, inside), kNoLanes + kImpossible);
  }
  std::int32_t outside = 4 * kImpossible;
  running.each_closed([&](NameLabel before, std::int32_t score) {
    for (std::size_t which : {0U, 1U}) {
      const Lanes sum = transitions.behind(before).half(which) + static_cast<std::int16_t>(score);
      from[which] = choose(sum > best[which], kNoLanes + static_cast<std::int16_t>(before), from[which]);
      best[which] = greater(sum, best[which]);
    }
    if (score + transitions.to_outside(before) > outside) {
      outside = score + transitions.to_outside(before);
      back.outside = before;
    }
  });
  for (std::size_t which : {0U, 1U}) {
    const Lanes bounded = greater(-greater(-own.half(which), kNoLanes - kMostOwn), kNoLanes - kMostOwn);
    best[which] = choose(best[which] >= kLeastPossible, best[which] + bounded, kNoLanes + kImpossible);
    back.lanes.set_half(which, from[which]);
  }
  return rivals_of(best, outside, transitions.spread());
}

}  // namespace

NameTransitions::NameTransitions(const NameTransitionTable& table) {
  for (NameLabel before = 0; before < kNameLabels; ++before) {
    to_outside_[before] = within(table[before][kOutside], kMostTransition);
    for (NameLabel label = 1; label < kNameLabels; ++label) {
      const std::int16_t score = within(table[before][label], kMostTransition);
      const std::size_t lane = label - 1U;
      behind_[before].lane[lane] = continues_name(label) ? kImpossible : score;
      if (!leaves_open(before) || !may_follow(before, label)) continue;
      (place_of(before) == NamePlace::begin ? after_begin_ : after_inside_).lane[lane] = score;
    }
  }
  for (NameLabel label = 0; label < kNameLabels; ++label) {
    if (continues_name(label)) continue;
    std::int32_t least = kMostTransition, most = -kMostTransition;
    for (NameLabel before = 0; before < kNameLabels; ++before) {
      if (leaves_open(before)) continue;
      const std::int32_t score = label == kOutside ? to_outside(before) : behind_[before].lane[label - 1U];
      least = std::min(least, score);
      most = std::max(most, score);
    }
    spread_ = std::max(spread_, most - least);
  }
}

void decode_names(std::span<const NameScores> scores, const NameTransitions& transitions, bool is_followed,
                  NameLattice& lattice, std::span<NameLabel> labels) {
  if (lattice.back.size() < scores.size()) lattice.back.resize(scores.size());
  Running running;
  for (std::size_t i = 0; i < scores.size(); ++i) running = step(running, scores[i], transitions, lattice.back[i]);
  NameLabel label = kOutside;
  std::int32_t best = 4 * kImpossible;
  running.each_closed([&](NameLabel last, std::int32_t score) {
    score += is_followed ? transitions.to_outside(last) : 0;
    if (score <= best) return;
    best = score;
    label = last;
  });
  for (std::size_t i = scores.size(); i-- > 0;) {
    labels[i] = label;
    label =
        label == kOutside ? lattice.back[i].outside : static_cast<NameLabel>(lattice.back[i].lanes.lane[label - 1U]);
  }
}

}  // namespace wirecut
