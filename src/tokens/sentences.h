// Puts tokens together to sentences.
#pragma once

#include <vector>

#include "lexicon/lexicon.h"
#include "wirecut/story.h"

namespace wirecut {

// Reads: text, structure; `tokens` are those of the whole text. `sentences` is cleared first. Every token is in one.
void split_sentences(const Story& story, const Lexicon& lexicon, const std::vector<Token>& tokens,
                     std::vector<Sentence>& sentences);

}  // namespace wirecut
