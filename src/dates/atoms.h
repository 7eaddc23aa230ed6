// From tokens to atoms: the pieces that the patterns of dates/ are spelled in. A word of the lexicon, a shape of
// digits, one piece of a hyphened word ("third", "-", "quarter") is one atom; all other words between two atoms are one
// atom of class `none`.
#pragma once

#include <cstdint>
#include <vector>

#include "dates/time_class.h"
#include "dates/time_words.h"
#include "wirecut/story.h"

namespace wirecut {

struct Atom {
  Span span;
  std::uint32_t first_token = 0;
  std::uint32_t end_token = 0;
  TimeClassSet classes = 0;
  TimeClass main = TimeClass::none;  // the class that `value` belongs to, and any other but `second`
  TimeClass second = TimeClass::none;
  std::int32_t value = 0;
  std::int32_t second_value = 0;
  bool glued = false;  // no white space before it: a piece of the same hyphened word, or a mark

  bool is(TimeClassSet any_of) const { return (classes & any_of) != 0; }
  std::int32_t value_of(TimeClass c) const { return c == second ? second_value : value; }
};

// A full date packed in Atom::value: ((year * 16) + month) * 32 + day.
constexpr std::int32_t pack_full_date(int year, int month, int day) { return (year * 16 + month) * 32 + day; }

// Puts the atoms of one sentence into `into`; false, and none, where no word of it can open an expression. `memory`
// is used again from call to call.
bool cut_atoms(const Story& story, const Sentence& sentence, const TimeWords& time_words,
               std::vector<std::uint32_t>& memory, std::vector<Atom>& into);

}  // namespace wirecut
