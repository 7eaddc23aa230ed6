#include <gtest/gtest.h>

#include "input/read_all.h"

namespace wirecut::test {
namespace {

struct Case {
  std::string json;
  std::string stories;
};

void check(const Case& c, const ReadOptions& options = from("json")) {
  for (const std::size_t piece : {1u << 16, 3u, 1u})
    EXPECT_EQ(summary(read_all(c.json, options, "-", piece)), c.stories) << c.json;
}

TEST(Json, Documents) {
  const Case cases[] = {
      {"", ""},
      {"[]", ""},
      {"{\n \"id\": \"a\",\n \"text\": \"Rain { \\\" } \\\\\"\n}\n", "a: Rain { \" } \\\n"},
      {"[{\"text\": \"One.\"},\n {\"text\": \"Two.\", \"x\": [{}, {\"y\": 1}]}]", "-: One.\n-#2: Two.\n"},
      {"{\"text\": \"One.\"}\n{\"text\": \"Two.\"}", "-: One.\n-#2: Two.\n"},
      {"[{\"text\": 1},\n{\"text\": \"Two.\"}]", "-! json: \"text\" is not a string (line 1, byte 1)\n-#2: Two.\n"},
      {"{\n\"text\": \"a\",\n}\n", "-! json: not valid JSON: "},
      {"{\"text\": \"a\"", "-! json: not valid JSON: it ends too early (line 1, byte 12)\n"},
      {"oops", "-! json: not a JSON object (line 1, byte 0)\n"},
  };
  for (const Case& c : cases) {
    if (!c.stories.ends_with(": "))
      check(c);
    else
      EXPECT_TRUE(summary(read_all(c.json, from("json"), "-")).starts_with(c.stories)) << c.json;
  }
}

TEST(Json, OverTheLimit) {
  ReadOptions options = from("json");
  options.max_story_bytes = 40;
  check({"[{\"text\": \"" + std::string(500, 'x') + "\"}, {\"text\": \"b\"}]",
         "-! limit: the story is over the limit of 40 bytes (--max-story) (line 1, byte 1)\n-#2: b\n"},
        options);
}

TEST(Ninjs, AllVersions) {
  const char* const versions[] = {
      R"({"uri": "urn:1", "versioncreated": "2019-05-02T10:00:00Z", "language": "en", "headline": "Wet", "byline": "By A B",
          "infosource": [{"name": "Acme"}], "body_xhtml": "<p>no</p>", "body_text": "LONDON (AP) - Rain.\n\nMore."})",
      R"({"uri": "urn:1", "versioncreated": "2019-05-02T10:00:00Z", "language": "en", "by": "By A B",
          "headlines": [{"role": "short", "value": "W"}, {"role": "main", "value": "Wet"}], "infosources": [{"name": "Acme"}],
          "bodies": [{"role": "main", "contenttype": "text/html", "value": "<p>LONDON (AP) - Rain.</p><p>More.</p>"},
                     {"role": "summary", "value": "no"}]})",
      R"({"uri": "urn:1", "versionCreated": "2019-05-02T10:00:00Z", "language": "en", "by": "By A B",
          "headlines": [{"value": "Wet"}], "infoSources": [{"name": "Acme"}],
          "bodies": [{"contentType": "text/plain", "value": "LONDON (AP) - Rain.\n\nMore."}]})",
  };
  for (const char* json : versions) {
    const auto stories = read_all(json, from("ninjs"));
    ASSERT_EQ(summary(stories), "urn:1: Wet\n\nBy A B\n\nLONDON (AP) - Rain.\n\nMore.\n\n") << json;
    const Metadata& metadata = stories[0].metadata;
    EXPECT_EQ(metadata.published, "2019-05-02T10:00:00Z") << json;
    EXPECT_EQ(metadata.language, "en") << json;
    EXPECT_EQ(metadata.source, "Acme") << json;
  }
}

}  // namespace
}  // namespace wirecut::test
