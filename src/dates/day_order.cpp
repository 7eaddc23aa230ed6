#include "dates/day_order.h"

#include <string_view>
#include <utility>

#include "dates/digits.h"

namespace wirecut {
namespace {

// The two figures before the year of "29/04/2024", "Friday 11/03/89", "03/05/2024 12:14"; zeros where there are none.
std::pair<int, int> slashed_figures(const Story& story, const DateExpression& e) {
  constexpr std::string_view kDigits = "0123456789";
  const std::string_view words = story.words(e.span);
  const std::size_t slash = words.find('/');
  if (e.form != DateForm::calendar || e.year == 0 || e.day == 0 || slash >= words.size()) return {};
  const std::string_view before = words.substr(0, slash);
  std::string_view figure = before.substr(before.find_last_not_of(kDigits) + 1);  // npos + 1 == 0
  std::string_view behind = words.substr(slash + 1);
  const int first = take_number(figure, 2), second = take_number(behind, 2);
  return first <= 0 || second <= 0 || !behind.starts_with('/') ? std::pair(0, 0) : std::pair(first, second);
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
