// The container of the packed data: a directory of named sections in one run of bytes (layout: blob_format.h).
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace wirecut {

class Blob {
 public:
  Blob() = default;
  explicit Blob(std::string_view bytes);  // throws std::runtime_error where the directory doesn't fit the bytes

  // The bytes of a section, 64-byte aligned as far as the blob itself is; empty where there is none of that name.
  std::string_view section(std::string_view name) const;

  // A digest of all data, for --version and the manifest of --resume.
  std::uint64_t digest() const { return digest_; }

 private:
  struct Section {
    std::uint64_t name = 0;  // hash_word()
    std::string_view bytes;
  };

  std::vector<Section> sections_;
  std::uint64_t digest_ = 0;
};

// The data inside this executable (.incbin), 64-byte aligned.
std::string_view embedded_bytes();

}  // namespace wirecut
