// Rules by kind of expression; each quotes what it guards against. Counts of news prose (annotated, not annotated)
// stand beside the words that were decided by them.

#include "dates/filter.h"

#include <algorithm>
#include <chrono>

#include "lexicon/hash.h"

namespace wirecut {
namespace {

using enum TimeClass;

class Filter {
 public:
  Filter(const Story& story, const Sentence& sentence, const std::vector<Atom>& atoms, const Found& found)
      : story_(story), sentence_(sentence), atoms_(atoms), found_(found), e_(found.expression) {}

  bool keeps() const {
    if (is_glued_to_word()) return false;
    if (single() && is_part_of_name()) return false;
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
        return keeps_calendar();
      case DateForm::duration:
        return keeps_duration();
      case DateForm::reference:
        return keeps_reference();
      case DateForm::part_of_day:
        return keeps_part();
      case DateForm::decade:
        return atoms_[found_.first_atom].second_value == 1 || !single();
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
  bool single() const { return found_.end_atom - found_.first_atom == 1; }
  const Atom& first() const { return atoms_[found_.first_atom]; }

  const Token* token_before() const {
    return e_.first_token > sentence_.first_token ? &story_.tokens[e_.first_token - 1] : nullptr;
  }
  const Token* token_behind() const {
    return e_.end_token < sentence_.end_token ? &story_.tokens[e_.end_token] : nullptr;
  }
  std::uint64_t hash_before() const { return token_before() != nullptr ? token_before()->lower_hash : 0; }
  std::uint64_t hash_behind() const { return token_behind() != nullptr ? token_behind()->lower_hash : 0; }

  // "now-defunct", "May-Britt", "post-May": one piece of a longer word.
  bool is_glued_to_word() const {
    const std::size_t n = atoms_.size();
    const bool right = found_.end_atom + 1 < n && atoms_[found_.end_atom].is(class_set(dash)) &&
                       atoms_[found_.end_atom].glued && atoms_[found_.end_atom + 1].classes == 0;
    const bool left = found_.first_atom >= 2 && first().glued && atoms_[found_.first_atom - 1].is(class_set(dash)) &&
                      atoms_[found_.first_atom - 1].glued && atoms_[found_.first_atom - 2].classes == 0;
    if (!left && !right) return false;
    if (e_.form == DateForm::calendar && e_.unit == TimeUnit::quarter) return false;
    return !(e_.form == DateForm::calendar && e_.year != 0) && e_.form != DateForm::decade &&
           e_.form != DateForm::duration && e_.form != DateForm::shift;
  }

  // "Theresa May", "April Ryan": inside a longer name of a person.
  bool is_part_of_name() const {
    const auto after = std::upper_bound(story_.names.begin(), story_.names.end(), e_.span.start,
                                        [](std::uint32_t at, const Name& name) { return at < name.span.start; });
    if (after == story_.names.begin()) return false;
    const Name& name = *(after - 1);
    if (!name.span.contains(e_.span)) return false;
    // "the 1996 Olympic bombing", "Thanksgiving Day": a name may open with its date.
    if (name.type != EntityType::person && first().is(class_set(year, holiday))) return false;
    // "the World Court Friday rejected": the wires' adverb behind a name, not a part of it.
    if (first().is(class_set(weekday)) && e_.span.end == name.span.end) return false;
    return name.type == EntityType::person || name.span.size() > e_.span.size() + 1;
  }

  // "Feb. 30", "Feb. 29, 2019"
  bool is_in_calendar() const {
    if (e_.month == 0 || e_.day == 0) return true;
    constexpr int kLeapYear = 2000;
    return (std::chrono::year{e_.year != 0 ? e_.year : kLeapYear} / int{e_.month} / int{e_.day}).ok();
  }

  // The year of "2019-02-30" is the beginning of a number.
  bool is_in_dashed_number() const {
    const std::size_t end = found_.end_atom;
    const auto glued_dash = [&](std::size_t i) {
      return i < atoms_.size() && atoms_[i].is(class_set(dash)) && atoms_[i].glued;
    };
    return single() && glued_dash(end) && glued_dash(end + 2) && atoms_[end + 1].is(class_set(number));
  }

  bool keeps_calendar() const {
    if (!is_in_calendar() || is_in_dashed_number()) return false;
    if (single() && first().is(class_set(month))) return keeps_month();
    if (single() && first().is(class_set(year))) return keeps_year();
    if (single() && first().is(class_set(season))) return keeps_season();
    return true;
  }

  bool keeps_month() const {
    const Token& token = story_.tokens[e_.first_token];
    if (token.span.size() <= 4 && !token.has(kAbbreviation) && is_short_form()) return false;
    if (first().value != 5 && first().value != 3) return true;
    // "Mrs May praised", "May I": by title before it, by a pronoun or verb behind it
    switch (hash_before()) {
      case hash_word("mr."):
      case hash_word("mr"):
      case hash_word("mrs."):
      case hash_word("mrs"):
      case hash_word("ms"):
      case hash_word("ms."):
      case hash_word("theresa"):
      case hash_word("minister"):
        return false;
      default:
        break;
    }
    if ((hash_behind() == hash_word("for") || hash_behind() == hash_word("of")) && hash_before() != hash_word("in"))
      return false;  // "the annual March for Life"
    switch (hash_behind()) {
      case hash_word("i"):
      case hash_word("be"):
      case hash_word("we"):
      case hash_word("you"):
      case hash_word("he"):
      case hash_word("she"):
      case hash_word("they"):
      case hash_word("not"):
      case hash_word("have"):
      case hash_word("said"):
      case hash_word("'s"):
        return false;
      default:
        return token_before() != nullptr || token_behind() == nullptr || !token.has(kCapitalized);
    }
  }

  // "Jan", "Mar", "Dec" without a full stop are names as often; "June", "July" and "May" are whole.
  bool is_short_form() const {
    const std::string_view word = story_.words(e_.span);
    return word.size() == 3 ? first().value != 5 : first().value == 9;
  }

  // Bare years: 177 of 183 are annotated once counts are out. "2000 people", "1500 metres" are counts.
  bool keeps_year() const {
    const std::string_view word = story_.words(e_.span);
    if (is_end_of_number()) return false;
    if (word[0] < '0' || word[0] > '9') return true;
    if (const Token* before = token_before(); before != nullptr && before->kind == TokenKind::word &&
                                              before->has(kCapitalized) && e_.first_token - 1 > sentence_.first_token &&
                                              !before->has(kAllCaps))
      return false;  // "a venture called Orion 1980"
    if (is_address()) return false;
    switch (hash_before()) {
      case hash_word("in"):
      case hash_word("since"):
      case hash_word("by"):
      case hash_word("until"):
      case hash_word("till"):
      case hash_word("during"):
      case hash_word("for"):
      case hash_word("between"):
      case hash_word("through"):
      case hash_word("the"):
      case hash_word("from"):
        return !counts_people();
      case hash_word("about"):
      case hash_word("some"):
      case hash_word("than"):
      case hash_word("nearly"):
      case hash_word("almost"):
      case hash_word("approximately"):
      case hash_word("least"):
      case hash_word("flight"):
      case hash_word("number"):
      case hash_word("page"):
      case hash_word("room"):
      case hash_word("resolution"):
      case hash_word("boeing"):
      case hash_word("to"):
        return hash_before() == hash_word("to") && !counts_people();
      default:
        break;
    }
    return !counts_people();
  }

  // "555-1998", "20190502-1998"; not "1997-1998", "mid-1998", "pre-1998"
  bool is_end_of_number() const {
    if (!first().glued || found_.first_atom < 2 || !atoms_[found_.first_atom - 1].is(class_set(dash))) return false;
    const Atom& before = atoms_[found_.first_atom - 2];
    if (before.is(class_set(year, phase))) return false;
    const char last = story_.text[before.span.end - 1];
    return before.is(class_set(number)) || (before.classes == 0 && last >= '0' && last <= '9');
  }

  // "at 1998 Elm Street", "of 2001 K St."; not "the 1998 Wall Street crash", "In 1998 Wall Street fell"
  bool is_address() const {
    if (hash_before() != hash_word("at") && hash_before() != hash_word("of")) return false;
    constexpr std::uint32_t kMostWords = 4;
    const std::uint32_t end = std::min(sentence_.end_token, e_.end_token + kMostWords);
    for (std::uint32_t i = e_.end_token; i < end && story_.tokens[i].has(kCapitalized); ++i) {
      switch (story_.tokens[i].lower_hash) {
        case hash_word("street"):
        case hash_word("st."):
        case hash_word("avenue"):
        case hash_word("ave."):
        case hash_word("road"):
        case hash_word("drive"):
        case hash_word("lane"):
        case hash_word("boulevard"):
        case hash_word("blvd."):
          return i > e_.end_token;
        default:
          break;
      }
    }
    return false;
  }

  // A plural noun in lower case follows, which is no verb: "1998 people", "2000 metres".
  bool counts_people() const {
    const Token* next = token_behind();
    if (next == nullptr || next->kind != TokenKind::word || next->has(kCapitalized)) return false;
    switch (next->lower_hash) {
      case hash_word("people"):
      case hash_word("men"):
      case hash_word("women"):
      case hash_word("children"):
      case hash_word("metres"):
      case hash_word("meters"):
      case hash_word("feet"):
      case hash_word("miles"):
      case hash_word("kilometers"):
      case hash_word("kilometres"):
      case hash_word("km"):
      case hash_word("tons"):
      case hash_word("tonnes"):
      case hash_word("troops"):
      case hash_word("soldiers"):
      case hash_word("workers"):
      case hash_word("jobs"):
      case hash_word("pounds"):
      case hash_word("shares"):
      case hash_word("votes"):
      case hash_word("homes"):
      case hash_word("copies"):
      case hash_word("points"):
      case hash_word("acres"):
      case hash_word("barrels"):
        return true;
      default:
        return false;
    }
  }

  // "fall" is mostly the verb, "spring" and "summer" mostly attributes: alone only behind a preposition.
  bool keeps_season() const {
    switch (hash_before()) {
      case hash_word("in"):
      case hash_word("by"):
      case hash_word("during"):
      case hash_word("until"):
      case hash_word("since"):
        return true;
      default:
        return false;
    }
  }

  // "for years", "within weeks", "in the days before the vote", "over the years"
  bool keeps_bare_units() const {
    if (first().glued || e_.unit == TimeUnit::second || e_.unit == TimeUnit::minute) return false;
    const Token* before = token_before();
    if (before == nullptr) return false;
    if (before->lower_hash == hash_word("for") || before->lower_hash == hash_word("within") ||
        before->lower_hash == hash_word("in"))
      return true;
    if (before->lower_hash != hash_word("the") || e_.first_token < sentence_.first_token + 2) return false;
    const std::uint64_t preposition = story_.tokens[e_.first_token - 2].lower_hash;
    return preposition == hash_word("in") || preposition == hash_word("over") || preposition == hash_word("through");
  }

  bool keeps_duration() const {
    if (e_.quantity == 0 && e_.plural && first().is(class_set(units))) return keeps_bare_units();
    if (is_distributive() || is_round_the_clock()) return false;
    if (e_.unit == TimeUnit::quarter && e_.quantity == 1 && hash_behind() == hash_word("of")) return false;  // a fourth
    if (e_.unit == TimeUnit::hour && e_.quantity == 0 && has_phase()) return false;  // "the early hours of Thursday"
    if (e_.unit == TimeUnit::second && e_.quantity <= 1 && !e_.plural) return false;
    return true;
  }

  // "Now, that may be true.": a word of the talk, not of the time
  bool is_discourse_now() const {
    return token_before() == nullptr && hash_behind() == hash_word(",") &&
           story_.tokens[e_.first_token].lower_hash == hash_word("now");
  }

  // "soon became", "was soon released": ahead of what was told, not of today.
  bool is_told() const {
    if (story_.pos_tags.size() != story_.tokens.size()) return false;
    const auto is_past = [&](std::uint32_t token) { return story_.pos_tags[token] == PosTag::VBD; };
    return (token_before() != nullptr && is_past(e_.first_token - 1)) ||
           (token_behind() != nullptr && is_past(e_.end_token));
  }

  // "700 seats a week", "$1.76 a year": per unit, no length. What "a week" is a length in, a preposition or a verb
  // says.
  bool is_distributive() const {
    const std::size_t atoms = found_.end_atom - found_.first_atom;
    if (atoms != 2 || !first().is(class_set(a)) || token_before() == nullptr) return false;
    const Token& before = *token_before();
    if (before.kind == TokenKind::number || before.kind == TokenKind::symbol ||
        before.lower_hash == hash_word("times") || before.lower_hash == hash_word("once") ||
        before.lower_hash == hash_word("twice"))
      return true;
    if (found_.first_atom > 0 && atoms_[found_.first_atom - 1].is(class_set(units))) return true;
    if (story_.pos_tags.size() != story_.tokens.size()) return false;
    const PosTag tag = story_.pos_tags[e_.first_token - 1];
    return tag == PosTag::NNS || tag == PosTag::CD;
  }

  bool has_phase() const {
    for (std::size_t i = found_.first_atom; i < found_.end_atom; ++i)
      if (atoms_[i].is(class_set(phase))) return true;
    return false;
  }

  // "24 hours a day", "two weeks a year": a rate.
  bool is_round_the_clock() const {
    if (hash_behind() != hash_word("a") || e_.end_token + 1 >= sentence_.end_token) return false;
    switch (story_.tokens[e_.end_token + 1].lower_hash) {
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
    const Token& last = story_.tokens[e_.end_token - 1];
    if (token_before() != nullptr && token_before()->kind == TokenKind::quote && e_.end_token - e_.first_token == 1)
      return false;
    if (sentence_.part != Part::body || !last.has(kCapitalized) || e_.end_token - 1 == sentence_.first_token)
      return false;
    return !last.has(kAllCaps) || !story_.tokens[sentence_.first_token].has(kAllCaps);
  }

  // "as recently as", "until now" stay; "so recently" is a degree.
  bool keeps_reference() const {
    if (!single()) return true;
    if (e_.reference == TimeReference::future && is_told()) return false;
    if (is_discourse_now()) return false;
    switch (hash_behind()) {
      case hash_word("as"):
      case hash_word("after"):
      case hash_word("enough"):
        return false;
      default:
        break;
    }
    switch (hash_before()) {
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
    return !single() || first().is(class_set(point)) || story_.words(first().span).size() >= 4;
  }

  bool keeps_set() const { return true; }
  bool keeps_relative() const { return true; }

  const Story& story_;
  const Sentence& sentence_;
  const std::vector<Atom>& atoms_;
  const Found& found_;
  const DateExpression& e_;
};

}  // namespace

bool is_time_expression(const Story& story, const Sentence& sentence, const std::vector<Atom>& atoms,
                        const Found& found) {
  return Filter(story, sentence, atoms, found).keeps();
}

}  // namespace wirecut
