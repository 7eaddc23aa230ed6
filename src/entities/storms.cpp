// The tagger knows few storms, and what "Milton weakened" is about, the sentence doesn't tell: the story does, where it
// first names the storm.

#include "entities/storms.h"

#include <algorithm>
#include <cstdint>
#include <string_view>

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

bool is_before_state(const Story& story, const Name& name) {
  return name.end_token + 1 < story.tokens.size() && story.words(story.tokens[name.end_token].span) == "," &&
         story.tokens[name.end_token + 1].has(kCapitalized);
}

}  // namespace

bool is_storm_word(const Token& token) {
  static constexpr auto kWords = word_list({"hurricane", "typhoon", "cyclone", "storm"});
  return token.has(kCapitalized) && kWords.of(token.lower_hash);
}

void set_storms(const Story& story, std::vector<Name>& names) {
  std::vector<std::uint64_t> storms;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::uint32_t first = start_of_storm(story, names[i]);
    if (first == names[i].end_token) continue;
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
