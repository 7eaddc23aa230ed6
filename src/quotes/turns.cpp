// Transcripts, interviews and what several people were asked: a paragraph opens with the speaker and a colon.
//   "KING: What about Iran?"  "JANE ROE, CNN CORRESPONDENT: Larry, ..."  "Q: Will you sell?"  "Jane Roe: No."
// One such paragraph proves nothing, two are turns.

#include <algorithm>

#include "quotes/drafts.h"
#include "quotes/link.h"

namespace wirecut {
namespace {

// "Roe: 1,501." is a count.
bool has_words(const Story& story, const QuoteItems& items, const ItemRange& range) {
  const auto in = items_of(items, range);
  return std::any_of(in.begin(), in.end(), [&](const Item& item) {
    return item.is_unit() || first_token(story, item).kind == TokenKind::word;
  });
}

// A speaker's label at the start of a paragraph.
struct TurnLabel {
  ItemRange speaker;  // empty: there is no label
  ItemRange colon;    // empty: marks stand right behind the label
  std::uint32_t content = 0;
};

bool is_in_capitals(const Token& token) {
  return token.has(kAllCaps) || (token.span.size() == 1 && token.has(kCapitalized));
}

// "MONDAY: The rain will ease.": a day says nothing.
bool is_heading(const Lexicon& lexicon, const QuoteItems& items, const ItemRange& label) {
  const std::uint64_t first = items.items[label.first].word, last = items.items[label.end - 1].word;
  return has_use(lexicon.quote_words, last, "label") || has_use(lexicon.time_words, first, "weekday") ||
         has_use(lexicon.time_words, first, "month");
}

bool is_place(const QuoteItems& items, const ItemRange& label) {
  const auto words = items_of(items, label);
  return std::all_of(words.begin(), words.end(), [](const Item& item) {
    return item.begins_name(EntityType::location) || item.goes_on_with_name(EntityType::location);
  });
}

// "ROE:", "Dr. Jane Roe:", "Q:"; in capitals with what else is told of the speaker, and then perhaps without a colon:
// "JANE ROE, CNN CORRESPONDENT:", `JANE ROE, ANALYST "It was due."`
TurnLabel find_turn_label(const Story& story, const Lexicon& lexicon, const QuoteItems& items,
                          const ItemParagraph& paragraph) {
  constexpr std::uint32_t kMostNames = 6, kLongest = 30;
  std::uint32_t first = paragraph.first_item;
  if (items.items[first].mark == MarkState::mark) ++first;
  ItemRange speaker{first, first};
  bool in_capitals = true;
  for (std::uint32_t i = first; i < paragraph.end_item && i <= first + kLongest; ++i) {
    const Item& item = items.items[i];
    const Token& token = first_token(story, item);
    const bool colon = item.boundary == Boundary::colon;
    if (colon || (item.is_unit() && in_capitals && speaker.end < i)) {
      const std::uint32_t content = colon ? i + 1 : i;
      const bool is_label = content < paragraph.end_item && !is_empty(speaker) && !is_heading(lexicon, items, speaker);
      return is_label ? TurnLabel{speaker, {i, content}, content} : TurnLabel{};
    }
    const bool is_word = token.kind == TokenKind::word;
    in_capitals = in_capitals && (!is_word || is_in_capitals(token));
    if (item.is_unit() || (is_word ? !token.has(kCapitalized) : !in_capitals)) return {};
    if (!in_capitals && (speaker.end < i || i - first >= kMostNames)) return {};
    if (is_word && speaker.end == i) ++speaker.end;
  }
  return {};
}

// Where the turn of somebody in capitals comes again the story is a conversation: what stands between two turns, but
// for a stage direction in brackets, goes on with the first. The drafts from `first_turn` on are the turns, in order.
void extend_turns(const Story& story, const QuoteItems& items, std::size_t first_turn, DraftScratch& scratch) {
  constexpr std::uint32_t kMostParagraphs = 8;
  const std::size_t end = scratch.drafts.size();
  std::vector<std::uint64_t> surnames;
  for (std::size_t d = first_turn; d < end; ++d) {
    const Item& surname = items.items[scratch.drafts[d].source.end - 1];
    if (!is_in_capitals(first_token(story, surname))) return;
    surnames.push_back(surname.word);
  }
  std::sort(surnames.begin(), surnames.end());
  if (std::adjacent_find(surnames.begin(), surnames.end()) == surnames.end()) return;
  const auto is_stage_direction = [&](const ItemParagraph& at) {
    const bool behind_mark = items.items[at.first_item].mark == MarkState::mark && at.first_item + 1 < at.end_item;
    return items.items[at.first_item + (behind_mark ? 1 : 0)].boundary == Boundary::paren;
  };
  for (std::size_t d = first_turn; d + 1 < end; ++d) {
    const std::uint32_t turn = scratch.drafts[d].paragraph, next = scratch.drafts[d + 1].paragraph;
    for (std::uint32_t p = turn + 1; p < next && next - turn <= kMostParagraphs; ++p) {
      const ItemParagraph& at = items.paragraphs[p];
      if (at.part != items.paragraphs[turn].part || is_stage_direction(at)) break;
      add_content({at.first_item, at.end_item}, static_cast<std::uint32_t>(d), scratch);
    }
  }
}

}  // namespace

void add_turns(const Story& story, const Lexicon& lexicon, const QuoteItems& items, DraftScratch& scratch) {
  constexpr std::size_t kFewest = 2;
  const std::size_t before = scratch.drafts.size();
  bool of_persons = false;  // "BRAZIL: Silva, Souza." "PERU: Rojas.": places say nothing
  for (std::uint32_t p = 0; p < items.paragraphs.size(); ++p) {
    const ItemParagraph& at = items.paragraphs[p];
    const TurnLabel label = find_turn_label(story, lexicon, items, at);
    if (is_empty(label.speaker) || !has_words(story, items, {label.content, at.end_item})) continue;
    Draft draft;
    draft.contents = {{label.content, at.end_item}};
    draft.source = label.speaker;
    draft.cue = label.colon;
    draft.paragraph = p;
    draft.is_turn = true;
    of_persons = of_persons || !is_place(items, label.speaker);
    add_draft(std::move(draft), scratch);
  }
  if (of_persons && scratch.drafts.size() - before >= kFewest) return extend_turns(story, items, before, scratch);
  while (scratch.drafts.size() > before) {
    for (const ItemRange& range : scratch.drafts.back().contents) own(range, -1, scratch);
    scratch.drafts.pop_back();
  }
}

}  // namespace wirecut
