// What the end of a story says of the dateline at its start.
#pragma once

#include <string_view>

#include "lexicon/lexicon.h"
#include "wirecut/story.h"

namespace wirecut {

// Reads the dateline that only its source makes sure of, and gives a bare town the country that its source means:
//   "Agartala: The first lot ...", "TIMERGARA: A bridge ...", "HYDERABAD: ..." of Dawn -> PK
// Reads and changes `structure`; the body begins behind the dateline. Nothing happens where nothing fits.
void settle_dateline(std::string_view text, Structure& structure, const Lexicon& lexicon);

}  // namespace wirecut
