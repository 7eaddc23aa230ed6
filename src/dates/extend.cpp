// SynTime's growth, narrowed: a modifier joins only a kind of expression that it is said of, and never a word that
// belongs to the expression before. What news annotators leave outside ("at least", "over", "by") stays outside, but
// still sets the mod.

#include "dates/extend.h"

namespace wirecut {
namespace {

using enum TimeClass;

bool is_one_of(DateForm form, std::initializer_list<DateForm> forms) {
  for (DateForm f : forms)
    if (f == form) return true;
  return false;
}

bool takes_phase(const DateExpression& e) {
  if (e.mod != DateMod::none) return false;
  if (e.form == DateForm::calendar) return true;
  return is_one_of(e.form, {DateForm::relative, DateForm::day_offset, DateForm::decade, DateForm::century,
                            DateForm::part_of_day, DateForm::holiday, DateForm::story_unit});
}

// "Earlier Friday", "earlier this week": the adverb goes with the verb (annotated inside in 3 of 12; of months and
// years in 11 of 15).
bool is_beside_comparative(const DateExpression& e) {
  if (e.unit == TimeUnit::week) return true;
  return e.form == DateForm::calendar && e.weekday != 0 && e.relation == Relation::none;
}

bool takes_edge(const DateExpression& e) {
  if (e.mod != DateMod::none) return false;
  if (e.form == DateForm::calendar) return e.day == 0 && e.weekday == 0;
  return is_one_of(e.form, {DateForm::relative, DateForm::decade, DateForm::century, DateForm::story_unit});
}

bool takes_approximation(const DateExpression& e) {
  if (e.mod != DateMod::none) return false;
  return is_one_of(e.form, {DateForm::duration, DateForm::shift, DateForm::clock, DateForm::calendar,
                            DateForm::year_ago, DateForm::decade, DateForm::relative});
}

class Extender {
 public:
  Extender(const std::vector<Atom>& atoms, std::vector<Found>& found) : atoms_(atoms), found_(found) {}

  void extend() {
    for (std::size_t i = 0; i < found_.size(); ++i) {
      floor_ = i == 0 ? 0 : found_[i - 1].end_atom;
      ceiling_ = i + 1 < found_.size() ? found_[i + 1].first_atom : atoms_.size();
      take_phase(found_[i]);
      take_edge(found_[i]);
      take_approximation(found_[i]);
      take_or_so(found_[i]);
    }
    join();
    share_plurals();
  }

 private:
  // The atom `back` places left of the expression, or null where another expression or the sentence begins.
  const Atom* before(const Found& f, std::size_t back) const {
    return f.first_atom >= floor_ + back ? &atoms_[f.first_atom - back] : nullptr;
  }

  void grow_left(Found& f, std::size_t by) const {
    f.first_atom -= by;
    f.expression.span.start = atoms_[f.first_atom].span.start;
    f.expression.first_token = atoms_[f.first_atom].first_token;
  }

  void grow_right(Found& f, std::size_t by) const {
    f.end_atom += by;
    f.expression.span.end = atoms_[f.end_atom - 1].span.end;
    f.expression.end_token = atoms_[f.end_atom - 1].end_token;
  }

  // "early 1990", "late-November", "the early 1980s", "earlier this year", "mid-1996"
  void take_phase(Found& f) const {
    if (!takes_phase(f.expression)) return;
    const Atom* last = before(f, 1);
    std::size_t by = 1;
    if (last != nullptr && last->is(class_set(dash))) last = before(f, by = 2);
    if (last == nullptr || !last->is(class_set(phase))) return;
    const bool comparative = last->second == phase;  // earlier, later: said of what holds today
    const bool deictic = f.expression.relation != Relation::none || f.expression.form == DateForm::day_offset ||
                         f.expression.form == DateForm::part_of_day || f.expression.weekday != 0;
    if (comparative && (!deictic || is_beside_comparative(f.expression))) return;
    f.expression.mod = static_cast<DateMod>(last->value_of(phase));
    grow_left(f, by);
    if (const Atom* more = before(f, 1); more != nullptr && more->is(class_set(article))) grow_left(f, 1);
  }

  // "the end of 1990", "the beginning of this month"
  void take_edge(Found& f) const {
    if (!takes_edge(f.expression)) return;
    const Atom* of = before(f, 1);
    const Atom* word = before(f, 2);
    if (of == nullptr || word == nullptr || !of->is(class_set(preposition)) || !word->is(class_set(edge))) return;
    const Atom* the = before(f, 3);
    if (the == nullptr || !the->is(class_set(article))) return;
    f.expression.mod = static_cast<DateMod>(word->value_of(edge));
    grow_left(f, 3);
  }

  void take_approximation(Found& f) const {
    if (!takes_approximation(f.expression)) return;
    const Atom* word = before(f, 1);
    if (word == nullptr || !word->is(class_set(approx))) return;
    const auto mod = static_cast<DateMod>(word->value_of(approx));
    const bool day = f.expression.form == DateForm::calendar || f.expression.form == DateForm::relative;
    if (day && mod != DateMod::approx) return;
    if (day && (f.expression.form == DateForm::relative || f.expression.weekday != 0)) return;
    f.expression.mod = mod;
    grow_left(f, 1);
  }

  void take_or_so(Found& f) const {
    if (f.end_atom < ceiling_ && atoms_[f.end_atom].is(class_set(orso))) {
      f.expression.mod = DateMod::approx;
      grow_right(f, 1);
    }
  }

  // ---- neighbours

  void join() {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < found_.size(); ++i) {
      if (kept > 0 && joins(found_[kept - 1], found_[i])) {
        merge(found_[kept - 1], found_[i]);
      } else {
        found_[kept++] = found_[i];
      }
    }
    found_.resize(kept);
  }

  static bool is_day(const DateExpression& e) {
    return e.form == DateForm::day_offset || e.form == DateForm::part_of_day || e.form == DateForm::holiday ||
           (e.form == DateForm::calendar && (e.weekday != 0 || e.day != 0) && e.clock < 0);
  }

  bool joins(const Found& left, const Found& right) const {
    const std::size_t gap = right.first_atom - left.end_atom;
    const bool comma_between = gap == 1 && atoms_[left.end_atom].is(class_set(comma));
    const DateExpression& a = left.expression;
    const DateExpression& b = right.expression;
    if (gap == 0 || comma_between) {
      if (a.form == DateForm::clock && is_day(b)) return true;
      if (gap == 0 && b.form == DateForm::clock && is_day(a) && a.clock < 0) return true;
    }
    // "sometime next year" and its like are the patterns' business; a part of the day before its day is not: "early
    // morning today", "dawn Thursday".
    const bool bare_weekday = b.form == DateForm::calendar && b.weekday != 0 && b.relation == Relation::none &&
                              b.part == DayPart::none && a.mod == DateMod::none && a.part != DayPart::night;
    return gap == 0 && a.form == DateForm::part_of_day && !a.deictic_part && is_day(b) &&
           (b.form == DateForm::day_offset || bare_weekday);
  }

  static void merge(Found& left, const Found& right) {
    DateExpression a = left.expression, b = right.expression;
    const bool clock_first = a.form == DateForm::clock || (a.form == DateForm::part_of_day && is_day(b));
    DateExpression day = clock_first ? b : a;
    const DateExpression& time = clock_first ? a : b;
    day.clock = time.clock;
    day.zone = time.zone;
    day.zone_known = time.zone_known;
    if (day.part == DayPart::none) day.part = time.part;
    if (day.mod == DateMod::none) day.mod = time.mod;
    day.span = {a.span.start, b.span.end};
    day.first_token = a.first_token;
    day.end_token = b.end_token;
    left.expression = day;
    left.end_atom = right.end_atom;
  }

  // "Monday and Tuesday nights", "Monday, Tuesday and Friday nights": each of the days comes again and again.
  void share_plurals() {
    bool shared = false;  // the day behind this one got its plural here
    for (std::size_t i = found_.size(); i-- > 1;) {
      DateExpression& day = found_[i - 1].expression;
      const DateExpression& nights = found_[i].expression;
      const bool beside = found_[i].first_atom == found_[i - 1].end_atom + 1 &&
                          atoms_[found_[i - 1].end_atom].is(shared ? class_set(to, comma) : class_set(to));
      const bool bare_day = day.form == DateForm::calendar && day.weekday != 0 && day.month == 0 &&
                            day.part == DayPart::none && day.relation == Relation::none && day.clock < 0;
      shared =
          beside && bare_day && nights.form == DateForm::set && nights.weekday != 0 && nights.part != DayPart::none;
      if (!shared) continue;
      day.form = DateForm::set;
      day.part = nights.part;
    }
  }

  const std::vector<Atom>& atoms_;
  std::vector<Found>& found_;
  std::size_t floor_ = 0;    // the first atom that is free to the left
  std::size_t ceiling_ = 0;  // the first that isn't, to the right
};

}  // namespace

void extend_expressions(const std::vector<Atom>& atoms, std::vector<Found>& found) { Extender(atoms, found).extend(); }

}  // namespace wirecut
