// Counts of news prose (annotated, not annotated) stand beside the words that were decided by them.

#include "dates/calendar_filter.h"

#include <algorithm>
#include <chrono>
#include <string_view>

#include "lexicon/hash.h"

namespace wirecut {
namespace {

using enum TimeClass;

// ---- days

// "Feb. 30", "Feb. 29, 2019"
bool is_in_calendar(const DateExpression& e) {
  if (e.month == 0 || e.day == 0) return true;
  constexpr int kLeapYear = 2000;
  return (std::chrono::year{e.year != 0 ? e.year : kLeapYear} / int{e.month} / int{e.day}).ok();
}

// The year of "2019-02-30" is the beginning of a number.
bool is_in_dashed_number(const Surroundings& at) {
  const std::size_t end = at.found.end_atom;
  const auto glued_dash = [&](std::size_t i) {
    return i < at.atoms.size() && at.atoms[i].is(class_set(dash)) && at.atoms[i].glued;
  };
  return at.single() && glued_dash(end) && glued_dash(end + 2) && at.atoms[end + 1].is(class_set(number));
}

PosTag tag_of(const Surroundings& at, std::uint32_t token) {
  return at.story.pos_tags.size() == at.story.tokens.size() ? at.story.pos_tags[token] : PosTag::none;
}

// "In March he left", “By 2019 it was over”
bool is_behind_preposition(const Surroundings& at) {
  return at.token_before() != nullptr && tag_of(at, at.expression().first_token - 1) == PosTag::IN;
}

// ---- months

// "Jan", "Mar", "Dec" without a full stop are names as often; "June", "July" and "May" are whole.
bool is_short_form(const Surroundings& at) {
  const std::string_view word = at.story.words(at.expression().span);
  return word.size() == 3 ? at.first().value != 5 : at.first().value == 9;
}

bool keeps_month(const Surroundings& at) {
  // "Mrs May praised", "May I": by title before it, by a pronoun or verb behind it
  const Token& token = at.story.tokens[at.expression().first_token];
  if (token.span.size() <= 4 && !token.has(kAbbreviation) && is_short_form(at)) return false;
  if (at.first().value != 5 && at.first().value != 3) return true;
  if (at.is_behind("person")) return false;
  if ((at.hash_behind() == hash_word("for") || at.hash_behind() == hash_word("of")) &&
      at.hash_before() != hash_word("in"))
    return false;  // "the annual March for Life"
  if (at.is_before("verb") && (!is_behind_preposition(at) || at.hash_behind() == hash_word("'s"))) return false;
  return at.token_before() != nullptr || at.token_behind() == nullptr || !token.has(kCapitalized);
}

// "Mon Sep 30" is a day; "Sun", "Wed" and "Sat" without a date are other words.
bool is_short_weekday(const Surroundings& at) {
  if (at.expression().weekday == 0 || at.expression().day != 0) return false;
  constexpr std::uint32_t kShortest = 6;  // "Monday"
  const auto is_short = [&](const Atom& atom) {
    return atom.is(class_set(weekday)) && atom.span.size() < kShortest && at.story.text[atom.span.end - 1] != '.';
  };
  const auto first = at.atoms.begin() + static_cast<std::ptrdiff_t>(at.found.first_atom);
  return std::any_of(first, first + static_cast<std::ptrdiff_t>(at.found.end_atom - at.found.first_atom), is_short);
}

// ---- years

// "555-1998", "20190502-1998"; not "1997-1998", "mid-1998", "pre-1998"
bool is_end_of_number(const Surroundings& at) {
  const std::size_t first = at.found.first_atom;
  if (!at.first().glued || first < 2 || !at.atoms[first - 1].is(class_set(dash))) return false;
  const Atom& before = at.atoms[first - 2];
  if (before.is(class_set(year, phase))) return false;
  const char last = at.story.text[before.span.end - 1];
  return before.is(class_set(number)) || (before.classes == 0 && last >= '0' && last <= '9');
}

// "at 1998 Elm Street", "of 2001 K St."; not "the 1998 Wall Street crash", "In 1998 Wall Street fell"
bool is_address(const Surroundings& at) {
  if (at.hash_before() != hash_word("at") && at.hash_before() != hash_word("of")) return false;
  constexpr std::uint32_t kMostWords = 4;
  const std::uint32_t first = at.expression().end_token;
  const std::uint32_t end = std::min(at.sentence.end_token, first + kMostWords);
  for (std::uint32_t i = first; i < end && at.story.tokens[i].has(kCapitalized); ++i)
    if (has_use(at.neighbours, at.story.tokens[i].lower_hash, "street")) return i > first;
  return false;
}

// A plural noun in lower case follows, which is no verb: "1998 people", "2000 metres".
bool counts_people(const Surroundings& at) {
  const Token* next = at.token_behind();
  if (next == nullptr || next->kind != TokenKind::word || next->has(kCapitalized)) return false;
  return at.is_before("counted");
}

// "through over 2100 independent distributors", "has about 1600 employees"; not "3 percent over 2004 prices", "below
// 2008 levels".
bool is_measured_count(const Surroundings& at, std::uint32_t year_token) {
  if (year_token == at.sentence.first_token ||
      !has_use(at.neighbours, at.story.tokens[year_token - 1].lower_hash, "measure"))
    return false;
  if (year_token - 1 > at.sentence.first_token) {
    const Token& compared = at.story.tokens[year_token - 2];
    const PosTag tag = tag_of(at, year_token - 2);
    if (compared.kind == TokenKind::symbol || tag == PosTag::NN || tag == PosTag::NNS || tag == PosTag::CD)
      return false;
  }
  constexpr std::uint32_t kMostWords = 4;
  const std::uint32_t end = std::min(at.sentence.end_token, year_token + 1 + kMostWords);
  for (std::uint32_t i = year_token + 1; i < end; ++i) {
    const PosTag tag = tag_of(at, i);
    if (tag == PosTag::NNS) return !has_use(at.neighbours, at.story.tokens[i].lower_hash, "yearly");
    if (tag != PosTag::JJ && tag != PosTag::NN && tag != PosTag::VBN) return false;
  }
  return false;
}

// "Some 1600", "about 1600 employees"; not "about 1995".
bool is_approximate_count(const Surroundings& at) {
  if (at.found.end_atom - at.found.first_atom != 2 || !at.first().is(class_set(approx))) return false;
  const std::uint32_t year_token = at.atoms[at.found.first_atom + 1].first_token;
  if (!at.atoms[at.found.first_atom + 1].is(class_set(year))) return false;
  return has_use(at.neighbours, at.story.tokens[year_token - 1].lower_hash, "count") ||
         is_measured_count(at, year_token);
}

// Bare years: 177 of 183 are annotated once counts are out. "2000 people", "1500 metres" are counts.
bool keeps_year(const Surroundings& at) {
  const std::string_view word = at.story.words(at.expression().span);
  if (is_end_of_number(at)) return false;
  if (word[0] < '0' || word[0] > '9') return true;
  if (const Token* before = at.token_before();
      before != nullptr && before->kind == TokenKind::word && before->has(kCapitalized) && !before->has(kAllCaps) &&
      at.expression().first_token - 1 > at.sentence.first_token && !is_behind_preposition(at))
    return false;  // "a venture called Orion 1980"
  return !is_address(at) && !at.is_behind("count") && !counts_people(at) &&
         !is_measured_count(at, at.expression().first_token);
}

// ---- seasons

// "fall" is mostly the verb, "spring" and "summer" mostly attributes: alone only behind a preposition.
bool keeps_season(const Surroundings& at) { return at.is_behind("season"); }

}  // namespace

bool keeps_calendar(const Surroundings& at) {
  if (!is_in_calendar(at.expression()) || is_in_dashed_number(at) || is_short_weekday(at)) return false;
  if (!at.single()) return !is_approximate_count(at);
  if (at.first().is(class_set(month))) return keeps_month(at);
  if (at.first().is(class_set(year))) return keeps_year(at);
  if (at.first().is(class_set(season))) return keeps_season(at);
  return true;
}

}  // namespace wirecut
