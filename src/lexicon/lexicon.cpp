#include "lexicon/lexicon.h"

namespace wirecut {

Lexicon::Lexicon(std::string_view bytes)
    : blob(bytes),
      abbreviations(blob.section("lexicon/abbreviations")) {}

}  // namespace wirecut
