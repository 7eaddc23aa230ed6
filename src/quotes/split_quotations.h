// `“We lost,” said Roe, “but I am glad.”`: a quotation that the words of saying cut in two. Marks, commas and the place
// of the verb alone tell what was said and by whom, so that no model need be asked.
#pragma once

#include "lexicon/lexicon.h"
#include "quotes/attributions.h"
#include "quotes/items.h"

namespace wirecut {

// Gives the attribution its contents and source where its cue stands so, and says so in `is_settled`; otherwise leaves
// it alone. `items`: of the paragraph. Looks at no more than a few dozen items beside the cue. Of `..., Roe wrote in
// her book, “The Long Road.”` the title is no content.
bool read_split_quotation(Items items, const Lexicon& lexicon, Attribution& attribution);

}  // namespace wirecut
