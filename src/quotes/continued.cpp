#include "quotes/continued.h"

#include <algorithm>

namespace wirecut {

namespace {

// Does the paragraph end within a stretch that it doesn't close?
bool is_left_open(const QuoteItems& items, std::uint32_t paragraph) {
  const Item& last = items.items[items.paragraphs[paragraph].end_item - 1];
  return last.is_unit() ? !items.stretches[last.stretch].closed : last.mark == MarkState::inside;
}

}  // namespace

bool goes_on(const QuoteItems& items, std::uint32_t paragraph, const DraftScratch& scratch) {
  return paragraph > 0 && is_left_open(items, paragraph - 1) &&
         scratch.owner[items.paragraphs[paragraph - 1].end_item - 1] >= 0;
}

bool holds_quotations_only(const QuoteItems& items, std::uint32_t paragraph) {
  const auto own = items.of_paragraph(paragraph);
  return own.front().is_unit() && std::all_of(own.begin(), own.end(), [](const Item& item) {
           return item.is_unit() || item.boundary == Boundary::stop;
         });
}

namespace {

// Is the paragraph nothing but quotations, of which the last is closed there, or in one of the next such paragraphs?
bool stands_alone(const QuoteItems& items, std::uint32_t paragraph) {
  constexpr std::uint32_t kMost = 8;  // paragraphs; the time stays linear in the text
  for (std::uint32_t p = paragraph; p < items.paragraphs.size() && p < paragraph + kMost; ++p) {
    if (!holds_quotations_only(items, p)) return false;
    if (!is_left_open(items, p)) return true;
  }
  return false;
}

}  // namespace

ItemRange speaker_before(const QuoteItems& items, std::uint32_t paragraph, const DraftScratch& scratch) {
  if (paragraph == 0 || items.paragraphs[paragraph - 1].part != items.paragraphs[paragraph].part ||
      !stands_alone(items, paragraph))
    return {};
  const ItemParagraph& before = items.paragraphs[paragraph - 1];
  const std::uint16_t last = items.items[before.end_item - 1].sentence;
  const auto cue = [&](std::uint32_t d) -> const Item& { return cue_word(items, scratch.drafts[d]); };
  const auto first = std::partition_point(scratch.order_before.begin(), scratch.order_before.end(),
                                          [&](std::uint32_t d) { return cue(d).sentence < last; });
  if (first == scratch.order_before.end() || cue(*first).sentence != last) return {};
  const bool says = cue(*first).cue_class != CueClass::none && cue(*first).cue_class != CueClass::show;
  return says ? scratch.drafts[*first].source : ItemRange{};
}

ItemRange short_sentence_behind(const QuoteItems& items, const ItemParagraph& paragraph, std::uint32_t i,
                                const DraftScratch& scratch, std::uint32_t& draft) {
  constexpr std::uint32_t kMostItems = 6;
  const bool is_unit = items.items[i].is_unit();
  if (scratch.owner[i] >= 0 || i == paragraph.first_item || !(is_unit || items.items[i].mark == MarkState::mark) ||
      !items.items[i - 1].ends_sentence)
    return {};
  const auto& order = scratch.order;
  const auto behind = std::partition_point(order.begin(), order.end(),
                                           [&](std::uint32_t d) { return scratch.drafts[d].cue.first < i; });
  if (behind == order.begin()) return {};
  draft = *(behind - 1);
  const Draft& quoted = scratch.drafts[draft];
  const Item& last = items.items[quoted.contents.back().end - 1];
  if (items.items[quoted.cue.first].sentence != items.items[i - 1].sentence || last.mark == MarkState::outside ||
      quoted.contents.back().end > quoted.cue.first || is_empty(quoted.source))
    return {};
  if (is_unit) return items.items[i].ends_sentence ? ItemRange{i, i + 1} : ItemRange{};
  std::uint32_t end = i + 1;
  while (end < paragraph.end_item && end - i < kMostItems && items.items[end].mark != MarkState::mark) ++end;
  const bool closes = end < paragraph.end_item && items.items[end].mark == MarkState::mark && end > i + 1 &&
                      (items.items[end].ends_sentence || end + 1 == paragraph.end_item);
  const ItemRange words{i, end + 1};
  return closes && is_free(words, scratch) ? words : ItemRange{};
}

void join_backwards(const QuoteItems& items, DraftScratch& scratch) {
  for (std::size_t p = items.paragraphs.size(); p-- > 1;) {
    const std::uint32_t first = items.paragraphs[p].first_item;
    if (!items.items[first].is_unit() || scratch.owner[first] < 0 ||
        !goes_on(items, static_cast<std::uint32_t>(p), scratch))
      continue;
    const std::int32_t owner = scratch.owner[first], before = scratch.owner[first - 1];
    Draft &draft = scratch.drafts[static_cast<std::size_t>(owner)],
          &open = scratch.drafts[static_cast<std::size_t>(before)];
    if (owner == before || is_empty(draft.source) || !is_empty(open.source) || !is_empty(open.cue)) continue;
    for (const ItemRange& range : open.contents) own(range, owner, scratch);
    draft.contents.insert(draft.contents.begin(), open.contents.begin(), open.contents.end());
    open.contents.clear();
  }
}

}  // namespace wirecut
