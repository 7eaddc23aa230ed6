// Phrases found by chained hash: the slots of a packed table and of the gazetteer. Written by tools/pack_slots.cpp.
//
// A slot belongs to a phrase or to a prefix of one, by its chained hash (hash.h), with linear probing: "new", "new
// york" and "new york city" are three slots, of which the first may be a prefix only. Most of what is asked for is no
// phrase at all: that a sieve tells, four bits a slot, which stays in the cache where the slots don't.
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

  // `data` holds `count` slots, a power of two, and the sieve behind them; no row is found beyond `rows`.
  PhraseSlots(const char* data, std::uint32_t count, std::uint32_t rows)
      : slots_(reinterpret_cast<const PhraseSlot*>(data)),
        sieve_(reinterpret_cast<const std::uint64_t*>(data + std::size_t{count} * sizeof(PhraseSlot))),
        mask_(count - 1),
        sieve_mask_(sieve_words(count) - 1),
        rows_(rows) {}

  // Of the sieve, a power of two; of slots and sieve together.
  static constexpr std::uint32_t sieve_words(std::uint32_t count) { return std::max(1u, count / 16); }
  static constexpr std::uint64_t byte_size(std::uint32_t count) {
    return std::uint64_t{count} * sizeof(PhraseSlot) + std::uint64_t{sieve_words(count)} * sizeof(std::uint64_t);
  }
  // Where a phrase stands in the sieve.
  static constexpr std::uint32_t sieve_word(std::uint64_t chain) { return static_cast<std::uint32_t>(chain >> 30); }
  static constexpr std::uint64_t sieve_bit(std::uint64_t chain) { return std::uint64_t{1} << (chain >> 24 & 63); }

  PhraseStep step(std::uint64_t chain) const {
    if (!may_have(chain)) return {};
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
  void prefetch(std::uint64_t chain) const {
    if (may_have(chain)) __builtin_prefetch(&slots_[static_cast<std::uint32_t>(chain) & mask_]);
  }

 private:
  bool may_have(std::uint64_t chain) const { return (sieve_[sieve_word(chain) & sieve_mask_] & sieve_bit(chain)) != 0; }

  static constexpr std::uint64_t kEmptySieve = 0;

  const PhraseSlot* slots_ = nullptr;
  const std::uint64_t* sieve_ = &kEmptySieve;
  std::uint32_t mask_ = 0;
  std::uint32_t sieve_mask_ = 0;
  std::uint32_t rows_ = 0;
};

}  // namespace wirecut
