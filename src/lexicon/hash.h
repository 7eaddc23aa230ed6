// The one hash of words: computed by tokens/ for each token, by pack_data for each word of the data files, and by the
// trainer for each feature, so that all of them meet. Changing it means packing and training anew.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace wirecut {

// Mixes the bits of `x` thoroughly (the finaliser of splitmix64, Steele et al. 2014).
constexpr std::uint64_t mix_bits(std::uint64_t x) {
  x ^= x >> 30;
  x *= 0xbf58476d1ce4e5b9ULL;
  x ^= x >> 27;
  x *= 0x94d049bb133111ebULL;
  return x ^ (x >> 31);
}

// FNV-1a over the bytes, then mixed. Byte by byte, so that a tokeniser can carry it along.
inline constexpr std::uint64_t kHashSeed = 0xcbf29ce484222325ULL;
constexpr std::uint64_t hash_step(std::uint64_t h, unsigned char byte) { return (h ^ byte) * 0x100000001b3ULL; }

constexpr std::uint64_t hash_word(std::string_view word) {
  std::uint64_t h = kHashSeed;
  for (char c : word) h = hash_step(h, static_cast<unsigned char>(c));
  return mix_bits(h);
}

// Several hashes in one, chained from 0.
constexpr std::uint64_t hash_chain(std::uint64_t chain, std::uint64_t word) {
  return mix_bits(chain * 0x9e3779b97f4a7c15ULL + word);
}

// ASCII letters in lower case; all other bytes as they are.
constexpr char to_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

// Of a word as it is in lower case: what Token::lower_hash is.
constexpr std::uint64_t lower_hash(std::string_view word) {
  std::uint64_t h = kHashSeed;
  for (char c : word) h = hash_step(h, static_cast<unsigned char>(to_lower(c)));
  return mix_bits(h);
}

// The hash of a phrase is its words' hashes, chained from 0; that of a lone word, which most look-ups are for, is the
// word's own.
constexpr std::uint64_t hash_phrase(std::uint64_t chain, std::uint64_t word) {
  return chain == 0 ? word : hash_chain(chain, word);
}

}  // namespace wirecut
