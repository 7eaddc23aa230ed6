// The stories of all inputs, in order: what the pipeline reads from.
#pragma once

#include <atomic>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/manifest.h"
#include "cli/options.h"
#include "input/files.h"
#include "wirecut/reader.h"

namespace wirecut {

// One input: a file, or standard input.
struct InputFile {
  std::string path;          // to be opened; "-": standard input
  std::string name;          // in records and messages, and below --out-dir
  std::uint64_t number = 0;  // 0 is the first of the run
  InputIdentity identity;    // of a regular file, as it was before it was opened
  bool is_found = false;     // in a folder: nobody named it
  std::optional<Error> error;
};

// A story, or the end of an input. Each input ends, whether it had stories or not.
struct Job {
  std::shared_ptr<const InputFile> file;
  std::optional<Story> story;  // absent: the input has ended
  bool changed = false;        // it has ended, and isn't the file any more that it was before it was opened
};

// Names of inputs: the paths as given; where the only path is a folder, paths below it. What the run itself writes is
// no input. Ends early where a signal asks to stop.
class Inputs {
 public:
  explicit Inputs(const Options& options);

  // Nothing at the end of the last input. A file that can't be opened is one story with an error.
  std::optional<Job> next();

  // May next() keep its caller waiting for bytes that nobody has sent yet?
  bool must_wait() const;

  // Before the first next(): passes over what `entries`, the manifest of an output, say was read from inputs that are
  // still the same. Returns how many of the entries hold.
  std::size_t skip_finished(const std::vector<ManifestEntry>& entries);

  // Inputs for which this says so are not read.
  std::function<bool(const InputFile&)> is_finished;

  // Folders in which nothing was found, and what was passed over there; to be asked when the last input has ended.
  const std::vector<std::string>& warnings() const { return warnings_; }

  // For the progress line; may be asked while others read.
  std::uint64_t bytes_read() const { return bytes_read_; }
  std::uint64_t total_bytes() const { return total_bytes_; }  // 0: not known

 private:
  std::shared_ptr<const InputFile> next_file();
  std::shared_ptr<const InputFile> walk_to_next_file();
  bool is_output(const std::string& path) const;
  std::shared_ptr<const InputFile> make_file(std::string path, std::string name, bool is_found,
                                             std::optional<Error> error);
  void open(const InputFile& file);

  const Options& options_;
  std::deque<std::string> paths_;
  bool only_path_ = false;
  std::string folder_;
  std::optional<FolderWalk> walk_;  // set while a folder is read
  bool folder_has_files_ = false;
  std::vector<std::string> warnings_;
  std::shared_ptr<const InputFile> file_;
  std::unique_ptr<StoryReader> reader_;
  std::optional<Story> unopened_;  // the error of a file that couldn't be opened
  std::uint64_t files_ = 0;
  std::vector<std::string> outputs_;  // canonical paths of what the run writes; those of folders end in "/"
  std::string real_folder_;           // canonical path of folder_
  std::atomic<std::uint64_t> bytes_read_ = 0;
  std::uint64_t total_bytes_ = 0;
};

}  // namespace wirecut
