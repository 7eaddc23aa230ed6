// What web pages put around a byline: the day, the section, a button.
#pragma once

#include <string>
#include <string_view>

namespace wirecut {

// The part of `line` that may be a byline; the whole of it where nothing of a page stands beside that.
//   "May 25, 2021 by Jane Roe" -> "by Jane Roe";  "Jane Roe | Dawn | Published March 6, 2017" -> "Jane Roe | Dawn"
std::string_view without_page_words(std::string_view line);

// U+00A0 and what it becomes: "By Jane Roe" is written with it now and then.
bool has_hard_blank(std::string_view line);
std::string with_plain_blanks(std::string_view line);

}  // namespace wirecut
