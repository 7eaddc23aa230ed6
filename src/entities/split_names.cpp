// A body is in a town, but "Human Rights in China" and the "American Chamber of Commerce in China" are names: so "in"
// parts a name from what the gazetteer knows for a town and no country. An "and" parts two bodies where both sides are
// called by one noun (the first ends in it, or both begin with it), or are known for bodies of their own. No body has a
// "from" in its name. An "of" stands in few persons' names, most of them peers', and behind few companies that are
// limited ones ("Shipping Corp of India", but "Acme Ltd of India"). The stop of "Corp." may end a sentence.

#include "entities/split_names.h"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "entities/forms.h"
#include "entities/known_parts.h"
#include "lexicon/hash.h"
#include "lexicon/word_map.h"

namespace wirecut {
namespace {

class Splitter {
 public:
  Splitter(const Story& story, const Lexicon& lexicon, const std::vector<Name>& names, std::vector<Name>& more)
      : story_(story), lexicon_(lexicon), more_(more) {
    for (const Name& name : names)
      if (name.type == EntityType::organization)
        bodies_.push_back(firm_key(story, lexicon, name.first_token, name.end_token));
    std::sort(bodies_.begin(), bodies_.end());
  }

  void split(Name& name) {
    constexpr std::uint32_t kMostWords = 64;  // of a name that anybody would read
    if (is_lone(name) || name.end_token > name.first_token + kMostWords) return;
    if (name.type == EntityType::person || is_behind_role(name)) split_person(name);
    if (name.type != EntityType::organization) return;
    end_behind_stop(name);
    split_body(name);
    split_in(name);
    split_company(name);
  }

 private:
  const Token& token(std::uint32_t i) const { return story_.tokens[i]; }
  bool is_word(std::uint32_t i, std::string_view word) const { return token(i).hash == hash_word(word); }

  RowRange places(std::uint32_t first, std::uint32_t end) const {
    return lexicon_.gazetteer.find(story_.words(Span{token(first).span.start, token(end - 1).span.end}));
  }

  bool is_town(std::uint32_t first, std::uint32_t end) const {
    const RowRange entries = places(first, end);
    bool has_city = false;
    for (std::uint32_t i = entries.first; i < entries.end; ++i) {
      const PlaceKind kind = lexicon_.gazetteer.entry(i).kind;
      if (kind == PlaceKind::country || kind == PlaceKind::continent) return false;
      has_city |= kind == PlaceKind::city;
    }
    return has_city;
  }

  void cut(Name& name, std::uint32_t end, std::uint32_t rest, EntityType type) {
    more_.push_back(make_name(story_, rest, name.end_token, type));
    const float confidence = name.confidence;
    name = make_name(story_, name.first_token, end, name.type);
    name.confidence = confidence;
  }

  // "He owns shares in Acme Corp. Analysts said": the stop of a suffix ends a sentence too. One word behind it may be
  // any that opens one.
  void end_behind_stop(Name& name) {
    static constexpr auto kStops = word_list({"corp.", "inc.", "ltd."});
    for (std::uint32_t i = name.first_token + 1; i + 1 < name.end_token; ++i) {
      if (!kStops.of(token(i).lower_hash) || !token(i + 1).has(kCapitalized) ||
          is_company_suffix(token(i + 1), lexicon_))
        continue;
      const float confidence = name.confidence;
      if (i + 2 < name.end_token) return cut(name, i + 1, i + 1, EntityType::organization);
      name = make_name(story_, name.first_token, i + 1, name.type);
      name.confidence = confidence;
      return;
    }
  }

  void split_in(Name& name) {
    for (std::uint32_t i = name.first_token + 2; i + 1 < name.end_token; ++i)
      if (is_word(i, "in")) {
        if (is_town(i + 1, name.end_token)) cut(name, i, i + 1, EntityType::location);
        return;
      }
  }

  // "Acme Ltd of China"
  void split_company(Name& name) {
    static constexpr auto kLimited =
        word_list({"ag", "bhd", "gmbh", "inc", "inc.", "llc", "ltd", "ltd.", "nv", "plc", "sa", "spa"});
    for (std::uint32_t i = name.first_token + 2; i + 1 < name.end_token; ++i)
      if (is_word(i, "of") && kLimited.of(token(i - 1).lower_hash) && !places(i + 1, name.end_token).empty())
        return cut(name, i, i + 1, EntityType::location);
  }

  // "Adam Roe of Washington", "his wife Carol of Lincoln"; not "Lord Roe of Conwy", "Joan of Arc", "Rania of Jordan".
  void split_person(Name& name) {
    const std::uint32_t first = name.first_token;
    for (std::uint32_t i = first + 1; i + 1 < name.end_token; ++i) {
      if (!is_word(i, "of")) continue;
      const bool is_full = i > first + 1 && is_given_name(token(first), lexicon_);
      const bool is_relative = i == first + 1 && first > 0 && is_kin(token(first - 1));
      const std::uint32_t rest = is_article(token(i + 1)) ? i + 2 : i + 1;
      if ((!is_full && !is_relative) || is_ordinal(token(i - 1)) || rest == name.end_token) return;
      if (is_noble(token(i - 1))) return;  // "Mary Queen of Scots"
      name.type = EntityType::person;
      const bool is_place = !places(rest, name.end_token).empty();
      return cut(name, i, rest, is_place ? EntityType::location : EntityType::organization);
    }
  }

  // "analyst [Ann Roe of Acme]", all of it an organization so far
  bool is_behind_role(const Name& name) const {
    if (name.type != EntityType::organization || name.first_token == 0) return false;
    const Token& before = token(name.first_token - 1);
    if (before.has(kCapitalized) || !is_given_name(token(name.first_token), lexicon_)) return false;
    const RowRange rows = lexicon_.titles.find_word(before.hash);
    return !rows.empty() && lexicon_.titles.cell(rows.first, kTitleKind) == "role";
  }

  static bool is_noble(const Token& word) {
    static constexpr auto kTitles = word_list({"archbishop", "archduke", "bishop", "countess", "duchess", "duke",
                                               "earl", "king", "lord", "prince", "princess", "queen"});
    return kTitles.of(word.lower_hash);
  }

  // "Philip V of Spain"
  bool is_ordinal(const Token& word) const {
    return story_.words(word.span).find_first_not_of("IVX") == std::string_view::npos;
  }

  bool is_kin(const Token& word) const {
    constexpr std::uint32_t kClass = 2;
    const RowRange rows = lexicon_.gendered_nouns.find_word(word.hash);
    return !rows.empty() && lexicon_.gendered_nouns.cell(rows.first, kClass) == "kin";
  }

  bool is_body(const Token& word) const {
    static constexpr auto kMore =
        word_list({"bank", "club", "college", "company", "fund", "hospital", "school", "university"});
    return word.has(kCapitalized) &&
           (kMore.of(word.lower_hash) || is_institution(word, lexicon_) || is_company_suffix(word, lexicon_));
  }

  static bool is_article(const Token& word) {
    static constexpr auto kArticles = word_list({"the", "a", "an"});
    return kArticles.of(word.lower_hash);
  }

  // Whether the body that begins at `first` is called by this noun first: "University of Peradeniya".
  bool opens_with(std::uint32_t first, std::uint32_t end, std::uint64_t noun) const {
    static constexpr auto kOf = word_list({"of", "for", "on"});
    return first + 1 < end && token(first).lower_hash == noun && kOf.of(token(first + 1).hash);
  }

  bool has_noun(std::uint32_t first, std::uint32_t end, std::uint64_t noun) const {
    while (first < end && token(first).lower_hash != noun) ++first;
    return first < end;
  }

  bool parts_bodies(std::uint32_t first, std::uint32_t at, std::uint32_t right, std::uint32_t end) const {
    const Token& last = token(at - 1);
    if (is_company_suffix(last, lexicon_) && is_company_suffix(token(end - 1), lexicon_)) return true;
    if (is_body(last) && at > first + 1 && has_noun(right, end, last.lower_hash)) return true;
    const std::uint64_t noun = token(first).lower_hash;
    if (!is_body(token(first)) || !opens_with(first, at, noun)) return false;
    return opens_with(right, end, noun) || (!places(first + 2, at).empty() && has_noun(right, end, noun));
  }

  // "Supreme Court and Court of Appeal", "University of Moratuwa and University of Maryland".
  void split_body(Name& name) {
    for (std::uint32_t i = name.end_token - 2; i > name.first_token; --i) {
      if (!is_word(i, "and")) continue;
      const std::uint32_t right = is_article(token(i + 1)) ? i + 2 : i + 1;
      if ((right + 1 < name.end_token && parts_bodies(name.first_token, i, right, name.end_token)) ||
          are_two_bodies(name, i, right))
        return cut(name, i, right, EntityType::organization);
    }
  }

  // "House and Senate", where the story or the lists of names have both alone; not "Globe and Mail".
  bool are_two_bodies(const Name& name, std::uint32_t at, std::uint32_t right) const {
    return right < name.end_token && is_known_body(name.first_token, at) && is_known_body(right, name.end_token) &&
           !is_listed(story_, lexicon_, name.first_token, name.end_token) &&
           !is_company_suffix(token(right), lexicon_) && !is_company_suffix(token(name.first_token), lexicon_);
  }

  bool is_known_body(std::uint32_t first, std::uint32_t end) const {
    return std::binary_search(bodies_.begin(), bodies_.end(), firm_key(story_, lexicon_, first, end)) ||
           is_listed(story_, lexicon_, first, end);
  }

  const Story& story_;
  const Lexicon& lexicon_;
  std::vector<std::uint64_t> bodies_;  // keys of the organisations that the story names, sorted
  std::vector<Name>& more_;
};

}  // namespace

void split_names(const Story& story, const Lexicon& lexicon, std::vector<Name>& names) {
  std::vector<Name> more;
  Splitter splitter(story, lexicon, names, more);
  for (Name& name : names) splitter.split(name);
  add_names(more, names);
}

}  // namespace wirecut
