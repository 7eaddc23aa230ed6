#include "entities/join_names.h"

#include <cstdint>
#include <utility>

#include "entities/countries.h"
#include "entities/forms.h"
#include "entities/genitives.h"
#include "entities/known_parts.h"
#include "lexicon/word_map.h"

namespace wirecut {
namespace {

bool is_person(const Name& name) { return name.type == EntityType::person; }

// Between given and family name. "ten" and "van" are words of English, too: they need a given name in front.
bool is_in_persons(const Token& token) {
  static constexpr auto kParticles =
      word_list({"af", "al",  "bin", "bint", "da",  "das", "de", "del", "della", "den", "der",
                 "di", "dos", "du",  "el",   "ibn", "la",  "le", "ten", "ter",   "van", "von"});
  return kParticles.of(token.hash);
}

// Between the words of what is no person.
bool is_in_bodies(const Token& token) {
  static constexpr auto kParticles =
      word_list({"al", "das", "dei", "del", "della", "delle", "di", "do", "dos", "du", "für", "o", "pour", "ul"});
  return kParticles.of(token.hash);
}

// What a company's name ends in behind another such word: "Acme Co., Ltd."
bool is_limited(const Token& token) {
  static constexpr auto kWords = word_list({"ltd", "ltd.", "inc", "inc.", "llc", "l.l.c.", "limited", "lp", "l.p."});
  return token.has(kCapitalized) && kWords.of(token.lower_hash);
}

bool is_english(const Token& token) {
  return token.hash == hash_word("ten") || token.hash == hash_word("van") || token.hash == hash_word("den");
}

bool is_one(const Story& story, const Lexicon& lexicon, const Name& one, const Name& other) {
  const std::uint32_t at = one.end_token;
  if (other.first_token != at + 1) return false;
  if (story.tokens[at].has(kNewlineBefore) || story.tokens[at + 1].has(kNewlineBefore)) return false;
  if (!story.tokens[at].has(kSpaceBefore) || !story.tokens[at + 1].has(kSpaceBefore)) return false;
  const bool may_be_person = (is_person(one) || is_person(other)) && one.type != EntityType::location &&
                             other.type != EntityType::location && one.type != EntityType::organization &&
                             other.type != EntityType::organization;
  const bool may_join = !is_english(story.tokens[at]) || is_given_name(story.tokens[one.first_token], lexicon);
  if (may_be_person && may_join && is_in_persons(story.tokens[at])) return true;
  return is_in_bodies(story.tokens[at]);
}

EntityType joint_type(const Name& one, const Name& other, const Token& particle) {
  if (one.type == other.type) return one.type;
  if (one.type == EntityType::organization || other.type == EntityType::organization) return EntityType::organization;
  return is_in_persons(particle) ? EntityType::person : one.type;
}

// As those below: whether it left names without tokens.
bool join_at_particles(const Story& story, const Lexicon& lexicon, std::vector<Name>& names) {
  bool has_joint = false;
  for (std::size_t i = 1; i < names.size(); ++i) {
    Name& one = names[i - 1];
    Name& other = names[i];
    if (!is_one(story, lexicon, one, other)) continue;
    const EntityType type = joint_type(one, other, story.tokens[one.end_token]);
    other = make_name(story, one.first_token, other.end_token, type);
    one.end_token = one.first_token;
    has_joint = true;
  }
  return has_joint;
}

// Where the name behind a nickname begins: "Joseph “JJ” [Kinahan]", "Guy "Master Gee" [O'Brien]". 0: there is none.
std::uint32_t behind_nickname(const Story& story, const Lexicon& lexicon, const Name& given) {
  constexpr std::uint32_t kMostWords = 3;
  const auto is_mark = [&](std::uint32_t i) {
    return story.tokens[i].kind == TokenKind::quote && !story.tokens[i].has(kNewlineBefore);
  };
  const std::uint32_t open = given.end_token;
  if (!is_person(given) || !is_lone(given) || !is_given_name(story.tokens[given.first_token], lexicon)) return 0;
  if (open + 3 >= story.tokens.size() || !is_mark(open) || !story.tokens[open].has(kSpaceBefore)) return 0;
  std::uint32_t close = open + 1;
  while (close + 1 < story.tokens.size() && close <= open + kMostWords && story.tokens[close].has(kCapitalized))
    ++close;
  const bool closes =
      close > open + 1 && close + 1 < story.tokens.size() && is_mark(close) && !story.tokens[close].has(kSpaceBefore);
  const Token& next = story.tokens[close + (closes ? 1 : 0)];
  return closes && next.has(kCapitalized) && next.has(kSpaceBefore) && !next.has(kNewlineBefore) ? close + 1 : 0;
}

// The name at names[i] and those behind it that are one with a nickname between: how many of them there are besides.
std::size_t names_of_nickname(const Story& story, const Lexicon& lexicon, const std::vector<Name>& names,
                              std::size_t i) {
  const std::uint32_t last = behind_nickname(story, lexicon, names[i]);
  if (last == 0) return 0;
  std::size_t end = i + 1;
  while (end < names.size() && names[end].end_token <= last) ++end;
  return end < names.size() && is_person(names[end]) && names[end].first_token <= last ? end - i : 0;
}

// "Guy "[Master Gee" O'Brien]": what begins within the marks, behind a given name that the tagger has missed, begins
// with that.
void lengthen_by_given_name(const Story& story, const Lexicon& lexicon, std::vector<Name>& names) {
  std::uint32_t end = 0;  // of the name before
  for (Name& name : names) {
    const std::uint32_t before = std::exchange(end, name.end_token);
    if (!is_person(name) || name.first_token < before + 2) continue;
    if (story.tokens[name.first_token - 1].kind != TokenKind::quote) continue;
    const Name given = make_name(story, name.first_token - 2, name.first_token - 1, EntityType::person);
    const std::uint32_t last = behind_nickname(story, lexicon, given);
    if (last > 0 && last < name.end_token && story.tokens[given.first_token].has(kCapitalized))
      name = make_name(story, given.first_token, name.end_token, EntityType::person);
  }
}

bool join_nicknames(const Story& story, const Lexicon& lexicon, std::vector<Name>& names) {
  bool has_joint = false;
  for (std::size_t i = 0; i + 1 < names.size(); ++i) {
    const std::size_t more = names_of_nickname(story, lexicon, names, i);
    if (more == 0) continue;
    names[i + more] = make_name(story, names[i].first_token, names[i + more].end_token, EntityType::person);
    for (const std::size_t end = i + more; i < end; ++i) names[i].end_token = names[i].first_token;
    has_joint = true;
  }
  return has_joint;
}

// "Acme Co." + ", Ltd.": a second suffix of the company, cut from the front of the name behind, if it is in one.
bool join_suffixes(const Story& story, const Lexicon& lexicon, std::vector<Name>& names) {
  bool has_joint = false;
  for (std::size_t i = 0; i < names.size(); ++i) {
    Name& firm = names[i];
    const std::uint32_t suffix = firm.end_token + 1;
    if (firm.type != EntityType::organization || is_lone(firm) || suffix >= story.tokens.size()) continue;
    if (story.tokens[suffix - 1].lower_hash != hash_word(",") || story.tokens[suffix].has(kNewlineBefore)) continue;
    if (!is_company_suffix(story.tokens[suffix - 2], lexicon) || !is_limited(story.tokens[suffix])) continue;
    firm.end_token = suffix + 1;
    firm.span.end = story.tokens[suffix].span.end;
    if (i + 1 == names.size() || names[i + 1].first_token != suffix) continue;
    Name& behind = names[i + 1];
    std::uint32_t first = suffix + 1;
    if (first < behind.end_token && story.tokens[first].lower_hash == hash_word("and")) ++first;
    if (first < behind.end_token)
      behind = make_name(story, first, behind.end_token, behind.type);
    else
      behind.end_token = behind.first_token;
    has_joint = true;
  }
  return has_joint;
}

// "[King's] Lynn": where the name begins with the genitive in front of it; at its own first token where none stands
// there.
std::uint32_t begin_with_genitive(const Story& story, const Name& name) {
  const std::uint32_t first = name.first_token;
  if (first < 2) return first;
  const Token &opening = story.tokens[first - 2], &genitive = story.tokens[first - 1];
  const bool is_parted = is_genitive(story, genitive) && opening.has(kCapitalized) && !genitive.has(kNewlineBefore) &&
                         !story.tokens[first].has(kNewlineBefore);
  return is_parted ? first - 2 : first;
}

// "King" + "Lynn", "Martha's Vineyard": with a genitive behind their first word they are a place of the gazetteer.
bool join_genitives_of_places(const Story& story, const Lexicon& lexicon, std::vector<Name>& names) {
  bool has_joint = false;
  for (std::size_t i = 0; i < names.size(); ++i) {
    Name& name = names[i];
    const std::uint32_t first = begin_with_genitive(story, name);
    const bool is_within = name.end_token - name.first_token > 2 && name.type != EntityType::organization &&
                           is_genitive(story, story.tokens[name.first_token + 1]);  // not "Queen's Park", the club
    if (first == name.first_token && !is_within) continue;
    const bool has_front = i > 0 && names[i - 1].end_token > first;
    if (has_front && !is_lone(names[i - 1])) continue;
    if (lexicon.gazetteer.find(story.words({story.tokens[first].span.start, name.span.end})).empty()) continue;
    name = make_name(story, first, name.end_token, EntityType::location);
    if (!has_front) continue;
    names[i - 1].end_token = names[i - 1].first_token;
    has_joint = true;
  }
  return has_joint;
}

// "in" "The" + "Hague": the gazetteer knows the place by its article, not only as another name ("The Netherlands"). The
// first word of a sentence is written so anyway: "The Hague hearings".
void begin_with_article(const Story& story, const Lexicon& lexicon, std::vector<Name>& names) {
  for (Name& name : names) {
    if (name.type != EntityType::location || name.first_token < 2) continue;
    const Token &before = story.tokens[name.first_token - 2], &article = story.tokens[name.first_token - 1];
    if (before.kind != TokenKind::word || article.has(kNewlineBefore)) continue;
    if (article.lower_hash != hash_word("the") || !article.has(kCapitalized)) continue;
    if (story.tokens[name.first_token].has(kNewlineBefore)) continue;
    const RowRange rows = lexicon.gazetteer.find(story.words({article.span.start, name.span.end}));
    if (rows.empty() || lexicon.gazetteer.entry(rows.first).alternate) continue;
    name = make_name(story, name.first_token - 1, name.end_token, EntityType::location);
  }
}

// "Gray & Christmas": of partners, of whom the last isn't called by a given name; no firm that everybody knows.
bool is_of_partners(const Story& story, const Lexicon& lexicon, const Name& name) {
  const std::uint32_t first = name.first_token;
  if (name.type == EntityType::person) return false;  // "Simon & Garfunkel"
  if (name.end_token < first + 3 || story.words(story.tokens[first + 1].span) != "&") return false;
  const Token& last = story.tokens[first + 2];
  return !story.tokens[first].has(kAllCaps) && !is_given_name(last, lexicon) &&
         !is_listed(story, lexicon, first, first + 3) && !is_listed(story, lexicon, first, name.end_token);
}

// Whether the token may be one more of them: "Challenger", whatever the tagger takes it for, and no firm of its own, no
// country, no part of a longer name. `before` is the name that ends with it, if there is one.
bool may_be_partner(const Story& story, const Lexicon& lexicon, std::uint32_t at, const Name* before) {
  const Token& token = story.tokens[at];
  if (!token.has(kCapitalized) || token.has(kAllCaps) || token.kind != TokenKind::word) return false;
  if (is_company_suffix(token, lexicon) || !lexicon.time_words.find_word(token.lower_hash).empty()) return false;
  return (before == nullptr || is_lone(*before)) && !is_listed(story, lexicon, at, at + 1) &&
         parse_country(story, lexicon, at, at + 1).code.empty();
}

// Where the firm begins that `names[i]` ends: "consultants [Challenger, Gray & Christmas]"; at its own first token
// where it is whole. A list of two is joined by "and", and so a comma in one goes on behind: "Macy's, Barnes & Noble
// and Gap".
std::uint32_t first_partner(const Story& story, const Lexicon& lexicon, const std::vector<Name>& names, std::size_t i) {
  static constexpr auto kGoingOn = word_list({"and", "or", "&"});
  constexpr std::uint32_t kMostPartners = 6;
  const auto is_comma = [&](std::uint32_t at) { return story.words(story.tokens[at].span) == ","; };
  const std::uint32_t whole = names[i].first_token, end = names[i].end_token;
  if (!is_of_partners(story, lexicon, names[i])) return whole;
  if (end < story.tokens.size() && kGoingOn.of(story.tokens[end].hash)) return whole;
  const bool is_listed_on = end + 1 < story.tokens.size() && is_comma(end) && story.tokens[end + 1].has(kCapitalized);
  if (is_listed_on && !is_company_suffix(story.tokens[end + 1], lexicon)) return whole;
  std::uint32_t first = whole;
  for (std::uint32_t partners = 0; partners < kMostPartners && first >= 3 && is_comma(first - 1); ++partners) {
    const bool is_named = i > partners && names[i - partners - 1].end_token == first - 1;
    if (!may_be_partner(story, lexicon, first - 2, is_named ? &names[i - partners - 1] : nullptr)) return whole;
    if (!is_named && i > partners && names[i - partners - 1].end_token > first - 2) return whole;
    first -= 2;
    if (!is_named) break;  // "[Lord], Abbett & Co": names in front are counted no further
  }
  if (first == whole) return whole;
  const Token& opening = story.tokens[first - 1];
  const bool opens_list = opening.kind == TokenKind::word && !opening.has(kCapitalized) && !kGoingOn.of(opening.hash) &&
                          !story.tokens[first].has(kNewlineBefore);
  return opens_list ? first : whole;
}

// "Challenger" + ", Gray & Christmas": the partners of one firm.
bool join_partners(const Story& story, const Lexicon& lexicon, std::vector<Name>& names) {
  bool has_joint = false;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::uint32_t first = first_partner(story, lexicon, names, i);
    if (first == names[i].first_token) continue;
    for (std::size_t k = i; k > 0 && names[k - 1].first_token >= first; --k) {
      names[k - 1].end_token = names[k - 1].first_token;
      has_joint = true;
    }
    names[i] = make_name(story, first, names[i].end_token, EntityType::organization);
  }
  return has_joint;
}

}  // namespace

void join_names(const Story& story, const Lexicon& lexicon, std::vector<Name>& names) {
  const auto drop_emptied = [&] {
    std::erase_if(names, [](const Name& name) { return name.end_token == name.first_token; });
  };
  if (join_suffixes(story, lexicon, names)) drop_emptied();
  lengthen_by_given_name(story, lexicon, names);
  if (join_nicknames(story, lexicon, names)) drop_emptied();
  if (join_at_particles(story, lexicon, names)) drop_emptied();
  if (join_genitives_of_places(story, lexicon, names)) drop_emptied();
  begin_with_article(story, lexicon, names);
  if (join_partners(story, lexicon, names)) drop_emptied();
}

}  // namespace wirecut
