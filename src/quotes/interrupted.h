// Statements that are cut in two by who makes them: `The suspect, police said, fled on foot.`
#pragma once

#include "quotes/link.h"

namespace wirecut {

// The draft of a sentence whose subject and verb the words of saying part; no cue where it isn't one. Its contents are
// two, the subject and the rest:
//   `Rates, according to the bank, will rise.`  -> "Rates", "will rise" by "the bank"
Draft interrupted_statement(const QuoteItems& items, const Lexicon& lexicon, std::uint32_t paragraph,
                            const ItemRange& sentence);

}  // namespace wirecut
