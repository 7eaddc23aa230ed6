#include "resolve/dateline.h"

#include <chrono>

namespace wirecut {
void complete_dateline(std::optional<Dateline>& dateline, const std::optional<Published>& published) {
  if (!dateline || !dateline->date || dateline->date->year || !published) return;
  const std::chrono::sys_days day = published->day;
  std::optional<std::chrono::year> best;
  std::chrono::days best_distance{};
  constexpr std::chrono::days kMostAhead{
      92};  // farther ahead it is last year's; nearer a misprint, "May 18" of March 18
  for (int step : {0, -1, 1}) {
    const std::chrono::year_month_day candidate =
        (published->day.year() + std::chrono::years{step}) / dateline->date->month_day;
    if (!candidate.ok()) continue;  // February 29
    const std::chrono::days distance = std::chrono::abs(std::chrono::sys_days{candidate} - day);
    if (std::chrono::sys_days{candidate} > day + kMostAhead) continue;
    if (best && distance >= best_distance) continue;
    best = candidate.year();
    best_distance = distance;
  }
  dateline->date->year = best;
}

bool is_guess(const Dateline& dateline) { return dateline.is_bare() && !dateline.at_home; }

void follow_place(const Story& story, std::optional<Dateline>& dateline) {
  if (!dateline || !is_guess(*dateline)) return;
  for (const Place& place : story.places) {
    if (place.span.start >= dateline->span.end) return;
    if (story.words(place.span) != dateline->place || place.country.empty()) continue;
    dateline->country = place.country;
    return;
  }
}

}  // namespace wirecut
