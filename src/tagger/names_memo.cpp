#include "tagger/names_memo.h"

#include <algorithm>

namespace wirecut {
namespace {

constexpr std::size_t kMostWords = 40'000;  // 7.7 MB
constexpr std::size_t kSlots = 1U << 16;

bool is_ascii(std::string_view word) {
  return std::none_of(word.begin(), word.end(), [](char c) { return (static_cast<unsigned char>(c) & 0x80) != 0; });
}

KnownWord know(std::string_view word, std::uint64_t lower_hash, const NameToken& token, const Lexicon& lexicon,
               const NamesModel& model) {
  KnownWord known;
  const WordFacts facts = facts_of(word, token.form, token.lower, token.shape, model);
  known.class_2000 = facts.class_2000;
  known.class_500 = facts.class_500;
  known.class_100 = facts.class_100;
  known.use = facts.use;
  if (const NamesWord* usual = model.find_word(token.lower))
    known.usual = static_cast<std::uint8_t>(1 + usual->usual_shape);
  const auto lists = name_lists_of(lexicon);
  for (std::size_t i = 0; i < lists.size(); ++i) {
    const PhraseStep step = lists[i]->step(hash_chain(0, lower_hash));
    if (step.continues)
      known.open_lists |= static_cast<std::uint8_t>(1U << i);
    else if (!step.rows.empty())
      known.lists |= list_marks(*lists[i], step.rows, NamePlace::unit);
  }
  NameFeatures features(model);
  std::array<std::size_t, kReachSlots + 1> from{};
  for (std::size_t k = 0; k < kReachSlots; ++k) {
    word_features(facts, static_cast<int>(k) - kNameReach, features);
    from[k + 1] = features.size();
  }
  for (std::size_t k = 0; k < kReachSlots; ++k) features.add_to(known.rows[k], from[k], from[k + 1]);
  return known;
}

}  // namespace

const KnownWord& WordMemo::find(std::string_view word, std::uint64_t token_hash, std::uint64_t lower_hash,
                                const NameToken& token, const Lexicon& lexicon, const NamesModel& model) {
  // All that know() reads. The same letters may have two shapes, as "U.S." at the end of a sentence and elsewhere, and
  // in lines of capitals another form. The token's hash is the same for either apostrophe, so beyond ASCII the bytes
  // count.
  std::uint64_t key = mix_bits(token_hash ^ std::uint64_t{token.form} << 8 ^ static_cast<std::uint64_t>(token.shape));
  if (!is_ascii(word)) key = hash_chain(key, hash_word(word));
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
