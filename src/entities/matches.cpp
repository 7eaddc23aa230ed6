#include "entities/matches.h"

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "entities/countries.h"
#include "lexicon/word_map.h"

namespace wirecut {
namespace {

class Reader {
 public:
  explicit Reader(const Story& story) : story_(story) {}

  // "Vesna beat Roe 2-1", "Vesna lost 2-1 to Roe", "Vesna drew with Roe 1-1".
  bool is_match(const Name& one, const Name& other) const {
    static constexpr auto kBeat = word_list({"beat", "beats", "crushed", "defeated", "downed", "edged", "hammered",
                                             "overcame", "routed", "stunned", "thrashed", "thumped", "trounced"});
    static constexpr auto kPlayed = word_list({"drew", "fell", "lost", "tied", "won"});
    static constexpr auto kAgainst = word_list({"against", "over", "to", "with"});  // a stadium is "at"
    const std::uint32_t verb = one.end_token, end = other.first_token;
    if (end == verb + 1) return kBeat.of(hash(verb)) && is_score(other.end_token);
    if (end < verb || end > verb + 3 || !kPlayed.of(hash(verb)) || !kAgainst.of(hash(end - 1))) return false;
    return end == verb + 3 ? is_score(verb + 1) : is_score(other.end_token);
  }

 private:
  std::string_view word(std::uint32_t i) const { return story_.words(story_.tokens[i].span); }
  std::uint64_t hash(std::uint32_t i) const { return story_.tokens[i].hash; }
  bool exists(std::uint32_t i) const { return i < story_.tokens.size(); }

  bool has_form_of_score(std::uint32_t i) const {
    if (!exists(i)) return false;
    const std::string_view w = word(i);
    const std::size_t dash = w.find('-');
    if (dash == std::string_view::npos || dash == 0 || dash > 3 || w.size() < dash + 2 || w.size() > dash + 4)
      return false;
    return std::count_if(w.begin(), w.end(), [](char c) { return c >= '0' && c <= '9'; }) + 1 ==
           static_cast<std::ptrdiff_t>(w.size());
  }

  // Not the first of "6-4 6-2", "6-4, 6-2", "7-6 (7-4)": sets, which single players have.
  bool is_score(std::uint32_t i) const {
    if (!has_form_of_score(i) || has_form_of_score(i + 1)) return false;
    const bool may_go_on = exists(i + 2) && (word(i + 1) == "," || word(i + 1) == "(");
    return !(may_go_on && has_form_of_score(i + 2));
  }

  const Story& story_;
};

}  // namespace

void set_sides(const Story& story, const Lexicon& lexicon, std::vector<Name>& names) {
  const Reader reader(story);
  const auto is_country = [&](const Name& name) {
    return !parse_country(story, lexicon, name.first_token, name.end_token).code.empty();
  };
  for (std::size_t i = 1; i < names.size(); ++i) {
    Name& one = names[i - 1];
    Name& other = names[i];
    if (!reader.is_match(one, other) || is_country(one) || is_country(other)) continue;
    const auto is_team = [](const Name& name) {
      return name.type == EntityType::organization || name.type == EntityType::location;
    };
    if (is_team(one) || is_team(other)) one.type = other.type = EntityType::organization;  // else two players
  }
}

}  // namespace wirecut
