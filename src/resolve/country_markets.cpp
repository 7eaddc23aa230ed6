// A firm of the home market needs no country: "Acme Inc (ACM.N) posted a loss", and only "(Reporting by Jane Roe in
// Bangalore)" names a place. The code of its shares tells where they are listed.

#include <algorithm>
#include <string_view>

#include "lexicon/first_not.h"
#include "resolve/country_features.h"
#include "tokens/market_code.h"

namespace wirecut {
namespace {

// In brackets, or behind a firm: not in "Professor K.N Panikkar".
bool stands_as_code(const Story& story, std::size_t token) {
  constexpr std::string_view kOpening = "(<[";
  if (kOpening.find(story.text[story.tokens[token - 1].span.start]) != std::string_view::npos) return true;
  const std::size_t name = first_not(story.names, [&](const Name& n) { return n.end_token < token; });
  return name < story.names.size() && story.names[name].end_token == token &&
         story.names[name].type == EntityType::organization;
}

// The country of the market at which the share of this code, which isn't the first token, is listed; empty: none, or
// none that is known.
std::string_view country_of_code(const Story& story, const Lexicon& lexicon, std::size_t at) {
  const Token& token = story.tokens[at];
  if (!token.has(kCapitalized) && !token.has(kHasDigit)) return {};
  const std::string_view code = story.words(token.span);
  const std::size_t stop = code.rfind('.');
  if (stop == std::string_view::npos || stop == 0 || !is_market_code(code) || !stands_as_code(story, at)) return {};
  const RowRange row = lexicon.market_codes.find(code.substr(stop + 1));
  return row.empty() ? std::string_view() : lexicon.market_codes.cell(row.first, 1);
}

}  // namespace

Markets add_markets(const Story& story, const Lexicon& lexicon, std::vector<Country>& countries) {
  constexpr std::size_t kMost = 64;  // codes: more than a story has of a few firms, and a table is no story
  std::size_t found = 0;
  std::string_view first_code;
  Markets markets = Markets::none;
  for (std::size_t i = 1; i < story.tokens.size() && found < kMost; ++i) {
    const std::string_view code = country_of_code(story, lexicon, i);
    const RowRange row = code.empty() ? RowRange{} : lexicon.countries.find(code);
    if (row.empty()) continue;
    if (markets == Markets::none) first_code = code;
    markets = code == first_code && markets != Markets::several ? Markets::one : Markets::several;
    auto country = std::lower_bound(countries.begin(), countries.end(), code,
                                    [](const Country& a, std::string_view b) { return a.code < b; });
    if (country == countries.end() || country->code != code) {
      country = countries.insert(country, Country{});
      country->code = code;
      country->code3 = lexicon.countries.cell(row.first, 1);
      country->name = lexicon.countries.cell(row.first, 2);
    }
    const CountryMention mention{story.tokens[i].span, CountryMentionKind::place};
    const auto behind =
        std::upper_bound(country->mentions.begin(), country->mentions.end(), mention,
                         [](const CountryMention& a, const CountryMention& b) { return a.span.start < b.span.start; });
    country->mentions.insert(behind, mention);
    ++found;
  }
  return markets;
}

}  // namespace wirecut
