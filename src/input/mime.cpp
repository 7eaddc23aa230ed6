// A mail's content is one part, or parts between lines of "--" and a boundary, each with a header of its own; parts may
// hold parts. They are walked by depth, with a bound on depth and number, and nothing is decoded but what is taken.

#include "input/mime.h"

#include <algorithm>
#include <array>
#include <optional>

#include "input/header_block.h"
#include "input/html.h"
#include "text/ascii.h"
#include "text/decode.h"

namespace wirecut {

namespace {

constexpr int kDeepest = 8;
constexpr std::size_t kMostParts = 256;

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char lower = ascii_lower(c);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

constexpr std::array<int, 256> base64_values() {
  std::array<int, 256> values{};
  values.fill(-1);
  int next = 0;
  for (char c : std::string_view("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"))
    values[static_cast<unsigned char>(c)] = next++;
  return values;
}
constexpr std::array<int, 256> kBase64 = base64_values();

// charset="utf-8" of "text/plain; charset=\"utf-8\""; empty where there is none.
std::string parameter(std::string_view value, std::string_view name) {
  const std::string all = ascii_lower_case(value), wanted = std::string(name) + "=";
  std::size_t at = all.find(wanted);
  while (at != std::string::npos && at > 0 && all[at - 1] != ';' && all[at - 1] != ' ' && all[at - 1] != '\t')
    at = all.find(wanted, at + 1);
  if (at == std::string::npos) return {};
  std::string_view rest = value.substr(at + wanted.size());
  const bool is_quoted = rest.starts_with('"');
  if (is_quoted) rest.remove_prefix(1);
  return std::string(rest.substr(0, rest.find_first_of(is_quoted ? "\"" : "; \t")));
}

std::string to_utf8(std::string bytes, std::string_view charset, std::vector<std::string>& warnings) {
  const bool is_utf8 =
      charset.empty() || ascii_lower_case(charset) == "utf-8" || ascii_lower_case(charset) == "us-ascii";
  if (!is_utf8)
    if (std::optional<std::string> text = decode_charset(bytes, charset)) return std::move(*text);
  return decode_text(std::move(bytes), warnings);
}

class BodyFinder {
 public:
  explicit BodyFinder(std::vector<std::string>& warnings) : warnings_(warnings) {}

  void walk(std::string_view header, std::string_view content, int depth) {
    if (is_done()) return;
    if (depth > kDeepest || parts_++ > kMostParts) return warn("the mail has too many parts: the rest is left out");
    const std::string_view type = header_field(header, "Content-Type");
    const std::string kind = ascii_lower_case(type.substr(0, type.find(';')));
    if (ascii_lower_case(header_field(header, "Content-Disposition")).starts_with("attachment")) return;
    const bool has_parts = kind.starts_with("multipart/");
    if (has_parts && walk_parts(parameter(type, "boundary"), content, depth)) return;
    if (has_parts) warn("the mail's parts stand behind no boundary: it is read as it is");
    const bool is_html = kind.starts_with("text/html");
    const bool is_plain = kind.empty() || has_parts || kind.starts_with("text/plain");
    if (!(is_plain || (is_html && !html_))) return;
    std::string text = decoded(header, content, is_html);
    if (text.find_first_not_of(" \t\r\n") == std::string::npos) return;
    (is_html ? html_ : plain_) = std::move(text);
  }

  MailBody take() {
    if (plain_) return {std::move(*plain_), false};
    return html_ ? MailBody{std::move(*html_), true} : MailBody{};
  }

 private:
  bool is_done() const { return plain_.has_value(); }

  void warn(std::string warning) {
    if (std::find(warnings_.begin(), warnings_.end(), warning) == warnings_.end())
      warnings_.push_back(std::move(warning));
  }

  // False where there is no boundary.
  bool walk_parts(const std::string& boundary, std::string_view content, int depth) {
    if (boundary.empty()) return false;
    const std::string line = "--" + boundary;
    std::size_t at = content.starts_with(line) ? 0 : content.find("\n" + line);
    if (at == std::string_view::npos) return false;
    while (at < content.size() && !is_done() && parts_ <= kMostParts + 1) {
      const std::size_t behind = at + (content[at] == '\n' ? 1 : 0) + line.size();
      const std::size_t start = content.find('\n', behind);
      if (start == std::string_view::npos || content.substr(behind).starts_with("--"))
        return true;  // the last boundary
      const std::size_t end = std::min(content.find("\n" + line, start), content.size());
      const std::string_view part = content.substr(start + 1, end > start ? end - start - 1 : 0);
      const std::size_t body = header_end(part);
      walk(unfold_header(part.substr(0, body)), part.substr(body), depth + 1);
      at = end;
    }
    return true;
  }

  std::string decoded(std::string_view header, std::string_view content, bool is_html) {
    const std::string encoding = ascii_lower_case(header_field(header, "Content-Transfer-Encoding"));
    std::string bytes = encoding == "base64"             ? decode_base64(content)
                        : encoding == "quoted-printable" ? decode_quoted_printable(content)
                                                         : std::string(content);
    const std::string charset = parameter(header_field(header, "Content-Type"), "charset");
    if (is_html && charset.empty()) return decode_html(std::move(bytes), warnings_);
    return to_utf8(std::move(bytes), charset, warnings_);
  }

  std::vector<std::string>& warnings_;
  std::optional<std::string> plain_, html_;
  std::size_t parts_ = 0;
};

}  // namespace

std::string decode_quoted_printable(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) {
    if (bytes[at] != '=') {
      out += bytes[at++];
      continue;
    }
    const std::string_view rest = bytes.substr(at + 1);
    const std::size_t line_break = std::min(rest.find_first_not_of(" \t\r"), rest.size());
    if (line_break == rest.size() || rest[line_break] == '\n') {  // the line goes on, or would have
      at = std::min(at + line_break + 2, bytes.size());
    } else if (rest.size() >= 2 && hex_digit(rest[0]) >= 0 && hex_digit(rest[1]) >= 0) {
      out += static_cast<char>(hex_digit(rest[0]) * 16 + hex_digit(rest[1]));
      at += 3;
    } else {
      out += bytes[at++];
    }
  }
  return out;
}

std::string decode_base64(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size() / 4 * 3);
  std::uint32_t held = 0;
  int bits = 0;
  for (char c : bytes) {
    if (c == '=') break;
    const int value = kBase64[static_cast<unsigned char>(c)];
    if (value < 0) continue;
    held = (held << 6 | static_cast<std::uint32_t>(value)) & 0xFFFFFF;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    out += static_cast<char>(held >> bits & 0xFF);
  }
  return out;
}

std::string decode_header_words(std::string_view value) {
  std::vector<std::string> warnings;
  std::string out;
  std::string bytes, charset;  // of the last encoded words: a character may be cut between two
  const auto flush = [&] {
    out += to_utf8(std::move(bytes), charset, warnings);
    bytes.clear();
  };
  bool behind_word = false;  // blanks between two encoded words are none of the value
  for (std::size_t at = 0; at < value.size();) {
    const std::size_t open = std::min(value.find("=?", at), value.size());
    const std::size_t charset_end = value.find('?', open + 2);
    const std::size_t text = charset_end == std::string_view::npos ? charset_end : charset_end + 3;
    const std::size_t close = text < value.size() ? value.find("?=", text) : std::string_view::npos;
    const std::string_view between = value.substr(at, open - at);
    const bool is_word = close != std::string_view::npos && value[charset_end + 2] == '?';
    const bool joined = behind_word && is_word && between.find_first_not_of(" \t\r\n") == std::string_view::npos;
    const std::string_view name = is_word ? value.substr(open + 2, charset_end - open - 2) : std::string_view{};
    if (!joined || ascii_lower_case(name) != ascii_lower_case(charset)) flush();
    if (!joined) out += between;
    if (!is_word) {
      out += value.substr(open, 2);
      at = std::min(open + 2, value.size());
      behind_word = false;
      continue;
    }
    std::string words(value.substr(text, close - text));
    const bool is_base64 = ascii_lower(value[charset_end + 1]) == 'b';
    if (!is_base64) std::replace(words.begin(), words.end(), '_', ' ');
    bytes += is_base64 ? decode_base64(words) : decode_quoted_printable(words);
    charset = name;
    at = close + 2;
    behind_word = true;
  }
  flush();
  return out;
}

MailBody read_mail_body(std::string_view header, std::string_view content, std::vector<std::string>& warnings) {
  BodyFinder finder(warnings);
  finder.walk(header, content, 0);
  return finder.take();
}

std::string unfold_header(std::string_view header) {
  std::string out;
  out.reserve(header.size());
  for (std::size_t at = 0; at < header.size(); ++at) {
    const bool folds =
        header[at] == '\n' && at + 1 < header.size() && (header[at + 1] == ' ' || header[at + 1] == '\t');
    if (folds && out.ends_with('\r')) out.pop_back();
    if (!folds) out += header[at];
  }
  return out;
}

}  // namespace wirecut
