// The second pass: what the first pass found in the whole story says of each of its words. "Roe" once tagged as a
// person in "Jane Roe said" helps with "ROE QUITS" and with "Roe's".
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <span>

#include "tagger/names_story.h"

namespace wirecut {

namespace names_detail {

// By type: all bits of the lanes of the labels of other types.
inline constexpr std::array<NameScores, kNameTypes> kOtherTypes = [] {
  std::array<NameScores, kNameTypes> others;
  for (std::size_t type = 0; type < kNameTypes; ++type)
    for (std::size_t lane = 0; lane < kNameLanes; ++lane) others[type].lane[lane] = lane / 4 == type ? 0 : -1;
  return others;
}();

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

// Counts the labels of the first pass into story.words. labels[i] is that of story.tokens[i], O outside of the runs.
void count_evidence(std::span<const NameLabel> labels, NameStory& story);

// How far a label's score stands above the best of another type (or of O), in units of 1 / kNameUnit.
inline std::int32_t margin_of(const NameScores& scores, NameLabel label) {
  if (label == kOutside) return -scores.greatest();
  const NameScores& others = names_detail::kOtherTypes[static_cast<std::size_t>(type_of(label))];
  return scores.lane[label - 1U] - greatest(greater(scores.half(0) & others.half(0), scores.half(1) & others.half(1)));
}

inline constexpr std::int32_t kClearMargin = 8 * kNameUnit;

// Is there nothing for a second pass to say? All labels of the run are clear, and the story labels its words so
// wherever they stand. `labels` and `scores` are those of all of story.tokens, of the first pass.
bool is_settled(const NameRun& run, std::span<const NameLabel> labels, std::span<const NameScores> scores,
                const NameStory& story);

// The margin in four classes.
inline std::uint32_t margin_class(const NameScores& scores, NameLabel label) {
  const std::int32_t margin = margin_of(scores, label);
  return margin < kNameUnit ? 0 : margin < 3 * kNameUnit ? 1 : margin < kClearMargin ? 2 : 3;
}

// What the labels of a word elsewhere in the story say, all of them and those in longer names; each a Majority in one.
struct Opinion {
  std::uint64_t all = 0, longer = 0;
};

// `label` is that of the occurrence in question, which doesn't count.
inline Opinion opinion_of(const StoryWord& word, NameLabel label) {
  using names_detail::majority_of;
  const std::uint32_t type = label == kOutside ? kNameTypes : static_cast<std::uint32_t>(type_of(label));
  if (word.total <= 1 && word.labels[type] == word.total)  // most words stand there once
    return {names_detail::kNothing << 2, names_detail::kNothing << 2};
  const bool in_longer = label != kOutside && place_of(label) != NamePlace::unit;
  const auto all = majority_of(word.labels, type);
  const auto longer = majority_of(word.long_names, in_longer ? type : names_detail::kNothing);
  return {all.type << 2 | all.clear, longer.type << 2 | longer.clear};
}

// The features of the second pass, in groups of which a key tells all that they depend on, so that their sum can be
// kept (see GroupMemo). A token's label in the first pass is at `label`, which may be read kNameReach places to either
// side; `margin` is how clearly that pass preferred it, 0..3.

inline std::uint64_t label_key(const NameLabel* label, std::uint32_t margin) {
  std::uint64_t key = 0;
  std::memcpy(&key, label - kNameReach, kReachSlots);
  return key | std::uint64_t{margin} << 48;
}

template <class Sink>
void label_features(const NameLabel* label, std::uint32_t margin, Sink&& sink) {
  using names_detail::feature;
  const std::uint64_t own = label[0];
  for (int k = -kNameReach; k <= kNameReach; ++k) sink(feature(static_cast<std::uint32_t>(502 + k), label[k]));
  sink(feature(505, label[-1], own, label[1]));
  sink(feature(506, own, margin));
  sink(feature(507, label[-1], own));
  sink(feature(508, own, label[1]));
}

inline std::uint64_t opinion_key(Opinion word, NameLabel own, std::uint32_t margin, WordShape shape, LineCase line) {
  return word.all << 40 | word.longer << 32 | std::uint64_t{own} << 24 | static_cast<std::uint64_t>(margin) << 16 |
         static_cast<std::uint64_t>(shape) << 8 | static_cast<std::uint64_t>(line);
}

template <class Sink>
void opinion_features(Opinion word, std::uint64_t own, std::uint32_t margin, WordShape shape, LineCase line,
                      Sink&& sink) {
  using names_detail::feature;
  sink(feature(510, word.all));
  sink(feature(511, word.all, own));
  sink(feature(512, word.all, own, margin));
  sink(feature(513, word.longer));
  sink(feature(514, word.longer, own));
  sink(feature(515, word.all, word.longer, own));
  sink(feature(516, word.all, static_cast<std::uint64_t>(shape), static_cast<std::uint64_t>(line)));
}

// Of the word k places behind, -1 or 1.
inline std::uint64_t neighbour_key(int k, Opinion word, Opinion other, NameLabel own) {
  return word.all << 40 | other.all << 32 | other.longer << 24 | std::uint64_t{own} << 16 |
         static_cast<std::uint64_t>(k + 1);
}

template <class Sink>
void neighbour_features(int k, Opinion word, Opinion other, std::uint64_t own, Sink&& sink) {
  using names_detail::feature;
  const auto name = static_cast<std::uint32_t>(520 + k);
  sink(feature(name, other.all, own));
  sink(feature(name + 4, other.longer, own));
  sink(feature(name + 8, word.all, other.all, own));
}

// Does the second pass look at more than the labels around?
inline bool has_opinion(const NameToken& token, NameLabel label) { return !is_plain(token.shape) || label != kOutside; }

// All groups.
template <class Sink>
void evidence_features(const NameToken* at, const NameLabel* label, const StoryWords& words, SentenceFacts sentence,
                       std::uint32_t margin, Sink&& sink) {
  label_features(label, margin, sink);
  if (!has_opinion(at[0], label[0])) return;
  const Opinion word = opinion_of(words[at[0].story_word], label[0]);
  opinion_features(word, label[0], margin, at[0].shape, sentence.line, sink);
  for (int k : {-1, 1})
    if (!is_plain(at[k].shape))
      neighbour_features(k, word, opinion_of(words[at[k].story_word], label[k]), label[0], sink);
}

}  // namespace wirecut
