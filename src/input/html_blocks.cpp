// libxml2's HTML parser repairs what authors write and reports it as events; no tree is built, so depth costs nothing.
// Each open element is one entry of a stack with flags that its children inherit.

#include "input/html_blocks.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include "input/article.h"
#include "text/ascii.h"

namespace wirecut {

namespace {

enum class Role : std::uint8_t {
  inline_text,
  container,
  blockquote,  // a container, but text right in it is a paragraph, however short
  article,
  paragraph,
  h1,
  heading,
  item,
  skipped,
  line_break,
  link,
  title,
  script,
  meta,
  time,
  html
};

struct ElementRole {
  std::string_view name;
  Role role;
};

constexpr std::array kElements = {
    ElementRole{"a", Role::link},
    ElementRole{"address", Role::container},
    ElementRole{"article", Role::article},
    ElementRole{"aside", Role::skipped},
    ElementRole{"blockquote", Role::blockquote},
    ElementRole{"body", Role::container},
    ElementRole{"br", Role::line_break},
    ElementRole{"button", Role::skipped},
    ElementRole{"dd", Role::item},
    ElementRole{"div", Role::container},
    ElementRole{"dl", Role::container},
    ElementRole{"dt", Role::item},
    ElementRole{"figure", Role::skipped},
    ElementRole{"footer", Role::skipped},
    ElementRole{"form", Role::container},
    ElementRole{"h1", Role::h1},
    ElementRole{"h2", Role::heading},
    ElementRole{"h3", Role::heading},
    ElementRole{"h4", Role::heading},
    ElementRole{"h5", Role::heading},
    ElementRole{"h6", Role::heading},
    ElementRole{"header", Role::container},
    ElementRole{"html", Role::html},
    ElementRole{"iframe", Role::skipped},
    ElementRole{"li", Role::item},
    ElementRole{"main", Role::article},
    ElementRole{"meta", Role::meta},
    ElementRole{"nav", Role::skipped},
    ElementRole{"noscript", Role::skipped},
    ElementRole{"ol", Role::container},
    ElementRole{"p", Role::paragraph},
    ElementRole{"pre", Role::paragraph},
    ElementRole{"script", Role::script},
    ElementRole{"section", Role::container},
    ElementRole{"select", Role::skipped},
    ElementRole{"style", Role::skipped},
    ElementRole{"svg", Role::skipped},
    ElementRole{"table", Role::container},
    ElementRole{"td", Role::container},
    ElementRole{"template", Role::skipped},
    ElementRole{"textarea", Role::skipped},
    ElementRole{"th", Role::container},
    ElementRole{"time", Role::time},
    ElementRole{"title", Role::title},
    ElementRole{"tr", Role::container},
    ElementRole{"ul", Role::container},
    ElementRole{"video", Role::skipped},
};

// Words of class, id, role and itemprop that tell what an element is for. A word counts where it stands alone between
// hyphens, underscores, blanks or a change to a capital: "story-related", "relatedLinks", not "correlated".
struct BoxWord {
  std::string_view word;
  std::uint8_t flag;
};
constexpr std::array kBoxWords = {
    BoxWord{"advert", kSkipped},      BoxWord{"advertisement", kSkipped}, BoxWord{"breadcrumb", kSkipped},
    BoxWord{"breadcrumbs", kSkipped}, BoxWord{"caption", kSkipped},       BoxWord{"comments", kSkipped},
    BoxWord{"cookie", kSkipped},      BoxWord{"footer", kSkipped},        BoxWord{"menu", kSkipped},
    BoxWord{"nav", kSkipped},         BoxWord{"navigation", kSkipped},    BoxWord{"newsletter", kSkipped},
    BoxWord{"popular", kSkipped},     BoxWord{"promo", kSkipped},         BoxWord{"recirculation", kSkipped},
    BoxWord{"recommended", kSkipped}, BoxWord{"related", kSkipped},       BoxWord{"share", kSkipped},
    BoxWord{"sharing", kSkipped},     BoxWord{"sidebar", kSkipped},       BoxWord{"social", kSkipped},
    BoxWord{"sponsored", kSkipped},   BoxWord{"subscribe", kSkipped},     BoxWord{"tags", kSkipped},
    BoxWord{"trending", kSkipped},    BoxWord{"byline", kInByline},       BoxWord{"author", kInByline},
};
constexpr std::array<std::string_view, 12> kBodyMarks = {
    "articlebody", "article-body", "article__body", "article_body",  "article-content", "article__content",
    "story-body",  "story__body",  "storybody",     "entry-content", "post-content",    "body-copy"};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

Role role_of(std::string_view name) {
  const auto found = std::lower_bound(kElements.begin(), kElements.end(), name,
                                      [](const ElementRole& element, std::string_view n) { return element.name < n; });
  return found != kElements.end() && found->name == name ? found->role : Role::inline_text;
}

bool is_container(Role role) { return role == Role::container || role == Role::blockquote || role == Role::article; }

std::uint8_t flags_of_words(std::string_view names) {
  constexpr std::size_t kMostNames = 512;  // bytes; longer lists of classes are a machine's
  names = names.substr(0, kMostNames);
  std::uint8_t flags = 0;
  for (std::size_t at = 0; at < names.size();) {
    std::size_t end = at + 1;
    if (is_letter(names[at])) {
      while (end < names.size() && is_letter(names[end]) && !is_capital(names[end])) ++end;
      const std::string word = ascii_lower_case(names.substr(at, end - at));
      for (const BoxWord& box : kBoxWords)
        if (box.word == word) flags |= box.flag;
    }
    at = end;
  }
  const std::string lower = ascii_lower_case(names);
  for (const std::string_view mark : kBodyMarks)
    if (lower.find(mark) != std::string::npos) flags |= kInBody;
  return flags;
}

class Collector {
 public:
  explicit Collector(HtmlDocument& document) : document_(document) {
    document_.containers.push_back({});
    open_.push_back({Role::container, 0, 0, 0, false});
  }

  void start(std::string_view name, const xmlChar** attributes) {
    Role role = role_of(name);
    if (name == "footer" && open_.back().role == Role::blockquote) role = Role::paragraph;  // who said it
    Open opened{role, open_.back().flags, open_.back().container, 0, open_.back().unread || role == Role::skipped};
    Attributes known = read_attributes(attributes);
    if (role != Role::html && name != "body" && name != "main") opened.flags |= known.flags;
    if (role == Role::article) opened.flags |= kInArticle;
    if (opened.flags & kInBody & known.flags) opened.flags &= static_cast<std::uint8_t>(~kSkipped);
    note_head(role, known);
    if (breaks_block(role)) flush();
    if (is_container(role)) {
      opened.container = static_cast<std::uint32_t>(document_.containers.size());
      opened.first_block = static_cast<std::uint32_t>(document_.blocks.size());
      document_.containers.push_back({open_.back().container, 0, role == Role::article});
    }
    if (role == Role::line_break) add_line_break();
    if (role == Role::script) script_is_json_ld_ = known.type == "application/ld+json";
    open_.push_back(opened);
  }

  void end() {
    if (open_.size() == 1) return;
    const Role role = open_.back().role;
    if (breaks_block(role)) flush();
    if (is_container(role)) close_container();
    if (role == Role::script && script_is_json_ld_) document_.json_ld.push_back(std::exchange(script_, {}));
    if (role == Role::script) script_is_json_ld_ = false;
    open_.pop_back();
  }

  void text(std::string_view words) {
    const Open& here = open_.back();
    if (here.role == Role::script) {
      if (script_is_json_ld_) script_ += words;
      return;
    }
    if (here.role == Role::title) {
      document_.title += words;
      return;
    }
    if (here.unread) return;
    if (words.find_first_not_of(" \t\r\n") != std::string_view::npos) current_flags_ &= here.flags;
    if (in_link())
      link_bytes_ += words.size();
    else
      has_plain_words_ |= std::any_of(words.begin(), words.end(), is_letter);
    current_ += words;
  }

  void finish() {
    while (open_.size() > 1) end();
    flush();
    document_.containers[0].end = static_cast<std::uint32_t>(document_.containers.size());
    document_.title = collapse_space(document_.title);
  }

 private:
  struct Open {
    Role role;
    std::uint8_t flags;
    std::uint32_t container;
    std::uint32_t first_block;  // of a container: how many blocks stand before it
    bool unread;                // nothing in it is the page's text
  };
  struct Attributes {
    std::string key, content, datetime, language, type;
    std::uint8_t flags = 0;
  };

  // A box around one block is the author's way to write a paragraph: "<div>...</div>", "<div><p>...</p></div>". The
  // block is its parent's.
  void close_container() {
    HtmlContainer& container = document_.containers[open_.back().container];
    container.end = static_cast<std::uint32_t>(document_.containers.size());
    if (document_.blocks.size() == open_.back().first_block + 1u && !container.is_article)
      document_.blocks.back().container = container.parent;
  }

  static bool breaks_block(Role role) {
    return role != Role::inline_text && role != Role::link && role != Role::line_break && role != Role::time &&
           role != Role::script && role != Role::meta;
  }

  // A link may hold inline elements: "<a><b>more</b></a>"; none goes deep, and blocks end the search.
  bool in_link() const {
    constexpr std::size_t kFar = 6;
    for (std::size_t i = 0; i < std::min(kFar, open_.size()); ++i) {
      const Role role = open_[open_.size() - 1 - i].role;
      if (role == Role::link) return true;
      if (breaks_block(role)) return false;
    }
    return false;
  }

  static Attributes read_attributes(const xmlChar** attributes) {
    Attributes known;
    for (; attributes != nullptr && attributes[0] != nullptr; attributes += 2) {
      const std::string_view name = reinterpret_cast<const char*>(attributes[0]);
      const std::string_view value = attributes[1] == nullptr ? "" : reinterpret_cast<const char*>(attributes[1]);
      if (name == "class" || name == "id" || name == "role" || name == "itemprop" || name == "rel")
        known.flags |= flags_of_words(value);
      if (name == "property" || name == "name" || name == "itemprop") known.key = ascii_lower_case(value);
      if (name == "hidden" || (name == "aria-hidden" && value == "true")) known.flags |= kSkipped;
      if (name == "content") known.content = value;
      if (name == "datetime") known.datetime = value;
      if (name == "lang") known.language = value;
      if (name == "type") known.type = ascii_lower_case(value);
    }
    return known;
  }

  void note_head(Role role, Attributes& known) {
    if (role == Role::html) document_.language = known.language;
    if (role == Role::time && !known.datetime.empty() && !open_.back().unread)
      document_.meta.push_back({"time", std::move(known.datetime)});
    if (role == Role::meta && !known.key.empty() && !known.content.empty())
      document_.meta.push_back({std::move(known.key), std::move(known.content)});
  }

  // Two line breaks end a paragraph, one is a blank.
  void add_line_break() {
    const std::size_t last = current_.find_last_not_of(" \t\r");
    if (last != std::string::npos && current_[last] == '\n')
      flush();
    else
      current_ += '\n';
  }

  void flush() {
    std::string text = collapse_space(current_);
    current_.clear();
    const auto link_bytes = static_cast<std::uint32_t>(std::min<std::size_t>(link_bytes_, text.size()));
    link_bytes_ = 0;
    const bool has_plain_words = std::exchange(has_plain_words_, false);
    const std::uint8_t flags = std::exchange(current_flags_, std::uint8_t{0xFF});
    if (text.empty()) return;
    document_.blocks.push_back(
        {std::move(text), block_kind(), flags, open_.back().container, link_bytes, has_plain_words});
  }

  BlockKind block_kind() const {
    constexpr std::size_t kFar = 6;
    for (std::size_t i = 0; i < std::min(kFar, open_.size()); ++i) {
      switch (open_[open_.size() - 1 - i].role) {
        case Role::paragraph:
        case Role::blockquote:
          return BlockKind::paragraph;
        case Role::h1:
          return BlockKind::title_heading;
        case Role::heading:
          return BlockKind::heading;
        case Role::item:
          return BlockKind::item;
        case Role::container:
        case Role::article:
          return BlockKind::loose;
        default:
          break;
      }
    }
    return BlockKind::loose;
  }

  HtmlDocument& document_;
  std::vector<Open> open_;
  std::string current_, script_;
  std::size_t link_bytes_ = 0;
  bool has_plain_words_ = false;
  std::uint8_t current_flags_ = 0xFF;  // those that all of the block's text has
  bool script_is_json_ld_ = false;
};

Collector& collector(void* user) { return *static_cast<Collector*>(user); }

void on_start(void* user, const xmlChar* name, const xmlChar** attributes) {
  collector(user).start(reinterpret_cast<const char*>(name), attributes);
}
void on_end(void* user, const xmlChar*) { collector(user).end(); }
void on_text(void* user, const xmlChar* text, int size) {
  collector(user).text({reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
}

struct FreeParser {
  void operator()(htmlParserCtxt* parser) const { htmlFreeParserCtxt(parser); }
};

}  // namespace

HtmlDocument read_html_blocks(std::string html) {
  static const bool initialized = (xmlInitParser(), true);
  static_cast<void>(initialized);
  HtmlDocument document;
  Collector into(document);
  std::replace(html.begin(), html.end(), '\0', ' ');
  const std::unique_ptr<htmlParserCtxt, FreeParser> parser(
      html.empty() ? nullptr : htmlCreateMemoryParserCtxt(html.data(), static_cast<int>(html.size())));
  if (parser) {
    htmlSAXHandler events{};
    events.startElement = on_start;
    events.endElement = on_end;
    events.characters = on_text;
    events.ignorableWhitespace = on_text;
    events.cdataBlock = on_text;
    *parser->sax = events;
    parser->userData = &into;
    htmlCtxtUseOptions(parser.get(), HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                                         HTML_PARSE_IGNORE_ENC | HTML_PARSE_NODEFDTD);
    xmlSwitchEncoding(parser.get(), XML_CHAR_ENCODING_UTF8);
    htmlParseDocument(parser.get());
  }
  into.finish();
  return document;
}

}  // namespace wirecut
