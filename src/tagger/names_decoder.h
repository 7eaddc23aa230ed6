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

// The same as the decoder wants them: side by side in the lanes of the labels but O.
class NameTransitions {
 public:
  NameTransitions() = default;  // all steps alike
  explicit NameTransitions(const NameTransitionTable& table);

  // To the labels that begin a name, from one behind which no name is open.
  const NameScores& behind(NameLabel before) const { return behind_[before]; }
  std::int32_t to_outside(NameLabel before) const { return to_outside_[before]; }
  // To the labels that go on with a name, from the first word or an inner word of one of their type.
  const NameScores& after_begin() const { return after_begin_; }
  const NameScores& after_inside() const { return after_inside_; }
  // The most that the choice of the label before can matter, of those behind which no name is open.
  std::int32_t spread() const { return spread_; }

 private:
  std::array<NameScores, kNameLabels> behind_;
  std::array<std::int16_t, kNameLabels> to_outside_{};
  NameScores after_begin_, after_inside_;
  std::int32_t spread_ = 0;
};

// The best sequence of labels for the scores of a run of tokens. O stands before it, and behind it if `is_followed`;
// else the sentence ends there. labels.size() == scores.size().
void decode_names(std::span<const NameScores> scores, const NameTransitions& transitions, bool is_followed,
                  NameLattice& lattice, std::span<NameLabel> labels);

}  // namespace wirecut
