// Newsrooms forget the second mark, and then all that follows in the paragraph would be quoted, other speakers and all.
// In words quoted rightly over several paragraphs such a tag is next to never found.

#include "quotes/unclosed.h"

#include <algorithm>
#include <cstdint>

namespace wirecut {
namespace {

// The next word, with the marks that stand behind it.
std::string_view next_word(std::string_view text, std::size_t& at) {
  const std::size_t start = std::min(text.find_first_not_of(' ', at), text.size());
  at = std::min(text.find_first_of(" \n", start), text.size());
  return text.substr(start, at - start);
}

// `, said Jane Roe.` `, Jane Roe said.` behind a comma: the tag of a speaker, whose words ended there.
bool is_tag(std::string_view text) {
  constexpr std::size_t kMostNames = 4;
  std::size_t at = 0, names = 0;
  const auto is_name = [](std::string_view word) { return !word.empty() && word[0] >= 'A' && word[0] <= 'Z'; };
  std::string_view word = next_word(text, at);
  if (word == "said" || word == "says") return is_name(next_word(text, at));
  for (; is_name(word) && names < kMostNames; ++names) word = next_word(text, at);
  return names > 0 && (word == "said." || word == "said," || word == "says." || word == "says,");
}

void close_at_tag(std::string_view text, MarkedStretch& stretch) {
  text = text.substr(0, stretch.inner.end);
  for (std::size_t at = text.find(", ", stretch.inner.start); at != std::string_view::npos;
       at = text.find(", ", at + 1))
    if (is_tag(text.substr(at + 1))) {
      stretch.inner.end = stretch.outer.end = static_cast<std::uint32_t>(at) + 1;
      stretch.closed = true;
      return;
    }
}

}  // namespace

void close_at_tags(std::string_view text, std::span<MarkedStretch> stretches) {
  for (MarkedStretch& stretch : stretches)
    if (!stretch.closed) close_at_tag(text, stretch);
}

}  // namespace wirecut
