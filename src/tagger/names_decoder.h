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
  std::int32_t to_outside(NameLabel before) const {
    return before == kOutside ? stays_outside_ : to_outside_.lane[before - 1U];
  }
  const NameScores& to_outside() const { return to_outside_; }
  // To the labels that go on with a name, from the first word or an inner word of one of their type.
  const NameScores& after_begin() const { return after_begin_; }
  const NameScores& after_inside() const { return after_inside_; }
  // The most that the choice of the label before can matter, of those behind which no name is open.
  std::int32_t spread() const { return spread_; }

 private:
  std::array<NameScores, kNameLabels> behind_;
  NameScores to_outside_, after_begin_, after_inside_;
  std::int32_t stays_outside_ = 0, spread_ = 0;
};

// The best sequence of labels for the scores of a run of tokens. O stands before it, and behind it if `is_followed`;
// else the sentence ends there. labels.size() == scores.size(), one at least.
void decode_names(std::span<const NameScores> scores, const NameTransitions& transitions, bool is_followed,
                  NameLattice& lattice, std::span<NameLabel> labels);

}  // namespace wirecut
