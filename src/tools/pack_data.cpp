// Packs the data folder into the blob that the executable carries.
//   pack_data DATA_DIR OUT_FILE
// data/lexicon/NAME.tsv becomes the table "lexicon/NAME", data/model/NAME.bin the section "model/NAME", byte for byte;
// data/gazetteer, with the names of countries, the section "gazetteer".
// Sections are ordered by name, so the same data gives the same bytes.

#include <fmt/format.h>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <stdexcept>
#include <string>

#include "lexicon/blob_format.h"
#include "lexicon/hash.h"
#include "pack_gazetteer.h"
#include "pack_table.h"
#include "run_tool.h"

namespace wirecut {
namespace {

namespace fs = std::filesystem;

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error(fmt::format("{}: can't be read", path.string()));
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string pack_raw(std::string_view bytes, std::string_view) { return std::string(bytes); }

// What becomes of the files of each folder.
struct Rule {
  const char* folder;
  const char* extension;
  std::string (*pack)(std::string_view bytes, std::string_view name);
};
constexpr Rule kRules[] = {
    {"lexicon", ".tsv", pack_table},
    {"model", ".bin", pack_raw},
};

std::map<std::string, std::string> pack_sections(const fs::path& data) {
  std::map<std::string, std::string> sections;
  for (const Rule& rule : kRules) {
    const fs::path folder = data / rule.folder;
    if (!fs::is_directory(folder)) continue;
    for (const auto& entry : fs::directory_iterator(folder)) {
      if (entry.path().extension() != rule.extension) continue;
      const std::string name = fmt::format("{}/{}", rule.folder, entry.path().stem().string());
      if (name.size() >= sizeof(BlobSection::name)) throw std::runtime_error(name + ": the name is too long");
      sections[name] = rule.pack(read_file(entry.path()), entry.path().string());
    }
  }
  if (std::string gazetteer = pack_gazetteer(data); !gazetteer.empty()) sections["gazetteer"] = std::move(gazetteer);
  return sections;
}

std::size_t aligned(std::size_t size) { return (size + kBlobAlignment - 1) / kBlobAlignment * kBlobAlignment; }

std::string join_sections(const std::map<std::string, std::string>& sections) {
  std::string blob(aligned(sizeof(BlobHeader) + sections.size() * sizeof(BlobSection)), '\0');
  std::size_t directory = sizeof(BlobHeader);
  const std::size_t data_start = blob.size();
  for (const auto& [name, bytes] : sections) {
    BlobSection section{};
    std::memcpy(section.name, name.data(), name.size());
    section.offset = blob.size();
    section.size = bytes.size();
    std::memcpy(blob.data() + directory, &section, sizeof section);
    directory += sizeof section;
    blob += bytes;
    blob.resize(aligned(blob.size()));
  }
  BlobHeader header{};
  std::memcpy(header.magic, kBlobMagic, sizeof kBlobMagic);
  header.section_count = static_cast<std::uint32_t>(sections.size());
  header.digest = hash_word(std::string_view(blob).substr(data_start));
  std::memcpy(blob.data(), &header, sizeof header);
  return blob;
}

}  // namespace
}  // namespace wirecut

int main(int argc, char** argv) {
  if (argc != 3) {
    fmt::print(stderr, "usage: pack_data DATA_DIR OUT_FILE\n");
    return 2;
  }
  return wirecut::run_tool(
      "pack_data", [&] { wirecut::write_file(argv[2], wirecut::join_sections(wirecut::pack_sections(argv[1]))); });
}
