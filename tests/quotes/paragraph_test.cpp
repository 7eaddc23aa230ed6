#include "quotes/paragraph.h"

#include <gtest/gtest.h>

namespace wirecut::test {
namespace {

// A paragraph may have more commas than a running count can hold.
TEST(ParagraphView, CountsGoOnBehindTheLargest) {
  EXPECT_EQ(few(grown(3, 5), 4), 2);
  EXPECT_EQ(few(grown(65535, 1), 4), 2);
  EXPECT_EQ(few(grown(65500, 20), 4), 4);
}

}  // namespace
}  // namespace wirecut::test
