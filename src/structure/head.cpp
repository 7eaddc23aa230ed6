#include "structure/head.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>
#include <vector>

#include "structure/chars.h"
#include "structure/line_features.h"

// A line classifier: each of the first lines gets a score for every role it may play (headline, deck, byline ..., start
// of the body) from what can be seen on it, a table says which role may follow which, and the best path wins (Viterbi).
// Once the body has begun nothing else can follow, so the path also says where it begins. The scores are set by hand,
// in points of which three are "as good as sure": 71 forms are enough to write them and too few to train them.
namespace wirecut {
namespace {

enum Role : std::uint8_t {
  kPreface,
  kKicker,
  kHeadline,
  kContinued,
  kDeck,
  kBeside,
  kOwnLine,
  kHeadRoles,
  kBody = kHeadRoles
};

constexpr int kNever = -1000;

// What it costs that the column's role follows the row's.
constexpr int kTransitions[kHeadRoles][kHeadRoles + 1] = {
    //             preface kicker headline continued deck    beside  own line body
    /* preface  */ {0, 0, 0, kNever, kNever, kNever, -2, -1},
    /* kicker   */ {-2, -2, 0, kNever, kNever, kNever, kNever, kNever},
    /* headline */ {kNever, kNever, kNever, 0, 0, 0, 0, 0},
    /* continued*/ {kNever, kNever, kNever, 0, 0, 0, 0, 0},
    /* deck     */ {kNever, kNever, kNever, kNever, 0, 0, 0, 0},
    /* beside   */ {kNever, kNever, kNever, kNever, -1, 0, 0, 0},
    /* own line */ {kNever, kNever, kNever, kNever, kNever, -1, -2, 0},
};
constexpr int kFirst[kHeadRoles + 1] = {0, 0, 0, kNever, kNever, kNever, -3, -1};

// How well a line beside headline and body explains itself: bylines, time stamps, notes, transmission headers.
int beside_score(const LineFeatures& f) {
  switch (f.kind) {
    case LineKind::header:
    case LineKind::time:
      return 10;
    case LineKind::note:
    case LineKind::credit:
      return 8;
    case LineKind::aside:
      return f.after_byline ? 8 : f.words <= 4 ? 2 : -6;
    default:
      break;
  }
  if (f.field == Field::other || f.field == Field::byline || f.field == Field::dateline) return 10;
  if (f.byline && f.byline->labelled) return 10;
  if (f.outlet_only) return f.after_byline ? 8 : 4;
  if (f.byline) return f.byline->has_aside ? 8 : 4;
  return -8;
}

int kicker_score(const LineFeatures& f) {
  const std::uint32_t most_words = f.is_path ? 9 : 4;
  if (f.kind == LineKind::kicker && f.words <= most_words) return f.is_path ? 6 : 4;
  if (f.words > 3 || f.size > 30 || f.ends_sentence || !f.has_letters) return -10;
  return f.all_caps ? 1 : -3;
}

// "Geneva, 2 May 2019" tells nothing that happened; "TREASURY BALANCES AT FED ROSE ON MAY 2" is longer.
bool is_place_and_day(const LineFeatures& f) {
  constexpr std::uint32_t kMostWords = 4;
  return f.words <= kMostWords && f.own_line_dateline && f.own_line_dateline->dateline.date &&
         !f.own_line_dateline->dateline.country.empty();
}

int headline_score(const LineFeatures& f) {
  if (f.field == Field::headline) return 14;
  int score = 6;
  if (!f.has_letters) score -= 12;
  if (f.kind != LineKind::none && f.kind != LineKind::kicker && f.kind != LineKind::aside) score -= 8;
  if (f.kind == LineKind::kicker && f.all_caps && !f.gap_behind) score -= 4;  // "WORLD NEWS" right above the headline
  if (f.field != Field::none) score -= 10;
  if (f.byline && f.byline->labelled) score -= 10;
  if (f.outlet_only) score -= 4;
  if (f.opens_turn) score -= 16;
  if (f.dateline && !f.dateline->place_only) score -= f.dateline->strength >= kSureDateline ? 16 : 8;
  if (f.dateline && f.dateline->place_only && f.ends_sentence) score -= 6;
  if (is_place_and_day(f)) score -= 8;
  // Of 18,783 headlines of eight sources 23 end in a full stop, but all of PolNeAR's do.
  if (f.ends_stop) score -= (f.ends_prose ? 8 : 4) + (f.size > 90 ? 4 : 0) + (f.gap_behind ? 0 : 2);
  if (f.size > 160) score -= 4;
  if (f.size > 250) score -= 12;
  if (f.words < 2) score -= 3;
  if (f.words == 2) score -= 1;
  if (!f.capital) score -= 2;
  if (f.wraps_on) score -= 8;
  if (f.gap_behind) score += 1;
  return score;
}

int continued_score(const LineFeatures& f) {
  if (f.gap_before || f.opens_table || !f.continues || f.ends_stop) return kNever;
  return f.dateline || f.kind != LineKind::none || (f.byline && f.byline->labelled) ? -6 : 4;
}

int deck_score(const LineFeatures& f) {
  if (f.kind == LineKind::bullet) return 8;
  int score = -1;
  if (f.ends_stop) score -= f.size > 110 ? 7 : 4;
  if (f.size > 160) score -= 3;
  if (f.size > 300) score -= 8;
  if (f.wraps_on) score -= 3;
  if (f.dateline) score -= f.dateline->place_only ? 4 : 12;
  if (f.opens_turn) score -= 12;
  if (f.opens_table) score -= 6;
  if (f.field != Field::none) score -= 10;
  return score;
}

int own_line_score(const LineFeatures& f) {
  return f.field == Field::none && f.own_line_dateline ? 3 + f.own_line_dateline->strength : -20;
}

int body_score(const LineFeatures& f) {
  if (f.field == Field::body) return 20;
  int score = 0;
  if (f.dateline)
    score += f.dateline->place_only && !f.ends_sentence && !f.wraps_on ? 0 : 3 + 2 * std::min(f.dateline->strength, 7);
  if (f.ends_sentence) score += 3;
  if (f.opens_turn) score += 2;
  if (f.size > 110) score += 3;
  if (f.wraps_on) score += 4;
  if (!f.ends_sentence && !f.wraps_on && !f.dateline && !f.is_speaker && !f.opens_table && f.size < 90) score -= 7;
  if (f.kind != LineKind::none && f.kind != LineKind::kicker && f.kind != LineKind::aside) score -= 8;
  if (f.field != Field::none) score -= 12;
  if (f.byline && f.byline->labelled) score -= 10;
  if (f.outlet_only) score -= 6;
  if (f.own_line_dateline) score -= 4;
  if (!f.capital) score -= 1;
  if (f.indented) score += 2;
  if (!f.has_letters) score -= 6;
  return score;
}

int preface_score(const LineFeatures& f) {
  const bool name_only = f.byline && !f.byline->labelled && !f.byline->has_aside;
  return name_only ? -6
         : f.byline && !f.byline->labelled
             ? 2
             : beside_score(f);  // two or three capitalised words above the headline are a department
}

using RoleScore = int (*)(const LineFeatures&);
constexpr RoleScore kRoleScores[kHeadRoles] = {preface_score, kicker_score, headline_score, continued_score,
                                               deck_score,    beside_score, own_line_score};

// "Advertisement", "Photo: Reuters" behind a whole sentence: that may be the lead, and they stand amid many a body.
int role_score(const std::vector<LineFeatures>& lines, std::size_t i, int role) {
  constexpr std::uint32_t kShortestLead = 60;
  const bool may_interrupt = lines[i].kind == LineKind::note || lines[i].kind == LineKind::credit;
  const bool behind_sentence = i > 0 && lines[i - 1].ends_stop && lines[i - 1].size >= kShortestLead &&
                               lines[i - 1].kind == LineKind::none && !lines[i - 1].byline;
  if (role == kBeside && may_interrupt && behind_sentence) return 0;
  return kRoleScores[role](lines[i]);
}

// Which role each head line plays, and at which line the body begins (the number of lines: nowhere).
struct Path {
  std::vector<Role> roles;
  std::size_t body = 0;
};

// `more_lines`: the text goes on behind `lines`, so a path without a body is hardly the right one.
Path best_path(const std::vector<LineFeatures>& lines, bool more_lines) {
  std::vector<std::array<int, kHeadRoles>> scores(lines.size());
  std::vector<std::array<Role, kHeadRoles>> from(lines.size());
  // The best role of line `i` - 1 before `role` at line `i`, and what the path is worth up to there.
  const auto best_before = [&](std::size_t i, int role) {
    std::pair<int, Role> best{std::numeric_limits<int>::min(), kPreface};
    for (int before = 0; before < kHeadRoles; ++before)
      best = std::max(best, {scores[i - 1][static_cast<std::size_t>(before)] + kTransitions[before][role],
                             static_cast<Role>(before)});
    return best;
  };
  Path path{{}, lines.size()};
  int best_score = 0;
  Role last = kPreface;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto [before, before_role] = i == 0 ? std::pair{kFirst[kBody], kPreface} : best_before(i, kBody);
    const int with_body = before + body_score(lines[i]);
    if (path.body == lines.size() ? i == 0 || with_body > best_score : with_body > best_score) {
      best_score = with_body;
      path.body = i;
      last = before_role;
    }
    for (int role = 0; role < kHeadRoles; ++role) {
      const auto [score, role_before] = i == 0 ? std::pair{kFirst[role], kPreface} : best_before(i, role);
      scores[i][static_cast<std::size_t>(role)] = std::max(kNever, score + role_score(lines, i, role));
      from[i][static_cast<std::size_t>(role)] = role_before;
    }
  }
  for (std::size_t role = 0; role < kHeadRoles && !lines.empty(); ++role)
    if (const int score = scores.back()[role] - (more_lines               ? 10
                                                 : lines.size() >= 3      ? 6
                                                 : lines.back().ends_stop ? 4
                                                                          : 0);
        score > best_score) {
      best_score = score;
      path.body = lines.size();
      last = static_cast<Role>(role);
    }
  path.roles.resize(path.body);
  for (std::size_t i = path.body; i-- > 0; last = from[i][last]) path.roles[i] = last;
  return path;
}

void take_line(const LineFeatures& line, Role role, Head& head) {
  if (role == kHeadline)
    head.headline = line.field == Field::headline ? Span{line.value_start, line.span.end} : line.span;
  if (role == kContinued && head.headline) head.headline->end = line.span.end;
  const bool sure = line.byline && (line.byline->labelled || line.byline->has_aside);
  if (line.byline && !head.byline && (role == kBeside || (role == kPreface && sure)))
    head.byline = Byline{line.span, line.byline->authors};
  const bool field = line.field == Field::dateline && line.own_line_dateline;
  if (role == kOwnLine || field) head.dateline = line.own_line_dateline->dateline;
}

// "Potato brings smiles  RANGPUR, Dec 1, 2020 (BSS) - Growers ...": headline and story on one line, two blanks between
// them, as pages are pasted. Only a dateline with place, day and a known agency is sure enough.
std::optional<Head> read_joined_line(std::string_view text, const LineFeatures& line, const Lexicon& lexicon) {
  constexpr std::string_view kGap = "  ";
  constexpr std::uint32_t kLongestHeadline = 200, kShortest = 120;
  if (line.size < kShortest || line.dateline || line.field != Field::none) return std::nullopt;
  const std::string_view opening = text.substr(line.span.start, kLongestHeadline);
  for (std::size_t gap = opening.find(kGap); gap < opening.size(); gap = opening.find(kGap, gap + 1)) {
    const auto start = line.span.start + static_cast<std::uint32_t>(skip_blanks(opening, gap));
    const auto match = read_dateline(text, start, line.span.end, lexicon);
    if (!match || match->strength < kSureDateline || match->dateline.country.empty() || !match->dateline.date ||
        match->dateline.agency.empty())
      continue;
    Head head;
    head.headline = Span{line.span.start, line.span.start + static_cast<std::uint32_t>(gap)};
    head.dateline = match->dateline;
    head.body_start = match->body_start;
    return head;
  }
  return std::nullopt;
}

}  // namespace

Head read_head(std::string_view text, const Outline& outline, const Lexicon& lexicon) {
  const std::vector<LineFeatures> lines = line_features(text, outline, lexicon);
  if (!lines.empty())
    if (auto head = read_joined_line(text, lines.front(), lexicon)) return *head;
  const Path path = best_path(lines, outline.head.size() > lines.size());
  Head head;
  for (std::size_t i = 0; i < path.roles.size(); ++i) take_line(lines[i], path.roles[i], head);
  if (path.body >= lines.size()) return head;
  // Behind the bare label "BODY:" the story opens on the next line.
  const bool label = lines[path.body].field == Field::body && lines[path.body].value_start >= lines[path.body].span.end;
  const LineFeatures& opening = lines[path.body + (label && path.body + 1 < lines.size() ? 1 : 0)];
  head.body_start = opening.field == Field::body ? opening.value_start : opening.span.start;
  if (opening.dateline) {
    // "MADRID | Mon Sep 30, 2013 6:12am EDT", and below it "(Reuters) - ..."
    const bool parted = head.dateline && !head.dateline->place.empty() && opening.dateline->dateline.place.empty();
    if (parted) {
      head.dateline->agency = opening.dateline->dateline.agency;
      head.body_start = opening.dateline->body_start;
      return head;
    }
    head.dateline = opening.dateline->dateline;
    const Span before{opening.span.start, head.dateline->span.start};  // "By Jane Roe LONDON (Reuters) - ..."
    const std::string_view words = trim(text.substr(before.start, before.size()));
    if (auto byline = head.byline || words.empty() ? std::nullopt : read_byline(words, lexicon))
      head.byline = Byline{{before.start, before.start + static_cast<std::uint32_t>(words.size())}, byline->authors};
    head.body_start = opening.dateline->body_start;
  }
  for (const Line& line : outline.head)  // "DALLAS, Oct 19 -": the story opens on the next line
    if (*head.body_start >= opening.span.end && line.span.start >= opening.span.end)
      return head.body_start = std::max(*head.body_start, line.span.start), head;
  return head;
}

}  // namespace wirecut
