// The command line as values.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "record/rows.h"
#include "record/table.h"
#include "wirecut/analyzer.h"
#include "wirecut/reader.h"
#include "wirecut/record.h"

namespace wirecut {

enum class OutputFormat : std::uint8_t { jsonl, json, csv, tsv, sqlite };
enum class ProgressMode : std::uint8_t { automatic, always, never };
enum class Action : std::uint8_t { analyze, print_schema, print_version };

// What the exit code says.
enum ExitCode : int {
  kAllRead = 0,
  kCouldNotGoOn = 1,
  kWrongUse = 2,
  kSomeUnreadable = 3,
};

struct Options {
  Action action = Action::analyze;
  std::vector<std::string> paths;  // "-" is standard input; never empty
  std::string output;              // empty: standard output, or out_dir
  std::string out_dir;             // empty: `output`
  std::string names_file;          // of --names; empty: none
  ReadOptions read;
  AnalyzeOptions analyze;
  RecordOptions record;
  std::optional<OutputFormat> to;  // absent: indented for one story on a terminal, else JSON Lines
  TableOptions table;              // of csv and tsv
  RowOptions rows;                 // of sqlite
  unsigned jobs = 1;
  std::uint64_t max_errors = 0;  // 0: no limit
  bool exit_zero_on_bad_input = false;
  bool quiet = false;
  bool resume = false;
  bool force = false;
  bool stats = false;
  ProgressMode progress = ProgressMode::automatic;
};

// What to run, or the exit code where there is nothing to run: help was printed, or the use was wrong and standard
// error says how.
struct ParsedOptions {
  std::optional<Options> options;
  int exit_code = kAllRead;
};

ParsedOptions parse_options(int argc, const char* const* argv);

}  // namespace wirecut
