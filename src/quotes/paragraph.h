// A paragraph as the quote models see it: what they ask of each item and of its place in the sentence, counted once and
// laid side by side, with edges around it so that a window never has to ask where the paragraph ends.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "quotes/items.h"

namespace wirecut {

enum class Label : std::uint8_t { outside, begin_source, in_source, begin_cue, in_cue, begin_content, in_content };
inline constexpr std::size_t kLabelCount = 7;
inline constexpr std::uint8_t kEdgeLabel = 8;

// Distances are in buckets below 128 (kNoDistance: there is nothing to measure to), counts go up to 4 (kNoCount).
inline constexpr unsigned kNoDistance = 99, kNoCount = 9;

// What lies between an item and a cue: 7 bits of distance, 4 of commas, 4 of verbs.
constexpr std::uint16_t pack_way(unsigned distance, unsigned commas, unsigned verbs) {
  return static_cast<std::uint16_t>(distance | commas << 7 | verbs << 11);
}
inline constexpr std::uint16_t kNoWay = pack_way(kNoDistance, kNoCount, kNoCount);
constexpr std::uint64_t distance_of(std::uint16_t way) { return way & 0x7FU; }
constexpr std::uint64_t commas_of(std::uint16_t way) { return way >> 7 & 0xFU; }
constexpr std::uint64_t verbs_of(std::uint16_t way) { return way >> 11; }

// One of each in ItemView::counts: a byte each, so that one subtraction gives how many of all lie between two items of
// a paragraph, as long as that are fewer than 128 each.
inline constexpr std::uint64_t kCommaCount = 1, kCueCount = 1ULL << 8, kSourceCount = 1ULL << 16,
                               kUnitCount = 1ULL << 24, kNameCount = 1ULL << 32;

struct ItemView {
  std::uint64_t word = 0, lemma = 0, suffix = 0;  // as of Item
  // Words elsewhere in the sentence. A cue is a strong one here: the nearest before the item, or behind it.
  std::uint64_t left_lemma = 0, right_lemma = 0;
  std::uint64_t behind_left = 0;    // the word behind the cue before
  std::uint64_t boundary_word = 0;  // that opens the clause
  // Running counts over the paragraph, this item not counted: commas, units and names; from set_labels() on also the
  // cues and sources that the label model begins. Then the same with the cue or source that begins here.
  std::uint64_t counts = 0, counts_behind = 0;
  std::uint32_t sentence_first = 0, sentence_end = 0;
  std::uint16_t sentence = 0, word_class = 0;  // as of Item
  // Small attributes side by side.
  std::uint16_t tags = 0;                       // 7 bits of Item::pos, 7 of the cue's class and form
  std::uint16_t surface = 0;                    // 3 bits of Item::mark, 4 of Item::name, 8 of Item::shape
  std::uint16_t left = kNoWay, right = kNoWay;  // the ways to the cues
  std::uint16_t units_around = 0;               // 2 bits of units before the item, 2 of those before the sentence's end
  std::uint8_t boundary_verbs = kNoCount;       // since the clause began
  std::uint8_t to_end = 0;                      // distance to the end of the sentence
  std::uint8_t label = 0;                       // Label, or kEdgeLabel
  Boundary boundary = Boundary::none;
  bool is_verb = false, is_strong_cue = false, is_unit = false, ends_sentence = false;
  bool is_quiet = false;  // nothing in its sentence may attribute: nothing is counted, and all is `outside`

  std::uint64_t pos() const { return tags & 0x7FU; }
  std::uint64_t cue() const { return tags >> 7; }  // 8 times the class, and the form
  std::uint64_t mark() const { return surface & 7U; }
  std::uint64_t name() const { return surface >> 3 & 0xFU; }
  std::uint64_t shape() const { return surface >> 7; }
  bool is_cue_word() const { return cue() >= 8; }
  bool has_unit_before_end() const { return units_around >> 2 != 0; }
};

class ParagraphView {
 public:
  ParagraphView() : views_(2 * kEdges) {}
  // Items of one paragraph; their labels are `outside` until set_labels().
  void read(std::span<const Item> items);
  void set_labels(std::span<const std::uint8_t> labels);  // one an item; once after each read()

  std::size_t size() const { return size_; }
  bool has_marks() const { return has_marks_; }  // does anything stand in quotation marks?
  // From 2 before the first item to 3 behind the last.
  const ItemView* at(std::size_t i) const { return views_.data() + kEdges + i; }
  const ItemView& operator[](std::size_t i) const { return *at(i); }
  Label label(std::size_t i) const { return static_cast<Label>(at(i)->label); }

 private:
  static constexpr std::size_t kEdges = 3;
  struct SinceCue;
  ItemView* begin() { return views_.data() + kEdges; }
  // Of the sentence [first, end). `counts` are those of the sentences before that aren't quiet.
  void count_forwards(std::size_t first, std::size_t end, std::uint64_t& counts);
  void count_backwards(std::size_t first, std::size_t end);

  std::vector<ItemView> views_;  // those behind the last edge are of longer paragraphs before
  std::size_t size_ = 0;
  bool has_marks_ = false;
};

// The bucket of a distance in items, below 32: up to 5 each has its own, then 7, 10, 15, 25 and more. Those backwards
// have other buckets.
inline std::uint8_t distance_bucket(std::int64_t distance) {
  constexpr std::int64_t kFar = 26;
  static constexpr auto kBuckets = [] {
    std::array<std::uint8_t, 2 * kFar + 1> buckets{};
    for (std::int64_t way = -kFar; way <= kFar; ++way) {
      const std::int64_t d = way < 0 ? -way : way;
      const std::int64_t bucket = d <= 5 ? d : d <= 7 ? 6 : d <= 10 ? 7 : d <= 15 ? 8 : d <= 25 ? 9 : 10;
      buckets[static_cast<std::size_t>(way + kFar)] = static_cast<std::uint8_t>(way < 0 ? 16 + bucket : bucket);
    }
    return buckets;
  }();
  return kBuckets[static_cast<std::size_t>(std::clamp(distance, -kFar, kFar) + kFar)];
}

// A count, where more than `most` are many.
inline std::uint8_t few(int count, int most) { return static_cast<std::uint8_t>(std::min(count, most)); }

// A verb of saying, "according", "reportedly", a mark or a colon: a sentence without one has no attribution worth its
// time.
bool may_attribute(const Item& item);

}  // namespace wirecut
