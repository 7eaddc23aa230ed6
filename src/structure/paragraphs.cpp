#include "structure/paragraphs.h"

#include <algorithm>
#include <utility>

#include "structure/chars.h"
#include "structure/forms.h"
#include "structure/lines.h"

// A first pass decides for the whole body whether its lines are wrapped by hand, from those lines that another one
// follows without a gap: wrapped lines are short and break in the middle of sentences. The second pass cuts.
namespace wirecut {
namespace {

constexpr std::size_t kEnoughLines = 60;    // to tell
constexpr std::uint32_t kWidestWrap = 100;  // bytes; teletype lines have 64 to 72 columns, mail 76 to 80

bool indented(const Line& line, std::uint32_t min_indent) { return line.indent >= min_indent + 2; }

bool is_wrapped(std::string_view text, Span body, std::uint32_t min_indent) {
  LineReader reader(text, body.start, body.end);
  std::size_t followed = 0, sentences = 0, wide = 0;
  Line line, before;
  bool first = true;
  for (; followed < kEnoughLines && reader.next(line); before = line, first = false) {
    if (first || line.blanks_before > 0 || indented(line, min_indent)) continue;
    ++followed;
    wide += before.span.size() > kWidestWrap ? 1 : 0;
    const std::string_view words = words_of(text, before);
    sentences += ends_sentence(words) || words.ends_with(':') ? 1 : 0;
  }
  return followed > 0 && sentences * 10 < followed * 6 && wide * 20 < followed;
}

// What a web page has put between two paragraphs: a break, "Advertisement", "Read more: ...", a picture's caption.
bool is_furniture(std::string_view words) {
  constexpr std::size_t kLongest = 300;
  if (words.size() > kLongest) return false;
  if (words.starts_with('<'))
    return is_one_of({"<br>", "<br/>", "<br />", "<p>", "</p>", "<hr>", "<hr/>", "<hr />"}, words);
  const auto match = match_any(body_forms(), words);
  return match && (match->form->guard != FormGuard::no_sentence || !ends_sentence(words));
}

}  // namespace

std::vector<Span> find_paragraphs(std::string_view text, Span body, std::uint32_t min_indent) {
  std::vector<Span> paragraphs;
  const bool wrapped = is_wrapped(text, body, min_indent);
  LineReader reader(text, body.start, body.end);
  bool behind_furniture = true;  // or nothing
  for (Line line; reader.next(line);) {
    const bool is_apart = line.blanks_before > 0 || !wrapped;
    if (is_apart && is_furniture(words_of(text, line))) {
      behind_furniture = true;
      continue;
    }
    const bool opens =
        std::exchange(behind_furniture, false) || !wrapped || line.blanks_before > 0 || indented(line, min_indent);
    if (opens)
      paragraphs.push_back(line.span);
    else
      paragraphs.back().end = line.span.end;
  }
  if (paragraphs.empty() && !body.empty()) paragraphs.push_back(body);  // nothing else to show
  return paragraphs;
}

}  // namespace wirecut
