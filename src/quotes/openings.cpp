// The words in front of the first verb are the source where they are a noun phrase, or one that a clause or an
// apposition between commas describes; the verb must be a plain one of saying; and what is left behind when and to whom
// it was said must be able to stand alone. `According to` has its source behind it, up to a comma or the end.

#include "quotes/openings.h"

#include <algorithm>
#include <utility>

#include "lexicon/word_map.h"
#include "lexicon/word_use.h"
#include "quotes/drafts.h"
#include "quotes/listeners.h"
#include "quotes/statements.h"
#include "quotes/subject_phrases.h"
#include "quotes/times.h"

namespace wirecut {
namespace {

// The words that open a sentence, up to its first verb, where they can be a source; `In a separate report,` or `In May`
// may stand in front of them. Else empty.
ItemRange opening_phrase(const QuoteItems& items, const Lexicon& lexicon, const ItemRange& sentence) {
  constexpr std::uint32_t kMostWords = 12;
  ItemRange phrase{sentence.first, sentence.first};
  for (; phrase.end < sentence.end && !is_verb(items.items[phrase.end]); ++phrase.end) {
    const Item& item = items.items[phrase.end];
    if (item.boundary == Boundary::comma && phrase.first == sentence.first &&
        (items.items[phrase.first].has_tag(PosTag::IN) || is_adverb(items.items[phrase.first])))
      phrase.first = phrase.end + 1;
    else if (item.boundary != Boundary::none || item.mark != MarkState::outside)
      return {};
  }
  if (!is_empty(phrase)) phrase.first = start_behind_time(items.items, lexicon, phrase);
  const bool may_speak = !is_empty(phrase) && phrase.end < sentence.end && phrase.end - phrase.first <= kMostWords &&
                         !items.items[phrase.first].has_tag(PosTag::IN) && is_noun_or_name(items.items[phrase.end - 1]);
  return may_speak ? phrase : ItemRange{};
}

// The words in front of the first verb of saying, where a clause or an apposition parts them: `Jane Roe, a banker at
// Acme, | said`; else empty.
ItemRange opening_with_apposition(const QuoteItems& items, const Lexicon& lexicon, const ItemRange& sentence) {
  constexpr std::uint32_t kFarthest = 36;
  std::uint32_t verb = sentence.first + 1;
  while (verb < sentence.end && verb - sentence.first < kFarthest && !items.items[verb].is_strong_cue) ++verb;
  if (verb >= sentence.end || items.items[verb - 1].boundary != Boundary::comma) return {};
  const Items words = items_of(items, sentence);
  const std::uint32_t cue = verb - sentence.first;
  const ItemRange subject = subject_before_clause(words, lexicon, {cue, cue + 1});
  return is_empty(subject) ? subject : moved({subject.first, cue}, sentence.first);
}

// Where a clause begins behind what ties it to the sentence before, between commas: `, however, the mill was shut`;
// range.first where none stands there.
std::uint32_t start_behind_aside(const QuoteItems& items, const Lexicon& lexicon, const ItemRange& range) {
  constexpr std::uint32_t kMostWords = 4;
  if (items.items[range.first].boundary != Boundary::comma) return range.first;
  std::uint64_t chain = 0;
  for (std::uint32_t i = range.first + 1; i < range.end && i <= range.first + kMostWords + 1; ++i) {
    if (items.items[i].boundary == Boundary::comma)
      return has_use(lexicon.quote_words, lexicon.quote_words.step(chain).rows, "aside") ? i + 1 : range.first;
    chain = hash_phrase(chain, items.items[i].word);
  }
  return range.first;
}

// `Jane Roe is also confident that the road will be built.`, `The bank is of the view that rates will fall.`; not `It
// is certain that ...`. `verb`: the form of "be".
ItemRange content_of_belief(const QuoteItems& items, const Lexicon& lexicon, const ItemRange& sentence,
                            std::uint32_t verb) {
  std::uint32_t that = verb + 1;
  while (that < sentence.end && items.items[that].has_tag(PosTag::RB)) ++that;
  if (that + 3 < sentence.end && items.items[that].word == hash_word("of") &&
      has_use(lexicon.quote_words, items.items[that + 2].word, "certain"))
    that += 3;
  else if (that < sentence.end && has_use(lexicon.quote_words, items.items[that].word, "certain"))
    that += 1;
  else
    return {};
  return that < sentence.end && items.items[that].boundary == Boundary::that ? without_stop(items, {that, sentence.end})
                                                                             : ItemRange{};
}

void add_belief(const QuoteItems& items, const Lexicon& lexicon, std::uint32_t paragraph, const ItemRange& sentence,
                const ItemRange& source, DraftScratch& scratch) {
  static constexpr auto kDummies = word_list({"anybody", "anyone", "everybody", "everyone", "it", "nobody", "none",
                                              "one", "that", "there", "thing", "what", "which"});
  static constexpr auto kNone = word_list({"no", "none", "neither"});
  if (!is_form_of_be(items.items[source.end]) || kDummies.of(items.items[source.end - 1].word) ||
      kNone.of(items.items[source.first].word))
    return;
  const ItemRange content = content_of_belief(items, lexicon, sentence, source.end);
  if (is_empty(content) || !is_free(content, scratch)) return;
  add_draft({.contents = {content}, .source = source, .cue = {source.end, content.first}, .paragraph = paragraph},
            scratch);
}

}  // namespace

void add_opening(const QuoteItems& items, const Lexicon& lexicon, std::uint32_t paragraph, const ItemRange& sentence,
                 DraftScratch& scratch) {
  ItemRange source = opening_phrase(items, lexicon, sentence);
  if (is_empty(source)) source = opening_with_apposition(items, lexicon, sentence);
  if (is_empty(source)) return;
  add_belief(items, lexicon, paragraph, sentence, source, scratch);
  const Item& verb = items.items[source.end];
  const bool tells = verb.cue_class == CueClass::tell, says = verb.lemma == hash_word("say");
  if (!is_finite_verb(verb) || !verb.is_strong_cue || (!tells && !says)) return;
  ItemRange content = without_stop(items, {source.end + 1, sentence.end});
  if (is_empty(content)) return;
  if (says) content.first = start_behind_aside(items, lexicon, content);
  if (is_empty(content)) return;
  const Item& next = items.items[content.first];  // "said on Friday the mill ...", but "said the week it began was ..."
  const bool may_shift = tells || next.has_tag(PosTag::IN) || is_day(next, lexicon);
  std::uint32_t told = may_shift ? start_of_told(items.items, lexicon, content) : content.first;
  if (may_shift && told == content.first) told = start_behind_time(items.items, lexicon, content);
  const Part part = items.paragraphs[paragraph].part;
  const bool is_measure = told + 1 < content.end && items.items[told + 1].has_tag(PosTag::CD);  // "around 700 had left"
  const bool is_aside = items.items[told].has_tag(PosTag::IN) && !is_measure && part != Part::headline;
  if (told == content.first && (tells || is_aside)) return;
  content.first = told;
  if (is_statement(items, part, content) && is_free(content, scratch))
    add_draft({.contents = {content}, .source = source, .cue = {source.end, source.end + 1}, .paragraph = paragraph},
              scratch);
}

void add_according(const QuoteItems& items, const Lexicon& lexicon, std::uint32_t paragraph, const ItemRange& sentence,
                   std::uint32_t cue, DraftScratch& scratch) {
  if (cue + 1 >= sentence.end || items.items[cue + 1].boundary != Boundary::to) return;
  const ItemRange source = phrase_to_border(items.items, {cue + 2, sentence.end});
  if (is_empty(source) || source.end == sentence.end) return;
  const bool ends_at_comma = items.items[source.end].boundary == Boundary::comma;
  // "according to age", "according to the timetable": nobody says so.
  if (has_use(lexicon.quote_words, items.items[source.end - 1].word, "norm")) return;
  ItemRange content;
  if (cue == sentence.first && ends_at_comma)
    content = without_stop(items, {source.end + 1, sentence.end});
  else if (cue > sentence.first && !ends_at_comma && items.items[cue - 1].boundary == Boundary::comma)
    content = {sentence.first, cue - 1};
  if (content.end > content.first && is_statement(items, items.paragraphs[paragraph].part, content) &&
      is_free(content, scratch))
    add_draft({.contents = {content}, .source = source, .cue = {cue, cue + 2}, .paragraph = paragraph}, scratch);
}

}  // namespace wirecut
