// Four rules: the words behind a verb of saying whose content stands before it; the words that open the sentence,
// where a clause or an apposition parts them from the cue; those right before the cue; and for a verb behind a
// conjunction, or a participle behind a comma, the subject of the verb before it, read from the cue to the left as far
// as the first verb that has one of its own.

#include "quotes/subjects.h"

#include <algorithm>

#include "lexicon/word_use.h"
#include "quotes/subject_phrases.h"
#include "quotes/times.h"

namespace wirecut {
namespace {

constexpr std::uint32_t kFarthest = 60;  // items from the cue to the left

// What "is expected" is so by nobody in particular. `cue`: of the sentence's items, those of the cue.
bool is_passive(Items items, const ItemRange& cue) {
  return std::any_of(items.begin() + cue.first, items.begin() + cue.end, is_form_of_be);
}

// Where the clause of the cue joins another, whose subject it may share: the conjunction or the comma before it; 0
// where it joins none. `cue`: of the sentence's items, those of the cue.
std::uint32_t joint_before(Items items, const Lexicon& lexicon, const ItemRange& cue) {
  const Item& verb = items[cue.first];
  const bool is_behind_comma = cue.first > 0 && items[cue.first - 1].boundary == Boundary::comma;
  const std::uint32_t first = is_behind_comma && verb.has_tag(PosTag::VBG)  // "cut it on Friday, saying"
                                  ? cue.first
                                  : end_before_time(items, lexicon, cue.first);  // "and on Monday said"
  const bool may_join = (verb.is_verb && verb.cue_class != CueClass::according) || verb.has_tag(PosTag::MD);
  if (first < 2 || is_passive(items, cue) || !may_join) return 0;
  const Item& before = items[first - 1];
  const bool says = verb.cue_class != CueClass::none;  // not "prices fell, prompting warnings"
  const bool joins = (before.boundary == Boundary::conjunction && before.word != hash_word("or")) ||
                     (before.boundary == Boundary::comma && verb.has_tag(PosTag::VBG) && says);
  return joins ? first - 1 : 0;
}

// `said that Roe left`, `asked who Roe was`, `said Roe left`: whether the phrase is the subject of what a verb tells;
// of a participle's clause, also that of `after Roe left, saying ...`
bool is_of_clause_within(Items items, const ItemRange& phrase, const Item& joint) {
  if (phrase.first == 0) return false;
  const Item& before = items[phrase.first - 1];
  return before.is_verb || before.boundary == Boundary::that || before.boundary == Boundary::wh ||
         (before.boundary == Boundary::subordinator && joint.boundary == Boundary::comma);
}

// `Police say that Roe gave her a bag and said ...`: of two verbs that it may go on from, a verb joined by "and" goes
// on from the one of its tense. `subject`: that of the inner verb at `verb`, in the clause of another.
bool agrees_with_inner(Items items, const ItemRange& subject, std::uint32_t verb, const Item& cue) {
  const std::uint32_t outer = subject.first - (items[subject.first - 1].is_verb ? 1 : 2);
  return subject.first > 1 && cue.has_tag(PosTag::VBD) && items[verb].has_tag(PosTag::VBD) &&
         has_one_of(items[outer], {PosTag::VBZ, PosTag::VBP}) && items[outer].cue_class == CueClass::say;
}

// `Police say that Roe gave her a bag and | said |`: whether the verb right behind the source is of another tense than
// the cue, which is joined to a verb.
bool is_of_other_tense(Items items, const Attribution& attribution) {
  const std::uint32_t cue = attribution.cue.first, verb = attribution.source.end;
  return cue > verb + 1 && items[cue].has_tag(PosTag::VBD) && items[cue - 1].boundary == Boundary::conjunction &&
         has_one_of(items[verb], {PosTag::VBZ, PosTag::VBP}) && items[verb].is_strong_cue;
}

// `"...," said Roe, adding that ...`, `pointing out that ...`; not `said Roe, shrugging his shoulders`, `said Roe, who
// asked not to be named`
bool goes_on_saying(Items cue, const Lexicon& lexicon) {
  const Item& verb = cue.front();
  const bool is_gesture = has_use(lexicon.quote_words, verb.lemma, "gesture") && cue.back().word != hash_word("out");
  return ((verb.is_strong_cue && verb.cue_class != CueClass::ask) || verb.cue_class == CueClass::say) && !is_gesture;
}

// `"...," said Roe, an analyst`: the subject behind the verb of saying at `verb`, which nothing but what was said
// stands before.
ItemRange inverted_subject(Items items, std::uint32_t verb) {
  const bool is_behind_speech =
      verb > 0 && (items[verb - 1].mark != MarkState::outside || items[verb - 1].boundary == Boundary::comma);
  if (!items[verb].is_strong_cue || !is_behind_speech) return {};
  // "Acme cut its forecast, reported a loss and said"
  if (items[verb - 1].mark == MarkState::outside && items[verb].lemma != hash_word("say")) return {};
  ItemRange subject{verb + 1, verb + 1};
  while (subject.end < items.size() && items[subject.end].boundary == Boundary::none && !items[subject.end].is_unit() &&
         subject.end - subject.first <= kMostOfPhrase)
    ++subject.end;
  return is_phrase(items.subspan(subject.first, subject.end - subject.first)) ? subject : ItemRange{};
}

// `The broker downgraded the stock on Friday, saying ...`: taggers see a participle, but one has no object behind it.
bool has_object(Items items, std::uint32_t participle) {
  const auto is_object = [](const Item& item) {
    return has_one_of(item, {PosTag::DT, PosTag::PRPS}) || (item.name != 0 && !item.is_inside_name());
  };
  return items[participle].has_tag(PosTag::VBN) && participle > 0 && is_noun_or_name(items[participle - 1]) &&
         participle + 1 < items.size() && is_object(items[participle + 1]);
}

// `Roe attacked the plan and said it was late.`
ItemRange shared_subject(Items items, const Lexicon& lexicon, const ItemRange& cue) {
  const std::uint32_t joint = joint_before(items, lexicon, cue);
  bool in_brackets = false;
  for (std::uint32_t i = joint; i > 0; --i) {
    const Item& item = items[i - 1];
    if (item.boundary == Boundary::paren) in_brackets = !in_brackets;
    if (in_brackets || item.mark != MarkState::outside) continue;
    if (!is_finite_verb(item) && !has_object(items, i - 1)) continue;
    ItemRange subject = subject_before(items, lexicon, i - 1);
    if (const ItemRange inverted = is_empty(subject) ? inverted_subject(items, i - 1) : ItemRange{};
        !is_empty(inverted) && inverted.end <= joint && goes_on_saying(items.subspan(cue.first), lexicon))
      return inverted;
    // "Acme (ACM.N) rose, forecasting a profit": verbs that say little want the whole word of a name before them.
    if (!items[cue.first].is_strong_cue && items[subject.end].boundary == Boundary::paren) subject = {};
    if (!is_empty(subject) && (!is_of_clause_within(items, subject, items[joint]) ||
                               agrees_with_inner(items, subject, i - 1, items[cue.first])))
      return subject;
  }
  return {};
}

// "is pleased to announce"
bool is_glad_to_say(Items items, const Lexicon& lexicon, const ItemRange& cue) {
  return cue.end > cue.first + 3 && is_form_of_be(items[cue.first]) && items[cue.end - 2].boundary == Boundary::to &&
         items[cue.end - 1].cue_class != CueClass::none &&
         has_use(lexicon.quote_words, items[cue.end - 3].word, "glad");
}

// `Target previously said ...`, `Roe, a farmer, said ...`: the subject of the cue itself.
ItemRange own_subject(Items items, const Lexicon& lexicon, const ItemRange& cue) {
  std::uint32_t verb = cue.first;
  while (verb < cue.end && is_adverb(items[verb])) ++verb;
  if (verb == cue.end) return {};
  const bool has_said = items[verb].lemma == hash_word("has") || items[verb].lemma == hash_word("have");
  const CueClass cue_class = items[has_said ? cue.end - 1 : verb].cue_class;  // not `Police arrested a man`
  // "Roe - who won - added:" is a participle to the tagger.
  const bool is_finite = is_finite_verb(items[verb]) ||
                         (items[verb].has_tag(PosTag::VBN) && items[cue.end - 1].boundary == Boundary::colon);
  const bool says = is_finite && cue_class != CueClass::none && cue_class != CueClass::act && !is_passive(items, cue);
  const ItemRange subject =
      says || is_glad_to_say(items, lexicon, cue) ? subject_before(items, lexicon, cue.first) : ItemRange{};
  return !is_empty(subject) && opens_clause(items, lexicon, subject.first) ? subject : ItemRange{};
}

// The subject of own_subject(), but no apposition: not in `the cut, a move analysts expect will help`.
ItemRange main_subject(Items items, const Lexicon& lexicon, const ItemRange& cue) {
  const ItemRange subject = own_subject(items, lexicon, cue);
  const bool is_behind_comma = subject.first > 0 && items[subject.first - 1].boundary == Boundary::comma;
  return is_behind_comma && !items[0].has_tag(PosTag::IN) ? ItemRange{} : subject;
}

// `The road will reopen on Monday, said police in Leeds.`: the words right behind a verb of saying whose content stands
// before it. What the models took for content there is taken from it.
ItemRange take_subject_behind(Items paragraph, Attribution& attribution) {
  const ItemRange& cue = attribution.cue;
  const Item& verb = paragraph[cue.end - 1];
  const ItemRange& said = attribution.contents[0];
  if (!verb.is_strong_cue || !verb.is_verb || said.first >= cue.first) return {};
  const bool is_quoted = paragraph[said.end - 1].mark != MarkState::outside;
  if (verb.cue_class == CueClass::tell && !is_quoted) return {};  // behind it stands who is told
  std::size_t c = 0;
  while (c < attribution.content_count && attribution.contents[c].first < cue.end) ++c;
  const bool is_content = c < attribution.content_count && attribution.contents[c].first == cue.end;
  ItemRange source = is_content ? attribution.contents[c] : ItemRange{cue.end, cue.end};
  while (!is_content && source.end < paragraph.size() && paragraph[source.end].boundary == Boundary::none &&
         !paragraph[source.end].is_unit() && source.end - source.first <= kMostOfPhrase)
    ++source.end;
  const bool is_clause = !is_content && source.end < paragraph.size() && paragraph[source.end].boundary == Boundary::to;
  while (!is_empty(source) && paragraph[source.end - 1].boundary != Boundary::none) --source.end;
  const Items words = paragraph.subspan(source.first, source.end - source.first);
  const bool may_speak = verb.lemma == hash_word("say") ? is_speaker(words) : is_phrase(words);
  if (is_clause || !may_speak) return {};
  if (is_content) attribution.drop_content(c);
  return source;
}

// `Ms. Roe feared for her safety, said her aide, Ann Poe.`: behind a comma and the verb a person, or behind "said" an
// article and a noun, is who speaks, and the clause in front of the comma what was said; the models had it the other
// way round. `The summer was hot, says Roe, and dry.`: what goes on behind another comma was said as well.
void turn_round(Items paragraph, const Lexicon& lexicon, std::uint32_t start, Attribution& attribution) {
  const ItemRange &cue = attribution.cue, behind = attribution.contents[0];
  const Item& verb = paragraph[cue.first];
  const bool is_verb = cue.end == cue.first + 1 && verb.cue_class == CueClass::say && is_finite_verb(verb);
  if (!is_verb || attribution.content_count != 1 || behind.first != cue.end || attribution.source.end > cue.first ||
      cue.first < start + 3 || paragraph[cue.first - 1].boundary != Boundary::comma)
    return;
  const bool ends = behind.end == paragraph.size() || paragraph[behind.end].boundary == Boundary::stop;
  std::uint32_t comma = behind.first;
  while (comma < behind.end && paragraph[comma].boundary != Boundary::comma) ++comma;
  const bool goes_on = comma + 2 < behind.end && paragraph[comma + 1].boundary == Boundary::conjunction;
  const ItemRange source{behind.first, goes_on ? comma : behind.end};
  const Items words = paragraph.subspan(source.first, source.end - source.first);
  const bool is_person =
      std::any_of(words.begin(), words.end(), [](const Item& item) { return item.begins_name(EntityType::person); });
  const bool is_said_by =
      verb.lemma == hash_word("say") && !words.empty() && words[0].has_tag(PosTag::DT);  // no "suggests a glimmer"
  const Items said = paragraph.subspan(start, cue.first - 1 - start);
  const auto is_unmarked = [](const Item& item) { return item.mark == MarkState::outside; };
  if (!ends || (!is_person && !is_said_by) || !is_speaker(words) ||
      std::none_of(said.begin(), said.end(), is_finite_verb) || !std::all_of(said.begin(), said.end(), is_unmarked) ||
      !is_empty(subject_before_clause(paragraph.subspan(start), lexicon, {cue.first - start, cue.end - start})))
    return;
  attribution.source = source;
  attribution.contents[0] = {start, cue.first - 1};
  if (goes_on) attribution.contents[attribution.content_count++] = {comma + 1, behind.end};
}

// Makes `words`, of subject_before_clause(), the source where all content stands behind the cue, but for those very
// words: `The driver, who was not hurt, told police ...` has the models take them for content.
void take_subject_before(Attribution& attribution, const ItemRange& words) {
  if (is_empty(words)) return;
  const ItemRange& said = attribution.contents[0];
  const bool is_content = attribution.content_count > 1 && said.first >= words.first && said.end <= words.end + 1 &&
                          attribution.contents[1].first >= attribution.cue.end;
  if (is_content) attribution.drop_content(0);
  if (is_content || said.first >= attribution.cue.end) attribution.source = words;
}

// `Foreign Minister Jane Roe has said the talks will go on.`: the models took the subject, all that stands before the
// cue, for content beside what stands behind it.
void take_subject_from_content(Items paragraph, const ItemRange& subject, Attribution& attribution) {
  if (is_empty(subject) || attribution.content_count < 2) return;
  const ItemRange& first = attribution.contents[0];
  const Item& verb = paragraph[attribution.cue.end - 1];
  const bool says = verb.is_strong_cue || verb.cue_class == CueClass::think;
  if (!says || first.first > subject.first || first.end != subject.end ||
      attribution.contents[1].first < attribution.cue.end)
    return;
  attribution.drop_content(0);
  attribution.source = subject;
}

// `The firm, analysts said, may be sold.`: behind a speaker and a verb between commas, words that begin with a verb
// have their subject in front of them.
void add_subject_in_front(Items paragraph, std::uint32_t start, Attribution& attribution) {
  const ItemRange &cue = attribution.cue, source = attribution.source, behind = attribution.contents[0];
  const bool is_between = attribution.content_count == 1 && attribution.has_source() && source.end == cue.first &&
                          behind.first == cue.end + 1 && source.first > start + 1 &&
                          paragraph[source.first - 1].boundary == Boundary::comma &&
                          paragraph[cue.end].boundary == Boundary::comma;
  if (!is_between || !is_finite_verb(paragraph[behind.first])) return;
  const ItemRange subject{start, source.first - 1};
  const Items words = paragraph.subspan(start, subject.end - start);
  const bool opens = words[0].boundary == Boundary::conjunction;
  if (!is_phrase(words.subspan(opens && words.size() > 1 ? 1 : 0)) || !is_noun_or_pronoun(words.back())) return;
  attribution.contents[1] = behind;
  attribution.contents[0] = subject;
  attribution.content_count = 2;
}

// `The results, researchers say, suggest that it works.`: the verb behind the comma goes on with the words in front.
void add_verb_behind(Items paragraph, std::uint32_t start, Attribution& attribution) {
  const ItemRange &cue = attribution.cue, source = attribution.source, front = attribution.contents[0];
  const bool is_between = attribution.content_count == 1 && attribution.has_source() && source.end == cue.first &&
                          front.first == start && front.end + 1 == source.first && cue.end + 2 < paragraph.size() &&
                          paragraph[cue.end].boundary == Boundary::comma;
  if (!is_between || !is_finite_verb(paragraph[cue.end + 1])) return;
  const Items words = paragraph.subspan(front.first, front.end - front.first);
  if (std::any_of(words.begin(), words.end(), is_finite_verb) || !is_noun_or_pronoun(words.back())) return;
  ItemRange rest{cue.end + 1, cue.end + 1};
  while (rest.end < paragraph.size() && !paragraph[rest.end].ends_sentence && !paragraph[rest.end].is_unit())
    ++rest.end;
  if (rest.end == paragraph.size() || paragraph[rest.end].is_unit()) return;
  if (paragraph[rest.end].boundary != Boundary::stop) ++rest.end;  // a word ends it
  attribution.contents[attribution.content_count++] = rest;
}

// `But, says Jane Roe of the observatory, the star may have a twin.`: behind a word or two, a comma and the verb stands
// who speaks, up to the next comma, and then what is said; the models took both for content.
void part_speaker_from_content(Items paragraph, std::uint32_t start, Attribution& attribution) {
  const ItemRange& cue = attribution.cue;
  ItemRange& content = attribution.contents[0];
  const bool is_inverted = attribution.content_count == 1 && !attribution.has_source() && cue.first > start + 1 &&
                           cue.first <= start + 3 && content.first == cue.end &&
                           paragraph[cue.first - 1].boundary == Boundary::comma &&
                           paragraph[cue.first].lemma == hash_word("say");
  if (!is_inverted) return;
  std::uint32_t comma = content.first;
  while (comma < content.end && paragraph[comma].boundary != Boundary::comma) ++comma;
  if (comma + 2 > content.end || !is_phrase(paragraph.subspan(content.first, comma - content.first))) return;
  attribution.source = {content.first, comma};
  content.first = comma + 1;
}

// "today" of "Acme (NYSE: ACM), a maker of pumps, today announced"; "ACM), a maker of pumps" there: what the models
// took for the source is a piece of the words around it.
bool is_piece(Items words, const Lexicon& lexicon) {
  if (words.size() == 1) return is_dayword(words[0], lexicon) && !words[0].is_inside_name();
  const auto bracket =
      std::find_if(words.begin(), words.end(), [](const Item& item) { return item.boundary == Boundary::paren; });
  return bracket != words.end() && bracket->word == hash_word(")");
}

// `| “No,” the source, who may not | speak to the press |, said.`: the subject and the clause between it and the cue
// tell who speaks, not what was said.
void drop_content_of_clause(Items items, const ItemRange& subject, Attribution& attribution) {
  if (is_empty(subject) || items[subject.end].boundary != Boundary::comma ||
      items[subject.end + 1].boundary != Boundary::wh)
    return;
  for (std::size_t c = attribution.content_count; c-- > 0;) {
    ItemRange& content = attribution.contents[c];
    const bool is_of_clause = content.first > subject.end && content.end <= attribution.cue.first;
    if (is_of_clause && attribution.content_count > 1) attribution.drop_content(c);
    if (content.first + 1 == subject.first && ends_in_comma(items[content.first])) content.end = subject.first;
  }
}

bool is_in_content(const Attribution& attribution, const ItemRange& words) {
  return std::any_of(attribution.contents.begin(),
                     attribution.contents.begin() + static_cast<std::ptrdiff_t>(attribution.content_count),
                     [&](const ItemRange& content) { return words.first < content.end && content.first < words.end; });
}

}  // namespace

void find_source_by_rule(Items items, const Lexicon& lexicon, Attribution& attribution) {
  if (attribution.content_count == 0) return;
  const ItemRange &cue = attribution.cue, source = attribution.source;
  if (attribution.has_source() && is_piece(items.subspan(source.first, source.end - source.first), lexicon))
    attribution.source = {};
  std::uint32_t start = cue.first;
  while (start > 0 && cue.first - start < kFarthest && !items[start - 1].ends_sentence) --start;
  const bool is_whole = start == 0 || items[start - 1].ends_sentence;
  if (is_whole) {
    turn_round(items, lexicon, start, attribution);
    add_subject_in_front(items, start, attribution);
    add_verb_behind(items, start, attribution);
    part_speaker_from_content(items, start, attribution);
  }
  if (attribution.has_source() && !is_of_other_tense(items, attribution)) return;
  const Items sentence = items.subspan(start, cue.end - start);
  const ItemRange here{cue.first - start, cue.end - start};
  if (attribution.has_source()) {
    const ItemRange subject = moved(shared_subject(sentence, lexicon, here), start);
    if (!is_empty(subject) && !is_in_content(attribution, subject)) attribution.source = subject;
    return;
  }
  attribution.source = take_subject_behind(items, attribution);
  const bool is_participle = items[cue.end - 1].has_tag(PosTag::VBG);
  const ItemRange opening = is_whole ? moved(subject_before_clause(sentence, lexicon, here), start) : ItemRange{};
  if (!attribution.has_source() && !is_participle) take_subject_before(attribution, opening);
  if (!attribution.has_source())
    take_subject_from_content(items, moved(main_subject(sentence, lexicon, here), start), attribution);
  for (const auto find : {own_subject, shared_subject}) {
    if (attribution.has_source()) break;
    const ItemRange subject = moved(find(sentence, lexicon, here), start);
    drop_content_of_clause(items, subject, attribution);
    if (!is_in_content(attribution, subject)) attribution.source = subject;
  }
  if (!attribution.has_source() && is_participle) take_subject_before(attribution, opening);
  attribution.source_by_rule = attribution.has_source();
}

}  // namespace wirecut
