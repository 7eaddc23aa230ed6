// Packs the slots that lexicon/slots.h reads.
#pragma once

#include <cstdint>
#include <map>
#include <string_view>
#include <vector>

#include "lexicon/slots.h"

namespace wirecut {

struct PackedPhrase {
  std::uint32_t first_row = 0;
  std::uint32_t row_count = 0;  // 0: a prefix only
  bool continues = false;       // a longer phrase begins so
};

// What PhraseSlots reads: the slots, and the sieve behind them.
struct PackedSlots {
  std::vector<PhraseSlot> slots;
  std::vector<std::uint64_t> sieve;
};

// The phrases by their chained hashes. Throws std::runtime_error naming `name` where they have too many rows, or two
// of them share a hash.
PackedSlots pack_slots(const std::map<std::uint64_t, PackedPhrase>& phrases, std::string_view name);

}  // namespace wirecut
