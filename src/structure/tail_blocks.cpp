#include "structure/tail_blocks.h"

#include <algorithm>

#include "structure/chars.h"
#include "structure/forms.h"
#include "structure/signatures.h"

// No line of such a block says by itself that it is none of the story's: the lines around it do, a gap, the credits
// above, an address among them. All that these look for is short; a longer line is a paragraph.
namespace wirecut {
namespace {

// Whatever stands behind a line of this wording is none of the story's either.
bool ends_story(std::string_view line) {
  if (line.size() > kLongestTailForm) return false;
  const auto match = match_any(tail_forms(), line);
  return match && match->form->kind == LineKind::note && !ends_sentence(line);
}

// Of lines behind a story; a bare mark would be any line.
bool has_known_wording(std::string_view line) {
  if (line.size() > kLongestTailForm) return false;
  const auto match = match_any(tail_forms(), line);
  return match && match->form->kind != LineKind::mark;
}

// A heading of a list by its wording ("Most read"), or by the name in it ("More from Jane:").
bool is_heading_of_titles(std::string_view line) {
  if (line.starts_with("More from ") && line.ends_with(':')) return true;
  FormSearch forms(tail_forms(), line);
  while (const auto match = forms.next())
    if (match->form->guard == FormGuard::titles_below) return true;
  return false;
}

// "Kind regards", "Best, Jane", "Thanks!"
bool is_sign_off(std::string_view line) {
  constexpr std::size_t kLongestName = 30;
  for (std::string_view words :
       {"best", "best wishes", "best regards", "kind regards", "warm regards", "regards", "thanks", "many thanks",
        "thank you", "cheers", "sincerely", "yours sincerely", "yours faithfully", "yours truly", "yours"}) {
    if (!same_ignoring_case(line.substr(0, words.size()), words)) continue;
    const std::string_view rest = line.substr(words.size());
    if (rest.empty() || ((rest == "," || rest == "!") && words != "yours")) return true;
    const std::string_view name = trim(rest.substr(1));
    if (rest[0] == ',' && name.size() <= kLongestName && upper_at(name, 0) && !ends_sentence(name)) return true;
  }
  return false;
}

}  // namespace

bool pass_unknown_lines(std::string_view text, const std::vector<Line>& lines, std::uint32_t body_start,
                        std::size_t& past) {
  constexpr std::size_t kMostLines = 3;
  constexpr std::uint32_t kLongest = 80;
  if (past < 2 || lines[past - 1].span.start <= body_start || lines[past - 1].span.size() > kLongest) return false;
  for (std::size_t i = past - 1; i-- > 1 && past - i <= kMostLines + 1;) {
    if (lines[i].span.start <= body_start || lines[i].span.size() > kLongestTailForm) return false;
    const auto match = match_any(tail_forms(), words_of(text, lines[i]));
    const bool is_last_line =
        match && (match->form->kind == LineKind::copyright || match->form->guard == FormGuard::ends_credits);
    if (is_last_line) return past = i + 1, true;
    if (lines[i].span.size() > kLongest) return false;
  }
  return false;
}

bool pass_contact(std::string_view text, const std::vector<Line>& lines, std::uint32_t body_start, std::size_t& past) {
  constexpr std::size_t kMostLines = 8;
  constexpr std::uint32_t kLongest = 60, kLongestName = 40;
  bool has_address = false;
  for (std::size_t i = past; i-- > 1 && past - i <= kMostLines && lines[i].span.start > body_start;) {
    const std::string_view line = words_of(text, lines[i]);
    if (line.size() > kLongest || ends_sentence(line)) return false;
    has_address |= is_bare_address(line);
    if (lines[i].blanks_before == 0) continue;
    const bool opens_with_name = line.size() <= kLongestName && upper_at(line, 0) && line.find(':') > kLongestName &&
                                 std::none_of(line.begin(), line.end(), is_digit);
    return has_address && opens_with_name && past - i >= 2 ? (past = i, true) : false;
  }
  return false;
}

bool pass_titles(std::string_view text, const std::vector<Line>& lines, std::uint32_t body_start, bool are_paragraphs,
                 std::size_t& past) {
  constexpr std::size_t kMostLines = 5;
  constexpr std::uint32_t kLongest = 60, kShortestParagraph = 80;
  std::size_t first = past;
  bool has_words = false;  // a name alone may be the last of a list
  while (first > 0 && lines[first - 1].span.start > body_start && past - first < kMostLines) {
    const std::string_view line = words_of(text, lines[first - 1]);
    const bool is_title = line.size() <= kLongest && upper_at(line, 0) && !ends_sentence(line) &&
                          !line.ends_with(')') && line.find(". ") > kLongest &&
                          std::none_of(line.begin(), line.end(), is_digit);
    const bool opens_list = line.ends_with(':') && first != past && !has_known_wording(line);
    if (!is_title || opens_list || !(are_paragraphs || lines[first - 1].blanks_before > 0) || ends_story(line)) break;
    has_words = has_words || lines[first - 1].blanks_before > 0 || std::count(line.begin(), line.end(), ' ') > 1;
    --first;
  }
  if (first == past || first == 0 || !has_words) return false;
  const Line& last = lines[first - 1];
  const std::string_view paragraph = words_of(text, last);
  if (last.span.start > body_start && ends_story(paragraph)) return past = first, true;  // "12 Comments"
  const bool announces = paragraph.find("ollowing") < paragraph.size() || paragraph.find("below") < paragraph.size();
  if (last.span.start < body_start || paragraph.size() < kShortestParagraph || !ends_sentence(paragraph) || announces)
    return false;
  return past = first, true;
}

bool pass_linked_titles(std::string_view text, const std::vector<Line>& lines, std::uint32_t body_start,
                        std::size_t& past) {
  constexpr std::size_t kMostTitles = 2;
  constexpr std::uint32_t kLongest = 140;
  if (past == lines.size() || lines[past].span.size() > kLongestTailForm) return false;
  const auto below = match_any(tail_forms(), words_of(text, lines[past]));
  if (!below || below->form->guard != FormGuard::below_titles) return false;
  for (std::size_t i = past; i-- > 1 && past - i <= kMostTitles && lines[i].span.start > body_start;) {
    const std::string_view title = words_of(text, lines[i]);
    const bool has_mark = title.find(". -") < title.size() || title.find(". \u2013") < title.size();  // "... end. -AP"
    if (title.size() > kLongest || title.ends_with('.') || title.ends_with(':') || has_mark ||
        lines[i].blanks_before == 0)
      return false;
    if (ends_sentence(words_of(text, lines[i - 1]))) return past = i, true;
  }
  return false;
}

bool opens_titles(std::string_view text, const std::vector<Line>& lines, std::size_t i) {
  constexpr std::uint32_t kLongest = 140;
  if (i + 1 == lines.size() || !is_heading_of_titles(words_of(text, lines[i]))) return false;
  std::size_t titles = 0, questions = 0, known = 0;  // "Who owns the ferry?" may be a title, or a paragraph
  for (std::size_t next = i + 1; next < lines.size(); ++next) {
    const std::string_view title = words_of(text, lines[next]);
    if (has_known_wording(title))
      ++known;
    else if (lines[next].span.size() > kLongest)
      return false;
    else if (title.ends_with('?'))
      ++questions;
    else if (!ends_sentence(title) || title.ends_with("\u2026"))
      ++titles;
    else
      return false;
  }
  const bool is_sure = words_of(text, lines[i]).starts_with("More from ");  // no heading within a story
  return titles > 0 || (known > 0 && (questions == 0 || is_sure));
}

bool opens_self_portrait(std::string_view text, const std::vector<Line>& lines, std::size_t i) {
  constexpr std::string_view kAbout = "about ", kArticle = "the ";
  constexpr std::string_view kBeginnings[] = {"Founded", "Established", "Headquartered"};
  constexpr std::size_t kLongestName = 60, kShortestPortrait = 30;
  const auto without = [](std::string_view words, std::string_view opening) {
    return same_ignoring_case(words.substr(0, opening.size()), opening) ? words.substr(opening.size()) : words;
  };
  const std::string_view line = words_of(text, lines[i]), rest = without(line, kAbout);
  if (!line.starts_with('A') || rest.size() == line.size()) return false;
  const std::size_t colon = std::min(rest.find(':'), rest.size());
  const std::string_view name = without(rest.substr(0, colon), kArticle);
  if (name.size() > kLongestName || !upper_at(name, 0) || ends_sentence(name)) return false;
  const bool is_heading = colon + 1 >= rest.size();
  if (is_heading && i + 1 == lines.size()) return false;
  const std::string_view portrait =
      without(is_heading ? words_of(text, lines[i + 1]) : trim(rest.substr(colon + 1)), kArticle);
  const std::string_view word = name.substr(0, name.find_first_of(" ,"));
  if (portrait.size() < std::max(kShortestPortrait, word.size() + 1)) return false;
  // An explainer goes on for more: "About Medicare"
  constexpr std::uint32_t kLongLine = 120;
  constexpr std::size_t kMostLong = 3, kMostLines = 100;
  std::size_t long_lines = 0;
  for (std::size_t next = i; next < std::min(lines.size(), i + kMostLines); ++next)
    long_lines += lines[next].span.size() > kLongLine ? 1 : 0;
  if (long_lines > kMostLong) return false;
  return is_one_of(kBeginnings, portrait.substr(0, portrait.find(' '))) ||
         (same_ignoring_case(portrait.substr(0, word.size()), word) && !is_letter(portrait[word.size()]));
}

bool opens_mail_signature(std::string_view text, const std::vector<Line>& lines, std::size_t i) {
  constexpr std::size_t kMostLines = 8;
  constexpr std::uint32_t kLongest = 60;
  const std::string_view opening = words_of(text, lines[i]);
  const bool is_rule = opening == "--" && i + 1 < lines.size();
  const bool is_regards = lines[i].blanks_before > 0 && is_sign_off(opening);
  if ((!is_rule && !is_regards) || lines.size() - i > kMostLines) return false;
  return std::all_of(lines.begin() + static_cast<std::ptrdiff_t>(i) + 1, lines.end(), [&](const Line& line) {
    const std::string_view words = words_of(text, line);
    return line.span.size() <= kLongest && (!ends_sentence(words) || words.size() <= 3);  // "J."
  });
}

}  // namespace wirecut
