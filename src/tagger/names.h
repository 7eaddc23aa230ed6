// The parts of the name tagger that the trainer drives too.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "tagger/names_decoder.h"
#include "tagger/names_evidence.h"
#include "tagger/names_memo.h"
#include "tagger/names_model.h"
#include "tagger/names_story.h"

namespace wirecut {

// A worker's memory of find_names().
struct NamesScratch {
  std::string_view model_bytes;  // what `model` was opened from
  NamesModel model;
  std::array<NameTransitions, 2> transitions;  // of each pass
  WordMemo memo;
  GroupMemo groups;
  std::vector<NameFeatures> ahead;  // of the next tokens of the runs
  NameStory story;
  NameLattice lattice;
  std::vector<NameLabel> labels;  // as NameStory::tokens; of the first pass, then of the second
  std::vector<Opinion> opinions;  // of the words of a run
  bool one_pass = false;          // leaves out the second pass: for measurements
};

// Opens the model and forgets what was kept of another. Throws std::runtime_error as NamesModel does.
void use_model(std::string_view bytes, NamesScratch& scratch);

// find_names() with the model that stands in `scratch`.
std::vector<Name> tag_names(const Story& story, const Lexicon& lexicon, NamesScratch& scratch);

}  // namespace wirecut
