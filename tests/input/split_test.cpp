#include "input/split.h"

#include <gtest/gtest.h>

#include "input/input.h"
#include "input/read_all.h"

namespace wirecut::test {
namespace {

struct Case {
  std::string feed;
  std::string stories;
};

void check(const Case& c, const std::string& split, std::size_t max_story = 1u << 20) {
  ReadOptions options = from("text");
  options.split = split;
  options.max_story_bytes = max_story;
  for (const std::size_t piece : {1u << 16, 5u, 1u})
    EXPECT_EQ(summary(read_all(c.feed, options, "-", piece)), c.stories)
        << split << " in pieces of " << piece << ": " << c.feed;
}

TEST(Split, EverySeparatorHasItsExample) {
  for (const SeparatorLine& form : separator_lines()) {
    EXPECT_TRUE(is_separator_line(form.example)) << form.name;
    check({"One.\n" + std::string(form.example) + "\nTwo.", "-: One.\n\n-#2: Two.\n"}, "auto");
  }
}

TEST(Split, NearMisses) {
  for (const char* line :
       {"", " ", "-", "--", "___", "NNNNN", "30", "- 30", "-- Jane Roe", "---- more", "====", "\u2014"})
    EXPECT_FALSE(is_separator_line(line)) << line;
}

TEST(Split, Auto) {
  const Case cases[] = {
      {"", ""},
      {"\n \n", ""},
      {"One.", "-: One.\n"},
      {"One.\x03Two.\fThree.", "-: One.\n-#2: Two.\n-#3: Three.\n"},
      {"One.\x03\r\n\r\n  Two.\x03\r\n", "-: One.\n-#2:   Two.\n"},
      {"NNNN\nOne.\nNNNN\n\n\nNNNN\nTwo.\nNNNN", "-: One.\n\n-#2: Two.\n\n"},
      {"One.\r\n-30-\r\nTwo.\r\n", "-: One.\r\n\n-#2: Two.\r\n\n"},
      {"He said NNNN\nOne -30- two\n", "-: He said NNNN\nOne -30- two\n\n"},
  };
  for (const Case& c : cases) check(c, "auto");
}

TEST(Split, ByPattern) {
  check({"a\n%%\nb\n%%\nc", "-: a\n\n-#2: b\n\n-#3: c\n"}, "^%%$");
  check({"a\n\n\n\nb\n\nc", "-: a\n-#2: b\n\nc\n"}, "\\n{3,}");
  check({"=1= a =22= b", "-:  a \n-#2:  b\n"}, "=\\d+=");
  check({"a\u2020b", "-: a\n-#2: b\n"}, "\u2020");
  check({"ab", "-: ab\n"}, "x*");
}

TEST(Split, OverTheLimit) {
  const std::string big(3000, 'x');
  const std::string limit = "! limit: the story is over the limit of 100 bytes (--max-story)\n";
  check({"One.\nNNNN\n" + big + "\nNNNN\nThree.", "-: One.\n\n-#2" + limit + "-#3: Three.\n"}, "auto", 100);
  check({big, "-" + limit}, "auto", 100);
  const std::string full(99, 'x');
  check({full + "\nNNNN\nTwo.", "-: " + full + "\n\n-#2: Two.\n"}, "auto", 100);
  check({full + "\n\nNNNN\nTwo.", "-" + limit + "-#2: Two.\n"}, "auto", 100);
  check({"One.%" + big + "%Three.", "-: One.\n-#2" + limit + "-#3: Three.\n"}, "%", 100);
}

TEST(Split, BadPatterns) {
  EXPECT_TRUE(check_split("none"));
  EXPECT_TRUE(check_split("auto"));
  EXPECT_TRUE(check_split("^-+$"));
  EXPECT_EQ(check_split("(").error().message, "not a regular expression: mismatched paren at character 1");
  ReadOptions options = from("text");
  options.split = "(a+)+b";
  const auto stories = read_all(std::string(100, 'a'), options);
  ASSERT_EQ(stories.size(), 1u);
  ASSERT_TRUE(stories[0].error);
  EXPECT_EQ(stories[0].error->kind, ErrorKind::limit);
}

// The story comes when its end has been read, whatever follows.
TEST(Split, DoesNotWaitForTheRest) {
  ReadOptions options = from("text");
  options.split = "auto";
  auto source = std::make_unique<PieceSource>("One.\nNNNN\n" + std::string(100, 'x'), 10);
  const PieceSource* feed = source.get();
  const auto reader = open_stories(std::move(source), "-", options);
  EXPECT_EQ(reader->next()->text, "One.\n");
  EXPECT_EQ(feed->given(), 10u);
}

}  // namespace
}  // namespace wirecut::test
