// The lines behind the body, and what is tied to its last one: who supplied the story, and where the story ends.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "lexicon/lexicon.h"
#include "structure/lines.h"
#include "wirecut/story.h"

namespace wirecut {

struct Tail {
  std::uint32_t body_end = 0;  // behind the last word of the story
  std::optional<Source> source;
};

// `country`: of the dateline, tells apart agencies with the same mark ("CNA"); may be empty. `authors`: of the byline;
// a last paragraph may be about them.
Tail read_tail(std::string_view text, const Outline& outline, std::uint32_t body_start, std::string_view country,
               std::span<const std::string> authors, const Lexicon& lexicon);

// The outlet that a headline ends with: "... | BBC News"; "... - Reuters" too, unless another `agency` signs the
// dateline: then the headline says who reported it.
std::optional<Source> source_of_headline(std::string_view text, Span headline, std::string_view agency,
                                         const Lexicon& lexicon);

}  // namespace wirecut
