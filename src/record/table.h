// The long tables (CSV, TSV): a row a story, a quote, an entity, for those who work in R or a spreadsheet.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "wirecut/record.h"
#include "wirecut/story.h"

namespace wirecut {

enum class RecordTable : std::uint8_t { stories, quotes, entities, mentions, places, countries, dates };
inline constexpr std::size_t kTables = 7;

// csv: RFC 4180, lines end in CR LF. tsv: lines end in LF; tab, LF, CR and backslash in a cell are \t \n \r \\.
enum class TableForm : std::uint8_t { csv, tsv };

struct TableOptions {
  RecordTable table = RecordTable::stories;
  TableForm form = TableForm::csv;
  OffsetUnit offsets = OffsetUnit::codepoint;
  std::uint8_t layers = 63;  // Layer; the cells of what is not asked for are empty
  bool raw = false;          // keeps text that a spreadsheet would run as a formula; else it gets a ' in front
};

// The table of that name ("quotes"); nothing where there is none.
std::optional<RecordTable> find_table(std::string_view name);
std::string_view name_of(RecordTable table);

// The layers that fill all columns of the table.
std::uint8_t layers_of(RecordTable table);

// Is it among the tables of a run that asks for `layers`?
bool is_written(RecordTable table, std::uint8_t layers);

// Appends the line of column names.
void write_table_header(const TableOptions& options, std::string& out);

// Appends the rows of `story`, in the record's order. What is null in the record is an empty cell. A story with an
// error has its row in `stories`, with the error's kind and message, and none elsewhere.
void write_table_rows(const Story& story, const TableOptions& options, std::string& out);

}  // namespace wirecut
