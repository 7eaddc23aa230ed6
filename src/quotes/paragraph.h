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

// Small attributes lie side by side in fields of seven bits, as the templates want them (pack()). A window holds those
// of an item's neighbours beside its own, the last in the lowest field.
inline constexpr unsigned kFieldBits = 7;
constexpr std::uint64_t lowest_fields(std::uint64_t fields, unsigned count) {
  return fields & ((std::uint64_t{1} << kFieldBits * count) - 1);
}
constexpr std::uint64_t field(std::uint64_t fields, unsigned number) {
  return lowest_fields(fields >> kFieldBits * number, 1);
}

// So many fields.
template <unsigned kCount>
struct Fields {
  std::uint64_t side_by_side = 0;
  explicit constexpr operator std::uint64_t() const { return side_by_side; }
};
template <class Part>
inline constexpr unsigned kFieldsIn = 1;
template <unsigned kCount>
inline constexpr unsigned kFieldsIn<Fields<kCount>> = kCount;

constexpr Fields<2> side_by_side(std::uint8_t left, std::uint8_t right) {
  return {std::uint64_t{left} << kFieldBits | right};
}

// Those of `fields` from number `kFirst` on, of which 0 is the lowest.
template <unsigned kCount, unsigned kFirst = 0>
constexpr Fields<kCount> some_fields(std::uint64_t fields) {
  return {lowest_fields(fields >> kFieldBits * kFirst, kCount)};
}

// Distances are in buckets below 128 (kNoDistance: there is nothing to measure to), counts go up to 4 (kNoCount).
inline constexpr unsigned kNoDistance = 99, kNoCount = 9;

// What lies between an item and a cue, in fields: verbs, commas, distance and once more commas, as they are combined.
constexpr std::uint32_t pack_way(unsigned distance, unsigned commas, unsigned verbs) {
  return verbs << 3 * kFieldBits | commas << 2 * kFieldBits | distance << kFieldBits | commas;
}
inline constexpr std::uint32_t kNoWay = pack_way(kNoDistance, kNoCount, kNoCount);
constexpr Fields<2> verbs_and_commas(std::uint32_t way) { return {way >> 2 * kFieldBits}; }
constexpr Fields<2> distance_and_commas(std::uint32_t way) { return some_fields<2>(way); }
constexpr std::uint64_t distance_of(std::uint32_t way) { return field(way, 1); }

// One of each in ItemView::counts: fields, so that one subtraction gives how many of all lie between two items of a
// paragraph, as long as that are fewer than 128 each.
inline constexpr std::uint64_t kUnitCount = 1, kSourceCount = kUnitCount << kFieldBits,
                               kCueCount = kSourceCount << kFieldBits, kCommaCount = kCueCount << kFieldBits,
                               kNameCount = kCommaCount << kFieldBits;

struct ItemView {
  std::uint64_t word = 0, lemma = 0, suffix = 0;  // as of Item
  // Words elsewhere in the sentence. A cue is a strong one here: the nearest before the item, or behind it.
  std::uint64_t left_lemma = 0, right_lemma = 0;
  std::uint64_t behind_left = 0;    // the word behind the cue before
  std::uint64_t boundary_word = 0;  // that opens the clause
  // Running counts over the paragraph, this item not counted: commas, units and names; from set_labels() on also the
  // cues and sources that the label model begins. Then the same with the cue or source that begins here.
  std::uint64_t counts = 0, counts_behind = 0;
  // Windows: from so many items before it to so many behind it.
  std::uint64_t marks = 0;                      // -2 to 2
  std::uint64_t cues = 0;                       // -2 to 2
  std::uint64_t shapes = 0;                     // -1 to 1, two fields each
  std::uint64_t labels = 0;                     // -1 to 3; from set_labels() on
  std::uint32_t tags = 0;                       // -2 to 1: Item::pos
  std::uint32_t names = 0;                      // -1 to 1
  std::uint32_t left = kNoWay, right = kNoWay;  // the ways to the cues
  std::uint32_t sentence_first = 0, sentence_end = 0;
  std::uint16_t sentence = 0, word_class = 0;  // as of Item
  std::uint16_t units_around = 0;              // fields: units from the sentence's begin to its end, and to the item
  std::uint8_t pos = 0, shape = 0, name = 0, mark = 0;  // as of Item
  std::uint8_t cue = 0;                                 // 8 times its class, and the form
  std::uint8_t label = 0;                               // Label, or kEdgeLabel
  std::uint8_t boundary_verbs = kNoCount;               // since the clause began
  std::uint8_t to_end = 0;                              // distance to the end of the sentence
  Boundary boundary = Boundary::none;
  bool is_verb = false, is_strong_cue = false, is_unit = false, ends_sentence = false;
  bool is_quiet = false;  // nothing in its sentence may attribute: nothing is counted, and all is `outside`

  bool is_cue_word() const { return cue >= 8; }
  bool has_unit_before_end() const { return field(units_around, 1) != 0; }
};

class ParagraphView {
 public:
  ParagraphView() : views_(2 * kEdges) {}
  // Items of one paragraph; their labels are `outside` until set_labels().
  void read(std::span<const Item> items);
  void set_labels(std::span<const std::uint8_t> labels);  // one an item; once after each read()

  std::size_t size() const { return size_; }
  bool has_marks() const { return has_marks_; }  // does anything stand in quotation marks?
  // From 4 before the first item to 4 behind the last.
  const ItemView* at(std::size_t i) const { return views_.data() + kEdges + i; }
  const ItemView& operator[](std::size_t i) const { return *at(i); }
  Label label(std::size_t i) const { return static_cast<Label>(at(i)->label); }

 private:
  static constexpr std::size_t kEdges = 4;
  struct SinceCue;
  ItemView* begin() { return views_.data() + kEdges; }
  // Of the sentence [first, end). `counts` are those of the sentences before that aren't quiet.
  void count_forwards(std::size_t first, std::size_t end, std::uint64_t& counts);
  void count_backwards(std::size_t first, std::size_t end);
  void open_windows(std::size_t first, std::size_t end);  // of these items; their neighbours are read

  std::vector<ItemView> views_;  // those behind the last edge are of longer paragraphs before
  std::size_t size_ = 0;
  bool has_marks_ = false;
};

// Calls `visit` with the bounds of each run of sentences that aren't quiet.
template <class Visit>
void for_each_run(const ParagraphView& view, Visit visit) {
  for (std::size_t first = 0; first < view.size();) {
    std::size_t end = first;
    while (end < view.size() && view[end].is_quiet == view[first].is_quiet) end = view[end].sentence_end;
    if (!view[first].is_quiet) visit(first, end);
    first = end;
  }
}

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
