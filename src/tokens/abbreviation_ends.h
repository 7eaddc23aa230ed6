// What tells whether a sentence goes on behind an hour, "7 p.m.", or a firm, "Acme Corp.", before a word with a
// capital.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "lexicon/lexicon.h"
#include "wirecut/story.h"

namespace wirecut {

struct TokenView {
  std::string_view text;  // of the story
  std::span<const Token> tokens;
  const Lexicon& lexicon;

  char first_byte(const Token& token) const { return text[token.span.start]; }
  bool has_capital(std::uint32_t i) const { return i < tokens.size() && tokens[i].has(kCapitalized); }
};

// "hour", "firm", "title" ...; empty for what is no abbreviation.
std::string_view abbreviation_kind(const TokenView& view, const Token& token);

// "U.S.", "ACM.N"
bool has_stop(const TokenView& view, const Token& token);

// "At around 10.30 a.m. Mrs. Roe arrived": no end behind the hour at `stop`, whatever follows.
bool opens_with_hour(const TokenView& view, std::uint32_t stop);

// Whether the word at `i`, which has a capital, goes on with the hour or the firm that the token at `stop` ends:
//   "5 a.m. Wednesday", "9:30 a.m. EST", "3 p.m. Hong Kong time", "7 p.m. Christmas Eve", "the 7 p.m. Mass"
bool hour_goes_on(const TokenView& view, std::uint32_t stop, std::uint32_t i);
//   "Acme Co. Ltd.", "Acme Corp. ACM.N", "Acme Inc. President Ann Roe", "Acme Corp. Thursday announced"; "Newry, Co.
//   Down" is a county
bool firm_goes_on(const TokenView& view, std::uint32_t stop, std::uint32_t i);

}  // namespace wirecut
