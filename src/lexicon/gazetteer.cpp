#include "lexicon/gazetteer.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cstring>
#include <stdexcept>
#include <utility>

#include "lexicon/fold.h"

namespace wirecut {
namespace {

// Of the eight bytes of a division's code those in front of the NULs, which fill it up.
std::size_t code_size(const char* code) {
  std::uint64_t bytes;
  static_assert(sizeof(PackedDivision::code) == sizeof bytes && std::endian::native == std::endian::little);
  std::memcpy(&bytes, code, sizeof bytes);
  return sizeof bytes - static_cast<std::size_t>(std::countl_zero(bytes)) / 8;
}

}  // namespace

Gazetteer::Gazetteer(std::string_view section) {
  if (section.empty()) return;
  GazetteerHeader header;
  if (section.size() < sizeof header) throw std::runtime_error("the packed gazetteer is cut short");
  std::memcpy(&header, section.data(), sizeof header);
  const std::uint64_t needed = sizeof header + PhraseSlots::byte_size(header.slot_count) +
                               std::uint64_t{header.posting_count} * sizeof(std::uint32_t) +
                               std::uint64_t{header.place_count} * sizeof(PackedPlace) +
                               std::uint64_t{header.division_count} * sizeof(PackedDivision) + header.pool_size;
  if (std::memcmp(header.magic, kGazetteerMagic, sizeof kGazetteerMagic) != 0 || header.slot_count == 0 ||
      (header.slot_count & (header.slot_count - 1)) != 0 || needed != section.size() || header.pool_size == 0 ||
      header.place_count == 0 || header.division_count == 0 || section.back() != '\0')
    throw std::runtime_error("the packed gazetteer doesn't fit its section");
  const char* at = section.data() + sizeof header;
  const auto take = [&](std::size_t size) { return std::exchange(at, at + size); };
  slots_ = {take(PhraseSlots::byte_size(header.slot_count)), header.slot_count, header.posting_count};
  postings_ = reinterpret_cast<const std::uint32_t*>(take(header.posting_count * sizeof(std::uint32_t)));
  places_ = reinterpret_cast<const PackedPlace*>(take(header.place_count * sizeof(PackedPlace)));
  divisions_ = reinterpret_cast<const PackedDivision*>(take(header.division_count * sizeof(PackedDivision)));
  pool_ = {at, header.pool_size};
  posting_count_ = header.posting_count;
  place_count_ = header.place_count;
  division_count_ = header.division_count;
}

RowRange Gazetteer::find(std::string_view name) const {
  std::uint64_t chain = 0;
  for (std::size_t start = 0; start <= name.size();) {
    const std::size_t end = std::min(name.find_first_of(" -", start), name.size());
    chain = hash_phrase(chain, hash_folded(name.substr(start, end - start)));
    start = end + 1;
  }
  return step(chain).rows;
}

std::string_view Gazetteer::only_country(RowRange rows) const {
  if (rows.empty()) return {};
  const std::string_view country = entry(rows.first).country;
  for (std::uint32_t row = rows.first + 1; row < rows.end; ++row)
    if (entry(row).country != country) return {};
  return country;
}

GazetteerEntry Gazetteer::entry(std::uint32_t row) const {
  assert(row < posting_count_);
  const std::uint32_t posting = postings_[row];
  GazetteerEntry entry;
  // Bounded for damaged data: a sound gazetteer has none beyond.
  entry.place = std::min(posting & kPlaceMask, place_count_ - 1);
  const PackedPlace& place = places_[entry.place];
  const std::uint32_t division = std::min<std::uint32_t>(place.division, division_count_ - 1);
  const char* code = divisions_[division].code;
  entry.division = {code, code_size(code)};
  entry.country = entry.division.substr(0, 2);
  entry.division_index = static_cast<decltype(entry.division_index)>(division);
  if (entry.division.size() == 2) entry.division = {};
  entry.kind = static_cast<PlaceKind>(place.kind & 15);
  entry.role = static_cast<PlaceRole>(place.kind >> 4);
  entry.log_population = static_cast<float>(place.log_population) / 8;
  if (place.latitude != kNoCoordinate) {
    entry.latitude = static_cast<float>(place.latitude) / 100;
    entry.longitude = static_cast<float>(place.longitude) / 100;
  }
  entry.geonames = place.geonames;
  entry.alternate = (posting & kAlternate) != 0;
  entry.only_capitals = (posting & kOnlyCapitals) != 0;
  return entry;
}

}  // namespace wirecut
