// Files, standard input and folders.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "wirecut/reader.h"

namespace wirecut {

// The bytes of a file or of anything else that can be opened and read (a FIFO, a device). Error: io, where it doesn't
// exist, may not be read or is a folder. Reading goes on after signals and returns what a pipe has at hand.
Result<std::unique_ptr<ByteSource>> open_file(const std::string& path);

// Standard input; not closed at the end.
std::unique_ptr<ByteSource> open_standard_input();

// Bytes in memory.
std::unique_ptr<ByteSource> open_bytes(std::string bytes);

// One entry of a folder.
struct FoundFile {
  std::string path;            // the folder's path and `relative`, to be opened
  std::string relative;        // below the folder, parts separated by "/"
  std::optional<Error> error;  // why it can't be read: a folder without permission, a link that leads nowhere
};

// What a walk has passed over so far.
struct PassedOver {
  std::uint64_t hidden = 0;   // names that begin with a full stop
  std::uint64_t links = 0;    // to folders, or out of the folder
  std::uint64_t special = 0;  // FIFOs, devices, sockets
};

// The regular files below a folder, in the byte order of their relative paths: the order of `LC_ALL=C sort`. Holds one
// sorted listing a level, never the whole tree. Links to files inside the folder are files of their own; links to
// folders and links that lead out of it are passed over, as are special files and names that begin with a full stop.
class FolderWalk {
 public:
  explicit FolderWalk(const std::string& folder);
  std::optional<FoundFile> next();
  const PassedOver& passed_over() const { return passed_over_; }

 private:
  struct Entry {
    std::string relative;
    bool is_folder = false;
  };
  void list(const std::string& relative);
  std::optional<FoundFile> look_at(const Entry& entry);
  std::string path_of(const std::string& relative) const;

  std::string folder_;
  std::filesystem::path real_folder_;
  std::vector<Entry> waiting_;  // last is next
  std::optional<FoundFile> failed_folder_;
  PassedOver passed_over_;
};

}  // namespace wirecut
