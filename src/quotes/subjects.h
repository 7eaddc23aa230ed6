// Speakers that the models don't see, because they stand far from the cue or where others seldom do.
#pragma once

#include "lexicon/lexicon.h"
#include "quotes/attributions.h"
#include "quotes/items.h"

namespace wirecut {

// Where the attribution has no source, gives it the words of its sentence that grammar makes one, and says so in
// `source_by_rule`; leaves it alone where in doubt. `items`: of the paragraph. Looks at no more than 60 items before
// the cue and a dozen behind it. Four rules:
// - `..., said police in Leeds.`: the words behind a verb of saying, which the models take for content.
// - `A senior official, who had read it, said ...`: the words that open the sentence, before a clause or an apposition.
// - `Target previously said ...`: the subject of the cue itself.
// - `Roe attacked the plan and said it was late.`: the subject of the verb from which the cue goes on.
void find_source_by_rule(Items items, const Lexicon& lexicon, Attribution& attribution);

}  // namespace wirecut
