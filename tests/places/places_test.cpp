#include "places/places.h"

#include <string>
#include <vector>

#include "check.h"

namespace wirecut {
namespace {

// "words:evidence" of each candidate, in text order.
std::vector<std::string> find(std::string_view text) {
  static const Lexicon lexicon(embedded_bytes());
  static constexpr const char* kEvidence[] = {"place", "country", "demonym", "alias"};
  const Story story = test::analyze(text);
  std::vector<std::string> found;
  for (const PlaceCandidate& candidate : find_places(story, lexicon)) {
    EXPECT_FALSE(candidate.entries.empty());
    found.push_back(std::string(story.words(candidate.span)) + ":" + kEvidence[static_cast<int>(candidate.evidence)]);
  }
  return found;
}

struct Case {
  const char* text;
  std::vector<std::string> found;
};

void check(const std::vector<Case>& cases) {
  for (const Case& c : cases) EXPECT_EQ(find(c.text), c.found) << c.text;
}

TEST(FindPlaces, TakesTheLongestName) {
  check({{"They met in Papua New Guinea.", {"Papua New Guinea:country"}},
         {"They met in Guinea-Bissau.", {"Guinea-Bissau:country"}},
         {"She sailed the Indian Ocean.", {"Indian Ocean:place"}},
         {"He left New Mexico for Mexico City.", {"New Mexico:place", "Mexico City:place"}},
         {"They flew to Rio de Janeiro and on.", {"Rio de Janeiro:place"}}});
}

TEST(FindPlaces, TakesNamesWithAGenitiveWithin) {
  check({{"He lives in King's Lynn.", {"King's Lynn:place"}},
         {"The camp lies near Cox’s Bazar, in the south.", {"Cox’s Bazar:place"}},
         {"She is the envoy of the People's Republic of China.", {"People's Republic of China:country"}},
         {"He flew from Russia's Moscow to France's Paris.",
          {"Russia:country", "Moscow:place", "France:country", "Paris:place"}},
         {"It was John's Paris trip.", {"Paris:place"}}});
}

TEST(FindPlaces, KnowsCountryWords) {
  check({{"The Venezuelan envoy spoke.", {"Venezuelan:demonym"}},
         {"An answer from the Kremlin came.", {"Kremlin:alias"}},
         {"An answer from the White House came.", {"White House:alias"}},
         {"It was the U.S. and the UK.", {"U.S.:country", "UK:country"}},
         {"It told us so.", {}},
         {"It paid US$5 million, then NZ$ 3 and US$ 2.", {}},
         {"It raised the U.S. $5 trillion debt limit.", {"U.S.:country"}},
         {"They ate turkey from fine china.", {}},
         {"Latin American and European leaders met.", {}}});
}

TEST(FindPlaces, LooksInsideHyphenedWords) {
  check({{"The U.S.-led force left.", {"U.S.:country"}},
         {"A pro-Russian rebel left.", {"Russian:demonym"}},
         {"The Sino-Soviet pact ended.", {"Sino:demonym", "Soviet:demonym"}},
         {"A Paris-based firm closed.", {"Paris:place"}}});
}

TEST(FindPlaces, TakesTheLastWordOfANameForNoTown) {
  check({{"The University of Delaware has a dock on Hudson's Bay.", {"Delaware:place", "Hudson:place"}}});
}

TEST(FindPlaces, KnowsStorms) {
  check({{"The damage of hurricane Sandy was great, as was that of Typhoon Cimarron.", {}},
         {"A hurricane reached Galveston.", {"Galveston:place"}}});
}

TEST(FindPlaces, TakesAbbreviatedStatesBehindATown) {
  check({{"It burned in Long Beach, CA, that day.", {"Long Beach:place", "CA:place"}},
         {"It burned in Troy, N.C., that day.", {"Troy:place", "N.C.:place"}},
         {"The B.C. government agreed.", {"B.C.:place"}},
         {"It was built in 44 B.C. by masons.", {}},
         {"The patient was OK and in ER.", {}},
         {"It burned in Portland OR and in Mackay QLD, he said.",
          {"Portland:place", "OR:place", "Mackay:place", "QLD:place"}},
         {"Jane Roe of Leeds, MP, spoke.", {"Leeds:place"}},
         {"They met in Mandsaur, MP, that day.", {"Mandsaur:place", "MP:place"}}});
}

TEST(FindPlaces, TakesAbbreviatedStatesOfAStory) {
  check({{"The NSW government met Qld farmers.", {"NSW:place", "Qld:place"}},
         {"They met the Australian minister in WA.", {"Australian:demonym", "WA:place"}},
         {"They met the minister in WA.", {}},
         {"The NT government met in Alice Springs.", {"NT:place", "Alice Springs:place"}},
         {"He sold Danone SA in Australia.", {"Australia:country"}},
         {"Gunmen came to Nigeria's Delta state.", {"Nigeria:country", "Delta:place"}}});
}

TEST(FindPlaces, TakesALanguageForNoCountry) {
  check({{"She learned English and spoke in French.", {}},
         {"The English-language daily said so in Chinese and English, a Spanish speaker said.", {}},
         {"The Lebanese speaker met the Saudi crown prince.", {"Lebanese:demonym", "Saudi:demonym"}},
         {"Sales in German and French factories rose.", {"German:demonym", "French:demonym"}},
         {"His Afghan translator worked in English schools.", {"Afghan:demonym", "English:demonym"}}});
}

TEST(FindPlaces, PassesOverPointsOfTheCompass) {
  check({{"The Central Bank of Sri Lanka spoke, and Central officials agreed.", {"Sri Lanka:country"}},
         {"He said that Western countries had left the North.", {}},
         {"They met in the Central region of Ghana.", {"Central:place", "Ghana:country"}},
         {"They met in Western Province.", {"Western Province:place"}},
         {"They met in South Sudan.", {"South Sudan:country"}}});
}

TEST(FindPlaces, KnowsGroundsFromCountries) {
  check({{"They won 3-1 at the Emirates on Saturday.", {}},
         {"They left the Emirates Stadium early.", {}},
         {"The ministers of the Emirates met in Oslo.", {"Emirates:country", "Oslo:place"}},
         {"She spoke at the Emirates ministry in Oslo.", {"Emirates:country", "Oslo:place"}}});
}

TEST(FindPlaces, TakesMoneyForNoCountry) {
  check({{"The deficit widened to US $ 514 million, a bank said in Oslo.", {"Oslo:place"}},
         {"It cost 5 Canadian dollars, or four U.S. dollars.", {}},
         {"The U.S. $5 bill is green.", {"U.S.:country"}},
         {"It was the US $700 billion plan.", {"US:country"}},
         {"It cost 90 Japanese yen.", {}},
         {"Canada paid in dollars.", {"Canada:country"}}});
}

TEST(FindPlaces, TakesFirmsAndMediaForNoCountry) {
  check({{"Bank of America and Air France lost money, the Times of India said.", {}},
         {"The Bank of Japan met.", {"Japan:country"}},
         {"A bank of India's north closed.", {"India:country"}}});
}

TEST(FindPlaces, IsCarefulInCapitals) {
  check({{"IRAN SAYS DEAL MARCH WITH READING BATH ON\n\nNo names here.\n", {"IRAN:country"}}});
}

}  // namespace
}  // namespace wirecut
