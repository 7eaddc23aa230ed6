#include "input/html.h"

#include <gtest/gtest.h>

#include <chrono>

#include "input/read_all.h"

namespace wirecut::test {
namespace {

const std::string kFirst =
    "Heavy rain fell over the northern valley on Thursday, closing two roads and a bridge, officials said.";
const std::string kSecond =
    "\u201CWe have not seen the like,\u201D said Olga Marsh, who runs the ferry there and lives beside it.";

struct Case {
  const char* name;
  std::string html;
  std::string text;
};

void check(const Case& c) {
  for (const std::size_t piece : {1u << 16, 1u}) {
    const auto stories = read_all(c.html, from("html"), "-", piece);
    ASSERT_EQ(stories.size(), 1u) << c.name;
    EXPECT_EQ(stories[0].text, c.text) << c.name;
  }
}

std::string page(const std::string& head, const std::string& body) {
  return "<!DOCTYPE html><html lang=en><head>" + head + "</head><body>" + body + "</body></html>";
}

std::string paragraphs() { return "<p>" + kFirst + "</p>\n<p>" + kSecond + "</p>"; }

TEST(Html, ArticlesOfPages) {
  const std::string both = kFirst + "\n\n" + kSecond + "\n";
  const std::string menu = "<nav><ul><li><a href=/>Home</a></li></ul></nav>";
  const Case cases[] = {
      {"plain page", page("<title>Rain</title>", paragraphs()), "Rain\n\n" + both},
      {"menus and footers",
       page("", menu + "<h1>Rain</h1><div>" + paragraphs() + "</div><footer><p>" + kFirst + "</p></footer>"),
       "Rain\n\n" + both},
      {"the article among teasers",
       page("", "<h1>Rain</h1><article>" + paragraphs() +
                    "</article><aside><article><p>Other news of the day, and some more.</p>"
                    "</article></aside>"),
       "Rain\n\n" + both},
      {"a marked body",
       page("", "<div><p>" + kFirst + " Elsewhere.</p></div><div itemprop=\"articleBody\">" + paragraphs() + "</div>"),
       both},
      {"related links",
       page("", "<article>" + paragraphs() + "<h3>Related stories</h3><ul><li>One more thing</li></ul></article>"),
       both},
      {"related box",
       page("", "<article>" + paragraphs() + "<div class=\"story-related\"><p>" + kFirst + "</p></div></article>"),
       both},
      {"a short quotation in a block, and who said it",
       page("", "<article>" + paragraphs() +
                    "<blockquote>We will row.<footer>Olga Marsh</footer></blockquote><footer>Share</footer></article>"),
       both + "\nWe will row.\n\nOlga Marsh\n"},
      {"captions",
       page("", "<article><figure><img><figcaption>A ferry.</figcaption></figure>" + paragraphs() + "</article>"),
       both},
      {"a class that spans all", page("", "<div class=\"with-sidebar\">" + paragraphs() + "</div>"), both},
      {"line breaks for paragraphs", page("", "<div>" + kFirst + "<br><br>" + kSecond + "</div>"), both},
      {"byline of the page",
       page("", "<article><h1>Rain</h1><div class=\"byline\">By Jane Roe</div>" + paragraphs() + "</article>"),
       "Rain\n\nBy Jane Roe\n\n" + both},
      {"byline of the metadata",
       page("<meta name=author content=\"Jane Roe\">", "<article>" + paragraphs() + "</article>"),
       "By Jane Roe\n\n" + both},
      {"unclosed elements", "<p>" + kFirst + "<p>" + kSecond, both},
      {"nothing", "", ""},
      {"script only", page("", "<script>var a = '<p>x</p>';</script>"), ""},
      {"NUL", std::string("<p>") + '\0' + kFirst + "<p>" + kSecond, both},
  };
  for (const Case& c : cases) check(c);
}

TEST(Html, PagesWithoutParagraphElements) {
  const std::string both = kFirst + "\n\n" + kSecond + "\n";
  const std::string row = "\u201CI go,\u201D said Ann Poe.";
  const std::string with_row = kFirst + "\n\n" + row + "\n\n" + kSecond + "\n";
  const auto div = [](const std::string& inner) { return "<div>" + inner + "</div>"; };
  const Case cases[] = {
      {"a box a paragraph", page("", "<h1>Rain</h1>" + div(div(kFirst) + div(kSecond))), "Rain\n\n" + both},
      {"boxes in boxes", page("", div(div(div("<p>" + kFirst + "</p>")) + div(div(div(kSecond))))), both},
      {"a short sentence", page("", "<article>" + div(kFirst) + div(row) + div(kSecond) + "</article>"), with_row},
      {"short sentences only", page("", "<h1>Rain</h1>" + div("The mayor quit.") + div("Who knows why?")),
       "Rain\n\nThe mayor quit.\n\nWho knows why?\n"},
      {"one behind line breaks", page("", div(kFirst + "<br><br>" + row)), kFirst + "\n\n" + row + "\n"},
      {"labels are no sentences",
       page("", "<article>" + div("Share") + div("Posted 5:30 p.m.") + div(kFirst) + div("Photo: Ann Poe") +
                    div("Follow us now!") + div(kSecond) + "</article>"),
       both},
      {"cut by an advertisement",
       page("", div("<p>" + kFirst + "</p><p>" + kSecond + "</p>") + "<div class=promo>" + kFirst + "</div>" +
                    div("<p>" + kSecond + "</p><p>" + row + "</p>")),
       kFirst + "\n\n" + kSecond + "\n\n" + kSecond + "\n\n" + row + "\n"},
      {"a lead in front of the body",
       page("", div("<p>" + kFirst + "</p>" + div("<p>" + kSecond + "</p><p>" + row + "</p>"))),
       kFirst + "\n\n" + kSecond + "\n\n" + row + "\n"},
      {"a teaser beside the body is none",
       page("", div("<p>" + kFirst + "</p><p>" + kSecond + "</p><p>" + kFirst + "</p>") +
                    div("<h3>Other</h3><p>Snow fell in the hills again.</p>")),
       kFirst + "\n\n" + kSecond + "\n\n" + kFirst + "\n"},
  };
  for (const Case& c : cases) check(c);
}

TEST(Html, LinkedParagraphs) {
  struct {
    const char* html;
    const char* text;  // empty: furniture
  } const cases[] = {
      {"<p>\"I go,\" said <a href=/r>Mayor Ann Poe</a>.</p>", "\"I go,\" said Mayor Ann Poe."},
      {"<p>She left <a href=/u>the United Nations</a> in May.</p>", "She left the United Nations in May."},
      {"<p><a href=/r>Ann Poe</a> quit.</p>", "Ann Poe quit."},
      {"<div><a href=/r>Ann Poe</a> quit.</div>", "Ann Poe quit."},
      {"<p><a href=/>Home</a> | <a href=/n>News</a> | <a href=/s>Sport</a></p>", ""},
      {"<p><a href=/x>The ferry and its people.</a></p>", ""},
      {"<p>Tags: <a href=/x>rain</a>, <a href=/y>bridges</a></p>", ""},
      {"<p>Read more: <a href=/x>The ferry runs again.</a></p>", ""},
      {"<ul><li>More of <a href=/x>the ferry and its people.</a></li></ul>", ""},
  };
  for (const auto& c : cases) {
    const std::string middle = *c.text == '\0' ? "" : std::string(c.text) + "\n\n";
    check({c.html, page("", "<article><p>" + kFirst + "</p>" + c.html + "<p>" + kSecond + "</p></article>"),
           kFirst + "\n\n" + middle + kSecond + "\n"});
  }
}

TEST(Html, Bylines) {
  const std::string meta = "<meta name=author content=\"Ann Poe\">";
  struct {
    const char* name;
    std::string head, in_front, byline;
  } const cases[] = {
      {"linked", "", "<p>By <a href=/a>Ann Poe</a></p>", "By Ann Poe"},
      {"address", "", "<address>By <a rel=author href=/a>Ann Poe</a></address>", "By Ann Poe"},
      {"with a title", "", "<div>By <a href=/a>Ann Poe</a>, Staff Writer</div>", "By Ann Poe, Staff Writer"},
      {"more than the metadata says", meta, "<p>By Ann Poe and Bo Foe</p>", "By Ann Poe and Bo Foe"},
      {"by the metadata", meta, "", "By Ann Poe"},
      {"no name", meta, "<p>By the numbers</p>", "By Ann Poe"},
      {"a sentence", meta, "<div>By <a href=/f>Friday</a> it rained.</div>", "By Ann Poe"},
      {"a teaser's, in front of the heading", "", "", ""},
  };
  for (const auto& c : cases) {
    const std::string teaser = "<div><p>By <a href=/z>Zoe Roe</a></p></div>";
    const Article article = parse_html_page(
        page(c.head, teaser + "<article><h1>Rain</h1>" + c.in_front + paragraphs() + "</article>" + teaser));
    Story story;
    compose_story(article, story);
    EXPECT_EQ(story.metadata.byline, c.byline) << c.name;
    EXPECT_EQ(story.text.find("Rain\n\n" + c.byline), 0u) << c.name << ": " << story.text;
    EXPECT_EQ(story.text.find("Zoe"), std::string::npos) << c.name;
  }
}

TEST(Html, JsonLdWins) {
  const std::string json =
      R"({"@context": "https://schema.org", "@graph": [{"@type": "WebPage", "headline": "no"},
        {"@type": ["NewsArticle"], "headline": "Rain falls", "datePublished": "2019-05-02T10:00:00Z",
         "author": [{"@type": "Person", "name": "Jane Roe"}, {"name": "John Doe"}], "publisher": {"name": "Acme News"},
         "inLanguage": "en-GB"}]})";
  const std::string html = page(
      "<title>Rain | Acme</title><meta property=\"og:title\" content=\"Other\">"
      "<meta property=\"article:published_time\" content=\"2018-01-01\">"
      "<script type=\"application/ld+json\">" +
          json + "</script>",
      paragraphs());
  const auto stories = read_all(html, from("auto"), "a.html");
  ASSERT_EQ(stories.size(), 1u);
  const Metadata& metadata = stories[0].metadata;
  EXPECT_EQ(metadata.headline, "Rain falls");
  EXPECT_EQ(metadata.published, "2019-05-02T10:00:00Z");
  EXPECT_EQ(metadata.authors, (std::vector<std::string>{"Jane Roe", "John Doe"}));
  EXPECT_EQ(metadata.source, "Acme News");
  EXPECT_EQ(metadata.language, "en-GB");
  EXPECT_EQ(stories[0].text, "Rain falls\n\nBy Jane Roe and John Doe\n\n" + kFirst + "\n\n" + kSecond + "\n");
}

TEST(Html, MetadataByRank) {
  struct {
    std::string head, body, headline, published;
  } const cases[] = {
      {"<meta property=\"og:title\" content=\"Rain | Acme\">", "<h1>Rain</h1>", "Rain", ""},
      {"<meta property=\"og:title\" content=\"Rain falls on ...\">", "<h1>Rain falls on northern roads</h1>",
       "Rain falls on northern roads", ""},
      {"<title>Acme</title>", "<h1>Rain</h1><time datetime=\"2019-05-02\">May 2</time>", "Rain", "2019-05-02"},
      {"<meta name=\"date\" content=\"20190502\">", "<time datetime=\"2018-01-01\"></time>", "", "2019-05-02"},
  };
  for (const auto& c : cases) {
    const Article article = parse_html_page(page(c.head, c.body + paragraphs()));
    EXPECT_EQ(article.metadata.headline, c.headline) << c.head;
    EXPECT_EQ(article.metadata.published, c.published) << c.head;
  }
}

TEST(Html, ArticleBodyOfJsonLdWhereThePageHasNone) {
  const std::string html = page(
      "<script type=\"application/ld+json\">{\"@type\": \"NewsArticle\", \"articleBody\": \"" + kFirst + "\"}</script>",
      "<p>Loading the page, please wait a bit</p>");
  EXPECT_EQ(parse_html_page(html).paragraphs, std::vector<std::string>{kFirst});
}

TEST(Html, Charsets) {
  std::vector<std::string> warnings;
  EXPECT_EQ(decode_html("<meta charset=\"iso-8859-2\">\xB1", warnings), "<meta charset=\"iso-8859-2\">\u0105");
  EXPECT_EQ(decode_html("<meta http-equiv=x content=\"text/html; charset=windows-1251\">\xC0", warnings).substr(61),
            "\u0410");
  EXPECT_EQ(decode_html("\x93x\x94", warnings), "\u201Cx\u201D");
  EXPECT_EQ(decode_html("<meta charset=latin1>\u00E9", warnings).substr(21), "\u00E9");
}

TEST(Html, HostilePagesEnd) {
  const auto repeat = [](std::string_view piece, std::size_t count) {
    std::string out;
    while (count-- > 0) out += piece;
    return out;
  };
  const std::string pages[] = {
      repeat("<div>", 100000),        repeat("<p>", 200000),
      repeat("<b><i>", 50000),        repeat("<a href=x>", 100000),
      repeat("<table><tr>", 30000),   repeat("<!--", 200000),
      repeat("</div>", 100000),       repeat("&amp", 300000),
      repeat("<div class=\"", 50000), repeat("<ul><li>x", 50000),
      repeat("<script>", 100000),     "<script type=\"application/ld+json\">" + repeat("[", 100000) + "</script>",
  };
  for (const std::string& html : pages) {
    const auto began = std::chrono::steady_clock::now();
    read_all(html, from("html"));
    EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::seconds(5)) << html.substr(0, 30);
  }
}

}  // namespace
}  // namespace wirecut::test
