// A row hangs on the day that has the month: behind it days go up, "May 5, 6 and 9", or in front of it, "5, 6 and 9
// May". Only the last is joined by "and", "to", "through" or a dash; a number that counts what follows is no day.

#include "dates/shared_month.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>

#include "lexicon/hash.h"

namespace wirecut {
namespace {

using enum TimeClass;

bool is_day_of_month(const DateExpression& e) {
  return e.form == DateForm::calendar && e.month != 0 && e.day != 0 && e.relation == Relation::none &&
         e.part == DayPart::none && e.unit == TimeUnit::none && e.clock < 0;
}

bool is_year(const Found& found, const std::vector<Atom>& atoms) {
  return found.end_atom - found.first_atom == 1 && atoms[found.first_atom].is(class_set(year)) &&
         found.expression.form == DateForm::calendar;
}

// The days of a row beside the one that has the month, in text order.
struct DayRow {
  static constexpr std::size_t kMost = 8;
  std::array<std::size_t, kMost> atoms;
  std::size_t count = 0;
};

class RowFinder {
 public:
  RowFinder(const Story& story, const Sentence& sentence, const std::vector<Atom>& atoms, std::vector<Found>& found)
      : story_(story), sentence_(sentence), atoms_(atoms), found_(found) {}

  void find() {
    for (std::size_t i = 0; i < found_.size(); ++i) {
      const Found& day = found_[i];
      if (!is_day_of_month(day.expression)) {
        keep(day);
      } else if (is_day(day.first_atom)) {
        add_before(i);
      } else if (day.expression.year == 0 && is_day(day.end_atom - 1)) {
        i += add_behind(i);
      } else {
        keep(day);
      }
    }
    if (!all_.empty()) found_.swap(all_);
  }

 private:
  bool is_day(std::size_t atom) const { return atoms_[atom].is(class_set(day)); }
  std::int32_t day_of(std::size_t atom) const { return atoms_[atom].value_of(day); }
  bool is_comma(std::size_t atom) const { return atoms_[atom].is(class_set(comma)); }
  bool is_joint(std::size_t atom) const { return atoms_[atom].is(class_set(to, dash)); }

  // "5-9-11", "10-year"
  bool goes_on(std::size_t atom) const {
    return atom + 1 < atoms_.size() && atoms_[atom + 1].is(class_set(dash)) && atoms_[atom + 1].glued;
  }

  // ---- "May 5 and 9", "May 27, 28 and 29"

  // Returns how many more of found_ became part of the row: 1 where a year did.
  std::size_t add_behind(std::size_t i) {
    const std::size_t end = i + 1 < found_.size() ? found_[i + 1].first_atom : atoms_.size();
    const DayRow row = days_behind(found_[i].end_atom - 1, end);
    const std::size_t last = row.count > 0 ? row.atoms[row.count - 1] : 0;
    const bool has_year = row.count > 0 && i + 1 < found_.size() && is_year(found_[i + 1], atoms_) &&
                          (end == last + 1 || (end == last + 2 && is_comma(last + 1)));
    if (row.count == 0 || (!has_year && !ends_row(last))) {
      keep(found_[i]);
      return 0;
    }
    begin_row(i);
    if (has_year) found_[i].expression.year = found_[i + 1].expression.year;
    all_.push_back(found_[i]);
    for (std::size_t n = 0; n < row.count; ++n) {
      all_.push_back(day_at(row.atoms[n], found_[i].expression));
      all_.back().expression.in_row = true;
    }
    if (has_year) take_year(all_.back(), found_[i + 1]);
    return has_year ? 1 : 0;
  }

  // Each behind a comma, the last behind "and", "to" or a dash. None where the list doesn't end so before `end`.
  DayRow days_behind(std::size_t at, std::size_t end) const {
    DayRow row;
    for (bool is_last = false; !is_last;) {
      std::size_t next = at + 1;
      const bool listed = next < end && is_comma(next);
      if (listed) ++next;
      is_last = next < end && is_joint(next);
      if (is_last) ++next;
      const bool goes_up = (listed || is_last) && next < end && is_day(next) && day_of(next) > day_of(at);
      if (!goes_up || goes_on(next) || row.count == DayRow::kMost) return {};
      row.atoms[row.count++] = at = next;
    }
    return row;
  }

  // A mark or a word that no number is said of: not "on May 5 and 9 people", "and 9 were".
  bool ends_row(std::size_t last) const {
    const std::uint32_t next = atoms_[last].end_token;
    if (next >= sentence_.end_token || story_.tokens[next].kind != TokenKind::word) return true;
    if (atoms_[last - 1].is(class_set(dash))) return true;
    if (story_.pos_tags.size() != story_.tokens.size()) return false;
    switch (story_.pos_tags[next]) {
      case PosTag::IN:
      case PosTag::TO:
      case PosTag::CC:
      case PosTag::DT:
      case PosTag::WDT:
      case PosTag::WRB:
      case PosTag::MD:
      case PosTag::RB:
        return true;
      default:
        return false;
    }
  }
  void take_year(Found& last, const Found& year) const {
    last.end_atom = year.end_atom;
    last.expression.span.end = year.expression.span.end;
    last.expression.end_token = year.expression.end_token;
  }

  // ---- "from 5 to 9 May", "12, 13 and 14 June"

  void add_before(std::size_t i) {
    std::size_t floor = i == 0 ? 0 : found_[i - 1].end_atom;
    if (!all_.empty()) floor = std::max(floor, all_.back().end_atom);  // of the row before
    const DayRow row = days_before(found_[i].first_atom, floor);
    if (row.count == 0 || !may_open_row(row.atoms[0])) return keep(found_[i]);
    begin_row(i);
    for (std::size_t n = 0; n < row.count; ++n) {
      all_.push_back(day_at(row.atoms[n], found_[i].expression));
      all_.back().expression.in_row = n > 0;
    }
    all_.push_back(found_[i]);
    all_.back().expression.in_row = true;
  }

  DayRow days_before(std::size_t at, std::size_t floor) const {
    DayRow row;
    const auto is_free = [&](std::size_t back) { return at >= floor + back; };
    if (!is_free(2) || !is_joint(at - 1)) return row;
    std::size_t back = is_free(3) && is_comma(at - 2) ? 3 : 2;
    while (is_free(back) && is_day(at - back) && day_of(at - back) < day_of(at) && row.count < DayRow::kMost) {
      at -= back;
      row.atoms[row.count++] = at;
      if (!is_free(2) || !is_comma(at - 1)) break;
      back = 2;
    }
    std::reverse(row.atoms.begin(), row.atoms.begin() + static_cast<std::ptrdiff_t>(row.count));
    return row;
  }

  // Behind a word that a day is told with, or nothing: not "won by 3 to 5 May".
  bool may_open_row(std::size_t first) const {
    if (atoms_[first].glued) return false;
    const std::uint32_t token = atoms_[first].first_token;
    if (token == sentence_.first_token) return true;
    static constexpr std::uint64_t kWords[] = {
        hash_word("and"), hash_word("between"), hash_word("from"),  hash_word("of"), hash_word("on"),
        hash_word("the"), hash_word("until"),   hash_word("since"), hash_word("("),  hash_word("for")};
    return std::find(std::begin(kWords), std::end(kWords), story_.tokens[token - 1].lower_hash) != std::end(kWords);
  }

  // The day at that atom, of the month and year of `beside`.
  Found day_at(std::size_t at, const DateExpression& beside) const {
    const Atom& atom = atoms_[at];
    Found found;
    found.first_atom = at;
    found.end_atom = at + 1;
    DateExpression& e = found.expression;
    e.form = DateForm::calendar;
    e.span = atom.span;
    e.first_token = atom.first_token;
    e.end_token = atom.end_token;
    e.year = beside.year;
    e.month = beside.month;
    e.day = static_cast<std::int8_t>(day_of(at));
    return found;
  }

  // Sentences without a row, nearly all, are left as they are.
  void begin_row(std::size_t i) {
    if (all_.empty()) all_.assign(found_.begin(), found_.begin() + static_cast<std::ptrdiff_t>(i));
  }
  void keep(const Found& found) {
    if (!all_.empty()) all_.push_back(found);
  }

  const Story& story_;
  const Sentence& sentence_;
  const std::vector<Atom>& atoms_;
  std::vector<Found>& found_;
  std::vector<Found> all_;  // those of found_ and of the rows; empty until there is a row
};

}  // namespace

void find_shared_months(const Story& story, const Sentence& sentence, const std::vector<Atom>& atoms,
                        std::vector<Found>& found) {
  RowFinder(story, sentence, atoms, found).find();
}

}  // namespace wirecut
