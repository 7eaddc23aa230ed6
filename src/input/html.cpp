// Pages to stories: the bytes decoded, the head read, the article picked out of the blocks.

#include "input/html.h"

#include <algorithm>
#include <optional>

#include "input/carrier.h"
#include "input/html_body.h"
#include "text/ascii.h"
#include "text/decode.h"

namespace wirecut {

namespace {

// The charset in <meta charset="..."> or <meta http-equiv content="...; charset=...">; empty where there is none.
std::string claimed_charset(std::string_view bytes) {
  constexpr std::size_t kHead = 2048;
  std::string head(bytes.substr(0, kHead));
  std::transform(head.begin(), head.end(), head.begin(), ascii_lower);
  const std::size_t at = head.find("charset=");
  if (at == std::string::npos) return {};
  const std::size_t start = head.find_first_not_of("\"' ", at + 8);
  if (start == std::string::npos) return {};
  return head.substr(start, head.find_first_of("\"'/> ;", start) - start);
}

class HtmlReader : public StoryReader {
 public:
  explicit HtmlReader(Input input) : input_(std::move(input)) {}

  std::optional<Story> next() override {
    if (std::exchange(done_, true)) return std::nullopt;
    tl::expected<std::string, Story> bytes = input_.read_whole("the page");
    if (!bytes) return std::move(bytes.error());
    Story story;
    compose_html_page(decode_html(std::move(*bytes), story.warnings), story);
    input_.finish_story(story);
    return story;
  }

 private:
  Input input_;
  bool done_ = false;
};

Article parse_document(const HtmlDocument& document) {
  Article article;
  std::string article_body;
  article.metadata = find_html_metadata(document, article_body);
  HtmlBody body = find_html_body(document);
  article.paragraphs = std::move(body.paragraphs);
  article.metadata.byline = std::move(body.byline);
  std::size_t prose = 0;
  for (const std::string& paragraph : article.paragraphs) prose += paragraph.size();
  if (prose * 2 < article_body.size()) article.paragraphs = {article_body};
  return article;
}

}  // namespace

Article parse_html_page(std::string html) { return parse_document(read_html_blocks(std::move(html))); }

void compose_html_page(std::string html, Story& story, std::string_view subject) {
  HtmlDocument document = read_html_blocks(std::move(html));
  if (!subject.empty()) document.title = subject;
  Article article = parse_document(document);
  const bool is_bare = article.paragraphs.empty();
  std::string& headline = article.metadata.headline;
  if (!subject.empty() && headline != subject) {  // a heading that readers see stays, below the subject
    article.paragraphs.insert(article.paragraphs.begin(), std::move(headline));
    headline = subject;
  }
  compose_story(std::move(article), story);
  if (is_bare && !story.text.empty()) story.warnings.push_back("no paragraphs of an article were found on the page");
}

std::vector<std::string> html_paragraphs(std::string_view fragment) {
  HtmlDocument document = read_html_blocks(std::string(fragment));
  std::vector<std::string> paragraphs;
  for (HtmlBlock& block : document.blocks) paragraphs.push_back(std::move(block.text));
  return paragraphs;
}

std::string decode_html(std::string bytes, std::vector<std::string>& warnings) {
  if (!is_utf8(bytes))
    if (const std::string charset = claimed_charset(bytes); !charset.empty() && charset != "utf-8")
      if (std::optional<std::string> text = decode_charset(bytes, charset)) return std::move(*text);
  return decode_text(std::move(bytes), warnings);
}

std::unique_ptr<StoryReader> read_html(Input input) { return std::make_unique<HtmlReader>(std::move(input)); }

}  // namespace wirecut
