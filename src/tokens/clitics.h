// Short words that an apostrophe opens: "'s" behind another, "'em" alone.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "lexicon/hash.h"  // to_lower()
#include "tokens/char_class.h"

namespace wirecut {

// The end of the one of `words`, in lower case, that stands at `from` as a whole word; 0 where none does.
inline std::size_t end_of_one(std::string_view text, std::size_t from, std::span<const std::string_view> words) {
  for (const std::string_view word : words) {
    std::size_t i = 0;
    while (i < word.size() && from + i < text.size() && to_lower(text[from + i]) == word[i]) ++i;
    if (i == word.size() && !is_alnum(char_at(text, from + i).kind)) return from + i;
  }
  return 0;
}

// Where a clitic ends that begins with the apostrophe at `at` ("'s", "'re"; "n't" is found apart); 0 where none does.
inline std::size_t clitic_end(std::string_view text, std::size_t at) {
  static constexpr std::string_view kClitics[] = {"s", "re", "ve", "ll", "d", "m"};
  return end_of_one(text, at + char_at(text, at).size, kClitics);
}

// The same of words that lack their beginning: "'90s", "'em".
inline std::size_t clipped_end(std::string_view text, std::size_t at) {
  static constexpr std::string_view kClippedWords[] = {"em", "tis", "twas", "til", "cause", "bout", "round", "n"};
  const std::size_t from = at + char_at(text, at).size;
  const auto is_digit = [&](std::size_t i) { return char_at(text, i).kind == CharClass::digit; };
  if (!is_digit(from) || !is_digit(from + 1)) return end_of_one(text, from, kClippedWords);
  const bool is_decade = from + 2 < text.size() && to_lower(text[from + 2]) == 's';
  const std::size_t end = from + (is_decade ? 3 : 2);
  return is_alnum(char_at(text, end).kind) ? 0 : end;
}

}  // namespace wirecut
