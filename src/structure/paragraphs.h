// The body into paragraphs.
#pragma once

#include <string_view>
#include <vector>

#include "wirecut/story.h"

namespace wirecut {

// The paragraphs of text[body.start, body.end), in order, none blank, without blanks at their ends, and without the
// lines that web pages put between them (body_form_rows.h): "Advertisement", "Read more: ...". A paragraph ends at
// an empty line, before an indented one (by two columns or more than `min_indent`), and at every line end where the
// text is not hard-wrapped: where lines run longer than a hundred columns, or nearly all of them end a sentence.
std::vector<Span> find_paragraphs(std::string_view text, Span body, std::uint32_t min_indent);

}  // namespace wirecut
