// The embedded data, opened once: every table and model, used in place. Immutable; all threads share one.
#pragma once

#include <string_view>

#include "lexicon/blob.h"
#include "lexicon/gazetteer.h"
#include "lexicon/table.h"

namespace wirecut {

struct Lexicon {
  // `bytes` is a blob (embedded_bytes(), or a test's) and must outlive the Lexicon. Throws std::runtime_error where it
  // is damaged.
  explicit Lexicon(std::string_view bytes);

  Blob blob;

  Gazetteer gazetteer;

  // One table a file of data/lexicon; what their columns hold stands in the first lines of the files.
  Table abbreviations;
  Table agencies;
  Table city_names;
  Table countries;
  Table country_names;
  Table cues;
  Table date_labels;
  Table date_neighbours;
  Table dateline_cities;
  Table gendered_nouns;
  Table given_name_genders;
  Table given_name_variants;
  Table given_names;
  Table holidays;
  Table kind_nouns;
  Table line_labels;
  Table market_codes;
  Table name_lists;
  Table name_suffixes;
  Table noun_acronyms;
  Table organization_names;
  Table organization_words;
  Table person_names;
  Table place_neighbours;
  Table quote_words;
  Table regions;
  Table sentence_starters;
  Table speaker_nouns;
  Table tense_cues;
  Table time_words;
  Table titles;
};

}  // namespace wirecut
