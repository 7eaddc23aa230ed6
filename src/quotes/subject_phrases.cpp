// All read from the verb to the left: over adverbs and the time of the saying, brackets and asides, to a phrase of
// nouns that ends there and that nothing but a border of a clause stands before.

#include "quotes/subject_phrases.h"

#include <algorithm>

#include "lexicon/word_map.h"
#include "lexicon/word_use.h"
#include "quotes/times.h"

namespace wirecut {
namespace {

// Whether a noun, a pronoun or a name ends before `end`; `<Acme Corp>` as well, as some wires mark their names.
bool ends_name_or_noun(Items items, std::uint32_t end) {
  const bool is_marked = end > 2 && items[end - 1].word == hash_word(">");
  return end > 0 && (is_noun_or_name(items[end - 1]) || is_marked);
}

// The words right before a verb, as far back as they may be its subject; empty where they may not.
ItemRange phrase_before(Items items, const Lexicon& lexicon, std::uint32_t end) {
  end = before_brackets(items, end);
  if (!ends_name_or_noun(items, end)) return {};
  static constexpr auto kObjects = word_list({"him", "her", "them", "me", "us"});
  if (kObjects.of(items[end - 1].word) && !is_in_capitals(items[end - 1])) return {};  // "the US said"
  if (items[end - 1].has_tag(PosTag::PRP)) return {end - 1, end};                      // `Minutes later they said`
  std::uint32_t first = end;
  while (first > 0) {
    const Item& item = items[first - 1];
    const bool is_boundary = item.boundary != Boundary::none && !item.is_inside_name();  // "Acme Mills, Inc."
    if (is_boundary || item.mark != MarkState::outside || is_verb(item)) break;
    if (end - --first > kMostOfPhrase) return {};
  }
  const bool opens = first == 0 || items[first - 1].boundary != Boundary::none;
  const std::uint32_t behind_time = opens ? start_behind_time(items, lexicon, {first, end}) : first;
  if (behind_time > first) return {behind_time, end};
  while (first < end && is_adverb(items[first])) ++first;
  return items[first].has_tag(PosTag::IN) ? ItemRange{} : ItemRange{first, end};
}

// `a researcher who has studied them`, `the boss of the club that cleared them`: where the clause begins that describes
// the noun before it; the end of the words where none does.
std::uint32_t relative_clause(Items words) {
  std::uint32_t first = 0;
  const auto opens = [](const Item& item) {
    return item.word == hash_word("who") || item.word == hash_word("that") || item.word == hash_word("whose");
  };
  while (first < words.size() && !opens(words[first])) ++first;
  return first;
}

// "Last week Acme": do the words of time end before `first`?
bool is_week(Items items, const Lexicon& lexicon, std::uint32_t first) {
  return (first > 1 && end_of_week(items, lexicon, {first - 2, first}) == first) ||
         (first > 2 && end_of_week(items, lexicon, {first - 3, first}) == first);
}

}  // namespace

std::uint32_t before_brackets(Items items, std::uint32_t end) {
  constexpr std::uint32_t kMostItems = 16;
  while (end > 0 && items[end - 1].boundary == Boundary::paren) {
    std::uint32_t opening = end - 1;
    do {
      if (opening == 0 || end - opening > kMostItems) return end;
    } while (items[--opening].boundary != Boundary::paren);
    end = opening;
  }
  return end;
}

bool is_adverb(const Item& item) { return has_one_of(item, {PosTag::RB, PosTag::RBR, PosTag::RBS}); }

std::uint32_t end_before_time(Items items, const Lexicon& lexicon, std::uint32_t end) {
  const auto without_adverbs = [&](std::uint32_t at) {
    while (at > 0 && !items[at - 1].is_inside_name() && is_adverb(items[at - 1])) --at;
    return at;
  };
  return without_adverbs(without_time(items, lexicon, {0, without_adverbs(end)}).end);
}

ItemRange subject_before(Items items, const Lexicon& lexicon, std::uint32_t verb) {
  verb = end_before_time(items, lexicon, verb);
  if (verb == 0) return {};
  const Boundary mark = items[verb - 1].boundary;
  if (mark != Boundary::comma && mark != Boundary::dash) return phrase_before(items, lexicon, verb);
  std::uint32_t aside = verb - 1;  // between two marks
  bool has_verb = false;
  while (aside > 0 && items[aside - 1].boundary != mark) has_verb |= is_finite_verb(items[--aside]);
  if (aside == 0 || (has_verb && items[aside].boundary != Boundary::wh)) return {};
  const ItemRange subject = phrase_before(items, lexicon, aside - 1);
  const bool is_apposition = !is_empty(subject) && subject.first > 0 && items[subject.first].has_tag(PosTag::DT) &&
                             items[subject.first - 1].boundary == Boundary::comma;
  if (!has_verb || !is_apposition) return subject;
  const ItemRange described = phrase_before(items, lexicon, subject.first - 1);  // "Roe, a farmer, who left, said"
  return is_empty(described) ? subject : described;
}

ItemRange subject_before_clause(Items items, const Lexicon& lexicon, const ItemRange& cue) {
  constexpr std::uint32_t kMostOfClause = 35, kMostToName = 25, kMostWords = 8;
  const std::uint32_t last = end_before_time(items, lexicon, cue.first);  // the mark that ends the clause, and one
  const auto is_opening = [](const Item& item) {
    return !item.is_inside_name() &&
           (item.boundary == Boundary::comma || item.boundary == Boundary::paren || item.boundary == Boundary::dash);
  };
  std::uint32_t first = 0;
  while (first < last && !is_opening(items[first])) {
    const Item& item = items[first++];
    if ((item.boundary != Boundary::none && !item.is_inside_name()) || item.mark != MarkState::outside || is_verb(item))
      return {};
  }
  if (first == 0 || first > kMostWords || last < first + 3 || last - first > kMostOfClause ||
      has_one_of(items[0], {PosTag::IN, PosTag::RB}) || !ends_name_or_noun(items, first))
    return {};
  const bool has_dashes = items[first].boundary == Boundary::dash;
  if (items[last - 1].boundary != (has_dashes ? Boundary::dash : Boundary::comma)) return {};
  const bool has_age =
      items[first + 1].has_tag(PosTag::CD) && is_opening(items[first + 2]);  // "Roe, 41, who left, said"
  const bool is_clause = items[first + (has_age ? 3 : 1)].boundary == Boundary::wh;
  bool in_brackets = false;
  for (std::uint32_t i = first; i < last; ++i) {
    if (items[i].boundary == Boundary::paren) in_brackets = !in_brackets;
    if (items[i].is_unit() || (!is_clause && !in_brackets && is_finite_verb(items[i]))) return {};
  }
  // `Roe, who left on Monday, wrote to the board, saying ...`: what stands between is more than the clause.
  const bool is_participle = items[cue.end - 1].has_tag(PosTag::VBG);
  return {0, is_participle || last - first > kMostToName ? first : last - 1};
}

bool opens_clause(Items items, const Lexicon& lexicon, std::uint32_t first) {
  if (first == 0) return true;
  const Item& before = items[first - 1];
  if (is_weekday(before, lexicon) || is_month(before, lexicon) || is_week(items, lexicon, first))
    return true;  // phrase_before() passed them over
  if (before.is_unit()) return true;
  return before.boundary != Boundary::none ? before.boundary != Boundary::to : before.cue_class != CueClass::none;
}

ItemRange phrase_to_border(Items items, const ItemRange& range) {
  ItemRange phrase{range.first, range.first};
  for (; phrase.end < range.end; ++phrase.end) {
    const Item& item = items[phrase.end];
    if (item.boundary == Boundary::comma || item.boundary == Boundary::stop) break;
    const bool is_plain = item.boundary == Boundary::none && item.mark == MarkState::outside && !is_finite_verb(item);
    if (!is_plain || phrase.end - phrase.first == kMostOfPhrase) return {};
  }
  const bool is_noun =
      !is_empty(phrase) && (is_noun_or_name(items[phrase.end - 1]) || items[phrase.end - 1].has_tag(PosTag::CD));
  return is_noun ? phrase : ItemRange{};
}

ItemRange noun_phrase_at(Items items, const Lexicon& lexicon, const ItemRange& range) {
  ItemRange phrase{range.first, range.first};
  for (; phrase.end < range.end; ++phrase.end) {
    const Item& item = items[phrase.end];
    const bool is_preposition = item.has_tag(PosTag::IN) && item.word != hash_word("of");
    if (item.boundary != Boundary::none || item.mark != MarkState::outside || is_preposition || item.is_verb ||
        is_time(item, lexicon))
      break;
  }
  while (!is_empty(phrase) && is_adverb(items[phrase.end - 1])) --phrase.end;
  return !is_empty(phrase) && is_noun_or_name(items[phrase.end - 1]) ? phrase : ItemRange{};
}

bool is_noun_for_persons(const Item& item, const Lexicon& lexicon) {
  const RowRange rows = lexicon.speaker_nouns.find_word(item.word);
  return has_use(lexicon.speaker_nouns, rows, "people") || has_use(lexicon.speaker_nouns, rows, "person");
}

bool is_phrase(Items words) {
  return !words.empty() && words.size() <= kMostOfPhrase && !words[0].has_tag(PosTag::IN) &&
         std::any_of(words.begin(), words.end(), is_noun_or_pronoun) &&
         std::all_of(words.begin(), words.end(), [](const Item& item) {
           return item.mark == MarkState::outside && !is_verb(item) &&
                  (item.boundary == Boundary::none || item.boundary == Boundary::comma ||
                   item.boundary == Boundary::stop);
         });
}

bool is_speaker(Items words) {
  if (words.empty()) return false;
  const Items noun = words.first(relative_clause(words));
  if (is_phrase(noun)) return true;
  const bool has_article = noun.size() > 1 && noun.size() <= kMostOfPhrase && noun[0].has_tag(PosTag::DT);
  return has_article && std::all_of(noun.begin(), noun.end(), [](const Item& item) {
           return item.mark == MarkState::outside && !is_verb(item) && item.boundary == Boundary::none;
         });
}

}  // namespace wirecut
