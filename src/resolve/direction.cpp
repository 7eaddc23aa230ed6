#include "resolve/direction.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "lexicon/hash.h"
#include "resolve/date_context.h"

namespace wirecut {
namespace {

// Farther left, a verb belongs to another clause more often than not.
constexpr std::uint32_t kMostTokensBack = 15;
constexpr std::uint32_t kMostTokensOn = 15;

// "had been scheduled", "had been due to expire": what the cue was about may be over.
bool is_told_of_the_past(const Story& story, const Sentence& sentence, std::uint32_t cue) {
  for (std::uint32_t i = cue; i > sentence.first_token && i + 4 > cue; --i) {
    const std::uint64_t before = story.tokens[i - 1].lower_hash;
    if (before == hash_word("been") || before == hash_word("had")) return true;
  }
  return false;
}

// "who'd gathered on Thursday": had, not would
bool is_had(const Story& story, const Sentence& sentence, std::uint32_t cue) {
  return story.tokens[cue].lower_hash == hash_word("'d") && cue + 1 < sentence.end_token &&
         story.pos_tags.size() == story.tokens.size() && story.pos_tags[cue + 1] == PosTag::VBN;
}

// "as early as Tuesday", "as soon as next week", "ahead of June 5", "in the run-up to Christmas"
bool is_behind_future_pair(const Story& story, const Sentence& sentence, std::uint32_t first) {
  constexpr std::pair<std::uint64_t, std::uint64_t> kPairs[] = {
      {hash_word("early"), hash_word("as")},
      {hash_word("soon"), hash_word("as")},
      {hash_word("ahead"), hash_word("of")},
      {hash_word("run-up"), hash_word("to")},
  };
  if (first < sentence.first_token + 2) return false;
  const std::pair words{story.tokens[first - 2].lower_hash, story.tokens[first - 1].lower_hash};
  return std::find(std::begin(kPairs), std::end(kPairs), words) != std::end(kPairs);
}

// "It occurred before the Nov. 5 vote": the vote may lie on either side of the story.
bool is_behind_before(const Story& story, const Sentence& sentence, std::uint32_t first) {
  if (first > sentence.first_token && story.tokens[first - 1].lower_hash == hash_word("the")) --first;
  return first > sentence.first_token && story.tokens[first - 1].lower_hash == hash_word("before");
}

// A headline's "Ministers to meet Monday": "to" is "will" between a name or a plural and a verb.
bool is_headline_future(const Story& story, const Sentence& sentence, std::uint32_t to) {
  if (sentence.part != Part::headline || story.pos_tags.size() != story.tokens.size() || to + 1 >= sentence.end_token ||
      story.pos_tags[to + 1] != PosTag::VB)
    return false;
  const PosTag subject = story.pos_tags[to - 1];
  return subject == PosTag::NNS || subject == PosTag::NNP || subject == PosTag::NNPS;
}

// "set to open", "is to open": only together with the next or the previous word.
bool is_cue_by_neighbour(const Story& story, const Sentence& sentence, std::uint32_t at) {
  const Token& token = story.tokens[at];
  if (token.lower_hash == hash_word("set"))
    return at + 1 < sentence.end_token && story.tokens[at + 1].lower_hash == hash_word("to");
  if (token.lower_hash != hash_word("to") || at == sentence.first_token) return false;
  const std::uint64_t before = story.tokens[at - 1].lower_hash;
  return before == hash_word("is") || before == hash_word("are") || is_headline_future(story, sentence, at);
}

// "The summit opens on Thursday", "the fiscal year, which ends in March": the present of what is settled. Right in 9 of
// 10 cases of newswire with a verb of the table; with any verb of the present in 6.
bool is_timetable(const Story& story, const DateExpression& expression, std::uint32_t back) {
  constexpr std::uint32_t kMostTokensBetween = 6;
  const bool names_day_or_month = expression.weekday != 0 || expression.month != 0;
  if (!names_day_or_month || back > kMostTokensBetween || story.pos_tags.empty()) return false;
  const PosTag tag = story.pos_tags[expression.first_token - back];
  return tag == PosTag::VBZ || tag == PosTag::VBP;
}

// "They would appeal Wednesday's ruling": the cue is about the appeal.
bool is_genitive(const Story& story, const Sentence& sentence, const DateExpression& e) {
  return e.end_token < sentence.end_token && (story.tokens[e.end_token].lower_hash == hash_word("'s") ||
                                              story.tokens[e.end_token].lower_hash == hash_word("\u2019s"));
}

// "In January, the firm brought in ...", "Until Thursday, they had not ...": where the date opens its sentence, the
// first finite verb tells.
Direction direction_behind(const Story& story, const Sentence& sentence, std::uint32_t from, const Lexicon& lexicon) {
  if (story.pos_tags.size() != story.tokens.size()) return Direction::unknown;
  const std::uint32_t end = std::min(sentence.end_token, from + kMostTokensOn);
  for (std::uint32_t i = from; i < end; ++i) {
    if (story.tokens[i].lower_hash == hash_word(";")) break;
    switch (story.pos_tags[i]) {
      case PosTag::VBD:
        return Direction::told;
      case PosTag::MD:
      case PosTag::VBZ:
      case PosTag::VBP: {  // "On Tuesday, the league plans to hold ..."
        const RowRange rows = lexicon.tense_cues.find_word(story.tokens[i].lower_hash);
        return !rows.empty() && lexicon.tense_cues.cell(rows.first, 1) == "future" ? Direction::future
                                                                                   : Direction::unknown;
      }
      default:
        break;
    }
  }
  return Direction::unknown;
}

}  // namespace

Direction find_direction(const Story& story, const Sentence& sentence, const DateExpression& expression,
                         const Lexicon& lexicon) {
  if (is_behind_future_pair(story, sentence, expression.first_token)) return Direction::future;
  if (is_genitive(story, sentence, expression)) return Direction::unknown;
  if (expression.first_token <= sentence.first_token + 1) {
    const Direction told = direction_behind(story, sentence, expression.end_token, lexicon);
    if (told != Direction::unknown) return told;
  }
  const bool tagged = story.pos_tags.size() == story.tokens.size();
  // What a cue of the past says of the date.
  const Direction past =
      is_behind_before(story, sentence, expression.first_token) ? Direction::unknown : Direction::past;
  for (std::uint32_t back = 1; back <= kMostTokensBack; ++back) {
    if (expression.first_token < sentence.first_token + back) break;
    const Token& token = story.tokens[expression.first_token - back];
    if (token.kind != TokenKind::word) continue;
    if (tagged && story.pos_tags[expression.first_token - back] == PosTag::NNP) continue;  // the month of May
    if (is_cue_by_neighbour(story, sentence, expression.first_token - back)) return Direction::future;
    const RowRange rows = lexicon.tense_cues.find_word(token.lower_hash);
    std::string_view direction = rows.empty() ? std::string_view{} : lexicon.tense_cues.cell(rows.first, 1);
    if (direction == "moved") {  // "The vote was moved to Saturday"
      if (is_behind(story, expression, hash_word("to"))) return Direction::future;
      direction = {};
    }
    if (direction.empty()) {  // "who were killed on", "erupted on": a verb of the past
      if (tagged && story.pos_tags[expression.first_token - back] == PosTag::VBD) return past;
      continue;
    }
    if (back == 1 && token.lower_hash == hash_word("since")) return Direction::told;  // "have risen since March"
    if (is_had(story, sentence, expression.first_token - back)) return Direction::past;
    if (direction == "future" && is_told_of_the_past(story, sentence, expression.first_token - back)) continue;
    if (direction == "beside") {  // "by Friday": only right before it
      if (back == 1) return Direction::future;
      continue;
    }
    if (direction == "timetable") {
      if (is_timetable(story, expression, back)) return Direction::future;
      continue;
    }
    if (direction == "day") {  // "fixed for July 10"; not "sales for July"
      if (back == 1 && (expression.day != 0 || expression.weekday != 0)) return Direction::future;
      continue;
    }
    return direction == "future" ? Direction::future : past;
  }
  return Direction::unknown;
}

}  // namespace wirecut
