// All is told by the words beside the abbreviation: an hour goes on with a day, a zone or what it describes, a firm
// with its kind, its code or who bears a title there. What these lists don't know is taken for a sentence of its own:
// "He works for Acme Inc. Analysts said so." A firm's name in front of a title is no better sign than that: "Research
// in Motion Ltd. Oppenheimer analyst Ann Roe called it strong."

#include "tokens/abbreviation_ends.h"

#include "lexicon/word_map.h"
#include "lexicon/word_use.h"

namespace wirecut {
namespace {

// Beside an hour or a firm that an abbreviation ends.
enum class Beside : std::uint8_t {
  none,
  opens_hour,  // in front, with a capital, the sentence opens with the hour: "At about 7 a.m. Roe left."
  with_hour,   // goes on with it: "9:30 a.m. Eastern"
  with_firm,   // "Acme Corp. Vice Chairman Ann Roe", "Acme Inc. Class A shares"
};

constexpr WordRow<Beside> kBesideRows[] = {
    {"about", Beside::opens_hour},    {"after", Beside::opens_hour},        {"around", Beside::opens_hour},
    {"as", Beside::opens_hour},       {"at", Beside::opens_hour},           {"before", Beside::opens_hour},
    {"by", Beside::opens_hour},       {"from", Beside::opens_hour},         {"shortly", Beside::opens_hour},
    {"since", Beside::opens_hour},    {"until", Beside::opens_hour},        {"central", Beside::with_hour},
    {"eastern", Beside::with_hour},   {"mountain", Beside::with_hour},      {"pacific", Beside::with_hour},
    {"board", Beside::with_firm},     {"class", Beside::with_firm},         {"deputy", Beside::with_firm},
    {"executive", Beside::with_firm}, {"international", Beside::with_firm}, {"managing", Beside::with_firm},
    {"senior", Beside::with_firm},    {"vice", Beside::with_firm},
};
constexpr WordMap kBeside(kBesideRows);

bool is_day(const TokenView& view, const Token& token) {
  return has_use(view.lexicon.time_words, token.lower_hash, "weekday") ||
         has_use(view.lexicon.time_words, token.lower_hash, "month");
}

// "the 7 p.m. Mass", "on an 8 a.m. Delta flight", "the 6 p.m. EST Amtrak train"
bool describes_with_hour(const TokenView& view, std::uint32_t stop) {
  static constexpr auto kArticles = word_list({"a", "an", "the"});
  constexpr std::uint32_t kMostWords = 3;
  for (std::uint32_t at = stop; at > 0 && stop - at < kMostWords; --at) {
    const Token& token = view.tokens[at - 1];
    if (kArticles.of(token.lower_hash)) return true;
    if (token.kind != TokenKind::number && abbreviation_kind(view, token) != "hour") return false;
  }
  return false;
}

// "Christmas Eve", "New Year's Day"
bool opens_holiday(const TokenView& view, std::uint32_t i) {
  constexpr std::uint32_t kMostWords = 4;
  std::uint64_t chain = 0;
  for (std::uint32_t at = i; at < view.tokens.size() && at - i < kMostWords; ++at) {
    chain = hash_phrase(chain, view.tokens[at].lower_hash);
    if (!view.lexicon.holidays.step(chain).rows.empty()) return true;
  }
  return false;
}

// "ACM.A", which is no code of the markets today
bool has_letter_glued(const TokenView& view, std::uint32_t i) {
  return i + 2 < view.tokens.size() && view.tokens[i].has(kAllCaps) && view.first_byte(view.tokens[i + 1]) == '.' &&
         !view.tokens[i + 1].has(kSpaceBefore) && !view.tokens[i + 2].has(kSpaceBefore) &&
         view.tokens[i + 2].has(kCapitalized);
}

// "Human Resources Director Ann Roe", "Studios head Ann Roe": words with a capital, and then a role that nobody has but
// within a firm; not "Research in Motion Ltd. Oppenheimer analyst Ann Roe".
bool leads_to_role(const TokenView& view, std::uint32_t i) {
  static constexpr auto kRoles = word_list({"director", "head", "manager", "officer"});
  constexpr std::uint32_t kMostWords = 5;
  for (std::uint32_t at = i; at < view.tokens.size() && at - i < kMostWords; ++at) {
    const Token& token = view.tokens[at];
    if (kRoles.of(token.lower_hash)) return view.has_capital(at + 1);
    if (!token.has(kCapitalized) && view.first_byte(token) != '&' && token.lower_hash != hash_word("and")) return false;
  }
  return false;
}

// "Newry, Co. Down", "police in Co. Kerry"; not "Roe & Co.", "Poe and Co."
bool is_county(const TokenView& view, std::uint32_t stop) {
  if (view.tokens[stop].lower_hash != hash_word("co.")) return false;
  if (stop == 0) return true;
  const Token& before = view.tokens[stop - 1];
  return view.first_byte(before) == ',' ||
         (before.kind == TokenKind::word && !before.has(kCapitalized) && before.lower_hash != hash_word("and"));
}

}  // namespace

std::string_view abbreviation_kind(const TokenView& view, const Token& token) {
  const RowRange rows = view.lexicon.abbreviations.find_word(token.lower_hash);
  return rows.empty() ? std::string_view{} : view.lexicon.abbreviations.cell(rows.first, 1);
}

bool has_stop(const TokenView& view, const Token& token) {
  return view.text.substr(token.span.start, token.span.size()).find('.') != std::string_view::npos;
}

bool opens_with_hour(const TokenView& view, std::uint32_t stop) {
  constexpr std::uint32_t kMostWords = 5;
  constexpr std::string_view kTerminators = ".!?";
  for (std::uint32_t at = stop; at > 0 && stop - at < kMostWords; --at) {
    const Token& token = view.tokens[at - 1];
    if (token.kind == TokenKind::punctuation && kTerminators.find(view.first_byte(token)) != kTerminators.npos)
      return false;
    if (token.has(kCapitalized) && kBeside.of(token.lower_hash) == Beside::opens_hour) return true;
  }
  return false;
}

bool hour_goes_on(const TokenView& view, std::uint32_t stop, std::uint32_t i) {
  constexpr std::uint32_t kMostWords = 5, kLongestZone = 5;
  const Token& next = view.tokens[i];
  if (describes_with_hour(view, stop)) return true;
  if (is_day(view, next) || kBeside.of(next.lower_hash) == Beside::with_hour || opens_holiday(view, i)) return true;
  const std::string_view zone = view.text.substr(next.span.start, next.span.size() - (next.has(kAbbreviation) ? 1 : 0));
  if (next.has(kAllCaps) && zone.size() <= kLongestZone && zone.ends_with('T')) return true;
  for (std::uint32_t at = i; at < view.tokens.size() && at - i < kMostWords; ++at) {
    if (view.tokens[at].lower_hash == hash_word("time")) return at > i;
    if (!view.tokens[at].has(kCapitalized)) return false;
  }
  return false;
}

bool firm_goes_on(const TokenView& view, std::uint32_t stop, std::uint32_t i) {
  const Token& next = view.tokens[i];
  if (!next.has(kAbbreviation) && (has_stop(view, next) || has_letter_glued(view, i))) return true;
  if (has_use(view.lexicon.organization_words, next.lower_hash, "suffix") || is_day(view, next)) return true;
  if (kBeside.of(next.lower_hash) == Beside::with_firm) return true;
  const RowRange titles = view.lexicon.titles.find_word(next.lower_hash);
  if (!titles.empty() && !next.has(kAbbreviation)) return true;
  return leads_to_role(view, i) || is_county(view, stop);
}

}  // namespace wirecut
