// What a story says of its places before any of them is chosen: which countries and states it names, which towns a
// state or the dateline binds, and which city a name means alone.

#include <algorithm>

#include "lexicon/word_map.h"
#include "resolve/dateline.h"
#include "resolve/place_features.h"
#include "resolve/speaker_words.h"

namespace wirecut {

PlaceContext::PlaceContext(const Story& story, const std::vector<PlaceCandidate>& candidates, const Home& home,
                           const Lexicon& lexicon)
    : story_(story),
      candidates_(candidates),
      lexicon_(lexicon),
      home_(home),
      has_sure_dateline_(story.structure.dateline && !is_guess(*story.structure.dateline)),
      qualifiers_(candidates.size()),
      alone_(candidates.size(), kNone),
      name_of_(candidates.size(), kNone) {
  std::size_t name = 0;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    while (name < story.names.size() && story.names[name].span.end <= candidates[i].span.start) ++name;
    if (name < story.names.size() && story.names[name].span.overlaps(candidates[i].span))
      name_of_[i] = static_cast<std::uint32_t>(name);
  }
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    if (candidates[i].evidence != PlaceEvidence::place) continue;
    const auto alone = place_alone(candidates[i]);
    if (!alone) continue;
    alone_[i] = alone->place;
    const auto is_it = [&](const GazetteerEntry& known) { return known.place == alone->place; };
    if (std::none_of(known_alone_.begin(), known_alone_.end(), is_it)) known_alone_.push_back(*alone);
  }
  joined_.assign(candidates_.size(), false);
  read_firms();
  count_named();
  count_towns();
  bind_qualifiers();
  count_crowds();
  join_lists();
  names_one_place_ = std::all_of(candidates.begin(), candidates.end(), [&](const PlaceCandidate& candidate) {
    return candidate.entries.first == candidates.front().entries.first;
  });
  is_local_ = !known_alone_.empty() && !has_sure_dateline_ && sounds_local();
}

// "Paris City Council asked the mayor", "downtown London", "three county residents".
bool PlaceContext::sounds_local() const {
  static constexpr auto kLocalWords = word_list(
      {"avenue",   "ave.",      "borough", "const.",  "council",  "counties", "county",    "deputies", "detectives",
       "district", "downtown",  "ems",     "highway", "hospital", "library",  "mayor",     "parish",   "police",
       "rd.",      "residents", "road",    "school",  "schools",  "sheriff",  "sheriff's", "township", "trustees"});
  constexpr int kEnough = 2;
  int count = 0;
  return std::any_of(story_.tokens.begin(), story_.tokens.end(), [&](const Token& token) {
    count += kLocalWords.of(token.lower_hash) ? 1 : 0;
    return count >= kEnough;
  });
}

// The place that the wires mean by these words when they name no state or country with them: London is not in Ontario.
std::optional<GazetteerEntry> PlaceContext::place_alone(const PlaceCandidate& candidate) const {
  const PhraseMatch match = find_longest(lexicon_.dateline_cities, story_.tokens, candidate.first_token,
                                         candidate.end_token, [](const Token& token) { return token.lower_hash; });
  RowRange rows = match.end_token == candidate.end_token ? match.rows : RowRange{};
  if (rows.empty() && candidate.span.end < story_.tokens[candidate.end_token - 1].span.end)  // "Washington-based"
    rows = lexicon_.dateline_cities.find_lower(story_.words(candidate.span));
  // Two rows, as of Newcastle: nobody means the same one everywhere.
  if (rows.size() != 1) return std::nullopt;
  const std::string_view country = lexicon_.dateline_cities.cell(rows.first, 1);
  const std::string_view state = lexicon_.dateline_cities.cell(rows.first, 2);
  for (std::uint32_t row = candidate.entries.first; row < candidate.entries.end; ++row) {
    const GazetteerEntry entry = lexicon_.gazetteer.entry(row);
    const bool state_fits =
        state == "-" || entry.division.substr(std::min<std::size_t>(3, entry.division.size())) == state.substr(3);
    if (entry.kind == PlaceKind::city && entry.country == country && state_fits) return entry;
  }
  return std::nullopt;
}

// Countries by name, demonym or alias, and states: what the story says without any doubt of a town's.
void PlaceContext::count_named() {
  const auto tell_country = [&](std::string_view code) {
    if (code.size() != 2) return;
    countries_named_.add(country_index(code));
    countries_told_.add(country_index(code));
  };
  for (std::size_t i = 0; i < candidates_.size(); ++i) {
    const PlaceCandidate& candidate = candidates_[i];
    if (candidate.entries.empty()) continue;
    if (candidate.evidence == PlaceEvidence::demonym || candidate.evidence == PlaceEvidence::alias) {
      tell_country(lexicon_.country_names.cell(candidate.entries.first, 1));
      continue;
    }
    const GazetteerEntry top = named_by(i);
    if (top.kind == PlaceKind::country) tell_country(top.country);
    if (top.kind != PlaceKind::region || top.country.empty() || names_city_abroad(i, top)) continue;
    if (alone_[i] != kNone && names_city(i)) {
      countries_named_.add(country_index(top.country));
      continue;
    }
    countries_named_.add(country_index(top.country));
    divisions_named_.add(top.division_index);
    if (!is_attribute(i)) divisions_by_themselves_.add(top.division_index);
    if (has_sure_dateline_ && story_.structure.dateline->span.contains(candidate.span))
      dateline_division_ = top.division_index;
  }
}

// "Idaho Sen. Jane Roe", "Texas-based Exxon": where somebody is from.
bool PlaceContext::is_attribute(std::size_t candidate) const {
  const std::uint32_t end = candidates_[candidate].end_token;
  if (is_before_hyphen(candidate)) return true;
  return end < story_.tokens.size() && story_.tokens[end].has(kCapitalized) && !opens_sentence(end);
}

// "Kilinochchi" is in Sri Lanka, and nowhere else.
void PlaceContext::count_towns() {
  for (std::size_t i = 0; i < candidates_.size(); ++i) {
    const RowRange rows = candidates_[i].entries;
    if (candidates_[i].evidence != PlaceEvidence::place || !is_tagged_location(i)) continue;
    const std::string_view country = lexicon_.gazetteer.only_country(rows);
    if (!country.empty()) countries_of_towns_.add(country_index(country));
  }
}

// Does a name that is a city's and its state's mean the city, as the words beside it say nothing else?
bool PlaceContext::names_city(std::size_t candidate) const {
  static constexpr auto kParts = word_list({"upstate", "western", "eastern", "northern", "southern", "central"});
  static constexpr auto kDivisions = word_list({"state", "province"});
  static constexpr auto kBehindState = word_list({"state", "province", "governor", "gov.", "legislature", "senate"});
  const PlaceCandidate& place = candidates_[candidate];
  if (place.end_token < story_.tokens.size() && kBehindState.of(story_.tokens[place.end_token].lower_hash))
    return false;
  const auto word_before = [&](std::uint32_t back) {
    return place.first_token >= back ? story_.tokens[place.first_token - back].lower_hash : 0;
  };
  // "western New York" and "northern Gaza", but "central Baghdad", whose province is named with the word only.
  const GazetteerEntry first = lexicon_.gazetteer.entry(place.entries.first);
  const bool is_known = has_known_regions(first.country) || first.division.empty();
  if ((is_known && kParts.of(word_before(1))) || (word_before(1) == hash_word("of") && kDivisions.of(word_before(2))))
    return false;
  const auto is_state = [&](std::size_t other) {  // not "between Beijing and Washington"
    return alone_[other] == kNone &&
           lexicon_.gazetteer.entry(candidates_[other].entries.first).kind == PlaceKind::region;
  };
  const auto of_town = candidate > 0 ? qualifier_of(candidate - 1) : std::nullopt;
  if (of_town && of_town->division && of_town->is_bound) return false;
  return !(candidate > 0 && joined_[candidate - 1] && is_state(candidate - 1)) &&
         !(joined_[candidate] && is_state(candidate + 1));
}

// What the words mean where nothing else is known: the first entry of the name, but of "Ga." and "the Georgia state
// line" no country.
GazetteerEntry PlaceContext::named_by(std::size_t index) const {
  const PlaceCandidate& candidate = candidates_[index];
  const GazetteerEntry first = lexicon_.gazetteer.entry(candidate.entries.first);
  const bool is_division = first.kind == PlaceKind::country && is_called_division(index);
  if (candidate.region.empty() && !is_division) return first;
  for (std::uint32_t row = candidate.entries.first; row < candidate.entries.end; ++row) {
    const GazetteerEntry entry = lexicon_.gazetteer.entry(row);
    if (entry.kind == PlaceKind::region &&
        (candidate.region.empty() ? entry.country != first.country : entry.country == candidate.region.substr(0, 2)))
      return entry;
  }
  return first;
}

// "San Jose" alone is the city in California, and names no province of Costa Rica.
bool PlaceContext::names_city_abroad(std::size_t candidate, const GazetteerEntry& region) const {
  if (alone_[candidate] == kNone || has_known_regions(region.country)) return false;
  return std::none_of(known_alone_.begin(), known_alone_.end(), [&](const GazetteerEntry& city) {
    return city.place == alone_[candidate] && city.country == region.country;
  });
}

// "Springfield, Ill.": a state or country right behind a comma binds the town, here and wherever it stands alone; and
// "Savannah, Georgia" tells which Georgia the story means.
void PlaceContext::bind_qualifiers() {
  for (std::size_t i = 0; i < candidates_.size(); ++i) {
    qualifiers_[i] = qualifier_of(i);
    if (qualifiers_[i]) qualifiers_[i]->is_next = true;
    if (qualifiers_[i] && qualifiers_[i]->is_bound)
      bound_.emplace_back(candidates_[i + 1].entries.first, qualifiers_[i]->place);
    if (!qualifiers_[i]) qualifiers_[i] = dateline_qualifier(i);
    if (!qualifiers_[i]) qualifiers_[i] = country_beside(i);
    if (!qualifiers_[i]) continue;
    const RowRange rows = candidates_[i].entries;
    for (std::uint32_t row = rows.first; row < rows.end; ++row) {
      const GazetteerEntry entry = lexicon_.gazetteer.entry(row);
      if (!matches(entry, *qualifiers_[i])) continue;
      bound_.emplace_back(rows.first, entry.place);
      break;
    }
  }
  std::stable_sort(bound_.begin(), bound_.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  bound_pairs_ = bound_;
  std::sort(bound_pairs_.begin(), bound_pairs_.end());
  bound_pairs_.erase(std::unique(bound_pairs_.begin(), bound_pairs_.end()), bound_pairs_.end());
}

// "Georgia, Alabama and Texas", "Georgia, Alabama, Texas": the states are no villages of each other.
bool PlaceContext::goes_on_as_list(const PlaceCandidate& place) const {
  static constexpr auto kJoints = word_list({"and", "or", "&"});
  std::uint32_t next = place.end_token;
  if (next < story_.tokens.size() && story_.words(story_.tokens[next].span) == ",") ++next;
  if (next >= story_.tokens.size()) return false;
  return kJoints.of(story_.tokens[next].hash) || story_.tokens[next].has(kCapitalized);
}

bool PlaceContext::opens_sentence(std::uint32_t token) const {
  const auto& sentences = story_.sentences;
  const std::size_t at = first_not(sentences, [&](const Sentence& s) { return s.first_token < token; });
  return at < sentences.size() && sentences[at].first_token == token;
}

std::optional<PlaceContext::Qualifier> PlaceContext::qualifier_of(std::size_t candidate) const {
  if (candidate + 1 >= candidates_.size()) return std::nullopt;
  const PlaceCandidate &left = candidates_[candidate], &right = candidates_[candidate + 1];
  const bool is_country = left.evidence == PlaceEvidence::country_name;
  if ((left.evidence != PlaceEvidence::place && !is_country) || right.entries.empty()) return std::nullopt;
  if (right.evidence == PlaceEvidence::demonym || right.evidence == PlaceEvidence::alias) return std::nullopt;
  if (right.first_token != left.end_token + 1) return std::nullopt;
  const std::string_view mark = story_.words(story_.tokens[left.end_token].span);
  if (mark != "," && mark != "(" && mark != "[") return std::nullopt;
  const auto closes = [&](const PlaceCandidate& place) {  // "Paris, Texas, and": not a list
    if (place.end_token >= story_.tokens.size()) return true;
    const Token& next = story_.tokens[place.end_token];
    return next.kind != TokenKind::word || !next.has(kCapitalized) || opens_sentence(place.end_token);
  };
  if (!closes(right) || (is_country && goes_on_as_list(right))) return std::nullopt;
  // The first country or state of the right name in which there is a place of the left one; or else the first.
  std::optional<Qualifier> first;
  for (std::uint32_t row = right.entries.first; row < right.entries.end; ++row) {
    const GazetteerEntry entry = lexicon_.gazetteer.entry(row);
    std::optional<Qualifier> qualifier;
    if (entry.kind == PlaceKind::country && right.region.empty()) qualifier = {entry.country, std::nullopt};
    if (entry.kind == PlaceKind::region && !entry.country.empty() &&
        (right.region.empty() || entry.country == right.region.substr(0, 2)))
      qualifier = {entry.country, entry.division.empty() ? std::nullopt : std::optional(entry.division_index)};
    if (!qualifier) continue;
    for (std::uint32_t of_left = left.entries.first; of_left < left.entries.end; ++of_left) {
      if (!matches(lexicon_.gazetteer.entry(of_left), *qualifier)) continue;
      qualifier->is_bound = true;
      qualifier->place = entry.place;
      return qualifier;
    }
    if (!first && !is_country) first = qualifier;
  }
  return first;
}

// The country as the qualifier of a town, if it has one of that name.
std::optional<PlaceContext::Qualifier> PlaceContext::bind_to(std::size_t candidate, std::string_view country) const {
  const Qualifier qualifier{country, std::nullopt, true, 0};
  const RowRange rows = candidates_[candidate].entries;
  for (std::uint32_t row = rows.first; row < rows.end; ++row)
    if (matches(lexicon_.gazetteer.entry(row), qualifier)) return qualifier;
  return std::nullopt;
}

// "the University of Geneva in Switzerland", "Egypt's Alexandria", "the Canadian port city of Vancouver".
std::optional<PlaceContext::Qualifier> PlaceContext::country_beside(std::size_t candidate) const {
  static constexpr auto kTowns = word_list({"city", "town", "village", "port", "resort", "suburb", "capital"});
  constexpr std::uint32_t kMostBetween = 4;  // tokens, in "port city of"
  const PlaceCandidate& place = candidates_[candidate];
  if (place.evidence != PlaceEvidence::place || !place.region.empty()) return std::nullopt;
  if (candidate + 1 < candidates_.size()) {
    const PlaceCandidate& next = candidates_[candidate + 1];
    if (next.evidence == PlaceEvidence::country_name && next.first_token == place.end_token + 1 &&
        story_.tokens[place.end_token].hash == hash_word("in"))
      return bind_to(candidate, lexicon_.gazetteer.entry(next.entries.first).country);
  }
  if (candidate == 0) return std::nullopt;
  const PlaceCandidate& before = candidates_[candidate - 1];
  if (before.entries.empty() || before.end_token > place.first_token ||
      place.first_token - before.end_token > kMostBetween)
    return std::nullopt;
  if (before.evidence == PlaceEvidence::country_name && before.end_token + 1 == place.first_token &&
      tag_of(story_, before.end_token) == PosTag::POS)
    return bind_to(candidate, lexicon_.gazetteer.entry(before.entries.first).country);
  if (before.evidence == PlaceEvidence::demonym && before.end_token + 2 <= place.first_token &&
      story_.tokens[place.first_token - 1].hash == hash_word("of") &&
      kTowns.of(story_.tokens[place.first_token - 2].hash))
    return bind_to(candidate, lexicon_.country_names.cell(before.entries.first, 1));
  return std::nullopt;
}

bool PlaceContext::is_dateline_town(std::size_t candidate) const {
  const auto& dateline = story_.structure.dateline;
  const Span span = candidates_[candidate].span;
  return dateline && dateline->span.contains(span) && story_.words(span) == dateline->place;
}

// The parser knows the country of most datelines: "LONDON, March 24". A second town without its state, abroad, is the
// one that its name means alone: "AUSTIN, Texas & DUBLIN--(BUSINESS WIRE)".
std::optional<PlaceContext::Qualifier> PlaceContext::dateline_qualifier(std::size_t candidate) const {
  const PlaceCandidate& place = candidates_[candidate];
  if (!has_sure_dateline_ || !story_.structure.dateline->span.contains(place.span) ||
      place.evidence != PlaceEvidence::place || !place.region.empty())
    return std::nullopt;
  const std::string& country = story_.structure.dateline->country;
  if (country.empty()) return std::nullopt;
  if (!is_dateline_town(candidate)) {
    const auto abroad = std::find_if(known_alone_.begin(), known_alone_.end(), [&](const GazetteerEntry& city) {
      return city.place == alone_[candidate] && city.country != country;
    });
    return abroad == known_alone_.end() ? std::nullopt : bind_to(candidate, abroad->country);
  }
  const auto bound = bind_to(candidate, country);
  return bound ? bound : Qualifier{country, std::nullopt};
}

// Does the tagger see a location in just these words?
bool PlaceContext::is_whole_location(std::size_t candidate) const {
  return is_tagged_location(candidate) && story_.names[name_of_[candidate]].span == candidates_[candidate].span;
}

// "Ships crossed the Atlantic", "North Sea crude"; not "Amazon hired drivers". "The Panama Canal" lies in Panama,
// wherever the story comes from.
bool PlaceContext::is_only_water(std::size_t candidate, const PlaceReadings& readings) const {
  const PlaceCandidate& place = candidates_[candidate];
  const auto& entries = readings.entries;
  if (entries.size() != 1 || entries.front().kind != PlaceKind::water || !is_whole_location(candidate)) return false;
  if (place.end_token > place.first_token + 1) return true;
  return entries.front().country.empty() && place.first_token > 0 &&
         story_.tokens[place.first_token - 1].lower_hash == hash_word("the");
}

// "a man from Devon": what the tagger sees too, where the name can mean nothing but one county.
bool PlaceContext::is_only_county(std::size_t candidate, const PlaceReadings& readings) const {
  const auto& entries = readings.entries;
  return entries.size() == 1 && entries.front().kind == PlaceKind::county && is_whole_location(candidate);
}

bool PlaceContext::is_sure(std::size_t candidate, const PlaceReadings& readings) const {
  return is_dateline_place(candidate) || is_only_water(candidate, readings) || is_only_county(candidate, readings);
}

bool PlaceContext::is_dateline_place(std::size_t candidate) const {
  if (!is_dateline_town(candidate) || candidates_[candidate].evidence != PlaceEvidence::place) return false;
  const std::string& country = story_.structure.dateline->country;
  return !country.empty() && bind_to(candidate, country).has_value();
}

bool PlaceContext::is_dateline_of(std::string_view country) const {
  return has_sure_dateline_ && story_.structure.dateline->country == country;
}

// The country that the parser guessed for the town of a bare dateline, before the story has a say.
bool PlaceContext::is_dateline_guess(std::size_t candidate, const GazetteerEntry& entry) const {
  return !has_sure_dateline_ && is_dateline_town(candidate) && story_.structure.dateline->country == entry.country;
}

bool PlaceContext::matches(const GazetteerEntry& entry, const Qualifier& qualifier) const {
  if (entry.kind == PlaceKind::country) return false;
  if (qualifier.division) return entry.kind != PlaceKind::region && entry.division_index == *qualifier.division;
  return entry.country == qualifier.country;
}

}  // namespace wirecut
