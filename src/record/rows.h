// The rows of all tables as values, on their way from the thread that made them to the one that writes the database.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include "record/table.h"
#include "wirecut/story.h"

namespace wirecut {

struct RowOptions {
  OffsetUnit offsets = OffsetUnit::codepoint;
  std::uint8_t layers = 63;  // Layer; tables of others have no rows
  bool with_text = true;
};

// Appends the rows of `story`: the first is its own in `stories`, which opens with id and day and ends with the text.
// The cells of all others are those of columns_of. Text is valid UTF-8 without NUL.
void write_rows(const Story& story, const RowOptions& options, std::string& out);

// null, text, whole number, number
using Cell = std::variant<std::monostate, std::string_view, std::int64_t, double>;

// Reads what write_rows wrote; `bytes` must live as long as cells are looked at.
class RowReader {
 public:
  explicit RowReader(std::string_view bytes) : rest_(bytes) {}

  bool next_row(RecordTable& table);  // false: there are no more
  bool next_cell(Cell& cell);         // false: the row ends

 private:
  std::string_view rest_;
};

}  // namespace wirecut
