// A folder that mirrors the inputs: the records of a/b.txt go to DIR/a/b.txt.json, written as a part, synced, renamed.
//
// DIR/.wirecut-manifest has an entry for each file that was finished: which input it was made of, and the size and
// checksum of what was written. It tells --resume what needn't be read again (where input, settings and the file itself
// are still the same), and it tells which files are ours: one that isn't in it, or was changed since, is replaced only
// by equal bytes or with --force. Entries are written after the rename: a crash between the two leaves a file without
// an entry, which the next run makes again with equal bytes.
//
// Names can't lead out of DIR: ".." and "." are dropped, and each folder is opened from the one above it without
// following links.

#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <unordered_map>
#include <unordered_set>

#include "cli/inputs.h"
#include "cli/out_file.h"
#include "cli/output.h"

namespace wirecut {

namespace {

constexpr std::string_view kManifestName = ".wirecut-manifest";
constexpr mode_t kFolderMode = 0777;  // less the user's mask

// The parts of a name that lead downwards: "../a//b.txt" -> a, b.txt
std::vector<std::string> parts_of(std::string_view name) {
  std::vector<std::string> parts;
  while (!name.empty()) {
    const std::size_t slash = name.find('/');
    const std::string_view part = name.substr(0, slash);
    name.remove_prefix(slash == std::string_view::npos ? name.size() : slash + 1);
    if (!part.empty() && part != "." && part != "..") parts.emplace_back(part);
  }
  return parts;
}

struct FileDigest {
  std::uint64_t size = 0;
  std::uint32_t checksum = 0;
  bool operator==(const FileDigest&) const = default;
};

std::optional<FileDigest> digest_file(int folder, const std::string& name) {
  const Descriptor file(::openat(folder, name.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK));
  if (file.get() < 0) return std::nullopt;
  std::array<char, 1 << 16> buffer;
  Checksum checksum;
  FileDigest digest;
  for (ssize_t count; (count = ::read(file.get(), buffer.data(), buffer.size())) != 0;) {
    if (count < 0) return std::nullopt;
    checksum.add(std::string_view(buffer.data(), static_cast<std::size_t>(count)));
    digest.size += static_cast<std::uint64_t>(count);
  }
  digest.checksum = checksum.value();
  return digest;
}

class FolderOutput : public Output {
 public:
  FolderOutput(std::string folder, const OutputSettings& settings, Descriptor root, Descriptor manifest)
      : folder_(std::move(folder)),
        settings_(settings),
        root_(std::move(root)),
        manifest_(std::move(manifest), folder_ + "/" + std::string(kManifestName)) {
    for (ManifestEntry& entry : read_manifest(folder_ + "/" + std::string(kManifestName))) {
      kept_bytes_ += format_entry(entry).size();
      std::string name = entry.input.name;
      ours_.insert_or_assign(std::move(name), std::move(entry));
    }
  }

  // A torn last line of the manifest is cut off.
  Result<void> open_manifest() {
    const bool cut = ::ftruncate(manifest_.descriptor(), static_cast<off_t>(kept_bytes_)) == 0 &&
                     ::lseek(manifest_.descriptor(), 0, SEEK_END) >= 0;
    if (!cut) return system_failure(folder_);
    return {};
  }

  std::optional<ManifestEntry> finished(const InputFile& file) override {
    if (!settings_.resume || file.identity.size < 0) return std::nullopt;
    const auto entry = ours_.find(file.name);
    if (entry == ours_.end() || entry->second.input != file.identity || entry->second.settings != settings_.digest)
      return std::nullopt;
    const Target target = find_target(file.name, false);
    if (target.folder.get() < 0) return std::nullopt;
    if (digest_file(target.folder.get(), target.name) != digest_of(entry->second)) return std::nullopt;
    return entry->second;
  }

  Result<void> write(const Done& done) override {
    if (!part_)
      if (Result<void> begun = begin(*done.file); !begun) return begun;
    if (Result<void> written = write_bytes(done.bytes); !written) return written;
    if (done.ends_input) return commit();
    ++entry_.input_stories;
    ++entry_.stories;
    if (done.error) ++entry_.errors;
    return {};
  }

  Result<void> flush() override { return {}; }
  Result<void> finish() override { return manifest_.sync(); }

  Result<void> stop() override {
    if (part_) ::unlinkat(target_.folder.get(), part_name_.c_str(), 0);
    part_.reset();
    return manifest_.flush();
  }

 private:
  struct Target {
    Descriptor folder;
    std::string name;   // in that folder
    std::string shown;  // in messages
  };

  static FileDigest digest_of(const ManifestEntry& entry) { return {entry.output_size, entry.output_checksum}; }

  // Walks down from DIR; makes folders where `make`. A folder of -1: there is none, and errno says why.
  Target find_target(const std::string& input, bool make) const {
    std::vector<std::string> parts = input == "-" ? std::vector<std::string>{"standard-input"} : parts_of(input);
    if (parts.empty()) parts.emplace_back("_");
    Target target{Descriptor(::openat(root_.get(), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)),
                  parts.back() + settings_.suffix, folder_};
    parts.pop_back();
    for (const std::string& part : parts) {
      target.shown += "/" + part;
      if (make && ::mkdirat(target.folder.get(), part.c_str(), kFolderMode) != 0 && errno != EEXIST)
        target.folder = Descriptor();
      else
        target.folder =
            Descriptor(::openat(target.folder.get(), part.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
      if (target.folder.get() < 0) return target;
    }
    target.shown += "/" + target.name;
    return target;
  }

  Result<void> begin(const InputFile& file) {
    target_ = find_target(file.name, true);
    if (target_.folder.get() < 0) return system_failure(target_.shown);
    if (settings_.names_may_collide && !written_.insert(target_.shown).second)
      return tl::unexpected(Error{ErrorKind::io, target_.shown + ": two inputs would be written to this file",
                                  std::nullopt, std::nullopt});
    part_name_ = target_.name + ".part";
    Result<Descriptor> part = open_locked(target_.folder.get(), part_name_, target_.shown + ".part");
    if (!part) return tl::unexpected(part.error());
    if (::ftruncate(part->get(), 0) != 0) return system_failure(target_.shown + ".part");
    part_ = std::make_unique<OutFile>(std::move(*part), target_.shown + ".part");
    entry_ = {};
    entry_.settings = settings_.digest;
    entry_.input = file.identity;
    checksum_ = Checksum();
    return write_bytes(settings_.header);
  }

  Result<void> write_bytes(std::string_view bytes) {
    checksum_.add(bytes);
    entry_.output_size += bytes.size();
    return part_->write(bytes);
  }

  // May the part take the place of what stands under its name now?
  bool may_replace() const {
    struct stat status {};
    if (settings_.force || ::fstatat(target_.folder.get(), target_.name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0)
      return true;
    if (!S_ISREG(status.st_mode)) return false;
    const std::optional<FileDigest> there = digest_file(target_.folder.get(), target_.name);
    const auto ours = ours_.find(entry_.input.name);
    return there == digest_of(entry_) || (ours != ours_.end() && there == digest_of(ours->second));
  }

  Result<void> commit() {
    if (Result<void> synced = part_->sync(); !synced) return synced;
    entry_.output_checksum = checksum_.value();
    entry_.input_ended = true;
    if (!may_replace()) {
      ::unlinkat(target_.folder.get(), part_name_.c_str(), 0);
      part_.reset();
      return tl::unexpected(Error{ErrorKind::io, target_.shown + ": exists and was not written by wirecut (--force)",
                                  std::nullopt, std::nullopt});
    }
    if (Result<void> named = rename_part(target_.folder.get(), part_name_, target_.name, target_.shown); !named)
      return named;
    part_.reset();
    if (Result<void> noted = manifest_.write(format_entry(entry_)); !noted) return noted;
    return manifest_.flush();
  }

  std::string folder_;
  OutputSettings settings_;
  Descriptor root_;
  OutFile manifest_;
  std::uint64_t kept_bytes_ = 0;
  std::unordered_map<std::string, ManifestEntry> ours_;  // by the name of the input; as of the start of the run
  std::unordered_set<std::string> written_;              // where names may collide

  // The file that is being written.
  Target target_;
  std::string part_name_;
  std::unique_ptr<OutFile> part_;
  ManifestEntry entry_;
  Checksum checksum_;
};

}  // namespace

Result<std::unique_ptr<Output>> open_folder_output(const std::string& folder, const OutputSettings& settings) {
  if (::mkdir(folder.c_str(), kFolderMode) != 0 && errno != EEXIST) return system_failure(folder);
  Descriptor root(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (root.get() < 0) return system_failure(folder);
  const std::string name(kManifestName);
  Result<Descriptor> manifest = open_locked(root.get(), name, folder + "/" + name);
  if (!manifest) return tl::unexpected(manifest.error());
  auto output = std::make_unique<FolderOutput>(folder, settings, std::move(root), std::move(*manifest));
  if (Result<void> opened = output->open_manifest(); !opened) return tl::unexpected(opened.error());
  return output;
}

}  // namespace wirecut
