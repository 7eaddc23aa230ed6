// What a code point is to the tokeniser, and its lower case.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace wirecut {

enum class CharClass : std::uint8_t {
  space,        // white space and control characters
  ignorable,    // zero width: joiners, soft hyphen, bidirectional marks; never ends a word
  upper,        // upper and title case letters
  lower,
  letter,       // letters of scripts without case
  mark,         // combining marks: part of the letter before
  digit,
  apostrophe,   // ' ’ ʼ: whether it quotes, the context decides
  quote,        // quotation marks that are never an apostrophe
  hyphen,       // joins the parts of a word: - and its two Unicode twins
  punctuation,  // dashes too
  symbol,
};

constexpr bool is_letter(CharClass c) { return c >= CharClass::upper && c <= CharClass::mark; }
constexpr bool is_alnum(CharClass c) { return c >= CharClass::upper && c <= CharClass::digit; }

struct Char {
  std::uint32_t code = 0;
  std::uint8_t size = 1;  // bytes
  CharClass kind = CharClass::space;
};

// The character at text[byte_pos], which must be a boundary of valid UTF-8; white space beyond the end.
Char char_at(std::string_view text, std::size_t byte_pos);

// The lower case of an upper case code point (simple mapping); any other is returned as it is.
std::uint32_t lower_of(std::uint32_t code);

}  // namespace wirecut
