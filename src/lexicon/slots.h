// Phrases found by chained hash: the slots of a packed table and of the gazetteer. Written by tools/pack_slots.h.
//
// A slot belongs to a phrase or to a prefix of one, by its chained hash (hash.h), with linear probing: "new", "new
// york" and "new york city" are three slots, of which the first may be a prefix only. Most of what is asked for is no
// phrase at all, so a table has at least twice as many slots as phrases, and most answers need one look.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace wirecut {

struct PhraseSlot {
  std::uint32_t check;  // high half of the chained hash; the low half says where probing begins
  std::uint32_t value;  // first row: 20 bits; number of rows, 0 for a prefix: 9; longer phrases begin so: 1; in use: 1
};
inline constexpr std::uint32_t kFirstRowBits = 20;
inline constexpr std::uint32_t kRowCountBits = 9;
inline constexpr std::uint32_t kSlotLonger = 1u << 29;
inline constexpr std::uint32_t kSlotInUse = 1u << 30;

// Rows with the same key; they stand together, in the order of the file.
struct RowRange {
  std::uint32_t first = 0;
  std::uint32_t end = 0;

  bool empty() const { return first == end; }
  std::uint32_t size() const { return end - first; }
};

// What a look-up by chained hash found.
struct PhraseStep {
  RowRange rows;           // empty: no entry ends here
  bool continues = false;  // a longer entry begins with these words
};

class PhraseSlots {
 public:
  PhraseSlots() = default;  // finds nothing

  // `slots` are `count`, a power of two; no row is found beyond `rows`.
  PhraseSlots(const PhraseSlot* slots, std::uint32_t count, std::uint32_t rows)
      : slots_(slots), mask_(count - 1), rows_(rows) {}

  PhraseStep step(std::uint64_t chain) const {
    const auto check = static_cast<std::uint32_t>(chain >> 32);
    // In sound data a free slot ends the search and the rows are there; in damaged data the bounds do.
    for (std::uint32_t i = static_cast<std::uint32_t>(chain), last = i + mask_;; ++i) {
      const PhraseSlot slot = slots_[i & mask_];
      if ((slot.value & kSlotInUse) == 0) return {};
      if (slot.check == check) {
        const std::uint32_t first = std::min(slot.value & ((1u << kFirstRowBits) - 1), rows_);
        const std::uint32_t count = slot.value >> kFirstRowBits & ((1u << kRowCountBits) - 1);
        return {{first, first + std::min(count, rows_ - first)}, (slot.value & kSlotLonger) != 0};
      }
      if (i == last) return {};
    }
  }

  // Asks the memory for what step(chain) will look at.
  void prefetch(std::uint64_t chain) const { __builtin_prefetch(&slots_[static_cast<std::uint32_t>(chain) & mask_]); }

 private:
  static constexpr PhraseSlot kFree{0, 0};

  const PhraseSlot* slots_ = &kFree;
  std::uint32_t mask_ = 0;
  std::uint32_t rows_ = 0;
};

}  // namespace wirecut
