// One rule a function, as in borders.cpp. First a source is found where the models saw none or the wrong one; then it
// loses what is none of it.

#include "quotes/sources.h"

#include <algorithm>

#include "lexicon/word_map.h"
#include "lexicon/word_use.h"
#include "quotes/subject_phrases.h"
#include "quotes/times.h"

namespace wirecut {
namespace {

// `According to him, the talks failed.`, `According to section 12, such talk is a crime.`: the words behind such a cue,
// up to a comma, are the source; the models took all for content.
void find_source_behind_according(Items items, Attribution& attribution) {
  constexpr std::uint32_t kFewestItems = 3;
  ItemRange& cue = attribution.cue;
  if (attribution.has_source() || items[cue.first].cue_class != CueClass::according) return;
  std::uint32_t at = cue.first + 1;
  if (at < cue.end && items[at].boundary == Boundary::to) ++at;
  for (std::size_t c = 0; c < attribution.content_count; ++c) {
    ItemRange& content = attribution.contents[c];
    if (content.first < at || content.first > cue.end + 1) continue;
    const ItemRange source = phrase_to_border(items, {at, content.end});
    if (is_empty(source) || source.end + kFewestItems >= content.end || items[source.end].boundary != Boundary::comma)
      return;
    attribution.source = source;
    cue.end = at;
    content.first = source.end + 1;
    return;
  }
}

// `said John Doe, her neighbour.`, `said Jane Roe, who lives nearby.`: an apposition or a relative clause that ends the
// sentence belongs to the speaker. Not `according to police, who said ...`.
void end_behind_apposition(Items items, Attribution& attribution) {
  const auto count = static_cast<std::uint32_t>(items.size());
  ItemRange& source = attribution.source;
  if (!attribution.has_source() || source.first != attribution.cue.end || source.end + 2 >= count ||
      items[source.end].boundary != Boundary::comma)
    return;
  const Item& opening = items[source.end + 1];
  const bool is_clause = opening.word == hash_word("who");
  const std::uint32_t most_words = is_clause ? 15 : 8;
  if (!is_clause && !opening.has_tag(PosTag::PRPS) && !opening.has_tag(PosTag::DT) &&
      opening.word != hash_word("her"))  // which the tagger takes for an object now and then
    return;
  const std::uint32_t first = source.end + 2;
  for (std::uint32_t i = first; i < std::min(count, first + most_words); ++i) {
    if (items[i].ends_sentence && items[i].boundary == Boundary::stop) source.end = i;
    const bool is_verb = items[i].is_verb && i > first && !is_clause;  // "her neighbour" is none, whatever its tag
    const bool is_boundary = items[i].boundary != Boundary::none && !(is_clause && items[i].boundary == Boundary::to);
    const bool is_said = is_clause && items[i].is_strong_cue && items[i].cue_class == CueClass::say;
    if (items[i].mark != MarkState::outside || items[i].ends_sentence || is_verb || is_boundary || is_said) return;
  }
}

// The name or noun behind the "by" at `by`; empty where a time stands there.
ItemRange agent_at(Items items, const Lexicon& lexicon, std::uint32_t by) {
  constexpr std::uint32_t kMostWords = 8;
  const auto end = std::min(static_cast<std::uint32_t>(items.size()), by + 1 + kMostWords);
  const ItemRange agent = noun_phrase_at(items, lexicon, {by + 1, end});
  const bool is_before_time = agent.end < end && is_time(items[agent.end], lexicon);
  return is_before_time ? ItemRange{} : agent;
}

// `The claims were dismissed by the ministry as nonsense.`: what something was called is no part of who called it so.
void end_before_as(Items items, ItemRange& source) {
  const auto begin = items.begin() + source.first, end = items.begin() + source.end;
  const auto as = std::find_if(begin, end, [](const Item& item) { return item.word == hash_word("as"); });
  if (as != begin) source.end = static_cast<std::uint32_t>(as - items.begin());
}

// `Doe was accused by Roe of fraud.`, `Drivers are asked to wait.`: the subject of such a verb is who is spoken of or
// to; who speaks stands behind a "by" that follows the verb or the content. (In PolNeAR's gold never before the verb.)
void find_source_of_passive(Items items, const Lexicon& lexicon, Attribution& attribution) {
  const ItemRange &cue = attribution.cue, source = attribution.source;
  // `It was alleged that ...`, `It was claimed he fled`: nobody did
  const bool is_it = source.end == source.first + 1 && items[source.first].word == hash_word("it");
  const bool is_dummy = is_it && (items[attribution.contents[0].first].boundary == Boundary::that ||
                                  (items[cue.end - 1].has_tag(PosTag::VBN) &&
                                   !has_use(lexicon.quote_words, items[cue.end - 1].word, "certain")));  // "is worried"
  std::uint32_t participle = cue.end - 1;
  while (participle > cue.first && !(is_dummy && items[participle].has_tag(PosTag::VBN)) &&
         !has_use(lexicon.quote_words, items[participle].word, "passive"))
    --participle;
  const bool is_active = participle > cue.first && items[participle].has_tag(PosTag::VBD) &&
                         items[participle - 1].boundary == Boundary::conjunction;  // "was pushed and rejected the vote"
  const bool is_passive =
      !is_active && std::any_of(items.begin() + cue.first, items.begin() + participle, is_form_of_be);
  if (is_passive && source.first > cue.first && items[source.first - 1].word == hash_word("by"))
    end_before_as(items, attribution.source);
  if (!is_passive || attribution.source.end > cue.first) return;
  attribution.source = {};
  ItemRange& content = attribution.contents[attribution.content_count - 1];
  for (const std::uint32_t by : {participle + 1, content.end}) {
    if (by >= items.size() || items[by].word != hash_word("by")) continue;
    const ItemRange agent = agent_at(items, lexicon, by);
    if (is_empty(agent) || (content.first < agent.end && content.end <= agent.end && by < content.end)) continue;
    attribution.source = agent;
    if (by <= content.first) content.first = std::max(content.first, agent.end);
    return;
  }
}

// `a trader who`; not "both of which", "the WHO"
void end_before_pronoun(Items items, ItemRange& source) {
  static constexpr auto kPronouns = word_list({"who", "which"});
  const bool ends_so = source.end > source.first + 1 && kPronouns.of(items[source.end - 1].word) &&
                       !is_in_capitals(items[source.end - 1]) && !items[source.end - 2].has_tag(PosTag::IN);
  if (!ends_so) return;
  --source.end;
  if (items[source.end - 1].boundary == Boundary::comma && source.end > source.first + 1) --source.end;
}

// `Roe Inc won the order on Monday`
void end_before_verb(Items items, const ItemRange& cue, ItemRange& source) {
  if (source.end > cue.first || !items[cue.end - 1].has_tag(PosTag::VBG)) return;
  for (std::uint32_t i = source.first; i < source.end; ++i) {
    const Item& item = items[i];
    if (item.boundary == Boundary::wh || item.boundary == Boundary::that || item.mark != MarkState::outside) return;
    if (!is_finite_verb(item) || item.name != 0 || i == source.first) continue;
    std::uint32_t end = i;
    while (end > source.first + 1 && has_one_of(items[end - 1], {PosTag::RB, PosTag::RBR})) --end;
    if (is_noun_or_name(items[end - 1])) source.end = end;
    return;
  }
}

// `Marks & Spencer said`, where the models saw the last word only.
void begin_with_whole_name(Items items, const ItemRange& cue, ItemRange& source) {
  const auto is_border = [](const Item& item) {
    return item.boundary == Boundary::dash || item.boundary == Boundary::colon || item.boundary == Boundary::paren;
  };
  if (has_one_of(items[source.first], {PosTag::DT, PosTag::PRP, PosTag::WP})) return;
  std::uint32_t first = source.first;
  while (first > 0 && items[first].is_inside_name())
    if (is_border(items[--first])) return;
  if (source.end <= cue.first || first >= cue.end) source.first = first;
}

// `Acme Inc. (NYSE: ACM) and Roe AG today announced`: a name that opens the sentence, its code and "and".
void begin_with_joined_name(Items items, const ItemRange& cue, ItemRange& source) {
  if (source.end > cue.first || source.first < 2 || items[source.first].name == 0 ||
      items[source.first - 1].word != hash_word("and"))
    return;
  std::uint32_t first = before_brackets(items, source.first - 1);
  const std::uint32_t end = first;
  while (first > 0 && items[first - 1].is_inside_name()) --first;
  if (first > 0 && items[first - 1].name != 0) --first;
  if (first < end && (first == 0 || items[first - 1].ends_sentence)) source.first = first;
}

}  // namespace

void mend_source(Items items, const Lexicon& lexicon, Attribution& attribution) {
  find_source_behind_according(items, attribution);
  end_behind_apposition(items, attribution);
  find_source_of_passive(items, lexicon, attribution);
  if (!attribution.has_source()) return;
  ItemRange& source = attribution.source;
  begin_with_whole_name(items, attribution.cue, source);
  begin_with_joined_name(items, attribution.cue, source);
  end_before_pronoun(items, source);
  end_before_verb(items, attribution.cue, source);
}

}  // namespace wirecut
