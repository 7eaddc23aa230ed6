#include "tagger/pos_model.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cstring>
#include <stdexcept>

#include "tagger/pos_scores.h"

namespace wirecut {
namespace {

bool is_power_of_two(std::uint32_t n) { return n != 0 && (n & (n - 1)) == 0; }

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

// The tag of a token that the model has never seen, where its kind tells it: "1,250" but not "1960s", which is NNS.
PosTag PosModel::tag_of_kind(TokenKind kind, std::string_view text) {
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

const PosHabit* PosModel::habits_at(std::uint64_t key) const {
  return habits_ + pos_bucket(key, habit_buckets_) * std::size_t{kPosBucket};
}

// The tag that the word nearly always has behind `before`; none where that isn't known.
PosTag PosModel::habit_of(const PosWord& word, PosTag before) const {
  const std::uint64_t key = pos_habit_key(word.form, before);
  const PosHabit* bucket = habits_at(key);
  for (std::size_t i = 0; i < kPosBucket; ++i) {
    const std::uint32_t tag = bucket[i] ^ pos_habit(key, PosTag::none);
    if (tag < kPosTagCount) return static_cast<PosTag>(tag);
  }
  return PosTag::none;
}

// Where the rows of a word's features lie. All features are looked up anew for every word: keeping the sums of groups
// of them was tried, and cost more in wrong guesses of whether they are kept than it saved.
class PosModel::Rows {
 public:
  void clear() { count_ = 0; }

  // Without a branch on whether the model knows the feature: that can't be foreseen.
  void add(std::uint64_t key, const PosModel& model) {
    // The check, four times, against the bucket's four: sixteen bits are 0 where they agree, and their top bit is set
    // then.
    constexpr std::uint64_t kLow = 0x0001000100010001, kHigh = 0x8000800080008000;
    assert(count_ < at_.size());
    const std::uint32_t bucket = pos_bucket(key, model.buckets_);
    std::uint64_t checks;
    std::memcpy(&checks, model.checks_ + bucket * std::size_t{kPosBucket}, sizeof checks);
    const std::uint64_t difference = checks ^ pos_check(key) * kLow;
    const std::uint64_t found = (difference - kLow) & ~difference & kHigh;
    const auto place = static_cast<std::uint32_t>(std::countr_zero(found | std::uint64_t{1} << 63)) / 16;
    const std::uint32_t row = bucket * std::uint32_t{kPosBucket} + place;
    __builtin_prefetch(model.rows_ + row);
    at_[count_] = row;
    count_ += found != 0;
  }

  PosScores sum(const PosModel& model) const {
    PosScores scores;
    for (std::size_t i = 0; i < count_; ++i) scores += model.rows_[at_[i]];
    return scores;
  }

 private:
  std::array<std::uint32_t, kMaxPosFeatures> at_;
  std::size_t count_ = 0;
};

void PosModel::gather(const PosWord* word, Rows& rows) const {
  rows.clear();
  add_word_features(word, [&](std::uint64_t key) { rows.add(key, *this); });
}

PosTag PosModel::decide(const PosWord* word, PosTag before, PosTag second, Rows& rows) const {
  add_tag_features(word, before, second, [&](std::uint64_t key) { rows.add(key, *this); });
  return rows.sum(*this).best_tag();
}

// What asks for no tag is looked up this many words ahead, so that the weights are at hand when the word's turn comes.
constexpr std::size_t kPosAhead = 4;

void PosModel::tag(std::span<const PosWord> words, std::span<PosTag> tags) const {
  std::array<Rows, kPosAhead> ahead;
  const auto look_at = [&](std::size_t i) {
    if (i >= tags.size()) return;
    const PosWord &word = words[i + 2], &before = words[i + 1];
    if (word.has_habits) {
      if (before.only_tag != PosTag::none) __builtin_prefetch(habits_at(pos_habit_key(word.form, before.only_tag)));
    } else if (word.only_tag == PosTag::none) {
      gather(&word, ahead[i % kPosAhead]);
    }
  };
  for (std::size_t i = 0; i < kPosAhead; ++i) look_at(i);
  PosTag before = PosTag::none, second = PosTag::none;
  for (std::size_t i = 0; i < tags.size(); ++i) {
    const PosWord& word = words[i + 2];
    PosTag tag = word.has_habits ? habit_of(word, before) : word.only_tag;
    if (tag == PosTag::none) {
      Rows& rows = ahead[i % kPosAhead];
      if (word.has_habits) gather(&word, rows);
      tag = decide(&word, before, second, rows);
    }
    look_at(i + kPosAhead);
    second = before;
    before = tags[i] = tag;
  }
}

PosWord edge_word() {
  PosWord edge;
  edge.shape = kPosEdge;
  return edge;
}

}  // namespace wirecut
