#include "lexicon/lexicon.h"

namespace wirecut {

Lexicon::Lexicon(std::string_view bytes)
    : blob(bytes),
      abbreviations(blob.section("lexicon/abbreviations")),
      cues(blob.section("lexicon/cues")),
      sentence_starters(blob.section("lexicon/sentence_starters")) {}

}  // namespace wirecut
