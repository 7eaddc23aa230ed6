#include "lexicon/blob.h"

#include <cstring>
#include <stdexcept>

#include "lexicon/blob_format.h"

namespace wirecut {
namespace {

BlobSection section_at(std::string_view bytes, std::uint32_t index) {
  BlobSection section;
  std::memcpy(&section, bytes.data() + sizeof(BlobHeader) + index * sizeof(BlobSection), sizeof section);
  return section;
}

bool has_name(const BlobSection& section, std::string_view name) {
  return name.size() < sizeof section.name && std::memcmp(section.name, name.data(), name.size()) == 0 &&
         section.name[name.size()] == '\0';
}

}  // namespace

Blob::Blob(std::string_view bytes) : bytes_(bytes) {
  BlobHeader header;
  if (bytes.size() < sizeof header) throw std::runtime_error("the embedded data is cut short");
  std::memcpy(&header, bytes.data(), sizeof header);
  if (std::memcmp(header.magic, kBlobMagic, sizeof kBlobMagic) != 0)
    throw std::runtime_error("the embedded data has another format");
  if ((bytes.size() - sizeof header) / sizeof(BlobSection) < header.section_count)
    throw std::runtime_error("the embedded data is cut short");
  section_count_ = header.section_count;
  digest_ = header.digest;
  for (std::uint32_t i = 0; i < section_count_; ++i) {
    const BlobSection section = section_at(bytes, i);
    if (section.offset > bytes.size() || section.size > bytes.size() - section.offset)
      throw std::runtime_error("a section of the embedded data lies outside of it");
  }
}

std::string_view Blob::section(std::string_view name) const {
  for (std::uint32_t i = 0; i < section_count_; ++i) {
    const BlobSection section = section_at(bytes_, i);
    if (has_name(section, name)) return bytes_.substr(section.offset, section.size);
  }
  return {};
}

}  // namespace wirecut
