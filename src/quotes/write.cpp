// From items back to bytes: the spans of a draft's words, without what belongs to the marks, the commas and the time
// around them.

#include <algorithm>
#include <cmath>

#include "lexicon/lower_case.h"
#include "lexicon/mark_entities.h"
#include "lexicon/word_use.h"
#include "quotes/drafts.h"
#include "quotes/link.h"
#include "quotes/times.h"

namespace wirecut {
namespace {

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

// `Prices fell | (| Roe says).`
Span without_open_bracket(const Story& story, Span span, std::string_view drop) {
  const bool is_open = !span.empty() && (story.text[span.end - 1] == '(' || story.text[span.end - 1] == '[');
  return is_open ? trimmed(story, {span.start, span.end - 1}, drop) : span;
}

// `• “Yes,” Roe said.`: without signs in front of marks.
ItemRange without_bullet(const QuoteItems& items, ItemRange range) {
  const auto is_sign = [&](std::uint32_t i) {
    const Item& item = items.items[i];
    return is_outside_marks(item) && item.word_count == 0 && item.boundary == Boundary::none;
  };
  while (range.first + 1 < range.end && is_sign(range.first) && !is_outside_marks(items.items[range.first + 1]))
    ++range.first;
  return range;
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

// "..., said last month", "announced earlier this week"
bool is_time(const QuoteItems& items, const Lexicon& lexicon, const ItemRange& range) {
  const bool is_last_may = range.end == range.first + 2 && is_relation(items.items[range.first], lexicon) &&
                           is_month(items.items[range.first + 1], lexicon);
  return is_last_may || end_of_week(items.items, lexicon, range) == range.end;
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

// `<Acme Corp> said`, as some wires mark a name; not the code in `Acme Corp <ACM>`.
Span without_brackets(const Story& story, Span span) {
  const std::string_view words = story.words(span);
  const std::size_t opening = words.find('<'), closing = words.find('>');
  if (closing == std::string_view::npos || closing + 1 != words.size() ||
      (opening != 0 && opening != std::string_view::npos))
    return span;
  return {span.start + (opening == 0 ? 1 : 0), span.end - 1};
}

// `UPDATE 2-Ghana's ruling party`, `RPT-Acme`: the words behind a wire's label.
Span behind_label(const Story& story, const Lexicon& lexicon, Span span) {
  const std::string_view words = story.words(span), digits = "0123456789";
  const std::size_t end = words.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
  if (end == std::string_view::npos || end < 2) return span;
  std::size_t dash = end;
  if (words[dash] == ' ') dash = words.find_first_not_of(digits, dash + 1);
  if (dash >= words.size() || words[dash] != '-') return span;
  if (!has_use(lexicon.quote_words, lexicon.quote_words.find_lower(to_lower_case(words.substr(0, end))), "label"))
    return span;
  return behind_label(story, lexicon, {span.start + static_cast<std::uint32_t>(dash) + 1, span.end});
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
  const Span span = without_brackets(story, trimmed(story, span_of(story, items, range), " ,;:-(["));
  if (span.empty()) return std::nullopt;
  return Speaker{span, std::nullopt, std::string(story.words(span))};
}

// `The company on Monday said ...`, `The company further said ...`, `said the company on Monday`: the source, without
// the time of the saying, or what else tells of it, between it and its verb or behind it.
ItemRange source_without_time(const QuoteItems& items, const Lexicon& lexicon, const Draft& draft) {
  ItemRange source = draft.source;
  if (is_empty(draft.cue)) return source;
  const auto words = items_of(items, source);
  const bool is_behind = source.first == draft.cue.end && items.items[draft.cue.first].cue_class == CueClass::say &&
                         std::none_of(words.begin(), words.end(),  // not "said Roe, who took office in May"
                                      [](const Item& item) { return item.boundary == Boundary::wh; });
  if (is_behind) return without_time(items.items, lexicon, source);
  if (source.end != draft.cue.first) return source;
  const auto is_loose_adverb = [](const Item& item) {
    return !item.is_inside_name() && (has_one_of(item, {PosTag::RB, PosTag::RBR}) || item.word == hash_word("further"));
  };
  while (source.end > source.first + 1 && is_loose_adverb(items.items[source.end - 1])) --source.end;
  return without_time(items.items, lexicon, source);
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

// Sorts what the order needs, not the quotes, which are large.
std::vector<Quote> in_text_order(std::vector<Quote> quotes) {
  std::vector<std::uint64_t> order(quotes.size());  // where it starts, then its number
  for (std::size_t i = 0; i < quotes.size(); ++i) order[i] = std::uint64_t{quotes[i].spans.front().start} << 32 | i;
  std::sort(order.begin(), order.end());
  std::vector<Quote> sorted;
  sorted.reserve(quotes.size());
  for (const std::uint64_t at : order) sorted.push_back(std::move(quotes[at & UINT32_MAX]));
  return sorted;
}

}  // namespace

std::vector<Quote> write_quotes(const Story& story, const Lexicon& lexicon, const QuoteItems& items,
                                const DraftScratch& scratch) {
  std::vector<Quote> quotes;
  quotes.reserve(scratch.drafts.size());
  for (const Draft& draft : scratch.drafts) {
    Quote quote;
    quote.type = type_of(story, items, draft);
    const std::string_view drop = quote.type == QuoteType::direct ? " \n\r\t" : " \n\r\t,;:";
    for (const ItemRange& range : draft.contents) {
      const Span span =
          without_open_bracket(story, trimmed(story, span_of(story, items, without_bullet(items, range)), drop), drop);
      if (!span.empty()) quote.spans.push_back(span);
    }
    if (quote.spans.empty()) continue;
    const bool is_headline = items.paragraphs[draft.paragraph].part == Part::headline;
    if (is_headline) quote.spans.front() = behind_label(story, lexicon, quote.spans.front());
    quote.speaker =
        speaker_of(story, lexicon, items, without_aside(items, lexicon, source_without_time(items, lexicon, draft)));
    if (is_headline && quote.speaker) {
      quote.speaker->span = behind_label(story, lexicon, quote.speaker->span);
      quote.speaker->name = story.words(quote.speaker->span);
    }
    quote.via = speaker_of(story, lexicon, items, draft.via);
    // `according to Bloomberg data`: nobody relays what he says himself.
    if (quote.via && quote.speaker && quote.speaker->span.contains(quote.via->span)) quote.via.reset();
    if (!is_empty(draft.cue)) quote.cue = cue_span(story, items, draft.cue);
    if (quote.cue && quote.cue->empty()) quote.cue.reset();
    quote.confidence = 1.0F / (1.0F + std::exp(-draft.score));
    quotes.push_back(std::move(quote));
  }
  return in_text_order(std::move(quotes));
}

}  // namespace wirecut
