#include "structure/lines.h"

#include <algorithm>
#include <cstring>

#include "structure/chars.h"

namespace wirecut {
namespace {

constexpr std::size_t kHeadLines = 24;
constexpr std::size_t kTailLines = 24;

// Sixteen bytes at once, in whatever registers the machine has (an extension of GCC and Clang).
constexpr std::size_t kBytes = 16;
using Bytes = signed char __attribute__((vector_size(kBytes)));

// Has one of the bytes from `at` on its top bit set, or a value below a space? None else can end a line.
bool may_break(const char* at) {
  Bytes bytes;
  std::memcpy(&bytes, at, sizeof bytes);
  const auto found = bytes < ' ';  // as signed numbers
  std::uint64_t halves[2];
  std::memcpy(halves, &found, sizeof halves);
  return (halves[0] | halves[1]) != 0;
}

// Where the line that `at` stands in ends: at its line break or at the text's end.
std::size_t line_end(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    while (at + kBytes <= text.size() && !may_break(text.data() + at)) at += kBytes;
    const std::size_t stop = std::min(at + kBytes, text.size());
    for (; at < stop; ++at)
      if (newline_at(text, at) != 0) return at;
  }
  return at;
}

// Where the last character before `end` begins.
std::size_t start_of_last(std::string_view text, std::size_t end) {
  do --end;
  while (end > 0 && is_continuation(text[end]));
  return end;
}

std::size_t without_blanks(std::string_view text, std::size_t end) {
  for (std::size_t last = start_of_last(text, end); blank_at(text, last) != 0; last = start_of_last(text, end))
    end = last;
  return end;
}

// "Storm hits Hamburg =": dpa marks the end of headline, byline and story so. Where the words of the line from `start`
// on end.
std::size_t without_mark(std::string_view text, std::size_t start, std::size_t end) {
  const bool is_marked = end >= start + 3 && text[end - 1] == '=' && text[end - 2] == ' ' && text[end - 3] != '=';
  return is_marked ? without_blanks(text, end - 1) : end;
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
  std::size_t end = line_end(text_, at_);
  at_ = end;
  line.span.end = static_cast<std::uint32_t>(without_mark(text_, line.span.start, without_blanks(text_, end)));
  return true;
}

Outline outline_of(std::string_view text) {
  Outline outline;
  LineReader reader(text, 0, static_cast<std::uint32_t>(text.size()));
  std::size_t count = 0;
  outline.min_indent = ~0u;
  outline.head.reserve(kHeadLines);
  outline.tail.reserve(kTailLines);
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
