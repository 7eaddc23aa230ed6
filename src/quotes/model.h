// The trained weights of quotes/, used in place inside the blob: two linear-chain models and the judge of attributions.
// Layout: QuoteModelHeader, the transitions of the label and of the role model, the judge's weights, then the rows of
// weights of the label and of the role model, eight bytes each (rows.h), of which the first kLabelCount or kRoleCount
// are used.
#pragma once

#include <cstdint>
#include <string_view>

#include "lexicon/lanes.h"
#include "quotes/features.h"

namespace wirecut {

inline constexpr std::size_t kJudgeBuckets = 16384;

// Moves into an item by its state, along either axis: [label before][label] and [label][label before].
struct Transitions {
  std::int16_t into[kTransitionStates][kLanes][kLanes];
  std::int16_t from[kTransitionStates][kLanes][kLanes];
};

struct QuoteModelHeader {
  char magic[8];
  std::uint32_t feature_version;
  float accept;                   // an attribution is kept from this score of the judge on (log-odds)
  std::int32_t extra_cue_margin;  // a word that the best labelling doesn't call a cue is tried up to this loss
  std::uint32_t unused;
};

inline constexpr char kQuoteModelMagic[8] = {'W', 'C', 'Q', 'U', 'O', 'T', 'E', '2'};

// One chain model: a sum of bytes a label, and transitions on the same scale.
struct ChainModel {
  const std::uint8_t* weights = nullptr;
  const Transitions* transitions = nullptr;
};

struct QuoteModel {
  // An empty section gives a model that is not `ready`: quotes are then found by their marks alone. Throws
  // std::runtime_error where the section is damaged or was trained for other features.
  explicit QuoteModel(std::string_view section);

  QuoteModelHeader header{};
  ChainModel labels, roles;
  const float* judge = nullptr;
  bool ready = false;
};

constexpr std::size_t quote_model_size() {
  return sizeof(QuoteModelHeader) + 2 * sizeof(Transitions) + kJudgeBuckets * sizeof(float) +
         (kLabelRows + kRoleRows) * kLanes;
}

}  // namespace wirecut
