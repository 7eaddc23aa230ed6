// Single characters as the parser of structure sees them: blanks, dashes and letters of UTF-8 text, by byte position.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string_view>

#include "lexicon/hash.h"  // to_lower()
#include "lexicon/utf8.h"

namespace wirecut {

constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_high(char c) { return (static_cast<unsigned char>(c) & 0x80) != 0; }
constexpr bool is_letter(char c) { return is_upper(c) || is_lower(c); }
constexpr bool is_visible(char c) { return c > ' ' && c < 0x7f; }  // ASCII that is neither blank nor control code

// blank_at() and newline_at() of what is_visible() doesn't tell.
std::size_t rare_blank_at(std::string_view text, std::size_t at);
std::size_t rare_newline_at(std::string_view text, std::size_t at);

// Length in bytes of what stands at `at`, or 0 where it is something else (or the end of the text).
inline std::size_t blank_at(std::string_view text, std::size_t at) {  // space, tab, NBSP, control codes; no line break
  if (at >= text.size() || is_visible(text[at])) return 0;
  return text[at] == ' ' ? 1 : rare_blank_at(text, at);
}
inline std::size_t newline_at(std::string_view text, std::size_t at) {  // LF, CR LF, CR, form feed, U+2028 ...
  return at >= text.size() || is_visible(text[at]) || text[at] == ' ' ? 0 : rare_newline_at(text, at);
}
std::size_t high_dash_at(std::string_view text, std::size_t at);     // of those beyond ASCII
std::size_t spelled_dash_at(std::string_view text, std::size_t at);  // "&mdash;", left of a web page
// Hyphen-minus, U+2010..2015, minus, the line of boxes U+2500, garbled and spelled ones.
inline std::size_t dash_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  if (text[at] == '-') return 1;
  if (text[at] == '&') return spelled_dash_at(text, at);
  return text[at] == '\xe2' || text[at] == '\xc3' ? high_dash_at(text, at) : 0;
}

// The position behind all blanks from `at` on.
inline std::size_t skip_blanks(std::string_view text, std::size_t at) {
  while (const std::size_t length = blank_at(text, at)) at += length;
  return at;
}

// `text` without blanks and line breaks at its ends.
std::string_view trim(std::string_view text);

// The first bytes of `text`, up to `most`, without a character that they would cut in two.
inline std::string_view first_bytes(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text;
  while (most > 0 && is_continuation(text[most])) --most;
  return text.substr(0, most);
}

// A letter of any Latin script begins at `at`: ASCII, or two bytes from U+00C0 on, or three from U+1E00 on. The lead
// bytes C3..CF and E1 decide; punctuation (E2) is none.
bool high_letter_at(std::string_view text, std::size_t at);  // of those beyond ASCII
inline bool letter_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  return is_high(text[at]) ? high_letter_at(text, at) : is_letter(text[at]);
}

// An upper-case letter begins at `at`, as far as Latin-1 and Latin Extended-A tell.
bool upper_at(std::string_view text, std::size_t at);

// Equal but for the case of ASCII letters.
inline bool same_ignoring_case(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i)
    if (to_lower(a[i]) != to_lower(b[i])) return false;
  return true;
}

template <std::size_t N>
bool is_one_of(const std::string_view (&list)[N], std::string_view word) {
  return std::any_of(std::begin(list), std::end(list), [&](std::string_view w) { return same_ignoring_case(w, word); });
}

// A few bytes that a text is searched for.
class ByteSet {
 public:
  constexpr explicit ByteSet(std::string_view bytes) {
    for (const char c : bytes) has_[static_cast<unsigned char>(c)] = true;
  }

  bool any_in(std::string_view text) const {
    return std::any_of(text.begin(), text.end(), [&](char c) { return has_[static_cast<unsigned char>(c)]; });
  }

 private:
  std::array<bool, 256> has_{};
};

// A list of words in lower case that is asked often: a table of hashes, built by the compiler.
template <std::size_t N>
class WordSet {
 public:
  constexpr explicit WordSet(const std::string_view (&words)[N]) {
    for (std::size_t i = 0; i < N; ++i) {
      std::size_t at = hash(words[i]) & kMask;
      while (!slots_[at].word.empty()) at = (at + 1) & kMask;
      slots_[at] = {words[i], i};
    }
  }

  bool has(std::string_view word) const { return index_of(word) < N; }  // in any case

  // Its place in the list; N where it is none of them.
  std::size_t index_of(std::string_view word) const {
    for (std::size_t at = hash(word) & kMask; !slots_[at].word.empty(); at = (at + 1) & kMask)
      if (same_ignoring_case(slots_[at].word, word)) return slots_[at].index;
    return N;
  }

 private:
  static constexpr std::size_t kMask = std::bit_ceil(2 * N) - 1;
  static constexpr std::size_t hash(std::string_view word) {
    if (word.empty()) return 0;
    return word.size() * 7 + static_cast<std::size_t>(to_lower(word.front())) * 31 +
           static_cast<std::size_t>(to_lower(word.back())) * 131 +
           static_cast<std::size_t>(to_lower(word[word.size() / 2])) * 17;
  }

  struct Slot {
    std::string_view word;  // empty: free
    std::size_t index = 0;
  };
  std::array<Slot, kMask + 1> slots_{};
};

// Has letters, and none of them in lower case. ASCII decides.
bool is_all_caps(std::string_view text);

// `a` becomes `b`, which is in lower case, by one letter put in, left out, exchanged for another or swapped with its
// neighbour.
bool is_one_slip_away(std::string_view a, std::string_view b);

// What ends a sentence stands last, quotation marks and brackets behind it aside.
bool ends_sentence(std::string_view text);

}  // namespace wirecut
