// The features of the two quote models; the program and the trainer call these same functions, so they can't drift
// apart.
//   label model: which items are source, cue and content, in one pass over a paragraph
//   role model:  given one cue, which items are its source and its content
// No parse is made: distances to the words of saying, counts of commas and verbs between and
// the clause's opening word stand in for it.
#pragma once

#include <cstdint>

#include "quotes/paragraph.h"
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

enum class Role : std::uint8_t { outside, begin_source, in_source, begin_content, in_content };
inline constexpr std::size_t kRoleCount = 5;

// State of the transitions into an item, for both models: what its mark state is, and whether it opens a sentence.
inline constexpr std::size_t kTransitionStates = 5;
std::uint8_t transition_state(const ItemView* at);

// The templates add rows to a sink of rows.h; features.cpp has an instance for each sink that is used. `at` is an item
// of a ParagraphView, read with its neighbours.
template <class Sink>
void add_label_features(const ItemView* at, Sink& sink);

// The features of an item whatever the cue: the rows for items before a cue; those for items behind it follow each.
// From here on the items have their labels.
template <class Sink>
void add_item_features(const ItemView* at, Sink& sink);

// A cue of the paragraph, items [first, end), and what the features use of it.
struct CueView {
  std::uint32_t first = 0;
  std::uint32_t end = 0;
  const ItemView* verb = nullptr;    // its head: the last verb, for "has said", "went on to say"
  const ItemView* before = nullptr;  // the items around it
  const ItemView* after = nullptr;
  std::uint8_t around = 0;  // 3 bits of the mark state before it, 3 of that behind it, 1: it opens its sentence
};
CueView view_cue(const ParagraphView& paragraph, std::uint32_t first, std::uint32_t end);

// Where an item stands to a cue. Items of one place share the features of the cue.
struct CuePlace {
  std::uint8_t where = 0;  // 8 behind the cue, 0 before it; and the sentences between, -2 to 2, from 2
  std::uint8_t distance = 0;
  bool operator==(const CuePlace&) const = default;
  bool is_behind() const { return where >= 8; }
};
inline CuePlace place_at(const ParagraphView& paragraph, const CueView& cue, std::uint32_t at) {
  const bool behind = at >= cue.end;
  const int sentences = paragraph[at].sentence - paragraph[cue.first].sentence;
  return {static_cast<std::uint8_t>((behind ? 8 : 0) + std::clamp(sentences, -2, 2) + 2),
          distance_bucket(std::int64_t{at} - (behind ? cue.end - 1 : cue.first))};
}

template <class Sink>
void add_cue_features(const CueView& cue, CuePlace place, Sink& sink);

// The features of an item outside of the cue, given the cue.
template <class Sink>
void add_role_features(const ParagraphView& paragraph, const CueView& cue, CuePlace place, std::uint32_t at,
                       Sink& sink);

// The items that the role model looks at for a cue: its sentence, neighbours that hold a quotation, whole units beyond.
struct ItemRange {
  std::uint32_t first = 0;
  std::uint32_t end = 0;
};
ItemRange role_window(const ParagraphView& paragraph, std::uint32_t cue_first, std::uint32_t cue_end);

}  // namespace wirecut
