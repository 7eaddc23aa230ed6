// Tables of the words that a rule asks about: word; what the rule takes it for; data/lexicon/date_neighbours.tsv is
// one.
#pragma once

#include <cstdint>
#include <string_view>

#include "lexicon/table.h"

namespace wirecut {

// Whether the table has a row of the word with this hash (as its file spells its keys) and this use.
inline bool has_use(const Table& table, std::uint64_t word_hash, std::string_view use) {
  const RowRange rows = table.find_word(word_hash);
  for (std::uint32_t row = rows.first; row < rows.end; ++row)
    if (table.cell(row, 1) == use) return true;
  return false;
}

}  // namespace wirecut
