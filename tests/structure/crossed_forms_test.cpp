// Every form of headline, byline, dateline and tail beside every other: what one part looks like mustn't move another.

#include <gtest/gtest.h>

#include <string>

#include "check.h"
#include "lexicon/lexicon.h"
#include "structure/structure.h"

namespace wirecut {
namespace {

struct Part {
  const char* text;
  const char* value;  // the authors, the place or the source; empty: none
};

constexpr const char* kHeadlines[] = {"Storm shuts port", "PRESIDENT NAMES NEW CABINET",
                                      "Mali troops retake northern town: army", "Why the river dried up"};
constexpr Part kBylines[] = {{"", ""},
                             {"\nTalks to go on until Friday", ""},
                             {"\n\nBy Maria Kovacs", "Maria Kovacs"},
                             {"\n\nMaria Kovacs", "Maria Kovacs"},
                             {"\n\nBy Maria Kovacs | Staff Reporter", "Maria Kovacs"},
                             {"\n\nBy Maria Kovacs\nMay 2, 2019", "Maria Kovacs"}};
constexpr Part kDatelines[] = {{"ACCRA, Nov. 9 (Reuters) - ", "GH"},
                               {"DES MOINES, Iowa (AP) \u2014 ", "US"},
                               {"Nicosia (AFP) \u2013 ", "CY"},
                               {"Patna (Bihar) [India], Nov 9 (ANI): ", "IN"},
                               {"Hyderabad, Nov 9 (PTI) ", "IN"},
                               {"KHERSON, Ukraine \u2014 ", "UA"},
                               {"Zagreb, 9 November 2020 \u2013 ", "HR"},
                               {"NOVOSIBIRSK, Nov. 9. /TASS/. ", "RU"},
                               {"Yerevan. Nov 9 (Interfax) - ", "AM"},
                               {"SEATTLE, Nov. 9, 2020 /PRNewswire/ -- ", "US"},
                               {"Quito, Nov 9 (EFE).- ", "EC"},
                               {"PORT MORESBY, AAP - ", "PG"},
                               {"Kandahar, Nov 9, IRNA \u2013 ", "AF"},
                               {"PEKING, Nov 9 - ", "CN"},
                               {"Gulu, Uganda: ", "UG"},
                               {"(ANSA) - Palermo, Nov 9 - ", "IT"},
                               {"Thunder Bay, Ont. _ ", "CA"}};
constexpr Part kTails[] = {{"", ""},
                           {"\n\n-- AFP", "AFP"},
                           {" (ANI)", "ANI"},
                           {"\n\nENDS", ""},
                           {"\n\n(Reporting by Maria Kovacs; Editing by Tom Oduya)", ""},
                           {" PTI ABC DEF\nDEF", "PTI"},
                           {"\n\nlm/jk/har", ""},
                           {"\n\nSource: Xinhua", "Xinhua"},
                           {"\n\n\u00a9 2020 AFP", "AFP"}};

void check(const char* headline, const Part& byline, const Part& dateline, const Part& tail, const Lexicon& lexicon) {
  Story story;
  story.text = std::string(headline) + byline.text + "\n\n" + dateline.text;
  const std::size_t body_start = story.text.size();
  story.text += "Lawmakers voted 61-48 to delay the tax until next year.\n\nThe talks go on.";
  const std::size_t body_end = story.text.size();
  story.text += tail.text;
  story.structure = parse_structure(story, lexicon);
  const Structure& s = story.structure;
  const std::string authors = s.byline && !s.byline->authors.empty() ? s.byline->authors[0] : "";
  ASSERT_TRUE(s.headline && s.dateline && s.body) << story.text;
  EXPECT_EQ(story.text.substr(s.headline->start, s.headline->size()), headline) << story.text;
  EXPECT_EQ(authors, byline.value) << story.text;
  EXPECT_EQ(s.dateline->country, dateline.value) << story.text;
  EXPECT_EQ(s.source ? s.source->name : "", tail.value) << story.text;
  EXPECT_EQ(s.body->span.start, body_start) << story.text;
  EXPECT_EQ(s.body->span.end, body_end) << story.text;
}

TEST(CrossedForms, KeepApart) {
  const Lexicon lexicon{embedded_bytes()};
  for (const char* headline : kHeadlines)
    for (const Part& byline : kBylines)
      for (const Part& dateline : kDatelines)
        for (const Part& tail : kTails) check(headline, byline, dateline, tail, lexicon);
}

}  // namespace
}  // namespace wirecut
