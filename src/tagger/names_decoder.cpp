// All labels but O stand side by side in the lanes of a register, O beside them. A step takes for each label that is
// still in the running, one or two mostly, what it brings to all the labels behind it. The scores are kept below that
// of the best label, so that sixteen bits are enough.

#include "tagger/names_decoder.h"

#include <algorithm>
#include <array>
#include <bit>

namespace wirecut {
namespace {

// Of sixteen bits: a label's score is at most kLow below the best, a transition and a token's own score are within
// their bounds, and an impossible step lies below all sums of these.
constexpr std::int16_t kLow = -8000, kMostOwn = 8000, kMostTransition = 4000;
constexpr std::int16_t kImpossible = -20000;
static_assert(kImpossible < kLow - kMostTransition && kImpossible + kLow > INT16_MIN);

// An open name this far below the best label is given up: the words behind it don't make up for that.
constexpr std::int16_t kHopeless = -300 * kNameUnit;

std::int16_t within(std::int32_t score, std::int16_t most) {
  return static_cast<std::int16_t>(std::clamp<std::int32_t>(score, -most, most));
}

// All bits are set in the lanes of labels behind which no name is open.
constexpr NameScores kClosedLanes = [] {
  NameScores lanes;
  for (NameLabel label = 1; label < kNameLabels; ++label) lanes.lane[label - 1U] = leaves_open(label) ? 0 : -1;
  return lanes;
}();

constexpr Lanes kNoLanes{};

// Bit i: lane i of `half` is set.
std::uint32_t bits_of(Lanes half) {
  constexpr Lanes kBits = {1, 2, 4, 8, 16, 32, 64, 128};
  Lanes bits = half & kBits;
  bits |= __builtin_shufflevector(bits, bits, 4, 5, 6, 7, 0, 1, 2, 3);
  bits |= __builtin_shufflevector(bits, bits, 2, 3, 0, 1, 6, 7, 4, 5);
  return static_cast<std::uint32_t>(bits[0] | bits[1]);
}

// Labels in the running, with their scores below the best one's. Of those behind which no name is open only one that
// stands no more than the transitions' spread below the best can still win; O always stays, so that there is a legal
// way on.
struct Running {
  std::array<NameLabel, kNameLabels> label;
  std::array<std::int16_t, kNameLabels> score;
  std::size_t count = 0;

  void add(NameLabel with_label, std::int32_t with_score) {
    label[count] = with_label;
    score[count++] = static_cast<std::int16_t>(std::max<std::int32_t>(with_score, kLow));
  }
};

// The labels that stay in the running, of those with these scores.
Running rivals_of(const NameScores& sums, std::int32_t outside, std::int32_t spread) {
  const Lanes closed[2] = {kClosedLanes.half(0), kClosedLanes.half(1)};
  const auto closed_or_low = [&](std::size_t which) {
    return (sums.half(which) & closed[which]) | (kImpossible & ~closed[which]);
  };
  const std::int32_t top = std::max<std::int32_t>(sums.greatest(), outside);
  const std::int32_t top_closed =
      std::max<std::int32_t>(greatest(greater(closed_or_low(0), closed_or_low(1))), outside);
  const auto least_closed = static_cast<std::int16_t>(std::max<std::int32_t>(top_closed - spread, kImpossible) - 1);
  const auto least_open = static_cast<std::int16_t>(std::max<std::int32_t>(top + kHopeless, kImpossible));
  std::uint32_t rivals = 0;
  for (std::size_t which : {0U, 1U}) {
    const Lanes least = (closed[which] & least_closed) | (~closed[which] & least_open);
    rivals |= bits_of(sums.half(which) > least) << 8 * which;
  }
  Running running;
  running.add(kOutside, outside - top);
  for (; rivals != 0; rivals &= rivals - 1) {
    const auto lane = static_cast<std::size_t>(std::countr_zero(rivals));
    running.add(static_cast<NameLabel>(lane + 1), sums.lane[lane] - top);
  }
  return running;
}

// From the labels in the running to those of the next token, whose scores are `scores`; fills `back`.
Running step(const Running& running, const NameScores& scores, const NameTransitions& transitions,
             NameLattice::Back& back) {
  Lanes best[2] = {kNoLanes + kImpossible, kNoLanes + kImpossible}, from[2] = {};
  std::int32_t outside = 4 * kImpossible;
  for (std::size_t i = 0; i < running.count; ++i) {
    const NameLabel before = running.label[i];
    for (std::size_t which : {0U, 1U}) {
      const Lanes sum = transitions.behind(before).half(which) + running.score[i];
      from[which] = sum > best[which] ? kNoLanes + static_cast<std::int16_t>(before) : from[which];
      best[which] = greater(sum, best[which]);
    }
    const std::int32_t to_outside = running.score[i] + transitions.to_outside(before);
    if (to_outside > outside) {
      outside = to_outside;
      back.outside = before;
    }
  }
  NameScores sums;
  for (std::size_t which : {0U, 1U}) {
    const Lanes own = greater(-greater(-scores.half(which), kNoLanes - kMostOwn), kNoLanes - kMostOwn);
    sums.set_half(which,
                  best[which] > kNoLanes + (kLow - kMostTransition - 1) ? best[which] + own : kNoLanes + kImpossible);
    back.lanes.set_half(which, from[which]);
  }
  return rivals_of(sums, outside, transitions.spread());
}

}  // namespace

NameTransitions::NameTransitions(const NameTransitionTable& table) {
  for (NameLabel before = 0; before < kNameLabels; ++before) {
    for (NameLabel label = 1; label < kNameLabels; ++label)
      lanes_[before].lane[label - 1U] =
          may_follow(before, label) ? within(table[before][label], kMostTransition) : kImpossible;
    to_outside_[before] = may_follow(before, kOutside) ? within(table[before][kOutside], kMostTransition) : kImpossible;
  }
  for (NameLabel label = 0; label < kNameLabels; ++label) {
    if (continues_name(label)) continue;
    std::int32_t least = kMostTransition, most = -kMostTransition;
    for (NameLabel before = 0; before < kNameLabels; ++before) {
      if (leaves_open(before)) continue;
      const std::int32_t score = label == kOutside ? to_outside(before) : lanes_[before].lane[label - 1U];
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
  running.add(kOutside, 0);
  for (std::size_t i = 0; i < scores.size(); ++i) running = step(running, scores[i], transitions, lattice.back[i]);
  NameLabel label = kOutside;
  std::int32_t best = 4 * kImpossible;
  for (std::size_t i = 0; i < running.count; ++i) {
    const NameLabel last = running.label[i];
    if (leaves_open(last)) continue;
    const std::int32_t score = running.score[i] + (is_followed ? transitions.to_outside(last) : 0);
    if (score > best) {
      best = score;
      label = last;
    }
  }
  for (std::size_t i = scores.size(); i-- > 0;) {
    labels[i] = label;
    label =
        label == kOutside ? lattice.back[i].outside : static_cast<NameLabel>(lattice.back[i].lanes.lane[label - 1U]);
  }
}

}  // namespace wirecut
