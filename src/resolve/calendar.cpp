#include "resolve/calendar.h"

#include <charconv>
#include <string_view>

namespace wirecut {
namespace {

using namespace std::chrono;

// The `count`-th weekday (1 Monday) of a month; -1: the last.
sys_days nth_weekday(int y, int m, int weekday_number, int count) {
  const year_month month = year{y} / m;
  const weekday wanted{static_cast<unsigned>(weekday_number % 7)};
  if (count < 0) return sys_days{month / wanted[last]};
  return sys_days{month / wanted[static_cast<unsigned>(count)]};
}

// Takes the next number off a rule such as "nth 11 4 4".
int take_number(std::string_view& rule) {
  const std::size_t space = rule.find(' ');
  rule.remove_prefix(space == std::string_view::npos ? rule.size() : space + 1);
  int value = 0;
  std::from_chars(rule.data(), rule.data() + rule.size(), value);
  return value;
}

}  // namespace

int iso_weekday(sys_days day) { return static_cast<int>(weekday{day}.iso_encoding()); }

IsoWeek iso_week(sys_days day) {
  const sys_days thursday = day + days{4 - iso_weekday(day)};
  const year y = year_month_day{thursday}.year();
  return {static_cast<int>(y), static_cast<int>((thursday - sys_days{y / January / 1}).count() / 7) + 1};
}

sys_days add_months(sys_days day, int n) {
  const year_month_day ymd{day};
  const year_month month = year_month{ymd.year(), ymd.month()} + months{n};
  const year_month_day moved = month / ymd.day();
  return moved.ok() ? sys_days{moved} : sys_days{month / last};
}

int quarter_of(sys_days day) {
  return (static_cast<int>(static_cast<unsigned>(year_month_day{day}.month())) - 1) / 3 + 1;
}

// The anonymous Gregorian computus (Nature, 1876).
sys_days easter(int y) {
  const int a = y % 19, b = y / 100, c = y % 100, d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
  const int h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7;
  const int m = (a + 11 * h + 22 * l) / 451, n = h + l - 7 * m + 114;
  return sys_days{year{y} / (n / 31) / (n % 31 + 1)};
}

sys_days holiday_in(const Table& holidays, std::uint32_t row, int y) {
  std::string_view rule = holidays.cell(row, 1);
  const char kind = rule.empty() ? ' ' : rule[0];
  const int first = take_number(rule);
  if (kind == 'e') return easter(y) + days{first};
  const int second = take_number(rule);
  if (kind == 'f') return sys_days{year{y} / first / second};
  const int count = take_number(rule);
  const sys_days day = nth_weekday(y, first, second, count);
  return kind == 'a' ? day + days{take_number(rule)} : day;
}

}  // namespace wirecut
