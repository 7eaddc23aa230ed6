// A text that speaks of such files doesn't begin like one: the signatures hold bytes that no text has, or a version
// where a text has a word. So "%PDF-1.7" is a document, and a story about "%PDF" is none.

#include "input/signature.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>

namespace wirecut {

namespace {

using namespace std::literals;

struct Signature {
  std::string_view bytes;  // '?' stands for any byte
  std::string_view what;
};

constexpr Signature kSignatures[] = {
    {"%PDF-?."sv, "a PDF document"},
    {"%!PS-Adobe-"sv, "a PostScript document"},
    {"{\\rtf1"sv, "an RTF document"},
    {"PK\x03\x04"sv, "a ZIP archive (as .docx, .odt and .epub are)"},
    {"PK\x05\x06"sv, "a ZIP archive"},
    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "an old office document (.doc, .xls)"},
    {"7z\xBC\xAF\x27\x1C"sv, "a 7z archive"},
    {"Rar!\x1A\x07"sv, "a RAR archive"},
    {"BZh?1AY&SY"sv, "bzip2 data: decompress it first"},
    {"\xFD"
     "7zXZ\0"sv,
     "xz data: decompress it first"},
    // What open_compressed() has undone once
    {"\x1F\x8B\x08"sv, "gzip data inside compressed data: decompress it first"},
    {"\x28\xB5\x2F\xFD"sv, "zstd data inside compressed data: decompress it first"},
    {"\x7F"
     "ELF"sv,
     "a program (ELF)"},
    {"MZ\x90\0"sv, "a program (EXE)"},
    {"\xCF\xFA\xED\xFE"sv, "a program (Mach-O)"},
    {"SQLite format 3\0"sv, "an SQLite database"},
    {"PAR1\x15"sv, "a Parquet file"},
    {"\x89PNG\r\n\x1A\n"sv, "a PNG image"},
    {"\xFF\xD8\xFF"sv, "a JPEG image"},
    {"GIF8?a??????\0"sv, "a GIF image"},
    {"II*\0"sv, "a TIFF image"},
    {"MM\0*"sv, "a TIFF image"},
    {"RIFF????WEBP"sv, "a WebP image"},
    {"RIFF????WAVE"sv, "a WAVE recording"},
    {"\0\0\0?ftyp"sv, "a video or picture (MP4, HEIC)"},
    {"\x1A\x45\xDF\xA3"sv, "a video (WebM, Matroska)"},
    {"OggS\0"sv, "a recording (Ogg)"},
    {"ID3\x03"sv, "a recording (MP3)"},
    {"ID3\x04"sv, "a recording (MP3)"},
};

// What wirecut wrote itself and finds again in a folder. Records can be read as stories, where that is asked for.
constexpr Signature kOwnOutput[] = {
    {"{\"schema\":\"wirecut/"sv, "records that wirecut wrote (--from jsonl reads their texts again)"},
    {"{\n  \"schema\": \"wirecut/"sv, "a record that wirecut wrote (--from json reads its text again)"},
    // The first columns of its tables, parted by commas or tabs
    {"story_id?published?published_basis?"sv, "a table that wirecut wrote"},
    {"story_id?published?id?type?"sv, "a table that wirecut wrote"},
    {"story_id?published?entity?kind?"sv, "a table that wirecut wrote"},
    {"story_id?published?text?start?"sv, "a table that wirecut wrote"},
    {"story_id?published?code?code3?"sv, "a table that wirecut wrote"},
};

enum class Fit : std::uint8_t { no, yes, so_far };

Fit fits(const Signature& signature, std::string_view head) {
  for (std::size_t i = 0; i < signature.bytes.size(); ++i) {
    if (i == head.size()) return Fit::so_far;
    if (signature.bytes[i] != '?' && signature.bytes[i] != head[i]) return Fit::no;
  }
  return Fit::yes;
}

// What the stream begins like; reads no further than it must to tell.
std::string_view find_in(std::span<const Signature> signatures, Stream& stream) {
  for (;;) {
    bool undecided = stream.view().empty();
    for (const Signature& signature : signatures) {
      const Fit fit = fits(signature, stream.view());
      if (fit == Fit::yes) return signature.what;
      undecided |= fit == Fit::so_far;
    }
    if (!undecided || !stream.fill()) return {};
  }
}

}  // namespace

std::string_view find_signature(Stream& stream) { return find_in(kSignatures, stream); }

std::string_view find_own_output(Stream& stream) { return find_in(kOwnOutput, stream); }

bool is_binary(std::string_view bytes) {
  constexpr std::ptrdiff_t kFewest = 16, kTextBytesEach = 20;
  const auto codes = std::count_if(bytes.begin(), bytes.end(), [](char c) {
    return (static_cast<unsigned char>(c) < ' ' && (c < '\t' || c > '\r')) || c == '\x7F';
  });
  return codes > kFewest && codes * kTextBytesEach > static_cast<std::ptrdiff_t>(bytes.size());
}

}  // namespace wirecut
