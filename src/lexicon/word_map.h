// A few words of a rule, with a value each, found by the hash of a token: one look, mostly. Built by the compiler.
//   constexpr WordRow<Voice> kVoiceRows[] = {{"mr.", Voice::he}, {"mrs.", Voice::she}};
//   constexpr WordMap kVoices(kVoiceRows);
//   kVoices.of(token.lower_hash) == Voice{} where the word is none of them
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "lexicon/hash.h"

namespace wirecut {

template <class Value>
struct WordRow {
  std::string_view word;
  Value value;
};

template <class Value, std::size_t N>
class WordMap {
 public:
  constexpr explicit WordMap(const WordRow<Value> (&rows)[N]) {
    for (const auto& [word, value] : rows) {
      slots_[slot_of(hash_word(word))] = {hash_word(word), value};
      sieve_[sieve_word(hash_word(word))] |= sieve_bit(hash_word(word));
    }
  }

  constexpr Value of(std::uint64_t hash) const {
    if ((sieve_[sieve_word(hash)] & sieve_bit(hash)) == 0) return {};
    return slots_[slot_of(hash)].value;
  }

 private:
  static constexpr std::size_t kMask = std::bit_ceil(4 * N) - 1;
  static constexpr std::size_t kSieveWords = (4 * (kMask + 1) + 63) / 64;

  struct Slot {
    std::uint64_t hash = 0;  // 0: free
    Value value{};
  };

  // Where the word is, or else a free slot.
  constexpr std::size_t slot_of(std::uint64_t hash) const {
    std::size_t at = hash & kMask;
    while (slots_[at].hash != 0 && slots_[at].hash != hash) at = (at + 1) & kMask;
    return at;
  }

  // Four bits a slot, one of them set for each word: most tokens are none of them, which a branch guesses well.
  static constexpr std::size_t sieve_word(std::uint64_t hash) { return (hash >> 40) % kSieveWords; }
  static constexpr std::uint64_t sieve_bit(std::uint64_t hash) { return std::uint64_t{1} << (hash >> 58); }

  std::array<std::uint64_t, kSieveWords> sieve_{};
  std::array<Slot, kMask + 1> slots_{};
};

// Words without a value: is it one of them?
template <std::size_t N>
constexpr WordMap<bool, N> word_list(const std::string_view (&words)[N]) {
  WordRow<bool> rows[N];
  for (std::size_t i = 0; i < N; ++i) rows[i] = {words[i], true};
  return WordMap<bool, N>(rows);
}

}  // namespace wirecut
