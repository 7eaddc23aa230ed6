#include "quotes/role_features.h"

#include <cstdlib>

namespace wirecut {

CueView view_cue(const ParagraphView& paragraph, std::uint32_t first, std::uint32_t end) {
  std::uint32_t head = first;
  for (std::uint32_t i = first; i < end; ++i)
    if (paragraph[i].is_verb || paragraph[i].is_cue_word()) head = i;
  const ItemView* at = paragraph.at(first);
  CueView cue;
  cue.first = first;
  cue.end = end;
  cue.verb = paragraph.at(head);
  cue.before = &at[-1];
  cue.after = paragraph.at(end);
  cue.pos_before_and_own = side_by_side(cue.before->pos, cue.verb->pos);
  cue.marks_around = side_by_side(cue.before->mark, cue.after->mark);
  cue.own_cue = cue.verb->cue;
  cue.sentence = at->sentence;
  cue.counts_before = at->counts;
  cue.counts_behind = paragraph[end - 1].counts_behind;
  cue.opens_sentence = first == at->sentence_first;
  return cue;
}

ItemRange role_window(const ParagraphView& paragraph, std::uint32_t cue_first, std::uint32_t cue_end) {
  ItemRange range{cue_first, cue_end};
  // A neighbouring sentence matters where it holds a quotation.
  const auto has_unit = [&](const ItemView& at) {
    return at.has_unit_before_end() || paragraph[at.sentence_end - 1].is_unit;
  };
  const int sentence = paragraph[cue_first].sentence;
  const auto near = [&](std::uint32_t i) {
    const int far = std::abs(paragraph[i].sentence - sentence);
    return far == 0 || (far == 1 && has_unit(paragraph[i]));
  };
  while (range.first > 0 && cue_first - range.first < kRoleReach && near(range.first - 1)) --range.first;
  while (range.end < paragraph.size() && range.end - cue_end < kRoleReach && near(range.end)) ++range.end;
  const auto is_pure = [&](std::uint32_t i) { return paragraph[i].is_unit && paragraph[i].ends_sentence; };
  for (std::uint32_t n = 0; n < kPureUnits && range.end < paragraph.size() && is_pure(range.end); ++n) ++range.end;
  for (std::uint32_t n = 0; n < kPureUnits && range.first > 0 && is_pure(range.first - 1); ++n) --range.first;
  return range;
}

}  // namespace wirecut
