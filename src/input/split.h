// Where one story of a text stream ends and the next begins.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "text/pattern.h"
#include "wirecut/result.h"

namespace wirecut {

// A separator in a view: it belongs to neither story.
struct Cut {
  std::size_t start = 0, end = 0;
};

// Knows the separators that wires and archives use: ETX and form feed anywhere, and lines of their own that say NNNN or
// -30- or rule off with dashes. Looks at each byte once, however small the pieces are that a view grows by.
class WireSeparators {
 public:
  // The first separator of `view`, which is the view of the call before with more behind it, or begins where the last
  // cut ended. A line that isn't complete yet is a separator only at the end.
  std::optional<Cut> find(std::string_view view, bool at_end);

  // Bytes at the front of the view that can't be part of a separator any more; the caller may drop so many of them.
  std::size_t settled() const;
  void dropped(std::size_t bytes);

 private:
  std::size_t line_start_ = 0;  // of the line that is looked at
  std::size_t scanned_ = 0;     // how far it was searched
  bool line_was_cut_ = false;   // its start was dropped: too long for a separator
};

// The same for a user's pattern. A separator is at most 4 KB long.
class PatternSeparators {
 public:
  explicit PatternSeparators(Pattern pattern) : pattern_(std::move(pattern)) {}
  Result<std::optional<Cut>> find(std::string_view view, bool at_end);
  std::size_t settled() const { return scanned_; }
  void dropped(std::size_t bytes) { scanned_ -= bytes; }

 private:
  Pattern pattern_;
  std::size_t scanned_ = 0;
};

// A line that separates stories, and how it may look; the tests run every example.
struct SeparatorLine {
  std::string_view name;
  std::string_view characters;  // the line is made of these ...
  std::size_t least;            // ... at least so many; 0: the line is exactly `characters`, in any case
  std::string_view example;
};
std::span<const SeparatorLine> separator_lines();

bool is_separator_line(std::string_view line);

}  // namespace wirecut
