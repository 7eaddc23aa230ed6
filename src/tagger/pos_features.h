// The features of the part-of-speech tagger: the one place that knows them, for program and trainer alike.
// A feature is a 64-bit key; no strings are built. Change anything here and kPosFeatureSet must change too.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "lexicon/hash.h"
#include "wirecut/story.h"

namespace wirecut {

inline constexpr std::uint64_t kPosFeatureSet = 1;

// All that the features need of one token, looked up once.
struct PosWord {
  std::uint64_t form = 0;   // Token::hash
  std::uint64_t lower = 0;  // Token::lower_hash
  std::string_view text;
  std::uint16_t word_class = 0;
  PosTag only_tag = PosTag::none;
  std::uint8_t tag_set = 0;
  std::uint8_t shape = 0;
};

// Bits of PosWord::shape.
enum PosShape : std::uint8_t {
  kPosUpper = 1,     // opens with a capital
  kPosAllUpper = 2,  // capitals only, two or more
  kPosDigit = 4,
  kPosHyphen = 8,
  kPosStop = 16,     // has a full stop
  kPosEdge = 32,     // stands before the first or behind the last token of a sentence
};

inline std::uint8_t pos_shape(std::string_view text) {
  unsigned shape = 0, upper = 0, lower = 0;
  for (char c : text) {
    if (c >= 'A' && c <= 'Z') ++upper;
    else if ((c >= 'a' && c <= 'z') || (c & 0x80)) ++lower;
    else if (c >= '0' && c <= '9') shape |= kPosDigit;
    else if (c == '-') shape |= kPosHyphen;
    else if (c == '.') shape |= kPosStop;
  }
  if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z') shape |= kPosUpper;
  if (upper > 1 && lower == 0) shape |= kPosAllUpper;
  return static_cast<std::uint8_t>(shape);
}

constexpr std::uint64_t pos_key(std::uint64_t feature, std::uint64_t a, std::uint64_t b = 0) {
  std::uint64_t x = (a + feature * 0x9e3779b97f4a7c15ULL) * 0xbf58476d1ce4e5b9ULL;
  x ^= x >> 31;
  x = (x + b) * 0x94d049bb133111ebULL;
  return x ^ (x >> 29);
}

inline std::uint64_t pos_affix(std::string_view bytes) {
  std::uint64_t key = bytes.size();
  for (char c : bytes) key = (key << 8) | static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  return key;
}

// Affixes say little of a word that has often been seen; they are left out where it has a set of tags.
template <class Emit>
void emit_affixes(const PosWord& word, Emit&& emit) {
  const std::string_view text = word.text;
  for (std::size_t n = 1; n <= 4 && n < text.size(); ++n) emit(pos_key(40 + n, pos_affix(text.substr(text.size() - n))));
  for (std::size_t n = 2; n <= 3 && n < text.size(); ++n) emit(pos_key(45 + n, pos_affix(text.substr(0, n))));
  if (word.shape & kPosHyphen) {
    const std::string_view last = text.substr(text.rfind('-') + 1);
    emit(pos_key(50, hash_word(last)));
    emit(pos_key(51, pos_affix(last.substr(last.size() > 3 ? last.size() - 3 : 0)), last.size() > 3));
  }
}

inline constexpr std::size_t kMaxPosFeatures = 40;  // more than emit_pos_features() can call emit()

// Calls emit(key) for each feature of *word; word[-2] to word[2] can be read. `before` and `second` are the tags of the
// two tokens in front, and those that stand behind are not known yet.
template <class Emit>
void emit_pos_features(const PosWord* word, PosTag before, PosTag second, Emit&& emit) {
  const PosWord &w = word[0], &p = word[-1], &n = word[1], &pp = word[-2], &nn = word[2];
  const auto t1 = static_cast<std::uint64_t>(before), t2 = static_cast<std::uint64_t>(second);
  const std::uint64_t first = (p.shape & kPosEdge) != 0;
  emit(pos_key(1, w.lower));
  emit(pos_key(2, w.form, first));
  emit(pos_key(3, p.lower));
  emit(pos_key(4, n.lower));
  emit(pos_key(5, pp.lower));
  emit(pos_key(6, nn.lower));
  emit(pos_key(7, p.lower, w.lower));
  emit(pos_key(8, w.lower, n.lower));
  emit(pos_key(9, t1));
  emit(pos_key(10, t1, t2));
  emit(pos_key(11, w.lower, t1));
  emit(pos_key(12, n.lower, t1));
  emit(pos_key(13, w.tag_set, t1));
  emit(pos_key(14, n.tag_set, t1));
  emit(pos_key(15, w.tag_set, n.tag_set));
  emit(pos_key(16, n.tag_set, nn.tag_set));
  emit(pos_key(17, w.word_class));
  emit(pos_key(18, p.word_class));
  emit(pos_key(19, n.word_class));
  emit(pos_key(20, w.word_class, t1));
  emit(pos_key(21, n.word_class, t1));
  emit(pos_key(22, w.word_class, n.word_class));
  emit(pos_key(23, w.shape, first));
  emit(pos_key(24, w.shape * 64u + n.shape, p.shape));
  emit(pos_key(25, w.tag_set, t1 * 64 + t2));
  emit(pos_key(26, w.tag_set, p.lower));
  emit(pos_key(27, w.tag_set, n.lower));
  emit(pos_key(28, w.lower, t1 * 64 + t2));
  if (w.tag_set == 0) emit_affixes(w, emit);
}

}  // namespace wirecut
