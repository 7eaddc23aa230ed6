// The layout of the blob, shared by the reader (blob.cpp) and the writer (tools/pack_data.cpp).
#pragma once

#include <cstddef>
#include <cstdint>

namespace wirecut {

inline constexpr char kBlobMagic[8] = {'W', 'C', 'D', 'A', 'T', 'A', '1', '\0'};
inline constexpr std::size_t kBlobAlignment = 64;

struct BlobHeader {
  char magic[8];
  std::uint32_t section_count;
  std::uint32_t reserved;
  std::uint64_t digest;  // of all bytes behind the directory
};

struct BlobSection {
  char name[48];  // NUL padded
  std::uint64_t offset;
  std::uint64_t size;
};

}  // namespace wirecut
