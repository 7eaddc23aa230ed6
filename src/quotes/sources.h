// What the models take for a speaker with words of the clause around it.
#pragma once

#include "quotes/attributions.h"
#include "quotes/items.h"

namespace wirecut {

// The source of the attribution without what is none of it. `items`: of the paragraph.
// - `a trader who said ...`: the words before the pronoun.
// - `Roe Inc won the order on Monday, adding ...`: the words before the verb of the main clause.
void mend_source(Items items, Attribution& attribution);

}  // namespace wirecut
