// What a story proves about its own day, by falling certainty: what the caller or the carrier says; a full date in the
// dateline; a full date on a line of its own at the head or the end, or beside the word "today" (papers' "today (May
// 2)" is the story's day in 185 of 190); a dateline's month and day together with a year that the rest of the story
// settles. A wrong day is worse than none: most stories name no year (of 256 newswire stories seven print their own
// day, and the greatest year in the text is the story's in 8 of 89), so a bare year proves nothing here.
//
// A year is settled by two proofs together: a weekday ("Wednesday, May 1", or the lead's "on Thursday" for the
// dateline's own day) and a date of the months before that the text names with its year (that date alone is right in 30
// to 70 of 100). Or by the order of events: what has happened and what is to come, both dated within a few months,
// enclose the day.

#include <algorithm>
#include <span>
#include <string>

#include "lexicon/lower_case.h"
#include "resolve/calendar.h"
#include "resolve/date_context.h"
#include "resolve/dates.h"
#include "resolve/day_text.h"
#include "resolve/direction.h"

namespace wirecut {
namespace {

using namespace std::chrono;

// How far before a dateline's day a month or day with its year may lie to settle the dateline's year. Not behind it:
// bonds fall due in years to come.
constexpr days kSeasonDays{180};

// How near the last date told of the past and the first told of the future must lie to enclose a dateline's day: within
// four months 7 years of 7 were right, within a year 20 of 22.
constexpr days kOrderDays{120};

// How many expressions a story is looked through for: the first ones decide, and a list of dates has no end.
constexpr std::size_t kMostExpressions = 2000;

bool is_full_date(const DateExpression& e) {
  return e.form == DateForm::calendar && e.year != 0 && e.month != 0 && e.day != 0;
}

std::optional<sys_days> full_date(const DateExpression& e) {
  if (!is_full_date(e)) return std::nullopt;
  const year_month_day day = year{e.year} / int{e.month} / int{e.day};
  return day.ok() ? std::optional<sys_days>(day) : std::nullopt;
}

class Inference {
 public:
  Inference(const Story& story, const std::vector<DateExpression>& expressions, const Lexicon& lexicon)
      : story_(story),
        lexicon_(lexicon),
        expressions_(expressions.data(), std::min(expressions.size(), kMostExpressions)) {
    const auto lead = std::find_if(story.sentences.begin(), story.sentences.end(),
                                   [](const Sentence& sentence) { return sentence.part == Part::body; });
    if (lead != story.sentences.end()) lead_ = &*lead;
  }

  std::optional<Published> infer() const {
    if (const auto day = dateline_day()) return Published{*day, PublishedBasis::dateline};
    if (const auto day = own_line_day()) return Published{*day, PublishedBasis::text};
    if (const auto day = day_called_today()) return Published{*day, PublishedBasis::text};
    if (const auto day = dateline_day_in_proven_year()) return Published{*day, PublishedBasis::inferred};
    return std::nullopt;
  }

 private:
  std::optional<PartialDate> dateline_date() const {
    return story_.structure.dateline ? story_.structure.dateline->date : std::nullopt;
  }

  std::optional<year_month_day> dateline_day() const {
    const auto date = dateline_date();
    if (!date || !date->year) return std::nullopt;
    const year_month_day day = *date->year / date->month_day;
    return day.ok() ? std::optional(day) : std::nullopt;
  }

  // "Published: May 2, 2019" or "Thursday, May 2, 2019" alone on its line, outside of the prose; above the body, where
  // no other day is given, "Updated: May 2, 2019". Or the stamp of a wire.
  std::optional<year_month_day> own_line_day() const {
    std::optional<year_month_day> updated;
    for (const DateExpression& e : expressions_) {
      if (const auto filed = filing_day(story_, e)) return year_month_day{*filed};
      auto day = full_date(e);
      if (!day) continue;
      if (const auto other = other_reading(story_, e); other && is_of_dateline(*other)) day = other;
      const DayLabel label = is_of_byline(e) ? DayLabel::published : day_label(e);
      if (label == DayLabel::published || is_imprint(e) || is_page_stamp(e)) return year_month_day{*day};
      if (label == DayLabel::updated && is_above_body(e) && !updated) updated = year_month_day{*day};
    }
    return updated;
  }

  // "04/12/2021" above "KUALA LUMPUR, Dec 4 (Bernama)" is no day of April.
  bool is_of_dateline(sys_days day) const {
    const auto date = dateline_date();
    return date && date->month_day == year_month_day{day}.month() / year_month_day{day}.day();
  }

  // "By Jane Roe, May 2, 2019", "Jane Roe | Updated: 02 May 2019"
  bool is_of_byline(const DateExpression& e) const {
    return story_.structure.byline && story_.structure.byline->span.contains(e.span) && is_above_body(e);
  }

  bool is_above_body(const DateExpression& e) const {
    return story_.structure.body && e.span.end <= story_.structure.body->span.start;
  }

  // The words of its line in front of it; none where those are more than a note has. Of a text without lines no more is
  // looked at.
  std::string_view line_before(const DateExpression& e) const {
    constexpr std::size_t kLongest = 100;
    const std::string_view text = std::string_view(story_.text).substr(0, e.span.start);
    const std::string_view near = text.substr(text.size() - std::min(text.size(), kLongest + 1));
    const std::string_view line = near.substr(near.rfind('\n') + 1);  // npos + 1 == 0
    return line.size() > kLongest ? std::string_view() : line;
  }

  // "This report by The Canadian Press was first published May 5, 2024.", "Published in Dawn, May 5th, 2024": a line
  // that tells where and when the story stood.
  bool is_imprint(const DateExpression& e) const {
    const std::string_view line = line_before(e);
    const bool of_this =
        line.starts_with("This report ") || line.starts_with("This story ") || line.starts_with("This article ");
    return line.starts_with("Published in ") ||
           (of_this && (line.ends_with(" published ") || line.ends_with(" published on ")));
  }

  // "Source: Xinhua| 2019-05-02 20:15:37|Editor: roe" above the body: when the page was made.
  bool is_page_stamp(const DateExpression& e) const {
    return e.clock >= 0 && is_above_body(e) && line_before(e).starts_with("Source: ");
  }

  // What the label of a day on a line of its own says that it is the day of.
  enum class DayLabel : std::uint8_t { none, published, updated };

  // Nothing else on its line but a label before it ("Published:", "LONDON,") and a clock behind it.
  DayLabel day_label(const DateExpression& e) const {
    constexpr std::size_t kMostLabel = 48, kMostClock = 40;
    const std::string_view text = story_.text;
    const std::size_t first = e.span.start > kMostLabel ? e.span.start - kMostLabel - 1 : 0;
    std::string_view before = text.substr(first, e.span.start - first);
    std::string_view behind = text.substr(e.span.end, kMostClock + 1);
    const std::size_t opens = before.rfind('\n'), ends = behind.find_first_of("\n|");
    if (opens == std::string_view::npos && first > 0) return DayLabel::none;  // the line began farther off
    if (ends == std::string_view::npos && behind.size() > kMostClock) return DayLabel::none;
    before = before.substr(opens + 1);  // npos + 1 == 0
    behind = behind.substr(0, ends);
    if (is_above_body(e))  // "May 2, 2019, 12:14 PM \u2022 3 min read"
      for (std::string_view mark : {"\u2022", "\u00b7"}) behind = behind.substr(0, behind.find(mark));
    constexpr std::string_view kBlanks = " \t\r.,:;|-()[]\xc2\xa0";  // a no-break space among them
    const bool alone = behind.find_first_not_of(kBlanks) == std::string_view::npos || is_clock(behind, e.clock >= 0) ||
                       opens_stamp(behind);
    if (!alone) return DayLabel::none;
    const std::size_t last = before.find_last_not_of(kBlanks.substr(0, 2));
    const bool is_field = last < before.size() && before[last] == '|';  // "Jane Roe | May 2, 2019 | 5:00 p.m."
    return is_field && is_above_body(e) ? DayLabel::published : read_label(before, is_above_body(e));
  }

  // "Published on:", "(date", "LONDON |", "Updated 10:15 GMT,", above the body "ANI | Updated:", or nothing at all.
  DayLabel read_label(std::string_view words, bool is_above) const {
    if (const std::size_t clock = words.find_first_of("0123456789");
        is_clock(words.substr(std::min(clock, words.size()))))
      words = words.substr(0, clock);
    const auto trim = [&] {
      while (!words.empty() && std::string_view(" :|,\t").find(words.back()) != std::string_view::npos)
        words.remove_suffix(1);
      while (!words.empty() && (words.front() == ' ' || words.front() == '(' || words.front() == '['))
        words.remove_prefix(1);
    };
    trim();
    if (is_above) words = words.substr(words.find_last_of("|/") + 1);  // npos + 1 == 0
    trim();
    const std::string label = to_lower_case(words);
    const RowRange rows = lexicon_.date_labels.find(label);
    if (!rows.empty() && lexicon_.date_labels.cell(rows.first, 1) == "updated") return DayLabel::updated;
    const bool known = label.empty() || !rows.empty() || !lexicon_.dateline_cities.find(label).empty();
    return known ? DayLabel::published : DayLabel::none;
  }

  // "Updated 3 hours ago", "- Update : 02.05.2019", "UTCUpdated 3 hours ago": another stamp follows on the line.
  bool opens_stamp(std::string_view words) const {
    words = words.substr(0, words.find_first_of(":0123456789"));
    words.remove_prefix(std::min(words.find_first_not_of(' '), words.size()));
    std::size_t zone = 0;  // capitals, of which the last is the label's
    while (zone + 1 < words.size() && is_capital(words[zone]) && is_capital(words[zone + 1])) ++zone;
    if (zone + 1 < words.size() && words[zone + 1] >= 'a' && words[zone + 1] <= 'z') words.remove_prefix(zone);
    const std::size_t first = words.find_first_not_of(" ,-|/(");
    const std::size_t last = words.find_last_not_of(" :");
    return first < words.size() && first <= last &&
           !lexicon_.date_labels.find(to_lower_case(words.substr(first, last + 1 - first))).empty();
  }

  static bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

  // "10:30 AM EDT", "at 10:30", "/ 10:30 PM EDT", "1512 GMT (2312 HKT)"
  // `told`: the hour stands before it, and a zone is enough ("2 May 2019 12:14, UK").
  static bool is_clock(std::string_view words, bool told = false) {
    return (told || words.find_first_of("0123456789") != std::string_view::npos) &&
           words.find_first_not_of(" \t\r,|/-+()apmtABCDEGHIJKMNPSTUWZ:.0123456789") == std::string_view::npos;
  }

  // "arrested today (Thursday, May 2, 2019)", "today, 2 May 2019": the author's own day, unless somebody is quoted.
  std::optional<year_month_day> day_called_today() const {
    for (std::size_t i = 1; i < expressions_.size(); ++i) {
      const DateExpression& word = expressions_[i - 1];
      if (word.form != DateForm::day_offset || word.step != 0 || word.part != DayPart::none) continue;
      const auto day = full_date(expressions_[i]);
      if (day && is_apposition(word, expressions_[i])) return year_month_day{*day};
    }
    return std::nullopt;
  }

  bool is_apposition(const DateExpression& word, const DateExpression& day) const {
    const std::string_view between = story_.words({word.span.end, day.span.start});
    return between == ", " || between == " (" || between == ", the ";
  }

  // ---- the year of a dateline's month and day

  // The last day told of the past and the first one told of the future.
  struct Told {
    std::optional<sys_days> past, future;
  };

  Told order_of_events() const {
    Told told;
    for (const DateExpression& e : expressions_)
      if (e.form == DateForm::calendar && e.year != 0 && e.month != 0) note_order(e, told);
    return told;
  }

  std::optional<year_month_day> dateline_day_in_proven_year() const {
    const auto date = dateline_date();
    if (!date) return std::nullopt;
    const Told told = order_of_events();
    std::optional<int> proven;
    for (int y : candidate_years()) {
      const year_month_day day = year{y} / date->month_day;
      if (!day.ok() || !is_proven(sys_days{day}, told)) continue;
      if (proven) return std::nullopt;  // two years fit: none is proven
      proven = y;
    }
    if (!proven) return std::nullopt;
    return year{*proven} / date->month_day;
  }

  // The years of the first dates that name a month and a year, and the years after them.
  std::vector<int> candidate_years() const {
    constexpr std::size_t kMostYears = 32;
    std::vector<int> years;
    for (const DateExpression& e : expressions_) {
      if (e.form != DateForm::calendar || e.year == 0 || e.month == 0) continue;
      years.push_back(e.year);
      years.push_back(e.year + 1);
      if (years.size() >= kMostYears) break;
    }
    std::sort(years.begin(), years.end());
    years.erase(std::unique(years.begin(), years.end()), years.end());
    return years;
  }

  // A weekday that falls on its day in this year, and a date of these months. Either alone is a wrong year too often: a
  // weekday fits one year of seven, and news of an anniversary dates the old day in full.
  bool is_proven(sys_days day, const Told& told) const {
    bool weekday_fits = false, dated = false;
    for (const DateExpression& e : expressions_) {
      if (e.form != DateForm::calendar) continue;
      if (e.year != 0 && e.month != 0) {
        dated |= is_of_these_months(e, day);
      } else if (e.weekday != 0 && e.month != 0 && e.day != 0) {
        if (!weekday_agrees(e, day)) return false;
        weekday_fits = true;
      } else if (e.weekday != 0 && e.relation == Relation::none && is_told_in_lead(e)) {
        weekday_fits |= iso_weekday(day) == e.weekday;
      }
    }
    return (weekday_fits && dated) || encloses(told, day);
  }

  void note_order(const DateExpression& e, Told& told) const {
    const auto sentence = std::partition_point(story_.sentences.begin(), story_.sentences.end(),
                                               [&](const Sentence& s) { return s.end_token <= e.first_token; });
    const year_month_day named = year{e.year} / int{e.month} / std::max(1, int{e.day});
    if (sentence == story_.sentences.end() || !named.ok()) return;
    const sys_days day{named};
    const Direction direction = find_direction(story_, *sentence, e, lexicon_);
    if (direction == Direction::future) {
      told.future = std::min(told.future.value_or(day), day);
    } else if (direction != Direction::unknown) {
      told.past = std::max(told.past.value_or(day), day);
    }
  }

  static bool encloses(const Told& told, sys_days day) {
    return told.past && told.future && *told.past <= day && day <= *told.future && day - *told.past <= kOrderDays &&
           *told.future - day <= kOrderDays;
  }

  static bool is_of_these_months(const DateExpression& e, sys_days day) {
    const year_month_day named = year{e.year} / int{e.month} / std::max(1, int{e.day});
    return named.ok() && sys_days{named} <= day && day - sys_days{named} <= kSeasonDays;
  }

  // In the first sentence of the body, where "on Friday" is the dateline's own day unless it lies ahead.
  bool is_told_in_lead(const DateExpression& e) const {
    return lead_ != nullptr && lead_->span.contains(e.span) &&
           find_direction(story_, *lead_, e, lexicon_) != Direction::future;
  }

  // "Wednesday, May 1" in a story of `day`: in the nearest year, does the month's day fall on that weekday?
  static bool weekday_agrees(const DateExpression& e, sys_days day) {
    const int y = static_cast<int>(year_month_day{day}.year());
    std::optional<sys_days> nearest;
    for (int candidate = y - 1; candidate <= y + 1; ++candidate) {
      const year_month_day named = year{candidate} / int{e.month} / int{e.day};
      if (!named.ok()) continue;
      if (!nearest || std::abs((sys_days{named} - day).count()) < std::abs((*nearest - day).count()))
        nearest = sys_days{named};
    }
    return nearest && iso_weekday(*nearest) == e.weekday;
  }

  const Story& story_;
  const Lexicon& lexicon_;
  std::span<const DateExpression> expressions_;
  const Sentence* lead_ = nullptr;  // the first sentence of the body
};

}  // namespace

std::optional<Published> resolve_published(const Story& story, const std::vector<DateExpression>& expressions,
                                           std::optional<year_month_day> option, const Lexicon& lexicon) {
  if (option) return Published{*option, PublishedBasis::option};
  if (const auto day = parse_day(story.metadata.published)) return Published{*day, PublishedBasis::metadata};
  return Inference(story, expressions, lexicon).infer();
}

}  // namespace wirecut
