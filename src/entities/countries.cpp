#include "entities/countries.h"

#include <algorithm>

namespace wirecut {
namespace {

enum Column : std::uint32_t { kWords, kCode, kKind, kForm };

// The row of `rows` that holds for these words as written: "US" is a country, "us" is none.
CountryWords choose_row(const Lexicon& lexicon, RowRange rows, bool in_capitals) {
  const Table& table = lexicon.country_names;
  for (std::uint32_t row = rows.first; row < rows.end; ++row) {
    const std::string_view form = table.cell(row, kForm), code = table.cell(row, kCode), kind = table.cell(row, kKind);
    if (form == "prefix" || (form == "upper" && !in_capitals) || code.size() != 2) continue;
    if (kind == "name" || kind == "demonym") return {code, kind == "name"};
  }
  return {};
}

bool all_capitals(const Story& story, std::uint32_t first, std::uint32_t end) {
  return std::all_of(story.tokens.begin() + first, story.tokens.begin() + end,
                     [](const Token& token) { return token.has(kAllCaps); });
}

constexpr auto lower_hash_of = [](const Token& token) { return token.lower_hash; };

}  // namespace

CountryWords parse_country(const Story& story, const Lexicon& lexicon, std::uint32_t first, std::uint32_t end) {
  const PhraseMatch match = find_longest(lexicon.country_names, story.tokens, first, end, lower_hash_of);
  if (match.end_token != end || match.rows.empty()) return {};
  return choose_row(lexicon, match.rows, all_capitals(story, first, end));
}

std::string_view find_country(const Story& story, const Lexicon& lexicon, std::uint32_t first, std::uint32_t end) {
  for (std::uint32_t i = first; i < end; ++i) {
    if (!story.tokens[i].has(kCapitalized)) continue;
    const PhraseMatch match = find_longest(lexicon.country_names, story.tokens, i, end, lower_hash_of);
    if (match.rows.empty()) continue;
    const CountryWords country = choose_row(lexicon, match.rows, all_capitals(story, i, match.end_token));
    if (!country.code.empty()) return country.code;
    i = match.end_token - 1;  // words kept from a shorter entry: "American Samoa" is not "American"
  }
  return {};
}

}  // namespace wirecut
