// Whether words can stand alone as what somebody said.
#pragma once

#include "quotes/link.h"

namespace wirecut {

// A clause that can stand alone, with marks around words within it at most. A headline's needs no verb.
bool is_statement(const QuoteItems& items, Part part, const ItemRange& range);

}  // namespace wirecut
