// An expression where it stands: what the filter asks of its words and of those beside it.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "dates/atoms.h"
#include "dates/extend.h"
#include "lexicon/word_use.h"
#include "wirecut/story.h"

namespace wirecut {

struct Surroundings {
  const Story& story;
  const Sentence& sentence;
  const std::vector<Atom>& atoms;  // of the sentence
  const Found& found;
  const Table& neighbours;  // date_neighbours.tsv

  const DateExpression& expression() const { return found.expression; }
  bool single() const { return found.end_atom - found.first_atom == 1; }
  const Atom& first() const { return atoms[found.first_atom]; }

  // Of the same sentence, or null.
  const Token* token_before() const {
    return expression().first_token > sentence.first_token ? &story.tokens[expression().first_token - 1] : nullptr;
  }
  const Token* token_behind() const {
    return expression().end_token < sentence.end_token ? &story.tokens[expression().end_token] : nullptr;
  }

  // Their lower_hash, or 0.
  std::uint64_t hash_before() const { return token_before() != nullptr ? token_before()->lower_hash : 0; }
  std::uint64_t hash_behind() const { return token_behind() != nullptr ? token_behind()->lower_hash : 0; }

  // Whether they are words of date_neighbours.tsv with that use.
  bool is_behind(std::string_view use) const { return has_use(neighbours, hash_before(), use); }
  bool is_before(std::string_view use) const { return has_use(neighbours, hash_behind(), use); }
};

}  // namespace wirecut
