#include "lexicon/lexicon.h"

namespace wirecut {

Lexicon::Lexicon(std::string_view bytes)
    : blob(bytes),
      abbreviations(blob.section("lexicon/abbreviations")),
      countries(blob.section("lexicon/countries")),
      country_names(blob.section("lexicon/country_names")),
      cues(blob.section("lexicon/cues")),
      dateline_cities(blob.section("lexicon/dateline_cities")),
      given_names(blob.section("lexicon/given_names")),
      regions(blob.section("lexicon/regions")),
      sentence_starters(blob.section("lexicon/sentence_starters")),
      speaker_nouns(blob.section("lexicon/speaker_nouns")) {}

}  // namespace wirecut
