// The packed model of the name tagger (data/model/names.bin), used in place inside the blob.
//
// NamesHeader; then `bucket_count` buckets of 64 bytes; then `word_slots` slots of the vocabulary.
// A feature is a 64-bit hash. Its low half chooses a bucket, its high half is the check; a full bucket overflows into
// the next one. A row holds a weight for each label but O, in units of 2^shift / kNameUnit.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "lexicon/hash.h"
#include "tagger/names_labels.h"

namespace wirecut {

inline constexpr char kNamesMagic[8] = {'W', 'C', 'N', 'A', 'M', 'E', 'S', '1'};
inline constexpr int kNameUnit = 64;

struct NamesHeader {
  char magic[8];
  std::uint64_t feature_set;  // kNameFeatureSet of the features it was trained with
  std::uint32_t bucket_count;
  std::uint32_t word_slots;    // a power of two
  std::uint32_t max_overflow;  // buckets that a look-up may have to pass
  std::uint32_t reserved;
  float confidence_scale;  // logistic of a name's margin: 1 / (1 + exp(-(scale * margin + offset)))
  float confidence_offset;
  std::int16_t transitions[2][kNameLabels][kNameLabels];  // [pass][before][label]
  std::uint8_t padding[20];
};
static_assert(sizeof(NamesHeader) % 64 == 0);

struct NamesBucket {
  std::uint32_t check[3];  // 0: free
  std::uint8_t shift[3];
  std::uint8_t is_full;  // 1: look into the next one too
  std::int8_t weight[3][kNameLanes];
};
static_assert(sizeof(NamesBucket) == 64);

// A word of the vocabulary, found by the check of its form's hash: its classes, and how these letters are usually
// spelled. Lower case forms have an entry even where only another spelling is known.
struct NamesWord {
  std::uint32_t check = 0;        // 0: free
  std::uint32_t usual_check = 0;  // of the commonest spelling of the same letters
  std::uint16_t class_2000 = 0;   // classes from 1; 0: none
  std::uint16_t class_500 = 0;
  std::uint8_t class_100 = 0;
  std::uint8_t usual_shape = 0;   // WordShape of the commonest spelling
  std::uint16_t reserved = 0;
};
static_assert(sizeof(NamesWord) == 16);

// Sixteen lanes at once, in whatever registers the machine has (an extension of GCC and Clang).
using LaneBytes = std::int8_t __attribute__((vector_size(kNameLanes)));
using LaneWords = std::int16_t __attribute__((vector_size(2 * kNameLanes)));

// Sums of weights for the labels but O.
struct alignas(32) NameScores {
  std::array<std::int16_t, kNameLanes> lane{};

  void add(const NameScores& other) {
    LaneWords sum, more;
    std::memcpy(&sum, lane.data(), sizeof sum);
    std::memcpy(&more, other.lane.data(), sizeof more);
    sum += more;
    std::memcpy(lane.data(), &sum, sizeof sum);
  }

  void add(const std::int8_t (&weights)[kNameLanes], int shift) {
    LaneWords sum;
    LaneBytes bytes;
    std::memcpy(&sum, lane.data(), sizeof sum);
    std::memcpy(&bytes, weights, sizeof bytes);
    sum += __builtin_convertvector(bytes, LaneWords) << shift;
    std::memcpy(lane.data(), &sum, sizeof sum);
  }
};

class NamesModel {
 public:
  NamesModel() = default;  // knows nothing; every label scores 0
  // Empty: no model. Throws std::runtime_error where the bytes are damaged or made for other features.
  explicit NamesModel(std::string_view bytes);

  bool empty() const { return buckets_ == nullptr; }
  const NamesHeader& header() const { return *header_; }

  // Adds the weights of a feature to `scores`.
  void add(std::uint64_t feature, NameScores& scores) const {
    for (std::uint32_t b = home_of(feature, bucket_count_), left = max_overflow_;;
         b = b + 1 == bucket_count_ ? 0 : b + 1, --left) {
      const NamesBucket& bucket = buckets_[b];
      for (int i = 0; i < 3; ++i) {
        if (bucket.check[i] != check_of(feature)) continue;
        scores.add(bucket.weight[i], bucket.shift[i] & 7);  // 7: no damage makes it undefined
        return;
      }
      if (bucket.is_full == 0 || left == 0) return;
    }
  }

  // Asks for a feature's bucket ahead of add().
  void prefetch(std::uint64_t feature) const { __builtin_prefetch(&buckets_[home_of(feature, bucket_count_)]); }

  // The vocabulary's entry of the form with this check; null where it is not in it.
  const NamesWord* find_word(std::uint32_t check) const;

  // Where the search for a word begins.
  static std::uint32_t word_home(std::uint32_t check) { return static_cast<std::uint32_t>(mix_bits(check) >> 20); }

  // The bucket where the search for a feature begins.
  static std::uint32_t home_of(std::uint64_t feature, std::uint32_t bucket_count) {
    return static_cast<std::uint32_t>((feature & 0xFFFFFFFFU) * bucket_count >> 32);
  }

  // What is kept of a 64-bit hash, never 0.
  static constexpr std::uint32_t check_of(std::uint64_t hash) { return static_cast<std::uint32_t>(hash >> 32) | 1; }

 private:
  const NamesHeader* header_ = nullptr;
  const NamesBucket* buckets_ = nullptr;
  const NamesWord* words_ = nullptr;
  std::uint32_t bucket_count_ = 0;
  std::uint32_t word_mask_ = 0;
  std::uint32_t max_overflow_ = 0;
};

}  // namespace wirecut
