// Each character beyond ASCII is turned back into the byte that windows-1252 (or Latin-1) makes it from; what comes out
// is UTF-8, or the text was never encoded twice. A sound text all but never passes: its curly quotes and accented
// letters would have to stand in runs that are UTF-8 by chance. This is the idea of Python's ftfy, for the one mistake
// that archives of news are full of. The last byte of a closing quotation mark (E2 80 9D) is none of windows-1252, and
// many programs dropped it or put U+FFFD in its place: "â€" in front of ASCII is that mark.

#include "text/double_encoding.h"

#include <algorithm>
#include <cstdint>

#include "text/decode.h"

namespace wirecut {

namespace {

constexpr std::string_view kCutMark = "\xE2\x80";
constexpr char kLastOfMark = '\x9D';

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

// The code point of the UTF-8 sequence at `at`, of which `size` is set; those of four bytes are 0: no byte.
std::uint32_t code_point_at(std::string_view text, std::size_t at, std::size_t& size) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  size = byte(0) >= 0xF0 ? 4 : byte(0) >= 0xE0 ? 3 : 2;
  if (size == 4) return 0;
  if (size == 3) return (byte(0) & 0x0Fu) << 12 | (byte(1) & 0x3Fu) << 6 | (byte(2) & 0x3Fu);
  return (byte(0) & 0x1Fu) << 6 | (byte(1) & 0x3Fu);
}

// The byte that is read as `code_point`; 0: none is.
unsigned char byte_of(std::uint32_t code_point) {
  if (code_point >= 0x80 && code_point <= 0xFF) return static_cast<unsigned char>(code_point);
  const auto found = std::find(kWindows1252.begin(), kWindows1252.end(), code_point);
  return found == kWindows1252.end() ? 0 : static_cast<unsigned char>(0x80 + (found - kWindows1252.begin()));
}

// Does the text hold the first character that all such texts hold: one of "Â" to "ô"? Cheap to ask of ASCII.
bool may_be_double(std::string_view text) { return text.find('\xC3') != std::string_view::npos; }

bool ends_cut(std::string_view out, std::size_t run_start) { return out.substr(run_start).ends_with(kCutMark); }

}  // namespace

std::string undo_double_encoding(std::string_view text, std::size_t least_sequences) {
  if (!may_be_double(text)) return {};
  std::string out;
  std::size_t sequences = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t run_end = static_cast<std::size_t>(
        std::find_if(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), [](char c) { return !is_ascii(c); }) -
        text.begin());
    out.append(text, at, run_end - at);
    const std::size_t run_start = out.size();
    for (at = run_end; at < text.size() && !is_ascii(text[at]);) {
      std::size_t size = 0;
      const std::uint32_t code_point = code_point_at(text, at, size);
      const bool is_lost = code_point == 0xFFFD && ends_cut(out, run_start);
      const unsigned char byte = is_lost ? static_cast<unsigned char>(kLastOfMark) : byte_of(code_point);
      if (byte == 0) return {};
      sequences += byte >= 0xC0;
      out += static_cast<char>(byte);
      at += size;
    }
    if (ends_cut(out, run_start)) out += kLastOfMark;
    if (!is_utf8(std::string_view(out).substr(run_start))) return {};
  }
  return sequences >= least_sequences ? out : std::string();
}

}  // namespace wirecut
