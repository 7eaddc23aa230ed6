// The layout of a packed table, shared by the reader (table.cpp) and the writer (tools/pack_table.cpp).
//
// TableHeader, then `slot_count` slots, then rows x columns cell ends, then the pool of the cells' text, in row order.
// A slot belongs to a phrase or to a prefix of one, found by its chained hash (hash.h) with linear probing:
// "new", "new york" and "new york city" are three slots, of which the first may be a prefix only.
#pragma once

#include <cstdint>

namespace wirecut {

struct TableHeader {
  std::uint32_t rows;
  std::uint32_t columns;
  std::uint32_t slot_count;  // a power of two, more than the slots in use
  std::uint32_t pool_size;
};

struct TableSlot {
  std::uint32_t check;  // high half of the chained hash; the low half says where probing begins
  std::uint32_t first_row;
  std::uint32_t row_count;  // 0: a prefix only
  std::uint32_t state;      // TableSlotState
};

enum TableSlotState : std::uint32_t { kSlotFree = 0, kSlotUsed = 1, kSlotContinues = 2 };

}  // namespace wirecut
