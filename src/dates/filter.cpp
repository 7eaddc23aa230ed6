// Rules by kind of expression; each quotes what it guards against. Counts of news prose (annotated, not annotated)
// stand beside the words that were decided by them. Expressions of the calendar have a file of their own.

#include "dates/filter.h"

#include <algorithm>

#include "dates/calendar_filter.h"
#include "lexicon/hash.h"

namespace wirecut {
namespace {

using enum TimeClass;

// "now-defunct", "May-Britt", "post-May": one piece of a longer word.
bool is_glued_to_word(const Surroundings& at) {
  const DateExpression& e = at.expression();
  const std::size_t n = at.atoms.size();
  const bool right = at.found.end_atom + 1 < n && at.atoms[at.found.end_atom].is(class_set(dash)) &&
                     at.atoms[at.found.end_atom].glued && at.atoms[at.found.end_atom + 1].classes == 0;
  const bool left = at.found.first_atom >= 2 && at.first().glued &&
                    at.atoms[at.found.first_atom - 1].is(class_set(dash)) && at.atoms[at.found.first_atom - 1].glued &&
                    (at.atoms[at.found.first_atom - 2].classes == 0 ||
                     at.atoms[at.found.first_atom - 2].is(class_set(every)));  // "twice-yearly"
  if (!left && !right) return false;
  if (e.form == DateForm::calendar && e.unit == TimeUnit::quarter) return false;
  return !(e.form == DateForm::calendar && e.year != 0) && e.form != DateForm::decade && e.form != DateForm::duration &&
         e.form != DateForm::shift;
}

// "Theresa May", "April Ryan": inside a longer name of a person.
bool is_part_of_name(const Surroundings& at) {
  const DateExpression& e = at.expression();
  const auto after = std::upper_bound(at.story.names.begin(), at.story.names.end(), e.span.start,
                                      [](std::uint32_t start, const Name& name) { return start < name.span.start; });
  if (after == at.story.names.begin()) return false;
  const Name& name = *(after - 1);
  if (!name.span.contains(e.span)) return false;
  // "the 1996 Olympic bombing", "Thanksgiving Day": a name may open with its date.
  if (name.type != EntityType::person && at.first().is(class_set(year, holiday))) return false;
  // "the World Court Friday rejected": the wires' adverb behind a name, not a part of it.
  if (at.first().is(class_set(weekday)) && e.span.end == name.span.end) return false;
  return name.type == EntityType::person || name.span.size() > e.span.size() + 1;
}

// "Now, that may be true.": a word of the talk, not of the time
bool is_discourse_now(const Surroundings& at) {
  return at.token_before() == nullptr && at.hash_behind() == hash_word(",") &&
         at.story.tokens[at.expression().first_token].lower_hash == hash_word("now");
}

// "soon became", "was soon released": ahead of what was told, not of today.
bool is_told(const Surroundings& at) {
  if (at.story.pos_tags.size() != at.story.tokens.size()) return false;
  const auto is_past = [&](std::uint32_t token) { return at.story.pos_tags[token] == PosTag::VBD; };
  return (at.token_before() != nullptr && is_past(at.expression().first_token - 1)) ||
         (at.token_behind() != nullptr && is_past(at.expression().end_token));
}

// "700 seats a week", "$1.76 a year": per unit, no length. What "a week" is a length in, a preposition or a verb
// says.
bool is_distributive(const Surroundings& at) {
  const std::size_t atoms = at.found.end_atom - at.found.first_atom;
  if (atoms != 2 || !at.first().is(class_set(a)) || at.token_before() == nullptr) return false;
  const Token& before = *at.token_before();
  if (before.kind == TokenKind::number || before.kind == TokenKind::symbol || before.lower_hash == hash_word("times"))
    return true;
  if (at.found.first_atom > 0 && at.atoms[at.found.first_atom - 1].is(class_set(units))) return true;
  if (at.story.pos_tags.size() != at.story.tokens.size()) return false;
  const PosTag tag = at.story.pos_tags[at.expression().first_token - 1];
  return tag == PosTag::NNS || tag == PosTag::CD;
}

bool has_phase(const Surroundings& at) {
  for (std::size_t i = at.found.first_atom; i < at.found.end_atom; ++i)
    if (at.atoms[i].is(class_set(phase))) return true;
  return false;
}

// "24 hours a day", "two weeks a year": a rate.
bool is_round_the_clock(const Surroundings& at) {
  if (at.hash_behind() != hash_word("a") || at.expression().end_token + 1 >= at.sentence.end_token) return false;
  switch (at.story.tokens[at.expression().end_token + 1].lower_hash) {
    case hash_word("day"):
    case hash_word("week"):
    case hash_word("month"):
    case hash_word("year"):
      return true;
    default:
      return false;
  }
}

// "for years", "within weeks", "in the days before the vote", "over the years"
bool keeps_bare_units(const Surroundings& at) {
  const DateExpression& e = at.expression();
  if (at.first().glued || e.unit == TimeUnit::second || e.unit == TimeUnit::minute) return false;
  const Token* before = at.token_before();
  if (before == nullptr) return false;
  if (before->lower_hash == hash_word("for") || before->lower_hash == hash_word("within") ||
      before->lower_hash == hash_word("in"))
    return true;
  if (before->lower_hash != hash_word("the") || e.first_token < at.sentence.first_token + 2) return false;
  const std::uint64_t preposition = at.story.tokens[e.first_token - 2].lower_hash;
  return preposition == hash_word("in") || preposition == hash_word("over") || preposition == hash_word("through");
}

bool keeps_duration(const Surroundings& at) {
  const DateExpression& e = at.expression();
  if (e.quantity == 0 && e.plural && at.first().is(class_set(units))) return keeps_bare_units(at);
  if (is_distributive(at) || is_round_the_clock(at)) return false;
  if (e.unit == TimeUnit::quarter && e.quantity == 1 && at.is_before("quartered")) return false;  // a fourth
  if (e.unit == TimeUnit::hour && e.quantity == 0 && has_phase(at)) return false;  // "the early hours of Thursday"
  if (e.unit == TimeUnit::second && e.quantity <= 1 && !e.plural) return false;
  return true;
}

// "ABC's This Week", "USA Today": a title of something, in capitals within a sentence that isn't.
bool is_title(const Surroundings& at) {
  const DateExpression& e = at.expression();
  const Token& last = at.story.tokens[e.end_token - 1];
  if (at.token_before() != nullptr && at.token_before()->kind == TokenKind::quote && e.end_token - e.first_token == 1)
    return false;
  if (at.sentence.part != Part::body || !last.has(kCapitalized) || e.end_token - 1 == at.sentence.first_token)
    return false;
  return !last.has(kAllCaps) || !at.story.tokens[at.sentence.first_token].has(kAllCaps);
}

// "as recently as", "until now" stay; "so recently" is a degree.
bool keeps_reference(const Surroundings& at) {
  if (!at.single()) return true;
  if (at.expression().reference == TimeReference::future && is_told(at)) return false;
  if (is_discourse_now(at)) return false;
  switch (at.hash_behind()) {
    case hash_word("as"):
    case hash_word("after"):
    case hash_word("enough"):
      return false;
    default:
      break;
  }
  switch (at.hash_before()) {
    case hash_word("as"):
    case hash_word("too"):
    case hash_word("how"):
    case hash_word("so"):
      return false;
    default:
      return true;
  }
}

// "The night before, it rained", "from $16 million the year before"; not "the day before the vote"
bool keeps_shift(const Surroundings& at) {
  const bool is_day_before = at.first().is(class_set(dayword));
  if (!is_day_before || at.token_behind() == nullptr) return true;
  if (at.token_behind()->kind == TokenKind::punctuation) return true;
  switch (at.hash_behind()) {
    case hash_word("and"):
    case hash_word("as"):
    case hash_word("at"):
    case hash_word("but"):
    case hash_word("by"):
    case hash_word("from"):
    case hash_word("in"):
    case hash_word("that"):
    case hash_word("to"):
    case hash_word("when"):
    case hash_word("with"):
      return true;
    default:
      return false;
  }
}

// "the day", "the month" name a length or nothing, but for "the end of the month".
bool keeps_story_unit(const Surroundings& at) {
  const DateExpression& e = at.expression();
  if (e.unit == TimeUnit::year || e.unit == TimeUnit::quarter || e.unit == TimeUnit::weekend) return true;
  if (e.unit == TimeUnit::none) return true;
  return e.mod != DateMod::none && (e.unit == TimeUnit::month || e.unit == TimeUnit::week ||
                                    e.unit == TimeUnit::decade || e.unit == TimeUnit::century);
}

bool is_edge_of_day(const Surroundings& at) {
  const std::uint64_t word = at.story.tokens[at.expression().first_token].lower_hash;
  return word == hash_word("dawn") || word == hash_word("dusk");
}

// "by evening", "before dawn"; "in the morning", "through the night". Not "at night", "in the morning session".
bool keeps_part(const Surroundings& at) {
  const DateExpression& e = at.expression();
  if (e.deictic_part || e.mod != DateMod::none) return true;
  if (at.token_behind() != nullptr && at.story.pos_tags.size() == at.story.tokens.size()) {
    const PosTag next = at.story.pos_tags[e.end_token];
    if (next == PosTag::NN || next == PosTag::NNS) return false;
  }
  const std::uint64_t before = at.hash_before();
  const bool through = before == hash_word("through") || before == hash_word("throughout");
  if (e.definite)
    return through || (e.part != DayPart::night && (before == hash_word("in") || before == hash_word("during")));
  if (!at.single() || at.first().glued || (e.part == DayPart::night && !is_edge_of_day(at))) return false;
  if (before == hash_word("by")) return true;
  return is_edge_of_day(at) &&
         (before == hash_word("at") || before == hash_word("before") || before == hash_word("until"));
}

// "highs in the 50s": degrees
bool is_temperature(const Surroundings& at) {
  constexpr std::uint32_t kReach = 5, kTens = 3;  // "50s", not "1950s"
  const std::uint32_t first = at.expression().first_token;
  if (at.story.tokens[at.expression().end_token - 1].span.size() > kTens) return false;
  const std::uint32_t low = std::max(at.sentence.first_token, first > kReach ? first - kReach : 0);
  for (std::uint32_t i = low; i < first; ++i)
    if (has_use(at.neighbours, at.story.tokens[i].lower_hash, "temperature")) return true;
  return false;
}

// "in the last week of June", "the final month of the year": counted within what stands behind, not from the story's
// day.
bool is_counted_within(const Surroundings& at) {
  const DateExpression& e = at.expression();
  const std::size_t of = at.found.end_atom;
  if (at.story.tokens[e.first_token].lower_hash != hash_word("the") || of + 1 >= at.atoms.size() ||
      e.end_token + 1 >= at.sentence.end_token)
    return false;
  const std::uint64_t link = at.hash_behind();
  const bool is_dated = at.atoms[of + 1].is(class_set(month, year));
  if (link == hash_word("in")) return is_dated;
  return link == hash_word("of") && (is_dated || at.story.tokens[e.end_token + 1].lower_hash == hash_word("the"));
}

}  // namespace

bool is_time_expression(const Surroundings& at) {
  if (is_glued_to_word(at) || (at.single() && is_part_of_name(at))) return false;
  switch (at.expression().form) {
    case DateForm::nothing:
      return false;
    case DateForm::calendar:
      return keeps_calendar(at);
    case DateForm::reference:
      return keeps_reference(at);
    case DateForm::part_of_day:
      return !is_title(at) && keeps_part(at);
    case DateForm::shift:
      return keeps_shift(at);
    case DateForm::decade:
      return (at.first().second_value == 1 || !at.single()) && !is_temperature(at);
    case DateForm::duration:
      return !is_title(at) && keeps_duration(at);
    case DateForm::story_unit:
      return !is_title(at) && keeps_story_unit(at) && !is_counted_within(at);
    case DateForm::relative:
    case DateForm::relative_many:
      return !is_title(at) && !is_counted_within(at);
    case DateForm::day_offset:
      return !is_title(at);
    default:
      return true;
  }
}

}  // namespace wirecut
