#include "cli/inputs.h"

#include <filesystem>
#include <utility>

namespace wirecut {

namespace fs = std::filesystem;

namespace {

std::string join(const std::string& folder, const std::string& relative) {
  return folder.ends_with('/') ? folder + relative : folder + '/' + relative;
}

}  // namespace

Inputs::Inputs(const Options& options)
    : options_(options), paths_(options.paths.begin(), options.paths.end()), only_path_(options.paths.size() == 1) {}

std::shared_ptr<const InputFile> Inputs::make_file(std::string path, std::string name, std::optional<Error> error) {
  return std::make_shared<const InputFile>(InputFile{std::move(path), std::move(name), files_++, std::move(error)});
}

std::shared_ptr<const InputFile> Inputs::next_file() {
  for (;;) {
    if (walk_) {
      if (std::optional<FoundFile> found = walk_->next()) {
        std::string name = only_path_ ? found->relative : join(folder_, found->relative);
        return make_file(std::move(found->path), std::move(name), std::move(found->error));
      }
      walk_.reset();
    }
    if (paths_.empty()) return nullptr;
    std::string path = std::move(paths_.front());
    paths_.pop_front();
    std::error_code ignored;
    if (path == "-" || !fs::is_directory(path, ignored)) return make_file(path, path, std::nullopt);
    folder_ = path;
    walk_.emplace(path);
  }
}

void Inputs::open(const InputFile& file) {
  Result<std::unique_ptr<ByteSource>> source;
  if (file.error)
    source = tl::unexpected(*file.error);
  else if (file.path == "-")
    source = open_standard_input();
  else
    source = open_file(file.path);
  if (source) {
    reader_ = open_stories(std::move(*source), file.name, options_.read);
    return;
  }
  unopened_.emplace();
  unopened_->id = file.name;
  unopened_->error = source.error();
}

std::optional<Job> Inputs::next() {
  if (!file_) {
    file_ = next_file();
    if (!file_) return std::nullopt;
    open(*file_);
  }
  if (std::optional<Story> story = reader_ ? reader_->next() : std::exchange(unopened_, std::nullopt))
    return Job{file_, std::move(story)};
  reader_.reset();
  return Job{std::exchange(file_, nullptr), std::nullopt};
}

}  // namespace wirecut
