// A name that is open must go on, one that is not may begin: so the labels fall into the nine behind which no name is
// open (O, L and U of each type) and the eight behind which one is. Only 9 x 9 + 8 x 2 of the 289 steps are possible.

#include "tagger/names_decoder.h"

#include <algorithm>
#include <array>

namespace wirecut {
namespace {

constexpr std::int32_t kImpossible = -1'000'000'000;

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

using Row = std::array<std::int32_t, kNameLabels>;

}  // namespace

void decode_names(std::span<const NameScores> scores, const std::int16_t (&transitions)[kNameLabels][kNameLabels],
                  NameLattice& lattice, std::span<NameLabel> labels) {
  if (scores.empty()) return;
  if (lattice.back.size() < scores.size()) lattice.back.resize(scores.size());
  Row row;
  row.fill(kImpossible);
  row[kOutside] = 0;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    Row next;
    auto& back = lattice.back[i];
    const auto take = [&](NameLabel before, NameLabel label) {
      const std::int32_t score = row[before] + transitions[before][label];
      if (score > next[label]) {
        next[label] = score;
        back[label] = before;
      }
    };
    next.fill(2 * kImpossible);
    for (NameLabel before : kLabels.closed)
      for (NameLabel label : kLabels.starting) take(before, label);
    for (int type = 0; type < kNameTypes; ++type)
      for (NamePlace before : {NamePlace::begin, NamePlace::inside})
        for (NamePlace place : {NamePlace::inside, NamePlace::last})
          take(name_label(static_cast<EntityType>(type), before), name_label(static_cast<EntityType>(type), place));
    for (NameLabel label = 1; label < kNameLabels; ++label) next[label] += scores[i].lane[label - 1];
    const std::int32_t best = *std::max_element(next.begin(), next.end());
    for (NameLabel label = 0; label < kNameLabels; ++label) row[label] = std::max(next[label] - best, kImpossible);
  }
  NameLabel label = kOutside;
  for (NameLabel closed : kLabels.closed)
    if (row[closed] > row[label]) label = closed;
  for (std::size_t i = scores.size(); i-- > 0;) {
    labels[i] = label;
    label = lattice.back[i][label];
  }
}

}  // namespace wirecut
