#include "structure/dateline.h"

#include <algorithm>
#include <string>

#include "structure/calendar.h"
#include "structure/chars.h"
#include "structure/dateline_place.h"
#include "structure/dateline_tokens.h"
#include "structure/outlets.h"

// A parser over the pieces of the first 300 bytes. It reads part after part (place, region, date, agency mark) with any
// separators between them until a terminator, then asks how much speaks for a dateline: a known agency 3, a date 2, a
// known place 1 or 2, its region 2, capitals, a terminator 1. Three points of two kinds make a dateline, so that
// "London, long a city ..." and "Trump: I will ..." are none. Place names need no list: "NARVA, Estonia (AP)" is a
// dateline by its form. Limit: a town in lower case that no list knows, without region, date and agency.
namespace wirecut {
namespace {

constexpr std::uint32_t kWindow = 300;
constexpr std::size_t kMostWords = 8;
constexpr std::size_t kMostWordsOfMark = 4;
constexpr std::size_t kLeastStory = 60;  // bytes behind a bar
constexpr int kMostParts = 14;

// Words in lower case that stand inside of place names.
constexpr std::string_view kParticles[] = {
    "aan", "al",   "am",  "an",  "at", "aux", "da",   "dar", "de",  "del",   "della", "den", "der", "des",
    "di",  "do",   "dos", "du",  "e",  "el",  "en",   "es",  "im",  "in",    "la",    "las", "le",  "les",
    "los", "near", "of",  "off", "on", "os",  "sous", "sur", "the", "under", "upon",  "van", "von", "y"};
constexpr WordSet kParticlesSet(kParticles);

// Capitals before a dash that are no place.
constexpr std::string_view kLabels[] = {
    "alert",     "analysis",  "breaking", "brief",   "column", "commentary", "corrected", "correction",
    "editorial", "exclusive", "factbox",  "feature", "flash",  "focus",      "insight",   "interview",
    "live",      "must",      "new",      "news",    "note",   "obituary",   "opinion",   "photo",
    "photos",    "preview",   "profile",  "report",  "review", "snap",       "special",   "summary",
    "timeline",  "update",    "urgent",   "video",   "watch",  "wrapup"};

// What opens a place on the move: no country is asked for.
constexpr std::string_view kAboard[] = {"aboard ", "on board ", "over ", "at sea"};

bool starts_ignoring_case(std::string_view text, std::string_view prefix) {
  return same_ignoring_case(text.substr(0, prefix.size()), prefix);
}

class Parser {
 public:
  Parser(std::string_view text, std::uint32_t start, std::uint32_t end, const Lexicon& lexicon)
      : text_(text), tokens_(text, start, end), lexicon_(lexicon) {}

  // Reads up to the terminator; false where it can't be a dateline.
  bool read() {
    for (int parts = 0; parts < kMostParts; ++parts) {
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
          if (!has_place() || !token.blank_before || !token.blank_after) return false;
          ++at_;
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
          if (!read_part()) return finish_open();
          after_stop_ = false;
      }
    }
    return false;
  }

  bool ended_with_line() const { return line_end_ && !terminated_; }
  bool has_place() const { return !match_.dateline.place.empty(); }
  bool has_date() const { return match_.dateline.date.has_value(); }

  // The evidence, once read() has been true.
  DatelineMatch weigh() {
    DatelineMatch& m = match_;
    drop_byline();
    const std::string place = m.dateline.place;
    const bool aboard = std::any_of(std::begin(kAboard), std::end(kAboard),
                                    [&](std::string_view prefix) { return starts_ignoring_case(place, prefix); });
    if (!place.empty() && !aboard) {
      // "ZURICH/WINNIPEG, Manitoba": the province is that of the second.
      const PlaceReading first = region_of_second_ ? read_place(place, {}, lexicon_) : PlaceReading{};
      const auto outlet = agency_known_ ? find_outlet(m.dateline.agency, lexicon_) : std::nullopt;
      PlaceReading reading = read_place(place, region_, lexicon_, outlet ? outlet->country : std::string_view{});
      if (first.fame == PlaceFame::dateline) reading = first;
      if (reading.fame == PlaceFame::unknown && region_.empty()) split_region(reading);
      if (reading.country.empty() && region_.empty() && is_all_caps(place) && (has_date() || agency_known_))
        reading.country = misspelt_place_country(place, lexicon_);
      if (reading.country.empty() && !second_place_.empty())
        reading.country = read_place(second_place_, {}, lexicon_).country;
      m.dateline.country = reading.country;
      fame_ = reading.fame;
    }
    const std::string_view rest = trim(text_.substr(m.body_start, 60));
    const bool caps = place.size() >= 3 && is_all_caps(place) && !is_all_caps(rest);
    int of_place = fame_ == PlaceFame::dateline ? 2 : fame_ == PlaceFame::town ? 1 : 0;
    if (!region_.empty()) of_place += 2;
    if (aboard) of_place += 2;
    if (caps) of_place += of_place == 0 && dash_ && !is_label(place) ? 2 : 1;
    of_place -= unknown_parts_;
    const bool alone = place.empty() && !m.dateline.date && dash_;  // "(IFR) - Hundreds ..."
    const int of_agency = m.dateline.agency.empty() ? 0 : agency_known_ ? 3 : alone ? 2 : 1;
    const int of_date = m.dateline.date ? 2 : 0;
    m.strength = of_place + of_agency + of_date + (terminated_ ? 1 : 0);
    if (place.size() == 1 && of_date == 0) m.strength = 0;
    m.place_only = of_agency == 0 && of_date == 0 && region_.empty();
    if (of_agency == 0 && of_date == 0 && !opens_sentence(rest)) m.strength = 0;
    if (fame_ == PlaceFame::unknown && !agency_known_ && region_.empty() && is_label(place)) m.strength = 0;
    if (place.empty() && of_agency == 0 && !dash_) m.strength = 0;  // "May 2: ..." is a line of a chronicle
    return m;
  }

 private:
  // "By Jane Roe LONDON (Reuters) - ...": the place is what stands in capitals.
  void drop_byline() {
    const std::string_view words = text_.substr(match_.dateline.span.start, match_.dateline.place.size());
    if (!starts_ignoring_case(words, "by ")) return;
    for (std::size_t at = words.find(' ', 3); at != std::string_view::npos; at = words.find(' ', at + 1)) {
      const std::string_view place = words.substr(at + 1);
      if (!is_all_caps(place)) continue;
      match_.dateline.span.start += static_cast<std::uint32_t>(at + 1);
      match_.dateline.place = std::string(place);
      return;
    }
  }

  // "Washington D.C", "Boise ID": no comma in front of the state's abbreviation.
  void split_region(PlaceReading& reading) {
    const std::string words = match_.dateline.place;
    const std::size_t space = words.rfind(' ');
    if (space == std::string::npos) return;
    const std::string_view last = std::string_view(words).substr(space + 1);
    const bool mixed = is_all_caps(std::string_view(words).substr(0, space)) && last.size() > 2 && !is_all_caps(last);
    if (!mixed && (!is_all_caps(last) || (last.size() > 2 && last.find('.') == std::string_view::npos))) return;
    const PlaceReading split = read_place(std::string_view(words).substr(0, space), last, lexicon_);
    if (split.country.empty() || region_country(last, lexicon_).empty()) return;
    reading = split;
    match_.dateline.place.resize(space);
  }

  static bool opens_sentence(std::string_view rest) {
    return rest.empty() || upper_at(rest, 0) || is_digit(rest[0]) || (!letter_at(rest, 0) && rest[0] != ',');
  }

  bool is_label(std::string_view place) const {
    const std::size_t space = std::min(place.find(' '), place.size());
    return is_one_of(kLabels, place.substr(0, space)) || is_one_of(kLabels, place.substr(place.rfind(' ') + 1)) ||
           has_outlet_word(place);
  }

  bool is_terminator() const {
    const DatelineToken& token = tokens_[at_];
    if (at_ == 0) return false;
    if (token.piece == Piece::colon) return token.blank_after || tokens_[at_ + 1].piece != Piece::number;
    const bool tied = !token.blank_before && !token.blank_after && token.end - token.start == 1;
    if (!tied) return true;  // else "May 2-Ships", "(AP)-Ships", but not "Calif.-based"
    const Piece before = tokens_[at_ - 1].piece;
    if (before == Piece::stop && tokens_[at_ - 2].piece == Piece::word) return false;
    return upper_at(text_, token.end) && (before != Piece::word || is_all_caps(tokens_.words(at_ - 1)));
  }

  // A dash inside: "LONDON--(BUSINESS WIRE)--", "Chicago - May 2, 2019 -", "(ANSA) - Rome, May 2 -", "IZMIR - Anadolu
  // Agency"
  bool goes_on_after_dash() const {
    if (tokens_[at_].piece == Piece::colon) return false;
    if (!has_place() && tokens_[at_ + 1].piece == Piece::word) return place_follows();
    if (match_.dateline.agency.empty() && !has_date() && agency_ends_line()) return true;
    if (const auto date = has_date() ? std::nullopt : read_date(text_, tokens_[at_ + 1].start)) {
      const Piece next = tokens_[tokens_.at_byte(date->end)].piece;
      return next == Piece::dash || next == Piece::colon || next == Piece::open || next == Piece::slash;
    }
    return match_.dateline.agency.empty() && tokens_[at_ + 1].piece == Piece::open && bracket_end(at_ + 1) != 0 &&
           outlet_prefix(bracket_words(at_ + 1), lexicon_) > 0;
  }

  // Behind the dash at `at_` stand a place and a date, or a known place and another dash.
  bool place_follows() const {
    const std::size_t past = run_end(at_ + 1);
    if (past == at_ + 1 || !upper_at(tokens_.words(at_ + 1), 0)) return false;
    if (tokens_[past].piece == Piece::comma && !has_date())
      return read_date(text_, tokens_[past + 1].start).has_value();
    if (tokens_[past].piece != Piece::dash || !tokens_[past].blank_before) return false;
    const std::uint32_t start = tokens_[at_ + 1].start;
    return has_date() &&
           read_place(text_.substr(start, tokens_[past - 1].end - start), {}, lexicon_).fame != PlaceFame::unknown;
  }

  bool agency_ends_line() const {
    std::size_t past = at_ + 1;
    while (tokens_[past].piece == Piece::word) ++past;
    if (past == at_ + 1 || tokens_[past].piece != Piece::end) return false;
    const std::uint32_t start = tokens_[at_ + 1].start;
    return find_outlet(text_.substr(start, tokens_[past - 1].end - start), lexicon_).has_value();
  }

  // "THE INDEPENDENT |": who reports, known or in capitals.
  bool read_between_bars() {
    std::size_t past = at_;
    while (tokens_[past].piece == Piece::word && past < at_ + kMostWordsOfMark) ++past;
    if (past == at_ || tokens_[past].piece != Piece::bar) return false;
    const std::string_view words = text_.substr(tokens_[at_].start, tokens_[past - 1].end - tokens_[at_].start);
    const bool known = find_outlet(words, lexicon_).has_value();
    if ((!known && !is_all_caps(words)) || !set_agency(words, known)) return false;
    extend_to(past);
    return true;
  }

  // A line of fields ("Mumbai | Updated: May 2") has no sentence behind its bar.
  bool terminate_at_bar() {
    const std::size_t line_end = std::min(text_.find_first_of("\r\n", tokens_[at_].start), text_.size());
    if (line_end - tokens_[at_].start < kLeastStory) return false;
    terminated_ = dash_ = true;
    match_.body_start = tokens_[at_].start;
    return true;
  }

  bool terminate(Piece piece) {
    terminated_ = true;
    dash_ = piece != Piece::colon;
    if (piece == Piece::colon && !tokens_[at_].blank_before) match_.dateline.span.end = tokens_[at_].end;
    match_.body_start = tokens_[at_ + 1].start;
    return true;
  }

  // No terminator. That is right behind a mark ("(PTI) The ...", "/TASS/. A ..."), behind a date and a full stop, and
  // where the line ends.
  bool finish_open() {
    match_.body_start = tokens_[at_].start;
    if (line_end_) return true;
    if (!opens_sentence(text_.substr(match_.body_start, 4))) return false;
    if (after_mark_) return true;
    return after_stop_ && has_place() && (has_date() || agency_known_);
  }

  bool read_part() {
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

  void extend_to(std::size_t past) {
    if (match_.dateline.span.end == 0) match_.dateline.span.start = tokens_[at_].start;
    match_.dateline.span.end = tokens_[past - 1].end;
    at_ = past;
  }

  bool read_date_part() {
    const auto read = read_date(text_, tokens_[at_].start);
    if (!read) return read_day_and_month();
    const std::size_t past = tokens_.at_byte(read->end);
    if (past <= at_ || tokens_[past - 1].end != read->end) return false;
    match_.dateline.date = read->date;
    extend_to(past);
    return true;
  }

  // "BRUSSELS 02/05 (BELGA)": the day, then the month, before a mark.
  bool read_day_and_month() {
    if (!has_place() || tokens_[at_].piece != Piece::number || tokens_[at_ + 1].piece != Piece::slash ||
        tokens_[at_ + 2].piece != Piece::number || tokens_[at_ + 3].piece != Piece::open)
      return false;
    const auto read =
        read_date(std::string(tokens_.words(at_)) + "." + std::string(tokens_.words(at_ + 2)) + ".2000", 0);
    if (!read) return false;
    match_.dateline.date = PartialDate{{}, read->date.month_day};
    return extend_to(at_ + 3), true;
  }

  // Behind the bracket that opens at token `open`, or 0.
  std::size_t bracket_end(std::size_t open) const {
    for (std::size_t i = open + 1; i < DatelineTokens::kCapacity && i < open + 14; ++i) {
      if (tokens_[i].piece == Piece::close) return i + 1;
      if (tokens_[i].piece == Piece::end || tokens_[i].piece == Piece::open) break;
    }
    return 0;
  }

  std::string_view bracket_words(std::size_t open) const {
    const std::size_t past = bracket_end(open);
    return trim(text_.substr(tokens_[open].end, tokens_[past - 1].start - tokens_[open].end));
  }

  bool set_agency(std::string_view words, bool known) {
    // A bracket may hold something else, "Tema (G/R), May 2, GNA -": a known name wins.
    if (!match_.dateline.agency.empty() && (agency_known_ || !known)) return false;
    match_.dateline.agency = std::string(words);
    agency_known_ = known;
    after_mark_ = true;
    return true;
  }

  bool read_bracket() {
    const std::size_t past = bracket_end(at_);
    if (past == 0) return read_open_bracket();
    const std::string_view words = bracket_words(at_);
    if (words.empty()) return false;
    if (const std::size_t known = outlet_prefix(words, lexicon_); known > 0 && !is_letter_after(words, known)) {
      const bool whole =
          words.find_first_of(",-") == std::string_view::npos && words.find(" /") == std::string_view::npos;
      read_date_inside(words.substr(known));
      if (set_agency(whole ? words : words.substr(0, known), true)) return extend_to(past), true;
      return false;
    }
    if (read_date_inside(words)) return extend_to(past), true;
    if (has_place() && set_region(words)) return extend_to(past), true;
    if (is_mark_like(words) && set_agency(words, false)) return extend_to(past), true;
    return false;
  }

  // "(Reuters - The ...": nobody closed the bracket.
  bool read_open_bracket() {
    const std::string_view rest = text_.substr(tokens_[at_].end, 60);
    const std::size_t known = outlet_prefix(rest, lexicon_);
    const std::size_t past = tokens_.at_byte(tokens_[at_].end + known);
    if (known == 0 || tokens_[past].piece != Piece::dash || !set_agency(rest.substr(0, known), true)) return false;
    extend_to(past);
    return true;
  }

  static bool is_letter_after(std::string_view words, std::size_t at) {
    at = skip_blanks(words, at);
    return at < words.size() && letter_at(words, at) && read_date(words, at) == std::nullopt;
  }

  // A date anywhere in the words of a bracket: "(December 22, 2013)", "(Marketwired - May 2, 2019)".
  bool read_date_inside(std::string_view words) {
    for (std::size_t i = 0; !has_date() && i < words.size(); ++i) {
      if (i > 0 && (is_letter(words[i - 1]) || is_digit(words[i - 1]))) continue;
      if (const auto read = read_date(words, i)) {
        match_.dateline.date = read->date;
        return true;
      }
    }
    return false;
  }

  // An agency or station that no list knows: "(KGTV)", "(Delo.si)". Alone it must be capitals.
  bool is_mark_like(std::string_view words) const {
    if (words.size() > 40 || std::count(words.begin(), words.end(), ' ') > 3) return false;
    const bool letters = std::all_of(words.begin(), words.end(), [](char c) {
      return is_letter(c) || is_high(c) || c == ' ' || c == '.' || c == '-' || c == '&' || c == '/' || is_digit(c);
    });
    if (!letters || !(upper_at(words, 0) || words.size() <= 5)) return false;
    return has_place() || has_date() || (is_all_caps(words) && words.size() <= 8);
  }

  bool read_slash() {
    std::size_t close = at_ + 1;
    while (close < at_ + 7 && (tokens_[close].piece == Piece::word || tokens_[close].piece == Piece::stop ||
                               tokens_[close].piece == Piece::number || tokens_[close].piece == Piece::dash))
      ++close;
    if (close == at_ + 1) return false;
    const std::string_view words =
        text_.substr(tokens_[at_ + 1].start, tokens_[close - 1].end - tokens_[at_ + 1].start);
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

  // Behind the run of words of one name that begins at token `first`.
  std::size_t run_end(std::size_t first) const {
    std::size_t i = first;
    while (i < DatelineTokens::kCapacity && i < first + kMostWords && tokens_[i].piece == Piece::word) {
      const std::string_view word = tokens_.words(i);
      if (i > first && (month_number(word) != 0 || is_weekday(word)) && read_date(text_, tokens_[i].start)) break;
      if (i > first && (word == "&" || same_ignoring_case(word, "and"))) break;
      const bool capital = upper_at(word, 0) || has_capital_behind_joint(word);
      const bool particle = kParticlesSet.has(word) && tokens_[i + 1].piece == Piece::word;
      if (!capital && !particle && !ends_city_in_lower_case(first, i)) break;
      ++i;
      // A full stop inside of a name: "St. Louis", "N. H."
      if (tokens_[i].piece == Piece::stop && !tokens_[i].blank_before && word.size() <= 3 &&
          tokens_[i + 1].piece == Piece::word && upper_at(tokens_.words(i + 1), 0) &&
          month_number(tokens_.words(i + 1)) == 0 &&
          (word.size() <= 2 || is_one_of({"Mt", "Pte", "Sta", "Sto", "Ste"}, word)))
        ++i;
    }
    return i;
  }

  // "La paz, march 4": the rest of a city's name, typed without its capital.
  bool ends_city_in_lower_case(std::size_t first, std::size_t last) const {
    if (last == first || tokens_[last + 1].piece != Piece::comma) return false;
    const std::uint32_t start = tokens_[first].start;
    return read_place(text_.substr(start, tokens_[last].end - start), {}, lexicon_).fame == PlaceFame::dateline;
  }

  // "al-Khobar", "'s-Hertogenbosch"
  static bool has_capital_behind_joint(std::string_view word) {
    for (std::size_t i = 1; i < word.size(); ++i)
      if ((word[i - 1] == '-' || word[i - 1] == '\'') && upper_at(word, i)) return true;
    return false;
  }

  bool read_words() {
    if (has_place() && !joined_ && (tokens_.words(at_) == "&" || same_ignoring_case(tokens_.words(at_), "and"))) {
      if (tokens_[at_ + 1].piece != Piece::word || !upper_at(tokens_.words(at_ + 1), 0)) return false;
      ++at_;
      joined_ = true;
    }
    const std::size_t past = run_end(at_);
    if (past == at_) return false;
    const std::string_view words = text_.substr(tokens_[at_].start, tokens_[past - 1].end - tokens_[at_].start);
    if (is_weekday(words) && has_place()) return extend_to(past), true;
    if (joined_) {
      joined_ = false;
      if (second_place_.empty()) second_place_ = words;
      return extend_to(past), true;
    }
    if ((match_.dateline.agency.empty() || !agency_known_) && reads_as_bare_agency(words, past)) {
      set_agency(words, true);
      return extend_to(past), true;
    }
    if (has_place() && !agency_known_ && read_agency_in_capitals(words)) return true;
    if (!has_place()) {
      if (behind_mark()) return false;  // "(CNN)The ..."
      if (!upper_at(words, 0) && !has_capital_behind_joint(words.substr(0, words.find(' ')))) return false;
      match_.dateline.place = std::string(words);
      return extend_to(past), true;
    }
    // "NEW DELHI, Aug 9 (PTI) India said": a country behind the agency begins the story.
    const bool opens_story = agency_known_ && tokens_[past].piece == Piece::word;
    if (!opens_story && set_region(words)) return extend_to(past), true;
    const bool before_dash = tokens_[past].piece == Piece::dash && tokens_[past].blank_before;
    if (has_date() && before_dash && past - at_ <= kMostWordsOfMark && tokens_[at_ - 1].piece != Piece::word &&
        set_agency(words, false))  // "Tbilisi. 2 May. Example News -"
      return extend_to(past), true;
    if (after_stop_ || unknown_parts_ > 1 || !upper_at(words, 0) || tokens_[at_ - 1].piece != Piece::comma)
      return false;
    ++unknown_parts_;  // a district or province that no list knows
    return extend_to(past), true;
  }

  // "ALMATY. KAZINFORM The ...": the mark is told from the sentence behind it by its capitals.
  bool read_agency_in_capitals(std::string_view words) {
    const std::size_t known = outlet_prefix(words, lexicon_);
    if (known < 3 || known == words.size() || !is_all_caps(words.substr(0, known)) || is_all_caps(words)) return false;
    if (tokens_[at_ - 1].piece != Piece::comma && tokens_[at_ - 1].piece != Piece::stop) return false;
    const auto outlet = find_outlet(words.substr(0, known), lexicon_);
    if (!outlet || !outlet->is_mark || !set_agency(words.substr(0, known), true)) return false;
    extend_to(tokens_.at_byte(tokens_[at_].start + known));
    return true;
  }

  bool read_town() {
    const std::size_t past = run_end(at_);
    if (past == at_ || !upper_at(tokens_.words(at_), 0)) return false;
    match_.dateline.place = std::string(text_.substr(tokens_[at_].start, tokens_[past - 1].end - tokens_[at_].start));
    return extend_to(past), true;
  }

  bool behind_mark() const {
    return at_ > 0 && !match_.dateline.agency.empty() &&
           (tokens_[at_ - 1].piece == Piece::close || tokens_[at_ - 1].piece == Piece::slash);
  }

  bool reads_as_bare_agency(std::string_view words, std::size_t past) const {
    const auto outlet = find_outlet(words, lexicon_);
    if (!outlet || !(outlet->is_mark || (has_place() && has_date()))) return false;
    if (has_place() || has_date()) return true;
    // First of all: "REUTERS - Text", "ANDINA/Lima"; a town may have the same name.
    const Piece next = tokens_[past].piece;
    return (next == Piece::dash || next == Piece::comma || next == Piece::slash) &&
           read_place(words, {}, lexicon_).fame == PlaceFame::unknown;
  }

  bool set_region(std::string_view words) {
    if (!region_.empty() && !region_country(words, lexicon_).empty()) return true;  // "New Delhi, Delhi [India]"
    if (region_country(words, lexicon_).empty()) return false;
    region_of_second_ = !second_place_.empty();
    region_ = words;
    return true;
  }

  std::string_view text_;
  DatelineTokens tokens_;
  const Lexicon& lexicon_;
  DatelineMatch match_;
  std::string_view region_;
  std::string_view second_place_;
  PlaceFame fame_ = PlaceFame::unknown;
  std::size_t at_ = 0;
  int unknown_parts_ = 0;
  bool region_of_second_ = false;
  bool agency_known_ = false;
  bool after_mark_ = false;  // the last part was an agency mark
  bool after_stop_ = false;  // a full stop came after the last part
  bool joined_ = false;      // "and" or a slash came before: another place
  bool terminated_ = false;
  bool dash_ = false;
  bool line_end_ = false;
};

}  // namespace

std::optional<DatelineMatch> read_dateline(std::string_view text, std::uint32_t start, std::uint32_t end,
                                           const Lexicon& lexicon) {
  while (start < end && text[start] == '*') ++start;  // "****LONDON, March 5 -"
  Parser parser(text, start, std::min(end, start + kWindow), lexicon);
  if (!parser.read() || parser.ended_with_line()) return std::nullopt;
  DatelineMatch match = parser.weigh();
  if (match.strength < kWeakDateline) return std::nullopt;
  return match;
}

std::optional<DatelineMatch> read_dateline_line(std::string_view text, Span line, const Lexicon& lexicon) {
  if (line.size() > 80) return std::nullopt;
  Parser parser(text, line.start, line.end, lexicon);
  if (!parser.read() || !parser.ended_with_line() || !parser.has_place()) return std::nullopt;
  DatelineMatch match = parser.weigh();
  if (match.strength < 2) return std::nullopt;
  return match;
}

}  // namespace wirecut
