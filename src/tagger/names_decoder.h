// Viterbi decoding of the labels of tokens in a row.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "tagger/names_model.h"

namespace wirecut {

// Memory of decode_names(), reused.
struct NameLattice {
  std::vector<std::array<NameLabel, kNameLabels>> back;  // the best label before, one row a token
};

// Scores of labels behind labels: [before][label].
using NameTransitionTable = std::int16_t[kNameLabels][kNameLabels];

class NameTransitions {
 public:
  explicit NameTransitions(const NameTransitionTable& table);  // which must outlive it

  std::int32_t operator()(NameLabel before, NameLabel label) const { return table_[before][label]; }
  // The most that the choice of the label before can matter, of those behind which no name is open.
  std::int32_t spread() const { return spread_; }

 private:
  const NameTransitionTable& table_;
  std::int32_t spread_ = 0;
};

// The best sequence of labels for the scores of a run of tokens. O stands before it, and behind it if `is_followed`;
// else the sentence ends there. labels.size() == scores.size().
void decode_names(std::span<const NameScores> scores, const NameTransitions& transitions, bool is_followed,
                  NameLattice& lattice, std::span<NameLabel> labels);

}  // namespace wirecut
