// What an atom contributes follows from its class alone (note_time(), note_place()), whatever the row; what needs two
// of them ("half a year", "10 p.m.", "every other week") comes after (note_together()).

#include "dates/express.h"

#include <utility>

namespace wirecut {
namespace {

constexpr std::int32_t kLocalTime = 1440;  // "local time", a zone that isn't told: a day, which no zone is apart

using enum DateForm;

TimeClass class_within(const Atom& atom, TimeClassSet allowed) {
  if (atom.second != TimeClass::none && (allowed & class_bit(atom.second)) != 0 &&
      (allowed & class_bit(atom.main)) == 0)
    return atom.second;
  // Digits carry up to three classes with one value: the most telling one that the row asks for.
  for (TimeClass c : {TimeClass::year, TimeClass::day})
    if (atom.is(class_bit(c)) && (allowed & class_bit(c)) != 0) return c;
  return atom.main;
}

void note_full_date(std::int32_t packed, DateExpression& e) {
  e.day = static_cast<std::int8_t>(packed % 32);
  e.month = static_cast<std::int8_t>(packed / 32 % 16);
  e.year = static_cast<std::int16_t>(packed / 512);
}

// A second relation sharpens the first ("this past spring" is past, "this coming Sunday" ahead).
void note_relation(Relation relation, DateExpression& e) {
  const bool weak = relation == Relation::present || relation == Relation::that;
  if (e.relation == Relation::none || !weak) e.relation = relation;
}

// "the last half of the year", "the last quarter of 1990": the one at its end, and no word of another year
void note_half_or_quarter(TimeUnit unit, DateExpression& e) {
  if (e.form == calendar && e.relation == Relation::last && e.unit == TimeUnit::none && e.ordinal == 0) {
    e.relation = Relation::none;
    e.ordinal = -1;
  }
  e.unit = unit;
}

// "the first half of this year": the half is what is named. "Of the year" is of this year: in a sample of newswire in
// 31 of 33, the future as often as the past.
void note_year_word(DateExpression& e) {
  const bool is_of_year = e.form == calendar && (e.unit == TimeUnit::quarter || e.unit == TimeUnit::half);
  if (!is_of_year)
    e.unit = TimeUnit::year;
  else if (e.relation == Relation::none)
    e.relation = Relation::present;
}

// The days, parts of days and lengths that an atom of class `c` names.
void note_time(TimeClass c, std::int32_t value, DateExpression& e) {
  const auto small = static_cast<std::int8_t>(value);
  switch (c) {
    case TimeClass::month:
      e.month = small;
      break;
    case TimeClass::day:
      e.day = small;
      break;
    case TimeClass::weekdays:
      e.plural = true;
      [[fallthrough]];
    case TimeClass::weekday:
      e.weekday = small;
      break;
    case TimeClass::year:
      e.year = static_cast<std::int16_t>(value);
      break;
    case TimeClass::fulldate:
      note_full_date(value, e);
      break;
    case TimeClass::ordinal:
      e.ordinal = small;
      break;
    case TimeClass::number:  // the lower one of "two to three weeks"
      if (e.quantity == 0) e.quantity = value;
      break;
    case TimeClass::vague:  // "a couple" is two, more or less
      e.quantity = value > 0 ? value : DateExpression::kVague;
      if (value > 0) e.mod = DateMod::approx;
      break;
    case TimeClass::fraction:
    case TimeClass::andhalf:
      e.and_half = true;
      break;
    case TimeClass::units:
    case TimeClass::quarters:
    case TimeClass::weekends:
      e.plural = true;
      [[fallthrough]];
    case TimeClass::unit:
    case TimeClass::weekend:
      e.unit = static_cast<TimeUnit>(value);
      break;
    case TimeClass::quarter:
      note_half_or_quarter(TimeUnit::quarter, e);
      break;
    case TimeClass::half:
      note_half_or_quarter(TimeUnit::half, e);
      break;
    case TimeClass::yearword:
      note_year_word(e);
      break;
    case TimeClass::seasons:
    case TimeClass::season:
      e.season = static_cast<Season>(value);
      break;
    case TimeClass::parts:
    case TimeClass::part:
    case TimeClass::tonight:
      e.part = static_cast<DayPart>(value);
      break;
    case TimeClass::decade:
      e.decade = static_cast<std::int16_t>(value);
      break;
    case TimeClass::clock:
    case TimeClass::point:
      e.clock = static_cast<std::int16_t>(value);
      break;
    case TimeClass::zone:
      e.zone_known = value < kLocalTime;
      if (e.zone_known) e.zone = static_cast<std::int16_t>(value);
      break;
    case TimeClass::holiday:
      e.holiday = static_cast<std::uint32_t>(value);
      break;
    default:
      break;
  }
}

// "yesterday"; or "the year before", "the night before", which count from what was told
void note_day_word(std::int32_t value, DateExpression& e) {
  e.step = static_cast<std::int8_t>(value);
  if (value < kUnitBefore) return;
  e.form = shift;
  e.step = -1;
  e.definite = true;
  e.quantity = 1;
  e.unit = value < kPartBefore ? static_cast<TimeUnit>(value - kUnitBefore) : TimeUnit::day;
  if (value >= kPartBefore) e.part = static_cast<DayPart>(value - kPartBefore);
}

// How an atom of class `c` says that the time stands to the story's day or to another.
void note_place(TimeClass c, std::int32_t value, DateExpression& e) {
  switch (c) {
    case TimeClass::period:  // "the 1988 period": the one that the story reports on, in that year
      if (e.form == calendar) e.relation = Relation::same;
      break;
    case TimeClass::relation:
      note_relation(static_cast<Relation>(value), e);
      break;
    case TimeClass::past:
    case TimeClass::reference:
      e.reference = static_cast<TimeReference>(value);
      break;
    case TimeClass::ahead:
      e.relation = Relation::next;
      break;
    case TimeClass::ago:
      e.step = -1;
      e.from_anchor = true;
      break;
    case TimeClass::dayword:
      note_day_word(value, e);
      break;
    case TimeClass::earlier:
    case TimeClass::later:
      e.step = static_cast<std::int8_t>(value);
      break;
    case TimeClass::from:
      e.step = 1;
      e.from_anchor = true;
      break;
    case TimeClass::article:
      e.definite = true;
      break;
    case TimeClass::fiscal:
      e.fiscal = true;
      break;
    case TimeClass::phase:
    case TimeClass::edge:
      e.mod = static_cast<DateMod>(value);
      break;
    case TimeClass::orso:
      e.mod = DateMod::approx;
      break;
    default:
      break;
  }
}

// "10 p.m.", "1830 GMT", "4 in the morning": the minutes of the day. `half_day`: "p.m.", or null.
void note_clock(const Atom* half_day, bool has_zone, DateExpression& e) {
  if (half_day != nullptr) {
    const int hour = e.clock >= 0 ? e.clock : e.quantity * 60;
    e.clock = static_cast<std::int16_t>(hour % 720 + half_day->value);
  } else if (e.clock < 0) {
    const bool hours_and_minutes = has_zone && e.quantity >= 25;
    const int minutes = hours_and_minutes ? e.quantity / 100 * 60 + e.quantity % 100 : e.quantity * 60;
    e.clock = static_cast<std::int16_t>(minutes <= 1440 ? minutes : -1);
  }
  if (e.part != DayPart::none && e.clock > 0 && e.clock < 720 && e.part != DayPart::morning)
    e.clock = static_cast<std::int16_t>(e.clock + 720);
  e.part = DayPart::none;
  e.quantity = 0;
}

// "every" and "ampm" and the like need to know what stands beside them.
void note_together(const CompiledPattern& pattern, const Taken& taken, const std::vector<Atom>& atoms,
                   DateExpression& e) {
  const auto taken_as = [&](TimeClass c) -> const Atom* {
    for (std::size_t i = 0; i < pattern.size; ++i)
      if (taken[i] != kSkipped && (pattern.elements[i].classes & class_bit(c)) != 0 && atoms[taken[i]].is(class_bit(c)))
        return &atoms[taken[i]];
    return nullptr;
  };
  const bool counted = taken_as(TimeClass::number) != nullptr || taken_as(TimeClass::vague) != nullptr;
  if (!counted && (taken_as(TimeClass::a) != nullptr || e.form == year_ago)) e.quantity = 1;
  if (taken_as(TimeClass::a) != nullptr && e.quantity == 0) e.quantity = 1;
  if ((e.form == duration || e.form == shift) && taken_as(TimeClass::half) != nullptr) {
    e.and_half = true;
    e.quantity = 0;
    if (const Atom* unit = taken_as(TimeClass::unit)) e.unit = static_cast<TimeUnit>(unit->value_of(TimeClass::unit));
  }
  // "a quarter century", "a quarter of an hour": a fourth, in the next smaller unit
  if (e.form == duration && taken_as(TimeClass::quarter) != nullptr && taken_as(TimeClass::unit) != nullptr) {
    const bool of_century = e.unit == TimeUnit::century;
    e.quantity = of_century ? 25 : e.unit == TimeUnit::hour ? 15 : 0;
    e.unit = of_century ? TimeUnit::year : e.unit == TimeUnit::hour ? TimeUnit::minute : TimeUnit::none;
  }
  if (e.form == set) {
    const Atom* word = taken_as(TimeClass::setword);
    if (word != nullptr) {
      e.unit = static_cast<TimeUnit>(word->value % 100);
      e.quantity = word->value >= 100 ? 2 : 1;
    }
    // "the 15th of every month"; not "every second week"
    if (taken_as(TimeClass::preposition) != nullptr && e.weekday == 0) e.day = std::exchange(e.ordinal, std::int8_t{0});
    const Atom* times = taken_as(TimeClass::every);
    if (times != nullptr && times->value == kTimesEach) e.quantity = 1;  // "seven times a year"
  }
  if (const Atom* word = taken_as(TimeClass::lengthword)) {
    if (e.unit == TimeUnit::none) e.unit = static_cast<TimeUnit>(word->value);
    if (e.quantity == 0 && !e.plural) e.quantity = 1;
  }
  if (e.form == year_ago && e.plural == false && taken_as(TimeClass::units) == nullptr &&
      taken_as(TimeClass::number) == nullptr)
    e.quantity = 1;
  if (e.form == part_of_day) e.deictic_part = taken_as(TimeClass::relation) != nullptr;
  if (e.form == clock) note_clock(taken_as(TimeClass::ampm), taken_as(TimeClass::zone) != nullptr, e);
}

constexpr std::int32_t kLastYear = 2999;  // beyond it, a number is no year of the news

}  // namespace

DateExpression express(const DatePattern& row, const CompiledPattern& pattern, const Taken& taken,
                       const std::vector<Atom>& atoms) {
  DateExpression e;
  e.form = row.form;
  for (std::size_t i = 0; i < pattern.size; ++i) {
    if (taken[i] == kSkipped) continue;
    const Atom& atom = atoms[taken[i]];
    const TimeClass c = class_within(atom, pattern.elements[i].classes);
    note_time(c, atom.value_of(c), e);
    note_place(c, atom.value_of(c), e);
  }
  const bool is_day_of_month = e.month != 0 || (e.weekday != 0 && e.unit == TimeUnit::none);  // "Friday the 13th"
  if (e.form == calendar && is_day_of_month && e.ordinal > 0) {
    e.day = e.ordinal;
    e.ordinal = 0;
  }
  if (e.form == calendar && e.unit == TimeUnit::quarter && e.month != 0) {
    // "the December quarter": the one that holds the middle of the three months which end with it
    e.ordinal = static_cast<std::int8_t>(e.month == 1 ? 4 : (e.month + 1) / 3);
    e.month = 0;
  }
  if (e.form == calendar && e.unit == TimeUnit::year && e.relation == Relation::none && e.year == 0) {
    if (e.quantity >= 1000 && e.quantity <= kLastYear) e.year = static_cast<std::int16_t>(e.quantity);
    if (e.quantity == 0 || e.quantity > kLastYear) e.form = nothing;  // "the year 0", "the year 99999"
  }
  note_together(pattern, taken, atoms, e);
  return e;
}

bool makes_sense(const DateExpression& e) {
  if (e.form == century) return e.unit == TimeUnit::century && e.ordinal > 0;
  if (e.form == clock && e.unit != TimeUnit::none && e.unit != TimeUnit::hour) return false;  // "2:30 minutes"
  if (e.form == clock) return e.clock >= 0 && e.clock <= 1440;
  if ((e.form == calendar || e.form == set) && e.day > 31) return false;
  if (e.form == set && e.day != 0 && e.unit != TimeUnit::month) return false;  // "the third of each year"
  if (e.form == calendar && e.unit == TimeUnit::quarter && e.relation == Relation::that) return false;
  if (e.form == calendar && e.month != 0 && e.ordinal > 31) return false;
  if (e.form == calendar && (e.unit == TimeUnit::quarter || e.unit == TimeUnit::half) && e.ordinal > 4) return false;
  if (e.form == story_unit && e.relation == Relation::end) return false;  // "the final period" of a match
  if ((e.form == duration || e.form == shift) && e.unit == TimeUnit::none) return false;
  if (e.form == duration && e.relation == Relation::that) return false;  // "said that four days"
  // "the year 12"
  return e.form != calendar || e.unit != TimeUnit::year || e.relation != Relation::none || e.year != 0;
}

}  // namespace wirecut
