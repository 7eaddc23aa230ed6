#include "tagger/pos_model.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <stdexcept>

#include "lexicon/lanes.h"

namespace wirecut {
namespace {

bool is_power_of_two(std::uint32_t n) { return n != 0 && (n & (n - 1)) == 0; }

// The tag of a token that the model has never seen, where its kind tells it: "1,250" but not "1960s", which is NNS.
PosTag tag_of_kind(TokenKind kind, std::string_view text) {
  switch (kind) {
    case TokenKind::quote:
      return PosTag::quote;
    case TokenKind::web:
      return PosTag::NN;
    case TokenKind::number:
      return text.back() >= '0' && text.back() <= '9' ? PosTag::CD : PosTag::none;
    case TokenKind::punctuation:
    case TokenKind::symbol:
      return punctuation_tag(text);
    case TokenKind::word:
      break;
  }
  return PosTag::none;
}

}  // namespace

PosModel::PosModel(std::string_view section) {
  if (section.empty()) return;
  PosHeader header;
  if (section.size() < sizeof header) throw std::runtime_error("the part-of-speech model is cut short");
  std::memcpy(&header, section.data(), sizeof header);
  if (std::memcmp(header.magic, kPosMagic, sizeof kPosMagic) != 0)
    throw std::runtime_error("the part-of-speech model has another format");
  if (header.feature_set != kPosFeatureSet)
    throw std::runtime_error("the part-of-speech model was trained with other features: train it anew");
  const std::uint64_t word_bytes = std::uint64_t{header.word_slots} * sizeof(PosWordSlot);
  const std::uint64_t places = std::uint64_t{header.buckets} * kPosBucket;
  const std::uint64_t check_bytes = places * sizeof(std::uint16_t), row_bytes = places * sizeof(PosRow);
  const std::uint64_t habit_bytes = std::uint64_t{header.habit_buckets} * kPosBucket * sizeof(PosHabit);
  if (!is_power_of_two(header.word_slots) || header.buckets == 0 || header.habit_buckets == 0 ||
      sizeof header + word_bytes + check_bytes + row_bytes + habit_bytes != section.size())
    throw std::runtime_error("the part-of-speech model is damaged");
  const char* at = section.data() + sizeof header;
  word_slots_ = reinterpret_cast<const PosWordSlot*>(at);
  checks_ = reinterpret_cast<const std::uint16_t*>(at + word_bytes);
  rows_ = reinterpret_cast<const PosRow*>(at + word_bytes + check_bytes);
  habits_ = reinterpret_cast<const PosHabit*>(at + word_bytes + check_bytes + row_bytes);
  word_mask_ = header.word_slots - 1;
  buckets_ = header.buckets;
  habit_buckets_ = header.habit_buckets;
}

const PosWordSlot* PosModel::find_word(std::uint64_t hash) const {
  const auto check = static_cast<std::uint32_t>(hash >> 32);
  for (std::uint32_t probe = 0; probe <= word_mask_; ++probe) {
    const PosWordSlot& slot = word_slots_[(static_cast<std::uint32_t>(hash) + probe) & word_mask_];
    if (slot.check == check) return &slot;
    if (slot.check == 0) return nullptr;
  }
  return nullptr;
}

PosWord PosModel::describe(const Token& token, std::string_view text) const {
  PosWord word;
  word.form = token.hash;
  word.lower = token.lower_hash;
  word.text = text;
  word.shape = token.flags & kPosShape;
  const PosWordSlot* slot = find_word(token.hash);
  if (slot == nullptr && token.hash != token.lower_hash) slot = find_word(token.lower_hash);
  if (slot == nullptr) {
    word.only_tag = tag_of_kind(token.kind, text);
  } else {
    word.word_class = slot->word_class;
    word.tag_set = slot->tag_set;
    if (slot->only_tag < kPosTagCount) word.only_tag = static_cast<PosTag>(slot->only_tag);
    word.has_habits = slot->only_tag == kPosHasHabits;
  }
  return word;
}

// Where the weights of a word's features lie.
struct PosModel::Rows {
  std::array<std::uint32_t, kMaxPosFeatures> at;
  std::uint32_t count = 0;
};

// What asks for no tag is looked up this many words ahead, so that the weights are at hand when the word's turn comes.
constexpr std::size_t kPosAhead = 4;

void PosModel::tag(std::span<const PosWord> words, std::span<PosTag> tags) const {
  std::array<Rows, kPosAhead> ahead;
  PosTag before = PosTag::none, second = PosTag::none;
  for (std::size_t i = 0; i < tags.size() + kPosAhead; ++i) {
    Rows& rows = ahead[i % kPosAhead];
    if (i >= kPosAhead) {
      const std::size_t at = i - kPosAhead;
      tags[at] = decide(&words[at + 2], before, second, rows);
      second = before;
      before = tags[at];
    }
    rows.count = 0;
    if (i < tags.size() && !words[i + 2].has_habits) find_word_rows(&words[i + 2], rows);
  }
}

void PosModel::find_word_rows(const PosWord* word, Rows& rows) const {
  if (word->only_tag != PosTag::none) return;
  std::array<std::uint64_t, kMaxPosFeatures> keys;
  std::size_t count = 0;
  emit_word_features(word, [&](std::uint64_t key) { keys[count++] = key; });
  find_rows({keys.data(), count}, rows);
}

PosTag PosModel::decide(const PosWord* word, PosTag before, PosTag second, Rows& rows) const {
  if (word->only_tag != PosTag::none) return word->only_tag;
  if (word->has_habits) {
    if (const PosTag habit = habit_of(*word, before); habit != PosTag::none) return habit;
    find_word_rows(word, rows);
  }
  std::array<std::uint64_t, kMaxPosFeatures> keys;
  std::size_t count = 0;
  emit_tag_features(word, before, second, [&](std::uint64_t key) { keys[count++] = key; });
  find_rows({keys.data(), count}, rows);
  return best_tag({rows.at.data(), rows.count});
}

// The tag that the word nearly always has behind `before`; none where that isn't known.
PosTag PosModel::habit_of(const PosWord& word, PosTag before) const {
  const std::uint64_t key = pos_habit_key(word.form, before);
  const PosHabit* bucket = habits_ + pos_bucket(key, habit_buckets_) * std::size_t{kPosBucket};
  for (std::size_t i = 0; i < kPosBucket; ++i) {
    const std::uint32_t tag = bucket[i] ^ pos_habit(key, PosTag::none);
    if (tag < kPosTagCount) return static_cast<PosTag>(tag);
  }
  return PosTag::none;
}

// Adds the rows of those features that the model knows. Without a branch on what is found: that can't be foreseen.
void PosModel::find_rows(std::span<const std::uint64_t> keys, Rows& rows) const {
  // The check, four times, against the bucket's four: sixteen bits are 0 where they agree, and their top bit is set
  // then.
  constexpr std::uint64_t kLow = 0x0001000100010001, kHigh = 0x8000800080008000;
  for (std::uint64_t key : keys) {
    const std::uint32_t bucket = pos_bucket(key, buckets_);
    std::uint64_t checks;
    std::memcpy(&checks, checks_ + bucket * std::size_t{kPosBucket}, sizeof checks);
    const std::uint64_t difference = checks ^ pos_check(key) * kLow;
    const std::uint64_t found = (difference - kLow) & ~difference & kHigh;
    const auto place = static_cast<std::uint32_t>(std::countr_zero(found | std::uint64_t{1} << 63)) / 16;
    const std::uint32_t row = bucket * std::uint32_t{kPosBucket} + place;
    __builtin_prefetch(rows_ + row);
    rows.at[rows.count] = row;
    rows.count += found != 0;
  }
}

PosTag PosModel::best_tag(std::span<const std::uint32_t> rows) const {
  static_assert(kPosLanes.size() == 4 * kLanes);
  // The lanes 0, 2, ... 14; 1, 3, ... 15; and the same from 16 on.
  std::array<Lanes, 4> scores{};
  for (std::uint32_t row : rows)
    for (std::size_t half : {0U, 1U}) {
      Lanes bytes;
      std::memcpy(&bytes, rows_[row].data() + half * sizeof bytes, sizeof bytes);
      scores[2 * half] += even_bytes(bytes);
      scores[2 * half + 1] += odd_bytes(bytes);
    }
  // The highest score, and among equals the last lane.
  const Lanes best = all_lanes(greatest(greater(greater(scores[0], scores[1]), greater(scores[2], scores[3]))));
  constexpr Lanes kEven = {0, 2, 4, 6, 8, 10, 12, 14};
  Lanes lanes{};
  for (std::size_t i = 0; i < scores.size(); ++i)
    lanes = greater(lanes, (scores[i] == best) & (kEven + all_lanes(static_cast<std::int16_t>(16 * (i / 2) + i % 2))));
  return kPosLanes[static_cast<std::size_t>(greatest(lanes))];
}

PosWord edge_word() {
  PosWord edge;
  edge.shape = kPosEdge;
  return edge;
}

}  // namespace wirecut
