// A run ties the parts together: inputs -> pipeline -> output. What the reader and the workers touch is theirs alone or
// constant; the counters belong to the writer, and the workers' times are added up at their end.

#include "cli/run.h"

#include <fmt/format.h>
#include <unistd.h>

#include <atomic>
#include <mutex>
#include <utility>

#include "cli/heap.h"
#include "cli/inputs.h"
#include "cli/messages.h"
#include "cli/names_file.h"
#include "cli/output.h"
#include "cli/pipeline.h"
#include "cli/progress.h"
#include "cli/signals.h"
#include "cli/stats.h"
#include "cli/terminal.h"
#include "entities/user_names.h"
#include "lexicon/hash.h"

namespace wirecut {

namespace {

constexpr std::uint64_t kErrorsShown = 10;  // the records name them all
constexpr int kSignalExit = 128;            // and the signal's number: what shells report of a killed program

std::string count_stories(std::uint64_t count) { return fmt::format("{} stor{}", count, count == 1 ? "y" : "ies"); }

bool is_database(const Options& o) { return o.to == OutputFormat::sqlite; }

bool is_table(const Options& o) { return o.to == OutputFormat::csv || o.to == OutputFormat::tsv; }

// The digest of all that shapes the bytes of a record: version, data, options.
std::uint64_t digest_settings(const Options& o, const RecordOptions& record, const Analyzer& analyzer) {
  std::string all =
      fmt::format("{}\n{}\n{} {} {} {} {}\n", WIRECUT_VERSION, analyzer.data_digest(), o.analyze.layers,
                  static_cast<int>(record.offsets), record.with_text, record.indented, o.read.max_story_bytes);
  if (is_table(o))
    all += fmt::format("{} {} {}\n", static_cast<int>(o.table.form), static_cast<int>(o.table.table), o.table.raw);
  for (const std::string& text : {o.read.from, o.read.split, o.read.text_field, o.read.id_field, o.read.date_field,
                                  o.read.title_field, o.analyze.near})
    all += text + "\n";
  if (const auto day = o.analyze.published)
    all += fmt::format("{}-{}-{}\n", static_cast<int>(day->year()), static_cast<unsigned>(day->month()),
                       static_cast<unsigned>(day->day()));
  if (o.analyze.names != nullptr)
    for (const UserName& name : o.analyze.names->rows())
      all += fmt::format("{}\t{}\t{}\t{}\n", name.name, static_cast<int>(name.type), name.canonical, name.id);
  return hash_word(all);
}

// A batch ends with the job that reaches either. Each stage brings its models into the caches once a batch: measured on
// newswire (3 KB a story; tests/bench/bench.sh), batches of 16 stories take a quarter more time than those of 128, of
// 64 a twentieth more, of 256 3 % less. In one of 512 the stories' own layers fill the caches.
constexpr std::size_t kBatchJobs = 256;
constexpr std::size_t kBatchBytes = std::size_t{1} << 20;
// Towards the end of the input batches become as small as this, so that no thread is left working alone.
constexpr std::size_t kLastBatchBytes = std::size_t{1} << 16;
constexpr std::uint64_t kThreadBytes = std::uint64_t{1} << 13;  // see threads()

class Run {
 public:
  explicit Run(const Options& options)
      : options_(options),
        record_options_(options.record),
        inputs_(options),
        to_terminal_(options.output.empty() && options.out_dir.empty() && ::isatty(STDOUT_FILENO) != 0),
        progress_(options.progress, options.quiet, to_terminal_) {}

  int run() {
    if (!options_.analyze.near.empty() && !analyzer_.is_home(options_.analyze.near)) return refuse_home();
    choose_form();
    if (Result<void> opened = open_output(); !opened) return give_up(opened.error());
    run_pipeline({.read = [this] { return next_batch(); },
                  .make_worker = [this] { return make_worker(); },
                  .write = [this](Done&& done) { return write(done); },
                  .flush = [this] { return succeeded(output_->flush()); }},
                 threads());
    progress_.clear();
    return finish();
  }

 private:
  // Wrong use, which only the data can tell.
  int refuse_home() const {
    complain(fmt::format("--near: neither a country (US) nor a state or province (US-ID; of AU, CA, IN, US): {}",
                         printable(options_.analyze.near)));
    return kWrongUse;
  }

  // --to, or what a reader at a terminal wants: one story indented, more of them one a line.
  void choose_form() {
    record_options_.indented = options_.to == OutputFormat::json;
    if (options_.to || !to_terminal_) return;
    int count = 0;
    while (count < 2) {
      std::optional<Job> job = inputs_.next();
      if (!job) break;
      count += job->story.has_value();
      ahead_.push_back(std::move(*job));
    }
    record_options_.indented = count == 1;
  }

  Result<void> open_output() {
    OutputSettings settings;
    settings.digest = digest_settings(options_, record_options_, analyzer_);
    if (is_table(options_)) {
      write_table_header(options_.table, settings.header);
      settings.suffix = options_.table.form == TableForm::csv ? ".csv" : ".tsv";
    }
    settings.resume = options_.resume;
    settings.force = options_.force;
    settings.names_may_collide = options_.paths.size() > 1;
    ManifestEntry before;
    Result<std::unique_ptr<Output>> output = is_database(options_) ? open_sqlite_output(options_.output, options_.rows)
                                             : options_.out_dir.empty()
                                                 ? open_stream_output(options_.output, settings, inputs_, before)
                                                 : open_folder_output(options_.out_dir, settings);
    if (!output) return tl::unexpected(output.error());
    output_ = std::move(*output);
    keep(before);
    inputs_.is_finished = [this](const InputFile& file) {
      const std::optional<ManifestEntry> entry = output_->finished(file);
      if (entry) keep(*entry);
      return entry.has_value();
    };
    return {};
  }

  // Counts what a run before has done.
  void keep(const ManifestEntry& entry) {
    kept_stories_ += entry.stories;
    kept_errors_ += entry.errors;
  }

  // As many stories as are there without waiting, up to what the caches like.
  Batch next_batch() {
    const StageTimes::Time began = options_.stats ? thread_time() : StageTimes::Time{};
    Batch batch;
    std::size_t bytes = 0;
    const std::size_t most_bytes = batch_bytes();
    while (batch.size() < kBatchJobs && bytes < most_bytes && (batch.empty() || !inputs_.must_wait())) {
      std::optional<Job> job = next_job();
      if (!job) break;
      if (job->story) bytes += job->story->text.size();
      batch.push_back(std::move(*job));
    }
    if (options_.stats) add_time(stats_.reading, began, thread_time());
    return batch;
  }

  // Of the next batch: half of a thread's share of what is left to read, where that is known.
  std::size_t batch_bytes() const {
    const std::uint64_t total = inputs_.total_bytes(), read = inputs_.bytes_read();
    if (options_.jobs == 1 || total == 0) return kBatchBytes;
    const std::uint64_t left = total - std::min(total, read);
    return std::clamp<std::size_t>(left / (2 * options_.jobs), kLastBatchBytes, kBatchBytes);
  }

  // None that a short input, compressed or not, leaves idle: starting one takes longer than analysing 8 KB.
  unsigned threads() const {
    const std::uint64_t total = inputs_.total_bytes();
    return total == 0 ? options_.jobs
                      : static_cast<unsigned>(std::clamp<std::uint64_t>(total / kThreadBytes, 1, options_.jobs));
  }

  std::optional<Job> next_job() {
    if (ahead_.empty()) return inputs_.next();
    Job job = std::move(ahead_.front());
    ahead_.pop_front();
    return job;
  }

  // A worker's memory; what its stages took is added to the run's when it ends.
  struct Worker {
    explicit Worker(Run& owner) : run(owner), scratch(owner.analyzer_.make_scratch()) {}
    ~Worker() {
      const std::lock_guard lock(run.times_mutex_);
      for (std::size_t i = 0; i < kStages; ++i) add_time(run.stats_.stages.stages[i], {}, times.stages[i]);
      add_time(run.stats_.recording, {}, recording);
    }
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    Run& run;
    std::shared_ptr<Analyzer::Scratch> scratch;
    StageTimes times;
    StageTimes::Time recording;
  };

  std::function<std::vector<Done>(Batch)> make_worker() {
    use_huge_pages();
    return [this, worker = std::make_shared<Worker>(*this)](Batch batch) {
      std::vector<Story*> stories;
      for (Job& job : batch)
        if (job.story) stories.push_back(&*job.story);
      analyzer_.analyze(stories, options_.analyze, *worker->scratch, options_.stats ? &worker->times : nullptr);
      const StageTimes::Time began = options_.stats ? thread_time() : StageTimes::Time{};
      std::vector<Done> records;
      records.reserve(batch.size());
      for (Job& job : batch) records.push_back(record_of(std::move(job)));
      if (options_.stats) add_time(worker->recording, began, thread_time());
      return records;
    };
  }

  Done record_of(Job job) const {
    Done done{.file = std::move(job.file),
              .ends_input = !job.story,
              .changed = job.changed,
              .bytes = {},
              .error = std::nullopt,
              .text_bytes = 0};
    if (!job.story) return done;
    Story& story = *job.story;
    if (is_database(options_))
      write_rows(story, options_.rows, done.bytes);
    else if (is_table(options_))
      write_table_rows(story, options_.table, done.bytes);
    else
      write_record(story, record_options_, done.bytes);
    if (to_terminal_) done.bytes = escape_for_terminal(done.bytes);
    done.text_bytes = story.text.size();
    done.error = std::move(story.error);
    return done;
  }

  bool write(const Done& done) {
    if (!succeeded(output_->write(done))) return false;
    if (done.changed && !options_.quiet) {
      progress_.clear();
      complain(fmt::format("{}: changed while it was read", done.file->name));
    }
    if (done.ends_input) return true;
    ++stats_.stories;
    stats_.text_bytes += done.text_bytes;
    stats_.record_bytes += done.bytes.size();
    if (done.error) report(*done.file, *done.error);
    progress_.show(stats_.stories, stats_.errors, inputs_.bytes_read(), inputs_.total_bytes());
    return !too_many_errors();
  }

  void report(const InputFile& file, const Error& error) {
    ++stats_.errors;
    ++stats_.errors_by_kind[static_cast<std::size_t>(error.kind)];
    if (options_.quiet || stats_.errors > kErrorsShown) return;
    progress_.clear();
    const std::string line = error.line ? fmt::format(":{}", *error.line) : "";
    complain(fmt::format("{}{}: {}", file.name, line, error.message));
  }

  bool too_many_errors() const { return options_.max_errors > 0 && stats_.errors >= options_.max_errors; }

  bool succeeded(Result<void> result) {
    if (!result) failure_ = std::move(result.error());
    return !failure_;
  }

  int give_up(const Error& error) {
    complain(error.message);
    return kCouldNotGoOn;
  }

  int finish() {
    const bool whole = !failure_ && stop_signal() == 0 && !too_many_errors();
    if (!failure_) succeeded(whole ? output_->finish() : output_->stop());
    stats_.stories_kept = kept_stories_;
    stats_.stories += kept_stories_;
    stats_.errors += kept_errors_;
    stats_.bytes_read = inputs_.bytes_read();
    if (!options_.quiet)
      for (const std::string& warning : inputs_.warnings()) complain(warning);
    if (options_.stats) fmt::print(stderr, "{}", format_stats(stats_));
    if (failure_) return give_up(*failure_);
    if (stop_signal() != 0) {
      const bool resumable = (!options_.output.empty() || !options_.out_dir.empty()) && !is_database(options_);
      if (!options_.quiet)
        complain(fmt::format("interrupted after {}{}", count_stories(stats_.stories),
                             resumable ? "; --resume goes on from here" : ""));
      return kSignalExit + stop_signal();
    }
    if (too_many_errors()) {
      complain(fmt::format("stopped after {} that could not be read", count_stories(stats_.errors)));
      return kCouldNotGoOn;
    }
    if (stats_.errors == 0) return kAllRead;
    if (!options_.quiet && stats_.errors > kErrorsShown)
      complain(fmt::format("{} of {} could not be read", stats_.errors, count_stories(stats_.stories)));
    return options_.exit_zero_on_bad_input ? kAllRead : kSomeUnreadable;
  }

  const Options& options_;
  RecordOptions record_options_;
  const Analyzer analyzer_;
  Inputs inputs_;
  std::deque<Job> ahead_;  // read before the run, to see how many there are
  bool to_terminal_;
  std::unique_ptr<Output> output_;
  std::atomic<std::uint64_t> kept_stories_ = 0, kept_errors_ = 0;
  std::mutex times_mutex_;  // guards the stages' times in stats_

  // The writer's.
  Stats stats_;
  Progress progress_;
  std::optional<Error> failure_;
};

}  // namespace

int analyze_all(const Options& options) {
  catch_stop_signals();
  if (options.names_file.empty()) return Run(options).run();
  const Result<UserNames> names = read_names_file(options.names_file);
  if (!names) {
    complain(names.error().message);
    return kWrongUse;
  }
  Options with_names = options;
  with_names.analyze.names = &*names;
  return Run(with_names).run();
}

}  // namespace wirecut
