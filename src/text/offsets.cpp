// A running count at every 64th byte, and a count within the block at each look-up: sixteen times less memory than an
// entry a byte, and no order in which offsets must be asked for. Both counts take eight bytes at a time: a byte starts
// a code point unless its top bits are 10, and stands for two UTF-16 units where they are 1111. A text of ASCII has no
// counts at all, because there every unit is a byte.

#include "text/offsets.h"

#include <bit>
#include <cassert>
#include <cstring>

namespace wirecut {

namespace {

constexpr std::size_t kBlock = 64;
constexpr std::uint64_t kLowBits = 0x0101010101010101;
constexpr std::uint64_t kHighBits = 0x8080808080808080;

std::uint64_t load_word(const char* from) {
  std::uint64_t word;
  std::memcpy(&word, from, sizeof word);
  return word;
}

bool is_ascii(std::string_view text) {
  std::uint64_t seen = 0;
  std::size_t at = 0;
  for (; at + 8 <= text.size(); at += 8) seen |= load_word(text.data() + at);
  for (; at < text.size(); ++at) seen |= static_cast<unsigned char>(text[at]);
  return (seen & kHighBits) == 0;
}

std::uint32_t count_units(std::string_view bytes, bool utf16) {
  std::uint32_t units = 0;
  std::size_t at = 0;
  for (; at + 8 <= bytes.size(); at += 8) {
    const std::uint64_t word = load_word(bytes.data() + at);
    const std::uint64_t continues = word >> 7 & ~(word >> 6) & kLowBits;
    units += 8u - static_cast<std::uint32_t>(std::popcount(continues));
    if (!utf16) continue;
    const std::uint64_t four_bytes = word >> 7 & word >> 6 & word >> 5 & word >> 4 & kLowBits;
    units += static_cast<std::uint32_t>(std::popcount(four_bytes));
  }
  for (; at < bytes.size(); ++at) {
    const auto byte = static_cast<unsigned char>(bytes[at]);
    units += ((byte & 0xC0) != 0x80) + (utf16 && byte >= 0xF0);
  }
  return units;
}

}  // namespace

void OffsetMap::assign(std::string_view text, OffsetUnit unit) {
  text_ = text;
  unit_ = unit;
  units_before_.clear();
  if (unit == OffsetUnit::byte || is_ascii(text)) return;
  std::uint32_t units = 0;
  for (std::size_t at = 0; at <= text.size(); at += kBlock) {
    units_before_.push_back(units);
    units += count_units(text.substr(at, kBlock), unit == OffsetUnit::utf16);
  }
}

std::uint32_t OffsetMap::operator()(std::uint32_t byte_pos) const {
  assert(byte_pos <= text_.size());
  if (units_before_.empty()) return byte_pos;
  const std::size_t block = byte_pos / kBlock;
  const std::string_view rest = text_.substr(block * kBlock, byte_pos % kBlock);
  return units_before_[block] + count_units(rest, unit_ == OffsetUnit::utf16);
}

}  // namespace wirecut
