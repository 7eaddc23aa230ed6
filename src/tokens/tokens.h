// Cuts the whole text into tokens and sentences, in one pass.
//   "Lt. Gen. Roe said on Jan. 27: “$1.2bn isn't enough.”" -> Lt. | Gen. | Roe | said | on | Jan. | 27 | : | “ | $ |
//   1.2bn | is | n't | enough | . | ”
// Contractions and the genitive are tokens of their own, as in the Penn Treebank ("do" "n't", "Lavrov" "'s").
// Reads: text, structure (a part's or a paragraph's border ends a sentence). Never fails; any bytes of valid UTF-8 do.
#pragma once

#include <vector>

#include "lexicon/lexicon.h"
#include "wirecut/story.h"

namespace wirecut {

struct Tokenization {
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
};

// `into` is cleared first and keeps its capacity: no allocation a token.
void tokenize(const Story& story, const Lexicon& lexicon, Tokenization& into);

}  // namespace wirecut
