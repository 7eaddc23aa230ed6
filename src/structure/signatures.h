// Lines that sign a story or speak of its author: the byline over again, who typed it, an address, "Jane Roe covers
// rivers for ...". Each question is about the words of one trimmed line; whether a gap stands above it, as some of them
// need, the caller knows. `country` tells apart outlets with the same mark; may be empty.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "lexicon/lexicon.h"

namespace wirecut {

// An e-mail address, alone or with a word or two.
bool is_address(std::string_view line);

// "jane.roe@example.org", "+1 416-555-0100": nothing else.
bool is_bare_address(std::string_view line);

// "Jane Roe is ...": what stands before "is" is a name, not "Her husband is a reporter ...", "Roe, who is ...".
bool is_of_named(std::string_view line);

// "ol", a line of its own. Ask behind a gap only.
bool is_lone_typist(std::string_view line);

// "1424", the number of the desk that sent it, a line of its own. Ask behind a gap only.
bool is_desk_number(std::string_view line);

// "abc-xyz". Ask below an agency's mark only.
bool is_typist_pair(std::string_view line);

// "Manar/H. Said", "R.J/ Ghossoun": two names, one of them with an initial. Ask behind a gap only.
bool is_abbreviated_pair(std::string_view line);

// "Jane Roe, The Canadian Press": the byline again.
bool is_signature(std::string_view line, std::string_view country, const Lexicon& lexicon);

// "Jane Roe, Local Journalism Initiative Reporter, The Example Post": a name, what that one is, and where. Ask behind
// a gap only.
bool is_full_signature(std::string_view line, std::string_view country, const Lexicon& lexicon);

// "Jane Roe covers rivers for The Example Post.", "Jane Roe is Example Press' general assignment writer.": of whom
// the byline has named. Ask behind a gap only.
bool is_about_author(std::string_view line, std::span<const std::string> authors);

}  // namespace wirecut
