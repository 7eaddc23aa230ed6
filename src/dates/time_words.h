// data/lexicon/time_words.tsv and holidays.tsv made ready for the one pass over a story's words: each entry's classes
// and values as numbers, and a small filter that knows nine words of ten to be none of them.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "dates/time_class.h"
#include "lexicon/lexicon.h"
#include "wirecut/story.h"

namespace wirecut {

// "the day before", "the night before": values of class `dayword` that tell the unit or part of the day besides.
constexpr std::int32_t kUnitBefore = 100;
constexpr std::int32_t kPartBefore = 200;

// "twice", "times": the value of class `every` that tells how many times, not of how many.
constexpr std::int32_t kTimesEach = 1;

// What an entry of time_words.tsv says: the classes of its rows.
struct TimeReading {
  TimeClassSet classes = 0;  // 0: nothing
  TimeClass main = TimeClass::none;
  TimeClass second = TimeClass::none;
  std::int32_t value = 0;
  std::int32_t second_value = 0;
};

// The entries that a word begins.
struct TimeWord {
  std::uint64_t lower_hash = 0;  // 0: none
  RowRange rows;                 // of the word alone
  bool begins_phrase = false;
};

// Made once and shared by all threads; the lexicon must outlive it.
class TimeWords {
 public:
  explicit TimeWords(const Lexicon& lexicon);

  const Table& words() const { return words_; }
  const Table& holidays() const { return holidays_; }
  const Table& neighbours() const { return neighbours_; }  // date_neighbours.tsv

  // Of the rows of one entry. Some words count only with a capital: March.
  const TimeReading& reading(RowRange rows, bool capitalized) const { return readings_[rows.first][capitalized]; }

  // What may be said of the word with this lower_hash. Never wrong where a bit isn't set.
  enum Mark : std::uint8_t {
    kBeginsHoliday = kCapitalized,  // where it is so
    kBegins = 2,                    // an entry of words() begins with it
    kOpens = 4,                     // it brings a sentence an expression: the others only widen one
    kGoesOn = 8,                    // an entry of words() goes on with it
  };
  std::uint8_t marks_of(std::uint64_t lower_hash) const { return marks_[lower_hash % kMarks]; }

  const TimeWord& word(std::uint64_t lower_hash) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = lower_hash & mask;
    while (slots_[at].lower_hash != lower_hash && slots_[at].lower_hash != 0) at = (at + 1) & mask;
    return slots_[at];
  }

 private:
  static constexpr std::size_t kMarks = 8192;  // some 600 words: one other word in fourteen is looked up in vain

  void mark(std::string_view word, std::uint8_t as) { marks_[hash_word(word) % kMarks] |= as; }
  void add_key(std::string_view key, RowRange rows, bool opens);

  const Table& words_;
  const Table& holidays_;
  const Table& neighbours_;
  std::vector<std::array<TimeReading, 2>> readings_;  // of the entry that a row begins; where it has a capital
  std::array<std::uint8_t, kMarks> marks_{};
  std::vector<TimeWord> slots_;  // a power of two, most of them free
};

}  // namespace wirecut
