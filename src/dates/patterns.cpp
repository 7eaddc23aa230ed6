// The grammar of time expressions as one table. A row is a flat sequence of classes (no nesting, at most twelve
// elements), so that matching needs no more than a loop with a little backtracking over optional elements; what the
// atoms say then is express()'s business. The longest match wins, so a row need not exclude what a longer row says.
// Precedent: HeidelTime's rules (Strötgen and Gertz 2010) on SynTime's token types.

#include "dates/patterns.h"

#include <algorithm>
#include <bit>

#include "dates/compiled_pattern.h"
#include "dates/express.h"
#include "dates/pattern_rows.h"
#include "dates/time_words.h"

namespace wirecut {
namespace {

constexpr auto kCompiled = [] {
  std::array<CompiledPattern, std::size(kPatterns)> compiled;
  for (std::size_t i = 0; i < compiled.size(); ++i) compiled[i] = compile(kPatterns[i].pattern);
  return compiled;
}();

// Which rows are worth a try at an atom, as bits in the order of the table: those that can begin with one of its
// classes, and either end there or go on with a class of the next atom; and whose last element that may not be missing
// has a class of some atom in reach, up to the next that says nothing of time. Most atoms of prose ("the", "of") leave
// none.
constexpr std::size_t kRowWords = (std::size(kPatterns) + 63) / 64;
using RowSet = std::array<std::uint64_t, kRowWords>;

struct RowIndex {
  std::array<RowSet, kTimeClassNames.size()> first{};   // by class of the first atom
  std::array<RowSet, kTimeClassNames.size()> second{};  // by class of the second
  std::array<RowSet, kTimeClassNames.size()> last{};    // by class of the last that may not be missing
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
    std::size_t last = pattern.size - 1;
    while (pattern.elements[last].optional) --last;
    add_row(index.last, pattern.elements[last].classes, row);
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

// Matches the row at atoms[at]; returns the end, or kSkipped where it doesn't fit. An optional element takes what it
// can, and gives it back where the rest doesn't fit then: the last one first.
std::size_t match_row(const CompiledPattern& pattern, const std::vector<Atom>& atoms, std::size_t at, Taken& taken) {
  Taken before;                       // of each optional element that took something: the one before it, or kSkipped
  std::size_t last_taken = kSkipped;  // the last of them
  for (std::size_t e = 0; e < pattern.size; ++e) {
    if (at < atoms.size() && atoms[at].is(pattern.elements[e].classes)) {
      taken[e] = at++;
      before[e] = last_taken;
      if (pattern.elements[e].optional) last_taken = e;
    } else {
      if (!pattern.elements[e].optional) {
        if (last_taken == kSkipped) return kSkipped;
        e = last_taken;
        at = taken[e];
        last_taken = before[e];
      }
      taken[e] = kSkipped;
    }
  }
  return at;
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

// "was hired in 1990 and two years later left": a year and a length, no "five to seven years"
bool begins_with_year(const CompiledPattern& pattern, const Taken& taken, const std::vector<Atom>& atoms) {
  bool year = false;
  for (std::size_t i = 0; i < pattern.size; ++i) {
    if (taken[i] == kSkipped || !atoms[taken[i]].is(class_set(TimeClass::number))) continue;
    if (year) return true;
    year = atoms[taken[i]].is(class_set(TimeClass::year));
  }
  return false;
}

// "two each year" counts things, "once two weeks have passed" no times, and "18 times a year earlier" is a factor.
bool counts_no_times(const std::vector<Atom>& atoms, std::size_t first, std::size_t end) {
  const bool counted = atoms[first].is(class_set(TimeClass::number, TimeClass::vague));
  const std::size_t word = first + (counted ? 1 : 0);
  if (word + 1 >= end || !atoms[word].is(class_set(TimeClass::every))) return false;
  const bool per_unit = atoms[word + 1].is(class_set(TimeClass::a));
  if (atoms[word].value != kTimesEach) return counted || per_unit;
  constexpr TimeClassSet kShifts = class_set(TimeClass::earlier, TimeClass::later, TimeClass::ago);
  return !per_unit || (end < atoms.size() && atoms[end].is(kShifts));
}

// "is insured past Sept. 1", "into and past Friday": a preposition. Not "the past winter".
bool is_past_behind(const DateExpression& e, const Atom& first) {
  return e.form == DateForm::calendar && (e.month != 0 || e.weekday != 0) && first.is(class_set(TimeClass::past));
}

// "The second five minutes later": no "first nine months"
bool counts_what_follows(const std::vector<Atom>& atoms, std::size_t first, std::size_t end) {
  if (end >= atoms.size() || !atoms[end].is(class_set(TimeClass::later, TimeClass::earlier, TimeClass::ago)))
    return false;
  if (atoms[first].is(class_set(TimeClass::article))) ++first;
  return atoms[first].is(class_set(TimeClass::ordinal));
}

// Makes `best` what that row finds at atoms[first], if it reaches farther.
void try_row(std::size_t row, const std::vector<Atom>& atoms, std::size_t first, PatternMatch& best) {
  Taken taken;
  const std::size_t end = match_row(kCompiled[row], atoms, first, taken);
  if (end == kSkipped || end <= best.end_atom) return;
  if (ends_within_word(atoms, end) || !relations_agree(kCompiled[row], taken, atoms)) return;
  const DateExpression e = express(kPatterns[row], kCompiled[row], taken, atoms);
  if (e.form == DateForm::duration &&
      (begins_with_year(kCompiled[row], taken, atoms) || counts_what_follows(atoms, first, end)))
    return;
  if (e.form == DateForm::set && counts_no_times(atoms, first, end)) return;
  if (makes_sense(e) && !is_past_behind(e, atoms[first])) best = {row, end, e};
}

}  // namespace

std::span<const DatePattern> date_patterns() { return kPatterns; }

Beginnings beginnings() { return {kStarts, kAlone}; }

PatternMatch match_patterns(const std::vector<Atom>& atoms, std::size_t first) {
  PatternMatch best;
  best.end_atom = first;
  TimeClassSet reach = 0;
  const std::size_t farthest = std::min(atoms.size(), first + kMaxElements);  // an element takes one atom
  for (std::size_t i = first; i < farthest && atoms[i].classes != 0; ++i) reach |= atoms[i].classes;
  RowSet begun{}, ending{}, going_on = kRowIndex.alone;
  add_rows(kRowIndex.first, atoms[first].classes, begun);
  if (first + 1 < atoms.size()) add_rows(kRowIndex.second, atoms[first + 1].classes, going_on);
  add_rows(kRowIndex.last, reach, ending);
  for (std::size_t i = 0; i < kRowWords; ++i)
    for (std::uint64_t bits = begun[i] & going_on[i] & ending[i]; bits != 0; bits &= bits - 1)
      try_row(i * 64 + static_cast<std::size_t>(std::countr_zero(bits)), atoms, first, best);
  if (best.end_atom == first) return best;
  DateExpression& e = best.expression;
  e.span = {atoms[first].span.start, atoms[best.end_atom - 1].span.end};
  e.first_token = atoms[first].first_token;
  e.end_token = atoms[best.end_atom - 1].end_token;
  return best;
}

}  // namespace wirecut
