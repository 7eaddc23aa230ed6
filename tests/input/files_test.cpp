#include "input/files.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>

namespace wirecut {
namespace {

namespace fs = std::filesystem;

class Folder : public ::testing::Test {
 protected:
  void SetUp() override {
    root_ = fs::path(::testing::TempDir()) / "wirecut_files_test";
    fs::remove_all(root_);
    fs::create_directories(root_);
  }
  void TearDown() override { fs::remove_all(root_); }

  void write(const std::string& relative, const std::string& bytes = "x") {
    fs::create_directories((root_ / relative).parent_path());
    std::ofstream(root_ / relative) << bytes;
  }

  // The walk as "a b/c d!": an exclamation mark stands behind what can't be read.
  std::string walk(const std::string& below) {
    std::string out;
    FolderWalk files((root_ / below).string());
    while (const auto found = files.next())
      out += (out.empty() ? "" : " ") + found->relative + (found->error ? "!" : "");
    return out;
  }

  fs::path root_;
};

TEST_F(Folder, IsWalkedInTheOrderOfPaths) {
  for (const char* name :
       {"in/b.txt", "in/a/z.txt", "in/a/b/c.txt", "in/a.txt", "in/a-b.txt", "in/B.txt", "in/.hidden"})
    write(name);
  EXPECT_EQ(walk("in"), "B.txt a-b.txt a.txt a/b/c.txt a/z.txt b.txt");
  EXPECT_EQ(walk("in/"), walk("in"));
}

TEST_F(Folder, LinksDontLeadOut) {
  write("in/a.txt");
  write("out/secret.txt");
  fs::create_directory_symlink(root_ / "out", root_ / "in/folder");
  fs::create_directory_symlink(root_ / "in", root_ / "in/loop");
  fs::create_symlink(root_ / "out/secret.txt", root_ / "in/link.txt");
  fs::create_symlink(root_ / "in/a.txt", root_ / "in/same.txt");
  fs::create_symlink(root_ / "nowhere", root_ / "in/broken.txt");
  ASSERT_EQ(::mkfifo((root_ / "in/fifo").c_str(), 0600), 0);
  EXPECT_EQ(walk("in"), "a.txt broken.txt! same.txt");
}

TEST_F(Folder, EmptyAndMissing) {
  fs::create_directories(root_ / "empty");
  EXPECT_EQ(walk("empty"), "");
  EXPECT_EQ(walk("missing"), "!");
}

TEST_F(Folder, FilesOpen) {
  write("a.txt", "Rain.");
  const auto source = open_file((root_ / "a.txt").string());
  ASSERT_TRUE(source);
  char bytes[16];
  EXPECT_EQ((*source)->read(bytes, sizeof bytes).value(), 5u);
  EXPECT_EQ((*source)->read(bytes, sizeof bytes).value(), 0u);
  EXPECT_EQ(open_file((root_ / "b.txt").string()).error().message, "No such file or directory");
  EXPECT_EQ(open_file(root_.string()).error().message, "Is a directory");
}

}  // namespace
}  // namespace wirecut
