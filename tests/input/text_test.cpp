#include <gtest/gtest.h>

#include "input/read_all.h"

namespace wirecut::test {
namespace {

TEST(PlainText, IsOneStory) {
  for (const std::size_t piece : {1u << 16, 3u, 1u}) {
    EXPECT_EQ(summary(read_all("Rain\r\nfell.\n", from("text"), "a.txt", piece)), "a.txt: Rain\r\nfell.\n\n");
    EXPECT_EQ(summary(read_all("\xEF\xBB\xBFRain", from("text"), "-", piece)), "-: Rain\n");
  }
  EXPECT_EQ(summary(read_all("", from("text"))), "in.txt: \n");
}

TEST(PlainText, OverTheLimit) {
  ReadOptions options = from("text");
  options.max_story_bytes = 10;
  EXPECT_EQ(summary(read_all("0123456789", options)), "in.txt: 0123456789\n");
  EXPECT_EQ(summary(read_all("0123456789x", options)),
            "in.txt! limit: the story is over the limit of 10 bytes (--max-story)\n");
}

}  // namespace
}  // namespace wirecut::test
