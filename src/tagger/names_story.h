// A story as the name tagger sees it: its tokens with what the vocabulary, the lists and the rest of the story say of
// them. Shared by the program and the trainer.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "lexicon/lexicon.h"
#include "tagger/names_features.h"
#include "wirecut/story.h"

namespace wirecut {

// One word of the story, whatever its case.
struct StoryWord {
  std::uint32_t lower = 0;         // 0: free
  std::uint32_t capital_form = 0;  // how it is spelled within prose when it has a capital; 0: never
  WordShape capital_shape = WordShape::none;
  bool seen_lower = false;
  // Labels of the first pass, over all occurrences in the story:
  std::array<std::uint32_t, kNameTypes + 1> labels{};  // by type; the last counts O with a capital
  std::array<std::uint32_t, kNameTypes> long_names{};  // in names of two words and more
};

// Words of a story by their lower case form.
class StoryWords {
 public:
  void reset(std::size_t token_count);
  std::uint32_t find_or_add(std::uint32_t lower);  // an index, good until reset()
  StoryWord& operator[](std::uint32_t index) { return slots_[index]; }
  const StoryWord& operator[](std::uint32_t index) const { return slots_[index]; }

 private:
  std::vector<StoryWord> slots_;
  std::uint32_t mask_ = 0;
};

struct NameStory {
  std::vector<NameToken> tokens;  // those of sentence s begin at first_of(s); kNameReach empty ones stand between sentences
  std::vector<SentenceFacts> sentences;
  StoryWords words;

  // Where a token of the story stands in `tokens`.
  static std::uint32_t position(std::uint32_t token, std::uint32_t sentence) {
    return token + kNameReach * (sentence + 1);
  }
};

// Fills `into` from the story; the labels of its words are left at zero.
void read_name_story(const Story& story, const Lexicon& lexicon, const NamesModel& model, NameStory& into);

}  // namespace wirecut
