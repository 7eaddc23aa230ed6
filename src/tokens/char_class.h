// What a code point is to the tokeniser, and its lower case.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace wirecut {

enum class CharClass : std::uint8_t {
  space,      // white space and control characters
  ignorable,  // zero width: joiners, soft hyphen, bidirectional marks; never ends a word
  upper,      // upper and title case letters
  lower,
  letter,  // letters of scripts without case
  mark,    // combining marks: part of the letter before
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

constexpr CharClass ascii_class(unsigned char c) {
  if (c <= ' ' || c == 127) return CharClass::space;
  if (c >= 'A' && c <= 'Z') return CharClass::upper;
  if (c >= 'a' && c <= 'z') return CharClass::lower;
  if (c >= '0' && c <= '9') return CharClass::digit;
  switch (c) {
    case '\'':
      return CharClass::apostrophe;
    case '"':
    case '`':
      return CharClass::quote;
    case '-':
      return CharClass::hyphen;
    case '$':
    case '+':
    case '<':
    case '=':
    case '>':
    case '^':
    case '|':
    case '~':
      return CharClass::symbol;
    default:
      return CharClass::punctuation;
  }
}

inline constexpr std::array<CharClass, 128> kAsciiClass = [] {
  std::array<CharClass, 128> table{};
  for (unsigned char c = 0; c < 128; ++c) table[c] = ascii_class(c);
  return table;
}();

// char_at() where a character beyond ASCII begins.
Char wide_char_at(std::string_view text, std::size_t byte_pos);

// The character at text[byte_pos], which must be a boundary of valid UTF-8; white space beyond the end.
inline Char char_at(std::string_view text, std::size_t byte_pos) {
  if (byte_pos >= text.size()) return {};
  const auto byte = static_cast<unsigned char>(text[byte_pos]);
  return byte < 0x80 ? Char{byte, 1, kAsciiClass[byte]} : wide_char_at(text, byte_pos);
}

// The lower case of an upper case code point (simple mapping); any other is returned as it is.
std::uint32_t lower_of(std::uint32_t code);

}  // namespace wirecut
