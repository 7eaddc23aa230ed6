#include "entities/corrected.h"

namespace wirecut::test {
namespace {

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
  // A body that nobody knows, though it stands for no person: but not by the first word of a firm, nor a listed one.
  EXPECT_EQ(corrected("Svetlana Orlova left. Orlova said no.", {{"Svetlana Orlova", person}, {"Orlova", organization}}),
            "person Svetlana Orlova, person Orlova");
  EXPECT_EQ(corrected("Svetlana Orlova left. Orlova Mines fell. Orlova said no.",
                      {{"Svetlana Orlova", person}, {"Orlova Mines", organization}, {"Orlova", organization}}),
            "person Svetlana Orlova, organization Orlova Mines, organization Orlova");
  EXPECT_EQ(corrected("Ann Google left. Google said no.", {{"Ann Google", person}, {"Google", organization}}),
            "person Ann Google, organization Google");
  EXPECT_EQ(corrected("In June Orlova fell. Orlova said no.", {{"June Orlova", person}, {"Orlova", organization}}),
            "person June Orlova, organization Orlova");
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
  EXPECT_EQ(corrected("It sued Victoria's Department of Fish and Perth's Rudd Centre. Perth won.",
                      {{"Victoria's Department of Fish", organization},
                       {"Perth's Rudd Centre", organization},
                       {"Perth", location}}),
            "location Victoria, organization Department of Fish, location Perth, organization Rudd Centre, "
            "location Perth");
  EXPECT_EQ(corrected("She saw King's College, Victoria's Secret and Pilgrim's Pride. Pilgrim's rose.",
                      {{"King's College", organization},
                       {"Victoria's Secret", organization},
                       {"Pilgrim's Pride", organization},
                       {"Pilgrim", location}}),
            "organization King's College, organization Victoria's Secret, organization Pilgrim's Pride, "
            "location Pilgrim");
  EXPECT_EQ(corrected("It sold Tomsk's Rudd Office.", {{"Tomsk's Rudd Office", organization}}),
            "organization Tomsk's Rudd Office");
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

TEST(KnownParts, TheStopOfASuffixMayEndASentence) {
  using enum EntityType;
  EXPECT_EQ(corrected("He sold Zolar Corp. Analysts wept.", {{"Zolar Corp. Analysts", organization}}),
            "organization Zolar Corp.");
  EXPECT_EQ(corrected("He sold Zolar Inc. Poe Bank wept.", {{"Zolar Inc. Poe Bank", organization}}),
            "organization Zolar Inc., organization Poe Bank");
  EXPECT_EQ(corrected("He sold Zolar Corp. Ltd. to them.", {{"Zolar Corp. Ltd.", organization}}),
            "organization Zolar Corp. Ltd.");
  EXPECT_EQ(corrected("Zolar Co. Japan won.", {{"Zolar Co. Japan", organization}}), "organization Zolar Co. Japan");
  EXPECT_EQ(corrected("Zolar Corp. won.", {{"Zolar Corp.", organization}}), "organization Zolar Corp.");
}

TEST(KnownParts, ShortFormsOfCommonNounsAreNoNames) {
  using enum EntityType;
  EXPECT_EQ(
      corrected("Acme's IPO won. Its REITs lost.", {{"Acme", organization}, {"IPO", organization}, {"REITs", misc}}),
      "organization Acme");
  EXPECT_EQ(corrected("It makes DRAM and SUVs.", {{"DRAM", organization}, {"SUVs", misc}}), "");
  EXPECT_EQ(corrected("Shr 5 cts", {{"Shr", organization}}), "");
  EXPECT_EQ(corrected("The Home Trust Fund (ETF) won. The ETF lost.",
                      {{"Home Trust Fund", organization}, {"ETF", organization}, {"ETF", organization}}),
            "organization Home Trust Fund, organization ETF, organization ETF");
  EXPECT_EQ(corrected("The Led and the SEC won.", {{"Led", misc}, {"SEC", organization}}),
            "misc Led, organization SEC");
  EXPECT_EQ(corrected("CCTV won.", {{"CCTV", organization}}), "organization CCTV");
  EXPECT_EQ(corrected("The IPO Forum met.", {{"IPO Forum", organization}}), "organization IPO Forum");
}

TEST(KnownParts, CountriesAndStatesBehindTownsArePlaces) {
  using enum EntityType;
  EXPECT_EQ(corrected("He flew to the Maldives.", {{"Maldives", misc}}), "location Maldives");
  EXPECT_EQ(corrected("The Maldivian flew.", {{"Maldivian", misc}}), "misc Maldivian");
  EXPECT_EQ(corrected("He is at Bankers in Hartford, Conn. The firm", {{"Hartford", location}, {"Conn.", misc}}),
            "location Hartford, location Conn.");
  EXPECT_EQ(corrected("A vessel, the Conn. The firm", {{"Conn.", misc}}), "misc Conn.");
  EXPECT_EQ(corrected("In Hartford, Zol. The firm", {{"Hartford", location}, {"Zol.", misc}}),
            "location Hartford, misc Zol.");
}

TEST(KnownParts, AdjectivesOfPlacesAreNoPlaces) {
  using enum EntityType;
  const auto only = [](std::string_view text, std::string_view words) { return corrected(text, {{words, location}}); };
  EXPECT_EQ(only("So did Czech banks.", "Czech"), "misc Czech");
  EXPECT_EQ(only("So did North American carmakers.", "North American"), "misc North American");
  EXPECT_EQ(only("So did Gulf Arab states.", "Gulf Arab"), "misc Gulf Arab");
  EXPECT_EQ(only("So did Middle Eastern oil.", "Middle Eastern"), "misc Middle Eastern");
  EXPECT_EQ(only("So did North America.", "North America"), "location North America");
  EXPECT_EQ(only("So did the Middle East.", "Middle East"), "location Middle East");
  EXPECT_EQ(only("Ice of the Antarctic melts.", "Antarctic"), "location Antarctic");
  EXPECT_EQ(only("So did the North Eastern province.", "North Eastern"), "location North Eastern");
}

TEST(KnownParts, WordsOfCreditsAndConjunctionsAreNoNames) {
  using enum EntityType;
  EXPECT_EQ(corrected("It rose (Editing by Jane Roe) ($1=2 euros)", {{"Editing", person}, {"Jane Roe", person}}),
            "person Jane Roe");
  EXPECT_EQ(corrected("It rose (Reporting by Bo Lund; Editing Jane Roe) ($1=2 euros)",
                      {{"Reporting", person}, {"Bo Lund", person}, {"Editing", location}, {"Jane Roe", person}}),
            "person Bo Lund, person Jane Roe");
  EXPECT_EQ(corrected("It rose (Additional Reporting by Bo Lund) ($1=2 euros)",
                      {{"Additional Reporting", person}, {"Bo Lund", person}}),
            "person Bo Lund");
  EXPECT_EQ(corrected("The firm Editing by Design fell.", {{"Editing by Design", organization}}),
            "organization Editing by Design");
  EXPECT_EQ(corrected("So, Writing Life fell.", {{"Writing Life", organization}}), "organization Writing Life");
  EXPECT_EQ(corrected("\"Maybe Roe will try,\" he said.", {{"Maybe Roe", person}}), "person Roe");
  EXPECT_EQ(corrected("It rained. If Acme comes, they win.", {{"If Acme", organization}}), "organization Acme");
  EXPECT_EQ(corrected("He saw \"If Only\" in May.", {{"If Only", misc}}), "misc If Only");
  EXPECT_EQ(corrected("So the film If Only won.", {{"If Only", misc}}), "misc If Only");
  EXPECT_EQ(corrected("Once Upon a Time in Oslo won.", {{"Once Upon a Time in Oslo", misc}}),
            "misc Once Upon a Time in Oslo");
}

TEST(KnownParts, DaysAddressesAndTitlesAreNoNames) {
  using enum EntityType;
  EXPECT_EQ(corrected("Feb 11 - Acme rose. Thu 12 Oct it fell.",
                      {{"Feb", organization}, {"Acme", organization}, {"Thu", misc}}),
            "organization Acme");
  EXPECT_EQ(corrected("On Monday night Acme rose.", {{"Monday", misc}, {"Acme", organization}}), "organization Acme");
  EXPECT_EQ(corrected("Sun night was long.", {{"Sun", misc}}), "misc Sun");
  EXPECT_EQ(corrected("Monday Night Games rose.", {{"Monday Night Games", misc}}), "misc Monday Night Games");
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
           {"Moss from Acme Corp", "organization Moss from Acme Corp"},
           {"Moss from below", "organization Moss from below"},
           {"House and Senate", "organization House, organization Senate"},
           {"Moss and Senate", "organization Moss and Senate"},
           {"Boeing and Co", "organization Boeing and Co"},
           {"Globe and Mail", "organization Globe and Mail"},
       })
    EXPECT_EQ(corrected(std::string("Then ") + c.words + " spoke.", {{c.words, organization}}), c.expected) << c.words;
  EXPECT_EQ(corrected("Moss Ltd fell. Moss and Rudd rose. Rudd fell.",
                      {{"Moss Ltd", organization}, {"Moss and Rudd", organization}, {"Rudd", organization}}),
            "organization Moss Ltd, organization Moss, organization Rudd, organization Rudd");
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

TEST(KnownParts, CitiesOwnWhatStandsBehindThem) {
  using enum EntityType;
  EXPECT_EQ(corrected("He works in Belfast's Moss Studios.", {{"Belfast's Moss Studios", organization}}),
            "location Belfast, organization Moss Studios");
  EXPECT_EQ(corrected("It sells Victoria's Secret.", {{"Victoria's Secret", organization}}),
            "organization Victoria's Secret");
  EXPECT_EQ(corrected("He left the United Nations' Moss Office.", {{"United Nations' Moss Office", organization}}),
            "organization United Nations' Moss Office");
}

TEST(KnownParts, PlacesThatLookLikePersons) {
  using enum EntityType;
  EXPECT_EQ(corrected("Rhondda Cynon Taf said so.", {{"Rhondda Cynon Taf", person}}), "location Rhondda Cynon Taf");
  EXPECT_EQ(corrected("He lives in Milton Keynes. So Milton Keynes said.",
                      {{"Milton Keynes", person}, {"Milton Keynes", person}}),
            "location Milton Keynes, person Milton Keynes");
  EXPECT_EQ(
      corrected("Georges St. Pierre won. St. Pierre left.", {{"Georges St. Pierre", person}, {"St. Pierre", person}}),
      "person Georges St. Pierre, person St. Pierre");
  EXPECT_EQ(corrected("ANN MOSS, POE BANK, NEW JERSEY: So be it.",
                      {{"POE BANK", organization}, {"NEW JERSEY", organization}}),
            "organization POE BANK, location NEW JERSEY");
  EXPECT_EQ(corrected("BOSTON 5, NEW YORK 3.", {{"BOSTON", organization}, {"NEW YORK", organization}}),
            "organization BOSTON, organization NEW YORK");
  EXPECT_EQ(corrected("ANN MOSS, ANALYST, POE BANK, BOSTON: So be it.", {{"BOSTON", organization}}), "location BOSTON");
  EXPECT_EQ(corrected("ANN MOSS OF POE BANK IN AKRON, OHIO: So be it.", {{"AKRON", organization}, {"OHIO", misc}}),
            "location AKRON, location OHIO");
  EXPECT_EQ(corrected("ANN MOSS, ANALYST, LEHMAN: So be it.", {{"LEHMAN", organization}}), "organization LEHMAN");
  EXPECT_EQ(corrected("ANN MOSS, ANALYST, NOKIA: So be it.", {{"NOKIA", organization}}), "organization NOKIA");
  EXPECT_EQ(corrected("CHICAGO, BOSTON won.", {{"CHICAGO", organization}, {"BOSTON", organization}}),
            "organization CHICAGO, organization BOSTON");
  EXPECT_EQ(corrected("Ann Moss, of Acme, Boston: So be it.", {{"Boston", organization}}), "organization Boston");
  EXPECT_EQ(corrected("ANN MOSS, BOSTON", {{"BOSTON", organization}}), "organization BOSTON");
  EXPECT_EQ(corrected("So said Red Cross.", {{"Red Cross", organization}}), "organization Red Cross");
}

TEST(KnownParts, SecondSuffixesAndNicknamesJoinNames) {
  using enum EntityType;
  EXPECT_EQ(corrected("So Guy \"Master Bee\" Moss sang.", {{"Master Bee\" Moss", person}}),
            "person Guy \"Master Bee\" Moss");
  EXPECT_EQ(corrected("Moss Co., Ltd. and Poe Device Co., Ltd. sank.",
                      {{"Moss Co.", organization}, {"Ltd. and Poe Device Co.", organization}, {"Ltd.", organization}}),
            "organization Moss Co., Ltd., organization Poe Device Co., Ltd.");
  EXPECT_EQ(corrected("Moss Corp, Poe Ltd and Roe Inc, Texas, sank.",
                      {{"Moss Corp", organization}, {"Poe Ltd", organization}, {"Roe Inc", organization}}),
            "organization Moss Corp, organization Poe Ltd, organization Roe Inc");
  EXPECT_EQ(corrected("So said Joseph “JJ” Moss.", {{"Joseph", person}, {"JJ” Moss", person}}),
            "person Joseph “JJ” Moss");
  EXPECT_EQ(corrected("So Anna \"Little Bee\" Moss sang.", {{"Anna", person}, {"Little Bee", misc}, {"Moss", person}}),
            "person Anna \"Little Bee\" Moss");
  EXPECT_EQ(
      corrected(
          "So said Anna. “Help Moss,” said Anna “I am” Moss. Anna “Bee” sang to Moss.",
          {{"Anna", person}, {"Moss", person}, {"Anna", person}, {"Moss", person}, {"Anna", person}, {"Moss", person}}),
      "person Anna, person Moss, person Anna, person Moss, person Anna, person Moss");
}

TEST(KnownParts, ThePartnersOfOneFirmAreOneName) {
  using enum EntityType;
  EXPECT_EQ(
      corrected("So said consultants Roe, Lund & Zolar on Friday.", {{"Roe", person}, {"Lund & Zolar", organization}}),
      "organization Roe, Lund & Zolar");
  EXPECT_EQ(corrected("So said a man at Roe, Poe, Lund & Co. Vesna left.",
                      {{"Roe", location}, {"Poe", person}, {"Lund & Co.", misc}, {"Vesna", person}}),
            "organization Roe, Poe, Lund & Co., person Vesna");
  EXPECT_EQ(corrected("So said a man at Roe, Lund & Zolar, Inc.", {{"Lund & Zolar, Inc.", organization}}),
            "organization Roe, Lund & Zolar, Inc.");
  // Members of a list, a country, a firm that everybody knows, a person with a given name.
  EXPECT_EQ(corrected("It owns Roe, Lund & Zolar and Poe.",
                      {{"Roe", person}, {"Lund & Zolar", organization}, {"Poe", person}}),
            "person Roe, organization Lund & Zolar, person Poe");
  EXPECT_EQ(corrected("It owns Roe, Lund & Zolar, Poe and Moss.",
                      {{"Roe", person}, {"Lund & Zolar", organization}, {"Poe", person}, {"Moss", person}}),
            "person Roe, organization Lund & Zolar, person Poe, person Moss");
  EXPECT_EQ(corrected("So in Gabon, Lund & Zolar won.", {{"Gabon", location}, {"Lund & Zolar", organization}}),
            "location Gabon, organization Lund & Zolar");
  EXPECT_EQ(corrected("It owns Google, Lund & Zolar won.", {{"Google", organization}, {"Lund & Zolar", organization}}),
            "organization Google, organization Lund & Zolar");
  EXPECT_EQ(corrected("So said Ann Roe, Lund & Zolar said.", {{"Ann Roe", person}, {"Lund & Zolar", organization}}),
            "person Ann Roe, organization Lund & Zolar");
  EXPECT_EQ(corrected("It rained for Roe, Lund & Mary.", {{"Roe", person}, {"Lund & Mary", organization}}),
            "person Roe, organization Lund & Mary");
  EXPECT_EQ(corrected("Roe, Lund & Zolar", {{"Roe", person}, {"Lund & Zolar", organization}}),
            "person Roe, organization Lund & Zolar");
  EXPECT_EQ(corrected("It rained for Messi, Lund & Zolar.", {{"Messi", person}, {"Lund & Zolar", person}}),
            "person Messi, person Lund & Zolar");
}

TEST(KnownParts, APlaceWithAGenitiveWithinIsOneName) {
  using enum EntityType;
  EXPECT_EQ(corrected("So King's Lynn sank.", {{"Lynn", location}}), "location King's Lynn");
  EXPECT_EQ(corrected("So King's Lynn sank.", {{"King", person}, {"Lynn", person}}), "location King's Lynn");
  EXPECT_EQ(corrected("So Martha's Vineyard sank.", {{"Martha's Vineyard", misc}}), "location Martha's Vineyard");
  EXPECT_EQ(corrected("So Queen's Park won.", {{"Queen's Park", organization}}), "organization Queen's Park");
  EXPECT_EQ(corrected("So France's Paris sank.", {{"France", location}, {"Paris", location}}),
            "location France, location Paris");
}

TEST(KnownParts, AnArticleThatIsPartOfAPlacesNameBeginsIt) {
  using enum EntityType;
  EXPECT_EQ(corrected("So said The Hague.", {{"Hague", location}}), "location The Hague");
  EXPECT_EQ(corrected("The Hague sank.", {{"Hague", location}}), "location Hague");
  EXPECT_EQ(corrected("So said the Hague.", {{"Hague", location}}), "location Hague");
  EXPECT_EQ(corrected("So said The Netherlands.", {{"Netherlands", location}}), "location Netherlands");
  EXPECT_EQ(corrected("So said The Paris deal.", {{"Paris", location}}), "location Paris");
  EXPECT_EQ(corrected("So said The Hague.", {{"Hague", person}}), "person Hague");
}

TEST(KnownParts, ATownBesideTheStateOfAFirmIsNoPerson) {
  using enum EntityType;
  EXPECT_EQ(corrected("McLean, Virginia-based Moss sank.", {{"McLean", person}}), "location McLean");
  EXPECT_EQ(corrected("Ann McLean sang. McLean, Virginia-based, left. McLean, happy, left.",
                      {{"Ann McLean", person}, {"McLean", person}, {"McLean", person}}),
            "person Ann McLean, person McLean, person McLean");
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

}  // namespace
}  // namespace wirecut::test
