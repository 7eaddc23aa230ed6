// Almost every story is UTF-8, so that is asked first, eight letters of ASCII at a time, and the text is handed on
// without a copy. Only what fails is looked at byte by byte. A windows-1252 quotation mark (0x93) can't be mistaken for
// UTF-8 unless a fitting continuation byte follows, which no Western text has; so the two are told apart a byte at a
// time, and a file that mixes them (a feed pasted together from several sources) comes out right.
// UTF-16 without a mark is betrayed by its NULs: ASCII letters leave every other byte empty. Such bytes are valid
// UTF-8, so NULs are looked for before a text is accepted; single NULs in a UTF-8 text stay.

#include "text/decode.h"

#include <fmt/format.h>
#include <unicode/ucnv.h>

#include <cstring>
#include <memory>
#include <utility>

namespace wirecut {

namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
constexpr std::size_t kUtf16Sample = 1024;  // bytes of the head that are searched for NULs

unsigned char byte_at(std::string_view bytes, std::size_t at) { return static_cast<unsigned char>(bytes[at]); }

// The length of the valid UTF-8 sequence at `at`, 0 where there is none (RFC 3629: no overlong form, no surrogate).
std::size_t sequence_length(std::string_view bytes, std::size_t at) {
  const unsigned char lead = byte_at(bytes, at);
  if (lead < 0x80) return 1;
  const std::size_t length = lead >= 0xC2 && lead <= 0xDF   ? 2
                             : lead >= 0xE0 && lead <= 0xEF ? 3
                             : lead >= 0xF0 && lead <= 0xF4 ? 4
                                                            : 0;
  if (length == 0 || at + length > bytes.size()) return 0;
  const unsigned char second = byte_at(bytes, at + 1);
  const unsigned char low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  const unsigned char high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  if (second < low || second > high) return 0;
  for (std::size_t i = 2; i < length; ++i)
    if ((byte_at(bytes, at + i) & 0xC0) != 0x80) return 0;
  return length;
}

std::string decode_mixed(std::string_view bytes, std::vector<std::string>& warnings) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 8);
  std::uint64_t odd_bytes = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t length = sequence_length(bytes, at);
    if (length > 0) {
      out.append(bytes, at, length);
      at += length;
      continue;
    }
    const unsigned char odd = byte_at(bytes, at++);
    append_utf8(odd < 0xA0 ? kWindows1252[odd - 0x80u] : odd, out);
    ++odd_bytes;
  }
  warnings.push_back(fmt::format("{} {} not UTF-8 and {} read as windows-1252", odd_bytes,
                                 odd_bytes == 1 ? "byte was" : "bytes were", odd_bytes == 1 ? "was" : "were"));
  return out;
}

std::string decode_utf16(std::string_view bytes, Utf16 order, std::vector<std::string>& warnings) {
  std::string out;
  out.reserve(bytes.size());
  Utf16Decoder decoder(order);
  decoder.decode(bytes, out);
  decoder.finish(out);
  if (decoder.bad_units() > 0)
    warnings.push_back(fmt::format("{} {} of UTF-16 could not be decoded", decoder.bad_units(),
                                   decoder.bad_units() == 1 ? "unit" : "units"));
  return out;
}

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

Converter open_converter(std::string_view charset) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(std::string(charset).c_str(), &status));
  return U_SUCCESS(status) ? std::move(converter) : nullptr;
}

}  // namespace

bool is_utf8(std::string_view bytes) {
  constexpr std::size_t kWord = sizeof(std::uint64_t);
  for (std::size_t at = 0; at < bytes.size();) {
    std::uint64_t word = ~std::uint64_t{0};
    if (at + kWord <= bytes.size()) std::memcpy(&word, bytes.data() + at, kWord);
    if ((word & 0x8080'8080'8080'8080) == 0) {
      at += kWord;
      continue;
    }
    const std::size_t length = sequence_length(bytes, at);
    if (length == 0) return false;
    at += length;
  }
  return true;
}

std::string decode_text(std::string bytes, std::vector<std::string>& warnings) {
  std::size_t mark_size = 0;
  if (const auto order = find_utf16(bytes, mark_size))
    return decode_utf16(std::string_view(bytes).substr(mark_size), *order, warnings);
  if (bytes.starts_with(kUtf8Mark)) bytes.erase(0, kUtf8Mark.size());
  if (is_utf8(bytes)) return bytes;
  return decode_mixed(bytes, warnings);
}

std::optional<Utf16> find_utf16(std::string_view head, std::size_t& mark_size) {
  mark_size = head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF") ? 2 : 0;
  if (mark_size > 0) return head[0] == '\xFF' ? Utf16::little : Utf16::big;
  head = head.substr(0, kUtf16Sample);
  if (head.size() < 4 || std::memchr(head.data(), 0, head.size()) == nullptr) return std::nullopt;
  std::array<std::size_t, 2> nuls{};  // at even and at odd places
  for (std::size_t i = 0; i < head.size(); ++i) nuls[i & 1] += head[i] == '\0';
  const std::size_t units = head.size() / 2;
  if (nuls[1] * 10 >= units * 7 && nuls[0] * 10 <= units) return Utf16::little;
  if (nuls[0] * 10 >= units * 7 && nuls[1] * 10 <= units) return Utf16::big;
  return std::nullopt;
}

void Utf16Decoder::decode_unit(std::uint32_t unit, std::string& out) {
  const bool is_low = unit >= 0xDC00 && unit <= 0xDFFF;
  const std::uint32_t high = std::exchange(high_surrogate_, 0);
  if (high != 0 && is_low) return append_utf8(0x10000 + ((high - 0xD800) << 10) + (unit - 0xDC00), out);
  if (high != 0) {
    ++bad_units_;
    append_utf8(0xFFFD, out);
  }
  if (unit >= 0xD800 && unit <= 0xDBFF) {
    high_surrogate_ = unit;
    return;
  }
  bad_units_ += is_low;
  append_utf8(unit, out);
}

void Utf16Decoder::decode(std::string_view bytes, std::string& out) {
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (!half_unit_) {
      half_unit_ = byte;
      continue;
    }
    const std::uint32_t first = *half_unit_, second = byte;
    half_unit_.reset();
    decode_unit(order_ == Utf16::little ? first | second << 8 : first << 8 | second, out);
  }
}

void Utf16Decoder::finish(std::string& out) {
  if (high_surrogate_ == 0 && !half_unit_) return;
  high_surrogate_ = 0;
  half_unit_.reset();
  ++bad_units_;
  append_utf8(0xFFFD, out);
}

void append_utf8(std::uint32_t code_point, std::string& out) {
  if ((code_point >= 0xD800 && code_point <= 0xDFFF) || code_point > 0x10FFFF) code_point = 0xFFFD;
  const auto put = [&out](std::uint32_t byte) { out.push_back(static_cast<char>(byte)); };
  const auto put_tail = [&](int shift) { put(0x80 | (code_point >> shift & 0x3F)); };
  if (code_point < 0x80) return put(code_point);
  if (code_point < 0x800) {
    put(0xC0 | code_point >> 6);
  } else if (code_point < 0x10000) {
    put(0xE0 | code_point >> 12);
    put_tail(6);
  } else {
    put(0xF0 | code_point >> 18);
    put_tail(12);
    put_tail(6);
  }
  put_tail(0);
}

std::optional<std::string> decode_charset(std::string_view bytes, std::string_view charset) {
  const Converter from = open_converter(charset), to = open_converter("UTF-8");
  if (!from || !to) return std::nullopt;
  std::string out;
  std::array<char, 4096> piece;
  std::array<UChar, 1024> pivot;
  UChar *pivot_source = pivot.data(), *pivot_target = pivot.data();
  const char* source = bytes.data();
  UErrorCode status = U_BUFFER_OVERFLOW_ERROR;
  for (bool first = true; status == U_BUFFER_OVERFLOW_ERROR; first = false) {
    status = U_ZERO_ERROR;
    char* target = piece.data();
    ucnv_convertEx(to.get(), from.get(), &target, piece.data() + piece.size(), &source, bytes.data() + bytes.size(),
                   pivot.data(), &pivot_source, &pivot_target, pivot.data() + pivot.size(), first, true, &status);
    out.append(piece.data(), target);
  }
  return U_SUCCESS(status) ? std::optional(std::move(out)) : std::nullopt;
}

std::optional<std::array<int, 256>> single_byte_table(std::string_view charset) {
  const Converter converter = open_converter(charset);
  if (!converter || ucnv_getMaxCharSize(converter.get()) != 1) return std::nullopt;
  std::array<int, 256> table{};
  for (std::size_t byte = 0; byte < table.size(); ++byte) {
    const char source = static_cast<char>(byte);
    std::array<UChar, 4> units{};
    UErrorCode status = U_ZERO_ERROR;
    ucnv_resetToUnicode(converter.get());
    const int count = ucnv_toUChars(converter.get(), units.data(), 4, &source, 1, &status);
    table[byte] = U_SUCCESS(status) && count == 1 ? units[0] : -1;
  }
  return table;
}

}  // namespace wirecut
