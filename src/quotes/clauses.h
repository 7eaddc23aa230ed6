// Contents that end within their clause, or behind it.
#pragma once

#include "lexicon/lexicon.h"
#include "quotes/attributions.h"
#include "quotes/items.h"

namespace wirecut {

// `items`: of the paragraph. The attribution has content.

// `Roe said that the mill, built in May, was shut.`: a clause that still wants its verb goes on behind the comma.
// Before it is decided which attributions stand, for it holds what others may have been found in.
void finish_clause(Items items, Attribution& attribution);

// - `The road - which, he said, cost 3 million - is shut.`: what is said within dashes or brackets ends with them.
// - `Roe, who said growth was slow, | resigned |.`: a relative clause ends before the verb of the clause around it.
// - `..., the paper said | today |.`, `| It | was alleged that ...`: such words beside others are none of them.
void mend_clauses(Items items, const Lexicon& lexicon, Attribution& attribution);

}  // namespace wirecut
