// The one translation unit that includes CLI11: it takes five seconds to compile. The table of DESIGN in code: each
// option with its help and its check; what the library can't say (a day that exists, a list of layers) is checked
// below.

#include "cli/options.h"

#include <fmt/format.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <limits>

#include "cli/cores.h"
#include "cli/messages.h"
#include "input/input.h"

namespace wirecut {

namespace {

constexpr std::uint64_t kMostStoryBytes = std::uint64_t{1} << 40;

constexpr std::string_view kUsage =
    "Usage: wirecut [OPTIONS] [PATH...]\n"
    "  News stories in, one JSON record a story out. PATH: a file, a folder, or - for standard input (the default).\n";

constexpr std::string_view kShortHelp =
    "  -o FILE            write the records to FILE            -j N          worker threads\n"
    "  --from FORMAT      auto, text, jsonl, ...               --to FORMAT   jsonl, json, csv, tsv, sqlite\n"
    "  --only LIST        structure,entities,quotes,countries,places,dates\n"
    "  --published DATE   the day of the stories               --no-text     leave the text out\n"
    "  --help             all options, examples, exit codes    --version, --schema\n";

constexpr std::string_view kExamples = R"(
Examples:
  wirecut story.txt                                   one story, as indented JSON on a terminal
  cat story.txt | wirecut | jq '.quotes[] | {who: .speaker.name, text}'
  wirecut stories/ -o records.jsonl                   a folder with all that is below it
  wirecut --from jsonl < in.jsonl > out.jsonl         one line in, one line out, in the same order
  wirecut --published 2019-05-02 story.txt            the day that "Wednesday" counts from
  wirecut stories/ --out-dir records/ --resume        a file a story; goes on where the last run stopped
  wirecut --to csv --table quotes stories/ -o q.csv   a row a quote, for R or a spreadsheet
  wirecut --to sqlite stories/ -o news.db             all tables in one file, with full-text search
  wirecut --only quotes --no-text archive.jsonl.zst   less to compute, less to write

Exit codes:
  0  every story has its record
  1  could not go on: the disk is full, a file can't be written, too many unreadable stories
  2  wrong use
  3  finished, but some stories could not be read: their records hold the error
  130, 143  interrupted or terminated
)";

struct LayerName {
  std::string_view name;
  Layer layer;
};
constexpr std::array<LayerName, 6> kLayerNames = {{{"structure", kStructure},
                                                   {"entities", kEntities},
                                                   {"quotes", kQuotes},
                                                   {"countries", kCountries},
                                                   {"places", kPlaces},
                                                   {"dates", kDates}}};

// In the order of OutputFormat.
constexpr std::array<std::string_view, 5> kFormatNames = {"jsonl", "json", "csv", "tsv", "sqlite"};

// "quotes, dates" -> their bits; throws what CLI11 reports.
std::uint8_t parse_layers(const std::vector<std::string>& names) {
  unsigned layers = 0;
  for (const std::string& words : names) {
    const std::string name = CLI::detail::trim_copy(words);
    const auto* found = std::find_if(kLayerNames.begin(), kLayerNames.end(),
                                     [&](const LayerName& layer) { return layer.name == name; });
    if (found == kLayerNames.end()) {
      std::string known;
      for (const LayerName& layer : kLayerNames) known.append(known.empty() ? "" : ",").append(layer.name);
      throw CLI::ValidationError("--only", fmt::format("no such part of a record: {}; there are {}", name, known));
    }
    layers |= found->layer;
  }
  return static_cast<std::uint8_t>(layers);
}

// "2019-05-02"; throws what CLI11 reports.
std::chrono::year_month_day parse_day(const std::string& text) {
  int year = 0, used = 0;
  unsigned month = 0, day = 0;
  const bool shaped = text.size() == 10 && text.find_first_not_of("0123456789-") == std::string::npos &&
                      std::sscanf(text.c_str(), "%4d-%2u-%2u%n", &year, &month, &day, &used) == 3 && used == 10;
  const std::chrono::year_month_day value{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
  if (!shaped || !value.ok()) throw CLI::ValidationError("--published", "no day of the form YYYY-MM-DD: " + text);
  return value;
}

// Of options whose empty value would pass for one that wasn't given.
const CLI::Validator kNotEmpty([](const std::string& value) { return std::string(value.empty() ? "is empty" : ""); },
                               "");

// What the library fills, before it becomes Options.
struct Raw {
  std::vector<std::string> only;
  std::string published;
  std::string to, table;
  std::string offsets = "codepoint";
  std::string progress = "auto";
  int jobs = 0;
  bool strict = false, no_text = false;
  bool schema = false, version = false, short_help = false, long_help = false;
};

void add_input_options(CLI::App& app, Options& options, Raw& raw) {
  const std::span<const std::string_view> formats = input_formats();
  app.add_option("--from", options.read.from, "Input format; auto goes by content, then by name")
      ->check(CLI::IsMember(std::vector<std::string>(formats.begin(), formats.end())))
      ->group("Input");
  const auto field = [&](const char* name, std::string& value, const char* what) {
    app.add_option(name, value, what)->capture_default_str()->type_name("NAME")->group("Input");
  };
  field("--text-field", options.read.text_field,
        "JSON Lines, CSV: the field of the text; of JSON /doc/text is one within another");
  field("--id-field", options.read.id_field, "JSON Lines, CSV: the field of the id");
  field("--date-field", options.read.date_field, "JSON Lines, CSV: the field of the day of publication");
  field("--title-field", options.read.title_field,
        "JSON Lines, CSV: the field of the headline, which counts where the text has it too");
  app.add_option("--published", raw.published, "The day of the stories, whatever day they carry themselves")
      ->check(kNotEmpty)
      ->type_name("YYYY-MM-DD")
      ->group("Input");
  app.add_option("--near", options.analyze.near,
                 "The publisher's home, US or US-ID: it decides between places of one name")
      ->check(kNotEmpty)
      ->type_name("CODE")
      ->group("Input");
  app.add_option("--names", options.names_file,
                 "Your own list of names, which wins: name, type[, canonical name[, id]], in tabs or commas")
      ->check(kNotEmpty)
      ->type_name("FILE")
      ->group("Input");
  app.add_option("--split", options.read.split, "Several stories in one text: none, auto, or a regular expression")
      ->capture_default_str()
      ->type_name("HOW")
      ->group("Input");
  app.add_option("--max-story", options.read.max_story_bytes, "Longest story that is read, for example 32MB")
      ->transform(CLI::AsSizeValue(false))
      ->default_str("16MB")
      ->type_name("SIZE")
      ->group("Input");
}

void add_output_options(CLI::App& app, Options& options, Raw& raw) {
  app.add_option("-o,--output", options.output, "Where records go; written as FILE.part, then renamed")
      ->check(kNotEmpty)
      ->type_name("FILE")
      ->group("Output");
  app.add_option("--out-dir", options.out_dir,
                 "One record file an input file, in the same folders, .json (.csv, .tsv) added")
      ->check(kNotEmpty)
      ->type_name("DIR")
      ->group("Output");
  app.add_flag("--force", options.force, "With --out-dir: replace files that wirecut did not write")->group("Output");
  app.add_option("--to", raw.to,
                 "Output format; json is indented, csv and tsv are a table, sqlite a file of all tables")
      ->check(CLI::IsMember(std::vector<std::string>(kFormatNames.begin(), kFormatNames.end())))
      ->group("Output");
  app.add_option("--table", raw.table,
                 "Which table csv and tsv are: a row a story, a quote, and so on; default: what --only names alone, "
                 "else stories")
      ->check(CLI::IsMember({"stories", "quotes", "entities", "mentions", "places", "countries", "dates"}))
      ->group("Output");
  app.add_flag("--csv-raw", options.table.raw,
               "Don't put ' in front of cells that a spreadsheet would run as a formula")
      ->group("Output");
  app.add_option("--only", raw.only, "Compute and write only these: structure,entities,quotes,countries,places,dates")
      ->check(kNotEmpty)
      ->delimiter(',')
      ->allow_extra_args(false)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
      ->type_name("LIST")
      ->group("Output");
  app.add_flag("--no-text", raw.no_text, "Leave the text out of the records")->group("Output");
  app.add_option("--offsets", raw.offsets, "Unit of all offsets")
      ->check(CLI::IsMember({"codepoint", "byte", "utf16"}))
      ->capture_default_str()
      ->group("Output");
}

void add_run_options(CLI::App& app, Options& options, Raw& raw) {
  app.add_option("-j,--jobs", raw.jobs, "Worker threads; 0 is as many as the cores that may be used")
      ->check(CLI::Range(0, 1024))
      ->capture_default_str()
      ->type_name("N")
      ->group("Run");
  app.add_flag("--strict", raw.strict, "Stop at the first story that can't be read")->group("Run");
  app.add_option("--max-errors", options.max_errors, "Stop at the N-th story that can't be read")
      ->check(CLI::Range(std::uint64_t{1}, std::numeric_limits<std::uint64_t>::max()))
      ->type_name("N")
      ->group("Run");
  app.add_flag("--exit-zero-on-bad-input", options.exit_zero_on_bad_input, "Exit 0 where only stories failed")
      ->group("Run");
  app.add_flag("--resume", options.resume, "With -o or --out-dir: go on where an interrupted run stopped")
      ->group("Run");
  app.add_option("--progress", raw.progress, "One line on standard error: stories, MB/s, errors, time left")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->capture_default_str()
      ->group("Run");
  app.add_flag("--stats", options.stats, "At the end, on standard error: stories, bytes, seconds a stage")
      ->group("Run");
  app.add_flag("-q,--quiet", options.quiet, "Nothing on standard error but what stops the run")->group("Run");
}

void add_about_options(CLI::App& app, Raw& raw) {
  app.add_flag("--schema", raw.schema, "Print the JSON Schema of the record")->group("About");
  app.add_flag("--version", raw.version, "Print the version and the digest of the data")->group("About");
  app.add_flag("-h", raw.short_help, "Print short help")->group("About");
  app.add_flag("--help", raw.long_help, "Print this help")->group("About");
}

// Options that exclude or need each other.
void check_together(const Options& options) {
  if (!options.output.empty() && !options.out_dir.empty())
    throw CLI::ValidationError("--out-dir", "not together with -o");
  if (options.resume && options.output.empty() && options.out_dir.empty())
    throw CLI::ValidationError("--resume", "needs -o or --out-dir");
  if (options.resume && std::count(options.paths.begin(), options.paths.end(), "-") > 0)
    throw CLI::ValidationError("--resume", "standard input can't be read again: name files or folders");
  if (options.to == OutputFormat::sqlite && options.output.empty())
    throw CLI::ValidationError("--to sqlite", "needs -o FILE: a database is one file");
  if (options.to == OutputFormat::sqlite && options.resume)
    throw CLI::ValidationError("--resume", "not with --to sqlite, which is written whole or not at all");
  std::error_code ignored;
  for (const std::string& path : options.paths)
    if (!options.output.empty() && std::filesystem::is_regular_file(path, ignored) &&
        std::filesystem::equivalent(path, options.output, ignored))
      throw CLI::ValidationError("-o", "the file that is read can't be the one that is written");
  for (const std::string& path : options.paths)
    if (!options.out_dir.empty() && std::filesystem::equivalent(path, options.out_dir, ignored))
      throw CLI::ValidationError("--out-dir", "the folder that is read can't be the one that is written");
}

// The table named; else that of the one part that --only asks for, "quotes"; else a row a story.
RecordTable chosen_table(const Options& options, const Raw& raw) {
  std::string_view name = raw.table;
  for (const LayerName& layer : kLayerNames)
    if (name.empty() && options.analyze.layers == layer.layer) name = layer.name;
  return find_table(name).value_or(RecordTable::stories);
}

// --to, --table and what they ask to be computed. Throws CLI::ValidationError.
void finish_format(Options& options, const Raw& raw) {
  if (!raw.to.empty())
    options.to =
        static_cast<OutputFormat>(std::find(kFormatNames.begin(), kFormatNames.end(), raw.to) - kFormatNames.begin());
  const bool is_table = options.to == OutputFormat::csv || options.to == OutputFormat::tsv;
  if (!is_table && (!raw.table.empty() || options.table.raw))
    throw CLI::ValidationError(raw.table.empty() ? "--csv-raw" : "--table", "needs --to csv or --to tsv");
  if (options.to == OutputFormat::sqlite) {
    // The speakers of quotes refer to entities: no row without the one it refers to.
    if ((options.analyze.layers & kQuotes) != 0) options.analyze.layers |= kEntities;
    options.rows = {options.record.offsets, options.analyze.layers, options.record.with_text};
  }
  if (!is_table) return;
  options.table.form = options.to == OutputFormat::csv ? TableForm::csv : TableForm::tsv;
  options.table.table = chosen_table(options, raw);
  options.table.offsets = options.record.offsets;
  const std::uint8_t needed = layers_of(options.table.table);
  if ((options.analyze.layers & needed) == 0)
    throw CLI::ValidationError("--only", "leaves nothing for --table " + raw.table);
  options.table.layers = options.analyze.layers &= needed;
}

// Throws CLI::ValidationError.
void finish_options(Options& options, const Raw& raw) {
  if (std::count(options.paths.begin(), options.paths.end(), "") > 0)
    throw CLI::ValidationError("PATH", "is empty: name a file, a folder, or - for standard input");
  if (options.read.max_story_bytes == 0 || options.read.max_story_bytes > kMostStoryBytes)
    throw CLI::ValidationError("--max-story", "must be at least 1 byte, and at most 1 TB");
  for (char& c : options.analyze.near) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  if (raw.schema) options.action = Action::print_schema;
  if (raw.version) options.action = Action::print_version;
  if (!raw.only.empty()) options.analyze.layers = options.record.layers = parse_layers(raw.only);
  if (!raw.published.empty()) options.analyze.published = parse_day(raw.published);
  options.record.offsets = raw.offsets == "byte"    ? OffsetUnit::byte
                           : raw.offsets == "utf16" ? OffsetUnit::utf16
                                                    : OffsetUnit::codepoint;
  options.record.with_text = !raw.no_text;
  finish_format(options, raw);
  options.jobs = raw.jobs == 0 ? usable_cores() : static_cast<unsigned>(raw.jobs);
  if (raw.strict) options.max_errors = 1;
  options.progress = raw.progress == "always"  ? ProgressMode::always
                     : raw.progress == "never" ? ProgressMode::never
                                               : ProgressMode::automatic;
  check_together(options);
  if (const Result<void> fine = check_split(options.read.split); !fine)
    throw CLI::ValidationError("--split", fine.error().message);
}

// The format of a file by its name's ending. What "-o" writes goes by --to alone, so that a pipe and a file get the
// same bytes; whoever expects otherwise is told.
struct NameEnding {
  std::string_view ending;
  std::optional<OutputFormat> format;  // absent: compressed
};
constexpr std::array<NameEnding, 7> kNameEndings = {{{".csv", OutputFormat::csv},
                                                     {".tsv", OutputFormat::tsv},
                                                     {".db", OutputFormat::sqlite},
                                                     {".sqlite", OutputFormat::sqlite},
                                                     {".sqlite3", OutputFormat::sqlite},
                                                     {".gz", std::nullopt},
                                                     {".zst", std::nullopt}}};

void hint_at_format(const Options& options) {
  const auto named = std::find_if(kNameEndings.begin(), kNameEndings.end(), [&](const NameEnding& known) {
    return std::string_view(options.output).ends_with(known.ending);
  });
  const OutputFormat format = options.to.value_or(OutputFormat::jsonl);
  if (options.quiet || named == kNameEndings.end() || named->format == format) return;
  const std::string_view name = kFormatNames[static_cast<std::size_t>(format)];
  complain(named->format
               ? fmt::format("note: {} will hold {}; --to {} makes it what its name says", printable(options.output),
                             name, kFormatNames[static_cast<std::size_t>(*named->format)])
               : fmt::format("note: {} will hold {} that is not compressed", printable(options.output), name));
}

ParsedOptions refuse(std::string_view message) {
  complain(message);
  fmt::print(stderr, "Try 'wirecut --help'.\n");
  return {std::nullopt, kWrongUse};
}

}  // namespace

ParsedOptions parse_options(int argc, const char* const* argv) {
  Options options;
  Raw raw;
  CLI::App app("News stories in, one JSON record a story out.", "wirecut");
  app.option_defaults()->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  app.set_help_flag("");
  app.add_option("PATH", options.paths, "A file, a folder with all that is below it, or -; none: standard input")
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  add_input_options(app, options, raw);
  add_output_options(app, options, raw);
  add_run_options(app, options, raw);
  add_about_options(app, raw);
  bool no_path = false;
  try {
    app.parse(argc, argv);
    no_path = options.paths.empty();
    if (no_path) options.paths.emplace_back("-");
    finish_options(options, raw);
  } catch (const CLI::ParseError& error) {
    return refuse(error.what());
  }
  if (raw.long_help) {
    fmt::print("{}{}", app.help(), kExamples);
    return {};
  }
  if (raw.short_help) {
    fmt::print("{}{}", kUsage, kShortHelp);
    return {};
  }
  if (no_path && options.action == Action::analyze && ::isatty(STDIN_FILENO) != 0) {
    fmt::print(stderr, "{}{}", kUsage, kShortHelp);
    return {std::nullopt, kWrongUse};
  }
  if (options.action == Action::analyze) hint_at_format(options);
  return {std::move(options), kAllRead};
}

}  // namespace wirecut
