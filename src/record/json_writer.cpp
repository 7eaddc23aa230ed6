// The record stream is written by hand because a document tree costs ten times the time (120 us a record against 10).
// Strings are nearly all of the bytes. Almost none of them need escaping, so they are copied in runs: the search for
// the end of a run looks at eight bytes at a time for what JSON escapes (below space, quotation mark, backslash) and
// for bytes above ASCII, which are checked to be UTF-8: a file name may be anything.

#include "record/json_writer.h"

#include <fmt/compile.h>

#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstring>

namespace wirecut {

namespace {

constexpr std::size_t kWord = 8;
constexpr std::uint64_t kOnes = 0x0101010101010101;
constexpr std::uint64_t kTops = 0x8080808080808080;

// The top bits of bytes that can't be copied as they are: control characters, the quotation mark, the backslash, all
// above ASCII. The lowest of them is exact: what is subtracted may borrow from the bytes above one that is special.
constexpr std::uint64_t special_bytes(std::uint64_t word) {
  return (word | (word - kOnes * 0x20) | ((word ^ kOnes * '"') - kOnes) | ((word ^ kOnes * '\\') - kOnes)) & kTops;
}
static_assert(std::endian::native == std::endian::little, "the lowest byte of a word must be the first");

template <class Word>
Word load(const char* from) {
  Word word;
  std::memcpy(&word, from, sizeof word);
  return word;
}

// Fewer than eight bytes as a word; those above them are anything. Nothing outside of [begin, end) is read.
std::uint64_t load_last(const char* begin, const char* from, const char* end) {
  const auto size = static_cast<std::size_t>(end - from);
  if (size == 0) return 0;
  if (static_cast<std::size_t>(end - begin) >= kWord) return load<std::uint64_t>(end - kWord) >> 8 * (kWord - size);
  if (size >= 4) return load<std::uint32_t>(from) | std::uint64_t{load<std::uint32_t>(end - 4)} << 8 * (size - 4);
  const auto byte = [&](std::size_t i) { return std::uint64_t{static_cast<unsigned char>(from[i])} << 8 * i; };
  return byte(0) | byte(size / 2) | byte(size - 1);
}

// Writes the escape of one byte, of at most six bytes; returns its end.
char* write_escape(unsigned char byte, char* at) {
  constexpr std::string_view kShort = "\"\"\\\\\bb\ff\nn\rr\tt";  // the byte, and its letter
  constexpr std::string_view kHex = "0123456789abcdef";
  *at++ = '\\';
  for (std::size_t i = 0; i < kShort.size(); i += 2)
    if (static_cast<unsigned char>(kShort[i]) == byte) {
      *at++ = kShort[i + 1];
      return at;
    }
  for (const char c : {'u', '0', '0', kHex[byte >> 4], kHex[byte & 15]}) *at++ = c;
  return at;
}

// Copies the UTF-8 sequences above ASCII that stand at `from`; U+FFFD for each byte that belongs to none. There is room
// for 3 bytes a byte.
char* copy_above_ascii(const char*& from, const char* end, char* at) {
  while (from < end && static_cast<unsigned char>(*from) >= 0x80) {
    const std::size_t size = utf8_sequence_size(std::string_view(from, static_cast<std::size_t>(end - from)));
    const std::string_view bytes = size == 0 ? std::string_view("\xEF\xBF\xBD") : std::string_view(from, size);
    std::memcpy(at, bytes.data(), bytes.size());
    at += bytes.size();
    from += size == 0 ? 1 : size;
  }
  return at;
}

// Copies what stands in front of the next special byte of [from, end), which is part of [begin, end). Returns where
// that byte is. Words are copied whole, also where only their first bytes are wanted. Leaves room for two bytes more.
inline const char* copy_plain(const char* begin, const char* from, const char* end, ByteWriter& out) {
  out.make_room(static_cast<std::size_t>(end - from) + kWord);
  char* at = out.at();
  std::uint64_t special = 0;
  for (; end - from >= static_cast<std::ptrdiff_t>(kWord); from += kWord, at += kWord) {
    const auto word = load<std::uint64_t>(from);
    std::memcpy(at, &word, kWord);
    special = special_bytes(word);
    if (special != 0) break;
  }
  if (special == 0) {
    const std::uint64_t word = load_last(begin, from, end);
    std::memcpy(at, &word, kWord);
    special = special_bytes(word) | std::uint64_t{0x80} << 8 * (end - from);
  }
  const auto plain = std::countr_zero(special) / 8;
  out.set_at(at + plain);
  return from + plain;
}

// Most strings are short: their first words and their last, which may overlap, hold all of one. Copies it unless a byte
// of it is special; false, and nothing that counts is copied, where one is, and of an empty or a longer string.
inline bool copy_short(std::string_view value, char* to) {
  const char *const from = value.data(), *const end = from + value.size();
  char* const to_end = to + value.size();
  const auto move = [](const char* word_from, char* word_to) {
    const auto word = load<std::uint64_t>(word_from);
    std::memcpy(word_to, &word, kWord);
    return special_bytes(word);
  };
  if (value.size() > 4 * kWord || value.size() < 4) return false;
  if (value.size() < kWord) {
    const auto first = load<std::uint32_t>(from), last = load<std::uint32_t>(end - 4);
    std::memcpy(to, &first, sizeof first);
    std::memcpy(to_end - 4, &last, sizeof last);
    return special_bytes(first | std::uint64_t{last} << 32) == 0;
  }
  std::uint64_t special = move(from, to) | move(end - kWord, to_end - kWord);
  if (value.size() > 2 * kWord) special |= move(from + kWord, to + kWord) | move(end - 2 * kWord, to_end - 2 * kWord);
  return special == 0;
}

// The same from a special byte on, with all that JSON wants escaped.
[[gnu::noinline]] void write_escaped(const char* begin, const char* from, const char* end, ByteWriter& out) {
  while (from != end) {
    const auto byte = static_cast<unsigned char>(*from);
    if (byte < 0x80) {
      out.make_room(kWord);
      out.set_at(write_escape(byte, out.at()));
      ++from;
    } else {
      const char* after = from;
      while (after < end && static_cast<unsigned char>(*after) >= 0x80) ++after;
      out.make_room(3 * static_cast<std::size_t>(after - from));
      out.set_at(copy_above_ascii(from, end, out.at()));
    }
    from = copy_plain(begin, from, end, out);
  }
}

constexpr std::array<double, 12> kPowers = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11};

// What "%.{digits}g" writes, for the numbers that a record is full of (shares, degrees), at a tenth of the cost;
// nullptr, and nothing that counts is written, where it might differ: very small and large ones, and those so near to
// the middle between two results that the product below can't tell.
char* write_plain_number(double value, int digits, char* at) {
  if (std::signbit(value)) {
    *at++ = '-';
    value = -value;
  }
  if (value == 0 || value == 1) {
    *at++ = value == 0 ? '0' : '1';
    return at;
  }
  const auto count = static_cast<std::size_t>(digits);
  if (count > 7 || value < 0.001 || value >= kPowers[count - 1]) return nullptr;
  std::size_t whole_digits = 0;  // in front of the point
  while (value >= kPowers[whole_digits]) ++whole_digits;
  std::size_t decimals = count - whole_digits;
  for (double small = value; small < 0.1; small *= 10) ++decimals;
  const double scaled = value * kPowers[decimals];
  auto result = static_cast<std::uint64_t>(scaled);
  const double rest = scaled - static_cast<double>(result);
  if (std::abs(rest - 0.5) < 1e-4) return nullptr;
  if (rest > 0.5) ++result;

  for (; decimals > 0 && result % 10 == 0; --decimals) result /= 10;
  const auto power = static_cast<std::uint64_t>(kPowers[decimals]);
  at = std::to_chars(at, at + 20, result / power).ptr;
  if (decimals == 0) return at;
  *at++ = '.';
  std::uint64_t fraction = result % power;
  for (std::size_t i = decimals; i > 0; --i, fraction /= 10) at[i - 1] = static_cast<char>('0' + fraction % 10);
  return at + decimals;
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

// Makes room, and a new line in front of an item of the indented form, but for the outermost and for a value behind its
// key.
void JsonWriter::prepare_item() {
  out_.make_room(kTokenRoom);
  if (!indented_ || depth_ == 0 || out_.at()[-1] == ' ') return;
  if (leaf_depth_ == 0)
    out_.set_at(start_line(out_.at()));
  else if (out_.at()[-1] == ',')
    out_.put(' ');
}

char* JsonWriter::start_line(char* at) const {
  *at++ = '\n';
  return std::fill_n(at, 2 * depth_, ' ');
}

void JsonWriter::string(std::string_view value) {
  begin_item();
  char* const at = out_.at();
  *at = '"';
  if (!copy_short(value, at + 1)) return write_long(value);
  char* const end = at + 1 + value.size();
  *end = '"';
  end_item(end + 1);
}

void JsonWriter::write_long(std::string_view value) {
  out_.put('"');
  const char *const begin = value.data(), *const end = begin + value.size();
  if (const char* special = copy_plain(begin, begin, end, out_); special != end)
    write_escaped(begin, special, end, out_);
  *out_.at() = '"';
  end_item(out_.at() + 1);
}

void JsonWriter::number(double value, int significant_digits) {
  begin_item();
  char* end = write_plain_number(value, significant_digits, out_.at());
  if (end == nullptr) end = fmt::format_to(out_.at(), FMT_COMPILE("{:.{}g}"), value, significant_digits);
  end_item(end);
}

}  // namespace wirecut
