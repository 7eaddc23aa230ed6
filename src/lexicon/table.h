// A packed data file (data/lexicon/NAME.tsv): rows of text cells, found by their key, the words of the first column.
// Used in place inside the blob: nothing is parsed or allocated. Layout: table_format.h.
#pragma once

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "lexicon/hash.h"
#include "lexicon/slots.h"
#include "lexicon/table_format.h"

namespace wirecut {

class Table {
 public:
  Table() = default;                         // no rows, finds nothing
  explicit Table(std::string_view section);  // empty: no rows; throws std::runtime_error on a damaged section

  std::uint32_t row_count() const { return rows_; }
  std::uint32_t column_count() const { return columns_; }

  // The text of a cell; row < row_count(), column < column_count().
  std::string_view cell(std::uint32_t row, std::uint32_t column) const {
    assert(row < rows_);
    if (column >= columns_) return {};
    const std::size_t index = std::size_t{row} * columns_ + column;
    // Bounded here rather than checked when the table is opened: reading every page of the data would cost
    // milliseconds.
    const std::size_t end = std::min<std::size_t>(cell_ends_[index], pool_.size());
    const std::size_t start = index == 0 ? 0 : std::min<std::size_t>(cell_ends_[index - 1], end);
    return {pool_.data() + start, end - start};
  }

  // Rows whose key equals `key`, words separated by one space, spelled as the file spells its keys.
  RowRange find(std::string_view key) const;

  // The same with Latin capitals without accents taken for lower case.
  RowRange find_lower(std::string_view key) const;

  // Rows whose key is the one word with this hash: Token::hash or Token::lower_hash, as the file's keys are spelled.
  RowRange find_word(std::uint64_t word_hash) const { return step(word_hash).rows; }

  // Asks the memory for what step(chain) will look at.
  void prefetch(std::uint64_t chain) const { slots_.prefetch(chain); }

  // One step of a scan over tokens: `chain` is hash_phrase() over the words so far, from 0.
  PhraseStep step(std::uint64_t chain) const { return slots_.step(chain); }

 private:
  PhraseSlots slots_;
  const std::uint32_t* cell_ends_ = nullptr;
  std::uint32_t rows_ = 0;
  std::uint32_t columns_ = 0;
  std::string_view pool_;
};

// Where the longest entry ends that begins at a token.
struct PhraseMatch {
  RowRange rows;  // empty: none begins here
  std::uint32_t end_token = 0;
};

// The longest entry of `table` spelled by tokens[first], tokens[first + 1] ... before `end`, by hash_of(token).
template <class Tokens, class HashOf>
PhraseMatch find_longest(const Table& table, const Tokens& tokens, std::uint32_t first, std::uint32_t end,
                         HashOf hash_of) {
  PhraseMatch best;
  std::uint64_t chain = 0;
  for (std::uint32_t i = first; i < end; ++i) {
    chain = hash_phrase(chain, hash_of(tokens[i]));
    const PhraseStep found = table.step(chain);
    if (!found.rows.empty()) best = {found.rows, i + 1};
    if (!found.continues) break;
  }
  return best;
}

}  // namespace wirecut
