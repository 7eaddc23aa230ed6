// All labels but O stand side by side in the lanes of a register, O beside them. A name goes on from two labels only,
// so that all of these steps are taken at once; for the others a step takes each closed label that is still in the
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

// The labels but O: those of two types in each half, four places a type.
struct LabelLanes {
  Lanes low, high;

  explicit LabelLanes(const NameScores& scores) : low(scores.half(0)), high(scores.half(1)) {}
  constexpr LabelLanes(Lanes of_low, Lanes of_high) : low(of_low), high(of_high) {}
  constexpr explicit LabelLanes(Lanes of_both) : low(of_both), high(of_both) {}
  constexpr LabelLanes(std::int16_t all) : low(Lanes{} + all), high(Lanes{} + all) {}
  void store(NameScores& scores) const {
    scores.set_half(0, low);
    scores.set_half(1, high);
  }
};
LabelLanes operator+(LabelLanes a, LabelLanes b) { return {a.low + b.low, a.high + b.high}; }
LabelLanes operator-(LabelLanes a, LabelLanes b) { return {a.low - b.low, a.high - b.high}; }
LabelLanes operator&(LabelLanes a, LabelLanes b) { return {a.low & b.low, a.high & b.high}; }
LabelLanes operator>(LabelLanes a, LabelLanes b) { return {a.low > b.low, a.high > b.high}; }  // all bits: it is
LabelLanes greater(LabelLanes a, LabelLanes b) {
  return {wirecut::greater(a.low, b.low), wirecut::greater(a.high, b.high)};
}
LabelLanes smaller(LabelLanes a, LabelLanes b) {
  return {wirecut::smaller(a.low, b.low), wirecut::smaller(a.high, b.high)};
}
LabelLanes choose(LabelLanes where, LabelLanes a, LabelLanes b) {
  return {(where.low & a.low) | (~where.low & b.low), (where.high & a.high) | (~where.high & b.high)};
}

// For each lane what stands in the lane of `kPlace` of its type.
template <int kPlace>
LabelLanes at_place(LabelLanes a) {
  const auto of_types = [](Lanes half) {
    return __builtin_shufflevector(half, half, kPlace, kPlace, kPlace, kPlace, kPlace + 4, kPlace + 4, kPlace + 4,
                                   kPlace + 4);
  };
  return {of_types(a.low), of_types(a.high)};
}

constexpr int kBegin = static_cast<int>(NamePlace::begin), kInside = static_cast<int>(NamePlace::inside);

// More than any score of the labels that go on with a name, less of the others.
constexpr LabelLanes kContinuing(Lanes{kImpossible, INT16_MAX, INT16_MAX, kImpossible,  //
                                       kImpossible, INT16_MAX, INT16_MAX, kImpossible});

// All bits of the labels behind which no name is open.
constexpr LabelLanes kClosed(Lanes{0, 0, -1, -1, 0, 0, -1, -1});

// For each lane the label that begins a name of its type; the next is that of an inner word.
constexpr LabelLanes kBeginLabel(Lanes{1, 1, 1, 1, 5, 5, 5, 5}, Lanes{9, 9, 9, 9, 13, 13, 13, 13});
static_assert(name_label(EntityType::location, NamePlace::begin) == 9 &&
              name_label(EntityType::location, NamePlace::inside) == 10);

// Bit i: lane i is set.
std::uint32_t bits_of(LabelLanes lanes) {
  constexpr Lanes kBits = {1, 2, 4, 8, 16, 32, 64, 128};
  Lanes bits = (lanes.low & kBits) | (lanes.high & kBits << 8);
  bits |= __builtin_shufflevector(bits, bits, 4, 5, 6, 7, 0, 1, 2, 3);
  bits |= __builtin_shufflevector(bits, bits, 2, 3, 0, 1, 6, 7, 4, 5);
  return static_cast<std::uint16_t>(bits[0] | bits[1]);
}

// Scores of all labels.
struct Sums {
  LabelLanes lanes;
  std::int32_t outside;
};

// The labels of the last token, with their scores below the best one's.
struct Running {
  LabelLanes open = 0;  // of the labels behind which a name is open; kImpossible: given up
  // Of those behind which none is, only one that stands no more than the transitions' spread below the best can still
  // win; O always stays, so that there is a legal way on.
  std::int32_t outside = 0;
  std::uint32_t closed = 0;  // bit i: the label of lane i
  NameScores scores;

  // Calls visit(label, score) for O and the closed labels.
  template <class Visit>
  void each_closed(Visit visit) const {
    visit(kOutside, std::max<std::int32_t>(outside, kLow));
    for (std::uint32_t rest = closed; rest != 0; rest &= rest - 1) {
      const auto lane = static_cast<std::size_t>(std::countr_zero(rest));
      visit(static_cast<NameLabel>(lane + 1), std::max<std::int32_t>(scores.lane[lane], kLow));
    }
  }

  // Keeps those of these labels that stay in the running.
  void keep(const Sums& sums, std::int32_t spread) {
    const Lanes of_types = wirecut::greater(sums.lanes.low, sums.lanes.high);
    const Lanes most = wirecut::greater(of_types, __builtin_shufflevector(of_types, of_types, 4, 5, 6, 7, 0, 1, 2, 3));
    const std::int32_t top_closed = std::max<std::int32_t>({most[2], most[3], sums.outside});
    const std::int32_t top = std::max<std::int32_t>({most[0], most[1], top_closed});
    const LabelLanes below = static_cast<std::int16_t>(std::max<std::int32_t>(top_closed - spread - 1, kImpossible));
    closed = bits_of((sums.lanes > below) & kClosed);
    outside = sums.outside - top;
    const LabelLanes relative = sums.lanes - static_cast<std::int16_t>(top);
    relative.store(scores);
    open = choose(relative > kHopeless, relative, kImpossible);
  }
};

// The sums of a token's own scores and the best that comes from before.
LabelLanes with_own(LabelLanes best, const NameScores& own) {
  const LabelLanes bounded = greater(smaller(LabelLanes(own), kMostOwn), -kMostOwn);
  return choose(best > kLeastPossible - 1, best + bounded, kImpossible);
}

// The sums of a token's labels behind those in the running. Fills `back`.
Sums step(const Running& running, const NameScores& own, const NameTransitions& transitions, NameLattice::Back& back) {
  const LabelLanes begun = at_place<kBegin>(running.open) + LabelLanes(transitions.after_begin());
  const LabelLanes inside = at_place<kInside>(running.open) + LabelLanes(transitions.after_inside());
  LabelLanes from = kBeginLabel - (inside > begun);
  LabelLanes best = smaller(greater(begun, inside), kContinuing);
  std::int32_t outside = 4 * kImpossible;
  running.each_closed([&](NameLabel before, std::int32_t score) {
    const LabelLanes sum = LabelLanes(transitions.behind(before)) + static_cast<std::int16_t>(score);
    from = choose(sum > best, static_cast<std::int16_t>(before), from);
    best = greater(sum, best);
    if (score + transitions.to_outside(before) > outside) {
      outside = score + transitions.to_outside(before);
      back.outside = before;
    }
  });
  from.store(back.lanes);
  return {with_own(best, own), outside};
}

// The best label to end with.
NameLabel last_label(Sums sums, const NameTransitions& transitions, bool is_followed) {
  if (is_followed) {
    sums.lanes = sums.lanes + LabelLanes(transitions.to_outside());
    sums.outside += transitions.to_outside(kOutside);
  }
  const LabelLanes closed = choose(kClosed, sums.lanes, INT16_MIN);
  const std::int16_t top = greatest(wirecut::greater(closed.low, closed.high));
  if (sums.outside >= top) return kOutside;
  const std::uint32_t bits = bits_of(closed > static_cast<std::int16_t>(top - 1));
  return static_cast<NameLabel>(std::countr_zero(bits) + 1);
}

}  // namespace

NameTransitions::NameTransitions(const NameTransitionTable& table) {
  for (NameLabel before = 0; before < kNameLabels; ++before) {
    const std::int16_t to_outside = within(table[before][kOutside], kMostTransition);
    if (before == kOutside)
      stays_outside_ = to_outside;
    else
      to_outside_.lane[before - 1U] = to_outside;
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
      const std::int32_t score = label == kOutside ? this->to_outside(before) : behind_[before].lane[label - 1U];
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
  Sums sums{with_own(LabelLanes(transitions.behind(kOutside)), scores[0]), transitions.to_outside(kOutside)};
  for (std::size_t i = 1; i < scores.size(); ++i) {
    running.keep(sums, transitions.spread());
    sums = step(running, scores[i], transitions, lattice.back[i]);
  }
  NameLabel label = last_label(sums, transitions, is_followed);
  for (std::size_t i = scores.size() - 1; i > 0; --i) {
    labels[i] = label;
    label =
        label == kOutside ? lattice.back[i].outside : static_cast<NameLabel>(lattice.back[i].lanes.lane[label - 1U]);
  }
  labels[0] = label;
}

}  // namespace wirecut
