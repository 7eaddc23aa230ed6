// Readings that no evidence could save, dropped before the model weighs the others. Each rule is a function and quotes
// the story that forced it.

#include <algorithm>
#include <functional>

#include "lexicon/word_map.h"
#include "lexicon/word_use.h"
#include "resolve/place_features.h"
#include "resolve/speaker_words.h"

namespace wirecut {

PlaceClass class_of(const GazetteerEntry& entry) {
  if (entry.kind == PlaceKind::country || entry.kind == PlaceKind::continent) return PlaceClass::country;
  if (entry.kind == PlaceKind::county) return PlaceClass::small;
  if (entry.kind != PlaceKind::city) return PlaceClass::known;
  constexpr float kKnown = 16.6f;  // 2^16.6 = 100,000 people
  return !entry.alternate && (entry.log_population >= kKnown || entry.role == PlaceRole::capital) ? PlaceClass::known
                                                                                                  : PlaceClass::small;
}

bool has_known_regions(std::string_view country) {
  constexpr std::string_view kCountries[] = {"AU", "CA", "GB", "IN", "US"};
  return std::find(std::begin(kCountries), std::end(kCountries), country) != std::end(kCountries);
}

bool PlaceContext::is_tagged_location(std::size_t candidate) const {
  const std::uint32_t name = name_of_[candidate];
  return name != kNone && story_.names[name].type == EntityType::location;
}

// "in Holland, Pennsylvania"
bool PlaceContext::is_before_region(std::size_t candidate) const {
  if (candidate + 1 >= candidates_.size()) return false;
  const PlaceCandidate& next = candidates_[candidate + 1];
  return next.first_token == candidates_[candidate].end_token + 1 && next.evidence == PlaceEvidence::place &&
         !next.entries.empty() && lexicon_.gazetteer.entry(next.entries.first).kind == PlaceKind::region;
}

// "the state of Niger", "the Georgia state line", "flew to Luxembourg province."; not "the state of Mexico's roads",
// "Niger state television".
bool PlaceContext::is_called_division(std::size_t candidate) const {
  static constexpr auto kDivisions =
      word_list({"state", "province", "department", "governorate", "canton", "prefecture", "district", "region"});
  // What only states of a federation have: "the Georgia state line".
  static constexpr auto kOfStates =
      word_list({"border", "highway", "house", "legislature", "line", "lines", "senate", "trooper", "troopers"});
  const std::uint32_t first = candidates_[candidate].first_token, end = candidates_[candidate].end_token;
  const auto is_division = [&](std::uint32_t token) { return kDivisions.of(story_.tokens[token].hash); };
  if (first > 1 && story_.tokens[first - 1].hash == hash_word("of") && is_division(first - 2))
    return tag_of(story_, end) != PosTag::POS;
  if (end >= story_.tokens.size() || !is_division(end) || story_.pos_tags.empty()) return false;
  if (end + 1 < story_.tokens.size() && kOfStates.of(story_.tokens[end + 1].lower_hash)) return true;
  return !is_noun(story_, end + 1) && tag_of(story_, end + 1) != PosTag::JJ;
}

// "Mexico" alone is the country, not its state of that name, "Niger" no state of Nigeria, nor a village in the state of
// New York; and between other countries, "Greece" is no town there either.
void PlaceContext::drop_beside_country(std::size_t candidate, std::vector<GazetteerEntry>& entries) const {
  constexpr float kVillage = 13.3f, kTown = 17.6f;  // 10,000 and 200,000 people, in powers of two
  constexpr std::size_t kManyCountries = 4;
  if (entries.empty() || entries.front().kind != PlaceKind::country) return;
  const auto is_region = [](const GazetteerEntry& entry) { return entry.kind == PlaceKind::region; };
  if (is_called_division(candidate) && std::any_of(entries.begin(), entries.end(), is_region)) {
    std::erase_if(entries, std::not_fn(is_region));
    return;
  }
  const bool keeps_villages = is_before_region(candidate);
  const float largest = countries_told_.distinct() >= kManyCountries ? kTown : kVillage;
  std::erase_if(entries, [&, country = entries.front().country](const GazetteerEntry& entry) {
    return (entry.kind == PlaceKind::region && (entry.country == country || !has_known_regions(entry.country))) ||
           (entry.kind == PlaceKind::city && entry.log_population < largest && !keeps_villages &&
            entry.role != PlaceRole::capital);
  });
}

// A state or country behind the town leaves no choice but among its own: no fame beats "Moscow, Idaho", nor any number
// of towns in Georgia "Athens, Greece"; the town of a dateline lies in the dateline's country.
void PlaceContext::keep_qualified(std::size_t candidate, std::vector<GazetteerEntry>& entries) const {
  const auto& qualifier = qualifiers_[candidate];
  if (!qualifier || (!qualifier->division && !qualifier->is_bound)) return;
  const auto fits = [&](const GazetteerEntry& entry) { return matches(entry, *qualifier); };
  if (std::any_of(entries.begin(), entries.end(), fits)) std::erase_if(entries, std::not_fn(fits));
}

// "Frankfurt-based": taggers see no names in such words.
bool PlaceContext::is_before_hyphen(std::size_t candidate) const {
  const std::uint32_t end = candidates_[candidate].span.end;
  const std::string_view text = story_.text;
  return end + 1 < text.size() && text[end] == '-' && text[end + 1] >= 'a' && text[end + 1] <= 'z';
}

// Does the story name the country, or come from it?
bool PlaceContext::is_country_told(std::string_view country) const {
  return home_.country == country || is_dateline_of(country) || countries_told_.of(country_index(country)) > 0;
}

bool PlaceContext::has_towns_in(std::string_view country) const {
  return countries_of_towns_.of(country_index(country)) > 0;
}

// "Kilmallock and Bruff are next", in a story of Limerick, Adare and Rathkeale that has no need to say Ireland.
bool PlaceContext::is_crowded(std::size_t candidate, const GazetteerEntry& entry, float least) const {
  return crowd_name_[candidate] != kNone && crowds_.around(entry, crowd_name_[candidate]) >= least;
}

// "Meta said it would cut jobs", "Toyota recalled cars", "Spider-Man": a region or city is named without its country
// only where the tagger sees a place, or it is one of those that English news knows by themselves.
void PlaceContext::drop_abroad(std::size_t candidate, std::vector<GazetteerEntry>& entries) const {
  if (is_tagged_location(candidate)) return;
  const bool keeps_cities = alone_[candidate] != kNone || is_before_hyphen(candidate);
  std::erase_if(entries, [&](const GazetteerEntry& entry) {
    const bool doubtful = entry.kind == PlaceKind::region || (entry.kind == PlaceKind::city && !keeps_cities);
    return doubtful && !entry.country.empty() && !has_known_regions(entry.country) && !is_country_told(entry.country) &&
           !is_crowded(candidate, entry, kCrowd);
  });
}

bool PlaceContext::is_in_organization(std::size_t candidate) const {
  return name_of_[candidate] != kNone && story_.names[name_of_[candidate]].type == EntityType::organization;
}

// "T-Mobile"; not "Sen. Jane Roe, R-Fairfax".
bool PlaceContext::is_behind_initial(std::size_t candidate) const {
  const PlaceCandidate& place = candidates_[candidate];
  const std::string_view before = story_.words({story_.tokens[place.first_token].span.start, place.span.start});
  return is_in_organization(candidate) && before.size() == 2 && before != "R-" && before != "D-";
}

// "Wal-Mart", "the Federal Deposit Insurance Corp", "Northern Rock": behind another word of a firm's name.
bool PlaceContext::is_behind_name(std::size_t candidate) const {
  const PlaceCandidate& place = candidates_[candidate];
  if (!is_in_organization(candidate)) return false;
  const Token& first = story_.tokens[place.first_token];
  if (place.span.start > first.span.start) return place.span.start > first.span.start + 2;
  return place.first_token > story_.names[name_of_[candidate]].first_token &&
         story_.tokens[place.first_token - 1].has(kCapitalized);
}

// "Bristol-Myers Squibb": before another word of a firm's name that hangs on to it; not "the Paris-Henry County Rescue
// Squad".
bool PlaceContext::is_joined_to_name(std::size_t candidate) const {
  const std::uint32_t end = candidates_[candidate].span.end;
  const std::string_view behind = std::string_view(story_.text).substr(end);
  const auto is_within = [](char c, char first, char last) { return c >= first && c <= last; };
  const bool is_word =
      behind.size() > 2 && behind[0] == '-' && is_within(behind[1], 'A', 'Z') && is_within(behind[2], 'a', 'z');
  const bool is_place = candidate + 1 < candidates_.size() && candidates_[candidate + 1].span.start == end + 1;
  return is_in_organization(candidate) && is_word && !is_place;
}

// "Wells Fargo", "Google", "Bear Stearns": in the name of a firm that everybody knows.
bool PlaceContext::is_in_known_firm(std::size_t candidate) const {
  if (!is_in_organization(candidate)) return false;
  const PlaceCandidate& place = candidates_[candidate];
  const Name& name = story_.names[name_of_[candidate]];
  constexpr std::uint32_t kLongestFirm = 8;  // words of an entry; a name may be as long as a line
  const std::uint32_t reach = std::min(place.first_token - name.first_token, kLongestFirm);
  for (std::uint32_t first = place.first_token - reach; first <= place.first_token; ++first) {
    const PhraseMatch match = find_longest(lexicon_.name_lists, story_.tokens, first, name.end_token,
                                           [](const Token& token) { return token.lower_hash; });
    for (std::uint32_t row = match.rows.first; row < match.rows.end; ++row)
      if (match.end_token >= place.end_token && lexicon_.name_lists.cell(row, 1).find('h') != std::string_view::npos)
        return true;
  }
  return false;
}

void PlaceContext::drop_in_firms_name(std::size_t candidate, std::vector<GazetteerEntry>& entries) const {
  if (!is_in_organization(candidate)) return;
  const bool is_no_city = is_behind_initial(candidate) || is_joined_to_name(candidate) || is_in_known_firm(candidate);
  if (!is_no_city && !is_behind_name(candidate)) return;
  std::erase_if(entries, [&](const GazetteerEntry& entry) {
    return entry.kind == PlaceKind::city && (is_no_city || class_of(entry) == PlaceClass::small);
  });
}

// "Chesapeake" of "Chesapeake Energy Corp"
void PlaceContext::read_firms() {
  for (std::size_t i = 0; i < candidates_.size(); ++i) {
    if (!is_in_organization(i) || candidates_[i].end_token != candidates_[i].first_token + 1) continue;
    const Name& name = story_.names[name_of_[i]];
    const bool opens = name.first_token == candidates_[i].first_token && name.end_token > candidates_[i].end_token;
    if (opens && has_use(lexicon_.organization_words, story_.tokens[name.end_token - 1].lower_hash, "suffix"))
      firm_words_.push_back(story_.tokens[name.first_token].lower_hash);
  }
  std::sort(firm_words_.begin(), firm_words_.end());
}

// "Chesapeake raised its budget", of Chesapeake Energy Corp, where the tagger sees a body too; "Emirates said it will
// buy jets", the airline. Not what the wires mean by the word alone, "Dallas".
void PlaceContext::drop_short_firms(std::size_t candidate, std::vector<GazetteerEntry>& entries) const {
  const PlaceCandidate& place = candidates_[candidate];
  if (!is_in_organization(candidate) || story_.names[name_of_[candidate]].span != place.span) return;
  const std::uint64_t word = story_.tokens[place.first_token].lower_hash;
  const bool is_behind_the =
      place.first_token > 0 && story_.tokens[place.first_token - 1].lower_hash == hash_word("the");
  const bool is_emirates = word == hash_word("emirates") && !is_behind_the;
  const bool is_firm = alone_[candidate] == kNone && std::binary_search(firm_words_.begin(), firm_words_.end(), word);
  if (!is_firm && !is_emirates) return;
  std::erase_if(entries, [&](const GazetteerEntry& entry) {
    if (entry.kind == PlaceKind::country) return is_emirates;
    return (entry.kind == PlaceKind::city || entry.kind == PlaceKind::county) && !is_bound(candidate, entry);
  });
}

// Does a state or country stand behind the name here or elsewhere, so that it means this place?
bool PlaceContext::is_bound(std::size_t candidate, const GazetteerEntry& entry) const {
  const std::pair<std::uint32_t, std::uint32_t> binding{candidates_[candidate].entries.first, entry.place};
  return std::binary_search(bound_pairs_.begin(), bound_pairs_.end(), binding);
}

// "called to the Bar in 1972", "the State of the Union.": what takes an article and stands by itself. Not in "the Troy
// plant", "the Troy, Michigan-based firm", "the Bronx".
bool PlaceContext::is_behind_article(std::size_t candidate) const {
  static constexpr auto kArticles = word_list({"the", "a", "an"});
  // Words and marks that begin anew behind a noun and its article.
  static constexpr auto kBehindPhrase = word_list(
      {"a",     "after",  "an",    "as",    "at",  "because", "before", "but",   "by",     "can",   "could", "did",
       "does",  "during", "for",   "from",  "had", "has",     "have",   "if",    "in",     "into",  "is",    "may",
       "might", "must",   "not",   "of",    "on",  "or",      "over",   "said",  "should", "since", "than",  "that",
       "the",   "to",     "under", "until", "was", "were",    "when",   "where", "which",  "while", "who",   "will",
       "with",  "would",  ".",     "?",     "!",   ";",       ":",      ")"});
  const PlaceCandidate& place = candidates_[candidate];
  const std::uint32_t first = place.first_token, end = place.end_token;
  if (end != first + 1 || first == 0 || !kArticles.of(story_.tokens[first - 1].lower_hash)) return false;
  return place.span == story_.tokens[first].span &&
         (end == story_.tokens.size() || kBehindPhrase.of(story_.tokens[end].hash) ||
          story_.tokens[end].kind == TokenKind::quote);
}

void PlaceContext::drop_behind_article(std::size_t candidate, std::vector<GazetteerEntry>& entries) const {
  if (alone_[candidate] != kNone || !is_behind_article(candidate)) return;
  const auto is_common = [&](const GazetteerEntry& entry) {
    return entry.kind == PlaceKind::city && !lexicon_.gazetteer.name(entry.place).starts_with("The ");
  };
  // Regions have articles, "the Punjab", but not those that are named after their town.
  std::vector<std::string_view> countries;
  for (const GazetteerEntry& entry : entries)
    if (is_common(entry)) countries.push_back(entry.country);
  std::erase_if(entries, [&](const GazetteerEntry& entry) {
    return is_common(entry) || (entry.kind == PlaceKind::region &&
                                std::find(countries.begin(), countries.end(), entry.country) != countries.end());
  });
}

// "Berkshire, based in Omaha", "Lehman shares": half of all names are those of a hamlet, which is meant only where the
// tagger sees a place too, or its state stands behind it.
void PlaceContext::drop_hamlets(std::size_t candidate, std::vector<GazetteerEntry>& entries) const {
  if (is_tagged_location(candidate)) return;
  std::erase_if(entries, [&](const GazetteerEntry& entry) {
    return entry.kind == PlaceKind::city && entry.log_population == 0 && entry.role == PlaceRole::none &&
           entry.country == "US" && !is_crowded(candidate, entry, kCrowd) &&
           !(qualifiers_[candidate] && matches(entry, *qualifiers_[candidate]));
  });
}

// "Victoria Street" is nowhere near Victoria; not "near Otter Tail County Road 80".
void PlaceContext::drop_streets(std::size_t candidate, std::vector<GazetteerEntry>& entries) const {
  static constexpr auto kRoads = word_list({"avenue", "ave.", "boulevard", "drive", "lane", "road", "street"});
  const std::uint32_t end = candidates_[candidate].end_token;
  if (end >= story_.tokens.size() || !kRoads.of(story_.tokens[end].lower_hash)) return;
  if (!story_.tokens[end].has(kCapitalized) || story_.tokens[end].has(kNewlineBefore)) return;
  std::erase_if(entries, [](const GazetteerEntry& entry) { return entry.kind != PlaceKind::county; });
}

// "Surprise jobs surge boosts outlook", "Send your story ideas": towns by their words, but to neither tagger a name.
void PlaceContext::drop_common_words(std::size_t candidate, std::vector<GazetteerEntry>& entries) const {
  const PlaceCandidate& place = candidates_[candidate];
  if (name_of_[candidate] != kNone || place.end_token != place.first_token + 1 || qualifiers_[candidate]) return;
  if (place.span != story_.tokens[place.first_token].span) return;  // "Cushing-to-Whiting", "Frankfurt-based"
  const PosTag tag = tag_of(story_, place.first_token);
  if (tag == PosTag::none || tag == PosTag::NNP || tag == PosTag::NNPS) return;
  std::erase_if(entries, [](const GazetteerEntry& entry) { return entry.kind == PlaceKind::city; });
}

// "The probe left Earth": the planet, until the story says "Earth, Texas".
void PlaceContext::drop_planets(std::size_t candidate, std::vector<GazetteerEntry>& entries) const {
  static constexpr auto kPlanets =
      word_list({"earth", "jupiter", "mars", "mercury", "neptune", "pluto", "saturn", "uranus", "venus"});
  const PlaceCandidate& place = candidates_[candidate];
  if (place.end_token != place.first_token + 1 || !kPlanets.of(story_.tokens[place.first_token].lower_hash)) return;
  std::erase_if(entries, [&](const GazetteerEntry& entry) { return !is_bound(candidate, entry); });
}

void PlaceContext::drop_impossible(std::size_t candidate, std::vector<GazetteerEntry>& entries) const {
  drop_beside_country(candidate, entries);
  keep_qualified(candidate, entries);
  drop_abroad(candidate, entries);
  drop_in_firms_name(candidate, entries);
  drop_short_firms(candidate, entries);
  drop_behind_article(candidate, entries);
  drop_far_capital(candidate, entries);
  drop_namesakes(candidate, entries);
  drop_divisions_abroad(candidate, entries);
  drop_villages(candidate, entries);
  drop_hamlets(candidate, entries);
  drop_common_words(candidate, entries);
  drop_planets(candidate, entries);
  drop_streets(candidate, entries);
  drop_city_of_division(candidate, entries);
  drop_state_of_city(candidate, entries);
  drop_county_of_city(candidate, entries);
  drop_namesakes_of_county(candidate, entries);
}

}  // namespace wirecut
