// The layout of data/model/pos.bin, shared by the reader (pos_model.cpp) and the trainer (tools/train_pos.cpp).
//
// PosHeader; word slots; checks; rows; habits. The word slots form a hash table with linear probing, empty where all
// bits are 0. Features lie in buckets of four: a feature's key names its bucket, 16 more of its bits tell it from the
// other three. Its row holds one 8-bit weight a tag that can be scored (kPosLanes), so that adding up needs no
// branches. Habits lie in buckets of four too: the tag that the model nearly always gives a word behind a certain tag.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "tagger/pos_tags.h"

namespace wirecut {

inline constexpr char kPosMagic[8] = {'W', 'C', 'P', 'O', 'S', '3', '\0', '\0'};

struct PosHeader {
  char magic[8];
  std::uint64_t feature_set;  // kPosFeatureSet of the code that trained it
  std::uint32_t word_slots;   // a power of two
  std::uint32_t buckets;      // of features
  std::uint32_t habit_buckets;
  std::uint32_t reserved;
};

// What is known of a word form.
struct PosWordSlot {
  std::uint32_t check;       // high half of Token::hash; the low half says where probing begins
  std::uint16_t word_class;  // of similar words; 0: none
  std::uint8_t only_tag;     // PosTag that it always has; none: its neighbours decide; kPosHasHabits
  std::uint8_t tag_set;      // which of the commonest sets of tags it was seen with; 0: not seen
};

inline constexpr PosWordSlot kUnseenWord{0, 0, 0, 0};

inline constexpr std::uint8_t kPosHasHabits = 255;  // as only_tag: its neighbours decide, but see the habits first

using PosRow = std::array<std::int8_t, kPosLanes.size()>;

inline constexpr std::size_t kPosBucket = 4;

constexpr std::uint32_t pos_bucket(std::uint64_t key, std::uint32_t buckets) {
  return static_cast<std::uint32_t>((key >> 32) * buckets >> 32);
}

// 0 marks an empty place.
constexpr std::uint16_t pos_check(std::uint64_t key) { return static_cast<std::uint16_t>(key >> 16 | 1); }

// A habit: 23 bits of the key of the word and the tag before, above the tag; 0 marks an empty place.
using PosHabit = std::uint32_t;

constexpr PosHabit pos_habit(std::uint64_t key, PosTag tag) {
  return static_cast<PosHabit>(key >> 8 << 8 | 0x80000000) | static_cast<std::uint32_t>(tag);
}

}  // namespace wirecut
