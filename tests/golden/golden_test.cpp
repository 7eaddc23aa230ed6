// Every story tests/golden/NAME.EXT (a text, or one of the carriers) gives exactly NAME.json, with one thread and with
// eight.
// `cmake --build build --target goldens` writes them anew; the diff is reviewed like code.

#include <gtest/gtest.h>
#include <sys/wait.h>

#include <fmt/format.h>
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string output_of(const std::string& command) {
  std::string out;
  FILE* pipe = popen(command.c_str(), "r");
  char buffer[65536];
  while (const std::size_t n = fread(buffer, 1, sizeof buffer, pipe)) out.append(buffer, n);
  const int status = pclose(pipe);
  EXPECT_TRUE(WIFEXITED(status) && (WEXITSTATUS(status) == 0 || WEXITSTATUS(status) == 3)) << command;
  return out;
}

std::vector<fs::path> stories() {
  std::vector<fs::path> found;
  for (const auto& entry : fs::directory_iterator(WIRECUT_TEST_DATA)) {
    const fs::path extension = entry.path().extension();
    if (extension != ".json" && extension != ".args" && extension != ".cpp") found.push_back(entry.path());
  }
  std::sort(found.begin(), found.end());
  return found;
}

// NAME.args, where it stands beside a story, holds the options that it is run with: "--published 2019-05-02".
std::string options_of(fs::path story) {
  std::string options = read_file(story.replace_extension(".args"));
  std::replace(options.begin(), options.end(), '\n', ' ');
  return options;
}

std::string record_of(const fs::path& story) {
  return output_of(fmt::format("cd '{}' && '{}' --to json {} '{}'", WIRECUT_TEST_DATA, WIRECUT_BINARY,
                               options_of(story), story.filename().string()));
}

TEST(Golden, RecordsAreTheSettledOnes) {
  const bool rewrite = std::getenv("WIRECUT_WRITE_GOLDENS") != nullptr;
  ASSERT_GE(stories().size(), 20u);
  for (fs::path story : stories()) {
    const std::string record = record_of(story);
    const fs::path golden = story.replace_extension(".json");
    if (rewrite) std::ofstream(golden, std::ios::binary) << record;
    EXPECT_EQ(record, read_file(golden)) << golden.filename();
  }
}

TEST(Golden, ThreadsChangeNothing) {
  const std::string command = fmt::format("'{}' --to jsonl '{}' -j", WIRECUT_BINARY, WIRECUT_TEST_DATA);
  const std::string one = output_of(command + "1");
  EXPECT_FALSE(one.empty());
  EXPECT_EQ(one, output_of(command + "8"));
}

}  // namespace
