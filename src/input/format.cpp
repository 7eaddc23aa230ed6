// Content decides, because names lie: a magic number, a control character, the first element's name, the first key of
// an object. Only where the content could be anything (CSV, an empty file) the name is asked. No detector reads further
// than the first 64 KB, and a plain text is settled by its first line, so that a slow feed isn't waited for.

#include "input/format.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "input/header_block.h"
#include "input/input.h"
#include "text/ascii.h"

namespace wirecut {

namespace {

constexpr std::size_t kMostSniffed = 1u << 16;
constexpr std::string_view kBlank = " \t\r\n";

// All that a detector may look at: what lies beyond is there or not by how the bytes came.
std::string_view head_of(const Input& input) { return input.stream.view().substr(0, kMostSniffed); }

std::string_view without_blanks(std::string_view head) {
  return head.substr(std::min(head.find_first_not_of(kBlank), head.size()));
}

// SOH stands first, behind filling characters perhaps.
Verdict looks_like_wire(const Input& input) {
  constexpr std::string_view kFilling("\x16\0 \r\n\x7F", 6);
  const std::string_view head = head_of(input);
  const std::size_t first = head.find_first_not_of(kFilling);
  if (first == std::string_view::npos) return Verdict::more;
  return head[first] == '\x01' ? Verdict::yes : Verdict::no;
}

// A list of objects, or an object whose first line doesn't end it.
Verdict looks_like_json(const Input& input) {
  constexpr std::size_t kLongLine = 4096;  // a longer first line is a story
  const std::string_view head = without_blanks(head_of(input));
  if (head.empty()) return Verdict::more;
  if (head.front() != '{' && head.front() != '[') return Verdict::no;
  const std::string_view inner = without_blanks(head.substr(1));
  if (inner.empty()) return Verdict::more;
  if (head.front() == '[') return inner.front() == '{' ? Verdict::yes : Verdict::no;
  const std::size_t line_end = head.substr(0, kLongLine).find('\n');
  if (line_end == std::string_view::npos) return head.size() < kLongLine ? Verdict::more : Verdict::no;
  const std::size_t last = head.find_last_not_of(kBlank, line_end);
  return inner.front() == '"' && (head[last] == '{' || head[last] == ',') ? Verdict::yes : Verdict::no;
}

// An object that opens with a key.
Verdict looks_like_jsonl(const Input& input) {
  const std::string_view head = without_blanks(head_of(input));
  if (head.empty()) return Verdict::more;
  if (head.front() != '{') return Verdict::no;
  const std::size_t key = head.find_first_not_of(" \t", 1);
  if (key == std::string_view::npos) return Verdict::more;
  return head[key] == '"' || head[key] == '}' ? Verdict::yes : Verdict::no;
}

// The name of the first element, in lower case and without its prefix; "!doctype html" is "html". Empty: the input
// opens with something else; nothing: more bytes are needed.
std::optional<std::string> root_element(std::string_view head) {
  for (;;) {
    head = without_blanks(head);
    if (head.size() < 2) return head.empty() || head[0] == '<' ? std::nullopt : std::optional(std::string());
    if (head[0] != '<') return "";
    const std::string_view close = head.starts_with("<!--") ? "-->" : head[1] == '?' ? "?>" : ">";
    const bool is_name = head[1] != '?' && head[1] != '!';
    const std::size_t end = is_name ? head.find_first_of(" \t\r\n/>") : head.find(close);
    if (end == std::string_view::npos) return head.size() < kMostSniffed ? std::nullopt : std::optional(std::string());
    const std::string name = ascii_lower_case(head.substr(1, end - 1));
    if (name == "!doctype html" || name.starts_with("!doctype html ")) return "html";
    if (is_name) return name.substr(name.rfind(':') + 1);
    std::size_t after = end;
    if (const std::size_t subset = head.find('['); close == ">" && subset < end) {  // a document type ends at ]>
      const std::size_t subset_end = head.find(']', subset);
      after = subset_end == std::string_view::npos ? subset_end : head.find(close, subset_end);
      if (after == std::string_view::npos)
        return head.size() < kMostSniffed ? std::nullopt : std::optional(std::string());
    }
    head.remove_prefix(after + close.size());
  }
}

template <std::size_t Count>
Verdict has_root(const Input& input, const std::array<std::string_view, Count>& names) {
  const std::optional<std::string> root = root_element(head_of(input));
  if (!root) return Verdict::more;
  return std::find(names.begin(), names.end(), *root) == names.end() ? Verdict::no : Verdict::yes;
}

Verdict looks_like_nitf(const Input& input) { return has_root(input, std::array<std::string_view, 1>{"nitf"}); }

Verdict looks_like_newsml(const Input& input) {
  return has_root(input, std::array<std::string_view, 4>{"newsitem", "newsmessage", "packageitem", "newsml"});
}

Verdict looks_like_html(const Input& input) {
  return has_root(input, std::array<std::string_view, 12>{"html", "head", "body", "meta", "title", "article", "main",
                                                          "section", "div", "p", "h1", "script"});
}

// Feeds, and whatever declares itself as XML.
Verdict looks_like_xml(const Input& input) {
  const std::string_view head = without_blanks(head_of(input));
  if (head.starts_with("<?xml")) return Verdict::yes;
  return has_root(input, std::array<std::string_view, 3>{"rss", "feed", "rdf"});
}

Verdict looks_like_warc(const Input& input) {
  constexpr std::string_view kMark = "WARC/1.";
  const std::string_view head = head_of(input);
  if (head.starts_with(kMark)) return Verdict::yes;
  return kMark.starts_with(head) ? Verdict::more : Verdict::no;
}

// "ustar" in the first block, behind a name that NULs fill up: a text has a line feed before it has a NUL.
Verdict looks_like_tar(const Input& input) {
  constexpr std::size_t kMarkPlace = 257;
  const std::string_view head = head_of(input);
  if (head.find('\0') >= std::min(head.find('\n'), kMarkPlace)) return Verdict::no;
  if (head.size() < kMarkPlace + 5) return Verdict::more;
  return head.substr(kMarkPlace, 5) == "ustar" ? Verdict::yes : Verdict::no;
}

// A header, behind the line of a mailbox perhaps, that names an encoding or parts: a mail without them is a plain text,
// as are words like "Subject: rain" on a first line.
Verdict looks_like_mail(const Input& input) {
  constexpr std::string_view kFields[] = {
      "from",         "to",           "subject",     "date",           "received",
      "reply-to",     "sender",       "return-path", "delivered-to",   "message-id",
      "mime-version", "content-type", "x-",          "dkim-signature", "authentication-results"};
  constexpr std::size_t kLongestName = 40;
  std::string_view head = head_of(input);
  if (head.starts_with(kMailboxLine)) {
    const std::size_t line_end = head.find('\n'), next_end = head.find('\n', std::min(line_end, head.size() - 1) + 1);
    if (line_end == std::string_view::npos) return head.size() < kLongestMailboxLine ? Verdict::more : Verdict::no;
    if (!opens_mailbox(head)) {
      const bool has_address = head.substr(0, line_end).find('@') < line_end;
      return has_address && next_end == std::string_view::npos ? Verdict::more : Verdict::no;
    }
    head.remove_prefix(line_end + 1);
  }
  const std::size_t colon = head.substr(0, kLongestName).find(':');
  if (colon == std::string_view::npos)
    return head.size() < kLongestName && head.find('\n') == std::string_view::npos ? Verdict::more : Verdict::no;
  const std::string name = ascii_lower_case(head.substr(0, colon));
  const bool is_field = std::any_of(std::begin(kFields), std::end(kFields), [&](std::string_view field) {
    return field.ends_with('-') ? name.starts_with(field) : name == field;
  });
  if (!is_field) return Verdict::no;
  const std::optional<std::size_t> end = block_end(head);
  if (!end) return Verdict::more;
  const std::string_view header = head.substr(0, *end);
  const auto value = [&](std::string_view field) { return ascii_lower_case(header_field(header, field)); };
  const std::string encoding = value("Content-Transfer-Encoding");
  const std::string type = value("Content-Type");
  const bool is_wrapped = encoding == "quoted-printable" || encoding == "base64" || type.starts_with("multipart/") ||
                          type.starts_with("text/html");
  return is_wrapped ? Verdict::yes : Verdict::no;
}

// The first line names the text's column among others.
Verdict looks_like_csv(const Input& input) {
  const std::string_view head = head_of(input);
  const std::size_t line_end = head.find('\n');
  const std::string& wanted = input.options.text_field;
  for (std::size_t at = 0, end = 0; at < head.size() && end != std::string_view::npos; at = end + 1) {
    end = head.substr(0, line_end).find_first_of(",;\t", at);
    std::string_view cell = head.substr(at, std::min(end, std::min(line_end, head.size())) - at);
    if (cell.ends_with('\r')) cell.remove_suffix(1);
    if (cell.size() >= 2 && cell.starts_with('"') && cell.ends_with('"')) cell = cell.substr(1, cell.size() - 2);
    if (cell == wanted && (at > 0 || end != std::string_view::npos) && line_end != std::string_view::npos)
      return Verdict::yes;
    if (end >= line_end) break;
  }
  return line_end == std::string_view::npos ? Verdict::more : Verdict::no;
}

constexpr std::array kFormats = {
    Format{"iptc7901", read_wire, looks_like_wire, ""},
    Format{"anpa1312", read_wire, looks_like_wire, ""},
    Format{"nitf", read_xml, looks_like_nitf, " .nitf "},
    Format{"newsml", read_xml, looks_like_newsml, " .newsml "},
    Format{"html", read_html, looks_like_html, " .html .htm .xhtml "},
    Format{"xml", read_xml, looks_like_xml, " .xml .rss .atom "},
    Format{"warc", read_warc, looks_like_warc, " .warc ", true},
    Format{"mail", read_mail, looks_like_mail, " .eml .mht .mhtml .mbox "},
    Format{"tar", read_tar, looks_like_tar, " .tar ", true},
    Format{"ninjs", read_json, nullptr, " .ninjs "},
    Format{"json", read_json, looks_like_json, " .json "},
    Format{"jsonl", read_jsonl, looks_like_jsonl, " .jsonl .ndjson "},
    Format{"csv", read_csv, looks_like_csv, " .csv "},
    Format{"tsv", read_csv, looks_like_csv, " .tsv .tab "},
    Format{"text", read_text, nullptr, " .txt .text "},
};

// The name without a compressor's ending, and of that the ending, in lower case: "a/b.JSONL.gz" -> ".jsonl".
std::string extension_of(std::string_view name) {
  std::string path = ascii_lower_case(name);
  for (const std::string_view packed : {".gz", ".zst"})
    if (path.ends_with(packed)) path.resize(path.size() - packed.size());
  const std::size_t dot = path.rfind('.');
  return dot == std::string::npos || path.find('/', dot) != std::string::npos ? std::string() : path.substr(dot);
}

const Format* format_by_content(Input& input) {
  for (bool at_end = false;; at_end = !input.stream.fill()) {
    const bool is_all = at_end || input.stream.view().size() >= kMostSniffed;
    bool undecided = false;
    for (const Format& format : kFormats) {
      const Verdict verdict = format.looks_like == nullptr ? Verdict::no : format.looks_like(input);
      if (verdict == Verdict::yes && !undecided) return &format;
      undecided |= verdict == Verdict::more && !is_all;
    }
    if (!undecided) return nullptr;
  }
}

const Format* format_by_extension(std::string_view name) {
  const std::string wanted = " " + extension_of(name) + " ";
  if (wanted.size() == 2) return nullptr;
  const auto found = std::find_if(kFormats.begin(), kFormats.end(), [&](const Format& format) {
    return format.extensions.find(wanted) != std::string_view::npos;
  });
  return found == kFormats.end() ? nullptr : &*found;
}

}  // namespace

std::span<const Format> formats() { return kFormats; }

const Format& find_format(Input& input) {
  for (const Format& format : kFormats)
    if (format.name == input.options.from) return format;
  if (const Format* format = format_by_content(input)) return *format;
  if (const Format* format = format_by_extension(input.name)) return *format;
  return kFormats.back();
}

std::span<const std::string_view> input_formats() {
  static constexpr auto kNames = [] {
    std::array<std::string_view, kFormats.size() + 1> names{"auto"};
    std::transform(kFormats.begin(), kFormats.end(), names.begin() + 1,
                   [](const Format& format) { return format.name; });
    return names;
  }();
  return kNames;
}

}  // namespace wirecut
