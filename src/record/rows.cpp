// A row is the number of its table, its cells, and an end; a cell is its kind, and eight bytes of number or of a text's
// size with the text behind. The bytes never leave the process.

#include "record/rows.h"

#include <fmt/format.h>

#include <cassert>
#include <charconv>
#include <cstring>

#include "record/columns.h"

namespace wirecut {

namespace {

enum class Mark : char { null, text, integer, real, end };

class ValueCells : public Cells {
 public:
  ValueCells(const Story& story, const RowOptions& options, std::string& out)
      : story_(story), options_(options), out_(out) {}

  void write_table(RecordTable table) {
    table_ = table;
    write_cells(story_, table, options_.offsets, options_.layers, *this);
  }

  void begin_row() override {
    out_ += static_cast<char>(table_);
    if (table_ != RecordTable::stories) return;
    text(story_.id);
    text(published_day(story_));
  }

  void empty() override { mark(Mark::null); }

  void text(std::string_view value) override {
    if (value.empty()) return empty();
    mark(Mark::text);
    const std::size_t size_at = out_.size();
    add(std::uint64_t{0});
    append_clean(value, out_);
    const std::uint64_t size = out_.size() - size_at - sizeof(std::uint64_t);
    std::memcpy(out_.data() + size_at, &size, sizeof size);
  }

  void number(std::uint64_t value) override {
    mark(Mark::integer);
    add(value);
  }

  // The number that the record's digits stand for.
  void number(double value, int significant_digits) override {
    const std::string digits = fmt::format("{:.{}g}", value, significant_digits);
    double rounded = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), rounded);
    mark(Mark::real);
    add(rounded);
  }

  void truth(bool value) override { number(std::uint64_t{value}); }

  void end_row() override {
    if (table_ == RecordTable::stories && options_.with_text) text(story_.text);
    mark(Mark::end);
  }

 private:
  void mark(Mark kind) { out_ += static_cast<char>(kind); }

  template <class Number>
  void add(Number value) {
    char bytes[sizeof value];
    std::memcpy(bytes, &value, sizeof value);
    out_.append(bytes, sizeof value);
  }

  const Story& story_;
  const RowOptions& options_;
  std::string& out_;
  RecordTable table_ = RecordTable::stories;
};

template <class Number>
Number take(std::string_view& bytes) {
  Number value;
  assert(bytes.size() >= sizeof value);
  std::memcpy(&value, bytes.data(), sizeof value);
  bytes.remove_prefix(sizeof value);
  return value;
}

}  // namespace

void write_rows(const Story& story, const RowOptions& options, std::string& out) {
  ValueCells cells(story, options, out);
  for (std::size_t i = 0; i < kTables; ++i)
    if (is_written(static_cast<RecordTable>(i), options.layers)) cells.write_table(static_cast<RecordTable>(i));
}

bool RowReader::next_row(RecordTable& table) {
  if (rest_.empty()) return false;
  table = static_cast<RecordTable>(take<char>(rest_));
  return true;
}

bool RowReader::next_cell(Cell& cell) {
  switch (static_cast<Mark>(take<char>(rest_))) {
    case Mark::null:
      cell = std::monostate();
      return true;
    case Mark::integer:
      cell = take<std::int64_t>(rest_);
      return true;
    case Mark::real:
      cell = take<double>(rest_);
      return true;
    case Mark::text: {
      const auto size = take<std::uint64_t>(rest_);
      cell = rest_.substr(0, size);
      rest_.remove_prefix(size);
      return true;
    }
    case Mark::end:
      break;
  }
  return false;
}

}  // namespace wirecut
