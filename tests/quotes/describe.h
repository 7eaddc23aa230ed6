// Quotes as a line of text, for tests that list what they expect.
#pragma once

#include <cstddef>
#include <string>

#include "wirecut/story.h"

namespace wirecut::test {

// "type | content, its spans joined by / | the speaker's words"; "-": no speaker.
inline std::string describe_words(const Story& story, const Quote& quote) {
  constexpr const char* kTypes[] = {"direct", "indirect", "mixed"};
  std::string line = kTypes[static_cast<std::size_t>(quote.type)];
  const char* separator = " | ";
  for (Span span : quote.spans) {
    line += separator;
    line += story.words(span);
    separator = " / ";
  }
  line += " | ";
  line += quote.speaker ? story.words(quote.speaker->span) : "-";
  return line;
}

}  // namespace wirecut::test
