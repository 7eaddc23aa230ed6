#include "text/offsets.h"

#include <gtest/gtest.h>

#include <string>

namespace wirecut {
namespace {

// Holds the map against a count from the start, at every code point boundary.
void check(const std::string& text) {
  for (const OffsetUnit unit : {OffsetUnit::codepoint, OffsetUnit::utf16, OffsetUnit::byte}) {
    const OffsetMap map(text, unit);
    std::uint32_t expected = 0;
    for (std::uint32_t at = 0; at <= text.size(); ++at) {
      const auto byte = at < text.size() ? static_cast<unsigned char>(text[at]) : 0u;
      if ((byte & 0xC0) == 0x80) continue;
      if (unit == OffsetUnit::byte) expected = at;
      ASSERT_EQ(map(at), expected) << "byte " << at << " of " << text.substr(0, 40);
      expected += unit == OffsetUnit::utf16 && byte >= 0xF0 ? 2 : 1;
    }
  }
}

TEST(OffsetMap, AgreesWithCounting) {
  std::string mixed;
  for (int i = 0; i < 50; ++i) mixed += "a\u00E9\u20AC\U0001F600, plain words ";
  for (const std::string& text : {std::string(), std::string("a"), std::string(64, 'x'), std::string(200, 'x'),
                                  std::string("\u201CYes,\u201D he said"), std::string(63, 'x') + "\U0001F600" + "y",
                                  std::string(64, 'x') + "\u00E9", mixed})
    check(text);
}

TEST(OffsetMap, IsUsedAgain) {
  OffsetMap map("\u00E9\u00E9", OffsetUnit::codepoint);
  EXPECT_EQ(map(4), 2u);
  map.assign("plain", OffsetUnit::codepoint);
  EXPECT_EQ(map(5), 5u);
}

}  // namespace
}  // namespace wirecut
