#include "tokens/tokens.h"

namespace wirecut {

void tokenize(const Story&, const Lexicon&, Tokenization& into) {
  into.tokens.clear();
  into.sentences.clear();
}

}  // namespace wirecut
