#include "structure/settled_dateline.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "structure/chars.h"
#include "structure/dateline.h"
#include "structure/dateline_place.h"
#include "structure/outlets.h"

// A town and a colon are as good as a label ("Nancy: I knew him well"), capitals that no list knows may be anything
// ("WANTED:"). In a story with a headline and an agency's or a paper's tag they are where it was filed, unless the next
// paragraphs open so too: then they are a list, or who speaks; a known town and a dash need no more than a byline.
// Towns at home come first: American outlets follow the list of cities that stand alone, which is the AP's, others mean
// their own Hyderabad.
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

bool is_bare_town(const Dateline& dateline) {
  return dateline.agency.empty() && !dateline.date && dateline.span.size() <= dateline.place.size() + 1;
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
  return has_byline && is_known && !is_given_name && !words.ends_with(':');
}

std::optional<DatelineMatch> read_doubtful(std::string_view text, const Structure& structure,
                                           const std::optional<Outlet>& outlet, const Lexicon& lexicon) {
  constexpr std::uint32_t kShortestLead = 60;
  const Span lead = structure.body->paragraphs.front();
  auto match = read_dateline(text, lead.start, lead.end, lexicon, kDoubtfulDateline);
  if (!match || !match->place_only || match->body_start + kShortestLead > lead.end) return std::nullopt;
  const Span span = match->dateline.span;
  if (!is_vouched_for(*match, text.substr(span.start, span.size()), outlet, structure.byline.has_value(), lexicon) ||
      is_list(text, *structure.body))
    return std::nullopt;
  if (match->dateline.country.empty() && outlet && outlet->kind == "paper") {
    match->dateline.country = outlet->country;  // of its own country, or it would say which
    match->dateline.at_home = true;
  }
  return match;
}

}  // namespace

void settle_dateline(std::string_view text, Structure& structure, const Lexicon& lexicon) {
  if (!structure.headline || !structure.body) return;
  const auto outlet = structure.source ? find_outlet(structure.source->name, lexicon) : std::nullopt;
  if (!structure.dateline && (outlet || structure.byline)) {
    if (auto match = read_doubtful(text, structure, outlet, lexicon)) {
      structure.dateline = std::move(match->dateline);
      structure.body->span.start = structure.body->paragraphs.front().start = match->body_start;
    }
  }
  if (!outlet || !structure.dateline || !is_bare_town(*structure.dateline)) return;
  if (outlet->country != "US" && has_town(outlet->country, structure.dateline->place, lexicon)) {
    structure.dateline->country = outlet->country;
    structure.dateline->at_home = true;
  }
}

}  // namespace wirecut
