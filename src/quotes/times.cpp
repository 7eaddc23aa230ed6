#include "quotes/times.h"

#include <algorithm>

#include "lexicon/word_map.h"
#include "lexicon/word_use.h"

namespace wirecut {
namespace {

bool is_time_word(const Item& item, const Lexicon& lexicon, std::string_view use) {
  return has_use(lexicon.time_words, item.word, use);
}

bool opens_time(const Item& item) {
  static constexpr auto kWords =
      word_list({"on", "in", "since", "late", "early", "last", "next", "this", "later", "earlier"});
  return kWords.of(item.word);
}

bool is_adverb_of_time(const Item& item) {
  static constexpr auto kWords = word_list({"again", "also", "earlier", "later", "now", "previously", "recently",
                                            "repeatedly", "separately", "still", "subsequently", "then"});
  return kWords.of(item.word) && has_one_of(item, {PosTag::RB, PosTag::RBR});
}

// Where the words of time begin that end at `range.end`; range.end where there are none.
std::uint32_t time_start(Items items, const Lexicon& lexicon, ItemRange range) {
  if (range.end < range.first + 2) return range.end;
  const Item &last = items[range.end - 1], &before = items[range.end - 2];
  std::uint32_t start = range.end;
  if (is_day(last, lexicon)) {
    start = range.end - 1;
  } else if (is_part_of_day(last, lexicon) && (is_weekday(before, lexicon) || is_relation(before, lexicon))) {
    start = range.end - 2;
  } else if (is_time_word(last, lexicon, "unit") && is_relation(before, lexicon)) {
    start = range.end - 2;
  } else if (is_month(last, lexicon) || last.has_tag(PosTag::CD)) {  // "in May", "in 2006", "in May 2006"
    const std::uint32_t date = range.end - (last.has_tag(PosTag::CD) && is_month(before, lexicon) ? 2 : 1);
    if (date > range.first && opens_time(items[date - 1])) start = date;
  } else if (last.word == hash_word("time") && before.word == hash_word("the") && range.end > range.first + 3 &&
             items[range.end - 3].word == hash_word("at")) {
    start = range.end - 3;
  }
  while (start < range.end && start > range.first && opens_time(items[start - 1])) --start;
  return start;
}

}  // namespace

bool is_weekday(const Item& item, const Lexicon& lexicon) { return is_time_word(item, lexicon, "weekday"); }
bool is_month(const Item& item, const Lexicon& lexicon) { return is_time_word(item, lexicon, "month"); }
bool is_part_of_day(const Item& item, const Lexicon& lexicon) { return is_time_word(item, lexicon, "part"); }
bool is_relation(const Item& item, const Lexicon& lexicon) { return is_time_word(item, lexicon, "relation"); }
bool is_dayword(const Item& item, const Lexicon& lexicon) {
  return is_time_word(item, lexicon, "dayword") || is_time_word(item, lexicon, "tonight");
}
bool is_day(const Item& item, const Lexicon& lexicon) { return is_weekday(item, lexicon) || is_dayword(item, lexicon); }
bool is_time(const Item& item, const Lexicon& lexicon) {
  return is_day(item, lexicon) || is_month(item, lexicon) || is_part_of_day(item, lexicon);
}

std::uint32_t end_of_week(Items items, const Lexicon& lexicon, ItemRange range) {
  static constexpr auto kBefore = word_list({"at", "earlier", "early", "late", "later", "over"});
  std::uint32_t at = range.first;
  if (at < range.end && kBefore.of(items[at].word)) ++at;
  if (at + 2 > range.end) return range.first;
  const bool is_weekend = at > range.first && items[at].word == hash_word("the");
  const bool is_time = is_weekend ? is_time_word(items[at + 1], lexicon, "weekend")
                                  : is_relation(items[at], lexicon) && is_time_word(items[at + 1], lexicon, "unit");
  return is_time ? at + 2 : range.first;
}

std::uint32_t start_behind_time(Items items, const Lexicon& lexicon, ItemRange phrase) {
  std::uint32_t at = phrase.first;
  const bool has_preposition = items[at].has_tag(PosTag::IN);
  if (has_preposition) ++at;
  std::uint32_t behind = end_of_week(items, lexicon, phrase);  // "over the weekend"
  if (behind == phrase.first && has_preposition) behind = end_of_week(items, lexicon, {at, phrase.end});
  if (behind == at && at + 1 < phrase.end && is_relation(items[at], lexicon) && is_weekday(items[at + 1], lexicon))
    behind = at + 2;
  if (behind == at && at < phrase.end && (is_weekday(items[at], lexicon) || is_month(items[at], lexicon)))
    behind = at + 1;
  if (behind == at || behind == phrase.end) return phrase.first;
  const Item &time = items[at], &next = items[behind];
  if (has_one_of(next, {PosTag::POS, PosTag::CD, PosTag::IN})) return phrase.first;
  if (has_preposition || behind > at + 1) return behind;
  // A month or a weekday alone may be a name, "April Roe", or belong to a noun, "September sales".
  const bool is_apart = time.name == 0 && (next.name != 0 || next.has_tag(PosTag::DT));
  return is_apart ? behind : phrase.first;
}

ItemRange without_time(Items items, const Lexicon& lexicon, ItemRange range) {
  std::uint32_t start = time_start(items, lexicon, range);
  while (start > range.first && is_adverb_of_time(items[start - 1])) --start;
  if (start == range.first || start == range.end) return range;
  const bool is_name = std::any_of(items.begin() + start, items.begin() + range.end,
                                   [](const Item& item) { return item.is_inside_name(); });
  const Item& before = items[start - 1];
  const bool ends_phrase = is_noun_or_pronoun(before) || has_one_of(before, {PosTag::WP, PosTag::WDT, PosTag::POS});
  const bool is_apart =
      !is_name && (ends_phrase || before.boundary == Boundary::comma || before.boundary == Boundary::paren ||
                   before.boundary == Boundary::dash || before.boundary == Boundary::conjunction);
  return {range.first, is_apart ? start : range.end};
}

}  // namespace wirecut
