#include "structure/lines.h"

#include <algorithm>
#include <array>

#include "structure/chars.h"

namespace wirecut {
namespace {

constexpr std::size_t kHeadLines = 24;
constexpr std::size_t kTailLines = 24;

// All bytes but those that may open a line break or a blank: control codes, space, some lead bytes beyond ASCII.
constexpr std::array<bool, 256> kPlain = [] {
  std::array<bool, 256> plain{};
  for (std::size_t c = 0x21; c < 256; ++c) plain[c] = c != 0x7f && c != 0xc2 && c != 0xe2 && c != 0xe3 && c != 0xef;
  return plain;
}();
bool is_plain(char c) { return kPlain[static_cast<unsigned char>(c)]; }

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
  const std::string_view text = text_;
  std::size_t at = at_, end = at_;  // `end`: behind the last character that is no blank
  while (at < text.size()) {
    const std::size_t word = at;
    while (at < text.size() && is_plain(text[at])) ++at;
    if (at > word) end = at;
    if (at >= text.size()) break;
    if (text[at] == ' ') {
      ++at;
    } else if (newline_at(text, at) != 0) {
      break;
    } else if (const std::size_t blank = blank_at(text, at)) {
      at += blank;
    } else {
      end = ++at;
    }
  }
  at_ = at;
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
