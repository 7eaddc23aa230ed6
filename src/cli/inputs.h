// The stories of all inputs, in order: what the pipeline reads from.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/options.h"
#include "input/files.h"
#include "wirecut/reader.h"

namespace wirecut {

// One input: a file, or standard input.
struct InputFile {
  std::string path;          // to be opened; "-": standard input
  std::string name;          // in records and messages, and below --out-dir
  std::uint64_t number = 0;  // 0 is the first of the run
  std::optional<Error> error;
};

// A story, or the end of an input. Each input ends, whether it had stories or not.
struct Job {
  std::shared_ptr<const InputFile> file;
  std::optional<Story> story;  // absent: the input has ended
};

// Names of inputs: the paths as given; where the only path is a folder, paths below it.
class Inputs {
 public:
  explicit Inputs(const Options& options);

  // Nothing at the end of the last input. A file that can't be opened is one story with an error.
  std::optional<Job> next();

 private:
  std::shared_ptr<const InputFile> next_file();
  std::shared_ptr<const InputFile> make_file(std::string path, std::string name, std::optional<Error> error);
  void open(const InputFile& file);

  const Options& options_;
  std::deque<std::string> paths_;
  bool only_path_ = false;
  std::string folder_;
  std::optional<FolderWalk> walk_;  // set while a folder is read
  std::shared_ptr<const InputFile> file_;
  std::unique_ptr<StoryReader> reader_;
  std::optional<Story> unopened_;  // the error of a file that couldn't be opened
  std::uint64_t files_ = 0;
};

}  // namespace wirecut
