// Each shape is read by one short function that says no at the first character that doesn't fit. Slashes are read in
// the American order unless that month doesn't exist ("25/12/98"), dots and hyphens the other way round; a year of two
// digits lies between 1930 and 2029.

#include "dates/digits.h"

#include <charconv>
#include <cstddef>

namespace wirecut {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool take(std::string_view& word, std::string_view prefix) {
  if (!word.starts_with(prefix)) return false;
  word.remove_prefix(prefix.size());
  return true;
}

int full_year(int two_digits) { return two_digits < 30 ? 2000 + two_digits : 1900 + two_digits; }

void set(Atom& atom, TimeClass c, int value) {
  atom.main = c;
  atom.classes = class_bit(c);
  atom.value = value;
}

bool read_full_date(std::string_view word, Atom& atom) {
  const std::size_t length = word.find_first_not_of("0123456789");
  if (length == std::string_view::npos) return false;
  const char mark = word[length];
  if (mark != '-' && mark != '/' && mark != '.') return false;
  int first = take_number(word, 4);
  word.remove_prefix(1);
  int second = take_number(word, 2);
  if (second < 0 || word.empty() || word[0] != mark) return false;
  word.remove_prefix(1);
  const std::size_t last_length = word.size();
  int third = take_number(word, 4);
  if (third < 0) return false;
  if (!word.empty() && !(word.size() > 1 && (word[0] == 'T' || word[0] == 't') && is_digit(word[1]))) return false;
  if (length == 4) {  // 2019-05-02
    if (first < 1500 || first > 2100 || !is_calendar_day(second, third)) return false;
    set(atom, TimeClass::fulldate, pack_full_date(first, second, third));
    return true;
  }
  if (length > 2 || (last_length != 2 && last_length != 4) || !word.empty()) return false;
  if (last_length == 2 && mark != '/') return false;  // 4-3-89 may be a score, 10.30.55 a time
  const int year = last_length == 2 ? full_year(third) : third;
  if (year < 1500 || year > 2100) return false;
  int month = mark == '/' ? first : second;
  int day = mark == '/' ? second : first;
  if (!is_calendar_day(month, day)) std::swap(month, day);
  if (!is_calendar_day(month, day)) return false;
  set(atom, TimeClass::fulldate, pack_full_date(year, month, day));
  return true;
}

// "pm", "a.m", "p.m." in either case: minutes to add; -1 where it is none.
int half_day(std::string_view word) {
  if (word.empty()) return -1;
  const char first = static_cast<char>(word[0] | 0x20);
  if (first != 'a' && first != 'p') return -1;
  word.remove_prefix(1);
  take(word, ".");
  if (word.empty() || static_cast<char>(word[0] | 0x20) != 'm') return -1;
  word.remove_prefix(1);
  take(word, ".");
  return !word.empty() ? -1 : first == 'a' ? 0 : 720;
}

bool read_clock(std::string_view word, Atom& atom) {
  int hour = take_number(word, 2);
  int minute = 0;
  if (hour < 0 || hour > 24) return false;
  const bool colon = !word.empty() && (word[0] == ':' || word[0] == '.');
  if (colon) {
    const bool point = word[0] == '.';
    word.remove_prefix(1);
    const std::size_t size = word.size();
    minute = take_number(word, 2);
    if (minute < 0 || minute > 59 || size < 2 || !is_digit(word.data()[-1]) || (point && word.empty())) return false;
    if (size - word.size() != 2) return false;
    if (take(word, ":") && take_number(word, 2) < 0) return false;
  }
  if (word.empty()) {
    if (!colon) return false;
    set(atom, TimeClass::clock, hour * 60 + minute);
    return true;
  }
  const int add = half_day(word);
  if (add < 0 || hour == 0 || hour > 12) return false;
  set(atom, TimeClass::clock, (hour % 12) * 60 + minute + add);
  return true;
}

bool read_ordinal(std::string_view word, Atom& atom) {
  const int value = take_number(word, 2);
  if (value < 1 || word.size() != 2) return false;
  const int last = value % 100 / 10 == 1 ? 0 : value % 10;
  const char first = static_cast<char>(word[0] | 0x20), second = static_cast<char>(word[1] | 0x20);
  const std::string_view suffix = last == 1 ? "st" : last == 2 ? "nd" : last == 3 ? "rd" : "th";
  if (first != suffix[0] || second != suffix[1]) return false;
  set(atom, TimeClass::ordinal, value);
  return true;
}

// "1990s", "1990's", "'90s", "90s"
bool read_decade(std::string_view word, bool clipped, Atom& atom) {
  const std::size_t size = word.size();
  const int value = take_number(word, 4);
  if (value < 0 || value % 10 != 0 || (word != "s" && word != "S")) return false;
  if (size == 5 && value >= 1500 && value <= 2090)
    set(atom, TimeClass::decade, value / 10);
  else if (size == 3 && value >= 20)
    set(atom, TimeClass::decade, 190 + value / 10);
  else
    return false;
  atom.second_value = clipped || size == 5 ? 1 : 0;
  return true;
}

bool read_fraction(std::string_view word, Atom& atom) {
  if (word != "1/2") return false;
  set(atom, TimeClass::fraction, 1);
  return true;
}

// "7", "1,200", "1989"
bool read_count(std::string_view word, bool clipped, Atom& atom) {
  const std::size_t size = word.size();
  int value = take_number(word, 6);
  if (value < 0) return false;
  while (word.size() >= 4 && word[0] == ',') {
    word.remove_prefix(1);
    const std::size_t before = word.size();
    const int thousands = take_number(word, 3);
    if (thousands < 0 || before - word.size() != 3 || value > 1'000'000) return false;
    value = value * 1000 + thousands;
  }
  if (!word.empty()) return false;
  if (clipped) {
    if (size != 2) return false;
    set(atom, TimeClass::year, full_year(value));
    return true;
  }
  set(atom, TimeClass::number, value);
  if (size == 4 && value >= 1500 && value <= 2100) atom.classes |= class_bit(TimeClass::year);
  if (size <= 2 && value >= 1 && value <= 31) atom.classes |= class_bit(TimeClass::day);
  return true;
}

}  // namespace

int take_number(std::string_view& word, std::size_t most) {
  int value = 0;
  std::size_t count = 0;
  while (count < word.size() && is_digit(word[count])) {
    if (++count > most) return -1;
    value = value * 10 + (word[count - 1] - '0');
  }
  word.remove_prefix(count);
  return count == 0 ? -1 : value;
}

bool is_calendar_day(int month, int day) {
  constexpr int kDays[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month >= 1 && month <= 12 && day >= 1 && day <= kDays[month - 1];
}

std::size_t clock_digits(std::string_view word) {
  std::string_view rest = word;
  const int hour = take_number(rest, 4);
  const std::size_t size = word.size() - rest.size();
  if (hour < 0) return 0;
  if (size >= 3) return hour / 100 < 24 && hour % 100 < 60 ? size : 0;
  if (hour >= 24 || rest.empty() || (rest[0] != ':' && rest[0] != '.')) return 0;
  rest.remove_prefix(1);
  const std::size_t left = rest.size();
  const int minute = take_number(rest, 2);
  return minute >= 0 && minute < 60 && left - rest.size() == 2 ? word.size() - rest.size() : 0;
}

int clock_minutes(std::string_view digits) {
  int number = 0;
  for (char c : digits)
    if (is_digit(c)) number = number * 10 + (c - '0');
  return number / 100 * 60 + number % 100;
}

std::size_t slash_before_year(std::string_view word) {
  constexpr std::size_t kYearDigits = 4;
  std::string_view rest = word;
  const int day = take_number(rest, 2);
  const std::size_t slash = word.size() - rest.size();
  if (day < 1 || day > 31 || !take(rest, "/") || rest.size() != kYearDigits) return 0;
  const int year = take_number(rest, kYearDigits);
  return rest.empty() && year >= 1500 && year <= 2100 ? slash : 0;
}

std::size_t slash_between_years(std::string_view word) {
  constexpr std::size_t kYearDigits = 4;
  std::string_view rest = word;
  const int first = take_number(rest, kYearDigits);
  if (word.size() - rest.size() != kYearDigits || first < 1500 || first > 2100 || !take(rest, "/")) return 0;
  const std::size_t digits = rest.size();
  const int second = take_number(rest, kYearDigits);
  const int worth = digits == 1 ? 10 : digits == 2 ? 100 : 10'000;
  const bool is_next = digits != 3 && rest.empty() && second == (first + 1) % worth;
  return is_next ? kYearDigits : 0;
}

int whole_number(std::string_view word) {
  Atom atom;
  const std::string_view whole = word.substr(0, word.find('.'));
  if (whole.empty() || !read_count(whole, false, atom)) return -1;
  if (whole.size() < word.size() && word.find_first_not_of("0123456789", whole.size() + 1) != std::string_view::npos)
    return -1;
  return atom.value;
}

PeriodCode read_period_code(std::string_view word) {
  const std::size_t size = word.size();
  PeriodCode code;
  if (!word.empty() && is_digit(word[0])) {
    code.ordinal = word[0] - '0';
    word.remove_prefix(1);
  }
  code.unit = take(word, "Q")    ? TimeClass::quarter
              : take(word, "H")  ? TimeClass::half
              : take(word, "FY") ? TimeClass::fiscal
                                 : TimeClass::none;
  if (code.ordinal == 0 && code.unit != TimeClass::fiscal) {
    if (word.size() != 1 || !is_digit(word[0])) return {};
    code.ordinal = word[0] - '0';
    word.remove_prefix(1);
  }
  code.year_at = size - word.size();
  if (word.size() == 2 || word.size() == 4) {
    const int year = take_number(word, 4);
    code.year = year < 100 ? full_year(year) : year;
  }
  const int most = code.unit == TimeClass::quarter ? 4 : code.unit == TimeClass::half ? 2 : 0;
  const bool is_year = code.year == 0 ? code.unit != TimeClass::fiscal : code.year >= 1900 && code.year <= 2100;
  const bool is_ordinal = code.ordinal <= most && (code.ordinal > 0 || most == 0);
  return word.empty() && is_year && is_ordinal ? code : PeriodCode{};
}

void classify_digits(std::string_view word, Atom& atom) {
  const bool clipped = take(word, "'") || take(word, "\u2019") || take(word, "\u2018");
  if (word.empty() || word.size() > 32 || !is_digit(word[0])) return;
  (void)(read_count(word, clipped, atom) || read_decade(word, clipped, atom) ||
         (!clipped && (read_ordinal(word, atom) || read_clock(word, atom) || read_fraction(word, atom) ||
                       read_full_date(word, atom))));
}

}  // namespace wirecut
