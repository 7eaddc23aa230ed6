// Viterbi decoding of the labels of tokens in a row.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "tagger/names_model.h"

namespace wirecut {

// Memory of decode_names(), reused.
struct NameLattice {
  struct Back {  // the best label before each
    NameScores lanes;
    NameLabel outside = kOutside;
  };
  std::vector<Back> back;  // one a token
};

// Scores of labels behind labels: [before][label].
using NameTransitionTable = std::int16_t[kNameLabels][kNameLabels];

// The same as the decoder wants them: a row a label before, with the impossible steps marked.
class NameTransitions {
 public:
  NameTransitions() = default;  // all steps alike, impossible ones too
  explicit NameTransitions(const NameTransitionTable& table);

  const NameScores& behind(NameLabel before) const { return lanes_[before]; }  // all labels but O
  // The most that the choice of the label before can matter, of those behind which no name is open.
  std::int32_t spread() const { return spread_; }
  std::int32_t to_outside(NameLabel before) const { return to_outside_[before]; }

 private:
  std::array<NameScores, kNameLabels> lanes_;
  std::array<std::int16_t, kNameLabels> to_outside_{};
  std::int32_t spread_ = 0;
};

// The best sequence of labels for the scores of a run of tokens. O stands before it, and behind it if `is_followed`;
// else the sentence ends there. labels.size() == scores.size().
void decode_names(std::span<const NameScores> scores, const NameTransitions& transitions, bool is_followed,
                  NameLattice& lattice, std::span<NameLabel> labels);

}  // namespace wirecut
