#include "tagger/names_evidence.h"

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
  const bool is_name = label != kOutside;
  std::int32_t rival = is_name ? 0 : -(1 << 20);
  for (NameLabel other = 1; other < kNameLabels; ++other)
    if (!is_name || type_of(other) != type_of(label)) rival = std::max<std::int32_t>(rival, scores.lane[other - 1]);
  return (is_name ? scores.lane[label - 1] : 0) - rival;
}

}  // namespace wirecut
