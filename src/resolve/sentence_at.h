// Where in the story's sentences and tokens a byte of its text lies.
#pragma once

#include <cstdint>

#include "wirecut/story.h"

namespace wirecut {

// The index of the first sentence, or token, that ends behind `byte_pos`; their number where there is none.
std::uint32_t sentence_at(const Story& story, std::uint32_t byte_pos);
std::uint32_t token_at(const Story& story, std::uint32_t byte_pos);

}  // namespace wirecut
