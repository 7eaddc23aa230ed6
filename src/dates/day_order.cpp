#include "dates/day_order.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace wirecut {
namespace {

// The two figures before the year of "29/04/2024", "Friday 11/03/89", "03/05/2024 12:14"; zeros where there are none.
std::pair<int, int> slashed_figures(const Story& story, const DateExpression& e) {
  constexpr std::string_view kDigits = "0123456789";
  const std::string_view words = story.words(e.span);
  const std::size_t slash = words.find('/');
  if (e.form != DateForm::calendar || e.year == 0 || e.day == 0 || slash >= words.size()) return {};
  const auto value = [](std::string_view digits) {
    int number = 0;
    for (const char c : digits) number = number * 10 + (c - '0');
    return digits.size() <= 2 ? number : 0;
  };
  const std::string_view before = words.substr(0, slash), behind = words.substr(slash + 1);
  const std::size_t end = std::min(behind.find_first_not_of(kDigits), behind.size());
  if (!behind.substr(end).starts_with('/')) return {};
  const int first = value(before.substr(before.find_last_not_of(kDigits) + 1));  // npos + 1 == 0
  const int second = value(behind.substr(0, end));
  return first == 0 || second == 0 ? std::pair(0, 0) : std::pair(first, second);
}

}  // namespace

void settle_day_order(const Story& story, std::vector<DateExpression>& expressions) {
  constexpr int kMonths = 12;
  bool is_day_first = false, is_month_first = false;
  for (const DateExpression& e : expressions) {
    const auto [first, second] = slashed_figures(story, e);
    is_day_first |= first > kMonths;
    is_month_first |= second > kMonths;
  }
  if (!is_day_first || is_month_first) return;
  for (DateExpression& e : expressions)
    if (const auto [first, second] = slashed_figures(story, e); first != 0 && e.month == first && e.day == second)
      std::swap(e.day, e.month);
}

}  // namespace wirecut
