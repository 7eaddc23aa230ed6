// What else an organisation may be called in the same story.
#pragma once

#include <cstdint>
#include <vector>

#include "entities/forms.h"
#include "lexicon/lexicon.h"
#include "wirecut/story.h"

namespace wirecut {

// How sure it is that another name stands for the same entity; the surest that fits counts.
enum class AliasRank : std::uint8_t { same, tail, skeleton, start, inner };

// The key that a name of the entity has: NameCore::key, chained from the keys of its words.
struct OtherName {
  std::uint64_t key;
  AliasRank rank;
};

// Puts the other names of the organisation `core` into `into`, in place of what is there:
//   "U.S. State Department"  -> "State Department" (tail), "U.S. State" (start), "USD", "SD" (same)
//   "Marks & Spencer Group"  -> "Spencer", "Marks", "M&S", "MS" ...
// Reads: text, tokens.
void list_other_names(const Story& story, const Lexicon& lexicon, const NameCore& core, std::vector<OtherName>& into);

// The key of what data/lexicon/organization_names.tsv says stands for all names of the organisation, with the country
// in front or without: "U.S. Federal Reserve" and "Fed" have one. 0: no row has it.
std::uint64_t listed_key(const Story& story, const Lexicon& lexicon, const NameCore& core);

}  // namespace wirecut
