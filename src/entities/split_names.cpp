// A body is in a town, but "Human Rights in China" and the "American Chamber of Commerce in China" are names: so "in"
// parts a name from what the gazetteer knows for a town and no country.

#include "entities/split_names.h"

#include <cstdint>

#include "entities/known_parts.h"
#include "lexicon/hash.h"

namespace wirecut {
namespace {

bool is_town(const Lexicon& lexicon, std::string_view words) {
  const RowRange entries = lexicon.gazetteer.find(words);
  bool has_city = false;
  for (std::uint32_t i = entries.first; i < entries.end; ++i) {
    const PlaceKind kind = lexicon.gazetteer.entry(i).kind;
    if (kind == PlaceKind::country || kind == PlaceKind::continent) return false;
    has_city |= kind == PlaceKind::city;
  }
  return has_city;
}

// The "in" that parts the name from a town; 0 where there is none.
std::uint32_t find_in(const Story& story, const Lexicon& lexicon, const Name& name) {
  for (std::uint32_t i = name.first_token + 2; i + 1 < name.end_token; ++i) {
    const Span behind{story.tokens[i + 1].span.start, story.tokens[name.end_token - 1].span.end};
    if (story.tokens[i].hash == hash_word("in")) return is_town(lexicon, story.words(behind)) ? i : 0;
  }
  return 0;
}

}  // namespace

void split_names(const Story& story, const Lexicon& lexicon, std::vector<Name>& names) {
  std::vector<Name> towns;
  for (Name& name : names) {
    if (name.type != EntityType::organization || name.end_token - name.first_token < 4) continue;
    const std::uint32_t in = find_in(story, lexicon, name);
    if (in == 0) continue;
    towns.push_back(make_name(story, in + 1, name.end_token, EntityType::location));
    name = make_name(story, name.first_token, in, EntityType::organization);
  }
  add_names(towns, names);
}

}  // namespace wirecut
