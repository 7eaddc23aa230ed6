#include "lexicon/table.h"

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>
#include <vector>

#include "damage.h"
#include "lexicon/blob.h"
#include "tools/pack_table.h"

namespace wirecut {
namespace {

// A string as the blob holds it: aligned for the integers inside.
struct Packed {
  explicit Packed(std::string_view tsv) : bytes(pack_table(tsv, "test")) {}
  std::string bytes;
  Table table() const { return Table(bytes); }
};

TEST(Table, FindsRowsByKey) {
  const Packed packed("# a comment\nnew\tprefix\nnew york\tcity\nnew york\tstate\nnew york city\tcity\nyork\tcity\n");
  const Table table = packed.table();
  struct Case {
    const char* key;
    std::uint32_t rows;
    const char* cell;
  };
  for (const Case& c : {Case{"new", 1, "prefix"},
                        {"new york", 2, "city"},
                        {"new york city", 1, "city"},
                        {"york", 1, "city"},
                        {"york new", 0, ""},
                        {"New", 0, ""},
                        {"", 0, ""},
                        {"new york ", 0, ""}}) {
    const RowRange rows = table.find(c.key);
    EXPECT_EQ(rows.size(), c.rows) << c.key;
    EXPECT_EQ(rows.empty() ? "" : table.cell(rows.first, 1), c.cell) << c.key;
  }
}

TEST(Table, MatchesOverTokens) {
  const Packed packed("new\ta\nnew york city\tb\n");
  const Table table = packed.table();
  const auto hash_of = [](std::string_view word) { return hash_word(word); };
  struct Case {
    std::vector<std::string_view> words;
    std::uint32_t end;  // 0: no match
  };
  for (const Case& c :
       {Case{{"new", "york", "city", "hall"}, 3}, {{"new", "york", "times"}, 1}, {{"york"}, 0}, {{}, 0}}) {
    const PhraseMatch match = find_longest(table, c.words, 0, static_cast<std::uint32_t>(c.words.size()), hash_of);
    EXPECT_EQ(match.rows.empty() ? 0 : match.end_token, c.end);
  }
}

TEST(Table, RefusesDamage) {
  const Packed packed("a\tb\n");
  for (std::size_t size = 1; size < packed.bytes.size(); ++size)
    EXPECT_THROW(Table(std::string_view(packed.bytes).substr(0, size)), std::runtime_error) << size;
  EXPECT_EQ(Table("").find("a").size(), 0u);
}

// Damage that the sizes don't show must neither hang a look-up nor send it out of the table.
TEST(Table, SurvivesDamage) {
  const Packed packed("new\tprefix\nnew york\tcity\nnew york\tstate\nnew york city\tcity\nyork\tcity\n");
  std::size_t opened = 0;
  for (std::uint32_t seed = 0; seed < 3000; ++seed) {
    const std::string bytes = test::damaged(packed.bytes, packed.bytes.size(), 1 + seed % 60, seed);
    try {
      const Table table(bytes);
      ++opened;
      for (const char* key : {"new", "new york", "new york city", "york", "boston"}) {
        const RowRange rows = table.find(key);
        ASSERT_LE(rows.end, table.row_count());
        for (std::uint32_t row = rows.first; row < rows.end; ++row) EXPECT_LE(table.cell(row, 1).size(), bytes.size());
      }
    } catch (const std::runtime_error&) {
    }
  }
  EXPECT_GT(opened, 500U);
}

TEST(PackTable, RefusesBadFiles) {
  for (const char* bad : {"b\tx\na\ty\n", "a\tx\nb\n", "\tx\n", "a\tx\na\tx\n"})
    EXPECT_THROW(pack_table(bad, "bad.tsv"), std::runtime_error) << bad;
  std::string one_key;  // more rows of it than a slot can count
  for (int row = 1000; row < 1511; ++row) one_key += "a\t" + std::to_string(row) + "\n";
  EXPECT_EQ(Packed(one_key).table().find("a").size(), 511u);
  EXPECT_THROW(pack_table(one_key + "a\t1511\n", "bad.tsv"), std::runtime_error);
}

TEST(Blob, RefusesDamage) {
  const std::string_view whole = embedded_bytes();
  EXPECT_NO_THROW(Blob{whole});
  for (std::size_t size : {std::size_t{0}, std::size_t{8}, std::size_t{100}, whole.size() / 2})
    EXPECT_THROW(Blob{whole.substr(0, size)}, std::runtime_error) << size;
  EXPECT_TRUE(Blob{whole}.section("no such section").empty());
}

}  // namespace
}  // namespace wirecut
