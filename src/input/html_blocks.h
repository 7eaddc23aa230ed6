// HTML as a flat list of blocks of text, and what its head says.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace wirecut {

enum class BlockKind : std::uint8_t { paragraph, title_heading, heading, item, loose };  // p; h1; h2-h6; li; other text

// Of all of a block's text.
enum BlockFlag : std::uint8_t {
  kSkipped =
      1,  // in a box that its class names: related, share, comments ... (navigation, footer, figures are left out)
  kInArticle = 2,  // in <article> or <main>
  kInBody = 4,     // in an element that is marked as the article's body
  kInByline = 8,   // in an element that is marked as byline or author
};

struct HtmlBlock {
  std::string text;  // white space collapsed, never blank
  BlockKind kind = BlockKind::loose;
  std::uint8_t flags = 0;        // BlockFlag
  std::uint32_t container = 0;   // index of the nearest HtmlContainer that holds other blocks too
  std::uint32_t link_bytes = 0;  // of `text`, inside <a>
  bool has_plain_words = false;  // outside of <a>
};

// An element that holds blocks (div, section, td ...). Containers stand in the order in which they open, so those
// inside number i are i+1 to `end`, exclusive.
struct HtmlContainer {
  std::uint32_t parent = 0;
  std::uint32_t end = 0;
  bool is_article = false;
};

struct HtmlMeta {
  std::string key;  // name, property or itemprop, lower case; "time" for <time datetime>
  std::string content;
};

struct HtmlDocument {
  std::vector<HtmlContainer> containers;  // the first is the document
  std::vector<HtmlBlock> blocks;
  std::vector<HtmlMeta> meta;
  std::vector<std::string> json_ld;
  std::string title;
  std::string language;
};

// `html` is UTF-8. Never fails; linear in its size, however deep the elements are nested.
HtmlDocument read_html_blocks(std::string html);

}  // namespace wirecut
