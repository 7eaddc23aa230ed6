// The grammar of time expressions as one table. A row is a flat sequence of classes (no nesting, at most twelve
// elements), so that matching needs no more than a loop with a little backtracking over optional elements; what an atom
// contributes follows from its class alone (note()), whatever the row. The longest match wins, so a row need not
// exclude what a longer row says. Precedent: HeidelTime's rules (Strötgen and Gertz 2010) on SynTime's token types.

#include "dates/patterns.h"

#include <algorithm>
#include <bit>

#include "dates/pattern_rows.h"

namespace wirecut {
namespace {

using enum DateForm;

struct Element {
  TimeClassSet classes = 0;
  bool optional = false;
};

constexpr std::size_t kMaxElements = 12;

struct CompiledPattern {
  std::array<Element, kMaxElements> elements{};
  std::size_t size = 0;
};

// An unknown class name or a row too long stops the compiler here.
constexpr CompiledPattern compile(std::string_view pattern) {
  CompiledPattern compiled;
  for (std::size_t start = 0; start < pattern.size();) {
    const std::size_t end = std::min(pattern.find(' ', start), pattern.size());
    std::string_view word = pattern.substr(start, end - start);
    Element element;
    if (word.ends_with('?')) {
      element.optional = true;
      word.remove_suffix(1);
    }
    while (!word.empty()) {
      const std::size_t bar = std::min(word.find('|'), word.size());
      const TimeClass c = time_class_named(word.substr(0, bar));
      if (c == TimeClass::none) throw "no such class";
      element.classes |= class_bit(c);
      word.remove_prefix(std::min(bar + 1, word.size()));
    }
    compiled.elements.at(compiled.size++) = element;
    start = end + 1;
  }
  return compiled;
}

constexpr auto kCompiled = [] {
  std::array<CompiledPattern, std::size(kPatterns)> compiled;
  for (std::size_t i = 0; i < compiled.size(); ++i) compiled[i] = compile(kPatterns[i].pattern);
  return compiled;
}();

// Which rows are worth a try at an atom, as bits in the order of the table: those that can begin with one of its
// classes, and either end there or go on with a class of the next atom. Most atoms of prose ("the", "of") leave none.
constexpr std::size_t kRowWords = (std::size(kPatterns) + 63) / 64;
using RowSet = std::array<std::uint64_t, kRowWords>;

struct RowIndex {
  std::array<RowSet, kTimeClassNames.size()> first{};   // by class of the first atom
  std::array<RowSet, kTimeClassNames.size()> second{};  // by class of the second
  RowSet alone{};                                       // one atom can fill the row
};

constexpr void add_row(std::array<RowSet, kTimeClassNames.size()>& by_class, TimeClassSet classes, std::size_t row) {
  for (std::size_t c = 0; c < by_class.size(); ++c)
    if ((classes >> c & 1) != 0) by_class[c][row / 64] |= std::uint64_t{1} << row % 64;
}

constexpr RowIndex kRowIndex = [] {
  RowIndex index;
  for (std::size_t row = 0; row < kCompiled.size(); ++row) {
    const CompiledPattern& pattern = kCompiled[row];
    for (std::size_t first = 0; first < pattern.size; ++first) {
      add_row(index.first, pattern.elements[first].classes, row);
      bool ends = true;
      for (std::size_t i = first + 1; i < pattern.size && ends; ++i) {
        add_row(index.second, pattern.elements[i].classes, row);
        ends = pattern.elements[i].optional;
      }
      if (ends) index.alone[row / 64] |= std::uint64_t{1} << row % 64;
      if (!pattern.elements[first].optional) break;
    }
  }
  return index;
}();

// The classes that a row can begin with, and those that fill one: all that most atoms of prose need to be asked.
constexpr TimeClassSet classes_with(const RowSet& rows) {
  TimeClassSet classes = 0;
  for (std::size_t c = 0; c < kTimeClassNames.size(); ++c)
    for (std::size_t i = 0; i < kRowWords; ++i)
      if ((kRowIndex.first[c][i] & rows[i]) != 0) classes |= TimeClassSet{1} << c;
  return classes;
}

constexpr TimeClassSet kStarts = classes_with([] {
  RowSet every;
  every.fill(~std::uint64_t{0});
  return every;
}());
constexpr TimeClassSet kAlone = classes_with(kRowIndex.alone);

void add_rows(const std::array<RowSet, kTimeClassNames.size()>& by_class, TimeClassSet classes, RowSet& rows) {
  for (; classes != 0; classes &= classes - 1)
    for (std::size_t i = 0; i < kRowWords; ++i)
      rows[i] |= by_class[static_cast<std::size_t>(std::countr_zero(classes))][i];
}

// The atom that each element took, or kSkipped.
constexpr std::size_t kSkipped = ~std::size_t{0};
using Taken = std::array<std::size_t, kMaxElements>;

// Matches elements [e, size) at atoms[at]; returns the end, or kSkipped where they don't fit. Depth: a row's length.
std::size_t match_from(const CompiledPattern& pattern, std::size_t e, const std::vector<Atom>& atoms, std::size_t at,
                       Taken& taken) {
  if (e == pattern.size) return at;
  const Element& element = pattern.elements[e];
  if (at < atoms.size() && atoms[at].is(element.classes)) {
    taken[e] = at;
    const std::size_t end = match_from(pattern, e + 1, atoms, at + 1, taken);
    if (end != kSkipped) return end;
  }
  if (!element.optional) return kSkipped;
  taken[e] = kSkipped;
  return match_from(pattern, e + 1, atoms, at, taken);
}

TimeClass class_within(const Atom& atom, TimeClassSet allowed) {
  if (atom.second != TimeClass::none && (allowed & class_bit(atom.second)) != 0 &&
      (allowed & class_bit(atom.main)) == 0)
    return atom.second;
  // Digits carry up to three classes with one value: the most telling one that the row asks for.
  for (TimeClass c : {TimeClass::year, TimeClass::day})
    if (atom.is(class_bit(c)) && (allowed & class_bit(c)) != 0) return c;
  return atom.main;
}

void note_full_date(std::int32_t packed, DateExpression& e) {
  e.day = static_cast<std::int8_t>(packed % 32);
  e.month = static_cast<std::int8_t>(packed / 32 % 16);
  e.year = static_cast<std::int16_t>(packed / 512);
}

// A second relation sharpens the first ("this past spring" is past, "this coming Sunday" ahead).
void note_relation(Relation relation, DateExpression& e) {
  const bool weak = relation == Relation::present || relation == Relation::that;
  if (e.relation == Relation::none || !weak) e.relation = relation;
}

// What an atom of class `c` says, whatever the row.
void note(TimeClass c, std::int32_t value, DateExpression& e) {
  const auto small = static_cast<std::int8_t>(value);
  switch (c) {
    case TimeClass::month:
      e.month = small;
      break;
    case TimeClass::day:
      e.day = small;
      break;
    case TimeClass::weekdays:
      e.plural = true;
      [[fallthrough]];
    case TimeClass::weekday:
      e.weekday = small;
      break;
    case TimeClass::year:
      e.year = static_cast<std::int16_t>(value);
      break;
    case TimeClass::fulldate:
      note_full_date(value, e);
      break;
    case TimeClass::ordinal:
      e.ordinal = small;
      break;
    case TimeClass::number:  // the lower one of "two to three weeks"
      if (e.quantity == 0) e.quantity = value;
      break;
    case TimeClass::vague:  // "a couple" is two, more or less
      e.quantity = value > 0 ? value : DateExpression::kVague;
      if (value > 0) e.mod = DateMod::approx;
      break;
    case TimeClass::fraction:
    case TimeClass::andhalf:
      e.and_half = true;
      break;
    case TimeClass::period:  // "the 1988 period": the one that the story reports on, in that year
      if (e.form == calendar) e.relation = Relation::same;
      break;
    case TimeClass::units:
    case TimeClass::quarters:
    case TimeClass::weekends:
      e.plural = true;
      [[fallthrough]];
    case TimeClass::unit:
    case TimeClass::yearword:
    case TimeClass::quarter:
    case TimeClass::half:
    case TimeClass::weekend:
      e.unit = static_cast<TimeUnit>(value);
      break;
    case TimeClass::seasons:
    case TimeClass::season:
      e.season = static_cast<Season>(value);
      break;
    case TimeClass::parts:
    case TimeClass::part:
      e.part = static_cast<DayPart>(value);
      break;
    case TimeClass::tonight:
      e.part = static_cast<DayPart>(value);
      break;
    case TimeClass::dayword:
      e.step = small;
      break;
    case TimeClass::decade:
      e.decade = static_cast<std::int16_t>(value);
      break;
    case TimeClass::clock:
    case TimeClass::point:
      e.clock = static_cast<std::int16_t>(value);
      break;
    case TimeClass::zone:
      e.zone = static_cast<std::int16_t>(value);
      e.zone_known = true;
      break;
    case TimeClass::relation:
      note_relation(static_cast<Relation>(value), e);
      break;
    case TimeClass::past:
    case TimeClass::reference:
      e.reference = static_cast<TimeReference>(value);
      break;
    case TimeClass::ahead:
      e.relation = Relation::next;
      break;
    case TimeClass::ago:
      e.step = -1;
      e.from_anchor = true;
      break;
    case TimeClass::earlier:
    case TimeClass::later:
      e.step = small;
      break;
    case TimeClass::from:
      e.step = 1;
      e.from_anchor = true;
      break;
    case TimeClass::article:
      e.definite = true;
      break;
    case TimeClass::fiscal:
      e.fiscal = true;
      break;
    case TimeClass::phase:
    case TimeClass::edge:
      e.mod = static_cast<DateMod>(value);
      break;
    case TimeClass::holiday:
      e.holiday = static_cast<std::uint32_t>(value);
      break;
    case TimeClass::orso:
      e.mod = DateMod::approx;
      break;
    default:
      break;
  }
}

// "every" and "ampm" and the like need to know what stands beside them.
void note_together(const CompiledPattern& pattern, const Taken& taken, const std::vector<Atom>& atoms,
                   DateExpression& e) {
  const auto taken_as = [&](TimeClass c) -> const Atom* {
    for (std::size_t i = 0; i < pattern.size; ++i)
      if (taken[i] != kSkipped && (pattern.elements[i].classes & class_bit(c)) != 0 && atoms[taken[i]].is(class_bit(c)))
        return &atoms[taken[i]];
    return nullptr;
  };
  const bool counted = taken_as(TimeClass::number) != nullptr || taken_as(TimeClass::vague) != nullptr;
  if (!counted && (taken_as(TimeClass::a) != nullptr || e.form == year_ago)) e.quantity = 1;
  if (taken_as(TimeClass::a) != nullptr && e.quantity == 0) e.quantity = 1;
  if (e.form == duration && taken_as(TimeClass::half) != nullptr) {
    e.and_half = true;
    e.quantity = 0;
    if (const Atom* unit = taken_as(TimeClass::unit)) e.unit = static_cast<TimeUnit>(unit->value_of(TimeClass::unit));
  }
  if (e.form == set) {
    const Atom* word = taken_as(TimeClass::setword);
    if (word != nullptr) {
      e.unit = static_cast<TimeUnit>(word->value % 100);
      e.quantity = word->value >= 100 ? 2 : 1;
    }
  }
  if (const Atom* word = taken_as(TimeClass::lengthword)) {
    if (e.unit == TimeUnit::none) e.unit = static_cast<TimeUnit>(word->value);
    if (e.quantity == 0 && !e.plural) e.quantity = 1;
  }
  if (e.form == year_ago && e.plural == false && taken_as(TimeClass::units) == nullptr &&
      taken_as(TimeClass::number) == nullptr)
    e.quantity = 1;
  if (e.form == part_of_day) e.deictic_part = taken_as(TimeClass::relation) != nullptr;
  if (e.form == clock) {
    if (const Atom* half = taken_as(TimeClass::ampm)) {
      const int hour = e.clock >= 0 ? e.clock : e.quantity * 60;
      e.clock = static_cast<std::int16_t>(hour % 720 + half->value);
    } else if (e.clock < 0) {
      const bool hours_and_minutes = taken_as(TimeClass::zone) != nullptr && e.quantity >= 25;
      const int minutes = hours_and_minutes ? e.quantity / 100 * 60 + e.quantity % 100 : e.quantity * 60;
      e.clock = static_cast<std::int16_t>(minutes <= 1440 ? minutes : -1);
    }
    if (e.part != DayPart::none && e.clock > 0 && e.clock < 720 && e.part != DayPart::morning)
      e.clock = static_cast<std::int16_t>(e.clock + 720);
    e.part = DayPart::none;
    e.quantity = 0;
  }
}

// "a year" of "a year-earlier loss" ends within a hyphened word: another row must explain the rest.
bool ends_within_word(const std::vector<Atom>& atoms, std::size_t end) {
  constexpr TimeClassSet kUnits = class_set(TimeClass::unit, TimeClass::article, TimeClass::a, TimeClass::number,
                                            TimeClass::quarter, TimeClass::ordinal);
  if (end + 1 >= atoms.size() || !atoms[end].is(class_set(TimeClass::dash)) || !atoms[end].glued) return false;
  return atoms[end - 1].is(kUnits) && !atoms[end - 1].is(class_set(TimeClass::year, TimeClass::day));
}

// Two relations only as in "this past spring", "this coming Sunday": "that last week" is a conjunction and a date.
bool relations_agree(const CompiledPattern& pattern, const Taken& taken, const std::vector<Atom>& atoms) {
  const Atom* first = nullptr;
  for (std::size_t i = 0; i < pattern.size; ++i) {
    if (taken[i] == kSkipped || !atoms[taken[i]].is(class_set(TimeClass::relation))) continue;
    const bool adjacent = first != nullptr && first + 1 == &atoms[taken[i]];
    if (adjacent) return static_cast<Relation>(first->value_of(TimeClass::relation)) == Relation::present;
    first = &atoms[taken[i]];
  }
  return true;
}

// Rows whose words fit but whose numbers don't: "the third year" is no century, "10:61 p.m." no time.
bool makes_sense(const DateExpression& e, std::string_view pattern) {
  if (e.form == century) return e.unit == TimeUnit::century && e.ordinal > 0;
  if (e.form == clock) return e.clock >= 0 && e.clock <= 1440;
  if (e.month != 0 && e.day != 0 && e.day > 31) return false;
  if (e.form == calendar && e.unit == TimeUnit::quarter && e.relation == Relation::that) return false;
  if (e.form == calendar && e.month != 0 && e.ordinal > 31) return false;
  if (e.form == calendar && (e.unit == TimeUnit::quarter || e.unit == TimeUnit::half) && e.ordinal > 4) return false;
  if (e.form == story_unit && e.relation == Relation::end) return false;  // "the final period" of a match
  if (e.form == duration && e.unit == TimeUnit::none) return false;
  if (e.form == duration && e.relation == Relation::that) return false;  // "said that four days"
  if (pattern == "article yearword year|number") return e.form == nothing || e.year != 0;
  return true;
}

constexpr std::int32_t kLastYear = 2999;  // beyond it, a number is no year of the news

DateExpression express(const DatePattern& row, const CompiledPattern& pattern, const Taken& taken,
                       const std::vector<Atom>& atoms) {
  DateExpression e;
  e.form = row.form;
  for (std::size_t i = 0; i < pattern.size; ++i) {
    if (taken[i] == kSkipped) continue;
    const Atom& atom = atoms[taken[i]];
    const TimeClass c = class_within(atom, pattern.elements[i].classes);
    note(c, atom.value_of(c), e);
  }
  if (e.form == calendar && e.month != 0 && e.ordinal > 0) {
    e.day = e.ordinal;
    e.ordinal = 0;
  }
  if (e.form == calendar && e.unit == TimeUnit::year && e.relation == Relation::none && e.year == 0) {
    if (e.quantity >= 1000 && e.quantity <= kLastYear) e.year = static_cast<std::int16_t>(e.quantity);
    if (e.quantity == 0 || e.quantity > kLastYear) e.form = nothing;  // "the year 0", "the year 99999"
  }
  note_together(pattern, taken, atoms, e);
  return e;
}

// Makes `best` what that row finds at atoms[first], if it reaches farther.
void try_row(std::size_t row, const std::vector<Atom>& atoms, std::size_t first, PatternMatch& best) {
  Taken taken;
  const std::size_t end = match_from(kCompiled[row], 0, atoms, first, taken);
  if (end == kSkipped || end <= best.end_atom) return;
  if (ends_within_word(atoms, end) || !relations_agree(kCompiled[row], taken, atoms)) return;
  const DateExpression e = express(kPatterns[row], kCompiled[row], taken, atoms);
  if (makes_sense(e, kPatterns[row].pattern)) best = {row, end, e};
}

}  // namespace

std::span<const DatePattern> date_patterns() { return kPatterns; }

bool may_begin_expression(const std::vector<Atom>& atoms, std::size_t first) {
  const bool stands_alone = first + 1 == atoms.size() || atoms[first + 1].classes == 0;
  return atoms[first].is(stands_alone ? kAlone : kStarts);
}

PatternMatch match_patterns(const std::vector<Atom>& atoms, std::size_t first) {
  PatternMatch best;
  best.end_atom = first;
  RowSet begun{}, going_on = kRowIndex.alone;
  add_rows(kRowIndex.first, atoms[first].classes, begun);
  if (first + 1 < atoms.size()) add_rows(kRowIndex.second, atoms[first + 1].classes, going_on);
  for (std::size_t i = 0; i < kRowWords; ++i)
    for (std::uint64_t bits = begun[i] & going_on[i]; bits != 0; bits &= bits - 1)
      try_row(i * 64 + static_cast<std::size_t>(std::countr_zero(bits)), atoms, first, best);
  if (best.end_atom == first) return best;
  DateExpression& e = best.expression;
  e.span = {atoms[first].span.start, atoms[best.end_atom - 1].span.end};
  e.first_token = atoms[first].first_token;
  e.end_token = atoms[best.end_atom - 1].end_token;
  return best;
}

}  // namespace wirecut
