#include <gtest/gtest.h>

#include "input/read_all.h"

namespace wirecut::test {
namespace {

struct Case {
  std::string table;
  std::string stories;
};

void check(const Case& c, const ReadOptions& options = from("csv")) {
  for (const std::size_t piece : {1u << 16, 3u, 1u})
    EXPECT_EQ(summary(read_all(c.table, options, "-", piece)), c.stories) << c.table;
}

TEST(Csv, Tables) {
  const Case cases[] = {
      {"", ""},
      {"id,text\n", ""},
      {"id,text\na,Rain.\nb,Sun.", "a: Rain.\nb: Sun.\n"},
      {"text\r\nRain.\r\n\r\nSun.\r\n", "-: Rain.\n-#2: Sun.\n"},
      {"id,text\na,\"Rain, he said:\n\"\"yes\"\".\"\nb,x\n", "a: Rain, he said:\n\"yes\".\nb: x\n"},
      {"id;text\na;Rain, sun\n", "a: Rain, sun\n"},
      {"id\ttext\na\tRain, sun\n", "a: Rain, sun\n"},
      {"id,text\na,a 5\" pipe\n", "a: a 5\" pipe\n"},
      {"\xEF\xBB\xBFtext,id\nx,a\n", "a: x\n"},
      {"id,text\na,caf\xE9\n", "a: caf\u00E9\n"},
      {"id,text\na,\"CRLF\r\nkept\"\r\n", "a: CRLF\r\nkept\n"},
      {"id,text,more\na,\"\",x\n", "a: \n"},
      {"ID,Text\na,Rain.\n", "a: Rain.\n"},
      {"Text,text\nSun.,Rain.\n", "-: Rain.\n"},  // as it is asked for
      {"Text,TEXT\na,b\n",
       "-! markup: no \"text\" column: --text-field names one of \"Text\", \"TEXT\" (line 1, byte 0)\n"},
  };
  for (const Case& c : cases) check(c);
}

TEST(Csv, BadRowsKeepTheirPlace) {
  check({"id,text\na\nb,x\n", "a! markup: no \"text\" cell (line 2, byte 8)\nb: x\n"});
  check({"id,text\na,\"open\nb,x\n", "a! markup: a quoted cell is not closed (line 2, byte 8)\n"});
  check({"id,body\na,b\n",
         "-! markup: no \"text\" column: --text-field names one of \"id\", \"body\" (line 1, byte 0)\n"});
  ReadOptions options = from("csv");
  options.max_story_bytes = 50;
  check({std::string(60, 'x') + ",text\na,b\n", "-! limit: the header is over the limit of 50 bytes (--max-story)\n"},
        options);
  check({"text" + std::string(100000, ',') + "\nRain." + std::string(100000, ',') + "x\n", "-: Rain.\n"});
  check({"id,text\na," + std::string(500, 'x') + "\nb,x\n",
         "a! limit: the row is over the limit of 50 bytes (--max-story) (line 2, byte 8)\nb: x\n"},
        options);
}

TEST(Csv, Metadata) {
  ReadOptions options = from("csv");
  options.text_field = "body";
  const auto stories = read_all("body,published,title,byline,authors\nRain.,20190502,Wet,By A B,A B; C D\n", options);
  ASSERT_EQ(stories.size(), 1u);
  const Metadata& metadata = stories[0].metadata;
  EXPECT_EQ(metadata.published, "2019-05-02");
  EXPECT_EQ(metadata.headline, "Wet");
  EXPECT_EQ(metadata.byline, "By A B");
  EXPECT_EQ(metadata.authors, (std::vector<std::string>{"A B", "C D"}));
}

}  // namespace
}  // namespace wirecut::test
