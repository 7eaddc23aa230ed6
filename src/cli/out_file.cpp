#include "cli/out_file.h"

#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <system_error>
#include <utility>

namespace wirecut {

namespace {

constexpr std::size_t kBufferBytes = 256u << 10;
constexpr mode_t kFileMode = 0666;  // less the user's mask

}  // namespace

tl::unexpected<Error> system_failure(std::string_view name) {
  const std::string what = std::generic_category().message(errno);
  return tl::unexpected(Error{ErrorKind::io, fmt::format("{}: {}", name, what), std::nullopt, std::nullopt});
}

Descriptor::~Descriptor() {
  if (number_ > STDERR_FILENO) ::close(number_);
}

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
  Descriptor old(std::exchange(number_, other.release()));
  return *this;
}

int Descriptor::release() { return std::exchange(number_, -1); }

OutFile::~OutFile() = default;

Result<void> OutFile::write(std::string_view bytes) {
  buffer_ += bytes;
  if (buffer_.size() < kBufferBytes) return {};
  return flush();
}

Result<void> OutFile::flush() {
  std::string_view rest = buffer_;
  while (!rest.empty()) {
    const ssize_t count = ::write(descriptor_.get(), rest.data(), rest.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return system_failure(name_);
    rest.remove_prefix(static_cast<std::size_t>(count));
  }
  buffer_.clear();
  return {};
}

Result<void> OutFile::sync() {
  if (Result<void> flushed = flush(); !flushed) return flushed;
  if (::fsync(descriptor_.get()) != 0) return system_failure(name_);
  return {};
}

Result<Descriptor> open_locked(int folder, const std::string& name, const std::string& shown) {
  Descriptor file(::openat(folder, name.c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK, kFileMode));
  if (file.get() < 0) return system_failure(shown);
  struct stat status {};
  if (::fstat(file.get(), &status) != 0) return system_failure(shown);
  if (!S_ISREG(status.st_mode) || status.st_nlink > 1)
    return tl::unexpected(Error{ErrorKind::io, shown + ": not a file of ours", std::nullopt, std::nullopt});
  if (::flock(file.get(), LOCK_EX | LOCK_NB) != 0)
    return tl::unexpected(Error{ErrorKind::io, shown + ": another run is writing it", std::nullopt, std::nullopt});
  return file;
}

Result<void> rename_part(int folder, const std::string& part, const std::string& name, const std::string& shown) {
  if (::renameat(folder, part.c_str(), folder, name.c_str()) != 0) return system_failure(shown);
  const std::string parent = std::filesystem::path(name).parent_path().string();
  const Descriptor entry(::openat(folder, parent.empty() ? "." : parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (entry.get() >= 0) ::fsync(entry.get());
  return {};
}

}  // namespace wirecut
