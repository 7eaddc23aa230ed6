// The words of saying close the statement in front of them though a tail follows: a comma and a word that opens a
// clause of its own ("as", "after", a participle), or a clause of time without one. Behind "but", "and" or "which" the
// statement goes on, and what stands there is said as well. Only verbs that do nothing but say: "the talks he held,
// urging calm".

#include "quotes/closing_tail.h"

#include <algorithm>

#include "lexicon/word_map.h"
#include "quotes/drafts.h"
#include "quotes/times.h"

namespace wirecut {
namespace {

// Verbs that say or show, and do nothing else; no participle, as in "a pattern shown before".
bool is_plain_saying(const Item& item) {
  static constexpr auto kLemmas = word_list({"add", "announce", "confirm", "declare", "estimate", "explain", "note",
                                             "report", "reveal", "say", "show", "state", "tell", "warn", "write"});
  return kLemmas.of(item.lemma) && is_finite_verb(item);
}

// `..., residents said on Friday, as thousands fled.`, `..., Roe said on X, formerly Twitter.`: whether behind the
// comma at `comma` something else is told.
bool opens_tail(const QuoteItems& items, std::uint32_t saying, std::uint32_t comma, std::uint32_t end) {
  static constexpr auto kOpenings =
      word_list({"after", "amid", "as", "despite", "even", "following", "formerly", "in", "while", "with"});
  if (comma + 2 >= end) return false;
  if (has_one_of(items.items[comma + 1], {PosTag::VBG, PosTag::VBN}) && is_plain_saying(items.items[saying]))
    return true;  // "officials said on Friday, urging calm"; not "the talks he held, urging calm"
  if (!kOpenings.of(items.items[comma + 1].word)) return false;
  const std::uint64_t next = items.items[comma + 2].word;
  return next != hash_word("well") && (items.items[comma + 1].word != hash_word("even") || next == hash_word("as"));
}

}  // namespace

bool opens_clause_of_time(const QuoteItems& items, std::uint32_t at, std::uint32_t end) {
  static constexpr auto kOpenings = word_list({"after", "ahead", "as", "before", "during", "when", "while"});
  return at + 2 < end && is_plain_saying(items.items[at - 1]) && kOpenings.of(items.items[at].word) &&
         items.items[at + 1].word != hash_word("much");
}

bool tail_goes_on(const QuoteItems& items, const Lexicon& lexicon, std::uint32_t saying, std::uint32_t comma) {
  static constexpr auto kOpenings = word_list({"although", "and", "but", "though", "which"});
  const Item &verb = items.items[saying], &next = items.items[saying + 1];
  const bool is_near = comma == saying + 1 || (comma == saying + 2 && is_day(next, lexicon)) ||
                       start_behind_time(items.items, lexicon, {saying + 1, comma + 1}) == comma;
  return is_near && verb.cue_class != CueClass::tell && is_plain_saying(verb) &&
         kOpenings.of(items.items[comma + 1].word);
}

ItemRange part_before_tail(const QuoteItems& items, const Lexicon& lexicon, const ItemRange& sentence,
                           std::uint32_t comma, std::uint32_t last_saying) {
  constexpr std::uint32_t kFarthest = 12;  // items from the verb to the comma
  const bool closes = last_saying > sentence.first && last_saying < comma && comma - last_saying <= kFarthest;
  if (!closes || comma + 2 >= sentence.end) return {};
  return opens_tail(items, last_saying, comma, sentence.end) || tail_goes_on(items, lexicon, last_saying, comma)
             ? ItemRange{sentence.first, comma}
             : ItemRange{};
}

ItemRange rest_of(const QuoteItems& items, ItemRange tail) {
  tail = without_stop(items, tail);
  const auto words = items_of(items, tail);
  const bool is_plain = std::all_of(words.begin(), words.end(), [](const Item& item) {
    return !(item.is_strong_cue && is_finite_verb(item)) && is_outside_marks(item) && item.boundary != Boundary::stop;
  });
  return is_plain && tail.end > tail.first + 2 ? tail : ItemRange{};
}

}  // namespace wirecut
