#include "quotes/split_quotations.h"

#include <algorithm>

#include "lexicon/word_map.h"
#include "lexicon/word_use.h"
#include "quotes/subject_phrases.h"
#include "quotes/times.h"

namespace wirecut {
namespace {

constexpr std::uint32_t kMostWords = 14;  // between a mark and the verb

bool ends_marked_in_comma(Items items, const ItemRange& marked) {
  const Item& last = items[marked.end - 1];
  return last.is_unit() ? ends_in_comma(last)
                        : marked.end - marked.first > 2 && items[marked.end - 2].boundary == Boundary::comma;
}

// The first verb of saying among the words of the cue, or cue.end.
std::uint32_t verb_of_saying(Items items, const ItemRange& cue) {
  std::uint32_t verb = cue.first;
  while (verb < cue.end && !(items[verb].is_strong_cue && items[verb].is_verb && is_outside_marks(items[verb]))) ++verb;
  return verb;
}

// Of the words between the marks of a split quotation those before the verb; empty where no noun is among them.
ItemRange speaker_in_front(Items items, const Lexicon& lexicon, ItemRange words) {
  while (words.end > words.first && is_adverb(items[words.end - 1])) --words.end;
  words.first = start_behind_time(items, lexicon, words);
  return !is_empty(words) && is_noun_or_name(items[words.end - 1]) ? words : ItemRange{};
}

bool lies_within(const ItemRange& inner, const ItemRange& outer) {
  return !is_empty(inner) && inner.first >= outer.first && inner.end <= outer.end;
}

// Sets the contents: these, and of those that were found the quotations before and behind them.
void set_contents(Items items, std::initializer_list<ItemRange> marked, Attribution& attribution) {
  const Attribution found = attribution;
  const std::uint32_t first = marked.begin()->first, end = (marked.end() - 1)->end;
  attribution.content_count = 0;
  const auto add = [&](const ItemRange& range) {
    if (attribution.content_count < Attribution::kMostContents)
      attribution.contents[attribution.content_count++] = range;
  };
  const auto is_quotation = [&](const ItemRange& range) { return items[range.first].is_unit(); };
  for (std::size_t c = 0; c < found.content_count; ++c)
    if (found.contents[c].end <= first && is_quotation(found.contents[c])) add(found.contents[c]);
  std::for_each(marked.begin(), marked.end(), add);
  for (std::size_t c = 0; c < found.content_count; ++c)
    if (found.contents[c].first >= end && is_quotation(found.contents[c])) add(found.contents[c]);
  attribution.is_settled = true;
}

// May the item stand between a quotation, its verb of saying and the rest? `“We lost,” Roe said, | adding |, “but ...”`
// has another verb of saying, with contents of its own; `..., he said, | but | when asked again, “I will go,”` goes on
// to another clause.
bool may_interrupt(Items items, const Lexicon& lexicon, std::uint32_t i) {
  static constexpr auto kContrasts = word_list({"although", "but", "though"});
  const Item& item = items[i];
  const bool says = item.is_verb && item.cue_class != CueClass::none && item.cue_class != CueClass::act &&
                    !has_use(lexicon.quote_words, item.lemma, "speaking");
  const bool is_asked = i > 0 && items[i - 1].word == hash_word("when");  // "he said when told of it"
  return is_outside_marks(item) && (!says || is_asked) && !kContrasts.of(item.word);
}

}  // namespace

bool read_split_quotation(Items items, const Lexicon& lexicon, Attribution& attribution) {
  const std::uint32_t verb = verb_of_saying(items, attribution.cue);
  if (verb == attribution.cue.end) return false;
  std::uint32_t first = attribution.cue.first, end = attribution.cue.end;
  while (first > 0 && may_interrupt(items, lexicon, first - 1) && verb - first < kMostWords &&
         !items[first - 1].ends_sentence)
    --first;
  const ItemRange before = marked_before(items, first);
  if (is_empty(before) || (before.first > 0 && !items[before.first - 1].ends_sentence)) return false;
  if (items[first].boundary == Boundary::comma)
    ++first;  // “We lost”, said Roe
  else if (!ends_marked_in_comma(items, before))
    return false;
  while (end < items.size() && may_interrupt(items, lexicon, end) && end - verb < kMostWords &&
         !items[end].ends_sentence)
    ++end;
  const ItemRange behind = marked_at(items, end);
  if (is_empty(behind) || items[end - 1].boundary != Boundary::comma || first > attribution.cue.first) return false;
  const ItemRange words_before{first, attribution.cue.first}, words_behind{attribution.cue.end, end - 1};
  ItemRange speaker = attribution.source;
  if (!lies_within(speaker, words_before) && !lies_within(speaker, words_behind))
    speaker = is_empty(words_before) ? noun_phrase_at(items, lexicon, words_behind)
                                     : speaker_in_front(items, lexicon, words_before);
  if (is_empty(speaker)) return false;
  const bool has_apposition =
      speaker.first == attribution.cue.end && speaker.end + 2 < end && items[speaker.end].boundary == Boundary::comma;
  if (has_apposition && is_phrase(items.subspan(speaker.end + 1, end - speaker.end - 2)))
    speaker.end = end - 1;  // said Roe, the mayor,
  attribution.source = speaker;
  // “We lost,” Roe wrote in her book, “The Long Road.”
  if (!items[behind.first].is_unit() && has_use(lexicon.quote_words, items[end - 2].word, "work"))
    set_contents(items, {before}, attribution);
  else
    set_contents(items, {before, behind}, attribution);
  return true;
}

}  // namespace wirecut
