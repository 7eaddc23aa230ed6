// Writes JSON text key by key: the caller's order is the order of the bytes.
#pragma once

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include "record/byte_writer.h"

namespace wirecut {

// Appends to `out`, which must outlive the writer. Two forms: one line without white space, or indented by two spaces a
// level, where a leaf (an object of numbers and strings: a span, a mention) stays on its line.
class JsonWriter {
 public:
  JsonWriter(std::string& out, bool indented) : out_(out), indented_(indented) {}

  void expect_bytes(std::size_t count) { out_.reserve(count); }  // takes the memory for so many at once

  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_array() { open('['); }
  void end_array() { close(']'); }

  // An object that is written on one line in both forms, with all that is inside of it.
  void begin_leaf() {
    open('{');
    if (leaf_depth_ == 0) leaf_depth_ = 1;
  }

  // One of ours: letters, digits and underscores. Inline, so that a literal is copied by a store or two.
  [[gnu::always_inline]] void key(std::string_view name) {
    begin_item();
    out_.set_at(put_key(name, out_.at()));
  }

  void string(std::string_view value);  // any bytes: those that aren't UTF-8 become U+FFFD

  // A string of ours, as a key is: the name of a kind, an id.
  void name(std::string_view value) {
    begin_item();
    end_item(put_name(value, out_.at()));
  }

  void number(double value, int significant_digits);  // finite

  void number(std::uint64_t value) {
    begin_item();
    end_item(put_number(value, out_.at()));
  }

  void boolean(bool value) { word(value ? "true" : "false"); }
  void null() { word("null"); }

  // The same with a key in front.
  [[gnu::always_inline]] void field(std::string_view name, std::string_view value) { key(name), string(value); }
  [[gnu::always_inline]] void field(std::string_view name, std::uint64_t value) {
    begin_item();
    end_item(put_number(value, put_key(name, out_.at())));
  }
  [[gnu::always_inline]] void name_field(std::string_view name, std::string_view value) {
    begin_item();
    end_item(put_name(value, put_key(name, out_.at())));
  }

 private:
  // Enough for a separator with its indentation, and a key, a number or a word of ours behind it.
  static constexpr std::size_t kTokenRoom = 256;

  [[gnu::always_inline]] char* put_key(std::string_view name, char* at) const {
    *at++ = '"';
    std::memcpy(at, name.data(), name.size());
    at += name.size();
    *at++ = '"';
    *at++ = ':';
    if (indented_) *at++ = ' ';
    return at;
  }

  // Offsets are mostly below 10,000: four digits at once, less the zeros in front, without a branch on their number.
  static char* put_number(std::uint64_t value, char* at) {
    static constexpr auto kPairs = [] {
      std::array<std::uint16_t, 100> pairs{};
      for (unsigned i = 0; i < pairs.size(); ++i)
        pairs[i] = static_cast<std::uint16_t>(('0' + i / 10) | ('0' + i % 10) << 8);
      return pairs;
    }();
    if (value >= 10000) return std::to_chars(at, at + 20, value).ptr;
    const auto small = static_cast<std::uint32_t>(value);
    const std::uint32_t digits = kPairs[small / 100] | std::uint32_t{kPairs[small % 100]} << 16;
    const std::uint32_t zeros = (small < 10 ? 1u : 0u) + (small < 100 ? 1u : 0u) + (small < 1000 ? 1u : 0u);
    const std::uint32_t shown = digits >> 8 * zeros;
    std::memcpy(at, &shown, sizeof shown);
    return at + (sizeof shown - zeros);
  }

  static char* put_name(std::string_view value, char* at) {
    *at++ = '"';
    at = std::copy(value.begin(), value.end(), at);
    *at++ = '"';
    return at;
  }

  // Every value but the outermost is followed by a comma, which the bracket behind the last one takes back: so nothing
  // must be known of what stands in front.
  void end_item(char* at) {
    if (depth_ > 0) *at++ = ',';
    out_.set_at(at);
  }

  // Room, and the new line where the form has one.
  void begin_item() {
    if (indented_ || !out_.has_room(kTokenRoom)) prepare_item();
  }

  void word(std::string_view word) {
    begin_item();
    end_item(std::copy(word.begin(), word.end(), out_.at()));
  }

  void open(char bracket) {
    begin_item();
    out_.put(bracket);
    ++depth_;
    if (leaf_depth_ > 0) ++leaf_depth_;
  }

  void close(char bracket) {
    out_.make_room(kTokenRoom);
    --depth_;
    char* at = out_.at();
    const bool is_empty = at[-1] != ',';
    if (!is_empty) out_.set_at(--at);
    if (indented_ && !is_empty && leaf_depth_ == 0) at = start_line(at);
    if (leaf_depth_ > 0) --leaf_depth_;
    *at++ = bracket;
    end_item(at);
  }

  void prepare_item();
  [[gnu::noinline]] void write_long(std::string_view value);  // what string() writes of any value
  char* start_line(char* at) const;

  ByteWriter out_;
  bool indented_;
  int depth_ = 0;
  int leaf_depth_ = 0;  // above 0: inside of a leaf
};

// Size of the UTF-8 sequence that `bytes` opens with; 0 where it is none (overlong, a surrogate, cut short). ASCII is
// not asked for.
std::size_t utf8_sequence_size(std::string_view bytes);

}  // namespace wirecut
