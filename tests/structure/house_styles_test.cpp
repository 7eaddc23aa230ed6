// Stories of many houses, a line each in house_styles.tsv: their headline, dateline, authors, source, where they
// begin and where they end.

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <fstream>
#include <string>

#include "check.h"
#include "lexicon/lexicon.h"
#include "structure/structure.h"

namespace wirecut {
namespace {

constexpr const char* kBody =
    "The ferry to the northern islands stopped running on Monday after a pier gave way, harbor officials said.\n\n"
    "Repairs will take about a month.";

// One line of the table.
struct Row {
  std::string dateline, authors, source, text;
  std::string headline = "-";
  std::size_t body_start = std::string::npos;
  std::size_t body_end = std::string::npos;  // where the row says it
};

// Takes `mark` out of the text, puts `words` in its place, and says where that was.
std::size_t replace_mark(std::string& text, std::string_view mark, std::string_view words) {
  const std::size_t at = text.find(mark);
  if (at != std::string::npos) text.replace(at, mark.size(), words);
  return at;
}

Row parse_row(std::string_view line) {
  Row row;
  for (std::string* cell : {&row.dateline, &row.authors, &row.source, &row.text}) {
    const std::size_t tab = std::min(line.find('\t'), line.size());
    *cell = line.substr(0, tab);
    line.remove_prefix(std::min(tab + 1, line.size()));
  }
  while (replace_mark(row.text, "\\n", "\n") != std::string::npos) {
  }
  const std::size_t start = replace_mark(row.text, "[[", "");
  if (const std::size_t end = replace_mark(row.text, "]]", ""); end != std::string::npos)
    row.headline = row.text.substr(start, end - start);
  row.body_start = replace_mark(row.text, "~", kBody);
  if (row.body_start != std::string::npos) row.body_end = row.body_start + std::string_view(kBody).size();
  row.body_start = std::min(row.body_start, replace_mark(row.text, "@@", ""));
  if (const std::size_t end = replace_mark(row.text, "@@", ""); end != std::string::npos) row.body_end = end;
  return row;
}

std::string shown(const std::string& value) { return value.empty() ? "-" : value; }

std::string dateline_of(const Structure& s) {
  if (!s.dateline) return "-";
  std::string date = "-";
  if (const auto& d = s.dateline->date)
    date = fmt::format("{}-{:02}-{:02}", d->year ? fmt::format("{}", static_cast<int>(*d->year)) : "XXXX",
                       static_cast<unsigned>(d->month_day.month()), static_cast<unsigned>(d->month_day.day()));
  return fmt::format("{}|{}|{}|{}", shown(s.dateline->place), shown(s.dateline->country), date,
                     shown(s.dateline->agency));
}

void check(const Row& row, const Lexicon& lexicon) {
  Story story;
  story.text = row.text;
  story.structure = parse_structure(story, lexicon);
  for (const std::string& fault : test::validate(story)) ADD_FAILURE() << fault << "\n  in: " << row.text;
  const Structure& s = story.structure;
  std::string authors;
  if (s.byline)
    for (const std::string& author : s.byline->authors) authors += (authors.empty() ? "" : "+") + author;
  EXPECT_EQ(s.headline ? row.text.substr(s.headline->start, s.headline->size()) : "-", row.headline) << row.text;
  EXPECT_EQ(dateline_of(s), row.dateline) << row.text;
  EXPECT_EQ(s.byline ? authors : "-", row.authors) << row.text;
  EXPECT_EQ(s.source ? s.source->name : "-", row.source) << row.text;
  ASSERT_TRUE(s.body) << row.text;
  EXPECT_EQ(s.body->span.start, row.body_start) << row.text;
  if (row.body_end != std::string::npos) {
    EXPECT_EQ(s.body->span.end, row.body_end) << row.text;
  }
}

TEST(HouseStyles, AreRead) {
  const Lexicon lexicon{embedded_bytes()};
  std::ifstream table(WIRECUT_TEST_DATA "/house_styles.tsv");
  std::size_t rows = 0;
  for (std::string line; std::getline(table, line);) {
    if (line.starts_with('#')) continue;
    check(parse_row(line), lexicon);
    ++rows;
  }
  EXPECT_GE(rows, 140u);
}

}  // namespace
}  // namespace wirecut
