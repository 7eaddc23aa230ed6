#include "lexicon/blob.h"

#include <cstring>
#include <stdexcept>

#include "lexicon/blob_format.h"
#include "lexicon/hash.h"

namespace wirecut {
namespace {

BlobSection section_at(std::string_view bytes, std::uint32_t index) {
  BlobSection section;
  std::memcpy(&section, bytes.data() + sizeof(BlobHeader) + index * sizeof(BlobSection), sizeof section);
  return section;
}

}  // namespace

Blob::Blob(std::string_view bytes) {
  BlobHeader header;
  if (bytes.size() < sizeof header) throw std::runtime_error("the embedded data is cut short");
  std::memcpy(&header, bytes.data(), sizeof header);
  if (std::memcmp(header.magic, kBlobMagic, sizeof kBlobMagic) != 0)
    throw std::runtime_error("the embedded data has another format");
  if ((bytes.size() - sizeof header) / sizeof(BlobSection) < header.section_count)
    throw std::runtime_error("the embedded data is cut short");
  digest_ = header.digest;
  sections_.reserve(header.section_count);
  for (std::uint32_t i = 0; i < header.section_count; ++i) {
    const BlobSection section = section_at(bytes, i);
    if (section.offset > bytes.size() || section.size > bytes.size() - section.offset)
      throw std::runtime_error("a section of the embedded data lies outside of it");
    const std::string_view name(section.name, ::strnlen(section.name, sizeof section.name));
    sections_.push_back({hash_word(name), bytes.substr(section.offset, section.size)});
  }
}

// By hash, because stages ask for their models at every story.
std::string_view Blob::section(std::string_view name) const {
  const std::uint64_t hash = hash_word(name);
  for (const Section& section : sections_)
    if (section.name == hash) return section.bytes;
  return {};
}

}  // namespace wirecut
