// The forms are those of Reuters Instrument Codes; lengths are of those met in 4,000 stories.

#include "tokens/market_code.h"

#include <algorithm>

namespace wirecut {
namespace {

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_of_code(char c) { return is_capital(c) || is_digit(c); }

// The end of the characters from `at` on of which `is_one` is true, but no more than `most`.
template <typename IsOne>
std::size_t end_of_run(std::string_view text, std::size_t at, std::size_t most, IsOne is_one) {
  const std::size_t end = std::min(text.size(), at + most);
  while (at < end && is_one(text[at])) ++at;
  return at;
}

char char_or_end(std::string_view text, std::size_t at) { return at < text.size() ? text[at] : '\0'; }

// `end`, if a word may end there: a full stop may stand behind it, an address may not go on.
std::size_t whole(std::string_view text, std::size_t end) {
  const char behind = char_or_end(text, end);
  const bool goes_on =
      is_of_code(behind) || is_lower(behind) || static_cast<unsigned char>(behind) >= 0x80 || behind == '_' ||
      behind == '-' || behind == '@' || behind == '/' || behind == '=' ||
      (behind == '.' && (is_of_code(char_or_end(text, end + 1)) || is_lower(char_or_end(text, end + 1))));
  return goes_on ? 0 : end;
}

std::size_t index_end(std::string_view text, std::size_t start) {
  constexpr std::size_t kShortest = 3, kLongest = 14;
  const std::size_t end = end_of_run(text, start + 1, kLongest, is_of_code);
  const std::string_view word = text.substr(start + 1, end - start - 1);
  // What the capitals of an address or of a product of that form leave: ".NET".
  if (word.size() < kShortest || !is_capital(word[0]) || word == "NET" || word == "COM" || word == "ORG") return 0;
  return whole(text, end);
}

// "N" in "BAC.N"; a lone letter in front of a lone letter is rather an acronym's, but for the many of New York. Where a
// space was lost, the next sentence may open with "A" or "I": "BAC.A spokesman".
std::size_t share_end(std::string_view text, std::string_view share, std::size_t stop) {
  constexpr std::size_t kLongestMarket = 2;
  const std::size_t end = end_of_run(text, stop + 1, kLongestMarket, is_capital);
  const std::string_view market = text.substr(stop + 1, end - stop - 1);
  const bool lone = market.size() == 1;
  if (market.empty() || (lone && share.size() == 1 && (market != "N" || share == "U"))) return 0;
  if (lone && (market == "B" || market == "D" || market == "M")) return 0;  // degrees: "LL.B", "PH.D", "LL.M"
  if ((market == "A" || market == "I") && char_or_end(text, end) == ' ') return 0;
  return whole(text, end);
}

}  // namespace

std::size_t market_code_end(std::string_view text, std::size_t start) {
  constexpr std::size_t kLongest = 10, kLongestFuture = 4, kShortestRate = 3, kLongestSource = 4;
  if (char_or_end(text, start) == '.') return index_end(text, start);
  std::size_t at = end_of_run(text, start, kLongest, is_of_code);
  const std::string_view capitals = text.substr(start, at - start);
  if (capitals.empty()) return 0;
  if (char_or_end(text, at) == '=')
    return capitals.size() < kShortestRate || !is_capital(capitals[0])
               ? 0
               : whole(text, end_of_run(text, at + 1, kLongestSource, is_of_code));
  if (char_or_end(text, at) == 'c' && is_digit(char_or_end(text, at + 1)))
    return capitals.size() > kLongestFuture || !std::all_of(capitals.begin(), capitals.end(), is_capital)
               ? 0
               : whole(text, end_of_run(text, at + 1, 2, is_digit));
  // A class of the firm's shares: "BRKa.N", "VOWG_p.DE".
  if (char_or_end(text, at) == '_') ++at;
  if (is_lower(char_or_end(text, at))) ++at;
  return char_or_end(text, at) == '.' ? share_end(text, capitals, at) : 0;
}

bool is_market_code(std::string_view word) { return !word.empty() && market_code_end(word, 0) == word.size(); }

}  // namespace wirecut
