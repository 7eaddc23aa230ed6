// A worker's memory for both taggers, reused from story to story. Each tagger owns one part of it.
#pragma once

#include <vector>

#include "tagger/names.h"
#include "tagger/pos_features.h"
#include "tagger/tagger.h"

namespace wirecut {

struct TaggerScratch {
  NamesScratch names;
  std::vector<PosWord> pos_words;  // of pos.cpp: a sentence with two edges on either side, or of a longer one before
};

}  // namespace wirecut
