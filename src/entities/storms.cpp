// The tagger knows few storms, and what "Milton weakened" is about, the sentence doesn't tell: the story does, where it
// first names the storm.

#include "entities/storms.h"

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "entities/forms.h"
#include "entities/known_parts.h"
#include "lexicon/word_map.h"

namespace wirecut {
namespace {

bool is_storm_kind(const Token& token) {
  static constexpr auto kWords = word_list({"tropical", "super", "subtropical", "post-tropical"});
  return token.has(kCapitalized) && kWords.of(token.lower_hash);
}

// Where the storm that the name belongs to begins; its end where it is none. A storm has one word of its own.
std::uint32_t start_of_storm(const Story& story, const Name& name) {
  const std::uint32_t own = name.end_token - 1;
  if (own == 0 || story.tokens[own].has(kNewlineBefore) || !is_storm_word(story.tokens[own - 1])) return name.end_token;
  std::uint32_t first = own - 1;
  while (first > 0 && is_storm_kind(story.tokens[first - 1]) && !story.tokens[first].has(kNewlineBefore)) --first;
  const bool is_whole = name.first_token >= first || name.first_token == own;
  const bool goes_on = first > 0 && story.tokens[first - 1].has(kCapitalized) && name.first_token < first;
  return is_whole && !goes_on ? first : name.end_token;
}

// "the actress Storm Roe": a role, or a person in the same list, stands beside what the tagger takes for a person.
bool is_person(const Story& story, const Lexicon& lexicon, const std::vector<Name>& names, std::size_t i) {
  const Name& name = names[i];
  if (name.type != EntityType::person || name.end_token != name.first_token + 2 || name.first_token == 0) return false;
  if (story.tokens[name.first_token].hash != hash_word("Storm")) return false;
  const std::uint32_t before = name.first_token - 1;
  const RowRange rows = lexicon.titles.find_word(story.tokens[before].lower_hash);
  if (!rows.empty() && lexicon.titles.cell(rows.first, kTitleKind) == "role") return true;
  static constexpr auto kJoints = word_list({",", "and", "&"});
  return i > 0 && names[i - 1].type == EntityType::person && names[i - 1].end_token == before &&
         !is_lone(names[i - 1]) && kJoints.of(story.tokens[before].hash);
}

// The own words of persons called Storm; sorted.
std::vector<std::uint64_t> persons_called_storm(const Story& story, const Lexicon& lexicon,
                                                const std::vector<Name>& names) {
  std::vector<std::uint64_t> words;
  for (std::size_t i = 0; i < names.size(); ++i)
    if (is_person(story, lexicon, names, i)) words.push_back(story.tokens[names[i].end_token - 1].lower_hash);
  std::sort(words.begin(), words.end());
  return words;
}

bool is_before_state(const Story& story, const Name& name) {
  return name.end_token + 1 < story.tokens.size() && story.words(story.tokens[name.end_token].span) == "," &&
         story.tokens[name.end_token + 1].has(kCapitalized);
}

}  // namespace

bool is_storm_word(const Token& token) {
  static constexpr auto kWords = word_list({"hurricane", "typhoon", "cyclone", "storm"});
  return token.has(kCapitalized) && kWords.of(token.lower_hash);
}

void set_storms(const Story& story, const Lexicon& lexicon, std::vector<Name>& names) {
  std::vector<std::uint64_t> storms;
  const std::vector<std::uint64_t> persons = persons_called_storm(story, lexicon, names);
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::uint32_t first = start_of_storm(story, names[i]);
    const std::uint64_t own = story.tokens[names[i].end_token - 1].lower_hash;
    if (first == names[i].end_token || std::binary_search(persons.begin(), persons.end(), own)) continue;
    names[i] = make_name(story, first, names[i].end_token, EntityType::misc);
    storms.push_back(story.tokens[names[i].end_token - 1].lower_hash);
    for (std::size_t n = i; n > 0 && names[n - 1].end_token > first; --n)  // "Storm", a name of its own so far
      names[n - 1].end_token = names[n - 1].first_token;
  }
  if (storms.empty()) return;
  std::erase_if(names, [](const Name& name) { return name.end_token == name.first_token; });
  const std::vector<std::uint64_t> surnames = full_surnames(story, names);
  std::erase_if(storms, [&](std::uint64_t word) { return std::binary_search(surnames.begin(), surnames.end(), word); });
  std::sort(storms.begin(), storms.end());
  for (Name& name : names)
    if (is_lone(name) && !is_before_state(story, name) &&
        std::binary_search(storms.begin(), storms.end(), story.tokens[name.first_token].lower_hash))
      name.type = EntityType::misc;
}

}  // namespace wirecut
