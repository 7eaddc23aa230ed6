// Mails: what their encodings and parts hold, and what a damaged one still gives.
#include <gtest/gtest.h>

#include "input/mime.h"
#include "input/read_all.h"

namespace wirecut::test {
namespace {

struct Case {
  std::string mail;
  std::string stories;
};

void check(const Case& c, const ReadOptions& options = from("mail")) {
  for (const std::size_t piece : {1u << 16, 3u, 1u})
    EXPECT_EQ(summary(read_all(c.mail, options, "-", piece)), c.stories) << c.mail;
}

TEST(Mail, OnePart) {
  const Case cases[] = {
      {"", ""},
      {"Subject: Rain\nDate: Thu, 02 May 2019 10:00:00 +0000\n\nIt rained.\n", "-: Rain\n\nIt rained.\n\n"},
      {"Subject: Rain\r\n\r\nIt rained.\r\n", "-: Rain\n\nIt rained.\n\n"},
      {"Subject: Rain\nContent-Transfer-Encoding: Quoted-Printable\n\nThe caf=C3=A9 was clo=\nsed, a =3D b, 2=\n",
       "-: Rain\n\nThe caf\u00E9 was closed, a = b, 2\n\n"},
      {"Subject: Rain\nContent-Type: text/plain; charset=\"iso-8859-2\"\nContent-Transfer-Encoding: "
       "quoted-printable\n\n"
       "=A3=F3d=BC",
       "-: Rain\n\n\u0141\u00F3d\u017A\n\n"},
      {"Subject: Rain\nContent-Transfer-Encoding: base64\n\nSXQgcmFp\nbmVkLg==\n", "-: Rain\n\nIt rained.\n\n"},
      {"Subject: =?utf-8?Q?Caf=C3=A9?=\n =?utf-8?B?IGNsb3NlZA==?= now\n\nIt rained.",
       "-: Caf\u00E9 closed now\n\nIt rained.\n\n"},
      {"Subject: Rain\n\nRain\n\nIt rained.\n", "-: Rain\n\nIt rained.\n\n"},
      {"It rained.\n\nIt was wet.\n", "-: It rained.\n\nIt was wet.\n\n"},
      {"It rained.\nNote: wet\n\nMore.\n", "-: It rained.\nNote: wet\n\nMore.\n\n"},
      {"Subject: Rain\n", "-: Rain\n\n"},
  };
  for (const Case& c : cases) check(c);
}

TEST(Mail, Pages) {
  const std::string head = "Subject: Council opens bridge\nContent-Type: text/html\n\n";
  const Case cases[] = {
      {head + "<p>OSLO - It rained.</p>", "-: Council opens bridge\n\nOSLO - It rained.\n\n"},
      {head + "<title>Daily newsletter</title><p>It rained.</p>", "-: Council opens bridge\n\nIt rained.\n\n"},
      {head + "<h1>Council opens bridge</h1><p>It rained.</p>", "-: Council opens bridge\n\nIt rained.\n\n"},
      {head + "<h1>A bridge</h1><p>It rained.</p>", "-: Council opens bridge\n\nA bridge\n\nIt rained.\n\n"},
      {"Content-Type: text/html\n\n<title>A bridge</title><p>It rained.</p>", "-: A bridge\n\nIt rained.\n\n"},
  };
  for (const Case& c : cases) check(c);
  EXPECT_EQ(read_all(head + "<title>News</title><p>Rain.</p>", from("mail"))[0].metadata.headline,
            "Council opens bridge");
}

TEST(Mail, Parts) {
  const std::string head = "Subject: Rain\nContent-Type: multipart/mixed; boundary=\"x\"\n\n";
  const Case cases[] = {
      {head + "a preamble\n--x\nContent-Type: text/html\n\n<p>Wet.</p>\n--x\n\nIt rained.\n--x--\nan epilogue\n",
       "-: Rain\n\nIt rained.\n\n"},
      {head + "--x\nContent-Type: multipart/alternative; boundary=y\n\n--y\nContent-Type: text/plain\n\nIt rained.\n"
              "--y--\n--x--\n",
       "-: Rain\n\nIt rained.\n\n"},
      {head + "--x\nContent-Type: text/plain\nContent-Disposition: attachment\n\nNo.\n--x\n\nIt rained.\n--x--",
       "-: Rain\n\nIt rained.\n\n"},
      {head + "--x\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0=\n--x--", "-: Rain\n\n"},
      {head + "--x\n\nIt rained", "-: Rain\n\nIt rained\n\n"},  // cut off
      {head + "--x", "-: Rain\n\n"},
      // No boundary, or none of that name; no blank line behind the header of a part
      {"Subject: Rain\nContent-Type: multipart/mixed\n\nIt rained.", "-: Rain\n\nIt rained.\n\n"},
      {head + "--y\nIt rained.", "-: Rain\n\n--y\nIt rained.\n\n"},
      {head + "--x\nContent-Type: text/plain\nIt rained.\n\nMore.\n--x--\n", "-: Rain\n\nIt rained.\n\nMore.\n\n"},
      {head + "--x\nIt rained.\nHe said: wet.\n\nMore.\n--x--\n", "-: Rain\n\nIt rained.\nHe said: wet.\n\nMore.\n\n"},
      {head + "--x\nContent-Type: text/plain;\n charset=utf-8\n\nIt rained.\n--x--\n", "-: Rain\n\nIt rained.\n\n"},
  };
  for (const Case& c : cases) check(c);
}

TEST(Mail, Mailboxes) {
  const std::string mail = "From a@b.org Thu May  2 10:00:00 2019\nSubject: Rain\n\nIt rained.\n\n";
  check({mail + mail, "-: Rain\n\nIt rained.\n\n-#2: Rain\n\nIt rained.\n\n"});
  // "From" opens a sentence of a single mail.
  check({"Subject: Rain\n\nIt rained.\n\nFrom Lagos it went on.\n",
         "-: Rain\n\nIt rained.\n\nFrom Lagos it went on.\n\n"});
  // So it does in a mailbox, and ">From" stands for it.
  const std::string lagos = "\n\nFrom Lagos it went on.\n\nMore.\n\n";
  check({mail + "From a@b.org Fri May 3 10:00:00 2019\nSubject: Sun\n\nIt rained." + lagos + mail,
         "-: Rain\n\nIt rained.\n\n-#2: Sun\n\nIt rained." + lagos + "-#3: Rain\n\nIt rained.\n\n"});
  check({"From - Fri May 3 10:00:00 2019\r\nSubject: Sun\r\n\r\nIt rained.\r\n\r\n" + mail,
         "-: Sun\n\nIt rained.\n\n-#2: Rain\n\nIt rained.\n\n"});
  check({mail + ">From Lagos it went on.\n>>From\n>>From us\n> From it\n",
         "-: Rain\n\nIt rained.\n\nFrom Lagos it went on.\n>>From\n>From us\n> From it\n\n"});
  check({"From Lagos to Kano it rained.\n\nFrom Kano on too.\n",
         "-: From Lagos to Kano it rained.\n\nFrom Kano on too.\n\n"});
  ReadOptions options = from("mail");
  options.max_story_bytes = 80;
  check({mail + "From a@b.org\nSubject: Rain\n\n" + std::string(300, 'x') + "\n\n" + mail,
         "-: Rain\n\nIt rained.\n\n-#2! limit: the mail is over the limit of 80 bytes (--max-story)\n"
         "-#3: Rain\n\nIt rained.\n\n"},
        options);
}

TEST(Mail, Metadata) {
  const auto stories = read_all("Subject: Rain\nDate: Thu, 02 May 2019 10:00:00 +0000\n\nIt rained.\n", from("mail"));
  ASSERT_EQ(stories.size(), 1u);
  EXPECT_EQ(stories[0].metadata.published, "2019-05-02");
  EXPECT_EQ(stories[0].metadata.headline, "Rain");
}

TEST(Mail, WarnsOfLostParts) {
  const auto part = [](int level, const std::string& content) {
    const std::string name = std::to_string(level);
    return "Content-Type: multipart/mixed; boundary=" + name + "\n\n" + content;
  };
  std::vector<std::size_t> warnings;
  for (int levels : {7, 8}) {
    std::string mail = "It rained.";
    for (int level = levels; level >= 0; --level)
      mail = part(level, "--" + std::to_string(level) + "\n" + (level == levels ? "\n" : "") + mail);
    warnings.push_back(read_all("Subject: Rain\n" + mail, from("mail"))[0].warnings.size());
  }
  EXPECT_EQ(warnings, (std::vector<std::size_t>{0, 1}));
  EXPECT_EQ(read_all("Content-Type: multipart/mixed\n\nIt rained.", from("mail"))[0].warnings.size(), 1u);
}

TEST(Mail, DamagedEncodings) {
  EXPECT_EQ(decode_quoted_printable("a=b =zz =4 ="), "a=b =zz =4 ");
  EXPECT_EQ(decode_quoted_printable("Done =\r"), "Done ");
  EXPECT_EQ(decode_header_words("=?utf-8?B?Y2Fmw4==?= =?utf-8?B?qSBvcGVucw==?="), "caf\u00E9 opens");
  EXPECT_EQ(decode_header_words("=?utf-8?Q?a?= =?iso-8859-1?Q?=E9?= b =?utf-8?Q?c?="), "a\u00E9 b c");
  EXPECT_EQ(decode_quoted_printable("a= \r\nb"), "ab");
  EXPECT_EQ(decode_base64("S X*Q"), "It");
  EXPECT_EQ(decode_base64("="), "");
  EXPECT_EQ(decode_header_words("=?utf-8?Q?x"), "=?utf-8?Q?x");
  EXPECT_EQ(decode_header_words("a =? b ?= c"), "a =? b ?= c");
  EXPECT_EQ(decode_header_words("=?none?Q?x?="), "x");
}

}  // namespace
}  // namespace wirecut::test
