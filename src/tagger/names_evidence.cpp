#include "tagger/names_evidence.h"

#include <numeric>

namespace wirecut {

void count_evidence(std::span<const NameLabel> labels, NameStory& story) {
  for (const NameRun& run : story.runs) {
    for (std::uint32_t at = run.first; at < run.end; ++at) {
      NameToken& token = story.tokens[at];
      if (is_plain(token.shape)) {
        if (labels[at] == kOutside) continue;
        token.story_word = story.words.find_or_add(token.lower);
      }
      StoryWord& word = story.words[token.story_word];
      if (labels[at] == kOutside) {
        ++word.labels[kNameTypes];
        continue;
      }
      const auto type = static_cast<std::size_t>(type_of(labels[at]));
      ++word.labels[type];
      if (place_of(labels[at]) != NamePlace::unit) ++word.long_names[type];
    }
  }
}

std::int32_t margin_of(const NameScores& scores, NameLabel label) {
  if (label == kOutside) return -scores.greatest();
  NameScores others = scores;
  for (std::size_t place = 0; place < 4; ++place) others.lane[static_cast<std::size_t>(type_of(label)) * 4 + place] = 0;
  return scores.lane[label - 1U] - std::max<std::int32_t>(others.greatest(), 0);
}

bool is_settled(const NameRun& run, std::span<const NameLabel> labels, std::span<const NameScores> scores,
                const NameStory& story) {
  for (std::uint32_t at = run.first; at < run.end; ++at) {
    if (margin_of(scores[at], labels[at]) < kClearMargin) return false;
    const NameToken& token = story.tokens[at];
    if (!has_opinion(token, labels[at])) continue;
    const auto& counts = story.words[token.story_word].labels;
    const std::uint32_t own =
        counts[labels[at] == kOutside ? kNameTypes : static_cast<std::size_t>(type_of(labels[at]))];
    if (own != std::accumulate(counts.begin(), counts.end(), 0U)) return false;
  }
  return true;
}

}  // namespace wirecut
