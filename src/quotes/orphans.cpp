// What becomes of quotations that the models left alone: each goes to the quote that its place allows, or to the
// speaker that the words beside it name.

#include <algorithm>
#include <utility>

#include "quotes/captions.h"
#include "quotes/continued.h"
#include "quotes/drafts.h"
#include "quotes/link.h"

namespace wirecut {
namespace {

bool is_orphan(const QuoteItems& items, std::uint32_t i, const DraftScratch& scratch) {
  return items.items[i].is_unit() && items.items[i].word_count >= kOrphanWords && scratch.owner[i] < 0;
}

// `"I know." "So do you."`: within a paragraph, right behind a stretch that is content, closed or not.
bool goes_on_behind(const QuoteItems& items, std::uint32_t unit, const DraftScratch& scratch) {
  return items.items[unit - 1].is_unit() && scratch.owner[unit - 1] >= 0;
}

// A paragraph of nothing but quotations goes on with the last quotation of the paragraph before, closed or not (of 40
// behind a closed one, 39 in PolNeAR): the quote that owns it, or -1.
std::int32_t owner_before(const QuoteItems& items, std::uint32_t paragraph, const DraftScratch& scratch) {
  constexpr std::uint32_t kMost = 4;  // quotations; the time stays linear in the text
  const ItemParagraph& at = items.paragraphs[paragraph];
  if (paragraph == 0 || items.paragraphs[paragraph - 1].part != at.part || at.end_item - at.first_item > kMost ||
      !holds_quotations_only(items, paragraph))
    return -1;
  const ItemParagraph& before = items.paragraphs[paragraph - 1];
  for (std::uint32_t i = before.end_item; i-- > before.first_item;)
    if (items.items[i].is_unit()) return scratch.owner[i];
  return -1;
}

// `“...” — Jane Roe, mayor`: a dash behind the stretch, then capitalised words, to the end of the paragraph.
ItemRange find_dash_source(const Story& story, const QuoteItems& items, const ItemParagraph& paragraph,
                           std::uint32_t unit) {
  if (unit + 2 >= paragraph.end_item || items.items[unit + 1].boundary != Boundary::dash) return {};
  ItemRange source{unit + 2, unit + 2};
  while (source.end < paragraph.end_item) {
    const Item& item = items.items[source.end];
    if (item.boundary == Boundary::comma || item.boundary == Boundary::stop || item.boundary == Boundary::paren) break;
    if (item.is_unit() || !first_token(story, item).has(kCapitalized)) return {};
    ++source.end;
  }
  return source;
}

// The drafts of a paragraph that have a cue, by its place: into scratch.order. Drafts [first, end) are of that
// paragraph. What a report shows is not in marks: no quotation goes on with it.
void order_by_cue(const QuoteItems& items, std::size_t first, std::size_t end, DraftScratch& scratch) {
  auto& order = scratch.order;
  order.clear();
  for (std::size_t d = first; d < end; ++d) {
    const ItemRange& cue = scratch.drafts[d].cue;
    if (!is_empty(cue) && cue_word(items, scratch.drafts[d]).cue_class != CueClass::show)
      order.push_back(static_cast<std::uint32_t>(d));
  }
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return scratch.drafts[a].cue.first < scratch.drafts[b].cue.first;
  });
}

// `“We lost it all.” Canada has cut its forecast.`: whether the quotation is a sentence of its own, and the next one,
// where the draft has its cue, tells something else.
bool is_told_apart(const QuoteItems& items, std::uint32_t unit, const Draft& draft) {
  return ends_in_full_stop(items.items[unit]) && items.items[unit].ends_sentence && draft.cue.first > unit &&
         draft.contents.back().first >= draft.cue.end;
}

// The draft whose cue is nearest to `unit`: the one before it if that quotes in marks too, else the one behind; -1
// where neither tells who says it.
std::int32_t nearest_draft(const QuoteItems& items, std::uint32_t unit, const DraftScratch& scratch) {
  const auto& order = scratch.order;
  const auto behind = std::partition_point(order.begin(), order.end(),
                                           [&](std::uint32_t d) { return scratch.drafts[d].cue.first < unit; });
  const auto index = [&](auto at) { return static_cast<std::int32_t>(*at); };
  const bool is_apart = behind != order.end() && is_told_apart(items, unit, scratch.drafts[*behind]);
  if (behind == order.begin()) {
    if (behind == order.end()) return -1;
    return is_apart && !cue_word(items, scratch.drafts[*behind]).is_strong_cue ? -1 : index(behind);
  }
  const Draft& before = scratch.drafts[*(behind - 1)];
  const bool quotes_units = std::any_of(before.contents.begin(), before.contents.end(),
                                        [&](const ItemRange& range) { return has_unit(items, range); });
  const bool is_next = items.items[before.cue.first].sentence + 1 >= items.items[unit].sentence;
  if (quotes_units || behind == order.end() || (is_apart && is_next)) return index(behind - 1);
  return is_apart ? -1 : index(behind);
}

// `Roe said it was late. “We lost it all.” Canada has cut its forecast.`: words of the speaker before, but none of what
// was told there.
bool is_apart_from(const QuoteItems& items, std::uint32_t unit, const Draft& before) {
  const bool is_sentence = unit > 0 && ends_in_full_stop(items.items[unit]) && opens_with_capital(items.items[unit]) &&
                           items.items[unit - 1].ends_sentence;
  return is_sentence && before.cue.first < unit && before.contents.front().first >= before.cue.end &&
         std::none_of(before.contents.begin(), before.contents.end(),
                      [&](const ItemRange& range) { return has_unit(items, range); });
}

// `The mayor said:` in front of the stretch: the last verb of saying of that sentence, and the words before it, or
// behind it where it opens the sentence.
bool find_colon_cue(const QuoteItems& items, const ItemParagraph& paragraph, std::uint32_t unit, Draft& draft) {
  if (unit == paragraph.first_item || items.items[unit - 1].boundary != Boundary::colon) return false;
  const std::uint16_t sentence = items.items[unit - 1].sentence;
  const auto in_clause = [&](std::uint32_t i) {
    const Item& item = items.items[i];
    return item.sentence == sentence && !item.is_unit() && item.boundary == Boundary::none;
  };
  std::uint32_t cue = unit - 1;
  while (cue > paragraph.first_item && items.items[cue].sentence == sentence && !items.items[cue].is_strong_cue) --cue;
  if (!items.items[cue].is_strong_cue || items.items[cue].sentence != sentence) return false;
  std::uint32_t end = cue;
  while (end > paragraph.first_item && in_clause(end - 1) && items.items[end - 1].is_verb) --end;  // "has said"
  std::uint32_t first = end;
  const bool has_apposition =
      end > paragraph.first_item && items.items[end - 1].boundary == Boundary::comma;  // "Roe, the mayor, said:"
  const auto in_phrase = [&](std::uint32_t i) {
    return in_clause(i) ||
           (has_apposition && items.items[i].boundary == Boundary::comma && items.items[i].sentence == sentence);
  };
  while (first > paragraph.first_item && in_phrase(first - 1) && !items.items[first - 1].is_verb) --first;
  draft.cue = {cue, cue + 1};
  draft.source = {first, end};
  if (is_empty(draft.source)) draft.source = {cue + 1, unit - 1};  // "Said Roe:"
  return !is_empty(draft.source);
}

// A quotation of a few words goes on with the paragraph before only where that was left open.
bool is_short_rest(const QuoteItems& items, std::uint32_t paragraph, std::uint32_t i, const DraftScratch& scratch) {
  return i == items.paragraphs[paragraph].first_item && items.items[i].is_unit() && scratch.owner[i] < 0 &&
         goes_on(items, paragraph, scratch);
}

// “It is not a tax.” A paragraph that is nothing else is a quotation, however short; in single marks it is a subhead.
bool is_whole_paragraph(const Story& story, const QuoteItems& items, std::uint32_t paragraph, std::uint32_t i,
                        const DraftScratch& scratch) {
  const ItemParagraph& at = items.paragraphs[paragraph];
  const Item& item = items.items[i];
  if (!item.is_unit() || at.part != Part::body || at.end_item != at.first_item + 1 || scratch.owner[i] >= 0 ||
      !ends_in_stop(item))
    return false;
  const MarkedStretch& stretch = items.stretches[item.stretch];
  const std::string_view mark = story.words({stretch.outer.start, stretch.inner.start});
  return stretch.closed && mark != "'" && mark != "‘";
}

// `Jane Roe, who runs a shop nearby.`: the end of the clause that begins with the comma at `at`; `at` where there is
// none.
std::uint32_t relative_clause_end(const QuoteItems& items, const ItemParagraph& paragraph, std::uint32_t at) {
  constexpr std::uint32_t kMostItems = 25;
  if (at + 1 >= paragraph.end_item || items.items[at].boundary != Boundary::comma ||
      items.items[at + 1].boundary != Boundary::wh)
    return at;
  for (std::uint32_t end = at + 2; end < std::min(paragraph.end_item, at + kMostItems); ++end) {
    if (items.items[end].is_unit()) return at;
    if (items.items[end].boundary == Boundary::stop) return end;
  }
  return at;
}

// `Roe shook her head. “...”`: a quotation that is a sentence of its own, beside one that opens with a person's name.
ItemRange find_neighbour(const QuoteItems& items, const ItemParagraph& paragraph, std::uint32_t unit) {
  if (!items.items[unit].ends_sentence) return {};
  if (unit == paragraph.first_item) return person_at(items, unit + 1, paragraph.end_item);
  if (!items.items[unit - 1].ends_sentence || items.items[unit - 1].is_unit()) return {};
  std::uint32_t first = unit - 1;
  constexpr std::uint32_t kFarthest = 60;
  while (first > paragraph.first_item && unit - first < kFarthest &&
         items.items[first - 1].sentence == items.items[unit - 1].sentence)
    --first;
  return person_at(items, first, paragraph.end_item);
}

// `“...” asked Jane Roe.` `“...” the mayor said.` A verb of saying right behind the stretch, or behind a name or a noun
// there: what is left to do where the models saw no speaker.
bool find_cue_behind(const QuoteItems& items, const ItemParagraph& paragraph, std::uint32_t unit, Draft& draft) {
  constexpr std::uint32_t kMostWords = 6;
  const auto is_phrase = [&](std::uint32_t i) {
    if (i >= paragraph.end_item) return false;
    const Item& item = items.items[i];
    return !item.is_unit() && item.boundary == Boundary::none && !item.is_verb && item.word_count > 0;
  };
  const auto phrase_end = [&](std::uint32_t first) {
    std::uint32_t end = first;
    while (end < first + kMostWords && is_phrase(end)) ++end;
    return end;
  };
  const auto is_cue = [&](std::uint32_t i) {
    return i < paragraph.end_item && items.items[i].is_strong_cue && items.items[i].is_verb;
  };
  // “It is deliberate,” charged Roe: behind a comma within the marks other words of saying are as sure as "said".
  const auto is_word_of_saying = [&](std::uint32_t i) {
    return i + 1 < paragraph.end_item && ends_in_comma(items.items[unit]) && is_finite_verb(items.items[i]) &&
           items.items[i].cue_class != CueClass::none && items.items[i + 1].begins_name(EntityType::person);
  };
  if (is_cue(unit + 1) || is_word_of_saying(unit + 1)) {
    draft.cue = {unit + 1, unit + 2};
    draft.source = {unit + 2, phrase_end(unit + 2)};
    draft.source.end = relative_clause_end(items, paragraph, draft.source.end);
  } else {
    draft.source = {unit + 1, phrase_end(unit + 1)};
    draft.cue = {draft.source.end, draft.source.end + 1};
    if (!is_cue(draft.cue.first)) return false;
  }
  return !is_empty(draft.source);
}

// `As Roe put it, “...”`, `“...,” as Roe put it`, `In the words of Roe, the vote was “...”`, `In his own words: “...”`:
// none is a verb of saying.
bool find_own_words(const QuoteItems& items, const ItemParagraph& paragraph, std::uint32_t unit, Draft& draft) {
  constexpr std::uint32_t kMostItems = 12;
  const auto is_word = [&](std::uint32_t i, std::uint64_t word) {
    return i >= paragraph.first_item && i < paragraph.end_item && items.items[i].word == word;
  };
  const auto is_comma = [&](std::uint32_t i) { return items.items[i].boundary == Boundary::comma; };
  const auto puts_it = [&](std::uint32_t i) {
    return (is_word(i, hash_word("put")) || is_word(i, hash_word("puts"))) && is_word(i + 1, hash_word("it"));
  };
  std::uint32_t first = unit;  // of the sentence, or as far as is looked
  while (first > paragraph.first_item && unit - first < 2 * kMostItems &&
         items.items[first - 1].sentence == items.items[unit].sentence)
    --first;
  for (const std::uint32_t as : {first, unit + 1, unit + 2}) {
    if (!is_word(as, hash_word("as"))) continue;
    for (std::uint32_t put = as + 2; put < std::min(as + kMostItems, paragraph.end_item); ++put) {
      if (!puts_it(put) || (put < unit && put + 2 != unit && !(is_comma(put + 2) && put + 3 == unit))) continue;
      draft.source = {as + 1, put};
      draft.cue = {put, put + 2};
      return true;
    }
  }
  const std::uint32_t own = first + (is_word(first + 2, hash_word("own")) ? 3 : 2);
  if (is_word(first, hash_word("in")) && items.items[first + 1].has_tag(PosTag::PRPS) && own + 2 == unit &&
      is_word(own, hash_word("words"))) {
    draft.source = {first + 1, first + 2};
    draft.cue = {own, own + 1};
    return true;
  }
  if (!is_word(first, hash_word("in")) || !is_word(first + 1, hash_word("the")) ||
      !is_word(first + 2, hash_word("words")) || !is_word(first + 3, hash_word("of")))
    return false;
  draft.source = {first + 4, first + 4};
  while (draft.source.end < unit && !is_comma(draft.source.end)) ++draft.source.end;
  draft.cue = {first, first + 4};
  return draft.source.end < unit && draft.source.end > first + 4;
}

// A few words in marks are a quotation where a verb of saying stands behind them: “I have seen worse,” said Roe.
bool is_short_quote(const QuoteItems& items, std::uint32_t paragraph, std::uint32_t i, const DraftScratch& scratch) {
  Draft unused;
  return items.items[i].is_unit() && scratch.owner[i] < 0 &&
         (find_cue_behind(items, items.paragraphs[paragraph], i, unused) ||
          find_own_words(items, items.paragraphs[paragraph], i, unused));
}

// `speaker`: who speaks where nothing else tells; empty: nobody in particular.
void adopt(const Story& story, const QuoteItems& items, std::uint32_t paragraph, std::uint32_t unit, ItemRange speaker,
           DraftScratch& scratch) {
  const ItemParagraph& at = items.paragraphs[paragraph];
  const ItemRange range{unit, unit + 1};
  if (unit == at.first_item && goes_on(items, paragraph, scratch)) {
    add_content(range, static_cast<std::uint32_t>(scratch.owner[at.first_item - 1]), scratch);
    return;
  }
  if (const std::int32_t owner = owner_before(items, paragraph, scratch); owner >= 0) {
    add_content(range, static_cast<std::uint32_t>(owner), scratch);
    return;
  }
  if (const ItemRange source = find_dash_source(story, items, at, unit); !is_empty(source)) {
    add_draft({.contents = {range}, .source = source, .paragraph = paragraph}, scratch);
    return;
  }
  Draft draft{.contents = {range}, .paragraph = paragraph};
  if (find_colon_cue(items, at, unit, draft) || find_cue_behind(items, at, unit, draft) ||
      find_own_words(items, at, unit, draft)) {
    add_draft(std::move(draft), scratch);
    return;
  }
  if (unit > at.first_item && goes_on_behind(items, unit, scratch)) {
    add_content(range, static_cast<std::uint32_t>(scratch.owner[unit - 1]), scratch);
    return;
  }
  if (const ItemRange source = caption_speaker(story, items, paragraph, unit); !is_empty(source)) {
    add_draft({.contents = {range}, .source = source, .paragraph = paragraph}, scratch);
    return;
  }
  if (const std::int32_t nearest = nearest_draft(items, unit, scratch); nearest >= 0) {
    const Draft& told = scratch.drafts[static_cast<std::size_t>(nearest)];
    if (!is_apart_from(items, unit, told)) {
      add_content(range, static_cast<std::uint32_t>(nearest), scratch);
      return;
    }
    speaker = told.source;
  }
  draft.cue = {};
  draft.source = speaker;
  if (is_empty(draft.source)) draft.source = find_neighbour(items, at, unit);
  if (is_empty(draft.source)) draft.score = kUnclaimedScore;
  add_draft(std::move(draft), scratch);
}

// Where the models saw a cue behind a quotation and no speaker, the words there are one as often as not.
void find_missing_sources(const QuoteItems& items, DraftScratch& scratch) {
  for (Draft& draft : scratch.drafts) {
    if (!is_empty(draft.source) || is_empty(draft.cue) || draft.is_turn) continue;
    for (const ItemRange& range : draft.contents) {
      Draft found;
      if (!items.items[range.end - 1].is_unit() ||
          !find_cue_behind(items, items.paragraphs[draft.paragraph], range.end - 1, found))
        continue;
      draft.source = found.source;
      draft.cue = found.cue;
      break;
    }
  }
}

}  // namespace

void adopt_orphans(const Story& story, const QuoteItems& items, DraftScratch& scratch) {
  std::stable_sort(scratch.drafts.begin(), scratch.drafts.end(),
                   [](const Draft& a, const Draft& b) { return a.paragraph < b.paragraph; });
  for (std::size_t d = 0; d < scratch.drafts.size(); ++d)
    for (const ItemRange& range : scratch.drafts[d].contents) own(range, static_cast<std::int32_t>(d), scratch);
  find_missing_sources(items, scratch);
  const std::size_t count = scratch.drafts.size();  // those added below have no cue, or belong to one stretch only
  std::size_t first = 0;
  for (std::uint32_t p = 0; p < items.paragraphs.size(); ++p) {
    std::size_t end = first;
    while (end < count && scratch.drafts[end].paragraph == p) ++end;
    std::swap(scratch.order, scratch.order_before);
    order_by_cue(items, std::exchange(first, end), end, scratch);
    if (!items.paragraphs[p].has_marked) continue;
    const ItemRange speaker = speaker_before(items, p, scratch);
    for (std::uint32_t i = items.paragraphs[p].first_item; i < items.paragraphs[p].end_item; ++i) {
      if (!items.items[i].is_unit() && items.items[i].mark != MarkState::mark) continue;
      const bool is_unit = items.items[i].is_unit();
      std::uint32_t quoted = 0;
      const ItemRange rest = short_sentence_behind(items, items.paragraphs[p], i, scratch, quoted);
      if (!is_empty(rest) && !is_unit)
        add_content(rest, quoted, scratch);
      else if (is_orphan(items, i, scratch) || is_short_rest(items, p, i, scratch) ||
               is_short_quote(items, p, i, scratch) || is_whole_paragraph(story, items, p, i, scratch))
        adopt(story, items, p, i, speaker, scratch);
      else if (!is_empty(rest))
        add_content(rest, quoted, scratch);
    }
  }
  join_backwards(items, scratch);
}

}  // namespace wirecut
