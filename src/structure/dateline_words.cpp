#include <string>

#include "structure/calendar.h"
#include "structure/chars.h"
#include "structure/dateline_parser.h"
#include "structure/outlets.h"

// A run of capitalised words is the place if there is none yet, then its region, an agency without brackets, or a
// district that no list knows.
namespace wirecut {
namespace {

constexpr std::size_t kMostWords = 8;
constexpr std::size_t kMostWordsOfMark = 4;

// Words in lower case that stand inside of place names.
constexpr std::string_view kParticles[] = {
    "aan", "al",   "am",  "an",  "at", "aux", "da",   "dar", "de",  "del",   "della", "den", "der", "des",
    "di",  "do",   "dos", "du",  "e",  "el",  "en",   "es",  "im",  "in",    "la",    "las", "le",  "les",
    "los", "near", "of",  "off", "on", "os",  "sous", "sur", "the", "under", "upon",  "van", "von", "y"};
constexpr WordSet kParticlesSet(kParticles);

// "ABOARD A U.S. MILITARY AIRCRAFT", "WITH THE U.S. MARINES IN HELMAND"
bool opens_on_the_move(std::string_view word) { return word == "ABOARD" || word == "WITH" || word == "ON"; }

}  // namespace

bool DatelineParser::read_words() {
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
    if (!in_lower_case_ && !upper_at(words, 0) && !has_capital_behind_joint(words.substr(0, words.find(' '))))
      return false;
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
  if (after_stop_ || unknown_parts_ > 1 || !upper_at(words, 0) || tokens_[at_ - 1].piece != Piece::comma) return false;
  if (region_.empty() && unknown_parts_ == 0 && !district_country(match_.dateline.place, words, lexicon_).empty())
    region_ = words;
  else
    ++unknown_parts_;  // a district or province that no list knows
  return extend_to(past), true;
}

std::size_t DatelineParser::run_end(std::size_t first) const {
  std::size_t i = first;
  while (i < DatelineTokens::kCapacity && i < first + kMostWords && tokens_[i].piece == Piece::word) {
    const std::string_view word = tokens_.words(i);
    if (i > first && (month_number(word) != 0 || is_weekday(word)) && read_date(text_, tokens_[i].start)) break;
    if (i > first && (word == "&" || same_ignoring_case(word, "and"))) break;
    const bool capital = in_lower_case_ || upper_at(word, 0) || has_capital_behind_joint(word);
    const bool particle = kParticlesSet.has(word) && tokens_[i + 1].piece == Piece::word;
    if (!capital && !particle && !ends_city_in_lower_case(first, i)) break;
    ++i;
    // A full stop inside of a name: "St. Louis", "N. H."
    if (tokens_[i].piece == Piece::stop && !tokens_[i].blank_before && word.size() <= 3 &&
        tokens_[i + 1].piece == Piece::word && upper_at(tokens_.words(i + 1), 0) &&
        month_number(tokens_.words(i + 1)) == 0 &&
        (word.size() <= 2 || (i > first + 1 && opens_on_the_move(tokens_.words(first)) && is_all_caps(word)) ||
         is_one_of({"Mt", "Pte", "Sta", "Sto", "Ste"}, word)))
      ++i;
  }
  return i;
}

bool DatelineParser::ends_city_in_lower_case(std::size_t first, std::size_t last) const {
  if (last == first || tokens_[last + 1].piece != Piece::comma) return false;
  const std::uint32_t start = tokens_[first].start;
  return read_place(text_.substr(start, tokens_[last].end - start), {}, lexicon_).fame == PlaceFame::dateline;
}

bool DatelineParser::has_capital_behind_joint(std::string_view word) {
  for (std::size_t i = 1; i < word.size(); ++i)
    if ((word[i - 1] == '-' || word[i - 1] == '\'') && upper_at(word, i)) return true;
  return false;
}

bool DatelineParser::read_agency_in_capitals(std::string_view words) {
  const std::size_t known = outlet_prefix(words, lexicon_);
  if (known < 3 || known == words.size() || !is_all_caps(words.substr(0, known)) || is_all_caps(words)) return false;
  if (tokens_[at_ - 1].piece != Piece::comma && tokens_[at_ - 1].piece != Piece::stop) return false;
  const auto outlet = find_outlet(words.substr(0, known), lexicon_);
  if (!outlet || !outlet->is_mark || !set_agency(words.substr(0, known), true)) return false;
  extend_to(tokens_.at_byte(tokens_[at_].start + known));
  return true;
}

bool DatelineParser::read_town() {
  const std::size_t past = run_end(at_);
  if (past == at_ || !upper_at(tokens_.words(at_), 0)) return false;
  match_.dateline.place = std::string(text_.substr(tokens_[at_].start, tokens_[past - 1].end - tokens_[at_].start));
  return extend_to(past), true;
}

bool DatelineParser::reads_as_bare_agency(std::string_view words, std::size_t past) const {
  const auto outlet = find_outlet(words, lexicon_);
  if (!outlet || !(outlet->is_mark || (has_place() && has_date()))) return false;
  if (has_place() || has_date()) return true;
  // First of all: "REUTERS - Text", "ANDINA/Lima"; a town may have the same name.
  const Piece next = tokens_[past].piece;
  return (next == Piece::dash || next == Piece::comma || next == Piece::slash) &&
         read_place(words, {}, lexicon_).fame == PlaceFame::unknown;
}

bool DatelineParser::set_region(std::string_view words) {
  if (!region_.empty() && !region_country(words, lexicon_).empty()) return true;  // "New Delhi, Delhi [India]"
  if (region_country(words, lexicon_).empty()) return false;
  region_of_second_ = !second_place_.empty();
  region_ = words;
  return true;
}

}  // namespace wirecut
