#include "entities/genitives.h"

#include <algorithm>
#include <optional>

#include "entities/forms.h"
#include "entities/known_parts.h"

namespace wirecut {
namespace {

std::uint64_t chain_of(const Story& story, std::uint32_t first, std::uint32_t end) {
  std::uint64_t chain = 0;
  for (std::uint32_t t = first; t < end; ++t) chain = hash_chain(chain, story.tokens[t].hash);
  return chain;
}

bool has_institution(const Story& story, const Lexicon& lexicon, std::uint32_t first, std::uint32_t end) {
  while (first < end && !is_institution(story.tokens[first], lexicon)) ++first;
  return first < end;
}

// Where the country ends that the name begins with; its first token where there is none.
std::uint32_t end_of_country(const Story& story, const Lexicon& lexicon, const Name& name) {
  constexpr std::uint32_t kKind = 2;
  const PhraseMatch country = find_longest(lexicon.country_names, story.tokens, name.first_token, name.end_token,
                                           [](const Token& token) { return token.lower_hash; });
  const bool is_name = !country.rows.empty() && lexicon.country_names.cell(country.rows.first, kKind) == "name";
  return is_name ? country.end_token : name.first_token;
}

// "Victoria", "California": the name of a state or province rather than of its towns; not "Moscow".
bool is_region(const Story& story, const Lexicon& lexicon, std::uint32_t first, std::uint32_t end) {
  const RowRange entries =
      lexicon.gazetteer.find(story.words(Span{story.tokens[first].span.start, story.tokens[end - 1].span.end}));
  float regions = 0, others = 0;  // log2 of the people of the largest
  for (std::uint32_t i = entries.first; i < entries.end; ++i) {
    const GazetteerEntry entry = lexicon.gazetteer.entry(i);
    float& most = entry.kind == PlaceKind::region ? regions : others;
    most = std::max(most, entry.log_population);
  }
  constexpr float kTwice = 1;  // a city-state is about as large as its city
  return regions > others + kTwice;
}

// "Belfast", "New York": a city that the news names alone; not "Victoria", a given name too, nor "United Nations".
bool is_known_city(const Story& story, const Lexicon& lexicon, std::uint32_t first, std::uint32_t end) {
  const std::string_view words = story.words(Span{story.tokens[first].span.start, story.tokens[end - 1].span.end});
  const PhraseMatch city = find_longest(lexicon.dateline_cities, story.tokens, first, end,
                                        [](const Token& token) { return token.lower_hash; });
  return city.end_token == end && city.rows.size() == 1 && !lexicon.gazetteer.find(words).empty() &&
         !(end == first + 1 && is_given_name(story.tokens[first], lexicon));
}

// Places that the story names by themselves, hashed and sorted; "Pilgrim's" may be the front of a firm's name.
std::vector<std::uint64_t> places_of(const Story& story, const std::vector<Name>& names) {
  std::vector<std::uint64_t> places;
  for (const Name& name : names)
    if (name.type == EntityType::location && name.end_token < story.tokens.size() &&
        !is_genitive(story, story.tokens[name.end_token]))
      places.push_back(chain_of(story, name.first_token, name.end_token));
  std::sort(places.begin(), places.end());
  return places;
}

// The first genitive within the name that capitals follow, or its first token.
std::uint32_t inner_genitive(const Story& story, const Name& name) {
  for (std::uint32_t i = name.first_token + 1; i + 1 < name.end_token; ++i)
    if (is_genitive(story, story.tokens[i]) && story.tokens[i + 1].has(kCapitalized)) return i;
  return name.first_token;
}

bool is_known_beyond(const Story& story, const Lexicon& lexicon, const Name& name, std::uint32_t end) {
  return find_longest(lexicon.name_lists, story.tokens, name.first_token, name.end_token, [](const Token& token) {
           return token.lower_hash;
         }).end_token > end;
}

// "Canada's Bombardier", "Victoria's Department of Health", "Belfast's Harbour Studios", "Penrith's Acme Centre" where
// Penrith is a place of the story.
void part_from_owner(const Story& story, const Lexicon& lexicon, std::vector<Name>& names) {
  std::optional<std::vector<std::uint64_t>> places;
  std::vector<Name> owners;
  for (Name& name : names) {
    while (name.type == EntityType::organization && name.end_token >= name.first_token + 3) {
      const std::uint32_t first = name.first_token, country = end_of_country(story, lexicon, name);
      const bool is_country = country != first && country + 1 < name.end_token &&
                              is_genitive(story, story.tokens[country]) && story.tokens[country + 1].has(kCapitalized);
      const std::uint32_t end = is_country ? country : inner_genitive(story, name);
      if (end == first) break;
      if (!places) places = places_of(story, names);
      const bool is_owner =
          is_country ||
          (!is_known_beyond(story, lexicon, name, end) &&
           (is_known_city(story, lexicon, first, end) ||
            std::binary_search(places->begin(), places->end(), chain_of(story, first, end)) ||
            (has_institution(story, lexicon, end + 1, name.end_token) && is_region(story, lexicon, first, end))));
      if (!is_owner) break;
      owners.push_back(make_name(story, first, end, EntityType::location));
      const float confidence = name.confidence;
      name = make_name(story, end + 1, name.end_token, EntityType::organization);
      name.confidence = confidence;
    }
  }
  add_names(owners, names);
}

bool ends_in_genitive(const Story& story, const Name& name) {
  return name.type == EntityType::organization && name.end_token > name.first_token + 1 &&
         is_genitive(story, story.tokens[name.end_token - 1]);
}

// How often the story has each form of its organisations: sorted, a chain of hashes for each time. The first word of a
// longer name is one too.
struct Forms {
  std::vector<std::uint64_t> plain, genitive;  // without a genitive behind; without the genitive that stands behind
};

Forms count_forms(const Story& story, const std::vector<Name>& names) {
  Forms forms;
  for (const Name& name : names) {
    if (name.type != EntityType::organization && name.type != EntityType::location) continue;
    const bool has_genitive = ends_in_genitive(story, name);
    const std::uint32_t end = name.end_token - (has_genitive ? 1 : 0);
    (has_genitive ? forms.genitive : forms.plain).push_back(chain_of(story, name.first_token, end));
    if (end > name.first_token + 1 && !is_genitive(story, story.tokens[name.first_token + 1]))
      forms.plain.push_back(chain_of(story, name.first_token, name.first_token + 1));
  }
  std::sort(forms.plain.begin(), forms.plain.end());
  std::sort(forms.genitive.begin(), forms.genitive.end());
  return forms;
}

std::ptrdiff_t count_of(std::uint64_t chain, const std::vector<std::uint64_t>& sorted) {
  const auto [first, end] = std::equal_range(sorted.begin(), sorted.end(), chain);
  return end - first;
}

// "Moody's", "Standard & Poor's": names that are known with it.
bool is_known_genitive(const Story& story, const Lexicon& lexicon, const Name& name) {
  const PhraseMatch known = find_longest(lexicon.name_lists, story.tokens, name.first_token, name.end_token,
                                         [](const Token& token) { return token.lower_hash; });
  return known.end_token == name.end_token;
}

void drop_genitives_behind(const Story& story, const Lexicon& lexicon, std::vector<Name>& names) {
  const auto first =
      std::find_if(names.begin(), names.end(), [&](const Name& name) { return ends_in_genitive(story, name); });
  if (first == names.end()) return;
  const Forms forms = count_forms(story, names);
  for (auto name = first; name != names.end(); ++name) {
    if (!ends_in_genitive(story, *name)) continue;
    const std::uint32_t end = name->end_token - 1;
    const bool has_suffix = end > name->first_token + 1 && is_company_suffix(story.tokens[end - 1], lexicon);
    const std::uint64_t chain = chain_of(story, name->first_token, end);
    if (is_known_genitive(story, lexicon, *name)) continue;
    if (!has_suffix && count_of(chain, forms.plain) < count_of(chain, forms.genitive)) continue;
    name->end_token = end;
    name->span.end = story.tokens[end - 1].span.end;
  }
}

}  // namespace

bool is_genitive(const Story& story, const Token& token) {
  const std::string_view word = story.words(token.span);
  return word == "'s" || word == "’s" || word == "'" || word == "’" || word == "'S";
}

void mend_genitives(const Story& story, const Lexicon& lexicon, std::vector<Name>& names) {
  part_from_owner(story, lexicon, names);
  drop_genitives_behind(story, lexicon, names);
}

}  // namespace wirecut
