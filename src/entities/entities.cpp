// Names become entities in four steps: cut what doesn't belong to a name (forms.cpp), find the titles beside persons
// (titles.cpp), decide which names are one entity (link.cpp), and describe each entity by its mentions (here).

#include "entities/entities.h"

#include <algorithm>
#include <cctype>
#include <optional>
#include <utility>

#include "entities/countries.h"
#include "entities/forms.h"
#include "entities/link.h"
#include "entities/titles.h"
#include "lexicon/hash.h"
#include "lexicon/lower_case.h"
#include "lexicon/word_map.h"

namespace wirecut {
namespace {

// Words of the text as one line: any white space is one space.
std::string one_line(std::string_view words) {
  std::string out(words);
  std::size_t size = 0;
  bool behind_blank = true;
  for (const char c : words) {
    const bool is_blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    out[size] = is_blank ? ' ' : c;
    size += is_blank && behind_blank ? 0 : 1;
    behind_blank = is_blank;
  }
  out.resize(size);
  return out;
}

class Builder {
 public:
  Builder(const Story& story, const Lexicon& lexicon, const UserNames* user_names)
      : story_(story),
        lexicon_(lexicon),
        user_names_(user_names),
        cores_(make_cores(story, lexicon)),
        titles_(cores_.size()) {}

  std::vector<Entity> run() {
    read_titles();
    for (std::uint32_t i = 0; i < cores_.size(); ++i)
      if (const UserName* row = user_row(i)) cores_[i].user_key = hash_word(row->id.empty() ? row->canonical : row->id);
    const Link link = link_names(story_, lexicon_, cores_);
    entities_.resize(link.types.size());
    best_.assign(link.types.size(), {});
    without_country_.assign(link.types.size(), 0);
    std::vector<std::uint32_t> mentions(entities_.size());
    for (const std::uint32_t group : link.group_of) ++mentions[group];
    for (std::size_t e = 0; e < entities_.size(); ++e) {
      entities_[e].type = link.types[e];
      entities_[e].mentions.reserve(mentions[e]);
    }
    for (std::uint32_t name = 0; name < cores_.size(); ++name) add_mention(link.group_of[name], name);
    add_owners(link);
    for (Entity& entity : entities_) drop_contained_titles(entity.titles);
    add_source();
    return std::move(entities_);
  }

 private:
  static bool is_kinship(const Token& word) {
    static constexpr auto kWords = word_list({"wife", "husband", "son", "daughter", "mother", "father", "brother",
                                              "sister", "widow", "widower", "nephew", "niece", "cousin", "uncle",
                                              "aunt", "grandson", "granddaughter", "stepson", "stepdaughter"});
    return kWords.of(word.hash);
  }

  Span tokens_span(std::uint32_t first, std::uint32_t end) const {
    return {story_.tokens[first].span.start, story_.tokens[end - 1].span.end};
  }

  Span span_of(const NameCore& core) const {
    return {story_.tokens[core.first_token].span.start + core.seed, story_.tokens[core.end_token - 1].span.end};
  }

  void read_titles() {
    std::vector<std::uint32_t> name_at(story_.tokens.size(), Title::no_name);
    for (std::uint32_t i = 0; i < cores_.size(); ++i)
      for (std::uint32_t t = story_.names[i].first_token; t < story_.names[i].end_token; ++t) name_at[t] = i;
    for (std::uint32_t i = 0; i < cores_.size(); ++i) {
      if (story_.names[i].type != EntityType::person) continue;
      titles_[i] = find_titles(story_, lexicon_, name_at, i, cores_[i]);
      for (const Title& title : titles_[i]) {
        if (title.gender != Gender::unknown) cores_[i].gender = title.gender;
        cores_[i].is_relative |= is_kinship(story_.tokens[title.end - 1]);
        cores_[i].is_regnal |= title.end == cores_[i].first_token && is_regnal(story_.tokens[title.end - 1]);
      }
    }
  }

  void add_mention(std::uint32_t group, std::uint32_t name) {
    Entity& entity = entities_[group];
    const NameCore& core = cores_[name];
    entity.mentions.push_back({span_of(core), MentionKind::name});
    entity.confidence = std::max(entity.confidence, story_.names[name].confidence);
    offer_name(group, name);
    if (entity.type == EntityType::person)
      add_titles(entity, name);
    else if (entity.country.empty() && !is_currency(core))
      look_for_country(group, country_start(name), core.end_token);
  }

  // Most mentions repeat words that were looked at before.
  void look_for_country(std::uint32_t group, std::uint32_t first, std::uint32_t end) {
    std::uint64_t words = 0;
    for (std::uint32_t i = first; i < end; ++i) words = hash_chain(words, story_.tokens[i].hash);
    if (std::exchange(without_country_[group], words) == words) return;
    const bool is_location = entities_[group].type == EntityType::location;
    const std::string_view country = find_country(story_, lexicon_, first, end, is_location);
    if (!country.empty()) entities_[group].country = country;
  }

  // "US$" belongs to no country more than the money does.
  bool is_currency(const NameCore& core) const { return story_.words(story_.tokens[core.end_token - 1].span) == "$"; }

  // The fullest form: the most words, then not all in capitals, then the most letters.
  struct Fullness {
    std::uint32_t words = 0;
    bool mixed_case = false;
    std::size_t letters = 0;
    auto operator<=>(const Fullness&) const = default;
  };

  static constexpr std::uint32_t kUserFullness = 0xFFFFFFFF;  // nothing is fuller than what the user calls it

  const UserName* user_row(std::uint32_t name) const {
    const std::uint32_t row = story_.names[name].user_row;
    return row == 0 || user_names_ == nullptr ? nullptr : &user_names_->rows()[row - 1];
  }

  void offer_name(std::uint32_t group, std::uint32_t name) {
    if (const UserName* row = user_row(name)) {
      best_[group] = {kUserFullness, true, 0};
      entities_[group].name = row->canonical;
      entities_[group].external_id = row->id;
      return;
    }
    const NameCore& core = cores_[name];
    const bool person = entities_[group].type == EntityType::person;
    const std::uint32_t first = person ? core.first_token : full_start(name);
    const std::string_view words =
        story_.words(first == core.first_token ? span_of(core) : tokens_span(first, core.end_token));
    const bool mixed =
        std::any_of(words.begin(), words.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c & 0x80); });
    const Fullness fullness{core.end_token - first, mixed, words.size()};
    if (!(fullness > best_[group])) return;
    best_[group] = fullness;
    entities_[group].name = one_line(words);
  }

  // A country right in front of a body of state belongs to its name: "Russian" + "Foreign Ministry".
  std::uint32_t full_start(std::uint32_t name) const {
    const NameCore& core = cores_[name];
    if (story_.names[name].type != EntityType::organization || name == 0) return core.first_token;
    const Name& before = story_.names[name - 1];
    const bool adjoins = before.end_token == core.first_token && before.type != EntityType::person &&
                         before.type != EntityType::organization && story_.tokens[core.first_token].has(kSpaceBefore) &&
                         !story_.tokens[core.first_token].has(kNewlineBefore);
    if (!adjoins || parse_country(story_, lexicon_, before.first_token, before.end_token).code.empty())
      return core.first_token;
    for (std::uint32_t i = core.first_token; i < core.end_token; ++i)
      if (is_institution(story_.tokens[i], lexicon_)) return before.first_token;
    return core.first_token;
  }

  std::uint32_t country_start(std::uint32_t name) const { return full_start(name); }

  // "Japan" + "'s" in front of a body of state: its country, though no part of its name. Empty: there is none.
  std::string_view owner_country(std::uint32_t name) const {
    const NameCore& core = cores_[name];
    if (story_.names[name].type != EntityType::organization || name == 0 || core.first_token == 0) return {};
    const NameCore& before = cores_[name - 1];
    const std::string_view between = story_.words(story_.tokens[core.first_token - 1].span);
    if (before.end_token + 1 != core.first_token || (between != "'s" && between != "’s")) return {};
    if (story_.tokens[core.first_token].has(kAllCaps)) return {};  // "Ireland's ECB Council member"
    for (std::uint32_t i = core.first_token; i < core.end_token; ++i)
      if (is_institution(story_.tokens[i], lexicon_) && story_.tokens[i].lower_hash != hash_word("union"))
        return parse_country(story_, lexicon_, before.first_token, before.end_token).code;
    return {};
  }

  // A story may tell of the foreign ministries of two countries: then neither is that of the name.
  void add_owners(const Link& link) {
    std::vector<std::optional<std::string_view>> owners(entities_.size());  // empty words: of two
    for (std::uint32_t name = 1; name < cores_.size(); ++name) {
      const std::string_view country = owner_country(name);
      std::optional<std::string_view>& owner = owners[link.group_of[name]];
      if (!country.empty()) owner = !owner || *owner == country ? country : std::string_view{};
    }
    for (std::size_t e = 0; e < entities_.size(); ++e)
      if (entities_[e].country.empty() && owners[e]) entities_[e].country = *owners[e];
  }

  // The outlet of a source tag is an organization, though no sentence stands around it for the tagger to go by.
  void add_source() {
    if (!story_.structure.source || story_.structure.source->name.empty()) return;
    const Source& source = *story_.structure.source;
    const std::size_t at = story_.words(source.span).find(source.name);
    if (at == std::string_view::npos) return;
    const auto start = source.span.start + static_cast<std::uint32_t>(at);
    const Span span{start, start + static_cast<std::uint32_t>(source.name.size())};
    const auto overlaps = [&](const Name& name) { return name.span.overlaps(span); };
    if (std::any_of(story_.names.begin(), story_.names.end(), overlaps)) return;
    const auto known = std::find_if(entities_.begin(), entities_.end(), [&](const Entity& e) {
      return e.type == EntityType::organization && (e.name == source.name || e.name == source.canonical);
    });
    const Mention mention{span, MentionKind::name};
    if (known != entities_.end() && known->mentions.front().span.start < start) {
      const auto after = std::find_if(known->mentions.begin(), known->mentions.end(),
                                      [&](const Mention& m) { return m.span.start > start; });
      known->mentions.insert(after, mention);
    } else if (known == entities_.end()) {
      Entity outlet;
      outlet.type = EntityType::organization;
      outlet.name = one_line(source.name);
      outlet.confidence = 1;
      outlet.mentions = {mention};
      const auto after = std::find_if(entities_.begin(), entities_.end(),
                                      [&](const Entity& e) { return e.mentions.front().span.start > start; });
      entities_.insert(after, std::move(outlet));
    }
  }

  void add_titles(Entity& entity, std::uint32_t name) {
    for (const Title& title : titles_[name]) {
      std::string words = one_line(story_.words(tokens_span(title.first, title.end)));
      if (std::find(entity.titles.begin(), entity.titles.end(), words) == entity.titles.end() &&
          entity.titles.size() < 16)
        entity.titles.push_back(std::move(words));
      if (!entity.country.empty()) continue;
      entity.country = find_country(story_, lexicon_, title.first, title.end);
      if (!entity.country.empty() || title.owner == Title::no_name) continue;
      const Name& owner = story_.names[title.owner];
      entity.country = find_country(story_, lexicon_, owner.first_token, owner.end_token);
    }
  }

  // "Foreign Minister" says no more where "Russian Foreign Minister" stands too.
  static void drop_contained_titles(std::vector<std::string>& titles) {
    if (titles.size() < 2) return;
    std::vector<std::string> kept;
    for (const std::string& title : titles) {
      const std::string low = to_lower_case(title);
      const bool contained = std::any_of(titles.begin(), titles.end(), [&](const std::string& other) {
        return other.size() > title.size() && to_lower_case(other).ends_with(" " + low);
      });
      const bool again =
          std::any_of(kept.begin(), kept.end(), [&](const std::string& k) { return to_lower_case(k) == low; });
      if (!contained && !again) kept.push_back(title);
    }
    titles = std::move(kept);
  }

  const Story& story_;
  const Lexicon& lexicon_;
  const UserNames* user_names_;
  std::vector<NameCore> cores_;
  std::vector<std::vector<Title>> titles_;
  std::vector<Entity> entities_;
  std::vector<Fullness> best_;
  std::vector<std::uint64_t> without_country_;  // of each entity: the words last looked at for its country, hashed
};

}  // namespace

std::vector<Entity> find_entities(const Story& story, const Lexicon& lexicon, const UserNames* user_names) {
  return Builder(story, lexicon, user_names).run();
}

}  // namespace wirecut
