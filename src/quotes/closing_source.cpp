#include "quotes/closing_source.h"

#include <algorithm>
#include <span>

#include "lexicon/word_map.h"
#include "lexicon/word_use.h"
#include "quotes/drafts.h"
#include "quotes/subject_phrases.h"
#include "quotes/times.h"

namespace wirecut {
namespace {

// "officials have said", "a spokesman also said": where the words begin that go with the verb at `cue`.
std::uint32_t verb_group(const QuoteItems& items, std::uint32_t first, std::uint32_t cue) {
  static constexpr auto kHave = word_list({"had", "has", "have"});
  while (cue > first && (kHave.of(items.items[cue - 1].word) || items.items[cue - 1].has_tag(PosTag::RB))) --cue;
  return cue;
}

// "leading analysts", "a document seen by Reuters"; ", lead manager Acme", where taggers see a verb
bool describes_noun(std::span<const Item> items, std::uint32_t i) {
  const bool is_before = has_one_of(items[i], {PosTag::VBG, PosTag::VBN}) &&
                         has_one_of(items[i + 1], {PosTag::NN, PosTag::NNS, PosTag::JJ});
  const bool is_noun = items[i - 1].boundary == Boundary::comma && has_one_of(items[i], {PosTag::VB, PosTag::VBP}) &&
                       items[i + 1].has_tag(PosTag::NN);
  return is_before || is_noun || (items[i].has_tag(PosTag::VBN) && is_noun_or_pronoun(items[i - 1]));
}

// `a source close to the deal`; not `sources due to speak`
bool goes_with_noun(std::span<const Item> items, std::uint32_t to) {
  return items[to].boundary == Boundary::to && to > 0 && items[to - 1].boundary == Boundary::none &&
         to + 1 < items.size() && !items[to + 1].has_tag(PosTag::VB);
}

// A noun, a name or a pronoun ends before `end`; "Pier 1" and "Channel 4" do as well.
bool ends_noun(std::span<const Item> items, std::uint32_t end) {
  if (is_noun_or_name(items[end - 1])) return true;
  return end > 1 && items[end - 1].has_tag(PosTag::CD) && items[end - 2].name != 0;
}

// The words between the last comma before `end` and it, where they can be a source; else empty. `the company and state
// officials` are one.
ItemRange phrase_behind_comma(const QuoteItems& items, std::uint32_t first, std::uint32_t end) {
  constexpr std::uint32_t kMostWords = 12;
  const ItemRange phrase{first, end};
  end = std::max(first, before_brackets(items.items, end));  // "the Acme Press Agency (APA) said"
  std::uint32_t begin = end;
  while (begin > first && !parts_phrases(items.items[begin - 1])) {
    const Item& item = items.items[--begin];
    const bool is_and =
        item.word == hash_word("and") && begin + 1 < end && begin > first && is_noun_or_pronoun(items.items[begin - 1]);
    const bool describes = begin > first && describes_noun(items.items, begin);
    const bool is_plain =
        item.boundary == Boundary::none || is_and || item.is_inside_name() || goes_with_noun(items.items, begin);
    if (end - begin > kMostWords || (is_verb(item) && !describes) || item.mark != MarkState::outside || !is_plain)
      return {};
  }
  if (begin == first || begin == end || !ends_noun(items.items, end)) return {};
  if (items.items[begin].has_tag(PosTag::IN) && items.items[begin].name == 0) return {};  // "..., with the rain cited"
  return {begin, phrase.end};
}

// `..., pilots, traders and a former minister said`: where the phrases begin that "and" joins with `source`.
std::uint32_t start_of_list(const QuoteItems& items, std::uint32_t first, const ItemRange& source) {
  constexpr int kMostPhrases = 4;
  const auto words = items_of(items, source);
  if (std::none_of(words.begin(), words.end(), [](const Item& item) { return item.word == hash_word("and"); }))
    return source.first;
  std::uint32_t begin = source.first;
  for (int i = 0; i < kMostPhrases; ++i) {
    const ItemRange before = phrase_behind_comma(items, first, begin - 1);
    if (is_empty(before) || !items.items[before.end - 1].has_tag(PosTag::NNS)) break;
    begin = before.first;
  }
  return begin;
}

// "a source close to the firm", "sources": words for persons, not for firms.
bool holds_person(const QuoteItems& items, const Lexicon& lexicon, const ItemRange& range) {
  const auto words = items_of(items, range);
  return std::any_of(words.begin(), words.end(), [&](const Item& item) { return is_noun_for_persons(item, lexicon); });
}

bool is_person(const QuoteItems& items, const ItemRange& range) {
  return items.items[range.first].begins_name(EntityType::person) &&
         std::all_of(items.items.begin() + range.first + 1, items.items.begin() + range.end,
                     [](const Item& item) { return item.goes_on_with_name(EntityType::person); });
}

}  // namespace

// "..., official data shows.", where taggers see a plural.
bool is_shown(const QuoteItems& items, const Lexicon& lexicon, std::uint32_t i, std::uint32_t end) {
  if (items.items[i].cue_class != CueClass::show || items.items[i].cue_form != CueForm::present || i == 0) return false;
  const bool ends = i + 1 < end && items.items[i + 1].boundary == Boundary::stop;
  return ends && has_use(lexicon.quote_words, items.items[i - 1].word, "showing");
}

// "..., officials said", "..., a survey showed on Friday"
bool is_saying(const Item& item) {
  const bool says = (item.cue_class == CueClass::say || item.cue_class == CueClass::tell) && item.is_strong_cue;
  const bool shows = item.cue_class == CueClass::show && item.is_verb;
  const bool is_plural =
      item.cue_form == CueForm::base && has_one_of(item, {PosTag::VBP, PosTag::VB});  // "..., say the Tories"
  return (says || shows) && (item.cue_form == CueForm::past || item.cue_form == CueForm::present || is_plural);
}

// Behind the verb nothing is said any more: the sentence ends, or tells when, where and to whom.
bool is_last_word(const QuoteItems& items, const Lexicon& lexicon, std::uint32_t cue, std::uint32_t end) {
  constexpr std::uint32_t kMostBehind = 9;  // items, the full stop among them
  if (end - cue - 1 > kMostBehind) return false;
  for (std::uint32_t i = cue + 1; i < end; ++i) {
    const Item& item = items.items[i];
    const bool is_plain = item.boundary == Boundary::none || item.boundary == Boundary::stop ||
                          (i > cue + 1 && goes_with_noun(items.items, i));  // "said in a note to clients"
    if (item.is_verb || item.mark != MarkState::outside || !is_plain) return false;
  }
  if (cue + 1 == end || items.items[cue].cue_class == CueClass::tell) return true;
  const Item& next = items.items[cue + 1];
  if (next.word == hash_word("by")) return false;  // "..., a view rebutted by Roe"
  return next.boundary == Boundary::stop || has_one_of(next, {PosTag::IN, PosTag::NNP}) || is_dayword(next, lexicon) ||
         next.word == hash_word("earlier") || next.word == hash_word("later");
}

// `..., officials said`; `..., the water minister, Jane Roe, said`; `..., Jane Roe, the water minister, said`.
ItemRange source_before(const QuoteItems& items, const Lexicon& lexicon, std::uint32_t first, std::uint32_t verb) {
  const std::uint32_t cue = verb_group(items, first, verb);
  if (cue > first && items.items[cue - 1].boundary == Boundary::comma) {
    const ItemRange last = phrase_behind_comma(items, first, cue - 1);
    if (is_empty(last)) return {};
    const ItemRange before = phrase_behind_comma(items, first, last.first - 1);
    if (is_empty(before) || is_person(items, before) == is_person(items, last)) return {};
    return {before.first, last.end};
  }
  ItemRange source = phrase_behind_comma(items, first, cue);
  if (is_empty(source)) return {};
  source.first = start_of_list(items, first, source);
  // `..., Ann Roe, a spokeswoman said`: the words in front of the comma are the source's own; not so with a pronoun, or
  // where a name ends the source, `..., replacing Ann Roe, the Bankers' Association said`.
  const Item& opening = items.items[source.first];
  const Item& last = items.items[std::max(source.first + 1, before_brackets(items.items, source.end)) - 1];
  const bool may_end_with_name =  // "Ann Roe, chairman of Acme said" lacks a comma
      opening.word == hash_word("the") || opening.has_tag(PosTag::NNS);
  if (source.first < first + 2 || opening.name != 0 || opening.has_tag(PosTag::PRP) ||
      (last.name != 0 && may_end_with_name))
    return source;
  const Item& before = items.items[source.first - 2];
  const bool may_describe =  // "Acme Corp, a source said": no firm is a source
      before.name != 0 && !before.is_in_name(EntityType::location) &&
      !(before.is_in_name(EntityType::organization) && holds_person(items, lexicon, source));
  return may_describe ? ItemRange{} : source;
}

// `..., said his daughter, Ann Roe, on Friday.`: the words behind the verb, to the end of the sentence or to when and
// where.
ItemRange source_behind(const QuoteItems& items, const Lexicon& lexicon, std::uint32_t cue, std::uint32_t end) {
  constexpr std::uint32_t kMostWords = 12;
  if (items.items[cue].cue_class != CueClass::say || items.items[cue - 1].boundary != Boundary::comma) return {};
  ItemRange source{cue + 1, cue + 1};
  for (std::uint32_t i = cue + 1; i < end && items.items[i].boundary != Boundary::stop; ++i) {
    const Item& item = items.items[i];
    if (item.boundary == Boundary::wh && source.end == i && i > source.first) break;  // "said Roe, who won in May"
    const bool is_plain = item.boundary == Boundary::none || item.boundary == Boundary::comma ||
                          (i > source.first && goes_with_noun(items.items, i));
    const bool describes =  // "said officials attending the talks"
        has_one_of(item, {PosTag::VBG, PosTag::VBN}) && i > source.first && is_noun_or_pronoun(items.items[i - 1]);
    if ((item.is_verb && !describes) || item.mark != MarkState::outside || !is_plain || i - cue > kMostWords) return {};
    const bool goes_on =  // "the head of the bank", "a source familiar with the talks"
        source.end == i && (!item.has_tag(PosTag::IN) || item.word == hash_word("of") ||
                            (i > source.first + 1 && items.items[i - 1].has_tag(PosTag::JJ)));
    if (goes_on) source.end = i + 1;
  }
  if (!is_empty(source) && items.items[source.end - 1].boundary == Boundary::comma) --source.end;
  const bool says = items.items[cue].lemma == hash_word("say");
  while (says && !is_empty(source) && is_adverb(items.items[source.end - 1])) --source.end;  // "said officials here"
  if (is_empty(source) || !is_noun_or_pronoun(items.items[source.end - 1])) return {};
  const Item& first = items.items[source.first];
  const bool is_time = is_day(first, lexicon) ||
                       has_use(lexicon.time_words, items.items[source.end - 1].word, "unit");  // "said last month"
  return is_time ? ItemRange{} : source;
}

}  // namespace wirecut
