#include "lexicon/lexicon.h"

namespace wirecut {

Lexicon::Lexicon(std::string_view bytes)
    : blob(bytes),
      gazetteer(blob.section("gazetteer")),
      abbreviations(blob.section("lexicon/abbreviations")),
      agencies(blob.section("lexicon/agencies")),
      city_names(blob.section("lexicon/city_names")),
      countries(blob.section("lexicon/countries")),
      country_names(blob.section("lexicon/country_names")),
      cues(blob.section("lexicon/cues")),
      date_labels(blob.section("lexicon/date_labels")),
      date_neighbours(blob.section("lexicon/date_neighbours")),
      dateline_cities(blob.section("lexicon/dateline_cities")),
      gendered_nouns(blob.section("lexicon/gendered_nouns")),
      given_name_genders(blob.section("lexicon/given_name_genders")),
      given_name_variants(blob.section("lexicon/given_name_variants")),
      given_names(blob.section("lexicon/given_names")),
      holidays(blob.section("lexicon/holidays")),
      kind_nouns(blob.section("lexicon/kind_nouns")),
      line_labels(blob.section("lexicon/line_labels")),
      market_codes(blob.section("lexicon/market_codes")),
      name_lists(blob.section("lexicon/name_lists")),
      name_suffixes(blob.section("lexicon/name_suffixes")),
      noun_acronyms(blob.section("lexicon/noun_acronyms")),
      organization_names(blob.section("lexicon/organization_names")),
      organization_words(blob.section("lexicon/organization_words")),
      person_names(blob.section("lexicon/person_names")),
      place_neighbours(blob.section("lexicon/place_neighbours")),
      quote_words(blob.section("lexicon/quote_words")),
      regions(blob.section("lexicon/regions")),
      sentence_starters(blob.section("lexicon/sentence_starters")),
      speaker_nouns(blob.section("lexicon/speaker_nouns")),
      tense_cues(blob.section("lexicon/tense_cues")),
      time_words(blob.section("lexicon/time_words")),
      titles(blob.section("lexicon/titles")) {}

}  // namespace wirecut
