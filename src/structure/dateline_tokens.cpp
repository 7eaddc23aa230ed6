#include "structure/dateline_tokens.h"

#include "structure/chars.h"

namespace wirecut {
namespace {

struct Mark {
  char character;
  Piece piece;
};

constexpr Mark kMarks[] = {
    {',', Piece::comma}, {'.', Piece::stop},  {'/', Piece::slash}, {'(', Piece::open},       {'[', Piece::open},
    {')', Piece::close}, {']', Piece::close}, {':', Piece::colon}, {'_', Piece::underscore}, {'|', Piece::bar},
};

// The length of an apostrophe at `at`, or 0.
std::size_t apostrophe_at(std::string_view text, std::size_t at) {
  if (at < text.size() && (text[at] == '\'' || text[at] == '`')) return 1;
  return text.substr(std::min(at, text.size())).starts_with("\u2019") ? 3 : 0;
}

std::size_t code_point_length(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
  return end - at;
}

// The hyphen at `at` is a dash: "GNA-The minister". Capitals stand before it from `start` on, and none follow the
// first.
bool opens_story(std::string_view text, std::size_t start, std::size_t at) {
  if (at - start < 3 || at + 2 >= text.size() || !is_upper(text[at + 1]) || !is_lower(text[at + 2])) return false;
  return is_all_caps(text.substr(start, at - start));
}

// Behind the word that begins at `at`: letters, and single hyphens, apostrophes and full stops between letters.
std::size_t word_end(std::string_view text, std::size_t at) {
  const std::size_t start = at;
  while (at < text.size()) {
    if (letter_at(text, at)) {
      at += code_point_length(text, at);
      continue;
    }
    std::size_t joint = apostrophe_at(text, at);
    if (joint == 0 && text[at] == '.') joint = 1;
    if (joint == 0 && text[at] == '-' && !opens_story(text, start, at)) joint = 1;
    if (joint == 0 || !letter_at(text, at + joint)) break;
    at += joint;
  }
  return at;
}

}  // namespace

DatelineTokens::DatelineTokens(std::string_view text, std::uint32_t start, std::uint32_t end)
    : text_(text.substr(0, end)) {
  std::size_t at = start;
  bool blank = false;
  while (size_ + 1 < kCapacity) {
    const std::size_t before = at;
    while (const std::size_t length = blank_at(text_, at) + newline_at(text_, at)) at += length;
    blank = at > before || at == start;
    if (size_ > 0) tokens_[size_ - 1].blank_after = blank;
    if (at >= text_.size()) break;
    DatelineToken& token = tokens_[size_++];
    token.start = static_cast<std::uint32_t>(at);
    token.blank_before = blank;
    if (letter_at(text_, at) || (apostrophe_at(text_, at) != 0 && letter_at(text_, at + apostrophe_at(text_, at)))) {
      token.piece = Piece::word;
      if (!letter_at(text_, at)) at += apostrophe_at(text_, at);
      at = word_end(text_, at);
    } else if (is_digit(text_[at])) {
      token.piece = Piece::number;
      while (at < text_.size() && (is_digit(text_[at]) || is_letter(text_[at]))) ++at;
    } else if (dash_at(text_, at) != 0) {
      token.piece = Piece::dash;
      while (const std::size_t length = dash_at(text_, at)) at += length;
    } else {
      token.piece = text_[at] == '&' ? Piece::word : Piece::other;
      for (const Mark& mark : kMarks)
        if (mark.character == text_[at]) token.piece = mark.piece;
      at += code_point_length(text_, at);
    }
    token.end = static_cast<std::uint32_t>(at);
  }
  tokens_[size_++] = {Piece::end, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at), blank, true};
}

std::size_t DatelineTokens::at_byte(std::size_t byte) const {
  std::size_t i = 0;
  while (i + 1 < size_ && tokens_[i].start < byte) ++i;
  return i;
}

}  // namespace wirecut
