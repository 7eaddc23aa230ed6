#include "structure/settled_dateline.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "structure/calendar.h"
#include "structure/chars.h"
#include "structure/dateline.h"
#include "structure/dateline_place.h"
#include "structure/outlets.h"

// A town and a colon are as good as a label ("Nancy: I knew him well"), capitals that no list knows may be anything
// ("WANTED:"). In a story with a headline and an agency's or a paper's tag they are where it was filed, unless the next
// paragraphs open so too: then they are a list, or who speaks; a known town and a dash need no more than a byline, and
// a town and a colon ("Gangtok: The toll ...") no more than that nobody has its name. Towns at home come first:
// American outlets follow the list of cities that stand alone, which is the AP's, others mean their own Hyderabad.
namespace wirecut {
namespace {

// "Paris: ...", "Mr Roe: ..."
bool opens_with_label(std::string_view paragraph) {
  constexpr std::size_t kLongest = 30;
  const std::size_t colon = paragraph.substr(0, kLongest).find(':');
  if (colon >= paragraph.size() || !upper_at(paragraph, 0)) return false;
  return std::none_of(paragraph.begin(), paragraph.begin() + static_cast<std::ptrdiff_t>(colon), is_digit);
}

bool is_list(std::string_view text, const Body& body) {
  constexpr std::size_t kLooked = 4;
  for (std::size_t i = 1; i < std::min(kLooked, body.paragraphs.size()); ++i)
    if (opens_with_label(text.substr(body.paragraphs[i].start, body.paragraphs[i].size()))) return true;
  return false;
}

// "SALEM:", "SALEM, May 2:": no state or country is told.
bool is_town_alone(std::string_view text, const Dateline& dateline) {
  if (dateline.is_bare()) return true;
  if (!dateline.agency.empty() || !dateline.date) return false;
  const std::size_t behind = dateline.span.start + dateline.place.size();
  return text.substr(behind).starts_with(", ") && read_date(text, behind + 2);
}

// A town of South Asia, where papers put a colon behind it, and nobody's name; elsewhere somebody speaks ("Lincoln:
// ...", "Police: ...", a town in Poland).
bool is_town_only(const Dateline& dateline, const Lexicon& lexicon) {
  static constexpr std::string_view kColonCountries[] = {"BD", "IN", "LK", "NP", "PK"};
  return is_one_of(kColonCountries, dateline.country) && lexicon.person_names.find_lower(dateline.place).empty() &&
         has_town(dateline.country, dateline.place, lexicon);
}

// Does enough speak for the town, or for the capitals that may be one?
bool is_vouched_for(const DatelineMatch& match, std::string_view words, const std::optional<Outlet>& outlet,
                    bool has_byline, const Lexicon& lexicon) {
  constexpr std::ptrdiff_t kMostBlanks = 2;
  constexpr std::size_t kShortestUnknown = 4;  // "FBI: ..."
  const std::string& place = match.dateline.place;
  if (std::count(place.begin(), place.end(), ' ') > kMostBlanks) return false;
  const bool is_known = !match.dateline.country.empty();
  if (!is_known && (!is_all_caps(place) || place.size() < kShortestUnknown)) return false;
  const bool is_given_name = !lexicon.given_names.find_lower(place).empty();
  if (outlet && (outlet->kind == "agency" || outlet->kind == "paper"))
    return !is_given_name || has_town(outlet->country, place, lexicon);
  if (!is_known || is_given_name) return false;
  return words.ends_with(':') ? is_town_only(match.dateline, lexicon) : has_byline;
}

std::optional<DatelineMatch> read_doubtful(std::string_view text, const Structure& structure,
                                           const std::optional<Outlet>& outlet, const Lexicon& lexicon) {
  constexpr std::uint32_t kShortestLead = 60;
  const Span lead = structure.body->paragraphs.front();
  const bool is_signed = outlet || structure.byline;
  if (!is_signed && !opens_with_label(text.substr(lead.start, lead.size()))) return std::nullopt;
  auto match = read_dateline(text, lead.start, lead.end, lexicon, kDoubtfulDateline);
  if (!match || !match->place_only || match->body_start + kShortestLead > lead.end) return std::nullopt;
  const Span span = match->dateline.span;
  if (!is_vouched_for(*match, text.substr(span.start, span.size()), outlet, structure.byline.has_value(), lexicon) ||
      is_list(text, *structure.body))
    return std::nullopt;
  return match;
}

// The country is that of the outlet's home.
void set_home(Dateline& dateline, const Outlet& outlet) {
  dateline.country = outlet.country;
  dateline.at_home = true;
}

}  // namespace

void settle_dateline(std::string_view text, Structure& structure, const Lexicon& lexicon) {
  const auto outlet = structure.source ? find_outlet(structure.source->name, lexicon) : std::nullopt;
  const bool is_told = structure.headline && structure.body;
  if (is_told && !structure.dateline) {
    if (auto match = read_doubtful(text, structure, outlet, lexicon)) {
      structure.dateline = std::move(match->dateline);
      structure.body->span.start = structure.body->paragraphs.front().start = match->body_start;
    }
  }
  if (!structure.dateline) return;
  Dateline& dateline = *structure.dateline;
  if (is_told && outlet && outlet->country != "US" && is_town_alone(text, dateline) &&
      has_town(outlet->country, dateline.place, lexicon))
    set_home(dateline, *outlet);
  if (!dateline.country.empty() || dateline.place.empty() || is_on_the_move(dateline.place)) return;
  const auto mark = dateline.agency.empty() ? outlet : find_outlet(dateline.agency, lexicon);
  if (mark && vouches_for_home(*mark)) set_home(dateline, *mark);
}

}  // namespace wirecut
