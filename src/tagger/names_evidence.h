// The second pass: what the first pass found in the whole story says of each of its words. "Roe" once tagged as a
// person in "Jane Roe said" helps with "ROE QUITS" and with "Roe's".
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>

#include "tagger/names_story.h"

namespace wirecut {

// Counts the labels of the first pass into story.words. labels[i] is that of story.tokens[i]; those of the empty tokens
// between sentences are O.
void count_evidence(std::span<const NameLabel> labels, NameStory& story);

// How far a label's score stands above the best of another type (or of O), in units of 1 / kNameUnit.
std::int32_t margin_of(const NameScores& scores, NameLabel label);

// The margin in four classes.
inline std::uint32_t margin_class(const NameScores& scores, NameLabel label) {
  const std::int32_t margin = margin_of(scores, label);
  return margin < kNameUnit ? 0 : margin < 3 * kNameUnit ? 1 : margin < 8 * kNameUnit ? 2 : 3;
}

namespace names_detail {

inline constexpr std::uint32_t kNothing = kNameTypes + 1;

// The commonest of `counts`, less one for `own`, and how clear it is: 0 no other, 1 a half or less, 2 most, 3 all.
struct Majority {
  std::uint32_t type = kNothing;
  std::uint32_t clear = 0;
};

template <std::size_t N>
Majority majority_of(const std::array<std::uint32_t, N>& counts, std::uint32_t own) {
  Majority found;
  std::uint32_t total = 0, best = 0;
  for (std::uint32_t type = 0; type < N; ++type) {
    const std::uint32_t count = counts[type] - (type == own && counts[type] > 0 ? 1 : 0);
    total += count;
    if (count > best) {
      best = count;
      found.type = type;
    }
  }
  if (best > 0) found.clear = best == total ? 3 : 2 * best > total ? 2 : 1;
  return found;
}

}  // namespace names_detail

// The features of the second pass for the token at `at`, whose label in the first pass is at `label`; both may be read
// kNameReach places to either side. `margin` is how clearly the first pass preferred that label, 0..3.
template <class Sink>
void evidence_features(const NameToken* at, const NameLabel* label, const StoryWords& words, SentenceFacts sentence,
                       std::uint32_t margin, Sink&& sink) {
  using names_detail::feature;
  using names_detail::majority_of;
  const std::uint64_t own = label[0];
  for (int k = -kNameReach; k <= kNameReach; ++k) sink(feature(static_cast<std::uint32_t>(502 + k), label[k]));
  sink(feature(505, label[-1], own, label[1]));
  sink(feature(506, own, margin));
  sink(feature(507, label[-1], own));
  sink(feature(508, own, label[1]));
  if (is_plain(at[0].shape) && own == kOutside) return;

  const auto line = static_cast<std::uint64_t>(sentence.line);
  const StoryWord& word = words[at[0].story_word];
  const std::uint32_t own_type = own == kOutside ? kNameTypes : static_cast<std::uint32_t>(type_of(label[0]));
  const auto all = majority_of(word.labels, own_type);
  const bool own_long = own != kOutside && place_of(label[0]) != NamePlace::unit;
  const auto longer = majority_of(word.long_names, own_long ? own_type : names_detail::kNothing);
  const std::uint64_t all_value = all.type << 2 | all.clear;
  const std::uint64_t long_value = longer.type << 2 | longer.clear;
  sink(feature(510, all_value));
  sink(feature(511, all_value, own));
  sink(feature(512, all_value, own, margin));
  sink(feature(513, long_value));
  sink(feature(514, long_value, own));
  sink(feature(515, all_value, long_value, own));
  sink(feature(516, all_value, static_cast<std::uint64_t>(at[0].shape), line));
  for (int k : {-1, 1}) {
    const StoryWord& other = words[at[k].story_word];
    if (at[k].shape == WordShape::none || is_plain(at[k].shape)) continue;
    const std::uint32_t other_type = label[k] == kOutside ? kNameTypes : static_cast<std::uint32_t>(type_of(label[k]));
    const auto theirs = majority_of(other.labels, other_type);
    const bool their_long = label[k] != kOutside && place_of(label[k]) != NamePlace::unit;
    const auto their_longer = majority_of(other.long_names, their_long ? other_type : names_detail::kNothing);
    const auto name = static_cast<std::uint32_t>(520 + k);
    sink(feature(name, theirs.type << 2 | theirs.clear, own));
    sink(feature(name + 4, their_longer.type << 2 | their_longer.clear, own));
    sink(feature(name + 8, all_value, theirs.type << 2 | theirs.clear, own));
  }
}

}  // namespace wirecut
