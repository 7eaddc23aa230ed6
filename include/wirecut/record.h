// The JSON record of a story (schema wirecut/1).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "wirecut/story.h"

namespace wirecut {

enum class OffsetUnit : std::uint8_t { codepoint, byte, utf16 };

struct RecordOptions {
  OffsetUnit offsets = OffsetUnit::codepoint;
  std::uint8_t layers = 63;  // Layer; what is not asked for is left out
  bool with_text = true;
  bool indented = false;  // two spaces a level; else one line
};

// Appends the record and a newline to `out`. Deterministic: the same story and options give the same bytes. Of a story
// with an error it is the record of that; of one that nobody analysed all layers are null or empty. Bytes that are not
// UTF-8 come out as U+FFFD, so that it is valid JSON whatever the story holds. Spans must lie within the text.
void write_record(const Story& story, const RecordOptions& options, std::string& out);

// The JSON Schema (draft 2020-12) of the record, indented, with a newline at the end.
std::string_view record_schema();

}  // namespace wirecut
