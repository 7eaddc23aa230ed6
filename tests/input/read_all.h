// Reads the stories of some bytes, as a pipe would give them.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "wirecut/reader.h"

namespace wirecut::test {

// Gives `piece` bytes a call, and counts what it gave.
class PieceSource : public ByteSource {
 public:
  PieceSource(std::string bytes, std::size_t piece) : bytes_(std::move(bytes)), piece_(piece) {}

  Result<std::size_t> read(char* to, std::size_t capacity) override {
    const std::size_t count = bytes_.copy(to, std::min(capacity, piece_), given_);
    given_ += count;
    return count;
  }

  std::size_t given() const { return given_; }

 private:
  std::string bytes_;
  std::size_t piece_;
  std::size_t given_ = 0;
};

inline std::vector<Story> read_all(std::string bytes, const ReadOptions& options, std::string name = "in.txt",
                                   std::size_t piece = 1u << 16) {
  std::vector<Story> stories;
  const auto reader = open_stories(std::make_unique<PieceSource>(std::move(bytes), piece), std::move(name), options);
  while (std::optional<Story> story = reader->next()) stories.push_back(std::move(*story));
  return stories;
}

inline ReadOptions from(std::string format) {
  ReadOptions options;
  options.from = std::move(format);
  return options;
}

// "id: text", or "id! kind: message (line L, byte B)" of a failed story; one a line.
inline std::string summary(const std::vector<Story>& stories) {
  constexpr const char* kKinds[] = {"io", "json", "encoding", "markup", "limit"};
  std::string out;
  for (const Story& story : stories) {
    if (!story.error) {
      out += fmt::format("{}: {}\n", story.id, story.text);
      continue;
    }
    out += fmt::format("{}! {}: {}", story.id, kKinds[static_cast<int>(story.error->kind)], story.error->message);
    if (story.error->line) out += fmt::format(" (line {}, byte {})", *story.error->line, story.error->byte.value_or(0));
    out += '\n';
  }
  return out;
}

}  // namespace wirecut::test
