// The two quote models and the shape of their features; the program and the trainer call the same templates, so they
// can't drift apart.
//   label model (label_features.h): which items are source, cue and content, in one pass over a paragraph
//   role model (role_features.h):   given one cue, which items are its source and its content
// No parse is made: distances to the words of saying, counts of commas and verbs between and
// the clause's opening word stand in for it.
#pragma once

#include <cstdint>

#include "quotes/paragraph.h"

namespace wirecut {

// Raised with every change of a template or of an attribute's meaning: a model knows which one it was trained with.
inline constexpr std::uint32_t kQuoteFeatureVersion = 6;

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
inline std::uint8_t transition_state(const ItemView* at) {
  if (at->is_unit) return 1;
  if (at[-1].ends_sentence) return 2;
  if (at[-1].is_unit) return 3;
  return at->mark == static_cast<std::uint8_t>(MarkState::outside) ? 0 : 4;
}

}  // namespace wirecut
