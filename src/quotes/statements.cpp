// Told by tags and borders alone: a finite verb that is the sentence's own, not that of a clause within. Words that
// lean on a main clause, `If the road is shut`, need one behind a comma.

#include "quotes/statements.h"

#include <algorithm>

#include "quotes/drafts.h"
#include "quotes/subject_phrases.h"

namespace wirecut {
namespace {

// A subject and its verb, up to a comma or the end: not `which was late`, `but left`, `in May`.
bool is_main_clause(Items words) {
  bool has_noun = false;
  for (const Item& item : words) {
    if (item.boundary == Boundary::comma) return false;
    if (has_noun && is_finite_verb(item)) return true;
    const bool joins = has_noun && (item.word == hash_word("and") || item.boundary == Boundary::paren);
    if ((item.boundary != Boundary::none && !joins && !item.is_inside_name()) || item.is_verb) return false;
    has_noun |= is_noun_or_name(item) || item.has_tag(PosTag::EX) || item.has_tag(PosTag::DT);
  }
  return false;
}

// `If the road is shut, the mill will close`, `To save money, the firm plans to sell it`: whether behind a comma the
// clause stands that the opening words lean on. Not `asked about the mill, which is shut`.
bool has_main_clause_behind_comma(Items words) {
  for (std::size_t i = 0; i + 2 < words.size(); ++i)
    if (words[i].boundary == Boundary::comma && is_main_clause(words.subspan(i + 1))) return true;
  return false;
}

// `In a sign of how late it was`: the first verb is that of a clause within.
bool has_verb_of_clause_only(Items words) {
  const auto verb = std::find_if(words.begin(), words.end(), is_finite_verb);
  return std::any_of(words.begin() + 1, verb, [](const Item& item) {
    return item.boundary == Boundary::that || item.boundary == Boundary::wh || item.boundary == Boundary::subordinator;
  });
}

// `Jane Roe, who runs the mill`: no verb but those of clauses that describe.
bool has_only_described(Items words) {
  bool is_open = false, has_clause = false;
  for (const Item& item : words) {
    if (item.word == hash_word("who") || item.word == hash_word("which")) {
      is_open = has_clause = true;
    } else if (is_finite_verb(item) || (item.has_tag(PosTag::VBN) && !has_clause)) {
      if (!is_open) return false;  // taggers take "The suit set apart a rival, which" for a participle
      is_open = false;
    }
  }
  return has_clause;
}

}  // namespace

bool is_statement(const QuoteItems& items, Part part, const ItemRange& range) {
  constexpr std::uint32_t kFewestItems = 3;
  if (range.end < range.first + kFewestItems) return false;
  const auto in = items_of(items, range);
  if (!is_outside_marks(in.front()) || !is_outside_marks(in.back())) return false;
  const Item& first = in.front();
  const bool opens_clause = first.boundary == Boundary::none ||  // not "But when that was asked, he laughed"
                            (first.boundary == Boundary::conjunction && in[1].boundary == Boundary::none);
  if (opens_clause && part == Part::headline) return true;
  const Item& opening = first.boundary == Boundary::conjunction || is_adverb(first) ? in[1] : first;  // "Yet asked why"
  if (!opens_clause || has_one_of(opening, {PosTag::VBG, PosTag::VBN}) ||
      (opening.has_tag(PosTag::IN) && has_verb_of_clause_only(in)))
    return has_main_clause_behind_comma(in);
  if (has_only_described(in)) return false;
  // Taggers take "Hail destroyed vines" for "hail, destroyed by vines" now and then.
  const auto is_past = [](const Item& item) { return is_finite_verb(item) || item.has_tag(PosTag::VBN); };
  return std::any_of(in.begin(), in.end(), is_finite_verb) ||
         (!opening.has_tag(PosTag::IN) && std::any_of(in.begin() + 1, in.end(), is_past));
}

}  // namespace wirecut
