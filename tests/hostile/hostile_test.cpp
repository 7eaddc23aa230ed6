// Input that nobody wrote for a reader: each ends in a record, in time that grows with its size and no faster.

#include <algorithm>
#include <climits>
#include <ctime>
#include <string>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "check.h"

namespace wirecut::test {
namespace {

struct HostileCase {
  const char* name;
  const char* before;
  const char* unit;  // repeated to fill the size
  const char* after;
  std::size_t size = 64 << 10;  // of the smaller text, in bytes
};

constexpr HostileCase kCases[] = {
    {"opening quotes", "", "“", ""},
    {"straight quotes", "", "\" ", ""},
    {"single quotes", "", "' ", ""},
    {"quote after quote", "", "\"No,\" he said. ", ""},
    {"never closed", "He said: “", "and then ", ""},
    {"paragraphs that reopen", "", "“And then it rained.\n\n", ""},
    {"one line of prose", "", "The minister of the country said on Monday that it rained. ", ""},
    {"one long word", "", "a", ""},
    {"digits", "", "1234567890", ""},
    {"digits and slashes", "", "12/", ""},
    {"dates", "", "May 2 ", ""},
    {"month names", "", "March ", ""},
    {"weekdays and commas", "", "Monday, ", ""},
    {"opening brackets", "", "(", ""},
    {"nested square brackets", "", "[a ", ""},
    {"full stops", "", ".", ""},
    {"dashes", "", "-- ", ""},
    {"blank lines", "", "\n", ""},
    {"short lines", "", "A\n", ""},
    {"carriage returns", "", "A b\r", ""},
    {"capitals", "", "JOHN SMITH ", ""},
    {"the same name", "", "John Smith met Mary Smith. ", ""},
    {"many pronouns", "John Smith came. ", "He said he told him that he was he. ", ""},
    {"place names", "", "Paris, Texas, ", ""},
    {"firms and places", "", "Wells Fargo London Paris Corp ", ""},
    {"countries", "", "Guinea-Bissau and Papua New Guinea and ", ""},
    {"apostrophes", "", "'s ", ""},
    {"zero width", "", "\xE2\x80\x8B", ""},
    {"right to left", "",
     "\xE2\x80\xAE"
     "abc ",
     ""},
    {"combining marks", "e", "\xCC\x81", ""},
    {"emoji", "", "\xF0\x9F\x98\x80 ", ""},
    {"ideographs", "", "\xE5\x9B\xBD", ""},
    {"web addresses", "", "http://a.b/c?d=e ", ""},
    {"datelines", "", "LONDON, May 2 (Reuters) - ", ""},
    {"bylines", "", "By John Smith\n", ""},
    {"source tags", "Headline\n\nBody.\n", "(ANI)\n", ""},
    {"initials", "", "A.B.C. ", ""},
    {"cue words", "", "said ", ""},
    {"according to", "", "according to ", ""},
    {"acronyms", "", "United Nations (UN) ", ""},
    {"titles", "", "Mr. Dr. Gen. ", ""},
    {"suffixes of a company", "Acme ", "Inc ", ""},
    {"bodies in towns", "", "The World Economic Forum in Davos met. ", "", 512 << 10},
    {"firms and storms", "", "Kepler analyst Hurricane Milton hit. ", "", 256 << 10},
    // a short loop over all that stands behind or beside, which only a long line shows
    {"clocks", "They came ", "at 1:10 p.m. then ", "they left.", 256 << 10},
    {"statements", "", "Prices rose in May, a spokesman said. ", "", 512 << 10},
    {"statements of what another wants", "", "Acme plans to sell, a spokesman said. ", "", 256 << 10},
    {"days that share a month", "They met ", "on May 1 and 2, on 3 and 4 June, ", "in all.", 256 << 10},
    {"towns and their states", "", "Paris, Texas and London met. ", "", 256 << 10},
    {"abbreviated states of no country", "", "We went to WA and came to NT, ", "", 256 << 10},
    {"semicolons before a cue", "The plan was dead ", ";", ", Roe said.", 256 << 10},
    {"quotations behind a statement", "Roe said it was late.\n\n", "\"We go on and on and on now.\" ", "", 256 << 10},
    {"marks that may go on", "'A bad 'a bad 'a bad 'a bad 'a bad 'a bad", "\n", "End.", 512 << 10},
    {"subjects of many verbs", "Roe ", "opposed it and said it was late, adding that ", "it was.", 256 << 10},
    {"commas around cues", "", "a, b, c, d, Roe said e, ", "", 128 << 10},  // more than 16 bits count
};

std::string hostile_text(const HostileCase& c, std::size_t size) {
  std::string text = c.before;
  while (text.size() < size) text += c.unit;
  return text + c.after;
}

double cpu_seconds(const std::string& text) {
  const std::clock_t began = std::clock();
  analyze(text, "2019-05-02");
  return static_cast<double>(std::clock() - began) / CLOCKS_PER_SEC;
}

// Blocks of 32 MB and more would come from the system page by page in each run, which only the larger text would pay.
void keep_memory() {
#ifdef __GLIBC__
  ::mallopt(M_MMAP_MAX, 0);
  ::mallopt(M_TRIM_THRESHOLD, INT_MAX);
#endif
}

// Four times the text in less than six times the time. Times under 20 ms are noise, and count as 20 ms. What else the
// machine does makes a run slower, never faster: the best of up to five runs counts.
TEST(Hostile, TimeGrowsWithTheText) {
  constexpr int kRuns = 9;  // other processes may take the caches for a while
  keep_memory();
  for (const HostileCase& c : kCases) {
    const std::string small = hostile_text(c, c.size), large = hostile_text(c, 4 * c.size);
    double once = cpu_seconds(small), four = cpu_seconds(large);
    for (int run = 1; run < kRuns && four >= 6 * std::max(once, 0.02); ++run) {
      once = std::min(once, cpu_seconds(small));
      four = std::min(four, cpu_seconds(large));
    }
    EXPECT_LT(four, 6 * std::max(once, 0.02)) << c.name;
  }
}

TEST(Hostile, OddTexts) {
  for (std::string_view text :
       {std::string_view(""), std::string_view("\0", 1), std::string_view(" "), std::string_view("\n\n\n"),
        std::string_view("a"), std::string_view("\""), std::string_view("\xE2\x80\x9C"), std::string_view("."),
        std::string_view("\xEF\xBB\xBF"), std::string_view("\xC2\xA0"), std::string_view("By"),
        std::string_view("(Reuters) -"), std::string_view("\x01\x02\x03"), std::string_view("a\0b said \"c\0d\"", 13)})
    analyze(text);
}

// What opens a story has nothing in front of it.
TEST(Hostile, OddBeginnings) {
  for (std::string_view text :
       {"\"The scale of the it different.\" home. Britain's announced plans",
        "“The scale of it is different.” Roe said it.", "Bank from Vesna Corp said it would close.", "King's",
        "'s Lynn", "King's Lynn", "a King's Lynn", "• “a b c”", "the 27-year-old said", "<", "&",
        "the 45th of every month", "Roe, who said", "“a,” said", "“a,” said b, “"})
    analyze(text);
}

// Rules look at the first bytes of a long line only: those may end inside of any character.
TEST(Hostile, LongLines) {
  std::string prose;
  while (prose.size() < 600) prose += "Water rose over the northern villages again today, ";
  for (std::string_view mark : {"\u201c", "\u3000", "\u2028"})
    for (std::size_t size = 0; size < prose.size(); ++size)
      analyze(prose.substr(0, size) + std::string(mark) + "and so on, they said.\n\nIt went on.\n");
}

}  // namespace
}  // namespace wirecut::test
