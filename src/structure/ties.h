// What may be tied to the end of a story's last sentence: a mark with its signs, an end mark, typists, a signature.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "wirecut/story.h"

namespace wirecut {

// "Enditem", "Enditem/cs"
bool is_enditem(std::string_view words);

// "/PTI", "- ANI", "(c) ANP", "©AFP": the name alone.
std::string_view without_signs(std::string_view mark);

// "... said. RY/DD", "... said. (LP)", "... said. RY (LP)", "... said. /j.r/"
bool is_tied_typists(std::string_view rest);

// "... said. - Jane Roe": a name, of whomever; behind a quotation that of the speaker, which stays.
bool is_signed(std::string_view name);

// "Example.com": no list knows it, but nothing else is spelled like that. The span is left to the caller.
std::optional<Source> unknown_site(std::string_view name);

// A blank or a dash at `at` behind which something tied may stand: not between two words of a sentence.
bool may_tie(std::string_view end, std::size_t at);

// "- Oslo Newsroom Tel+47 00 00 00 00": the desk that one may call.
bool is_newsroom_line(std::string_view rest);

// "... said. ENDS", "... said. Enditem/cs", "... said. /jr/pd"
bool is_tied_end_mark(std::string_view rest);

}  // namespace wirecut
