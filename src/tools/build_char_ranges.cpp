// Prints src/tokens/char_ranges.inc from ICU's properties: runs of code points above ASCII with one class and one way
// to their lower case.
//   build_char_ranges > src/tokens/char_ranges.inc

#include <unicode/uchar.h>
#include <cstdint>
#include <cstdio>

#include "tokens/char_class.h"

namespace wirecut {
namespace {

constexpr std::uint32_t kLastCode = 0x10FFFF;
constexpr const char* kClassNames[] = {"space", "ignorable",  "upper", "lower",  "letter",      "mark",
                                       "digit", "apostrophe", "quote", "hyphen", "punctuation", "symbol"};

CharClass class_of(std::uint32_t code) {
  const auto c = static_cast<UChar32>(code);
  if (code == 0x2019 || code == 0x02BC || code == 0x00B4 || code == 0xFF07) return CharClass::apostrophe;
  if (code == 0x2010 || code == 0x2011) return CharClass::hyphen;
  if (code == 0x200B || u_isUWhiteSpace(c) || u_iscntrl(c)) {
    if (u_charType(c) != U_FORMAT_CHAR || code == 0x200B) return CharClass::space;
  }
  if (u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) || u_charType(c) == U_FORMAT_CHAR)
    return CharClass::ignorable;
  if (u_hasBinaryProperty(c, UCHAR_QUOTATION_MARK)) return CharClass::quote;
  if (u_isalpha(c)) {
    if (u_isupper(c) || u_istitle(c)) return CharClass::upper;
    return u_islower(c) ? CharClass::lower : CharClass::letter;
  }
  if (u_isdigit(c)) return CharClass::digit;
  const auto mask = U_GET_GC_MASK(c);
  if ((mask & U_GC_M_MASK) != 0) return CharClass::mark;
  if ((mask & U_GC_P_MASK) != 0) return CharClass::punctuation;
  return CharClass::symbol;
}

// Pairs of upper and lower case take turns in much of Unicode: such a run is written as one range of `stride` 2.
struct Range {
  std::uint32_t first, last;
  CharClass kind;
  std::int32_t to_lower;
  std::uint32_t stride;
};

Range range_of(std::uint32_t code) {
  const CharClass kind = class_of(code);
  const auto lower = kind == CharClass::upper ? u_tolower(static_cast<UChar32>(code)) : static_cast<UChar32>(code);
  return {code, code, kind, lower - static_cast<std::int32_t>(code), 1};
}

bool same(const Range& a, const Range& b) { return a.kind == b.kind && a.to_lower == b.to_lower; }

bool is_pair(const Range& upper, const Range& lower) {
  return upper.kind == CharClass::upper && upper.to_lower == 1 && lower.kind == CharClass::lower;
}

void print(const Range& range) {
  std::printf("{0x%X, 0x%X, CharClass::%s, %d, %u},\n", range.first, range.last,
              kClassNames[static_cast<int>(range.kind)], range.to_lower, range.stride);
}

void print_ranges() {
  for (std::uint32_t code = 0x80; code <= kLastCode;) {
    Range range = range_of(code);
    std::uint32_t next = code + 1;
    if (next < kLastCode && is_pair(range, range_of(next))) {
      while (next + 2 <= kLastCode && is_pair(range_of(next + 1), range_of(next + 2))) next += 2;
      range.stride = 2;
      ++next;
    } else {
      while (next <= kLastCode && same(range, range_of(next)) &&
             !(next < kLastCode && is_pair(range_of(next), range_of(next + 1))))
        ++next;
    }
    range.last = next - 1;
    code = next;
    if (range.kind != CharClass::symbol) print(range);
  }
}

}  // namespace
}  // namespace wirecut

int main() {
  std::puts(
      "// Made by tools/build_char_ranges.cpp from ICU: {first, last, class, to lower case, stride}. Gaps are "
      "symbols.");
  wirecut::print_ranges();
}
