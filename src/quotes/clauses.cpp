#include "quotes/clauses.h"

#include <algorithm>
#include <utility>

#include "lexicon/word_map.h"
#include "quotes/times.h"

namespace wirecut {
namespace {

// `The road - which, he said, cost 3 million - is shut.`, `the bank (the paper says it is sound) fell`: what is said
// within dashes or brackets ends where they close.
void end_with_aside(Items items, Attribution& attribution) {
  constexpr std::uint32_t kFarthest = 60;  // items
  ItemRange& content = attribution.contents[attribution.content_count - 1];
  if (content.first < attribution.cue.end) return;
  std::uint32_t dashes = 0, brackets = 0;
  for (std::uint32_t i = content.first; i > 0 && !items[i - 1].ends_sentence; --i) {
    if (content.first - i == kFarthest) return;
    const bool opens = i == 1 || items[i - 2].ends_sentence;  // "-- Prices fell", a line of a list
    dashes += items[i - 1].boundary == Boundary::dash && !opens ? 1 : 0;
    brackets += items[i - 1].boundary == Boundary::paren ? 1 : 0;
  }
  for (const auto& [count, boundary] : {std::pair(dashes, Boundary::dash), std::pair(brackets, Boundary::paren)}) {
    if (count % 2 == 0) continue;
    const auto is_mark = [&, at = boundary](const Item& item) { return item.boundary == at; };
    const auto begin = items.begin() + content.first, end = items.begin() + content.end;
    const auto closing = std::find_if(begin, end, is_mark);
    if (closing != end && closing > begin + 1 && std::find_if(closing + 1, end, is_mark) == end)
      content.end = static_cast<std::uint32_t>(closing - items.begin());
  }
}

// Where the sentence of item `at` ends, its full stop left out; `at` where a quotation or another mark stands in the
// way.
std::uint32_t end_of_sentence(Items items, std::uint32_t at) {
  constexpr std::uint32_t kFarthest = 60;  // items
  for (std::uint32_t end = at; end < items.size() && end < at + kFarthest; ++end) {
    const Item& item = items[end];
    if (item.mark != MarkState::outside || item.boundary == Boundary::dash || item.boundary == Boundary::colon)
      return at;
    if (item.ends_sentence) return item.boundary == Boundary::stop ? end : end + 1;
  }
  return at;
}

// Does the clause still want its verb? `that the mill`, `that although the mill is old`
bool is_unfinished(Items clause) {
  static constexpr auto kOpenings = word_list({"although", "because", "if", "though", "unless", "when", "while"});
  const std::uint32_t first = clause[0].boundary == Boundary::that ? 1 : 0;
  if (first == clause.size() || kOpenings.of(clause[first].word)) return true;
  for (std::uint32_t i = first; i < clause.size(); ++i) {  // "demanded that police release it" has one
    const bool is_bare = clause[i].has_tag(PosTag::VB) && i > first && clause[i - 1].boundary != Boundary::to;
    if (is_finite_verb(clause[i]) || is_bare) return false;
  }
  return is_noun_or_name(clause.back());  // not "said no, ..."
}

// `that if the vote fails, he will resign, | while Doe said ...`: where another clause opens with a subject of its own;
// `end` where none does.
std::uint32_t before_other_clause(Items items, std::uint32_t first, std::uint32_t end) {
  static constexpr auto kContrasts = word_list({"although", "but", "though", "whereas", "while"});
  for (std::uint32_t i = first; i + 1 < end; ++i)
    if (items[i].boundary == Boundary::comma && kContrasts.of(items[i + 1].word)) return i;
  return end;
}

// `..., a local newspaper reported | today |.`, `| It | was alleged that ...`; not `| It | was expected | to rise |`
void drop_words_of_clause(Items items, const Lexicon& lexicon, Attribution& attribution) {
  std::size_t count = 0;
  const auto contents = attribution.contents;
  for (std::size_t c = 0; c < attribution.content_count; ++c) {
    const ItemRange& content = contents[c];
    const Item& first = items[content.first];
    const bool is_dummy = first.word == hash_word("it") && content.end <= attribution.cue.first &&
                          c + 1 < attribution.content_count && items[contents[c + 1].first].boundary == Boundary::that;
    const bool is_word = content.end == content.first + 1 && (is_dummy || is_day(first, lexicon));
    if (!is_word || attribution.content_count == 1) attribution.contents[count++] = content;
  }
  if (count > 0) attribution.content_count = count;
}

// `According to a source in Paris, who asked not to be named, the money will not flow.`: a clause behind the source's
// comma tells more of the source.
void begin_behind_relative(Items items, Attribution& attribution) {
  constexpr std::uint32_t kFewestItems = 3;
  static constexpr auto kRelatives = word_list({"which", "who", "whose"});
  ItemRange& source = attribution.source;
  if (!attribution.has_source() || items[attribution.cue.first].cue_class != CueClass::according ||
      attribution.contents[0].first < attribution.cue.first)  // `Sales fell, according to Acme, which rose again.`
    return;
  for (std::size_t c = 0; c < attribution.content_count; ++c) {
    ItemRange& content = attribution.contents[c];
    if (content.first != source.end + 1 || items[source.end].boundary != Boundary::comma ||
        !kRelatives.of(items[content.first].word))
      continue;
    std::uint32_t comma = content.first;
    while (comma < content.end && items[comma].boundary != Boundary::comma && items[comma].mark == MarkState::outside)
      ++comma;
    if (comma + kFewestItems >= content.end || items[comma].boundary != Boundary::comma) return;
    source.end = comma;
    content.first = comma + 1;
    return;
  }
}

// `Sales fell, officials told | a federal judge on Tuesday |, and rose again.`: whom one tells, beside what stands in
// front of the cue, is no content; behind "and" it goes on.
void drop_listener(Items items, Attribution& attribution) {
  const ItemRange& cue = attribution.cue;
  if (attribution.content_count < 2 || items[cue.end - 1].cue_class != CueClass::tell ||
      attribution.contents[0].first >= cue.first)
    return;
  std::size_t c = 1;
  while (c < attribution.content_count && attribution.contents[c].first < cue.end) ++c;
  if (c == attribution.content_count || attribution.contents[c].first != cue.end) return;
  ItemRange& content = attribution.contents[c];
  const auto is_plain = [](const Item& item) {
    return !item.is_verb && item.mark == MarkState::outside && item.boundary == Boundary::none;
  };
  std::uint32_t end = content.first;
  while (end < content.end && is_plain(items[end])) ++end;
  if (end == content.end) {
    attribution.drop_content(c);
  } else if (end + 2 < content.end && items[end].boundary == Boundary::comma &&
             items[end + 1].boundary == Boundary::conjunction) {
    content.first = end + 2;
  }
}

// `Roe, who said growth was slow, | resigned |.`: a clause that begins with "who" ends with the comma before the verb
// of the clause around it.
void end_with_relative(Items items, Attribution& attribution) {
  const ItemRange source = attribution.source;
  const bool is_relative = source.end == source.first + 1 && source.end <= attribution.cue.first && source.first > 1 &&
                           items[source.first].boundary == Boundary::wh &&
                           items[source.first - 1].boundary == Boundary::comma;
  ItemRange& content = attribution.contents[attribution.content_count - 1];
  if (!is_relative || content.first < attribution.cue.end) return;
  bool has_verb = false;
  for (std::uint32_t i = content.first; i + 1 < content.end && items[i].mark == MarkState::outside; ++i) {
    if (has_verb && items[i].boundary == Boundary::comma && is_finite_verb(items[i + 1])) content.end = i;
    has_verb = has_verb || is_finite_verb(items[i]);
  }
}

}  // namespace

void finish_clause(Items items, Attribution& attribution) {
  ItemRange& content = attribution.contents[attribution.content_count - 1];
  const Item& verb = items[attribution.cue.end - 1];
  const bool opens_clause =
      items[content.first].boundary == Boundary::that || verb.lemma == hash_word("say");  // not "claimed victory, ..."
  if (!verb.is_verb || !opens_clause || content.first < attribution.cue.end || content.end + 1 >= items.size() ||
      items[content.end].boundary != Boundary::comma)
    return;
  const Items clause = items.subspan(content.first, content.end - content.first);
  const bool is_marked =
      std::any_of(clause.begin(), clause.end(), [](const Item& item) { return item.mark != MarkState::outside; });
  if (is_marked || !is_unfinished(clause)) return;
  const Item& next = items[content.end + 1];
  const std::uint32_t clause_end = content.end + (clause.size() == 1 ? 1 : 0);  // "that, while the mill is old, ..."
  const std::uint32_t end = before_other_clause(items, clause_end, end_of_sentence(items, content.end));
  const bool has_comma = std::any_of(items.begin() + content.end + 1, items.begin() + std::max(end, content.end + 1),
                                     [](const Item& item) { return item.boundary == Boundary::comma; });
  // `that the shops closed, and the mill was sold`, `that it open the mill, which was shut`
  const bool is_aside = next.boundary == Boundary::wh || next.word == hash_word("or");  // "the rights, or SDRs, could"
  if (is_aside ? !has_comma : next.boundary == Boundary::conjunction) return;
  const bool has_verb = std::any_of(items.begin() + content.end, items.begin() + end, is_finite_verb);
  const bool closes =
      is_finite_verb(items[end - 1]) && items[end - 1].cue_class != CueClass::none;  // "..., a poll found"
  if (!has_verb || closes) return;
  content.end = end;
  attribution.is_finished = true;
}

void mend_clauses(Items items, const Lexicon& lexicon, Attribution& attribution) {
  drop_words_of_clause(items, lexicon, attribution);
  drop_listener(items, attribution);
  begin_behind_relative(items, attribution);
  end_with_relative(items, attribution);
  end_with_aside(items, attribution);
}

}  // namespace wirecut
