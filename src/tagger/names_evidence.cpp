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
      ++word.total;
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

bool is_settled(const NameRun& run, std::span<const NameLabel> labels, std::span<const NameScores> scores,
                const NameStory& story) {
  for (std::uint32_t at = run.first; at < run.end; ++at) {
    if (margin_of(scores[at], labels[at]) < kClearMargin) return false;
    const NameToken& token = story.tokens[at];
    if (!has_opinion(token, labels[at])) continue;
    const StoryWord& word = story.words[token.story_word];
    if (word.labels[labels[at] == kOutside ? kNameTypes : static_cast<std::size_t>(type_of(labels[at]))] != word.total)
      return false;
  }
  return true;
}

}  // namespace wirecut
