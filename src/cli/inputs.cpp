#include "cli/inputs.h"

#include <fmt/format.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <utility>

#include "cli/messages.h"
#include "cli/signals.h"

namespace wirecut {

namespace fs = std::filesystem;

namespace {

// Counts what is read. Where the bytes may keep a reader waiting (`descriptor` is set), a signal that asks to stop ends
// the stream.
class WatchedSource : public ByteSource {
 public:
  WatchedSource(std::unique_ptr<ByteSource> source, int descriptor, std::atomic<std::uint64_t>& bytes_read)
      : source_(std::move(source)), descriptor_(descriptor), bytes_read_(bytes_read) {}

  Result<std::size_t> read(char* to, std::size_t capacity) override {
    if (descriptor_ >= 0 && !wait_for_bytes()) return std::size_t{0};
    Result<std::size_t> count = source_->read(to, capacity);
    if (count) bytes_read_ += *count;
    return count;
  }

 private:
  bool wait_for_bytes() const {
    pollfd watched[] = {{descriptor_, POLLIN, 0}, {stop_descriptor(), POLLIN, 0}};
    while (stop_signal() == 0 && ::poll(watched, 2, -1) < 0) {
    }
    return stop_signal() == 0;
  }

  std::unique_ptr<ByteSource> source_;
  int descriptor_;
  std::atomic<std::uint64_t>& bytes_read_;
};

std::string join(const std::string& folder, const std::string& relative) {
  return folder.ends_with('/') ? folder + relative : folder + '/' + relative;
}

// Absolute, for what doesn't exist yet too: weakly_canonical() leaves that as it was given.
std::string real_path(const std::string& path) {
  std::error_code ignored;
  return fs::weakly_canonical(fs::absolute(path, ignored), ignored).string();
}

// Is `path` the file that standard output goes to? To read it would never end: each record would be the next story.
bool is_standard_output(const std::string& path) {
  struct stat file {};
  struct stat output {};
  return ::stat(path.c_str(), &file) == 0 && S_ISREG(file.st_mode) && ::fstat(STDOUT_FILENO, &output) == 0 &&
         file.st_dev == output.st_dev && file.st_ino == output.st_ino;
}

InputIdentity identity_of(const std::string& path, const std::string& name) {
  InputIdentity identity{.name = name, .size = -1, .changed_ns = -1};
  struct stat status {};
  if (path == "-" || ::stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return identity;
  identity.size = status.st_size;
  identity.changed_ns = status.st_mtim.tv_sec * 1'000'000'000 + status.st_mtim.tv_nsec;
  return identity;
}

// "stories/: no files to read; passed over: 3 links to folders or out of it, 1 name that begins with a full stop"
std::string describe_empty(const std::string& folder, const PassedOver& passed_over) {
  std::string text = printable(folder) + ": no files to read";
  const char* separator = "; passed over: ";
  const auto add = [&](std::uint64_t count, std::string_view one, std::string_view many) {
    if (count == 0) return;
    text += fmt::format("{}{} {}", separator, count, count == 1 ? one : many);
    separator = ", ";
  };
  add(passed_over.links, "link to a folder or out of it", "links to folders or out of it");
  add(passed_over.hidden, "name that begins with a full stop", "names that begin with a full stop");
  add(passed_over.special, "special file", "special files");
  return text;
}

}  // namespace

Inputs::Inputs(const Options& options)
    : options_(options), paths_(options.paths.begin(), options.paths.end()), only_path_(options.paths.size() == 1) {
  if (!options.out_dir.empty()) outputs_.push_back(real_path(options.out_dir) + "/");
  if (!options.output.empty())
    for (const char* suffix : {"", ".part", ".manifest"}) outputs_.push_back(real_path(options.output) + suffix);
  for (const std::string& path : options.paths) {
    const std::int64_t size = identity_of(path, path).size;
    if (size < 0) {
      total_bytes_ = 0;
      break;
    }
    total_bytes_ += static_cast<std::uint64_t>(size);
  }
}

std::shared_ptr<const InputFile> Inputs::make_file(std::string path, std::string name, bool is_found,
                                                   std::optional<Error> error) {
  InputIdentity identity = identity_of(path, name);
  return std::make_shared<const InputFile>(
      InputFile{std::move(path), std::move(name), files_++, std::move(identity), is_found, std::move(error)});
}

bool Inputs::is_output(const std::string& path) const {
  for (const std::string& output : outputs_)
    if (path == output || (output.ends_with('/') && path.starts_with(output))) return true;
  return false;
}

std::shared_ptr<const InputFile> Inputs::walk_to_next_file() {
  for (;;) {
    if (walk_) {
      if (std::optional<FoundFile> found = walk_->next()) {
        folder_has_files_ = true;
        if (is_output(join(real_folder_, found->relative)) || is_standard_output(found->path)) continue;
        std::string name = only_path_ ? found->relative : join(folder_, found->relative);
        return make_file(std::move(found->path), std::move(name), true, std::move(found->error));
      }
      if (!folder_has_files_) warnings_.push_back(describe_empty(folder_, walk_->passed_over()));
      walk_.reset();
    }
    if (paths_.empty()) return nullptr;
    std::string path = std::move(paths_.front());
    paths_.pop_front();
    std::error_code ignored;
    if (path == "-" || !fs::is_directory(path, ignored)) return make_file(path, path, false, std::nullopt);
    folder_ = path;
    real_folder_ = real_path(path);
    folder_has_files_ = false;
    walk_.emplace(path);
  }
}

std::shared_ptr<const InputFile> Inputs::next_file() {
  for (;;) {
    std::shared_ptr<const InputFile> file = walk_to_next_file();
    if (!file || !is_finished || !is_finished(*file)) return file;
  }
}

void Inputs::open(const InputFile& file) {
  Result<std::unique_ptr<ByteSource>> source;
  if (file.error)
    source = tl::unexpected(*file.error);
  else if (is_standard_output(file.path))
    source = tl::unexpected(Error{ErrorKind::io, "is what standard output is written to", {}, {}});
  else if (file.path == "-")
    source = open_standard_input();
  else
    source = open_file(file.path);
  if (source) {
    const int waits = file.path == "-" ? STDIN_FILENO : -1;
    ReadOptions read = options_.read;
    read.refuse_own_output = file.is_found;
    reader_ = open_stories(std::make_unique<WatchedSource>(std::move(*source), waits, bytes_read_), file.name, read);
    return;
  }
  unopened_.emplace();
  unopened_->id = file.name;
  unopened_->error = source.error();
}

bool Inputs::must_wait() const {
  if (reader_ && reader_->has_next()) return false;
  if (walk_ || (!file_ && paths_.empty())) return false;  // in a folder only regular files are read
  const std::string& path = file_ ? file_->path : paths_.front();
  struct stat status {};
  const bool exists = (path == "-" ? ::fstat(STDIN_FILENO, &status) : ::stat(path.c_str(), &status)) == 0;
  return exists && !S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode);
}

std::size_t Inputs::skip_finished(const std::vector<ManifestEntry>& entries) {
  std::size_t kept = 0;
  while (kept < entries.size()) {
    const ManifestEntry& entry = entries[kept];
    if (!file_) file_ = next_file();
    if (!file_ || file_->identity.size < 0 || file_->identity != entry.input) break;
    ++kept;
    if (entry.input_ended) file_.reset();
  }
  if (!file_) return kept;
  open(*file_);
  const bool inside = kept > 0 && !entries[kept - 1].input_ended;
  for (std::uint64_t i = 0; reader_ && inside && i < entries[kept - 1].input_stories; ++i) reader_->next();
  return kept;
}

// What a signal has cut short is no story: it is dropped, and read again by --resume.
std::optional<Job> Inputs::next() {
  if (stop_signal() != 0) return std::nullopt;
  if (!file_) {
    file_ = next_file();
    if (!file_) return std::nullopt;
    open(*file_);
  }
  std::optional<Story> story = reader_ ? reader_->next() : std::exchange(unopened_, std::nullopt);
  if (stop_signal() != 0) return std::nullopt;
  if (story) return Job{file_, std::move(story)};
  reader_.reset();
  const bool changed = file_->identity.size >= 0 && identity_of(file_->path, file_->name) != file_->identity;
  return Job{std::exchange(file_, nullptr), std::nullopt, changed};
}

}  // namespace wirecut
