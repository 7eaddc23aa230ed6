// The labels of the name tagger, BILOU: O, then for each EntityType the beginning, inside and last word of a name and
// the name of one word. A model scores the 16 labels against O, whose score is 0.
#pragma once

#include <cstdint>

#include "wirecut/story.h"

namespace wirecut {

using NameLabel = std::uint8_t;
inline constexpr NameLabel kOutside = 0;
inline constexpr int kNameTypes = 4;
inline constexpr int kNameLabels = 1 + 4 * kNameTypes;
inline constexpr int kNameLanes = kNameLabels - 1;  // labels but O; lane = label - 1

enum class NamePlace : std::uint8_t { begin, inside, last, unit };

constexpr NameLabel name_label(EntityType type, NamePlace place) {
  return static_cast<NameLabel>(1 + 4 * static_cast<int>(type) + static_cast<int>(place));
}
// The place of the token `at` in a name of the tokens [first, end).
constexpr NamePlace place_within(std::uint32_t at, std::uint32_t first, std::uint32_t end) {
  if (end - first == 1) return NamePlace::unit;
  return at == first ? NamePlace::begin : at + 1 == end ? NamePlace::last : NamePlace::inside;
}
constexpr EntityType type_of(NameLabel label) { return static_cast<EntityType>((label - 1) / 4); }
constexpr NamePlace place_of(NameLabel label) { return static_cast<NamePlace>((label - 1) % 4); }

// Is a name open behind this label?
constexpr bool leaves_open(NameLabel label) {
  return label != kOutside && (place_of(label) == NamePlace::begin || place_of(label) == NamePlace::inside);
}
// Does this label go on with an open name?
constexpr bool continues_name(NameLabel label) {
  return label != kOutside && (place_of(label) == NamePlace::inside || place_of(label) == NamePlace::last);
}
constexpr bool may_follow(NameLabel before, NameLabel label) {
  if (leaves_open(before) != continues_name(label)) return false;
  return !continues_name(label) || type_of(before) == type_of(label);
}

}  // namespace wirecut
