#include "structure/dateline_parser.h"

#include <algorithm>
#include <string>

#include "structure/calendar.h"
#include "structure/chars.h"
#include "structure/line_kinds.h"
#include "structure/outlets.h"

// Between the parts stand commas, full stops, dashes and bars; a dash or colon that nothing of a dateline follows ends
// it.
namespace wirecut {
namespace {

constexpr std::size_t kMostWordsOfMark = 4;
constexpr std::size_t kLeastStory = 60;  // bytes behind a bar
constexpr int kMostParts = 14;

}  // namespace

bool DatelineParser::read(std::size_t stop) {
  for (int parts = 0; parts < kMostParts; ++parts) {
    if (after_mark_ && agency_known_) behind_known_mark_ = at_;
    if (at_ == stop) return finish_open();
    const DatelineToken& token = tokens_[at_];
    switch (token.piece) {
      case Piece::comma:
      case Piece::stop:
        if (at_ == 0) return false;
        after_stop_ = token.piece == Piece::stop;
        if (after_stop_ && !token.blank_before) match_.dateline.span.end = token.end;
        ++at_;
        continue;
      case Piece::dash:
      case Piece::underscore:
      case Piece::colon:
        if (!is_terminator()) return false;
        if (!goes_on_after_dash()) return terminate(token.piece);
        ++at_;
        continue;
      case Piece::bar:  // "Kampala, Uganda | THE INDEPENDENT | The ...", "GENEVA | 2 May 2019"
        if (!token.blank_before || !token.blank_after) return false;
        ++at_;
        if (!has_place() && has_date() && town_ends_line()) continue;
        if (!has_place()) return false;
        if (!read_between_bars() && !read_date(text_, tokens_[at_].start)) return terminate_at_bar();
        continue;
      case Piece::slash:  // "... / ACCESSWIRE / May 2, 2019 / Acme"
        if (has_date() && agency_known_ && token.blank_before && token.blank_after) return terminate(token.piece);
        if (!read_part()) return finish_open();
        after_stop_ = false;
        continue;
      case Piece::end:
        line_end_ = true;
        return finish_open();
      default:
        if (!read_part()) return clock_ends_line() || finish_open();
        after_stop_ = false;
    }
  }
  return false;
}

bool DatelineParser::clock_ends_line() {
  if (!has_place() || !has_date() || tokens_[at_].piece != Piece::number) return false;
  const std::size_t start = tokens_[at_].start;
  const std::string_view rest = text_.substr(start, text_.find_first_of("\r\n", start) - start);
  if (!is_time_line(rest)) return false;
  match_.body_start = static_cast<std::uint32_t>(start + rest.size());
  return line_end_ = true;
}

bool DatelineParser::is_terminator() const {
  const DatelineToken& token = tokens_[at_];
  if (at_ == 0) return false;
  if (token.piece == Piece::colon) return token.blank_after || tokens_[at_ + 1].piece != Piece::number;
  const bool tied = !token.blank_before && !token.blank_after && token.end - token.start == 1;
  if (!tied) return true;  // else "May 2-Ships", "(AP)-Ships", but not "Calif.-based"
  const Piece before = tokens_[at_ - 1].piece;
  if (before == Piece::stop && tokens_[at_ - 2].piece == Piece::word) return false;
  return upper_at(text_, token.end) && (before != Piece::word || is_all_caps(tokens_.words(at_ - 1)));
}

bool DatelineParser::goes_on_after_dash() const {
  if (tokens_[at_].piece == Piece::colon) return false;
  if (!has_place() && tokens_[at_ + 1].piece == Piece::word) return place_follows();
  if (match_.dateline.agency.empty() && !has_date() && agency_between_dashes()) return true;
  if (const auto date = has_date() ? std::nullopt : read_date(text_, tokens_[at_ + 1].start)) {
    const Piece next = tokens_[tokens_.at_byte(date->end)].piece;
    return next == Piece::dash || next == Piece::colon || next == Piece::open || next == Piece::slash;
  }
  return match_.dateline.agency.empty() && tokens_[at_ + 1].piece == Piece::open && bracket_end(at_ + 1) != 0 &&
         outlet_prefix(bracket_words(at_ + 1), lexicon_) > 0;
}

bool DatelineParser::place_follows() const {
  const std::size_t past = run_end(at_ + 1);
  if (past == at_ + 1 || !upper_at(tokens_.words(at_ + 1), 0)) return false;
  if (tokens_[past].piece == Piece::comma && !has_date()) return read_date(text_, tokens_[past + 1].start).has_value();
  if (tokens_[past].piece != Piece::dash || !tokens_[past].blank_before) return false;
  const std::uint32_t start = tokens_[at_ + 1].start;
  return has_date() &&
         read_place(text_.substr(start, tokens_[past - 1].end - start), {}, lexicon_).fame != PlaceFame::unknown;
}

bool DatelineParser::agency_between_dashes() const {
  std::size_t past = at_ + 1;
  while (tokens_[past].piece == Piece::word && past <= at_ + kMostWordsOfMark) ++past;
  const bool closed = tokens_[past].piece == Piece::dash && tokens_[past].blank_before && tokens_[past].blank_after;
  if (past == at_ + 1 || (tokens_[past].piece != Piece::end && !closed)) return false;
  const std::uint32_t start = tokens_[at_ + 1].start;
  return find_outlet(text_.substr(start, tokens_[past - 1].end - start), lexicon_).has_value();
}

bool DatelineParser::town_ends_line() const {
  const std::size_t past = run_end(at_);
  if (past == at_ || tokens_[past].piece != Piece::end) return false;
  const std::string_view words = text_.substr(tokens_[at_].start, tokens_[past - 1].end - tokens_[at_].start);
  return is_all_caps(words) && read_place(words, {}, lexicon_).fame != PlaceFame::unknown;
}

bool DatelineParser::read_between_bars() {
  std::size_t past = at_;
  while (tokens_[past].piece == Piece::word && past < at_ + kMostWordsOfMark) ++past;
  if (past == at_ || tokens_[past].piece != Piece::bar) return false;
  const std::string_view words = text_.substr(tokens_[at_].start, tokens_[past - 1].end - tokens_[at_].start);
  const bool known = find_outlet(words, lexicon_).has_value();
  if ((!known && !is_all_caps(words)) || !set_agency(words, known)) return false;
  extend_to(past);
  return true;
}

bool DatelineParser::terminate_at_bar() {
  const std::size_t line_end = std::min(text_.find_first_of("\r\n", tokens_[at_].start), text_.size());
  if (line_end - tokens_[at_].start < kLeastStory) return false;
  terminated_ = dash_ = true;
  match_.body_start = tokens_[at_].start;
  return true;
}

bool DatelineParser::terminate(Piece piece) {
  terminated_ = true;
  line_end_ = tokens_[at_ + 1].piece == Piece::end;  // "PESHAWAR:", a line of its own
  dash_ = piece != Piece::colon;
  if (piece == Piece::colon && !tokens_[at_].blank_before) match_.dateline.span.end = tokens_[at_].end;
  match_.body_start = tokens_[at_ + 1].start;
  return true;
}

bool DatelineParser::finish_open() {
  match_.body_start = tokens_[at_].start;
  if (line_end_) return true;
  if (!opens_sentence(text_.substr(match_.body_start, 4))) return false;
  if (after_mark_) return true;
  return after_stop_ && has_place() && (has_date() || agency_known_);
}

bool DatelineParser::opens_sentence(std::string_view rest) {
  return rest.empty() || upper_at(rest, 0) || is_digit(rest[0]) ||
         (!letter_at(rest, 0) && rest[0] != ',' && rest[0] != '/');
}

bool DatelineParser::read_part() {
  const DatelineToken& token = tokens_[at_];
  const bool after_mark = after_mark_;
  after_mark_ = false;
  if (!has_date() && (token.piece == Piece::word || token.piece == Piece::number) && read_date_part()) return true;
  switch (token.piece) {
    case Piece::open:
      if (read_bracket()) return true;
      break;
    case Piece::slash:
      if (read_slash()) return true;
      break;
    case Piece::number:  // the day or year of another calendar: "Riyadh, Sha'ban 27, 1440, May 02, 2019, SPA"
      if (unknown_parts_ > 0) return extend_to(at_ + 1), true;
      break;
    case Piece::word:
      if (read_words()) return true;
      break;
    default:
      break;
  }
  after_mark_ = after_mark;
  return false;
}

void DatelineParser::extend_to(std::size_t past) {
  if (match_.dateline.span.end == 0) match_.dateline.span.start = tokens_[at_].start;
  match_.dateline.span.end = tokens_[past - 1].end;
  at_ = past;
}

bool DatelineParser::read_date_part() {
  const auto read = read_date(text_, tokens_[at_].start);
  if (!read) return read_day_and_month();
  const std::size_t past = tokens_.at_byte(read->end);
  if (past <= at_ || tokens_[past - 1].end != read->end) return false;
  match_.dateline.date = read->date;
  extend_to(past);
  return true;
}

bool DatelineParser::read_day_and_month() {
  if (!has_place() || tokens_[at_].piece != Piece::number || tokens_[at_ + 1].piece != Piece::slash ||
      tokens_[at_ + 2].piece != Piece::number || tokens_[at_ + 3].piece != Piece::open)
    return false;
  const auto read = read_date(std::string(tokens_.words(at_)) + "." + std::string(tokens_.words(at_ + 2)) + ".2000", 0);
  if (!read) return false;
  match_.dateline.date = PartialDate{{}, read->date.month_day};
  return extend_to(at_ + 3), true;
}

}  // namespace wirecut
