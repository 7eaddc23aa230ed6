// Files that are written.
#pragma once

#include <fcntl.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "wirecut/result.h"

namespace wirecut {

// The error that errno tells, with the name of what it befell.
tl::unexpected<Error> system_failure(std::string_view name);

// A descriptor that is closed at the end of its life; -1: none.
class Descriptor {
 public:
  explicit Descriptor(int number = -1) : number_(number) {}
  ~Descriptor();
  Descriptor(Descriptor&& other) noexcept : number_(other.release()) {}
  Descriptor& operator=(Descriptor&& other) noexcept;
  int get() const { return number_; }
  int release();

 private:
  int number_;
};

// Bytes to a descriptor, gathered, and written at flush() at the latest.
class OutFile {
 public:
  OutFile(Descriptor descriptor, std::string name) : descriptor_(std::move(descriptor)), name_(std::move(name)) {}
  ~OutFile();  // standard output stays open
  OutFile(const OutFile&) = delete;
  OutFile& operator=(const OutFile&) = delete;

  Result<void> write(std::string_view bytes);
  Result<void> flush();
  Result<void> sync();  // flushed, and on the disk
  std::size_t gathered() const { return buffer_.size(); }
  int descriptor() const { return descriptor_.get(); }

 private:
  Descriptor descriptor_;
  std::string name_;  // in messages
  std::string buffer_;
};

// Opens `name` in `folder` (AT_FDCWD: the working folder) for reading and writing, and locks it: another run that
// writes to it is an error, as are a symbolic link and what is no regular file. `shown` is its name in messages.
Result<Descriptor> open_locked(int folder, const std::string& name, const std::string& shown);

// Renames a part to its name and makes that last.
Result<void> rename_part(int folder, const std::string& part, const std::string& name, const std::string& shown);

}  // namespace wirecut
