// Transcripts, interviews and what several people were asked: a paragraph opens with the speaker and a colon.
//   "KING: What about Iran?"  "JANE ROE, CNN CORRESPONDENT: Larry, ..."  "Q: Will you sell?"  "Jane Roe: No."
// One such paragraph proves nothing, two are turns where somebody speaks in them: lists of facts have labels as well
// ("CAREER: Roe joined the bank in 1990."). The letters of an interview may stand without a colon: "Q. Why?" "A I ran."

#include <algorithm>
#include <span>
#include <vector>

#include "lexicon/word_map.h"
#include "lexicon/word_use.h"
#include "quotes/drafts.h"
#include "quotes/link.h"
#include "quotes/times.h"

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

// "MONDAY: The rain will ease.": a day says nothing. "MR. PRICE" does.
bool is_heading(const Story& story, const Lexicon& lexicon, const QuoteItems& items, const ItemRange& label) {
  if (label.end > label.first + 1 && first_token(story, items.items[label.first]).has(kAbbreviation)) return false;
  const Item &first = items.items[label.first], &last = items.items[label.end - 1];
  return has_use(lexicon.quote_words, last.word, "label") || is_weekday(first, lexicon) || is_month(first, lexicon);
}

bool is_place(const QuoteItems& items, const ItemRange& label) {
  const auto words = items_of(items, label);
  return std::all_of(words.begin(), words.end(),
                     [](const Item& item) { return item.is_in_name(EntityType::location); });
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
      const bool is_label =
          content < paragraph.end_item && !is_empty(speaker) && !is_heading(story, lexicon, items, speaker);
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

bool is_question(std::uint64_t label) { return label == hash_word("q") || label == hash_word("q."); }
bool is_answer(std::uint64_t label) { return label == hash_word("a") || label == hash_word("a."); }

// "Q. Will you sell?" "A No." The second only behind the first: "A. Roe", "A man".
TurnLabel find_letter_label(const Story& story, const QuoteItems& items, const ItemParagraph& paragraph,
                            bool behind_question) {
  constexpr std::uint64_t kQuestionMark = hash_word("?");
  const std::uint32_t first = paragraph.first_item;
  const Item& letter = items.items[first];
  if (!first_token(story, letter).has(kCapitalized)) return {};
  const auto asks = [&] {
    const auto in = items_of(items, {first, paragraph.end_item});
    return std::any_of(in.begin(), in.end(), [](const Item& item) { return item.word == kQuestionMark; });
  };
  const bool stands = is_question(letter.word) ? asks() : is_answer(letter.word) && behind_question;
  const bool has_stop = first + 1 < paragraph.end_item && items.items[first + 1].boundary == Boundary::stop;
  const std::uint32_t content = first + (has_stop ? 2 : 1);
  if (!stands || content >= paragraph.end_item) return {};
  return {{first, first + 1}, {content, content}, content};
}

bool has_letter(const QuoteItems& items, const Draft& turn) {
  const std::uint64_t label = items.items[turn.source.first].word;
  return is_question(label) || is_answer(label);
}

// Somebody says "I", "we" or "you", asks, or is quoted in marks.
bool speaks(const QuoteItems& items, const Draft& turn) {
  static constexpr auto kSpeaking = word_list({"i", "we", "you", "my", "our", "me", "us", "your", "?"});
  const auto in = items_of(items, turn.contents.front());
  return in.front().is_unit() ||
         std::any_of(in.begin(), in.end(), [](const Item& item) { return kSpeaking.of(item.word); });
}

bool has_same_label_again(const QuoteItems& items, std::span<const Draft> turns) {
  std::vector<std::uint64_t> labels;
  for (const Draft& turn : turns) labels.push_back(items.items[turn.source.end - 1].word);
  std::sort(labels.begin(), labels.end());
  return std::adjacent_find(labels.begin(), labels.end()) != labels.end();
}

// Whether the drafts from `first` on are turns. Places ("BRAZIL: Silva, Souza.") say nothing; catchwords rather head
// what is told: a label that names nobody, and doesn't come again, has all of them speak.
bool are_turns(const QuoteItems& items, std::size_t first, const DraftScratch& scratch) {
  constexpr std::size_t kFewest = 2;
  const auto turns = std::span(scratch.drafts).subspan(first);
  const auto count = [&](auto test) {
    return static_cast<std::size_t>(
        std::count_if(turns.begin(), turns.end(), [&](const Draft& turn) { return test(items, turn); }));
  };
  if (turns.size() < kFewest ||
      count([](const auto& in, const Draft& turn) { return is_place(in, turn.source); }) == turns.size())
    return false;
  const std::size_t speaking = count(speaks);
  const auto names_speaker = [](const auto& in, const Draft& turn) { return names_person(in, turn.source); };
  if (count(has_letter) > 0 || count(names_speaker) > 0 || has_same_label_again(items, turns)) return speaking > 0;
  return speaking == turns.size();
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
  const std::size_t before = scratch.drafts.size();
  bool behind_question = false;
  for (std::uint32_t p = 0; p < items.paragraphs.size(); ++p) {
    const ItemParagraph& at = items.paragraphs[p];
    TurnLabel label = find_turn_label(story, lexicon, items, at);
    if (is_empty(label.speaker)) label = find_letter_label(story, items, at, behind_question);
    const bool is_turn = !is_empty(label.speaker) && has_words(story, items, {label.content, at.end_item});
    behind_question = is_turn && is_question(items.items[label.speaker.first].word);
    if (!is_turn) continue;
    Draft draft{.contents = {{label.content, at.end_item}},
                .source = label.speaker,
                .cue = label.colon,
                .paragraph = p,
                .is_turn = true};
    // "INSTANT VIEW: Rates fall"
    if (at.part == Part::headline && !names_person(items, draft.source) && !speaks(items, draft)) continue;
    add_draft(std::move(draft), scratch);
  }
  if (are_turns(items, before, scratch)) return extend_turns(story, items, before, scratch);
  while (scratch.drafts.size() > before) {
    for (const ItemRange& range : scratch.drafts.back().contents) own(range, -1, scratch);
    scratch.drafts.pop_back();
  }
}

}  // namespace wirecut
