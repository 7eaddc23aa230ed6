// Greedy and local: an attribution is accepted by its score; orphans.cpp has what becomes of quotations without one.
// PolNeAR has no quotation inside a quotation, so an item is content of one draft only (`owner`).

#include "quotes/link.h"

#include <algorithm>
#include <cmath>

#include "lexicon/mark_entities.h"
#include "lexicon/word_use.h"
#include "quotes/borders.h"
#include "quotes/drafts.h"
#include "quotes/times.h"

namespace wirecut {
namespace {

// ---- attributions

bool holds_quotation(const QuoteItems& items, const Draft& draft) {
  return std::any_of(draft.contents.begin(), draft.contents.end(),
                     [&](const ItemRange& range) { return has_unit(items, range, kOrphanWords); });
}

// The attribution in items of the story. `"No," he said after she had left.`: where a quotation stands before the cue,
// words without marks behind the cue are not content (in PolNeAR's gold next to never, in the model's view often).
Draft draft_of(const QuoteItems& items, std::uint32_t offset, const Attribution& attribution) {
  const auto moved = [&](const ItemRange& range) {
    return is_empty(range) ? ItemRange{} : ItemRange{range.first + offset, range.end + offset};
  };
  Draft draft;
  draft.source = moved(attribution.source);
  draft.cue = moved(attribution.cue);
  bool quotation_before = false, is_cut = false;
  for (std::size_t c = 0; c < attribution.content_count; ++c) {
    ItemRange range = moved(attribution.contents[c]);
    const Item& first = items.items[range.first];
    if (range.first < draft.cue.first) {
      quotation_before = quotation_before || (range.end == range.first + 1 && first.is_unit());
    } else if (quotation_before && !has_unit(items, range)) {
      is_cut = true;
      continue;
    } else if (quotation_before && first.boundary == Boundary::conjunction) {
      while (!items.items[range.first].is_unit()) ++range.first;  // `“The road,” he said, and waited, “is closed.”`
    }
    draft.contents.push_back(range);
  }
  while (is_cut && draft.cue.end > draft.cue.first + 1 && items.items[draft.cue.end - 1].has_tag(PosTag::IN))
    --draft.cue.end;
  return draft;
}

// What the models take for an attribution and isn't one, a rule a function. A draft has content here.

template <class Test>
bool has_item(const QuoteItems& items, const Draft& draft, Test test) {
  return std::any_of(draft.contents.begin(), draft.contents.end(), [&](const ItemRange& range) {
    const auto in = items_of(items, range);
    return std::any_of(in.begin(), in.end(), test);
  });
}

// `Asked whether he would resign, Roe said ...`: what nobody in particular asked is not a quotation, what Roe said is.
bool asks_speaker(const QuoteItems& items, const Draft& draft) {
  const Item& cue = items.items[draft.cue.first];
  const bool opens =
      draft.cue.first == items.paragraphs[draft.paragraph].first_item || items.items[draft.cue.first - 1].ends_sentence;
  return opens && cue.lemma == hash_word("ask") && cue.cue_form == CueForm::past && !holds_quotation(items, draft);
}

// `Roe saw the crash from his shop.`: a thing that is seen or heard, without a verb, is nothing said.
bool is_perceived(const QuoteItems& items, const Lexicon& lexicon, const Draft& draft) {
  return has_use(lexicon.quote_words, items.items[draft.cue.first].lemma, "perceived") &&
         !has_item(items, draft, [](const Item& item) { return item.is_verb || item.is_unit(); });
}

// `An official, who asked not to be named, said ...`: the request is made of the reporter, and no news.
bool asks_not_to_be_named(const QuoteItems& items, const Lexicon& lexicon, const Draft& draft) {
  constexpr std::uint64_t kRequest[] = {hash_word("not"), hash_word("to"), hash_word("be")};
  const auto content = items_of(items, draft.contents.front());
  return content.size() > std::size(kRequest) &&
         std::equal(std::begin(kRequest), std::end(kRequest), content.begin(),
                    [](std::uint64_t word, const Item& item) { return item.word == word; }) &&
         has_use(lexicon.quote_words, content[std::size(kRequest)].word, "naming");
}

// `Roe telephoned Doe to discuss the dispute.`: behind a verb that is no word of saying, a person and what one wants of
// them are nothing said.
bool is_errand(const QuoteItems& items, const Draft& draft) {
  const ItemRange& range = draft.contents.front();
  const auto cue = items_of(items, draft.cue);
  if (range.first != draft.cue.end || !items.items[range.first].begins_name(EntityType::person) ||
      std::any_of(cue.begin(), cue.end(), [](const Item& item) { return item.cue_class != CueClass::none; }))
    return false;
  std::uint32_t i = range.first + 1;
  while (i < range.end && items.items[i].goes_on_with_name(EntityType::person)) ++i;
  return i < range.end && items.items[i].boundary == Boundary::to;
}

// `The lawyer who defended John Roe said he was innocent.`: behind a verb of doing a person who says something is whom
// it was done to.
bool is_done_to(const QuoteItems& items, const Draft& draft) {
  const ItemRange& range = draft.contents.front();
  if (range.first != draft.cue.end || items.items[draft.cue.end - 1].cue_class != CueClass::act ||
      !items.items[range.first].begins_name(EntityType::person))
    return false;
  std::uint32_t i = range.first + 1;
  while (i < range.end && items.items[i].goes_on_with_name(EntityType::person)) ++i;
  return i < range.end && items.items[i].is_strong_cue && is_finite_verb(items.items[i]);
}

// `Roe spoke last.` `Roe spoke for an hour.`: of what one speaks is told by "of", "about", "against" or "on".
bool speaks_of_nothing(const QuoteItems& items, const Lexicon& lexicon, const Draft& draft) {
  const ItemRange& range = draft.contents.front();
  if (range.first < draft.cue.end || has_unit(items, range)) return false;
  const auto cue = items_of(items, draft.cue), cue_to_content = items_of(items, {draft.cue.first, range.first + 1});
  return std::any_of(cue.begin(), cue.end(),
                     [&](const Item& item) { return has_use(lexicon.quote_words, item.lemma, "speaking"); }) &&
         std::none_of(cue_to_content.begin(), cue_to_content.end(),
                      [&](const Item& item) { return has_use(lexicon.quote_words, item.word, "topic"); });
}

// `The band played “Blue River” and “The Long Road Home”.`: what one plays or sings is a work, not said.
bool is_performed(const QuoteItems& items, const Lexicon& lexicon, const Draft& draft) {
  return draft.contents.front().first >= draft.cue.end &&
         has_use(lexicon.quote_words, items.items[draft.cue.end - 1].word, "performed");
}

// `The council met to talk about the damage.`: a thing of which one means to talk, or nobody in particular, is a topic.
bool is_topic(const QuoteItems& items, const Lexicon& lexicon, const Draft& draft) {
  const std::uint32_t to =
      items.items[draft.cue.first].boundary == Boundary::to ? draft.cue.first : draft.cue.first - 1;
  const bool is_meant = to < draft.cue.end && items.items[to].boundary == Boundary::to &&
                        has_use(lexicon.quote_words, items.items[to + 1].lemma, "speaking");
  return (is_empty(draft.source) || is_meant) &&
         !has_item(items, draft, [](const Item& item) { return item.is_verb || item.mark != MarkState::outside; });
}

// `Voters rejected it.`
bool is_pronoun(const QuoteItems& items, const Draft& draft) {
  const auto content = items_of(items, draft.contents.front());
  return draft.contents.size() == 1 && content.size() == 1 && content.front().mark == MarkState::outside &&
         content.front().has_tag(PosTag::PRP);
}

// `Police beat voters, Human Rights Watch said today.`, `The council decided Monday night to wait.`: that is when.
bool is_day(const QuoteItems& items, const Lexicon& lexicon, const Draft& draft) {
  const ItemRange& range = draft.contents.front();
  if (draft.contents.size() != 1 || range.end != range.first + 1) return false;
  const Item& day = items.items[range.first];
  return is_dayword(day, lexicon) || is_weekday(day, lexicon) || is_part_of_day(day, lexicon);
}

// `The council voted 14-0.`
bool is_count(const QuoteItems& items, const Draft& draft) {
  return !has_item(items, draft, [](const Item& item) { return item.is_unit() || !item.has_tag(PosTag::CD); });
}

// `OBITUARY: Jane Roe, judge, dies`: the colon of a label is no verb of saying. Whether it is one behind a label that
// opens a paragraph of the body, turns.cpp has decided.
bool is_labelled(const QuoteItems& items, const Lexicon& lexicon, const Draft& draft) {
  if (items.items[draft.cue.first].boundary != Boundary::colon || draft.source.end != draft.cue.first) return false;
  const ItemParagraph& paragraph = items.paragraphs[draft.paragraph];
  const bool opens = draft.source.first == paragraph.first_item && paragraph.part == Part::body;
  return (opens && !has_item(items, draft, [](const Item& item) { return item.is_unit(); })) ||
         (draft.source.end == draft.source.first + 1 &&
          (has_use(lexicon.quote_words, items.items[draft.source.first].word, "label") ||
           is_weekday(items.items[draft.source.first], lexicon)));
}

// `That said, many voters are angry.`
bool is_that_said(const QuoteItems& items, const Draft& draft) {
  const ItemRange& source = draft.source;
  return source.end == source.first + 1 && draft.cue.first == source.end && draft.cue.end == source.end + 1 &&
         items.items[source.first].word == hash_word("that") &&
         items.items[draft.cue.first].word == hash_word("said") && draft.cue.end < items.items.size() &&
         items.items[draft.cue.end].boundary == Boundary::comma;
}

// `Merkel met the party leaders.`, `Police arrested Charles “Shorty” Doe.`: behind what is no word of saying only
// something with two words or more in marks is said.
bool has_no_cue_word(const QuoteItems& items, const Draft& draft) {
  std::uint32_t marked = 0;
  for (const ItemRange& range : draft.contents)
    for (const Item& item : items_of(items, range)) marked += item.mark != MarkState::outside ? item.word_count : 0;
  return marked < 2 && !has_cue_word(items_of(items, draft.cue));
}

bool is_nothing_said(const QuoteItems& items, const Lexicon& lexicon, const Draft& draft) {
  return draft.contents.empty() || asks_speaker(items, draft) || is_perceived(items, lexicon, draft) ||
         asks_not_to_be_named(items, lexicon, draft) || is_errand(items, draft) || is_done_to(items, draft) ||
         speaks_of_nothing(items, lexicon, draft) || is_performed(items, lexicon, draft) ||
         is_topic(items, lexicon, draft) || is_pronoun(items, draft) || is_day(items, lexicon, draft) ||
         is_count(items, draft) || is_labelled(items, lexicon, draft) || is_that_said(items, draft) ||
         has_no_cue_word(items, draft);
}

// `Roe said Doe was right when he said the bridge was safe.`: an attribution that holds another one, cue and all, is
// tried before it unless it is much the less likely. Returns the score to try it by. `all` is in the order of cues.
float score_with_inner(std::uint32_t index, const std::vector<Attribution>& all, float accept) {
  // On PolNeAR train, held out, joint F1 and overlap F1 rise with 0.5; with 1, overlap goes on to rise and core falls.
  constexpr float kLessLikely = 0.5F;
  const Attribution& outer = all[index];
  float score = outer.score;
  if (outer.score <= accept) return score;
  for (std::size_t c = 0; c < outer.content_count; ++c) {
    const ItemRange& content = outer.contents[c];
    auto inner = std::partition_point(all.begin(), all.end(),
                                      [&](const Attribution& other) { return other.cue.first < content.first; });
    for (; inner != all.end() && inner->cue.end <= content.end; ++inner)
      if (inner->score < outer.score + kLessLikely)
        score = std::max(score, std::nextafter(inner->score, outer.score + 1));
  }
  return score;
}

// ---- writing

// The quoted stretch, marks and all, in which `at` lies; null if none.
const MarkedStretch* stretch_at(const QuoteItems& items, std::uint32_t at) {
  const auto behind = std::upper_bound(items.stretches.begin(), items.stretches.end(), at,
                                       [](std::uint32_t byte, const MarkedStretch& s) { return byte < s.outer.start; });
  if (behind == items.stretches.begin() || (behind - 1)->outer.end <= at) return nullptr;
  return &*(behind - 1);
}

// The words of the range, without marks around them all: `“No”` -> `No`, but `the “weak” and the “poor”` as it is. Nor
// with a mark whose partner stands outside.
Span span_of(const Story& story, const QuoteItems& items, const ItemRange& range) {
  const auto is_mark = [&](const Item& item) {
    return !item.is_unit() && first_token(story, item).kind == TokenKind::quote;
  };
  const auto start_of = [&](std::uint32_t i) { return first_token(story, items.items[i]).span.start; };
  const auto end_of = [&](std::uint32_t i) { return story.tokens[items.items[i].end_token - 1].span.end; };
  std::uint32_t first = range.first, end = range.end;
  const auto is_within = [&](const MarkedStretch* s) {
    return s != nullptr && s->outer.start >= start_of(range.first) && s->outer.end <= end_of(range.end - 1) &&
           (s->outer.start > start_of(first) || s->outer.end < end_of(end - 1));
  };
  while (first < end && is_mark(items.items[first]) && !is_within(stretch_at(items, start_of(first)))) ++first;
  while (end > first && is_mark(items.items[end - 1]) && !is_within(stretch_at(items, start_of(end - 1)))) --end;
  if (first == end) return {};
  const Item& opening = items.items[first];
  const Item& closing = items.items[end - 1];
  if (end == first + 1 && opening.is_unit()) return items.stretches[opening.stretch].inner;
  return {opening.is_unit() ? items.stretches[opening.stretch].outer.start : start_of(first),
          closing.is_unit() ? items.stretches[closing.stretch].outer.end : end_of(end - 1)};
}

// Without blanks at the ends, and without the comma that parts an indirect quote from its cue.
Span trimmed(const Story& story, Span span, std::string_view drop) {
  while (span.start < span.end && drop.find(story.text[span.start]) != std::string_view::npos) ++span.start;
  while (span.start < span.end && drop.find(story.text[span.end - 1]) != std::string_view::npos) {
    if (story.text[span.end - 1] == ';' && ends_in_mark_entity(story.words(span))) break;
    --span.end;
  }
  return span;
}

// Without the colon behind it, but where the colon is the cue.
Span cue_span(const Story& story, const QuoteItems& items, const ItemRange& range) {
  const Span span = span_of(story, items, range);
  const Span words = trimmed(story, span, " :,");
  return words.empty() ? span : words;
}

QuoteType type_of(const Story& story, const QuoteItems& items, const Draft& draft) {
  if (draft.is_turn) return QuoteType::direct;
  constexpr std::uint64_t kThat = hash_word("that");
  std::size_t words = 0, quoted = 0;
  for (const ItemRange& range : draft.contents)
    for (std::uint32_t i = range.first; i < range.end; ++i) {
      const Item& item = items.items[i];
      const Token& token = first_token(story, item);
      if (!item.is_unit() && token.kind != TokenKind::word && token.kind != TokenKind::number) continue;
      if (words == 0 && item.word == kThat) continue;
      ++words;
      quoted += item.mark == MarkState::outside ? 0 : 1;
    }
  return quoted == 0 ? QuoteType::indirect : quoted == words ? QuoteType::direct : QuoteType::mixed;
}

// "..., said last month"
bool is_time(const QuoteItems& items, const Lexicon& lexicon, const ItemRange& range) {
  return range.end == range.first + 2 && has_use(lexicon.time_words, items.items[range.first].word, "relation") &&
         has_use(lexicon.time_words, items.items[range.first + 1].word, "unit");
}

// The words of a speaker behind those of time: `At a news conference Tuesday NASA scientists said ...`, where the day
// parts two phrases, and the last one speaks; `Last month Acme said ...`.
ItemRange behind_time(std::span<const Item> items, const Lexicon& lexicon, ItemRange range) {
  for (std::uint32_t i = range.first + 1; i + 1 < range.end; ++i) {
    const Item &before = items[i - 1], &behind = items[i + 1];
    const bool parts = is_weekday(items[i], lexicon) && has_one_of(before, {PosTag::NN, PosTag::NNS}) &&
                       before.name == 0 && (behind.name != 0 || has_one_of(behind, {PosTag::DT, PosTag::NNS}));
    if (parts) range.first = i + 1;
  }
  if (is_empty(range)) return range;
  const bool has_preposition = range.first > 0 && items[range.first - 1].has_tag(PosTag::IN);
  const std::uint32_t first = range.first - (has_preposition ? 1 : 0);
  return {std::max(range.first, start_behind_time(items, lexicon, {first, range.end})), range.end};
}

// "The firm today announced a loss.": a day says nothing, but "USA Today" does.
std::optional<Speaker> speaker_of(const Story& story, const Lexicon& lexicon, const QuoteItems& items,
                                  ItemRange range) {
  const auto is_day = [&](std::uint32_t i) {
    return is_dayword(items.items[i], lexicon) && !items.items[i].is_inside_name();
  };
  range = behind_time(items.items, lexicon, range);
  while (!is_empty(range) && is_day(range.first)) ++range.first;
  while (!is_empty(range) && is_day(range.end - 1)) --range.end;
  if (is_empty(range) || is_time(items, lexicon, range)) return std::nullopt;
  const Span span = trimmed(story, span_of(story, items, range), " ,;:-([");
  if (span.empty()) return std::nullopt;
  return Speaker{span, std::nullopt, std::string(story.words(span))};
}

// `The company on Monday said ...`: the source, without the time of the saying between it and its verb.
ItemRange without_time_before_cue(const QuoteItems& items, const Lexicon& lexicon, const Draft& draft) {
  return draft.source.end == draft.cue.first ? without_time(items.items, lexicon, draft.source) : draft.source;
}

// `Critics, however, said ...`, `The minister, for his part, said ...`: the source, without what ties the sentence to
// the one before.
ItemRange without_aside(const QuoteItems& items, const Lexicon& lexicon, ItemRange source) {
  constexpr std::uint32_t kMostWords = 4;
  const auto is_comma = [&](std::uint32_t i) { return items.items[i].boundary == Boundary::comma; };
  if (is_empty(source) || is_comma(source.end - 1)) return source;
  std::uint32_t first = source.end - 1;  // behind the last comma
  while (first > source.first && source.end - first <= kMostWords && !is_comma(first - 1)) --first;
  if (first < source.first + 2 || !is_comma(first - 1)) return source;
  std::uint64_t chain = 0;
  for (const Item& item : items_of(items, {first, source.end})) chain = hash_phrase(chain, item.word);
  if (has_use(lexicon.quote_words, lexicon.quote_words.step(chain).rows, "aside")) source.end = first - 1;
  return source;
}

}  // namespace

void accept_attributions(const QuoteItems& items, const Lexicon& lexicon, std::uint32_t paragraph,
                         const std::vector<Attribution>& attributions, float accept, DraftScratch& scratch) {
  // A long quotation is content whatever the judge says (98 %), so the best attribution of it is better than none.
  constexpr float kAcceptQuoted = -4;
  const std::uint32_t offset = items.paragraphs[paragraph].first_item;
  auto& order = scratch.order;
  auto& scores = scratch.scores;
  order.clear();
  scores.clear();
  for (std::uint32_t a = 0; a < attributions.size(); ++a) {
    scores.push_back(score_with_inner(a, attributions, accept));
    if (scores[a] > std::min(accept, kAcceptQuoted)) order.push_back(a);
  }
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return scores[a] > scores[b]; });
  for (std::uint32_t a : order) {
    Draft draft =
        draft_of(items, offset, with_borders_mended(items.of_paragraph(paragraph), lexicon, a, attributions, accept));
    draft.paragraph = paragraph;
    const bool stands = attributions[a].score > accept || holds_quotation(items, draft);
    if (!stands || is_nothing_said(items, lexicon, draft) ||
        !std::all_of(draft.contents.begin(), draft.contents.end(),
                     [&](const ItemRange& range) { return is_free(range, scratch); }))
      continue;
    add_draft(std::move(draft), scratch);
  }
}

std::vector<Quote> write_quotes(const Story& story, const Lexicon& lexicon, const QuoteItems& items,
                                const DraftScratch& scratch) {
  std::vector<Quote> quotes;
  for (const Draft& draft : scratch.drafts) {
    Quote quote;
    quote.type = type_of(story, items, draft);
    const std::string_view drop = quote.type == QuoteType::direct ? " \n\r\t" : " \n\r\t,;:";
    for (const ItemRange& range : draft.contents) {
      const Span span = trimmed(story, span_of(story, items, range), drop);
      if (!span.empty()) quote.spans.push_back(span);
    }
    if (quote.spans.empty()) continue;
    quote.speaker = speaker_of(story, lexicon, items,
                               without_aside(items, lexicon, without_time_before_cue(items, lexicon, draft)));
    quote.via = speaker_of(story, lexicon, items, draft.via);
    // `according to Bloomberg data`: nobody relays what he says himself.
    if (quote.via && quote.speaker && quote.speaker->span.contains(quote.via->span)) quote.via.reset();
    if (!is_empty(draft.cue)) quote.cue = cue_span(story, items, draft.cue);
    if (quote.cue && quote.cue->empty()) quote.cue.reset();
    quotes.push_back(std::move(quote));
  }
  std::stable_sort(quotes.begin(), quotes.end(),
                   [](const Quote& a, const Quote& b) { return a.spans.front().start < b.spans.front().start; });
  return quotes;
}

}  // namespace wirecut
