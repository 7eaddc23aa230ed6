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
  while (end < text.size() && is_continuation(text[end])) ++end;
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
    : text_(text.substr(0, end)), at_(start), stars_(start > 0 && text[start - 1] == '*' && letter_at(text, start)) {
  skip_space();
}

bool DatelineTokens::skip_space() const {
  const std::size_t before = at_;
  while (at_ < text_.size()) {
    const bool star = stars_ && text_[at_] == '*';
    const std::size_t length = star ? 1 : blank_at(text_, at_) + newline_at(text_, at_);
    if (length == 0) break;
    at_ += length;
  }
  return at_ > before;
}

void DatelineTokens::cut() const {
  DatelineToken& token = tokens_[size_];
  const bool blank_before = size_ == 0 || tokens_[size_ - 1].blank_after;
  const auto start = static_cast<std::uint32_t>(at_);
  if (++size_ == kCapacity || at_ >= text_.size()) {
    token = {Piece::end, start, start, blank_before, true};
    complete_ = true;
    return;
  }
  token = {piece_at(), start, start, blank_before, false};
  token.end = static_cast<std::uint32_t>(at_);
  token.blank_after = skip_space();
}

// The piece that begins at `at_`, which moves behind it.
Piece DatelineTokens::piece_at() const {
  if (dash_at(text_, at_) != 0) {
    while (const std::size_t length = dash_at(text_, at_)) at_ += length;
    return Piece::dash;
  }
  if (letter_at(text_, at_) || (apostrophe_at(text_, at_) != 0 && letter_at(text_, at_ + apostrophe_at(text_, at_)))) {
    if (!letter_at(text_, at_)) at_ += apostrophe_at(text_, at_);
    at_ = word_end(text_, at_);
    return Piece::word;
  }
  if (is_digit(text_[at_])) {
    while (at_ < text_.size() && (is_digit(text_[at_]) || is_letter(text_[at_]))) ++at_;
    return Piece::number;
  }
  Piece piece = text_[at_] == '&' ? Piece::word : Piece::other;
  if (text_.substr(at_).starts_with("\u2022")) piece = Piece::colon;  // "ST. LOUIS \u2022 The ...": no less, no more
  for (const Mark& mark : kMarks)
    if (mark.character == text_[at_]) piece = mark.piece;
  at_ += code_point_length(text_, at_);
  return piece;
}

std::size_t DatelineTokens::at_byte(std::size_t byte) const {
  std::size_t i = 0;
  while ((*this)[i].piece != Piece::end && tokens_[i].start < byte) ++i;
  return i;
}

}  // namespace wirecut
