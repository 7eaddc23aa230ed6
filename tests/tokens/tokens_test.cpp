#include "tokens/tokens.h"

#include <gtest/gtest.h>

#include <string>

#include "check.h"

namespace wirecut {
namespace {

struct Case {
  const char* text;
  const char* expected;
};

// Tokens are set apart by spaces, sentences by " / ".
std::string cut(std::string_view text) {
  const Story story = test::analyze(text);
  std::string shown;
  for (const Sentence& sentence : story.sentences) {
    if (!shown.empty()) shown += " /";
    for (std::uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
      if (!shown.empty()) shown += ' ';
      shown += story.words(story.tokens[i].span);
    }
  }
  return shown;
}

template <std::size_t N>
void check(const Case (&cases)[N]) {
  for (const Case& c : cases) EXPECT_EQ(cut(c.text), c.expected) << "in: " << c.text;
}

TEST(Tokens, AbbreviationsKeepTheirFullStop) {
  check({
      {"the U.S. troops", "the U.S. troops"},
      {"in Raleigh, N.C., on Jan. 27 at 8 a.m. Monday", "in Raleigh , N.C. , on Jan. 27 at 8 a.m. Monday"},
      {"Lt. Gen. Ann B. Roe met Michael R. Dole", "Lt. Gen. Ann B. Roe met Michael R. Dole"},
      {"in Raleigh, N.C., Governor Roe of Acme Inc., Ohio, met Roe Jr.; Poe left",
       "in Raleigh , N.C. , Governor Roe of Acme Inc. , Ohio , met Roe Jr. ; Poe left"},
      {"in the U.S.: Roe won", "in the U.S. : Roe won"},
      {"J.P. Roe and J.P.Roe", "J.P. Roe and J.P. Roe"},
      {"Acme Inc.'s No. 2, vs. no one.", "Acme Inc. 's No. 2 , vs. no one ."},
      {"a Ph.D. and a U.S", "a Ph.D. and a U.S"},
      {"according to A/B/C/S. Net sales", "according to A / B / C / S . / Net sales"},
      {"they chose plan B.", "they chose plan B ."},
      {"He went in. Then out.", "He went in . / Then out ."},
  });
}

TEST(Tokens, CodesOfTheMarketsAreOne) {
  check({
      {"Roe (ROEX.N) and Poe (0005.HK)", "Roe ( ROEX.N ) and Poe ( 0005.HK )"},
      {"Roe (ROEX.Now it is Poe)", "Roe ( ROEX . Now it is Poe )"},
      {"Roe ROEGn.DE, Moss (MOSSb.ST) and Poe (POE_p.DE).", "Roe ROEGn.DE , Moss ( MOSSb.ST ) and Poe ( POE_p.DE ) ."},
      {"It holds Roe ROE.N. The rest is Poe's POE.L shares.",
       "It holds Roe ROE.N . / The rest is Poe 's POE.L shares ."},
      {"The Roe index (.ROE) fell; the Poe .PO25 and <.MOSS> rose.",
       "The Roe index ( .ROE ) fell ; the Poe .PO25 and < .MOSS > rose ."},
      {"Brent LCOc1 and the euro EUR= fell, US10YT=RR rose", "Brent LCOc1 and the euro EUR= fell , US10YT=RR rose"},
      {"He chose ROE.A rival fell", "He chose ROE . A rival fell"},
      {"ROE, PH.D, LL.B, AND POE", "ROE , PH.D , LL.B , AND POE"},
      {"U.S ties, .500, a .NET shop, E=MC2", "U.S ties , . 500 , a . NET shop , E = MC2"},
  });
}

TEST(Tokens, CliticsAndGenitives) {
  check({
      {"Roe's aide didn't say they'd won't", "Roe 's aide did n't say they 'd wo n't"},
      {"Roe’s aide didn’t say we’re", "Roe ’s aide did n’t say we ’re"},
      {"Roe denounces US’ claims", "Roe denounces US ’ claims"},
      {"the workers' union", "the workers ' union"},
      {"O'Brien and D’Angelo of Xi'an", "O'Brien and D’Angelo of Xi'an"},
      {"ROE'S AIDES CAN'T", "ROE 'S AIDES CA N'T"},
      {"the '90s and ’96 and ‘80s", "the '90s and ’96 and ‘80s"},
      {"get 'em", "get 'em"},
  });
}

TEST(Tokens, NumbersAndHyphens) {
  check({
      {"$1.2bn in third-quarter sales of 1,200.5", "$ 1.2bn in third-quarter sales of 1,200.5"},
      {"up 3.4% (6-4) at 10:30 on 1996-08-22", "up 3.4 % ( 6-4 ) at 10:30 on 1996-08-22"},
      {"a 27-year-old from al-Arish", "a 27-year-old from al-Arish"},
      {"AT&T, S&P 500 and/or R&D", "AT&T , S&P 500 and / or R&D"},
      {"US/UK 1/2 2019/20", "US / UK 1/2 2019/20"},
      {"it -- he said — fell...", "it -- he said — fell ..."},
      {"2016–17", "2016 – 17"},
  });
}

TEST(Tokens, QuotationMarks) {
  check({
      {"\"No,\" he said, ``yes''", "\" No , \" he said , `` yes ''"},
      {"“No,” ‘yes’ «oui» „nein“", "“ No , ” ‘ yes ’ « oui » „ nein “"},
      {"he said: 'Enough of it.'", "he said : ' Enough of it . '"},
      {"the 'best friends' of", "the ' best friends ' of"},
      {"&quot;No,&quot; he said. &ldquo;No&#8221; &amp; AT&T",
       "&quot; No , &quot; he said . / &ldquo; No &#8221; & amp ; AT&T"},
  });
}

TEST(Tokens, Addresses) {
  check({
      {"see https://example.org/a?b=1. Or mail desk@example.org.",
       "see https://example.org/a?b=1 . / Or mail desk@example.org ."},
      {"(www.example.com) and example.co.uk/news, @roe said", "( www.example.com ) and example.co.uk/news , @roe said"},
      {"he said.The end", "he said . / The end"},
  });
}

TEST(Tokens, InvisibleCharacters) {
  check({
      {"co\u00ADop \u200Bword\uFEFF \u202Aleft\u202C", "co\u00ADop word left"},
      {"Mr\u00A0Roe 10\u00A0km", "Mr Roe 10 km"},
      {"", ""},
      {" \n\t ", ""},
  });
}

TEST(Tokens, SentencesEnd) {
  check({
      {"He left the U.S. The rest stayed.", "He left the U.S. / The rest stayed ."},
      {"He met U.S. President Roe. \"Go!\" he said.", "He met U.S. President Roe . / \" Go ! \" he said ."},
      {"“I went.” “So did I.”", "“ I went . ” / “ So did I . ”"},
      {"He won (again). It rained. 20 died.", "He won ( again ) . / It rained . / 20 died ."},
      {"Was it Mr. Roe? Yes.", "Was it Mr. Roe ? / Yes ."},
      {"It costs Rs. 35,000. He paid Rs.1700 in Rs. Then he left.",
       "It costs Rs. 35,000 . / He paid Rs. 1700 in Rs . / Then he left ."},
      {"Yahoo! said profits rose", "Yahoo ! said profits rose"},
  });
}

// Where no word that commonly opens a sentence stands behind the abbreviation.
TEST(Tokens, SentencesEndBehindHoursAndFirms) {
  check({
      {"OSLO - It fired at 7:50 a.m. Norway lodged a protest.",
       "OSLO - / It fired at 7:50 a.m. / Norway lodged a protest ."},
      {"OSLO - A rate is due at 2:15 p.m. Investors expect a cut.",
       "OSLO - / A rate is due at 2:15 p.m. / Investors expect a cut ."},
      {"OSLO - He was up at 4 a.m. \"Roe is late,\" he said.",
       "OSLO - / He was up at 4 a.m. / \" Roe is late , \" he said ."},
      {"OSLO - He works for Acme Inc. Analysts said so.", "OSLO - / He works for Acme Inc. / Analysts said so ."},
      {"OSLO - It bought Poe & Co. Mr. Roe left.", "OSLO - / It bought Poe & Co. / Mr. Roe left ."},
      {"OSLO - It holds Acme Plc. U.S. rules forbid it.", "OSLO - / It holds Acme Plc. / U.S. rules forbid it ."},
      // What goes on with an hour ...
      {"OSLO - It began at 10 a.m. Wednesday.", "OSLO - / It began at 10 a.m. Wednesday ."},
      {"OSLO - It began at 10 a.m. EDT on Friday.", "OSLO - / It began at 10 a.m. EDT on Friday ."},
      {"OSLO - It began at 10 a.m. EST. Roe left.", "OSLO - / It began at 10 a.m. EST. / Roe left ."},
      {"OSLO - It began at 9:30 a.m. Hong Kong time.", "OSLO - / It began at 9:30 a.m. Hong Kong time ."},
      {"OSLO - It began at 9:30 a.m. Eastern.", "OSLO - / It began at 9:30 a.m. Eastern ."},
      {"OSLO - It rained. At around 10.30 a.m. Mrs. Roe left.",
       "OSLO - / It rained . / At around 10.30 a.m. Mrs. Roe left ."},
      {"OSLO - It rained. By 8 a.m. I was back.", "OSLO - / It rained . / By 8 a.m. I was back ."},
      {"OSLO - It began at 7 p.m. Christmas Eve.", "OSLO - / It began at 7 p.m. Christmas Eve ."},
      {"OSLO - It began at 7 p.m. Eve Roe left.", "OSLO - / It began at 7 p.m. / Eve Roe left ."},
      {"OSLO - The 7 p.m. Mass was late.", "OSLO - / The 7 p.m. Mass was late ."},
      {"OSLO - Roe took the 6:15 a.m. EST Acme train.", "OSLO - / Roe took the 6:15 a.m. EST Acme train ."},
      {"OSLO - Roe took an 8 a.m. Acme flight.", "OSLO - / Roe took an 8 a.m. Acme flight ."},
      // ... and with a firm.
      {"OSLO - It bought Acme Co. Ltd. on Friday.", "OSLO - / It bought Acme Co. Ltd. on Friday ."},
      {"OSLO - Acme Inc. ACM.N said so.", "OSLO - / Acme Inc. ACM.N said so ."},
      {"OSLO - Acme Inc. ACM.A said so.", "OSLO - / Acme Inc. ACM . A said so ."},
      {"OSLO - Acme Corp. Chairman Ann Roe left.", "OSLO - / Acme Corp. Chairman Ann Roe left ."},
      {"OSLO - Acme Corp. Vice President Ann Roe left.", "OSLO - / Acme Corp. Vice President Ann Roe left ."},
      {"OSLO - Acme Corp. Thursday said so.", "OSLO - / Acme Corp. Thursday said so ."},
      {"OSLO - He lives in Newry, Co. Down.", "OSLO - / He lives in Newry , Co. Down ."},
      {"OSLO - Police in Co. Down left.", "OSLO - / Police in Co. Down left ."},
      {"OSLO - He left Poe and Co. Down the road it rained.",
       "OSLO - / He left Poe and Co. / Down the road it rained ."},
      {"OSLO - Acme Corp. Human Resources Director Ann Roe left.",
       "OSLO - / Acme Corp. Human Resources Director Ann Roe left ."},
      {"OSLO - Acme Co. Mills head Ann Roe left.", "OSLO - / Acme Co. Mills head Ann Roe left ."},
      {"OSLO - It rivals Acme Corp. Poe analyst Ann Roe left.",
       "OSLO - / It rivals Acme Corp. / Poe analyst Ann Roe left ."},
      {"OSLO - It rivals Acme Corp. Mills head for the south.",
       "OSLO - / It rivals Acme Corp. / Mills head for the south ."},
      {"Acme Corp. Posts Record Profit\n\nOSLO, May 2 (Reuters) - It rose.",
       "Acme Corp. Posts Record Profit / OSLO , May 2 ( Reuters ) - / It rose ."},
  });
}

TEST(Tokens, LinesEndSentencesUnlessWrapped) {
  check({
      {"OSLO, May 2 (Reuters) - Results of matches:\nOslo 1 Bergen 0\nMoss 2 Voss 2\n",
       "OSLO , May 2 ( Reuters ) - / Results of matches : / Oslo 1 Bergen 0 / Moss 2 Voss 2"},
      {"OSLO, May 2 (Reuters) - The government of Norway said on Monday\nthat it would open the northern road "
       "again in the first\nweek of June.",
       "OSLO , May 2 ( Reuters ) - / The government of Norway said on Monday that it would open the northern road "
       "again in the first week of June ."},
  });
}

TEST(Tokens, SubheadsInJoinedLinesAreSentences) {
  check({
      {"OSLO, May 2 (Reuters) - Sales fell in May. DEBT WEIGHS Acme closed a mill.",
       "OSLO , May 2 ( Reuters ) - / Sales fell in May . / DEBT WEIGHS / Acme closed a mill ."},
      {"OSLO, May 2 (Reuters) - Sales fell. THE WORLD’S BIGGEST MILL, AT LAST It opened.",
       "OSLO , May 2 ( Reuters ) - / Sales fell . / THE WORLD ’S BIGGEST MILL , AT LAST / It opened ."},
      {"OSLO, May 2 (Reuters) - Sales fell. BONDS SLIP U.S. Treasuries fell.",
       "OSLO , May 2 ( Reuters ) - / Sales fell . / BONDS SLIP / U.S. Treasuries fell ."},
      {"OSLO, May 2 (Reuters) - Sales fell. IBM CEO Ann Roe left. DEUTSCHE BANK AG rose. NATO and OPEC met.",
       "OSLO , May 2 ( Reuters ) - / Sales fell . / IBM CEO Ann Roe left . / DEUTSCHE BANK AG rose . / NATO and OPEC "
       "met ."},
      {"OSLO, May 2 (Reuters) - Sales fell.\n\nDEBT WEIGHS\n\nBONDS SLIP The mill closed.",
       "OSLO , May 2 ( Reuters ) - / Sales fell . / DEBT WEIGHS / BONDS SLIP / The mill closed ."},
  });
}

// The hashes are of the form with straight apostrophes, in lower case for the second.
TEST(Tokens, Hashes) {
  const Story story = test::analyze("ÉCOLE Roe’s U.S.");
  ASSERT_EQ(story.tokens.size(), 4U);
  EXPECT_EQ(story.tokens[0].hash, hash_word("ÉCOLE"));
  EXPECT_EQ(story.tokens[0].lower_hash, hash_word("école"));
  EXPECT_EQ(story.tokens[2].hash, hash_word("'s"));
  EXPECT_EQ(story.tokens[3].lower_hash, hash_word("u.s."));
  EXPECT_TRUE(story.tokens[0].has(kAllCaps));
  EXPECT_TRUE(story.tokens[0].has(kNonAscii));
  EXPECT_TRUE(story.tokens[3].has(kAbbreviation));
  EXPECT_FALSE(story.tokens[1].has(kAllCaps));
  EXPECT_EQ(test::analyze("&ldquo;No").tokens[0].hash, hash_word("\""));
}

}  // namespace
}  // namespace wirecut
