// A verb before "that" and a finite verb behind the day: the day is the subject of what was said.

#include "dates/conjunction.h"

#include "lexicon/verb_tags.h"

namespace wirecut {
namespace {

using enum TimeClass;

// "that Friday", "that January", of two words
bool is_that_day(const Found& found, const std::vector<Atom>& atoms) {
  const DateExpression& e = found.expression;
  const bool names_day = e.form == DateForm::calendar && (e.weekday != 0 || e.month != 0);
  return names_day && e.relation == Relation::that && found.end_atom - found.first_atom == 2 &&
         atoms[found.first_atom].is(class_set(relation));
}

}  // namespace

void leave_out_conjunctions(const Story& story, const std::vector<Atom>& atoms, std::vector<Found>& found) {
  if (story.pos_tags.size() != story.tokens.size()) return;
  for (Found& f : found) {
    DateExpression& e = f.expression;
    if (!is_that_day(f, atoms) || e.first_token == 0 || e.end_token >= story.tokens.size()) continue;
    if (!is_verb_tag(story.pos_tags[e.first_token - 1]) || !is_finite_tag(story.pos_tags[e.end_token])) continue;
    ++f.first_atom;
    e.relation = Relation::none;
    e.span.start = atoms[f.first_atom].span.start;
    e.first_token = atoms[f.first_atom].first_token;
  }
}

}  // namespace wirecut
