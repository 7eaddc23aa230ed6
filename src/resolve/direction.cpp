#include "resolve/direction.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "lexicon/hash.h"
#include "resolve/date_context.h"
#include "resolve/day_cues.h"

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

// "Shares fell ahead of the bank's meeting on Thursday": of two Thursdays the nearer.
bool is_ahead_of(const Story& story, const DateExpression& e, std::uint32_t ahead) {
  return story.tokens[ahead].lower_hash == hash_word("ahead") &&
         story.tokens[ahead + 1].lower_hash == hash_word("of") && e.weekday != 0 && is_nearer_ahead(story, e);
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

// "is to open", "The sides were to meet Monday": where the day isn't the story's own, it is to come. Not "was to have
// met".
bool is_to_be(const Story& story, std::uint32_t to, std::uint32_t back) {
  constexpr std::uint32_t kMostTokensBetween = 8;  // of the past

  switch (story.tokens[to - 1].lower_hash) {
    case hash_word("is"):
    case hash_word("are"):
      return true;
    case hash_word("was"):
    case hash_word("were"):
      return back <= kMostTokensBetween && story.tokens[to + 1].lower_hash != hash_word("have");
    default:
      return false;
  }
}

// "set to open", "forecast to open", "is to open": only together with the next or the previous word. Not "forecast to
// have opened".
bool is_cue_by_neighbour(const Story& story, const Sentence& sentence, std::uint32_t at, std::string_view direction,
                         std::uint32_t back) {
  const auto is_word = [&](std::uint32_t i, std::uint64_t word) {
    return i < sentence.end_token && story.tokens[i].lower_hash == word;
  };
  if (direction == "infinitive") return is_word(at + 1, hash_word("to")) && !is_word(at + 2, hash_word("have"));
  if (story.tokens[at].lower_hash != hash_word("to") || at == sentence.first_token) return false;
  return is_to_be(story, at, back) || is_headline_future(story, sentence, at);
}

// "turns into law the rules issued in July": the month is the participle's.
bool is_month_of_participle(const Story& story, const Sentence& sentence, const DateExpression& e) {
  return e.month != 0 && e.day == 0 && e.first_token >= sentence.first_token + 2 &&
         story.pos_tags[e.first_token - 2] == PosTag::VBN;
}

// "The summit opens on Thursday", "the fiscal year, which ends in March": the present of what is settled. Right in 9 of
// 10 cases of newswire with a verb of the table; with any verb of the present in 6. Not "The sale comes after one in
// June".
// `no_noun`: a form that is no noun, whatever its tag says ("the countdown resumes").
bool is_timetable(const Story& story, const Sentence& sentence, const DateExpression& expression, std::uint32_t back,
                  bool no_noun) {
  constexpr std::uint32_t kMostTokensBetween = 9;
  const bool names_day_or_month = expression.weekday != 0 || expression.month != 0;
  if (!names_day_or_month || back > kMostTokensBetween || story.pos_tags.empty()) return false;
  const std::uint32_t verb = expression.first_token - back;
  const PosTag tag = story.pos_tags[verb];
  if (story.tokens[verb + 1].lower_hash == hash_word("after") || is_month_of_participle(story, sentence, expression))
    return false;
  if (tag == PosTag::VBZ || tag == PosTag::VBP || (no_noun && tag == PosTag::NNS)) return true;
  // "He and his rival meet Monday", whatever the tag
  if (tag == PosTag::VB && verb > sentence.first_token && expression.weekday != 0) {
    const PosTag subject = story.pos_tags[verb - 1];
    if (subject == PosTag::NN || subject == PosTag::NNS || subject == PosTag::NNP || subject == PosTag::NNPS)
      return true;
  }
  // "NETS: Host Denver on Sunday"
  const bool opens = verb == sentence.first_token || story.tokens[verb - 1].lower_hash == hash_word(":");
  return opens && tag == PosTag::VB && expression.weekday != 0;
}

// "Officials expect results on Friday", "The storm is forecast to hit on Friday". Not "expect IBM to report
// fourth-quarter revenue", nor "cut its forecast on Friday".
bool is_awaited(const Story& story, const Sentence& sentence, const DateExpression& expression, std::uint32_t back) {
  const std::uint32_t verb = expression.first_token - back;
  const bool names_day = expression.day != 0 || expression.weekday != 0;
  if (!names_day || story.pos_tags.size() != story.tokens.size() || verb == sentence.first_token) return false;
  const PosTag tag = story.pos_tags[verb];
  switch (story.tokens[verb - 1].lower_hash) {
    case hash_word("is"):
    case hash_word("are"):
    case hash_word("was"):
    case hash_word("were"):
      return story.tokens[verb + 1].lower_hash == hash_word("to");
    case hash_word("its"):
    case hash_word("a"):
    case hash_word("the"):
      return false;
    default:
      return tag == PosTag::VB || tag == PosTag::VBP;
  }
}

// "had restored power by Saturday": over by then. Not "had to restore power by Saturday".
bool is_done_by(const Story& story, const Sentence& sentence, std::uint32_t by) {
  if (story.tokens[by].lower_hash != hash_word("by") || story.pos_tags.size() != story.tokens.size()) return false;
  for (std::uint32_t i = by; i > sentence.first_token && i + kMostTokensBack > by; --i) {
    const std::uint64_t word = story.tokens[i - 1].lower_hash;
    if (story.pos_tags[i - 1] == PosTag::MD || (word == hash_word("to") && story.pos_tags[i] == PosTag::VB))
      return false;
    if (word == hash_word("had")) return story.pos_tags[i] == PosTag::VBN;
  }
  return false;
}

// "The airline bought Northwest in October", "was $38 in October": no month to come. Farther from its verb a month may
// be another matter: "traders leaned toward a cut in December".
bool is_month_of_past(const Story& story, const DateExpression& e, std::uint32_t back) {
  constexpr std::uint32_t kMostTokensBetween = 6;
  if (e.month == 0 || e.day != 0 || e.mod != DateMod::none || back > kMostTokensBetween ||
      !is_behind(story, e, hash_word("in")))
    return false;
  for (std::uint32_t i = e.first_token - back + 1; i < e.first_token; ++i) {
    const PosTag tag = story.pos_tags[i];
    if (tag == PosTag::VBG || tag == PosTag::MD || tag == PosTag::TO || tag == PosTag::CC) return false;
  }
  return true;
}

// "plans to vote", "its plan for a vote", a headline's "Union plans strike", and the verb: not a plan that somebody has
// unveiled, or sent to the bank.
bool is_purpose(const Story& story, const Sentence& sentence, std::uint32_t plan) {
  if (is_told_of_the_past(story, sentence, plan)) return false;
  const PosTag tag = story.pos_tags.size() == story.tokens.size() ? story.pos_tags[plan] : PosTag::none;
  if ((tag != PosTag::NN && tag != PosTag::NNS) || (tag == PosTag::NNS && sentence.part == Part::headline)) return true;
  if (plan + 2 >= sentence.end_token) return false;
  const std::uint64_t next = story.tokens[plan + 1].lower_hash;
  return next == hash_word("for") || (next == hash_word("to") && story.pos_tags[plan + 2] == PosTag::VB);
}

// "They would appeal Wednesday's ruling": the cue is about the appeal.
bool is_genitive(const Story& story, const Sentence& sentence, const DateExpression& e) {
  return e.end_token < sentence.end_token && (story.tokens[e.end_token].lower_hash == hash_word("'s") ||
                                              story.tokens[e.end_token].lower_hash == hash_word("\u2019s"));
}

// "Monday's attack" in front of a verb: behind no preposition and no verb that asks for it.
bool is_of_subject(const Story& story, const Sentence& sentence, const DateExpression& e) {
  if (e.weekday == 0 || story.pos_tags.size() != story.tokens.size()) return false;
  if (e.first_token == sentence.first_token) return true;
  switch (story.pos_tags[e.first_token - 1]) {
    case PosTag::IN:
    case PosTag::TO:
    case PosTag::VB:
    case PosTag::VBG:
    case PosTag::VBP:
      return false;
    default:
      return true;
  }
}

// "In January, the firm brought in ...", "Until Thursday, they had not ...": where the date opens its sentence, the
// first finite verb tells. "On Friday, the league meets" is to come; "In June, it announces a deal" may be a
// chronicle's.
Direction direction_behind(const Story& story, const Sentence& sentence, const DateExpression& e,
                           const Lexicon& lexicon) {
  const std::uint32_t from = e.end_token;
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
        const std::string_view kind = rows.empty() ? std::string_view{} : lexicon.tense_cues.cell(rows.first, 1);
        const bool is_timetable = e.weekday != 0 && (kind == "timetable" || kind == "schedule");
        const bool is_ahead = kind == "future" || kind == "purpose";
        return is_ahead || is_timetable ? Direction::future : Direction::unknown;
      }
      default:
        break;
    }
  }
  return Direction::unknown;
}

// A word of tense_cues.tsv, and what its rule may ask for.
struct Cue {
  const Story& story;
  const Sentence& sentence;
  const DateExpression& date;
  std::uint32_t at = 0, back = 0;  // the word, so many tokens in front of the date
  Direction past = Direction::past;
  bool is_tagged = false;

  std::uint64_t word_before() const { return at > sentence.first_token ? story.tokens[at - 1].lower_hash : 0; }
  bool is_beside() const { return at + 1 == before_clock(story, sentence, date.first_token); }
};
using Told = std::optional<Direction>;
Told future_if(bool is_so) { return is_so ? Told(Direction::future) : std::nullopt; }

// What a word of each kind in tense_cues.tsv tells; null where the next one to the left may know.
struct CueRule {
  std::string_view kind;
  Told (*read)(const Cue& cue);
};
constexpr CueRule kCueRules[] = {
    {"future",  // "will meet on Monday"
     [](const Cue& c) { return future_if(!is_told_of_the_past(c.story, c.sentence, c.at)); }},
    {"purpose",  // "plans a vote on Monday", "the plan to vote on Monday"; not "rejected the plan on Monday"
     [](const Cue& c) -> Told {
       return is_purpose(c.story, c.sentence, c.at) ? Told(Direction::future) : std::nullopt;
     }},
    {"modal",  // of a day: what "can be done in two weeks" takes that long
     [](const Cue& c) -> Told {
       if (!is_possible_then(c.story, c.sentence, c.date, c.at)) return std::nullopt;
       return is_possible(c.story, c.sentence, c.at) ? Direction::future : c.past;
     }},
    {"beside",  // "by Friday": only right before it
     [](const Cue& c) -> Told {
       if (!c.is_beside()) return std::nullopt;
       return is_done_by(c.story, c.sentence, c.at) ? Direction::past : Direction::future;
     }},
    {"near",  // "talks starting on Thursday", "will close beginning Friday"
     [](const Cue& c) { return future_if(c.is_beside() && is_nearer_ahead(c.story, c.date)); }},
    {"awaited",  // "Officials expect results on Friday"
     [](const Cue& c) { return future_if(is_awaited(c.story, c.sentence, c.date, c.back)); }},
    {"timetable",  // "The summit opens on Thursday"
     [](const Cue& c) { return future_if(is_timetable(c.story, c.sentence, c.date, c.back, false)); }},
    {"schedule",  // "The countdown resumes on Friday": a form that is no noun
     [](const Cue& c) { return future_if(is_timetable(c.story, c.sentence, c.date, c.back, true)); }},
    {"day",  // "fixed for July 10"; not "sales for July"
     [](const Cue& c) { return future_if(c.back == 1 && (c.date.day != 0 || c.date.weekday != 0)); }},
    {"verb",  // "The road was closed on Friday"
     [](const Cue& c) -> Told {
       if (c.is_tagged && c.word_before() == hash_word("be")) return std::nullopt;  // "will be closed"
       const bool is_told = c.is_tagged && c.past == Direction::past && is_month_of_past(c.story, c.date, c.back);
       return is_told ? Direction::told : c.past;
     }},
};

// Nothing but the past fits a month whose verb stands right in front of it.
Direction of_month(const DateExpression& e, Direction past) {
  return e.month != 0 && e.day == 0 && e.mod == DateMod::none ? Direction::told : past;
}

// What the token at `cue`, left of the expression, says of its direction; null where the next one to the left may know.
// `past`: what a cue of the past says here.
std::optional<Direction> read_cue(const Story& story, const Sentence& sentence, const DateExpression& e,
                                  std::uint32_t cue, Direction past, const Lexicon& lexicon) {
  const Token& token = story.tokens[cue];
  const bool tagged = story.pos_tags.size() == story.tokens.size();
  const PosTag tag = tagged ? story.pos_tags[cue] : PosTag::none;
  if (tag == PosTag::NNP) return std::nullopt;  // the month of May
  if (is_ahead_of(story, e, cue)) return Direction::future;
  const Cue here{story, sentence, e, cue, e.first_token - cue, past, tagged};
  const RowRange rows = lexicon.tense_cues.find_word(token.lower_hash);
  const std::string_view kind = rows.empty() ? std::string_view{} : lexicon.tense_cues.cell(rows.first, 1);
  if (is_cue_by_neighbour(story, sentence, cue, kind, here.back)) {
    // "The talks were to begin Monday": of two Mondays the nearer.
    const bool was = here.word_before() == hash_word("was") || here.word_before() == hash_word("were");
    return !was || is_nearer_ahead(story, e) ? Direction::future : Direction::past;
  }
  if (tagged) {
    if (is_settled_present(story, sentence, e, cue) || is_to_be_held(story, sentence, e, cue, lexicon) ||
        is_appointed(story, sentence, e, cue, lexicon))
      return Direction::future;
    // "the law adopted in August": of a month, the last one.
    if (kind.empty() && is_done_on(story, sentence, e, cue)) return past == Direction::past ? of_month(e, past) : past;
    // "said in August that it would build a plant"
    if (kind == "past" && tag == PosTag::VBD && past == Direction::past && here.back == 2 &&
        is_behind(story, e, hash_word("in")))
      return of_month(e, past);
    const bool is_of_past = kind.empty() || kind == "verb" || kind == "past";
    if (is_of_past && is_done_that_day(story, sentence, e, cue)) return Direction::told;
  }
  const bool moved = kind == "moved";  // "The vote was moved to Saturday"
  if (moved && is_behind(story, e, hash_word("to"))) return Direction::future;
  if (kind.empty() || moved || kind == "infinitive") {  // "who were killed on", "erupted on": a verb of the past
    if (tag != PosTag::VBD) return std::nullopt;
    return past == Direction::past && is_month_of_past(story, e, here.back) ? Direction::told : past;
  }
  // "have risen since March", "since hurting a knee in March"
  if (token.lower_hash == hash_word("since")) return Direction::told;
  if (is_had(story, sentence, cue)) return Direction::past;
  const auto rule =
      std::find_if(std::begin(kCueRules), std::end(kCueRules), [&](const CueRule& row) { return row.kind == kind; });
  return rule == std::end(kCueRules) ? past : rule->read(here);
}

}  // namespace

Direction find_direction(const Story& story, const Sentence& sentence, const DateExpression& expression,
                         const Lexicon& lexicon) {
  if (is_behind_future_pair(story, sentence, expression.first_token)) return Direction::future;
  if (is_genitive(story, sentence, expression)) {
    if (is_day_to_come(story, sentence, expression, lexicon)) return Direction::future;
    // "Monday's attack killed two": over. Not "the run-up to Monday's vote on what they agreed".
    const bool is_told = is_of_subject(story, sentence, expression) &&
                         direction_behind(story, sentence, expression, lexicon) == Direction::told;
    return is_told ? Direction::past : Direction::unknown;
  }
  if (is_day_of_subject(story, sentence, expression)) return Direction::future;
  if (is_before_verb(story, sentence, expression)) return Direction::past;
  if (is_level_of_month(story, sentence, expression)) return Direction::told;
  if (expression.first_token <= sentence.first_token + 1) {
    const Direction told = direction_behind(story, sentence, expression, lexicon);
    if (told != Direction::unknown) return told;
  }
  const Direction past =
      is_behind_before(story, sentence, expression.first_token) ? Direction::unknown : Direction::past;
  for (std::uint32_t back = 1; back <= kMostTokensBack; ++back) {
    if (expression.first_token < sentence.first_token + back) break;
    const std::uint32_t cue = expression.first_token - back;
    if (story.tokens[cue].kind != TokenKind::word) continue;
    if (const std::optional<Direction> direction = read_cue(story, sentence, expression, cue, past, lexicon))
      return *direction;
  }
  return Direction::unknown;
}

}  // namespace wirecut
