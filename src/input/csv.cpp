// Tables with a header line and a column of texts (RFC 4180): cells in quotation marks hold commas, line breaks and
// doubled quotation marks. The delimiter is the one of comma, semicolon and tab that the header has most of. One row is
// held at a time.

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "input/article.h"
#include "input/carrier.h"
#include "input/field_markup.h"
#include "input/fields.h"
#include "text/ascii.h"
#include "text/decode.h"

namespace wirecut {

namespace {

constexpr std::size_t kLongestHeader = 1u << 16;  // bytes that are asked for the delimiter
constexpr std::size_t kMostColumns = 4096;        // the cells of more are passed over

struct Row {
  std::vector<std::string> cells;
  std::uint64_t line = 0, byte = 0;
  bool too_long = false;
  bool unclosed = false;  // the input ended inside of quotation marks
};

class RowReader {
 public:
  RowReader(Stream& stream, std::uint64_t max_bytes) : stream_(stream), max_bytes_(max_bytes) {}

  void set_delimiter(char delimiter) { delimiter_ = delimiter; }

  // The next row; its bytes are gone from the stream then. Nothing at the end.
  std::optional<Row> next() {
    Row row;
    row.line = line_;
    row.byte = stream_.position();
    row.cells.emplace_back();
    columns_ = 1;
    std::uint64_t bytes = 0;
    State state = State::start;
    for (;;) {
      if (stream_.view().empty() && !stream_.fill()) break;
      const std::string_view view = stream_.view();
      std::size_t used = 0;
      bool ended = false;
      while (used < view.size() && !ended) ended = step(view[used++], state, row, bytes);
      stream_.skip(used);
      if (ended) return row;
    }
    row.unclosed = state == State::quoted;
    const bool is_empty = bytes == 0 && row.cells.size() == 1 && row.cells[0].empty();
    return is_empty ? std::nullopt : std::optional(std::move(row));
  }

 private:
  enum class State : std::uint8_t { start, plain, quoted, quote_in_quoted };

  // Takes one character; true at the row's end.
  bool step(char c, State& state, Row& row, std::uint64_t& bytes) {
    if (c == '\n') ++line_;
    if (state == State::quoted) {
      if (c == '"')
        state = State::quote_in_quoted;
      else
        append(c, row, bytes);
      return false;
    }
    if (c == '"' && state == State::quote_in_quoted) {
      append(c, row, bytes);
      state = State::quoted;
    } else if (c == '"' && state == State::start) {
      state = State::quoted;
    } else if (c == delimiter_) {
      add_cell(row);
      state = State::start;
    } else if (c == '\n') {
      if (state != State::quote_in_quoted && row.cells.back().ends_with('\r')) row.cells.back().pop_back();
      return true;
    } else if (c != '\r' || state != State::quote_in_quoted) {
      append(c, row, bytes);
      state = State::plain;
    }
    return false;
  }

  void append(char c, Row& row, std::uint64_t& bytes) {
    row.too_long |= ++bytes > max_bytes_;
    if (!row.too_long && columns_ <= kMostColumns) row.cells.back() += c;
  }

  void add_cell(Row& row) {
    if (++columns_ <= kMostColumns) row.cells.emplace_back();
  }

  Stream& stream_;
  std::uint64_t max_bytes_;
  std::uint64_t line_ = 1;
  std::uint64_t columns_ = 0;  // of the row so far
  char delimiter_ = ',';
};

char find_delimiter(std::string_view header) {
  constexpr std::string_view kDelimiters = ",;\t";
  return *std::max_element(kDelimiters.begin(), kDelimiters.end(), [&](char a, char b) {
    return std::count(header.begin(), header.end(), a) < std::count(header.begin(), header.end(), b);
  });
}

class CsvReader : public StoryReader {
 public:
  explicit CsvReader(Input input) : input_(std::move(input)), rows_(input_.stream, input_.options.max_story_bytes) {}

  std::optional<Story> next() override {
    if (std::exchange(at_header_, false))
      if (std::optional<Story> failure = read_header()) return failure;
    while (std::optional<Row> row = rows_.next()) {
      if (input_.stream.error()) break;
      if (row->cells.size() == 1 && row->cells[0].empty() && !row->too_long) continue;
      return read_row(std::move(*row));
    }
    return input_.stream_failure();
  }

 private:
  // Sets the columns' roles; a failed story where no column holds the text.
  std::optional<Story> read_header() {
    Stream& stream = input_.stream;
    const auto head = [&] { return stream.view().substr(0, kLongestHeader); };
    while (head().find('\n') == std::string_view::npos && head().size() < kLongestHeader && stream.fill()) {
    }
    rows_.set_delimiter(find_delimiter(head().substr(0, head().find('\n'))));
    const std::optional<Row> header = rows_.next();
    if (!header) return std::nullopt;
    if (header->too_long) return refuse(input_.limit_error("the header"));
    for (const std::string& cell : header->cells) {
      names_.push_back(collapse_space(cell));
      roles_.push_back(role_of_field(names_.back(), input_.options));
    }
    if (!has_text()) read_names_in_any_case();
    if (has_text()) return std::nullopt;
    return refuse({ErrorKind::markup, no_column(), 1, 0});
  }

  bool has_text() const { return std::find(roles_.begin(), roles_.end(), FieldRole::text) != roles_.end(); }

  // "ID,Headline,Text": as spreadsheets write them. Not where two columns are one name so.
  void read_names_in_any_case() {
    std::vector<std::string> names = names_;
    for (std::string& name : names) name = ascii_lower_case(name);
    std::vector<FieldRole> roles;
    for (const std::string& name : names) roles.push_back(role_of_field(name, input_.options));
    if (std::count(roles.begin(), roles.end(), FieldRole::text) != 1) return;
    names_ = std::move(names);
    roles_ = std::move(roles);
  }

  // What the user may have meant stands beside it.
  std::string no_column() const {
    constexpr std::size_t kMostNames = 12, kLongestName = 40;
    const bool are_all = names_.size() <= kMostNames;
    std::vector<std::string_view> shown(names_.begin(), are_all ? names_.end() : names_.begin() + kMostNames);
    for (std::string_view& name : shown) name = name.substr(0, kLongestName);
    return fmt::format("no \"{}\" column: --text-field names one of \"{}\"{}", input_.options.text_field,
                       fmt::join(shown, "\", \""), are_all ? "" : " and others");
  }

  // Without a header no row can be read.
  Story refuse(Error error) {
    do input_.stream.skip(input_.stream.view().size());
    while (input_.stream.fill());
    return input_.failed_story(std::move(error));
  }

  Story read_row(Row row) {
    Story story;
    std::optional<std::string> text;
    for (std::size_t i = 0; i < std::min(row.cells.size(), roles_.size()); ++i) {
      const std::string cell = decode_text(std::move(row.cells[i]), story.warnings);
      switch (roles_[i]) {
        case FieldRole::text:
          text = cell;
          break;
        case FieldRole::id:
          story.id = collapse_space(cell);
          break;
        case FieldRole::date:
          story.metadata.published = iso_date(collapse_space(cell));
          break;
        case FieldRole::title:
          story.metadata.headline = collapse_space(cell);
          break;
        case FieldRole::authors:
          add_authors(cell, story.metadata.authors);
          break;
        case FieldRole::metadata:
          *metadata_member(story.metadata, names_[i]) = collapse_space(cell);
          break;
        case FieldRole::other:
          break;
      }
    }
    if (row.too_long) return failed(row, input_.limit_error("the row"), std::move(story.id));
    if (row.unclosed) return failed(row, markup_error("a quoted cell is not closed"), std::move(story.id));
    if (!text)
      return failed(row, markup_error(fmt::format("no \"{}\" cell", input_.options.text_field)), std::move(story.id));
    story.text = std::move(*text);
    warn_of_missing_id(story, input_.options);
    read_field_markup(story);
    input_.finish_story(story);
    return story;
  }

  // "Jane Roe; John Doe"
  static void add_authors(std::string_view cell, std::vector<std::string>& authors) {
    for (std::size_t at = 0; at < cell.size();) {
      const std::size_t end = std::min(cell.find(';', at), cell.size());
      if (std::string name = collapse_space(cell.substr(at, end - at)); !name.empty())
        authors.push_back(std::move(name));
      at = end + 1;
    }
  }

  static Error markup_error(std::string message) { return {ErrorKind::markup, std::move(message), {}, {}}; }

  Story failed(const Row& row, Error error, std::string id) {
    error.line = row.line;
    error.byte = row.byte;
    return input_.failed_story(std::move(error), std::move(id));
  }

  Input input_;
  RowReader rows_;
  std::vector<std::string> names_;
  std::vector<FieldRole> roles_;
  bool at_header_ = true;
};

}  // namespace

std::unique_ptr<StoryReader> read_csv(Input input) { return std::make_unique<CsvReader>(std::move(input)); }

}  // namespace wirecut
