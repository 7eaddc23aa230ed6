#include "cli/output.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <system_error>

namespace wirecut {

namespace {

constexpr std::size_t kBufferBytes = 256u << 10;
constexpr mode_t kFileMode = 0666;  // less the user's mask

tl::unexpected<Error> failure(std::string_view name) {
  const std::string what = std::generic_category().message(errno);
  return tl::unexpected(Error{ErrorKind::io, fmt::format("{}: {}", name.empty() ? "standard output" : name, what),
                              std::nullopt, std::nullopt});
}

// Makes a rename last: the folder's own entry must reach the disk.
void sync_folder_of(const std::string& path) {
  const std::string folder = std::filesystem::path(path).parent_path().string();
  const int descriptor = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  ::fsync(descriptor);
  ::close(descriptor);
}

}  // namespace

Result<std::unique_ptr<OutputFile>> OutputFile::create(const std::string& path) {
  if (path.empty()) return std::unique_ptr<OutputFile>(new OutputFile(STDOUT_FILENO, {}, {}));
  struct stat status {};
  const bool exists = ::stat(path.c_str(), &status) == 0;
  if (exists && S_ISDIR(status.st_mode)) {
    errno = EISDIR;
    return failure(path);
  }
  // /dev/stdout may lead to a regular file, but must never be renamed over.
  if (exists && (!S_ISREG(status.st_mode) || path.starts_with("/dev/") || path.starts_with("/proc/"))) {
    const int descriptor = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
    if (descriptor < 0) return failure(path);
    return std::unique_ptr<OutputFile>(new OutputFile(descriptor, path, {}));
  }
  std::string part_path = path + ".part";
  const int descriptor = ::open(part_path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, kFileMode);
  if (descriptor < 0) return failure(part_path);
  return std::unique_ptr<OutputFile>(new OutputFile(descriptor, path, std::move(part_path)));
}

OutputFile::~OutputFile() {
  if (!path_.empty()) ::close(descriptor_);
}

Result<void> OutputFile::write(std::string_view bytes) {
  buffer_ += bytes;
  if (buffer_.size() < kBufferBytes) return {};
  return flush();
}

Result<void> OutputFile::flush() {
  std::string_view rest = buffer_;
  while (!rest.empty()) {
    const ssize_t count = ::write(descriptor_, rest.data(), rest.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return failure(path_);
    rest.remove_prefix(static_cast<std::size_t>(count));
  }
  buffer_.clear();
  return {};
}

Result<void> OutputFile::commit() {
  if (Result<void> flushed = flush(); !flushed) return flushed;
  if (part_path_.empty()) return {};
  if (::fsync(descriptor_) != 0) return failure(part_path_);
  if (::rename(part_path_.c_str(), path_.c_str()) != 0) return failure(path_);
  sync_folder_of(path_);
  return {};
}

}  // namespace wirecut
