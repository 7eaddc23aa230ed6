// The titles and roles that a story gives a person beside the name.
//   "Russian Foreign Minister Sergey Lavrov"   -> "Russian Foreign Minister"
//   "John Roe, 45, a spokesman for Acme,"      -> "spokesman for Acme"
//   "the finance minister, John Roe, said"     -> "finance minister"
#pragma once

#include <vector>

#include "entities/forms.h"
#include "lexicon/lexicon.h"
#include "wirecut/story.h"

namespace wirecut {

// Tokens [first, end) of a title, and what it tells.
struct Title {
  std::uint32_t first = 0;
  std::uint32_t end = 0;
  Gender gender = Gender::unknown;
  // A name in the genitive in front of it ("Russia's foreign minister"), as an index into Story::names; or no_name.
  static constexpr std::uint32_t no_name = 0xFFFFFFFF;
  std::uint32_t owner = no_name;
};

// The titles of the person story.names[name], in text order; none in a story whose tokens are not tagged but for those
// that stand in the word list whole. name_at[t] is the index of the name that token t belongs to, or Title::no_name.
std::vector<Title> find_titles(const Story& story, const Lexicon& lexicon, const std::vector<std::uint32_t>& name_at,
                               std::uint32_t name, const NameCore& core);

}  // namespace wirecut
