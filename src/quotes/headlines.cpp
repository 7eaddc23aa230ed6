// A headline may end with who says it: `Obama meets bank chiefs on Friday: sources`, `“We will not leave” – envoy`,
// `Oil output to fall - IEA`. So do lines that attribute nothing (`Champions League - Barcelona`): where the headline
// quotes no words, its end is a word that such headlines end with, or the story below quotes the same speaker. It opens
// with who says it (`Fed's Mishkin: Plan should boost growth`) where the story below quotes him.

#include <algorithm>

#include "lexicon/word_use.h"
#include "quotes/drafts.h"

namespace wirecut {
namespace {

constexpr std::uint32_t kMostSourceItems = 4;
constexpr std::size_t kFewestWithoutVerb = 4;  // `Two dead in market fire - police`, not `Shooting report: police`

// The words behind the last dash or colon of the paragraph, to its end; empty where there are none, or too many.
ItemRange words_behind_mark(const QuoteItems& items, const ItemParagraph& headline) {
  std::uint32_t end = headline.end_item;
  while (end > headline.first_item && items.items[end - 1].boundary == Boundary::stop) --end;
  for (std::uint32_t first = end; first > headline.first_item && end - first <= kMostSourceItems; --first) {
    const Item& item = items.items[first - 1];
    if (item.boundary == Boundary::dash || item.boundary == Boundary::colon) return {first, end};
    if (item.boundary != Boundary::none || item.is_unit() || item.mark != MarkState::outside) return {};
  }
  return {};
}

bool has_verb(std::span<const Item> words) {
  return std::any_of(words.begin(), words.end(), [](const Item& item) { return item.is_verb; });
}

// "IEA" of "the International Energy Agency"
bool are_initials(const Story& story, std::string_view word, std::span<const Item> source) {
  std::size_t at = 0;
  for (const Item& item : source) {
    const std::string_view form = story.words(first_token(story, item).span);
    if (!first_token(story, item).has(kCapitalized)) continue;
    if (at == word.size() || form[0] != word[at++]) return false;
  }
  return at == word.size() && at > 1;
}

bool is_quoted_below(const Story& story, const QuoteItems& items, const Item& speaker, std::uint32_t headline,
                     const DraftScratch& scratch) {
  const std::string_view word = story.words(first_token(story, speaker).span);
  return std::any_of(scratch.drafts.begin(), scratch.drafts.end(), [&](const Draft& draft) {
    if (draft.paragraph == headline) return false;
    const auto source = items_of(items, draft.source);
    return std::any_of(source.begin(), source.end(), [&](const Item& item) { return item.word == speaker.word; }) ||
           are_initials(story, word, source);
  });
}

// What one says in a headline; content empty: nothing is said.
struct HeadlineQuote {
  ItemRange content, source;
};

HeadlineQuote quote_before_source(const Story& story, const Lexicon& lexicon, const QuoteItems& items,
                                  std::uint32_t headline, const DraftScratch& scratch) {
  const ItemParagraph& at = items.paragraphs[headline];
  ItemRange source = words_behind_mark(items, at);
  for (std::uint32_t i = source.first + 1; i < source.end; ++i)
    if (items.items[i].has_tag(PosTag::IN)) source.end = i;  // "- Smith on retirement"
  if (is_empty(source) || source.first < at.first_item + 2) return {};
  ItemRange content{at.first_item, source.first - 1};
  if (content.end > content.first + 2 && items.items[content.first + 1].boundary == Boundary::colon &&
      has_use(lexicon.quote_words, items.items[content.first].word, "label"))
    content.first += 2;  // "Exclusive: ..."
  const auto said = items_of(items, content);
  const bool is_quotation = said.size() == 1 && said[0].is_unit();
  const Item& speaker = items.items[source.end - 1];
  const bool is_role = has_use(lexicon.quote_words, speaker.word, "headline");
  const bool is_said = has_verb(said) ? is_role || is_quoted_below(story, items, speaker, headline, scratch)
                                      : is_role && said.size() >= kFewestWithoutVerb;
  return is_quotation || is_said ? HeadlineQuote{content, source} : HeadlineQuote{};
}

HeadlineQuote quote_behind_source(const Story& story, const Lexicon& lexicon, const QuoteItems& items,
                                  std::uint32_t headline, const DraftScratch& scratch) {
  const ItemParagraph& at = items.paragraphs[headline];
  std::uint32_t colon = at.first_item;
  while (colon < at.end_item && colon - at.first_item <= kMostSourceItems && !items.items[colon].is_unit() &&
         items.items[colon].boundary == Boundary::none)
    ++colon;
  if (colon == at.first_item || colon + 1 >= at.end_item || items.items[colon].boundary != Boundary::colon) return {};
  const ItemRange content{colon + 1, at.end_item}, source{at.first_item, colon};
  const auto words = items_of(items, source);
  const Item& speaker = words.back();
  const bool is_name = std::any_of(words.begin(), words.end(), [](const Item& item) { return item.name != 0; });
  const bool is_one =
      std::none_of(words.begin(), words.end(),  // not "Acme vs. Roe Corp: ..."
                   [](const Item& item) { return item.has_tag(PosTag::IN) || item.has_tag(PosTag::CC); });
  const bool is_said = is_name && is_one && has_verb(items_of(items, content)) && is_noun_or_pronoun(speaker) &&
                       !has_use(lexicon.quote_words, speaker.word, "label") &&
                       is_quoted_below(story, items, speaker, headline, scratch);
  return is_said ? HeadlineQuote{content, source} : HeadlineQuote{};
}

}  // namespace

void add_headline_source(const Story& story, const Lexicon& lexicon, const QuoteItems& items, DraftScratch& scratch) {
  const auto headline = std::find_if(items.paragraphs.begin(), items.paragraphs.end(),
                                     [](const ItemParagraph& at) { return at.part == Part::headline; });
  if (headline == items.paragraphs.end()) return;
  const auto index = static_cast<std::uint32_t>(headline - items.paragraphs.begin());
  HeadlineQuote quote = quote_before_source(story, lexicon, items, index, scratch);
  if (is_empty(quote.content)) quote = quote_behind_source(story, lexicon, items, index, scratch);
  if (is_empty(quote.content)) return;
  if (is_free(quote.content, scratch)) {
    add_draft({.contents = {quote.content}, .source = quote.source, .paragraph = index}, scratch);
  } else if (const std::int32_t owner = scratch.owner[quote.content.first]; owner >= 0) {
    Draft& draft = scratch.drafts[static_cast<std::size_t>(owner)];
    if (is_empty(draft.source) && is_empty(draft.cue)) draft.source = quote.source;
  }
}

}  // namespace wirecut
