// The three versions differ in three ways only: 1.x has one key a body (body_ and its kind), 2.x has lists of bodies
// and headlines with roles, 3.x writes its keys in camel case. So keys are compared without regard to case, and
// whichever form is there is read. Source: the schemas and examples that the IPTC publishes.

#include "input/ninjs.h"

#include <algorithm>
#include <array>

#include "input/html.h"
#include "input/json_values.h"
#include "text/ascii.h"

namespace wirecut {

namespace {

namespace json = boost::json;

struct Key {
  std::string_view name;  // in lower case
  std::string Metadata::*member;
};

// In the order of rank.
constexpr std::array kKeys = {
    Key{"headline", &Metadata::headline},
    Key{"byline", &Metadata::byline},
    Key{"by", &Metadata::byline},
    Key{"dateline", &Metadata::dateline},
    Key{"versioncreated", &Metadata::published},
    Key{"contentcreated", &Metadata::published},
    Key{"firstcreated", &Metadata::published},
    Key{"language", &Metadata::language},
    Key{"source", &Metadata::source},
    Key{"infosource", &Metadata::source},
    Key{"infosources", &Metadata::source},
    Key{"provider", &Metadata::source},
};

std::string_view text_at_any_case(const json::value& value, std::string_view lower_key) {
  const json::object* object = value.if_object();
  if (object == nullptr) return {};
  for (const json::key_value_pair& field : *object)
    if (field.value().is_string() && ascii_lower_case(field.key()) == lower_key) return text_of(field.value());
  return {};
}

// A string, {"name": ...} or the first of a list of these.
std::string_view name_of(const json::value& value) {
  const std::span<const json::value> items = items_of(value);
  if (items.empty()) return {};
  return items[0].is_string() ? text_of(items[0]) : text_at_any_case(items[0], "name");
}

struct Rendition {
  std::string_view text;
  bool is_plain = false;
  bool is_main = false;
};

// Plain text is taken before markup, the main body before a summary.
bool is_better(const Rendition& a, const Rendition& b) {
  if (b.text.empty()) return true;
  return a.is_main != b.is_main ? a.is_main : a.is_plain && !b.is_plain;
}

void read_bodies(const json::value& value, Rendition& best) {
  for (const json::value& one : items_of(value)) {
    const std::string_view role = text_at_any_case(one, "role"), type = text_at_any_case(one, "contenttype");
    const Rendition body{text_at_any_case(one, "value"), type.empty() || type == "text/plain",
                         role.empty() || role == "main"};
    if (!body.text.empty() && is_better(body, best)) best = body;
  }
}

void read_headlines(const json::value& value, std::string& headline) {
  for (const json::value& one : items_of(value))
    if (headline.empty() || text_at_any_case(one, "role") == "main")
      headline = collapse_space(text_at_any_case(one, "value"));
}

void add_body(const Rendition& body, Article& article) {
  if (!body.is_plain || body.text.find("</p>") != std::string_view::npos) {
    article.paragraphs = html_paragraphs(body.text);
    return;
  }
  constexpr std::string_view kBlank = " \t\r\n";
  const std::size_t start = body.text.find_first_not_of("\r\n");
  const std::size_t end = body.text.find_last_not_of(kBlank);
  if (end != std::string_view::npos) article.paragraphs.emplace_back(body.text.substr(start, end + 1 - start));
}

}  // namespace

bool read_ninjs(const json::object& object, Article& article) {
  Rendition best;
  Metadata& metadata = article.metadata;
  std::array<std::string, kKeys.size()> values;
  for (const json::key_value_pair& field : object) {
    const std::string key = ascii_lower_case(field.key());
    if (key == "bodies")
      read_bodies(field.value(), best);
    else if (key == "headlines")
      read_headlines(field.value(), metadata.headline);
    else if (key == "uri" && article.id.empty())
      article.id = name_of(field.value());
    else if (key.starts_with("body_")) {
      const Rendition body{text_of(field.value()), key == "body_text", true};
      if (!body.text.empty() && is_better(body, best)) best = body;
    }
    for (std::size_t i = 0; i < kKeys.size(); ++i)
      if (kKeys[i].name == key) values[i] = collapse_space(name_of(field.value()));
  }
  if (best.text.empty()) return false;
  for (std::size_t i = 0; i < kKeys.size(); ++i)
    if ((metadata.*kKeys[i].member).empty()) metadata.*kKeys[i].member = std::move(values[i]);
  add_body(best, article);
  return true;
}

}  // namespace wirecut
