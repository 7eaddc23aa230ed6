#include "dates/time_words.h"

#include "dates/dates.h"
#include "lexicon/hash.h"

namespace wirecut {
namespace {

using enum TimeClass;

template <class Enum>
constexpr std::int32_t code(Enum e) {
  return static_cast<std::int32_t>(e);
}

// The number behind a value cell of time_words.tsv: digits, or one of its codes.
std::int32_t parse_value(std::string_view cell) {
  if (!cell.empty() && (cell[0] == '-' || (cell[0] >= '0' && cell[0] <= '9'))) {
    std::int32_t value = 0;
    for (char c : cell)
      if (c != '-') value = value * 10 + (c - '0');
    return cell[0] == '-' ? -value : value;
  }
  switch (hash_word(cell)) {
    case hash_word("TS"):
      return code(TimeUnit::second);
    case hash_word("TM"):
      return code(TimeUnit::minute);
    case hash_word("TH"):
      return code(TimeUnit::hour);
    case hash_word("D"):
      return code(TimeUnit::day);
    case hash_word("W"):
      return code(TimeUnit::week);
    case hash_word("FN"):
      return code(TimeUnit::fortnight);
    case hash_word("M"):
      return code(TimeUnit::month);
    case hash_word("Q"):
      return code(TimeUnit::quarter);
    case hash_word("H"):
      return code(TimeUnit::half);
    case hash_word("Y"):
      return code(TimeUnit::year);
    case hash_word("DE"):
      return code(TimeUnit::decade);
    case hash_word("CE"):
      return code(TimeUnit::century);
    case hash_word("ML"):
      return code(TimeUnit::millennium);
    case hash_word("WE"):
      return code(TimeUnit::weekend);
    case hash_word("W2"):
      return code(TimeUnit::week) + 100;
    case hash_word("M2"):
      return code(TimeUnit::month) + 100;
    case hash_word("Y2"):
      return code(TimeUnit::year) + 100;
    case hash_word("SP"):
      return code(Season::spring);
    case hash_word("SU"):
      return code(Season::summer);
    case hash_word("FA"):
      return code(Season::fall);
    case hash_word("WI"):
      return code(Season::winter);
    case hash_word("MO"):
      return code(DayPart::morning);
    case hash_word("MI"):
      return code(DayPart::midday);
    case hash_word("AF"):
      return code(DayPart::afternoon);
    case hash_word("EV"):
      return code(DayPart::evening);
    case hash_word("NI"):
      return code(DayPart::night);
    case hash_word("DT"):
      return code(DayPart::daytime);
    case hash_word("PAST"):
      return code(TimeReference::past);
    case hash_word("PRESENT"):
      return code(TimeReference::present);
    case hash_word("FUTURE"):
      return code(TimeReference::future);
    case hash_word("START"):
      return code(DateMod::start);
    case hash_word("MID"):
      return code(DateMod::mid);
    case hash_word("END"):
      return code(DateMod::end);
    case hash_word("APPROX"):
      return code(DateMod::approx);
    case hash_word("LESS_THAN"):
      return code(DateMod::less_than);
    case hash_word("MORE_THAN"):
      return code(DateMod::more_than);
    case hash_word("EQUAL_OR_LESS"):
      return code(DateMod::equal_or_less);
    case hash_word("EQUAL_OR_MORE"):
      return code(DateMod::equal_or_more);
    case hash_word("last"):
      return code(Relation::last);
    case hash_word("past"):
      return code(Relation::past);
    case hash_word("previous"):
      return code(Relation::previous);
    case hash_word("latest"):
      return code(Relation::latest);
    case hash_word("recent"):
      return code(Relation::recent);
    case hash_word("current"):
      return code(Relation::current);
    case hash_word("this"):
      return code(Relation::present);
    case hash_word("same"):
      return code(Relation::same);
    case hash_word("that"):
      return code(Relation::that);
    case hash_word("next"):
      return code(Relation::next);
    case hash_word("following"):
      return code(Relation::following);
    case hash_word("end"):
      return code(Relation::end);
    default:
      return 0;
  }
}

constexpr TimeClass class_by_hash(std::uint64_t hash) {
  // The names' hashes, computed once by the compiler.
  constexpr auto kHashes = [] {
    std::array<std::uint64_t, kTimeClassNames.size()> hashes{};
    for (std::size_t i = 0; i < hashes.size(); ++i) hashes[i] = hash_word(kTimeClassNames[i]);
    return hashes;
  }();
  for (std::size_t i = 0; i < kHashes.size(); ++i)
    if (kHashes[i] == hash) return static_cast<TimeClass>(i);
  return none;
}

// What can make an expression by itself or open the only kind that holds no such word. Sentences without any of these
// are not looked at again.
constexpr TimeClassSet kOpening =
    class_set(month, weekday, weekdays, season, unit, units, quarter, quarters, weekend, weekends, part, parts, point,
              year, decade, dayword, tonight, reference, setword, lengthword, clock, fulldate, holiday, ampm, oclock,
              zone, past, seasons, yearword, half, period);

// "nineteen ninety-six", "two thousand four": number words that may make a year.
bool may_begin_year(const TimeWord& word) {
  return word.time_class == number && ((word.value >= 15 && word.value <= 20) || word.value >= 100);
}

}  // namespace

TimeWords::TimeWords(const Lexicon& lexicon) : words_(lexicon.time_words), holidays_(lexicon.holidays) {
  rows_.reserve(words_.row_count());
  for (std::uint32_t row = 0; row < words_.row_count(); ++row) {
    const TimeWord word{class_by_hash(hash_word(words_.cell(row, 1))), words_.cell(row, 3) == "cap",
                        parse_value(words_.cell(row, 2))};
    rows_.push_back(word);
    const std::string_view key = words_.cell(row, 0);
    mark(key.substr(0, key.find(' ')), kBegins);
    if ((class_bit(word.time_class) & kOpening) != 0 || may_begin_year(word))
      mark(key.substr(key.rfind(' ') + 1), kOpens);  // npos + 1 == 0; the last word of a phrase is the rarer one
  }
  for (std::uint32_t row = 0; row < holidays_.row_count(); ++row) {
    const std::string_view key = holidays_.cell(row, 0);
    mark(key.substr(0, key.find(' ')), kBeginsHoliday);
  }
}

}  // namespace wirecut
