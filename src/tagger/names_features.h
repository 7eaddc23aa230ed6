// The features of the name tagger: the same code for the program and the trainer (tools/train_names.cpp).
// A feature is a 64-bit hash of its template and its values; a sink takes them: `sink(std::uint64_t feature)`.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "lexicon/hash.h"
#include "lexicon/lexicon.h"
#include "lexicon/table.h"
#include "tagger/names_model.h"
#include "wirecut/story.h"

namespace wirecut {

// Changes with every change to what a feature means: a model trained with others is refused.
inline constexpr std::uint64_t kNameFeatureSet = hash_word("names 2");

// What a word looks like, in one word.
enum class WordShape : std::uint8_t {
  none,  // before the sentence or behind it
  lower,
  capital,          // "Roe"
  capitals,         // "NATO"
  initial,          // "J." "A"
  acronym,          // "U.S."
  mixed,            // "McRoe", "iPhone"
  capital_capital,  // "Anglo-American"
  capital_lower,    // "U.S.-led"
  lower_capital,    // "al-Sabah"
  number,
  alphanumeric,  // "F-14"
  mark,
  quote,
  symbol,
  web,
};

inline constexpr int kNameReach = 2;  // a word's features serve its neighbours up to this far
inline constexpr int kReachSlots = 2 * kNameReach + 1;

// What the capitals of a line as a whole say.
enum class LineCase : std::uint8_t { prose, capitals, title_case };

// A token as the features see it, in 32 bytes.
struct NameToken {
  std::uint32_t form = 0;   // check of its hash; in lines of capitals that of its usual spelling
  std::uint32_t lower = 0;  // the same of the lower case form
  std::uint16_t class_2000 = 0, class_500 = 0;
  std::uint8_t class_100 = 0;
  WordShape shape = WordShape::none;
  std::uint8_t evidence = 0;     // how the story spells the word elsewhere: CaseEvidence
  NameUse use = NameUse::never;  // settled where a name may be; see NameStory::runs
  std::uint8_t usual = 0;        // how English usually spells it: 0 unknown, 1 + WordShape
  std::uint32_t story_word = 0;  // index of its StoryWord
  std::uint64_t lists = 0;       // four bits a list, one for each NamePlace in an entry
};
static_assert(sizeof(NameToken) == 32);

enum CaseEvidence : std::uint8_t { kSeenLower = 1, kSeenCapital = 2 };

// Everything that depends on the word's own letters; kept from story to story (see WordMemo).
struct WordFacts {
  std::uint32_t form = 0, lower = 0;
  std::uint16_t class_2000 = 0, class_500 = 0;
  std::uint8_t class_100 = 0;
  NameUse use = NameUse::unseen;
  WordShape shape = WordShape::lower;
  std::array<std::uint32_t, 4> prefix{};        // of 2 to 5 characters; 0 where the word is shorter
  std::array<std::uint32_t, 4> suffix{};        // of 1 to 4
  std::uint32_t pattern = 0;                    // "Xx-Xx", runs folded; 0 where the shape says as much
  std::uint32_t first_part = 0, last_part = 0;  // of a hyphened word
};

WordShape shape_of(std::string_view word, const Token& token);

// WordShape::lower, for all that the hashes tell: most tokens are. One branch on the whole costs less than one on each.
inline bool is_lower(const Token& token) {
  return (token.hash == token.lower_hash) & (token.kind == TokenKind::word) & !token.has(kHasDigit);
}

// The bits of NameToken::lists for an entry of `lists`, and a word of it.
std::uint64_t list_marks(const Table& lists, RowRange entry, NamePlace place);

// What the vocabulary knows of a form, and what the letters of `word` say beside it: that is the text, which in lines
// of capitals may be spelled otherwise than `form` and `shape` say.
WordFacts facts_of(std::string_view word, std::uint32_t form, std::uint32_t lower, WordShape shape,
                   const NamesModel& model);

// The latter alone; `facts.shape` must be set.
void read_letters(std::string_view word, WordFacts& facts);

// Do the features that a word gives to the token so far away read its letters?
constexpr bool reads_letters(int offset) { return -1 <= offset && offset <= 1; }

// What the sentence adds for all of its tokens.
struct SentenceFacts {
  LineCase line = LineCase::prose;
  Part part = Part::body;
};

namespace names_detail {

// Four multiplications that don't wait for each other, then one that mixes.
constexpr std::uint64_t feature(std::uint32_t name, std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0) {
  const std::uint64_t sum =
      name * 0x9e3779b97f4a7c15ULL + a * 0xc2b2ae3d27d4eb4fULL + b * 0x165667b19e3779f9ULL + c * 0xd6e8feb86659fd93ULL;
  const std::uint64_t mixed = (sum ^ sum >> 32) * 0xbf58476d1ce4e5b9ULL;
  return mixed ^ mixed >> 29;
}

}  // namespace names_detail

// The features that a word gives to the token `offset` places before it (-2..2): offset 0 is the word itself.
template <class Sink>
void word_features(const WordFacts& word, int offset, Sink&& sink) {
  using names_detail::feature;
  const auto name = [&](std::uint32_t base) { return base + 32 * static_cast<std::uint32_t>(offset + kNameReach); };
  const auto put = [&](std::uint32_t base, std::uint64_t value) { sink(feature(name(base), value)); };
  put(1, word.lower);
  put(2, static_cast<std::uint64_t>(word.shape));
  if (word.class_2000 != 0) {
    put(3, word.class_2000);
    put(4, word.class_500);
    put(5, word.class_100);
  }
  if (!reads_letters(offset)) return;
  put(6, word.form);
  if (word.pattern != 0) put(7, word.pattern);
  if (word.prefix[1] != 0) put(8, word.prefix[1]);
  if (word.suffix[2] != 0) put(9, word.suffix[2]);
  if (offset != 0) return;
  if (word.prefix[0] != 0) put(10, word.prefix[0]);
  if (word.prefix[2] != 0) put(11, word.prefix[2]);
  if (word.prefix[3] != 0) put(12, word.prefix[3]);
  if (word.suffix[0] != 0) put(13, word.suffix[0]);
  if (word.suffix[1] != 0) put(14, word.suffix[1]);
  if (word.suffix[3] != 0) put(15, word.suffix[3]);
  if (word.first_part != 0) put(16, word.first_part);
  if (word.last_part != 0) put(17, word.last_part);
  if (word.class_500 != 0) sink(feature(name(18), word.class_500, static_cast<std::uint64_t>(word.shape)));
}

// A word that looks like part of no name. It may be part of one next to another word only ("of" in "Bank of England"):
// of 54,000 tokens of names 22 stand two places away from the next word that isn't plain, or farther.
inline bool is_plain(WordShape shape) {
  return shape == WordShape::lower || shape == WordShape::none || shape == WordShape::number ||
         shape == WordShape::mark || shape == WordShape::quote || shape == WordShape::symbol;
}

// A plain word between plain words: of the context its features see the shapes only.
inline bool is_amid_plain(const NameToken* at) {
  return is_plain(at[0].shape) && is_plain(at[-1].shape) && is_plain(at[1].shape);
}

// The features of a token in its context, in groups. `at` points to it; the kNameReach tokens on both sides must be
// readable (empty ones outside the sentence).

template <class Sink>
void shape_features(const NameToken* at, SentenceFacts sentence, Sink&& sink) {
  using names_detail::feature;
  const auto shape = [&](int k) { return static_cast<std::uint64_t>(at[k].shape); };
  const std::uint64_t shapes3 = shape(-1) << 8 | shape(0) << 4 | shape(1);
  sink(feature(400, static_cast<std::uint64_t>(sentence.line) << 4 | shape(0)));
  if (is_amid_plain(at)) return;
  sink(feature(401, shapes3));
  sink(feature(402, shape(-1) << 4 | shape(0)));
  sink(feature(403, shape(0) << 4 | shape(1)));
  sink(feature(404, shape(-2) << 12 | shapes3));
  sink(feature(405, shapes3 << 4 | shape(2)));
}

// How a word is spelled here and elsewhere.
template <class Sink>
void spelling_features(const NameToken& w, SentenceFacts sentence, bool is_first, Sink&& sink) {
  using names_detail::feature;
  const auto shape = static_cast<std::uint64_t>(w.shape);
  const auto line = static_cast<std::uint64_t>(sentence.line);
  sink(feature(419, static_cast<std::uint64_t>(sentence.part), is_first, shape));
  if (is_plain(w.shape)) return;
  const std::uint64_t spelling = std::uint64_t{w.evidence} << 8 | std::uint64_t{w.usual} << 1 | (is_first ? 1 : 0);
  sink(feature(420, spelling, shape));
  sink(feature(421, w.evidence, is_first, line));
  sink(feature(422, w.usual, is_first, line));
}

// The lists that the token k places behind, -1..1, stands in; for those where there are any.
template <class Sink>
void list_features(const NameToken* at, int k, Sink&& sink) {
  using names_detail::feature;
  const auto name = static_cast<std::uint32_t>(430 + 4 * (k + 1));
  sink(feature(name, at[k].lists));
  sink(feature(name + 1, at[k].lists, static_cast<std::uint64_t>(at[0].shape)));
  for (std::uint64_t rest = at[k].lists; rest != 0; rest &= rest - 1)
    sink(feature(name + 2, static_cast<std::uint64_t>(__builtin_ctzll(rest))));
}

// What the words on both sides are together with it: these are never the same for long.
template <class Sink>
void pair_features(const NameToken* at, Sink&& sink) {
  using names_detail::feature;
  const NameToken& w = at[0];
  const NameToken& before = at[-1];
  const NameToken& after = at[1];
  const auto shape = static_cast<std::uint64_t>(w.shape);
  sink(feature(406, before.lower, w.lower));
  sink(feature(407, w.lower, after.lower));
  sink(feature(408, before.lower, after.lower, shape));
  sink(feature(409, before.lower, shape));
  sink(feature(410, shape, after.lower));
  sink(feature(411, at[-2].lower, before.lower, shape));
  sink(feature(412, shape, after.lower, at[2].lower));
  sink(feature(413, before.class_500, w.class_500));
  sink(feature(414, w.class_500, after.class_500));
  sink(feature(415, before.class_500, after.class_500, shape));
  sink(feature(416, before.class_2000, shape));
  sink(feature(417, after.class_2000, shape));
  sink(feature(418, before.class_100, w.class_100, after.class_100));
  if (w.lists != 0 && after.lists != 0) sink(feature(442, w.lists, after.lists));
  if (w.lists != 0 && before.lists != 0) sink(feature(443, before.lists, w.lists));
}

// All groups.
template <class Sink>
void context_features(const NameToken* at, SentenceFacts sentence, bool is_first, Sink&& sink) {
  shape_features(at, sentence, sink);
  if (is_amid_plain(at)) return;
  spelling_features(at[0], sentence, is_first, sink);
  for (int k = -1; k <= 1; ++k)
    if (at[k].lists != 0) list_features(at, k, sink);
  pair_features(at, sink);
}

}  // namespace wirecut
