// The pieces of a dateline: words, figures and marks with their positions.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace wirecut {

enum class Piece : std::uint8_t {
  word,
  number,
  comma,
  stop,
  slash,
  open,
  close,
  dash,
  colon,
  underscore,
  bar,
  other,
  end,
};

struct DatelineToken {
  Piece piece = Piece::end;
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  bool blank_before = false;
  bool blank_after = false;
};

// Cuts text[start, end) into at most kCapacity pieces as they are asked for; the last one is Piece::end. A word keeps
// its inner hyphens, apostrophes and full stops ("Port-au-Prince", "N.Y"), a run of dashes is one piece, "&" is a word.
class DatelineTokens {
 public:
  static constexpr std::size_t kCapacity = 64;

  DatelineTokens(std::string_view text, std::uint32_t start, std::uint32_t end);

  const DatelineToken& operator[](std::size_t i) const {
    while (i >= size_ && !complete_) cut();
    return tokens_[i < size_ ? i : size_ - 1];
  }
  std::string_view words(std::size_t i) const {
    return text_.substr((*this)[i].start, (*this)[i].end - (*this)[i].start);
  }
  // The piece that begins at or behind a byte.
  std::size_t at_byte(std::size_t byte) const;

 private:
  void cut() const;  // the next piece
  Piece piece_at() const;
  bool skip_space() const;

  std::string_view text_;
  mutable std::array<DatelineToken, kCapacity> tokens_;  // of which the first `size_` are cut
  mutable std::size_t size_ = 0, at_ = 0;
  mutable bool complete_ = false;
  bool stars_ = false;  // the asterisks of "**OSLO** - The ..." are no pieces
};

}  // namespace wirecut
