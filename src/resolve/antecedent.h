// Whom "who" and "which" mean: "Roe, who said ...", "critics who say ...".
#pragma once

#include <cstdint>
#include <optional>

#include "lexicon/lexicon.h"
#include "resolve/cast.h"
#include "wirecut/story.h"

namespace wirecut {

// An entity, or the tokens [first, end) of a noun phrase; neither where the sentence has nothing before the pronoun.
struct Antecedent {
  std::optional<EntityId> entity;
  std::uint32_t first = 0, end = 0;
};

// Of the relative pronoun at `token` in `sentence`. `of_people`: it is "who", not "which" or "that".
Antecedent find_antecedent(const Story& story, const Lexicon& lexicon, const Cast& cast, std::uint32_t token,
                           std::uint32_t sentence, bool of_people);

}  // namespace wirecut
