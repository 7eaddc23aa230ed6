// The kinds of words that time expressions are made of: the alphabet of the patterns, and of
// data/lexicon/time_words.tsv.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace wirecut {

enum class TimeClass : std::uint8_t {
  none,  // any other word: ends an expression
  // words of data/lexicon/time_words.tsv
  a,
  ago,
  ahead,
  ampm,
  andhalf,
  approx,
  article,
  comma,
  dayword,
  decade,
  earlier,
  edge,
  era,
  every,
  extra,
  fiscal,
  from,
  genitive,
  half,
  idiom,  // words of time that name none: "today's world", "the future of the club"
  inword,
  later,
  lengthword,
  month,
  number,
  oclock,
  old,
  ordinal,
  orso,
  part,
  parts,
  past,
  period,
  phase,
  point,
  possessive,
  preposition,
  quarter,
  quarters,
  reference,
  relation,
  season,
  seasons,
  setword,
  term,
  to,
  tonight,
  unit,
  units,
  vague,
  weekday,
  weekdays,
  weekend,
  weekends,
  yearword,
  zone,
  // shapes of digits and marks, and other tables
  clock,  // 10:35, 5pm; minutes of the day
  dash,
  day,       // a bare 1 to 31
  fraction,  // the 1/2 of "2 1/2"
  fulldate,  // 2019-05-02, 11/02/89
  holiday,   // a row of data/lexicon/holidays.tsv
  year,      // four digits from 1500 to 2100, '98
};

inline constexpr std::array<std::string_view, 64> kTimeClassNames = {
    "none",      "a",        "ago",      "ahead",   "ampm",       "andhalf",     "approx",   "article",
    "comma",     "dayword",  "decade",   "earlier", "edge",       "era",         "every",    "extra",
    "fiscal",    "from",     "genitive", "half",    "idiom",      "inword",      "later",    "lengthword",
    "month",     "number",   "oclock",   "old",     "ordinal",    "orso",        "part",     "parts",
    "past",      "period",   "phase",    "point",   "possessive", "preposition", "quarter",  "quarters",
    "reference", "relation", "season",   "seasons", "setword",    "term",        "to",       "tonight",
    "unit",      "units",    "vague",    "weekday", "weekdays",   "weekend",     "weekends", "yearword",
    "zone",      "clock",    "dash",     "day",     "fraction",   "fulldate",    "holiday",  "year"};
static_assert(static_cast<std::size_t>(TimeClass::year) + 1 == kTimeClassNames.size());
static_assert(kTimeClassNames.size() <= 64, "a set of classes is the bits of one word");

// The class of that name; none where there is no such class.
constexpr TimeClass time_class_named(std::string_view name) {
  for (std::size_t i = 0; i < kTimeClassNames.size(); ++i)
    if (kTimeClassNames[i] == name) return static_cast<TimeClass>(i);
  return TimeClass::none;
}

using TimeClassSet = std::uint64_t;
constexpr TimeClassSet class_bit(TimeClass c) { return TimeClassSet{1} << static_cast<unsigned>(c); }

template <class... Classes>
constexpr TimeClassSet class_set(Classes... classes) {
  return (class_bit(classes) | ...);
}

}  // namespace wirecut
