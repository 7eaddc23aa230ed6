// A page says the same thing in several places; each source has a rank, and the lowest that isn't empty wins. JSON-LD
// is what publishers keep right, because search engines read it; og: properties come next; what readers see comes last.

#include <algorithm>
#include <array>
#include <boost/json/monotonic_resource.hpp>
#include <boost/json/parse.hpp>

#include "input/html.h"
#include "input/json_values.h"

namespace wirecut {

namespace {

namespace json = boost::json;

struct MetaKey {
  std::string_view key;
  std::string Metadata::*member;
};

// In the order of rank.
constexpr std::array kMetaKeys = {
    MetaKey{"article:published_time", &Metadata::published},
    MetaKey{"og:article:published_time", &Metadata::published},
    MetaKey{"datepublished", &Metadata::published},
    MetaKey{"parsely-pub-date", &Metadata::published},
    MetaKey{"sailthru.date", &Metadata::published},
    MetaKey{"dc.date.issued", &Metadata::published},
    MetaKey{"dcterms.created", &Metadata::published},
    MetaKey{"dc.date", &Metadata::published},
    MetaKey{"pubdate", &Metadata::published},
    MetaKey{"publishdate", &Metadata::published},
    MetaKey{"date", &Metadata::published},
    MetaKey{"time", &Metadata::published},
    MetaKey{"og:title", &Metadata::headline},
    MetaKey{"twitter:title", &Metadata::headline},
    MetaKey{"og:site_name", &Metadata::source},
    MetaKey{"dc.publisher", &Metadata::source},
    MetaKey{"og:locale", &Metadata::language},
};
constexpr std::array<std::string_view, 4> kAuthorKeys = {"author", "parsely-author", "dc.creator", "article:author"};
constexpr std::array<std::string_view, 3> kArticleTypes = {"Article", "BlogPosting", "Report"};

bool is_article(const json::value& object) {
  const json::value* type = member_of(object, "@type");
  const auto names_article = [](const json::value& one) {
    const std::string_view name = text_of(one);
    return std::any_of(kArticleTypes.begin(), kArticleTypes.end(),
                       [&](std::string_view t) { return name.ends_with(t); });
  };
  if (type == nullptr) return false;
  const std::span<const json::value> types = items_of(*type);
  return std::any_of(types.begin(), types.end(), names_article);
}

// The first article in `root`, in lists, in @graph or as the page's main entity; null where there is none.
const json::value* find_article(const json::value& root) {
  std::vector<const json::value*> waiting = {&root};
  while (!waiting.empty()) {
    const json::value& here = *waiting.back();
    waiting.pop_back();
    if (here.is_object()) {
      if (is_article(here)) return &here;
      for (const std::string_view key : {"mainEntity", "@graph"})
        if (const json::value* inner = member_of(here, key)) waiting.push_back(inner);
    } else if (const json::array* list = here.if_array()) {
      for (std::size_t i = list->size(); i-- > 0;) waiting.push_back(&(*list)[i]);
    }
  }
  return nullptr;
}

std::string string_at(const json::value& object, std::string_view key) { return collapse_space(text_at(object, key)); }

// "Jane Roe", {"name": ...}, or lists of them.
std::vector<std::string> names_at(const json::value& object, std::string_view key) {
  std::vector<std::string> names;
  const json::value* value = member_of(object, key);
  if (value == nullptr) return names;
  for (const json::value& one : items_of(*value)) {
    std::string name = one.is_string() ? collapse_space(text_of(one)) : string_at(one, "name");
    if (!name.empty() && !name.starts_with("http")) names.push_back(std::move(name));
  }
  return names;
}

// Sets what the JSON-LD of the page says; false where it speaks of no article.
bool read_json_ld(std::string text, Metadata& metadata, std::string& article_body) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
  boost::system::error_code code;
  json::monotonic_resource memory;
  const json::value root = json::parse(text, code, &memory, json::parse_options{.max_depth = kMaxJsonDepth});
  const json::value* article = code ? nullptr : find_article(root);
  if (article == nullptr) return false;
  metadata.headline = string_at(*article, "headline");
  metadata.published = string_at(*article, "datePublished");
  metadata.dateline = string_at(*article, "dateline");
  metadata.language = string_at(*article, "inLanguage");
  metadata.authors = names_at(*article, "author");
  const std::vector<std::string> publishers = names_at(*article, "publisher");
  if (!publishers.empty()) metadata.source = publishers.front();
  article_body = string_at(*article, "articleBody");
  return true;
}

void read_meta(const HtmlDocument& document, Metadata& metadata) {
  for (const MetaKey& known : kMetaKeys) {
    if (!(metadata.*known.member).empty()) continue;
    const auto found = std::find_if(document.meta.begin(), document.meta.end(),
                                    [&](const HtmlMeta& meta) { return meta.key == known.key; });
    if (found != document.meta.end()) metadata.*known.member = collapse_space(found->content);
  }
  for (const std::string_view key : kAuthorKeys) {
    if (!metadata.authors.empty()) break;
    for (const HtmlMeta& meta : document.meta)
      if (meta.key == key && meta.content.find("://") == std::string::npos)
        metadata.authors.push_back(collapse_space(meta.content));
  }
}

// Without what stands for a cut: "Rain falls on northern ..." -> "Rain falls on northern".
std::string_view uncut(std::string_view headline) {
  for (const std::string_view mark : {"...", "\u2026"})
    if (headline.ends_with(mark)) headline.remove_suffix(mark.size());
  while (headline.ends_with(' ')) headline.remove_suffix(1);
  return headline;
}

// The heading that readers see, where the metadata only cut it short or added the site's name; <title> as the last.
void choose_headline(const HtmlDocument& document, Metadata& metadata) {
  const auto h1 = std::find_if(document.blocks.begin(), document.blocks.end(), [](const HtmlBlock& block) {
    return block.kind == BlockKind::title_heading && !(block.flags & kSkipped);
  });
  std::string& headline = metadata.headline;
  if (h1 != document.blocks.end()) {
    const bool is_same = headline.starts_with(h1->text) || h1->text.starts_with(uncut(headline));
    if (headline.empty() || is_same) headline = h1->text;
  }
  if (headline.empty()) headline = document.title;
}

}  // namespace

Metadata find_html_metadata(const HtmlDocument& document, std::string& article_body) {
  Metadata metadata;
  for (const std::string& json : document.json_ld)
    if (read_json_ld(json, metadata, article_body)) break;
  read_meta(document, metadata);
  choose_headline(document, metadata);
  if (metadata.language.empty()) metadata.language = document.language;
  std::replace(metadata.language.begin(), metadata.language.end(), '_', '-');
  metadata.published = iso_date(metadata.published);
  return metadata;
}

}  // namespace wirecut
