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
#include "quotes/drafts.h"
#include "quotes/listeners.h"
#include "quotes/subject_phrases.h"
#include "quotes/times.h"

namespace wirecut {
namespace {

// A clause that can stand alone, without marks. A headline's needs no verb.
bool is_statement(const QuoteItems& items, Part part, const ItemRange& range) {
  constexpr std::uint32_t kFewestItems = 3;
  if (range.end < range.first + kFewestItems) return false;
  const auto in = items_of(items, range);
  const Item& first = in.front();
  const bool opens_clause = first.boundary == Boundary::none ||  // not "But when that was asked, he laughed"
                            (first.boundary == Boundary::conjunction && in[1].boundary == Boundary::none);
  const Item& opening = first.boundary == Boundary::conjunction || is_adverb(first) ? in[1] : first;  // "Yet asked why"
  if (!opens_clause || has_one_of(opening, {PosTag::VBG, PosTag::VBN})) return false;
  // Taggers take "Hail destroyed vines" for "hail, destroyed by vines" now and then.
  const bool has_verb =
      part == Part::headline || std::any_of(in.begin(), in.end(), is_finite_verb) || in[1].has_tag(PosTag::VBN);
  return has_verb &&
         std::all_of(in.begin(), in.end(), [](const Item& item) { return item.mark == MarkState::outside; });
}

void add(std::uint32_t paragraph, const ItemRange& source, const ItemRange& cue, const ItemRange& content,
         DraftScratch& scratch) {
  Draft draft;
  draft.contents = {content};
  draft.source = source;
  draft.cue = cue;
  draft.paragraph = paragraph;
  add_draft(std::move(draft), scratch);
}

// The words that open a sentence, up to its first verb, where they can be a source; `In a separate report,` or `In May`
// may stand in front of them. Else empty.
ItemRange opening_phrase(const QuoteItems& items, const Lexicon& lexicon, const ItemRange& sentence) {
  constexpr std::uint32_t kMostWords = 12;
  ItemRange phrase{sentence.first, sentence.first};
  for (; phrase.end < sentence.end && !items.items[phrase.end].is_verb; ++phrase.end) {
    const Item& item = items.items[phrase.end];
    if (item.boundary == Boundary::comma && phrase.first == sentence.first &&
        items.items[phrase.first].has_tag(PosTag::IN))
      phrase.first = phrase.end + 1;
    else if (item.boundary != Boundary::none || item.mark != MarkState::outside)
      return {};
  }
  if (!is_empty(phrase)) phrase.first = start_behind_time(items.items, lexicon, phrase);
  const bool may_speak = !is_empty(phrase) && phrase.end < sentence.end && phrase.end - phrase.first <= kMostWords &&
                         !items.items[phrase.first].has_tag(PosTag::IN) &&
                         is_noun_or_pronoun(items.items[phrase.end - 1]);
  return may_speak ? phrase : ItemRange{};
}

// Where a clause begins behind what ties it to the sentence before, between commas: `, however, the mill was shut`;
// range.first where none stands there.
std::uint32_t start_behind_aside(const QuoteItems& items, const Lexicon& lexicon, const ItemRange& range) {
  constexpr std::uint32_t kMostWords = 4;
  if (items.items[range.first].boundary != Boundary::comma) return range.first;
  std::uint64_t chain = 0;
  for (std::uint32_t i = range.first + 1; i < range.end && i <= range.first + kMostWords + 1; ++i) {
    if (items.items[i].boundary == Boundary::comma)
      return has_use(lexicon.quote_words, lexicon.quote_words.step(chain).rows, "aside") ? i + 1 : range.first;
    chain = hash_phrase(chain, items.items[i].word);
  }
  return range.first;
}

// `Jane Roe is also confident that the road will be built.`, `The bank is of the view that rates will fall.`; not `It
// is certain that ...`. `verb`: the form of "be".
ItemRange content_of_belief(const QuoteItems& items, const Lexicon& lexicon, const ItemRange& sentence,
                            std::uint32_t verb) {
  std::uint32_t that = verb + 1;
  while (that < sentence.end && items.items[that].has_tag(PosTag::RB)) ++that;
  if (that + 3 < sentence.end && items.items[that].word == hash_word("of") &&
      has_use(lexicon.quote_words, items.items[that + 2].word, "certain"))
    that += 3;
  else if (that < sentence.end && has_use(lexicon.quote_words, items.items[that].word, "certain"))
    that += 1;
  else
    return {};
  const bool has_stop = items.items[sentence.end - 1].boundary == Boundary::stop;
  return that < sentence.end && items.items[that].boundary == Boundary::that
             ? ItemRange{that, sentence.end - (has_stop ? 1 : 0)}
             : ItemRange{};
}

void add_belief(const QuoteItems& items, const Lexicon& lexicon, std::uint32_t paragraph, const ItemRange& sentence,
                const ItemRange& source, DraftScratch& scratch) {
  static constexpr auto kDummies = word_list({"anybody", "anyone", "everybody", "everyone", "it", "nobody", "none",
                                              "one", "that", "there", "thing", "what", "which"});
  static constexpr auto kNone = word_list({"no", "none", "neither"});
  if (!is_form_of_be(items.items[source.end]) || kDummies.of(items.items[source.end - 1].word) ||
      kNone.of(items.items[source.first].word))
    return;
  const ItemRange content = content_of_belief(items, lexicon, sentence, source.end);
  if (is_empty(content) || !is_free(content, scratch)) return;
  add(paragraph, source, {source.end, content.first}, content, scratch);
}

// `Jane Roe told the inquest they had stopped.`, `Acme said on Friday the mill would close.`, `Acme said, however, it
// would open again.`
void add_opening(const QuoteItems& items, const Lexicon& lexicon, std::uint32_t paragraph, const ItemRange& sentence,
                 DraftScratch& scratch) {
  const ItemRange source = opening_phrase(items, lexicon, sentence);
  if (is_empty(source)) return;
  add_belief(items, lexicon, paragraph, sentence, source, scratch);
  const Item& verb = items.items[source.end];
  const bool tells = verb.cue_class == CueClass::tell, says = verb.lemma == hash_word("say");
  if (!is_finite_verb(verb) || !verb.is_strong_cue || (!tells && !says)) return;
  ItemRange content{source.end + 1, sentence.end};
  if (items.items[content.end - 1].boundary == Boundary::stop) --content.end;
  if (is_empty(content)) return;
  if (says) content.first = start_behind_aside(items, lexicon, content);
  if (is_empty(content)) return;
  const Item& next = items.items[content.first];  // "said on Friday the mill ...", but "said the week it began was ..."
  const bool may_shift = tells || next.has_tag(PosTag::IN) || is_weekday(next, lexicon) || is_dayword(next, lexicon);
  const std::uint32_t told = may_shift ? start_of_told(items.items, lexicon, content) : content.first;
  const Part part = items.paragraphs[paragraph].part;
  const bool is_measure = told + 1 < content.end && items.items[told + 1].has_tag(PosTag::CD);  // "around 700 had left"
  const bool is_aside = items.items[told].has_tag(PosTag::IN) && !is_measure && part != Part::headline;
  if (told == content.first && (tells || is_aside)) return;
  content.first = told;
  if (is_statement(items, part, content) && is_free(content, scratch))
    add(paragraph, source, {source.end, source.end + 1}, content, scratch);
}

// `According to the report, sales fell.`; `Sales fell, according to the report.` `cue`: the first "according" there.
void add_according(const QuoteItems& items, const Lexicon& lexicon, std::uint32_t paragraph, const ItemRange& sentence,
                   std::uint32_t cue, DraftScratch& scratch) {
  if (cue + 1 >= sentence.end || items.items[cue + 1].boundary != Boundary::to) return;
  const ItemRange source = phrase_to_border(items.items, {cue + 2, sentence.end});
  if (is_empty(source) || source.end == sentence.end) return;
  const bool ends_at_comma = items.items[source.end].boundary == Boundary::comma;
  // "according to age", "according to the timetable": nobody says so.
  if (has_use(lexicon.quote_words, items.items[source.end - 1].word, "norm")) return;
  const bool has_stop = items.items[sentence.end - 1].boundary == Boundary::stop;
  ItemRange content;
  if (cue == sentence.first && ends_at_comma)
    content = {source.end + 1, sentence.end - (has_stop ? 1 : 0)};
  else if (cue > sentence.first && !ends_at_comma && items.items[cue - 1].boundary == Boundary::comma)
    content = {sentence.first, cue - 1};
  if (content.end > content.first && is_statement(items, items.paragraphs[paragraph].part, content) &&
      is_free(content, scratch))
    add(paragraph, source, {cue, cue + 2}, content, scratch);
}

// The statement, its source and the verb that closes the sentence, the last one of saying there; no cue where it isn't
// one.
Draft closing_of(const QuoteItems& items, const Lexicon& lexicon, std::uint32_t paragraph, const ItemRange& sentence,
                 std::uint32_t cue) {
  Draft draft;
  draft.paragraph = paragraph;
  if (is_last_word(items, lexicon, cue, sentence.end)) draft.source = source_before(items, sentence.first, cue);
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
Draft quoted_of(const QuoteItems& items, std::uint32_t paragraph, const ItemRange& sentence) {
  constexpr std::uint32_t kMostOfSource = 14;
  static constexpr auto kQuoted = word_list({"cited", "quoted"});
  Draft draft;
  draft.paragraph = paragraph;
  const std::uint32_t as = closing_as(items, sentence);
  std::uint32_t quoted = as;
  while (quoted > sentence.first + 3 && as - quoted < kMostOfSource && !kQuoted.of(items.items[quoted].word)) --quoted;
  if (as == 0 || !kQuoted.of(items.items[quoted].word)) return draft;
  const bool is_passive = quoted + 1 == as && is_form_of_be(items.items[quoted - 1]);
  const ItemRange subject = source_before(items, sentence.first, quoted - (is_passive ? 1 : 0));
  if (is_empty(subject) || (!is_passive && quoted + 1 == as)) return draft;
  const ItemRange content{sentence.first, subject.first - 1};
  if (!is_statement(items, items.paragraphs[paragraph].part, content)) return draft;
  draft.source = is_passive ? subject : ItemRange{quoted + 1, as};
  draft.cue = is_passive ? ItemRange{quoted - 1, as + 2} : ItemRange{as, as + 2};
  draft.contents = {content};
  return draft;
}

// `Acme plans to close the mill, a source said.`: whether what was found in the sentence is part of what the closing
// words are said of. Not so where it was said itself, `Roe said he was ready, TASS reported`, but to somebody else:
// `Roe told Doe that he was ready, a source told Reuters`. `end`: of the closing words.
bool holds(const QuoteItems& items, const Draft& closing, std::uint32_t end, const Draft& inner) {
  // `Prices fell, leading analysts have said.`: the same words, of which the models saw no speaker.
  if (is_empty(inner.source) && inner.cue.first <= closing.cue.first && closing.cue.first < inner.cue.end) return true;
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
  if (items.items[closing.cue.first].cue_class != CueClass::tell && std::any_of(cue.begin(), cue.end(), says))
    return false;
  const auto is_within = [&](const ItemRange& range) {
    return range.first >= content.first && range.end <= content.end;
  };
  return is_within(inner.cue) && (is_empty(inner.source) || is_within(inner.source)) &&
         std::all_of(inner.contents.begin(), inner.contents.end(), is_within);
}

// Adds the closing attribution, whose words end before `end`, in the place of those of its sentence, `inner`: indices
// of drafts. They are left without content.
bool add_closing(const QuoteItems& items, Draft closing, std::uint32_t end, std::span<const std::uint32_t> inner,
                 DraftScratch& scratch) {
  if (is_empty(closing.cue)) return false;
  auto& drafts = scratch.drafts;
  if (!std::all_of(inner.begin(), inner.end(), [&](std::uint32_t d) { return holds(items, closing, end, drafts[d]); }))
    return false;
  const auto own_inner = [&](bool is_owned) {
    for (const std::uint32_t d : inner)
      for (const ItemRange& range : drafts[d].contents)
        own(range, is_owned ? static_cast<std::int32_t>(d) : -1, scratch);
  };
  own_inner(false);
  if (!is_free(closing.contents.front(), scratch)) {
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

// `..., residents said on Friday, as thousands fled.`, `..., Roe said on X, formerly Twitter.`: whether behind the
// comma at `comma` something else is told.
bool opens_tail(const QuoteItems& items, std::uint32_t comma, std::uint32_t end) {
  static constexpr auto kOpenings =
      word_list({"after", "amid", "as", "despite", "even", "following", "formerly", "in", "while", "with"});
  if (comma + 2 >= end || !kOpenings.of(items.items[comma + 1].word)) return false;
  const std::uint64_t next = items.items[comma + 2].word;
  return next != hash_word("well") && (items.items[comma + 1].word != hash_word("even") || next == hash_word("as"));
}

// The sentence up to such a comma, where the verb of saying that closes it stands close before; else empty.
ItemRange part_before_tail(const QuoteItems& items, const ItemRange& sentence, std::uint32_t comma,
                           std::uint32_t last_saying) {
  constexpr std::uint32_t kFarthest = 12;  // items from the verb to the comma
  const bool closes = last_saying > sentence.first && last_saying < comma && comma - last_saying <= kFarthest;
  return closes && opens_tail(items, comma, sentence.end) ? ItemRange{sentence.first, comma} : ItemRange{};
}

// What a sentence shows, as its items go by, of who said it.
struct Signs {
  static constexpr std::uint32_t kNone = UINT32_MAX;
  std::uint32_t saying = kNone;     // its last verb of saying
  std::uint32_t according = kNone;  // its first "according"
  bool has_participle = false;      // "saying"
  ItemRange front;                  // of it, in front of "as ..."; empty: nothing such
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
  }
  if (item.boundary != Boundary::comma || signs.saying == Signs::kNone || !is_empty(signs.front)) return;
  signs.front = part_before_tail(items, sentence, i, signs.saying);
  signs.front_saying = signs.saying;
}

// Adds what the closing words of the sentence are said of, or those in front of "as ...".
bool add_any_closing(const QuoteItems& items, const Lexicon& lexicon, std::uint32_t paragraph,
                     const ItemRange& sentence, const Signs& signs, std::span<const std::uint32_t> inner,
                     DraftScratch& scratch) {
  if (signs.saying != Signs::kNone &&
      add_closing(items, closing_of(items, lexicon, paragraph, sentence, signs.saying), sentence.end, inner, scratch))
    return true;
  if (signs.has_participle && add_closing(items, quoted_of(items, paragraph, sentence), sentence.end, inner, scratch))
    return true;
  if (is_empty(signs.front)) return false;
  const auto before = std::find_if(inner.begin(), inner.end(),
                                   [&](std::uint32_t d) { return scratch.drafts[d].cue.first >= signs.front.end; });
  return add_closing(items, closing_of(items, lexicon, paragraph, signs.front, signs.front_saying), signs.front.end,
                     {inner.begin(), before}, scratch);
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
    if (add_any_closing(items, lexicon, paragraph, sentence, seen, inner, scratch) || !inner.empty()) continue;
    const std::size_t drafts = scratch.drafts.size();
    add_opening(items, lexicon, paragraph, sentence, scratch);
    if (scratch.drafts.size() == drafts && seen.according != Signs::kNone)
      add_according(items, lexicon, paragraph, sentence, seen.according, scratch);
  }
  drop_empty(first_draft, scratch);
}

}  // namespace wirecut
