// Writes JSON text key by key: the caller's order is the order of the bytes.
#pragma once

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "record/byte_writer.h"

namespace wirecut {

// Appends to `out`, which must outlive the writer. Two forms: one line without white space, or indented by two spaces a
// level, where a leaf (an object of numbers and strings: a span, a mention) stays on its line.
class JsonWriter {
 public:
  JsonWriter(std::string& out, bool indented) : out_(out), indented_(indented) {}

  void expect_bytes(std::size_t count) { out_.make_room(count); }  // makes room for so many at once

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
    separate();
    out_.put('"');
    out_.put(name);
    out_.put("\":");
    if (indented_) out_.put(' ');
    after_key_ = true;
  }

  void string(std::string_view value);                // any bytes: those that aren't UTF-8 become U+FFFD
  void number(double value, int significant_digits);  // finite

  void number(std::uint64_t value) {
    separate();
    out_.set_at(std::to_chars(out_.at(), out_.end(), value).ptr);
  }

  void boolean(bool value) {
    separate();
    out_.put(value ? std::string_view("true") : "false");
  }

  void null() {
    separate();
    out_.put("null");
  }

  // The same with a key in front.
  void field(std::string_view name, std::string_view value) { key(name), string(value); }
  void field(std::string_view name, std::uint64_t value) { key(name), number(value); }

 private:
  // Enough for a separator with its indentation, and a key, a number or a word of ours behind it.
  static constexpr std::size_t kTokenRoom = 256;

  // The comma, and the new line where the form has one.
  void separate() {
    out_.make_room(kTokenRoom);
    if (after_key_) {
      after_key_ = false;
      return;
    }
    if (!first_) out_.put(',');
    if (indented_ && depth_ > 0) break_line(!first_);
    first_ = false;
  }

  void open(char bracket) {
    separate();
    out_.put(bracket);
    ++depth_;
    if (leaf_depth_ > 0) ++leaf_depth_;
    first_ = true;
  }

  void close(char bracket) {
    out_.make_room(kTokenRoom);
    --depth_;
    if (indented_ && !first_ && leaf_depth_ == 0) break_line(false);
    if (leaf_depth_ > 0) --leaf_depth_;
    out_.put(bracket);
    first_ = false;
  }

  void break_line(bool after_comma);

  ByteWriter out_;
  bool indented_;
  int depth_ = 0;
  int leaf_depth_ = 0;  // above 0: inside of a leaf
  bool first_ = true;   // nothing stands yet in the innermost bracket
  bool after_key_ = false;
};

// Size of the UTF-8 sequence that `bytes` opens with; 0 where it is none (overlong, a surrogate, cut short). ASCII is
// not asked for.
std::size_t utf8_sequence_size(std::string_view bytes);

}  // namespace wirecut
