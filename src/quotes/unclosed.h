// Where words end that a quotation mark opens and none closes.
//   `"We will sue, said Jane Roe. The town said ...` -> behind "sue,"
#pragma once

#include <span>
#include <string_view>

#include "quotes/marks.h"

namespace wirecut {

// Closes each stretch that isn't closed before the first tag of a speaker in it; without one it stays as it is.
void close_at_tags(std::string_view text, std::span<MarkedStretch> stretches);

}  // namespace wirecut
