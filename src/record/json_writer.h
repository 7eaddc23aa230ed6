// Writes JSON text key by key: the caller's order is the order of the bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace wirecut {

// Appends to `out`, which must outlive the writer. Two forms: one line without white space, or indented by two spaces a
// level, where a leaf (an object of numbers and strings: a span, a mention) stays on its line.
class JsonWriter {
 public:
  JsonWriter(std::string& out, bool indented) : out_(out), indented_(indented) {}

  void begin_object() { open('{'); }
  void begin_leaf();  // an object that is written on one line in both forms, with all that is inside of it
  void end_object() { close('}'); }
  void begin_array() { open('['); }
  void end_array() { close(']'); }

  void key(std::string_view name);      // one of ours: letters, digits and underscores
  void string(std::string_view value);  // any bytes: those that aren't UTF-8 become U+FFFD
  void number(std::uint64_t value);
  void number(double value, int significant_digits);  // finite
  void boolean(bool value);
  void null();

  // The same with a key in front.
  void field(std::string_view name, std::string_view value) { key(name), string(value); }
  void field(std::string_view name, std::uint64_t value) { key(name), number(value); }

 private:
  void open(char bracket);
  void close(char bracket);
  void separate();  // the comma, and the new line where the form has one
  void break_line();

  std::string& out_;
  bool indented_;
  int depth_ = 0;
  int leaf_depth_ = 0;       // above 0: inside of a leaf
  bool first_ = true;        // nothing stands yet in the innermost bracket
  bool after_key_ = false;
};

// Size of the UTF-8 sequence that `bytes` opens with; 0 where it is none (overlong, a surrogate, cut short). ASCII is not
// asked for.
std::size_t utf8_sequence_size(std::string_view bytes);

// Appends `bytes` with all that JSON wants escaped, without the quotation marks around it.
void append_escaped(std::string_view bytes, std::string& out);

}  // namespace wirecut
