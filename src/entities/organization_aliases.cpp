// The ends of a name, its beginnings and its letters; and well-known names that are none of these, which a table has.

#include "entities/organization_aliases.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "entities/countries.h"
#include "entities/genitives.h"
#include "lexicon/hash.h"
#include "lexicon/lower_case.h"
#include "lexicon/word_use.h"

namespace wirecut {
namespace {

constexpr std::uint32_t kMaxSuffixes = 4;  // "Acme Inc Inc Inc ..." must cost no square of it

// What an acronym makes of the words that link a name, and of the parts of a word.
struct AcronymForm {
  enum class Links : std::uint8_t { left_out, letters, ampersand } links;
  bool parts = false;  // "HP" of "Hewlett-Packard"
};

class Names {
 public:
  Names(const Story& story, const Lexicon& lexicon, const NameCore& core, std::vector<OtherName>& into)
      : story_(story), lexicon_(lexicon), core_(core), into_(into) {}

  void list() {
    const std::uint32_t first = core_.first_token, end = core_.end_key;
    add_acronyms(first);
    if (const std::uint32_t body = behind_country(); body > first && body + 1 < end) add_acronyms(body);
    // "State Department" of "US State Department", but not "England" of "Bank of England", and the "New York Fed" is no
    // more than a branch of the Fed.
    for (std::uint32_t i = first + 1; i < end && !is_function_word(token(i - 1)) && !is_function_word(token(i)); ++i)
      if (i == behind_country() || listed_row(i, end).empty()) add(AliasRank::tail, chain_of(i, end));
    for (std::uint32_t i = first + 1; i < end; ++i)
      if (!is_function_word(token(i - 1)) && !is_other_body(i) && !is_product(i) && !is_branch(i) && !is_chamber(i))
        add(AliasRank::start, chain_of(first, i));
  }

  std::uint64_t listed_key() const {
    const std::uint64_t whole = listed_key(core_.first_token, core_.end_key);
    return whole != 0 ? whole : listed_key(behind_country(), core_.end_key);
  }

 private:
  const Token& token(std::uint32_t index) const { return story_.tokens[index]; }
  std::string_view word(std::uint32_t index) const { return story_.words(token(index).span); }
  void add(AliasRank rank, std::uint64_t key) { into_.push_back({key, rank}); }

  std::uint64_t listed_key(std::uint32_t first, std::uint32_t end) const {
    constexpr std::uint32_t kStandsForAll = 1;
    const RowRange rows = listed_row(first, end);
    return rows.empty() ? 0 : hash_word(lexicon_.organization_names.cell(rows.first, kStandsForAll));
  }

  std::uint64_t chain_of(std::uint32_t first, std::uint32_t end) const {
    std::uint64_t chain = 0;
    for (std::uint32_t i = first; i < end; ++i) chain = hash_chain(chain, word_key(story_, token(i)));
    return chain;
  }

  RowRange listed_row(std::uint32_t first, std::uint32_t end) const {
    const PhraseMatch match = find_longest(lexicon_.organization_names, story_.tokens, first, end,
                                           [](const Token& word) { return word.lower_hash; });
    return match.end_token == end ? match.rows : RowRange{};
  }

  // The token behind the letters of a country that open the name, "U.S." or "UK"; else its first.
  std::uint32_t behind_country() const {
    const std::uint32_t first = core_.first_token;
    const bool is_country =
        core_.length() > 1 && token(first).has(kAllCaps) && parse_country(story_, lexicon_, first, first + 1).is_name;
    return is_country ? first + 1 : first;
  }

  // "Federal Reserve Bank of Atlanta" is one of several that the body has, and not the body.
  bool is_branch(std::uint32_t at) const {
    return token(at).has(kCapitalized) && at + 2 < core_.end_key && token(at + 1).hash == hash_word("of") &&
           !listed_row(core_.first_token, at).empty();
  }

  // "Apple" is not "Apple TV": what the maker's name goes on with is a thing of his.
  bool is_product(std::uint32_t at) const {
    return at + 1 == core_.end_token && token(at).has(kCapitalized) &&
           has_use(lexicon_.organization_words, token(at).lower_hash, "product");
  }

  // "Senate" is not the "Senate Banking Committee".
  bool is_chamber(std::uint32_t end) const {
    const std::uint64_t last = token(core_.end_key - 1).lower_hash;
    return end == core_.first_token + 1 && (last == hash_word("committee") || last == hash_word("subcommittee"));
  }

  // "US" is not "US Congress", nor "UN" the "UN Children's Fund" and "NATO" the "NATO Properties Ltd"; but "ICN" is
  // "ICN Pharmaceuticals Inc".
  bool is_other_body(std::uint32_t end) const {
    const std::uint32_t first = core_.first_token;
    const bool is_company = core_.end_key != core_.end_token;
    if (end == first + 1 && token(first).has(kAllCaps) && word(first).size() <= 5 &&
        (!is_company || is_listed(story_, lexicon_, first, end, kListedPublicBody)))
      return true;
    return !parse_country(story_, lexicon_, first, end).code.empty();
  }

  // "UN" of "United Nations"; "DOJ" where function words count and "M&S" where they link, "FDIC" of "Federal Deposit
  // Insurance Corp" and "AIG" of "American International Group Inc" where suffixes do, "HP" of "Hewlett-Packard" where
  // the parts of a word do.
  void add_acronyms(std::uint32_t first) {
    bool has_parts = false, has_links = false;
    for (std::uint32_t i = first; i < core_.end_key; ++i) {
      has_parts |= token(i).has(kHasHyphen);
      has_links |= is_and(i);
    }
    using Links = AcronymForm::Links;
    for (std::uint32_t end = core_.end_key; end <= std::min(core_.end_token, core_.end_key + kMaxSuffixes); ++end) {
      for (const Links links : {Links::left_out, Links::letters})
        for (const bool parts : {false, true})
          if (parts <= has_parts) add_acronym(first, end, {links, parts});
      if (has_links) add_acronym(first, end, {Links::ampersand});
    }
  }

  bool is_and(std::uint32_t i) const { return word(i) == "&" || word(i) == "and"; }

  void add_acronym(std::uint32_t first, std::uint32_t end, AcronymForm form) {
    std::array<char, 16> letters;
    std::size_t n = 0;
    for (std::uint32_t i = first; i < end; ++i) {
      const std::string_view w = word(i);
      if (w.empty() || is_genitive(story_, token(i))) continue;  // "S&P" of "Standard & Poor's"
      if (is_function_word(token(i)) && form.links != AcronymForm::Links::letters) {
        if (form.links == AcronymForm::Links::ampersand && is_and(i) && n < letters.size()) letters[n++] = '&';
        continue;
      }
      for (std::size_t part = 0; part < w.size() && n < letters.size();) {
        const char letter = to_lower(w[part]);
        if (letter < 'a' || letter > 'z') return;
        letters[n++] = letter;
        part = form.parts ? std::min(w.find('-', part), w.size() - 1) + 1 : w.size();
      }
    }
    if (n >= 2) add(AliasRank::same, hash_chain(0, hash_word({letters.data(), n})));
  }

  const Story& story_;
  const Lexicon& lexicon_;
  const NameCore& core_;
  std::vector<OtherName>& into_;
};

}  // namespace

void list_other_names(const Story& story, const Lexicon& lexicon, const NameCore& core, std::vector<OtherName>& into) {
  into.clear();
  Names(story, lexicon, core, into).list();
}

std::uint64_t listed_key(const Story& story, const Lexicon& lexicon, const NameCore& core) {
  std::vector<OtherName> none;
  return Names(story, lexicon, core, none).listed_key();
}

}  // namespace wirecut
