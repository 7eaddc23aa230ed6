// What readers make of texts that hold HTML, that were encoded twice, or that are none.
#include <gtest/gtest.h>

#include "input/read_all.h"

namespace wirecut::test {
namespace {

struct Case {
  const char* text;  // as JSON
  const char* read;
  const char* warning = "";  // the only one; empty: none
};

constexpr const char* kRead = "the text was HTML, and its words were read";
constexpr const char* kLeft = "the text holds HTML tags or entities, which were left as they are";
constexpr const char* kTwice = "the text was UTF-8 encoded as UTF-8 once more, and was decoded twice";

void check(const Case& c) {
  const auto stories =
      read_all(R"({"title": "Zo\u00C3\u00AB", "text": ")" + std::string(c.text) + "\"}", from("jsonl"));
  ASSERT_EQ(stories.size(), 1u) << c.text;
  EXPECT_EQ(stories[0].text, c.read) << c.text;
  EXPECT_EQ(stories[0].warnings, *c.warning == '\0' ? std::vector<std::string>() : std::vector<std::string>{c.warning})
      << c.text;
}

TEST(FieldMarkup, OfJsonLines) {
  const Case cases[] = {
      {"<p>OSLO (AP) &mdash; Rain fell.</p> <p>&ldquo;Yes,&rdquo; Ann Poe said.</p>",
       "OSLO (AP) \u2014 Rain fell.\n\n\u201CYes,\u201D Ann Poe said.\n", kRead},
      {"<STRONG>OSLO</STRONG> Rain fell.<br><br>It stopped.<br/>", "OSLO Rain fell.\n\nIt stopped.\n", kRead},
      {"<!DOCTYPE html><html><body><nav><a href=/>Home</a></nav><h1>Rain</h1><p>Rain fell on Oslo.</p></body></html>",
       "Rain\n\nRain fell on Oslo.\n", kRead},
      {"OSLO (AP) &mdash; Rain fell.", "OSLO (AP) &mdash; Rain fell.", kLeft},
      {"OSLO.<br>Rain fell.", "OSLO.<br>Rain fell.", kLeft},
      {"It&#8217;s rain.", "It&#8217;s rain.", kLeft},
      {"AT&T's R&D; 3 < 5 & 5 > 3", "AT&T's R&D; 3 < 5 & 5 > 3"},
      {"<U> ROSE, SAYS <TWA>", "<U> ROSE, SAYS <TWA>"},
      {"A share of Entwistle <em> fell.", "A share of Entwistle <em> fell."},
      {"<p>Rain fell.</p>", "Rain fell.\n", kRead},
      {"<Ann Poe> Rain fell. <Bo Foe>", "<Ann Poe> Rain fell. <Bo Foe>"},
      {"\\u00E2\\u20AC\\u0153Yes,\\u00E2\\u20AC\\u009D she said.", "\u201CYes,\u201D she said.", kTwice},
      {" \\n", " \n", "no text was found"},
      {"", "", "no text was found"},
  };
  for (const Case& c : cases) check(c);
}

TEST(FieldMarkup, FieldsBesideATextEncodedTwice) {
  const auto stories = read_all(
      R"({"title": "Zo\u00C3\u00AB", "author": "Zo\u00C3\u00AB Roe", "text": "Zo\u00C3\u00AB\n\n\u00C3\u2030mile."})",
      from("jsonl"));
  ASSERT_EQ(stories.size(), 1u);
  EXPECT_EQ(stories[0].text, "Zo\u00EB\n\n\u00C9mile.");
  EXPECT_EQ(stories[0].metadata.headline, "Zo\u00EB");
  EXPECT_EQ(stories[0].metadata.authors, std::vector<std::string>{"Zo\u00EB Roe"});
}

TEST(FieldMarkup, OfTablesAndTexts) {
  const auto rows = read_all("id,text\n1,<p>Rain &amp; snow.</p>\n", from("csv"));
  ASSERT_EQ(rows.size(), 1u);
  EXPECT_EQ(rows[0].text, "Rain & snow.\n");
  const auto texts = read_all("<p>Rain &amp; snow.</p>", from("text"));
  ASSERT_EQ(texts.size(), 1u);
  EXPECT_EQ(texts[0].text, "<p>Rain &amp; snow.</p>");
  EXPECT_EQ(texts[0].warnings, std::vector<std::string>{kLeft});
}

TEST(FieldMarkup, PagesWithoutAnArticle) {
  const auto stories = read_all("<title>App</title><script>run()</script>", from("html"));
  ASSERT_EQ(stories.size(), 1u);
  EXPECT_EQ(stories[0].text, "App\n");
  EXPECT_EQ(stories[0].warnings, std::vector<std::string>{"no paragraphs of an article were found on the page"});
}

}  // namespace
}  // namespace wirecut::test
