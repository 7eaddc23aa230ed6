// The features of the part-of-speech tagger: the one place that knows them, for program and trainer alike.
// A feature is a 64-bit key; no strings are built. Change anything here and kPosFeatureSet must change too.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "lexicon/hash.h"
#include "wirecut/story.h"

namespace wirecut {

inline constexpr std::uint64_t kPosFeatureSet = 2;

// All that the features need of one token, looked up once.
struct PosWord {
  std::uint64_t form = 0;   // Token::hash
  std::uint64_t lower = 0;  // Token::lower_hash
  std::string_view text;
  std::uint16_t word_class = 0;
  PosTag only_tag = PosTag::none;
  bool has_habits = false;
  std::uint8_t tag_set = 0;
  std::uint8_t shape = 0;
};

// What counts of a token's flags; and, in the place of kSpaceBefore, which tells nothing: the word is an edge_word().
inline constexpr std::uint8_t kPosShape = kCapitalized | kAllCaps | kHasDigit | kHasHyphen | kAbbreviation;
inline constexpr std::uint8_t kPosEdge = 8;

constexpr std::uint64_t pos_key(std::uint64_t feature, std::uint64_t a, std::uint64_t b = 0) {
  const std::uint64_t x = a + feature * 0x9e3779b97f4a7c15ULL + b * 0xbf58476d1ce4e5b9ULL;
  return (x ^ x >> 32) * 0x94d049bb133111ebULL;
}

// The key of a word's habit behind a tag.
constexpr std::uint64_t pos_habit_key(std::uint64_t form, PosTag before) {
  return pos_key(40, form, static_cast<std::uint64_t>(before));
}

inline std::uint64_t pos_affix(std::string_view bytes) {
  std::uint64_t key = bytes.size();
  for (char c : bytes) key = (key << 8) | static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  return key;
}

// The features go to a sink: sink(key) takes one.
//
// Fourteen kinds are as good as the thirty of usual taggers: pairs of neighbouring words and pairs of a word and a tag
// added nothing on EWT or on news.
inline constexpr std::size_t kMaxPosFeatures = 24;  // more than a word has

// Affixes say little of a word that has often been seen; they are left out where it has a set of tags.
template <class Sink>
void add_affix_features(const PosWord& word, Sink&& sink) {
  const std::string_view text = word.text;
  for (std::size_t n = 1; n <= 4 && n < text.size(); ++n)
    sink(pos_key(20 + n, pos_affix(text.substr(text.size() - n))));
  for (std::size_t n = 2; n <= 3 && n < text.size(); ++n) sink(pos_key(25 + n, pos_affix(text.substr(0, n))));
  if (word.shape & kHasHyphen) {
    const std::string_view last = text.substr(text.rfind('-') + 1);
    sink(pos_key(30, hash_word(last)));
    sink(pos_key(31, pos_affix(last.substr(last.size() > 3 ? last.size() - 3 : 0)), last.size() > 3));
  }
}

// The features of *word that ask for no tag; word[-2] to word[2] can be read.
template <class Sink>
void add_word_features(const PosWord* word, Sink&& sink) {
  const PosWord &w = word[0], &p = word[-1], &n = word[1], &pp = word[-2], &nn = word[2];
  sink(pos_key(3, p.lower));
  sink(pos_key(5, pp.lower));
  sink(pos_key(6, nn.lower));
  sink(pos_key(1, w.lower));
  if (w.form != w.lower) sink(pos_key(2, w.form));
  sink(pos_key(7, w.word_class));
  sink(pos_key(4, n.lower));
  sink(pos_key(8, n.word_class));
  sink(pos_key(9, w.shape * 256u + n.shape, p.shape));
  sink(pos_key(10, w.tag_set, n.tag_set));
  sink(pos_key(11, n.tag_set, nn.tag_set));
  if (w.tag_set == 0) add_affix_features(w, sink);
}

// Those that ask for the tags of the two words in front; those behind are not known yet.
template <class Sink>
void add_tag_features(const PosWord* word, PosTag before, PosTag second, Sink&& sink) {
  const auto t1 = static_cast<std::uint64_t>(before), t2 = static_cast<std::uint64_t>(second);
  sink(pos_key(12, t1, t2));
  sink(pos_key(13, word->tag_set, t1));
  sink(pos_key(14, word->tag_set, t1 * 64 + t2));
}

}  // namespace wirecut
