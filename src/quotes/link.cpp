// Greedy and local: an attribution is accepted by its score; orphans.cpp has what becomes of quotations without one.
// PolNeAR has no quotation inside a quotation, so an item is content of one draft only (`owner`).

#include "quotes/link.h"

#include <algorithm>

#include "quotes/drafts.h"

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
  bool quotation_before = false;
  for (std::size_t c = 0; c < attribution.content_count; ++c) {
    const ItemRange range = moved(attribution.contents[c]);
    if (range.first < draft.cue.first)
      quotation_before = quotation_before || (range.end == range.first + 1 && items.items[range.first].is_unit());
    else if (quotation_before && !has_unit(items, range))
      continue;
    draft.contents.push_back(range);
  }
  return draft;
}

// `Asked whether he would resign, Roe said ...`: what nobody in particular asked is not a quotation, what Roe said is.
bool asks_speaker(const QuoteItems& items, const ItemParagraph& paragraph, const Draft& draft) {
  const Item& cue = items.items[draft.cue.first];
  const bool opens = draft.cue.first == paragraph.first_item || items.items[draft.cue.first - 1].ends_sentence;
  return opens && cue.lemma == hash_word("ask") && cue.cue_form == CueForm::past && !holds_quotation(items, draft);
}

// `Roe saw the crash from his shop.`: a thing that is seen or heard, without a verb, is nothing said.
bool is_perceived(const QuoteItems& items, const Draft& draft) {
  constexpr std::uint64_t kPerceive[] = {hash_word("see"), hash_word("hear"), hash_word("watch")};
  const std::uint64_t lemma = items.items[draft.cue.first].lemma;
  if (std::find(std::begin(kPerceive), std::end(kPerceive), lemma) == std::end(kPerceive)) return false;
  return std::none_of(draft.contents.begin(), draft.contents.end(), [&](const ItemRange& range) {
    return std::any_of(items.items.begin() + range.first, items.items.begin() + range.end,
                       [](const Item& item) { return item.is_verb || item.is_unit(); });
  });
}

// `Roe said he was tired, and Doe said she was hungry.`: the content ends where the next speaker's clause begins.
// Returns the attribution, cut there. `all` is in the order of cues.
Attribution cut_at_next_speaker(const QuoteItems& items, std::uint32_t offset, std::uint32_t index,
                                const std::vector<Attribution>& all) {
  const Attribution& outer = all[index];
  if (outer.content_count != 1 || outer.contents[0].first < outer.cue.end) return outer;
  const ItemRange& content = outer.contents[0];
  Attribution cut = outer;
  for (std::uint32_t next = index + 1; next < all.size() && all[next].cue.first < content.end; ++next) {
    const Attribution& inner = all[next];
    const bool follows = inner.has_source() && inner.content_count == 1 && inner.source.first > content.first + 2 &&
                         inner.cue.first == inner.source.end && inner.contents[0].first >= inner.cue.end &&
                         inner.contents[0].end == content.end;
    if (!follows) continue;
    const Item& before = items.items[offset + inner.source.first - 1];
    const Item& comma = items.items[offset + inner.source.first - 2];
    if (before.boundary == Boundary::conjunction && comma.boundary == Boundary::comma)
      cut.contents[0].end = std::min(cut.contents[0].end, inner.source.first - 2);
  }
  return cut;
}

// `The storm, which killed 12, was the worst in years, officials said.`: content before its cue doesn't begin with a
// relative clause; the sentence's first word does, unless something else is attributed or quoted before the clause.
Attribution begin_with_sentence(const QuoteItems& items, std::uint32_t offset, Attribution attribution) {
  constexpr std::uint32_t kMostAdded = 8;  // items
  if (attribution.content_count != 1 || !attribution.has_source()) return attribution;
  ItemRange& content = attribution.contents[0];
  const std::uint32_t behind = std::min(attribution.cue.first, attribution.source.first);
  const auto item = [&](std::uint32_t i) -> const Item& { return items.items[offset + i]; };
  if (content.first == 0 || content.end > behind || item(content.first).boundary != Boundary::wh ||
      item(content.first - 1).boundary != Boundary::comma)
    return attribution;
  std::uint32_t first = content.first;
  for (; first > 0 && item(first - 1).sentence == item(content.first).sentence; --first)
    if (content.first - first == kMostAdded || item(first - 1).mark != MarkState::outside ||
        item(first - 1).cue_class != CueClass::none)
      return attribution;
  content.first = first;
  return attribution;
}

// ---- turns

// The items of a speaker's label at the start of a paragraph, with its colon behind them: "ROE", "Dr. Jane Roe", "Q".
ItemRange find_turn_label(const Story& story, const QuoteItems& items, const ItemParagraph& paragraph) {
  constexpr std::uint32_t kLongest = 6;
  std::uint32_t first = paragraph.first_item;
  if (items.items[first].mark == MarkState::mark) ++first;
  for (std::uint32_t i = first; i < paragraph.end_item && i <= first + kLongest; ++i) {
    const Item& item = items.items[i];
    if (item.boundary == Boundary::colon)
      return i > first && i + 1 < paragraph.end_item ? ItemRange{first, i} : ItemRange{};
    const Token& token = first_token(story, item);
    if (item.is_unit() || token.kind != TokenKind::word || !token.has(kCapitalized)) return {};
  }
  return {};
}

// ---- writing

Span span_of(const Story& story, const QuoteItems& items, const ItemRange& range) {
  const auto is_mark = [&](const Item& item) {
    return !item.is_unit() && first_token(story, item).kind == TokenKind::quote;
  };
  std::uint32_t first = range.first, end = range.end;
  while (first < end && is_mark(items.items[first])) ++first;
  while (end > first && is_mark(items.items[end - 1])) --end;
  if (first == end) return {};
  const Item& opening = items.items[first];
  const Item& closing = items.items[end - 1];
  return {
      opening.is_unit() ? items.stretches[opening.stretch].inner.start : first_token(story, opening).span.start,
      closing.is_unit() ? items.stretches[closing.stretch].inner.end : story.tokens[closing.end_token - 1].span.end};
}

// Without blanks at the ends, and without the comma that parts an indirect quote from its cue.
Span trimmed(const Story& story, Span span, std::string_view drop) {
  while (span.start < span.end && drop.find(story.text[span.start]) != std::string_view::npos) ++span.start;
  while (span.start < span.end && drop.find(story.text[span.end - 1]) != std::string_view::npos) --span.end;
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

std::optional<Speaker> speaker_of(const Story& story, const QuoteItems& items, const ItemRange& range) {
  if (is_empty(range)) return std::nullopt;
  const Span span = trimmed(story, span_of(story, items, range), " ,;:-([");
  if (span.empty()) return std::nullopt;
  return Speaker{span, std::nullopt, std::string(story.words(span))};
}

}  // namespace

void accept_attributions(const QuoteItems& items, std::uint32_t paragraph, const std::vector<Attribution>& attributions,
                         float accept, DraftScratch& scratch) {
  // A long quotation is content whatever the judge says (98 %), so the best attribution of it is better than none.
  constexpr float kAcceptQuoted = -4;
  const std::uint32_t offset = items.paragraphs[paragraph].first_item;
  auto& order = scratch.order;
  order.clear();
  for (std::uint32_t a = 0; a < attributions.size(); ++a)
    if (attributions[a].score > std::min(accept, kAcceptQuoted)) order.push_back(a);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return attributions[a].score > attributions[b].score; });
  for (std::uint32_t a : order) {
    const Attribution& attribution = attributions[a];
    const Attribution cut = cut_at_next_speaker(items, offset, a, attributions);
    Draft draft = draft_of(items, offset, begin_with_sentence(items, offset, cut));
    const bool stands = attribution.score > accept || holds_quotation(items, draft);
    if (!stands || asks_speaker(items, items.paragraphs[paragraph], draft) || is_perceived(items, draft) ||
        !std::all_of(draft.contents.begin(), draft.contents.end(),
                     [&](const ItemRange& range) { return is_free(range, scratch); }))
      continue;
    draft.paragraph = paragraph;
    add_draft(std::move(draft), scratch);
  }
}

void add_turns(const Story& story, const QuoteItems& items, DraftScratch& scratch) {
  constexpr std::size_t kFewest = 2;
  const std::size_t before = scratch.drafts.size();
  for (std::uint32_t p = 0; p < items.paragraphs.size(); ++p) {
    const ItemParagraph& at = items.paragraphs[p];
    const ItemRange label = find_turn_label(story, items, at);
    if (is_empty(label)) continue;
    Draft draft;
    draft.contents = {{label.end + 1, at.end_item}};
    draft.source = label;
    draft.cue = {label.end, label.end + 1};
    draft.paragraph = p;
    draft.is_turn = true;
    add_draft(std::move(draft), scratch);
  }
  if (scratch.drafts.size() - before >= kFewest) return;
  while (scratch.drafts.size() > before) {
    for (const ItemRange& range : scratch.drafts.back().contents) own(range, -1, scratch);
    scratch.drafts.pop_back();
  }
}

std::vector<Quote> write_quotes(const Story& story, const QuoteItems& items, const DraftScratch& scratch) {
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
    quote.speaker = speaker_of(story, items, draft.source);
    quote.via = speaker_of(story, items, draft.via);
    if (!is_empty(draft.cue)) quote.cue = cue_span(story, items, draft.cue);
    if (quote.cue && quote.cue->empty()) quote.cue.reset();
    quotes.push_back(std::move(quote));
  }
  std::stable_sort(quotes.begin(), quotes.end(),
                   [](const Quote& a, const Quote& b) { return a.spans.front().start < b.spans.front().start; });
  return quotes;
}

}  // namespace wirecut
