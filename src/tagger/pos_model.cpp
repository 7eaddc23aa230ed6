#include "tagger/pos_model.h"

#include <algorithm>
#include <cstring>
#include <stdexcept>

namespace wirecut {
namespace {

bool is_power_of_two(std::uint32_t n) { return n != 0 && (n & (n - 1)) == 0; }

}  // namespace

PosModel::PosModel(std::string_view section) {
  if (section.empty()) return;
  PosHeader header;
  if (section.size() < sizeof header) throw std::runtime_error("the part-of-speech model is cut short");
  std::memcpy(&header, section.data(), sizeof header);
  if (std::memcmp(header.magic, kPosMagic, sizeof kPosMagic) != 0)
    throw std::runtime_error("the part-of-speech model has another format");
  if (header.feature_set != kPosFeatureSet)
    throw std::runtime_error("the part-of-speech model was trained with other features: train it anew");
  const std::uint64_t word_bytes = std::uint64_t{header.word_slots} * sizeof(PosWordSlot);
  const std::uint64_t feature_bytes = std::uint64_t{header.feature_slots} * sizeof(PosFeatureSlot);
  if (!is_power_of_two(header.word_slots) || !is_power_of_two(header.feature_slots) ||
      sizeof header + word_bytes + feature_bytes + 2 * std::uint64_t{header.units} != section.size())
    throw std::runtime_error("the part-of-speech model is damaged");
  const char* at = section.data() + sizeof header;
  word_slots_ = reinterpret_cast<const PosWordSlot*>(at);
  feature_slots_ = reinterpret_cast<const PosFeatureSlot*>(at + word_bytes);
  units_ = reinterpret_cast<const std::uint16_t*>(at + word_bytes + feature_bytes);
  word_mask_ = header.word_slots - 1;
  feature_mask_ = header.feature_slots - 1;
  unit_count_ = header.units;
}

const PosWordSlot* PosModel::find_word(std::uint64_t hash) const {
  const auto check = static_cast<std::uint32_t>(hash >> 32);
  for (std::uint32_t probe = 0; probe <= word_mask_; ++probe) {
    const PosWordSlot& slot = word_slots_[(static_cast<std::uint32_t>(hash) + probe) & word_mask_];
    if (slot.check == check) return &slot;
    if (slot.check == 0) return nullptr;
  }
  return nullptr;
}

PosWord PosModel::describe(const Token& token, std::string_view text) const {
  PosWord word;
  word.form = token.hash;
  word.lower = token.lower_hash;
  word.text = text;
  word.shape = pos_shape(text);
  word.only_tag = punctuation_tag(text);
  if (word.only_tag != PosTag::none) return word;
  const PosWordSlot* slot = find_word(token.hash);
  if (slot == nullptr && token.hash != token.lower_hash) slot = find_word(token.lower_hash);
  if (slot == nullptr) return word;
  word.word_class = slot->word_class;
  word.tag_set = slot->tag_set;
  if (slot->only_tag < kPosTagCount) word.only_tag = static_cast<PosTag>(slot->only_tag);
  return word;
}

std::uint32_t PosModel::find_weights(std::uint64_t key) const {
  const auto check = static_cast<std::uint32_t>(key >> (32 + kPosOffsetBits));
  for (std::uint32_t probe = 0; probe <= feature_mask_; ++probe) {
    const PosFeatureSlot slot = feature_slots_[(static_cast<std::uint32_t>(key) + probe) & feature_mask_];
    if (slot == 0) return 0;
    if (slot >> kPosOffsetBits == check) return slot & (kPosMaxUnits - 1);
  }
  return 0;
}

// The model is larger than a core's cache, so all slots are asked for before the first is read, and then all weights:
// the waits overlap.
void PosModel::add_weights(std::span<const std::uint64_t> keys, PosScores& scores) const {
  for (std::uint64_t key : keys) __builtin_prefetch(&feature_slots_[static_cast<std::uint32_t>(key) & feature_mask_]);
  std::array<std::uint32_t, kMaxPosFeatures> offsets;
  std::size_t found = 0;
  for (std::uint64_t key : keys.first(std::min(keys.size(), offsets.size()))) {
    const std::uint32_t offset = find_weights(key);
    if (offset == 0 || offset >= unit_count_) continue;
    __builtin_prefetch(&units_[offset]);
    offsets[found++] = offset;
  }
  for (std::size_t f = 0; f < found; ++f) {
    const std::uint32_t offset = offsets[f], count = units_[offset];
    if (count >= unit_count_ - offset) continue;
    for (std::uint32_t i = offset + 1; i <= offset + count; ++i) {
      const std::uint32_t tag = units_[i] >> 8;
      if (tag < kPosTagCount) scores[tag] += static_cast<std::int8_t>(units_[i] & 0xFF);
    }
  }
}

PosWord edge_word() {
  PosWord edge;
  edge.shape = kPosEdge;
  return edge;
}

PosTag best_tag(const PosModel& model, const PosWord* word, PosTag before, PosTag second) {
  if (word->only_tag != PosTag::none) return word->only_tag;
  PosScores scores{};
  std::array<std::uint64_t, kMaxPosFeatures> keys;
  std::size_t count = 0;
  emit_pos_features(word, before, second, [&](std::uint64_t key) { keys[count++] = key; });
  model.add_weights({keys.data(), count}, scores);
  const auto best = std::max_element(scores.begin() + 1, scores.end());
  return static_cast<PosTag>(best - scores.begin());
}

}  // namespace wirecut
