// The layout of the packed gazetteer, shared by the reader (gazetteer.cpp) and the writer (tools/pack_gazetteer.cpp).
//
// GazetteerHeader, the slots (slots.h) of the names' folded words (fold.h), whose rows are postings; the postings in
// the order of the keys, the places, the divisions, and the pool of the places' names, each closed by a NUL.
#pragma once

#include <cstdint>

namespace wirecut {

struct GazetteerHeader {
  char magic[8];
  std::uint32_t slot_count;  // a power of two, more than the slots in use
  std::uint32_t posting_count;
  std::uint32_t place_count;
  std::uint32_t division_count;
  std::uint32_t pool_size;
  std::uint32_t reserved;
};

inline constexpr char kGazetteerMagic[8] = {'W', 'C', 'G', 'A', 'Z', '0', '1', '\0'};

// A posting is the index of a place, and how it comes by the name.
inline constexpr std::uint32_t kPlaceMask = (1u << 24) - 1;
enum PostingFlag : std::uint32_t {
  kAlternate = 1u << 24,     // unmarked for language in GeoNames
  kOnlyCapitals = 1u << 25,  // US, UK
};

inline constexpr std::int16_t kNoCoordinate = INT16_MIN;

struct PackedPlace {
  std::uint32_t geonames;  // 0: not known
  std::uint32_t name;      // where it begins in the pool
  std::int16_t latitude;   // both in hundredths of a degree, about a kilometre; or kNoCoordinate
  std::int16_t longitude;
  std::uint16_t division;
  std::uint8_t kind;            // PlaceKind, its low four bits; PlaceRole above them
  std::uint8_t log_population;  // 8 * log2(population), 0: not known
};

struct PackedDivision {
  char code[8];  // "US.CA", "GB.ENG", "FR" where there is none; NUL padded
};

}  // namespace wirecut
