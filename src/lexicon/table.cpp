#include "lexicon/table.h"

#include <algorithm>
#include <cassert>
#include <cstring>
#include <stdexcept>

namespace wirecut {

Table::Table(std::string_view section) {
  if (section.empty()) return;
  TableHeader header;
  if (section.size() < sizeof header) throw std::runtime_error("a packed table is cut short");
  std::memcpy(&header, section.data(), sizeof header);
  const std::uint64_t cells = std::uint64_t{header.rows} * header.columns;
  const std::uint64_t needed =
      sizeof header + PhraseSlots::byte_size(header.slot_count) + cells * sizeof(std::uint32_t) + header.pool_size;
  if (header.slot_count == 0 || (header.slot_count & (header.slot_count - 1)) != 0 || cells > section.size() ||
      needed != section.size())
    throw std::runtime_error("a packed table doesn't fit its section");
  const char* at = section.data() + sizeof header;
  slots_ = {at, header.slot_count, header.rows};
  at += PhraseSlots::byte_size(header.slot_count);
  cell_ends_ = reinterpret_cast<const std::uint32_t*>(at);
  pool_ = {at + cells * sizeof(std::uint32_t), header.pool_size};
  rows_ = header.rows;
  columns_ = header.columns;
}

std::string_view Table::cell(std::uint32_t row, std::uint32_t column) const {
  assert(row < rows_);
  if (column >= columns_) return {};
  const std::size_t index = std::size_t{row} * columns_ + column;
  // Bounded here rather than checked when the table is opened: reading every page of the data would cost milliseconds.
  const std::size_t end = std::min<std::size_t>(cell_ends_[index], pool_.size());
  const std::size_t start = index == 0 ? 0 : std::min<std::size_t>(cell_ends_[index - 1], end);
  return pool_.substr(start, end - start);
}

RowRange Table::find(std::string_view key) const {
  std::uint64_t chain = 0;
  PhraseStep found;
  for (std::size_t start = 0; start <= key.size();) {
    const std::size_t space = std::min(key.find(' ', start), key.size());
    chain = hash_chain(chain, hash_word(key.substr(start, space - start)));
    found = step(chain);
    if (space < key.size() && !found.continues) return {};  // no entry begins so
    start = space + 1;
  }
  const RowRange rows = found.rows;
  return !rows.empty() && cell(rows.first, 0) == key ? rows : RowRange{};
}

}  // namespace wirecut
