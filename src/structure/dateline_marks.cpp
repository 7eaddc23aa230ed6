#include <algorithm>
#include <string>

#include "structure/calendar.h"
#include "structure/chars.h"
#include "structure/dateline_parser.h"
#include "structure/outlets.h"

// A bracket or a pair of slashes holds an agency, a date, a country, or two of them. An agency that no list knows needs
// a place or date in front, or capitals.
namespace wirecut {
namespace {

// "(Web Desk)", "(Staff Reporter)": who signs so is no agency.
bool is_desk(std::string_view words) {
  constexpr std::string_view kRoles[] = {"desk", "reporter", "reporters", "correspondent", "correspondents"};
  return is_one_of(kRoles, words.substr(words.rfind(' ') + 1));
}

}  // namespace

std::size_t DatelineParser::bracket_end(std::size_t open) const {
  for (std::size_t i = open + 1; i < DatelineTokens::kCapacity && i < open + 14; ++i) {
    if (tokens_[i].piece == Piece::close) return i + 1;
    if (tokens_[i].piece == Piece::end || tokens_[i].piece == Piece::open) break;
  }
  return 0;
}

std::string_view DatelineParser::bracket_words(std::size_t open) const {
  const std::size_t past = bracket_end(open);
  return trim(text_.substr(tokens_[open].end, tokens_[past - 1].start - tokens_[open].end));
}

bool DatelineParser::set_agency(std::string_view words, bool known) {
  // A bracket may hold something else, "Tema (G/R), May 2, GNA -": a known name wins.
  if (!match_.dateline.agency.empty() && (agency_known_ || !known)) return false;
  match_.dateline.agency = std::string(words);
  agency_known_ = known;
  after_mark_ = true;
  return true;
}

bool DatelineParser::are_initials_of(std::string_view mark, std::string_view name) {
  std::string initials;
  for (std::size_t at = 0; at < name.size(); ++at)
    if (is_upper(name[at]) && (at == 0 || !is_letter(name[at - 1]))) initials += name[at];
  return mark.size() > 2 && is_all_caps(mark) && !is_all_caps(name) && std::string_view(initials).ends_with(mark);
}

bool DatelineParser::read_bracket() {
  const std::size_t past = bracket_end(at_);
  if (past == 0) return read_open_bracket();
  const std::string_view words = bracket_words(at_);
  if (words.empty() || are_initials_of(words, match_.dateline.place)) return false;
  if (const std::size_t known = outlet_prefix(words, lexicon_); known > 0 && !is_letter_after(words, known)) {
    if (at_ == 0 && read_mark_and_place(words, known)) return extend_to(past), true;
    const bool whole =
        words.find_first_of(",-") == std::string_view::npos && words.find(" /") == std::string_view::npos;
    read_date_inside(words.substr(known));
    if (set_agency(whole ? words : words.substr(0, known), true)) return extend_to(past), true;
    return false;
  }
  const bool may_name_place = at_ == 0 || (has_date() && !has_place());  // "February 15, 2011 (KHARTOUM) -"
  if (at_ == 0 && (read_place_and_date(words) || read_place_and_region(words))) return extend_to(past), true;
  if (may_name_place && read_bare_place(words)) return extend_to(past), true;
  if (read_date_inside(words)) return extend_to(past), true;
  if (has_place() && set_region(words)) return extend_to(past), true;
  if (has_place() && is_desk(words)) return after_mark_ = true, extend_to(past), true;
  if (is_mark_like(words) && set_agency(words, false)) return extend_to(past), true;
  return false;
}

bool DatelineParser::read_place_and_date(std::string_view words) {
  const std::size_t slash = words.find('/');
  if (slash == std::string_view::npos || !upper_at(words, 0)) return false;
  const std::string_view place = trim(words.substr(0, slash));
  std::string day(trim(words.substr(slash + 1)));
  auto read = read_date(day, 0);
  if (!read || read->end < day.size()) {
    std::replace(day.begin(), day.end(), '/', ' ');  // "Feb 07/2024"
    read = read_date(day, 0);
  }
  if (!read || read->end < day.size() || read_place(place, {}, lexicon_).fame == PlaceFame::unknown) return false;
  match_.dateline.place = std::string(place);
  match_.dateline.date = read->date;
  return after_mark_ = true;
}

bool DatelineParser::read_mark_and_place(std::string_view words, std::size_t mark) {
  constexpr std::string_view kJoints = "|/,";
  const std::string_view rest = trim(words.substr(mark));
  if (rest.empty() || kJoints.find(rest[0]) == std::string_view::npos) return false;
  const std::string_view place = trim(rest.substr(1));
  if (!upper_at(place, 0) || read_place(place, {}, lexicon_).fame == PlaceFame::unknown) return false;
  match_.dateline.place = std::string(place);
  return set_agency(words.substr(0, mark), true);
}

bool DatelineParser::read_place_and_region(std::string_view words) {
  const std::size_t comma = words.find(", ");
  if (comma == std::string_view::npos || !upper_at(words, 0) || !set_region(words.substr(comma + 2))) return false;
  match_.dateline.place = std::string(words.substr(0, comma));
  return after_mark_ = true;
}

bool DatelineParser::read_bare_place(std::string_view words) {
  if (!is_all_caps(words) || words.size() < 4 || read_place(words, {}, lexicon_).fame != PlaceFame::dateline)
    return false;
  match_.dateline.place = std::string(words);
  return after_mark_ = true;
}

bool DatelineParser::read_open_bracket() {
  const std::string_view rest = text_.substr(tokens_[at_].end, 60);
  const std::size_t known = outlet_prefix(rest, lexicon_);
  const std::size_t past = tokens_.at_byte(tokens_[at_].end + known);
  if (known == 0 || tokens_[past].piece != Piece::dash || !set_agency(rest.substr(0, known), true)) return false;
  extend_to(past);
  return true;
}

bool DatelineParser::is_letter_after(std::string_view words, std::size_t at) {
  at = skip_blanks(words, at);
  return at < words.size() && letter_at(words, at) && read_date(words, at) == std::nullopt;
}

bool DatelineParser::read_date_inside(std::string_view words) {
  for (std::size_t i = 0; !has_date() && i < words.size(); ++i) {
    if (i > 0 && (is_letter(words[i - 1]) || is_digit(words[i - 1]))) continue;
    if (const auto read = read_date(words, i)) {
      match_.dateline.date = read->date;
      return true;
    }
  }
  return false;
}

bool DatelineParser::is_mark_like(std::string_view words) const {
  if (words.size() > 40 || words.size() < 2 || std::count(words.begin(), words.end(), ' ') > 3) return false;
  const bool letters = std::all_of(words.begin(), words.end(), [](char c) {
    return is_letter(c) || is_high(c) || c == ' ' || c == '.' || c == '-' || c == '&' || c == '/' || is_digit(c);
  });
  if (!letters || !(upper_at(words, 0) || words.size() <= 5)) return false;
  return has_place() || has_date() || (is_all_caps(words) && words.size() <= 8);
}

bool DatelineParser::read_slash() {
  std::size_t close = at_ + 1;
  while (close < at_ + 7 && (tokens_[close].piece == Piece::word || tokens_[close].piece == Piece::stop ||
                             tokens_[close].piece == Piece::number || tokens_[close].piece == Piece::dash))
    ++close;
  if (close == at_ + 1) return false;
  const std::string_view words = text_.substr(tokens_[at_ + 1].start, tokens_[close - 1].end - tokens_[at_ + 1].start);
  const bool closed = tokens_[close].piece == Piece::slash;
  const bool known = find_outlet(words, lexicon_).has_value() || outlet_prefix(words, lexicon_) > 0;
  const bool apart = at_ == 0 || tokens_[at_].blank_before || tokens_[at_ - 1].piece != Piece::word;
  if (closed && apart && (known || has_place()) && set_agency(words, known)) return extend_to(close + 1), true;
  if (known && set_agency(words, known)) return extend_to(closed ? close + 1 : close), true;
  if (closed && apart && agency_known_ && has_place()) return extend_to(close + 1), true;    // "KAZINFORM /Jane Roe/"
  if (!has_place() && !match_.dateline.agency.empty() && !apart) return ++at_, read_town();  // "ANDINA/Lima"
  if (!has_place() || tokens_[at_ + 1].piece != Piece::word) return false;
  ++at_;  // "GENEVA/NEW YORK"
  joined_ = true;
  return read_words();
}

bool DatelineParser::behind_mark() const {
  return at_ > 0 && !match_.dateline.agency.empty() &&
         (tokens_[at_ - 1].piece == Piece::close || tokens_[at_ - 1].piece == Piece::slash);
}

}  // namespace wirecut
