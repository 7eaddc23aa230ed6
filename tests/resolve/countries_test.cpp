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

}  // namespace
}  // namespace wirecut::test
