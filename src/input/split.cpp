#include "input/split.h"

#include <algorithm>
#include <array>

namespace wirecut {

namespace {

constexpr std::size_t kLongestSeparatorLine = 512;
constexpr std::size_t kLongestMatch = 4096;
constexpr std::string_view kBlank = " \t\r\v";

// Three hyphens are a rule already; five are wanted of marks that close a paragraph within a story ("___" in AP's
// notes).
constexpr std::array kSeparatorLines = {
    SeparatorLine{"end of message", "NNNN", 0, "NNNN"},
    SeparatorLine{"thirty", "-30-", 0, "  -30-  "},
    SeparatorLine{"thirty, spaced", "- 30 -", 0, "- 30 -"},
    SeparatorLine{"thirty, double hyphens", "--30--", 0, "--30--"},
    SeparatorLine{"rule of hyphens", "-", 3, "-----"},
    SeparatorLine{"rule of spaced hyphens", "- ", 5, "- - - - -"},
    SeparatorLine{"rule of en or em dashes", "\u2013\u2014", 9, "\u2014\u2014\u2014"},
    SeparatorLine{"rule of box drawings", "\u2500\u2501\u2550", 9, "\u2500\u2500\u2500\u2500"},
    SeparatorLine{"rule of equals signs", "=", 5, "=========="},
    SeparatorLine{"rule of underscores", "_", 5, "__________"},
};

std::string_view trimmed(std::string_view line) {
  const std::size_t start = line.find_first_not_of(kBlank);
  if (start == std::string_view::npos) return {};
  return line.substr(start, line.find_last_not_of(kBlank) - start + 1);
}

bool equal_in_any_case(std::string_view a, std::string_view b) {
  const auto upper = [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return upper(x) == upper(y); });
}

bool matches(std::string_view line, const SeparatorLine& form) {
  if (form.least == 0) return equal_in_any_case(line, form.characters);
  return line.size() >= form.least && line.find_first_not_of(form.characters) == std::string_view::npos;
}

}  // namespace

std::span<const SeparatorLine> separator_lines() { return kSeparatorLines; }

bool is_separator_line(std::string_view line) {
  if (line.size() > kLongestSeparatorLine) return false;
  line = trimmed(line);
  if (line.empty()) return false;
  return std::any_of(kSeparatorLines.begin(), kSeparatorLines.end(),
                     [line](const SeparatorLine& form) { return matches(line, form); });
}

std::optional<Cut> WireSeparators::find(std::string_view view, bool at_end) {
  for (;;) {
    const std::size_t line_end = std::min(view.find('\n', scanned_), view.size());
    const std::size_t mark = view.substr(0, line_end).find_first_of("\x03\f", scanned_);
    if (mark != std::string_view::npos) {
      *this = {};
      return Cut{mark, mark + 1};
    }
    scanned_ = line_end;
    const bool complete = line_end < view.size();
    if (!complete && !at_end) return std::nullopt;
    const std::size_t next_line = complete ? line_end + 1 : line_end;
    if (!line_was_cut_ && is_separator_line(view.substr(line_start_, line_end - line_start_))) {
      const Cut cut{line_start_, next_line};
      *this = {};
      return cut;
    }
    line_was_cut_ = false;
    line_start_ = scanned_ = next_line;
    if (!complete) return std::nullopt;
  }
}

std::size_t WireSeparators::settled() const {
  return line_was_cut_ || scanned_ - line_start_ > kLongestSeparatorLine ? scanned_ : line_start_;
}

void WireSeparators::dropped(std::size_t bytes) {
  line_was_cut_ |= bytes > line_start_;
  line_start_ -= std::min(line_start_, bytes);
  scanned_ -= bytes;
}

// A match that touches the end of the view might grow with what comes next, so it waits until it is as long as a match
// may be.
Result<std::optional<Cut>> PatternSeparators::find(std::string_view view, bool at_end) {
  const Result<std::optional<Span>> match = pattern_.find(view, scanned_);
  if (!match) return tl::unexpected(match.error());
  if (*match && (at_end || (*match)->end < view.size() || view.size() - (*match)->start >= kLongestMatch)) {
    scanned_ = 0;
    return Cut{(*match)->start, std::min<std::size_t>((*match)->end, (*match)->start + kLongestMatch)};
  }
  const std::size_t searched = view.size() - std::min(view.size(), kLongestMatch);
  if (!*match) scanned_ = std::max(scanned_, searched);
  return std::nullopt;
}

}  // namespace wirecut
