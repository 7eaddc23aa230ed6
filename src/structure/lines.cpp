#include "structure/lines.h"

#include <algorithm>

#include "structure/chars.h"

namespace wirecut {
namespace {

constexpr std::size_t kHeadLines = 24;
constexpr std::size_t kTailLines = 24;

// Bytes that may open a line break or a blank: control codes, space, and the lead bytes of those outside of ASCII.
constexpr bool is_plain(char c) {
  const auto u = static_cast<unsigned char>(c);
  return u > 0x20 && u != 0xc2 && u != 0xe2 && u != 0xe3 && u != 0xef && u != 0x7f;
}

}  // namespace

bool LineReader::next(Line& line) {
  line.indent = 0;
  line.blanks_before = 0;
  for (bool fresh = at_ == 0; at_ < text_.size();) {  // blanks and empty lines in front
    if (const std::size_t length = newline_at(text_, at_)) {
      at_ += length;
      line.blanks_before += fresh ? 1u : 0u;
      fresh = true;
      line.indent = 0;
    } else if (const std::size_t blank = blank_at(text_, at_)) {
      line.indent += text_[at_] == '\t' ? 4u : 1u;
      at_ += blank;
    } else {
      break;
    }
  }
  if (at_ >= text_.size()) return false;
  line.span.start = static_cast<std::uint32_t>(at_);
  std::size_t end = at_;  // behind the last character that is no blank
  while (at_ < text_.size()) {
    if (is_plain(text_[at_])) {
      end = ++at_;
    } else if (newline_at(text_, at_) != 0) {
      break;
    } else if (const std::size_t blank = blank_at(text_, at_)) {
      at_ += blank;
    } else {
      end = ++at_;
    }
  }
  line.span.end = static_cast<std::uint32_t>(end);
  return true;
}

Outline outline_of(std::string_view text) {
  Outline outline;
  LineReader reader(text, 0, static_cast<std::uint32_t>(text.size()));
  std::size_t count = 0;
  outline.min_indent = ~0u;
  for (Line line; reader.next(line); ++count) {
    outline.min_indent = std::min(outline.min_indent, line.indent);
    if (outline.head.size() < kHeadLines) outline.head.push_back(line);
    if (outline.tail.size() < kTailLines)
      outline.tail.push_back(line);
    else
      outline.tail[count % kTailLines] = line;
  }
  if (count > kTailLines)
    std::rotate(outline.tail.begin(), outline.tail.begin() + static_cast<std::ptrdiff_t>(count % kTailLines),
                outline.tail.end());
  return outline;
}

}  // namespace wirecut
