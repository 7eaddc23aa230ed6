// Measured: strict F1 +0.2 on CoNLL-2003 dev, +0.6 on worldwide-dev, though a town may be a club too. Where as many
// mentions speak for one type as for another ("Oilinvest" an organization and a location), those that the tagger is
// surer of decide; but lists know countries and bodies, and a person of one word has a full name elsewhere.

#include "entities/settled_types.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "entities/countries.h"
#include "entities/known_parts.h"
#include "lexicon/lexicon.h"
#include "lexicon/word_map.h"

namespace wirecut {
namespace {

constexpr std::size_t kEntityTypes = static_cast<std::size_t>(EntityType::misc) + 1;

// What speaks for one type of a name.
struct Votes {
  std::uint32_t mentions = 0;
  float confidence = 0;  // their sum
};
using Poll = std::array<Votes, kEntityTypes>;

std::size_t index_of(EntityType type) { return static_cast<std::size_t>(type); }

// What the votes make of a name: all its mentions are of `type`, but for those of a type with as many where that is
// left open.
struct Settled {
  EntityType type = EntityType::person;
  std::uint32_t mentions = 0;
  bool leaves_ties = false;
};

class Settler {
 public:
  Settler(const Story& story, const Lexicon& lexicon, const std::vector<NameCore>& cores)
      : story_(story), lexicon_(lexicon), cores_(cores) {}

  // `name` is one of the poll's mentions; whether any of them says something.
  Settled settle(std::uint32_t name, const Poll& poll, bool speaks) {
    Settled settled;
    for (const Votes& votes : poll) settled.mentions = std::max(settled.mentions, votes.mentions);
    const auto leads = [&](EntityType type) { return poll[index_of(type)].mentions == settled.mentions; };
    std::pair<int, float> best{-1, 0};
    for (const EntityType type : kTypes) {
      if (!leads(type)) continue;
      const std::pair<int, float> claim{strength(cores_[name], type, speaks), poll[index_of(type)].confidence};
      settled.leaves_ties |= claim.second == best.second;
      if (claim <= best) continue;
      best = claim;
      settled.type = type;
    }
    // Many a body passes for a thing, "News of the World", "Enterprise": that it is one must be told clearly.
    constexpr float kClear = 0.25f;
    if (leads(EntityType::organization) && settled.type != EntityType::organization && best.first == kMaybe &&
        strength(cores_[name], EntityType::organization, speaks) >= kMaybe)
      settled.leaves_ties |= best.second < poll[index_of(EntityType::organization)].confidence + kClear;
    // A town, and the club or the market that bears its name: "MILAN" of a dateline, "beat Milan".
    settled.leaves_ties |= leads(EntityType::location) && leads(EntityType::organization) && best.first < kSure;
    return settled;
  }

  // "Vesna said", "Vesna declined to comment"
  bool speaks(const Name& name) const {
    static constexpr auto kVerbs = word_list({"said", "says", "told", "declined", "announced", "reported"});
    return name.end_token < story_.tokens.size() && kVerbs.of(story_.tokens[name.end_token].hash);
  }

 private:
  static constexpr std::array kTypes = {EntityType::person, EntityType::organization, EntityType::location,
                                        EntityType::misc};
  enum Strength : int { kHardly, kMaybe, kLikely, kSure };

  // What is known of the words besides the tagger's types.
  int strength(const NameCore& core, EntityType type, bool speaks) {
    const Token& last = story_.tokens[core.end_token - 1];
    switch (type) {
      case EntityType::person:
        return core.length() > 1 ? kMaybe : is_of_full_name(core) ? kSure : kHardly;
      case EntityType::organization:
        if (is_plural_of_capitals(story_.words(last.span))) return kHardly;
        if (is_listed(story_, lexicon_, core.first_token, core.end_key)) return kSure;
        return speaks ? kLikely : kMaybe;
      case EntityType::location:
        if (parse_country(story_, lexicon_, core.first_token, core.end_token).is_name) return kSure;
        return is_known_place(core) ? kLikely : kHardly;
      case EntityType::misc:
        return kMaybe;
    }
    return kHardly;
  }

  bool is_known_place(const NameCore& core) const {
    const Span words{story_.tokens[core.first_token].span.start, story_.tokens[core.end_token - 1].span.end};
    return !lexicon_.gazetteer.find(story_.words(words)).empty();
  }

  // "Orlova" or "Svetlana", where the story has "Svetlana Orlova".
  bool is_of_full_name(const NameCore& core) {
    if (!has_full_names_) read_full_names();
    return std::binary_search(full_names_.begin(), full_names_.end(), story_.tokens[core.end_key - 1].lower_hash);
  }

  void read_full_names() {
    has_full_names_ = true;
    for (const Name& name : story_.names) {
      if (name.type != EntityType::person || is_lone(name)) continue;
      full_names_.push_back(story_.tokens[name.first_token].lower_hash);
      full_names_.push_back(story_.tokens[name.end_token - 1].lower_hash);
    }
    std::sort(full_names_.begin(), full_names_.end());
  }

  const Story& story_;
  const Lexicon& lexicon_;
  const std::vector<NameCore>& cores_;
  bool has_full_names_ = false;
  std::vector<std::uint64_t> full_names_;  // first and last words of the persons named in full, once anybody has asked
};

}  // namespace

std::vector<EntityType> settled_types(const Story& story, const Lexicon& lexicon, const std::vector<NameCore>& cores) {
  std::vector<EntityType> types;
  std::vector<std::pair<std::uint64_t, std::uint32_t>> keyed;  // what the words are, and the name
  types.reserve(cores.size());
  keyed.reserve(cores.size());
  for (std::uint32_t i = 0; i < cores.size(); ++i) {
    types.push_back(story.names[i].type);
    keyed.emplace_back(cores[i].key, i);
  }
  std::sort(keyed.begin(), keyed.end());
  Settler settler(story, lexicon, cores);
  for (std::size_t first = 0, end = 0; first < keyed.size(); first = end) {
    Poll poll{};
    bool speaks = false;
    for (end = first; end < keyed.size() && keyed[end].first == keyed[first].first; ++end) {
      const Name& name = story.names[keyed[end].second];
      Votes& votes = poll[index_of(name.type)];
      ++votes.mentions;
      votes.confidence += name.confidence;
      speaks |= settler.speaks(name);
    }
    if (poll[index_of(types[keyed[first].second])].mentions == end - first) continue;  // all are of one
    const Settled settled = settler.settle(keyed[first].second, poll, speaks);
    for (std::size_t i = first; i < end; ++i) {
      const std::uint32_t name = keyed[i].second;
      const bool ties = poll[index_of(types[name])].mentions == settled.mentions;
      if (story.names[name].user_row == 0 && !(ties && settled.leaves_ties)) types[name] = settled.type;
    }
  }
  return types;
}

}  // namespace wirecut
