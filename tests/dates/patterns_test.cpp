// Every row of the grammar finds its own example, whole; rows of DateForm::nothing find none in theirs.
#include "dates/patterns.h"

#include <gtest/gtest.h>

#include <string>

#include "check.h"
#include "lexicon/lexicon.h"

namespace wirecut {
namespace {

const TimeWords& time_words() {
  static const Lexicon lexicon{embedded_bytes()};
  static const TimeWords instance{lexicon};
  return instance;
}

TEST(DatePatterns, EachRowMatchesItsExample) {
  for (std::size_t row = 0; row < date_patterns().size(); ++row) {
    const DatePattern& pattern = date_patterns()[row];
    const Story story = test::analyze("They met " + std::string(pattern.example));
    std::vector<std::uint32_t> memory;
    std::vector<Atom> atoms;
    cut_atoms(story, story.sentences.front(), time_words(), memory, atoms);
    std::string found;
    for (std::size_t at = 0; at < atoms.size() && found.empty(); ++at) {
      if (atoms[at].classes == 0) continue;
      const PatternMatch match = match_patterns(atoms, at);
      if (match.end_atom == at) continue;
      found = story.words(match.expression.span);
      EXPECT_EQ(match.row, row) << pattern.pattern << " is taken by " << date_patterns()[match.row].pattern;
      EXPECT_EQ(match.expression.form, pattern.form) << pattern.pattern;
    }
    EXPECT_EQ(found, pattern.example) << pattern.pattern;
  }
}

}  // namespace
}  // namespace wirecut
