#include "input/files.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>

namespace wirecut {

namespace fs = std::filesystem;

namespace {

Error io_error(int code) { return {ErrorKind::io, std::generic_category().message(code), {}, {}}; }

class DescriptorSource : public ByteSource {
 public:
  DescriptorSource(int descriptor, bool owned) : descriptor_(descriptor), owned_(owned) {}
  ~DescriptorSource() override {
    if (owned_) ::close(descriptor_);
  }
  DescriptorSource(const DescriptorSource&) = delete;
  DescriptorSource& operator=(const DescriptorSource&) = delete;

  Result<std::size_t> read(char* to, std::size_t capacity) override {
    for (;;) {
      const ssize_t count = ::read(descriptor_, to, capacity);
      if (count >= 0) return static_cast<std::size_t>(count);
      if (errno != EINTR) return tl::unexpected(io_error(errno));
    }
  }

 private:
  int descriptor_;
  bool owned_;
};

class MemorySource : public ByteSource {
 public:
  explicit MemorySource(std::string bytes) : bytes_(std::move(bytes)) {}

  Result<std::size_t> read(char* to, std::size_t capacity) override {
    const std::size_t count = bytes_.copy(to, capacity, given_);
    given_ += count;
    return count;
  }

 private:
  std::string bytes_;
  std::size_t given_ = 0;
};

// Is `path` below `folder`? Both are canonical.
bool lies_below(const fs::path& path, const fs::path& folder) {
  return std::mismatch(folder.begin(), folder.end(), path.begin(), path.end()).first == folder.end();
}

}  // namespace

Result<std::unique_ptr<ByteSource>> open_file(const std::string& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return tl::unexpected(io_error(errno));
  auto source = std::make_unique<DescriptorSource>(descriptor, true);
  struct stat status {};
  if (::fstat(descriptor, &status) != 0) return tl::unexpected(io_error(errno));
  if (S_ISDIR(status.st_mode)) return tl::unexpected(io_error(EISDIR));
  return source;
}

std::unique_ptr<ByteSource> open_standard_input() { return std::make_unique<DescriptorSource>(STDIN_FILENO, false); }

std::unique_ptr<ByteSource> open_bytes(std::string bytes) { return std::make_unique<MemorySource>(std::move(bytes)); }

FolderWalk::FolderWalk(const std::string& folder) : folder_(folder) {
  while (folder_.size() > 1 && folder_.back() == '/') folder_.pop_back();
  std::error_code code;
  real_folder_ = fs::canonical(folder_, code);
  list("");
}

std::string FolderWalk::path_of(const std::string& relative) const {
  if (relative.empty()) return folder_;
  return folder_.ends_with('/') ? folder_ + relative : fmt::format("{}/{}", folder_, relative);
}

// A folder is sorted as its name and "/", so that the whole walk is in the byte order of the paths.
void FolderWalk::list(const std::string& relative) {
  std::error_code code;
  fs::directory_iterator entries(path_of(relative), code);
  const std::size_t first = waiting_.size();
  while (!code && entries != fs::directory_iterator()) {
    const std::string name = entries->path().filename().string();
    std::error_code ignored;
    const bool is_folder = entries->symlink_status(ignored).type() == fs::file_type::directory;
    if (name.starts_with('.'))
      ++passed_over_.hidden;
    else
      waiting_.push_back({relative + name + (is_folder ? "/" : ""), is_folder});
    entries.increment(code);
  }
  if (code) failed_folder_ = FoundFile{path_of(relative), relative, io_error(code.value())};
  std::sort(waiting_.begin() + static_cast<std::ptrdiff_t>(first), waiting_.end(),
            [](const Entry& a, const Entry& b) { return a.relative > b.relative; });
}

std::optional<FoundFile> FolderWalk::look_at(const Entry& entry) {
  FoundFile found{path_of(entry.relative), entry.relative, std::nullopt};
  std::error_code code;
  const fs::file_status link = fs::symlink_status(found.path, code);
  if (link.type() == fs::file_type::regular) return found;
  if (link.type() != fs::file_type::symlink && !code) {
    ++passed_over_.special;
    return std::nullopt;
  }
  const fs::path target = fs::canonical(found.path, code);
  if (code) {
    found.error = io_error(code.value());
    return found;
  }
  if (fs::is_regular_file(target, code) && lies_below(target, real_folder_)) return found;
  ++passed_over_.links;
  return std::nullopt;
}

std::optional<FoundFile> FolderWalk::next() {
  for (;;) {
    if (failed_folder_) return std::exchange(failed_folder_, std::nullopt);
    if (waiting_.empty()) return std::nullopt;
    const Entry entry = std::move(waiting_.back());
    waiting_.pop_back();
    if (entry.is_folder) {
      list(entry.relative);
    } else if (std::optional<FoundFile> found = look_at(entry)) {
      return found;
    }
  }
}

}  // namespace wirecut
