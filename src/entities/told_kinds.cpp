// A tagger that doesn't know a name goes by its sentence, one word or two to each side; what a name is, is often told a
// little further off, and once a story. Evidence is a common noun in apposition, behind a comma or right in front, an
// age, a village that is "of" the name, and the chairman that no person has. Nouns are those of
// data/lexicon/kind_nouns.tsv. Limits: a name that the tagger has not found stays unfound.

#include "entities/told_kinds.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>

#include "entities/countries.h"
#include "entities/firm_marks.h"
#include "entities/forms.h"
#include "entities/known_parts.h"
#include "lexicon/word_map.h"
#include "lexicon/word_use.h"

namespace wirecut {
namespace {

constexpr std::uint32_t kMaxModifiers = 6;  // "the world's largest container shipping company"
// Those who head a body.
constexpr auto kHeads = word_list({"chairman", "chairwoman", "president", "CEO", "secretary-general"});
// Prepositions of place.
constexpr auto kInPlace = word_list({"in", "near", "across", "outside", "around", "throughout"});

class Reader {
 public:
  Reader(const Story& story, const Lexicon& lexicon) : story_(story), lexicon_(lexicon) {}

  // What the words beside the name tell, if that is another kind than the tagger has found.
  std::optional<EntityType> told(const Name& name) const {
    const std::optional<EntityType> type = told_by_words(name);
    if (!type || type == name.type || is_country(name)) return {};
    if (type == EntityType::location && is_no_place(name)) return {};
    if (type == EntityType::organization && name.type == EntityType::misc && is_creed(name)) return {};
    return type;
  }

  // "China" of "China Inc", "in Vesna", "VESNA (AP) -": a place, whoever else bears its name.
  bool is_place_here(const Name& name) const {
    if (name.type != EntityType::location) return false;
    const bool is_in = name.first_token > 0 && kInPlace.of(story_.tokens[name.first_token - 1].lower_hash);
    const auto& dateline = story_.structure.dateline;
    return (dateline && dateline->span.contains(name.span)) || (is_in && is_lone(name)) || is_country(name);
  }

 private:
  // "a region of DNA", "the Flood Control and Drought Relief Headquarters, the river"
  bool is_no_place(const Name& name) const {
    constexpr std::uint32_t kMostWords = 3;  // of a place that passes for a body
    const bool is_letters =
        name.type == EntityType::misc && is_lone(name) && story_.tokens[name.first_token].has(kAllCaps);
    return is_letters || (name.type == EntityType::organization && name.end_token > name.first_token + kMostWords);
  }

  std::string_view word(std::uint32_t i) const { return story_.words(story_.tokens[i].span); }
  std::uint64_t hash(std::uint32_t i) const { return story_.tokens[i].hash; }
  bool is(std::uint32_t i, std::string_view word) const { return hash(i) == hash_word(word); }
  bool exists(std::uint32_t i) const { return i < story_.tokens.size(); }

  bool is_country(const Name& name) const {
    return !parse_country(story_, lexicon_, name.first_token, name.end_token).code.empty();
  }

  // "Muslim" of "Muslim youths" is no monthly, though one may be called so.
  bool is_creed(const Name& name) const {
    if (!is_lone(name)) return false;
    const RowRange rows = lexicon_.name_lists.find_word(story_.tokens[name.first_token].lower_hash);
    return !rows.empty() && lexicon_.name_lists.cell(rows.first, 1).find('g') != std::string_view::npos;
  }

  // "In Turnhout, a party of scouts", "the state of West Virginia, an agency".
  bool is_behind_place_word(const Name& name) const {
    std::uint32_t at = name.first_token;
    if (at > 0 && is(at - 1, "the")) --at;
    if (at == 0) return false;
    const std::uint64_t before = story_.tokens[at - 1].lower_hash;
    return kInPlace.of(before) || before == hash_word("of") || before == hash_word(",");
  }

  std::optional<EntityType> told_by_words(const Name& name) const {
    if (exists(name.end_token) && is(name.end_token, ",")) {
      const std::optional<EntityType> type = kind_behind_comma(name);
      const bool is_town =
          type == EntityType::organization && name.type == EntityType::location && is_behind_place_word(name);
      if (type && !is_town) return type;
      if (is_aged(name)) return EntityType::person;
      if (is_which(name)) return EntityType::organization;
    }
    if (is_of_place(name) || has_place_noun_behind(name)) return EntityType::location;
    if (name.type == EntityType::organization) return {};
    const bool is_body = has_group_in_front(name) || is_other_name(name) || has_chairman_behind(name) ||
                         belongs_to_body(name) || has_firm_mark(story_, lexicon_, name);
    return is_body ? std::optional(EntityType::organization) : std::nullopt;
  }

  // What the noun at `i` beside a name says that it is.
  std::optional<EntityType> kind_of_noun(std::uint32_t i, const Name& name) const {
    if (story_.tokens[i].has(kCapitalized)) return {};
    const RowRange rows = lexicon_.kind_nouns.find_word(hash(i));
    if (rows.empty() || (is(i, "tank") && (i == 0 || !is(i - 1, "think")))) return {};
    const std::string_view kind = lexicon_.kind_nouns.cell(rows.first, 1);
    if (kind == "location") return EntityType::location;
    if (kind == "business" && name.type == EntityType::person) return {};
    return EntityType::organization;
  }

  bool closes(std::uint32_t i) const {
    static constexpr auto kMarks = word_list({",", ".", ";", ")", ":", "--", "—", "–", "-"});
    return exists(i) && kMarks.of(hash(i));
  }

  // What a noun phrase ends before; no "and": "Roe, a former brokerage and credit card executive".
  bool ends_phrase(std::uint32_t i) const {
    static constexpr auto kWords =
        word_list({"about",   "along",   "at",     "backed",       "based",  "behind",  "between", "by",   "called",
                   "close",   "created", "east",   "for",          "formed", "founded", "from",    "in",   "inside",
                   "known",   "led",     "linked", "made",         "near",   "north",   "not",     "of",   "on",
                   "opposed", "outside", "owned",  "representing", "run",    "set",     "south",   "that", "to",
                   "under",   "west",    "where",  "which",        "who",    "whose",   "with"});
    return closes(i) || (exists(i) && (kWords.of(hash(i)) || is(i, "(")));
  }

  // "Vesna, a human rights group, said", "Vesna, the village where"
  std::optional<EntityType> kind_behind_comma(const Name& name) const {
    static constexpr auto kArticles = word_list({"a", "an", "the"});
    const std::uint32_t first = name.end_token + 1;
    if (!exists(first + 1) || !kArticles.of(hash(first))) return {};
    std::uint32_t end = first + 1;
    while (end <= first + kMaxModifiers && exists(end) && !ends_phrase(end)) ++end;
    if (end == first + 1 || !ends_phrase(end) || is_quantity(end)) return {};
    if (end == first + 2 && is(end, "from") && is_crowd(first + 1)) return {};  // "Led by Dr. Roe, a team from Oslo"
    return kind_of_noun(end - 1, name);
  }

  bool is_crowd(std::uint32_t noun) const {
    static constexpr auto kNouns =
        word_list({"army", "band", "gang", "group", "league", "movement", "network", "party", "team", "union"});
    return kNouns.of(hash(noun));
  }

  // "a group of volunteers", "a unit of account": a noun that tells how many or how much.
  bool is_quantity(std::uint32_t of) const {
    if (!is(of, "of") || !exists(of + 1)) return false;
    const bool is_measure = is(of - 1, "unit") && !story_.tokens[of + 1].has(kCapitalized) && !is(of + 1, "the");
    return is_measure || is_crowd(of - 1);
  }

  // "Vesna Roe, 34, a teacher"
  bool is_aged(const Name& name) const {
    const std::uint32_t comma = name.end_token;
    if (!exists(comma + 3) || !is(comma + 2, ",")) return false;
    if (story_.tokens[comma - 1].has(kHasDigit) || story_.tokens[comma + 3].has(kHasDigit))
      return false;  // "Windows 95, 98, ME"
    const std::string_view age = word(comma + 1);
    if (age.size() != 2 || age[0] < '1' || age[0] > '9' || age[1] < '0' || age[1] > '9') return false;
    if (!lexicon_.gazetteer.find(story_.words(name.span)).empty()) return false;  // "Paris, 25,"
    for (std::uint32_t i = name.first_token; i < name.end_token; ++i)
      if (is_function_word(story_.tokens[i]) || is_company_suffix(story_.tokens[i], lexicon_)) return false;
    return true;
  }

  // "the village of Vesna", "the towns of Vesna and Roe"
  bool is_of_place(const Name& name) const {
    static constexpr auto kPlaces =
        word_list({"village",  "town",   "city",         "district",      "province",     "county",   "island",
                   "suburb",   "region", "neighborhood", "neighbourhood", "municipality", "township", "hamlet",
                   "villages", "towns",  "cities",       "districts",     "provinces",    "islands",  "suburbs"});
    const std::uint32_t first = name.first_token;
    return first > 2 && is(first - 1, "of") && kPlaces.of(hash(first - 2));
  }

  bool is_unknown_place(const Name& name) const {
    return name.type == EntityType::location && lexicon_.gazetteer.find(story_.words(name.span)).empty();
  }

  // "the chairman of Vesna said", "shares of Vesna", "a stake in Vesna"; not "a spokesman for Ann Roe", "of Chinese
  // firms".
  bool belongs_to_body(const Name& name) const {
    static constexpr auto kOfNobody = word_list({"spokesman", "spokeswoman", "spokesperson"});
    static constexpr auto kBehind = word_list({"said", "says", "and", "or"});
    const std::uint32_t first = name.first_token;
    if (first < 2 || name.type == EntityType::location || !exists(name.end_token)) return false;
    if (!closes(name.end_token) && !kBehind.of(hash(name.end_token))) return false;
    const std::uint64_t noun = hash(first - 2);
    if (is(first - 1, "in")) return noun == hash_word("stake");
    if (!is(first - 1, "of") && !is(first - 1, "for")) return false;
    return kHeads.of(noun) || noun == hash_word("shares") || (name.type == EntityType::misc && kOfNobody.of(noun));
  }

  // "Vesna, which floated in May, rose": no person is a "which", and what opens the sentence is all that it can stand
  // for.
  bool is_which(const Name& name) const {
    const std::uint32_t first = name.first_token, comma = name.end_token;
    if (name.type != EntityType::person || !exists(comma + 1) || !is(comma + 1, "which")) return false;
    static constexpr auto kStops = word_list({".", "?", "!", "\"", "”"});
    return first == 0 || story_.tokens[first].has(kNewlineBefore) || kStops.of(hash(first - 1));
  }

  // "in Vesna village", but "the Kurdish town": what is no person needs a preposition in front.
  bool has_place_noun_behind(const Name& name) const {
    static constexpr auto kPlaces = word_list({"village", "town", "district", "province", "county", "island", "suburb",
                                               "region", "neighborhood", "neighbourhood", "municipality", "township"});
    static constexpr auto kPrepositions = word_list({"in", "at", "from", "near", "of", "on", "to", "around"});
    if (!exists(name.end_token) || !kPlaces.of(hash(name.end_token)) || !ends_phrase(name.end_token + 1)) return false;
    return name.type == EntityType::person || (name.first_token > 0 && !is_compound(word(name.end_token - 1)) &&
                                               kPrepositions.of(story_.tokens[name.first_token - 1].lower_hash));
  }

  bool opens_with_given_name(const Name& name) const {
    return !is_lone(name) && is_given_name(story_.tokens[name.first_token], lexicon_);
  }

  // "the human rights group Vesna said", but "the group Vesna founded", "the chairman of the committee Jane Roe".
  bool has_group_in_front(const Name& name) const {
    static constexpr auto kOfPersons = word_list({"committee", "party", "team"});
    static constexpr auto kSaid = word_list({"said", "says"});
    const std::uint32_t first = name.first_token, end = name.end_token;
    if (first == 0 || !(closes(end) || (exists(end) && kSaid.of(hash(end))))) return false;
    if (story_.tokens[first].has(kNewlineBefore) || kOfPersons.of(hash(first - 1))) return false;
    return kind_of_noun(first - 1, name) == EntityType::organization && !opens_with_given_name(name) &&
           !is_plural_of_capitals(word(end - 1));
  }

  // "the army, or Vesna, said"
  bool is_other_name(const Name& name) const {
    const std::uint32_t first = name.first_token;
    return first > 3 && is(first - 1, "or") && is(first - 2, ",") && closes(name.end_token) &&
           kind_of_noun(first - 3, name) == EntityType::organization;
  }

  // "Vesna chairman Jane Roe". Events have captains as well ("Davis Cup captain"), films directors, and singers
  // managers.
  bool has_chairman_behind(const Name& name) const {
    static constexpr auto kOfClubs =
        word_list({"captain", "coach", "defender", "ex-chairman", "goalkeeper", "midfielder", "striker", "winger"});
    const std::uint32_t next = name.end_token;
    if (!exists(next + 1) || !story_.tokens[next + 1].has(kCapitalized)) return false;
    if (is_compound(word(name.end_token - 1))) return false;  // "ex-Acme chairman", "Oslo-based"
    return (kOfClubs.of(hash(next)) && (name.type == EntityType::person || is_unknown_place(name)) &&
            !opens_with_given_name(name)) ||
           (name.type != EntityType::location && kHeads.of(hash(next)));
  }

  const Story& story_;
  const Lexicon& lexicon_;
};

struct Told {
  std::uint64_t key;
  EntityType type;
  bool operator<(const Told& other) const { return key < other.key; }
};

}  // namespace

void set_told_kinds(const Story& story, const Lexicon& lexicon, std::vector<Name>& names) {
  const Reader reader(story, lexicon);
  std::vector<Told> all;
  for (Name& name : names) {
    const std::optional<EntityType> type = reader.told(name);
    const bool is_sure_firm = name.type == EntityType::organization && ends_as_firm(story, lexicon, name);
    if (is_sure_firm) all.push_back({firm_key(story, lexicon, name.first_token, name.end_token), name.type});
    if (!type || is_sure_firm) continue;
    if (name.type == EntityType::organization && type == EntityType::location)
      name.type = *type;  // a club may bear the name of its town: "Taibe, an Arab town"
    else
      all.push_back({firm_key(story, lexicon, name.first_token, name.end_token), *type});
  }
  if (all.empty()) return;
  std::stable_sort(all.begin(), all.end());
  const std::vector<std::uint64_t> surnames = full_surnames(story, names);
  const bool all_are_bodies =
      std::all_of(all.begin(), all.end(), [](const Told& told) { return told.type == EntityType::organization; });
  for (Name& name : names) {
    if (all_are_bodies && name.type == EntityType::organization) continue;
    const Told told{firm_key(story, lexicon, name.first_token, name.end_token), {}};
    const auto known = std::lower_bound(all.begin(), all.end(), told);
    if (known == all.end() || known->key != told.key) continue;
    if (known->type == EntityType::organization && reader.is_place_here(name)) continue;
    const bool is_surname = is_lone(name) && std::binary_search(surnames.begin(), surnames.end(),
                                                                story.tokens[name.first_token].lower_hash);
    if (known->type == EntityType::person || !is_surname) name.type = known->type;
  }
}

}  // namespace wirecut
