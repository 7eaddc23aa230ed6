// Finds the parts of a wire story: headline, byline, dateline, body with its paragraphs, source tag, wire header.
//   "LONDON, May 2 (Reuters) - Britain ..." -> dateline {LONDON, GB, XXXX-05-02, Reuters}, body from "Britain"
// Reads: text, metadata. Parts that the story lacks stay absent; a text without letters has no body.
// Never fails; linear in the text, and looks closely at the head and the tail only.
#pragma once

#include "lexicon/lexicon.h"
#include "wirecut/story.h"

namespace wirecut {

Structure parse_structure(const Story& story, const Lexicon& lexicon);

}  // namespace wirecut
