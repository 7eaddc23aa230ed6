// Evidence is a word next to the name: what firms have ("analyst", "shares"), or what they are ("carmaker",
// "brokerage", the rows "trade" of data/lexicon/organization_words.tsv). Words that persons are called too
// ("developer", "publisher") are none, nor is "spokesman", which politicians have. And the story may have the whole
// name elsewhere.

#include "entities/firms.h"

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "entities/countries.h"
#include "entities/forms.h"
#include "entities/genitives.h"
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

// Bodies that are called after somebody, or after their town: "Obama Administration", "Vesna Primary School".
bool is_called_after_another(const Story& story, const Lexicon& lexicon, const Name& body) {
  return std::any_of(
      story.tokens.begin() + body.first_token + 1, story.tokens.begin() + body.end_token, [&](const Token& word) {
        return has_use(lexicon.organization_words, word.lower_hash, "namesake") || is_institution(word, lexicon);
      });
}

// Its first word may stand for it: not that of "Kepler's KBC" (but of "Kepler's Pride"), nor of "Wyatt & Zach" (but of
// "Marsh & McLennan").
bool goes_by_first_word(const Story& story, const Lexicon& lexicon, const Name& body) {
  if (body.type != EntityType::organization || is_lone(body)) return false;
  const Token& second = story.tokens[body.first_token + 1];
  if (second.hash == hash_word("&") && is_given_name(story.tokens[body.first_token], lexicon)) return false;
  if (is_genitive(story, second) && body.end_token > body.first_token + 2 &&
      story.tokens[body.first_token + 2].has(kAllCaps))
    return false;
  return !is_called_after_another(story, lexicon, body);
}

// "Mr Murdoch", "President Trump", "Murdoch, 93,"
bool is_told_to_be_person(const Story& story, const Lexicon& lexicon, const Name& name) {
  const std::uint32_t next = name.end_token;
  const bool has_age = next + 1 < story.tokens.size() && story.tokens[next].lower_hash == hash_word(",") &&
                       story.tokens[next + 1].kind == TokenKind::number;
  return has_age ||
         (name.first_token > 0 && !lexicon.titles.find_word(story.tokens[name.first_token - 1].lower_hash).empty());
}

// "in Amazon", "the Amazon"
bool is_place_beside(const Story& story, const Name& name) {
  static constexpr auto kBeside = word_list({"in", "near", "outside", "around", "the"});
  return name.first_token > 0 && kBeside.of(story.tokens[name.first_token - 1].lower_hash);
}

// One word that may be the short name of a body, for all that stands beside it: a person without a title, or what no
// gazetteer knows and nobody is "in".
bool may_be_short_name(const Story& story, const Lexicon& lexicon, const Name& name) {
  static constexpr auto kInPlace = word_list({"in", "near", "outside", "around"});
  if (!is_lone(name)) return false;
  const std::uint64_t before = name.first_token > 0 ? story.tokens[name.first_token - 1].lower_hash : 0;
  if (name.type == EntityType::person) return !is_told_to_be_person(story, lexicon, name);
  return name.type == EntityType::location && !kInPlace.of(before) &&
         lexicon.gazetteer.find(story.words(name.span)).empty();
}

// "Amazon" of "Amazon.com Inc"; empty: it is called otherwise.
std::string_view name_on_the_web(const Story& story, const Name& name) {
  constexpr std::string_view kEnding = ".com";
  const Token& first = story.tokens[name.first_token];
  const std::string_view word = story.words(first.span);
  const bool is_called_so = name.type != EntityType::person && first.has(kCapitalized) && word.ends_with(kEnding);
  return is_called_so ? word.substr(0, word.size() - kEnding.size()) : std::string_view{};
}

// "Goldman declined to comment" where the story names Goldman Sachs, and nobody and no place that is Goldman.
void set_short_names(const Story& story, const Lexicon& lexicon, std::vector<Name>& names) {
  std::vector<std::uint64_t> bodies, others;  // their first words; all words of persons and places
  std::vector<std::uint64_t> on_the_web;
  for (const Name& name : names) {
    const bool is_other = name.type == EntityType::person || name.type == EntityType::location;
    if (goes_by_first_word(story, lexicon, name)) bodies.push_back(story.tokens[name.first_token].hash);
    if (const std::string_view word = name_on_the_web(story, name); !word.empty())
      on_the_web.push_back(hash_word(word));
    if (is_other && !may_be_short_name(story, lexicon, name))
      for (std::uint32_t i = name.first_token; i < name.end_token; ++i) others.push_back(story.tokens[i].hash);
  }
  for (Name& name : names) {  // the river or not, it is the shop in this story
    if (on_the_web.empty()) break;
    if (is_lone(name) && name.type == EntityType::location && !is_place_beside(story, name) &&
        std::find(on_the_web.begin(), on_the_web.end(), story.tokens[name.first_token].hash) != on_the_web.end())
      name.type = EntityType::organization;
  }
  if (bodies.empty()) return;
  std::sort(bodies.begin(), bodies.end());
  std::sort(others.begin(), others.end());
  for (Name& name : names) {
    const std::uint64_t word = story.tokens[name.first_token].hash;
    if (std::binary_search(bodies.begin(), bodies.end(), word) && may_be_short_name(story, lexicon, name) &&
        !std::binary_search(others.begin(), others.end(), word))
      name.type = EntityType::organization;
  }
}

}  // namespace

void set_firms(const Story& story, const Lexicon& lexicon, std::vector<Name>& names) {
  set_short_names(story, lexicon, names);
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
