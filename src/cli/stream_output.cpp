// Standard output, a device, or one file: FILE.part while it grows, FILE when it is whole.
//
// Beside a part stands FILE.manifest: an entry at the end of each input and after each 256 KB, with the size and the
// checksum of the output up to there. Entries are written after the bytes that they speak of. A run with --resume
// trusts neither file alone: it reads the part and keeps it up to the last entry whose checksum fits, compares the
// inputs up to there with those of its own, cuts both files to that point, and goes on. So whatever a crash left of
// either, what is kept is a beginning of the output of an undisturbed run.

#include <sys/stat.h>
#include <unistd.h>

#include <array>

#include "cli/inputs.h"
#include "cli/out_file.h"
#include "cli/output.h"

namespace wirecut {

namespace {

constexpr std::uint64_t kBytesAnEntry = 256u << 10;

// A device, a pipe or standard output: nothing to resume, each record is out when nothing more is ready.
class DirectOutput : public Output {
 public:
  static Result<std::unique_ptr<Output>> open(Descriptor descriptor, const std::string& name, std::string_view header) {
    auto output = std::make_unique<DirectOutput>(std::move(descriptor), name);
    if (Result<void> written = output->file_.write(header); !written) return tl::unexpected(written.error());
    return output;
  }
  DirectOutput(Descriptor descriptor, const std::string& name) : file_(std::move(descriptor), name) {}

  Result<void> write(const Done& done) override { return file_.write(done.bytes); }
  Result<void> flush() override { return file_.flush(); }
  Result<void> finish() override { return file_.flush(); }
  Result<void> stop() override { return file_.flush(); }

 private:
  OutFile file_;
};

class PartOutput : public Output {
 public:
  PartOutput(std::string path, const OutputSettings& settings, Descriptor part, Descriptor manifest,
             const ManifestEntry& before)
      : path_(std::move(path)),
        part_(std::move(part), path_ + ".part"),
        manifest_(std::move(manifest), path_ + ".manifest"),
        last_(before) {
    last_.settings = settings.digest;
  }

  Checksum checksum;  // of the output so far

  Result<void> write_bytes(std::string_view bytes) {
    checksum.add(bytes);
    last_.output_size += bytes.size();
    return part_.write(bytes);
  }

  Result<void> write(const Done& done) override {
    if (Result<void> written = write_bytes(done.bytes); !written) return written;
    if (!done.ends_input) {
      const bool same_input = !last_.input_ended && last_.input == done.file->identity;
      last_.input_stories = (same_input ? last_.input_stories : 0) + 1;
      ++last_.stories;
      if (done.error) ++last_.errors;
    } else if (last_.input_ended || last_.input != done.file->identity) {
      last_.input_stories = 0;
    }
    last_.input = done.file->identity;
    last_.input_ended = done.ends_input;
    last_.output_checksum = checksum.value();
    if (!done.ends_input && last_.output_size - entered_size_ < kBytesAnEntry) return {};
    entered_size_ = last_.output_size;
    entries_ += format_entry(last_);
    return part_.gathered() == 0 || entries_.size() > kBytesAnEntry ? write_entries() : Result<void>();
  }

  Result<void> flush() override { return {}; }

  Result<void> finish() override {
    if (Result<void> written = write_entries(); !written) return written;
    if (Result<void> synced = part_.sync(); !synced) return synced;
    if (Result<void> named = rename_part(AT_FDCWD, path_ + ".part", path_, path_); !named) return named;
    ::unlink((path_ + ".manifest").c_str());
    return {};
  }

  Result<void> stop() override {
    if (last_.output_size > entered_size_) entries_ += format_entry(last_);
    return write_entries();
  }

 private:
  // First the bytes, then what is said of them.
  Result<void> write_entries() {
    if (Result<void> flushed = part_.flush(); !flushed) return flushed;
    Result<void> written = manifest_.write(entries_);
    entries_.clear();
    return written ? manifest_.flush() : written;
  }

  std::string path_;
  OutFile part_, manifest_;
  ManifestEntry last_;
  std::uint64_t entered_size_ = 0;
  std::string entries_;  // not yet written
};

// How many of `entries`, which speak of one growing output, fit the bytes of `part`.
std::size_t count_true_entries(int part, const std::vector<ManifestEntry>& entries) {
  std::array<char, 1 << 16> buffer;
  Checksum checksum;
  std::uint64_t at = 0;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (entries[i].output_size < at) return i;
    while (at < entries[i].output_size) {
      const std::uint64_t wanted = std::min<std::uint64_t>(buffer.size(), entries[i].output_size - at);
      const ssize_t count = ::pread(part, buffer.data(), wanted, static_cast<off_t>(at));
      if (count <= 0) return i;
      checksum.add(std::string_view(buffer.data(), static_cast<std::size_t>(count)));
      at += static_cast<std::uint64_t>(count);
    }
    if (checksum.value() != entries[i].output_checksum) return i;
  }
  return entries.size();
}

}  // namespace

Result<std::unique_ptr<Output>> open_stream_output(const std::string& path, const OutputSettings& settings,
                                                   Inputs& inputs, ManifestEntry& before) {
  if (path.empty()) return DirectOutput::open(Descriptor(STDOUT_FILENO), "standard output", settings.header);
  struct stat status {};
  const bool exists = ::stat(path.c_str(), &status) == 0;
  if (exists && S_ISDIR(status.st_mode)) {
    errno = EISDIR;
    return system_failure(path);
  }
  // /dev/stdout may lead to a regular file, but must never be renamed over.
  if (exists && (!S_ISREG(status.st_mode) || path.starts_with("/dev/") || path.starts_with("/proc/"))) {
    Descriptor device(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
    if (device.get() < 0) return system_failure(path);
    return DirectOutput::open(std::move(device), path, settings.header);
  }

  Result<Descriptor> part = open_locked(AT_FDCWD, path + ".part", path + ".part");
  if (!part) return tl::unexpected(part.error());
  Result<Descriptor> manifest = open_locked(AT_FDCWD, path + ".manifest", path + ".manifest");
  if (!manifest) return tl::unexpected(manifest.error());

  std::vector<ManifestEntry> entries;
  if (settings.resume) entries = read_manifest(path + ".manifest");
  std::size_t kept = 0;
  while (kept < entries.size() && entries[kept].settings == settings.digest) ++kept;
  entries.resize(kept);
  entries.resize(count_true_entries(part->get(), entries));
  entries.resize(inputs.skip_finished(entries));

  std::string kept_lines;
  for (const ManifestEntry& entry : entries) kept_lines += format_entry(entry);
  if (!entries.empty()) before = entries.back();
  const bool cut =
      ::ftruncate(part->get(), static_cast<off_t>(before.output_size)) == 0 && ::lseek(part->get(), 0, SEEK_END) >= 0;
  if (!cut) return system_failure(path + ".part");
  const auto manifest_size = static_cast<off_t>(kept_lines.size());
  if (::ftruncate(manifest->get(), manifest_size) != 0 || ::lseek(manifest->get(), 0, SEEK_END) < 0)
    return system_failure(path + ".manifest");

  auto output = std::make_unique<PartOutput>(path, settings, std::move(*part), std::move(*manifest), before);
  if (entries.empty()) {
    if (Result<void> written = output->write_bytes(settings.header); !written) return tl::unexpected(written.error());
  } else {
    output->checksum = Checksum(before.output_checksum);
  }
  return output;
}

}  // namespace wirecut
