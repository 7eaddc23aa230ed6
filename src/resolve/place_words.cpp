// What the words around a candidate and the tagger's names say of it: the part of the features that needs no gazetteer.

#include "lexicon/word_map.h"
#include "resolve/place_features.h"

namespace wirecut {
namespace {

constexpr auto kPrepositions =
    word_list({"in", "at", "near", "from", "to", "of", "outside", "around", "into", "across", "toward", "towards",
               "through", "between", "visit", "visited", "throughout", "leave", "leaving"});
constexpr auto kDivisionWords =
    word_list({"county", "parish", "co.", "township", "borough", "district", "province", "city", "state", "region",
               "village", "island", "islands", "valley", "border", "area"});
constexpr auto kStreetWords =
    word_list({"street",  "st.",        "road",    "rd.",    "avenue",   "ave.",   "drive",  "dr.",   "lane",
               "highway", "boulevard",  "blvd.",   "court",  "place",    "square", "park",   "river", "creek",
               "lake",    "university", "college", "school", "hospital", "church", "bridge", "high",  "bank"});

}  // namespace

void PlaceContext::read_words(std::size_t candidate, WordFeatures& features) const {
  const PlaceCandidate& place = candidates_[candidate];
  const auto set = [&](WordFeature feature, bool value) { features.flag(feature, value); };
  const auto token_at = [&](std::int64_t index) {
    return index >= 0 && index < static_cast<std::int64_t>(story_.tokens.size())
               ? &story_.tokens[static_cast<std::size_t>(index)]
               : nullptr;
  };
  const Token* before = token_at(std::int64_t{place.first_token} - 1);
  const Token* two_before = token_at(std::int64_t{place.first_token} - 2);
  const Token* after = token_at(place.end_token);
  const Token& first = story_.tokens[place.first_token];
  const Token& last = story_.tokens[place.end_token - 1];
  const auto sentence = story_.sentences.begin() +
                        static_cast<std::ptrdiff_t>(first_not(
                            story_.sentences, [&](const Sentence& s) { return s.end_token <= place.first_token; }));
  const bool opens = sentence != story_.sentences.end() && sentence->first_token == place.first_token;
  const bool closes = sentence != story_.sentences.end() && sentence->end_token == place.end_token;
  if (opens) before = nullptr;
  if (closes) after = nullptr;
  const bool capital_before = before && before->kind == TokenKind::word && before->has(kCapitalized);
  const bool capital_after = after && after->kind == TokenKind::word && after->has(kCapitalized);
  const auto is = [&](const Token* token, std::string_view word) { return token && story_.words(token->span) == word; };
  set(WordFeature::bias, true);
  set(WordFeature::behind_capital,
      capital_before && !(two_before && !two_before->has(kCapitalized) && kPrepositions.of(before->lower_hash)));
  set(WordFeature::before_capital,
      capital_after && !kDivisionWords.of(after->lower_hash) && !kStreetWords.of(after->lower_hash));
  set(WordFeature::before_division_word, after && kDivisionWords.of(after->lower_hash));
  set(WordFeature::before_street_word, after && after->has(kCapitalized) && kStreetWords.of(after->lower_hash));
  set(WordFeature::behind_preposition, before && kPrepositions.of(before->lower_hash));
  set(WordFeature::behind_initial, before && before->kind == TokenKind::word && before->has(kAbbreviation));
  set(WordFeature::behind_comma, is(before, ","));
  set(WordFeature::before_comma, is(after, ","));
  set(WordFeature::before_possessive, is(after, "'s") || is(after, "’s"));
  set(WordFeature::opens_sentence, opens);
  set(WordFeature::many_words, place.end_token - place.first_token > 1);
  set(WordFeature::abbreviated, !place.region.empty());
  set(WordFeature::all_caps, first.has(kAllCaps) && first.span.size() > 3);
  set(WordFeature::in_hyphened, place.span.start != first.span.start || place.span.end != last.span.end);
  if (sentence == story_.sentences.end()) return;
  set(WordFeature::in_dateline, sentence->part == Part::dateline);
  set(WordFeature::in_head, sentence->part == Part::headline || sentence->part == Part::head);
}

// What the tagger makes of the words, or of a longer name that they are part of.
void PlaceContext::read_names(std::size_t candidate, WordFeatures& features) const {
  const auto set = [&](WordFeature feature) { features.set(feature, 1); };
  if (name_of_[candidate] == kNone) return set(WordFeature::untagged);
  const Name& name = story_.names[name_of_[candidate]];
  const bool whole = candidates_[candidate].span.contains(name.span);
  switch (name.type) {
    case EntityType::location:
      return set(whole ? WordFeature::tagged_location : WordFeature::inside_location);
    case EntityType::person:
      return set(whole ? WordFeature::tagged_person : WordFeature::inside_person);
    case EntityType::organization:
      return set(whole ? WordFeature::tagged_organization : WordFeature::inside_organization);
    case EntityType::misc:
      return set(whole ? WordFeature::tagged_misc : WordFeature::inside_misc);
  }
}

}  // namespace wirecut
