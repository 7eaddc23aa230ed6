// Tables of the words that a rule asks about: word; what the rule takes it for; data/lexicon/date_neighbours.tsv is
// one.
#pragma once

#include <cstdint>
#include <string_view>

#include "lexicon/table.h"

namespace wirecut {

// Whether one of the rows has this use.
inline bool has_use(const Table& table, RowRange rows, std::string_view use) {
  for (std::uint32_t row = rows.first; row < rows.end; ++row)
    if (table.cell(row, 1) == use) return true;
  return false;
}

// Whether the table has a row of the word with this hash (as its file spells its keys) and this use.
inline bool has_use(const Table& table, std::uint64_t word_hash, std::string_view use) {
  return has_use(table, table.find_word(word_hash), use);
}

// The same for a word or phrase as written, its capitals taken for lower case.
inline bool has_use(const Table& table, std::string_view words, std::string_view use) {
  return has_use(table, table.find_lower(words), use);
}

}  // namespace wirecut
