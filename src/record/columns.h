// The columns of the long tables, whatever they are written as: lines of text (table.h) or rows of a database (rows.h).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "record/table.h"
#include "wirecut/story.h"

namespace wirecut {

enum class CellType : std::uint8_t { text, integer, real };

struct ColumnName {
  std::string_view name;
  CellType type;
};

// In the order in which write_cells writes them. The story's id and day are not among them: who writes rows puts them,
// or a key, in front.
std::vector<ColumnName> columns_of(RecordTable table);

// Takes the cells of rows, from left to right. An empty text is what the record calls null, as `empty` is.
class Cells {
 public:
  virtual ~Cells() = default;
  virtual void begin_row() = 0;
  virtual void empty() = 0;
  virtual void text(std::string_view value) = 0;
  virtual void number(std::uint64_t value) = 0;
  virtual void number(double value, int significant_digits) = 0;
  virtual void truth(bool value) = 0;
  virtual void end_row() = 0;
};

// Writes a row an item of the table that `story` has, in the record's order. A cell of a layer that isn't among
// `layers` is empty.
void write_cells(const Story& story, RecordTable table, OffsetUnit unit, std::uint8_t layers, Cells& cells);

// The day that "today" means in the story, YYYY-MM-DD; empty where it isn't known.
std::string published_day(const Story& story);

// `value` as valid UTF-8 without NUL, which readers of tables stumble over: U+FFFD in its place.
void append_clean(std::string_view value, std::string& out);

}  // namespace wirecut
