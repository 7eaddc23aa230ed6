// Archives keep bodies as their publishing system does: as HTML, or as text in which entities were forgotten. The first
// can't be mistaken: the text opens with an element of HTML and closes with a tag. Of the second a decoder can't know
// whether "&lt;b&gt;" is a forgotten entity or what the author wrote, so the user is told and decides.

#include "input/field_markup.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>

#include "input/html.h"
#include "text/ascii.h"

namespace wirecut {

namespace {

constexpr std::string_view kBlank = " \t\r\n";
constexpr std::array<std::string_view, 4> kPageElements = {"!doctype", "body", "head", "html"};
constexpr std::array<std::string_view, 27> kElements = {
    "a",  "article", "b",       "blockquote", "br",   "div",    "em",    "figure", "h1",
    "h2", "h3",      "h4",      "header",     "i",    "img",    "li",    "main",   "ol",
    "p",  "pre",     "section", "small",      "span", "strong", "table", "u",      "ul"};
constexpr std::array<std::string_view, 18> kEntities = {"amp",  "apos",   "bull",  "copy",  "eacute", "euro",
                                                        "gt",   "hellip", "ldquo", "lsquo", "lt",     "mdash",
                                                        "nbsp", "ndash",  "pound", "quot",  "rdquo",  "rsquo"};

template <std::size_t Count>
bool is_one_of(const std::array<std::string_view, Count>& names, std::string_view name) {
  return std::any_of(names.begin(), names.end(), [name](std::string_view known) {
    return known.size() == name.size() &&
           std::equal(known.begin(), known.end(), name.begin(), [](char a, char b) { return a == ascii_lower(b); });
  });
}

// The name of the tag at `at`: "p" of "<p>", of "</p>" and of "<p class=x>"; empty: no tag begins there.
std::string_view tag_at(std::string_view text, std::size_t at) {
  if (text[at] != '<') return {};
  const std::size_t start = at + 1 + (text.substr(at + 1).starts_with('/') ? 1 : 0);
  constexpr std::size_t kLongest = 12;  // of a name that is looked for, with what ends it
  const std::string_view rest = text.substr(start, kLongest);
  const std::size_t end = rest.find_first_of(" \t\r\n/>");
  return end == std::string_view::npos ? std::string_view() : rest.substr(0, end);
}

// "&amp;", "&#8217;"
bool entity_at(std::string_view text, std::size_t at) {
  constexpr std::size_t kLongest = 8;
  const std::size_t end = text.substr(at, kLongest).find(';');
  if (text[at] != '&' || end == std::string_view::npos) return false;
  const std::string_view name = text.substr(at + 1, end - 1);
  return name.starts_with('#') ? name.size() > 1 : is_one_of(kEntities, name);
}

// A closing tag or a line break: other single tags may be symbols of shares, "<U>", "<em>".
bool has_tags(std::string_view text) {
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    const std::string_view name = tag_at(text, at);
    if (is_one_of(kElements, name) && (text[at + 1] == '/' || name == "br")) return true;
  }
  return false;
}

bool has_entities(std::string_view text) {
  for (std::size_t at = text.find('&'); at != std::string_view::npos; at = text.find('&', at + 1))
    if (entity_at(text, at)) return true;
  return false;
}

std::string plain_text(std::string_view html) {
  std::string plain;
  for (const std::string& paragraph : html_paragraphs(html)) {
    if (!plain.empty()) plain += "\n\n";
    plain += paragraph;
  }
  return plain + "\n";
}

// The page's own word counts where the field's carrier is silent. A page in which no article is found is all text.
void read_page(Story& story) {
  Story page;
  compose_html_page(story.text, page);
  const bool is_blank = page.text.find_first_not_of(kBlank) == std::string::npos;
  story.text = is_blank ? plain_text(story.text) : std::move(page.text);
  Metadata& metadata = story.metadata;
  for (const auto member : {&Metadata::headline, &Metadata::byline, &Metadata::dateline, &Metadata::source,
                            &Metadata::language, &Metadata::published})
    if ((metadata.*member).empty()) metadata.*member = std::move(page.metadata.*member);
  if (metadata.authors.empty()) metadata.authors = std::move(page.metadata.authors);
  std::move(page.warnings.begin(), page.warnings.end(), std::back_inserter(story.warnings));
}

}  // namespace

void read_field_markup(Story& story) {
  const std::string_view text = story.text;
  const std::size_t first = text.find_first_not_of(kBlank);
  if (first == std::string_view::npos) return;
  const std::string_view opening = tag_at(text, first);
  const bool is_closed = text[text.find_last_not_of(kBlank)] == '>';
  const bool is_page = is_closed && is_one_of(kPageElements, opening);
  const bool is_piece = is_closed && is_one_of(kElements, opening) && has_tags(text);
  if (!is_page && !is_piece) return warn_of_markup(story);
  if (is_page)
    read_page(story);
  else
    story.text = plain_text(text);
  story.warnings.push_back("the text was HTML, and its words were read");
}

void warn_of_markup(Story& story) {
  if (has_tags(story.text) || has_entities(story.text))
    story.warnings.push_back("the text holds HTML tags or entities, which were left as they are");
}

}  // namespace wirecut
