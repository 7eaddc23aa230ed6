#include "resolve/date_context.h"

#include <algorithm>
#include <iterator>

#include "dates/digits.h"
#include "lexicon/hash.h"
#include "resolve/direction.h"
#include "resolve/nearest_day.h"
#include "resolve/time_units.h"

namespace wirecut {
namespace {

// "Friday", "May 5", of any year
bool names_day(const DateExpression& e) {
  return e.form == DateForm::calendar && (e.weekday != 0 || (e.month != 0 && e.day != 0));
}

}  // namespace

bool is_behind(const Story& story, const DateExpression& e, std::uint64_t word) {
  return e.first_token > 0 && story.tokens[e.first_token - 1].lower_hash == word;
}

bool is_before(const Story& story, const DateExpression& e, std::uint64_t word) {
  return e.end_token < story.tokens.size() && story.tokens[e.end_token].lower_hash == word;
}

std::optional<std::chrono::sys_days> other_reading(const Story& story, const DateExpression& e) {
  constexpr std::size_t kYearFirst = 4;  // "2021-12-04"
  std::string_view words = story.words(e.span);
  words = words.substr(0, words.find(' '));  // "04/12/2021 06:12 PM"
  const bool in_figures = words.find_first_not_of("0123456789/-.") == std::string_view::npos;
  if (!in_figures || words.find_first_of("/-.") >= kYearFirst || e.year == 0 || e.day == 0) return std::nullopt;
  const std::chrono::year_month_day day = std::chrono::year{e.year} / int{e.day} / int{e.month};
  return day.ok() ? std::optional<std::chrono::sys_days>(day) : std::nullopt;
}

int day_in_brackets(const Story& story, const DateExpression& e) {
  constexpr std::string_view kOpens = " (";
  std::string_view rest = std::string_view(story.text).substr(e.span.end);
  if (!rest.starts_with(kOpens)) return 0;
  rest.remove_prefix(kOpens.size());
  const int day = take_number(rest, 2);
  return day > 0 && day <= 31 && rest.starts_with(')') ? day : 0;
}

// "the largest gain in seven months", "the first time in nine years": a length, whatever the verb. Not "will most
// likely meet in five weeks", "will hold its first auction in a month".
bool is_behind_superlative(const Story& story, const DateExpression& e) {
  constexpr std::uint32_t kMostTokens = 6;  // back to it, with the "in" before the length
  const bool is_long = e.unit == TimeUnit::year || e.unit == TimeUnit::decade || e.unit == TimeUnit::century;
  if (story.pos_tags.size() != story.tokens.size()) return false;
  for (std::uint32_t back = 2; back <= std::min(kMostTokens, e.first_token); ++back) {
    const std::uint32_t at = e.first_token - back;
    const PosTag tag = story.pos_tags[at];
    const bool is_verb = tag == PosTag::MD || tag == PosTag::VB || tag == PosTag::VBD || tag == PosTag::VBZ ||
                         tag == PosTag::VBP;  // "the largest bank will close in two weeks"
    if (is_verb || story.tokens[at].kind == TokenKind::punctuation) return false;
    const std::uint64_t word = story.tokens[at].lower_hash, next = story.tokens[at + 1].lower_hash;
    if (word == hash_word("first") && (is_long || next == hash_word("time"))) return true;
    if (at > 0 && story.tokens[at - 1].lower_hash == hash_word("at")) continue;  // "at least"
    if (tag == PosTag::JJS || tag == PosTag::RBS)  // not "at the earliest", "most likely", "most probably"
      return word != hash_word("earliest") && word != hash_word("latest") && next != hash_word("likely") &&
             story.pos_tags[at + 1] != PosTag::RB;
  }
  return false;
}

std::optional<std::chrono::sys_days> filing_day(const Story& story, const DateExpression& e) {
  constexpr std::size_t kStamp = 6;  // day, hour, minute
  if (e.form != DateForm::calendar || e.month == 0 || e.day == 0 || e.year != 0 || e.first_token < 2 ||
      !is_behind(story, e, hash_word("gmt")))
    return std::nullopt;
  const Token& first = story.tokens[e.first_token - 2];
  const std::string_view stamp = story.words(first.span);
  const bool opens_line = e.first_token == 2 || first.has(kNewlineBefore);
  const bool ends_line = e.end_token == story.tokens.size() || story.tokens[e.end_token].has(kNewlineBefore);
  if (!opens_line || !ends_line || stamp.size() != kStamp ||
      stamp.find_first_not_of("0123456789") != std::string_view::npos)
    return std::nullopt;
  const unsigned day = static_cast<unsigned>((stamp[0] - '0') * 10 + (stamp[1] - '0'));
  const std::chrono::year_month_day filed = std::chrono::year{2000 + e.day} / int{e.month} / std::chrono::day{day};
  return filed.ok() ? std::optional<std::chrono::sys_days>(filed) : std::nullopt;
}

bool may_lie_ahead(const Story& story, const DateExpression& e) {
  if (is_behind_superlative(story, e)) return false;
  return e.quantity != 0 && e.relation == Relation::none && !e.definite && !is_clock_unit(e.unit) &&
         e.unit != TimeUnit::quarter && is_behind(story, e, hash_word("in"));
}

bool is_some_day_ahead(const Story& story, const DateExpression& e) {
  return e.unit == TimeUnit::day && e.first_token > 0 && e.end_token == e.first_token + 2 &&
         story.tokens[e.first_token].lower_hash == hash_word("one") && story.pos_tags.size() == story.tokens.size() &&
         story.pos_tags[e.first_token - 1] == PosTag::MD;
}

bool is_percent_rate(const Story& story, const DateExpression& e) {
  if (e.quantity != 1 || e.end_token != e.first_token + 2 || !is_behind(story, e, hash_word("percent"))) return false;
  if (e.end_token >= story.tokens.size()) return true;
  switch (story.tokens[e.end_token].lower_hash) {
    case hash_word("after"):
    case hash_word("before"):
    case hash_word("later"):
      return false;
    default:
      return true;
  }
}

bool is_beside_event(const Story& story, const DateExpression& e) {
  if (!e.plural || e.quantity != 0 || e.first_token < 2 || e.end_token != e.first_token + 1 ||
      e.end_token >= story.tokens.size() || !is_behind(story, e, hash_word("the")) ||
      story.tokens[e.first_token - 2].lower_hash != hash_word("in"))
    return false;
  switch (story.tokens[e.end_token].lower_hash) {
    case hash_word("after"):
    case hash_word("before"):
    case hash_word("following"):
    case hash_word("leading"):
    case hash_word("preceding"):
      return true;
    default:
      return false;
  }
}

bool is_compared_with(const Story& story, const Sentence& sentence, const DateExpression& e) {
  constexpr std::uint32_t kMostTokensBack = 10;
  for (std::uint32_t i = e.first_token; i > sentence.first_token && i + kMostTokensBack > e.first_token; --i) {
    switch (story.tokens[i - 1].lower_hash) {
      case hash_word("compared"):
      case hash_word("versus"):
      case hash_word("against"):
        return true;
      default:
        break;
    }
  }
  return false;
}

bool is_ended(const Story& story, const DateExpression& e) {
  if (e.end_token >= story.tokens.size()) return false;
  const std::uint64_t next = story.tokens[e.end_token].lower_hash;
  return next == hash_word("ended") || next == hash_word("ending") || next == hash_word("that") ||
         next == hash_word("to");
}

std::optional<Quarter> quarter_ended(const Story& story, const DateExpression& e, std::span<const DateExpression> rest,
                                     std::chrono::sys_days anchor) {
  using namespace std::chrono;
  if (rest.empty() || e.end_token >= story.tokens.size()) return std::nullopt;
  const std::uint64_t next = story.tokens[e.end_token].lower_hash;
  const DateExpression& end = rest.front();
  if ((next != hash_word("ended") && next != hash_word("ending")) || end.first_token != e.end_token + 1 ||
      end.form != DateForm::calendar || end.month == 0 || end.day == 0)
    return std::nullopt;
  const Direction direction = next == hash_word("ended") ? Direction::past : Direction::future;
  const year_month_day day = year{nearest_year(end, anchor, direction)} / int{end.month} / int{end.day};
  if (!day.ok()) return std::nullopt;
  const sys_days middle = sys_days{day} - days{45};
  return Quarter{year_of(middle), (month_of(middle) + 2) / 3};
}

bool opens_entry(const Story& story, const Sentence& sentence, const DateExpression& clock) {
  return sentence.opens_paragraph && clock.first_token == sentence.first_token &&
         clock.end_token < sentence.end_token && story.tokens[clock.end_token].lower_hash != hash_word("on");
}

bool opens_chronicle(const Story& story, const Sentence& sentence, const DateExpression& e) {
  constexpr std::string_view kMarks[] = {":", " - ", " -- ", " \u2013 ", " \u2014 "};
  if (e.form != DateForm::calendar || e.month == 0 || e.weekday != 0 || e.in_row) return false;
  for (std::uint32_t i = sentence.first_token; i < e.first_token; ++i)
    if (story.tokens[i].kind != TokenKind::punctuation) return false;
  const std::string_view behind = std::string_view(story.text).substr(e.span.end);
  return std::any_of(std::begin(kMarks), std::end(kMarks),
                     [&](std::string_view mark) { return behind.starts_with(mark); });
}

bool is_listed_behind(const Story& story, std::uint32_t end_token, const DateExpression& e) {
  constexpr std::uint32_t kMostTokensBetween = 3;  // ", and on"
  if (e.first_token <= end_token || e.first_token - end_token > kMostTokensBetween) return false;
  for (std::uint32_t i = end_token; i < e.first_token; ++i) {
    switch (story.tokens[i].lower_hash) {
      case hash_word(","):
      case hash_word("and"):
      case hash_word("or"):
        break;
      case hash_word("on"):
        if (i > end_token && story.tokens[i - 1].lower_hash != hash_word(",")) break;
        return false;
      default:
        return false;
    }
  }
  return true;
}

bool is_end_of_range(const Story& story, std::uint32_t end_token, const DateExpression& e) {
  if (e.first_token < end_token) return true;  // one word with a hyphen
  if (e.first_token != end_token + 1) return false;
  switch (story.tokens[end_token].lower_hash) {
    case hash_word("-"):
    case hash_word("\u2013"):
    case hash_word("through"):
      return true;
    default:
      return false;
  }
}

std::optional<int> year_of_pair(const Story& story, const DateExpression& e, std::span<const DateExpression> rest) {
  if (rest.empty() || rest.front().first_token != e.end_token + 1) return std::nullopt;
  const DateExpression& end = rest.front();
  if (end.form != DateForm::calendar || end.month == 0 || end.year == 0) return std::nullopt;
  switch (story.tokens[e.end_token].lower_hash) {
    case hash_word("to"):
    case hash_word("through"):
    case hash_word("until"):
    case hash_word("till"):
    case hash_word("-"):
    case hash_word("\u2013"):
      break;
    case hash_word("and"):  // "on Oct. 7 and Jan. 6, 2021" are two days
      if (e.day == 0 || is_behind(story, e, hash_word("between"))) break;
      return std::nullopt;
    default:
      return std::nullopt;
  }
  return e.month > end.month ? end.year - 1 : end.year;
}

bool happens_at(const Story& story, const DateExpression& clock) {
  if (clock.first_token < 2 || story.pos_tags.size() != story.tokens.size() ||
      !(is_behind(story, clock, hash_word("at")) || is_behind(story, clock, hash_word("after"))))
    return false;
  std::uint32_t verb = clock.first_token - 2;
  while (verb > 0 && (story.pos_tags[verb] == PosTag::RB || story.pos_tags[verb] == PosTag::RP)) --verb;
  const std::uint64_t word = story.tokens[verb].lower_hash;
  if (story.pos_tags[verb] == PosTag::VBD) return word != hash_word("was") && word != hash_word("were");
  if (story.pos_tags[verb] != PosTag::VBN || verb == 0) return false;  // "struck" behind its subject, whatever its tag
  const PosTag before = story.pos_tags[verb - 1];
  return before == PosTag::NN || before == PosTag::NNS || before == PosTag::PRP;
}

const DateExpression* day_behind(const Sentence& sentence, std::span<const DateExpression> rest) {
  for (const DateExpression& e : rest) {
    if (e.first_token >= sentence.end_token) break;
    if (names_day(e)) return &e;
    if (e.form != DateForm::clock) break;
  }
  return nullptr;
}

const DateExpression* day_right_behind(const Story& story, const DateExpression& e,
                                       std::span<const DateExpression> rest) {
  if (rest.empty()) return nullptr;
  const DateExpression& day = rest.front();
  const bool linked = is_before(story, e, hash_word("on")) || is_before(story, e, hash_word("of"));
  if (day.first_token > e.end_token + (linked ? 1 : 0)) return nullptr;
  return names_day(day) ? &day : nullptr;
}

}  // namespace wirecut
