// Stories and the quotes that are to be found in them, a line each.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "check.h"
#include "describe.h"

namespace wirecut::test {

// One quote as "type | content, its spans joined by / | speaker | via", the last left out where there is none.
inline std::string describe(const Story& story, const Quote& quote) {
  std::string line = describe_words(story, quote);
  if (quote.via) (line += " | ") += story.words(quote.via->span);
  return line;
}

struct QuoteCase {
  const char* text;
  std::vector<std::string> quotes;
};

inline void check(const QuoteCase& row) {
  const Story story = analyze(row.text);
  std::vector<std::string> found;
  for (const Quote& quote : story.quotes) found.push_back(describe(story, quote));
  EXPECT_EQ(found, row.quotes) << row.text;
}

}  // namespace wirecut::test
