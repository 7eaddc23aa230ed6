// Every row opens with the story's id, by which the tables join, and its day; the other columns are those of
// columns.cpp.
//
// A cell whose text a spreadsheet would take for a formula ("=HYPERLINK(...)", "@SUM") gets an apostrophe in front, as
// OWASP's page on CSV injection advises; numbers are ours and stay. NUL, which readers of CSV stumble over, and bytes
// that aren't UTF-8 (a file name may be anything) become U+FFFD.

#include "record/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "record/columns.h"
#include "wirecut/analyzer.h"

namespace wirecut {

namespace {

constexpr std::string_view kFormulaStarts = "=+-@\t\r\n";

// A lone sign is none, nor is "-#2": the ids of stories of standard input, which must stay what the records say.
bool may_be_formula(std::string_view cell) {
  constexpr std::string_view kNumbered = "-#";
  if (cell.size() < 2 || kFormulaStarts.find(cell.front()) == std::string_view::npos) return false;
  return !cell.starts_with(kNumbered) || cell.find_first_not_of("0123456789", kNumbered.size()) < cell.size();
}

// Writes rows as lines of text.
class TextCells : public Cells {
 public:
  TextCells(const TableOptions& options, std::string_view id, std::string_view day, std::string& out)
      : options_(options), id_(id), day_(day), out_(out) {}

  void begin_row() override {
    text(id_);
    text(day_);
  }

  void empty() override { separate(); }

  void text(std::string_view value) override {
    separate();
    const bool formula = !options_.raw && may_be_formula(value);
    const bool quoted = options_.form == TableForm::csv && value.find_first_of(",\"\r\n") != std::string_view::npos;
    if (quoted) out_ += '"';
    if (formula) out_ += '\'';
    clean_.clear();
    append_clean(value, clean_);
    for (const char c : clean_) append_escaped(c);
    if (quoted) out_ += '"';
  }

  void number(std::uint64_t value) override {
    separate();
    fmt::format_to(std::back_inserter(out_), "{}", value);
  }

  void number(double value, int significant_digits) override {
    separate();
    fmt::format_to(std::back_inserter(out_), "{:.{}g}", value, significant_digits);
  }

  void truth(bool value) override { text(value ? "true" : "false"); }

  void end_row() override {
    out_ += options_.form == TableForm::csv ? "\r\n" : "\n";
    first_ = true;
  }

 private:
  void separate() {
    if (!first_) out_ += options_.form == TableForm::csv ? ',' : '\t';
    first_ = false;
  }

  void append_escaped(char c) {
    if (options_.form == TableForm::csv) {
      if (c == '"') out_ += '"';
      out_ += c;
      return;
    }
    switch (c) {
      case '\t':
        out_ += "\\t";
        break;
      case '\n':
        out_ += "\\n";
        break;
      case '\r':
        out_ += "\\r";
        break;
      case '\\':
        out_ += "\\\\";
        break;
      default:
        out_ += c;
    }
  }

  const TableOptions& options_;
  std::string_view id_, day_;
  std::string& out_;
  std::string clean_;  // memory that is used again
  bool first_ = true;
};

// In the order of RecordTable.
struct TableName {
  std::string_view name;
  std::uint8_t
      needed;  // layers that fill its columns; the pronouns among the mentions of an entity are found for the quotes
  std::uint8_t own;  // the layer that it is of
};
constexpr std::array<TableName, kTables> kTableNames = {{{"stories", kAllLayers, kAllLayers},
                                                         {"quotes", kQuotes, kQuotes},
                                                         {"entities", kEntities | kQuotes, kEntities},
                                                         {"mentions", kEntities | kQuotes, kEntities},
                                                         {"places", kPlaces, kPlaces},
                                                         {"countries", kCountries, kCountries},
                                                         {"dates", kDates, kDates}}};

}  // namespace

std::optional<RecordTable> find_table(std::string_view name) {
  const auto* found =
      std::find_if(kTableNames.begin(), kTableNames.end(), [&](const TableName& t) { return t.name == name; });
  if (found == kTableNames.end()) return std::nullopt;
  return static_cast<RecordTable>(found - kTableNames.begin());
}

std::string_view name_of(RecordTable table) { return kTableNames[static_cast<std::size_t>(table)].name; }

std::uint8_t layers_of(RecordTable table) { return kTableNames[static_cast<std::size_t>(table)].needed; }

bool is_written(RecordTable table, std::uint8_t layers) {
  return (kTableNames[static_cast<std::size_t>(table)].own & layers) != 0;
}

void write_table_header(const TableOptions& options, std::string& out) {
  TextCells cells(options, "story_id", "published", out);
  cells.begin_row();
  for (const ColumnName& column : columns_of(options.table)) cells.text(column.name);
  cells.end_row();
}

void write_table_rows(const Story& story, const TableOptions& options, std::string& out) {
  const std::string day = published_day(story);
  TextCells cells(options, story.id, day, out);
  write_cells(story, options.table, options.offsets, options.layers, cells);
}

}  // namespace wirecut
