#include "entities/place_lists.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>

#include "entities/countries.h"
#include "entities/forms.h"
#include "entities/known_parts.h"
#include "lexicon/word_map.h"

namespace wirecut {
namespace {

bool is_joint(const Token& token) {
  static constexpr auto kJoints = word_list({",", "and", "or", "&"});
  return kJoints.of(token.hash);
}

bool is_joined(const Story& story, const Name& one, const Name& other) {
  const std::uint32_t gap = other.first_token - one.end_token;  // ", and"
  return gap > 0 && gap <= 2 && is_joint(story.tokens[one.end_token]) && is_joint(story.tokens[other.first_token - 1]);
}

// What opens a list of places; no "between", which players stand behind as well.
bool is_behind_preposition(const Story& story, const Name& name) {
  static constexpr auto kWords = word_list({"in", "from", "near", "at", "across", "around", "outside"});
  return name.first_token > 0 && kWords.of(story.tokens[name.first_token - 1].lower_hash);
}

// "in Oslo and Roe said": the second of two members may begin a clause, but not in front of these.
bool ends_clause(const Story& story, std::uint32_t i) {
  static constexpr auto kWords = word_list({",", ".", ";", ")", ":", "after", "as", "at", "before", "but", "by",
                                            "during", "in", "over", "since", "when", "where", "while"});
  return i >= story.tokens.size() || kWords.of(story.tokens[i].hash);
}

bool is_list_of_places(const Story& story, const Lexicon& lexicon, std::span<const Name> list) {
  if (list.size() < 2 || !is_behind_preposition(story, list[0])) return false;
  const Name& last = list.back();
  if (story.words(story.tokens[last.first_token - 1].span) == ",") return false;  // "in Oslo, Norway", "in Oslo, Roe"
  if (list.size() == 2 && !ends_clause(story, last.end_token)) return false;
  const auto is_place = [](const Name& name) { return name.type == EntityType::location; };
  const auto places = static_cast<std::size_t>(std::count_if(list.begin(), list.end(), is_place));
  if (places == list.size() || 2 * places < list.size()) return false;
  const auto is_known = [&](const Name& name) { return !lexicon.gazetteer.find(story.words(name.span)).empty(); };
  if (list.size() == 2) return std::all_of(list.begin(), list.end(), is_known);  // not "in London and Merkel"
  return std::any_of(list.begin(), list.end(), [&](const Name& name) { return is_place(name) && is_known(name); });
}

// "McLean, Virginia-based Acme"
bool is_seat(const Story& story, const Lexicon& lexicon, const Name& name) {
  const std::uint32_t comma = name.end_token;
  return comma + 1 < story.tokens.size() && story.words(story.tokens[comma].span) == "," &&
         story.words(story.tokens[comma + 1].span).ends_with("-based") &&
         !lexicon.gazetteer.find(story.words(name.span)).empty();
}

// A county or region of two words or more that the gazetteer has, or a town: any, or one of 15,000 people.
bool is_known_place(const Story& story, const Lexicon& lexicon, const Name& name, bool is_any_town) {
  constexpr float kTown = 13.8f;  // in powers of two
  const RowRange rows = lexicon.gazetteer.find(story.words(name.span));
  for (std::uint32_t row = rows.first; row < rows.end; ++row) {
    const GazetteerEntry entry = lexicon.gazetteer.entry(row);
    if (entry.alternate) continue;
    if (entry.kind == PlaceKind::region || entry.kind == PlaceKind::county) return true;
    if (entry.kind == PlaceKind::city && entry.log_population > (is_any_town ? 0 : kTown)) return true;
  }
  return false;
}

// "ANN ROE, POE BANK, NEW JERSEY: ...", "in NEW YORK"; a club in a table has its goals behind it: "NEW YORK 3".
bool is_seat_in_capitals(const Story& story, const Name& name) {
  static constexpr auto kBefore = word_list({",", "in", "IN"});
  if (name.first_token == 0 || !kBefore.of(story.tokens[name.first_token - 1].hash)) return false;
  for (std::uint32_t i = name.first_token; i < name.end_token; ++i)
    if (!story.tokens[i].has(kAllCaps) && !story.tokens[i].has(kAbbreviation)) return false;
  return name.end_token == story.tokens.size() || !story.tokens[name.end_token].has(kHasDigit);
}

// "ANN ROE, ANALYST, POE BANK, BOSTON: ...", "STAMFORD, CONNECTICUT: ...": where one is who speaks next; that alone
// makes a town of one word.
bool ends_line_of_speaker(const Story& story, const Name& name) {
  constexpr std::uint32_t kMostWords = 3;  // of the state
  const auto is = [&](std::uint32_t i, std::string_view mark) {
    return i < story.tokens.size() && story.words(story.tokens[i].span) == mark;
  };
  std::uint32_t end = name.end_token;
  if (is(end, ",")) {
    const std::uint32_t state = ++end;
    while (end < story.tokens.size() && end < state + kMostWords &&
           (story.tokens[end].has(kAllCaps) || story.tokens[end].has(kAbbreviation)))
      ++end;
  }
  return is(end, ":");
}

// "in the Maldives", a country by its name.
bool is_country(const Story& story, const Lexicon& lexicon, const Name& name) {
  return parse_country(story, lexicon, name.first_token, name.end_token).is_name;
}

// "Hartford, Conn."
bool is_state_behind_town(const Story& story, const Lexicon& lexicon, const Name& name) {
  constexpr std::uint32_t kForm = 3;
  if (!is_lone(name) || name.first_token < 2) return false;
  const Token& word = story.tokens[name.first_token];
  const Token& town = story.tokens[name.first_token - 2];
  if (!word.has(kAbbreviation) || !town.has(kCapitalized) || word.has(kNewlineBefore)) return false;
  if (story.words(story.tokens[name.first_token - 1].span) != ",") return false;
  const RowRange rows = lexicon.regions.find_word(word.lower_hash);
  return !rows.empty() && lexicon.regions.cell(rows.first, kForm) == "abbreviation";
}

// The last words of persons of three words and more, hashed, and how many words each has; sorted.
std::vector<std::pair<std::uint64_t, std::uint32_t>> long_surnames(const Story& story, const std::vector<Name>& names) {
  std::vector<std::pair<std::uint64_t, std::uint32_t>> words;
  for (const Name& name : names)
    if (name.type == EntityType::person && name.end_token > name.first_token + 2)
      words.emplace_back(story.tokens[name.end_token - 1].lower_hash, name.end_token - name.first_token);
  std::sort(words.begin(), words.end());
  return words;
}

}  // namespace

void set_known_places(const Story& story, const Lexicon& lexicon, std::vector<Name>& names) {
  static constexpr auto kWithin = word_list({"in", "near", "outside"});
  std::optional<std::vector<std::pair<std::uint64_t, std::uint32_t>>> surnames;
  const auto ends_longer_name = [&](const Name& name) {  // "Van Buren" of "Martin Van Buren"
    if (!surnames) surnames = long_surnames(story, names);
    const std::pair longer(story.tokens[name.end_token - 1].lower_hash, name.end_token - name.first_token + 1);
    const auto found = std::lower_bound(surnames->begin(), surnames->end(), longer);
    return found != surnames->end() && found->first == longer.first;
  };
  for (Name& name : names) {
    if (name.type == EntityType::misc &&
        (is_country(story, lexicon, name) || is_state_behind_town(story, lexicon, name)))
      name.type = EntityType::location;
    const bool may_be_seat = name.type == EntityType::organization || name.type == EntityType::misc;
    if (may_be_seat && is_lone(name) && is_seat_in_capitals(story, name) && ends_line_of_speaker(story, name) &&
        !is_listed(story, lexicon, name.first_token, name.end_token, kListedCompany) &&  // "NOKIA" is a town too
        is_known_place(story, lexicon, name, false))
      name.type = EntityType::location;
    if (is_lone(name)) continue;
    const bool is_within = name.first_token > 0 && kWithin.of(story.tokens[name.first_token - 1].hash);
    const bool may_be_person = !is_within && is_given_name(story.tokens[name.first_token], lexicon);
    const bool is_misread = (name.type == EntityType::person && !may_be_person) ||
                            (name.type == EntityType::organization && is_seat_in_capitals(story, name));
    if (is_misread && is_known_place(story, lexicon, name, is_within) && !ends_longer_name(name))
      name.type = EntityType::location;
  }
}

void set_seats(const Story& story, const Lexicon& lexicon, std::vector<Name>& names) {
  const auto is_misread = [&](const Name& name) {
    return name.type == EntityType::person && is_lone(name) && is_seat(story, lexicon, name);
  };
  if (std::none_of(names.begin(), names.end(), is_misread)) return;
  const std::vector<std::uint64_t> surnames = full_surnames(story, names);
  for (Name& name : names)
    if (is_misread(name) &&
        !std::binary_search(surnames.begin(), surnames.end(), story.tokens[name.first_token].lower_hash))
      name.type = EntityType::location;
}

void set_listed_places(const Story& story, const Lexicon& lexicon, std::vector<Name>& names) {
  std::optional<std::vector<std::uint64_t>> surnames;
  for (std::size_t first = 0, end = 0; first < names.size(); first = end) {
    for (end = first + 1; end < names.size() && is_joined(story, names[end - 1], names[end]);) ++end;
    const std::span list(names.begin() + static_cast<std::ptrdiff_t>(first), end - first);
    if (!is_list_of_places(story, lexicon, list)) continue;
    const auto is_misread_country = [&](const Name& name) {
      return name.type == EntityType::misc && parse_country(story, lexicon, name.first_token, name.end_token).is_name;
    };
    if (!surnames) surnames = full_surnames(story, names);
    for (Name& name : list)
      if ((name.type == EntityType::person || is_misread_country(name)) && is_lone(name) &&
          !std::binary_search(surnames->begin(), surnames->end(), story.tokens[name.first_token].lower_hash))
        name.type = EntityType::location;
  }
}

}  // namespace wirecut
