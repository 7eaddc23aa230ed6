// Three parts between commas: a noun phrase without a verb opens the sentence, a source and its verb of saying (or
// "according to" and a source) stand behind it, and a finite verb opens the rest, which the noun phrase is the subject
// of. All three are plain words. The models take the subject for all that is said, or the rest.

#include "quotes/interrupted.h"

#include <algorithm>

#include "quotes/closing_source.h"
#include "quotes/drafts.h"
#include "quotes/subject_phrases.h"
#include "quotes/times.h"

namespace wirecut {
namespace {

// The comma that ends the words from `first` on; `end` where another border or too many words stand in front of it.
std::uint32_t comma_behind(const QuoteItems& items, std::uint32_t first, std::uint32_t end) {
  constexpr std::uint32_t kMostWords = 14;
  for (std::uint32_t i = first; i < end && i - first < kMostWords; ++i) {
    const Item& item = items.items[i];
    if (parts_phrases(item)) return i;
    if (item.mark != MarkState::outside || item.boundary == Boundary::stop) break;
  }
  return end;
}

// `police said`, `said the police`, `police said on Monday`, `according to the police`: who says so, and by which word;
// both empty where the words are others.
struct Aside {
  ItemRange source, cue;
};

Aside read_aside(const QuoteItems& items, const Lexicon& lexicon, ItemRange words) {
  const auto says = [](const Item& item) { return item.lemma == hash_word("say") && is_finite_verb(item); };
  for (std::uint32_t i = words.first + 1; i + 1 < words.end; ++i)  // "police said on Monday"
    if (says(items.items[i]) && start_behind_time(items.items, lexicon, {i + 1, words.end + 1}) == words.end)
      words.end = i + 1;
  words = without_time(items.items, lexicon, words);  // "according to a source last week"
  if (words.end < words.first + 2) return {};
  const Item &first = items.items[words.first], &last = items.items[words.end - 1];
  const auto noun_of = [&](ItemRange range) {
    const ItemRange noun = phrase_to_border(items.items, range);
    return noun.end == range.end && !has_one_of(items.items[range.first], {PosTag::IN, PosTag::VBG}) ? noun
                                                                                                     : ItemRange{};
  };
  Aside aside;
  if (first.cue_class == CueClass::according && items.items[words.first + 1].boundary == Boundary::to) {
    if (words.end > words.first + 2) aside = {noun_of({words.first + 2, words.end}), {words.first, words.first + 2}};
  } else if (is_saying(last) && last.name == 0) {  // "an official, Zaman Said, said"
    aside = {noun_of({words.first, words.end - 1}), {words.end - 1, words.end}};
  } else if (says(first)) {
    aside = {noun_of({words.first + 1, words.end}), {words.first, words.first + 1}};
  }
  return is_empty(aside.source) ? Aside{} : aside;
}

}  // namespace

Draft interrupted_statement(const QuoteItems& items, const Lexicon& lexicon, std::uint32_t paragraph,
                            const ItemRange& sentence) {
  Draft draft;
  draft.paragraph = paragraph;
  const ItemRange subject = phrase_to_border(items.items, sentence);
  if (is_empty(subject) || has_one_of(items.items[subject.first], {PosTag::IN, PosTag::RB})) return draft;
  const std::uint32_t comma = comma_behind(items, subject.end + 1, sentence.end);
  if (comma + 1 >= sentence.end || items.items[subject.end].boundary != Boundary::comma) return draft;
  const Aside aside = read_aside(items, lexicon, {subject.end + 1, comma});
  const ItemRange rest = without_stop(items, {comma + 1, sentence.end});
  if (is_empty(aside.source) || is_empty(rest)) return draft;
  std::uint32_t verb = rest.first;
  while (verb + 1 < rest.end && is_adverb(items.items[verb])) ++verb;
  const bool is_plain = is_outside_marks(items.items[rest.first]) && is_outside_marks(items.items[rest.end - 1]);
  const auto words = items_of(items, {verb, rest.end});
  const bool is_past = items.items[verb].has_tag(PosTag::VBN) &&  // taggers take "fled" for a participle
                       std::none_of(words.begin(), words.end(), is_finite_verb);
  if (!is_plain || !(is_finite_verb(items.items[verb]) || is_past)) return draft;
  draft.source = aside.source;
  draft.cue = aside.cue;
  draft.contents = {subject, rest};
  return draft;
}

}  // namespace wirecut
