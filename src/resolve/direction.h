// Does a date expression lie ahead of its story or behind it? By the words before it in its sentence.
#pragma once

#include "dates/dates.h"
#include "lexicon/lexicon.h"
#include "wirecut/story.h"

namespace wirecut {

enum class Direction : std::uint8_t {
  unknown,
  past,  // a cue says so
  told,  // past by the verb of the clause that the date opens
  future,
};

// The nearest cue of data/lexicon/tense_cues.tsv, or verb of the past, to the left, in the same sentence; `sentence` is
// the one that holds it.
Direction find_direction(const Story& story, const Sentence& sentence, const DateExpression& expression,
                         const Lexicon& lexicon);

}  // namespace wirecut
