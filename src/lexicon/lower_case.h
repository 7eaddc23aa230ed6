// Words as the tables of the lexicon hold them.
#pragma once

#include <string>
#include <string_view>

#include "lexicon/hash.h"

namespace wirecut {

// Latin capitals without accents in lower case; all other bytes as they are.
inline std::string to_lower_case(std::string_view words) {
  std::string lower(words);
  for (char& c : lower) c = to_lower(c);
  return lower;
}

}  // namespace wirecut
