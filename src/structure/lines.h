// The lines of a story: a pass over the whole text keeps the first and the last of them for a closer look.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "wirecut/story.h"

namespace wirecut {

struct Line {
  Span span;                        // without blanks at its ends, nor the " =" behind dpa's lines; never empty
  std::uint32_t indent = 0;         // columns of blanks in front, a tab counting for four
  std::uint32_t blanks_before = 0;  // empty lines between it and the line before
};

inline std::string_view words_of(std::string_view text, const Line& line) {
  return text.substr(line.span.start, line.span.size());
}

// Reads non-blank lines one by one from `text`, between byte positions `start` and `end`.
class LineReader {
 public:
  LineReader(std::string_view text, std::uint32_t start, std::uint32_t end) : text_(text.substr(0, end)), at_(start) {}

  // False at the end.
  bool next(Line& line);

 private:
  std::string_view text_;
  std::size_t at_;
};

struct Outline {
  std::vector<Line> head;  // the first lines
  std::vector<Line> tail;  // the last lines, in text order; may overlap with `head`
  std::uint32_t min_indent = 0;
};

Outline outline_of(std::string_view text);

}  // namespace wirecut
