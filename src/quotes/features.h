// The features of the two quote models; the program and the trainer call these same functions, so they can't drift apart.
//   label model: which items are source, cue and content, in one pass over a paragraph
//   role model:  given one cue, which items are its source and its content
// No parse is made: distances to the words of saying, counts of commas and verbs between, and the clause's opening word
// stand in for it.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "quotes/items.h"

namespace wirecut {

// Raised with every change of a template or of an attribute's meaning: a model knows which one it was trained with.
inline constexpr std::uint32_t kQuoteFeatureVersion = 2;

inline constexpr unsigned kBucketBits = 16;  // half a megabyte a model: about as accurate as twice that, and it stays in the cache
inline constexpr std::size_t kMaxFeatures = 72;

enum class Label : std::uint8_t { outside, begin_source, in_source, begin_cue, in_cue, begin_content, in_content };
inline constexpr std::size_t kLabelCount = 7;

enum class Role : std::uint8_t { outside, begin_source, in_source, begin_content, in_content };
inline constexpr std::size_t kRoleCount = 5;

// The bucket of each feature of one item.
struct FeatureList {
  std::array<std::uint32_t, kMaxFeatures> buckets;
  std::size_t count = 0;

  void add(std::uint64_t value) {
    const std::uint64_t h = (value + ++template_) * 0x9e3779b97f4a7c15ULL;
    buckets[count++] = static_cast<std::uint32_t>(((h ^ (h >> 29)) * 0xbf58476d1ce4e5b9ULL) >> (64 - kBucketBits));
  }
  void clear(std::uint64_t model_seed) {
    count = 0;
    template_ = model_seed;
  }

 private:
  std::uint64_t template_ = 0;
};

// What stands around an item, counted once a paragraph. Indices are into the paragraph; -1: none.
struct ItemContext {
  std::int32_t left_cue = -1;   // the nearest strong cue before it in the sentence
  std::int32_t right_cue = -1;  // and behind it
  std::int32_t boundary = -1;   // the nearest clause boundary before it in the sentence
  std::int32_t sentence_first = 0;
  std::int32_t sentence_end = 0;
  std::uint16_t commas = 0;     // running counts from the paragraph's start, this item not counted
  std::uint16_t verbs = 0;
  std::uint16_t units = 0;
  std::uint16_t names = 0;
  bool is_quiet = false;        // nothing in its sentence may attribute: no label but `outside` is tried
};

// A verb of saying, "according", "reportedly", a mark or a colon: a sentence without one has no attribution worth its
// time.
bool may_attribute(const Item& item);

// A paragraph seen by the models.
struct ParagraphView {
  std::span<const Item> items;
  std::span<const ItemContext> context;
};

// Fills `context` for the items of one paragraph.
void count_context(std::span<const Item> items, std::vector<ItemContext>& context);

// State of the transitions into an item, for both models: what its mark state is, and whether it opens a sentence.
inline constexpr std::size_t kTransitionStates = 5;
std::size_t transition_state(std::span<const Item> items, std::size_t at);

void add_label_features(const ParagraphView& paragraph, std::size_t at, FeatureList& features);

// A cue of the paragraph, and what the label model said of its surroundings.
struct CueView {
  std::uint32_t first = 0;  // items [first, end) of the paragraph
  std::uint32_t end = 0;
  std::span<const Label> labels;              // one an item, of the label model
  std::span<const std::uint16_t> sources;     // running count of labelled sources before each item
  std::span<const std::uint16_t> cues;        // and of cues
};

void add_role_features(const ParagraphView& paragraph, const CueView& cue, std::size_t at, FeatureList& features);

// The items that the role model looks at for a cue: its sentence, neighbours that hold a quotation, whole units beyond.
struct ItemRange {
  std::uint32_t first = 0;
  std::uint32_t end = 0;
};
ItemRange role_window(const ParagraphView& paragraph, std::uint32_t cue_first, std::uint32_t cue_end);

}  // namespace wirecut
