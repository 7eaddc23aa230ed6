// A title is found by its last words, which stand in data/lexicon/titles.tsv ("foreign minister"), and then grows to
// the left over what modifies them: names of countries and bodies, adjectives, nouns. Three places are looked at: right
// in front of the name, behind it between commas, and in front of it before a comma. Limits: one title a place; a role
// that opens a clause ("Roe, president since May, said") is taken without its rest.

#include "entities/titles.h"

#include <algorithm>

#include "lexicon/first_not.h"
#include "lexicon/word_map.h"

namespace wirecut {
namespace {

constexpr std::uint32_t kMaxPhrase = 5;     // words of the longest entry of the list
constexpr std::uint32_t kMaxModifiers = 8;  // tokens in front of them

class Finder {
 public:
  Finder(const Story& story, const Lexicon& lexicon, const std::vector<std::uint32_t>& name_at, const NameCore& core,
         const Sentence& sentence)
      : story_(story), lexicon_(lexicon), name_at_(name_at), core_(core), sentence_(sentence) {}

  std::vector<Title> run() {
    std::vector<Title> titles;
    const auto keep = [&](Title title) {
      if (title.end > title.first) titles.push_back(title);
    };
    if (is_comma(core_.first_token - 1, sentence_.first_token < core_.first_token))
      keep(before_comma());
    else
      keep(in_front());
    std::uint32_t end = core_.end_token;
    while (const std::uint32_t degree = degree_behind(end)) {
      keep({degree, degree + 1, Gender::unknown, Title::no_name});
      end = degree + 1;
    }
    keep(behind(end));
    return titles;
  }

 private:
  std::string_view word(std::uint32_t i) const { return story_.words(story_.tokens[i].span); }
  bool is_comma(std::uint32_t i, bool exists) const { return exists && word(i) == ","; }
  PosTag tag(std::uint32_t i) const { return story_.pos_tags.empty() ? PosTag::none : story_.pos_tags[i]; }
  bool is_capitalized(std::uint32_t i) const { return story_.tokens[i].has(kCapitalized); }

  bool is_noun_or_adjective(std::uint32_t i) const {
    const PosTag t = tag(i);
    return t == PosTag::NN || t == PosTag::NNP || t == PosTag::JJ || t == PosTag::NNPS || t == PosTag::NNS;
  }

  const Name* name_of(std::uint32_t token) const {
    return name_at_[token] == Title::no_name ? nullptr : &story_.names[name_at_[token]];
  }

  // The longest entry of the list that ends before token `end`, not reaching back beyond `limit`.
  Title entry_before(std::uint32_t end, std::uint32_t limit) const {
    Title found;
    for (std::uint32_t first = end; first-- > limit && end - first <= kMaxPhrase;) {
      std::uint64_t chain = 0;
      for (std::uint32_t i = first; i < end; ++i) chain = hash_phrase(chain, story_.tokens[i].lower_hash);
      const RowRange rows = lexicon_.titles.step(chain).rows;
      if (!rows.empty()) found = {first, end, gender_of(rows), Title::no_name};
    }
    return found;
  }

  Gender gender_of(RowRange rows) const {
    const std::string_view gender = lexicon_.titles.cell(rows.first, kTitleGender);
    return gender == "m" ? Gender::male : gender == "f" ? Gender::female : Gender::unknown;
  }

  bool is_modifier(std::uint32_t i, bool capitals_only) const {
    static constexpr auto kAlways =
        word_list({"former", "acting", "deputy", "then", "ex", "vice", "assistant", "late"});
    if (kAlways.of(story_.tokens[i].hash)) return true;
    if (story_.tokens[i].kind != TokenKind::word || !is_noun_or_adjective(i)) return false;
    return !capitals_only || is_capitalized(i);
  }

  // "Foreign and Defence Minister": the "and" between two capitalised modifiers.
  bool joins_modifiers(std::uint32_t i, std::uint32_t limit) const {
    if ((word(i) != "and" && word(i) != "&") || i == limit) return false;
    return name_of(i - 1) == nullptr && is_capitalized(i - 1) && is_modifier(i - 1, true);
  }

  // Grows to the left over modifiers, whole names among them, down to `limit`.
  void grow(Title& title, std::uint32_t limit) const {
    const bool capitals_only = is_capitalized(title.first);
    const std::uint32_t stop = title.first > limit + kMaxModifiers ? title.first - kMaxModifiers : limit;
    while (title.first > stop) {
      const std::uint32_t last = title.first - 1;
      if (const Name* name = name_of(last)) {
        if (name->type == EntityType::person || name->first_token < limit) break;
        title.first = name->first_token;
      } else if (is_modifier(last, capitals_only)) {
        title.first = last;
      } else if (joins_modifiers(last, limit) && capitals_only) {
        title.first = last - 1;
      } else {
        break;
      }
    }
    if (title.first > limit && tag(title.first - 1) == PosTag::POS && title.first >= limit + 2)
      title.owner = name_at_[title.first - 2];
  }

  Title in_front() const {
    if (core_.first_token == sentence_.first_token) return {};
    Title title = entry_before(core_.first_token, sentence_.first_token);
    if (title.end == 0) return {};
    grow(title, sentence_.first_token);
    return title;
  }

  // "the finance minister, John Roe, said": what closes the apposition must stand behind the name.
  Title before_comma() const {
    const std::uint32_t comma = core_.first_token - 1;
    const std::uint32_t after = core_.end_token;
    if (after >= sentence_.end_token || !closes(after) || comma == sentence_.first_token) return {};
    Title title = entry_before(comma, sentence_.first_token);
    if (title.end == 0 || name_of(title.end - 1) != nullptr) return {};
    grow(title, sentence_.first_token);
    return opens_apposition(title.first) ? title : Title{};
  }

  // A determiner, a genitive or the start of the sentence stands in front of it: it is no part of a list of names.
  bool opens_apposition(std::uint32_t first) const {
    if (first == sentence_.first_token) return true;
    const PosTag t = tag(first - 1);
    return t == PosTag::DT || t == PosTag::PRPS || t == PosTag::POS || t == PosTag::comma || t == PosTag::quote;
  }

  bool closes(std::uint32_t i) const {
    const std::string_view w = word(i);
    return w == "," || w == "." || w == ";" || w == ")" || w == ":" || w == "--" || w == "—" || w == "–" || w == "-";
  }

  // "Jane Roe, M.D., Ph.D.", "Jane Roe MD": the degree behind the name or the degree that ends at token `i`, or 0.
  std::uint32_t degree_behind(std::uint32_t i) const {
    if (is_comma(i, i < sentence_.end_token)) ++i;
    if (i >= sentence_.end_token || !is_degree(story_.tokens[i], lexicon_)) return 0;
    const bool is_of_other_name = name_of(i) != nullptr && name_at_[i] != name_at_[core_.first_token];
    return is_of_other_name ? 0 : i;  // "Jane Roe, J.D. Power's chief economist"
  }

  // "John Roe, 45, the finance minister," or "John Roe, a spokesman for Acme,": what stands from token `i` on, behind
  // the name and its degrees.
  Title behind(std::uint32_t i) const {
    const std::uint32_t end = sentence_.end_token;
    if (i + 2 >= end || word(i) != ",") return {};
    ++i;
    if (story_.tokens[i].kind == TokenKind::number && word(i + 1) == ",") i += 2;
    if (i >= end) return {};
    std::uint32_t owner = Title::no_name;
    if (tag(i) == PosTag::DT || tag(i) == PosTag::PRPS)
      ++i;
    else if (const Name* name = name_of(i);
             name != nullptr && name->end_token < end && tag(name->end_token) == PosTag::POS) {
      owner = name_at_[i];
      i = name->end_token + 1;
    }
    Title title = entry_in(i, end);
    if (title.end == 0) return {};
    if (owner != Title::no_name) title.owner = owner;
    if (title.end < end && (tag(title.end) == PosTag::IN || tag(title.end) == PosTag::TO))
      add_complement(title, end);
    else if (title.end < end && !closes(title.end) && tag(title.end) != PosTag::WP)
      return {};  // "With Roe, the minister said"
    return title;
  }

  // The role that the words from `first` on lead up to: modifiers, then an entry of the list, then no further noun.
  Title entry_in(std::uint32_t first, std::uint32_t end) const {
    const std::uint32_t limit = std::min(end, first + kMaxModifiers);
    if (first < end && tag(first) == PosTag::IN) return {};  // "Roe, along with his deputy,"
    std::uint32_t at = first;
    while (at < limit) {
      const Name* name = name_of(at);
      if (name != nullptr && name->type == EntityType::person) return {};
      const bool goes_on = name != nullptr || is_modifier(at, false) || tag(at) == PosTag::IN;
      if (!goes_on) break;
      at = name != nullptr ? std::min(name->end_token, end) : at + 1;
      const bool last = at >= end || (name_of(at) == nullptr && !is_modifier(at, false));
      if (!last) continue;
      Title title = entry_before(at, first);
      if (title.end != 0) {
        title.first = first;
        return title;
      }
      if (at < end && tag(at) == PosTag::IN) continue;
      break;
    }
    return {};
  }

  // "spokesman for Acme", "president of the World Bank": the name behind the preposition belongs to the role.
  void add_complement(Title& title, std::uint32_t end) const {
    std::uint32_t i = title.end + 1;
    if (i < end && tag(i) == PosTag::DT) ++i;
    if (i >= end || word(i).ends_with("-based")) return;  // "at Mumbai-based Acme"
    const Name* name = name_of(i);
    if (name != nullptr && name->type != EntityType::person && name->end_token <= end) title.end = name->end_token;
  }

  const Story& story_;
  const Lexicon& lexicon_;
  const std::vector<std::uint32_t>& name_at_;
  const NameCore& core_;
  const Sentence& sentence_;
};

}  // namespace

std::vector<Title> find_titles(const Story& story, const Lexicon& lexicon, const std::vector<std::uint32_t>& name_at,
                               std::uint32_t name, const NameCore& core) {
  const std::uint32_t token = story.names[name].first_token;
  const std::size_t after = first_not(story.sentences, [&](const Sentence& s) { return s.first_token <= token; });
  if (after == 0) return {};
  return Finder(story, lexicon, name_at, core, story.sentences[after - 1]).run();
}

}  // namespace wirecut
