#include "structure/calendar.h"

#include <cstdint>

#include "structure/chars.h"

namespace wirecut {
namespace {

constexpr std::string_view kMonths[] = {"january", "february",  "march",   "april",    "may",      "june", "july",
                                        "august",  "september", "october", "november", "december", "jan",  "feb",
                                        "mar",     "apr",       "jun",     "jul",      "aug",      "sep",  "oct",
                                        "nov",     "dec",       "sept",    "mrch",     "febr"};
constexpr unsigned kMonthNumbers[] = {1, 2, 3, 4, 5, 6, 7, 8,  9,  10, 11, 12, 1,
                                      2, 3, 4, 6, 7, 8, 9, 10, 11, 12, 9,  3,  2};
static_assert(std::size(kMonths) == std::size(kMonthNumbers));
constexpr WordSet kMonthsSet(kMonths);
constexpr std::size_t kFullNames = 12;  // the first of them

constexpr std::string_view kWeekdays[] = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
                                          "sunday", "mon",     "tue",       "tues",     "wed",    "thu",
                                          "thur",   "thurs",   "fri",       "sat",      "sun",    "weds"};
constexpr WordSet kWeekdaysSet(kWeekdays);

// Reads a date piece by piece.
class DateReader {
 public:
  DateReader(std::string_view text, std::size_t at) : text_(text), at_(at) {}

  std::optional<ReadDate> read() {
    skip_weekday();
    if (at_ >= text_.size()) return std::nullopt;
    return is_digit(text_[at_]) ? read_from_number() : read_from_month();
  }

 private:
  std::string_view word() const {
    std::size_t end = at_;
    while (end < text_.size() && is_letter(text_[end])) ++end;
    return text_.substr(at_, end - at_);
  }

  void skip_separators(std::string_view marks) {
    while (at_ < text_.size()) {
      if (const std::size_t blank = blank_at(text_, at_) + newline_at(text_, at_))
        at_ += blank;
      else if (marks.find(text_[at_]) != std::string_view::npos)
        ++at_;
      else
        break;
    }
  }

  void skip_weekday() {
    if (!is_weekday(word())) return;
    at_ += word().size();
    skip_separators(",.");
  }

  // Digits, at most four of them; nothing where a letter or another figure is tied to them.
  std::optional<unsigned> number(std::size_t most_digits) {
    std::size_t end = at_;
    unsigned value = 0;
    while (end < text_.size() && is_digit(text_[end]) && end - at_ < most_digits)
      value = value * 10 + static_cast<unsigned>(text_[end++] - '0');
    if (end == at_ || (end < text_.size() && is_digit(text_[end]))) return std::nullopt;
    at_ = end;
    return value;
  }

  std::optional<unsigned> day() {
    const auto value = number(2);
    if (!value || *value == 0 || *value > 31) return std::nullopt;
    for (std::string_view suffix : {"st", "nd", "rd", "th"})
      if (same_ignoring_case(word(), suffix)) at_ += 2;
    if (!word().empty()) return std::nullopt;
    if (at_ < text_.size() && text_[at_] == ':') {  // "5:30" is a time of day, "May 2:" a dateline
      if (at_ + 1 < text_.size() && is_digit(text_[at_ + 1])) return std::nullopt;
    }
    return value;
  }

  // ", 2019" or "/2019" from here on; leaves the place where it is if there is none.
  std::optional<unsigned> year() {
    const std::size_t before = at_;
    skip_separators(",./-");
    const auto value = is_tied_to_clock() ? number_of(4) : number(4);
    if (value && *value >= 1900 && *value < 2100 && word().empty()) return value;
    at_ = before;
    return std::nullopt;
  }

  // "May 2, 202311:02 AM": a page has run the hour into the year.
  bool is_tied_to_clock() const {
    std::size_t end = at_;
    while (end < text_.size() && is_digit(text_[end])) ++end;
    return (end - at_ == 5 || end - at_ == 6) && end + 1 < text_.size() && text_[end] == ':' &&
           is_digit(text_[end + 1]);
  }

  unsigned number_of(std::size_t digits) {
    unsigned value = 0;
    for (const std::size_t end = at_ + digits; at_ < end; ++at_)
      value = value * 10 + static_cast<unsigned>(text_[at_] - '0');
    return value;
  }

  std::optional<ReadDate> made(unsigned month, unsigned day_number, std::optional<unsigned> year_number) const {
    ReadDate result;
    result.end = at_;
    result.date.month_day = std::chrono::month_day{std::chrono::month{month}, std::chrono::day{day_number}};
    if (year_number) result.date.year = std::chrono::year{static_cast<int>(*year_number)};
    if (!result.date.month_day.ok()) return std::nullopt;
    if (year_number && !(*result.date.year / result.date.month_day).ok()) return std::nullopt;
    return result;
  }

  std::optional<ReadDate> read_from_month() {
    const std::string_view name = word();
    const unsigned month = month_number(name, true);
    if (month == 0) return std::nullopt;
    at_ += name.size();
    skip_separators(".");
    const auto day_number = day();
    if (!day_number) return std::nullopt;
    return made(month, *day_number, year());
  }

  std::optional<ReadDate> read_from_number() {
    const std::size_t start = at_;
    if (const auto day_number = day()) {
      skip_separators("-.");
      const std::string_view name = word();
      if (const unsigned month = month_number(name)) {
        at_ += name.size();
        if (at_ < text_.size() && text_[at_] == '.') ++at_;
        const auto year_number = year();
        if (!year_number && text_[at_ - 1] == '.') --at_;
        return made(month, *day_number, year_number);
      }
    }
    at_ = start;
    return read_figures();
  }

  // "2019-05-02", "02/05/2019", "2.5.2019"
  std::optional<ReadDate> read_figures() {
    const auto first = number(4);
    if (!first || at_ >= text_.size()) return std::nullopt;
    const char mark = text_[at_];
    if (mark != '-' && mark != '/' && mark != '.') return std::nullopt;
    ++at_;
    const auto second = number(2);
    if (!second || at_ >= text_.size() || text_[at_] != mark) return std::nullopt;
    ++at_;
    const auto third = number(4);
    if (!third || *second == 0 || *second > 12) return std::nullopt;
    const bool year_first = *first >= 1900;
    const unsigned year_number = year_first ? *first : *third, day_number = year_first ? *third : *first;
    if (year_number < 1900 || year_number > 2100 || day_number == 0 || day_number > 31) return std::nullopt;
    return made(*second, day_number, year_number);
  }

  std::string_view text_;
  std::size_t at_;
};

}  // namespace

unsigned month_number(std::string_view word, bool forgive) {
  if (!word.empty() && word.back() == '.') word.remove_suffix(1);
  if (word.size() < 3) return 0;
  if (const std::size_t known = kMonthsSet.index_of(word); known < std::size(kMonths)) return kMonthNumbers[known];
  if (!forgive || word.size() < 4) return 0;
  for (std::size_t i = 0; i < kFullNames; ++i) {
    const std::string_view month = kMonths[i];
    if (month.size() < 5 || word.size() > month.size() + 1 || month.size() > word.size() + 1) continue;
    const bool shares_an_end = to_lower(word.front()) == month.front() || to_lower(word.back()) == month.back();
    if (shares_an_end && is_one_slip_away(word, month)) return kMonthNumbers[i];
  }
  return 0;
}

bool is_weekday(std::string_view word) { return kWeekdaysSet.has(word); }

std::optional<ReadDate> read_date(std::string_view text, std::size_t at) { return DateReader(text, at).read(); }

}  // namespace wirecut
