// What the part-of-speech model nearly always says of a word, or of a word behind a certain tag: learnt from news that
// it has tagged, so that most words needn't be scored. Changes no more tags than the thresholds let through.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "lexicon/lexicon.h"
#include "pos_words.h"
#include "tagger/pos_model.h"

namespace wirecut {

// Tags the stories of JSON Lines files ({"text": ...}, compressed or not) with `model`. Notes in `words` which of them
// have one tag only and which have habits, and returns these as the packed model has them.
std::vector<PosHabit> learn_habits(const PosModel& model, const std::vector<std::string>& news, const Lexicon& lexicon,
                                   PosWords& words);

}  // namespace wirecut
