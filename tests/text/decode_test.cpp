#include "text/decode.h"

#include <gtest/gtest.h>

#include <string>

using namespace std::string_literals;

namespace wirecut {
namespace {

struct Case {
  const char* name;
  std::string bytes;
  std::string text;
  std::string warning = "";  // the only one; empty: none
};

void check(const Case& c) {
  std::vector<std::string> warnings;
  EXPECT_EQ(decode_text(c.bytes, warnings), c.text) << c.name;
  EXPECT_EQ(warnings.empty() ? "" : warnings.front(), c.warning) << c.name;
  EXPECT_LE(warnings.size(), 1u) << c.name;
}

std::string utf16(std::u16string_view units, bool big) {
  std::string bytes;
  for (const char16_t unit : units) {
    const char high = static_cast<char>(unit >> 8), low = static_cast<char>(unit & 0xFF);
    bytes += big ? high : low;
    bytes += big ? low : high;
  }
  return bytes;
}

TEST(DecodeText, Cases) {
  const Case cases[] = {
      {"nothing", "", ""},
      {"ASCII", "Rain fell.", "Rain fell."},
      {"UTF-8", "caf\u00E9 \U0001F600", "caf\u00E9 \U0001F600"},
      {"mark of UTF-8", "\xEF\xBB\xBFRain", "Rain"},
      {"the mark alone", "\xEF\xBB\xBF", ""},
      {"a mark inside stays", "a\xEF\xBB\xBF", "a\xEF\xBB\xBF"},
      {"nothing is folded", "a\r\nb\rc\xC2\xA0\xE2\x80\x8B\xE2\x80\xAE", "a\r\nb\rc\xC2\xA0\xE2\x80\x8B\xE2\x80\xAE"},
      {"a NUL stays", "one\0two, three and four"s, "one\0two, three and four"s},
      {"windows-1252 quotes", "\x93Yes\x94", "\u201CYes\u201D", "2 bytes were not UTF-8 and were read as windows-1252"},
      {"one byte", "caf\xE9", "caf\u00E9", "1 byte was not UTF-8 and was read as windows-1252"},
      {"UTF-8 and windows-1252 in one", "caf\u00E9 caf\xE9 x", "caf\u00E9 caf\u00E9 x",
       "1 byte was not UTF-8 and was read as windows-1252"},
      {"overlong slash", "\xC0\xAF", "\u00C0\u00AF", "2 bytes were not UTF-8 and were read as windows-1252"},
      {"a surrogate in UTF-8", "\xED\xA0\x80", "\u00ED\u00A0\u20AC",
       "3 bytes were not UTF-8 and were read as windows-1252"},
      {"cut off in a letter", "a\xE2\x80", "a\u00E2\u20AC", "2 bytes were not UTF-8 and were read as windows-1252"},
      {"UTF-16 little, mark", utf16(u"\uFEFFK\u00F6ln \U0001F600", false), "K\u00F6ln \U0001F600"},
      {"UTF-16 big, mark", utf16(u"\uFEFFK\u00F6ln", true), "K\u00F6ln"},
      {"UTF-16 little by its NULs", utf16(u"LONDON, May 2 - Rain", false), "LONDON, May 2 - Rain"},
      {"UTF-16 big by its NULs", utf16(u"LONDON, May 2 - Rain", true), "LONDON, May 2 - Rain"},
      {"half a pair", utf16(u"\uFEFFab\xD83D", false), "ab\uFFFD", "1 unit of UTF-16 could not be decoded"},
      {"two halves, wrong way round", utf16(u"\uFEFF\xDE00\xD83Dx", false), "\uFFFD\uFFFDx",
       "2 units of UTF-16 could not be decoded"},
      {"half a unit", utf16(u"\uFEFFab", false) + "c", "ab\uFFFD", "1 unit of UTF-16 could not be decoded"},
  };
  for (const Case& c : cases) check(c);
}

TEST(Utf16Decoder, PiecesOfAnySize) {
  const std::string bytes = utf16(u"a\u00E9\u20AC\U0001F600", false);
  for (std::size_t size = 1; size <= bytes.size(); ++size) {
    Utf16Decoder decoder(Utf16::little);
    std::string text;
    for (std::size_t at = 0; at < bytes.size(); at += size)
      decoder.decode(std::string_view(bytes).substr(at, size), text);
    decoder.finish(text);
    EXPECT_EQ(text, "a\u00E9\u20AC\U0001F600") << size;
  }
}

TEST(DecodeCharset, Cases) {
  EXPECT_EQ(decode_charset("\xE1\xF3", "iso-8859-2"), "\u00E1\u00F3");
  EXPECT_EQ(decode_charset("\x93\xFA\x96\x7B", "Shift_JIS"), "\u65E5\u672C");
  EXPECT_EQ(decode_charset("a", "no-such-charset"), std::nullopt);
  std::string long_text(100000, '\xE9');
  EXPECT_EQ(decode_charset(long_text, "latin1")->size(), 200000u);
}

TEST(SingleByteTable, Cases) {
  const auto table = single_byte_table("windows-1251");
  ASSERT_TRUE(table);
  EXPECT_EQ((*table)[0xC0], 0x0410);
  EXPECT_EQ((*table)['A'], 'A');
  EXPECT_FALSE(single_byte_table("Shift_JIS"));
  EXPECT_FALSE(single_byte_table("no-such-charset"));
}

}  // namespace
}  // namespace wirecut
