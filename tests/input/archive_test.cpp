#include <gtest/gtest.h>

#include "input/read_all.h"

namespace wirecut::test {
namespace {

std::string tar_header(const std::string& name, std::size_t size, char type = '0') {
  std::string block(512, '\0');
  block.replace(0, name.size(), name);
  block.replace(124, 11, fmt::format("{:011o}", size));
  block[156] = type;
  block.replace(257, 8,
                std::string("ustar\0"
                            "00",
                            8));
  block.replace(148, 8, "        ");
  unsigned sum = 0;
  for (const char c : block) sum += static_cast<unsigned char>(c);
  block.replace(148, 7, fmt::format("{:06o}", sum) + '\0');
  return block;
}

std::string tar_file(const std::string& name, const std::string& bytes, char type = '0') {
  return tar_header(name, bytes.size(), type) + bytes + std::string((512 - bytes.size() % 512) % 512, '\0');
}

std::string http(const std::string& type, const std::string& body, const std::string& status = "200 OK") {
  return "HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\n\r\n" + body;
}

std::string record(const std::string& type, const std::string& uri, const std::string& content) {
  return fmt::format(
      "WARC/1.0\r\nWARC-Type: {}\r\nWARC-Target-URI: {}\r\nWARC-Date: 2019-05-02T10:00:00Z\r\n"
      "Content-Length: {}\r\n\r\n{}\r\n\r\n",
      type, uri, content.size(), content);
}

struct Case {
  const char* name;
  std::string archive;
  std::string stories;
};

void check(const Case& c) {
  for (const std::size_t piece : {1u << 16, 100u, 1u})
    EXPECT_EQ(summary(read_all(c.archive, from("auto"), "a", piece)), c.stories) << c.name;
}

TEST(Tar, Archives) {
  const std::string end(1024, '\0'), one = tar_file("d/1.txt", "One."),
                                     two = tar_file("2.jsonl", "{\"text\": \"Two.\"}\n{}\n");
  const std::string all =
      "a/d/1.txt: One.\na/2.jsonl: Two.\na/2.jsonl#2! json: 2.jsonl: no \"text\" field (line 2, byte 17)\n";
  const std::string long_name = std::string(150, 'n') + ".txt";
  const std::string pax = fmt::format("{} path={}\n", long_name.size() + 10, long_name);
  const Case cases[] = {
      {"files", one + two + end, all},
      {"no end blocks", one + two, all},
      {"folders and links", tar_file("d/", "", '5') + one + tar_file("l", "", '2') + two + end, all},
      {"long name of GNU", tar_file("././@LongLink", long_name + '\0', 'L') + tar_file("short", "x") + end,
       "a/" + long_name + ": x\n"},
      {"long name of pax", tar_file("pax", pax, 'x') + tar_file("short", "x") + end, "a/" + long_name + ": x\n"},
      {"long name of a link between",
       tar_file("././@LongLink", long_name + '\0', 'L') + tar_file("././@LongLink", "target", 'K') +
           tar_file("short", "x") + end,
       "a/" + long_name + ": x\n"},
      {"cut off in what is passed over", one + tar_header("device", 100, '3') + "xxx",
       "a/d/1.txt: One.\na#2! io: the archive is cut off\n"},
      {"damaged", one + std::string(512, 'x'),
       "a/d/1.txt: One.\na#2! io: the archive is damaged: a header has a wrong checksum\n"},
      {"cut off in a file", one + tar_header("3.txt", 100) + "Three",
       "a/d/1.txt: One.\na/3.txt! io: 3.txt: the archive is cut off\n"},
  };
  for (const Case& c : cases) check(c);
}

TEST(Warc, Records) {
  const std::string page = "<html><body><p>Heavy rain fell over the northern valley on Thursday.</p></body></html>";
  const std::string text = "Heavy rain fell over the northern valley on Thursday.\n";
  const std::string info = record("warcinfo", "", "software: x");
  const Case cases[] = {
      {"responses",
       info + record("request", "http://a.example/", "GET /") +
           record("response", "<http://a.example/1>", http("text/html", page)) +
           record("response", "http://a.example/2", http("image/png", "x")) +
           record("response", "http://a.example/3", http("text/html", page, "404 Not Found")) +
           record("resource", "http://a.example/4", "x") +
           record("response", "http://a.example/5", http("text/plain", "Rain.")),
       "http://a.example/1: " + text + "\nhttp://a.example/5: Rain.\n"},
      {"chunks",
       info + record("response", "u",
                     "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Type: text/plain\r\n\r\n"
                     "4\r\nRain\r\n1\r\n.\r\n0\r\n\r\n"),
       "u: Rain.\n"},
      {"cut off", info + record("response", "u", http("text/plain", "Rain.")).substr(0, 150),
       "u! io: the web archive is cut off\n"},
      {"damaged", info + "more", "a! io: the web archive is damaged: no record header\n"},
  };
  for (const Case& c : cases) check(c);
  const auto stories = read_all(record("response", "u", http("text/plain", "Rain.")), from("warc"));
  EXPECT_EQ(stories.at(0).metadata.published, "2019-05-02T10:00:00Z");
}

}  // namespace
}  // namespace wirecut::test
