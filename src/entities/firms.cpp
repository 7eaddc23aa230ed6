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

// "in Amazon"
bool is_where(const Story& story, const Name& name) {
  static constexpr auto kBefore = word_list({"in", "near", "outside", "around"});
  return name.first_token > 0 && kBefore.of(story.tokens[name.first_token - 1].lower_hash);
}

// Readers know it though nothing says where it is.
bool is_well_known(const GazetteerEntry& entry) {
  constexpr float kMany = 16.6f;  // 2^16.6 = 100,000 people
  return entry.role != PlaceRole::none || entry.log_population >= kMany;
}

// What the gazetteer knows for small towns only, without a state behind it: "Colony", "Bear".
bool is_of_small_towns(const Story& story, const Lexicon& lexicon, const Name& name) {
  const RowRange rows = lexicon.gazetteer.find(story.words(name.span));
  for (std::uint32_t row = rows.first; row < rows.end; ++row) {
    const GazetteerEntry entry = lexicon.gazetteer.entry(row);
    const bool is_town = entry.kind == PlaceKind::city || entry.kind == PlaceKind::county;
    if (!is_town || is_well_known(entry)) return false;
  }
  const std::uint32_t next = name.end_token;
  const bool has_state = next + 1 < story.tokens.size() && story.tokens[next].lower_hash == hash_word(",") &&
                         story.tokens[next + 1].has(kCapitalized);
  return !rows.empty() && !has_state;
}

// How one word may be the short name of a body, for all that stands beside it.
enum class Short : std::uint8_t { no, of_body, of_firm };

// A person without a title, or what no gazetteer knows and nobody is "in"; that of small towns may be a firm's.
Short as_short_name(const Story& story, const Lexicon& lexicon, const Name& name) {
  if (!is_lone(name)) return Short::no;
  if (name.type == EntityType::person) return is_told_to_be_person(story, lexicon, name) ? Short::no : Short::of_body;
  if (name.type != EntityType::location || is_where(story, name)) return Short::no;
  if (lexicon.gazetteer.find(story.words(name.span)).empty()) return Short::of_body;
  return is_of_small_towns(story, lexicon, name) ? Short::of_firm : Short::no;
}

// A country, or a town that readers know: "Boston", whose paper is Boston.com; not "Amazon".
bool is_known_land(const Lexicon& lexicon, std::string_view word) {
  const RowRange rows = lexicon.gazetteer.find(word);
  for (std::uint32_t row = rows.first; row < rows.end; ++row) {
    const GazetteerEntry entry = lexicon.gazetteer.entry(row);
    if (entry.kind == PlaceKind::country || (entry.kind == PlaceKind::city && is_well_known(entry))) return true;
  }
  return false;
}

// "Amazon" of "Amazon.com Inc"; empty: it is called otherwise.
std::string_view name_on_the_web(const Story& story, const Lexicon& lexicon, const Name& name) {
  constexpr std::string_view kEnding = ".com";
  const Token& first = story.tokens[name.first_token];
  const std::string_view word = story.words(first.span);
  if (name.type == EntityType::person || !first.has(kCapitalized) || !word.ends_with(kEnding)) return {};
  const std::string_view shop = word.substr(0, word.size() - kEnding.size());
  return is_known_land(lexicon, shop) ? std::string_view{} : shop;
}

// The river or not, it is the shop in this story; but for "in Amazon", "the Amazon".
void set_shops_on_the_web(const Story& story, const Lexicon& lexicon, std::vector<Name>& names) {
  std::vector<std::uint64_t> shops;
  for (const Name& name : names)
    if (const std::string_view word = name_on_the_web(story, lexicon, name); !word.empty())
      shops.push_back(hash_word(word));
  if (shops.empty()) return;
  std::sort(shops.begin(), shops.end());
  const auto has_article = [&](const Name& name) {
    return name.first_token > 0 && story.tokens[name.first_token - 1].lower_hash == hash_word("the");
  };
  for (Name& name : names)
    if (is_lone(name) && name.type == EntityType::location && !is_where(story, name) && !has_article(name) &&
        std::binary_search(shops.begin(), shops.end(), story.tokens[name.first_token].hash))
      name.type = EntityType::organization;
}

// "Goldman declined to comment" where the story names Goldman Sachs, and nobody and no place that is Goldman.
void set_short_names(const Story& story, const Lexicon& lexicon, std::vector<Name>& names) {
  std::vector<std::uint64_t> bodies, firms;  // their first words; those of the firms among them
  std::vector<std::uint64_t> others;         // all words of persons and places
  for (const Name& name : names) {
    const std::uint64_t word = story.tokens[name.first_token].hash;
    if (goes_by_first_word(story, lexicon, name)) {
      bodies.push_back(word);
      if (is_company_suffix(story.tokens[name.end_token - 1], lexicon)) firms.push_back(word);
    }
    const bool is_other = name.type == EntityType::person || name.type == EntityType::location;
    if (is_other && as_short_name(story, lexicon, name) == Short::no)
      for (std::uint32_t i = name.first_token; i < name.end_token; ++i) others.push_back(story.tokens[i].hash);
  }
  if (bodies.empty()) return;
  for (std::vector<std::uint64_t>* words : {&bodies, &firms, &others}) std::sort(words->begin(), words->end());
  const auto has = [](const std::vector<std::uint64_t>& words, std::uint64_t word) {
    return std::binary_search(words.begin(), words.end(), word);
  };
  for (Name& name : names) {
    const std::uint64_t word = story.tokens[name.first_token].hash;
    if (!has(bodies, word) || has(others, word)) continue;
    const Short as = as_short_name(story, lexicon, name);
    if (as == Short::of_body || (as == Short::of_firm && has(firms, word))) name.type = EntityType::organization;
  }
}

}  // namespace

void set_firms(const Story& story, const Lexicon& lexicon, std::vector<Name>& names) {
  set_shops_on_the_web(story, lexicon, names);
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
