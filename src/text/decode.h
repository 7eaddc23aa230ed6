// Bytes to valid UTF-8.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wirecut {

// Is all of `bytes` UTF-8 (RFC 3629: no overlong form, no surrogate)? True of none.
bool is_utf8(std::string_view bytes);

// The text of a whole story from its bytes: always valid UTF-8, a byte order mark removed, nothing else changed (CR,
// NBSP, NUL and zero-width characters stay).
//   UTF-8, by its mark or because all of it is valid; UTF-16, by its mark or by the NULs of its ASCII letters;
//   else UTF-8 in which each byte that doesn't fit is read as windows-1252, with a warning that counts those bytes.
// Never fails; what can't be decoded (an unpaired surrogate, half a unit) becomes U+FFFD with a warning.
std::string decode_text(std::string bytes, std::vector<std::string>& warnings);

// windows-1252 from 0x80 to 0x9F; its five holes are the C1 controls, as in the WHATWG encoding standard.
inline constexpr std::array<std::uint16_t, 32> kWindows1252 = {
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

enum class Utf16 : std::uint8_t { little, big };

// Is `head`, the first bytes of an input, UTF-16? `mark_size` is set to 2 where a byte order mark says so, else to 0.
std::optional<Utf16> find_utf16(std::string_view head, std::size_t& mark_size);

// A decoder for UTF-16 that comes in pieces: each call appends to `out` what is complete.
class Utf16Decoder {
 public:
  explicit Utf16Decoder(Utf16 order) : order_(order) {}
  void decode(std::string_view bytes, std::string& out);
  void finish(std::string& out);                          // half a pair or half a unit at the end is one bad unit
  std::uint64_t bad_units() const { return bad_units_; }  // each was written as U+FFFD

 private:
  void decode_unit(std::uint32_t unit, std::string& out);

  Utf16 order_;
  std::optional<unsigned char> half_unit_;
  std::uint32_t high_surrogate_ = 0;
  std::uint64_t bad_units_ = 0;
};

// Appends the UTF-8 of `code_point`; U+FFFD for a surrogate or a number beyond Unicode.
void append_utf8(std::uint32_t code_point, std::string& out);

// The text of `bytes` in the named charset ("iso-8859-2", "GBK"); nothing where ICU doesn't know the name.
std::optional<std::string> decode_charset(std::string_view bytes, std::string_view charset);

// The code point of each byte of a charset with one byte a character; nothing for any other charset.
std::optional<std::array<int, 256>> single_byte_table(std::string_view charset);

}  // namespace wirecut
