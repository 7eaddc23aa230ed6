#include "resolve/places.h"

#include <algorithm>
#include <string>
#include <vector>

#include "check.h"

namespace wirecut {
namespace {

// "words=country" of each place, in text order; "words=-" where it lies in no one country.
std::vector<std::string> places_of(const Story& story) {
  std::vector<std::string> found;
  for (const Place& place : story.places)
    found.push_back(std::string(story.words(place.span)) + "=" + (place.country.empty() ? "-" : place.country));
  return found;
}

std::vector<std::string> codes_of(const Story& story, bool focus_only) {
  std::vector<std::string> codes;
  for (const Country& country : story.countries)
    if (country.focus || !focus_only) codes.push_back(country.code);
  std::sort(codes.begin(), codes.end());
  return codes;
}

struct Case {
  const char* text;
  std::vector<std::string> places;
};

void check(const std::vector<Case>& cases) {
  for (const Case& c : cases) EXPECT_EQ(places_of(test::analyze(c.text)), c.places) << c.text;
}

TEST(ResolvePlaces, BindsATownToWhatStandsBehindIt) {
  check({{"Officials in Bangor, Maine, asked for help.", {"Bangor=US", "Maine=US"}},
         {"They drove from Paris, Texas, to Dallas.", {"Paris=US", "Texas=US", "Dallas=US"}},
         {"They came from Moscow, Idaho. People in Moscow like potatoes.", {"Moscow=US", "Idaho=US", "Moscow=US"}},
         {"They went to Long Beach, CA, by train.", {"Long Beach=US", "CA=US"}},
         {"The plant in Georgia will close. Workers in Kennesaw, Georgia, were told on Monday.",
          {"Georgia=US", "Kennesaw=US", "Georgia=US"}}});
}

TEST(ResolvePlaces, TellsTwinsByTheStory) {
  check({{"Police in Tbilisi said Georgia would vote in May. The president of Georgia spoke in Batumi.",
          {"Tbilisi=GE", "Georgia=GE", "Georgia=GE", "Batumi=GE"}},
         {"Police in Atlanta said Georgia would vote in May. The governor of Georgia spoke in Savannah.",
          {"Atlanta=US", "Georgia=US", "Georgia=US", "Savannah=US"}},
         {"HANOI, Sept 10 (Kyodo) - The Red River rose on Tuesday.", {"HANOI=VN", "Red River=VN"}},
         {"SHREVEPORT, La. (AP) - The Red River rose on Tuesday.", {"SHREVEPORT=US", "La.=US", "Red River=US"}},
         {"The Powder River Basin can meet demand in Wyoming.", {"Powder River Basin=US", "Wyoming=US"}}});
}

TEST(ResolvePlaces, TakesAFamousCityWhereNothingSpeaksForItsNamesake) {
  check(
      {{"The paintings will be sold in New York and London later this year.", {"New York=US", "London=GB"}},
       {"Peru's minister flew to Athens on Monday. Norway and the US welcomed the visit.",
        {"Peru=PE", "Athens=GR", "Norway=NO", "US=US"}},
       {"He has been linked with a move to Barcelona, his agent said.", {"Barcelona=ES"}},
       {"The Canadian port city of Vancouver was wet, US researchers said.", {"Vancouver=CA", "US=US"}},
       {"She teaches at the University of Geneva in Switzerland.", {"Geneva=CH", "Switzerland=CH"}},
       {"A court in Colombo fined him on Monday.", {"Colombo=LK"}},
       // Local papers, and stories that name the state or a neighbour, mean their own.
       {"Paris City Council asked the mayor to mend roads. County residents live near Reno.", {"Paris=US", "Reno=US"}},
       {"Mayor Jane Roe says London can get to work, as Canada and Toronto do.",
        {"London=CA", "Canada=CA", "Toronto=CA"}},
       {"From the Kentucky border to the Georgia state line, power is dear. Athens has fewer customers.",
        {"Kentucky=US", "Georgia=US", "Athens=US"}}});
}

TEST(ResolvePlaces, TakesTheFamousCityWhateverThePeopleOfItsNamesake) {
  check({{"The protest in Vancouver drew thousands on Friday, police said.", {"Vancouver=CA"}},
         {"A bus crashed in Manchester on Friday, killing two people.", {"Manchester=GB"}},
         {"Police in Cambridge are looking for a man who robbed a shop on Friday.", {"Cambridge=GB"}},
         {"A bus crashed in Manchester, New Hampshire, on Friday.", {"Manchester=US", "New Hampshire=US"}}});
}

TEST(ResolvePlaces, KnowsTownsOfTheNews) {
  check({{"The court heard how 8,000 men were killed at Srebrenica in 1995.", {"Srebrenica=BA"}},
         {"Floods hit Derna in September, killing thousands.", {"Derna=LY"}},
         {"Fighters entered Kobani on Monday. The town of Kobani is calm.", {"Kobani=SY", "Kobani=SY"}},
         {"Inspectors visited Natanz on Sunday, the agency said.", {"Natanz=IR"}},
         {"She was born in Ceylon in 1930.", {"Ceylon=LK"}}});
}

TEST(ResolvePlaces, PutsAbbreviatedStatesIntoTheirCountry) {
  check({{"A fire burned near Seattle, WA, on Monday.", {"Seattle=US", "WA=US"}},
         {"A fire burned near Perth, WA, on Monday.", {"Perth=AU", "WA=AU"}},
         {"Police in Darwin, NT, met on Monday.", {"Darwin=AU", "NT=AU"}}});
}

TEST(ResolvePlaces, AsksForTheCountryOfADivisionWithNamesakes) {
  check({{"The convention moved from Charlotte to Jacksonville.", {"Charlotte=US", "Jacksonville=US"}},
         {"The Archbishop of Canterbury, Rowan Roe, spoke against the war.", {}},
         {"Farmers in Canterbury, New Zealand, spoke on Monday.", {"Canterbury=NZ", "New Zealand=NZ"}}});
}

TEST(ResolvePlaces, TakesASeaForNoVillage) {
  check({{"Output in the North Sea fell, Norway said.", {"North Sea=-", "Norway=NO"}},
         {"People in England, Scotland and Wales voted.", {"England=GB", "Scotland=GB", "Wales=GB"}}});
  const Story story = test::analyze("People in England, Scotland and Wales voted.");
  EXPECT_EQ(story.places.back().kind, PlaceKind::region);
}

TEST(ResolvePlaces, TakesAnEnglishCountyForNoTownAbroad) {
  check({{"Police in Kent are hunting a man who escaped from custody on Monday.", {"Kent=GB"}},
         {"A man from Devon has been jailed for fraud, police said.", {"Devon=GB"}},
         {"Police in Kent, Washington, arrested a man on Monday.", {"Kent=US", "Washington=US"}},
         {"A ship left Norfolk, Virginia. The U.S. Navy is at home in Norfolk.",
          {"Norfolk=US", "Virginia=US", "U.S.=US", "Norfolk=US"}}});
}

TEST(ResolvePlaces, FindsNoTownInAStreet) {
  check({{"A man was stabbed in Victoria Street on Friday, London police said.", {"London=GB"}},
         {"A man was stabbed in Victoria on Friday, Melbourne police said.", {"Victoria=AU", "Melbourne=AU"}}});
}

TEST(ResolvePlaces, BindsATownAtTheEndOfASentence) {
  check({{"She called her mother in Cambridge, Mass. The mother called police.", {"Cambridge=US", "Mass.=US"}}});
}

TEST(ResolvePlaces, KnowsCountiesAndRegions) {
  check({{"Police in Bedfordshire and County Mayo met.", {"Bedfordshire=GB", "County Mayo=IE"}},
         {"Rain fell in Tatarstan, in Puntland and on Honshu.", {"Tatarstan=RU", "Puntland=SO", "Honshu=JP"}},
         {"Berkshire said it would buy shares.", {}}});
}

TEST(ResolvePlaces, FindsNoTownInAPlanet) {
  check({{"The probe left Earth in May and reached Jupiter, scientists said in Pasadena.", {"Pasadena=US"}},
         {"He was born in Mars, Pennsylvania, and left Mars in May.", {"Mars=US", "Pennsylvania=US", "Mars=US"}}});
}

TEST(ResolvePlaces, FindsNoTownInACommonWord) {
  check({{"Nice to see the economy is moving, the banker in Paris said.", {"Paris=FR"}},
         {"Send your ideas to London. Police there read them.", {"London=GB"}},
         {"Police in Nice, France, read them.", {"Nice=FR", "France=FR"}},
         {"She flew from Paris to Nice on Monday.", {"Paris=FR", "Nice=FR"}},
         {"Reading, England, is a town.", {"Reading=GB", "England=GB"}},
         {"The oil flows from Chicago to Houston.", {"Chicago=US", "Houston=US"}},
         {"The Frankfurt-based bank said no.", {"Frankfurt=DE"}}});
}

TEST(ResolvePlaces, PutsTownsWhereTheOthersLie) {
  check({{"Crews from Maitland, Cessnock and Singleton drove to Cardiff and Swansea.",
          {"Maitland=AU", "Cessnock=AU", "Singleton=AU", "Cardiff=AU", "Swansea=AU"}},
         {"Trains from Cardiff to Swansea stopped in Wales.", {"Cardiff=GB", "Swansea=GB", "Wales=GB"}},
         {"ROME, Ga. (AP) - Inmates in Macon, Augusta and Valdosta were moved to Dublin.",
          {"ROME=US", "Ga.=US", "Macon=US", "Augusta=US", "Valdosta=US", "Dublin=US"}},
         {"Shops in Adare and Rathkeale close early. So do those of Kilmallock, Limerick and Tralee.",
          {"Adare=IE", "Rathkeale=IE", "Kilmallock=IE", "Limerick=IE", "Tralee=IE"}}});
}

TEST(ResolvePlaces, TakesNoLandformForTheTownInItsName) {
  check({{"Boats left Tampa Bay in Florida for Cedar Key.", {"Tampa Bay=US", "Florida=US", "Cedar Key=US"}},
         {"Farms in the Danbury Valley of Connecticut shut.", {"Danbury Valley=US", "Connecticut=US"}},
         {"Trams run in Greater Birmingham and in Leeds, England.",
          {"Greater Birmingham=GB", "Leeds=GB", "England=GB"}}});
  const Story story = test::analyze("Farms in the Danbury Valley of Connecticut shut.");
  ASSERT_FALSE(story.places.empty());
  EXPECT_EQ(story.places[0].kind, PlaceKind::region);
  EXPECT_FALSE(story.places[0].latitude);
}

TEST(ResolvePlaces, TakesTheCityForItsState) {
  const auto kind_of_first = [](const char* text) {
    const Story story = test::analyze(text);
    return story.places.empty() ? PlaceKind::continent : story.places[0].kind;
  };
  EXPECT_EQ(kind_of_first("Washington said on Monday that it would pay."), PlaceKind::city);
  EXPECT_EQ(kind_of_first("Shares fell in New York on Monday."), PlaceKind::city);
  EXPECT_EQ(kind_of_first("New York state lawmakers met on Monday."), PlaceKind::region);
  EXPECT_EQ(kind_of_first("A bomb exploded in central Baghdad on Monday."), PlaceKind::city);
  EXPECT_EQ(kind_of_first("Ties between Beijing and Washington are bad."), PlaceKind::city);
  EXPECT_EQ(kind_of_first("A bomb exploded in Kandahar province on Monday."), PlaceKind::region);
  EXPECT_EQ(kind_of_first("Police in Sheffield arrested two men on Monday."), PlaceKind::city);
  EXPECT_EQ(kind_of_first("Ministers met in Ottawa on Tuesday."), PlaceKind::city);
}

TEST(ResolvePlaces, GivesABareDatelineTheCountryOfItsTown) {
  const auto country_of_dateline = [](const char* text) {
    const Story story = test::analyze(text);
    return story.structure.dateline ? story.structure.dateline->country : "none";
  };
  EXPECT_EQ(country_of_dateline("LEBANON - A truck hit a barn near Cleona, Pennsylvania state police said on Monday."),
            "US");
  EXPECT_EQ(country_of_dateline("MELBOURNE - A sinkhole shut a road in Brevard County, Florida, on Monday."), "US");
  EXPECT_EQ(country_of_dateline("MELBOURNE - The premier of Victoria said on Monday that trams would run."), "AU");
  EXPECT_EQ(country_of_dateline("PARIS, May 3 (Reuters) - A firm from Texas opened a shop on Monday."), "FR");
}

TEST(ResolvePlaces, KnowsProvincesOfThePhilippines) {
  check({{"Farmers in Agusan del Sur and Surigao del Sur got seeds.", {"Agusan del Sur=PH", "Surigao del Sur=PH"}}});
}

TEST(ResolvePlaces, TakesTheNameOfACountryForNoVillage) {
  check({{"Dell, of Texas, makes computers in China. Intel, of Oregon, sells chips in Mexico.",
          {"Texas=US", "China=CN", "Oregon=US", "Mexico=MX"}},
         {"They came from Mexico, Maine, by train.", {"Mexico=US", "Maine=US"}},
         {"NEW YORK, May 3 (Reuters) - Germany, France and Spain lend. The New York bank said Greece would pay.",
          {"NEW YORK=US", "Germany=DE", "France=FR", "Spain=ES", "New York=US", "Greece=GR"}}});
}

TEST(ResolvePlaces, FindsNoTownInTheMiddleOfAFirmsName) {
  check({{"Wal-Mart Stores Inc said sales rose in Ohio.", {"Ohio=US"}},
         {"Bristol-Myers Squibb Co said sales rose in Ohio.", {"Ohio=US"}},
         {"Wells Fargo & Co and Bear Stearns said sales rose in Ohio.", {"Ohio=US"}},
         {"The Federal Deposit Insurance Corp shut a bank in Ohio.", {"Ohio=US"}},
         {"Deutsche Telekom wants T-Mobile USA Inc to grow in Ohio.", {"USA=US", "Ohio=US"}}});
}

TEST(ResolvePlaces, FindsNoTownBehindAnArticle) {
  check({{"Rain fell in Ohio. She was called to the Bar in 1972, and the Bar was proud.", {"Ohio=US"}},
         {"Rain fell in Ohio. He joined the Union. A Bear was seen.", {"Ohio=US"}},
         {"Rain fell in Ohio. She left the Troy plant for the Bronx.", {"Ohio=US", "Troy=US", "Bronx=US"}},
         {"Rain fell in the Veneto.", {"Veneto=IT"}},
         {"She runs a Troy, Michigan-based firm.", {"Troy=US", "Michigan=US"}}});
}

TEST(ResolvePlaces, KnowsPersonsByTitleAndName) {
  check({{"Rain fell in Ohio. Secretary Clinton left.", {"Ohio=US"}},
         {"Ed Hampton left Kent. It may rain, Hampton said.", {"Kent=GB"}}});
}

TEST(ResolvePlaces, AFirmNamedInFullIsNoTownByItsFirstWord) {
  check({{"Shares of Chesapeake Energy Corp fell. Chesapeake said it lost money. Chesapeake raised its budget.", {}},
         {"The airline Emirates said it will buy jets. Emirates said it will fly to Rome.", {"Rome=IT"}},
         // Near misses: the town beside the firm, a city that the word alone means, and the country.
         {"Shares of Chesapeake Energy Corp fell. Police in Chesapeake, Virginia, said so.",
          {"Chesapeake=US", "Chesapeake=US", "Virginia=US"}},
         {"Shares of Dallas Energy Corp fell. Dallas officials held talks in Dallas on Monday.",
          {"Dallas=US", "Dallas=US", "Dallas=US"}},
         {"Police in Chesapeake, Virginia, held two men.", {"Chesapeake=US", "Virginia=US"}},
         {"He flew to the Emirates on Monday, officials said.", {"Emirates=AE"}}});
}

TEST(ResolvePlaces, WantsTheCountryOfARegionThatMayBeAFirm) {
  check({{"Meta said it would cut jobs.", {}},
         {"Delta Air Lines said Delta would buy jets.", {}},
         {"Rain fell in Colombia. The department of Meta was flooded.", {"Colombia=CO", "Meta=CO"}},
         {"Rain fell in Texas.", {"Texas=US"}},
         {"Toyota said it would recall cars.", {}},
         {"Rain fell in Japan. Floods shut roads in Toyota.", {"Japan=JP", "Toyota=JP"}},
         {"The Spider-Man film is a hit.", {}},
         {"The Stuttgart-based bank lost money.", {"Stuttgart=DE"}}});
}

TEST(ResolvePlaces, KnowsTheCountryOfAWater) {
  check({{"MOSCOW, May 3 (TASS) - Ships passed the Suez Canal on Friday, the Russian navy said.",
          {"MOSCOW=RU", "Suez Canal=EG"}},
         {"LONDON, May 3 (Reuters) - Britain said the Panama Canal should be open.",
          {"LONDON=GB", "Britain=GB", "Panama Canal=PA"}},
         // Near misses: one that lies in no country, and one that no list has.
         {"LONDON, May 3 (Reuters) - Britain said the Strait of Hormuz should be open.",
          {"LONDON=GB", "Britain=GB", "Strait of Hormuz=-"}},
         {"LEEDS, England, May 3 (Reuters) - Rain fell into the Zolar Canal in Leeds.",
          {"LEEDS=GB", "England=GB", "Zolar Canal=GB", "Leeds=GB"}}});
}

TEST(ResolvePlaces, TakesAStateForNoSignOfItsVillages) {
  check({{"WASHINGTON (AP) - Talks in Moscow failed, Idaho Sen. Jane Roe said Monday.",
          {"WASHINGTON=US", "Moscow=RU", "Idaho=US"}},
         {"WASHINGTON (AP) - The deal was signed in Paris. It is bad, Texas Sen. Jane Roe said.",
          {"WASHINGTON=US", "Paris=FR", "Texas=US"}},
         {"Paris-based Zolar gained. Texas-based Vesna fell.", {"Paris=FR", "Texas=US"}},
         {"TULSA, Okla. (AP) - Banks in Ohio, Texas and Oregon fell. (Reporting by Jane Roe in London)",
          {"TULSA=US", "Okla.=US", "Ohio=US", "Texas=US", "Oregon=US", "London=GB"}},
         // Near misses: its own state, a large town of it, the state of the dateline, a local story, the state again.
         {"WASHINGTON (AP) - Fans came to Paris, Texas, on Friday.", {"WASHINGTON=US", "Paris=US", "Texas=US"}},
         {"WASHINGTON (AP) - Alabama lost jobs. The mayor of Birmingham wept.",
          {"WASHINGTON=US", "Alabama=US", "Birmingham=US"}},
         {"LAUREL COUNTY, Ky. (AP) - A man of London died on Thursday.", {"LAUREL COUNTY=US", "Ky.=US", "London=US"}},
         {"The meeting in Alexandria will keep Minnesota first. Minnesota may lose a seat.",
          {"Alexandria=US", "Minnesota=US", "Minnesota=US"}}});
}

TEST(ResolvePlaces, BelievesAWorldCityRatherThanANamesake) {
  check(
      {{"From London to Sydney, fans wept.", {"London=GB", "Sydney=AU"}},
       {"LONDON, May 3 (Reuters) - The miner said it would buy a Toronto firm.", {"LONDON=GB", "Toronto=CA"}},
       {"OSLO, May 3 (Reuters) - She flew from Toronto to London.", {"OSLO=NO", "Toronto=CA", "London=GB"}},
       {"TORONTO, May 3 (Reuters) - Ontario will build a road from London.", {"TORONTO=CA", "Ontario=CA", "London=CA"}},
       {"He flew from Toronto to London on Monday.", {"Toronto=CA", "London=GB"}},
       {"NEW YORK, May 3 (Reuters) - A choir from Ithaca toured Italy. In Rome, Italian fans wept.",
        {"NEW YORK=US", "Ithaca=US", "Italy=IT", "Rome=IT"}},
       {"PARK RIDGE, Ill., May 3 (Reuters) - The Canadian tribunal heard a farmer in Ottawa.",
        {"PARK RIDGE=US", "Ill.=US", "Ottawa=CA"}},
       {"He drove from Toronto to London, in Ontario.", {"Toronto=CA", "London=CA", "Ontario=CA"}},
       {"SAN JOSE, Costa Rica (AP) - Rain fell.", {"SAN JOSE=CR", "Costa Rica=CR"}},
       {"LONDON, March 3 (Reuters) - Prices rose in August and in May.", {"LONDON=GB"}},
       {"Rain fell on London Bridge and in Seaton Street.", {}},
       {"The court of the Southern District of New York ruled after Hurricane Sandy.", {"New York=US"}},
       {"Oil from the Gulf coast is cheap.", {}},
       {"Rain fell in England. The streets of Newcastle were flooded.", {"England=GB", "Newcastle=GB"}},
       {"The firm of San Jose said sales rose.", {"San Jose=US"}},
       {"Rain fell in California. The streets of San Jose were flooded.", {"California=US", "San Jose=US"}},
       {"Rain fell in Costa Rica. The streets of San Jose were flooded.", {"Costa Rica=CR", "San Jose=CR"}}});
}

// The evidence of the first thousand is kept between the passes, that of the rest is read twice.
TEST(ResolvePlaces, ReadsTheEndOfALongListAsItsBeginning) {
  constexpr int kTimes = 400;
  std::string text;
  for (int i = 0; i < kTimes; ++i) text += "Police in Athens said roads to Rome, Ga., and to Macon were closed. ";
  const std::vector<std::string> found = places_of(test::analyze(text)),
                                 once = {"Athens=US", "Rome=US", "Ga.=US", "Macon=US"};
  ASSERT_EQ(found.size(), once.size() * kTimes);
  for (std::size_t i = 0; i < found.size(); ++i) ASSERT_EQ(found[i], once[i % once.size()]) << i;
}

TEST(ResolvePlaces, KnowsCountriesOfLikeNames) {
  check({{"Troops from Chad entered Niger, and Nigeria sent soldiers.", {"Chad=TD", "Niger=NE", "Nigeria=NG"}},
         {"Floods hit the state of Niger, Nigeria said.", {"Niger=NG", "Nigeria=NG"}},
         {"Floods hit Niger state on Monday, Nigeria said.", {"Niger=NG", "Nigeria=NG"}},
         {"Floods hit Nigeria, Niger state television said.", {"Nigeria=NG", "Niger=NE"}},
         {"Labour would move power away from Westminster.", {"Westminster=GB"}},
         {"Police in Westminster, Colorado, arrested two men.", {"Westminster=US", "Colorado=US"}},
         {"Guinea, Guinea-Bissau, Equatorial Guinea and Papua New Guinea signed.",
          {"Guinea=GN", "Guinea-Bissau=GW", "Equatorial Guinea=GQ", "Papua New Guinea=PG"}},
         {"The Democratic Republic of the Congo and the Republic of the Congo share a border.",
          {"Democratic Republic of the Congo=CD", "Republic of the Congo=CG"}},
         {"North Korea fired a missile, South Korea said in Seoul.", {"North Korea=KP", "South Korea=KR", "Seoul=KR"}},
         {"China said Taiwan must not hold talks.", {"China=CN", "Taiwan=TW"}},
         {"The Soviet Union signed a treaty with West Germany in Bonn.",
          {"Soviet Union=RU", "West Germany=DE", "Bonn=DE"}}});
}

TEST(ResolvePlaces, TakesABareNameForTheBestKnown) {
  check({{"The war in Gaza and in Ukraine led the talks.", {"Gaza=PS", "Ukraine=UA"}},
         {"A cyclone hit Gaza Province in Mozambique.", {"Gaza Province=MZ", "Mozambique=MZ"}}});
  const Story story =
      test::analyze("MEXICO CITY, May 2 (ZNA) - Mexico raised tariffs. Mexico's president spoke there.");
  ASSERT_EQ(story.places.size(), 3u);
  for (std::size_t i : {1u, 2u}) EXPECT_EQ(story.places[i].kind, PlaceKind::country) << story.places[i].name;
}

TEST(ResolvePlaces, LeavesDisputedAndWideOnesWithoutACountry) {
  check({{"India and Pakistan both claim Kashmir.", {"India=IN", "Pakistan=PK", "Kashmir=-"}},
         {"Leaders of the European Union met in Brussels.", {"European Union=-", "Brussels=BE"}},
         {"A ship from India sank in the Indian Ocean.", {"India=IN", "Indian Ocean=-"}}});
}

TEST(ResolvePlaces, LeansTowardsThePublishersHome) {
  const auto place_near = [](const char* near) {
    AnalyzeOptions options;
    options.near = near;
    return places_of(test::analyze("The council met in Moscow on Monday.", "", options));
  };
  EXPECT_EQ(place_near(""), (std::vector<std::string>{"Moscow=RU"}));
  EXPECT_EQ(place_near("US-ID"), (std::vector<std::string>{"Moscow=US"}));
  EXPECT_EQ(place_near("RU"), (std::vector<std::string>{"Moscow=RU"}));
  EXPECT_EQ(place_near("XX-"), (std::vector<std::string>{"Moscow=RU"}));
}

TEST(ResolvePlaces, LeavesWorldCitiesToTheWorldWhateverTheHome) {
  struct HomeCase {
    const char* near;
    const char* text;
    std::vector<std::string> places;
  };
  for (const HomeCase& c : {
           HomeCase{"US", "Talks were held in Moscow, Cairo and Lima.", {"Moscow=RU", "Cairo=EG", "Lima=PE"}},
           HomeCase{"US-ID", "Talks were held in Moscow, Cairo and Lima.", {"Moscow=RU", "Cairo=EG", "Lima=PE"}},
           HomeCase{"US", "The council met in Moscow on Monday.", {"Moscow=RU"}},
           HomeCase{"US-ID", "ZURICH, May 2 (ZNA) - The envoys flew to Moscow.", {"ZURICH=CH", "Moscow=RU"}},
           HomeCase{"CA", "The band flew to London on Monday.", {"London=GB"}},
           HomeCase{"CA-ON", "Police in London arrested two men.", {"London=CA"}},
           HomeCase{"US", "Police in Birmingham arrested two men.", {"Birmingham=US"}},
           HomeCase{"GB", "Police in Birmingham arrested two men.", {"Birmingham=GB"}},
           HomeCase{"US", "The mayor of Lima told the city council that police would hire.", {"Lima=US"}},
       }) {
    AnalyzeOptions options;
    options.near = c.near;
    EXPECT_EQ(places_of(test::analyze(c.text, "", options)), c.places) << c.near << ": " << c.text;
  }
}

TEST(ResolvePlaces, ReadsABareDatelineByWhatOnlyAmericaHas) {
  check({{"SALEM - Gov. Jane Roe said Monday that she would sign the bill.", {"SALEM=US"}},
         {"FAIRVIEW - The council voted on Monday to keep the pool open past Labor Day.", {"FAIRVIEW=US"}},
         {"BURLINGTON - The selectboard voted on Monday to raise taxes.", {"BURLINGTON=US"}},
         {"FAIRVIEW - Deputies of the sheriff's office found a man on Monday.", {"FAIRVIEW=US"}},
         // Near misses: a world city, a dateline that tells its country, a title alone.
         {"LONDON - Sen. Jane Roe said that she would meet ministers.", {"LONDON=GB"}},
         {"BURLINGTON, Ontario (AP) - Sen. Jane Roe said that she would vote.", {"BURLINGTON=CA", "Ontario=CA"}},
         {"SALEM - The gov. said on Monday that it would sign the bill.", {"SALEM=IN"}}});
}

TEST(ResolvePlaces, ReadsABareDatelineAtHome) {
  struct HomeCase {
    const char* near;
    const char* town;
    const char* country;
  };
  for (const HomeCase& c :
       {HomeCase{"", "RICHMOND", "US"}, HomeCase{"AU", "RICHMOND", "AU"}, HomeCase{"GB", "NEWCASTLE", "GB"},
        HomeCase{"AU", "NEWCASTLE", "AU"}, HomeCase{"US", "NEWCASTLE", "GB"}, HomeCase{"CA", "LONDON", "GB"},
        HomeCase{"CA-ON", "LONDON", "CA"}, HomeCase{"US", "DUBLIN", "IE"}, HomeCase{"US-OH", "DUBLIN", "US"}}) {
    AnalyzeOptions options;
    options.near = c.near;
    const Story story =
        test::analyze(std::string(c.town) + " - Police said a man was found in his home on Friday.", "", options);
    ASSERT_TRUE(story.structure.dateline) << c.town;
    EXPECT_EQ(story.structure.dateline->country, c.country) << c.near << ": " << c.town;
    EXPECT_EQ(places_of(story), std::vector<std::string>{std::string(c.town) + "=" + c.country}) << c.near;
  }
}

TEST(ResolvePlaces, TakesASecondTownOfADatelineAbroadForTheOneItsNameMeans) {
  check({{"AUSTIN, Texas & DUBLIN--(BUSINESS WIRE)--Roe Corp. will open an office in Dublin.",
          {"AUSTIN=US", "Texas=US", "DUBLIN=IE", "Dublin=IE"}},
         {"AUSTIN, Texas--(BUSINESS WIRE)--Roe Corp. will open an office in Dublin, Texas.",
          {"AUSTIN=US", "Texas=US", "Dublin=US", "Texas=US"}}});
}

TEST(ResolvePlaces, AsksTheTaggerForPersonsAndOrganizations) {
  check({{"Michael Jordan said he was tired.", {}},
         {"The actress Paris Hilton said she was tired.", {}},
         {"Valerie Berkowitz, M.S., said she was tired.", {}}});
}

TEST(ResolvePlaces, ReadsAmbiguousWordsByTheirSentence) {
  check({{"Paris Hilton flew to London on Monday.", {"London=GB"}},
         {"Michael Jordan spoke to reporters in Chicago.", {"Chicago=US"}},
         {"Chad Smith, a drummer, played in Lagos.", {"Lagos=NG"}},
         {"Georgia Smith, a nurse, said she was glad.", {}},
         {"He told us that the US would act, and the U.S. agreed.", {"US=US", "U.S.=US"}},
         {"Turkey said it would send troops to Chad.", {"Turkey=TR", "Chad=TD"}},
         {"The king of Jordan met the president of Georgia in Tbilisi.", {"Jordan=JO", "Georgia=GE", "Tbilisi=GE"}},
         {"The Congolese army said Congo was calm in Kinshasa.", {"Congo=CD", "Kinshasa=CD"}},
         {"Police in New Mexico arrested two men.", {"New Mexico=US"}},
         {"Troops in Kashmir opened fire.", {"Kashmir=-"}},
         {"The ship sank in the Indian Ocean.", {"Indian Ocean=-"}},
         {"The European Union said it would act.", {"European Union=-"}},
         {"PARIS TALKS FAIL AS FRANCE WALKS OUT\n\nNegotiators left on Monday, officials said.",
          {"PARIS=FR", "FRANCE=FR"}}});
}

TEST(ResolveCountries, CountsMentionsByKind) {
  const Story story =
      test::analyze("Venezuela's oil minister spoke in Caracas. The Kremlin praised the Venezuelan minister.");
  EXPECT_EQ(codes_of(story, false), (std::vector<std::string>{"RU", "VE"}));
  ASSERT_EQ(story.countries.front().code, "VE");
  EXPECT_EQ(story.countries.front().code3, "VEN");
  EXPECT_EQ(story.countries.front().name, "Venezuela");
  EXPECT_TRUE(story.countries.front().focus);
  std::vector<CountryMentionKind> kinds;
  for (const CountryMention& mention : story.countries.front().mentions) kinds.push_back(mention.kind);
  EXPECT_EQ(kinds, (std::vector{CountryMentionKind::name, CountryMentionKind::place, CountryMentionKind::demonym}));
}

TEST(ResolveCountries, DominicanIsOfTheRepublic) {
  EXPECT_EQ(codes_of(test::analyze("Dominican officials spoke in Santo Domingo."), false),
            (std::vector<std::string>{"DO"}));
  EXPECT_EQ(codes_of(test::analyze("A storm struck Dominica, the government of Dominica said."), false),
            (std::vector<std::string>{"DM"}));
}

TEST(ResolveCountries, TextWithoutPlacesHasNone) {
  for (const char* text : {"", "\n", "It told us so, and they ate turkey.", "((((("})
    EXPECT_TRUE(test::analyze(text).countries.empty()) << text;
}

}  // namespace
}  // namespace wirecut
