// Where records go.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "cli/options.h"
#include "wirecut/result.h"

namespace wirecut {

// A file that stands under its name only when it is whole: written as NAME.part, then renamed. What is no regular file
// (a device, a pipe) is written directly. Bytes are gathered, and written at flush() at the latest.
class OutputFile {
 public:
  // Standard output where `path` is empty.
  static Result<std::unique_ptr<OutputFile>> create(const std::string& path);
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  Result<void> write(std::string_view bytes);
  Result<void> flush();
  Result<void> commit();  // to the disk, then to its name

 private:
  OutputFile(int descriptor, std::string path, std::string part_path)
      : descriptor_(descriptor), path_(std::move(path)), part_path_(std::move(part_path)) {}

  int descriptor_;
  std::string path_;       // empty: standard output
  std::string part_path_;  // empty: written directly
  std::string buffer_;
};

}  // namespace wirecut
