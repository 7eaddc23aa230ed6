#include <gtest/gtest.h>

#include "input/read_all.h"

using namespace std::string_literals;

namespace wirecut::test {
namespace {

struct Case {
  std::string message;
  Transmission header;
  std::string published;
  std::string text;
};

void check(const Case& c) {
  for (const std::size_t piece : {1u << 16, 1u}) {
    const auto stories = read_all(c.message, from("auto"), "feed", piece);
    ASSERT_EQ(stories.size(), 1u) << c.message;
    const Story& story = stories[0];
    ASSERT_TRUE(story.structure.transmission) << c.message;
    const Transmission& t = *story.structure.transmission;
    EXPECT_EQ(t.service, c.header.service) << c.message;
    EXPECT_EQ(t.number, c.header.number) << c.message;
    EXPECT_EQ(t.priority, c.header.priority) << c.message;
    EXPECT_EQ(t.category, c.header.category) << c.message;
    EXPECT_EQ(t.slug, c.header.slug) << c.message;
    EXPECT_EQ(t.filed, c.header.filed) << c.message;
    EXPECT_EQ(story.metadata.published, c.published) << c.message;
    EXPECT_EQ(story.text, c.text) << c.message;
  }
}

TEST(Wire, Messages) {
  const Case cases[] = {
      {"\x01"
       "bdt0301 4 pl 372  dpa 0594\r\nCanal/Tolls\r\n\x02Tolls fall\r\n\r\nBERLIN (dpa) - They fell.\r\n\x03"
       "021412 GMT May 91\r\n\x04",
       {"bdt", "0301", "4", "pl", "Canal/Tolls", "021412 GMT May 91"},
       "1991-05-02",
       "Tolls fall\r\n\r\nBERLIN (dpa) - They fell.\r\n"},
      {"\x16\x16\x01"
       "a0412\x1f----\r\nr a \x13\x11 BC-Canal-Tolls 05-02 0210\r\n\x02^BC-Canal-Tolls,0213<\r\n"
       "^Senate Votes To Lower Tolls<\r\n\tWASHINGTON (AP) _ It voted.\r\n\x03"
       "AP-WS-05-02-91 1412EDT<\r\n\x04",
       {"----", "0412", "r", "a", "BC-Canal-Tolls", "AP-WS-05-02-91 1412EDT"},
       "1991-05-02",
       "BC-Canal-Tolls,0213\r\nSenate Votes To Lower Tolls\r\n\tWASHINGTON (AP) _ It voted.\r\n"},
      {"\x01"
       "AAP123 3 F 45\n\x02Rain fell.\n\x03"
       "14-05-13 08-30-00\x04",
       {"AAP", "123", "3", "F", "", "14-05-13 08-30-00"},
       "2013-05-14",
       "Rain fell.\n"},
      {"\x01"
       "x1 3 F 45\n\x02"
       "caf\xE9\x03",
       {"x", "1", "3", "F", "", ""},
       "",
       "caf\u00E9"},
      {"\x01"
       "x1 3 F 45\nNo start mark.\n\x03",
       {"x", "1", "3", "F", "", ""},
       "",
       "No start mark.\n"},
      {"\x01\x02\x03", {}, "", ""},
  };
  for (const Case& c : cases) check(c);
}

TEST(Wire, ManyMessages) {
  const std::string feed =
      "\r\n\x01"
      "a1 3 p 9\r\n\x02One.\x03\r\n\r\n\r\n\x16\x16\x01"
      "a2 3 p 9\r\n\x02Two.\x01"
      "a3 3 p 9\r\n\x02Three.\x03"
      "noise";
  for (const std::size_t piece : {1u << 16, 1u}) {
    const auto stories = read_all(feed, from("iptc7901"), "-", piece);
    EXPECT_EQ(summary(stories), "-: One.\n-#2: Two.\n-#3: Three.\n");
    EXPECT_EQ(stories.at(1).warnings, std::vector<std::string>{"the message has no end mark (ETX)"});
  }
}

TEST(Wire, OverTheLimit) {
  ReadOptions options = from("auto");
  options.max_story_bytes = 50;
  const std::string feed =
      "\x01"
      "a1 3 p 9\n\x02" +
      std::string(5000, 'x') +
      "\x03\n\x01"
      "a2 3 p 9\n\x02Two.\x03";
  for (const std::size_t piece : {1u << 16, 3u})
    EXPECT_EQ(summary(read_all(feed, options, "-", piece)),
              "-! limit: the message is over the limit of 50 bytes (--max-story)\n-#2: Two.\n");
}

TEST(Wire, OverTheLimitAndNeverClosed) {
  ReadOptions options = from("iptc7901");
  options.max_story_bytes = 50;
  for (const std::size_t piece : {1u << 16, 3u})
    EXPECT_EQ(summary(read_all("\x01"
                               "a1 3 p 9\n\x02" +
                                   std::string(5000, 'x'),
                               options, "-", piece)),
              "-! limit: the message is over the limit of 50 bytes (--max-story)\n");
}

}  // namespace
}  // namespace wirecut::test
