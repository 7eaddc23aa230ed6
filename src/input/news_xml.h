// Elements of news XML to articles: NITF 3.x, NewsML-G2, and the feeds (RSS 2.0, Atom) that carry the same parts.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "input/article.h"

namespace wirecut {

// Takes the events of a parser, and gives an article for each <nitf>, <newsItem>, <item> or <entry>. Names are taken
// without their prefix and in any case, so that no namespace needs to be declared right.
class NewsXml {
 public:
  explicit NewsXml(std::uint64_t max_article_bytes) : max_bytes_(max_article_bytes) {}

  // `attributes` are name, value, name, value ... nullptr.
  void start(std::string_view name, const char* const* attributes);
  void end();
  void text(std::string_view words);

  struct Done {
    Article article;
    bool over_limit = false;  // the article's parts are left out
  };
  std::optional<Done> take();                                 // the next article that has ended
  const std::string& open_id() const { return article_.id; }  // of the article that is open, where it has told
  bool found_any() const { return found_any_; }
  const std::string& root() const { return root_; }
  std::size_t depth() const { return open_.size(); }

 private:
  enum class Field : std::uint8_t {
    headline,
    byline,
    dateline,
    source,
    published,
    language,
    author,
    id,
    paragraph,
    data,
    summary,
    skip,
    body,
  };
  struct Rule;
  struct AttributeRule;
  static const Rule kRules[];
  static const AttributeRule kAttributeRules[];

  struct Capture {
    std::size_t depth;
    Field field;
    std::string text;
    bool is_html = false;
  };

  static std::optional<Field> field_of(std::string_view name, std::string_view parent);
  void start_field(Field field, const char* const* attributes);
  void read_attributes(std::string_view name, const char* const* attributes);
  void store(Field field, std::string text, bool is_html);
  void add_paragraphs(std::string_view text, bool is_html);
  void flush_loose();
  void finish_article();

  std::uint64_t max_bytes_;
  std::vector<std::string> open_;  // names of the open elements
  std::vector<Capture> captures_;
  std::string loose_, summary_, root_;
  std::size_t unit_depth_ = 0, body_depth_ = 0, skip_depth_ = 0;  // 0: not inside one
  std::uint64_t held_bytes_ = 0;
  Article article_;
  std::deque<Done> done_;
  bool found_any_ = false;
};

}  // namespace wirecut
