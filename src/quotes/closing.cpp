// The models miss some of the plainest sentences of the wires, which have nothing but a statement, a comma, who said so
// and, behind the verb, when or where; or the verb and behind it who said so. Read from its end: the last verb of
// saying, with little behind it, the words between the last comma and the verb, or behind the verb, as the source, and
// all before the comma as the content, where that can stand alone. Else who told whom something, or what a headline
// says, read from its start; else what is so according to whom. Where any of these is in doubt, nothing is read.

#include "quotes/closing.h"

#include <algorithm>
#include <span>
#include <utility>

#include "lexicon/word_map.h"
#include "lexicon/word_use.h"
#include "quotes/closing_source.h"
#include "quotes/closing_tail.h"
#include "quotes/drafts.h"
#include "quotes/interrupted.h"
#include "quotes/openings.h"
#include "quotes/statements.h"

namespace wirecut {
namespace {

// The statement, its source and the verb that closes the sentence, the last one of saying there; no cue where it isn't
// one.
Draft closing_of(const QuoteItems& items, const Lexicon& lexicon, std::uint32_t paragraph, const ItemRange& sentence,
                 std::uint32_t cue) {
  Draft draft;
  draft.paragraph = paragraph;
  if (is_last_word(items, lexicon, cue, sentence.end))
    draft.source = source_before(items, lexicon, sentence.first, cue);
  if (is_empty(draft.source) && cue > sentence.first) draft.source = source_behind(items, lexicon, cue, sentence.end);
  if (is_empty(draft.source)) return draft;
  const bool goes_on = draft.source.first > cue && draft.source.end < sentence.end &&
                       items.items[draft.source.end].boundary != Boundary::stop;
  const Part part = items.paragraphs[paragraph].part;
  const ItemRange content{sentence.first, std::min(draft.source.first, cue) - 1};
  if (part == Part::headline && goes_on) return draft;  // "Acme cuts costs, says Windows on track"
  if (!is_statement(items, part, content)) return draft;
  draft.cue = {cue, cue + 1};
  draft.contents = {content};
  return draft;
}

// The item "as" of a sentence that closes with `as saying`, or with a few words of time or place behind that; else 0.
std::uint32_t closing_as(const QuoteItems& items, const ItemRange& sentence) {
  constexpr std::uint32_t kMostBehind = 8, kFewest = 4;
  std::uint32_t verb = sentence.end;
  if (verb <= sentence.first + kFewest) return 0;
  while (verb > sentence.first + kFewest && sentence.end - verb < kMostBehind && !items.items[--verb].is_verb) continue;
  return items.items[verb].word == hash_word("saying") && items.items[verb - 1].word == hash_word("as") ? verb - 1 : 0;
}

// `Prices fell in May, Roe was quoted as saying.`, `Prices fell in May, TASS quoted Roe as saying.`; no cue where the
// sentence doesn't close so.
Draft quoted_of(const QuoteItems& items, const Lexicon& lexicon, std::uint32_t paragraph, const ItemRange& sentence) {
  constexpr std::uint32_t kMostOfSource = 14;
  static constexpr auto kQuoted = word_list({"cited", "quoted"});
  Draft draft;
  draft.paragraph = paragraph;
  const std::uint32_t as = closing_as(items, sentence);
  std::uint32_t quoted = as;
  while (quoted > sentence.first + 3 && as - quoted < kMostOfSource && !kQuoted.of(items.items[quoted].word)) --quoted;
  if (as == 0 || !kQuoted.of(items.items[quoted].word)) return draft;
  const bool is_passive = quoted + 1 == as && is_form_of_be(items.items[quoted - 1]);
  const ItemRange subject = source_before(items, lexicon, sentence.first, quoted - (is_passive ? 1 : 0));
  if (is_empty(subject) || (!is_passive && quoted + 1 == as)) return draft;
  const ItemRange content{sentence.first, subject.first - 1};
  if (!is_statement(items, items.paragraphs[paragraph].part, content)) return draft;
  draft.source = is_passive ? subject : ItemRange{quoted + 1, as};
  draft.cue = is_passive ? ItemRange{quoted - 1, as + 2} : ItemRange{as, as + 2};
  draft.contents = {content};
  return draft;
}

// Whether the source is a paper, a broadcaster or an agency, which rather passes on what others say: "the Asahi
// newspaper", "public broadcaster YLE", "TASS".
bool is_outlet(const QuoteItems& items, const Lexicon& lexicon, const ItemRange& source) {
  const auto words = items_of(items, source);
  if (std::any_of(words.begin(), words.end(),
                  [&](const Item& item) { return has_use(lexicon.quote_words, item.word, "outlet"); }))
    return true;
  std::uint64_t chain = 0;
  for (std::uint32_t i = source.first; i < source.end; ++i)
    if (i > source.first || items.items[i].word != hash_word("the")) chain = hash_phrase(chain, items.items[i].word);
  return !lexicon.agencies.step(chain).rows.empty();
}

// Whether the closing words only pass on what somebody in front of them said: those of an outlet, of the office of a
// person, `Roe said he was ready, the palace said`, or of the speaker once more, `The banks said it was late, they
// said`; not so of `Banks agree that costs will rise, a lobby group said`.
bool passes_on(const QuoteItems& items, const Lexicon& lexicon, const Draft& closing, const Draft& inner) {
  // "Prices fell, officials said, but will rise, analysts said": each has words of his own.
  if (inner.contents.front().first < inner.cue.first) return true;
  if (names_person(items, closing.source)) return false;
  return items.items[closing.source.first].has_tag(PosTag::PRP) || is_outlet(items, lexicon, closing.source) ||
         (names_person(items, inner.source) && items.items[closing.source.end - 1].name != 0);
}

bool cuts_name(const QuoteItems& items, std::uint32_t end) {
  return end < items.items.size() && items.items[end].is_inside_name();
}

// `Acme plans to close the mill, a source said.`: whether what was found in the sentence is part of what the closing
// words are said of. Not so where it was said itself, `Roe said he was ready, TASS reported`, but where an outlet
// doesn't pass it on: `Banks agree that costs will rise, a lobby group said`. `end`: of the closing words.
bool holds(const QuoteItems& items, const Lexicon& lexicon, const Draft& closing, std::uint32_t end,
           const Draft& inner) {
  // `Prices fell, leading analysts have said.`: the same words, of which the models saw no speaker.
  if (is_empty(inner.source) && inner.cue.first <= closing.cue.first && closing.cue.first < inner.cue.end) return true;
  // `Rents fell, consultants Poe, | Grey & Roe said.`: what the models took for content ends within the source's name.
  if (closing.cue.first >= inner.cue.first && closing.cue.first < inner.cue.end &&
      cuts_name(items, inner.contents.back().end))
    return true;
  // `..., TASS quoted Roe as saying | on Monday |`, `..., Roe told | the paper |`: found in the closing words alone.
  const Item& verb = items.items[closing.cue.end - 1];
  if ((verb.has_tag(PosTag::VBG) || verb.cue_class == CueClass::tell) &&
      std::min(inner.cue.first, inner.contents.front().first) > closing.contents.front().end)
    return true;
  // `Rebels took the port, residents said on Friday, | as thousands fled |.`
  if (inner.contents.front().first > end)
    return !std::any_of(inner.contents.begin(), inner.contents.end(),
                        [&](const ItemRange& range) { return has_unit(items, range); });
  const ItemRange& content = closing.contents.front();
  const auto says = [](const Item& item) { return item.is_strong_cue && !item.has_tag(PosTag::VBG); };
  const auto cue = items_of(items, inner.cue);
  if (items.items[closing.cue.first].cue_class != CueClass::tell && std::any_of(cue.begin(), cue.end(), says) &&
      passes_on(items, lexicon, closing, inner))
    return false;
  const auto is_within = [&](const ItemRange& range) {
    return range.first >= content.first && range.end <= content.end;
  };
  return is_within(inner.cue) && (is_empty(inner.source) || is_within(inner.source)) &&
         std::all_of(inner.contents.begin(), inner.contents.end(), is_within);
}

// Adds the closing attribution, whose words end before `end`, in the place of those of its sentence, `inner`: indices
// of drafts. They are left without content.
bool add_closing(const QuoteItems& items, const Lexicon& lexicon, Draft closing, std::uint32_t end,
                 std::span<const std::uint32_t> inner, DraftScratch& scratch) {
  if (is_empty(closing.cue)) return false;
  auto& drafts = scratch.drafts;
  if (!std::all_of(inner.begin(), inner.end(),
                   [&](std::uint32_t d) { return holds(items, lexicon, closing, end, drafts[d]); }))
    return false;
  const auto own_inner = [&](bool is_owned) {
    for (const std::uint32_t d : inner)
      for (const ItemRange& range : drafts[d].contents)
        own(range, is_owned ? static_cast<std::int32_t>(d) : -1, scratch);
  };
  own_inner(false);
  if (!std::all_of(closing.contents.begin(), closing.contents.end(),
                   [&](const ItemRange& range) { return is_free(range, scratch); })) {
    own_inner(true);
    return false;
  }
  for (const std::uint32_t d : inner) drafts[d].contents.clear();
  add_draft(std::move(closing), scratch);
  return true;
}

void drop_empty(std::size_t first_draft, DraftScratch& scratch) {
  auto& drafts = scratch.drafts;
  const auto is_empty_draft = [](const Draft& draft) { return draft.contents.empty(); };
  const auto first =
      std::find_if(drafts.begin() + static_cast<std::ptrdiff_t>(first_draft), drafts.end(), is_empty_draft);
  const auto from = static_cast<std::size_t>(first - drafts.begin());
  drafts.erase(std::remove_if(first, drafts.end(), is_empty_draft), drafts.end());
  for (std::size_t d = from; d < drafts.size(); ++d)
    for (const ItemRange& range : drafts[d].contents) own(range, static_cast<std::int32_t>(d), scratch);
}

// `Acme said on Friday the mill would close, | adding that it was old |.`: the sentence up to what was found there,
// where that hangs on it with a participle; all of it where nothing was found, empty where it is otherwise.
ItemRange part_before_participle(const QuoteItems& items, const ItemRange& sentence,
                                 std::span<const std::uint32_t> inner, const DraftScratch& scratch) {
  if (inner.empty()) return sentence;
  const Draft& first = scratch.drafts[inner.front()];
  const std::uint32_t cue = first.cue.first;
  const bool hangs = cue > sentence.first + 1 && items.items[cue].has_tag(PosTag::VBG) &&
                     items.items[cue - 1].boundary == Boundary::comma && first.contents.front().first > cue;
  return hangs ? ItemRange{sentence.first, cue - 1} : ItemRange{};
}

// What a sentence shows, as its items go by, of who said it.
struct Signs {
  static constexpr std::uint32_t kNone = UINT32_MAX;
  std::uint32_t saying = kNone;     // its last verb of saying
  std::uint32_t according = kNone;  // its first "according"
  bool has_participle = false;      // "saying"
  bool has_aside = false;           // a verb of saying or "according" in front of its second comma
  std::uint32_t commas = 0;
  ItemRange front;  // of it, in front of "as ..."; empty: nothing such
  std::uint32_t front_saying = kNone;
};

// `sentence`: up to the end of its paragraph.
void read_sign(const QuoteItems& items, const Lexicon& lexicon, const ItemRange& sentence, std::uint32_t i,
               Signs& signs) {
  const Item& item = items.items[i];
  if (item.cue_class != CueClass::none) {
    if (is_saying(item) || is_shown(items, lexicon, i, sentence.end)) signs.saying = i;
    if (item.cue_class == CueClass::according && signs.according == Signs::kNone) signs.according = i;
    signs.has_participle |= item.word == hash_word("saying");
    signs.has_aside |= signs.commas == 1 && (signs.saying == i || signs.according == i);
  }
  signs.commas += parts_phrases(item) ? 1 : 0;
  if (signs.saying == Signs::kNone || !is_empty(signs.front)) return;
  if (item.boundary == Boundary::comma)
    signs.front = part_before_tail(items, lexicon, sentence, i, signs.saying);
  else if (i == signs.saying + 1 && opens_clause_of_time(items, i, sentence.end))
    signs.front = {sentence.first, i};
  signs.front_saying = signs.saying;
}

// Adds what the closing words in front of "as ..." are said of, and what goes on with it behind them.
bool add_closing_front(const QuoteItems& items, const Lexicon& lexicon, std::uint32_t paragraph,
                       const ItemRange& sentence, const Signs& signs, std::span<const std::uint32_t> inner,
                       DraftScratch& scratch) {
  const std::uint32_t saying = signs.front_saying;
  const Item& tail = items.items[signs.front.end];
  const bool has_comma = tail.boundary == Boundary::comma;
  const auto has_cue = [&](std::uint32_t d) {
    return scratch.drafts[d].cue.first <= saying && saying < scratch.drafts[d].cue.end;
  };
  // "Roe said after the call it may close": what the models found behind the verb, and nothing of when it was.
  if (!has_comma && tail.word != hash_word("as") && std::any_of(inner.begin(), inner.end(), has_cue)) return false;
  const auto before = std::find_if(inner.begin(), inner.end(),
                                   [&](std::uint32_t d) { return scratch.drafts[d].cue.first >= signs.front.end; });
  Draft closing = closing_of(items, lexicon, paragraph, signs.front, saying);
  if (closing.source.end <= saying && has_comma && before == inner.end() &&
      tail_goes_on(items, lexicon, saying, signs.front.end)) {
    const ItemRange rest = rest_of(items, {signs.front.end + 1, sentence.end});
    if (!is_empty(rest)) closing.contents.push_back(rest);
  }
  return add_closing(items, lexicon, std::move(closing), signs.front.end, {inner.begin(), before}, scratch);
}

// Adds the statement that its source cuts in two, in the place of all that was found in the sentence; not where a
// quotation was.
bool add_interrupted(const QuoteItems& items, const Lexicon& lexicon, std::uint32_t paragraph,
                     const ItemRange& sentence, std::span<const std::uint32_t> inner, DraftScratch& scratch) {
  Draft draft = interrupted_statement(items, lexicon, paragraph, sentence);
  if (is_empty(draft.cue)) return false;
  const auto has_quotation = [&](std::uint32_t d) {
    const auto& contents = scratch.drafts[d].contents;
    return std::any_of(contents.begin(), contents.end(), [&](const ItemRange& range) {
      return has_unit(items, range) || range.first < sentence.first || range.end > sentence.end;
    });
  };
  if (std::any_of(inner.begin(), inner.end(), has_quotation)) return false;
  for (const std::uint32_t d : inner) {
    for (const ItemRange& range : scratch.drafts[d].contents) own(range, -1, scratch);
    scratch.drafts[d].contents.clear();
  }
  const bool is_whole = is_free({sentence.first, sentence.end}, scratch);
  if (is_whole) add_draft(std::move(draft), scratch);
  return is_whole;
}

// Adds what the closing words of the sentence are said of, or those in front of "as ...".
bool add_any_closing(const QuoteItems& items, const Lexicon& lexicon, std::uint32_t paragraph,
                     const ItemRange& sentence, const Signs& signs, std::span<const std::uint32_t> inner,
                     DraftScratch& scratch) {
  if (signs.has_aside && add_interrupted(items, lexicon, paragraph, sentence, inner, scratch)) return true;
  if (signs.saying != Signs::kNone &&
      add_closing(items, lexicon, closing_of(items, lexicon, paragraph, sentence, signs.saying), sentence.end, inner,
                  scratch))
    return true;
  if (signs.has_participle &&
      add_closing(items, lexicon, quoted_of(items, lexicon, paragraph, sentence), sentence.end, inner, scratch))
    return true;
  return !is_empty(signs.front) && add_closing_front(items, lexicon, paragraph, sentence, signs, inner, scratch);
}

}  // namespace

void add_closing_attributions(const QuoteItems& items, const Lexicon& lexicon, std::uint32_t paragraph,
                              std::size_t first_draft, DraftScratch& scratch) {
  const ItemParagraph& at = items.paragraphs[paragraph];
  auto& order = scratch.order;  // the drafts that there are, by their cues
  order.clear();
  for (std::size_t d = first_draft; d < scratch.drafts.size(); ++d)
    if (!is_empty(scratch.drafts[d].cue)) order.push_back(static_cast<std::uint32_t>(d));
  const auto cue_of = [&](std::uint32_t d) { return scratch.drafts[d].cue.first; };
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return cue_of(a) < cue_of(b); });
  auto next = order.begin();
  Signs signs;
  for (std::uint32_t first = at.first_item, i = first; i < at.end_item; ++i) {
    read_sign(items, lexicon, {first, at.end_item}, i, signs);
    if (!items.items[i].ends_sentence) continue;
    const ItemRange sentence{std::exchange(first, i + 1), i + 1};
    const Signs seen = std::exchange(signs, {});
    const auto inner_end = std::find_if(next, order.end(), [&](std::uint32_t d) { return cue_of(d) >= sentence.end; });
    const std::span<const std::uint32_t> inner(std::exchange(next, inner_end), inner_end);
    if (add_any_closing(items, lexicon, paragraph, sentence, seen, inner, scratch)) continue;
    const std::size_t drafts = scratch.drafts.size();
    const ItemRange opening = part_before_participle(items, sentence, inner, scratch);
    if (!is_empty(opening)) add_opening(items, lexicon, paragraph, opening, scratch);
    if (inner.empty() && scratch.drafts.size() == drafts && seen.according != Signs::kNone)
      add_according(items, lexicon, paragraph, sentence, seen.according, scratch);
  }
  drop_empty(first_draft, scratch);
}

}  // namespace wirecut
