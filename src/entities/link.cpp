// Names with the same words and type are one *form*. Forms are taken from the longest to the shortest: each one joins a
// longer one that it may stand for, or else begins an entity of its own (a *root*). What may stand for a form are its
// *aliases*, kept sorted by hash, so that the whole is O(n log n) in the number of names:
//   person        "Maduro" (the end), "Xi" (the start), "Mike Pompeo" for "Michael R. Pompeo", "Assad" for "al-Assad"
//   organization  "State Department", "Goldman", "UN", "the Fed", and what a bracket behind the long form says:
//                 "Asian News (ANI)"
//   location      other names of the same country
// Where two roots have the same alias ("Smith" of John Smith and Mary Smith), each mention goes to the one mentioned
// last, as long as its title's gender agrees. Precedent: the sieves of Lee et al. 2011, strict head and alias ones.

#include "entities/link.h"

#include <algorithm>
#include <array>
#include <functional>
#include <limits>
#include <tuple>

#include "entities/countries.h"
#include "entities/genitives.h"
#include "entities/organization_aliases.h"
#include "entities/settled_types.h"
#include "entities/storms.h"
#include "lexicon/first_not.h"
#include "lexicon/hash.h"
#include "lexicon/word_map.h"
#include "lexicon/word_use.h"

namespace wirecut {
namespace {

constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();
constexpr std::size_t kMaxCandidates = 8;  // more people of one surname than a reader can tell apart
constexpr std::uint32_t kMaxAliasWords = 8;

struct Form {
  EntityType type = EntityType::misc;
  std::uint32_t name = 0;            // its first mention
  std::uint32_t first_told = kNone;  // the first that is not in the headline
  std::uint64_t key = 0;
  Gender gender = Gender::unknown;
  bool is_relative = false, is_regnal = false;
  bool is_limited = false;                // called a company somewhere: "Acme Inc"
  bool is_called_by_given = false;        // by the given name alone: "Dewi"
  std::uint32_t root = kNone;             // a form; itself where it begins an entity
  std::vector<std::uint32_t> candidates;  // roots to choose from, mention by mention; empty where `root` is sure
};

struct Alias {
  std::uint64_t key;
  AliasRank rank;
  std::uint32_t form;
  bool operator<(const Alias& other) const {
    if (key != other.key) return key < other.key;
    return rank != other.rank ? rank < other.rank : form < other.form;
  }
};

// A name by the hash of what it is called.
struct Keyed {
  std::uint64_t key;
  std::uint32_t name;
  bool operator<(const Keyed& other) const { return key != other.key ? key < other.key : name < other.name; }
};

std::uint64_t typed(std::uint64_t key, EntityType type) {
  return hash_chain(key, static_cast<std::uint64_t>(type) + 1);
}

class Linker {
 public:
  Linker(const Story& story, const Lexicon& lexicon, const std::vector<NameCore>& cores)
      : story_(story),
        lexicon_(lexicon),
        cores_(cores),
        types_(settled_types(story, lexicon, cores)),
        form_of_(cores.size()) {}

  Link run() {
    make_forms();
    make_aliases();
    join_forms();
    return assign();
  }

 private:
  const Token& token(std::uint32_t index) const { return story_.tokens[index]; }
  std::string_view word(std::uint32_t index) const { return story_.words(token(index).span); }
  std::uint64_t key_of(std::uint32_t index) const { return word_key(story_, token(index)); }
  const NameCore& core(const Form& form) const { return cores_[form.name]; }

  // A lone surname with "Mrs" is a form of its own: it must not pass for her husband.
  static bool tells_gender(const NameCore& c, EntityType type) {
    return type == EntityType::person && c.length() == 1 && c.gender != Gender::unknown;
  }

  std::uint64_t form_key(std::uint32_t name) const {
    const NameCore& c = cores_[name];
    const EntityType type = types_[name];
    if (c.user_key != 0) return c.user_key;
    std::uint64_t key = c.key;
    if (type == EntityType::location) {
      const CountryWords country = parse_country(story_, lexicon_, c.first_token, c.end_token);
      if (country.is_name && !is_part_of_britain(token(c.first_token))) key = hash_word(country.code);
    }
    key = typed(key, type);
    return tells_gender(c, type) ? hash_chain(key, static_cast<std::uint64_t>(c.gender)) : key;
  }

  // Countries of their own in the news, under the code of the United Kingdom.
  static bool is_part_of_britain(const Token& first_word) {
    static constexpr auto kParts = word_list({"England", "Scotland", "Wales", "Northern", "Ulster"});
    return kParts.of(first_word.hash);
  }

  void make_forms() {
    std::vector<Keyed> keyed;
    keyed.reserve(cores_.size());
    for (std::uint32_t i = 0; i < cores_.size(); ++i) keyed.push_back({form_key(i), i});
    std::sort(keyed.begin(), keyed.end());
    forms_.reserve(cores_.size());
    for (std::size_t i = 0; i < keyed.size(); ++i) {
      const auto [key, name] = keyed[i];
      if (i == 0 || keyed[i - 1].key != key) {
        Form form;
        form.type = types_[name];
        form.name = name;
        form.key = typed(cores_[name].key, form.type);
        forms_.push_back(std::move(form));
      }
      form_of_[name] = static_cast<std::uint32_t>(forms_.size() - 1);
      if (forms_.back().first_told == kNone && !is_in_headline(name)) forms_.back().first_told = name;
      forms_.back().is_relative |= cores_[name].is_relative;
      forms_.back().is_regnal |= cores_[name].is_regnal;
      forms_.back().is_limited |= forms_.back().type == EntityType::organization && is_limited(cores_[name]);
      if (cores_[name].gender != Gender::unknown)
        forms_.back().gender = cores_[name].gender;
      else if (forms_.back().gender == Gender::unknown)
        forms_.back().gender = given_gender(name);
    }
  }

  bool is_in_headline(std::uint32_t name) const {
    return story_.structure.headline && story_.structure.headline->contains(story_.names[name].span);
  }

  // What the given name tells: "Mary Moss" is no "Mr Moss".
  Gender given_gender(std::uint32_t name) const {
    const NameCore& c = cores_[name];
    if (types_[name] != EntityType::person || c.length() < 2) return Gender::unknown;
    const RowRange rows = lexicon_.given_names.find_word(story_.tokens[c.first_token].lower_hash);
    if (rows.empty()) return Gender::unknown;
    return lexicon_.given_names.cell(rows.first, 1) == "f" ? Gender::female : Gender::male;
  }

  // ---- aliases

  void add_alias(std::uint32_t form, AliasRank rank, std::uint64_t chain) {
    aliases_.push_back({typed(chain, forms_[form].type), rank, form});
  }

  std::uint64_t chain_of(std::uint32_t first, std::uint32_t end) const {
    std::uint64_t chain = 0;
    for (std::uint32_t i = first; i < end; ++i) chain = hash_chain(chain, key_of(i));
    return chain;
  }

  void make_aliases() {
    aliases_.reserve(4 * forms_.size());
    for (std::uint32_t f = 0; f < forms_.size(); ++f) {
      const NameCore& c = core(forms_[f]);
      if (c.length() > kMaxAliasWords * 2) continue;
      if (forms_[f].type == EntityType::person) add_person_aliases(f, c);
      if (forms_[f].type == EntityType::organization) add_organization_aliases(f, c);
      if (forms_[f].type != EntityType::person) add_bracket_alias(f);
      if (forms_[f].type == EntityType::misc && c.length() > 1 && is_storm_word(token(c.end_key - 2)))
        add_alias(f, AliasRank::tail, chain_of(c.end_key - 1, c.end_key));  // "Yagi" of "Typhoon Yagi"
    }
    std::sort(aliases_.begin(), aliases_.end());
  }

  void add_person_aliases(std::uint32_t f, const NameCore& c) {
    const std::uint32_t first = c.first_token, end = c.end_key;
    if (c.length() == 1) add_alias(f, AliasRank::tail, c.key);
    if (c.length() == 1 && has_generation(c)) add_alias(f, AliasRank::start, chain_of(first, end));  // "Elizabeth II"
    if (const std::string_view last = without_article(word(end - 1)); last.size() < word(end - 1).size())
      add_alias(f, AliasRank::tail, hash_chain(0, lower_hash(last)));
    if (c.length() == 1) return;
    for (std::uint32_t i = first + 1; i < end; ++i) add_alias(f, AliasRank::tail, chain_of(i, end));
    for (std::uint32_t i = first + 1; i < end; ++i) add_alias(f, AliasRank::start, chain_of(first, i));
    for (std::uint32_t i = first + 1; i + 1 < end; ++i)
      if (word(i).size() > 2) add_alias(f, AliasRank::inner, chain_of(i, i + 1));
    if (has_generation(c)) return;  // a father's name is no form of his son's
    add_alias(f, AliasRank::skeleton, skeleton(c, given_name(first)));
    add_alias(f, AliasRank::skeleton, skeleton(c, initial(first)));
  }

  static bool has_generation(const NameCore& c) { return c.end_token != c.end_key; }

  // First and last name alone, the first in the form that stands for all of its variants.
  std::uint64_t skeleton(const NameCore& c, std::uint64_t first) const {
    return hash_chain(hash_chain(hash_chain(0, first), key_of(c.end_key - 1)), 1);
  }
  std::uint64_t given_name(std::uint32_t token) const {
    const RowRange rows = lexicon_.given_name_variants.find_word(story_.tokens[token].lower_hash);
    return rows.empty() ? key_of(token) : hash_word(lexicon_.given_name_variants.cell(rows.first, 1));
  }
  std::uint64_t initial(std::uint32_t token) const { return lower_hash(word(token).substr(0, 1)) + 1; }
  bool is_initial(std::uint32_t token) const {
    const std::string_view w = word(token);
    return w.size() >= 2 && w[1] == '.' && w.back() == '.';
  }

  void add_organization_aliases(std::uint32_t f, const NameCore& c) {
    list_other_names(story_, lexicon_, c, other_names_);
    for (const OtherName& other : other_names_) add_alias(f, other.rank, other.key);
    if (const std::uint64_t listed = listed_key(story_, lexicon_, c)) add_alias(f, AliasRank::same, listed);
  }

  // "Asian News International (ANI)": the next name, one word of capitals, alone in brackets. That of the dateline's
  // place is the agency: "PARIS (AP)".
  void add_bracket_alias(std::uint32_t f) {
    const std::uint32_t name = forms_[f].name;
    if (name + 1 >= story_.names.size()) return;
    const Name& next = story_.names[name + 1];
    const std::uint32_t open = story_.names[name].end_token;
    if (story_.structure.dateline && story_.structure.dateline->span.contains(next.span)) return;
    if (next.first_token != open + 1 || next.end_token != open + 2 || word(open) != "(") return;
    if (next.end_token >= story_.tokens.size() || word(next.end_token) != ")") return;
    if (!story_.tokens[next.first_token].has(kAllCaps) || types_[name + 1] == EntityType::person) return;
    if (types_[name + 1] == EntityType::location && forms_[f].type != EntityType::location) return;  // "Ferrari (ITA)"
    aliases_.push_back({forms_[form_of_[name + 1]].key, AliasRank::same, f});
  }

  void join_forms() {
    std::vector<std::uint32_t> order(forms_.size());
    for (std::uint32_t f = 0; f < order.size(); ++f) order[f] = f;
    const auto rank = [&](std::uint32_t f) {  // "Elizabeth II" before "Elizabeth"
      const NameCore& c = core(forms_[f]);
      return std::tuple{c.length(), has_generation(c)};
    };
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
      return rank(a) != rank(b) ? rank(a) > rank(b) : forms_[a].name < forms_[b].name;
    });
    for (std::uint32_t f : order) join(f);
  }

  void join(std::uint32_t f) {
    Form& form = forms_[f];
    std::vector<std::uint32_t>& roots = roots_;
    roots.clear();
    AliasRank rank = AliasRank::inner;
    const NameCore& c = core(form);
    if (c.user_key != 0) {
      form.root = f;
      return;
    }
    collect(f, form.key, roots, rank);
    // "Pope Francis" is no bishop called Francis Roe, nor "King Salman" Prince Mohammed bin Salman.
    if (form.is_regnal && c.length() == 1)
      std::erase_if(roots, [&](std::uint32_t root) {
        return !forms_[root].is_regnal || key_of(core(forms_[root]).first_token) != key_of(c.first_token);
      });
    if (roots.empty() && form.type == EntityType::person && c.length() >= 2 && !has_generation(c)) {
      const std::uint32_t first = c.first_token;
      collect(f, typed(skeleton(c, is_initial(first) ? initial(first) : given_name(first)), form.type), roots, rank);
      if (roots.size() > 1) roots.clear();
    }
    if (roots.empty() && form.type == EntityType::organization)
      if (const std::uint64_t listed = listed_key(story_, lexicon_, c))
        collect(f, typed(listed, form.type), roots, rank);
    form.root = f;
    if (form.type == EntityType::organization && rank >= AliasRank::start && !choose_company(form, roots)) return;
    if (roots.size() == 1 && agree(forms_[roots[0]].gender, form.gender)) {
      form.root = roots[0];
      Form& root = forms_[form.root];
      if (root.gender == Gender::unknown) root.gender = form.gender;
      root.is_called_by_given |= rank == AliasRank::start && form.type == EntityType::person && c.length() == 1;
    } else if (roots.size() > 1) {
      form.candidates = roots;
    }
  }

  // Which of the `roots` that begin with the form's words it stands for; false: none. "Acme" is Acme Motors Corp where
  // the story has Acme Racing besides, as what belongs to a firm has its first words; "Acme Inc" is another firm than
  // both.
  bool choose_company(const Form& form, std::vector<std::uint32_t>& roots) const {
    if (form.is_limited) return false;
    if (roots.size() > 1) std::erase_if(roots, [&](std::uint32_t root) { return !is_limited(core(forms_[root])); });
    return roots.size() == 1 && !is_unit(form, forms_[roots[0]]);
  }

  // A firm is named in full before it is called by its first words; what comes later with more of them is a part of it:
  // "Barclays cut jobs. ... at Barclays Wealth". Not where the rest is what such names end in ("Acme Group"), or opens
  // with "of".
  bool is_unit(const Form& form, const Form& root) const {
    const NameCore &whole = core(root), &part = core(form);
    const std::uint32_t rest = whole.first_token + part.length();
    if (rest >= whole.end_key || whole.end_key != whole.end_token || form.first_told >= root.first_told) return false;
    const std::uint64_t last = token(whole.end_key - 1).lower_hash;
    return !is_function_word(token(rest)) && !has_use(lexicon_.organization_words, last, "whole");
  }

  // "Acme Motors Corp"; not "Acme's Racing Corp", "Acme and Roe Racing Corp".
  bool is_limited(const NameCore& c) const {
    if (c.end_key == c.end_token) return false;
    for (std::uint32_t i = c.first_token + 1; i < c.end_key; ++i)
      if (is_genitive(story_, token(i)) || token(i).hash == hash_word("and")) return false;
    return true;
  }

  // The roots of the surest rank that have this alias, each once.
  void collect(std::uint32_t f, std::uint64_t key, std::vector<std::uint32_t>& roots, AliasRank& rank) const {
    const std::size_t first = first_not(aliases_, [&](const Alias& alias) { return alias.key < key; });
    auto at = aliases_.begin() + static_cast<std::ptrdiff_t>(first);
    for (std::size_t seen = 0; at != aliases_.end() && at->key == key && seen < 4 * kMaxCandidates; ++at, ++seen) {
      if (!roots.empty() && (at->rank != rank || roots.size() == kMaxCandidates)) return;
      const std::uint32_t root = forms_[at->form].root;
      if (root == kNone || at->form == f || std::find(roots.begin(), roots.end(), root) != roots.end()) continue;
      rank = at->rank;
      roots.push_back(root);
    }
  }

  static bool agree(Gender a, Gender b) { return a == Gender::unknown || b == Gender::unknown || a == b; }

  Link assign() {
    Link link;
    link.group_of.resize(cores_.size());
    link.types.reserve(forms_.size());
    std::vector<std::uint32_t> last_mention(forms_.size(), kNone), group(forms_.size(), kNone);
    for (std::uint32_t name = 0; name < cores_.size(); ++name) {
      const Form& form = forms_[form_of_[name]];
      const std::uint32_t root = form.candidates.empty() ? form.root : choose(form, cores_[name].gender, last_mention);
      last_mention[root] = name;
      if (group[root] == kNone) {
        group[root] = static_cast<std::uint32_t>(link.types.size());
        link.types.push_back(forms_[root].type);
      }
      link.group_of[name] = group[root];
    }
    return link;
  }

  // The candidate mentioned last; before any was, the one that comes first. A relative comes behind all others: with
  // "Naina Yeltsin, his wife," in the story "Yeltsin" is still the president. "Mrs Roe" is a woman by her
  // name, if there is one, and nobody whom the story calls by the given name.
  std::uint32_t choose(const Form& form, Gender gender, const std::vector<std::uint32_t>& last_mention) const {
    std::uint32_t best = kNone;
    for (std::uint32_t root : form.candidates) {
      if (!agree(forms_[root].gender, gender != Gender::unknown ? gender : form.gender)) continue;
      const auto age = [&](std::uint32_t r) {
        const bool fresh = last_mention[r] == kNone;
        const bool polite = gender != Gender::unknown;
        return std::tuple{forms_[r].is_relative, polite && forms_[r].gender == Gender::unknown,
                          polite && forms_[r].is_called_by_given, fresh,
                          fresh ? forms_[r].name : kNone - last_mention[r]};
      };
      if (best == kNone || age(root) < age(best)) best = root;
    }
    return best == kNone ? form.root : best;
  }

  const Story& story_;
  const Lexicon& lexicon_;
  const std::vector<NameCore>& cores_;
  std::vector<EntityType> types_;  // one a name: what it is over the whole story
  std::vector<std::uint32_t> form_of_;
  std::vector<Form> forms_;
  std::vector<Alias> aliases_;
  std::vector<OtherName> other_names_;  // of the form that is looked at
  std::vector<std::uint32_t> roots_;    // of the form that is joined
};

}  // namespace

Link link_names(const Story& story, const Lexicon& lexicon, const std::vector<NameCore>& cores) {
  return Linker(story, lexicon, cores).run();
}

}  // namespace wirecut
