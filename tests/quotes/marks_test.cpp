#include "quotes/marks.h"

#include <algorithm>
#include <ctime>
#include <string>
#include <vector>

#include "check.h"

namespace wirecut::test {
namespace {

struct Case {
  const char* text;
  std::vector<std::string> stretches;  // "~" behind one that isn't closed
};

void check(const Case& row) {
  const std::string_view text = row.text;
  std::vector<Mark> marks;
  std::vector<MarkedStretch> stretches;
  for (std::size_t start = 0; start <= text.size();) {  // paragraph by paragraph
    const std::size_t end = std::min(text.find("\n\n", start), text.size());
    find_marked(text, {static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end)}, marks, stretches);
    start = end + 2;
  }
  std::vector<std::string> found;
  for (const MarkedStretch& stretch : stretches)
    found.push_back(std::string(text.substr(stretch.inner.start, stretch.inner.size())) + (stretch.closed ? "" : "~"));
  EXPECT_EQ(found, row.stretches) << text;
}

const Case kCases[] = {
    {"“a b,” x “c d.”", {"a b,", "c d."}},
    {"\"a b,\" x \"c d.\"", {"a b,", "c d."}},
    {"“a ‘b’ c”", {"a ‘b’ c"}},
    {"“a “b c” d e” f", {"a “b c” d e"}},      // nested in its own kind
    {"“a b, x “c d.”", {"a b, x ~", "c d."}},  // a forgotten close
    {"x ” y “a”", {"a"}},                      // a stray close
    {"“a b", {"a b~"}},
    {"\"a b, said Roe Poe, a baker.", {"a b,"}},  // a forgotten close before the speaker
    {"“a b. C d, Roe Poe said. He left. “e f”", {"a b. C d,", "e f"}},
    {"“a b, Roe Poe said nothing of", {"a b, Roe Poe said nothing of~"}},
    {"“a b, he said.", {"a b, he said.~"}},
    {"‘a b’ and the dogs’ tails", {"a b"}},
    {"'tis the dogs' '90s 'em", {}},
    {"'the dogs' tails are long,' x", {"the dogs' tails are long,"}},
    {"6'2\" and 12\" pipes", {}},
    {"„a“ «b» ``c'' ''d''", {"a", "b", "c", "d"}},
    {"&quot;a b,&quot; x &ldquo;c&rdquo; &#8220;d&#8221; e & f; &amp;", {"a b,", "c", "d"}},
    {"&quot", {}},
    {"\"\" “”", {}},
    {"x “a b.\n\nc d,” e", {"a b.~", "c d,"}},  // goes on in the next paragraph, which doesn't open it anew
    {"x \"a b.\n\nc d,\" e \"f.\"", {"a b.~", "c d,", "f."}},
    {"“a b.\n\n“c d,” e", {"a b.~", "c d,"}},
    {"\"a b.\n\nc d \"e f\" g", {"a b.~", "e f"}},
    {"\"a b,\" c\n\nd e,\" f", {"a b,"}},
    {"“a b.\n\nc d,\" e", {"a b.~"}},
    {"“a b.\n\nc\n\nd e,” f", {"a b.~", "c~", "d e,"}},  // nor does one between
    {"“a b.\n\nc\n\nd\n\ne f,” g", {"a b.~"}},
    {"“a b.\n\nc\n\nd “e,” f", {"a b.~", "e,"}},
    {"", {}},
};
TEST(Marks, Pairs) {
  for (const Case& row : kCases) check(row);
}

double seconds_for(const std::string& unit, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += unit;
  std::vector<Mark> marks;
  std::vector<MarkedStretch> stretches;
  const std::clock_t began = std::clock();
  find_marked(text, {0, static_cast<std::uint32_t>(text.size())}, marks, stretches);
  return static_cast<double>(std::clock() - began) / CLOCKS_PER_SEC;
}

// Words that nobody closes, a wide gap, and many paragraphs without a mark behind it.
TEST(Marks, StaysLinearOverParagraphs) {
  const std::string opening = "“a" + std::string(1000000, '\n'), paragraph = "b.\n\n";
  std::string text = opening;
  for (int i = 0; i < 100000; ++i) text += paragraph;
  std::vector<Mark> marks;
  std::vector<MarkedStretch> stretches;
  const std::clock_t began = std::clock();
  find_marked(text, {0, 4}, marks, stretches);
  for (std::size_t at = opening.size(); at < text.size(); at += paragraph.size())
    find_marked(text, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + 2)}, marks, stretches);
  EXPECT_LT(static_cast<double>(std::clock() - began) / CLOCKS_PER_SEC, 0.5);
}

// 100,000 marks of one kind: a quadratic pairing would take minutes.
TEST(Marks, StaysLinear) {
  for (const char* unit : {"“", "“ x ", "\"", " \"x", "‘x ", " 'x", "'", "x' ", "''", "” ", "“ ‘x ", "«", "„x “ "})
    EXPECT_LT(seconds_for(unit, 100000), 0.5) << unit;
}

}  // namespace
}  // namespace wirecut::test
