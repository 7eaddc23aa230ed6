#include "dates/number_uses.h"

#include <algorithm>
#include <limits>
#include <string_view>

#include "dates/digits.h"
#include "lexicon/hash.h"

namespace wirecut {

bool is_measured(const Story& story, std::uint32_t i, std::uint32_t end) {
  if (i > 0) {
    const Token& before = story.tokens[i - 1];
    if ((before.kind == TokenKind::symbol && before.lower_hash != hash_word("|")) ||
        before.lower_hash == hash_word("no.") || before.lower_hash == hash_word("#"))
      return true;
  }
  if (i + 1 >= end) return false;
  const Token& after = story.tokens[i + 1];
  switch (after.lower_hash) {
    case hash_word("%"):
    case hash_word("percent"):
    case hash_word("per"):
    case hash_word("million"):
    case hash_word("billion"):
    case hash_word("trillion"):
    case hash_word("cents"):
    case hash_word("dollars"):
      return true;
    default:
      return false;
  }
}

std::int32_t scale_of_years(const Story& story, std::uint32_t i, std::uint32_t end) {
  if (i + 1 >= end || story.tokens[i + 1].lower_hash != hash_word("years")) return 0;
  switch (story.tokens[i].lower_hash) {
    case hash_word("million"):
      return 1'000'000;
    case hash_word("billion"):
      return 1'000'000'000;
    default:
      return 0;
  }
}

std::int32_t times(std::int32_t count, std::int32_t scale) {
  constexpr std::int64_t kMost = std::numeric_limits<std::int32_t>::max();
  return static_cast<std::int32_t>(std::min(std::int64_t{count} * scale, kMost));
}

bool is_clock_by_hours(const Story& story, std::uint32_t i, std::uint32_t end) {
  constexpr std::size_t kDigits = 4;
  const std::string_view word = story.words(story.tokens[i].span);
  if (word.size() != kDigits || i + 1 >= end || clock_digits(word) != kDigits) return false;
  const std::uint64_t unit = story.tokens[i + 1].lower_hash;
  if (unit == hash_word("hrs")) return true;
  const bool is_told = word[0] == '0' || (i > 0 && story.tokens[i - 1].lower_hash == hash_word("at"));
  return unit == hash_word("hours") && is_told;
}

}  // namespace wirecut
