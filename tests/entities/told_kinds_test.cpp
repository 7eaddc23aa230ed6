// What the words beside a name, a score, a list or the story's other names tell of its kind.
#include "entities/corrected.h"

namespace wirecut::test {
namespace {

TEST(ToldKinds, WhatFirmsHaveAndAreCalledTellsThem) {
  using enum EntityType;
  const auto only = [](std::string_view text, EntityType type) { return corrected(text, {{"Kepler Roe", type}}); };
  EXPECT_EQ(only("Kepler Roe analyst Bo Lund was calm.", person), "organization Kepler Roe");
  EXPECT_EQ(only("Kepler Roe shares fell 3 percent.", person), "organization Kepler Roe");
  EXPECT_EQ(only("Kepler Roe shares her view.", person), "person Kepler Roe");
  EXPECT_EQ(only("So said Kepler Roe analyst at Acme.", person), "person Kepler Roe");
  EXPECT_EQ(only("The truck maker Kepler Roe fell.", misc), "organization Kepler Roe");
  EXPECT_EQ(only("The film maker Kepler Roe fell.", person), "person Kepler Roe");
  EXPECT_EQ(only("The developer Kepler Roe fell.", person), "person Kepler Roe");
  EXPECT_EQ(corrected("Kepler rose. Law firm Kepler said no.", {{"Kepler", person}, {"Kepler", organization}}),
            "organization Kepler, organization Kepler");
  EXPECT_EQ(corrected("Banks led bank IPOs.", {{"IPOs", misc}}), "misc IPOs");
  EXPECT_EQ(corrected("Kepler rose. Law firm Kepler said no.", {{"Kepler", person}, {"Kepler", misc}}),
            "organization Kepler, organization Kepler");
  EXPECT_EQ(corrected("Ann Kepler rose. The Kepler analyst did not.", {{"Ann Kepler", person}, {"Kepler", person}}),
            "person Ann Kepler, person Kepler");
}

TEST(ToldKinds, AFirmGoesByItsFirstWord) {
  using enum EntityType;
  EXPECT_EQ(corrected("Kepler Sachs rose. Kepler fell.", {{"Kepler Sachs", organization}, {"Kepler", person}}),
            "organization Kepler Sachs, organization Kepler");
  EXPECT_EQ(
      corrected("Keplerus Sachs rose. Keplerus fell.", {{"Keplerus Sachs", organization}, {"Keplerus", location}}),
      "organization Keplerus Sachs, organization Keplerus");
  EXPECT_EQ(corrected("London Sachs rose. London slept.", {{"London Sachs", organization}, {"London", location}}),
            "organization London Sachs, location London");
  EXPECT_EQ(corrected("Kepler Sachs rose. Ann Kepler fell. Kepler slept.",
                      {{"Kepler Sachs", organization}, {"Ann Kepler", person}, {"Kepler", person}}),
            "organization Kepler Sachs, person Ann Kepler, person Kepler");
  EXPECT_EQ(corrected("Kepler Sachs rose. Mr Kepler fell. Kepler slept.",
                      {{"Kepler Sachs", organization}, {"Kepler", person}, {"Kepler", person}}),
            "organization Kepler Sachs, person Kepler, person Kepler");
  EXPECT_EQ(
      corrected("The Kepler Foundation met. Kepler fell.", {{"Kepler Foundation", organization}, {"Kepler", person}}),
      "organization Kepler Foundation, person Kepler");
}

TEST(ToldKinds, AFirmGoesByItsFirstWordThoughASmallTownIsCalledSo) {
  using enum EntityType;
  const auto both = [](std::string_view text, std::string_view firm, EntityType type) {
    const std::string_view word = firm.substr(0, firm.find(' '));
    return corrected(text, {{firm, organization}, {word, type}});
  };
  EXPECT_EQ(both("Colony Roe LLC rose. The Colony funds fell.", "Colony Roe LLC", location),
            "organization Colony Roe LLC, organization Colony");
  EXPECT_EQ(both("Colony Roe LLC rose. It rained in Colony.", "Colony Roe LLC", location),
            "organization Colony Roe LLC, location Colony");
  EXPECT_EQ(both("Colony Roe LLC rose. He is from Colony, Kansas.", "Colony Roe LLC", location),
            "organization Colony Roe LLC, location Colony");
  EXPECT_EQ(both("Boston Roe LLC rose. The Boston funds fell.", "Boston Roe LLC", location),
            "organization Boston Roe LLC, location Boston");
  EXPECT_EQ(both("Colony Police rose. The Colony funds fell.", "Colony Police", location),
            "organization Colony Police, location Colony");
}

TEST(ToldKinds, AShopOnTheWebGoesByItsName) {
  using enum EntityType;
  EXPECT_EQ(corrected("Amazon rose. So said Amazon.com Inc on Friday.",
                      {{"Amazon", location}, {"Amazon.com Inc", organization}}),
            "organization Amazon, organization Amazon.com Inc");
  EXPECT_EQ(corrected("It floats in Amazon. So said Amazon.com Inc on Friday.",
                      {{"Amazon", location}, {"Amazon.com Inc", organization}}),
            "location Amazon, organization Amazon.com Inc");
  EXPECT_EQ(corrected("Ships on the Amazon waited. So said Amazon.com Inc on Friday.",
                      {{"Amazon", location}, {"Amazon.com Inc", organization}}),
            "location Amazon, organization Amazon.com Inc");
  EXPECT_EQ(
      corrected("Boston shivers. So said Boston.com on Friday.", {{"Boston", location}, {"Boston.com", organization}}),
      "location Boston, organization Boston.com");
  EXPECT_EQ(corrected("Amazon rose. So said Lima.com on Friday.", {{"Amazon", location}, {"Lima.com", organization}}),
            "location Amazon, organization Lima.com");
}

TEST(ToldKinds, WhatTheWordsBesideANameTell) {
  using enum EntityType;
  struct Case {
    const char* text;
    EntityType found;
    const char* expected;
  };
  for (const Case& c : {
           Case{"So said Vesna, a human rights group, in May.", person, "organization Vesna"},
           {"So said Vesna, the group behind the march.", misc, "organization Vesna"},
           {"The loan came from Vesna, the country's third bank.", location, "organization Vesna"},
           {"In Vesna, a party that lost has split.", location, "location Vesna"},
           {"So Vesna, a group of friends, left.", person, "person Vesna"},
           {"Led by Vesna, a team from Oslo won.", person, "person Vesna"},
           {"It is Vesna, a unit of account.", misc, "misc Vesna"},
           {"So Vesna, a former bank and card executive, left.", person, "person Vesna"},
           {"So Vesna, a free trader (and brewer), left.", person, "person Vesna"},
           {"So Vesna, the company said, left.", person, "person Vesna"},
           {"The Muslim, a weekly, closed.", misc, "misc Muslim"},
           {"So said the human rights group Vesna.", person, "organization Vesna"},
           {"So said the union Vesna founded.", person, "person Vesna"},
           {"So said the head of the committee Vesna.", person, "person Vesna"},
           {"The army, or Vesna, still rules.", person, "organization Vesna"},
           {"Vesna chairman Lars Poe left.", person, "organization Vesna"},
           {"Vesna president Lars Poe left.", misc, "organization Vesna"},
           {"Vesna captain Lars Poe left.", misc, "misc Vesna"},
           {"Vesna director Lars Poe left.", person, "person Vesna"},
           {"Vesna coach Lars Poe left.", location, "organization Vesna"},
           {"Lima coach Lars Poe left.", location, "location Lima"},
           {"So said the chairman of Vesna.", person, "organization Vesna"},
           {"So said a spokesman for Vesna.", misc, "organization Vesna"},
           {"So said a spokesman for Vesna.", person, "person Vesna"},
           {"It sold the shares of Vesna firms.", misc, "misc Vesna"},
           {"It sold a stake in Vesna.", misc, "organization Vesna"},
           {"Ships left. Vesna, which sank, rose.", person, "organization Vesna"},
           {"It beat Vesna, which was hard.", person, "person Vesna"},
           {"So said the think tank Vesna.", person, "organization Vesna"},
           {"So said the tank Vesna.", misc, "misc Vesna"},
           {"So Vesna, the former regulator, left.", person, "person Vesna"},
           {"So Vesna, the electricity regulator, left.", misc, "organization Vesna"},
           {"It is near Vesna, a village of herders.", person, "location Vesna"},
           {"It fell in the town of Vesna.", person, "location Vesna"},
           {"It fell in Vesna district, police said.", misc, "location Vesna"},
           {"It fell in the Vesna district, police said.", misc, "misc Vesna"},
           {"It is in a region of DNA.", misc, "misc DNA"},
           {"So said Vesna, 34, of Oslo.", location, "person Vesna"},
           {"It has Vesna, 34, 35 and 36.", misc, "misc Vesna"},
       }) {
    const std::string_view expected = c.expected;
    EXPECT_EQ(corrected(c.text, {{expected.substr(expected.rfind(' ') + 1), c.found}}), expected) << c.text;
  }
  EXPECT_EQ(corrected("Vesna left. Vesna, a rights group, said so.", {{"Vesna", person}, {"Vesna", misc}}),
            "organization Vesna, organization Vesna");
  EXPECT_EQ(corrected("Jane Vesna left. So said the rights group Vesna.", {{"Jane Vesna", person}, {"Vesna", person}}),
            "person Jane Vesna, person Vesna");
  EXPECT_EQ(corrected("Vesna lost. Vesna, an Arab town, wept.", {{"Vesna", organization}, {"Vesna", organization}}),
            "organization Vesna, location Vesna");
  EXPECT_EQ(corrected("So said the newspaper Jane Roe.", {{"Jane Roe", person}}), "person Jane Roe");
}

TEST(ToldKinds, FirmsHaveMarks) {
  using enum EntityType;
  const auto only = [](std::string_view text, EntityType type) { return corrected(text, {{"Vesna", type}}); };
  EXPECT_EQ(only("Ships of Vesna (VSNA.O) waited.", person), "organization Vesna");
  EXPECT_EQ(only("Ships of Vesna VSNA.O waited.", location), "organization Vesna");
  EXPECT_EQ(only("The Vesna (.VSN) fell.", misc), "misc Vesna");
  EXPECT_EQ(only("Vesna's shares fell.", person), "organization Vesna");
  EXPECT_EQ(only("Vesna's chief executive left.", misc), "organization Vesna");
  EXPECT_EQ(only("Vesna's shares in Acme fell.", person), "person Vesna");
  EXPECT_EQ(only("Vesna's chief rival left.", person), "person Vesna");
  EXPECT_EQ(only("So said an analyst at Vesna.", person), "organization Vesna");
  EXPECT_EQ(only("So said an analyst at Vesna's firm.", person), "person Vesna");
  EXPECT_EQ(only("So said an analyst at Vesna in Oslo.", location), "organization Vesna");
  EXPECT_EQ(only("So said a broker with Vesna, who left.", person), "organization Vesna");
  EXPECT_EQ(only("So said the head of research at Vesna.", misc), "organization Vesna");
  EXPECT_EQ(only("So said a manager at Vesna.", location), "location Vesna");
  EXPECT_EQ(only("So said a partner with Vesna.", person), "person Vesna");
  EXPECT_EQ(only("So said an analyst at Vesna hospital.", location), "location Vesna");
  EXPECT_EQ(only("So said an economist with Vesna rates.", misc), "misc Vesna");
  EXPECT_EQ(
      corrected("So said an analyst at Spain's bank, an analyst at Spain.", {{"Spain", location}, {"Spain", location}}),
      "location Spain, location Spain");
  EXPECT_EQ(corrected("So said a partner at Vesna Roe in Oslo.", {{"Vesna Roe", location}}), "organization Vesna Roe");
  EXPECT_EQ(corrected("So said a manager at Palo Alto in May.", {{"Palo Alto", location}}), "location Palo Alto");
  EXPECT_EQ(corrected("Vesna Roe Inc fell, Vesna Roe said.", {{"Vesna Roe Inc", misc}, {"Vesna Roe", person}}),
            "organization Vesna Roe Inc, organization Vesna Roe");
  EXPECT_EQ(corrected("China Inc fell in China.", {{"China Inc", organization}, {"China", location}}),
            "organization China Inc, location China");
  EXPECT_EQ(corrected("Ann Corp fell.", {{"Ann Corp", person}}), "person Ann Corp");
  EXPECT_EQ(corrected("Roe Corp fell. Ann Roe left. Roe wept.",
                      {{"Roe Corp", organization}, {"Ann Roe", person}, {"Roe", person}}),
            "organization Roe Corp, person Ann Roe, person Roe");
}

TEST(ToldKinds, TheSidesOfAScoreAreClubs) {
  using enum EntityType;
  const auto sides = [](std::string_view text, EntityType one, EntityType other) {
    return corrected(text, {{"Aizawl", one}, {"Ann Roe", other}});
  };
  const std::string clubs = "organization Aizawl, organization Ann Roe";
  EXPECT_EQ(sides("Aizawl beat Ann Roe 2-1.", location, person), clubs);
  EXPECT_EQ(sides("Aizawl lost 2-1 to Ann Roe.", location, location), clubs);
  EXPECT_EQ(sides("Aizawl drew with Ann Roe 1-1.", person, person), "person Aizawl, person Ann Roe");
  EXPECT_EQ(sides("Aizawl beat Ann Roe 4-1.", person, person), "person Aizawl, person Ann Roe");
  EXPECT_EQ(sides("Aizawl beat Ann Roe 6-4 6-2.", misc, person), "misc Aizawl, person Ann Roe");
  EXPECT_EQ(sides("Aizawl beat Ann Roe 7-6 (7-4).", misc, person), "misc Aizawl, person Ann Roe");
  EXPECT_EQ(sides("Aizawl lost 2-0 at Ann Roe.", organization, location), "organization Aizawl, location Ann Roe");
  EXPECT_EQ(corrected("Aizawl beat France 2-1.", {{"Aizawl", person}, {"France", location}}),
            "person Aizawl, location France");
}

TEST(ToldKinds, MembersOfAListOfPlacesArePlaces) {
  using enum EntityType;
  EXPECT_EQ(
      corrected("Polls in Goma, Lima and Vesna are late.", {{"Goma", location}, {"Lima", location}, {"Vesna", person}}),
      "location Goma, location Lima, location Vesna");
  EXPECT_EQ(corrected("He lived in Goma and Lima.", {{"Goma", person}, {"Lima", location}}),
            "location Goma, location Lima");
  EXPECT_EQ(corrected("He lived in Vesna and Lima.", {{"Vesna", person}, {"Lima", location}}),
            "person Vesna, location Lima");
  EXPECT_EQ(corrected("He was in Lima and Vesna said so.", {{"Lima", location}, {"Vesna", person}}),
            "location Lima, person Vesna");
  EXPECT_EQ(corrected("He saw ships from Lima, Maldives and India.",
                      {{"Lima", location}, {"Maldives", misc}, {"India", location}}),
            "location Lima, location Maldives, location India");
  EXPECT_EQ(corrected("He was in Lima, Vesna said.", {{"Lima", location}, {"Vesna", person}}),
            "location Lima, person Vesna");
  EXPECT_EQ(corrected("Ann Vesna left. It is from Lima and Vesna.",
                      {{"Ann Vesna", person}, {"Lima", location}, {"Vesna", person}}),
            "person Ann Vesna, location Lima, person Vesna");
}

TEST(ToldKinds, FollowsSurnamesThatAreMonths) {
  using enum EntityType;
  EXPECT_EQ(corrected("Jane March won in March. March, 42, beat Roe. In May and March she rode. \"Good,\" said March.",
                      {{"Jane March", person}}),
            "person Jane March, person March, person March");
  EXPECT_EQ(corrected("She won in March. March was cold.", {}), "");
}

}  // namespace
}  // namespace wirecut::test
