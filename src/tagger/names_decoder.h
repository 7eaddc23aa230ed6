// Viterbi decoding of the labels of one sentence.
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

// The best sequence of labels for the scores of a sentence's tokens, by `transitions`; labels.size() == scores.size().
void decode_names(std::span<const NameScores> scores, const std::int16_t (&transitions)[kNameLabels][kNameLabels],
                  NameLattice& lattice, std::span<NameLabel> labels);

}  // namespace wirecut
