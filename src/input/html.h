// News pages.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "input/article.h"
#include "input/html_blocks.h"

namespace wirecut {

// The article of a page: metadata by JSON-LD (NewsArticle), then article: and og: properties, then <time>, <h1> and
// <title>; the paragraphs of the article without menus, related links, captions and comments. A page without any prose
// gives no paragraphs.
Article parse_html_page(std::string html);

// Sets text and metadata of `story` by the article of a page; warns where it has no paragraphs, only a headline
// perhaps. `subject` is the headline where it isn't empty: a page in a mail has no title, or that of all its mails.
void compose_html_page(std::string html, Story& story, std::string_view subject = {});

// All paragraphs of a piece of HTML or XHTML, as bodies of ninjs and NewsML-G2 hold it.
std::vector<std::string> html_paragraphs(std::string_view fragment);

// The bytes of a page as UTF-8: by its mark, because they are valid, by the charset that <meta> names, else
// windows-1252.
std::string decode_html(std::string bytes, std::vector<std::string>& warnings);

// What the head of a page says (html_metadata.cpp).
Metadata find_html_metadata(const HtmlDocument& document, std::string& article_body);

}  // namespace wirecut
