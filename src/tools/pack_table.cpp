#include "pack_table.h"

#include <fmt/format.h>
#include <cstring>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "lexicon/hash.h"
#include "lexicon/table_format.h"
#include "pack_slots.h"
#include "split.h"

namespace wirecut {
namespace {

using Rows = std::vector<std::vector<std::string_view>>;

Rows parse_rows(std::string_view text, std::string_view name) {
  Rows rows;
  std::size_t line_number = 0;
  for (std::string_view line : split(text, '\n')) {
    ++line_number;
    if (line.empty() || line.front() == '#') continue;
    rows.push_back(split(line, '\t'));
    const auto fail = [&](std::string_view why) {
      throw std::runtime_error(fmt::format("{}:{}: {}", name, line_number, why));
    };
    if (rows.back().size() != rows.front().size()) fail("another number of columns than the first row");
    if (rows.back().front().empty()) fail("no key");
    if (rows.size() > 1 && rows.back().front() < rows[rows.size() - 2].front()) fail("not sorted by the first column");
    if (rows.size() > 1 && rows.back() == rows[rows.size() - 2]) fail("the row stands twice");
  }
  return rows;
}

// Every phrase and every prefix of one, by chained hash.
std::map<std::uint64_t, PackedPhrase> collect_phrases(const Rows& rows) {
  std::map<std::uint64_t, PackedPhrase> phrases;
  for (std::uint32_t row = 0; row < rows.size(); ++row) {
    std::uint64_t chain = 0;
    const auto words = split(rows[row].front(), ' ');
    for (std::size_t i = 0; i < words.size(); ++i) {
      chain = hash_phrase(chain, hash_word(words[i]));
      PackedPhrase& phrase = phrases[chain];
      if (i + 1 < words.size()) {
        phrase.continues = true;
      } else {
        if (phrase.row_count == 0) phrase.first_row = row;
        ++phrase.row_count;
      }
    }
  }
  return phrases;
}

template <class T>
void append(std::string& out, const T& value) {
  out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

}  // namespace

std::string pack_table(std::string_view text, std::string_view name) {
  const Rows rows = parse_rows(text, name);
  const auto columns = static_cast<std::uint32_t>(rows.empty() ? 1 : rows.front().size());
  const PackedSlots packed = pack_slots(collect_phrases(rows), name);

  std::string pool;
  std::vector<std::uint32_t> ends;
  for (const auto& row : rows)
    for (std::string_view cell : row) {
      pool += cell;
      ends.push_back(static_cast<std::uint32_t>(pool.size()));
    }

  std::string out;
  append(out, TableHeader{static_cast<std::uint32_t>(rows.size()), columns,
                          static_cast<std::uint32_t>(packed.slots.size()), static_cast<std::uint32_t>(pool.size())});
  for (const PhraseSlot& slot : packed.slots) append(out, slot);
  for (std::uint64_t word : packed.sieve) append(out, word);
  for (std::uint32_t end : ends) append(out, end);
  return out + pool;
}

}  // namespace wirecut
