#include <gtest/gtest.h>

#include "input/read_all.h"

namespace wirecut::test {
namespace {

const std::string kDeclaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

std::string nitf(const std::string& id, const std::string& body) {
  return "<nitf><head><docdata><doc-id id-string=\"" + id + "\"/></docdata></head><body><body.content>" + body +
         "</body.content></body></nitf>";
}

struct Case {
  std::string xml;
  std::string stories;
};

void check(const Case& c, ReadOptions options = from("auto")) {
  for (const std::size_t piece : {1u << 16, 11u, 1u})
    EXPECT_EQ(summary(read_all(c.xml, options, "-", piece)), c.stories) << c.xml;
}

TEST(Nitf, WholeStory) {
  const std::string xml =
      kDeclaration +
      "<!DOCTYPE nitf SYSTEM \"nitf-3-6.dtd\">\n<nitf xml:lang=\"en-GB\"><head><title>Wrong</title><docdata>"
      "<doc-id id-string=\"x.17\"/><date.issue norm=\"20190502T101500Z\"/></docdata></head><body><body.head>"
      "<hedline><hl1>Rain falls\n  on caf&eacute;s</hl1><hl2>A deck</hl2></hedline>"
      "<byline>By <person>Jane Roe</person></byline><distributor>Acme News</distributor>"
      "<dateline><location>LONDON</location>, May 2</dateline><abstract><p>Short.</p></abstract></body.head>"
      "<body.content><media><media-caption><p>A photo.</p></media-caption></media>"
      "<p>Rain <em>fell</em> &amp; fell.</p><block><p>He said:<br/>no.</p></block>"
      "<ul><li>one</li><li><p>two</p></li></ul></body.content><body.end><tagline>Edited by Doe</tagline></body.end>"
      "</body></nitf>";
  for (const std::size_t piece : {1u << 16, 1u}) {
    const auto stories = read_all(xml, from("auto"), "-", piece);
    ASSERT_EQ(
        summary(stories),
        "x.17: Rain falls on caf\u00E9s\n\nBy Jane Roe\n\nLONDON, May 2\n\nRain fell & fell.\n\nHe said:no.\n\none\n\n"
        "two\n\nEdited by Doe\n\n");
    const Metadata& metadata = stories[0].metadata;
    EXPECT_EQ(metadata.headline, "Rain falls on caf\u00E9s");
    EXPECT_EQ(metadata.authors, std::vector<std::string>{"Jane Roe"});
    EXPECT_EQ(metadata.dateline, "LONDON, May 2");
    EXPECT_EQ(metadata.source, "Acme News");
    EXPECT_EQ(metadata.language, "en-GB");
    EXPECT_EQ(metadata.published, "2019-05-02T101500Z");
  }
}

TEST(NewsML, ItemsOfAMessage) {
  const std::string head =
      "<itemMeta><provider><name>Acme</name></provider><versionCreated>2019-05-02T10:15:00Z</versionCreated></"
      "itemMeta>";
  const std::string xml =
      kDeclaration +
      "<newsMessage xmlns=\"http://iptc.org/std/nar/2006-10-01/\"><itemSet>"
      "<newsItem guid=\"tag:1\">" +
      head +
      "<contentMeta><headline>Wet</headline><by>By A B</by><language tag=\"en\"/>"
      "</contentMeta><contentSet><inlineXML contenttype=\"application/xhtml+xml\"><html><head><title>no</title></head>"
      "<body><p>One.</p><p>Two.</p></body></html></inlineXML></contentSet></newsItem>"
      "<newsItem guid=\"tag:2\">" +
      head +
      "<contentSet><inlineData contenttype=\"text/plain\">Three.\n\nFour.</inlineData>"
      "</contentSet></newsItem>"
      "<newsItem "
      "guid=\"tag:3\"><contentSet><inlineXML><nitf><body><body.head><hedline><hl1>H</hl1></hedline></body.head>"
      "<body.content><p>Five.</p></body.content></body></nitf></inlineXML></contentSet></newsItem>"
      "<newsItem guid=\"tag:4\"><contentSet><inlineData "
      "contenttype=\"text/html\">&lt;p>Six.&lt;/p></inlineData></contentSet>"
      "</newsItem></itemSet></newsMessage>";
  check(
      {xml, "tag:1: Wet\n\nBy A B\n\nOne.\n\nTwo.\n\ntag:2: Three.\n\nFour.\n\ntag:3: H\n\nFive.\n\ntag:4: Six.\n\n"});
  const auto stories = read_all(xml, from("newsml"));
  EXPECT_EQ(stories.at(0).metadata.published, "2019-05-02T10:15:00Z");
  EXPECT_EQ(stories.at(0).metadata.source, "Acme");
  EXPECT_EQ(stories.at(0).metadata.language, "en");
}

TEST(Feeds, RssAndAtom) {
  check(
      {"<rss><channel><title>Acme</title><item><title>Wet</title><guid>g1</guid><description>Short.</description>"
       "<content:encoded><![CDATA[<p>One.</p><p>Two.</p>]]></content:encoded></item>"
       "<item><title>Dry</title><description>Only this.</description></item></channel></rss>",
       "g1: Wet\n\nOne.\n\nTwo.\n\n-#2: Dry\n\nOnly this.\n\n"});
  const auto stories =
      read_all("<rss><item><pubDate>Thu, 02 May 2019 10:15:00 GMT</pubDate><description>x</description></item></rss>",
               from("xml"));
  EXPECT_EQ(stories.at(0).metadata.published, "2019-05-02");
}

TEST(Xml, DocumentsInARow) {
  check({kDeclaration + nitf("a", "<p>One.</p>") + "\n" + kDeclaration + nitf("b", "<p>Two.</p>") + nitf("c", "Three."),
         "a: One.\n\nb: Two.\n\nc: Three.\n\n"});
}

TEST(Xml, BadMarkupCostsOneDocument) {
  check({kDeclaration + "<nitf><head><docdata><doc-id id-string=\"a\"/></docdata>\n</wrong></nitf>\n" + kDeclaration +
             nitf("b", "Two."),
         "a! markup: mismatched tag (line 3, byte 96)\nb: Two.\n\n"});
  check({"<nitf><body>", "-! markup: no element found (line 1, byte 12)\n"});
  check({kDeclaration + "<other><p>x</p></other>", "-! markup: no news item in the document, which is <other>\n"});
  check({"plain", "-! markup: no XML element found\n"}, from("xml"));
  // The next document begins inside the declaration that never closes.
  check({"<nitf><!DOCTYPE of nothing " + kDeclaration + nitf("b", "Two."),
         "-! markup: not well-formed (invalid token) (line 1, byte 8)\nb: Two.\n\n"});
  check({"<nitf><a b=\"" + kDeclaration + nitf("b", "Two."),
         "-! markup: not well-formed (invalid token) (line 1, byte 12)\nb: Two.\n\n"});
}

TEST(Xml, EntitiesAreRefused) {
  const std::string bomb = kDeclaration +
                           "<!DOCTYPE nitf [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b "
                           "\"&a;&a;&a;\">]><nitf><body><body.content>&b;</body.content></body></nitf>";
  check({bomb, "-! markup: the document type declares entities, which is refused (line 2, byte 66)\n"});
  const auto stories = read_all(
      kDeclaration + "<!DOCTYPE nitf [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><nitf>&a;</nitf>", from("auto"));
  ASSERT_EQ(stories.size(), 1u);
  EXPECT_TRUE(stories[0].error);
}

TEST(Xml, Limits) {
  ReadOptions options = from("xml");
  options.max_story_bytes = 300;
  const std::string big(1000, 'x');
  check({nitf("a", "<p>" + big + "</p>") + nitf("b", "Two."),
         "a! limit: the story is over the limit of 300 bytes (--max-story)\nb: Two.\n\n"},
        options);
  std::string deep;
  for (int i = 0; i < 100000; ++i) deep += "<p>";
  const auto stories = read_all(nitf("a", deep), from("nitf"));
  ASSERT_EQ(stories.size(), 1u);
  EXPECT_EQ(stories[0].error->message, "nested too deeply");
}

// The next document is found behind what is too long, whether its end is there or not.
TEST(Xml, MarkupOverTheLimit) {
  ReadOptions options = from("xml");
  options.max_story_bytes = 300;
  const std::string limit = "! limit: a piece of markup is over the limit of 300 bytes (--max-story)\n";
  const std::string next =
      "<?xml version=\"1.0\"?><rss><item><guid>b</guid><description>Two.</description></item></rss>";
  check({"<?xml version=\"1.0\"?><?note " + std::string(400, 'x') + next, "-" + limit + "b: Two.\n\n"}, options);
  check({"<rss><item><guid>a</guid><p q=\"" + std::string(400, 'x') + "\"/></item></rss>" + next,
         "a" + limit + "b: Two.\n\n"},
        options);
  check({"<rss><!--" + std::string(400, 'x') + "--></rss>" + next, "-" + limit + "b: Two.\n\n"}, options);
}

TEST(Xml, Charsets) {
  check({"<?xml version=\"1.0\" encoding=\"windows-1251\"?>" + nitf("a", "\xC0"), "a: \u0410\n\n"});
  check({"<?xml version=\"1.0\" encoding=\"iso-8859-1\"?>" + nitf("a", "caf\xE9"), "a: caf\u00E9\n\n"});
  std::string utf16 = "\xFF\xFE";
  for (const char c : "<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + nitf("a", "Rain.")) utf16 += {c, '\0'};
  check({utf16, "a: Rain.\n\n"});
  // NULs that come late make no UTF-16 of it, however the bytes come.
  const std::string late("\xEE <  \0i\0k\0k\0i\0n\0", 15);
  for (const std::size_t piece : {1u << 16, 1u})
    EXPECT_EQ(summary(read_all(late, from("xml"), "-", piece)),
              "-! markup: not well-formed (invalid token) (line 1, byte 3)\n");
}

}  // namespace
}  // namespace wirecut::test
