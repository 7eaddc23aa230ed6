#include "structure/key.h"

#include "structure/chars.h"

namespace wirecut {

Key::Key(std::string_view words, Of what) {
  for (std::size_t i = 0; i < words.size() && size_ <= kLongest;) {
    const char c = words[i];
    if (is_letter(c) || is_digit(c)) {  // nearly all
      add(to_lower(c));
      ++i;
      continue;
    }
    const bool mark = what == Of::outlet && (c == '.' || c == ',' || c == '/');
    if (const std::size_t blank = blank_at(words, i) + newline_at(words, i)) {
      part();
      i += blank;
    } else if (mark) {
      if (c == '/') part();
      ++i;
    } else if (words.substr(i).starts_with("\u2019")) {
      add('\'');
      i += 3;
    } else {
      // "À" to "Þ" are C3 80 to C3 9E, their lower case stands 0x20 higher.
      const auto byte = static_cast<unsigned char>(c);
      const bool latin_capital = byte >= 0x80 && byte <= 0x9e && byte != 0x97 && i > 0 && words[i - 1] == '\xc3';
      add(latin_capital ? static_cast<char>(byte + 0x20) : c);
      ++i;
    }
  }
  if (size_ > 0 && size_ <= kLongest && bytes_[size_ - 1] == ' ') --size_;
}

std::string_view Key::with_stop() {
  if (size_ >= kLongest) return {};
  bytes_[size_] = '.';
  return {bytes_.data(), size_ + 1};
}

}  // namespace wirecut
