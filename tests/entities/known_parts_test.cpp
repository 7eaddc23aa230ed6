#include "entities/known_parts.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>

#include "check.h"
#include "lexicon/lexicon.h"
#include "structure/structure.h"
#include "tokens/tokens.h"

namespace wirecut::test {
namespace {

struct Found {
  std::string_view words;
  EntityType type;
};

// What correct_names() makes of the names that the tagger has found in `text`, in their order.
std::string corrected(std::string_view text, const std::vector<Found>& all_found) {
  static const Lexicon lexicon{embedded_bytes()};
  Story story;
  story.text = text;
  story.structure = parse_structure(story, lexicon);
  Tokenization tokenization;
  tokenize(story, lexicon, tokenization);
  story.tokens = tokenization.tokens;
  story.sentences = tokenization.sentences;
  std::vector<Name> names;
  for (const Found& found : all_found) {
    Name name;
    const std::size_t from = names.empty() ? 0 : names.back().span.end;
    name.span.start = static_cast<std::uint32_t>(story.text.find(found.words, from));
    name.span.end = name.span.start + static_cast<std::uint32_t>(found.words.size());
    name.type = found.type;
    while (story.tokens[name.first_token].span.start < name.span.start) ++name.first_token;
    name.end_token = name.first_token + 1;
    while (story.tokens[name.end_token - 1].span.end < name.span.end) ++name.end_token;
    names.push_back(name);
  }
  correct_names(story, lexicon, names);
  std::string result;
  for (const Name& name : names) {
    EXPECT_EQ(story.tokens[name.first_token].span.start, name.span.start) << text;
    EXPECT_EQ(story.tokens[name.end_token - 1].span.end, name.span.end) << text;
    const char* kinds[] = {"person", "organization", "location", "misc"};
    result += fmt::format("{}{} {}", result.empty() ? "" : ", ", kinds[static_cast<int>(name.type)],
                          story.text.substr(name.span.start, name.span.size()));
  }
  return result;
}

TEST(KnownParts, CorrectNames) {
  using enum EntityType;
  const std::string body = "\n\nOSLO (AP) _ Ships waited on Monday.\n\nThey left.";
  struct Case {
    std::string text;
    const char* found;  // empty: the tagger found nothing
    EntityType type;
    const char* expected;
  };
  for (const Case& c : {
           Case{"NEW YORK (AP) _ Ships waited.", "NEW YORK", organization, "location NEW YORK"},
           Case{"SUVA - The ships waited for the tide.", "SUVA", organization, "location SUVA"},
           {"BOSTON, May 2 - Ships waited.", "BOSTON", organization, "location BOSTON"},
           {"YOKOHAMA, Japan (Reuters) - Ships waited.", "YOKOHAMA, Japan", location, "location YOKOHAMA"},
           {"THE HAGUE (AFP) - Ships waited.", "HAGUE", location, "location THE HAGUE"},
           {"LAGOS (AFP) - Ships waited.", "", misc, "location LAGOS"},
           {"OSLO/NEW YORK/LIMA (AP) _ Ships waited.", "LIMA", organization,
            "location OSLO, location NEW YORK, location LIMA"},
           {"Detroit, MI (AP) _ Ships waited.", "MI", organization, "location Detroit, location MI"},
           {"OSLO. Feb 6 (AP) - Ships waited.", "Feb", organization, "location OSLO"},
           {"OSLO (Dow Jones) _ Ships waited.", "Dow Jones", organization, "location OSLO, organization Dow Jones"},
           {"MADISON, Wis., May 14, 2019 /PRNewswire/ -- Ships waited.", "PRNewswire", location,
            "location MADISON, organization PRNewswire"},
           {"Ships waited.\n\nEnditem", "Enditem", misc, ""},
           {"Ships of Example Corp EXMP.N waited.", "Example Corp EXMP.N", organization, "organization Example Corp"},
           {"Ships of Example Corp (EXMP.N) waited.", "EXMP.N", organization, ""},
           {"The Example index (.EXI) fell.", ".EXI", misc, ""},
           {"It paid Example Corp $5 million.", "Example Corp $", misc, "organization Example Corp"},
           {"Ships, said Ven. Rathana Roe.", "Ven", location, ""},
           {"Ships, said Roe. Rathana left.", "Roe", person, "person Roe"},
           {"A $5 million bill waited.", "A $", misc, ""},
           {"It paid A$5 million.", "A$", misc, "misc A$"},
           {"Ships of U.S. firms waited.", "U.S.", location, "location U.S."},
           {"UNITED NATIONS (AP) - Ships waited.", "UNITED NATIONS", organization, "organization UNITED NATIONS"},
           {"CRICKET - England won by an innings.", "CRICKET", misc, "misc CRICKET"},
           {"Ships\n\nBy ANNE ROE AP Business Writer" + body, "ANNE ROE AP", organization,
            "person ANNE ROE, location OSLO"},
           {"Ships\n\nBy Giorgi - Tbilisi" + body, "By Giorgi", person, "person Giorgi, location OSLO"},
           {"Ships\n\nBy Anne Roe, PhD" + body, "Anne Roe", person, "person Anne Roe, location OSLO"},
           {"Ships\n\nBy Anne Roe" + body, "Roe", person, "person Anne Roe, location OSLO"},
           {"Ships\n\nBy ANNE ROE" + body, "ANNE ROE", organization, "person ANNE ROE, location OSLO"},
           {"Ships\n\nBy Anne Roe" + body, "Roe", location, "location Roe, location OSLO"},
       })
    EXPECT_EQ(corrected(c.text, *c.found == 0 ? std::vector<Found>{} : std::vector<Found>{{c.found, c.type}}),
              c.expected)
        << c.text;
}

TEST(KnownParts, ALoneSurnameIsItsPerson) {
  using enum EntityType;
  const std::string_view text = "Orlova rejects report\n\nSvetlana Orlova said no. Orlova left. Kazan won.";
  EXPECT_EQ(
      corrected(text, {{"Orlova", organization}, {"Svetlana Orlova", person}, {"Orlova", person}, {"Kazan", misc}}),
      "person Orlova, person Svetlana Orlova, person Orlova, misc Kazan");
  // As often something else: left alone. So is a word that is nobody's surname.
  const std::string_view town = "Washington said no\n\nGeorge Washington is dead. Washington and Washington agreed.";
  EXPECT_EQ(
      corrected(
          town,
          {{"Washington", location}, {"George Washington", person}, {"Washington", person}, {"Washington", location}}),
      "location Washington, person George Washington, person Washington, location Washington");
  EXPECT_EQ(corrected("Kazan won. Kazan left.", {{"Kazan", organization}, {"Kazan", person}}),
            "organization Kazan, person Kazan");
}

TEST(KnownParts, WhatStandsBehindANameIsNoName) {
  using enum EntityType;
  EXPECT_EQ(corrected("Ships, said Anne Roe, M.D., Ph.D., of Oslo.",
                      {{"Anne Roe", person}, {"M.D.", person}, {"Ph.D.", organization}, {"Oslo", location}}),
            "person Anne Roe, location Oslo");
  EXPECT_EQ(corrected("Ships, said Anne Roe, MD, MPH.", {{"Anne Roe", person}, {"MPH", organization}}),
            "person Anne Roe");
  EXPECT_EQ(corrected("Ships, said Anne Roe, R-Ohio, and Luis Poe (D-Calif.).",
                      {{"Anne Roe", person}, {"R-Ohio", person}, {"Luis Poe", person}, {"D-Calif", misc}}),
            "person Anne Roe, person Luis Poe");
  EXPECT_EQ(corrected("Ships, said Anne Roe, J.D. Moss and Luis Poe.",
                      {{"Anne Roe", person}, {"J.D. Moss", person}, {"Luis Poe", person}}),
            "person Anne Roe, person J.D. Moss, person Luis Poe");
  EXPECT_EQ(corrected("Ships of Acme, MBA and Oslo.", {{"Acme", organization}, {"MBA", organization}}),
            "organization Acme, organization MBA");
}

TEST(KnownParts, Genitives) {
  using enum EntityType;
  EXPECT_EQ(corrected("It sold Canada's Moss Corp and Finland’s Rudd.",
                      {{"Canada's Moss Corp", organization}, {"Finland’s Rudd", organization}}),
            "location Canada, organization Moss Corp, location Finland, organization Rudd");
  EXPECT_EQ(corrected("It sold Roe Corp's ships.", {{"Roe Corp's", organization}}), "organization Roe Corp");
  EXPECT_EQ(corrected("Roe rose. It sold Roe's ships, Roe said.",
                      {{"Roe", organization}, {"Roe's", organization}, {"Roe", organization}}),
            "organization Roe, organization Roe, organization Roe");
  EXPECT_EQ(corrected("Moss's rose. It sold Moss's ships, and Moss & Poe's.",
                      {{"Moss's", organization}, {"Moss's", organization}, {"Moss & Poe's", organization}}),
            "organization Moss's, organization Moss's, organization Moss & Poe's");
  EXPECT_EQ(corrected("Moss Kerala lost. Moss's keeper wept.", {{"Moss Kerala", location}, {"Moss's", organization}}),
            "location Moss Kerala, organization Moss");
  EXPECT_EQ(corrected("So Standard & Poor sank. Standard & Poor's rose.",
                      {{"Standard & Poor", organization}, {"Standard & Poor's", organization}}),
            "organization Standard & Poor, organization Standard & Poor's");
  EXPECT_EQ(corrected("It sold Moscow's Rudd Office.", {{"Moscow's Rudd Office", organization}}),
            "organization Moscow's Rudd Office");
}

TEST(KnownParts, ThoseCreditedArePersons) {
  using enum EntityType;
  const std::string story = "OSLO (AP) _ Ships waited on Monday.\n\nThey left.\n\n";
  struct Case {
    const char* credits;
    const char* expected;
  };
  for (const Case& c : {
           Case{"(Reporting by Hauwa Poe in Jos and Miral Roe in TAMALE; Editing by Ju-min Doe)",
                "person Hauwa Poe, location Jos, person Miral Roe, location TAMALE, person Ju-min Doe"},
           {"(Additional reporting by Sinead Poe, Hal da Roe & Matt Daily; editing By Ann Roe)",
            "person Sinead Poe, person Hal da Roe, person Matt Daily, person Ann Roe"},
           {"(By Sinead Poe; editing by Hal Roe and Sue Doe)", "person Sinead Poe, person Hal Roe, person Sue Doe"},
           {"Reporting by Hal Roe in Rome and New York; Editing by Sue Doe",
            "person Hal Roe, location Rome, person Sue Doe"},
           {"Reporting by Hal Roe in Rome, and Sue Doe in Hull.",
            "person Hal Roe, location Rome, person Sue Doe, location Hull"},
           {"(Reporting by Hal Roe in Raleigh, N.C.; Editing Sue Doe)", "person Hal Roe, person Sue Doe"},
           {"(Reporting by Lagos Newsroom; Editing by Poe)", ""},
           {"(Reporting by Hal Roe Sue Doe)", ""},
       })
    EXPECT_EQ(corrected(story + c.credits, {}),
              std::string("location OSLO") + (*c.expected == 0 ? "" : ", ") + c.expected)
        << c.credits;
}

TEST(KnownParts, DaysAddressesAndTitlesAreNoNames) {
  using enum EntityType;
  EXPECT_EQ(corrected("Feb 11 - Acme rose. Thu 12 Oct it fell.",
                      {{"Feb", organization}, {"Acme", organization}, {"Thu", misc}}),
            "organization Acme");
  EXPECT_EQ(corrected("Write to Jane Roe, jroe@acme.example now.",
                      {{"Jane Roe", person}, {"jroe@acme.example", organization}}),
            "person Jane Roe");
  EXPECT_EQ(corrected("So said Acme Chief Executive Ann Roe.", {{"Acme Chief", person}, {"Ann Roe", person}}),
            "person Acme, person Ann Roe");
  EXPECT_EQ(corrected("Ann Roe, Chief Executive. The Chief slept.",
                      {{"Ann Roe", person}, {"Chief", person}, {"Chief", person}}),
            "person Ann Roe, person Chief");
  EXPECT_EQ(corrected("So the Belarusian won. Scot Roe lost.", {{"Belarusian", person}, {"Scot", person}}),
            "misc Belarusian, person Scot");
  EXPECT_EQ(corrected("So the Democrat won. The Liberal Party lost.",
                      {{"Democrat", organization}, {"Liberal Party", organization}}),
            "misc Democrat, organization Liberal Party");
  EXPECT_EQ(corrected("Then Sal Roe Jr. left.", {{"Sal Roe Jr.", misc}}), "person Sal Roe Jr.");
}

TEST(KnownParts, ATownIsNoPartOfTheBodyInIt) {
  using enum EntityType;
  const auto only = [](const std::string& words) {
    return corrected("Then the " + words + " spoke.", {{words, organization}});
  };
  EXPECT_EQ(only("Roe Economic Forum in Davos"), "organization Roe Economic Forum, location Davos");
  EXPECT_EQ(only("Roe Chamber of Commerce in China"), "organization Roe Chamber of Commerce in China");
  EXPECT_EQ(only("Research in Motion"), "organization Research in Motion");
}

TEST(KnownParts, TwoNamesAreParted) {
  using enum EntityType;
  struct Case {
    const char* words;
    const char* expected;
  };
  for (const Case& c : {
           Case{"Roe University and University of Swabi",
                "organization Roe University, organization University of Swabi"},
           {"Roe Bank and Exim Bank of India", "organization Roe Bank, organization Exim Bank of India"},
           {"Bank of China and Moss Bank of China", "organization Bank of China, organization Moss Bank of China"},
           {"Office of Roe and the Office for Moss", "organization Office of Roe, organization Office for Moss"},
           {"Acme Ltd and Moss Corp", "organization Acme Ltd, organization Moss Corp"},
           {"Department of Health and Human Services", "organization Department of Health and Human Services"},
           {"Bank of Trade and Development", "organization Bank of Trade and Development"},
           {"Acme Ltd and Group", "organization Acme Ltd and Group"},
           {"Acme Ltd of China", "organization Acme Ltd, location China"},
           {"Acme Corp of China", "organization Acme Corp of China"},
           {"Moss MPA", "organization Moss"},
       })
    EXPECT_EQ(corrected(std::string("Then ") + c.words + " spoke.", {{c.words, organization}}), c.expected) << c.words;
  const auto parted = [](std::string_view text, std::string_view name) {
    return corrected(text, {{name, EntityType::person}});
  };
  EXPECT_EQ(parted("His wife Carol of Lincoln won.", "Carol of Lincoln"), "person Carol, location Lincoln");
  EXPECT_EQ(parted("So Adam Moss of the Calpers won.", "Adam Moss of the Calpers"),
            "person Adam Moss, organization Calpers");
  EXPECT_EQ(parted("So Joan of Arc won.", "Joan of Arc"), "person Joan of Arc");
  EXPECT_EQ(parted("So Philip V of Spain won.", "Philip V of Spain"), "person Philip V of Spain");
  EXPECT_EQ(parted("So Lord Roe of Conwy won.", "Lord Roe of Conwy"), "person Lord Roe of Conwy");
}

TEST(KnownParts, ForeignParticlesJoinNames) {
  using enum EntityType;
  EXPECT_EQ(corrected("So said Erik ten Roe.", {{"Erik", person}, {"Roe", person}}), "person Erik ten Roe");
  EXPECT_EQ(corrected("The Roemiento al Mossismo won.", {{"Roemiento", organization}, {"Mossismo", organization}}),
            "organization Roemiento al Mossismo");
  EXPECT_EQ(corrected("So Roe o Moss Kendra said.", {{"Roe", misc}, {"Moss Kendra", person}}),
            "misc Roe o Moss Kendra");
  EXPECT_EQ(corrected("So Roe and Moss said.", {{"Roe", person}, {"Moss", person}}), "person Roe, person Moss");
  EXPECT_EQ(corrected("So Erik\nten Roe said.", {{"Erik", person}, {"Roe", person}}), "person Erik, person Roe");
}

TEST(KnownParts, StormsAreNeitherPersonsNorTowns) {
  using enum EntityType;
  EXPECT_EQ(corrected("Hurricane Milton hit. Milton left.", {{"Milton", location}, {"Milton", person}}),
            "misc Hurricane Milton, misc Milton");
  EXPECT_EQ(
      corrected("Hurricane Milton hit Milton, Florida.", {{"Hurricane Milton", organization}, {"Milton", location}}),
      "misc Hurricane Milton, location Milton");
  EXPECT_EQ(corrected("Tropical Storm Nadine hit. Ann Nadine ran. Nadine wept.",
                      {{"Storm Nadine", person}, {"Ann Nadine", person}, {"Nadine", person}}),
            "misc Tropical Storm Nadine, person Ann Nadine, person Nadine");
  EXPECT_EQ(corrected("The actress Storm Roe won. Storm Roe wept.", {{"Storm Roe", person}, {"Storm Roe", person}}),
            "person Storm Roe, person Storm Roe");
  EXPECT_EQ(corrected("So Ann Poe and Storm Roe won.", {{"Ann Poe", person}, {"Storm Roe", person}}),
            "person Ann Poe, person Storm Roe");
  EXPECT_EQ(corrected("The Roe Storm Center fell.", {{"Roe Storm Center", organization}}),
            "organization Roe Storm Center");
}

TEST(KnownParts, WhatFirmsHaveAndAreCalledTellsThem) {
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

TEST(KnownParts, WhatTheWordsBesideANameTell) {
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

TEST(KnownParts, FirmsHaveMarks) {
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
  EXPECT_EQ(corrected("Vesna Roe Inc fell, Vesna Roe said.", {{"Vesna Roe Inc", misc}, {"Vesna Roe", person}}),
            "organization Vesna Roe Inc, organization Vesna Roe");
  EXPECT_EQ(corrected("China Inc fell in China.", {{"China Inc", organization}, {"China", location}}),
            "organization China Inc, location China");
  EXPECT_EQ(corrected("Ann Corp fell.", {{"Ann Corp", person}}), "person Ann Corp");
  EXPECT_EQ(corrected("Roe Corp fell. Ann Roe left. Roe wept.",
                      {{"Roe Corp", organization}, {"Ann Roe", person}, {"Roe", person}}),
            "organization Roe Corp, person Ann Roe, person Roe");
}

TEST(KnownParts, TheSidesOfAScoreAreClubs) {
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

TEST(KnownParts, MembersOfAListOfPlacesArePlaces) {
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

TEST(KnownParts, FollowsSurnamesThatAreMonths) {
  using enum EntityType;
  EXPECT_EQ(corrected("Jane March won in March. March, 42, beat Roe. In May and March she rode. \"Good,\" said March.",
                      {{"Jane March", person}}),
            "person Jane March, person March, person March");
  EXPECT_EQ(corrected("She won in March. March was cold.", {}), "");
}

}  // namespace
}  // namespace wirecut::test
