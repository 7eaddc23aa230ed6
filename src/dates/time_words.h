// data/lexicon/time_words.tsv and holidays.tsv made ready for the one pass over a story's words: each row's class and
// value as numbers, and a small filter that knows nine words of ten to be none of them.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "dates/time_class.h"
#include "lexicon/lexicon.h"
#include "wirecut/story.h"

namespace wirecut {

// One row of time_words.tsv.
struct TimeWord {
  TimeClass time_class = TimeClass::none;
  bool only_capitalized = false;
  std::int32_t value = 0;
};

// Made once and shared by all threads; the lexicon must outlive it.
class TimeWords {
 public:
  explicit TimeWords(const Lexicon& lexicon);

  const Table& words() const { return words_; }
  const Table& holidays() const { return holidays_; }
  const Table& neighbours() const { return neighbours_; }  // date_neighbours.tsv
  const TimeWord& row(std::uint32_t row) const { return rows_[row]; }

  // Whether an entry may begin with the word of this lower_hash. Never wrong where it says no.
  bool may_begin(std::uint64_t lower_hash) const { return (marks_of(lower_hash) & kBegins) != 0; }
  bool may_begin_holiday(std::uint64_t lower_hash) const { return (marks_of(lower_hash) & kBeginsHoliday) != 0; }

  // Whether the token may bring a sentence an expression: the others only widen one. Never wrong where it says no.
  bool may_open(const Token& token) const {
    constexpr std::uint32_t kShortest = 3;  // digits that are more than a day or a count: 5pm, '98
    const std::uint8_t marks = marks_of(token.lower_hash);
    if ((marks & (kOpens | kBeginsHoliday)) != 0) return true;
    return token.has(kHasHyphen) ||
           (token.has(kHasDigit) && (token.span.size() >= kShortest || token.kind == TokenKind::word));
  }

 private:
  static constexpr std::uint8_t kBegins = 1, kBeginsHoliday = 2, kOpens = 4;
  static constexpr std::size_t kMarks = 8192;  // some 600 words: one other word in fourteen is looked up in vain

  std::uint8_t marks_of(std::uint64_t lower_hash) const { return marks_[lower_hash % kMarks]; }
  void mark(std::string_view word, std::uint8_t as) { marks_[hash_word(word) % kMarks] |= as; }

  const Table& words_;
  const Table& holidays_;
  const Table& neighbours_;
  std::vector<TimeWord> rows_;
  std::array<std::uint8_t, kMarks> marks_{};
};

}  // namespace wirecut
