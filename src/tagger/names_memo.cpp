#include "tagger/names_memo.h"

#include <cstring>

namespace wirecut {
namespace {

constexpr std::size_t kMostWords = 40'000;  // 7.7 MB
constexpr std::size_t kSlots = 1U << 16;

std::uint64_t load(const char* bytes, std::size_t count) {
  std::uint64_t value = 0;
  std::memcpy(&value, bytes, count);
  return value;
}

// Eight bytes at a time: a worker asks for every other word of its stories.
std::uint64_t hash_bytes(std::string_view word) {
  const std::size_t size = word.size();
  const char* at = word.data();
  std::uint64_t h = size;
  if (size >= 8) {
    for (std::size_t i = 0; i + 8 < size; i += 8) h = hash_chain(h, load(at + i, 8));
    return hash_chain(h, load(at + size - 8, 8));
  }
  if (size >= 4) return hash_chain(h, load(at, 4) << 32 | load(at + size - 4, 4));
  for (char c : word) h = h << 8 | static_cast<unsigned char>(c);
  return mix_bits(h);
}

KnownWord know(std::string_view word, std::uint64_t lower_hash, const NameToken& token, const Lexicon& lexicon,
               const NamesModel& model) {
  KnownWord known;
  const WordFacts facts = facts_of(word, token.form, token.lower, token.shape, model);
  known.class_2000 = facts.class_2000;
  known.class_500 = facts.class_500;
  known.class_100 = facts.class_100;
  if (const NamesWord* usual = model.find_word(token.lower)) known.usual = static_cast<std::uint8_t>(1 + usual->usual_shape);
  const auto lists = name_lists_of(lexicon);
  for (std::size_t i = 0; i < lists.size(); ++i) {
    const PhraseStep step = lists[i]->step(hash_chain(0, lower_hash));
    if (step.continues) known.open_lists |= static_cast<std::uint8_t>(1U << i);
    else if (!step.rows.empty()) known.lists |= list_marks(*lists[i], step.rows, NamePlace::unit);
  }
  FeatureList features(model);
  std::array<std::size_t, kReachSlots + 1> from{};
  for (std::size_t k = 0; k < kReachSlots; ++k) {
    word_features(facts, static_cast<int>(k) - kNameReach, features);
    from[k + 1] = features.size();
  }
  for (std::size_t k = 0; k < kReachSlots; ++k) features.add_to(known.rows[k], from[k], from[k + 1]);
  return known;
}

}  // namespace

const KnownWord& WordMemo::find(std::string_view word, std::uint64_t lower_hash, const NameToken& token,
                                const Lexicon& lexicon, const NamesModel& model) {
  // All that know() reads. Token::hash would not do: it is the same for "don't" with either apostrophe. And the same
  // letters may have two shapes, as "U.S." at the end of a sentence and elsewhere.
  const std::uint64_t spelling = std::uint64_t{token.form} << 8 | static_cast<std::uint64_t>(token.shape);
  const std::uint64_t key = hash_chain(hash_bytes(word), spelling);
  if (slots_.empty() || words_.size() == kMostWords) {
    slots_.assign(kSlots, 0);
    words_.clear();
  }
  std::size_t at = (key >> 32) % kSlots;
  for (; slots_[at] != 0; at = (at + 1) % kSlots)
    if (words_[slots_[at] - 1].key == key) return words_[slots_[at] - 1];
  words_.push_back(know(word, lower_hash, token, lexicon, model));
  words_.back().key = key;
  slots_[at] = static_cast<std::uint32_t>(words_.size());
  return words_.back();
}

void WordMemo::clear() {
  slots_.clear();
  words_.clear();
}

}  // namespace wirecut
