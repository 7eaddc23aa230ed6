// The parts of the name tagger that the trainer drives too.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "tagger/names_decoder.h"
#include "tagger/names_evidence.h"
#include "tagger/names_model.h"
#include "tagger/names_story.h"

namespace wirecut {

// The sums of the weights that a word gives to itself and its neighbours, kept from token to token: most words of a
// story were seen just before. A cache only: what it holds never changes a result.
class WordMemo {
 public:
  // rows[k] is for the token k - kNameReach places behind the word.
  using Rows = std::array<NameScores, kReachSlots>;

  // Good until the next call.
  const Rows& rows_of(std::string_view word, const NameToken& token, const NamesModel& model);
  void clear();

 private:
  struct Entry {
    std::uint64_t key = 0;
    Rows rows{};
  };
  std::vector<std::uint32_t> slots_;  // by key: an index into entries_ and 1 more; 0: free
  std::vector<Entry> entries_;        // as many as words were seen, so that a single story touches little memory
};

// A worker's memory of find_names().
struct NamesScratch {
  std::string_view model_bytes;  // what `model` was opened from
  NamesModel model;
  WordMemo memo;
  NameStory story;
  NameLattice lattice;
  std::vector<NameScores> scores;   // as NameStory::tokens
  std::vector<NameLabel> labels;    // as NameStory::tokens; of the first pass, then of the second
  std::array<NameScores, 4> quiet;  // of the second pass for words far from names, by margin class
  bool one_pass = false;  // leaves out the second pass: for measurements
};

// find_names() with the model that stands in `scratch`.
std::vector<Name> tag_names(const Story& story, const Lexicon& lexicon, NamesScratch& scratch);

}  // namespace wirecut
