// What the models take for a speaker with words of the clause around it, or don't see.
#pragma once

#include "lexicon/lexicon.h"
#include "quotes/attributions.h"
#include "quotes/items.h"

namespace wirecut {

// Mends the source of an attribution that has content; where words of its content or cue turn out to be the source's,
// they leave those. `items`: of the paragraph.
// - `According to section 12, such talk is a crime.`: the words up to the comma, which the models took for content.
// - `said Jane Roe, who lives nearby.`: an apposition or a relative clause belongs to the speaker.
// - `Doe was accused by Roe of fraud.`: who accuses stands behind "by".
// - `a trader who said ...`: the words before the pronoun.
// - `Roe Inc won the order on Monday, adding ...`: the words before the verb of the main clause.
void mend_source(Items items, const Lexicon& lexicon, Attribution& attribution);

}  // namespace wirecut
