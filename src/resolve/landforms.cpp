#include "resolve/landforms.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "lexicon/first_not.h"
#include "lexicon/word_map.h"

namespace wirecut {
namespace {

enum class Landform : std::uint8_t { none, water, sea, mountain, land };

// "Tampa Bay"; not "Falls", "Hills" and "Beach", which end the names of towns.
constexpr WordRow<Landform> kBehindRows[] = {
    {"bay", Landform::water},          {"canal", Landform::water},    {"creek", Landform::water},
    {"harbor", Landform::water},       {"harbour", Landform::water},  {"lake", Landform::water},
    {"lakes", Landform::water},        {"ocean", Landform::sea},      {"reservoir", Landform::water},
    {"river", Landform::water},        {"rivers", Landform::water},   {"sea", Landform::sea},
    {"sound", Landform::water},        {"strait", Landform::water},   {"mountain", Landform::mountain},
    {"mountains", Landform::mountain}, {"basin", Landform::land},     {"coast", Landform::land},
    {"delta", Landform::land},         {"desert", Landform::land},    {"island", Landform::land},
    {"islands", Landform::land},       {"peninsula", Landform::land}, {"plateau", Landform::land},
    {"valley", Landform::land}};
constexpr WordMap kBehind(kBehindRows);

constexpr WordRow<Landform> kBeforeRows[] = {{"lake", Landform::water},     {"river", Landform::water},
                                             {"mount", Landform::mountain}, {"cape", Landform::land},
                                             {"isle", Landform::land},      {"greater", Landform::land}};
constexpr WordMap kBefore(kBeforeRows);

PlaceKind kind_of(Landform form) {
  if (form == Landform::water || form == Landform::sea) return PlaceKind::water;
  return form == Landform::mountain ? PlaceKind::mountain : PlaceKind::region;
}

class Namer {
 public:
  Namer(const Story& story, std::vector<Place>& places) : story_(story), places_(places) {}

  // No two overlap: of "Powder River Basin", Basin is no town, and "River Basin" no name.
  void lengthen() {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < places_.size(); ++i) {
      if (kept > 0 && places_[kept - 1].span.overlaps(places_[i].span)) continue;
      if (kept < i) places_[kept] = std::move(places_[i]);
      lengthen(places_[kept], kept > 0 ? places_[kept - 1].span.end : 0);
      ++kept;
    }
    places_.resize(kept);
  }

 private:
  // The word at `token` as it stands in a name: next to it, with a capital.
  Landform form_at(const auto& words, std::size_t token) const {
    return story_.tokens[token].has(kCapitalized) ? words.of(story_.tokens[token].lower_hash) : Landform::none;
  }

  // Nothing before the byte `behind` is free.
  void lengthen(Place& place, std::uint32_t behind) {
    if (place.kind != PlaceKind::city && place.kind != PlaceKind::region) return;
    const std::size_t token = first_not(story_.tokens, [&](const Token& t) { return t.span.start < place.span.start; });
    if (token == story_.tokens.size() || story_.tokens[token].span.start != place.span.start) return;
    std::size_t end = token;
    while (end < story_.tokens.size() && story_.tokens[end].span.end <= place.span.end) ++end;
    if (end > token && story_.tokens[end - 1].span.end == place.span.end) lengthen(place, token, end, behind);
  }

  void lengthen(Place& place, std::size_t first, std::size_t end, std::uint32_t behind) {
    const auto opens_line = [&](std::size_t token) { return story_.tokens[token].has(kNewlineBefore); };
    // Not "Miami Coast Guard", nor over the end of a line.
    const bool goes_on = end + 1 < story_.tokens.size() && story_.tokens[end + 1].kind == TokenKind::word &&
                         story_.tokens[end + 1].has(kCapitalized) && !opens_line(end + 1);
    const bool may_follow = end < story_.tokens.size() && !opens_line(end) && !goes_on;
    Landform form = may_follow ? form_at(kBehind, end) : Landform::none;
    bool keeps_point = false;
    if (form != Landform::none) {
      place.span.end = story_.tokens[end].span.end;
    } else if (first > 0 && place.kind == PlaceKind::city && !opens_line(first)) {
      form = form_at(kBefore, first - 1);
      if (form == Landform::none || story_.tokens[first - 1].span.start < behind) return;
      place.span.start = story_.tokens[first - 1].span.start;
      keeps_point = story_.tokens[first - 1].lower_hash == hash_word("greater");
    } else {
      return;
    }
    place.name = std::string(story_.words(place.span));
    place.kind = kind_of(form);
    if (form == Landform::sea) place.country.clear();  // seas lie between countries
    place.geonames.reset();
    if (!keeps_point) place.latitude = place.longitude = std::nullopt;
  }

  const Story& story_;
  std::vector<Place>& places_;
};

// The country of nearly all places; empty: there is none.
std::string_view main_country(const std::vector<Place>& places) {
  constexpr std::size_t kLeast = 2;
  std::map<std::string_view, std::size_t> counts;
  std::size_t total = 0;
  for (const Place& place : places) {
    if (place.country.empty()) continue;
    ++counts[place.country];
    ++total;
  }
  for (const auto& [country, count] : counts)
    if (count >= kLeast && 3 * count >= 2 * total) return country;
  return {};
}

// "Kishwaukee River", "Lake Lanier", "River Moy": a name of two words or more that says what it is.
Landform landform_of(const Story& story, const Name& name) {
  if (name.type != EntityType::location || name.end_token < name.first_token + 2) return Landform::none;
  const Token &first = story.tokens[name.first_token], &last = story.tokens[name.end_token - 1];
  if (first.lower_hash == hash_word("greater")) return Landform::none;
  const Landform behind = last.has(kCapitalized) ? kBehind.of(last.lower_hash) : Landform::none;
  return behind != Landform::none ? behind : first.has(kCapitalized) ? kBefore.of(first.lower_hash) : Landform::none;
}

void add_unknown(const Story& story, std::vector<Place>& places) {
  std::vector<Place> more;
  std::size_t place = 0;
  for (const Name& name : story.names) {
    const Landform form = landform_of(story, name);
    if (form == Landform::none || form == Landform::sea) continue;  // seas lie between countries
    while (place < places.size() && places[place].span.end <= name.span.start) ++place;
    if (place < places.size() && places[place].span.overlaps(name.span)) continue;
    Place made;
    made.span = name.span;
    made.name = std::string(story.words(name.span));
    made.kind = kind_of(form);
    more.push_back(std::move(made));
  }
  if (more.empty()) return;
  const std::string country(main_country(places));
  if (country.empty()) return;
  for (Place& made : more) made.country = country;
  places.insert(places.end(), more.begin(), more.end());
  std::sort(places.begin(), places.end(), [](const Place& a, const Place& b) { return a.span.start < b.span.start; });
}

}  // namespace

void name_landforms(const Story& story, std::vector<Place>& places) {
  if (places.empty()) return;
  Namer(story, places).lengthen();
  add_unknown(story, places);
}

}  // namespace wirecut
