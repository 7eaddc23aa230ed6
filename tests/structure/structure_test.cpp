#include "structure/structure.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>

#include "check.h"
#include "lexicon/lexicon.h"
#include "structure/byline.h"

namespace wirecut {
namespace {

const Lexicon& lexicon() {
  static const Lexicon instance{embedded_bytes()};
  return instance;
}

Structure parse(std::string_view text) {
  Story story;
  story.text = text;
  story.structure = parse_structure(story, lexicon());
  for (const std::string& fault : test::validate(story)) ADD_FAILURE() << fault << "\n  in: " << text.substr(0, 200);
  return story.structure;
}

std::string words(std::string_view text, const std::optional<Span>& span) {
  return span ? std::string(text.substr(span->start, span->size())) : "-";
}

// "place|country|date|agency|first words of the body", "-" for what there is none of.
std::string dateline_of(std::string_view text) {
  const Structure s = parse(text);
  const std::string body = s.body ? std::string(text.substr(s.body->span.start, 3)) : "-";
  if (!s.dateline) return "none|" + body;
  const auto shown = [](const std::string& value) { return value.empty() ? std::string("-") : value; };
  std::string date = "-";
  if (const auto& d = s.dateline->date)
    date = fmt::format("{}-{:02}-{:02}", d->year ? fmt::format("{}", static_cast<int>(*d->year)) : "XXXX",
                       static_cast<unsigned>(d->month_day.month()), static_cast<unsigned>(d->month_day.day()));
  return fmt::format("{}|{}|{}|{}|{}", shown(s.dateline->place), shown(s.dateline->country), date,
                     shown(s.dateline->agency), body);
}

struct Case {
  const char* text;
  const char* expected;
};

TEST(Dateline, Forms) {
  for (const Case& c : {
           Case{"LONDON, May 2 (Reuters) - Ships waited.", "LONDON|GB|XXXX-05-02|Reuters|Shi"},
           {"KYIV, Ukraine (AP) \u2014 Ships waited.", "KYIV|UA|-|AP|Shi"},
           {"MIDDLETOWN, Ill. (AP) _ Ships waited.", "MIDDLETOWN|US|-|AP|Shi"},
           {"HILLTOP, N.Y. March 3 - Ships waited.", "HILLTOP|US|XXXX-03-03|-|Shi"},
           {"NITRO, W. Va., March 31 - Ships waited.", "NITRO|US|XXXX-03-31|-|Shi"},
           {"MOSCOW, May 2. /TASS/. Ships waited.", "MOSCOW|RU|XXXX-05-02|TASS|Shi"},
           {"MOSCOW. May 2 (Interfax) - Ships waited.", "MOSCOW|RU|XXXX-05-02|Interfax|Shi"},
           {"New Delhi [India], May 2 (ANI): Ships waited.", "New Delhi|IN|XXXX-05-02|ANI|Shi"},
           {"New Delhi, May 2 (PTI) Ships waited.", "New Delhi|IN|XXXX-05-02|PTI|Shi"},
           {"Madrid, May 2 (EFE).- Ships waited.", "Madrid|ES|XXXX-05-02|EFE|Shi"},
           {"TOKYO, May 2, Kyodo - Ships waited.", "TOKYO|JP|XXXX-05-02|Kyodo|Shi"},
           {"Damascus, SANA \u2013 Ships waited.", "Damascus|SY|-|SANA|Shi"},
           {"GENEVA/NEW YORK, May 2 \u2014 Ships waited.", "GENEVA|CH|XXXX-05-02|-|Shi"},
           {"NEW YORK and CHICAGO (December 22, 2013) \u2014 Ships waited.", "NEW YORK|US|2013-12-22|-|Shi"},
           {"May 2 (UPI) -- Ships waited.", "-|-|XXXX-05-02|UPI|Shi"},
           {"(Bloomberg) -- Ships waited.", "-|-|-|Bloomberg|Shi"},
           {"Paris, 2 May 2019 \u2013 Ships waited.", "Paris|FR|2019-05-02|-|Shi"},
           {"BOSTON, Mass., May 2, 2019 /PRNewswire/ -- Ships waited.", "BOSTON|US|2019-05-02|PRNewswire|Shi"},
           {"LONDON--(BUSINESS WIRE)--Ships waited.", "LONDON|GB|-|BUSINESS WIRE|Shi"},
           {"TORONTO, OCt 19 - Ships waited.", "TORONTO|CA|XXXX-10-19|-|Shi"},
           {"TORONTO, Narch 2 - Ships waited.", "TORONTO|CA|XXXX-03-02|-|Shi"},
           {"TORONTO,  april 2- Ships waited.", "TORONTO|CA|XXXX-04-02|-|Shi"},
           {"ABOARD THE FERRY ROSE (Reuters) - Ships waited.", "ABOARD THE FERRY ROSE|-|-|Reuters|Shi"},
           {"TBILISI, Georgia (AP) \u2014 Ships waited.", "TBILISI|GE|-|AP|Shi"},
           {"ATLANTA, Georgia (CNN) -- Ships waited.", "ATLANTA|US|-|CNN|Shi"},
           {"Moscow [Russia]:Ships waited.", "Moscow|RU|-|-|Shi"},
           {"ISLAMABAD, May 02 (APP):The ships waited.", "ISLAMABAD|PK|XXXX-05-02|APP|The"},
           {"NEW YORK, NY / ACCESSWIRE / May 2, 2019 / Ships waited.", "NEW YORK|US|2019-05-02|ACCESSWIRE|Shi"},
           {"YEREVAN, MAY 2, ARMENPRESS. Ships waited.", "YEREVAN|AM|XXXX-05-02|ARMENPRESS|Shi"},
           {"Riyadh, Sha'ban 27, 1440, May 02, 2019, SPA -- Ships waited.", "Riyadh|SA|2019-05-02|SPA|Shi"},
           {"ANDINA/Lima, May 2. Ships waited.", "Lima|PE|XXXX-05-02|ANDINA|Shi"},
           {"(CNN)The ships waited.", "-|-|-|CNN|The"},
           {"Washington D.C., May 2 (ANI): Ships waited.", "Washington|US|XXXX-05-02|ANI|Shi"},
           {"ZURICH/WINNIPEG, Manitoba (Reuters) - Ships waited.", "ZURICH|CH|-|Reuters|Shi"},
           {"Jaipur: Ships waited.", "Jaipur|IN|-|-|Shi"},
           {"Aligarh, May 2 (PTI) Ships waited.", "Aligarh|IN|XXXX-05-02|PTI|Shi"},
           {"Tema (G/R), May 2, GNA - Ships waited.", "Tema|GH|XXXX-05-02|GNA|Shi"},
           {"BRUSSELS and WASHINGTON \u2014 Ships waited.", "BRUSSELS|BE|-|-|Shi"},
           {"CAIRO, May 2, 2019: Ships waited.", "CAIRO|EG|2019-05-02|-|Shi"},
           {"ROTTERDAM, NETHERLANDS (AP) _ SHIPS WAITED.", "ROTTERDAM|NL|-|AP|SHI"},
           {"NAIROBI, May 2 2019 (IPS) - Ships waited.", "NAIROBI|KE|2019-05-02|IPS|Shi"},
           {"KYIV. May 2 (Ukrinform). Ships waited.", "KYIV|UA|XXXX-05-02|Ukrinform|Shi"},
           {"MIDDLETOWN TWP. \u2014 Ships waited.", "MIDDLETOWN TWP|-|-|-|Shi"},
           {"****SANTO DOMINGO, March 4 - Ships waited.", "SANTO DOMINGO|DO|XXXX-03-04|-|Shi"},
           {"RPT --HAMBURG, Germany, March 4 (Reuters) - Ships waited.", "HAMBURG|DE|XXXX-03-04|Reuters|Shi"},
           {"UPDATE 2 - OSLO, March 4 (Reuters) - Ships waited.", "OSLO|NO|XXXX-03-04|Reuters|Shi"},
           {"La paz, march 4 - ships waited.", "La paz|BO|XXXX-03-04|-|shi"},
           {"WASHINGON, March 4 - Ships waited.", "WASHINGON|US|XXXX-03-04|-|Shi"},
           {"HILLMERE, Agusan del Sur - Ships waited for the tide.", "HILLMERE|PH|-|-|Shi"},
           {"SHREWSBURY, Shropshire - Ships waited for the tide.", "SHREWSBURY|GB|-|-|Shi"},
           {"ROE, Clare - Died peacefully at home on Monday.", "none|ROE"},
           {"HILLTOP Conn, March 4 - Ships waited.", "HILLTOP|US|XXXX-03-04|-|Shi"},
           {"HILLMERE, Little Isle, Far Sea, March 4 - Ships waited.", "HILLMERE|-|XXXX-03-04|-|Shi"},
           {"LIMA, May 2 (PTI) Peru, Chile and Brazil met.", "LIMA|PE|XXXX-05-02|PTI|Per"},
           {"PARIS (Reuters) France, Germany to meet.", "PARIS|FR|-|Reuters|Fra"},
           {"VIENNA (AFP) Austria (population 9 million) has few ships.", "VIENNA|AT|-|AFP|Aus"},
           {"ROME (ANSA) May 2 was a day of rest.", "ROME|IT|-|ANSA|May"},
           {"Port opens\n\nMADRID | Mon Sep 30, 2013 6:12am EDT\n\n(Reuters) - Ships waited.\n\nThey left.",
            "MADRID|ES|2013-09-30|Reuters|Shi"},
           {"(BRUSSELS) - Ships waited.", "BRUSSELS|BE|-|-|Shi"},
           {"(Colombo/Feb 07/2024)\n\nShips waited on Monday.\n\nThey left.", "Colombo|LK|2024-02-07|-|Shi"},
           {"Port opens\n\n(Colombo/Feb 07/2024) Ships waited.", "Colombo|LK|2024-02-07|-|Shi"},
           {"(Galle/7 February 2024) - Ships waited.", "Galle|LK|2024-02-07|-|Shi"},
           {"(Kandy/07/02/2024)\nShips waited on Monday.", "Kandy|LK|2024-02-07|-|Shi"},
           {"Geneva, 2 May 2019\n\nShips waited on Monday.\n\nThey left.", "Geneva|CH|2019-05-02|-|Shi"},
           {"LIMA (Reuters) Peru -- Ships waited.", "LIMA|PE|-|Reuters|Shi"},
           // Near misses
           {"The U.S.-Norwegian fleet of ships waited.", "none|The"},
           {"Bergen, Norway-based ships waited.", "none|Ber"},
           {"London, long a city of ships, waited.", "none|Lon"},
           {"Roe: I will wait for the ships.", "none|Roe"},
           {"EXCLUSIVE - Ships waited.", "none|EXC"},
           {"Port opens\n\n(Harbours/Feb 7) Ships waited.", "none|(Ha"},
           {"CRICKET - Ships waited.", "none|CRI"},
           {"RUGBY LEAGUE - Ships waited.", "none|RUG"},
           {"May 2: Ships waited.", "none|May"},
           {"KING: Ships waited.\n\nROE: Why?\n\nKING: It rained.", "none|KIN"},
           {"JOHN ROE (R), OHIO: Ships waited.", "none|JOH"},
       })
    EXPECT_EQ(dateline_of(c.text), c.expected) << c.text;
}

// "headline|authors|first words of the body|last words of it|source"
std::string outline_of(std::string_view text) {
  const Structure s = parse(text);
  std::string authors;
  if (s.byline)
    for (const std::string& author : s.byline->authors) authors += (authors.empty() ? "" : "+") + author;
  const std::string body = s.body ? words(text, s.body->span) : "";
  return fmt::format("{}|{}|{}|{}|{}", words(text, s.headline), s.byline ? authors : "-", body.substr(0, 5),
                     body.substr(body.size() - std::min<std::size_t>(body.size(), 5)), s.source ? s.source->name : "-");
}

TEST(Byline, Authors) {
  for (const Case& c : {
           Case{"By ANNE ROE AP Business Writer", "ANNE ROE"},
           {"By ANNE ROE and LUIS POE AP Sports Writers", "ANNE ROE+LUIS POE"},
           {"By Anne Roe Reuters correspondent", "Anne Roe"},
           {"By Anne Roe New York Times", "Anne Roe"},
           {"By Emily Ann Post Staff Writer", "Emily Ann Post"},
           {"By Giorgi - Tbilisi", "Giorgi"},
           {"By Anne Roe -Tbilisi", "Anne Roe"},
           {"By Anne Roe\u2014Tbilisi", "Anne Roe"},
           {"By Anne Roe -- Accra", "Anne Roe"},
           {"By Anne Roe \u2013 San Sebastian", "Anne Roe"},
           {"By Anne Roe \u2013 Luis Poe", "Anne Roe+Luis Poe"},
           {"By Anne Roe-Poe", "Anne Roe-Poe"},
           {"By Anne Roe, PhD", "Anne Roe, PhD"},
           {"By Anne Roe, PhD candidate", "Anne Roe"},
           {"By Anne Roe, PhD Candidate, University of Oslo", "Anne Roe"},
           {"By Anne Roe, doctoral candidate", "Anne Roe"},
           {"By Anne Roe, Lecturer in Law, University of Oslo", "Anne Roe"},
           {"Anne Roe, PhD Candidate, University of Oslo", "Anne Roe"},
           {"By Paul Day", "Paul Day"},
           {"By Elizabeth Read and Luis Poe", "Elizabeth Read+Luis Poe"},
           {"By Anne Roe, Asia Economics Correspondent", "Anne Roe"},
           {"By Anne Roe, European Investment Correspondent", "Anne Roe"},
           {"By Anne Roe, Paul Poe Staff Writers", "Anne Roe+Paul Poe"},
           {"By Anne Roe \\ Example Valley Times", "Anne Roe"},
           {"By Stanley White", "Stanley White"},
           {"By Harro ten Roe", "Harro ten Roe"},
           {"By Anne Roe | San Francisco Chronicle", "Anne Roe"},
           {"By Jane White Political Editor", "Jane White"},
           {"By Will Poe", "Will Poe"},
           {"By WILL POE", "WILL POE"},
           {"By Anne Roe and Can Poe", "Anne Roe+Can Poe"},
           {"By Luis Felipe de Roe e Poe", "Luis Felipe de Roe e Poe"},
           {"By Luis Paulo de Souza Roe e Silva", "Luis Paulo de Souza Roe e Silva"},
           {"By Anne de' Roe", "Anne de' Roe"},
           {"By \u017dan Roe", "\u017dan Roe"},
           {"By Ann \u0179rebiec", "Ann \u0179rebiec"},
           {"By \u0218tefan Roe", "\u0218tefan Roe"},
           {"Anne van Roe | Portland Daily News", "Anne van Roe"},
           {"By Will or by Force", "-"},
           {"By All Means Necessary", "-"},
           {"By June Trade Talks", "-"},
           {"By a staff writer", ""},
           {"By our special correspondent", ""},
           {"By our reckoning", "-"},
           {"By a city council", "-"},
           {"Premier League", "-"},
           {"by midday, sustaining losses", "-"},
           {"By Jane Roe, Showbiz & Real Life Reporter", "Jane Roe"},
           {"By Jane Roe, Health and Science Correspondent, and John Poe", "Jane Roe+John Poe"},
           {"By Jane Roe, Home Editor and John Poe, Reporter", "Jane Roe+John Poe"},
           {"By Jane Roe, Tsering Dolma and AP Staff", "Jane Roe+Tsering Dolma"},
           {"By Jane Roe, Arts and Staff Editor", "Jane Roe"},
           {"By Jane Roe, John Poe & Ann Lee", "Jane Roe+John Poe+Ann Lee"},
           {"By Jane Roe, John Poe and Ann Lee, Staff Writers", "Jane Roe+John Poe+Ann Lee"},
       }) {
    const auto byline = read_byline(c.text, lexicon());
    std::string authors;
    if (byline)
      for (const std::string& author : byline->authors) authors += (authors.empty() ? "" : "+") + author;
    EXPECT_EQ(byline ? authors : "-", c.expected) << c.text;
  }
}

constexpr const char* kBody = "OSLO (AP) - The ferry ran aground on Monday.\n\nNobody was hurt, the coast guard said.";

TEST(Structure, Parts) {
  const std::string body = kBody, plain = body.substr(body.find("The"));
  struct Form {
    std::string text;
    const char* expected;
  };
  for (
      const Form& f : {
          Form{"Ferry runs aground\n\n" + body, "Ferry runs aground|-|The f|said.|-"},
          {body, "-|-|The f|said.|-"},
          {"Ferry runs aground\nBy ANNE ROE and LUIS POE\nAssociated Press\n" + body,
           "Ferry runs aground|ANNE ROE+LUIS POE|The f|said.|-"},
          {"Ferry runs aground\n\nAnne Roe | anne@example.org\n\n" + body, "Ferry runs aground|Anne Roe|The f|said.|-"},
          {"WORLD NEWS\nFerry runs aground\n\n" + body, "Ferry runs aground|-|The f|said.|-"},
          {"AM-Norway-Ferry,2nd Ld-Writethru,0312\n\nFerry runs aground\n\n" + body,
           "Ferry runs aground|-|The f|said.|-"},
          {"Ferry runs aground off the coast of southern Norway,\nnobody hurt\n\n" + body,
           "Ferry runs aground off the coast of southern Norway,\nnobody hurt|-|The f|said.|-"},
          {"Ferry runs aground\n\n* Nobody hurt\n\n(Adds quote)\n\n" + body, "Ferry runs aground|-|The f|said.|-"},
          {"Ferry runs aground\n\n" + body + " (ANI)", "Ferry runs aground|-|The f|said.|ANI"},
          {"Ferry runs aground\n\n" + body + " PTI ABC XYZ\nXYZ", "Ferry runs aground|-|The f|said.|PTI"},
          {"Ferry runs aground\n\n" + body + "\n\n--IANS\nabc/xyz", "Ferry runs aground|-|The f|said.|IANS"},
          {"Ferry runs aground\n\n" + body + "\n\n(Reporting by Anne Roe; Editing by Luis Poe)",
           "Ferry runs aground|-|The f|said.|-"},
          {"Ferry runs aground\n\n" + body + "\n\n-30-", "Ferry runs aground|-|The f|said.|-"},
          {"Ferry runs aground\n\nBy Anne Roe and Luis Poe, Staff Writers\n\n" + body,
           "Ferry runs aground|Anne Roe+Luis Poe|The f|said.|-"},
          {"Ferry runs aground\nBy Anne Roe\nBBC News, Nairobi\n\n" + body,
           "Ferry runs aground|Anne Roe|The f|said.|-"},
          {"Ferry runs aground\n\nBy Anne Roe @anneroe\n\n" + body, "Ferry runs aground|Anne Roe|The f|said.|-"},
          {"HEADLINE: Ferry runs aground\n\nBYLINE: By ANNE ROE\n\nLENGTH: 90 words\n\nBODY:\n" + body,
           "Ferry runs aground|ANNE ROE|The f|said.|-"},
          {"Ferry runs aground\n\n" + body + "\n\nBSS/AB/1015", "Ferry runs aground|-|The f|said.|BSS"},
          {"Ferry runs aground\n\n" + body + "\n\n-- With files from The Canadian Press",
           "Ferry runs aground|-|The f|said.|The Canadian Press"},
          {"Ferry runs aground\n\n" + body + "\n\nPublished in Dawn, May 2nd, 2019",
           "Ferry runs aground|-|The f|said.|Dawn"},
          {"Ferry runs aground\n\n" + body + "\n\nANI/PTI", "Ferry runs aground|-|The f|said.|ANI/PTI"},
          {"Ferry runs aground\n\n" + body + " The crew told\nReuters.", "Ferry runs aground|-|The f|ters.|-"},
          {"Ferry runs aground\n\n" + body + "\n\nENDS\n\nNotes to editors: pictures.",
           "Ferry runs aground|-|The f|said.|-"},
          {"Ferry runs aground\n\n" + body + "\n\n\u00a9 2022 AFP", "Ferry runs aground|-|The f|said.|AFP"},
          {"Ferry runs aground\r\n\r\n" + body + "\r\n\r\nReuters\r\n", "Ferry runs aground|-|The f|said.|Reuters"},
          {"Ferry runs aground - AP\n\n" + body, "Ferry runs aground - AP|-|The f|said.|AP"},
          {"Ferry runs aground - Xinhua\n\n" + body, "Ferry runs aground - Xinhua|-|The f|said.|-"},
          {"Ferry runs aground | BBC News\n\n" + body, "Ferry runs aground | BBC News|-|The f|said.|BBC News"},
          // House styles
          {"Ferry runs aground\n\nPARIS, May 2, 2019 (AFP) - " + plain + "\n\nabc/def/jj",
           "Ferry runs aground|-|The f|said.|-"},
          {"Ferry runs aground\n\nSEOUL, May 2 (Yonhap) -- " + plain + "\n\nabc@example.org\n(END)",
           "Ferry runs aground|-|The f|said.|-"},
          {"Ferry runs aground\n\nHamburg (dpa) - " + plain + "\n\ndpa ab xx yyzz a3 cd",
           "Ferry runs aground|-|The f|said.|dpa"},
          {"AP-EU--Ferry Aground,2nd Ld-Writethru\n\nFerry runs aground\n\nOSLO, Norway (AP) - " + plain,
           "Ferry runs aground|-|The f|said.|-"},
          {"WTO -- Ferry runs aground\n\nOSLO, Norway (AP) - " + plain, "WTO -- Ferry runs aground|-|The f|said.|-"},
          {"Vesna Power and Energy brings ferries to Oslo\n\nGold sponsor of the Expo\n\n" + body,
           "Vesna Power and Energy brings ferries to Oslo|-|The f|said.|-"},
          {"Ferry runs aground\n\n" + body + "\n\nBest, Jane", "Ferry runs aground|-|The f|said.|-"},
          {"Ferry runs aground\n\n" + body + "\n\nKind regards\nJane Roe\nDesk editor",
           "Ferry runs aground|-|The f|said.|-"},
          {"Ferry runs aground\n\n" + body + "\n\nThanks, Mum.", "Ferry runs aground|-|The f| Mum.|-"},
          {"Ferry runs aground\n\n" + body +
               "\n\nThanks, Mum\n\nThe children wrote to the captain of the ferry, and he read it.",
           "Ferry runs aground|-|The f|d it.|-"},
          // Credits and notes tied to the last sentence
          {"Ferry runs aground\n\nOSLO (Reuters) - " + plain +
               " (Reporting by Ann Roe; editing by John Poe) ($1=.61 Pound)",
           "Ferry runs aground|-|The f|said.|-"},
          {"Ferry runs aground\n\nOSLO (Reuters) - " + plain +
               " (Editing by John Poe) (This story was corrected to fix a day)",
           "Ferry runs aground|-|The f|said.|-"},
          {"Ferry runs aground\n\nOSLO (Reuters) - " + plain + " (1 euro = US$1.269)",
           "Ferry runs aground|-|The f|said.|-"},
          {"Ferry runs aground\n\nOSLO (Reuters) - " + plain +
               " (Reporting by Ann Roe) ((ann.roe@example.org; +47 00 00)",
           "Ferry runs aground|-|The f|said.|-"},
          {"Ferry runs aground\n\nOSLO (Reuters) - " + plain + " (Reporting by Ann Roe) ann.roe@example.org",
           "Ferry runs aground|-|The f|said.|-"},
          {"Ferry runs aground\n\nOSLO (Reuters) - " + plain + " The crew (this story never says how many) swam.",
           "Ferry runs aground|-|The f|swam.|-"},
          {"Ferry runs aground\n\nOSLO (Reuters) - " + plain + " He wrote to ann.roe@example.org",
           "Ferry runs aground|-|The f|e.org|-"},
          {"Ferry runs aground\n\nOSLO (Reuters) - " + plain + " It cost 3 million euros (1 euro = US$1.269)",
           "Ferry runs aground|-|The f|.269)|-"},
          {"Ferry runs aground\n\nNAIROBI, May 2 (Xinhua) -- " + plain + " Enditem",
           "Ferry runs aground|-|The f|ditem|-"},
          {"Ferry runs aground\n\nNAIROBI, May 2 (Xinhua) -- " + plain + " Enditem/cs",
           "Ferry runs aground|-|The f|said.|-"},
          {"Ferry runs aground\n\nNAIROBI, May 2 (Xinhua) -- " + plain + " (Enditem)",
           "Ferry runs aground|-|The f|said.|-"},
          {"Ferry runs aground\n\nNAIROBI, May 2 (Xinhua) -- " + plain + "\nEnditem\n\nRelated: a ferry sank in March.",
           "Ferry runs aground|-|The f|said.|-"},
          {"Ferry runs aground\n\nTOKYO, May 2, Kyodo\n\n" + plain + "\n\n==Kyodo",
           "Ferry runs aground|-|The f|said.|Kyodo"},
          {"FERRY RUNS AGROUND\n\nBy Anne Roe\n\nSYDNEY, May 2 AAP - " + plain + "\n\nAAP ab/cd",
           "FERRY RUNS AGROUND|Anne Roe|The f|said.|AAP"},
          {"Ferry runs aground\n\nAnne Roe, The Canadian Press\n\nHALIFAX \u2014 " + plain +
               "\n\nThis report by The Canadian Press was first published May 2, 2019.\n\nAnne Roe, The Canadian Press",
           "Ferry runs aground|Anne Roe|The f|said.|The Canadian Press"},
          {"Acme Opens Ferry Line\n\nNEWS PROVIDED BY\nAcme Ferries\n\nBOSTON, May 2, 2019 /PRNewswire/ -- " + plain +
               "\n\nSOURCE Acme Ferries",
           "Acme Opens Ferry Line|-|The f|said.|Acme Ferries"},
          {"FOR IMMEDIATE RELEASE\nMay 2, 2019\nContact: Anne Roe, 202-555-0100\n\nCoast Guard Opens Inquiry\n\n"
           "WASHINGTON \u2013 " +
               plain + "\n\n###",
           "Coast Guard Opens Inquiry|-|The f|said.|-"},
          {"From: Anne Roe <roe@example.org>\nSent: Thursday, May 2, 2019 9:14 AM\nTo: News Desk\nSubject: FW: "
           "ferry\n\n"
           "Ferry runs aground\n\n" +
               body,
           "Ferry runs aground|-|The f|said.|-"},
          {"---------- Forwarded message ---------\nFrom: Anne Roe <roe@example.org>\n"
           "Date: Thu, May 2, 2019 at 9:14 AM\nTo: <desk@example.org>\n\nFerry runs aground\n\n" +
               body,
           "Ferry runs aground|-|The f|said.|-"},
          {"Ferry runs aground\nBY ANNE ROE\nSTAFF WRITER\n\n" + body +
               "\n\nAnne Roe can be reached at roe@example.org.",
           "Ferry runs aground|ANNE ROE|The f|said.|-"},
          {"Ferry runs aground\n\n" + body + "\n\n(This May 2 story has been corrected to fix the day in paragraph 1)",
           "Ferry runs aground|-|The f|said.|-"},
          {"Ferry runs aground\n\n" + body +
               "\n\n___\n\nThis story has been corrected to show that it was Monday.\n\n"
               "___\n\nAssociated Press writer Luis Poe in Paris contributed.",
           "Ferry runs aground|-|The f|said.|-"},
          {"Ferry runs aground\n\n" + body + "\n\nCorrection: An earlier version of this article misstated the day.",
           "Ferry runs aground|-|The f|said.|-"},
          {"Ferry runs aground\n\nBy Anne Roe\n\n" + plain, "Ferry runs aground|Anne Roe|The f|said.|-"},
          // Every line is a paragraph, and behind the last stand titles of other stories.
          {"Ferry runs aground\n\n" + plain.substr(0, plain.find('\n')) +
               " It had left the harbour of a southern town with more than two hundred passengers and a crew of twelve "
               "on "
               "board, and was on its way to the islands in the north.\nNobody was hurt when it hit the rocks off the "
               "cape at dawn, a man of the coast guard said.\nWatch: "
               "The "
               "ferry that came back\nWhy ferries run aground",
           "Ferry runs aground|-|The f|said.|-"},
          {"Norway-transport-ferry, 2ndlead\nFerry runs aground\n\nOSLO, May 2, 2019 (AFP) - " + plain,
           "Ferry runs aground|-|The f|said.|-"},
          {"Trans-Siberian-Express, a ferry, runs\n\n" + body, "Trans-Siberian-Express, a ferry, runs|-|The f|said.|-"},
          {"Ferry runs aground =\nBy Anne Roe, dpa =\n\nOslo (dpa) - " + plain + " =",
           "Ferry runs aground|Anne Roe|The f|said.|-"},
          {"Skip to main content\nMenu\nSign in\nFerry runs aground\nBy Anne Roe\n\n" + body,
           "Ferry runs aground|Anne Roe|The f|said.|-"},
          // The first line of a story without a headline is a sentence.
          {"The ferry ran aground.\n\nNobody was hurt, the coast guard said.", "-|-|The f|said.|-"},
          {"The ferry ran aground.\nNobody was hurt, the coast guard said.", "-|-|The f|said.|-"},
          {"Ferry runs aground...\n\n" + plain, "Ferry runs aground...|-|The f|said.|-"},
          {"New captain at Acme Plc.\n\n" + plain, "New captain at Acme Plc.|-|The f|said.|-"},
          {"Ferry Runs Aground off the Southern Coast.\n\n" + plain,
           "Ferry Runs Aground off the Southern Coast.|-|The f|said.|-"},
          {"Source: Xinhua| 2019-05-02 20:21:53|Editor: roe\nVideo Player Close\n" + plain, "-|-|The f|said.|-"},
          {"A ferry ran aground. Nobody was hurt.\n\n" + body, "A ferry ran aground. Nobody was hurt.|-|The f|said.|-"},
          {"", "-|-|||-"},
          {"...\n\n123\n", "-|-|||-"},
      })
    EXPECT_EQ(outline_of(f.text), f.expected) << f.text;
}

}  // namespace
}  // namespace wirecut
