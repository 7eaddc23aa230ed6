// HTML in a field that should hold plain text.
#pragma once

#include "wirecut/story.h"

namespace wirecut {

// Reads a text that is HTML through and through, from its first element to its last, as HTML: of a whole page the
// article, of anything less all paragraphs, with a blank line between them. A text with single tags or entities stays
// as it is. Either adds a warning.
//   "<p>PARIS (AP) &mdash; Rain fell.</p>" -> "PARIS (AP) — Rain fell.\n"
void read_field_markup(Story& story);

// Only adds the warning: for files that are said to be plain text.
void warn_of_markup(Story& story);

}  // namespace wirecut
