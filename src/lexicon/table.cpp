#include "lexicon/table.h"

#include <algorithm>
#include <cstring>
#include <stdexcept>

namespace wirecut {
namespace {

// `spell` gives the letter of the file's keys for one of `key`.
template <class Spell>
RowRange find_key(const Table& table, std::string_view key, Spell spell) {
  std::uint64_t chain = 0, word = kHashSeed;
  PhraseStep found;
  for (std::size_t i = 0; i <= key.size(); ++i) {
    if (i < key.size() && key[i] != ' ') {
      word = hash_step(word, static_cast<unsigned char>(spell(key[i])));
      continue;
    }
    chain = hash_phrase(chain, mix_bits(word));
    found = table.step(chain);
    if (i < key.size() && !found.continues) return {};  // no entry begins so
    word = kHashSeed;
  }
  const std::string_view is = found.rows.empty() ? std::string_view() : table.cell(found.rows.first, 0);
  const bool same = std::equal(key.begin(), key.end(), is.begin(), is.end(),
                               [&](char of_key, char of_file) { return spell(of_key) == of_file; });
  return same ? found.rows : RowRange{};
}

}  // namespace

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

RowRange Table::find(std::string_view key) const {
  return find_key(*this, key, [](char c) { return c; });
}

RowRange Table::find_lower(std::string_view key) const { return find_key(*this, key, to_lower); }

}  // namespace wirecut
