#include "entities/countries.h"

#include <algorithm>
#include <optional>

#include "lexicon/word_map.h"

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

struct TokenRange {
  std::uint32_t first = 0;
  std::uint32_t end = 0;
};

// "Northern Ukraine": the words of `name` beside those of `country` say which part of it.
bool is_but_directions(const Story& story, TokenRange name, TokenRange country) {
  static constexpr auto kDirections =
      word_list({"north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "northeast",
                 "northwest", "southeast", "southwest", "mainland", "the"});
  for (std::uint32_t i = name.first; i < name.end; ++i)
    if ((i < country.first || i >= country.end) && !kDirections.of(story.tokens[i].lower_hash)) return false;
  return true;
}

// A place of a longer name around the words of a country: "New [Jersey]", "[Jersey] City", "New South [Wales]",
// "People's [Republic of China]".
struct WiderPlace {
  std::uint32_t end = 0;
  std::string_view country;  // empty: such places lie in several, and the largest not in that of the words
};
std::optional<WiderPlace> wider_place(const Story& story, const Lexicon& lexicon, TokenRange name, TokenRange country,
                                      std::string_view code) {
  constexpr std::uint32_t kMostInFront = 2, kMostBehind = 1;
  for (std::uint32_t first = country.first - std::min(country.first - name.first, kMostInFront); first <= country.first;
       ++first)
    for (std::uint32_t end = std::min(country.end + kMostBehind, name.end); end >= country.end; --end) {
      if (is_but_directions(story, {first, end}, country)) continue;  // the country itself, too
      const Span words{story.tokens[first].span.start, story.tokens[end - 1].span.end};
      const RowRange rows = lexicon.gazetteer.find(story.words(words));
      if (rows.empty()) continue;
      const std::string_view only = lexicon.gazetteer.only_country(rows);
      return WiderPlace{end, only.empty() && lexicon.gazetteer.entry(rows.first).country == code ? code : only};
    }
  return std::nullopt;
}

// Whether a place with the name of a country in it lies there: "Oslo, Norway", "Kingdom of Norway", "Panama Canal".
// "Gulf of Oman" and "Niger Delta" are of others too, and "Latin America" is not of the one that is called America.
bool lies_in(const Story& story, TokenRange name, TokenRange country) {
  static constexpr auto kShared = word_list({"basin", "bay", "channel", "delta", "gulf", "ocean", "peninsula", "river",
                                             "sea", "strait", "straits", "valley"});
  const bool is_whole = country.first == name.first && country.end == name.end;
  if (is_whole) return true;
  if (story.tokens[country.first].lower_hash == hash_word("america")) return false;
  if (country.first > name.first && story.words(story.tokens[country.first - 1].span) == ",") return true;
  if (story.words(story.tokens[country.first].span) == "U.S.") return true;  // "U.S. Gulf Coast"
  for (std::uint32_t i = name.first; i < name.end; ++i)
    if ((i < country.first || i >= country.end) && kShared.of(story.tokens[i].lower_hash)) return false;
  return true;
}

}  // namespace

CountryWords parse_country(const Story& story, const Lexicon& lexicon, std::uint32_t first, std::uint32_t end) {
  const PhraseMatch match = find_longest(lexicon.country_names, story.tokens, first, end, lower_hash_of);
  if (match.end_token != end || match.rows.empty()) return {};
  return choose_row(lexicon, match.rows, all_capitals(story, first, end));
}

std::string_view find_country(const Story& story, const Lexicon& lexicon, std::uint32_t first, std::uint32_t end,
                              bool is_location) {
  for (std::uint32_t i = first; i < end; ++i) {
    if (!story.tokens[i].has(kCapitalized)) continue;
    const PhraseMatch match = find_longest(lexicon.country_names, story.tokens, i, end, lower_hash_of);
    if (match.rows.empty()) continue;
    const CountryWords country = choose_row(lexicon, match.rows, all_capitals(story, i, match.end_token));
    std::uint32_t behind = match.end_token;  // words kept from a shorter entry: "American Samoa" is not "American"
    if (!country.code.empty()) {
      const TokenRange name{first, end}, words{i, match.end_token};
      if (const auto wider = wider_place(story, lexicon, name, words, country.code)) {
        if (!wider->country.empty()) return wider->country;
        behind = wider->end;
      } else if (!is_location || !country.is_name || lies_in(story, name, words)) {
        return country.code;
      }
    }
    i = behind - 1;
  }
  return {};
}

}  // namespace wirecut
