// Which parts of speech are verbs.
#pragma once

#include "wirecut/story.h"

namespace wirecut {

// Any form: base, past, gerund, participle or present; no modal.
constexpr bool is_verb_tag(PosTag tag) { return tag >= PosTag::VB && tag <= PosTag::VBZ; }

// A form that has a subject of its own: past, present or modal.
constexpr bool is_finite_tag(PosTag tag) {
  return tag == PosTag::VBD || tag == PosTag::VBZ || tag == PosTag::VBP || tag == PosTag::MD;
}

}  // namespace wirecut
