// Streams of stories: one at a time, never the whole.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "wirecut/result.h"
#include "wirecut/story.h"

namespace wirecut {

struct ReadOptions {
  std::string from = "auto";   // one of input_formats() in input/input.h; any other is taken for "auto"
  std::string split = "none";  // none | auto | a regular expression; for text. A bad one gives one story with an error
  std::string text_field = "text";
  std::string id_field = "id";
  std::string date_field = "published";
  std::string title_field = "title";
  bool refuse_own_output = false;  // records and tables that wirecut wrote, where `from` is "auto"; for files that
                                   // nobody named: a folder may hold those of an earlier run
  std::uint64_t max_story_bytes = 16u << 20;
  std::uint64_t max_expansion = 200;  // times that .gz and .zst may grow, beyond their first 64 MB
  std::uint64_t max_expanded_bytes = std::uint64_t{1} << 40;  // that may come out of one .gz or .zst
};

// Bytes from a file, a pipe, a decompressor. Returns how many were put at `to`, which may be fewer than `capacity`; 0
// is the end. What comes behind an error is not asked for.
class ByteSource {
 public:
  virtual ~ByteSource() = default;
  virtual Result<std::size_t> read(char* to, std::size_t capacity) = 0;
};

// The stories of one input, in order. A story that can't be read comes as a Story with `error` set, and the rest
// goes on where the format allows it.
class StoryReader {
 public:
  virtual ~StoryReader() = default;
  // The next story, its text decoded to valid UTF-8; nothing at the end, however often it is asked.
  virtual std::optional<Story> next() = 0;
  // Has all of the next story come already, so that next() won't wait for the source? False where that isn't known.
  virtual bool has_next() const { return false; }
};

// Reads `source`; `name` is the relative path, or "-": the id of a story that carries none, and the place in messages.
// Compression (.gz, .zst) and format go by content, then by name. What begins like a file that holds no text (a PDF, an
// image, a program, compressed data within compressed data) is one story with an error, and so is a whole text full of
// control codes. Input without a byte is one story without text, but from "-" none.
std::unique_ptr<StoryReader> open_stories(std::unique_ptr<ByteSource> source, std::string name,
                                          const ReadOptions& options);

}  // namespace wirecut
