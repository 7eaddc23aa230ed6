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

// The phrases by their chained hashes. Throws std::runtime_error naming `name` where they have too many rows, or two
// of them share a hash.
std::vector<PhraseSlot> pack_slots(const std::map<std::uint64_t, PackedPhrase>& phrases, std::string_view name);

}  // namespace wirecut
