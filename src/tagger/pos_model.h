// The part-of-speech model, used in place inside the blob. Layout: pos_format.h.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "tagger/pos_features.h"
#include "tagger/pos_format.h"
#include "tagger/pos_tags.h"

namespace wirecut {

using PosScores = std::array<std::int32_t, kPosTagCount>;

class PosModel {
 public:
  PosModel() = default;                         // knows nothing
  explicit PosModel(std::string_view section);  // throws std::runtime_error where it is damaged or of other features

  bool empty() const { return feature_slots_ == nullptr; }

  // What the features need of a token whose bytes are `text`.
  PosWord describe(const Token& token, std::string_view text) const;

  // Adds the weights of the features to the scores. Bytes that make no sense add nothing.
  void add_weights(std::span<const std::uint64_t> keys, PosScores& scores) const;

 private:
  const PosWordSlot* find_word(std::uint64_t hash) const;
  std::uint32_t find_weights(std::uint64_t key) const;  // where they begin; 0: none

  const PosWordSlot* word_slots_ = nullptr;
  const PosFeatureSlot* feature_slots_ = nullptr;
  const std::uint16_t* units_ = nullptr;
  std::uint32_t word_mask_ = 0;
  std::uint32_t feature_mask_ = 0;
  std::uint32_t unit_count_ = 0;
};

// The tags of one sentence. words[0 .. 1] and the last two are edges (edge_word()); tags has two entries in front too.
PosWord edge_word();
PosTag best_tag(const PosModel& model, const PosWord* word, PosTag before, PosTag second);

}  // namespace wirecut
