// Which blocks of a page are the article. Where the page marks its body (itemprop="articleBody" and the class names of
// the common publishing systems) those are; else the <article> that holds half of the prose; else the container whose
// own paragraphs weigh most, its parents counting half, with those beside it that weigh nearly as much: the rules that
// Arc90's Readability made known. Links don't count. What is left of labels, menus and lists of links falls out as no
// prose: a short text is prose where it ends as a sentence does, one of links where it says something beside them.

#include "input/html_body.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "text/ascii.h"

namespace wirecut {

namespace {

constexpr std::size_t kLeastBody = 140;  // bytes of prose that make a marked body believable
constexpr std::size_t kLongestByline = 120;
constexpr std::size_t kLeastProse = 25;  // a shorter paragraph tells nothing about its container
constexpr std::size_t kLeastLoose = 40;  // text outside of paragraphs: shorter ones are labels
constexpr std::size_t kLongestPointer = 200;
constexpr std::size_t kLeastLongParagraph = 80;  // bytes of a sentence: no label, notice or teaser

// A block that opens so points elsewhere.
constexpr std::array<std::string_view, 16> kPointers = {
    "advertisement", "also read", "click here",  "follow us", "get our",  "more on this", "more:",   "most read",
    "read also",     "read more", "recommended", "related",   "see also", "share this",   "sign up", "subscribe to",
};

bool opens_with(std::string_view text, std::string_view lower_words) {
  return text.size() >= lower_words.size() && std::equal(lower_words.begin(), lower_words.end(), text.begin(),
                                                         [](char a, char b) { return a == ascii_lower(b); });
}

bool is_pointer(const HtmlBlock& block) {
  return block.text.size() <= kLongestPointer &&
         std::any_of(kPointers.begin(), kPointers.end(),
                     [&](std::string_view words) { return opens_with(block.text, words); });
}

// Ends as a sentence does: "The mayor quit.", "Who knows?", "She said: "Go!"", but neither "5:30 p.m." nor "Share", and
// not "Follow us!", as invitations do.
bool is_sentence(std::string_view text) {
  const std::size_t size = text.size();
  for (const std::string_view close : {"\"", "'", ")", "\u201D", "\u2019"})
    if (text.ends_with(close)) text.remove_suffix(close.size());
  const std::size_t last_word = text.rfind(' ');
  if (last_word == std::string_view::npos) return false;
  if (text.ends_with('?') || text.ends_with("\u2026")) return true;
  if (text.ends_with('!')) return text.size() < size;
  return text.ends_with('.') && text.find('.', last_word) == text.size() - 1;
}

bool is_marked_byline(const HtmlBlock& block) {
  return (block.flags & kInByline) && block.text.size() <= kLongestByline;
}

// "By Jane Roe", "BY JANE ROE, Staff Writer"; not "By the numbers", "By Friday the river had fallen."
bool says_byline(const HtmlBlock& block) {
  const std::string_view text = block.text;
  if (block.kind == BlockKind::title_heading || text.size() > kLongestByline || !opens_with(text, "by ")) return false;
  const char initial = text.size() > 3 ? text[3] : ' ';
  return ((initial >= 'A' && initial <= 'Z') || static_cast<unsigned char>(initial) >= 0x80) && !is_sentence(text);
}

// A line of links is none: "Home | News | Sport", "Tags: rain, roads". A sentence is, whatever its links: ""I go," said
// [Mayor Jane Roe]."
bool is_prose(const HtmlBlock& block) {
  if (block.kind == BlockKind::title_heading || is_marked_byline(block)) return false;
  const bool is_linked = block.link_bytes * 2 >= block.text.size();
  const bool is_short = block.kind == BlockKind::loose && block.text.size() < kLeastLoose;
  if (!is_linked && !is_short) return true;
  return block.has_plain_words && block.kind != BlockKind::heading && block.kind != BlockKind::item &&
         is_sentence(block.text);
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

bool is_inside(const HtmlBlock& block, const HtmlDocument& document, std::uint32_t container) {
  return block.container >= container && block.container < document.containers[container].end;
}

Blocks inside(const Blocks& blocks, const HtmlDocument& document, std::uint32_t container) {
  return filter(blocks, [&](const HtmlBlock* block) { return is_inside(*block, document, container); });
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

// Of each container: the prose right in it twice, that of the containers right in it once.
std::vector<std::size_t> weigh(const Blocks& blocks, const HtmlDocument& document) {
  std::vector<std::size_t> weight(document.containers.size());
  for (const HtmlBlock* block : blocks) {
    const std::size_t bytes = block->text.size() - block->link_bytes;
    if (block->kind == BlockKind::heading || bytes < kLeastProse) continue;
    weight[block->container] += bytes * 2;
    if (block->container != 0) weight[document.containers[block->container].parent] += bytes;
  }
  return weight;
}

// The weightiest container, with those beside it that an advertisement may have cut from it, and with what stands right
// beside it and is as long as a paragraph: "<p>...</p><div><p>...</p><p>...</p></div>".
Blocks around_weightiest(const Blocks& blocks, const HtmlDocument& document) {
  constexpr std::size_t kShare = 2;  // a container beside it has this part of its weight or more; comments seldom do
  const std::vector<std::size_t> weight = weigh(blocks, document);
  const auto best = static_cast<std::uint32_t>(std::max_element(weight.begin(), weight.end()) - weight.begin());
  const std::uint32_t parent = document.containers[best].parent;
  std::vector<bool> is_chosen(document.containers.size());
  is_chosen[best] = true;
  for (std::uint32_t i = 1; i < is_chosen.size(); ++i) {
    const std::uint32_t above = document.containers[i].parent;
    const bool is_beside = above == parent && i != parent && weight[i] * kShare >= weight[best];
    is_chosen[i] = is_chosen[i] || is_chosen[above] || is_beside;
  }
  return filter(blocks, [&](const HtmlBlock* block) {
    return is_chosen[block->container] || (block->container == parent && block->kind != BlockKind::item &&
                                           block->text.size() >= kLeastLongParagraph && is_sentence(block->text));
  });
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
  return around_weightiest(kept, document);
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

// The line nearest to the article's opening sentences that says "By", between them or between the page's heading and
// them: a teaser's stands elsewhere. Else the first that the page marks.
std::string find_byline(const HtmlDocument& document, const Blocks& body) {
  constexpr std::size_t kOpening = 3;  // sentences: a summary may stand in front of the byline
  const HtmlBlock* last = nullptr;
  std::size_t sentences = 0;
  for (const HtmlBlock* block : body) {
    if (sentences == kOpening) break;
    sentences += is_sentence(block->text);
    last = block;
  }
  const HtmlBlock* byline = nullptr;
  for (const HtmlBlock* block = document.blocks.data(); last != nullptr && block < last; ++block) {
    if (block->kind == BlockKind::title_heading) byline = nullptr;
    if (says_byline(*block)) byline = block;
  }
  if (byline != nullptr) return byline->text;
  const auto marked = std::find_if(document.blocks.begin(), document.blocks.end(), is_marked_byline);
  return marked == document.blocks.end() ? std::string() : marked->text;
}

}  // namespace

HtmlBody find_html_body(const HtmlDocument& document) {
  const Blocks body = choose_body(document);
  return {paragraphs_of(body), find_byline(document, body)};
}

}  // namespace wirecut
