#include "entities/entities.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "entities/forms.h"
#include "tagger/tagger.h"
#include "tokens/tokens.h"
#include "validate.h"

namespace wirecut::test {
namespace {

const Lexicon& lexicon() {
  static const Lexicon instance{embedded_bytes()};
  return instance;
}

// A story of which the names are marked by hand: "{p Sergey Lavrov} left {l Moscow}"; types p, o, l and m, in capitals
// where the tagger is less sure.
Story marked_story(std::string_view marked) {
  Story story;
  std::vector<std::pair<Span, EntityType>> spans;
  std::vector<float> confidences;
  for (std::size_t i = 0; i < marked.size(); ++i) {
    if (marked[i] != '{') {
      if (marked[i] == '}')
        spans.back().first.end = static_cast<std::uint32_t>(story.text.size());
      else
        story.text += marked[i];
      continue;
    }
    const char type = to_lower(marked[i + 1]);
    const auto at = static_cast<std::uint32_t>(story.text.size());
    confidences.push_back(type == marked[i + 1] ? 0.9f : 0.6f);
    spans.push_back({{at, at},
                     type == 'p'   ? EntityType::person
                     : type == 'o' ? EntityType::organization
                     : type == 'l' ? EntityType::location
                                   : EntityType::misc});
    i += 2;
  }
  Tokenization tokenization;
  tokenize(story, lexicon(), tokenization);
  story.tokens = tokenization.tokens;
  story.sentences = tokenization.sentences;
  for (const auto& [span, type] : spans) {
    Name name{span, 0, 0, type, confidences[story.names.size()]};
    for (std::uint32_t t = 0; t < story.tokens.size(); ++t) {
      if (story.tokens[t].span.start == span.start) name.first_token = t;
      if (story.tokens[t].span.end == span.end) name.end_token = t + 1;
    }
    EXPECT_LT(name.first_token, name.end_token) << marked;
    story.names.push_back(name);
  }
  tag_parts_of_speech(story, lexicon(), *make_tagger_scratch());
  return story;
}

// "Sergey Lavrov [Russian Foreign Minister] RU: Lavrov | Sergey Lavrov", an entity a line.
std::string describe(const Story& story) {
  std::string out;
  for (const Entity& e : story.entities) {
    out += e.name;
    if (!e.titles.empty()) out += fmt::format(" [{}]", fmt::join(e.titles, "; "));
    if (!e.country.empty()) out += " " + e.country;
    for (std::size_t i = 0; i < e.mentions.size(); ++i)
      out += (i == 0 ? ": " : " | ") + std::string(story.words(e.mentions[i].span));
    out += '\n';
  }
  return out;
}

void check(std::string_view marked, std::string_view entities) {
  Story story = marked_story(marked);
  story.entities = find_entities(story, lexicon());
  for (const std::string& fault : validate(story)) ADD_FAILURE() << fault << "\n  in: " << marked;
  EXPECT_EQ(describe(story), entities) << "  in: " << marked;
}

TEST(Entities, SurnameAfterFullName) {
  check("{p Ilja Novik} left. {p Novik} is 50.", "Ilja Novik: Ilja Novik | Novik\n");
  check("{p Novik} resigns\n\n{p Ilja Novik} left.", "Ilja Novik: Novik | Ilja Novik\n");
  check("{p ILJA NOVIK} QUITS\n\n{p Ilja Novik} left.", "Ilja Novik: ILJA NOVIK | Ilja Novik\n");
  check("{p Omar al-Masri} left. {p Masri} is 50.", "Omar al-Masri: Omar al-Masri | Masri\n");
  check("{p Anna van der Berg} left. {p Van der Berg} and {p Anna} met.",
        "Anna van der Berg: Anna van der Berg | Van der Berg | Anna\n");
}

TEST(Entities, FormsOfOneName) {
  check("{p Mike Stone} met {p Michael R. Stone}.", "Michael R. Stone: Mike Stone | Michael R. Stone\n");
  check("{p Michael R. Stone} left. {p M. Stone} is 50.", "Michael R. Stone: Michael R. Stone | M. Stone\n");
  check("{p Paul Stone Jr.} left. {p Stone} is 50.", "Paul Stone Jr.: Paul Stone Jr. | Stone\n");
}

TEST(Entities, PeopleOfOneSurnameStayApart) {
  check("{p Paul Moss} met {p Paul Moss Jr.} there.", "Paul Moss: Paul Moss\nPaul Moss Jr.: Paul Moss Jr.\n");
  check("{p Paul Moss} and his wife {p Ada Moss} left. {p Moss} is 50.",
        "Paul Moss: Paul Moss | Moss\nAda Moss [wife]: Ada Moss\n");
  check("{p John Moss} met {p Mary Moss}. {p Moss} left. {p John Moss} stayed. {p Moss} slept.",
        "John Moss: John Moss | John Moss | Moss\nMary Moss: Mary Moss | Moss\n");
  check("{p Mary Moss} met {p John Moss}. Mrs {p Moss} left. {p Moss} slept. Mr {p Moss} slept.",
        "Mary Moss [Mrs]: Mary Moss | Moss | Moss\nJohn Moss [Mr]: John Moss | Moss\n");
  check("Mr {p John Moss} left. Mrs {p Moss} stayed. Mr {p Moss} slept.",
        "John Moss [Mr]: John Moss | Moss\nMoss [Mrs]: Moss\n");
}

TEST(Entities, TheNumberOfASeedIsNoName) {
  check("{p 1-Anna Novik} beat {p 12-Li Na}. {p Anna Novik} left.",
        "Anna Novik: Anna Novik | Anna Novik\nLi Na: Li Na\n");
  check("{m 8-K} and {m 6-K} are forms.", "8-K: 8-K\n6-K: 6-K\n");
}

TEST(Entities, MrsIsAWomanAndMrNobodyCalledByTheGivenName) {
  check("{p Nora Moss} met {p Brendan Moss} and {p Eoin Moss}. Mrs {p Moss} slept.",
        "Nora Moss [Mrs]: Nora Moss | Moss\nBrendan Moss: Brendan Moss\nEoin Moss: Eoin Moss\n");
  check("{p Dewi Moss} saw {p Gwyn Moss}. \"No,\" said {p Dewi}. Mr {p Moss} slept.",
        "Dewi Moss: Dewi Moss | Dewi\nGwyn Moss [Mr]: Gwyn Moss | Moss\n");
}

TEST(Entities, PopesAndPrincesAreNobodysGivenName) {
  check("Pope {p Francis} met Bishop {p Francis Moss}. {p Francis} left.",
        "Francis [Pope]: Francis | Francis\nFrancis Moss [Bishop]: Francis Moss\n");
  check("{p Prince Omar bin Talal} met {p Omar Moss}. Prince {p Omar} left.",
        "Omar bin Talal [Prince]: Omar bin Talal | Omar\nOmar Moss: Omar Moss\n");
  check("Prince {p Omar bin Salman} met King {p Salman}.",
        "Omar bin Salman [Prince]: Omar bin Salman\nSalman [King]: Salman\n");
  check("Queen {p Elizabeth} met {p Ann}. Queen {p Elizabeth II} spoke.",
        "Elizabeth II [Queen]: Elizabeth | Elizabeth II\nAnn: Ann\n");
  check("Queen {p Elizabeth II} died. {p Elizabeth} was 96.", "Elizabeth II [Queen]: Elizabeth II | Elizabeth\n");
}

TEST(Entities, StormsGoByTheirOwnWord) {
  check("{m Typhoon Yagi} hit. {m Yagi} left.", "Typhoon Yagi: Typhoon Yagi | Yagi\n");
  check("{m Tropical Storm Nadine} hit. {m Nadine} left.", "Tropical Storm Nadine: Tropical Storm Nadine | Nadine\n");
}

TEST(Entities, RolesInFrontOfAFullNameAreNoNames) {
  check("{p Rookie Ivan Moss} fell.", "Ivan Moss [Rookie]: Ivan Moss\n");
  check("Det {p Con Ann Moss} left.", "Ann Moss [Det Con]: Ann Moss\n");
  check("{p Dean Ann Moss} left.", "Dean Ann Moss: Dean Ann Moss\n");
}

TEST(Entities, SlugsOfTheWireAreNoNames) {
  check("{p Golf-Moss} leads\n\n{p Ann Moss} leads.", "Ann Moss: Moss | Ann Moss\n");
  check("{p Olympics-Judo-Moss} wins\n\n{l Golf-Oslo}", "Moss: Moss\nOslo: Oslo\n");
  check("{m Soccer-mad} {l Wales}; {o Tennis-}", "Soccer-mad: Soccer-mad\nWales GB: Wales\nTennis-: Tennis-\n");
}

TEST(Entities, HandlesAndShortRanksAreNoNames) {
  check("{p Jane Moss @janemoss} left.", "Jane Moss: Jane Moss\n");
  check("{p Det Insp Mark Moss} left.", "Mark Moss [Det Insp]: Mark Moss\n");
  check("{o Moss.com} left.", "Moss.com: Moss.com\n");
}

TEST(Entities, DegreesAreTitles) {
  check("{p Anne Moss}, M.D., Ph.D., director of the clinic, left. {p Anne Moss MD} came.",
        "Anne Moss [M.D.; Ph.D.; director; MD]: Anne Moss | Anne Moss\n");
  check("{p Anne Moss}, {o J.D. Stone}'s economist, left.",
        "Anne Moss [economist]: Anne Moss\nJ.D. Stone: J.D. Stone\n");
}

TEST(Entities, TitlesInFront) {
  check("{m Russian} Foreign Minister {p Ilja Novik} left.",
        "Russian RU: Russian\nIlja Novik [Russian Foreign Minister] RU: Ilja Novik\n");
  check("{l US} Secretary of State {p Paul Stone} left.",
        "US US: US\nPaul Stone [US Secretary of State] US: Paul Stone\n");
  check("It sided with opposition leader {p Juan Prado}.", "Juan Prado [opposition leader]: Juan Prado\n");
  check("Dr. {p Ann Moss} and Gen. {p John Roe} left.", "Ann Moss [Dr.]: Ann Moss\nJohn Roe [Gen.]: John Roe\n");
  check("{l France}'s foreign minister {p Luc Moreau} left.",
        "France FR: France\nLuc Moreau [foreign minister] FR: Luc Moreau\n");
  check("On Monday {p Ann Moss} left.", "Ann Moss: Ann Moss\n");
}

TEST(Entities, TitlesInsideANameAreCutOff) {
  check("{p Alhaji Musa Poe} left. {p Alhaji Poe} slept.", "Musa Poe [Alhaji]: Musa Poe | Poe\n");
  check("{p Tan Sri Lim Roe} left.", "Lim Roe [Tan Sri]: Lim Roe\n");
  check("Datuk {p Seri Lim Roe} and {p Dato\u2019 Ali Poe} left.",
        "Lim Roe [Datuk Seri]: Lim Roe\nAli Poe [Dato\u2019]: Ali Poe\n");
  check("{p Venerable Roe} and {p Sayadaw U Poe} left.", "Roe [Venerable]: Roe\nU Poe [Sayadaw]: U Poe\n");
  // What is borne as a given name too stays.
  check("{p Sri Roe}, {p Ato Poe}, {p Sheikh Doe} and {p Puan} left.",
        "Sri Roe: Sri Roe\nAto Poe: Ato Poe\nSheikh Doe: Sheikh Doe\nPuan: Puan\n");
}

TEST(Entities, TitlesInApposition) {
  check("{p John Roe}, the finance minister, left.", "John Roe [finance minister]: John Roe\n");
  check("{p John Roe}, 45, a spokesman for {o Acme}, left.", "John Roe [spokesman for Acme]: John Roe\nAcme: Acme\n");
  check("The finance minister, {p John Roe}, left.", "John Roe [finance minister]: John Roe\n");
  check("In a talk with {p John Roe}, the prime minister said no.", "John Roe: John Roe\n");
  check("{p John Roe}, who left, and the president met.", "John Roe: John Roe\n");
}

TEST(Entities, ATitleEndsBeforeTheSeatOfAFirm) {
  check("{p Joe Roe}, chief executive at {m Oslo-based} {o Acme}, left.",
        "Joe Roe [chief executive]: Joe Roe\nOslo-based: Oslo-based\nAcme: Acme\n");
  check("{p Joe Roe}, chief executive at {o Dai-ichi}, left.",
        "Joe Roe [chief executive at Dai-ichi]: Joe Roe\nDai-ichi: Dai-ichi\n");
}

TEST(Entities, Organizations) {
  check("The {o United Nations} ({o UN}) met. The {o UN} left.", "United Nations: United Nations | UN | UN\n");
  check("{o Federal Harbour Insurance Corp} and {o FHIC}",
        "Federal Harbour Insurance Corp: Federal Harbour Insurance Corp | FHIC\n");
  check("{o Acme International Group Inc} and {o AIG}",
        "Acme International Group Inc: Acme International Group Inc | AIG\n");
  check("{o Moss-Rudd Co} and {o MR}", "Moss-Rudd Co: Moss-Rudd Co | MR\n");
  check("{o Asian Press Union Trust} ({o AXN}) said. {o AXN} left.",
        "Asian Press Union Trust: Asian Press Union Trust | AXN | AXN\n");
  check("{o Acme Corp.} rose. {o Acme} fell.", "Acme Corp.: Acme Corp. | Acme\n");
  check("The {o US State Department} said. The {o State Department} left.",
        "US State Department US: US State Department | State Department\n");
  check("The {m Russian} {o Foreign Ministry} said.",
        "Russian RU: Russian\nRussian Foreign Ministry RU: Foreign Ministry\n");
  check("{l Ghana}'s {o Finance Ministry} left. The {o Finance Ministry} said.",
        "Ghana GH: Ghana\nFinance Ministry GH: Finance Ministry | Finance Ministry\n");
  check("{l Ghana}'s {o Army} and {l Togo}'s {o Army}", "Ghana GH: Ghana\nArmy: Army | Army\nTogo TG: Togo\n");
  check("{o UN Harbour Fund} and {o UN}", "UN Harbour Fund: UN Harbour Fund\nUN: UN\n");
  check("{o Bank of England} won. {o England} lost.", "Bank of England GB: Bank of England\nEngland GB: England\n");
  check("{o Rio City} and {o Rio United} met. {o Rio} won.", "Rio City: Rio City\nRio United: Rio United\nRio: Rio\n");
}

TEST(Entities, OrganizationsByTheirLetters) {
  check("{o Moss & Rudd} and {o M&R}", "Moss & Rudd: Moss & Rudd | M&R\n");
  check("{o Moss and Rudd Group} and {o M&R}", "Moss and Rudd Group: Moss and Rudd Group | M&R\n");
  check("{o Moss & Poor's} and {o M&P}", "Moss & Poor's: Moss & Poor's | M&P\n");
  check("The {o U.S. Harbour and Pilots Commission}, or {o HPC}",
        "U.S. Harbour and Pilots Commission US: U.S. Harbour and Pilots Commission | HPC\n");
  check("{o Rudd & Moss} and {o M&R}", "Rudd & Moss: Rudd & Moss\nM&R: M&R\n");
  check("{o American Harbour Corp} and {o HC}", "American Harbour Corp US: American Harbour Corp\nHC: HC\n");
}

TEST(Entities, OrganizationsThatATableKnows) {
  check("The {o U.S. Federal Reserve} met. The {o Fed} left.", "U.S. Federal Reserve US: U.S. Federal Reserve | Fed\n");
  check("The {o Fed} is the {o Federal Reserve Board}.", "Federal Reserve Board: Fed | Federal Reserve Board\n");
  check("The {o Fed} and the {o New York Fed}", "Fed: Fed\nNew York Fed: New York Fed\n");
  check("The {o Fed} and the {o Federal Reserve Bank of Dallas}",
        "Fed: Fed\nFederal Reserve Bank of Dallas: Federal Reserve Bank of Dallas\n");
  check("{o VW}, or {o Volkswagen AG}", "Volkswagen AG: VW | Volkswagen AG\n");
  check("{o Citi} and {o Citibank}", "Citi: Citi\nCitibank: Citibank\n");
  check("{l Barcelona} and {o Barca}", "Barcelona: Barcelona\nBarca: Barca\n");
}

TEST(Entities, TheLimitedFirmGoesByItsFirstWord) {
  check("{o ZNA} rose. {o ZNA Medicines Inc} fell.", "ZNA Medicines Inc: ZNA | ZNA Medicines Inc\n");
  check("{o ZNA} rose. {o ZNA Congress} met.", "ZNA: ZNA\nZNA Congress: ZNA Congress\n");
  check("{o NATO} met. {o NATO Properties Ltd} fell.", "NATO: NATO\nNATO Properties Ltd: NATO Properties Ltd\n");
  check("{o Zolar} rose. {o Zolar Motors Corp} and {o Zolar Racing} fell.",
        "Zolar Motors Corp: Zolar | Zolar Motors Corp\nZolar Racing: Zolar Racing\n");
  check("{o Zolar} rose. {o Zolar Motors} and {o Zolar Racing} fell.",
        "Zolar: Zolar\nZolar Motors: Zolar Motors\nZolar Racing: Zolar Racing\n");
  check("{o Zolar} rose. {o Zolar Motors Corp} and {o Zolar Air Inc} fell.",
        "Zolar: Zolar\nZolar Motors Corp: Zolar Motors Corp\nZolar Air Inc: Zolar Air Inc\n");
  check("{o Zolar} rose. {o Zolar Racing} and {o Zolar's Air Corp} fell.",
        "Zolar: Zolar\nZolar Racing: Zolar Racing\nZolar's Air Corp: Zolar's Air Corp\n");
}

TEST(Entities, ALimitedFirmIsNoOtherOne) {
  check("{o Zolar Ltd} rose. {o Zolar Machines Ltd} fell. {o Zolar} slept.",
        "Zolar Ltd: Zolar Ltd | Zolar\nZolar Machines Ltd: Zolar Machines Ltd\n");
  check("{o Zolar Ltd} rose. {o Zolar Europe} fell. {o Zolar} slept.",
        "Zolar Ltd: Zolar Ltd | Zolar\nZolar Europe: Zolar Europe\n");
  check("{o Zolar Machines Ltd} rose. {o Zolar} fell.", "Zolar Machines Ltd: Zolar Machines Ltd | Zolar\n");
  check("{o Zolar Machines Ltd} rose. {o Zolar Machines} fell.",
        "Zolar Machines Ltd: Zolar Machines Ltd | Zolar Machines\n");
}

TEST(Entities, WhatComesLaterWithMoreWordsIsAPartOfTheFirm) {
  check("{o Vesna Sachs} cut jobs, said {o Vesna Sachs Real Estate Investing}.",
        "Vesna Sachs: Vesna Sachs\nVesna Sachs Real Estate Investing: Vesna Sachs Real Estate Investing\n");
  check("{o Vesna} cut jobs. {o Vesna Wealth} did too.", "Vesna: Vesna\nVesna Wealth: Vesna Wealth\n");
  check("The {o Senate Vesna Committee} met. The {o Senate} voted.",
        "Senate Vesna Committee: Senate Vesna Committee\nSenate: Senate\n");
  // Named in full before, or by what such names end in.
  check("{o Vesna Wealth} cut jobs. {o Vesna} did too.", "Vesna Wealth: Vesna Wealth | Vesna\n");
  check("{o Vesna} cut jobs. {o Vesna Wealth Inc} did too.", "Vesna Wealth Inc: Vesna | Vesna Wealth Inc\n");
  check("{o Vesna} cut jobs. {o Vesna Motor Group} did too.", "Vesna Motor Group: Vesna | Vesna Motor Group\n");
  check("{o Vesna Court} met. The {o Vesna Court of Moss} voted.",
        "Vesna Court of Moss: Vesna Court | Vesna Court of Moss\n");
}

TEST(Entities, AProductIsNoFormOfItsMaker) {
  check("{o Acme} sold {o Acme TV}. {o Acme TV} is new.", "Acme: Acme\nAcme TV: Acme TV | Acme TV\n");
  check("{o Moss} is {o Moss Watch Group}, said {o Moss}.", "Moss Watch Group: Moss | Moss Watch Group | Moss\n");
}

TEST(Entities, Countries) {
  check("The {l US}, the {l United States}, the {l U.S.}", "United States US: US | United States | U.S.\n");
  check("{l England} and {l Britain}", "England GB: England\nBritain GB: Britain\n");
  check("It paid {m US$}5 million and {m NZ$}3.", "US$: US$\nNZ$: NZ$\n");
}

TEST(Entities, ACountryWithinALongerNameIsNotAlwaysIts) {
  check("{l New Jersey} and {l New South Wales}", "New Jersey US: New Jersey\nNew South Wales AU: New South Wales\n");
  check("{o New Mexico Rail} and {o Mexico Air}", "New Mexico Rail US: New Mexico Rail\nMexico Air MX: Mexico Air\n");
  check("{l People's Republic of China}", "People's Republic of China CN: People's Republic of China\n");
  check("{l Latin America} and {l Gulf of Oman}", "Latin America: Latin America\nGulf of Oman: Gulf of Oman\n");
  check("{l North Wales} and {l Oslo, Norway}", "North Wales GB: North Wales\nOslo, Norway NO: Oslo, Norway\n");
  check("{l Panama Canal} and {l Niger River}", "Panama Canal PA: Panama Canal\nNiger River: Niger River\n");
  check("{l Kingdom of Norway} and {l U.S. Midwest}",
        "Kingdom of Norway NO: Kingdom of Norway\nU.S. Midwest US: U.S. Midwest\n");
}

TEST(Entities, APlaceIsOneWithItsArticleAndWithout) {
  check("{l The Hague} waits. In the {l Hague}, {l Paris} said", "The Hague: The Hague | Hague\nParis: Paris\n");
}

TEST(Entities, GenitiveIsCut) {
  check("{p Novik's} plan", "Novik: Novik\n");
  check("{o Marlow's} plan", "Marlow's: Marlow's\n");
}

TEST(Entities, OneTypeInOneStory) {
  const Story story = marked_story("{l Belltown} won. {o Belltown} led. {o Belltown} slept.");
  const std::vector<Entity> entities = find_entities(story, lexicon());
  ASSERT_EQ(entities.size(), 1u);
  EXPECT_EQ(entities[0].type, EntityType::organization);
}

// The types of all mentions, in text order: "oo".
std::string mention_types(std::string_view marked) {
  const Story story = marked_story(marked);
  std::vector<std::pair<std::uint32_t, char>> types;
  for (const Entity& e : find_entities(story, lexicon()))
    for (const Mention& m : e.mentions) types.emplace_back(m.span.start, "polm"[static_cast<int>(e.type)]);
  std::sort(types.begin(), types.end());
  std::string out;
  for (const auto& [start, type] : types) out += type;
  return out;
}

TEST(Entities, TheSurerTypeOfAsMany) {
  struct Case {
    const char* marked;
    const char* types;
  };
  for (const Case& c : {
           Case{"{o Zinvest} rose. {M Zinvest} fell.", "oo"},  // the tagger is surer of one
           {"{O Zinvest} rose. {m Zinvest} fell.", "mm"},
           {"{o Zinvest} rose. {m Zinvest} fell.", "om"},  // as sure
           {"{O Zinvest} rose. {m Zinvest} fell. {O Zinvest} slept.", "ooo"},
           {"{O Zinvest} rose. {m Zinvest} said so.", "oo"},  // somebody speaks
           {"{L Zinvest} rose. {m Zinvest} fell.", "mm"},     // no town of the gazetteer
           {"{L Durban} rose. {m Durban} fell.", "ll"},
           {"{P South Korea} rose. {l South Korea} fell.", "ll"},
           {"{p Norway} rose. {L Norway} fell.", "ll"},
           {"{m Chrysler} rose. {O Chrysler} fell.", "oo"},  // a body of the lists
           {"{p Zovaldi} rose. {O Zovaldi} fell.", "oo"},    // a person without a full name
           {"{p Ann Zovaldi} rose. {P Zovaldi} rose. {o Zovaldi} fell.", "ppp"},
           {"{o Ann Zovaldi} rose. {P Ann Zovaldi} fell.", "oo"},
           {"{o IPOs} rose. {M IPOs} fell.", "mm"},  // of a trade
           {"{O Zinvest} rose. {m Zinvest} fell. {O Zinvest} slept. {M Zinvest} ran.", "mmmm"},
           {"{o Zinvest} rose. {m Zinvest} fell. {O Zinvest} slept. {M Zinvest} ran.", "omom"},  // not clearly surer
           {"{l Durban} slept. {O Durban} won.", "lo"},                                          // a town and its club
           {"{l Zinvest} slept. {O Zinvest} won.", "lo"},
       })
    EXPECT_EQ(mention_types(c.marked), c.types) << c.marked;
}

TEST(Entities, TypesStayApart) { check("{l Chelsea} and {p Chelsea}", "Chelsea: Chelsea\nChelsea: Chelsea\n"); }

TEST(Entities, TheSourceIsAnOrganization) {
  Story story = marked_story("{p Novik} left.\n\n[ZNA]");
  story.structure.source = Source{{13, 18}, "ZNA", ""};
  story.entities = find_entities(story, lexicon());
  EXPECT_EQ(describe(story), "Novik: Novik\nZNA: ZNA\n");
}

TEST(Entities, TheAgencyIsNoNameOfTheTown) {
  Story story = marked_story("{l LISBON} ({l ZNA}) - {p Novik} left.");
  story.structure.dateline.emplace().span = {0, 12};
  story.entities = find_entities(story, lexicon());
  EXPECT_EQ(describe(story), "LISBON: LISBON\nZNA: ZNA\nNovik: Novik\n");
}

TEST(Entities, NoNamesNoEntities) { check("Nobody came.", ""); }

}  // namespace
}  // namespace wirecut::test
