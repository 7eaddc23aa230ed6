// A name that is open must go on, one that is not may begin: so the labels fall into the nine behind which no name is
// open (O, L and U of each type) and the eight behind which one is. Only 9 x 9 + 8 x 2 of the 289 steps are possible, and
// most of the 9 x 9 start from a label whose score is hopeless.

#include "tagger/names_decoder.h"

#include <algorithm>
#include <array>

namespace wirecut {
namespace {

constexpr std::int32_t kImpossible = -30'000'000;  // of a score; 32 times that and some must fit 32 bits

struct Labels {
  std::array<NameLabel, 9> closed{};    // no name is open behind it
  std::array<NameLabel, 9> starting{};  // may stand where none is open
};

constexpr Labels kLabels = [] {
  Labels labels;
  std::size_t closed = 0, starting = 0;
  for (NameLabel label = 0; label < kNameLabels; ++label) {
    if (!leaves_open(label)) labels.closed[closed++] = label;
    if (!continues_name(label)) labels.starting[starting++] = label;
  }
  return labels;
}();

// A score with the label before it in its low bits, so that the greater of two brings its label along.
constexpr std::int32_t pack(std::int32_t score, NameLabel before) { return score * 32 + before; }
constexpr std::int32_t score_of(std::int32_t packed) { return packed >> 5; }
constexpr NameLabel label_of(std::int32_t packed) { return static_cast<NameLabel>(packed & 31); }

using Row = std::array<std::int32_t, kNameLabels>;

// The labels of kLabels.closed that may be the best one before some label: of the others the score is so low that no
// transition makes up for it. One or two, mostly.
struct Rivals {
  std::array<NameLabel, 9> label;
  std::size_t count = 0;
};

Rivals rivals_of(const Row& row, std::int32_t spread) {
  std::int32_t best = row[kOutside];
  for (NameLabel label : kLabels.closed) best = std::max(best, row[label]);
  Rivals rivals;
  for (NameLabel label : kLabels.closed) {
    rivals.label[rivals.count] = label;
    rivals.count += row[label] >= best - spread ? 1 : 0;
  }
  return rivals;
}

// The best score of each label behind `row`, with the label before it.
Row step(const Row& row, const NameTransitions& transitions) {
  Row next;
  const Rivals rivals = rivals_of(row, transitions.spread());
  for (NameLabel label : kLabels.starting) {
    std::int32_t best = pack(2 * kImpossible, 0);
    for (std::size_t i = 0; i < rivals.count; ++i) {
      const NameLabel before = rivals.label[i];
      best = std::max(best, pack(row[before] + transitions(before, label), before));
    }
    next[label] = best;
  }
  for (int t = 0; t < kNameTypes; ++t) {
    const auto type = static_cast<EntityType>(t);
    const NameLabel begin = name_label(type, NamePlace::begin);
    const NameLabel inside = name_label(type, NamePlace::inside);
    for (NameLabel label : {inside, name_label(type, NamePlace::last)})
      next[label] = std::max(pack(row[begin] + transitions(begin, label), begin),
                             pack(row[inside] + transitions(inside, label), inside));
  }
  return next;
}

}  // namespace

NameTransitions::NameTransitions(const NameTransitionTable& table) : table_(table) {
  for (NameLabel label : kLabels.starting) {
    std::int32_t least = table[kOutside][label], most = least;
    for (NameLabel before : kLabels.closed) {
      least = std::min<std::int32_t>(least, table[before][label]);
      most = std::max<std::int32_t>(most, table[before][label]);
    }
    spread_ = std::max(spread_, most - least);
  }
}

void decode_names(std::span<const NameScores> scores, const NameTransitions& transitions, bool is_followed,
                  NameLattice& lattice, std::span<NameLabel> labels) {
  if (scores.empty()) return;
  if (lattice.back.size() < scores.size()) lattice.back.resize(scores.size());
  Row row;
  row.fill(kImpossible);
  row[kOutside] = 0;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    Row next = step(row, transitions);
    for (NameLabel label = 0; label < kNameLabels; ++label) {
      lattice.back[i][label] = label_of(next[label]);
      next[label] = score_of(next[label]) + (label == kOutside ? 0 : scores[i].lane[label - 1]);
    }
    const std::int32_t best = *std::max_element(next.begin(), next.end());
    for (NameLabel label = 0; label < kNameLabels; ++label) row[label] = std::max(next[label] - best, kImpossible);
  }
  const auto final_score = [&](NameLabel label) { return row[label] + (is_followed ? transitions(label, kOutside) : 0); };
  NameLabel label = kOutside;
  for (NameLabel closed : kLabels.closed)
    if (final_score(closed) > final_score(label)) label = closed;
  for (std::size_t i = scores.size(); i-- > 0;) {
    labels[i] = label;
    label = lattice.back[i][label];
  }
}

}  // namespace wirecut
