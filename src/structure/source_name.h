// Who supplied a story, by the words that name him: a tag's, a copyright line's; and the typists' initials beside them.
#pragma once

#include <optional>
#include <string_view>

#include "lexicon/lexicon.h"
#include "wirecut/story.h"

namespace wirecut {

// "lm/jk/har", "ABC XYZ", "A.B.", "abc.xyz": those who typed it.
bool is_initials(std::string_view line);

// "ABC XYZ", "lm jk", "DND jr kk": groups of two or three letters, each in one case.
bool is_typists(std::string_view words);

// The name of a source in `words`: an outlet, a list of them, or (`any`) whatever stands there up to a comma or full
// stop. `mark_needed`: a name that is a common word too ("The Sun") doesn't count. `country` tells apart outlets with
// the same mark; may be empty. The span is left to the caller, as in copyright_owner().
std::optional<Source> source_named(std::string_view words, bool any, bool mark_needed, std::string_view country,
                                   const Lexicon& lexicon);

// "-- Example Daily News", "(Example News Service)": no list knows it, but it calls itself an outlet.
std::optional<Source> unknown_outlet(std::string_view name, const Lexicon& lexicon);

// "PTI ABC XYZ", "dpa lm jk"; a name that is a common word too counts if `dashed`.
std::optional<Source> mark_with_initials(std::string_view name, bool dashed, std::string_view country,
                                         const Lexicon& lexicon);

// "JR/PD, GMA News"
std::optional<Source> mark_behind_initials(std::string_view name, std::string_view country, const Lexicon& lexicon);

// "(Hina) xjr", "(Hina) xml vp", "//Petra// JR", "jr/pd (AFP, dpa)": a mark, and who typed it before or behind.
std::optional<Source> mark_and_typists(std::string_view line, std::string_view country, const Lexicon& lexicon);

// "Copyright 2021 The Associated Press. All rights reserved." -> The Associated Press
std::optional<Source> copyright_owner(std::string_view line, std::string_view country, const Lexicon& lexicon);

}  // namespace wirecut
