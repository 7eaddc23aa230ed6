// One SQLite file: FILE.part while it grows, FILE when it is whole.
//
// Each table has the columns that --to csv has (columns.cpp), behind a key of its own, which counts from 1, and the key
// of the story: ids of stories may repeat. Where an entity is referred to, it is by (story, id), as in the record. The
// search tables (FTS5) hold an index only and read the words from the tables that they search.
//
// The part is thrown away unless it becomes the file, so it needs no journal: all is one transaction, of which SQLite
// writes out what its cache can't hold. Indexes are built at the end, because sorting once costs less than inserting
// everywhere.

#include <fmt/format.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>

#include "cli/out_file.h"
#include "cli/output.h"
#include "record/columns.h"

namespace wirecut {

namespace {

// What a table has beside its columns.
struct Shape {
  std::string_view key;          // its own
  std::string_view constraints;  // behind the columns
  std::string_view indexes;      // statements
};

// In the order of RecordTable.
constexpr std::array<Shape, kTables> kShapes = {{
    {"story", "",
     "CREATE INDEX stories_story_id ON stories (story_id); CREATE INDEX stories_published ON stories (published);"},
    {"quote",
     ", FOREIGN KEY (story, speaker_entity) REFERENCES entities (story, id)"
     ", FOREIGN KEY (story, via_entity) REFERENCES entities (story, id)",
     "CREATE INDEX quotes_story ON quotes (story); CREATE INDEX quotes_speaker ON quotes (speaker);"
     "CREATE VIRTUAL TABLE quotes_fts USING fts5 (text, content=quotes, content_rowid=quote,"
     " tokenize='unicode61 remove_diacritics 2');"
     "INSERT INTO quotes_fts (quotes_fts) VALUES ('rebuild');"},
    {"entity", ", UNIQUE (story, id)", "CREATE INDEX entities_name ON entities (name);"},
    {"mention", ", FOREIGN KEY (story, entity) REFERENCES entities (story, id)",
     "CREATE INDEX mentions_entity ON mentions (story, entity);"},
    {"place", "", "CREATE INDEX places_story ON places (story); CREATE INDEX places_country ON places (country);"},
    {"country", "",
     "CREATE INDEX countries_story ON countries (story); CREATE INDEX countries_code ON countries (code);"},
    {"date", "", "CREATE INDEX dates_story ON dates (story); CREATE INDEX dates_value ON dates (value);"},
}};

constexpr std::string_view kSearchStories =
    "CREATE VIRTUAL TABLE stories_fts USING fts5 (headline, text, content=stories, content_rowid=story,"
    " tokenize='unicode61 remove_diacritics 2');"
    "INSERT INTO stories_fts (stories_fts) VALUES ('rebuild');";

constexpr std::string_view kBegin =
    "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -16000;"
    "PRAGMA user_version = 1; BEGIN;";

std::string create_statement(RecordTable table, bool with_text) {
  constexpr std::array<std::string_view, 3> kTypes = {"TEXT", "INTEGER", "REAL"};
  const bool is_stories = table == RecordTable::stories;
  const Shape& shape = kShapes[static_cast<std::size_t>(table)];
  std::string sql =
      fmt::format("CREATE TABLE {} ({} INTEGER PRIMARY KEY, {}", name_of(table), shape.key,
                  is_stories ? "story_id TEXT, published TEXT" : "story INTEGER NOT NULL REFERENCES stories");
  for (const ColumnName& column : columns_of(table))
    sql += fmt::format(", \"{}\" {}", column.name, kTypes[static_cast<std::size_t>(column.type)]);
  return sql + fmt::format("{}{});", is_stories && with_text ? ", text TEXT" : "", shape.constraints);
}

// With the table's key left to SQLite, which counts: one value for each other column.
std::string insert_statement(RecordTable table, bool with_text) {
  const std::size_t before = table == RecordTable::stories ? 2u + with_text : 1;  // id, day, text; the story's key
  std::string sql = fmt::format("INSERT INTO {} VALUES (NULL", name_of(table));
  for (std::size_t i = columns_of(table).size() + before; i > 0; --i) sql += ", ?";
  return sql + ")";
}

struct CloseDatabase {
  void operator()(sqlite3* database) const { sqlite3_close(database); }
};
struct FinalizeStatement {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};

class SqliteOutput : public Output {
 public:
  SqliteOutput(std::string path, Descriptor part, const RowOptions& options)
      : path_(std::move(path)), part_(std::move(part)), options_(options) {}

  ~SqliteOutput() override {
    if (!is_whole_) ::unlink(part_name().c_str());
  }
  SqliteOutput(const SqliteOutput&) = delete;
  SqliteOutput& operator=(const SqliteOutput&) = delete;

  Result<void> begin() {
    if (::ftruncate(part_.get(), 0) != 0) return system_failure(part_name());
    sqlite3* database = nullptr;
    const std::string plain_name = (path_.starts_with('/') ? "" : "./") + part_name();  // never a "file:" URI
    const int opened = sqlite3_open_v2(plain_name.c_str(), &database, SQLITE_OPEN_READWRITE, nullptr);
    database_.reset(database);
    if (opened != SQLITE_OK) return failure();
    std::string sql(kBegin);
    for (std::size_t i = 0; i < kTables; ++i) sql += create_statement(static_cast<RecordTable>(i), options_.with_text);
    if (Result<void> made = execute(sql); !made) return made;
    for (std::size_t i = 0; i < kTables; ++i) {
      const std::string insert = insert_statement(static_cast<RecordTable>(i), options_.with_text);
      sqlite3_stmt* statement = nullptr;
      if (sqlite3_prepare_v2(database, insert.c_str(), -1, &statement, nullptr) != SQLITE_OK) return failure();
      inserts_[i].reset(statement);
    }
    return {};
  }

  Result<void> write(const Done& done) override {
    RowReader rows(done.bytes);
    for (RecordTable table{}; rows.next_row(table);)
      if (!insert_row(table, rows)) return failure();
    return {};
  }

  Result<void> flush() override { return {}; }

  Result<void> finish() override {
    std::string sql;
    for (const Shape& shape : kShapes) sql += shape.indexes;
    if (options_.with_text) sql += kSearchStories;
    if (Result<void> built = execute(sql + "COMMIT;"); !built) return built;
    for (auto& statement : inserts_) statement.reset();
    if (sqlite3_close(database_.get()) != SQLITE_OK) return failure();
    database_.release();
    if (::fsync(part_.get()) != 0) return system_failure(part_name());
    is_whole_ = true;
    return rename_part(AT_FDCWD, part_name(), path_, path_);
  }

  Result<void> stop() override { return {}; }

 private:
  std::string part_name() const { return path_ + ".part"; }

  tl::unexpected<Error> failure() const {
    return tl::unexpected(Error{ErrorKind::io, fmt::format("{}: {}", part_name(), sqlite3_errmsg(database_.get())),
                                std::nullopt, std::nullopt});
  }

  Result<void> execute(const std::string& sql) {
    if (sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) return failure();
    return {};
  }

  bool insert_row(RecordTable table, RowReader& rows) {
    sqlite3_stmt* insert = inserts_[static_cast<std::size_t>(table)].get();
    int at = 0;
    if (table == RecordTable::stories)
      ++story_;
    else
      sqlite3_bind_int64(insert, ++at, story_);
    for (Cell cell; rows.next_cell(cell);)
      if (!bind(insert, ++at, cell)) return false;
    sqlite3_step(insert);
    return sqlite3_reset(insert) == SQLITE_OK;
  }

  static bool bind(sqlite3_stmt* statement, int at, const Cell& cell) {
    if (const auto* text = std::get_if<std::string_view>(&cell))
      return sqlite3_bind_text64(statement, at, text->data(), text->size(), SQLITE_STATIC, SQLITE_UTF8) == SQLITE_OK;
    if (const auto* whole = std::get_if<std::int64_t>(&cell))
      return sqlite3_bind_int64(statement, at, *whole) == SQLITE_OK;
    if (const auto* number = std::get_if<double>(&cell))
      return sqlite3_bind_double(statement, at, *number) == SQLITE_OK;
    return sqlite3_bind_null(statement, at) == SQLITE_OK;
  }

  std::string path_;
  Descriptor part_;  // holds the lock
  RowOptions options_;
  std::unique_ptr<sqlite3, CloseDatabase> database_;
  std::array<std::unique_ptr<sqlite3_stmt, FinalizeStatement>, kTables> inserts_;
  std::int64_t story_ = 0;
  bool is_whole_ = false;
};

}  // namespace

Result<std::unique_ptr<Output>> open_sqlite_output(const std::string& path, const RowOptions& options) {
  struct stat status {};
  if (::stat(path.c_str(), &status) == 0 && (!S_ISREG(status.st_mode) || path.starts_with("/dev/")))
    return tl::unexpected(
        Error{ErrorKind::io, path + ": a database can only be a regular file", std::nullopt, std::nullopt});
  Result<Descriptor> part = open_locked(AT_FDCWD, path + ".part", path + ".part");
  if (!part) return tl::unexpected(part.error());
  auto output = std::make_unique<SqliteOutput>(path, std::move(*part), options);
  if (Result<void> begun = output->begin(); !begun) return tl::unexpected(begun.error());
  return output;
}

}  // namespace wirecut
