// Cuts the text into runs of digits and of letters and reads the first three that make a day: digits first (ISO), or a
// month by name with a day before or behind it.

#include "resolve/day_text.h"

#include <array>
#include <cstdint>
#include <utility>

namespace wirecut {
namespace {

using namespace std::chrono;

struct Piece {
  std::string_view letters;  // empty: digits
  int number = 0;
  std::size_t digits = 0;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// The month that begins with these three letters, in either case; 0: none.
unsigned month_named(std::string_view word) {
  constexpr std::string_view kMonths = "janfebmaraprmayjunjulaugsepoctnovdec";
  if (word.size() < 3) return 0;
  char key[3];
  for (std::size_t i = 0; i < 3; ++i) key[i] = static_cast<char>(word[i] | 0x20);
  for (unsigned m = 0; m < 12; ++m)
    if (kMonths.substr(m * 3, 3) == std::string_view(key, 3)) return m + 1;
  return 0;
}

std::optional<year_month_day> checked(int y, unsigned m, int d) {
  const year_month_day day{year{y}, month{m}, std::chrono::day{static_cast<unsigned>(d)}};
  if (!day.ok() || y < 1500 || y > 2200) return std::nullopt;
  return day;
}

// "1556791200" in seconds since 1970, "1556791200000" in milliseconds, from 1990 on: the day in UTC.
std::optional<year_month_day> day_since_epoch(std::string_view digits) {
  constexpr std::size_t kSeconds = 10;
  constexpr std::int64_t kEarliest = 631'152'000, kLatest = 4'102'444'800;  // 1990, 2100
  std::int64_t value = 0;
  for (const char c : digits.substr(0, kSeconds)) value = value * 10 + (c - '0');
  if (value < kEarliest || value >= kLatest) return std::nullopt;
  return year_month_day{floor<days>(sys_seconds{seconds{value}})};
}

// "29/04/2024", "29.04.2024", "04/29/2024": where one of the first two figures can be no month, or both are the same.
std::optional<year_month_day> parse_day_month_year(std::string_view text) {
  int numbers[3] = {0, 0, 0};
  std::size_t at = 0;
  char mark = 0;
  for (int& number : numbers) {
    const std::size_t start = at;
    const bool is_year = &number == numbers + 2;
    const std::size_t most = is_year ? 4 : 2;
    while (at < text.size() && is_digit(text[at]) && at - start < most) number = number * 10 + (text[at++] - '0');
    if (at == start || (is_year && at - start != most)) return std::nullopt;
    if (is_year) break;
    if (at >= text.size() || std::string_view("/.-").find(text[at]) == std::string_view::npos) return std::nullopt;
    if (mark != 0 && text[at] != mark) return std::nullopt;
    mark = text[at++];
  }
  if (at < text.size() && (is_digit(text[at]) || is_letter(text[at]))) return std::nullopt;
  auto [first, second, y] = numbers;
  if (first > 12) std::swap(first, second);  // now the month comes first
  if (second <= 12 && first != second) return std::nullopt;
  return checked(y, static_cast<unsigned>(first), second);
}

std::optional<year_month_day> parse_digits(std::string_view text) {
  std::size_t digits = 0;
  while (digits < text.size() && is_digit(text[digits])) ++digits;
  const auto number = [&](std::size_t from, std::size_t size) {
    int value = 0;
    for (char c : text.substr(from, size)) {
      if (!is_digit(c)) return -1;
      value = value * 10 + (c - '0');
    }
    return value;
  };
  if (digits == text.size() && digits == 10 && number(8, 2) < 24)  // "2019050210", with the hour
    if (const auto day = checked(number(0, 4), static_cast<unsigned>(number(4, 2)), number(6, 2)); day) return day;
  if (digits == text.size() && (digits == 10 || digits == 13)) return day_since_epoch(text);
  if (digits <= 2) return parse_day_month_year(text);
  if (digits == 8) return checked(number(0, 4), static_cast<unsigned>(number(4, 2)), number(6, 2));
  if (digits != 4 || text.size() < 10 || (text[4] != '-' && text[4] != '/') || text[7] != text[4]) return std::nullopt;
  if (text.size() > 10 && is_digit(text[10])) return std::nullopt;
  const int m = number(5, 2), d = number(8, 2);
  return m < 1 || d < 1 ? std::nullopt : checked(number(0, 4), static_cast<unsigned>(m), d);
}

}  // namespace

std::optional<year_month_day> parse_day(std::string_view text) {
  while (!text.empty() && !is_digit(text[0]) && !is_letter(text[0])) text.remove_prefix(1);
  if (const auto day = parse_digits(text)) return day;

  constexpr std::size_t kMostPieces = 5;  // "Thu, 02 May 2019" and one to spare
  unsigned month_number = 0;
  int day_number = 0, year_number = 0;
  std::size_t at = 0;
  for (std::size_t pieces = 0; pieces < kMostPieces && at < text.size();) {
    if (is_letter(text[at])) {
      const std::size_t start = at;
      while (at < text.size() && is_letter(text[at])) ++at;
      const unsigned named = month_named(text.substr(start, at - start));
      if (named != 0 && month_number == 0) month_number = named;
      ++pieces;
    } else if (is_digit(text[at])) {
      const std::size_t start = at;
      int value = 0;
      for (; at < text.size() && is_digit(text[at]) && at - start < 5; ++at) value = value * 10 + (text[at] - '0');
      if (at - start == 4 && year_number == 0)
        year_number = value;
      else if (at - start <= 2 && day_number == 0)
        day_number = value;
      else
        return std::nullopt;
      ++pieces;
    } else {
      ++at;
    }
    if (month_number != 0 && day_number != 0 && year_number != 0) return checked(year_number, month_number, day_number);
  }
  return std::nullopt;
}

}  // namespace wirecut
