// Two passes over a paragraph: collect all bytes that may be marks, with what stands on either side; then pair them
// from left to right. Marks that say which side they are on (curly, angled, low) are believed; straight ones go by what
// is open and by their neighbours. Two openings in a row are a forgotten close (the paragraph is resynchronised there),
// unless two closings follow, which makes the second one nested. Single marks count only while no double mark is open:
// inside one they are nested quotations or apostrophes, and both belong to the outer stretch.

#include "quotes/marks.h"

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <string_view>

#include "lexicon/mark_entities.h"
#include "quotes/unclosed.h"

namespace wirecut {
namespace {

bool is_letter_or_digit(unsigned char c) { return std::isalnum(c) != 0 || c >= 0x80; }

// A byte of the text around a mark; a space stands beyond the paragraph. The bytes of dashes, ellipses and marks that
// are not ASCII are told from letters by their first two.
struct Neighbours {
  char before = ' ';  // the last byte before; '-' for a dash, '"' for another mark
  char after = ' ';
  bool word_before = false;
  bool word_after = false;
};

bool is_general_punctuation(std::string_view text, std::size_t at) {
  return at + 1 < text.size() && text[at] == '\xE2' && text[at + 1] == '\x80';
}

Neighbours look_around(std::string_view text, Span paragraph, Span mark) {
  Neighbours around;
  if (mark.start > paragraph.start) {
    around.before = text[mark.start - 1];
    const auto byte = static_cast<unsigned char>(around.before);
    const bool wide = mark.start >= paragraph.start + 3 && is_general_punctuation(text, mark.start - 3);
    if (wide)
      around.before = byte >= 0x93 && byte <= 0x95   ? '-'
                      : byte >= 0x98 && byte <= 0x9F ? '"'
                      : byte <= 0x8F                 ? ' '
                                                     : '.';
    if (mark.start >= paragraph.start + 2 && text[mark.start - 2] == '\xC2' && byte == 0xA0) around.before = ' ';
    around.word_before = !wide && around.before != ' ' && is_letter_or_digit(byte);
  }
  if (mark.end < paragraph.end) {
    around.after = text[mark.end];
    const auto byte = static_cast<unsigned char>(around.after);
    const bool wide = is_general_punctuation(text, mark.end);
    if (wide) {
      const auto third = mark.end + 2 < paragraph.end ? static_cast<unsigned char>(text[mark.end + 2]) : 0;
      around.after = third >= 0x93 && third <= 0x95   ? '-'
                     : third >= 0x98 && third <= 0x9F ? '"'
                     : third <= 0x8F                  ? ' '
                                                      : '.';
    }
    if (byte == 0xC2 && mark.end + 1 < paragraph.end && text[mark.end + 1] == '\xA0') around.after = ' ';
    around.word_after = !wide && around.after != ' ' && is_letter_or_digit(byte);
  }
  return around;
}

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

bool opens_by_neighbours(const Neighbours& around) {
  constexpr std::string_view kBeforeOpening = "([{-/:\"'.";
  return !is_space(around.after) &&
         (is_space(around.before) || kBeforeOpening.find(around.before) != std::string_view::npos);
}

// Words that an apostrophe opens: "rock 'n' roll", "'em", "the '90s".
bool is_elision(std::string_view text, std::size_t at) {
  constexpr std::string_view kElided[] = {"em",    "til",  "till",  "tis",    "twas", "cause", "n",
                                          "round", "bout", "neath", "nother", "ere",  "s",     "t",
                                          "re",    "ve",   "ll",    "d",      "m"};
  std::size_t end = at;
  while (end < text.size() && end < at + 8 && std::isalnum(static_cast<unsigned char>(text[end])) != 0) ++end;
  const std::string_view word = text.substr(at, end - at);
  if (word.size() >= 2 && word.size() <= 4 && std::isdigit(static_cast<unsigned char>(word[0])) != 0 &&
      std::isdigit(static_cast<unsigned char>(word[1])) != 0)
    return word.size() == 2 || word.back() == 's';
  for (std::string_view elided : kElided) {
    if (word.size() != elided.size()) continue;
    bool same = true;
    for (std::size_t i = 0; i < word.size(); ++i)
      same = same && std::tolower(static_cast<unsigned char>(word[i])) == elided[i];
    if (same) return true;
  }
  return false;
}

// A number in inches or feet, 6'2" or 12": a digit before, and no opening side.
bool is_measure(std::string_view text, const Mark& mark, const Neighbours& around) {
  if (!around.word_before || std::isdigit(static_cast<unsigned char>(around.before)) == 0) return false;
  if (around.word_after && std::isdigit(static_cast<unsigned char>(around.after)) == 0) return false;
  std::size_t at = mark.span.start;
  while (at > 0 && std::isdigit(static_cast<unsigned char>(text[at - 1])) != 0) --at;
  return mark.family == Mark::Family::single || (at > 0 && text[at - 1] == '\'') ||
         (at >= 3 && text.substr(at - 3, 3) == "\xE2\x80\x99");
}

// Reads the mark that begins at `at`, if any: its size in bytes and family; sides by shape where the shape tells.
bool read_mark(std::string_view text, std::size_t at, std::size_t end, Mark& mark) {
  const auto set = [&](std::uint32_t size, Mark::Family family, bool opens, bool closes) {
    mark = {{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at) + size}, family, opens, closes};
    return true;
  };
  const char c = text[at];
  if (c == '"') return set(1, Mark::Family::straight, true, true);
  if (c == '\'' || c == '`') {
    if (at + 1 < end && text[at + 1] == c) return set(2, Mark::Family::two_singles, true, c == '\'');
    return set(1, Mark::Family::single, true, c == '\'');
  }
  if (c == '&') {
    const MarkEntity entity = mark_entity_at(text.substr(0, end), at);
    if (entity.spelling.empty()) return false;
    const Mark::Family family = entity.side == '"' ? Mark::Family::straight : Mark::Family::curly;
    return set(static_cast<std::uint32_t>(entity.spelling.size()), family, entity.side != ')', entity.side != '(');
  }
  if (c == '\xC2' && at + 1 < end) {
    if (text[at + 1] == '\xAB') return set(2, Mark::Family::guillemet, true, false);
    if (text[at + 1] == '\xBB') return set(2, Mark::Family::guillemet, false, true);
    return false;
  }
  if (c != '\xE2' || at + 2 >= end || text[at + 1] != '\x80') return false;
  // “They ran,’’ he said: two single marks for a double one.
  const std::string_view one = text.substr(at, 3);
  const bool is_double = at + 6 <= end && text.substr(at + 3, 3) == one;
  switch (static_cast<unsigned char>(text[at + 2])) {
    case 0x98:
      return is_double ? set(6, Mark::Family::curly, true, false) : set(3, Mark::Family::single, true, false);
    case 0x99:
      return is_double ? set(6, Mark::Family::curly, false, true) : set(3, Mark::Family::single, false, true);
    case 0x9C:
      return set(3, Mark::Family::curly, true, false);
    case 0x9D:
      return set(3, Mark::Family::curly, false, true);
    case 0x9E:
      return set(3, Mark::Family::low, true, false);
    default:
      return false;
  }
}

// The first byte from `at` on that a mark may begin with; `end` where there is none.
std::size_t find_candidate(std::string_view text, std::size_t at, std::size_t end) {
  using Bytes = std::uint8_t __attribute__((vector_size(16)));
  for (; at + sizeof(Bytes) <= end; at += sizeof(Bytes)) {
    Bytes bytes;
    std::memcpy(&bytes, text.data() + at, sizeof bytes);
    const auto may_be =
        (bytes == '"') | (bytes == '\'') | (bytes == '`') | (bytes == '&') | (bytes == 0xE2) | (bytes == 0xC2);
    std::uint64_t halves[2];
    std::memcpy(halves, &may_be, sizeof halves);
    if ((halves[0] | halves[1]) != 0) break;
  }
  constexpr std::string_view kFirstBytes = "\"'`&\xE2\xC2";
  while (at < end && kFirstBytes.find(text[at]) == std::string_view::npos) ++at;
  return at;
}

void collect_marks(std::string_view text, Span paragraph, std::vector<Mark>& marks) {
  marks.clear();
  for (std::size_t at = paragraph.start; (at = find_candidate(text, at, paragraph.end)) < paragraph.end;) {
    Mark mark;
    if (!read_mark(text, at++, paragraph.end, mark)) continue;
    at = mark.span.end;
    const Neighbours around = look_around(text, paragraph, mark.span);
    if (mark.family == Mark::Family::single) {
      // A right single mark may open where the left one was mistyped: ’Yes,’ he said.
      mark.can_open = opens_by_neighbours(around) && !is_elision(text.substr(0, paragraph.end), mark.span.end);
      mark.can_close = mark.can_close && !around.word_after && !is_space(around.before);
    } else if (mark.family == Mark::Family::straight || mark.family == Mark::Family::two_singles) {
      if (is_measure(text, mark, around)) continue;
      // `"Yes", she said`: a mark behind a letter and before anything but a letter never opens.
      mark.can_open = mark.can_open && !(around.word_before && !around.word_after) &&
                      !(is_space(around.after) && !is_space(around.before));
      mark.can_close = mark.can_close && !(is_space(around.before) && around.word_after);
    }
    if (mark.can_open || mark.can_close) marks.push_back(mark);
  }
}

// Where the single mark at `open` closes: the first close that isn't a plural's genitive, else the last of those.
std::size_t find_single_close(std::string_view text, const std::vector<Mark>& marks, std::size_t open) {
  constexpr std::size_t kFarthest = 64;  // marks looked at, so that a text of nothing but marks stays linear
  std::size_t candidate = 0;
  for (std::size_t i = open + 1; i < marks.size() && i < open + kFarthest; ++i) {
    if (marks[i].family != Mark::Family::single) continue;
    if (!marks[i].can_close) {
      if (candidate != 0 && marks[i].can_open) break;
      continue;
    }
    const char before = text[marks[i].span.start - 1];
    if (before != 's' && before != 'S') return i;
    if (candidate == 0) candidate = i;
  }
  return candidate;
}

// An opening inside an open stretch is nested where the next two double marks both close.
bool opens_nested(const std::vector<Mark>& marks, std::size_t at) {
  int closes = 0;
  for (std::size_t i = at + 1; i < marks.size(); ++i) {
    if (marks[i].family == Mark::Family::single) continue;
    if (!marks[i].can_close || marks[i].family != marks[at].family) return false;
    if (++closes == 2) return true;
  }
  return false;
}

// How the next paragraph begins, where that is with a single mark and a capital: words that such a mark opens, and none
// closes, go on there, as the house styles that quote so have them. Empty where it doesn't.
std::string_view single_mark_of_next(std::string_view text, Span paragraph) {
  const std::size_t next = text.find_first_not_of(" \t\r\n", paragraph.end);
  Mark mark;
  if (next == std::string_view::npos || !read_mark(text, next, text.size(), mark) ||
      mark.family != Mark::Family::single || mark.span.end >= text.size() ||
      std::isupper(static_cast<unsigned char>(text[mark.span.end])) == 0)
    return {};
  return text.substr(mark.span.start, mark.span.size());
}

// Does the next paragraph open with words that its first double mark can but close?
bool closes_in_next(std::string_view text, Span paragraph, Mark::Family family) {
  constexpr std::size_t kMostBytes = 2000;  // the time stays linear in the text
  const std::size_t next = text.find_first_not_of(" \t\r\n", paragraph.end);
  if (next == std::string_view::npos) return false;
  const std::size_t end = std::min({text.find('\n', next), text.size(), next + kMostBytes});
  std::vector<Mark> marks;
  collect_marks(text, {static_cast<std::uint32_t>(next), static_cast<std::uint32_t>(end)}, marks);
  const auto first =
      std::find_if(marks.begin(), marks.end(), [](const Mark& mark) { return mark.family != Mark::Family::single; });
  return first != marks.end() && !first->can_open && first->family == family;
}

// What the paragraph before has left open, where the first double mark of this one can but close: a quotation over both
// that the second doesn't open anew; or where this one has none, and that of the next can but close. `into` holds the
// stretches before.
std::optional<Mark> open_from_before(std::string_view text, Span paragraph, const std::vector<Mark>& marks,
                                     const std::vector<MarkedStretch>& into) {
  constexpr std::uint32_t kWidestGap = 64;  // blanks between the two; the time stays linear in the paragraph
  if (into.empty() || into.back().closed) return std::nullopt;
  const Span before = into.back().outer;
  if (paragraph.start > before.end + kWidestGap) return std::nullopt;
  if (text.substr(0, paragraph.start).find_first_not_of(" \t\r\n", before.end) != std::string_view::npos)
    return std::nullopt;
  const auto first =
      std::find_if(marks.begin(), marks.end(), [](const Mark& mark) { return mark.family != Mark::Family::single; });
  Mark opening;
  const bool is_carried = into.back().inner.start == before.start;  // from the paragraph before that
  if (is_carried && first != marks.end()) opening.family = first->family;
  if (!is_carried && !read_mark(text, before.start, before.end, opening)) return std::nullopt;
  const bool is_closed =
      first != marks.end() && !first->can_open && first->can_close && opening.family == first->family;
  if (!is_closed && !(first == marks.end() && closes_in_next(text, paragraph, opening.family))) return std::nullopt;
  opening.span = {paragraph.start, paragraph.start};
  return opening;
}

}  // namespace

void find_marked(std::string_view text, Span paragraph, std::vector<Mark>& marks, std::vector<MarkedStretch>& into) {
  collect_marks(text, paragraph, marks);
  const std::size_t first = into.size();
  const std::optional<Mark> carried = open_from_before(text, paragraph, marks, into);
  const Mark* open = carried ? &*carried : nullptr;
  const auto emit = [&](Span closing, bool closed) {
    if (closing.start > open->span.end)
      into.push_back({{open->span.start, closing.end}, {open->span.end, closing.start}, closed});
    open = nullptr;
  };
  std::optional<std::string_view> next;  // looked up for the first mark that asks for it
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const Mark& mark = marks[i];
    if (mark.family == Mark::Family::single) {
      if (open != nullptr || !mark.can_open) continue;
      const std::size_t close = find_single_close(text, marks, i);
      if (close == 0) {
        if (!next) next = single_mark_of_next(text, paragraph);
        if (next->empty() || *next != text.substr(mark.span.start, mark.span.size())) continue;
        open = &mark;
        break;  // all that follows is inside, double marks too
      }
      open = &mark;
      emit(marks[close].span, true);
      i = close;
    } else if (open == nullptr) {
      if (mark.can_open) open = &mark;
    } else if (mark.can_close || (open->family == Mark::Family::low && mark.family == Mark::Family::curly)) {
      emit(mark.span, true);
    } else if (opens_nested(marks, i)) {
      ++i;  // past the opening; its close is the next double mark
      while (i < marks.size() && marks[i].family == Mark::Family::single) ++i;
    } else {
      emit({mark.span.start, mark.span.start}, false);
      open = &mark;
    }
  }
  if (open != nullptr) emit({paragraph.end, paragraph.end}, false);
  close_at_tags(text, std::span(into).subspan(first));
}

}  // namespace wirecut
