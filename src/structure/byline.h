// The byline: who wrote the story, as the line below the headline says it.
//   "By ANNE ROE and LUIS POE, Associated Press" -> {ANNE ROE, LUIS POE};  "Jane Roe | jane@example.org" -> {Jane Roe}
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/lexicon.h"

namespace wirecut {

struct BylineMatch {
  std::vector<std::string> authors;  // personal names only, as written; empty in "By Our Staff Reporter"
  bool labelled = false;             // "By ...", "Author: ...": else names alone
  bool has_aside = false;            // an agency, a title or an address stands beside the names
};

// `line` as a whole is a byline; nothing where it is not. A line of names without "By" must be names through and
// through.
std::optional<BylineMatch> read_byline(std::string_view line, const Lexicon& lexicon);

}  // namespace wirecut
