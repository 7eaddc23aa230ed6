// The packed model of the name tagger (data/model/names.bin), used in place inside the blob.
//
// NamesHeader; then `bucket_count` buckets of tags; then as many buckets of rows; then `word_slots` slots of the
// vocabulary. A feature is a 64-bit hash. Part of it chooses a bucket, another part is its tag among the bucket's four;
// a feature that finds no room there was left out in training. So a look-up reads eight bytes, and a row where it finds
// one. A row holds a weight for each label but O, in units of 1 / kNameUnit, or of kCoarse times that: the tag's lowest
// bit tells.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "lexicon/hash.h"
#include "lexicon/lanes.h"
#include "tagger/names_labels.h"

namespace wirecut {

inline constexpr char kNamesMagic[8] = {'W', 'C', 'N', 'A', 'M', 'E', 'S', '2'};
inline constexpr int kNameUnit = 16;
inline constexpr int kCoarseBits = 2, kCoarse = 1 << kCoarseBits;

struct NamesHeader {
  char magic[8];
  std::uint64_t feature_set;  // kNameFeatureSet of the features it was trained with
  std::uint32_t bucket_count;
  std::uint32_t word_slots;  // a power of two
  float confidence_scale;    // logistic of a name's margin: 1 / (1 + exp(-(scale * margin + offset)))
  float confidence_offset;
  std::int16_t transitions[2][kNameLabels][kNameLabels];  // [pass][before][label]
  std::uint8_t knows_uses;                                // 0: no word's NameUse is known
  std::uint8_t padding[27];
};
static_assert(sizeof(NamesHeader) % 64 == 0);

inline constexpr std::uint32_t kBucketRows = 4;

// Byte 2i belongs to lane i, byte 2i + 1 to lane i + 8: so two shifts part them into registers of eight.
struct NamesRow {
  std::int8_t weight[kNameLanes];
};
static_assert(sizeof(NamesRow) == kNameLanes);
constexpr std::size_t row_byte_of(std::size_t lane) { return lane < 8 ? 2 * lane : 2 * (lane - 8) + 1; }

// Where a feature may stand: its bucket, and its tag there, never 0 and without the lowest bit.
struct FeaturePlace {
  std::uint32_t bucket;
  std::uint16_t tag;
};
constexpr FeaturePlace feature_place(std::uint64_t feature, std::uint32_t bucket_count) {
  return {static_cast<std::uint32_t>((feature >> 32) * bucket_count >> 32),
          static_cast<std::uint16_t>((feature & 0xFFFE) | 2)};
}

// Of which names a word was part where the model learnt.
enum class NameUse : std::uint8_t {
  unseen,       // seen too seldom to say
  any,          // of any
  with_others,  // of none that it was alone
  between,      // of none that it began or ended
  never,        // of none at all
};

// A word of the vocabulary, found by the check of its form's hash: its classes, and how these letters are usually
// spelled. Lower case forms have an entry even where only another spelling is known.
struct NamesWord {
  std::uint32_t check = 0;        // 0: free
  std::uint32_t usual_check = 0;  // of the commonest spelling of the same letters
  std::uint16_t class_2000 = 0;   // classes from 1; 0: none
  std::uint16_t class_500 = 0;
  std::uint8_t class_100 = 0;
  std::uint8_t usual_shape = 0;  // WordShape of the commonest spelling
  NameUse use = NameUse::unseen;
  std::uint8_t reserved = 0;
};
static_assert(sizeof(NamesWord) == 16);

// The tags of a bucket.
using Tags = std::uint16_t __attribute__((vector_size(8)));

// Sums of weights for the labels but O.
struct alignas(32) NameScores {
  std::array<std::int16_t, kNameLanes> lane{};

  Lanes half(std::size_t which) const {
    Lanes lanes;
    std::memcpy(&lanes, lane.data() + kLanes * which, sizeof lanes);
    return lanes;
  }
  void set_half(std::size_t which, Lanes lanes) { std::memcpy(lane.data() + kLanes * which, &lanes, sizeof lanes); }
  std::int16_t greatest() const { return wirecut::greatest(greater(half(0), half(1))); }

  void add(const NameScores& other) {
    for (std::size_t which : {0U, 1U}) set_half(which, half(which) + other.half(which));
  }

  // `shift`: by how much the row's bytes are too great at the top of a lane.
  void add(const NamesRow& row, std::int16_t shift) {
    Lanes bytes;
    std::memcpy(&bytes, row.weight, sizeof bytes);
    set_half(0, half(0) + (bytes << 8 >> shift));
    set_half(1, half(1) + ((bytes & -256) >> shift));
  }
};

class NamesModel {
 public:
  NamesModel() = default;  // knows nothing; every label scores 0
  // Empty: no model. Throws std::runtime_error where the bytes are damaged or made for other features.
  explicit NamesModel(std::string_view bytes);

  bool empty() const { return tags_ == nullptr; }
  const NamesHeader& header() const { return *header_; }
  bool knows_uses() const { return header_ != nullptr && header_->knows_uses != 0; }
  std::size_t feature_count() const;  // counted anew at each call

  FeaturePlace place_of(std::uint64_t feature) const { return feature_place(feature, bucket_count_); }

  // A feature's weights; most of what is asked for has none.
  struct Found {  // without initialisers: lists of many are made and few of them filled
    const NamesRow* row;
    std::int16_t shift;  // see NameScores::add(); 0: it has none, and `row` is the model's first
  };

  Found find(FeaturePlace place) const {
    const std::uint64_t bucket = tags_[place.bucket];
    const auto same = (std::bit_cast<Tags>(bucket) & 0xFFFE) == place.tag;  // all bits of those that are
    const auto found = std::bit_cast<std::uint64_t>(same);
    const auto slot = static_cast<std::uint32_t>(std::countr_zero(found | std::uint64_t{1} << 63)) / 16;
    const auto is_coarse = static_cast<int>(bucket >> 16 * slot & 1);
    const int all_if_found = -static_cast<int>(found != 0);
    const std::uint32_t row = (place.bucket * kBucketRows + slot) & static_cast<std::uint32_t>(all_if_found);
    return {rows_ + row, static_cast<std::int16_t>((8 - kCoarseBits * is_coarse) & all_if_found)};
  }

  // Asks for what find() will read.
  void prefetch(FeaturePlace place) const { __builtin_prefetch(&tags_[place.bucket]); }

  // The vocabulary's entry of the form with this check; null where it is not in it.
  const NamesWord* find_word(std::uint32_t check) const;

  // Asks for what find_word() will read.
  void prefetch_word(std::uint32_t check) const { __builtin_prefetch(&words_[word_home(check) & word_mask_]); }

  // Where the search for a word begins.
  static std::uint32_t word_home(std::uint32_t check) { return static_cast<std::uint32_t>(mix_bits(check) >> 20); }

  // What is kept of a 64-bit hash, never 0.
  static constexpr std::uint32_t check_of(std::uint64_t hash) { return static_cast<std::uint32_t>(hash >> 32) | 1; }

 private:
  const NamesHeader* header_ = nullptr;
  const std::uint64_t* tags_ = nullptr;  // four a bucket, the first in the low bits
  const NamesRow* rows_ = nullptr;
  const NamesWord* words_ = nullptr;
  std::uint32_t bucket_count_ = 0;
  std::uint32_t word_mask_ = 0;
};

}  // namespace wirecut
