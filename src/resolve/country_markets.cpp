// A firm of the home market needs no country: "Acme Inc (ACM.N) posted a loss", and only "(Reporting by Jane Roe in
// Bangalore)" names a place. The code of its shares tells where they are listed.

#include <algorithm>
#include <string_view>

#include "lexicon/word_map.h"
#include "resolve/country_features.h"
#include "tokens/market_code.h"

namespace wirecut {
namespace {

// What stands behind the full stop of a share's code at Reuters.
constexpr WordRow<std::string_view> kMarketRows[] = {
    {"A", "US"},   // "ACM.A", the American Stock Exchange
    {"AS", "NL"},  // "ACMN.AS", Amsterdam
    {"AX", "AU"},  // "ACM.AX", Sydney
    {"BO", "IN"},  // "ACME.BO", Bombay
    {"DE", "DE"},  // "ACMG.DE", Frankfurt
    {"HE", "FI"},  // "ACM1V.HE", Helsinki
    {"HK", "HK"},  // "0001.HK"
    {"KL", "MY"},  // "ACME.KL", Kuala Lumpur
    {"KS", "KR"},  // "000001.KS", Seoul
    {"L", "GB"},   // "ACM.L", London
    {"MC", "ES"},  // "ACM.MC", Madrid
    {"MI", "IT"},  // "ACMI.MI", Milan
    {"MX", "MX"},  // "ACMEB.MX"
    {"N", "US"},   // "ACM.N", New York
    {"NS", "IN"},  // "ACME.NS", the National Stock Exchange
    {"O", "US"},   // "ACME.O", Nasdaq
    {"OL", "NO"},  // "ACM.OL", Oslo
    {"PA", "FR"},  // "ACME.PA", Paris
    {"SI", "SG"},  // "ACME.SI"
    {"SS", "CN"},  // "600001.SS", Shanghai
    {"ST", "SE"},  // "ACMEb.ST", Stockholm
    {"SZ", "CN"},  // "000001.SZ", Shenzhen
    {"T", "JP"},   // "0001.T", Tokyo
    {"TO", "CA"},  // "ACM.TO", Toronto
    {"TW", "TW"},  // "0001.TW", Taipei
    {"VX", "CH"},  // "ACMN.VX", Zurich
};
constexpr WordMap kMarkets(kMarketRows);

// In brackets, or behind a firm: not in "Professor K.N Panikkar".
bool stands_as_code(const Story& story, std::size_t token) {
  constexpr std::string_view kOpening = "(<[";
  if (kOpening.find(story.text[story.tokens[token - 1].span.start]) != std::string_view::npos) return true;
  return std::any_of(story.names.begin(), story.names.end(), [&](const Name& name) {
    return name.end_token == token && name.type == EntityType::organization;
  });
}

// The country of the market at which the share of this code, which isn't the first token, is listed; empty: none, or
// none that is known.
std::string_view country_of_code(const Story& story, std::size_t at) {
  const Token& token = story.tokens[at];
  if (!token.has(kCapitalized) && !token.has(kHasDigit)) return {};
  const std::string_view code = story.words(token.span);
  const std::size_t stop = code.rfind('.');
  if (stop == std::string_view::npos || stop == 0 || !is_market_code(code) || !stands_as_code(story, at)) return {};
  return kMarkets.of(hash_word(code.substr(stop + 1)));
}

}  // namespace

Markets add_markets(const Story& story, const Lexicon& lexicon, std::vector<Country>& countries) {
  constexpr std::size_t kMost = 64;  // codes: more than a story has of a few firms, and a table is no story
  std::size_t found = 0;
  std::string_view first_code;
  Markets markets = Markets::none;
  for (std::size_t i = 1; i < story.tokens.size() && found < kMost; ++i) {
    const std::string_view code = country_of_code(story, i);
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
