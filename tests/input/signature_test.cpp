#include "input/signature.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include "input/read_all.h"

namespace wirecut::test {
namespace {

std::string gzip(const std::string& bytes) {
  std::string out(compressBound(bytes.size()) + 32, '\0');
  z_stream state{};
  deflateInit2(&state, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
  state.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  state.avail_in = static_cast<uInt>(bytes.size());
  state.next_out = reinterpret_cast<Bytef*>(out.data());
  state.avail_out = static_cast<uInt>(out.size());
  deflate(&state, Z_FINISH);
  out.resize(state.total_out);
  deflateEnd(&state);
  return out;
}

using namespace std::literals;

TEST(Signature, IsAnErrorThatNamesWhatItIs) {
  struct Case {
    std::string bytes;
    const char* what;
  };
  for (const Case& c : {
           Case{"%PDF-1.7\n%\xE2\xE3\n1 0 obj", "a PDF document"},
           {"%PDF-2.0\n", "a PDF document"},
           {"\x7F"
            "ELF\x02\x01\x01"s,
            "a program (ELF)"},
           {"\x89PNG\r\n\x1A\n\0\0"s, "a PNG image"},
           {"\xFF\xD8\xFF\xE0\0\x10JFIF"s, "a JPEG image"},
           {"GIF89a\x40\0\x40\0\xF0\0\0,"s, "a GIF image"},
           {"PK\x03\x04\x14\0\x06\0word/document.xml"s, "a ZIP archive (as .docx, .odt and .epub are)"},
           {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0"s, "an old office document (.doc, .xls)"},
           {"{\\rtf1\\ansi Rain.}", "an RTF document"},
           {"RIFF\x24\0\0\0WEBPVP8 "s, "a WebP image"},
           {"\0\0\0\x20"
            "ftypheic"s,
            "a video or picture (MP4, HEIC)"},
           {gzip("%PDF-1.7\n"), "a PDF document"},
           {gzip(gzip("Rain fell.\n")), "gzip data inside compressed data: decompress it first"},
       })
    for (const std::size_t piece : {1u << 16, 1u})
      for (const char* format : {"auto", "text"})
        EXPECT_EQ(summary(read_all(c.bytes, from(format), "in", piece)),
                  fmt::format("in! encoding: not a text but {}\n", c.what));
}

TEST(Signature, OwnOutputIsAnErrorWhereNobodyNamedIt) {
  ReadOptions found = from("auto");
  found.refuse_own_output = true;
  for (const std::string& bytes :
       {R"({"schema":"wirecut/1","id":"a.txt","text":"Rain fell."})"s,
        "{\n  \"schema\": \"wirecut/1\",\n  \"text\": \"\"}"s,
        "story_id,published,published_basis,language\na.txt,,,en\n"s, "story_id\tpublished\tid\ttype\n"s}) {
    const std::string got = summary(read_all(bytes, found, "in"));
    EXPECT_TRUE(got.starts_with("in! encoding: not a text but ") && got.find("wirecut wrote") < got.size()) << got;
  }
  ReadOptions named_format = found;
  named_format.from = "jsonl";
  for (const ReadOptions& named : {from("auto"), named_format})
    EXPECT_EQ(summary(read_all(R"({"schema":"wirecut/1","id":"a","text":"Rain fell."})", named, "in")),
              "a: Rain fell.\n");
  for (const std::string& text :
       {R"({"schema":"ours/1","id":"a","text":"Rain."})"s, "story_id,published,text\na,,Rain.\n"s})
    EXPECT_EQ(summary(read_all(text, found, "in")).find("wirecut wrote"), std::string::npos);
}

TEST(Signature, BinaryDataIsAnError) {
  std::string noise;
  for (std::uint32_t i = 0, seed = 1; i < 4000; ++i)
    noise += static_cast<char>((seed = seed * 1664525u + 1013904223u) >> 24);
  for (const std::string& bytes : {noise, std::string(4000, '\0')})
    EXPECT_EQ(summary(read_all(bytes, from("text"), "in")),
              "in! encoding: not a text but binary data, full of control codes\n");
  ReadOptions split = from("text");
  split.split = "auto";
  std::string codes;
  for (int i = 0; i < 200; ++i) codes += "a\x01\x02";
  // each story for itself, so that none of the others is lost
  EXPECT_EQ(summary(read_all("Rain.\f" + codes + "\fSun.", split, "in")),
            "in: Rain.\nin#2! encoding: not a text but binary data, full of control codes\nin#3: Sun.\n");
  std::string story;
  for (int i = 0; i < 30; ++i) story += "Rain fell on Monday, she said.\0\r\n"s;  // as records of fixed width end
  EXPECT_EQ(summary(read_all(story, from("text"), "in")).substr(0, 8), "in: Rain");
  EXPECT_EQ(summary(read_all("a\0b"s, from("text"), "in")).substr(0, 4), "in: ");
}

TEST(Signature, TextsStayTexts) {
  for (const std::string& text : {
           "The %PDF-1.7 mark opens the file, she said.\n"s,
           "%PDF is a mark, she said.\n"s,
           "%PDF-files are many, she said.\n"s,
           "%P"s,
           "PK took the lead on Monday.\n"s,
           "GIF89a turned 30 on Monday.\n"s,
           "ELF ships sailed.\n"s,
           "RIFF and WEBP are formats.\n"s,
           "MM"s,
           "ID3 tags were lost.\n"s,
           "BZh9 is a call sign.\n"s,
           ""s,
       })
    for (const std::size_t piece : {1u << 16, 1u})
      EXPECT_EQ(summary(read_all(text, from("text"), "in", piece)), "in: " + text + "\n");
}

// A reader that comes upon one letter of a signature waits for the next, but never for more than it needs.
TEST(Signature, ReadsNoFurtherThanItMust) {
  PieceSource* source = nullptr;
  auto owned = std::make_unique<PieceSource>("Snow fell on Monday.", 1);
  source = owned.get();
  Stream stream(std::move(owned));
  EXPECT_EQ(find_signature(stream), "");
  EXPECT_LE(source->given(), 2u);
}

}  // namespace
}  // namespace wirecut::test
