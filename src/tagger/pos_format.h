// The layout of data/model/pos.bin, shared by the reader (pos_model.cpp) and the trainer (tools/train_pos.cpp).
//
// PosHeader; word slots; feature slots; weights. Both kinds of slot form a hash table with linear probing, empty where
// all bits are 0. A feature's slot points at a run of 16-bit units: how many there are, then tag << 8 | weight each.
#pragma once

#include <cstddef>
#include <cstdint>

namespace wirecut {

inline constexpr char kPosMagic[8] = {'W', 'C', 'P', 'O', 'S', '1', '\0', '\0'};

struct PosHeader {
  char magic[8];
  std::uint64_t feature_set;    // kPosFeatureSet of the code that trained it
  std::uint32_t word_slots;     // a power of two
  std::uint32_t feature_slots;  // a power of two
  std::uint32_t units;          // of the weights, 2 bytes each
  std::uint32_t reserved;
};

// What is known of a word form.
struct PosWordSlot {
  std::uint32_t check;       // high half of Token::hash; the low half says where probing begins
  std::uint16_t word_class;  // of similar words; 0: none
  std::uint8_t only_tag;     // PosTag that it always has; none: its neighbours decide
  std::uint8_t tag_set;      // which of the commonest sets of tags it was seen with; 0: not seen
};

// check << kPosOffsetBits | offset of the weights in units
using PosFeatureSlot = std::uint32_t;
inline constexpr unsigned kPosOffsetBits = 20;
inline constexpr std::uint32_t kPosMaxUnits = 1u << kPosOffsetBits;

}  // namespace wirecut
