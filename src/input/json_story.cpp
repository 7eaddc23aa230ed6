// Boost.JSON reads the document; what it refuses or loses though the meaning is plain is repaired and read once more:
// bytes that are not UTF-8, `\ud83d` without its other half, integers of more than 64 bits (it would round them; their
// digits become a string). Only a document that still fails is an error.

#include "input/json_story.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <nlohmann/json.hpp>

#include "input/article.h"
#include "input/field_markup.h"
#include "input/fields.h"
#include "input/json_values.h"
#include "input/ninjs.h"
#include "text/decode.h"

namespace wirecut {

namespace {

namespace json = boost::json;

constexpr std::size_t kLongestInteger = 19;  // its sign included: always fits into 64 bits

Error json_error(std::string message) { return {ErrorKind::json, std::move(message), {}, {}}; }

// What is wrong at `place`, to which the parser came.
std::string reason_of(std::string_view text, std::size_t place, boost::system::error_code code) {
  if (code == json::error::too_deep) return "nested too deeply";
  if (code == json::error::incomplete || place >= text.size()) return "it ends too early";
  if (code == json::error::extra_data) return "something follows its end";
  if (code != json::error::syntax) return code.message();
  const auto found = static_cast<unsigned char>(text[place]);
  if (found < ' ') return fmt::format("unexpected control character 0x{:02x}; in a string it must be escaped", found);
  return found < 0x7F ? fmt::format("unexpected '{}'", text[place]) : "unexpected character";
}

// `text` is what the parser was given, `place` how far it came.
Error document_error(std::string_view text, std::size_t place, boost::system::error_code code) {
  Error error = json_error(fmt::format("not valid JSON: {}", reason_of(text, place, code)));
  error.line =
      1 + static_cast<std::uint64_t>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(place), '\n'));
  error.byte = place;
  return error;
}

// A number outside of the 64 bits of an integer: one may have been rounded.
bool has_huge_number(const json::value& value) {
  if (const double* number = value.if_double()) return std::abs(*number) >= 0x1p63;
  if (const json::array* list = value.if_array()) return std::any_of(list->begin(), list->end(), has_huge_number);
  const json::object* object = value.if_object();
  return object != nullptr && std::any_of(object->begin(), object->end(), [](const json::key_value_pair& field) {
           return has_huge_number(field.value());
         });
}

// Stops at the id, a field of the document itself.
struct IdFinder : nlohmann::json_sax<nlohmann::json> {
  explicit IdFinder(const ReadOptions& read_options) : options(read_options) {}

  bool take(std::string value) {
    if (is_id) id = std::move(value);
    return !is_id;
  }
  bool open() { return ++depth, !is_id; }
  bool close() { return --depth, true; }

  bool null() override { return !is_id; }
  bool boolean(bool value) override { return take(value ? "true" : "false"); }
  bool number_integer(number_integer_t value) override { return take(fmt::format("{}", value)); }
  bool number_unsigned(number_unsigned_t value) override { return take(fmt::format("{}", value)); }
  bool number_float(number_float_t value, const string_t&) override { return take(nlohmann::json(value).dump()); }
  bool string(string_t& value) override { return take(value); }
  bool binary(binary_t&) override { return true; }
  bool start_object(std::size_t) override { return open(); }
  bool start_array(std::size_t) override { return open(); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }
  bool key(string_t& name) override {
    is_id = depth == 1 && role_of_field(name, options) == FieldRole::id;
    return true;
  }
  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override { return false; }

  const ReadOptions& options;
  int depth = 0;
  bool is_id = false;  // the value of the id comes next
  std::string id;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The value of the four hex digits behind `\u` at `at`; nothing where there are none.
std::optional<std::uint32_t> unicode_escape(std::string_view json, std::size_t at) {
  if (json.size() < at + 6 || json[at] != '\\' || json[at + 1] != 'u') return std::nullopt;
  std::uint32_t unit = 0;
  const char* end = json.data() + at + 6;
  if (std::from_chars(json.data() + at + 2, end, unit, 16).ptr != end) return std::nullopt;
  return unit;
}

// Copies an escape sequence, a lone surrogate as \ufffd. Returns the length of what was read.
std::size_t repair_escape(std::string_view json, std::size_t at, std::string& out, std::uint64_t& surrogates) {
  const std::optional<std::uint32_t> unit = unicode_escape(json, at);
  if (!unit || *unit < 0xD800 || *unit > 0xDFFF) {
    const std::size_t length = std::min<std::size_t>(2, json.size() - at);
    out.append(json, at, length);
    return length;
  }
  const std::optional<std::uint32_t> next = unicode_escape(json, at + 6);
  if (*unit < 0xDC00 && next && *next >= 0xDC00 && *next <= 0xDFFF) {
    out.append(json, at, 12);
    return 12;
  }
  out += "\\ufffd";
  ++surrogates;
  return 6;
}

// Does a double overflow by it? "1e999"
bool is_beyond_double(std::string_view number) {
  double ignored = 0;
  const char* end = number.data() + number.size();
  const std::from_chars_result read = std::from_chars(number.data(), end, ignored);
  return read.ec == std::errc::result_out_of_range && read.ptr == end;
}

// Copies a number, as a string where neither 64 bits nor a double hold it.
std::size_t repair_number(std::string_view json, std::size_t at, std::string& out) {
  const std::size_t end = std::min(json.find_first_not_of("0123456789+-.eE", at), json.size());
  const std::string_view number = json.substr(at, end - at);
  const bool is_integer = number.find_first_of(".eE") == std::string_view::npos;
  const bool quote = is_integer ? number.size() > kLongestInteger : is_beyond_double(number);
  if (quote) out += '"';
  out += number;
  if (quote) out += '"';
  return number.size();
}

std::string repair_json(std::string_view json, std::uint64_t& surrogates) {
  std::string out;
  out.reserve(json.size() + 64);
  bool in_string = false;
  for (std::size_t at = 0; at < json.size();) {
    const char c = json[at];
    if (in_string && c == '\\') {
      at += repair_escape(json, at, out, surrogates);
    } else if (!in_string && (is_digit(c) || c == '-')) {
      at += repair_number(json, at, out);
    } else {
      in_string ^= c == '"';
      out += c;
      ++at;
    }
  }
  return out;
}

// A point in time as ISO 8601, from seconds or milliseconds since 1970; empty for what is neither.
std::string iso_day(double since_epoch) {
  if (since_epoch > 1e11) since_epoch /= 1000;  // the year 5138 in seconds, 1973 in milliseconds
  if (!(since_epoch > 0 && since_epoch < 1e11)) return {};
  const std::chrono::sys_seconds at{std::chrono::seconds(static_cast<std::int64_t>(since_epoch))};
  const std::chrono::year_month_day day{std::chrono::floor<std::chrono::days>(at)};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                     static_cast<unsigned>(day.day()));
}

std::string scalar_text(const json::value& value) {
  switch (value.kind()) {
    case json::kind::string:
      return std::string(text_of(value));
    case json::kind::int64:
      return fmt::format("{}", value.get_int64());
    case json::kind::uint64:
      return fmt::format("{}", value.get_uint64());
    case json::kind::double_:
      return fmt::format("{}", value.get_double());
    case json::kind::bool_:
      return value.get_bool() ? "true" : "false";
    default:
      return {};
  }
}

std::string date_text(const json::value& value) {
  return value.is_number() ? iso_day(value.to_number<double>()) : iso_date(text_of(value));
}

// "Jane Roe", {"name": "Jane Roe"}, or a list of either.
void add_authors(const json::value& value, std::vector<std::string>& authors) {
  for (const json::value& one : items_of(value)) {
    const std::string_view name = one.is_string() ? text_of(one) : text_at(one, "name");
    if (!name.empty()) authors.emplace_back(name);
  }
}

// What the user may have meant: the fields that hold more than a word or two, within one another too, or else a list of
// objects.
std::string hint_at_fields(const json::object& object) {
  constexpr std::size_t kShortestText = 24, kMostFields = 4, kLongestName = 40;
  std::vector<std::string> texts, lists;
  const auto note = [&](std::string_view key, const std::string& within, const json::value& value) {
    const std::string_view name = key.substr(0, kLongestName);
    if (text_of(value).size() >= kShortestText)
      texts.push_back(within.empty() ? std::string(name) : fmt::format("/{}/{}", within, name));
    if (const json::array* list = value.if_array(); list != nullptr && !list->empty() && list->front().is_object())
      lists.emplace_back(name);
  };
  for (const json::key_value_pair& field : object) {
    note(field.key(), {}, field.value());
    const json::object* inner = field.value().if_object();
    if (inner == nullptr || texts.size() >= kMostFields) continue;
    const std::string within(std::string_view(field.key()).substr(0, kLongestName));
    for (const json::key_value_pair& part : *inner) note(part.key(), within, part.value());
  }
  if (texts.empty()) return lists.empty() ? std::string() : fmt::format("; \"{}\" is a list of objects", lists[0]);
  texts.resize(std::min(texts.size(), kMostFields));
  return fmt::format(": --text-field names one of \"{}\"", fmt::join(texts, "\", \""));
}

}  // namespace

JsonStoryParser::JsonStoryParser(const ReadOptions& options)
    : options_(options), parser_({}, json::parse_options{.max_depth = kMaxJsonDepth}) {}

Result<json::value> JsonStoryParser::read_document(std::string_view text) {
  parser_.reset(&memory_);
  memory_.release();
  boost::system::error_code code;
  const std::size_t place = parser_.write_some(text, code);
  if (!code && place < text.size()) code = json::error::extra_data;
  if (code) return tl::unexpected(document_error(text, place, code));
  return parser_.release();
}

Result<json::value> JsonStoryParser::parse_document(std::string_view text, Story& story) {
  Result<json::value> document = read_document(text);
  std::string decoded;
  if (!document && !is_utf8(text)) {
    decoded = decode_text(std::string(text), story.warnings);
    text = decoded;
    document = read_document(text);
  }
  if (!document || has_huge_number(*document)) {
    std::uint64_t surrogates = 0;
    const std::string repaired = repair_json(text, surrogates);
    if (document || surrogates > 0) document = read_document(repaired);
    if (surrogates > 0)
      story.warnings.push_back(
          fmt::format("{} lone {} became U+FFFD", surrogates, surrogates == 1 ? "surrogate" : "surrogates"));
  }
  return document;
}

std::string find_json_id(std::string_view opening, const ReadOptions& options) {
  opening = opening.substr(0, opening.rfind(',') + 1);  // the end may cut a number
  IdFinder finder(options);
  nlohmann::json::sax_parse(opening.begin(), opening.end(), &finder);
  return finder.id;
}

// Who asks for "doc.text" means a field within another.
std::string JsonStoryParser::hint_at_pointer() const {
  std::string pointer = "/" + options_.text_field;
  if (pointer.find('.') == std::string::npos) return {};
  std::replace(pointer.begin(), pointer.end(), '.', '/');
  return fmt::format("; one within another is {}", pointer);
}

Result<void> JsonStoryParser::parse(std::string_view json, Story& story) {
  const Result<json::value> document = parse_document(json, story);
  if (!document) return tl::unexpected(document.error());
  if (!document->is_object()) return tl::unexpected(json_error("not a JSON object"));
  const json::object& object = document->get_object();

  const json::value* text = nullptr;
  const auto take = [&](FieldRole role, std::string_view key, const json::value& value) {
    switch (role) {
      case FieldRole::text:
        text = &value;
        break;
      case FieldRole::id:
        story.id = scalar_text(value);
        break;
      case FieldRole::date:
        story.metadata.published = date_text(value);
        break;
      case FieldRole::title:
        story.metadata.headline = scalar_text(value);
        break;
      case FieldRole::authors:
        add_authors(value, story.metadata.authors);
        break;
      case FieldRole::metadata:
        if (value.is_string()) *metadata_member(story.metadata, key) = scalar_text(value);
        break;
      case FieldRole::other:
        break;
    }
  };
  for (const json::key_value_pair& field : object)
    take(role_of_field(field.key(), options_), field.key(), field.value());
  boost::system::error_code none;
  for (const std::string* name :
       {&options_.text_field, &options_.id_field, &options_.date_field, &options_.title_field})
    if (const json::value* value = name->starts_with('/') ? document->find_pointer(*name, none) : nullptr)
      take(role_of_field(*name, options_), *name, *value);
  if (text) story.text = scalar_text(*text);
  warn_of_missing_id(story, options_);
  if (Article article; !text && read_ninjs(object, article)) {
    compose_story(std::move(article), story);
    return {};
  }
  if (!text)
    return tl::unexpected(
        json_error(fmt::format("no \"{}\" field{}{}", options_.text_field, hint_at_pointer(), hint_at_fields(object))));
  if (!text->is_string()) return tl::unexpected(json_error(fmt::format("\"{}\" is not a string", options_.text_field)));
  read_field_markup(story);
  return {};
}

}  // namespace wirecut
