// One spelling for the names of the gazetteer and of the news: lower case, accents and apostrophes dropped.
//   "Kramators'k" -> "kramatorsk", "São" -> "sao", "Łódź" -> "lodz", "N’Djamena" -> "ndjamena"
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "lexicon/hash.h"

namespace wirecut {

// The folded letter of the code points from U+00C0 to U+017F and from U+1EA0 to U+1EF9.
inline constexpr std::string_view kFoldedLatin =
    "aaaaaaaceeeeiiiidnoooooxouuuuytsaaaaaaaceeeeiiiidnooooo-ouuuuytyaaaaaaccccccccddddeeeeeeeeeeggggggggh"
    "hhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
inline constexpr std::string_view kFoldedVietnamese =
    "aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy";

// The folded byte of a code point; 0: it is dropped; 1: it stays as it is, in UTF-8.
constexpr unsigned char folded(std::uint32_t code) {
  if (code < 0x80) {
    if (code == '\'' || code == '`') return 0;
    return static_cast<unsigned char>(code >= 'A' && code <= 'Z' ? code + 32 : code);
  }
  if (code >= 0xC0 && code < 0x180) return static_cast<unsigned char>(kFoldedLatin[code - 0xC0]);
  if (code >= 0x1EA0 && code <= 0x1EF9) return static_cast<unsigned char>(kFoldedVietnamese[code - 0x1EA0]);
  if ((code >= 0x300 && code <= 0x36F) || (code >= 0x2B9 && code <= 0x2BF) || code == 0xB4) return 0;
  switch (code) {
    case 0x1A0:
    case 0x1A1:
      return 'o';
    case 0x1AF:
    case 0x1B0:
      return 'u';
    case 0x218:
    case 0x219:
      return 's';
    case 0x21A:
    case 0x21B:
      return 't';
    case 0x2018:
    case 0x2019:
    case 0x201B:
      return 0;
    case 0x2010:
    case 0x2011:
      return '-';
    default:
      return 1;
  }
}

// Calls `on_byte` with each byte of the folded form of `word`, which is valid UTF-8.
template <class OnByte>
constexpr void fold(std::string_view word, OnByte on_byte) {
  for (std::size_t i = 0; i < word.size();) {
    const auto byte = static_cast<unsigned char>(word[i]);
    const std::size_t size = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
    std::uint32_t code = byte < 0x80 ? byte : byte & (0xFFu >> (size + 1));
    for (std::size_t k = 1; k < size && i + k < word.size(); ++k)
      code = code << 6 | (static_cast<unsigned char>(word[i + k]) & 0x3F);
    const unsigned char to = folded(code);
    if (to > 1) on_byte(to);
    if (to == 1)
      for (std::size_t k = 0; k < size && i + k < word.size(); ++k) on_byte(static_cast<unsigned char>(word[i + k]));
    i += size;
  }
}

// hash_word() of the folded form.
constexpr std::uint64_t hash_folded(std::string_view word) {
  std::uint64_t h = kHashSeed;
  fold(word, [&](unsigned char byte) { h = hash_step(h, byte); });
  return mix_bits(h);
}

}  // namespace wirecut
