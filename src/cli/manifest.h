// What a run has finished, on disk: so that another run can go on from there.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "wirecut/result.h"

namespace wirecut {

// CRC-32 of bytes that come in pieces: tells outputs of one size apart; not against forgery.
class Checksum {
 public:
  explicit Checksum(std::uint32_t of_before = 0) : value_(of_before) {}  // goes on behind bytes of that checksum
  void add(std::string_view bytes);
  std::uint32_t value() const { return value_; }
  bool operator==(const Checksum&) const = default;

 private:
  std::uint32_t value_;
};

// Which bytes an input had: its size and time of change. Absent numbers (-1) fit nothing.
struct InputIdentity {
  std::string name;
  std::int64_t size = -1;
  std::int64_t changed_ns = -1;
  bool operator==(const InputIdentity&) const = default;
};

// A point at which the output was whole up to the end of a story.
struct ManifestEntry {
  std::uint64_t settings = 0;  // digest of version, data and all options that shape the bytes
  InputIdentity input;         // the input that was read last
  bool input_ended = false;
  std::uint64_t input_stories = 0;  // of this input, that are in the output
  std::uint64_t stories = 0;        // of the whole output
  std::uint64_t errors = 0;
  std::uint64_t output_size = 0;  // of the whole output
  std::uint32_t output_checksum = 0;
  bool operator==(const ManifestEntry&) const = default;
};

// One entry a line, each with a checksum: a torn line is no entry.
std::string format_entry(const ManifestEntry& entry);
std::optional<ManifestEntry> parse_entry(std::string_view line);

// All whole entries of a manifest file, up to the first damaged one; none where there is no file.
std::vector<ManifestEntry> read_manifest(const std::string& path);

}  // namespace wirecut
