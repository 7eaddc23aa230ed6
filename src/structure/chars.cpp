#include "structure/chars.h"

namespace wirecut {
namespace {

unsigned byte_at(std::string_view text, std::size_t at) {
  return at < text.size() ? static_cast<unsigned char>(text[at]) : 0u;
}

// The closing marks that may follow the full stop of a sentence.
constexpr std::string_view kClosers[] = {"\"", "'", ")", "]", "\u201d", "\u2019", "\u00bb"};

}  // namespace

std::size_t rare_blank_at(std::string_view text, std::size_t at) {
  const unsigned c = byte_at(text, at);
  if (c == ' ' || c == '\t' || c == 0x7f) return 1;
  if (c < 0x20) return c == '\n' || c == '\r' || c == '\f' || c == '\v' ? 0 : 1;
  if (c < 0xc2) return 0;
  const unsigned d = byte_at(text, at + 1), e = byte_at(text, at + 2);
  if (c == 0xc2) return d == 0xa0 || d == 0xad ? 2 : 0;                              // NBSP, soft hyphen
  if (c == 0xe2 && d == 0x80) return (e >= 0x80 && e <= 0x8f) || e == 0xaf ? 3 : 0;  // U+2000..200F, U+202F
  if (c == 0xe3) return d == 0x80 && e == 0x80 ? 3 : 0;                              // ideographic space
  return c == 0xef && d == 0xbb && e == 0xbf ? 3 : 0;                                // U+FEFF
}

std::size_t rare_newline_at(std::string_view text, std::size_t at) {
  const unsigned c = byte_at(text, at);
  if (c == '\r') return byte_at(text, at + 1) == '\n' ? 2 : 1;
  if (c == '\n' || c == '\f' || c == '\v') return 1;
  if (c == 0xc2) return byte_at(text, at + 1) == 0x85 ? 2 : 0;
  if (c != 0xe2 || byte_at(text, at + 1) != 0x80) return 0;
  const unsigned e = byte_at(text, at + 2);
  return e == 0xa8 || e == 0xa9 ? 3 : 0;
}

std::size_t spelled_dash_at(std::string_view text, std::size_t at) {
  for (std::string_view entity : {"&mdash;", "&ndash;", "&#8211;", "&#8212;", "&#x2013;", "&#x2014;"})
    if (text.substr(at).starts_with(entity)) return entity.size();
  return 0;
}

std::size_t high_dash_at(std::string_view text, std::size_t at) {
  // U+2014 and U+2013 in UTF-8, taken for Windows-1252 on their way
  if (byte_at(text, at) == 0xc3) {
    for (std::string_view garbled : {"\u00e2\u20ac\u201d", "\u00e2\u20ac\u201c"})
      if (text.substr(at).starts_with(garbled)) return garbled.size();
    return 0;
  }
  if (byte_at(text, at) != 0xe2) return 0;
  const unsigned d = byte_at(text, at + 1), e = byte_at(text, at + 2);
  if (d == 0x80) return e >= 0x90 && e <= 0x95 ? 3 : 0;
  if (d == 0x94) return e == 0x80 ? 3 : 0;
  return d == 0x88 && e == 0x92 ? 3 : 0;
}

std::string_view trim(std::string_view text) {
  std::size_t start = 0;
  while (start < text.size()) {
    const std::size_t length = blank_at(text, start) + newline_at(text, start);
    if (length == 0) break;
    start += length;
  }
  std::size_t end = text.size();
  while (end > start) {
    std::size_t from = end - 1;  // the start of the last code point
    while (from > start && is_continuation(text[from])) --from;
    if (blank_at(text, from) == 0 && newline_at(text, from) == 0) break;
    end = from;
  }
  return text.substr(start, end - start);
}

bool high_letter_at(std::string_view text, std::size_t at) {
  const unsigned c = byte_at(text, at);
  if (c == 0xc3) return byte_at(text, at + 1) != 0x97 && byte_at(text, at + 1) != 0xb7;  // not the signs × and ÷
  return (c > 0xc3 && c <= 0xcf) || c == 0xe1;
}

bool upper_at(std::string_view text, std::size_t at) {
  const unsigned c = byte_at(text, at), d = byte_at(text, at + 1);
  if (c < 0x80) return is_upper(static_cast<char>(c));
  if (c == 0xc3) return d >= 0x80 && d <= 0x9e && d != 0x97;
  if (c == 0xc4 && d == 0xb0) return true;  // U+0130, of İstanbul
  // Of Latin Extended-A the even ones, but from U+0139 to U+0148 and from U+0179 on the odd ones; then S and T with
  // comma
  const bool odd = c == 0xc4 ? d >= 0xb9 : d <= 0x88 || (d >= 0xb9 && d <= 0xbe);
  if (c == 0xc4 || c == 0xc5) return d % 2 == (odd ? 1u : 0u);
  if (c == 0xc8) return d <= 0xb2 && d % 2 == 0;
  return c == 0xe1 && d >= 0xb8 && byte_at(text, at + 2) % 2 == 0;
}

bool is_all_caps(std::string_view text) {
  bool upper = false;
  for (char c : text) {
    if (is_lower(c)) return false;
    upper |= is_upper(c);
  }
  return upper;
}

bool ends_sentence(std::string_view text) {
  if (!text.empty() && (is_letter(text.back()) || is_digit(text.back()))) return false;
  for (bool again = true; again;) {
    again = false;
    for (std::string_view closer : kClosers)
      if (text.ends_with(closer)) {
        text.remove_suffix(closer.size());
        again = true;
      }
  }
  return !text.empty() && (text.back() == '.' || text.back() == '?' || text.back() == '!' || text.ends_with("\u2026"));
}

bool is_one_slip_away(std::string_view a, std::string_view b) {
  std::size_t front = 0;
  while (front < a.size() && front < b.size() && to_lower(a[front]) == b[front]) ++front;
  std::size_t back = 0;
  while (back < a.size() - front && back < b.size() - front &&
         to_lower(a[a.size() - 1 - back]) == b[b.size() - 1 - back])
    ++back;
  const std::size_t in_a = a.size() - front - back, in_b = b.size() - front - back;
  if (in_a <= 1 && in_b <= 1) return true;
  return in_a == 2 && in_b == 2 && to_lower(a[front]) == b[front + 1] && to_lower(a[front + 1]) == b[front];
}

}  // namespace wirecut
