// The features of the two quote models; the program and the trainer call these same functions, so they can't drift
// apart.
//   label model: which items are source, cue and content, in one pass over a paragraph
//   role model:  given one cue, which items are its source and its content
// No parse is made: distances to the words of saying, counts of commas and verbs between and
// the clause's opening word stand in for it.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "quotes/items.h"
#include "quotes/rows.h"

namespace wirecut {

// Raised with every change of a template or of an attribute's meaning: a model knows which one it was trained with.
inline constexpr std::uint32_t kQuoteFeatureVersion = 4;

// Rows of weights of each model. Those of the role model fall in two halves. The first is for what a feature of the
// item itself says: a pair of rows each, for items before a cue and behind it, so that one look-up serves all cues of
// the paragraph. The second is for features of an item and a cue.
// Held out on PolNeAR train, halves of 2^15 rows are as good as ones of 2^16 (0.002 of core joint F1, nothing of
// overlap); half of the label model's rows would cost 0.003 of both.
inline constexpr unsigned kLabelBits = 16, kRoleBits = 15;
inline constexpr std::size_t kLabelRows = std::size_t{1} << kLabelBits;
inline constexpr std::size_t kRoleRows = std::size_t{2} << kRoleBits;

enum class Label : std::uint8_t { outside, begin_source, in_source, begin_cue, in_cue, begin_content, in_content };
inline constexpr std::size_t kLabelCount = 7;

enum class Role : std::uint8_t { outside, begin_source, in_source, begin_content, in_content };
inline constexpr std::size_t kRoleCount = 5;

// What stands around an item, counted once a paragraph. Indices are into the paragraph; -1: none.
struct ItemContext {
  std::int32_t left_cue = -1;   // the nearest strong cue before it in the sentence
  std::int32_t right_cue = -1;  // and behind it
  std::int32_t boundary = -1;   // the nearest clause boundary before it in the sentence
  std::int32_t sentence_first = 0;
  std::int32_t sentence_end = 0;
  std::uint16_t commas = 0;  // running counts from the paragraph's start, this item not counted
  std::uint16_t verbs = 0;
  std::uint16_t units = 0;
  std::uint16_t names = 0;
  bool is_quiet = false;  // nothing in its sentence may attribute: no label but `outside` is tried
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

// The templates add rows to a sink of rows.h; features.cpp has an instance for each sink that is used.
template <class Sink>
void add_label_features(const ParagraphView& paragraph, std::size_t at, Sink& sink);

// What the label model said of a paragraph.
struct LabelView {
  std::span<const Label> labels;           // one an item
  std::span<const std::uint16_t> sources;  // running count of labelled sources before each item
  std::span<const std::uint16_t> cues;     // and of cues
};

// The features of an item whatever the cue: the rows for items before a cue; those for items behind it follow each.
template <class Sink>
void add_item_features(const ParagraphView& paragraph, const LabelView& labelled, std::size_t at, Sink& sink);

// A cue of the paragraph, items [first, end), and what the features use of it.
struct CueView {
  std::uint32_t first = 0;
  std::uint32_t end = 0;
  const Item* verb = nullptr;    // its head: the last verb, for "has said", "went on to say"
  const Item* before = nullptr;  // the items around it
  const Item* after = nullptr;
  bool opens = false;  // it opens its sentence
};
CueView view_cue(const ParagraphView& paragraph, std::uint32_t first, std::uint32_t end);

// The features of an item outside of the cue, given the cue.
template <class Sink>
void add_role_features(const ParagraphView& paragraph, const LabelView& labelled, const CueView& cue, std::size_t at,
                       Sink& sink);

// The items that the role model looks at for a cue: its sentence, neighbours that hold a quotation, whole units beyond.
struct ItemRange {
  std::uint32_t first = 0;
  std::uint32_t end = 0;
};
ItemRange role_window(const ParagraphView& paragraph, std::uint32_t cue_first, std::uint32_t cue_end);

}  // namespace wirecut
