#include "tagger/names_model.h"

#include <bit>
#include <cmath>
#include <cstring>
#include <stdexcept>

#include "tagger/names_features.h"

namespace wirecut {
namespace {

constexpr std::size_t kBucketSize = sizeof(std::uint64_t) + kBucketRows * sizeof(NamesRow);

}  // namespace

NamesModel::NamesModel(std::string_view bytes) {
  if (bytes.empty()) return;
  NamesHeader header;
  if (bytes.size() < sizeof header) throw std::runtime_error("the name model is cut short");
  std::memcpy(&header, bytes.data(), sizeof header);
  if (std::memcmp(header.magic, kNamesMagic, sizeof kNamesMagic) != 0)
    throw std::runtime_error("the name model has another format: train it anew (tools/train_names)");
  if (header.feature_set != kNameFeatureSet)
    throw std::runtime_error("the name model was trained with other features: train it anew (tools/train_names)");
  const std::uint64_t needed = sizeof header + std::uint64_t{header.bucket_count} * kBucketSize +
                               std::uint64_t{header.word_slots} * sizeof(NamesWord);
  if (header.bucket_count == 0 || !std::has_single_bit(header.word_slots) || needed != bytes.size() ||
      !std::isfinite(header.confidence_scale) || !std::isfinite(header.confidence_offset))
    throw std::runtime_error("the name model doesn't fit its section");
  const char* at = bytes.data();
  header_ = reinterpret_cast<const NamesHeader*>(at);
  at += sizeof header;
  tags_ = reinterpret_cast<const std::uint64_t*>(at);
  at += header.bucket_count * sizeof *tags_;
  rows_ = reinterpret_cast<const NamesRow*>(at);
  at += header.bucket_count * std::size_t{kBucketRows} * sizeof *rows_;
  words_ = reinterpret_cast<const NamesWord*>(at);
  bucket_count_ = header.bucket_count;
  word_mask_ = header.word_slots - 1;
}

std::size_t NamesModel::feature_count() const {
  std::size_t count = 0;
  for (std::uint32_t bucket = 0; bucket < bucket_count_; ++bucket)
    for (std::uint32_t slot = 0; slot < kBucketRows; ++slot)
      count += (tags_[bucket] >> 16 * slot & 0xFFFF) != 0 ? 1 : 0;
  return count;
}

const NamesWord* NamesModel::find_word(std::uint32_t check) const {
  if (words_ == nullptr) return nullptr;
  std::uint32_t at = word_home(check) & word_mask_;
  for (std::uint32_t left = word_mask_;; at = (at + 1) & word_mask_, --left) {
    if (words_[at].check == check) return &words_[at];
    if (words_[at].check == 0 || left == 0) return nullptr;
  }
}

}  // namespace wirecut
