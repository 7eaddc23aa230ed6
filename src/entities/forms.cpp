#include "entities/forms.h"

#include <algorithm>
#include <array>

#include "entities/genitives.h"
#include "lexicon/hash.h"
#include "lexicon/prefetch_names.h"
#include "lexicon/word_map.h"
#include "lexicon/word_use.h"

namespace wirecut {
namespace {

constexpr std::size_t kMaxWord = 64;  // no acronym is longer

// "Mr", ranks in the British short form, and what ends in a full stop; a bare "Major" or "Don" may be a given name.
bool is_sure_title(std::string_view word, const Token& token, const Lexicon& lexicon) {
  static constexpr auto kWithoutStop =
      word_list({"Mr",   "Mrs", "Ms", "Dr",  "MR",  "MRS", "MS",  "DR",  "Det", "Insp", "Sgt",
                 "Supt", "Cpl", "PC", "DCI", "DSP", "ASI", "SSP", "SHO", "MPA", "MNA"});
  if (kWithoutStop.of(token.hash)) return true;
  return word.ends_with('.') && word.size() > 2 && !lexicon.titles.find_word(token.lower_hash).empty();
}

// Behind the title that opens a person's name, or has begun a word before it: "Tan Sri Lim Poe", "Datuk [Seri Lim
// Poe]", "Det [Con Ann Poe]". Some of the name, which ends at token `end`, must be left.
std::uint32_t end_of_address(const Story& story, std::uint32_t first, std::uint32_t end, const Lexicon& lexicon) {
  const bool may_open_before =
      first > 0 && story.tokens[first - 1].has(kCapitalized) && !story.tokens[first].has(kNewlineBefore);
  for (std::uint32_t from = may_open_before ? first - 1 : first; from <= first; ++from) {
    const PhraseMatch match = find_longest(lexicon.titles, story.tokens, from, std::max(from + 1, end) - 1,
                                           [](const Token& token) { return token.lower_hash; });
    if (match.rows.empty() || match.end_token <= first || !story.tokens[first].has(kCapitalized)) continue;
    const std::string_view kind = lexicon.titles.cell(match.rows.first, kTitleKind);
    if (kind == "address" || (kind != "honorific" && match.end_token - from > 1)) return match.end_token;
  }
  return first;
}

// "Prince Omar bin Poe", "CM Arun Kumar Poe" (a chief minister), "Rookie Jane Poe", "Treasurer Jane Poe", where no
// given name ("Dean Jane Poe") opens a full name.
bool is_role_of_full_name(const Story& story, std::uint32_t first, std::uint32_t end, const Lexicon& lexicon) {
  if (end < first + 3) return false;
  if (is_regnal(story.tokens[first]) || story.tokens[first].hash == hash_word("CM")) return true;
  const std::uint64_t word = story.tokens[first].lower_hash;
  const RowRange rows = lexicon.titles.find_word(word);
  return !rows.empty() && lexicon.titles.cell(rows.first, kTitleKind) != "honorific" &&
         !is_given_name(story.tokens[first], lexicon);
}

bool is_generation(const Token& token, const Lexicon& lexicon) {
  return token.has(kCapitalized) && has_use(lexicon.name_suffixes, token.lower_hash, "generation");
}

// The length of what a wire puts in front of its headlines, "Soccer-" or "Olympics-Judo-" in "Soccer-Roe out for a
// month"; 0 of "Soccer-mad".
std::uint32_t slug_size(std::string_view word) {
  static constexpr auto kSlugs = word_list(
      {"athletics",  "badminton", "baseball",   "basketball", "boxing",       "cricket", "cycling",  "golf",
       "gymnastics", "judo",      "mlb",        "motor",      "motorcycling", "nba",     "nfl",      "nhl",
       "olympics",   "rowing",    "rugby",      "sailing",    "skiing",       "soccer",  "swimming", "tennis",
       "wrestling",  "analysis",  "chronology", "corrected",  "exclusive",    "factbox", "insight",  "newsmaker",
       "preview",    "profile",   "refile",     "timeline",   "wrapup"});
  std::size_t size = 0;
  for (std::size_t dash; (dash = word.find('-', size)) != std::string_view::npos && dash + 1 < word.size();) {
    const bool goes_on = word[dash + 1] >= 'A' && word[dash + 1] <= 'Z';
    if (!goes_on || !kSlugs.of(lower_hash(word.substr(size, dash - size)))) break;
    size = dash + 1;
  }
  return static_cast<std::uint32_t>(size);
}

// The length of "1-" in the seeded player "1-Serena Roe"; 0 of "8-K" and "10-year".
std::uint32_t seed_size(std::string_view word) {
  const std::size_t digits = std::min(word.find_first_not_of("0123456789"), word.size());
  const auto is_lower = [&](std::size_t at) { return word[at] >= 'a' && word[at] <= 'z'; };
  const bool seeded =
      digits > 0 && digits + 2 < word.size() && word[digits] == '-' && !is_lower(digits + 1) && is_lower(digits + 2);
  return seeded ? static_cast<std::uint32_t>(digits) + 1 : 0;
}

// What stands before a name in its first token; a slug opens its line.
std::uint32_t front_size(std::string_view word, const Token& token) {
  if (token.has(kHasDigit)) return seed_size(word);
  const bool opens_line = token.has(kNewlineBefore) || token.span.start == 0;
  return opens_line && token.has(kHasHyphen) && token.has(kCapitalized) ? slug_size(word) : 0;
}

NameCore make_core(const Story& story, const Name& name, const Lexicon& lexicon) {
  NameCore core;
  core.first_token = name.first_token;
  core.end_token = core.end_key = name.end_token;
  const auto word = [&](std::uint32_t i) { return story.words(story.tokens[i].span); };
  // A company may be called "Macy's": there the tagger has taken it in on purpose.
  const bool may_own = name.type == EntityType::person || name.type == EntityType::location;
  if (name.type == EntityType::person && core.end_token > core.first_token + 1 &&
      word(core.end_token - 1).starts_with('@'))
    --core.end_token;                   // "Jane Roe @janeroe"
  if (name.type == EntityType::person)  // "Jane Roe MD"
    while (core.end_token > core.first_token + 1 && is_degree(story.tokens[core.end_token - 1], lexicon))
      --core.end_token;
  while (may_own && core.end_token > core.first_token + 1 && is_genitive(story, story.tokens[core.end_token - 1]))
    --core.end_token;
  if (name.type == EntityType::person)
    core.first_token = end_of_address(story, core.first_token, core.end_token, lexicon);
  if (name.type == EntityType::person)
    while (core.first_token + 1 < core.end_token &&
           is_sure_title(word(core.first_token), story.tokens[core.first_token], lexicon))
      ++core.first_token;
  if (name.type == EntityType::person && is_role_of_full_name(story, core.first_token, core.end_token, lexicon))
    ++core.first_token;
  core.seed = front_size(word(core.first_token), story.tokens[core.first_token]);
  if (name.type != EntityType::person && story.tokens[core.first_token].has(kHasDigit)) core.seed = 0;
  core.end_key = core.end_token;
  std::uint32_t first_key = core.first_token;
  std::uint64_t generation = 0;  // "Donald Moss Jr." is not "Donald Moss"
  if (name.type == EntityType::person)
    while (core.end_key > core.first_token + 1 &&
           (is_generation(story.tokens[core.end_key - 1], lexicon) || word(core.end_key - 1) == ","))
      generation = story.tokens[--core.end_key].lower_hash;
  if (name.type == EntityType::organization) {
    while (core.end_key > core.first_token + 1 && is_company_suffix(story.tokens[core.end_key - 1], lexicon))
      --core.end_key;
    while (core.end_key > core.first_token + 1 && (word(core.end_key - 1) == "&" || word(core.end_key - 1) == ","))
      --core.end_key;
  }
  if (name.type == EntityType::organization || name.type == EntityType::location)  // "The Hague" is "Hague"
    if (core.end_key > first_key + 1 && story.tokens[first_key].lower_hash == hash_word("the")) ++first_key;
  for (std::uint32_t i = first_key; i < core.end_key; ++i)
    core.key = hash_chain(core.key, word_key(story, story.tokens[i]));
  if (generation != 0) core.key = hash_chain(core.key, generation);
  return core;
}

}  // namespace

std::uint64_t word_key(const Story& story, const Token& token) {
  const std::string_view word = story.words(token.span);
  const std::uint32_t seed = front_size(word, token);
  if (word.size() < 3 || word.size() > kMaxWord || (seed == 0 && word.find('.') == std::string_view::npos))
    return token.lower_hash;
  std::array<char, kMaxWord> plain;
  std::size_t n = 0;
  for (char c : word.substr(seed))
    if (c != '.') plain[n++] = to_lower(c);
  return hash_word({plain.data(), n});
}

std::uint64_t firm_key(const Story& story, const Lexicon& lexicon, std::uint32_t first, std::uint32_t end) {
  while (end > first + 1 && is_company_suffix(story.tokens[end - 1], lexicon)) --end;
  std::uint64_t key = 0;
  for (std::uint32_t i = first; i < end; ++i) key = hash_chain(key, word_key(story, story.tokens[i]));
  return key;
}

std::string_view without_article(std::string_view word) {
  if (word.size() < 5 || word[2] != '-') return word;
  const char a = word[0], b = word[1];
  const bool article = ((a == 'a' || a == 'A') && std::string_view("lnrstdz").find(b) != std::string_view::npos) ||
                       ((a == 'e' || a == 'E') && b == 'l');
  return article ? word.substr(3) : word;
}

bool is_function_word(const Token& token) {
  static constexpr auto kWords = word_list(
      {"of", "for", "and", "the", "in", "on", "at", "to", "de", "la", "du", "des", "&", "et", "y", "del", "against"});
  return kWords.of(token.hash);
}

bool is_regnal(const Token& token) {
  static constexpr auto kWords = word_list({"Pope", "King", "Queen", "Prince", "Princess", "Emperor", "Empress"});
  return kWords.of(token.hash);
}

bool is_degree(const Token& token, const Lexicon& lexicon) {
  if (!token.has(kCapitalized)) return false;
  const bool has_form = token.has(kAllCaps) || token.has(kAbbreviation) || token.hash == hash_word("PhD");
  return has_form && (has_use(lexicon.name_suffixes, token.lower_hash, "degree") ||
                      has_use(lexicon.name_suffixes, token.lower_hash, "honour"));
}

bool is_given_name(const Token& token, const Lexicon& lexicon) {
  return !lexicon.given_names.find_word(token.lower_hash).empty() ||
         !lexicon.given_name_genders.find_word(token.lower_hash).empty();
}

bool is_compound(std::string_view word) {
  const std::size_t hyphen = word.find('-');
  if (hyphen == std::string_view::npos || hyphen + 1 >= word.size()) return false;
  return word.starts_with("ex-") || (word[hyphen + 1] >= 'a' && word[hyphen + 1] <= 'z');
}

bool is_plural_of_capitals(std::string_view word) {
  return word.size() > 2 && word.back() == 's' && word[word.size() - 2] >= 'A' && word[word.size() - 2] <= 'Z';
}

bool is_company_suffix(const Token& token, const Lexicon& lexicon) {
  return has_use(lexicon.organization_words, token.lower_hash, "suffix");
}
bool is_institution(const Token& token, const Lexicon& lexicon) {
  return has_use(lexicon.organization_words, token.lower_hash, "institution");
}

bool is_listed(const Story& story, const Lexicon& lexicon, std::uint32_t first, std::uint32_t end,
               std::string_view kinds) {
  const PhraseMatch match =
      find_longest(lexicon.name_lists, story.tokens, first, end, [](const Token& word) { return word.lower_hash; });
  return match.end_token == end && !match.rows.empty() &&
         lexicon.name_lists.cell(match.rows.first, 1).find_first_of(kinds) != std::string_view::npos;
}

std::vector<NameCore> make_cores(const Story& story, const Lexicon& lexicon) {
  std::vector<NameCore> cores;
  cores.reserve(story.names.size());
  for (std::size_t i = 0; i < story.names.size(); ++i) {
    prefetch_names_behind(story, i);
    cores.push_back(make_core(story, story.names[i], lexicon));
  }
  return cores;
}

}  // namespace wirecut
