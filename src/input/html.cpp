// Which blocks of a page are the article. Where the page marks its body (itemprop="articleBody" and the class names of
// the common publishing systems) those are; else the <article> that holds half of the prose; else the container whose
// own paragraphs weigh most, its parents counting half: the rule that Arc90's Readability made known. Links don't
// count.

#include "input/html.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <optional>

#include "input/carrier.h"
#include "text/decode.h"

namespace wirecut {

namespace {

constexpr std::size_t kLeastBody = 140;  // bytes of prose that make a marked body believable
constexpr std::size_t kLongestByline = 120;
constexpr std::size_t kLeastProse = 25;  // a shorter paragraph tells nothing about its container
constexpr std::size_t kLeastLoose = 40;  // text outside of paragraphs: shorter ones are labels
constexpr std::size_t kLongestPointer = 200;

// A block that opens so points elsewhere.
constexpr std::array<std::string_view, 16> kPointers = {
    "advertisement", "also read", "click here",  "follow us", "get our",  "more on this", "more:",   "most read",
    "read also",     "read more", "recommended", "related",   "see also", "share this",   "sign up", "subscribe to",
};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool is_pointer(const HtmlBlock& block) {
  if (block.text.size() > kLongestPointer) return false;
  return std::any_of(kPointers.begin(), kPointers.end(), [&](std::string_view words) {
    return block.text.size() >= words.size() &&
           std::equal(words.begin(), words.end(), block.text.begin(), [](char a, char b) { return a == lower(b); });
  });
}

bool is_byline(const HtmlBlock& block) { return (block.flags & kInByline) && block.text.size() <= kLongestByline; }

bool is_prose(const HtmlBlock& block) {
  if (block.kind == BlockKind::title_heading || is_byline(block)) return false;
  if (block.kind == BlockKind::loose && block.text.size() < kLeastLoose) return false;
  return block.link_bytes * 2 < block.text.size();
}

using Blocks = std::vector<const HtmlBlock*>;

std::size_t size_of(const Blocks& blocks) {
  std::size_t bytes = 0;
  for (const HtmlBlock* block : blocks) bytes += block->text.size();
  return bytes;
}

template <class Wanted>
Blocks filter(const Blocks& blocks, Wanted wanted) {
  Blocks out;
  std::copy_if(blocks.begin(), blocks.end(), std::back_inserter(out), wanted);
  return out;
}

Blocks inside(const Blocks& blocks, const HtmlDocument& document, std::uint32_t container) {
  const std::uint32_t end = document.containers[container].end;
  return filter(blocks,
                [=](const HtmlBlock* block) { return block->container >= container && block->container < end; });
}

// The <article> with the most prose, where that is half of all or more.
std::optional<std::uint32_t> find_article(const Blocks& blocks, const HtmlDocument& document) {
  std::vector<std::size_t> before(document.containers.size() + 1);  // bytes of prose in containers before each
  for (const HtmlBlock* block : blocks) before[block->container + 1] += block->text.size();
  for (std::size_t i = 1; i < before.size(); ++i) before[i] += before[i - 1];
  std::optional<std::uint32_t> best;
  std::size_t most = before.back() / 2;
  for (std::uint32_t i = 0; i < document.containers.size(); ++i) {
    const HtmlContainer& container = document.containers[i];
    if (!container.is_article) continue;
    const std::size_t bytes = before[container.end] - before[i];
    if (bytes == 0 || bytes < most || (best && bytes == most)) continue;
    best = i;
    most = bytes;
  }
  return best;
}

std::uint32_t find_weightiest(const Blocks& blocks, const HtmlDocument& document) {
  std::vector<std::size_t> weight(document.containers.size());
  for (const HtmlBlock* block : blocks) {
    if (block->kind == BlockKind::heading || block->text.size() < kLeastProse) continue;
    weight[block->container] += block->text.size() * 2;
    if (block->container != 0) weight[document.containers[block->container].parent] += block->text.size();
  }
  return static_cast<std::uint32_t>(std::max_element(weight.begin(), weight.end()) - weight.begin());
}

Blocks choose_body(const HtmlDocument& document) {
  Blocks all;
  for (const HtmlBlock& block : document.blocks)
    if (is_prose(block)) all.push_back(&block);
  Blocks marked = filter(all, [](const HtmlBlock* block) { return (block->flags & (kInBody | kSkipped)) == kInBody; });
  if (size_of(marked) >= kLeastBody) return marked;
  Blocks kept = filter(all, [](const HtmlBlock* block) { return !(block->flags & kSkipped); });
  if (size_of(kept) < kLeastBody) kept = all;  // a class like "with-sidebar" around everything
  if (const auto article = find_article(kept, document)) return inside(kept, document, *article);
  return inside(kept, document, find_weightiest(kept, document));
}

// Drops what points elsewhere with the list below it, and headings that have nothing below them.
std::vector<std::string> paragraphs_of(const Blocks& blocks) {
  std::vector<std::string> out;
  std::size_t kept = 0;  // up to the last block that isn't a heading
  bool in_pointers = false;
  for (const HtmlBlock* block : blocks) {
    in_pointers = is_pointer(*block) || (in_pointers && block->kind == BlockKind::item);
    if (in_pointers) continue;
    out.push_back(block->text);
    if (block->kind != BlockKind::heading) kept = out.size();
  }
  out.resize(kept);
  return out;
}

// The charset in <meta charset="..."> or <meta http-equiv content="...; charset=...">; empty where there is none.
std::string claimed_charset(std::string_view bytes) {
  constexpr std::size_t kHead = 2048;
  std::string head(bytes.substr(0, kHead));
  std::transform(head.begin(), head.end(), head.begin(), lower);
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
    compose_story(parse_html_page(decode_html(std::move(*bytes), story.warnings)), story);
    input_.name_story(story);
    return story;
  }

 private:
  Input input_;
  bool done_ = false;
};

}  // namespace

Article parse_html_page(std::string html) {
  const HtmlDocument document = read_html_blocks(std::move(html));
  Article article;
  std::string article_body;
  article.metadata = find_html_metadata(document, article_body);
  article.paragraphs = paragraphs_of(choose_body(document));
  std::size_t prose = 0;
  for (const std::string& paragraph : article.paragraphs) prose += paragraph.size();
  if (prose * 2 < article_body.size()) article.paragraphs = {article_body};
  const auto byline = std::find_if(document.blocks.begin(), document.blocks.end(), is_byline);
  if (byline != document.blocks.end()) article.metadata.byline = byline->text;
  return article;
}

std::vector<std::string> html_paragraphs(std::string_view fragment) {
  HtmlDocument document = read_html_blocks(std::string(fragment));
  std::vector<std::string> paragraphs;
  for (HtmlBlock& block : document.blocks) paragraphs.push_back(std::move(block.text));
  return paragraphs;
}

std::string decode_html(std::string bytes, std::vector<std::string>& warnings) {
  if (!simdjson::validate_utf8(bytes.data(), bytes.size()))
    if (const std::string charset = claimed_charset(bytes); !charset.empty() && charset != "utf-8")
      if (std::optional<std::string> text = decode_charset(bytes, charset)) return std::move(*text);
  return decode_text(std::move(bytes), warnings);
}

std::unique_ptr<StoryReader> read_html(Input input) { return std::make_unique<HtmlReader>(std::move(input)); }

}  // namespace wirecut
