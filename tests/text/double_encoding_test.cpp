#include "text/double_encoding.h"

#include <gtest/gtest.h>

#include "text/decode.h"

namespace wirecut {
namespace {

// As a program writes `text` that takes its UTF-8 for windows-1252.
std::string encoded_twice(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    append_utf8(byte >= 0x80 && byte < 0xA0 ? kWindows1252[byte - 0x80u] : byte, out);
  }
  return out;
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
  return text;
}

TEST(DoubleEncoding, IsUndone) {
  const std::string texts[] = {
      "\u201CYes,\u201D she said at the caf\u00E9.",
      "Zo\u00EB\u2019s brother \u2014 \u20AC5, \u00A37\u2026",
      "\u201CYes \U0001F600,\u201D she said.",
      "\u0141\u00F3d\u017A",
  };
  for (const std::string& text : texts) {
    EXPECT_EQ(undo_double_encoding(encoded_twice(text)), text);
    EXPECT_EQ(undo_double_encoding(text), "") << text;
  }
}

TEST(DoubleEncoding, TheLastByteOfAClosingMarkMayBeLost) {
  const std::string text = "\u201CYes,\u201D she said. \u201CNo.\u201D";
  EXPECT_EQ(undo_double_encoding(replaced(encoded_twice(text), "\u009D", "")), text);
  EXPECT_EQ(undo_double_encoding(replaced(encoded_twice(text), "\u009D", "\uFFFD")), text);
}

TEST(DoubleEncoding, StaysWhereItIsNotCertain) {
  const std::string texts[] = {
      "",
      "Rain fell.",
      encoded_twice("One caf\u00E9."),                                   // a single sequence
      encoded_twice("A caf\u00E9 in K\u00F6ln.") + " \u201CYes.\u201D",  // marks that are none of it
      encoded_twice("A caf\u00E9 in K\u00F6ln.") + " \u4E2D",            // no character of windows-1252
      "S\u00C3O PAULO, \u00C2NGELO",                                     // capitals that stand alone
      "\u00C3\u00A9\u00C3",                                              // cut off
  };
  for (const std::string& text : texts) EXPECT_EQ(undo_double_encoding(text), "") << text;
  EXPECT_EQ(undo_double_encoding(encoded_twice("Zo\u00EB Roe"), 1), "Zo\u00EB Roe");
}

}  // namespace
}  // namespace wirecut
