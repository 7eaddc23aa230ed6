// The article among the blocks of a page.
#pragma once

#include <string>
#include <vector>

#include "input/html_blocks.h"

namespace wirecut {

struct HtmlBody {
  std::vector<std::string> paragraphs;  // without menus, related links, captions and comments; none blank
  std::string byline;                   // the line that readers see: "By Jane Roe, Staff Writer"; empty: none
};

// Linear in the number of blocks. A page without any prose gives no paragraphs.
HtmlBody find_html_body(const HtmlDocument& document);

}  // namespace wirecut
