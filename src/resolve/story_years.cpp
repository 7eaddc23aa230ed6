// "Attacks on military installations on May 9", written in February, could lie ahead; "the violence that erupted on May
// 9" can't. A story that says both means the same day twice, so the first mention already looks at the others behind
// it. Anniversaries are why a year told counts only if it is one that the bare day could have: "Sept. 11" of a story of
// 2008 is not moved to 2001.

#include "resolve/story_years.h"

#include <algorithm>
#include <cstdlib>

#include "resolve/calendar.h"
#include "resolve/direction.h"
#include "resolve/nearest_day.h"
#include "resolve/time_units.h"

namespace wirecut {
namespace {

std::size_t slot_of(const DateExpression& e) {
  return static_cast<std::size_t>(e.month) * 32 + static_cast<std::size_t>(e.day);
}

// A day of a month that the words beside it ("last May 9", "May 9 last year") don't move.
bool is_bare_day(const DateExpression& e) {
  return e.form == DateForm::calendar && e.month != 0 && e.day != 0 && e.relation == Relation::none &&
         e.unit == TimeUnit::none;
}

Direction direction_in_story(const Story& story, const DateExpression& e, const Lexicon& lexicon) {
  const auto sentence =
      std::upper_bound(story.sentences.begin(), story.sentences.end(), e.first_token,
                       [](std::uint32_t token, const Sentence& candidate) { return token < candidate.end_token; });
  return sentence == story.sentences.end() ? Direction::unknown : find_direction(story, *sentence, e, lexicon);
}

bool is_near(int year, std::chrono::sys_days anchor) { return std::abs(year - year_of(anchor)) <= 1; }

// So near to the story's day that no other year comes to mind.
bool is_close(const DateExpression& e, int year, std::chrono::sys_days anchor) {
  constexpr std::chrono::days kClose{30};
  const std::chrono::year_month_day day = std::chrono::year{year} / int{e.month} / int{e.day};
  return day.ok() && std::chrono::abs(std::chrono::sys_days{day} - anchor) <= kClose;
}

int votes_of(Direction direction) {
  return direction == Direction::future ? 1 : direction == Direction::unknown ? 0 : -1;
}

}  // namespace

int StoryYears::year_of_day(const Story& story, const Lexicon& lexicon, const DateExpression& e,
                            std::span<const DateExpression> rest, std::chrono::sys_days anchor) {
  const Direction direction = direction_in_story(story, e, lexicon);
  if (!is_bare_day(e)) return nearest_year(e, anchor, direction);
  const int nearest = nearest_year(e, anchor, direction);
  std::int16_t& told = years_[slot_of(e)];
  if (e.weekday == 0 && is_close(e, nearest, anchor)) return nearest;
  if (e.weekday == 0 && told != 0) return told;
  const auto settle = [&](int year) {
    told = static_cast<std::int16_t>(year);
    return year;
  };
  int ahead = votes_of(direction);
  if (e.weekday == 0) {  // once for each day of the year, for what is settled stays so: linear in the text
    for (const DateExpression& other : rest) {
      if (!is_bare_day(other) || other.month != e.month || other.day != e.day) continue;
      if (other.year != 0 && (direction != Direction::unknown || !is_near(other.year, anchor))) continue;
      if (other.year != 0 || other.weekday != 0) return settle(nearest_year(other, anchor, direction));
      ahead += votes_of(direction_in_story(story, other, lexicon));
    }
  }
  if (votes_of(direction) * ahead > 0 || ahead == 0) return settle(nearest);
  return settle(nearest_year(e, anchor, ahead > 0 ? Direction::future : Direction::past));
}

void StoryYears::tell(const DateExpression& e, int year, std::chrono::sys_days anchor) {
  if (is_bare_day(e) && is_near(year, anchor)) years_[slot_of(e)] = static_cast<std::int16_t>(year);
}

}  // namespace wirecut
