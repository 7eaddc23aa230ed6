#include "resolve/day_cues.h"

#include <algorithm>
#include <chrono>

#include "lexicon/hash.h"
#include "lexicon/verb_tags.h"
#include "lexicon/word_map.h"
#include "lexicon/word_use.h"
#include "resolve/calendar.h"
#include "resolve/date_context.h"

namespace wirecut {
namespace {

bool is_verb(PosTag tag) { return is_verb_tag(tag) || tag == PosTag::MD; }

// What stands between "Sunday's" and the last word of what is told of it.
bool is_of_name(PosTag tag) {
  return tag == PosTag::NN || tag == PosTag::NNS || tag == PosTag::NNP || tag == PosTag::NNPS || tag == PosTag::JJ ||
         tag == PosTag::VBG || tag == PosTag::CD;
}

// The word before `at`, whatever adverbs stand between.
std::uint64_t hash_before(const Story& story, const Sentence& sentence, std::uint32_t at) {
  while (at > sentence.first_token + 1 && story.pos_tags[at - 1] == PosTag::RB) --at;
  return at > sentence.first_token ? story.tokens[at - 1].lower_hash : 0;
}

}  // namespace

std::uint32_t before_clock(const Story& story, const Sentence& sentence, std::uint32_t first) {
  constexpr std::uint32_t kMostTokens = 4;
  std::uint32_t at = first;
  while (at > sentence.first_token && at + kMostTokens > first) {
    const Token& token = story.tokens[at - 1];
    const std::uint64_t word = token.lower_hash;
    const bool is_clock = token.has(kHasDigit) || word == hash_word("on") || word == hash_word("noon") ||
                          word == hash_word("midnight") || word == hash_word("a.m.") || word == hash_word("p.m.");
    const bool is_bound = word == hash_word("least") || word == hash_word("at");  // "until at least Monday"
    if (!is_clock && !is_bound) break;
    --at;
  }
  return at;
}

bool is_day_of_subject(const Story& story, const Sentence& sentence, const DateExpression& e) {
  const std::uint32_t first = before_clock(story, sentence, e.first_token);
  if ((e.day == 0 && e.weekday == 0) || first < sentence.first_token + 2) return false;
  const std::uint64_t verb = story.tokens[first - 1].lower_hash;
  if (verb != hash_word("is") && verb != hash_word("are")) return false;
  switch (story.tokens[first - 2].lower_hash) {
    case hash_word("it"):
    case hash_word("this"):
    case hash_word("today"):
      return false;
    default:
      return true;
  }
}

bool is_done_on(const Story& story, const Sentence& sentence, const DateExpression& e, std::uint32_t verb) {
  const bool is_whole_month = e.month != 0 && e.day == 0 && is_behind(story, e, hash_word("in"));
  const std::uint32_t end = is_whole_month ? e.first_token - 1 : before_clock(story, sentence, e.first_token);
  if ((e.weekday == 0 && !is_whole_month) || story.pos_tags[verb] != PosTag::VBN || verb + 1 != end) return false;
  switch (hash_before(story, sentence, verb)) {
    case hash_word("are"):
    case hash_word("be"):
    case hash_word("get"):
    case hash_word("is"):
      return false;
    default:
      return story.tokens[verb].lower_hash != hash_word("known");  // "will make it known on Friday"
  }
}

bool is_done_that_day(const Story& story, const Sentence& sentence, const DateExpression& e, std::uint32_t verb) {
  const bool names_day = (e.month != 0 && e.day != 0) || e.form == DateForm::holiday;
  if (!names_day || verb + 2 != e.first_token || !is_behind(story, e, hash_word("on"))) return false;
  if (sentence.part == Part::headline) return false;  // "Schools closed on Nov. 13": will be
  switch (story.tokens[verb].lower_hash) {
    case hash_word("was"):
    case hash_word("were"):
      return false;
    default:
      break;
  }
  if (story.pos_tags[verb] == PosTag::VBD) return true;
  if (story.pos_tags[verb] != PosTag::VBN) return false;
  const std::uint64_t before = hash_before(story, sentence, verb);
  return before == hash_word("was") || before == hash_word("were") || before == hash_word("had");
}

bool is_day_to_come(const Story& story, const Sentence& sentence, const DateExpression& e, const Lexicon& lexicon) {
  constexpr std::uint32_t kMostWords = 4;  // "Sunday's presidential run-off vote will"
  if (e.weekday == 0 || !is_nearer_ahead(story, e) || story.pos_tags.size() != story.tokens.size()) return false;
  const std::uint32_t first = e.end_token + 1, end = std::min(sentence.end_token, first + kMostWords + 1);
  for (std::uint32_t i = first; i < end; ++i) {
    const PosTag tag = story.pos_tags[i];
    if (tag == PosTag::MD)
      return i > first && story.tokens[i].lower_hash == hash_word("will") &&
             has_use(lexicon.date_neighbours, story.tokens[i - 1].lower_hash, "event");
    if (!is_of_name(tag)) return false;
  }
  return false;
}

bool is_level_of_month(const Story& story, const Sentence& sentence, const DateExpression& e) {
  static constexpr auto kExtremes = word_list({"high", "highs", "low", "lows", "peak", "peaks", "trough", "troughs"});
  static constexpr auto kCompared = word_list({"above", "at", "below", "from", "near", "than", "to", "under"});
  if (e.month == 0 || e.day != 0 || e.year != 0 || e.end_token >= sentence.end_token) return false;
  if (kExtremes.of(story.tokens[e.end_token].lower_hash)) return true;
  const std::uint64_t next = story.tokens[e.end_token].lower_hash;
  return (next == hash_word("level") || next == hash_word("levels")) && e.first_token > sentence.first_token &&
         kCompared.of(story.tokens[e.first_token - 1].lower_hash);
}

bool is_before_verb(const Story& story, const Sentence& sentence, const DateExpression& e) {
  if (e.weekday == 0 || e.end_token >= sentence.end_token || story.pos_tags.size() != story.tokens.size() ||
      story.pos_tags[e.end_token] != PosTag::VBD)
    return false;
  std::uint32_t first = e.first_token;
  if (first > sentence.first_token && story.tokens[first - 1].lower_hash == hash_word("on")) --first;
  if (first == sentence.first_token) return false;
  switch (story.pos_tags[first - 1]) {
    case PosTag::NN:
    case PosTag::NNP:
    case PosTag::NNPS:
    case PosTag::NNS:
    case PosTag::PRP:
    case PosTag::WDT:
    case PosTag::WP:
    case PosTag::comma:
      return true;
    default:
      return false;
  }
}

bool is_settled_present(const Story& story, const Sentence& sentence, const DateExpression& e, std::uint32_t verb) {
  const PosTag tag = story.pos_tags[verb];
  if (e.weekday == 0 || (tag != PosTag::VBG && tag != PosTag::VBN) || is_aside(story, e, verb)) return false;
  // "is meeting Friday", "is meeting in Lisbon on Friday"; "are investigating a crash on Sunday" tells when the crash
  // was.
  const std::uint32_t end = before_clock(story, sentence, e.first_token);
  const std::uint64_t next = story.tokens[verb + 1].lower_hash;
  const bool is_place = tag == PosTag::VBG && (next == hash_word("in") || next == hash_word("at")) &&
                        std::all_of(story.pos_tags.begin() + verb + 2, story.pos_tags.begin() + std::max(verb + 2, end),
                                    [](PosTag at) { return at == PosTag::NNP || at == PosTag::DT; });
  if (verb + 1 != end && !is_place) return false;
  const std::uint64_t before = hash_before(story, sentence, verb);
  return before == hash_word("is") || before == hash_word("are");
}

bool is_appointed(const Story& story, const Sentence& sentence, const DateExpression& e, std::uint32_t verb,
                  const Lexicon& lexicon) {
  constexpr std::uint32_t kMostTokensBetween = 9;
  if (e.month != 0 || story.pos_tags[verb] != PosTag::VB || hash_before(story, sentence, verb) != hash_word("to") ||
      !has_use(lexicon.date_neighbours, story.tokens[verb].lower_hash, "appointed") || is_aside(story, e, verb))
    return false;
  std::uint32_t to = verb - 1;
  while (story.tokens[to].lower_hash != hash_word("to")) --to;
  for (std::uint32_t i = to; i > sentence.first_token && i + kMostTokensBetween > to; --i) {
    if (has_use(lexicon.date_neighbours, story.tokens[i - 1].lower_hash, "asks")) return true;
    if (is_verb(story.pos_tags[i - 1])) return false;
  }
  return false;
}

bool is_to_be_held(const Story& story, const Sentence& sentence, const DateExpression& e, std::uint32_t verb,
                   const Lexicon& lexicon) {
  const PosTag tag = story.pos_tags[verb];
  if (e.weekday == 0 || (tag != PosTag::VB && tag != PosTag::VBN) || verb < sentence.first_token + 3 ||
      verb + 1 != before_clock(story, sentence, e.first_token))
    return false;
  if (tag == PosTag::VBN)
    return story.tokens[verb - 1].lower_hash == hash_word("be") && story.tokens[verb - 2].lower_hash == hash_word("to");
  const PosTag noun = story.pos_tags[verb - 2];
  return story.tokens[verb - 1].lower_hash == hash_word("to") && (noun == PosTag::NN || noun == PosTag::NNS) &&
         has_use(lexicon.date_neighbours, story.tokens[verb].lower_hash, "appointed");
}

bool is_aside(const Story& story, const DateExpression& e, std::uint32_t cue) {
  for (std::uint32_t i = cue + 1; i + 1 < e.first_token; ++i) {
    switch (story.tokens[i].lower_hash) {
      case hash_word("after"):
      case hash_word("following"):
      case hash_word("from"):
      case hash_word("than"):
      case hash_word("which"):
      case hash_word("who"):
      case hash_word(":"):
      case hash_word(";"):
        return true;
      default:
        break;
    }
  }
  return false;
}

bool is_left_open(const Story& story, const Sentence& sentence, const DateExpression& e) {
  constexpr std::uint32_t kMostTokens = 40;  // on either side
  if (story.pos_tags.size() != story.tokens.size()) return false;
  for (std::uint32_t i = e.first_token; i > sentence.first_token && i + kMostTokens > e.first_token; --i)
    if (is_verb(story.pos_tags[i - 1])) return true;
  for (std::uint32_t i = e.end_token; i < std::min(sentence.end_token, e.end_token + kMostTokens); ++i)
    if (is_verb(story.pos_tags[i])) return story.pos_tags[i] != PosTag::VBD;
  return false;
}

bool is_possible_then(const Story& story, const Sentence& sentence, const DateExpression& e, std::uint32_t modal) {
  if (e.form != DateForm::calendar || e.season != Season::none || is_aside(story, e, modal)) return false;
  if (story.tokens[modal].has(kCapitalized) && modal != sentence.first_token) return false;  // "American Can"
  const bool is_quarter = e.unit == TimeUnit::quarter || e.unit == TimeUnit::half;
  if (is_quarter && !is_behind(story, e, hash_word("in")) && !is_behind(story, e, hash_word("by"))) return false;
  // "The September sale", "its Thursday meeting"
  const bool is_whole_month = e.month != 0 && e.day == 0;
  if (!(is_whole_month || e.weekday != 0) || story.pos_tags.size() != story.tokens.size()) return true;
  const PosTag before = story.pos_tags[e.first_token - 1];
  return before != PosTag::DT && before != PosTag::POS && before != PosTag::PRPS;
}

bool is_possible(const Story& story, const Sentence& sentence, std::uint32_t modal) {
  for (std::uint32_t i = modal + 1; i < sentence.end_token && i < modal + 4; ++i) {
    switch (story.tokens[i].lower_hash) {
      case hash_word("not"):
      case hash_word("n't"):
      case hash_word("n\u2019t"):
      case hash_word("have"):
      case hash_word("feel"):
      case hash_word("hear"):
      case hash_word("heard"):
      case hash_word("located"):
      case hash_word("see"):
      case hash_word("seen"):
      case hash_word("smell"):
        return false;
      default:
        break;
    }
  }
  return true;
}

bool is_nearer_ahead(const Story& story, const DateExpression& e) {
  if (e.weekday == 0 || e.month != 0 || !story.published) return true;
  const int ahead = (e.weekday - iso_weekday(std::chrono::sys_days{story.published->day}) + 7) % 7;
  return ahead <= 3;
}

}  // namespace wirecut
