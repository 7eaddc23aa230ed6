// The countries that a story is about.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "validate.h"
#include "wirecut/analyzer.h"

namespace wirecut::test {
namespace {

// The codes of the countries in focus: "US FR".
std::string focus_of(std::string_view text) {
  static const Analyzer analyzer;
  static const auto scratch = analyzer.make_scratch();
  Story story;
  story.text = text;
  analyzer.analyze(story, {}, *scratch);
  for (const std::string& fault : validate(story)) ADD_FAILURE() << fault << "\n  in: " << text;
  std::string out;
  for (const Country& country : story.countries)
    if (country.focus) out += fmt::format("{}{}", out.empty() ? "" : " ", country.code);
  return out;
}

TEST(Countries, TheMarketOfTheFirmsWhereNothingElseTells) {
  struct Case {
    const char* text;
    const char* focus;
  };
  for (const Case& c : {
           Case{"Zolar posts a loss\n\n(Reuters) - Zolar Inc (ZLR.N) posted a loss on Friday.", "US"},
           {"Zolar posts a loss\n\n(Reuters) - Zolar Inc ZLR.O posted a loss on Friday.", "US"},
           {"Zolar posts a loss\n\n(Reuters) - Zolar Plc (ZLR.L) posted a loss on Friday.", "GB"},
           {"Zolar posts a loss\n\n(Reuters) - Zolar SA (ZLRP.PA) posted a loss on Friday.", "FR"},
           {"Zolar posts a loss\n\n(Reuters) - Zolar Co (7991.T) posted a loss on Friday.", "JP"},
           {"Zolar posts a loss\n\n(Reuters) - Zolar Inc (ZLR.N) lost. (Reporting by Ann Roe in Bangalore)", "US"},
           // Near misses: no code of a share, or a country that the story tells.
           {"Zolar posts a loss\n\n(Reuters) - Zolar Inc (ZLR) posted a loss on Friday.", ""},
           {"Zolar posts a loss\n\n(Reuters) - Zolar Inc (ZLR.QQ) posted a loss on Friday.", ""},
           {"Zolar posts a loss\n\n(Reuters) - Zolar N.O. and the I.N.O posted a loss on Friday.", ""},
           {"Zolar posts a loss\n\n(Reuters) - The index .DJI fell on Friday.", ""},
           {"Zolar posts a loss\n\n(Reuters) - See www.zolar.de and ZOLAR.de for more.", ""},
           {"A speech\n\n(Reuters) - Professor K.N Zolar spoke on Friday.", ""},
           {"A speech\n\n(Reuters) - J.N Zolar spoke on Friday.", ""},
           {"Germany's Zolar posts a loss\n\n(Reuters) - German builder Zolar AG (ZLR.N) lost in Germany.", "DE"},
       })
    EXPECT_EQ(focus_of(c.text), c.focus) << c.text;
  EXPECT_EQ(focus_of(""), "");
}

struct FocusCase {
  const char* text;
  const char* focus;  // in the order of their scores
};

TEST(Countries, TheOnlyOne) {
  for (const FocusCase& c : {
           FocusCase{
               "Two were remanded\n\nTwo sergeants arrested over the death of a deer at the reserve were remanded "
               "on Friday.\n\nThe suspects were produced before the magistrate, who heard that the meat had been "
               "sold, and that the officers had known of it.\n\nThe court in Dambulla will hear them again.",
               "LK"},
           {"Share sale\n\nZolar closed its books a day early on Friday, people said, and a first price will be set on "
            "Monday.\n\nThe banks would not comment, and the firm had no word on it.\n\nIt told U.S. regulators of the "
            "sale.",
            "US"},
           // Near misses: a credit, a language, or another beside it.
           {"Share sale\n\nZolar closed its books a day early on Friday, people said, and a price will be set on "
            "Monday.\n\n(Reporting by Jane Roe in Bangalore)",
            ""},
           {"Term tests\n\nTests of the schools were stopped on Friday after two papers had leaked.\n\nThe ministry "
            "said that others will be held in the new term.\n\nThe papers were of maths and English lessons.",
            ""},
           {"Term tests\n\nTests of the schools were stopped on Friday.", ""},
       })
    EXPECT_EQ(focus_of(c.text), c.focus) << c.text;
}

TEST(Countries, TheStoryBeforeTheDateline) {
  for (
      const FocusCase& c : {
          FocusCase{"Fund seen buying banks\n\nLONDON (Reuters) - Spain will sell banks to a fund, the Spanish central "
                    "bank said on Monday. Spain took them over a year ago. Banks in Spain lost money on houses.",
                    "ES GB"},
          {"Fund seen buying banks\n\nPARIS/LONDON (Reuters) - Spain will sell banks to a fund, the Spanish central "
           "bank said on Monday. Spain took them over a year ago. Banks in Spain lost money on houses.",
           "ES FR GB"},
          {"Prices fall\n\nLONDON (Reuters) - Banks in France, Spain and again Spain fell. Spain was weak. Spain needs "
           "cash. Spain said so.",
           "ES GB FR"},
          {"French fund buys banks\n\nLONDON (Reuters) - Spain will sell banks to a fund in France, people said. Spain "
           "took them over. Banks in Spain lost money, and Spain needs cash.",
           "FR ES GB"},
          // Near misses: the place it was sent from is in the headline, or is named more often; the other one is not.
          {"Britain buys Spanish banks\n\nLONDON (Reuters) - Spain will sell banks to a fund, the Spanish central bank "
           "said on Monday. Spain took them over a year ago.",
           "GB ES"},
          {"Fund seen buying banks\n\nLONDON (Reuters) - Britain will let a British fund buy banks in Spain, the Bank "
           "of England said on Monday. Britain has seen Spain sell Spanish banks.",
           "GB ES"},
          {"Fund seen buying banks\n\nLONDON (Reuters) - Spain will sell banks to a fund, people said on Monday.",
           "GB ES"},
      })
    EXPECT_EQ(focus_of(c.text), c.focus) << c.text;
}

}  // namespace
}  // namespace wirecut::test
