#include "cli/run.h"

#include <fmt/format.h>
#include <unistd.h>

#include <utility>

#include "cli/inputs.h"
#include "cli/messages.h"
#include "cli/names_file.h"
#include "cli/output.h"
#include "cli/pipeline.h"
#include "cli/terminal.h"

namespace wirecut {

namespace {

constexpr std::uint64_t kErrorsShown = 10;  // the records name them all

class Run {
 public:
  explicit Run(const Options& options)
      : options_(options),
        record_options_(options.record),
        inputs_(options),
        to_terminal_(options.output.empty() && ::isatty(STDOUT_FILENO) != 0) {}

  int run() {
    Result<std::unique_ptr<OutputFile>> output = OutputFile::create(options_.output);
    if (!output) return give_up(output.error());
    output_ = std::move(*output);
    choose_form();
    run_pipeline({.read = [this] { return next_job(); },
                  .make_worker = [this] { return make_worker(); },
                  .write = [this](Done&& done) { return write(done); },
                  .flush = [this] { return succeeded(output_->flush()); }},
                 options_.jobs);
    if (failure_ || !succeeded(output_->flush())) return give_up(*failure_);
    if (options_.max_errors > 0 && errors_ >= options_.max_errors)
      return give_up({.kind = ErrorKind::limit,
                      .message = fmt::format("stopped after {} that could not be read", stories(errors_)),
                      .line = std::nullopt,
                      .byte = std::nullopt});
    if (!succeeded(output_->commit())) return give_up(*failure_);
    return finish();
  }

 private:
  static std::string stories(std::uint64_t count) { return fmt::format("{} stor{}", count, count == 1 ? "y" : "ies"); }

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

  std::optional<Job> next_job() {
    if (ahead_.empty()) return inputs_.next();
    Job job = std::move(ahead_.front());
    ahead_.pop_front();
    return job;
  }

  std::function<Done(Job)> make_worker() {
    return [this, scratch = analyzer_.make_scratch()](Job job) {
      Done done{.file = std::move(job.file),
                .ends_input = !job.story,
                .bytes = {},
                .id = {},
                .error = std::nullopt,
                .text_bytes = 0};
      if (!job.story) return done;
      Story& story = *job.story;
      analyzer_.analyze(story, options_.analyze, *scratch);
      write_record(story, record_options_, done.bytes);
      if (to_terminal_) done.bytes = escape_for_terminal(done.bytes);
      done.text_bytes = story.text.size();
      if (story.error) {
        done.id = std::move(story.id);
        done.error = std::move(story.error);
      }
      return done;
    };
  }

  bool write(const Done& done) {
    if (done.ends_input) return true;
    ++stories_;
    if (done.error) report(done);
    if (!succeeded(output_->write(done.bytes))) return false;
    return options_.max_errors == 0 || errors_ < options_.max_errors;
  }

  void report(const Done& done) {
    ++errors_;
    if (options_.quiet || errors_ > kErrorsShown) return;
    const std::string line = done.error->line ? fmt::format(":{}", *done.error->line) : "";
    complain(fmt::format("{}{}: {}", done.file->name, line, done.error->message));
  }

  bool succeeded(Result<void> result) {
    if (!result) failure_ = std::move(result.error());
    return !failure_;
  }

  int give_up(const Error& error) {
    complain(error.message);
    return kCouldNotGoOn;
  }

  int finish() {
    if (errors_ == 0) return kAllRead;
    if (!options_.quiet && errors_ > kErrorsShown)
      complain(fmt::format("{} of {} could not be read", errors_, stories(stories_)));
    return options_.exit_zero_on_bad_input ? kAllRead : kSomeUnreadable;
  }

  const Options& options_;
  RecordOptions record_options_;
  const Analyzer analyzer_;
  Inputs inputs_;
  std::deque<Job> ahead_;  // read before the run, to see how many there are
  bool to_terminal_;
  std::unique_ptr<OutputFile> output_;

  // Set by the writer.
  std::uint64_t stories_ = 0, errors_ = 0;
  std::optional<Error> failure_;
};

}  // namespace

int analyze_all(const Options& options) {
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
