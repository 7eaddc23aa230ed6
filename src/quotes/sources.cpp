#include "quotes/sources.h"

#include <algorithm>

#include "lexicon/word_map.h"
#include "quotes/subject_phrases.h"

namespace wirecut {
namespace {

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

void mend_source(Items items, Attribution& attribution) {
  if (!attribution.has_source()) return;
  ItemRange& source = attribution.source;
  begin_with_whole_name(items, attribution.cue, source);
  begin_with_joined_name(items, attribution.cue, source);
  end_before_pronoun(items, source);
  end_before_verb(items, attribution.cue, source);
}

}  // namespace wirecut
