// A story as the name tagger sees it: its tokens with what the vocabulary, the lists and the rest of the story say of
// them. Shared by the program and the trainer.
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <span>
#include <vector>

#include "lexicon/lexicon.h"
#include "tagger/names_features.h"
#include "tagger/names_memo.h"
#include "wirecut/story.h"

namespace wirecut {

// One word of the story with a capital or in a name, whatever its case elsewhere.
struct StoryWord {
  std::uint32_t lower = 0;
  std::uint32_t capital_form = 0;  // how it is spelled within prose when it has a capital; 0: never
  WordShape capital_shape = WordShape::none;
  bool seen_lower = false;
  // Labels of the first pass, over all occurrences in the story:
  std::uint32_t total = 0;
  std::array<std::uint32_t, kNameTypes + 1> labels{};  // by type; the last counts O with a capital
  std::array<std::uint32_t, kNameTypes> long_names{};  // in names of two words and more
};

// Words of a story by their lower case form.
class StoryWords {
 public:
  void reset(std::size_t most);                    // words that will be added at most
  std::uint32_t find_or_add(std::uint32_t lower);  // an index, good until reset()
  bool may_have(std::uint32_t lower) const { return sieve_.test(lower / kSieveUnit); }  // false: it hasn't
  StoryWord* find(std::uint32_t lower);  // null: there is no such word; good until find_or_add()
  StoryWord& operator[](std::uint32_t index) { return words_[index]; }
  const StoryWord& operator[](std::uint32_t index) const { return words_[index]; }

 private:
  static constexpr std::uint32_t kSieveBits = 1U << 12, kSieveUnit = 1U << 20;

  std::vector<StoryWord> words_;
  std::vector<std::uint32_t> slots_;  // by hash of the form: an index into words_ and 1 more; 0: free
  std::uint32_t mask_ = 0;
  std::bitset<kSieveBits> sieve_;  // of the words' forms: most that are asked for are not here
};

// Tokens that may be part of a name, one behind the other: those that aren't plain, and plain ones beside them; less
// the words of which it is known that they are part of no name (NameUse). All other tokens are taken for O unseen.
struct NameRun {
  std::uint32_t first = 0, end = 0;  // in NameStory::tokens
  std::uint32_t sentence = 0;
};

// A token that the WordMemo will be asked for.
struct AskedWord {
  std::uint32_t at = 0;     // in NameStory::tokens
  std::uint32_t token = 0;  // in the story
  std::uint64_t key = 0;    // see WordMemo::key_of()
};

struct NameStory {
  std::vector<NameToken> tokens;  // those of sentence s begin at position(first token of s, s); kNameReach empty ones
                                  // stand between sentences
  std::vector<std::uint32_t> marked;  // the tokens whose letters mark them as part of a name, or that have a capital
  std::vector<std::uint32_t> marked_ends;  // by sentence: the end of those in it, as an index
  std::vector<AskedWord> asked;            // those, and what stands near them
  std::vector<std::uint32_t> known;        // as `tokens`: tickets of the WordMemo, 0 where it wasn't asked
  std::vector<SentenceFacts> sentences;
  std::vector<NameRun> runs;  // in order, apart by at least one token
  std::vector<NameScores>
      scores;  // as `tokens`, and more: what words say of themselves and their neighbours; of runs only
  StoryWords words;
  bool is_ascii = false;  // the whole text

  // Where a token of the story stands in `tokens`.
  static std::uint32_t position(std::uint32_t token, std::uint32_t sentence) {
    return token + kNameReach * (sentence + 1);
  }
};

// Fills `into` from the story; the labels of its words are left at zero. What the vocabulary and the lists say is
// looked up as far as the features of the runs reach.
void read_name_story(const Story& story, const Lexicon& lexicon, const NamesModel& model, WordMemo& memo,
                     NameStory& into);

}  // namespace wirecut
