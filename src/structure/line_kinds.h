// What a line of a head or a tail is by its words alone: a time stamp, a slug, an archive's code, a field, an outlet's
// own line. Each takes one trimmed line of any length.
#pragma once

#include <string_view>

#include "lexicon/lexicon.h"
#include "structure/forms.h"

namespace wirecut {

// "Thu May 2, 2019 10:15am EDT", "Updated 4 hours ago": nothing but figures and the words of time stamps.
bool is_time_line(std::string_view line);

// "Georgia-Armenia-rail", "fbl-ENG-Chelsea,newseries", "France-vote-ruling, 2ndlead": an agency's slug of three words
// or more. A town may look so too.
bool is_hyphened_slug(std::string_view line, const Lexicon& lexicon);

// "Facebook Twitter WhatsApp Email", "Share on Facebook": of how many buttons, by which a page's reader passes a story
// on, the line is; 0 where it holds anything else.
std::size_t count_buttons(std::string_view line, const Lexicon& lexicon);

// "#London #ferries"
bool is_hashtag_row(std::string_view line);

// "AN    Document EXAMPL0020090503e5": a code of an archive's, and what it says.
bool is_archive_code(std::string_view line);

// Of a line above the body: a time, "World | May 2, 2019" too; a header, which slugs are; else what the first form of
// head_forms() that it matches says; or none.
LineKind kind_of(std::string_view line);

// "HEADLINE:", not "Text: ..." in mixed case, but "Title: ..." above all else (`is_first`).
bool is_field_label(std::string_view line, const FieldForm& form, bool is_first);

// "Associated Press", "BBC News, Nairobi", "PTI | New Delhi | May 2, 2019"
bool is_outlet_line(std::string_view line, const Lexicon& lexicon);

// "NEWS PROVIDED BY", "Source", "RNS Number : 1234A": the next line says whose release it is.
bool announces_issuer(std::string_view line);

}  // namespace wirecut
