// The key under which a table of the lexicon knows the words of a text.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace wirecut {

// Lower case (as far as Latin-1), straight apostrophes, one space between words, in memory of its own. Empty for words
// that are longer than any key. In names of outlets full stops, commas and slashes don't count ("A.P." is "ap"), in
// those of places they do ("Ill.").
class Key {
 public:
  enum class Of { outlet, place };

  Key(std::string_view words, Of what);

  std::string_view text() const { return {bytes_.data(), size_ > kLongest ? 0 : size_}; }

  // With a full stop behind it: "Ill" for "Ill.".
  std::string_view with_stop();

  // Without "the" in front.
  std::string_view without_article() const {
    const std::string_view whole = text();
    return whole.starts_with("the ") ? whole.substr(4) : whole;
  }

  static constexpr std::size_t kLongest = 80;

 private:
  void add(char c) {
    if (size_ < kLongest) bytes_[size_] = c;
    ++size_;
  }
  void part() {
    if (size_ > 0 && size_ <= kLongest && bytes_[size_ - 1] != ' ') add(' ');
  }

  std::array<char, kLongest + 1> bytes_;
  std::size_t size_ = 0;
};

}  // namespace wirecut
