#include "tokens/char_class.h"

#include <algorithm>
#include <iterator>

namespace wirecut {
namespace {

// A run of code points above ASCII: those of one class, or with `stride` 2 pairs of upper and lower case in turns.
struct CharRange {
  std::uint32_t first, last;
  CharClass kind;
  std::int32_t to_lower;
  std::uint32_t stride;
};

constexpr CharRange kRanges[] = {
#include "tokens/char_ranges.inc"
};

// The range that holds `code`, or null: a symbol.
const CharRange* range_of(std::uint32_t code) {
  const CharRange* after =
      std::upper_bound(std::begin(kRanges), std::end(kRanges), code,
                       [](std::uint32_t wanted, const CharRange& range) { return wanted < range.first; });
  if (after == std::begin(kRanges) || std::prev(after)->last < code) return nullptr;
  return std::prev(after);
}

CharClass class_of(std::uint32_t code) {
  const CharRange* range = range_of(code);
  if (range == nullptr) return CharClass::symbol;
  if (range->stride == 2 && (code - range->first) % 2 == 1) return CharClass::lower;
  return range->kind;
}

}  // namespace

Char wide_char_at(std::string_view text, std::size_t byte_pos) {
  const auto byte = [&](std::size_t i) {
    return static_cast<std::uint32_t>(static_cast<unsigned char>(byte_pos + i < text.size() ? text[byte_pos + i] : 0));
  };
  const std::uint32_t lead = byte(0);
  Char c;
  if (lead < 0xE0) {
    c.size = 2;
    c.code = (lead & 0x1F) << 6 | (byte(1) & 0x3F);
  } else if (lead < 0xF0) {
    c.size = 3;
    c.code = (lead & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F);
  } else {
    c.size = 4;
    c.code = (lead & 0x07) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F);
  }
  c.kind = class_of(c.code);
  return c;
}

std::uint32_t lower_of(std::uint32_t code) {
  if (code < 0x80) return code >= 'A' && code <= 'Z' ? code + 32 : code;
  const CharRange* range = range_of(code);
  if (range == nullptr || range->kind != CharClass::upper) return code;
  if (range->stride == 2 && (code - range->first) % 2 == 1) return code;
  return static_cast<std::uint32_t>(static_cast<std::int64_t>(code) + range->to_lower);
}

}  // namespace wirecut
