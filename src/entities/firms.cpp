// Evidence is a word next to the name: what firms have ("analyst", "shares"), or what they are ("carmaker",
// "brokerage", the rows "trade" of data/lexicon/organization_words.tsv). Words that persons are called too
// ("developer", "publisher") are none, nor is "spokesman", which politicians have.

#include "entities/firms.h"

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "entities/countries.h"
#include "entities/forms.h"
#include "entities/known_parts.h"
#include "lexicon/word_map.h"
#include "lexicon/word_use.h"

namespace wirecut {
namespace {

// "Kepler analyst", "Kepler shares rose"; not "Kepler shares her view". Staff have persons too: "Trump executives".
bool has_firm_noun_behind(const Story& story, const Name& name) {
  static constexpr auto kJobs = word_list({"analyst", "strategist", "economist"});
  static constexpr auto kNouns = word_list({"analysts", "strategists", "stock", "shareholders"});
  static constexpr auto kStaff = word_list({"economists", "executives", "employees"});
  static constexpr auto kBehindShares =
      word_list({"rose",    "fell",   "were",    "are",  "closed",      "jumped", "climbed",
                 "dropped", "gained", "slipped", "slid", "tumbled",     "surged", "traded",
                 "ended",   "lost",   "have",    "had",  "outstanding", ",",      "."});
  const std::uint32_t next = name.end_token;
  if (next + 1 >= story.tokens.size() || story.tokens[next].has(kNewlineBefore)) return false;
  if (story.tokens[next].hash == hash_word("shares")) return kBehindShares.of(story.tokens[next + 1].hash);
  static constexpr auto kAtFirm = word_list({"at", "for", "with"});  // "Jane Roe analyst at Kepler"
  return kNouns.of(story.tokens[next].hash) || (!is_lone(name) && kStaff.of(story.tokens[next].hash)) ||
         (kJobs.of(story.tokens[next].hash) && !kAtFirm.of(story.tokens[next + 1].hash));
}

bool has_trade_in_front(const Story& story, const Lexicon& lexicon, const Name& name) {
  if (name.first_token == 0 || story.tokens[name.first_token].has(kNewlineBefore)) return false;
  if (is_plural_of_capitals(story.words(story.tokens[name.end_token - 1].span))) return false;
  const Token& before = story.tokens[name.first_token - 1];
  static constexpr auto kMadeByPersons = word_list({"policy", "film", "law", "decision", "peace"});
  if (before.lower_hash == hash_word("maker") && name.first_token > 1 &&
      kMadeByPersons.of(story.tokens[name.first_token - 2].lower_hash))
    return false;
  const auto is_called = [&](std::string_view use) {
    return has_use(lexicon.organization_words, before.lower_hash, use);
  };
  if (before.has(kCapitalized) || !(is_called("trade") || (name.type == EntityType::misc && is_called("business"))))
    return false;
  return parse_country(story, lexicon, name.first_token, name.end_token).code.empty();
}

std::uint64_t key_of(const Story& story, const Name& name) {
  std::uint64_t key = 0;
  for (std::uint32_t i = name.first_token; i < name.end_token; ++i)
    key = hash_chain(key, word_key(story, story.tokens[i]));
  return key;
}

}  // namespace

void set_firms(const Story& story, const Lexicon& lexicon, std::vector<Name>& names) {
  std::vector<const Name*> found;
  for (const Name& name : names) {
    if (name.type == EntityType::location) continue;
    const bool is_firm = (name.type == EntityType::person && has_firm_noun_behind(story, name)) ||
                         has_trade_in_front(story, lexicon, name);
    if (is_firm) found.push_back(&name);
  }
  if (found.empty()) return;
  const std::vector<std::uint64_t> surnames = full_surnames(story, names);
  std::vector<std::uint64_t> firms;  // the words of their names
  for (const Name* name : found) {
    const std::uint64_t word = story.tokens[name->first_token].lower_hash;
    if (!is_lone(*name) || !std::binary_search(surnames.begin(), surnames.end(), word))
      firms.push_back(key_of(story, *name));
  }
  std::sort(firms.begin(), firms.end());
  for (Name& name : names)
    if ((name.type == EntityType::person || name.type == EntityType::misc) &&
        std::binary_search(firms.begin(), firms.end(), key_of(story, name)))
      name.type = EntityType::organization;
}

}  // namespace wirecut
