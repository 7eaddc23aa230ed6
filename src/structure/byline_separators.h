// The commas, bars, dashes and small words that part the pieces of a byline.
#pragma once

#include <cstddef>
#include <string_view>
#include <utility>

namespace wirecut {

// What parts the pieces. The first letter of the piece behind " in ", " for ", " at " begins no name.
struct Separator {
  std::string_view text;
  bool names_follow;
  bool labelled_only = false;  // parts the pieces of "By ..." only: elsewhere it is the sign of a sentence
};

// The first separator in `text`, and where: the longest that begins there; npos where there is none.
// `labelled`: "By ..." stands in front.
std::pair<std::size_t, const Separator*> next_separator(std::string_view text, bool labelled);

}  // namespace wirecut
