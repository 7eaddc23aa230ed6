// The record stream is written by hand because a document tree costs ten times the time (120 us a record against 10).
// Strings are nearly all of the bytes. Almost none of them need escaping, so they are copied in runs: the search for
// the end of a run looks at eight bytes at a time for what JSON escapes (below space, quotation mark, backslash) and for
// bytes above ASCII, which are checked to be UTF-8: a file name may be anything.

#include "record/json_writer.h"

#include <fmt/format.h>

#include <cstring>
#include <iterator>
#include <utility>

namespace wirecut {

namespace {

constexpr std::uint64_t kOnes = 0x0101010101010101;
constexpr std::uint64_t kTops = 0x8080808080808080;

// Has one of the eight bytes the value 0? (Mycroft's test; it may also flag a byte above a true hit, never without one.)
constexpr std::uint64_t zero_bytes(std::uint64_t word) { return (word - kOnes) & ~word & kTops; }

// Bytes that must be looked at one by one: control characters, the quotation mark, the backslash, all above ASCII.
bool has_special(std::uint64_t word) {
  const std::uint64_t below_space = (word - kOnes * 0x20) & ~word & kTops;
  return ((word & kTops) | below_space | zero_bytes(word ^ kOnes * '"') | zero_bytes(word ^ kOnes * '\\')) != 0;
}

std::size_t plain_run(std::string_view bytes) {
  std::size_t at = 0;
  for (; at + 8 <= bytes.size(); at += 8) {
    std::uint64_t word;
    std::memcpy(&word, bytes.data() + at, sizeof word);
    if (has_special(word)) break;
  }
  for (; at < bytes.size(); ++at) {
    const auto byte = static_cast<unsigned char>(bytes[at]);
    if (byte < 0x20 || byte >= 0x80 || byte == '"' || byte == '\\') break;
  }
  return at;
}

void append_escape(unsigned char byte, std::string& out) {
  switch (byte) {
    case '"': out += "\\\""; break;
    case '\\': out += "\\\\"; break;
    case '\b': out += "\\b"; break;
    case '\f': out += "\\f"; break;
    case '\n': out += "\\n"; break;
    case '\r': out += "\\r"; break;
    case '\t': out += "\\t"; break;
    default: fmt::format_to(std::back_inserter(out), "\\u{:04x}", byte);
  }
}

}  // namespace

std::size_t utf8_sequence_size(std::string_view bytes) {
  const auto at = [&](std::size_t i) { return i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0u; };
  const auto continues = [&](std::size_t i) { return (at(i) & 0xC0) == 0x80; };
  const unsigned lead = at(0), second = at(1);
  if (lead >= 0xC2 && lead <= 0xDF) return continues(1) ? 2 : 0;
  if ((lead & 0xF0) == 0xE0) {
    const bool in_range = (lead != 0xE0 || second >= 0xA0) && (lead != 0xED || second <= 0x9F);
    return in_range && continues(1) && continues(2) ? 3 : 0;
  }
  if (lead >= 0xF0 && lead <= 0xF4) {
    const bool in_range = (lead != 0xF0 || second >= 0x90) && (lead != 0xF4 || second <= 0x8F);
    return in_range && continues(1) && continues(2) && continues(3) ? 4 : 0;
  }
  return 0;
}

void append_escaped(std::string_view bytes, std::string& out) {
  while (!bytes.empty()) {
    const std::size_t run = plain_run(bytes);
    out.append(bytes.data(), run);
    bytes.remove_prefix(run);
    while (!bytes.empty() && static_cast<unsigned char>(bytes.front()) >= 0x80) {
      const std::size_t size = utf8_sequence_size(bytes);
      out += size == 0 ? std::string_view("\xEF\xBF\xBD") : bytes.substr(0, size);
      bytes.remove_prefix(size == 0 ? 1 : size);
    }
    if (bytes.empty()) break;
    const auto byte = static_cast<unsigned char>(bytes.front());
    if (byte >= 0x20 && byte != '"' && byte != '\\') continue;
    append_escape(byte, out);
    bytes.remove_prefix(1);
  }
}

void JsonWriter::break_line() {
  if (!indented_ || leaf_depth_ > 0) return;
  out_ += '\n';
  out_.append(static_cast<std::size_t>(depth_) * 2, ' ');
}

void JsonWriter::separate() {
  if (std::exchange(after_key_, false)) return;
  if (!first_) out_ += indented_ && leaf_depth_ > 0 ? ", " : ",";
  first_ = false;
  if (depth_ > 0) break_line();
}

void JsonWriter::open(char bracket) {
  separate();
  out_ += bracket;
  ++depth_;
  if (leaf_depth_ > 0) ++leaf_depth_;
  first_ = true;
}

void JsonWriter::begin_leaf() {
  open('{');
  if (leaf_depth_ == 0) leaf_depth_ = 1;
}

void JsonWriter::close(char bracket) {
  --depth_;
  if (!first_) break_line();
  if (leaf_depth_ > 0) --leaf_depth_;
  out_ += bracket;
  first_ = false;
}

void JsonWriter::key(std::string_view name) {
  separate();
  out_ += '"';
  out_ += name;
  out_ += indented_ ? "\": " : "\":";
  after_key_ = true;
}

void JsonWriter::string(std::string_view value) {
  separate();
  out_ += '"';
  append_escaped(value, out_);
  out_ += '"';
}

void JsonWriter::number(std::uint64_t value) {
  separate();
  const fmt::format_int digits(value);
  out_.append(digits.data(), digits.size());
}

void JsonWriter::number(double value, int significant_digits) {
  separate();
  fmt::format_to(std::back_inserter(out_), "{:.{}g}", value, significant_digits);
}

void JsonWriter::boolean(bool value) {
  separate();
  out_ += value ? "true" : "false";
}

void JsonWriter::null() {
  separate();
  out_ += "null";
}

}  // namespace wirecut
