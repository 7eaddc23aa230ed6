#include "structure/line_features.h"

#include <algorithm>

#include "structure/chars.h"
#include "structure/line_groups.h"
#include "structure/line_kinds.h"
#include "structure/outlets.h"

// Each of the first lines is looked at by itself (features_of), then once more beside its neighbours. A dateline beyond
// doubt ends the search: nothing else can be said of its line, and no line below it belongs to the head.
namespace wirecut {
namespace {

constexpr std::size_t kLines = 16;           // of the head that are looked at
constexpr std::uint32_t kLongestForm = 300;  // no form of a line is longer, in bytes
constexpr std::uint32_t kWidestWrap = 100;
constexpr std::uint32_t kMostWordsOfPlace = 5;
constexpr std::uint32_t kFullLine = 32;  // a shorter headline isn't wrapped for want of room

// Of a line with a dateline alone, if it has more than a few words.
constexpr ByteSet kPartingBytes(",|-/(0123456789\xE2");

// A headline's line that ends in one of these goes on in the next.
constexpr std::string_view kJoints[] = {
    "a",    "after", "against", "amid", "an",   "and", "as",  "at",  "before", "but",  "by",   "for",  "from", "in",
    "into", "is",    "its",     "no",   "not",  "of",  "on",  "or",  "over",   "says", "than", "that", "the",  "their",
    "to",   "under", "up",      "will", "with", "be",  "are", "his", "her",    "has",  "have", "&"};

std::string_view first_word(std::string_view line) {
  std::size_t end = 0;
  while (end < line.size() && blank_at(line, end) == 0) ++end;
  return line.substr(0, end);
}

std::string_view last_word(std::string_view line) { return line.substr(line.find_last_of(" \t") + 1); }

// "Floods Abate in Most of the North": four longer words in five have a capital.
bool is_title_case(std::string_view line) {
  constexpr std::size_t kLong = 4, kFewest = 3;
  std::size_t words = 0, capitals = 0;
  for (std::string_view rest = line; !rest.empty();) {
    const std::string_view word = first_word(rest);
    rest.remove_prefix(std::min(rest.size(), std::max<std::size_t>(word.size(), 1)));
    rest.remove_prefix(skip_blanks(rest, 0));
    const std::size_t letter = word.find_first_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
    if (letter == std::string_view::npos || word.size() - letter < kLong) continue;
    ++words;
    capitals += is_upper(word[letter]) ? 1 : 0;
  }
  return words >= kFewest && capitals * 5 >= words * 4;
}

// "Source: GNA" above a story, where no sentence has been yet.
bool is_source_line(std::string_view text, const Outline& outline, std::size_t i, const Lexicon& lexicon) {
  constexpr std::string_view kLabel = "Source:";
  const std::string_view line = words_of(text, outline.head[i]);
  return line.starts_with(kLabel) && (i == 0 || !ends_sentence(words_of(text, outline.head[i - 1]))) &&
         find_outlet(line.substr(kLabel.size()), lexicon);
}

// What stands behind the label of an archive's field.
void read_field(std::string_view text, const Lexicon& lexicon, LineFeatures& f) {
  if (f.field == Field::none || f.value_start >= f.span.end) return;
  const Span value{f.value_start, f.span.end};
  if (f.field == Field::byline) {
    f.byline = read_byline(text.substr(value.start, value.size()), lexicon);
    if (f.byline) f.byline->labelled = true;
  }
  if (f.field == Field::dateline) f.own_line_dateline = read_dateline_line(text, value, lexicon);
}

// A dateline beyond doubt, with the story behind it or nothing.
bool opens_story(const DatelineMatch& dateline, Span line, std::string_view text) {
  constexpr std::uint32_t kStory = 24;
  if (dateline.place_only || dateline.strength < kSureDateline || dateline.dateline.place.empty()) return false;
  if (dateline.body_start >= line.end) return true;
  const std::string_view story = text.substr(dateline.body_start, line.end - dateline.body_start);
  return story.size() >= kStory && story.find('|') == std::string_view::npos;
}

// ANPA's header lines stand between "^" and "<".
Line without_anpa_marks(std::string_view text, Line line) {
  if (text[line.span.start] != '^' || line.span.size() < 3) return line;
  ++line.span.start;
  if (text[line.span.end - 1] == '<') --line.span.end;
  return line;
}

// "*By Jane Roe*", "_By Jane Roe_", "**Ferry sinks**", "# Ferry sinks": what Markdown puts around a whole line.
Line without_markdown(std::string_view text, Line line) {
  const std::string_view words = words_of(text, line);
  const char mark = words[0];
  if (mark != '#' && mark != '*' && mark != '_') return line;
  const std::size_t marks = words.find_first_not_of(mark);
  if (marks == std::string_view::npos || marks > 6) return line;
  const std::string_view inner = words.substr(marks);
  if (mark == '#' && inner.size() > 1 && inner[0] == ' ' && upper_at(inner, 1)) {
    line.span.start += static_cast<std::uint32_t>(marks + 1);
  } else if (mark != '#' && letter_at(inner, 0) && inner.find(mark) + marks == inner.size() && inner.ends_with(mark)) {
    line.span.start += static_cast<std::uint32_t>(marks);
    line.span.end -= static_cast<std::uint32_t>(marks);
  }
  return line;
}

// "\u2022 JANE ROE": a paper's ornament before the byline, and no point of a summary, which would not stand alone.
Line without_ornament(std::string_view text, const Outline& outline, std::size_t i, Line line, const Lexicon& lexicon) {
  constexpr std::uint32_t kLongest = 60;
  constexpr std::string_view kBullet = "\u2022";
  const auto opens_with_bullet = [&](std::size_t at) {
    return at < outline.head.size() && text.substr(outline.head[at].span.start).starts_with(kBullet);
  };
  if (line.span.size() > kLongest || !opens_with_bullet(i) || opens_with_bullet(i + 1) ||
      (i > 0 && opens_with_bullet(i - 1)))
    return line;
  const std::string_view words = words_of(text, line);
  const std::size_t start = skip_blanks(words, kBullet.size());
  const auto byline = read_byline(words.substr(start), lexicon);
  if (byline && (byline->labelled || is_all_caps(words))) line.span.start += static_cast<std::uint32_t>(start);
  return line;
}

// "Georgia-Armenia-rail" above all else is a slug that has no form; "PORT-AU-PRINCE" further down is none.
void tell_slug_from_town(std::string_view words, bool heads_others, const Lexicon& lexicon, LineFeatures& f) {
  if (heads_others && f.kind == LineKind::none && !f.own_line_dateline && is_hyphened_slug(words, lexicon))
    f.kind = LineKind::header;
  if (!heads_others && f.kind == LineKind::header && f.own_line_dateline &&
      !f.own_line_dateline->dateline.country.empty())
    f.kind = LineKind::none;
}

// What the line's words look like, whatever they say; `words`: its first bytes.
void read_shape(std::string_view text, std::string_view words, const Lexicon& lexicon, LineFeatures& f) {
  f.words = 1;
  for (std::size_t at = 0; at < words.size(); ++at)
    if (blank_at(words, at) != 0 && skip_blanks(words, at) < words.size()) f.words += 1, at = skip_blanks(words, at);
  f.has_letters = false;
  for (std::size_t at = 0; at < words.size() && !f.has_letters; ++at)
    f.has_letters = letter_at(words, at) || is_high(words[at]);
  f.all_caps = is_all_caps(words);
  f.capital = !is_lower(words[0]);
  const std::string_view end = text.substr(f.span.end - std::min(f.size, 16u), std::min(f.size, 16u));
  const std::string_view last = trim(end);
  f.ends_sentence = ends_sentence(end);
  f.ends_stop =
      f.ends_sentence && last.find_last_of('.') != std::string_view::npos && last.find_last_of('.') + 4 >= last.size();
  f.ends_prose = f.ends_stop && !last.ends_with("..") && !last.ends_with("\u2026.") &&
                 lexicon.abbreviations.find_lower(last_word(last)).empty() && !is_title_case(words);
}

// What a line of no more than kLongestForm bytes is: a form, a field, an outlet's, a dateline's or a byline's own.
void read_kind(std::string_view text, std::string_view words, const Outline& outline, std::size_t i,
               const Lexicon& lexicon, LineFeatures& f) {
  f.kind = kind_of(words);
  f.is_path = f.kind == LineKind::kicker && (words.find(" > ") < words.size() || words.find("\u00bb") < words.size());
  for (const FieldForm& form : field_forms())
    if (words.size() >= form.label.size() && is_field_label(words, form, i == 0)) {
      f.field = form.field;
      f.value_start = f.span.start + static_cast<std::uint32_t>(skip_blanks(words, form.label.size()));
    }
  f.outlet_only = is_outlet_line(words, lexicon) || is_source_line(text, outline, i, lexicon);
  const bool parted = kPartingBytes.any_in(words);
  if (!f.outlet_only && (parted || f.words <= kMostWordsOfPlace))
    f.own_line_dateline = read_dateline_line(text, f.span, lexicon);
  tell_slug_from_town(words, i == 0 && i + 1 < outline.head.size(), lexicon, f);
  if (f.kind == LineKind::none || f.kind == LineKind::aside || f.kind == LineKind::kicker)
    f.byline = read_byline(words, lexicon);
  if (f.kind == LineKind::kicker && f.byline && (f.byline->authors.empty() || !f.byline->has_aside)) f.byline.reset();
  if (f.byline && (f.byline->labelled || !f.byline->authors.empty())) f.kind = LineKind::none;
  read_field(text, lexicon, f);
}

// Of a byline and a dateline found in one line, or a dateline and a kind, one is meant.
void choose_reading(std::string_view words, LineFeatures& f) {
  if (f.kind == LineKind::time) f.dateline.reset();
  if (f.kind == LineKind::bullet && f.dateline && words.starts_with("**")) f.kind = LineKind::none;  // "**OSLO** - ..."
  const bool names = f.byline && !f.byline->authors.empty() && f.byline->has_aside;
  // "03 MAY 2019 - 05:12 JANE ROE": the day is that of the page.
  if (names && f.dateline && f.dateline->dateline.place.empty() && f.dateline->dateline.agency.empty())
    f.dateline.reset();
  if (names && f.own_line_dateline && f.own_line_dateline->dateline.country.empty()) f.own_line_dateline.reset();
  // "Jane Roe | Dawn": a place of that name is not known.
  if (names && f.dateline && f.dateline->dateline.country.empty() && !f.dateline->dateline.date) f.dateline.reset();
  if (f.dateline && f.byline && !f.byline->labelled) f.byline.reset();
}

LineFeatures features_of(std::string_view text, const Outline& outline, std::size_t i, const Lexicon& lexicon) {
  const Line plain = without_markdown(text, without_anpa_marks(text, outline.head[i]));
  const Line line = without_ornament(text, outline, i, plain, lexicon);
  LineFeatures f;
  f.span = line.span;
  f.size = line.span.size();
  const std::string_view words = first_bytes(words_of(text, line), kLongestForm + 100);
  read_shape(text, words, lexicon, f);
  f.gap_before = i == 0 || line.blanks_before > 0;
  f.gap_behind = i + 1 == outline.head.size() || outline.head[i + 1].blanks_before > 0;
  f.indented = line.indent >= outline.min_indent + 2;
  std::uint32_t window_end = line.span.end;  // a dateline may be wrapped
  if (!f.gap_behind && f.size >= 50 && f.size <= kWidestWrap) window_end = outline.head[i + 1].span.end;
  f.dateline = read_dateline(text, line.span.start, window_end, lexicon);
  if (f.dateline && opens_story(*f.dateline, line.span, text)) return f;  // nothing else can be said of it
  if (f.size <= kLongestForm) read_kind(text, words, outline, i, lexicon, f);
  choose_reading(words, f);
  return f;
}

// The block of lines without a gap that line `i` stands in, from there on.
struct Block {
  std::size_t end = 0;
  std::uint32_t width = 0;
};

Block block_from(const std::vector<LineFeatures>& lines, std::size_t i) {
  Block block{i, 0};
  do block.width = std::max(block.width, lines[block.end].size);
  while (!lines[block.end++].gap_behind && block.end < lines.size() && !lines[block.end].indented);
  return block;
}

bool goes_on_after(const LineFeatures& before, const LineFeatures& here, std::string_view text) {
  const std::string_view above = text.substr(before.span.start, before.size);
  const std::string_view words = text.substr(here.span.start, here.size);
  if (here.gap_before || before.size < 20 || before.size > kWidestWrap) return false;
  if (is_lower(words[0]) || above.ends_with(',')) return true;
  if (before.size >= kFullLine && is_one_of(kJoints, last_word(above))) return true;
  return before.all_caps && here.all_caps && before.words >= 4 && here.gap_behind;
}

}  // namespace

std::vector<LineFeatures> line_features(std::string_view text, const Outline& outline, const Lexicon& lexicon) {
  std::vector<LineFeatures> lines;
  lines.reserve(4);       // mostly enough
  std::size_t prose = 0;  // lines in a row that can only be the story's
  for (std::size_t i = 0; i < outline.head.size() && i < kLines && prose < 2; ++i) {
    lines.push_back(features_of(text, outline, i, lexicon));
    const LineFeatures& f = lines.back();
    if (f.dateline && !f.dateline->place_only && f.dateline->strength >= kSureDateline) break;
    prose = f.size > 120 && f.ends_sentence && f.kind == LineKind::none && !f.dateline ? prose + 1 : 0;
  }
  if (lines.empty()) return lines;
  mark_turns(text, outline, lines);
  mark_mail(text, lines);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    LineFeatures& f = lines[i];
    if (i > 0) {
      const LineFeatures& above = lines[i - 1];
      const std::string_view label = text.substr(above.span.start, above.size);
      if (above.kind == LineKind::header && announces_issuer(label) && f.size <= kLongestForm) {
        f.kind = LineKind::header;
        f.byline.reset();
      }
      f.after_byline = above.byline || (above.after_byline && (above.kind == LineKind::aside || above.outlet_only));
      f.continues = goes_on_after(above, f, text);
    }
    f.opens_table = opens_table(lines, i, text);
    if (f.gap_behind || i + 1 >= lines.size() || lines[i + 1].indented || f.ends_sentence || f.size < 30) continue;
    const Block block = block_from(lines, i);
    const std::string_view next = text.substr(lines[i + 1].span.start, lines[i + 1].size);
    const bool prose_block =
        lines[block.end - 1].ends_sentence || block.end == lines.size() || (block.end >= i + 3 && is_lower(next[0]));
    f.wraps_on = block.width <= kWidestWrap && prose_block &&
                 (is_lower(next[0]) || f.size + 1 + first_word(next).size() > block.width);
  }
  return lines;
}

}  // namespace wirecut
