// The lines before the body: headline, byline, dateline, and what else stands there.
#pragma once

#include <optional>
#include <string_view>

#include "lexicon/lexicon.h"
#include "structure/lines.h"
#include "wirecut/story.h"

namespace wirecut {

struct Head {
  std::optional<Span> headline;
  std::optional<Byline> byline;
  std::optional<Dateline> dateline;
  std::optional<Transmission> transmission;
  std::optional<std::uint32_t> body_start;  // the first word of the story; absent where there is nothing but a head
};

Head read_head(std::string_view text, const Outline& outline, const Lexicon& lexicon);

}  // namespace wirecut
