// One rule a function; each was kept for what it gains on PolNeAR train, with models that hadn't seen the story. Those
// of the content stand here: where it ends before the next cue, where it begins behind the cue or before it, which of
// its parts are none. Those of the source stand in sources.cpp, those that ask where a clause ends in clauses.cpp.

#include "quotes/borders.h"

#include <algorithm>

#include "lexicon/word_map.h"
#include "quotes/clauses.h"
#include "quotes/listeners.h"
#include "quotes/sources.h"
#include "quotes/times.h"

namespace wirecut {
namespace {

// What measures a number behind it.
constexpr auto kMeasures =
    word_list({"about", "above", "almost", "around", "below", "between", "nearly", "over", "under"});

// `Roe said he was tired, and Doe said she was hungry.`, `Roe said he was tired; Doe said ...`: `inner` is a clause of
// the next speaker at the end of `content`. Returns the end of what stands before it, or 0.
std::uint32_t end_before_speaker(Items items, const Attribution& inner, const ItemRange& content) {
  const bool follows =
      inner.has_source() && inner.source.first > content.first + 2 && inner.cue.first == inner.source.end;
  if (follows && items[inner.source.first - 1].word == hash_word(";")) return inner.source.first - 1;
  if (!follows || items[inner.source.first - 1].boundary != Boundary::conjunction ||
      items[inner.source.first - 2].boundary != Boundary::comma)
    return 0;
  return inner.source.first - 2;
}

// `Roe said he was tired and warned that ...`, `Roe said he was tired, adding that ...`: `inner` is said by the same
// speaker. Returns the end of what stands before it, or 0.
std::uint32_t end_before_cue(Items items, const Attribution& inner, const Attribution& outer,
                             const ItemRange& content) {
  const bool same_source = !inner.has_source() || inner.source.first == outer.source.first;
  if (!same_source || inner.cue.first <= content.first + 2) return 0;
  const std::uint32_t before = inner.cue.first - 1;
  if (items[before].boundary == Boundary::conjunction)
    return items[before - 1].boundary == Boundary::comma ? before - 1 : before;
  return items[before].boundary == Boundary::comma && items[inner.cue.first].cue_form == CueForm::gerund ? before : 0;
}

void cut_at_next_cue(Items items, std::uint32_t index, const std::vector<Attribution>& all, float accept,
                     Attribution& attribution) {
  const Attribution& outer = all[index];
  if (outer.content_count != 1 || outer.contents[0].first < outer.cue.end) return;
  const ItemRange& content = outer.contents[0];
  std::uint32_t& end = attribution.contents[0].end;
  for (std::uint32_t next = index + 1; next < all.size() && all[next].cue.first < content.end; ++next) {
    const Attribution& inner = all[next];
    if (inner.content_count != 1 || inner.contents[0].first < inner.cue.end || inner.contents[0].end != content.end)
      continue;
    if (const std::uint32_t before = end_before_speaker(items, inner, content); before != 0)
      end = std::min(end, before);
    if (inner.score <= accept) continue;
    if (const std::uint32_t before = end_before_cue(items, inner, outer, content); before != 0)
      end = std::min(end, before);
  }
}

// `The storm, which killed 12, was the worst in years, officials said.`: content before its cue doesn't begin with a
// relative clause; the sentence's first word does, unless something else is attributed or quoted before the clause.
void begin_with_sentence(Items items, Attribution& attribution) {
  constexpr std::uint32_t kMostAdded = 8;  // items
  if (attribution.content_count != 1 || !attribution.has_source()) return;
  ItemRange& content = attribution.contents[0];
  const std::uint32_t behind = std::min(attribution.cue.first, attribution.source.first);
  if (content.first == 0 || content.end > behind || items[content.first].boundary != Boundary::wh ||
      items[content.first - 1].boundary != Boundary::comma)
    return;
  std::uint32_t first = content.first;
  for (; first > 0 && items[first - 1].sentence == items[content.first].sentence; --first)
    if (content.first - first == kMostAdded || items[first - 1].mark != MarkState::outside ||
        items[first - 1].cue_class != CueClass::none)
      return;
  content.first = first;
}

// `Roe told a meeting of farmers that prices would fall.`: whom one tells is no content; what one tells them begins
// with "that", where no verb stands before it.
void begin_with_that(Items items, Attribution& attribution) {
  constexpr std::uint32_t kMostItems = 14;
  if (items[attribution.cue.end - 1].cue_class != CueClass::tell) return;
  ItemRange& content = attribution.contents[0];
  if (content.first < attribution.cue.end) return;
  for (std::uint32_t i = content.first; i + 1 < content.end && i < content.first + kMostItems; ++i) {
    if (items[i].boundary == Boundary::that) content.first = i;
    if (items[i].boundary == Boundary::that || items[i].is_verb || items[i].is_unit() || items[i].ends_sentence) return;
  }
}

// `Roe told police he was at home.`: what one tells begins behind whom one tells.
void begin_behind_listener(Items items, const Lexicon& lexicon, Attribution& attribution) {
  ItemRange& content = attribution.contents[0];
  if (items[attribution.cue.end - 1].cue_class == CueClass::tell && content.first == attribution.cue.end)
    content.first = start_of_told(items, lexicon, content);
}

// `Roe complained about the noise.`, `Roe ruled out a vote.`, `Roe voted Tuesday to close the road.`: a preposition or
// a particle behind the cue belongs to the cue, a day to neither. Not so in `Roe said about 40 percent`, `at least 12`.
void begin_behind_preposition(Items items, const Lexicon& lexicon, Attribution& attribution) {
  ItemRange& content = attribution.contents[0];
  const Item& first = items[content.first];
  if (content.first != attribution.cue.end || content.end - content.first < 2) return;
  const Item &next = items[content.first + 1], &verb = items[attribution.cue.end - 1];
  if (next.word == hash_word("least") || next.word == hash_word("most")) return;
  if (next.has_tag(PosTag::CD) && kMeasures.of(first.word) && verb.cue_class != CueClass::act) return;
  const bool is_plain = first.boundary == Boundary::none || first.word == hash_word("as");
  // `Roe said without more rain the crop was lost`
  static constexpr auto kOfClause = word_list({"despite", "given", "unlike", "without"});
  const bool is_preposition =
      (first.has_tag(PosTag::IN) || first.has_tag(PosTag::RP)) && is_plain && !kOfClause.of(first.word);
  const bool is_day = is_weekday(first, lexicon) && !next.has_tag(PosTag::POS);  // not "said Friday's vote was void"
  if (is_preposition || is_day) ++content.first;
}

// `Roe said this week it would close.`, `Roe said over the weekend the firm was sound.`: nor is that time, where a
// clause stands behind it. Not in `Roe said last week was hard`, `last week's vote`.
void begin_behind_week(Items items, const Lexicon& lexicon, Attribution& attribution) {
  ItemRange& content = attribution.contents[0];
  const Item& verb = items[attribution.cue.end - 1];
  if (content.first < attribution.cue.end || content.first > attribution.cue.end + 1 || !verb.is_verb) return;
  const std::uint32_t behind = end_of_week(items, lexicon, {attribution.cue.end, content.end});
  if (behind <= content.first || behind + 2 > content.end) return;
  const bool opens_clause =
      has_one_of(items[behind], {PosTag::PRP, PosTag::DT, PosTag::PRPS, PosTag::EX}) || items[behind].name != 0;
  const bool has_verb = std::any_of(items.begin() + behind, items.begin() + content.end, is_finite_verb);
  if (opens_clause && has_verb) content.first = behind;
}

// `As Roe put | it |, “we lost.”`: that word belongs to the cue.
void drop_it(Items items, Attribution& attribution) {
  const ItemRange content = attribution.contents[0];
  ItemRange& cue = attribution.cue;
  if (attribution.content_count < 2 || content.first != cue.end || content.end != content.first + 1 ||
      items[content.first].word != hash_word("it") || items[cue.end - 1].lemma != hash_word("put"))
    return;
  ++cue.end;
  attribution.drop_content(0);
}

// `Speaking after | a meeting of the council |, he said schools would close.`: what a preposition in front of the
// speaker goes with is not what he said where a clause stands behind the verb.
void take_clause_behind(Items items, Attribution& attribution) {
  constexpr std::uint32_t kFarthest = 60;  // items
  const ItemRange cue = attribution.cue, source = attribution.source;
  ItemRange& content = attribution.contents[0];
  const auto begin = items.begin();
  if (attribution.content_count != 1 || !attribution.has_source() || source.end != cue.first ||
      items[cue.end - 1].cue_class != CueClass::say || !items[cue.end - 1].is_verb || content.end + 1 != source.first ||
      items[content.end].boundary != Boundary::comma || content.first == 0 ||
      !has_one_of(items[content.first - 1], {PosTag::IN, PosTag::VBG}) ||
      !std::all_of(begin + content.first, begin + content.end, is_outside_marks) ||
      std::any_of(begin + content.first, begin + content.end, is_finite_verb))
    return;
  ItemRange clause{cue.end, cue.end};
  const Item& opening = items[clause.first];
  const bool opens_clause = opening.boundary == Boundary::that || opening.boundary == Boundary::none;
  if (!opens_clause || opening.has_tag(PosTag::IN)) return;  // not "he said in May"
  while (clause.end < items.size() && clause.end - cue.end < kFarthest && is_outside_marks(items[clause.end]) &&
         !items[clause.end].ends_sentence)
    ++clause.end;
  const bool is_whole = clause.end < items.size() && items[clause.end].boundary == Boundary::stop;
  if (is_whole && std::any_of(begin + clause.first, begin + clause.end, is_finite_verb)) content = clause;
}

// `Roe said on Friday workers had left.`: the day of the saying is no part of what was said.
void begin_behind_day(Items items, const Lexicon& lexicon, Attribution& attribution) {
  ItemRange& content = attribution.contents[0];
  const bool is_behind_on = content.first > 0 && content.first <= attribution.cue.end + 1 &&
                            content.first >= attribution.cue.end && items[content.first - 1].word == hash_word("on");
  if (is_behind_on && content.end - content.first > 2 && is_weekday(items[content.first], lexicon) &&
      items[content.first + 1].boundary == Boundary::none && !items[content.first + 1].has_tag(PosTag::POS))
    ++content.first;
}

// `Roe said about 40 percent of it was lost.`: what measures a number belongs to it, not to the verb of saying.
void begin_with_measure(Items items, Attribution& attribution) {
  ItemRange &content = attribution.contents[0], &cue = attribution.cue;
  if (content.first != cue.end || cue.end < cue.first + 2 || !items[content.first].has_tag(PosTag::CD)) return;
  const Item &verb = items[cue.end - 2], &measure = items[cue.end - 1];
  if (verb.cue_class != CueClass::say || !verb.is_verb || !kMeasures.of(measure.word)) return;
  --cue.end;
  --content.first;
}

// `The letter praised the minister: “She has done a lot,” Roe wrote.`: where the cue follows the quotation, what stands
// before the colon is the reporter's.
void begin_behind_colon(Items items, Attribution& attribution) {
  std::size_t first = 0;  // the first content to stay
  for (std::size_t c = 0; c < attribution.content_count; ++c) {
    ItemRange& content = attribution.contents[c];
    if (content.end > attribution.cue.first) break;
    for (std::uint32_t i = content.first; i < content.end; ++i) {
      if (i == 0 || !items[i].is_unit() || items[i - 1].boundary != Boundary::colon) continue;
      content.first = i;
      first = c;
    }
  }
  for (std::size_t c = first; first > 0 && c < attribution.content_count; ++c)
    attribution.contents[c - first] = attribution.contents[c];
  attribution.content_count -= first;
}

// `“We lost,” Roe said after he learned that ...`: a word or two in marks that open the sentence, up to a comma before
// the speaker and the verb, are what was said, and without marks nothing behind the verb is.
void take_short_quotation(Items items, Attribution& attribution) {
  ItemRange& cue = attribution.cue;
  const auto says = [](const Item& item) { return item.is_strong_cue && item.is_verb; };
  if (std::none_of(items.begin() + cue.first, items.begin() + cue.end, says)) return;
  const bool is_behind_source = attribution.has_source() && attribution.source.end == cue.first;
  const ItemRange said = marked_before(items, is_behind_source ? attribution.source.first : cue.first);
  if (is_empty(said) || items[said.first].is_unit() || (said.first > 0 && !items[said.first - 1].ends_sentence)) return;
  if (is_in_capitals(items[said.first + 1])) return;  // a subhead: “SAFE AS HOUSES?”
  const Item& last = items[said.end - 2];
  if (last.boundary != Boundary::comma && (last.boundary != Boundary::stop || last.word == hash_word("."))) return;
  std::size_t count = 0;
  const auto contents = attribution.contents;
  attribution.contents[count++] = said;
  for (std::size_t c = 0; c < attribution.content_count && count < Attribution::kMostContents; ++c)
    if (contents[c].first >= cue.end && items[contents[c].first].is_unit()) attribution.contents[count++] = contents[c];
  attribution.content_count = count;
  while (cue.end > cue.first + 1 && items[cue.end - 1].has_tag(PosTag::IN)) --cue.end;
}

// `Sales fell in May, the paper quoted Roe as saying.`: what the models take for content is who said it; the content
// stands before the comma.
void take_content_before_as_saying(Items items, Attribution& attribution) {
  constexpr std::uint32_t kFarthest = 100;  // items
  ItemRange& content = attribution.contents[0];
  const std::uint32_t cue = attribution.cue.first;
  const std::uint64_t verb = items[attribution.cue.end - 1].lemma;
  if (verb != hash_word("quote") && verb != hash_word("cite")) return;
  if (attribution.content_count != 1 || content.first < attribution.cue.end || content.end < content.first + 3 ||
      items[content.end - 1].word != hash_word("saying") || items[content.end - 2].word != hash_word("as"))
    return;
  if (content.end < items.size() && !items[content.end].ends_sentence) return;  // goes on: "as saying it was late"
  std::uint32_t comma = cue, first = cue;
  for (; first > 0 && cue - first < kFarthest && !items[first - 1].ends_sentence; --first)
    if (comma == cue && items[first - 1].boundary == Boundary::comma) comma = first - 1;
  if (comma == cue || first >= comma)
    attribution.content_count = 0;
  else
    content = {first, comma};
}

// `the plan, | which | Roe called | “a mess” |`, `| what | Roe terms | “a mess” |`: the pronoun stands for what was
// called so, and was not said.
void drop_pronoun_of_naming(Items items, Attribution& attribution) {
  static constexpr auto kPronouns = word_list({"that", "what", "which", "who", "whom"});
  static constexpr auto kNaming = word_list({"brand", "call", "characterise", "characterize", "describe", "dub",
                                             "label", "labelled", "term", "termed", "terms"});
  const ItemRange content = attribution.contents[0], cue = attribution.cue;
  const auto is_naming = [](const Item& item) { return kNaming.of(item.lemma); };
  if (attribution.content_count < 2 || content.end != content.first + 1 || content.end > cue.first ||
      !kPronouns.of(items[content.first].word) || attribution.contents[1].first < cue.end ||
      std::none_of(items.begin() + cue.first, items.begin() + cue.end, is_naming) ||
      std::any_of(items.begin() + cue.first, items.begin() + cue.end,  // "who Roe says called it a mess"
                  [](const Item& item) { return item.is_strong_cue; }))
    return;
  attribution.drop_content(0);
}

}  // namespace

Attribution with_borders_mended(Items items, const Lexicon& lexicon, std::uint32_t index,
                                const std::vector<Attribution>& attributions, float accept) {
  Attribution attribution = attributions[index];
  if (attribution.content_count == 0 || attribution.is_settled) return attribution;
  cut_at_next_cue(items, index, attributions, accept, attribution);
  take_short_quotation(items, attribution);
  begin_with_sentence(items, attribution);
  begin_with_that(items, attribution);
  begin_behind_listener(items, lexicon, attribution);
  begin_behind_preposition(items, lexicon, attribution);
  drop_it(items, attribution);
  take_clause_behind(items, attribution);
  begin_behind_day(items, lexicon, attribution);
  begin_behind_week(items, lexicon, attribution);
  begin_with_measure(items, attribution);
  begin_behind_colon(items, attribution);
  mend_source(items, lexicon, attribution);
  take_content_before_as_saying(items, attribution);
  if (attribution.content_count == 0) return attribution;
  drop_pronoun_of_naming(items, attribution);
  mend_clauses(items, lexicon, attribution);
  return attribution;
}

}  // namespace wirecut
