// Who is interviewed: the person behind the "A" of questions and answers.
#pragma once

#include <cstdint>
#include <optional>

#include "lexicon/lexicon.h"
#include "resolve/cast.h"
#include "wirecut/story.h"

namespace wirecut {

// Where the story says before the token `question`, the first of them, that somebody was interviewed: the one person of
// the sentences that say so, or else of the headline, or else of all that stands before.
std::optional<EntityId> find_interviewee(const Story& story, const Lexicon& lexicon, const Cast& cast,
                                         std::uint32_t question);

}  // namespace wirecut
