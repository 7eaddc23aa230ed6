// How the record spells the enumerators: in their declared order, so that code and output can't drift apart.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "wirecut/record.h"
#include "wirecut/story.h"

namespace wirecut {

inline constexpr std::string_view kSchemaName = "wirecut/1";

inline std::string_view name_of(OffsetUnit unit) {
  return std::array<std::string_view, 3>{"codepoint", "byte", "utf16"}[static_cast<std::size_t>(unit)];
}
inline std::string_view name_of(ErrorKind kind) {
  return std::array<std::string_view, 5>{"io", "json", "encoding", "markup", "limit"}[static_cast<std::size_t>(kind)];
}
inline std::string_view name_of(PublishedBasis basis) {
  return std::array<std::string_view, 5>{"option", "metadata", "dateline", "text",
                                         "inferred"}[static_cast<std::size_t>(basis)];
}
inline std::string_view name_of(EntityType type) {
  return std::array<std::string_view, 4>{"person", "organization", "location", "misc"}[static_cast<std::size_t>(type)];
}
inline std::string_view name_of(MentionKind kind) {
  return std::array<std::string_view, 3>{"name", "nominal", "pronoun"}[static_cast<std::size_t>(kind)];
}
inline std::string_view name_of(QuoteType type) {
  return std::array<std::string_view, 3>{"direct", "indirect", "mixed"}[static_cast<std::size_t>(type)];
}
inline std::string_view name_of(CountryMentionKind kind) {
  return std::array<std::string_view, 4>{"name", "demonym", "place", "alias"}[static_cast<std::size_t>(kind)];
}
inline std::string_view name_of(PlaceKind kind) {
  return std::array<std::string_view, 7>{
      "city", "region", "county", "water", "mountain", "country", "continent"}[static_cast<std::size_t>(kind)];
}
inline std::string_view name_of(DateType type) {
  return std::array<std::string_view, 4>{"date", "time", "duration", "set"}[static_cast<std::size_t>(type)];
}

// The words of a quote: its spans in order, a space between them.
inline std::string quoted_words(const Story& story, const Quote& quote) {
  std::string words;
  for (const Span span : quote.spans) {
    if (!words.empty()) words += ' ';
    words += story.words(span);
  }
  return words;
}

}  // namespace wirecut
