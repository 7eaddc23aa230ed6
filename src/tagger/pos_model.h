// The part-of-speech model, used in place inside the blob. Layout: pos_format.h.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "tagger/pos_features.h"
#include "tagger/pos_format.h"
#include "tagger/pos_tags.h"

namespace wirecut {

class PosModel {
 public:
  PosModel() = default;                         // knows nothing
  explicit PosModel(std::string_view section);  // throws std::runtime_error where it is damaged or of other features

  bool empty() const { return checks_ == nullptr; }

  // What the features need of a token whose bytes are `text`. The model is larger than a core's nearest cache: expect()
  // some tokens before describe(), so that they needn't wait for memory one by one.
  void expect(const Token& token) const {
    __builtin_prefetch(word_slots_ + (static_cast<std::uint32_t>(token.hash) & word_mask_));
  }
  PosWord describe(const Token& token, std::string_view text) const {
    const PosWordSlot* slot = find_word(token.hash);
    if (slot == nullptr && token.hash != token.lower_hash) slot = find_word(token.lower_hash);
    const PosWordSlot& known = slot != nullptr ? *slot : kUnseenWord;
    const auto only_tag = static_cast<PosTag>(known.only_tag < kPosTagCount ? known.only_tag : 0);
    return {.form = token.hash,
            .lower = token.lower_hash,
            .text = text,
            .word_class = known.word_class,
            .only_tag = slot != nullptr ? only_tag : tag_of_kind(token.kind, text),
            .has_habits = known.only_tag == kPosHasHabits,
            .tag_set = known.tag_set,
            .shape = static_cast<std::uint8_t>(token.flags & kPosShape)};
  }

  // Tags a sentence: tags[i] is that of words[i + 2]. The first two words and the last two are edge_word().
  void tag(std::span<const PosWord> words, std::span<PosTag> tags) const;

 private:
  class Rows;

  const PosWordSlot* find_word(std::uint64_t hash) const {
    const auto check = static_cast<std::uint32_t>(hash >> 32);
    for (std::uint32_t probe = 0; probe <= word_mask_; ++probe) {
      const PosWordSlot& slot = word_slots_[(static_cast<std::uint32_t>(hash) + probe) & word_mask_];
      if (slot.check == check) return &slot;
      if (slot.check == 0) return nullptr;
    }
    return nullptr;
  }
  static PosTag tag_of_kind(TokenKind kind, std::string_view text);
  const PosHabit* habits_at(std::uint64_t key) const;  // its bucket
  PosTag habit_of(const PosWord& word, PosTag before) const;
  void gather(const PosWord* word, Rows& rows) const;
  PosTag decide(const PosWord* word, PosTag before, PosTag second, Rows& rows) const;

  const PosWordSlot* word_slots_ = nullptr;
  const std::uint16_t* checks_ = nullptr;
  const PosRow* rows_ = nullptr;
  const PosHabit* habits_ = nullptr;
  std::uint32_t word_mask_ = 0;
  std::uint32_t buckets_ = 0;
  std::uint32_t habit_buckets_ = 0;
};

// What stands in front of a sentence's first word and behind its last, two on either side.
PosWord edge_word();

}  // namespace wirecut
