// Greedy and local: an attribution is accepted by its score; orphans.cpp has what becomes of quotations without one.
// PolNeAR has no quotation inside a quotation, so an item is content of one draft only (`owner`).

#include "quotes/link.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

#include "lexicon/word_map.h"
#include "lexicon/word_use.h"
#include "quotes/borders.h"
#include "quotes/drafts.h"
#include "quotes/subject_phrases.h"
#include "quotes/times.h"

namespace wirecut {
namespace {

bool holds_quotation(const QuoteItems& items, const Draft& draft) {
  return std::any_of(draft.contents.begin(), draft.contents.end(),
                     [&](const ItemRange& range) { return has_unit(items, range, kOrphanWords); });
}

// `“We lost it all.” Canada has cut its forecast.`: whether the words in marks at `unit` are a sentence of their own,
// and no part of what the next one tells. Before a verb of saying that tells nothing more they are its content.
// `content_end`: of all content of the draft.
bool is_sentence_before(const QuoteItems& items, const Draft& draft, std::uint32_t content_end, std::uint32_t unit) {
  const Item& item = items.items[unit];
  const bool is_tag = content_end <= draft.cue.first && items.items[draft.cue.end - 1].is_strong_cue;  // ... Roe said.
  return ends_in_full_stop(item) && item.word_count >= kOrphanWords && item.ends_sentence && draft.cue.first > unit &&
         !is_tag && (is_empty(draft.source) || draft.source.first > unit);
}

// The attribution in items of the story. `"No," he said after she had left.`: where a quotation stands before the cue,
// words without marks behind the cue are not content (in PolNeAR's gold next to never, in the model's view often).
Draft draft_of(const QuoteItems& items, std::uint32_t offset, const Attribution& attribution) {
  Draft draft;
  draft.source = moved(attribution.source, offset);
  draft.cue = moved(attribution.cue, offset);
  draft.score = attribution.score;
  bool quotation_before = false, is_cut = false;
  const std::size_t count = attribution.content_count;
  const std::uint32_t content_end = count > 0 ? attribution.contents[count - 1].end + offset : 0;
  for (std::size_t c = 0; c < count; ++c) {
    ItemRange range = moved(attribution.contents[c], offset);
    while (!is_empty(range) && is_sentence_before(items, draft, content_end, range.first)) ++range.first;
    if (is_empty(range)) continue;
    const Item& first = items.items[range.first];
    if (range.first < draft.cue.first) {
      quotation_before = quotation_before || (range.end == range.first + 1 && first.is_unit());
    } else if (quotation_before && !attribution.is_settled && !has_unit(items, range)) {
      is_cut = true;
      continue;
    } else if (quotation_before && first.boundary == Boundary::conjunction) {
      while (!items.items[range.first].is_unit()) ++range.first;  // `“The road,” he said, and waited, “is closed.”`
    }
    for (; range.first + 1 < range.end && items.items[range.first].is_unit() && items.items[range.first + 1].is_unit();
         ++range.first)
      draft.contents.push_back({range.first, range.first + 1});  // “We lost.” “We will lose again.”
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

// `Asked whether he would resign, Roe said ...`, `Roe nodded when asked if it was late.`: what nobody in particular
// asked is not a quotation, what Roe said is.
bool asks_speaker(const QuoteItems& items, const Draft& draft) {
  const Item& cue = items.items[draft.cue.first];
  const bool opens =
      draft.cue.first == items.paragraphs[draft.paragraph].first_item || items.items[draft.cue.first - 1].ends_sentence;
  const bool is_when = !opens && items.items[draft.cue.first - 1].word == hash_word("when") &&
                       draft.source.end <= draft.cue.first;  // not "when asked by Roe whether"
  return (opens || is_when) && cue.lemma == hash_word("ask") && cue.cue_form == CueForm::past &&
         !holds_quotation(items, draft);
}

// `Roe saw the crash from his shop.`: a thing that is seen or heard, without a verb, is nothing said.
bool is_perceived(const QuoteItems& items, const Lexicon& lexicon, const Draft& draft) {
  return has_use(lexicon.quote_words, items.items[draft.cue.first].lemma, "perceived") &&
         !has_item(items, draft, [](const Item& item) { return item.is_verb || item.is_unit(); });
}

// `An official, who asked not to be named, said ...`, `who declined to be named`: the request is made of the reporter,
// and no news.
bool asks_not_to_be_named(const QuoteItems& items, const Lexicon& lexicon, const Draft& draft) {
  constexpr std::uint64_t kRequest[] = {hash_word("not"), hash_word("to"), hash_word("be")};
  const bool declines = items.items[draft.cue.end - 1].lemma == hash_word("decline");
  const auto request = std::span(kRequest).subspan(declines ? 1 : 0);
  const auto content = items_of(items, draft.contents.front());
  return content.size() > request.size() &&
         std::equal(request.begin(), request.end(), content.begin(),
                    [](std::uint64_t word, const Item& item) { return item.word == word; }) &&
         has_use(lexicon.quote_words, content[request.size()].word, "naming");
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

// `Acme posted a loss of 3 percent.`, `Shares added 2 percent.`, `He holds a stake.`: with a plain object these verbs
// do something, and say nothing.
bool is_deed(const QuoteItems& items, const Lexicon& lexicon, const Draft& draft) {
  const ItemRange& content = draft.contents.front();
  if (is_empty(draft.cue) || content.first != draft.cue.end) return false;
  return has_use(lexicon.quote_words, items.items[draft.cue.end - 1].lemma, "deed") &&
         items.items[content.first].boundary == Boundary::none && !has_item(items, draft, [](const Item& item) {
           return is_finite_verb(item) || item.boundary == Boundary::that || item.mark != MarkState::outside;
         });
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
bool tells_day(const QuoteItems& items, const Lexicon& lexicon, const Draft& draft) {
  const ItemRange& range = draft.contents.front();
  if (draft.contents.size() != 1 || range.end != range.first + 1) return false;
  const Item& day = items.items[range.first];
  return is_day(day, lexicon) || is_part_of_day(day, lexicon);
}

// `The council voted 14-0.`
bool is_count(const QuoteItems& items, const Draft& draft) {
  return !has_item(items, draft, [](const Item& item) { return item.is_unit() || !item.has_tag(PosTag::CD); });
}

// `The proposed changes are open for comment.`: behind an article it is no verb.
bool is_of_noun(const QuoteItems& items, const Draft& draft) {
  static constexpr auto kArticles = word_list({"a", "an", "the"});
  const std::uint32_t cue = draft.cue.first;
  return draft.cue.end == cue + 1 && cue > 0 && kArticles.of(items.items[cue - 1].word) &&
         has_one_of(items.items[cue], {PosTag::VBD, PosTag::VBN, PosTag::JJ}) && !holds_quotation(items, draft);
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

// `Merkel met the party leaders.`, `Police arrested Charles “Shorty” Doe.`, `Acme cut it to “hold” from “buy”.`: behind
// what is no word of saying only two words or more within one pair of marks are said.
bool has_no_cue_word(const QuoteItems& items, const Draft& draft) {
  if (has_cue_word(items_of(items, draft.cue))) return false;
  std::uint32_t marked = 0;
  for (const ItemRange& range : draft.contents)
    for (const Item& item : items_of(items, range)) {
      if (item.mark == MarkState::outside || item.mark == MarkState::first_inside) marked = 0;
      if (item.mark != MarkState::outside) marked += item.word_count;
      if (marked > 1) return false;
    }
  return true;
}

// `Anyone who wants to help can call.`: what no one person thinks or says.
bool is_anyones(const QuoteItems& items, const Draft& draft) {
  static constexpr auto kAnyone = word_list({"anybody", "anyone", "everybody", "everyone", "nobody"});
  const ItemRange& source = draft.source;
  return source.end == source.first + 1 && source.first > 0 && items.items[source.first].word == hash_word("who") &&
         kAnyone.of(items.items[source.first - 1].word) && !holds_quotation(items, draft);
}

// `Parents like Ann Roe, | whose son is nine |, wept.`: the clause between a speaker and the verb tells who that is.
bool is_clause_of_source(const QuoteItems& items, const Draft& draft) {
  const ItemRange& content = draft.contents.front();
  return draft.contents.size() == 1 && items.items[content.first].boundary == Boundary::wh &&
         draft.source.end + 1 == content.first && content.end + 1 == draft.cue.first &&
         items.items[content.end].boundary == Boundary::comma && !has_unit(items, content);
}

// `The mill will close, the paper said, citing two people close to the owner.`: who or what papers told it is whence
// the words before come, and nothing said. Not `citing the weather`, `citing a report that the mill was sold`.
bool cites_source(const QuoteItems& items, const Lexicon& lexicon, const Draft& draft) {
  const ItemRange& range = draft.contents.front();
  if (items.items[draft.cue.end - 1].word != hash_word("citing") || draft.contents.size() != 1 ||
      range.first != draft.cue.end)
    return false;
  const auto content = items_of(items, range);
  const Item* head = nullptr;  // the last noun before what hangs on it
  std::size_t end = 0;
  for (; end < content.size(); ++end) {
    const Item& item = content[end];
    if (item.mark != MarkState::outside || item.boundary != Boundary::none || item.has_tag(PosTag::IN)) break;
    if (head != nullptr && item.has_tag(PosTag::VBN)) break;
    if (has_one_of(item, {PosTag::NN, PosTag::NNS, PosTag::NNP, PosTag::NNPS})) head = &item;
  }
  if (head == nullptr || (end < content.size() && content[end].boundary == Boundary::that)) return false;
  if (std::any_of(content.begin(), content.end(), [](const Item& item) { return item.is_strong_cue; }))
    return false;  // "citing sources who said the owner had left"
  return is_noun_for_persons(*head, lexicon) || has_use(lexicon.titles, head->word, "role") ||
         has_use(lexicon.quote_words, head->word, "cited");
}

// `Prices fell more than expected.`, `The mill, as planned, was sold.`: a participle alone behind such a word says
// nothing of what somebody said; but `as reported` tells of a report.
bool is_comparison(const QuoteItems& items, const Draft& draft) {
  const auto cue = items_of(items, draft.cue);
  if (!is_empty(draft.source) || draft.cue.first == items.paragraphs[draft.paragraph].first_item ||
      !has_one_of(cue.back(), {PosTag::VBN, PosTag::VBD}) ||
      !std::all_of(cue.begin(), cue.end() - 1, [](const Item& item) { return item.has_tag(PosTag::RB); }))
    return false;
  std::uint32_t before = draft.cue.first - 1;
  if (items.items[before].has_tag(PosTag::RB) && before > items.paragraphs[draft.paragraph].first_item) --before;
  const std::uint64_t word = items.items[before].word;
  return word == hash_word("than") || (word == hash_word("as") && cue.back().cue_class != CueClass::say);
}

// `He was admitted to hospital.`, `Roe is known for her temper.`, `Roe was named head of the board.`, `He was found
// guilty of theft.`: what one is or became, and nothing said; but `it is known that ...`.
bool is_made(const QuoteItems& items, const Lexicon& lexicon, const Draft& draft) {
  const auto cue = items_of(items, draft.cue), content = items_of(items, draft.contents.back());
  const auto made = std::find_if(cue.begin(), cue.end(), [&](const Item& item) {
    return item.has_tag(PosTag::VBN) && has_use(lexicon.quote_words, item.word, "made");
  });
  if (made == cue.end() || holds_quotation(items, draft)) return false;
  if (content.front().boundary == Boundary::that || content.front().boundary == Boundary::wh) return false;
  const Item& behind = made + 1 == cue.end() ? content.front() : *(made + 1);
  // "Acme, best known for its pumps, said ..."
  const bool is_known_for = made->word == hash_word("known") && behind.word == hash_word("for");
  if (!is_known_for && std::none_of(cue.begin(), made, is_form_of_be)) return false;
  const bool is_found = made->word == hash_word("found");  // not "was found to have lied"
  return !is_found || behind.has_tag(PosTag::VBG) || behind.word == hash_word("guilty");
}

bool is_nothing_said(const QuoteItems& items, const Lexicon& lexicon, const Draft& draft) {
  return draft.contents.empty() || asks_speaker(items, draft) || is_perceived(items, lexicon, draft) ||
         asks_not_to_be_named(items, lexicon, draft) || is_errand(items, draft) || is_done_to(items, draft) ||
         speaks_of_nothing(items, lexicon, draft) || is_performed(items, lexicon, draft) ||
         is_deed(items, lexicon, draft) || is_topic(items, lexicon, draft) || is_pronoun(items, draft) ||
         tells_day(items, lexicon, draft) || is_count(items, draft) || is_of_noun(items, draft) ||
         is_labelled(items, lexicon, draft) || is_that_said(items, draft) || has_no_cue_word(items, draft) ||
         is_anyones(items, draft) || is_clause_of_source(items, draft) || cites_source(items, lexicon, draft) ||
         is_comparison(items, draft) || is_made(items, lexicon, draft);
}

// `Roe said Doe was right when he said the bridge was safe.`: an attribution that holds another one, cue and all, is
// tried before it unless it is much the less likely, and no grammar says that it holds the other. Returns the score to
// try it by. `all` is in the order of cues.
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
      if (inner->score < outer.score + kLessLikely || outer.is_finished)
        score = std::max(score, std::nextafter(inner->score, std::numeric_limits<float>::infinity()));
  }
  return score;
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

}  // namespace wirecut
