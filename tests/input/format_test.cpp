#include "input/format.h"

#include <gtest/gtest.h>

#include "input/input.h"
#include "input/read_all.h"

namespace wirecut::test {
namespace {

struct Case {
  std::string format;
  std::string name;
  std::string bytes;
};

void check(const Case& c) {
  for (const std::size_t piece : {1u << 16, 1u}) {
    Input input{
        .stream = Stream(std::make_unique<PieceSource>(c.bytes, piece)), .name = c.name, .options = from("auto")};
    EXPECT_EQ(find_format(input).name, c.format) << c.name << ": " << c.bytes;
  }
}

TEST(Format, ByContentThenByName) {
  const Case cases[] = {
      {"text", "-", "LONDON, May 2 (Reuters) - Rain fell.\n"},
      {"text", "a.txt", ""},
      {"text", "a", "\n\n"},
      {"text", "a", "{he said}"},
      {"jsonl", "-", "{\"text\": \"Rain.\"}\n{\"text\": \"Sun.\"}\n"},
      {"jsonl", "a.txt", "\n {\"text\": \"Rain.\"}"},
      {"jsonl", "a.jsonl", ""},
      {"jsonl", "dir.csv/a.JSONL.gz", "oops\n"},
      {"text", "dir.jsonl/a", "oops\n"},
      {"jsonl", "-", "{\"text\": \"Rain.\"}"},
      {"jsonl", "-", "{\"text\": \"" + std::string(100000, 'x')},
      {"jsonl", "-", "{\"text\": \"" + std::string(5000, 'x') + "\",\n"},
      {"text", "-", std::string(257, 'x') + "ustard\n"},
      {"text", "-", std::string(100, 'x') + "\n" + std::string(100, '\0') + std::string(56, 'x') + "ustar"},
      {"text", "-", std::string(70000, 'x') + ",text\n"},
      {"json", "-", "[{\"text\": \"Rain.\"}]"},
      {"json", "-", "{\n  \"uri\": \"a\"\n}"},
      {"json", "-", "{\"uri\": \"a\",\n \"text\": \"b\"}"},
      {"text", "-", "[London] rain"},
      {"csv", "-", "id,text\na,b\n"},
      {"csv", "-", "\"text\";id\r\na;b\n"},
      {"csv", "a.csv", "x\n"},
      {"text", "-", "text\nmore text, and more\n"},
      {"text", "-", "Rain, text\n"},
      {"warc", "-", "WARC/1.0\r\nWARC-Type: warcinfo\r\n"},
      {"html", "-", "<!DOCTYPE html>\n<html><body>x"},
      {"html", "a.txt", " <!-- page --><HTML lang=en>"},
      {"html", "a.htm", "Rain."},
      {"nitf", "-", "<?xml version=\"1.0\"?>\n<!DOCTYPE nitf SYSTEM \"nitf-3-6.dtd\">\n<nitf>"},
      {"nitf", "-", "<?xml version=\"1.0\"?><!DOCTYPE nitf [<!ENTITY a \"b\">]><nitf>"},
      {"newsml", "-", "<?xml version=\"1.0\"?><ar:newsItem guid=\"a\">"},
      {"xml", "-", "<?xml version=\"1.0\"?><rss version=\"2.0\">"},
      {"xml", "-", "<?xml version=\"1.0\"?><other/>"},
      {"text", "-", "<LONDON> rain"},
      {"text", "-", "<"},
      {"mail", "-", "From: a@b.org\nSubject: Rain\nContent-Transfer-Encoding: quoted-printable\n\nRain."},
      {"mail", "a.txt", "Subject: Rain\r\nContent-Type: multipart/mixed;\r\n boundary=\"x\"\r\n\r\n--x"},
      {"mail", "-", "From a@b.org Thu May 2 10:00:00 2019\nTo: c\nContent-Transfer-Encoding: base64\n\nUmFpbg=="},
      {"mail", "a.eml", "Rain.\n"},
      {"text", "-", "From: a@b.org\nSubject: Rain\n\nContent-Transfer-Encoding: base64\n"},
      {"text", "-", "From: a@b.org\nSubject: Rain\nContent-Type: text/plain\n\nRain."},
      {"mail", "-", "From a@b.org\nSubject: Rain\nContent-Transfer-Encoding: base64\n\nUmFpbg=="},
      {"text", "-", "From Lagos to Kano: rain\n\nRain fell."},
      {"text", "-", "From London to Paris\nDate: the day\nContent-Transfer-Encoding: base64\n\ntext"},
      {"text", "-", "Date: May 2, 2019\nRain fell."},
      {"iptc7901", "-",
       "\x16\x16\x01"
       "bdt0301 4 pl 372\r\n"},
  };
  for (const Case& c : cases) check(c);
}

TEST(Format, EveryNameIsKnown) {
  EXPECT_EQ(input_formats().front(), "auto");
  for (const std::string_view name : input_formats().subspan(1)) {
    Input input{
        .stream = Stream(std::make_unique<PieceSource>("", 1)), .name = "-", .options = from(std::string(name))};
    EXPECT_EQ(find_format(input).name, name);
  }
}

TEST(Format, EmptyInput) {
  EXPECT_EQ(summary(read_all("", from("auto"), "-")), "");
  EXPECT_EQ(summary(read_all("", from("jsonl"), "a.jsonl")), "");
  EXPECT_EQ(summary(read_all("", from("auto"), "a.txt")), "a.txt: \n");
}

TEST(Format, Utf16OfAnyFormat) {
  std::string bytes = "\xFF\xFE";
  for (const char c : std::string("{\"text\": \"Rain.\"}\n")) bytes += {c, '\0'};
  EXPECT_EQ(summary(read_all(bytes, from("auto"), "-", 1)), "-: Rain.\n");
  EXPECT_EQ(summary(read_all(bytes.substr(2), from("auto"), "-")), "-: Rain.\n");
}

}  // namespace
}  // namespace wirecut::test
