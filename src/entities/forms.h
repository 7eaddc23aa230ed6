// The names of a story as entities/ compares them: without titles, genitives and company suffixes, by hashed words.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "lexicon/lexicon.h"
#include "wirecut/story.h"

namespace wirecut {

enum class Gender : std::uint8_t { unknown, male, female };

// One of Story::names, made comparable; tied to it by index.
struct NameCore {
  std::uint32_t first_token = 0;  // of the name itself: a title in front and a genitive behind are cut
  std::uint32_t end_token = 0;
  std::uint32_t seed = 0;     // bytes of the first token that are none of it: "1-" in "1-Serena Roe", "Golf-"
  std::uint32_t end_key = 0;  // the tokens up to here tell names apart: "Jr.", "Corp." and the like stand behind
  std::uint64_t key = 0;      // chained hash of those tokens; 0 is the chain of no word
  Gender gender = Gender::unknown;
  bool is_regnal = false;      // behind "Pope", "King", "Prince": borne by one name alone
  bool is_relative = false;    // called somebody's wife, son ...: a bare surname rather means that somebody
  std::uint64_t user_key = 0;  // of an entity in the user's list; 0: none

  std::uint32_t length() const { return end_key - first_token; }
};

// The cores of all names, in their order. Gender is left unknown: titles tell it.
std::vector<NameCore> make_cores(const Story& story, const Lexicon& lexicon);

// A token's word as names compare it: in lower case, and acronyms without their full stops ("U.S." as "US"), a
// seeded player without the number ("1-Serena"), a headline's first word without the wire's own ("Soccer-Kane").
std::uint64_t word_key(const Story& story, const Token& token);

// The key of the words from token `first` to `end`, without what says which kind of company it is: "Vesna Inc" and
// "Vesna" have one.
std::uint64_t firm_key(const Story& story, const Lexicon& lexicon, std::uint32_t first, std::uint32_t end);

// The kind that data/lexicon/titles.tsv gives a phrase: its rows' second and third column.
enum TitleColumn : std::uint32_t { kTitleWords, kTitleKind, kTitleGender };

// "al-Assad" -> "Assad"; other words stay.
std::string_view without_article(std::string_view word);

// Whether it links the words of a name, and says nothing of its own: "of", "and", "de".
bool is_function_word(const Token& token);

// "Pope", "Queen", "Prince": who bears it goes by the given name.
bool is_regnal(const Token& token);

// A degree or an honour behind a person's name: "M.D.", "MBA", "OBE".
bool is_degree(const Token& token, const Lexicon& lexicon);

bool is_given_name(const Token& token, const Lexicon& lexicon);

// "ex-Acme", "Serb-held", "Oslo-based"; not "al-Daih".
bool is_compound(std::string_view word);

// "IPOs": of a trade, "bank IPOs", not its name.
bool is_plural_of_capitals(std::string_view word);

bool is_company_suffix(const Token& token, const Lexicon& lexicon);
bool is_institution(const Token& token, const Lexicon& lexicon);

// Kinds of data/lexicon/name_lists.tsv, a letter each.
inline constexpr std::string_view kListedCompany = "h", kListedPublicBody = "i", kListedBody = "hik";  // or an outlet

// Whether the tokens [first, end) are a name of the list, of one of these kinds.
bool is_listed(const Story& story, const Lexicon& lexicon, std::uint32_t first, std::uint32_t end,
               std::string_view kinds = kListedBody);

}  // namespace wirecut
