// What an element means stands in two tables, by its name and its parent's; the code only keeps track of what is open.
// Sources: NITF 3.6 and NewsML-G2 2.x specifications of the IPTC, RSS 2.0 with the modules content and Dublin Core,
// Atom.

#include "input/news_xml.h"

#include <algorithm>
#include <utility>

#include "input/html.h"
#include "text/ascii.h"

namespace wirecut {

struct NewsXml::Rule {
  std::string_view name, parent;  // parent empty: any
  Field field;
};

const NewsXml::Rule NewsXml::kRules[] = {
    // NITF
    {"hl1", "", Field::headline},
    {"headline", "", Field::headline},  // NewsML-G2's too
    {"byline", "", Field::byline},
    {"person", "byline", Field::author},
    {"dateline", "", Field::dateline},
    {"distributor", "body.head", Field::source},
    {"abstract", "body.head", Field::skip},
    {"note", "", Field::skip},
    {"media", "", Field::skip},
    {"body.content", "", Field::body},
    {"tagline", "body.end", Field::paragraph},
    // NewsML-G2, with NITF or XHTML inside
    {"by", "contentmeta", Field::byline},
    {"name", "creator", Field::author},
    {"name", "infosource", Field::source},
    {"name", "provider", Field::source},
    {"versioncreated", "itemmeta", Field::published},
    {"contentcreated", "contentmeta", Field::published},
    {"inlinexml", "", Field::body},
    {"inlinedata", "", Field::data},
    {"head", "html", Field::skip},
    {"figure", "", Field::skip},
    {"script", "", Field::skip},
    {"style", "", Field::skip},
    // RSS and Atom
    {"title", "item", Field::headline},
    {"title", "entry", Field::headline},
    {"pubdate", "item", Field::published},
    {"date", "item", Field::published},
    {"published", "entry", Field::published},
    {"updated", "entry", Field::published},
    {"creator", "item", Field::author},
    {"name", "author", Field::author},
    {"guid", "item", Field::id},
    {"id", "entry", Field::id},
    {"encoded", "item", Field::data},
    {"content", "entry", Field::data},
    {"description", "item", Field::summary},
    {"summary", "entry", Field::summary},
    // paragraphs of every body
    {"p", "", Field::paragraph},
    {"hl2", "", Field::paragraph},
    {"h1", "", Field::paragraph},
    {"h2", "", Field::paragraph},
    {"h3", "", Field::paragraph},
    {"h4", "", Field::paragraph},
    {"li", "", Field::paragraph},
    {"dt", "", Field::paragraph},
    {"dd", "", Field::paragraph},
    {"tr", "", Field::paragraph},
    {"pre", "", Field::paragraph},
    {"blockquote", "", Field::paragraph},
};

struct NewsXml::AttributeRule {
  std::string_view element, attribute;
  Field field;
};

const NewsXml::AttributeRule NewsXml::kAttributeRules[] = {
    {"date.issue", "norm", Field::published}, {"pubdata", "date.publication", Field::published},
    {"story.date", "norm", Field::published}, {"pubdata", "name", Field::source},
    {"doc-id", "id-string", Field::id},       {"newsitem", "guid", Field::id},
    {"newsitem", "lang", Field::language},    {"nitf", "lang", Field::language},
    {"language", "tag", Field::language},     {"infosource", "literal", Field::source},
};

namespace {

std::string local_name(std::string_view name) {
  const std::size_t colon = name.rfind(':');
  return ascii_lower_case(colon == std::string_view::npos ? name : name.substr(colon + 1));
}

bool is_unit(std::string_view name) {
  return name == "nitf" || name == "newsitem" || name == "item" || name == "entry";
}

}  // namespace

std::optional<NewsXml::Field> NewsXml::field_of(std::string_view name, std::string_view parent) {
  for (const Rule& rule : kRules)
    if (rule.name == name && (rule.parent.empty() || rule.parent == parent)) return rule.field;
  return std::nullopt;
}

void NewsXml::start(std::string_view name, const char* const* attributes) {
  const std::string parent = open_.empty() ? std::string() : open_.back();
  open_.push_back(local_name(name));
  const std::string& local = open_.back();
  if (root_.empty()) root_ = name;
  if (unit_depth_ == 0) {
    if (!is_unit(local)) return;
    unit_depth_ = open_.size();
    found_any_ = true;
  }
  read_attributes(local, attributes);
  if (skip_depth_ != 0) return;
  if (const std::optional<Field> field = field_of(local, parent)) start_field(*field, attributes);
}

void NewsXml::start_field(Field field, const char* const* attributes) {
  if (field == Field::skip) {
    skip_depth_ = open_.size();
    return;
  }
  if (field == Field::body) {
    if (body_depth_ == 0) body_depth_ = open_.size();
    return;
  }
  const bool is_outer = !captures_.empty() && captures_.back().field == Field::paragraph;
  if (field == Field::paragraph) {
    if (body_depth_ == 0 && open_.back() != "tagline") return;
    flush_loose();
    if (is_outer) store(Field::paragraph, std::exchange(captures_.back().text, {}), false);
  }
  Capture capture{open_.size(), field, {}};
  for (; attributes != nullptr && attributes[0] != nullptr; attributes += 2) {
    const std::string key = local_name(attributes[0]);
    if (key == "contenttype" || key == "type")
      capture.is_html = std::string_view(attributes[1]).find("html") != std::string::npos;
  }
  captures_.push_back(std::move(capture));
}

void NewsXml::read_attributes(std::string_view name, const char* const* attributes) {
  for (; attributes != nullptr && attributes[0] != nullptr; attributes += 2) {
    const std::string key = local_name(attributes[0]);
    for (const AttributeRule& rule : kAttributeRules)
      if (rule.element == name && rule.attribute == key) store(rule.field, attributes[1], false);
  }
}

void NewsXml::end() {
  if (open_.empty()) return;
  while (!captures_.empty() && captures_.back().depth == open_.size()) {
    Capture capture = std::move(captures_.back());
    captures_.pop_back();
    store(capture.field, std::move(capture.text), capture.is_html);
  }
  if (skip_depth_ == open_.size()) skip_depth_ = 0;
  if (body_depth_ == open_.size()) {
    flush_loose();
    body_depth_ = 0;
  }
  if (unit_depth_ == open_.size()) finish_article();
  open_.pop_back();
}

// What is captured is counted once a capture, and captures don't nest deeper than an author in a byline.
void NewsXml::text(std::string_view words) {
  if (unit_depth_ == 0 || skip_depth_ != 0) return;
  if (captures_.empty() && body_depth_ == 0) return;
  held_bytes_ += words.size();
  if (held_bytes_ > max_bytes_) return;
  if (captures_.empty()) loose_ += words;
  const std::size_t innermost = captures_.size() - std::min<std::size_t>(2, captures_.size());
  for (std::size_t i = innermost; i < captures_.size(); ++i)
    if (i + 1 == captures_.size() || captures_[i].field != Field::paragraph) captures_[i].text += words;
}

void NewsXml::flush_loose() {
  std::string text = collapse_space(std::exchange(loose_, {}));
  if (!text.empty()) article_.paragraphs.push_back(std::move(text));
}

// The first that says a thing is believed.
void NewsXml::store(Field field, std::string text, bool is_html) {
  const auto set = [&text](std::string& member) {
    if (member.empty()) member = collapse_space(text);
  };
  Metadata& metadata = article_.metadata;
  switch (field) {
    case Field::headline:
      return set(metadata.headline);
    case Field::byline:
      return set(metadata.byline);
    case Field::dateline:
      return set(metadata.dateline);
    case Field::source:
      return set(metadata.source);
    case Field::published:
      return set(metadata.published);
    case Field::language:
      return set(metadata.language);
    case Field::id:
      return set(article_.id);
    case Field::author:
      if (std::string name = collapse_space(text); !name.empty()) metadata.authors.push_back(std::move(name));
      return;
    case Field::paragraph:
      if (std::string paragraph = collapse_space(text); !paragraph.empty())
        article_.paragraphs.push_back(std::move(paragraph));
      return;
    case Field::data:
      return add_paragraphs(text, is_html);
    case Field::summary:
      if (summary_.empty()) summary_ = std::move(text);
      return;
    case Field::skip:
    case Field::body:
      return;
  }
}

void NewsXml::add_paragraphs(std::string_view text, bool is_html) {
  if (is_html || text.find("</") != std::string_view::npos || text.find("<br") != std::string_view::npos) {
    for (std::string& paragraph : html_paragraphs(text)) article_.paragraphs.push_back(std::move(paragraph));
    return;
  }
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (std::string line = collapse_space(text.substr(at, end - at)); !line.empty())
      article_.paragraphs.push_back(std::move(line));
    at = end + 1;
  }
}

void NewsXml::finish_article() {
  const bool over_limit = held_bytes_ > max_bytes_;
  if (article_.paragraphs.empty()) add_paragraphs(summary_, true);
  article_.metadata.published = iso_date(article_.metadata.published);
  if (over_limit) article_ = Article{.id = article_.id, .metadata = {}, .paragraphs = {}};
  done_.push_back({std::exchange(article_, {}), over_limit});
  captures_.clear();
  loose_.clear();
  summary_.clear();
  unit_depth_ = body_depth_ = skip_depth_ = 0;
  held_bytes_ = 0;
}

std::optional<NewsXml::Done> NewsXml::take() {
  if (done_.empty()) return std::nullopt;
  Done done = std::move(done_.front());
  done_.pop_front();
  return done;
}

}  // namespace wirecut
