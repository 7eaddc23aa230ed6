#include "names_packer.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace wirecut {
namespace {

float strength(const Weights& weights) {
  float most = 0;
  for (float w : weights) most = std::max(most, std::abs(w));
  return most;
}

// From the share of right names by margin, CoNLL-2003 and Worldwide development together: 0.6 at a margin of 10, 0.82
// at 40, 0.92 at 60, 0.96 from 100.
constexpr float kConfidenceScale = 0.04F, kConfidenceOffset = 0;

constexpr std::uint32_t kNoRoom = 0xFFFFFFFF;

// The row of each feature, or kNoRoom.
std::vector<std::uint32_t> assign_rows(const std::vector<std::pair<std::uint64_t, Weights>>& features,
                                       std::uint32_t bucket_count) {
  std::vector<std::uint32_t> order(features.size()), rows(features.size(), kNoRoom);
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(),
                   [&](auto a, auto b) { return strength(features[a].second) > strength(features[b].second); });
  std::vector<std::array<std::uint16_t, kBucketRows>> tags(bucket_count);
  for (std::uint32_t f : order) {
    const FeaturePlace place = feature_place(features[f].first, bucket_count);
    auto& bucket = tags[place.bucket];
    for (std::uint32_t slot = 0; slot < kBucketRows && bucket[slot] != place.tag; ++slot) {
      if (bucket[slot] != 0) continue;
      bucket[slot] = place.tag;
      rows[f] = place.bucket * kBucketRows + slot;
      break;
    }
  }
  return rows;
}

NamesRow to_row(const Weights& weights, float unit) {
  NamesRow row;
  for (std::size_t lane = 0; lane < kNameLanes; ++lane)
    row.weight[row_byte_of(lane)] =
        static_cast<std::int8_t>(std::clamp(std::lround(weights[lane] * unit), -127L, 127L));
  return row;
}

template <class T>
void append(const T* values, std::size_t count, std::string& out) {
  out.append(reinterpret_cast<const char*>(values), count * sizeof(T));
}

}  // namespace

std::int16_t quantize(float value) {
  return static_cast<std::int16_t>(std::clamp(std::lround(value * kNameUnit), -30000L, 30000L));
}

std::vector<bool> find_room(const std::vector<std::pair<std::uint64_t, Weights>>& features,
                            std::uint32_t bucket_count) {
  std::vector<bool> has_room;
  for (std::uint32_t row : assign_rows(features, bucket_count)) has_room.push_back(row != kNoRoom);
  return has_room;
}

std::string pack_names(const Trained& trained, const std::vector<NamesWord>& vocabulary, std::uint32_t bucket_count) {
  std::vector<std::uint16_t> tags(bucket_count * kBucketRows);
  std::vector<NamesRow> rows(tags.size());
  const auto places = assign_rows(trained.features, bucket_count);
  for (std::size_t f = 0; f < places.size(); ++f) {
    if (places[f] == kNoRoom) continue;
    const auto& [feature, weights] = trained.features[f];
    const bool is_coarse = strength(weights) * kNameUnit > 127;
    tags[places[f]] = static_cast<std::uint16_t>(feature_place(feature, bucket_count).tag | (is_coarse ? 1 : 0));
    rows[places[f]] = to_row(weights, is_coarse ? static_cast<float>(kNameUnit) / kCoarse : kNameUnit);
  }
  NamesHeader header{};
  std::copy(std::begin(kNamesMagic), std::end(kNamesMagic), header.magic);
  header.feature_set = kNameFeatureSet;
  header.bucket_count = bucket_count;
  header.word_slots = static_cast<std::uint32_t>(vocabulary.size());
  header.confidence_scale = kConfidenceScale;
  header.confidence_offset = kConfidenceOffset;
  header.knows_uses = std::any_of(vocabulary.begin(), vocabulary.end(),
                                  [](const NamesWord& word) { return word.use != NameUse::unseen; });
  for (int pass = 0; pass < 2; ++pass)
    for (std::size_t a = 0; a < kNameLabels; ++a)
      for (std::size_t b = 0; b < kNameLabels; ++b)
        header.transitions[pass][a][b] = quantize(trained.transitions[pass][a][b]);
  std::string bytes;
  append(&header, 1, bytes);
  append(tags.data(), tags.size(), bytes);
  append(rows.data(), rows.size(), bytes);
  append(vocabulary.data(), vocabulary.size(), bytes);
  return bytes;
}

}  // namespace wirecut
