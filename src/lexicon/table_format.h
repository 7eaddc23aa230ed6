// The layout of a packed table, shared by the reader (table.cpp) and the writer (tools/pack_table.cpp).
//
// TableHeader, then `slot_count` slots (slots.h), then rows x columns cell ends, then the pool of the cells' text, in
// row order.
#pragma once

#include <cstdint>

namespace wirecut {

struct TableHeader {
  std::uint32_t rows;
  std::uint32_t columns;
  std::uint32_t slot_count;  // a power of two, more than the slots in use
  std::uint32_t pool_size;
};

}  // namespace wirecut
