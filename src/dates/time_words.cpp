#include "dates/time_words.h"

#include <algorithm>
#include <bit>
#include <iterator>

#include "dates/dates.h"
#include "lexicon/hash.h"

namespace wirecut {
namespace {

using enum TimeClass;

template <class Enum>
constexpr std::int32_t code(Enum e) {
  return static_cast<std::int32_t>(e);
}

// The codes of value cells, and the numbers that they stand for.
struct ValueCode {
  std::uint64_t hash;
  std::int32_t value;
};
constexpr ValueCode kValueCodes[] = {
    {hash_word("TS"), code(TimeUnit::second)},
    {hash_word("TM"), code(TimeUnit::minute)},
    {hash_word("TH"), code(TimeUnit::hour)},
    {hash_word("D"), code(TimeUnit::day)},
    {hash_word("W"), code(TimeUnit::week)},
    {hash_word("FN"), code(TimeUnit::fortnight)},
    {hash_word("M"), code(TimeUnit::month)},
    {hash_word("Q"), code(TimeUnit::quarter)},
    {hash_word("H"), code(TimeUnit::half)},
    {hash_word("Y"), code(TimeUnit::year)},
    {hash_word("DE"), code(TimeUnit::decade)},
    {hash_word("CE"), code(TimeUnit::century)},
    {hash_word("ML"), code(TimeUnit::millennium)},
    {hash_word("WE"), code(TimeUnit::weekend)},
    {hash_word("W2"), code(TimeUnit::week) + 100},
    {hash_word("M2"), code(TimeUnit::month) + 100},
    {hash_word("Y2"), code(TimeUnit::year) + 100},
    {hash_word("D-1"), kUnitBefore + code(TimeUnit::day)},
    {hash_word("W-1"), kUnitBefore + code(TimeUnit::week)},
    {hash_word("M-1"), kUnitBefore + code(TimeUnit::month)},
    {hash_word("Y-1"), kUnitBefore + code(TimeUnit::year)},
    {hash_word("EV-1"), kPartBefore + code(DayPart::evening)},
    {hash_word("NI-1"), kPartBefore + code(DayPart::night)},
    {hash_word("SP"), code(Season::spring)},
    {hash_word("SU"), code(Season::summer)},
    {hash_word("FA"), code(Season::fall)},
    {hash_word("WI"), code(Season::winter)},
    {hash_word("MO"), code(DayPart::morning)},
    {hash_word("MI"), code(DayPart::midday)},
    {hash_word("AF"), code(DayPart::afternoon)},
    {hash_word("EV"), code(DayPart::evening)},
    {hash_word("NI"), code(DayPart::night)},
    {hash_word("DT"), code(DayPart::daytime)},
    {hash_word("PAST"), code(TimeReference::past)},
    {hash_word("PRESENT"), code(TimeReference::present)},
    {hash_word("FUTURE"), code(TimeReference::future)},
    {hash_word("START"), code(DateMod::start)},
    {hash_word("MID"), code(DateMod::mid)},
    {hash_word("END"), code(DateMod::end)},
    {hash_word("APPROX"), code(DateMod::approx)},
    {hash_word("LESS_THAN"), code(DateMod::less_than)},
    {hash_word("MORE_THAN"), code(DateMod::more_than)},
    {hash_word("EQUAL_OR_LESS"), code(DateMod::equal_or_less)},
    {hash_word("EQUAL_OR_MORE"), code(DateMod::equal_or_more)},
    {hash_word("last"), code(Relation::last)},
    {hash_word("past"), code(Relation::past)},
    {hash_word("previous"), code(Relation::previous)},
    {hash_word("latest"), code(Relation::latest)},
    {hash_word("recent"), code(Relation::recent)},
    {hash_word("current"), code(Relation::current)},
    {hash_word("this"), code(Relation::present)},
    {hash_word("same"), code(Relation::same)},
    {hash_word("that"), code(Relation::that)},
    {hash_word("next"), code(Relation::next)},
    {hash_word("following"), code(Relation::following)},
    {hash_word("end"), code(Relation::end)},
};

// The number behind a value cell of time_words.tsv: digits, or one of its codes.
std::int32_t parse_value(std::string_view cell) {
  if (!cell.empty() && (cell[0] == '-' || (cell[0] >= '0' && cell[0] <= '9'))) {
    std::int32_t value = 0;
    for (char c : cell)
      if (c != '-') value = value * 10 + (c - '0');
    return cell[0] == '-' ? -value : value;
  }
  const std::uint64_t hash = hash_word(cell);
  const auto* found = std::find_if(std::begin(kValueCodes), std::end(kValueCodes),
                                   [&](const ValueCode& row) { return row.hash == hash; });
  return found == std::end(kValueCodes) ? 0 : found->value;
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

// A row of time_words.tsv.
struct Row {
  TimeClass time_class = none;
  bool only_capitalized = false;
  std::int32_t value = 0;
};

// "nineteen ninety-six", "two thousand four": number words that may make a year.
bool may_begin_year(const Row& row) {
  return row.time_class == number && ((row.value >= 15 && row.value <= 20) || row.value >= 100);
}

void add_row(const Row& row, TimeReading& reading) {
  (reading.classes == 0 ? reading.main : reading.second) = row.time_class;
  (reading.classes == 0 ? reading.value : reading.second_value) = row.value;
  reading.classes |= class_bit(row.time_class);
}

}  // namespace

TimeWords::TimeWords(const Lexicon& lexicon)
    : words_(lexicon.time_words),
      holidays_(lexicon.holidays),
      neighbours_(lexicon.date_neighbours),
      readings_(words_.row_count()),
      slots_(std::bit_ceil(4 * std::size_t{words_.row_count()} + 1)) {
  for (std::uint32_t first = 0, end = 0; first < words_.row_count(); first = end) {
    const std::string_view key = words_.cell(first, 0);
    bool opens = false;
    for (end = first; end < words_.row_count() && words_.cell(end, 0) == key; ++end) {
      const Row row{class_by_hash(hash_word(words_.cell(end, 1))), words_.cell(end, 3) == "cap",
                    parse_value(words_.cell(end, 2))};
      opens |= (class_bit(row.time_class) & kOpening) != 0 || may_begin_year(row);
      if (!row.only_capitalized) add_row(row, readings_[first][false]);
      add_row(row, readings_[first][true]);
    }
    add_key(key, {first, end}, opens);
  }
  for (std::uint32_t row = 0; row < holidays_.row_count(); ++row) {
    const std::string_view key = holidays_.cell(row, 0);
    mark(key.substr(0, key.find(' ')), kBeginsHoliday);
  }
}

void TimeWords::add_key(std::string_view key, RowRange rows, bool opens) {
  const std::size_t space = key.find(' ');
  const std::string_view first = key.substr(0, space);
  mark(first, kBegins);
  // npos + 1 == 0; the last word of a phrase is the rarer one, unless the first opens by itself ("year before")
  if (opens && (marks_of(hash_word(first)) & kOpens) == 0) mark(key.substr(key.rfind(' ') + 1), kOpens);
  TimeWord& word = slots_[static_cast<std::size_t>(&this->word(hash_word(first)) - slots_.data())];
  word.lower_hash = hash_word(first);
  if (space == std::string_view::npos) {
    word.rows = rows;
  } else {
    word.begins_phrase = true;
    const std::string_view rest = key.substr(space + 1);
    mark(rest.substr(0, rest.find(' ')), kGoesOn);
  }
}

}  // namespace wirecut
