#include "entities/known_parts.h"

#include <algorithm>
#include <string_view>

#include "entities/countries.h"
#include "entities/credits.h"
#include "entities/firms.h"
#include "entities/forms.h"
#include "entities/genitives.h"
#include "entities/join_names.h"
#include "entities/matches.h"
#include "entities/no_names.h"
#include "entities/place_lists.h"
#include "entities/repeated_names.h"
#include "entities/split_names.h"
#include "entities/storms.h"
#include "entities/told_kinds.h"
#include "lexicon/first_not.h"
#include "lexicon/word_map.h"
#include "lexicon/word_use.h"

namespace wirecut {
namespace {

// The span of `words` in `part`, from `from` on; empty where they don't stand there.
Span find_words(const Story& story, Span part, std::uint32_t from, std::string_view words) {
  const std::string_view text = std::string_view(story.text).substr(0, part.end);
  const std::size_t at = words.empty() ? std::string_view::npos : text.find(words, std::max(part.start, from));
  if (at == std::string_view::npos) return {};
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
}

// Puts a name of `type` over `span`, in place of those it touches. Nothing happens where no tokens begin and end with
// the span, or where the tagger says the same.
void set_name(const Story& story, Span span, EntityType type, std::vector<Name>& names) {
  const auto first =
      story.tokens.begin() + static_cast<std::ptrdiff_t>(first_not(
                                 story.tokens, [&](const Token& token) { return token.span.start < span.start; }));
  auto last = first;
  while (last != story.tokens.end() && last->span.end < span.end) ++last;
  if (last == story.tokens.end() || first->span.start != span.start || last->span.end != span.end) return;
  const auto begin = names.begin() + static_cast<std::ptrdiff_t>(first_not(
                                         names, [&](const Name& name) { return name.span.end <= span.start; }));
  auto end = begin;
  while (end != names.end() && end->span.start < span.end) ++end;
  if (end - begin == 1 && begin->span == span && begin->type == type) return;
  const auto first_token = static_cast<std::uint32_t>(first - story.tokens.begin());
  const auto end_token = static_cast<std::uint32_t>(last - story.tokens.begin()) + 1;
  names.insert(names.erase(begin, end), make_name(story, first_token, end_token, type));
}

bool is_month(const Token& token, const Lexicon& lexicon) {
  return has_use(lexicon.time_words, token.lower_hash, "month");
}

// Is its place one, whatever the tagger thinks? "SUVA - The" may be a team's name to it.
bool is_sure(const Dateline& dateline) {
  if (dateline.country.empty()) return dateline.date && !dateline.agency.empty();
  if (dateline.date || !dateline.agency.empty()) return true;
  // Without either, nothing but a town in capitals, and no colon: that may be a speaker's.
  const auto is_lower = [](char c) { return c >= 'a' && c <= 'z'; };
  return dateline.span.size() == dateline.place.size() &&
         std::none_of(dateline.place.begin(), dateline.place.end(), is_lower);
}

// "SAN FRANCISCO/SEOUL (Reuters)", "Detroit, MI (AP)": what stands behind the dateline's town is a place as well, but
// for the agency, an organization.
void set_places_behind(const Story& story, const Lexicon& lexicon, Span rest, std::string_view agency,
                       std::vector<Name>& names) {
  const std::string_view words = story.words(rest);
  std::erase_if(names, [&](const Name& name) {
    return rest.contains(name.span) && is_lone(name) && is_month(story.tokens[name.first_token], lexicon);
  });
  for (std::size_t at = 0, end = 0; words.substr(at).starts_with('/'); at = end) {
    end = std::min(words.find_first_of("/,(", at + 1), words.size());
    const auto last = static_cast<std::uint32_t>(words.find_last_not_of(' ', end - 1)) + 1;
    if (last > at + 1)
      set_name(story, {rest.start + static_cast<std::uint32_t>(at) + 1, rest.start + last}, EntityType::location,
               names);
  }
  const Span mark = find_words(story, rest, 0, agency);
  for (Name& name : names) {
    if (name.span.start >= rest.end) break;
    if (rest.contains(name.span))
      name.type = mark.contains(name.span) ? EntityType::organization : EntityType::location;
  }
}

bool opens_with_by(std::string_view text) {
  return text.size() > 3 && (text[0] == 'B' || text[0] == 'b') && (text[1] == 'Y' || text[1] == 'y') && text[2] == ' ';
}

// A name of another kind is part of the author's words: "By European Technology". One that is all of them, or reaches
// beyond them, was read or cut wrongly: "By STAN CHOE", "STAN CHOE AP".
bool is_doubtful_author(Span span, const std::vector<Name>& names) {
  return std::any_of(names.begin(), names.end(), [&](const Name& name) {
    return name.type != EntityType::person && span.contains(name.span) && name.span != span;
  });
}

// "R-Ohio", "D-Calif.": an American politician's party and state.
bool is_party(std::string_view word) {
  return word.size() > 3 && std::string_view("DRI").find(word[0]) != std::string_view::npos && word[1] == '-' &&
         word[2] >= 'A' && word[2] <= 'Z';
}

// "Jane Roe, M.D., Ph.D.", "Jane Roe, R-Ohio": degrees and the party behind a person's name.
void drop_name_suffixes(const Story& story, const Lexicon& lexicon, std::vector<Name>& names) {
  const auto word = [&](std::uint32_t i) { return story.words(story.tokens[i].span); };
  const auto is_comma = [&](std::uint32_t i) { return word(i) == ","; };
  const auto is_suffix = [&](const Name& name) {
    for (std::uint32_t i = name.first_token; i < name.end_token; ++i)
      if (!is_comma(i) && !is_degree(story.tokens[i], lexicon)) return is_party(word(name.first_token));
    return true;
  };
  std::uint32_t behind = 0;  // the token behind the last person and what belongs to him
  std::erase_if(names, [&](const Name& name) {
    // What the tagger has taken for no name: "Jane Roe, MD, OBE".
    while (behind > 0 && behind + 1 < name.first_token && is_comma(behind) &&
           is_degree(story.tokens[behind + 1], lexicon))
      behind += 2;
    const bool is_behind_person =
        behind > 0 && name.first_token == behind + 1 && (is_comma(behind) || word(behind) == "(");
    const bool drops = is_behind_person && is_suffix(name);
    behind = drops || name.type == EntityType::person ? name.end_token : 0;
    return drops;
  });
}

// "Acme Chief" of "Acme Chief Executive Jane Roe": a title begins there.
void cut_chief(const Story& story, std::vector<Name>& names) {
  static constexpr auto kOffices = word_list({"executive", "financial", "operating", "investment", "technology",
                                              "information", "marketing", "economist", "of"});
  std::erase_if(names, [&](Name& name) {
    if (story.tokens[name.end_token - 1].lower_hash != hash_word("chief") || name.end_token >= story.tokens.size() ||
        !kOffices.of(story.tokens[name.end_token].lower_hash))
      return false;
    if (is_lone(name)) return true;
    --name.end_token;
    name.span.end = story.tokens[name.end_token - 1].span.end;
    return false;
  });
}

// "Liberal MP" of "Liberal MP Jane Roe": whom a party has sent is no part of its name.
void cut_members(const Story& story, std::vector<Name>& names) {
  static constexpr auto kMembers = word_list({"MP", "MPs", "MPA", "MNA", "MLA", "MLC", "MEP", "MEPs", "MSP", "TD"});
  for (Name& name : names) {
    if (name.type != EntityType::organization || is_lone(name)) continue;
    if (!kMembers.of(story.tokens[name.end_token - 1].hash)) continue;
    --name.end_token;
    name.span.end = story.tokens[name.end_token - 1].span.end;
  }
}

// "Santiago Roe Jr.": what the tagger takes for a thing.
void set_juniors(const Story& story, const Lexicon& lexicon, std::vector<Name>& names) {
  for (Name& name : names)
    if (name.type == EntityType::misc && name.end_token - name.first_token > 2 &&
        story.tokens[name.end_token - 1].has(kAbbreviation) &&
        has_use(lexicon.name_suffixes, story.tokens[name.end_token - 1].lower_hash, "generation"))
      name.type = EntityType::person;
}

// "Czech", "North American", "Gulf Arab": of a country or a part of the world, and no place; but for "the Antarctic".
bool is_adjective_of_place(const Story& story, const Lexicon& lexicon, const Name& name) {
  static constexpr auto kOfContinents = word_list({"african", "american", "arab", "asian", "european"});
  if (is_lone(name)) {
    const CountryWords country = parse_country(story, lexicon, name.first_token, name.end_token);
    return !country.code.empty() && !country.is_name && country.code != "AQ";
  }
  const std::uint64_t first = story.tokens[name.first_token].lower_hash;
  const std::uint64_t last = story.tokens[name.end_token - 1].lower_hash;
  if (name.end_token != name.first_token + 2) return false;
  return kOfContinents.of(last) || (first == hash_word("middle") && last == hash_word("eastern"));
}

// "the Belarusian", "a Scot", "the Democrat": what the tagger takes for a person's name, or a party's.
void set_demonyms(const Story& story, const Lexicon& lexicon, std::vector<Name>& names) {
  static constexpr auto kArticles = word_list({"the", "a", "an"});
  for (Name& name : names) {
    if (name.type == EntityType::location && is_adjective_of_place(story, lexicon, name)) name.type = EntityType::misc;
    const bool may_be = name.type == EntityType::person || name.type == EntityType::organization;
    if (!may_be || !is_lone(name) || name.first_token == 0) continue;
    if (!kArticles.of(story.tokens[name.first_token - 1].lower_hash)) continue;
    const CountryWords country = parse_country(story, lexicon, name.first_token, name.end_token);
    const bool is_demonym = name.type == EntityType::person && !country.code.empty() && !country.is_name;
    const bool goes_on =
        name.end_token < story.tokens.size() && (story.tokens[name.end_token].has(kCapitalized) ||
                                                 story.tokens[name.end_token].lower_hash == hash_word("party"));
    const bool is_partisan = has_use(lexicon.speaker_nouns, story.tokens[name.first_token].lower_hash, "partisan");
    if (is_demonym || (is_partisan && !goes_on)) name.type = EntityType::misc;
  }
}

// What tells surnames apart: of a word's hash all but the last three bits, where its use stands beside it.
constexpr std::uint64_t kUseBits = 7;
std::uint64_t surname_key(const Token& word) { return word.lower_hash & ~kUseBits; }

// `doubtful`: a lone body that no list knows, and which is no firm by its first word where the story has none (`body`).
enum Use : std::uint64_t { full, person, doubtful, other, body, kUses };

Use use_of(const Story& story, const Lexicon& lexicon, const Name& name) {
  if (name.type == EntityType::person) return is_lone(name) ? person : full;
  const bool is_unlisted = name.type == EntityType::organization && !story.tokens[name.first_token].has(kAllCaps) &&
                           !is_listed(story, lexicon, name.first_token, name.end_token);
  return is_unlisted ? doubtful : other;
}

// Keys of the words that are surnames of persons named in full, and stand alone for persons at least as often as for
// anything else; sorted.
std::vector<std::uint64_t> surnames_of(const Story& story, const Lexicon& lexicon, const std::vector<Name>& names) {
  std::vector<std::uint64_t> uses;  // keys, each with its use
  uses.reserve(names.size());
  for (const Name& name : names) {
    if (name.type == EntityType::person || is_lone(name))
      uses.push_back(surname_key(story.tokens[name.end_token - 1]) | use_of(story, lexicon, name));
    else if (name.type == EntityType::organization)
      uses.push_back(surname_key(story.tokens[name.first_token]) | body);
    // "in June Comelf said": maybe nobody's name
    if (name.type == EntityType::person && !is_lone(name) && is_month(story.tokens[name.first_token], lexicon))
      uses.push_back(surname_key(story.tokens[name.end_token - 1]) | body);
  }
  std::sort(uses.begin(), uses.end());
  std::vector<std::uint64_t> surnames;
  for (std::size_t i = 0; i < uses.size();) {
    std::size_t counts[kUses] = {};
    const std::uint64_t word = uses[i] & ~kUseBits;
    for (; i < uses.size() && (uses[i] & ~kUseBits) == word; ++i) ++counts[uses[i] & kUseBits];
    const std::size_t others = counts[other] + (counts[body] > 0 ? counts[doubtful] : 0);
    if (counts[full] > 0 && counts[other] + counts[doubtful] > 0 && counts[person] >= others) surnames.push_back(word);
  }
  return surnames;
}

// "in March", "last March", "March 3", "May and June": the month, whoever bears its name.
bool is_told_as_month(const Story& story, const Lexicon& lexicon, std::uint32_t at) {
  static constexpr auto kTimeWords = word_list(
      {"in",  "of",     "since", "until", "till", "by",   "from", "to",    "through", "between", "during", "on",
       "for", "before", "after", "last",  "next", "this", "late", "early", "mid",     "each",    "every",  "past"});
  const auto is_number = [&](std::uint32_t i) { return story.tokens[i].has(kHasDigit); };
  const std::uint32_t before = at > 0 && story.tokens[at - 1].lower_hash == hash_word("and") ? at - 1 : at;
  if (before > 0 && (is_month(story.tokens[before - 1], lexicon) || is_number(before - 1))) return true;
  if (before == at && at > 0 && kTimeWords.of(story.tokens[at - 1].lower_hash)) return true;
  return at + 1 < story.tokens.size() && is_number(at + 1);
}

// Months that are the surname of a person named in full, where they are told as no month: "said March" of a story about
// Piggy March.
void add_surnames_like_months(const Story& story, const Lexicon& lexicon, std::vector<Name>& names) {
  std::vector<std::uint64_t> surnames;  // hashes of the forms
  for (const Name& name : names)
    if (name.type == EntityType::person && !is_lone(name) && is_month(story.tokens[name.end_token - 1], lexicon))
      surnames.push_back(story.tokens[name.end_token - 1].hash);
  if (surnames.empty()) return;
  std::sort(surnames.begin(), surnames.end());
  surnames.erase(std::unique(surnames.begin(), surnames.end()), surnames.end());
  std::vector<Name> found;
  std::size_t name = 0;
  for (std::uint32_t i = 0; i < story.tokens.size(); ++i) {
    while (name < names.size() && names[name].end_token <= i) ++name;
    if (name < names.size() && names[name].first_token <= i) continue;
    if (std::binary_search(surnames.begin(), surnames.end(), story.tokens[i].hash) &&
        !is_told_as_month(story, lexicon, i))
      found.push_back(make_name(story, i, i + 1, EntityType::person));
  }
  const auto middle = names.insert(names.end(), found.begin(), found.end());
  std::inplace_merge(names.begin(), middle, names.end(),
                     [](const Name& a, const Name& b) { return a.first_token < b.first_token; });
}

void follow_surnames(const Story& story, const Lexicon& lexicon, std::vector<Name>& names) {
  const std::vector<std::uint64_t> surnames = surnames_of(story, lexicon, names);
  if (surnames.empty()) return;
  for (Name& name : names)
    if (is_lone(name) &&
        std::binary_search(surnames.begin(), surnames.end(), surname_key(story.tokens[name.first_token])))
      name.type = EntityType::person;
}

}  // namespace

Name make_name(const Story& story, std::uint32_t first_token, std::uint32_t end_token, EntityType type) {
  Name name;
  name.span = {story.tokens[first_token].span.start, story.tokens[end_token - 1].span.end};
  name.first_token = first_token;
  name.end_token = end_token;
  name.type = type;
  name.confidence = 1;
  return name;
}

void add_names(const std::vector<Name>& more, std::vector<Name>& names) {
  if (more.empty()) return;
  const auto before = static_cast<std::ptrdiff_t>(names.size());
  names.insert(names.end(), more.begin(), more.end());
  std::inplace_merge(names.begin(), names.begin() + before, names.end(),
                     [](const Name& a, const Name& b) { return a.first_token < b.first_token; });
}

std::vector<std::uint64_t> full_surnames(const Story& story, const std::vector<Name>& names) {
  std::vector<std::uint64_t> surnames;
  for (const Name& name : names)
    if (name.type == EntityType::person && !is_lone(name))
      surnames.push_back(story.tokens[name.end_token - 1].lower_hash);
  std::sort(surnames.begin(), surnames.end());
  return surnames;
}

void correct_names(const Story& story, const Lexicon& lexicon, std::vector<Name>& names) {
  drop_credit_words(story, names);
  for (const Name& name : find_credited(story, lexicon)) set_name(story, name.span, name.type, names);
  drop_no_names(story, lexicon, names);
  cut_chief(story, names);
  cut_members(story, names);
  set_juniors(story, lexicon, names);
  set_demonyms(story, lexicon, names);
  drop_name_suffixes(story, lexicon, names);
  const auto& byline = story.structure.byline;
  if (byline && opens_with_by(std::string_view(story.text).substr(byline->span.start))) {
    std::uint32_t from = 0;
    for (std::string_view author : byline->authors) {
      author = author.substr(0, author.find(", "));  // "Jane Roe, PhD"
      const Span span = find_words(story, byline->span, from, author);
      if (span.empty()) continue;
      if (!is_doubtful_author(span, names)) set_name(story, span, EntityType::person, names);
      from = span.end;
    }
  }
  const auto& dateline = story.structure.dateline;
  if (dateline && is_sure(*dateline) && dateline->place != "UNITED NATIONS") {
    const Span span = find_words(story, dateline->span, 0, dateline->place);
    if (!span.empty()) set_name(story, span, EntityType::location, names);
    if (!span.empty()) set_places_behind(story, lexicon, {span.end, dateline->span.end}, dateline->agency, names);
  }
  join_names(story, lexicon, names);
  split_names(story, lexicon, names);
  set_storms(story, lexicon, names);
  set_firms(story, lexicon, names);
  set_told_kinds(story, lexicon, names);
  set_sides(story, lexicon, names);
  set_known_places(story, lexicon, names);
  set_seats(story, lexicon, names);
  set_listed_places(story, lexicon, names);
  mend_genitives(story, lexicon, names);
  follow_surnames(story, lexicon, names);
  add_surnames_like_months(story, lexicon, names);
  add_repeated_names(story, lexicon, names);
}

}  // namespace wirecut
