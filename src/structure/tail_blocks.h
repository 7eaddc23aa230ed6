// Blocks of short lines behind a story, none of which is of the story because of where it stands: below the credits,
// with an address, between gaps. `lines` are the last of `text`; none that begins at `body_start` or before is taken.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "structure/lines.h"

namespace wirecut {

// "Reporting by ...", "Copyright ..." end a story: a few short lines behind it are none of the story's either. Takes
// them off and returns true; from line `past` on none is the story's.
bool pass_unknown_lines(std::string_view text, const std::vector<Line>& lines, std::uint32_t body_start,
                        std::size_t& past);

// "Jane Roe / Example Buses / +1 416-555-0100": a last block of short lines, of which the first is a name and one
// nothing but a telephone number or an address. As pass_unknown_lines().
bool pass_contact(std::string_view text, const std::vector<Line>& lines, std::uint32_t body_start, std::size_t& past);

// Titles and buttons that a page has left behind the last paragraph: short lines without an end, behind a long one that
// ends a sentence; a gap before each, but where every line is a paragraph (`are_paragraphs`). As pass_unknown_lines().
bool pass_titles(std::string_view text, const std::vector<Line>& lines, std::uint32_t body_start, bool are_paragraphs,
                 std::size_t& past);

// Above the form for comments a page links the story before and the one after: at most two titles, a paragraph each and
// without a full stop, behind one that ends a sentence. As pass_unknown_lines().
bool pass_linked_titles(std::string_view text, const std::vector<Line>& lines, std::uint32_t body_start,
                        std::size_t& past);

// Line `i` is "More from Jane:" or "Most read", and behind it stand only titles and lines of known wordings ("Email
// Jane Roe at ..."). A title ends no sentence, but others beside it may be questions.
bool opens_titles(std::string_view text, const std::vector<Line>& lines, std::size_t i);

// Line `i` is "--" or, behind a gap, "Kind regards", and nothing but a few short lines below: a mail's signature.
bool opens_mail_signature(std::string_view text, const std::vector<Line>& lines, std::size_t i);

// Line `i` is "About Acme Robotics", and the paragraph below, or behind a colon, opens with that name: what firms say
// of themselves at the end of each release.
bool opens_self_portrait(std::string_view text, const std::vector<Line>& lines, std::size_t i);

}  // namespace wirecut
