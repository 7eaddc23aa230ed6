// Sentence by sentence: tokens are cut into atoms (atoms.cpp), the patterns are tried where an atom says something
// about time (patterns.cpp), the longest match from the left wins, modifiers beside it join in (extend.cpp), the "that"
// of a clause is left out (conjunction.cpp), days that share its month are added (shared_month.cpp), and what only
// looks like a time expression is dropped (filter.cpp). Once all are found, they settle whether "03/05/2024" opens with
// its day (day_order.cpp). The scheme is SynTime's (Zhong, Sun and Cambria 2017): time
// expressions are short and nearly all hold a word of a small closed vocabulary. Expressions are found without tags;
// where a tagger ran, they decide doubtful ones, and names keep persons called May apart.

#include "dates/dates.h"

#include "dates/atoms.h"
#include "dates/conjunction.h"
#include "dates/day_order.h"
#include "dates/extend.h"
#include "dates/filter.h"
#include "dates/patterns.h"
#include "dates/shared_month.h"

namespace wirecut {
namespace {

void match_sentence(const std::vector<Atom>& atoms, std::vector<Found>& found) {
  const Beginnings begins = beginnings();
  found.clear();
  const std::size_t count = atoms.size();
  for (std::size_t at = 0; at < count;) {
    const auto stands_alone = [&] { return at + 1 == count || atoms[at + 1].classes == 0; };
    if (!atoms[at].is(begins.any) || (!atoms[at].is(begins.alone) && stands_alone())) {
      ++at;
      continue;
    }
    const PatternMatch match = match_patterns(atoms, at);
    if (match.end_atom == at) {
      ++at;
      continue;
    }
    found.push_back({match.expression, at, match.end_atom});
    at = match.end_atom;
  }
}

}  // namespace

std::vector<DateExpression> find_dates(const Story& story, const TimeWords& time_words) {
  std::vector<DateExpression> expressions;
  std::vector<std::uint32_t> memory;
  std::vector<Atom> atoms;
  std::vector<Found> found;
  constexpr std::size_t kOften = 16;  // no more of them in most stories, and in most sentences
  expressions.reserve(kOften);
  found.reserve(kOften);
  atoms.reserve(4 * kOften);
  for (const Sentence& sentence : story.sentences) {
    if (!cut_atoms(story, sentence, time_words, memory, atoms)) continue;
    match_sentence(atoms, found);
    leave_out_conjunctions(story, atoms, found);
    extend_expressions(atoms, found);
    find_shared_months(story, sentence, atoms, found);
    for (const Found& f : found)
      if (is_time_expression({story, sentence, atoms, f, time_words.neighbours()})) expressions.push_back(f.expression);
  }
  settle_day_order(story, expressions);
  return expressions;
}

}  // namespace wirecut
