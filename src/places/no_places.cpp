// One rule a function; each asks for the words beside a candidate and what the name tagger saw there.

#include "places/no_places.h"

#include <algorithm>

#include "lexicon/hash.h"
#include "lexicon/word_map.h"
#include "lexicon/word_use.h"

namespace wirecut {
namespace {

constexpr auto kBehindPlace =  // what follows a name that stands alone behind "at the"
    word_list({"on", "in", "and", "when", "where", "for", "after", "before", "as", "to", "with", "by"});

constexpr auto kBeforeSpeaker = word_list({"a", "an", "native", "fluent"});
constexpr auto kJoints = word_list({"and", "or"});

class Dropper {
 public:
  Dropper(const Story& story, const Lexicon& lexicon) : story_(story), lexicon_(lexicon) {}

  bool is_no_place(const PlaceCandidate& candidate) const {
    return is_direction(candidate) || is_ground(candidate) || is_month(candidate) || is_street(candidate) ||
           is_part_of_longer_name(candidate) || is_currency(candidate) || is_language(candidate);
  }

  // "Michael Jordan", "Paris Hilton": the tagger knows. So it does of "Clinton" alone where a title stands in front, or
  // where the story names Bill Clinton.
  void drop_parts_of_persons(std::vector<PlaceCandidate>& found) const {
    const auto is_lone = [](const Name& person) { return person.end_token == person.first_token + 1; };
    std::vector<std::uint64_t> surnames;
    for (const Name& person : story_.names)
      if (person.type == EntityType::person && !is_lone(person))
        surnames.push_back(story_.tokens[person.end_token - 1].lower_hash);
    std::sort(surnames.begin(), surnames.end());
    const auto is_known = [&](const Name& person) {
      const Token& first = story_.tokens[person.first_token];
      return (person.first_token > 0 &&
              !lexicon_.titles.find_word(story_.tokens[person.first_token - 1].lower_hash).empty()) ||
             (is_lone(person) && std::binary_search(surnames.begin(), surnames.end(), first.lower_hash));
    };
    std::size_t name = 0;
    std::erase_if(found, [&](const PlaceCandidate& candidate) {
      while (name < story_.names.size() && story_.names[name].span.end <= candidate.span.start) ++name;
      if (name == story_.names.size() || story_.names[name].type != EntityType::person) return false;
      const Name& person = story_.names[name];
      return person.span.contains(candidate.span) &&
             (person.span != candidate.span || candidate.evidence != PlaceEvidence::place || is_known(person));
    });
  }

 private:
  bool is_called(std::uint64_t word_hash, std::string_view use) const {
    return has_use(lexicon_.place_neighbours, word_hash, use);
  }

  // The token behind a candidate, if there is one.
  const Token* token_behind(const PlaceCandidate& candidate) const {
    return candidate.end_token < story_.tokens.size() ? &story_.tokens[candidate.end_token] : nullptr;
  }

  // "Central officials", "the North", "the Gulf": regions of some country are called so, but the story means its own.
  // Not in "the Western Region".
  bool is_direction(const PlaceCandidate& candidate) const {
    for (std::uint32_t t = candidate.first_token; t < candidate.end_token; ++t)
      if (!is_called(story_.tokens[t].lower_hash, "direction")) return false;
    const Token* behind = token_behind(candidate);
    return behind == nullptr || !is_called(behind->lower_hash, "division");
  }

  // "the Southern District of New York": a court's, and none of Israel's; "hurricane Sandy" is no town in Utah.
  bool is_part_of_longer_name(const PlaceCandidate& candidate) const {
    const std::uint32_t first = candidate.first_token;
    if (first > 0 && is_called(story_.tokens[first - 1].lower_hash, "storm")) return true;
    const Token* behind = token_behind(candidate);
    if (behind == nullptr) return false;
    if (candidate.end_token == first + 2 && is_called(story_.tokens[first].lower_hash, "direction") &&
        is_called(story_.tokens[first + 1].lower_hash, "division"))
      return behind->lower_hash == hash_word("of");
    return candidate.end_token == first + 1 && story_.tokens[first].lower_hash == hash_word("hurricane") &&
           behind->has(kCapitalized);
  }

  // "London Bridge", "Hudson's Bay", "University of Delaware": not the towns of Bridge, Bay and University.
  bool is_street(const PlaceCandidate& candidate) const {
    const std::uint32_t first = candidate.first_token;
    const Token* behind = token_behind(candidate);
    if (candidate.end_token != first + 1 || !is_called(story_.tokens[first].lower_hash, "street")) return false;
    if (behind && behind->hash == hash_word("of")) return true;
    return first > 0 && (story_.tokens[first - 1].has(kCapitalized) ||
                         (first > 1 && story_.words(story_.tokens[first - 1].span).ends_with("s") &&
                          tag_of(first - 1) == PosTag::POS));
  }

  PosTag tag_of(std::uint32_t token) const {
    return token < story_.pos_tags.size() ? story_.pos_tags[token] : PosTag::none;
  }

  // "US$5 million", "NZ$ 3", "US $ 514 million", "Canadian dollars": money, and no word on where it is spent. "The U.S.
  // $5 bill" and "the US $700 billion plan" are the country's.
  bool is_currency(const PlaceCandidate& candidate) const {
    const Token* behind = token_behind(candidate);
    if (behind == nullptr) return false;
    const std::uint32_t first = candidate.first_token;
    if (behind->span.start < story_.text.size() && story_.text[behind->span.start] == '$') {
      const bool adjoins = behind->span.start == candidate.span.end;
      const bool behind_the = first > 0 && story_.tokens[first - 1].lower_hash == hash_word("the");
      return (adjoins || !behind_the) && story_.tokens[first].has(kAllCaps) && candidate.span.size() <= 3;
    }
    return candidate.evidence != PlaceEvidence::place && candidate.span.end < behind->span.start &&
           is_called(behind->hash, "currency");
  }

  // "learned English", "spoke in French.", "English-language": what is spoken, and no word on where.
  bool is_language(const PlaceCandidate& candidate) const {
    if (candidate.evidence != PlaceEvidence::demonym || candidate.end_token != candidate.first_token + 1) return false;
    const std::uint32_t first = candidate.first_token;
    const Token& own = story_.tokens[first];
    const std::string_view text = story_.text;
    if (text[candidate.span.end - 1] == 's') return false;  // "taught Germans"
    if (candidate.span.end < own.span.end) {
      const std::string_view behind = text.substr(candidate.span.end, own.span.end - candidate.span.end);
      return behind == "-language" || behind == "-speaking" || behind == "-medium";
    }
    const Token* behind = token_behind(candidate);
    if (behind && is_called(behind->hash, "of_language")) return true;
    if (behind && behind->hash == hash_word("speaker"))  // not "the Lebanese speaker", of a parliament
      return first > 0 && kBeforeSpeaker.of(story_.tokens[first - 1].lower_hash);
    const bool is_joined = first > 2 && kJoints.of(story_.tokens[first - 1].hash);  // "in Chinese and English"
    const std::uint32_t before = is_joined ? first - 3 : first - 1;
    return first > 0 && is_called(story_.tokens[before].lower_hash, "before_language") &&
           ends_phrase(candidate.end_token);
  }

  // Does no noun follow? "in English.", "in English and Sinhalese, ..."; not "in German and French factories".
  bool ends_phrase(std::uint32_t end) const {
    const auto is_end = [&](std::uint32_t token) {
      return token >= story_.tokens.size() || story_.tokens[token].kind != TokenKind::word ||
             is_called(story_.tokens[token].hash, "ends_phrase");
    };
    return is_end(end) && (end >= story_.tokens.size() || !kJoints.of(story_.tokens[end].hash) || is_end(end + 2));
  }

  // March is a town in Cambridgeshire: only the tagger could know.
  bool is_month(const PlaceCandidate& candidate) const {
    const std::uint64_t word = story_.tokens[candidate.first_token].lower_hash;
    if (candidate.end_token > candidate.first_token + 1 || !has_use(lexicon_.time_words, word, "month")) return false;
    const Token* behind = token_behind(candidate);
    return (behind && behind->kind == TokenKind::number) || !is_tagged_location(candidate);
  }

  bool is_tagged_location(const PlaceCandidate& candidate) const {
    const auto name = std::lower_bound(story_.names.begin(), story_.names.end(), candidate.span.start,
                                       [](const Name& n, std::uint32_t at) { return n.span.end <= at; });
    return name != story_.names.end() && name->span.overlaps(candidate.span) && name->type == EntityType::location;
  }

  // "the Emirates Stadium", "3-1 at the Emirates on Saturday": no country.
  bool is_ground(const PlaceCandidate& candidate) const {
    if (candidate.evidence != PlaceEvidence::country_name) return false;
    const Token* behind = token_behind(candidate);
    if (behind && behind->has(kCapitalized) && is_called(behind->lower_hash, "ground")) return true;
    const std::uint32_t first = candidate.first_token;
    constexpr std::uint64_t kAt = hash_word("at"), kThe = hash_word("the");
    if (first < 2 || story_.tokens[first - 1].lower_hash != kThe || story_.tokens[first - 2].lower_hash != kAt)
      return false;
    if (behind && behind->kind == TokenKind::word && !kBehindPlace.of(behind->lower_hash)) return false;
    return !is_tagged_location(candidate);
  }

  const Story& story_;
  const Lexicon& lexicon_;
};

}  // namespace

void drop_no_places(const Story& story, const Lexicon& lexicon, std::vector<PlaceCandidate>& found) {
  const Dropper dropper(story, lexicon);
  dropper.drop_parts_of_persons(found);
  std::erase_if(found, [&](const PlaceCandidate& candidate) { return dropper.is_no_place(candidate); });
}

}  // namespace wirecut
