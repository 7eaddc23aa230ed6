#include <gtest/gtest.h>

#include "input/read_all.h"

namespace wirecut::test {
namespace {

struct Case {
  std::string lines;
  std::string stories;
};

void check(const Case& c, const ReadOptions& options = from("jsonl")) {
  for (const std::size_t piece : {1u << 16, 7u, 1u})
    EXPECT_EQ(summary(read_all(c.lines, options, "-", piece)), c.stories) << c.lines;
}

TEST(JsonLines, Stories) {
  const Case cases[] = {
      {"", ""},
      {"\n\r\n  \n", ""},
      {R"({"id": "a", "text": "Rain."})", "a: Rain.\n"},
      {"{\"text\": \"One.\"}\r\n{\"text\": \"Two.\"}\n", "-: One.\n-#2: Two.\n"},
      {R"({"id": 17, "text": "x"})", "17: x\n"},
      {R"({"id": -3, "text": "x"})", "-3: x\n"},
      {R"({"id": 18446744073709551615, "text": "x"})", "18446744073709551615: x\n"},
      {R"({"id": 123456789012345678901234567890, "text": "x"})", "123456789012345678901234567890: x\n"},
      {R"({"id": 18446744073709551615, "text": "x"})", "18446744073709551615: x\n"},
      {R"({"id": -9223372036854775809, "text": "x"})", "-9223372036854775809: x\n"},
      {R"({"id": 1e999, "text": "x"})", "1e999: x\n"},
      {R"({"id": null, "text": "x"})", "-: x\n"},
      {R"({"id": "a", "text": ""})", "a: \n"},
      {R"({"id": "a", "text": "\ud83d\ude00 \u201c"})", "a: \U0001F600 \u201C\n"},
      {R"({"id": "a", "text": "x\ud83dy\udc00\\ud83d"})", "a: x\uFFFDy\uFFFD\\ud83d\n"},
      {"{\"id\": \"a\", \"text\": \"caf\xE9\"}", "a: caf\u00E9\n"},
      {"\xEF\xBB\xBF{\"id\": \"a\", \"text\": \"x\"}\n", "a: x\n"},
  };
  for (const Case& c : cases) check(c);
}

TEST(JsonLines, BadLinesKeepTheirPlace) {
  const Case cases[] = {
      {"{\"id\": 1, \"text\": \"a\"}\n{\"id\": 2, \"text\": \n{\"id\": 3, \"text\": \"c\"}\n",
       "1: a\n-#2! json: not valid JSON: it ends too early (line 2, byte 41)\n3: c\n"},
      {"{\"text\": \"a\"} b\n", "-! json: not valid JSON: something follows its end (line 1, byte 14)\n"},
      {"{\"text\": \"a\tb\"}\n",
       "-! json: not valid JSON: unexpected control character 0x09; in a string it must be escaped (line 1, byte "
       "11)\n"},
      {"{\"text\": \"a\",}\n", "-! json: not valid JSON: unexpected '}' (line 1, byte 13)\n"},
      {"[1]\n", "-! json: not a JSON object (line 1, byte 0)\n"},
      {R"({"id": "a"})", "a! json: no \"text\" field (line 1, byte 0)\n"},
      {R"({"hed": "Rain", "article": "Rain fell on the capital.", "more": {"body": "The sun shone on the town."}})",
       "-! json: no \"text\" field: --text-field names one of \"article\", \"/more/body\" (line 1, byte 0)\n"},
      {R"({"status": "ok", "articles": [{"title": "Rain fell on the capital."}]})",
       "-! json: no \"text\" field; \"articles\" is a list of objects (line 1, byte 0)\n"},
      {R"({"id": "a", "text": 5})", "a! json: \"text\" is not a string (line 1, byte 0)\n"},
      {R"({"id": "a", "text": null})", "a! json: \"text\" is not a string (line 1, byte 0)\n"},
  };
  for (const Case& c : cases) check(c);
}

TEST(JsonLines, FieldOptions) {
  ReadOptions options = from("jsonl");
  options.text_field = "body";
  options.id_field = "key";
  options.date_field = "day";
  options.title_field = "head";
  const auto stories = read_all(
      R"({"key": 4, "body": "Rain.", "day": "2019-05-02", "head": "Wet", "authors": ["A B", {"name": "C D"}], "source": "ANI"})",
      options);
  ASSERT_EQ(stories.size(), 1u);
  EXPECT_EQ(stories[0].id, "4");
  EXPECT_EQ(stories[0].text, "Rain.");
  EXPECT_EQ(stories[0].metadata.published, "2019-05-02");
  EXPECT_EQ(stories[0].metadata.headline, "Wet");
  EXPECT_EQ(stories[0].metadata.source, "ANI");
  EXPECT_EQ(stories[0].metadata.authors, (std::vector<std::string>{"A B", "C D"}));
}

TEST(JsonLines, WarnsOfAFieldForIdsThatIsMissing) {
  ReadOptions options = from("jsonl");
  options.id_field = "key";
  const auto stories = read_all("{\"id\": 1, \"text\": \"x\"}\n{\"key\": 2, \"text\": \"y\"}", options);
  ASSERT_EQ(stories.size(), 2u);
  EXPECT_EQ(stories[0].warnings, std::vector<std::string>{"no \"key\" (--id-field): named by its place instead"});
  EXPECT_TRUE(stories[1].warnings.empty());
  EXPECT_TRUE(read_all("{\"text\": \"x\"}", from("jsonl")).at(0).warnings.empty());
}

TEST(JsonLines, FieldsWithinFields) {
  ReadOptions options = from("jsonl");
  options.text_field = "/doc/text";
  options.id_field = "/doc/ids/1";
  options.date_field = "/day";
  const std::string line = R"({"doc": {"ids": [3, 4], "text": "Rain."}, "id": 9, "text": "no", "day": "2019-05-02"})";
  const auto stories = read_all(line, options);
  ASSERT_EQ(stories.size(), 1u);
  EXPECT_EQ(stories[0].id, "4");
  EXPECT_EQ(stories[0].text, "Rain.");
  EXPECT_EQ(stories[0].metadata.published, "2019-05-02");
  options.text_field = "/doc/body";
  EXPECT_EQ(summary(read_all(line, options)), "4! json: no \"/doc/body\" field (line 1, byte 0)\n");
  options.text_field = "doc.text";
  EXPECT_EQ(summary(read_all(line, options)),
            "4! json: no \"doc.text\" field; one within another is /doc/text (line 1, byte 0)\n");
}

TEST(JsonLines, DatesAsNumbers) {
  for (const char* number : {"1556755200", "1556755200000", "1556755200.5"}) {
    const auto stories = read_all(fmt::format(R"({{"text": "x", "published": {}}})", number), from("jsonl"));
    ASSERT_EQ(stories.size(), 1u);
    EXPECT_EQ(stories[0].metadata.published, "2019-05-02") << number;
  }
}

TEST(JsonLines, WarnsOfWhatItChanged) {
  const auto surrogate = read_all(R"({"text": "x\udc00"})", from("jsonl"));
  EXPECT_EQ(surrogate.at(0).warnings, std::vector<std::string>{"1 lone surrogate became U+FFFD"});
  const auto charset = read_all("{\"text\": \"\x93x\x94\"}", from("jsonl"));
  EXPECT_EQ(charset.at(0).warnings, std::vector<std::string>{"2 bytes were not UTF-8 and were read as windows-1252"});
}

TEST(JsonLines, OneLongLineDoesNotStopTheRest) {
  ReadOptions options = from("jsonl");
  options.max_story_bytes = 100;
  const std::string long_line = "{\"text\": \"" + std::string(5000, 'x') + "\"}\n";
  EXPECT_EQ(summary(read_all("{\"text\": \"a\"}\n" + long_line + "{\"text\": \"b\"}\n", options, "-")),
            "-: a\n-#2! limit: the line is over the limit of 100 bytes (--max-story) (line 2, byte 14)\n-#3: b\n");
}

TEST(JsonLines, ALongLineKeepsTheIdInItsOpening) {
  ReadOptions options = from("jsonl");
  options.max_story_bytes = 60;
  const std::string text = "\"text\": \"" + std::string(5000, 'x') + "\"";
  for (const auto& [line, id] : {
           std::pair{"{\"id\": \"a\", " + text + "}", "a"},
           {"{\"n\": {\"id\": \"b\"}, \"id\": 17, " + text + "}", "17"},
           {"{\"n\": [1, {}], \"id\": null, " + text + "}", "-"},
           {"{" + text + ", \"id\": \"c\"}", "-"},
           {"{\"n\": \"" + std::string(43, 'x') + "\", \"id\": 12345, " + text + "}", "-"},
           {std::string(5000, '['), "-"},
       })
    EXPECT_EQ(read_all(line + "\n", options, "-").at(0).id, id) << line.substr(0, 60);
}

TEST(JsonLines, DeepNesting) {
  const std::string deep =
      "{\"text\": " + std::string(100000, '[') + std::string(100000, ']') + "}\n{\"id\": \"b\", \"text\": \"x\"}\n";
  const auto stories = read_all(deep, from("jsonl"));
  ASSERT_EQ(stories.size(), 2u);
  ASSERT_TRUE(stories[0].error);
  EXPECT_EQ(stories[0].error->message, "not valid JSON: nested too deeply");
  EXPECT_EQ(stories[1].id, "b");
}

}  // namespace
}  // namespace wirecut::test
