// Rules by kind of expression; each quotes what it guards against. Counts of news prose (annotated, not annotated)
// stand beside the words that were decided by them. Expressions of the calendar have a file of their own.

#include "dates/filter.h"

#include <algorithm>

#include "dates/calendar_filter.h"
#include "dates/surroundings.h"
#include "lexicon/hash.h"

namespace wirecut {
namespace {

using enum TimeClass;

class Filter {
 public:
  explicit Filter(const Surroundings& at) : at_(at), e_(at.expression()) {}

  bool keeps() const {
    if (is_glued_to_word()) return false;
    if (at_.single() && is_part_of_name()) return false;
    switch (e_.form) {
      case DateForm::relative:
      case DateForm::relative_many:
      case DateForm::day_offset:
      case DateForm::story_unit:
      case DateForm::duration:
        if (is_title()) return false;
        break;
      default:
        break;
    }
    switch (e_.form) {
      case DateForm::nothing:
        return false;
      case DateForm::calendar:
        return keeps_calendar(at_);
      case DateForm::duration:
        return keeps_duration();
      case DateForm::reference:
        return keeps_reference();
      case DateForm::part_of_day:
        return keeps_part();
      case DateForm::decade:
        return at_.atoms[at_.found.first_atom].second_value == 1 || !at_.single();
      case DateForm::clock:
        return keeps_clock();
      case DateForm::set:
        return keeps_set();
      case DateForm::story_unit:
        return keeps_story_unit();
      case DateForm::relative:
      case DateForm::relative_many:
        return keeps_relative();
      default:
        return true;
    }
  }

 private:
  // "now-defunct", "May-Britt", "post-May": one piece of a longer word.
  bool is_glued_to_word() const {
    const std::size_t n = at_.atoms.size();
    const bool right = at_.found.end_atom + 1 < n && at_.atoms[at_.found.end_atom].is(class_set(dash)) &&
                       at_.atoms[at_.found.end_atom].glued && at_.atoms[at_.found.end_atom + 1].classes == 0;
    const bool left = at_.found.first_atom >= 2 && at_.first().glued &&
                      at_.atoms[at_.found.first_atom - 1].is(class_set(dash)) &&
                      at_.atoms[at_.found.first_atom - 1].glued && at_.atoms[at_.found.first_atom - 2].classes == 0;
    if (!left && !right) return false;
    if (e_.form == DateForm::calendar && e_.unit == TimeUnit::quarter) return false;
    return !(e_.form == DateForm::calendar && e_.year != 0) && e_.form != DateForm::decade &&
           e_.form != DateForm::duration && e_.form != DateForm::shift;
  }

  // "Theresa May", "April Ryan": inside a longer name of a person.
  bool is_part_of_name() const {
    const auto after = std::upper_bound(at_.story.names.begin(), at_.story.names.end(), e_.span.start,
                                        [](std::uint32_t start, const Name& name) { return start < name.span.start; });
    if (after == at_.story.names.begin()) return false;
    const Name& name = *(after - 1);
    if (!name.span.contains(e_.span)) return false;
    // "the 1996 Olympic bombing", "Thanksgiving Day": a name may open with its date.
    if (name.type != EntityType::person && at_.first().is(class_set(year, holiday))) return false;
    // "the World Court Friday rejected": the wires' adverb behind a name, not a part of it.
    if (at_.first().is(class_set(weekday)) && e_.span.end == name.span.end) return false;
    return name.type == EntityType::person || name.span.size() > e_.span.size() + 1;
  }

  // "for years", "within weeks", "in the days before the vote", "over the years"
  bool keeps_bare_units() const {
    if (at_.first().glued || e_.unit == TimeUnit::second || e_.unit == TimeUnit::minute) return false;
    const Token* before = at_.token_before();
    if (before == nullptr) return false;
    if (before->lower_hash == hash_word("for") || before->lower_hash == hash_word("within") ||
        before->lower_hash == hash_word("in"))
      return true;
    if (before->lower_hash != hash_word("the") || e_.first_token < at_.sentence.first_token + 2) return false;
    const std::uint64_t preposition = at_.story.tokens[e_.first_token - 2].lower_hash;
    return preposition == hash_word("in") || preposition == hash_word("over") || preposition == hash_word("through");
  }

  bool keeps_duration() const {
    if (e_.quantity == 0 && e_.plural && at_.first().is(class_set(units))) return keeps_bare_units();
    if (is_distributive() || is_round_the_clock()) return false;
    if (e_.unit == TimeUnit::quarter && e_.quantity == 1 && at_.hash_behind() == hash_word("of"))
      return false;                                                                  // a fourth
    if (e_.unit == TimeUnit::hour && e_.quantity == 0 && has_phase()) return false;  // "the early hours of Thursday"
    if (e_.unit == TimeUnit::second && e_.quantity <= 1 && !e_.plural) return false;
    return true;
  }

  // "Now, that may be true.": a word of the talk, not of the time
  bool is_discourse_now() const {
    return at_.token_before() == nullptr && at_.hash_behind() == hash_word(",") &&
           at_.story.tokens[e_.first_token].lower_hash == hash_word("now");
  }

  // "soon became", "was soon released": ahead of what was told, not of today.
  bool is_told() const {
    if (at_.story.pos_tags.size() != at_.story.tokens.size()) return false;
    const auto is_past = [&](std::uint32_t token) { return at_.story.pos_tags[token] == PosTag::VBD; };
    return (at_.token_before() != nullptr && is_past(e_.first_token - 1)) ||
           (at_.token_behind() != nullptr && is_past(e_.end_token));
  }

  // "700 seats a week", "$1.76 a year": per unit, no length. What "a week" is a length in, a preposition or a verb
  // says.
  bool is_distributive() const {
    const std::size_t atoms = at_.found.end_atom - at_.found.first_atom;
    if (atoms != 2 || !at_.first().is(class_set(a)) || at_.token_before() == nullptr) return false;
    const Token& before = *at_.token_before();
    if (before.kind == TokenKind::number || before.kind == TokenKind::symbol ||
        before.lower_hash == hash_word("times") || before.lower_hash == hash_word("once") ||
        before.lower_hash == hash_word("twice"))
      return true;
    if (at_.found.first_atom > 0 && at_.atoms[at_.found.first_atom - 1].is(class_set(units))) return true;
    if (at_.story.pos_tags.size() != at_.story.tokens.size()) return false;
    const PosTag tag = at_.story.pos_tags[e_.first_token - 1];
    return tag == PosTag::NNS || tag == PosTag::CD;
  }

  bool has_phase() const {
    for (std::size_t i = at_.found.first_atom; i < at_.found.end_atom; ++i)
      if (at_.atoms[i].is(class_set(phase))) return true;
    return false;
  }

  // "24 hours a day", "two weeks a year": a rate.
  bool is_round_the_clock() const {
    if (at_.hash_behind() != hash_word("a") || e_.end_token + 1 >= at_.sentence.end_token) return false;
    switch (at_.story.tokens[e_.end_token + 1].lower_hash) {
      case hash_word("day"):
      case hash_word("week"):
      case hash_word("month"):
      case hash_word("year"):
        return true;
      default:
        return false;
    }
  }

  // "ABC's This Week", "USA Today": a title of something, in capitals within a sentence that isn't.
  bool is_title() const {
    const Token& last = at_.story.tokens[e_.end_token - 1];
    if (at_.token_before() != nullptr && at_.token_before()->kind == TokenKind::quote &&
        e_.end_token - e_.first_token == 1)
      return false;
    if (at_.sentence.part != Part::body || !last.has(kCapitalized) || e_.end_token - 1 == at_.sentence.first_token)
      return false;
    return !last.has(kAllCaps) || !at_.story.tokens[at_.sentence.first_token].has(kAllCaps);
  }

  // "as recently as", "until now" stay; "so recently" is a degree.
  bool keeps_reference() const {
    if (!at_.single()) return true;
    if (e_.reference == TimeReference::future && is_told()) return false;
    if (is_discourse_now()) return false;
    switch (at_.hash_behind()) {
      case hash_word("as"):
      case hash_word("after"):
      case hash_word("enough"):
        return false;
      default:
        break;
    }
    switch (at_.hash_before()) {
      case hash_word("as"):
      case hash_word("too"):
      case hash_word("how"):
      case hash_word("so"):
        return false;
      default:
        return true;
    }
  }

  // "the day", "the month" name a length or nothing, but for "the end of the month".
  bool keeps_story_unit() const {
    if (e_.unit == TimeUnit::year || e_.unit == TimeUnit::quarter || e_.unit == TimeUnit::weekend) return true;
    if (e_.unit == TimeUnit::none) return true;
    return e_.mod != DateMod::none && (e_.unit == TimeUnit::month || e_.unit == TimeUnit::week ||
                                       e_.unit == TimeUnit::decade || e_.unit == TimeUnit::century);
  }

  bool keeps_part() const { return e_.deictic_part || e_.mod != DateMod::none; }

  bool keeps_clock() const {
    // "3:1", a score or a verse, unless it is a time of day beyond doubt
    return !at_.single() || at_.first().is(class_set(point)) || at_.story.words(at_.first().span).size() >= 4;
  }

  bool keeps_set() const { return true; }
  bool keeps_relative() const { return true; }

  const Surroundings at_;
  const DateExpression& e_;
};

}  // namespace

bool is_time_expression(const Story& story, const Sentence& sentence, const std::vector<Atom>& atoms,
                        const Found& found) {
  return Filter({story, sentence, atoms, found}).keeps();
}

}  // namespace wirecut
