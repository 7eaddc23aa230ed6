#include "structure/tail.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>

#include "structure/calendar.h"
#include "structure/chars.h"
#include "structure/forms.h"
#include "structure/line_kinds.h"
#include "structure/outlets.h"
#include "structure/signatures.h"
#include "structure/source_name.h"
#include "structure/tail_blocks.h"
#include "structure/ties.h"

// Lines are taken off the end one by one as long as they are none of the story's: tags, end marks, typists' initials,
// credits, copyright. Then the last line of the story gives up what is tied to it: "... said. (ANI)", "... normal. PTI
// ABC". A tag that names the source wins over a copyright line.
namespace wirecut {
namespace {

constexpr std::uint32_t kLongestTie = 90;  // what is tied to the last line, in bytes

bool opens_with_year(std::string_view name) {
  return name.size() >= 4 && std::all_of(name.begin(), name.begin() + 4, is_digit);
}

// Is the line what its wording says, and no sentence of the story?
bool passes_guard(const FormMatch& match, std::string_view line) {
  if (opens_with_year(match.name)) return false;  // "Published in 2019, the book sold well."
  switch (match.form->guard) {
    case FormGuard::of_named:
      return is_of_named(line);
    case FormGuard::no_sentence:
      return !ends_sentence(line);
    case FormGuard::in_capitals:
      return is_all_caps(line.substr(0, match.form->pattern.find(' ')));
    case FormGuard::dated:
      return read_date(line, match.name.size() + 2) && !is_time_line(line);
    default:
      return true;
  }
}

class TailReader {
 public:
  TailReader(std::string_view text, const Outline& outline, std::uint32_t body_start, std::string_view country,
             std::span<const std::string> authors, const Lexicon& lexicon)
      : text_(text),
        lines_(outline.tail),
        body_start_(body_start),
        country_(country),
        authors_(authors),
        lexicon_(lexicon),
        has_long_lines_(std::any_of(lines_.begin(), lines_.end(), [&](const Line& line) {
          constexpr std::uint32_t kLongerThanWrapped = 160;
          return line.span.size() > kLongerThanWrapped && ends_sentence(words(line));
        })) {}

  Tail read() {
    std::size_t past = lines_.size();  // lines from here on are none of the story's
    if (past == 0) return {static_cast<std::uint32_t>(text_.size()), std::nullopt};
    if (const std::size_t mark = first_end_mark(); mark < past) {
      for (std::size_t i = past; i-- > mark;) take_line(i, true);
      past = mark;
    }
    do
      while (past > 0 && lines_[past - 1].span.start > body_start_ && take_line(past - 1, false)) --past;
    while (pass_unknown_lines(text_, lines_, body_start_, past) ||
           pass_linked_titles(text_, lines_, body_start_, past) || pass_contact(text_, lines_, body_start_, past) ||
           pass_titles(text_, lines_, body_start_, has_long_lines_, past));
    tail_.body_end = past == 0 ? lines_[0].span.start : lines_[past - 1].span.end;
    tail_.body_end = std::max(tail_.body_end, body_start_);
    while (untie()) {
    }
    if (!tail_.source) tail_.source = copyright_;
    return tail_;
  }

 private:
  std::string_view words(const Line& line) const { return words_of(text_, line); }

  // "ENDS", "-30-", "###", "Contacts" behind the body: what follows is for editors.
  std::size_t first_end_mark() const {
    constexpr std::uint32_t kLongestEndMark = 40;
    for (std::size_t i = 1; i < lines_.size(); ++i) {
      if (lines_[i].span.start <= body_start_) continue;
      if (opens_self_portrait(text_, lines_, i)) return i;
      if (lines_[i].span.size() > kLongestEndMark) continue;
      if (opens_mail_signature(text_, lines_, i) || opens_titles(text_, lines_, i)) return i;
      const auto match = match_any(tail_forms(), words(lines_[i]));
      if (match && match->form->guard == FormGuard::ends_story) return i;
    }
    return lines_.size();
  }

  void set_source(std::optional<Source> source, Span span) {
    if (!source || tail_.source) return;
    source->span = span;
    tail_.source = std::move(source);
  }

  // Is line `i` no part of the story? Takes down what it says of the source. `behind_end`: an end mark stands above.
  bool take_line(std::size_t i, bool behind_end) {
    const Line& line = lines_[i];
    if (line.span.size() > kLongestTailForm) return false;
    const std::string_view all = words(line);
    // A wrapped sentence may end in a line of one word: "... told / Reuters."
    const bool apart = i == 0 || line.blanks_before > 0 || has_long_lines_ || all.starts_with("((") ||
                       line.indent > lines_[i - 1].indent || behind_end || ends_sentence(words(lines_[i - 1])) ||
                       is_initials_behind(i) || is_tail_form(i - 1) || is_mark_behind(i);
    FormSearch forms(tail_forms(), all);
    while (const auto match = forms.next()) {
      const LineForm& form = *match->form;
      if (!passes_guard(*match, all)) continue;
      if (form.kind == LineKind::copyright) {
        if (auto owner = copyright_owner(all, country_, lexicon_); owner && !copyright_) {
          owner->span = line.span;
          copyright_ = std::move(owner);
        }
        return true;
      }
      if (form.kind != LineKind::tag && form.kind != LineKind::mark) {
        const bool is_number = form.kind == LineKind::header && is_digit(all[0]);
        if (apart || is_number || (form.kind == LineKind::end_mark && !is_letter(all[0]))) return true;
        continue;
      }
      const bool dashed = form.guard == FormGuard::dashed, dated = form.guard == FormGuard::dated;
      const bool bare = form.guard == FormGuard::bare || dated;
      const bool is_whole = match->name.size() == all.size() && line.blanks_before > 0;  // a paragraph of its own
      if (bare && !apart && all.ends_with('.') && !all.ends_with("..")) continue;
      auto source = source_named(match->name, form.kind == LineKind::tag, !dashed && !is_whole, country_, lexicon_);
      if (!source && dashed) source = mark_behind_initials(match->name, country_, lexicon_);
      if (!source && form.kind == LineKind::mark && !bare) source = unknown_outlet(match->name, lexicon_);
      if (!source) source = mark_with_initials(match->name, dashed, country_, lexicon_);
      if (!source) continue;
      set_source(std::move(source), line.span);
      return true;
    }
    if (is_among_buttons(i)) return true;
    if (!apart) return false;
    if (auto source = mark_and_typists(all, country_, lexicon_)) return set_source(std::move(source), line.span), true;
    const bool gap_before = line.blanks_before > 0;
    const bool below_mark = i > 0 && is_mark_behind(i);
    return is_archive_code(all) || is_initials(all) || ((gap_before || below_mark) && is_lone_typist(all)) ||
           (gap_before && is_desk_number(all)) || (below_mark && is_typist_pair(all)) ||
           (gap_before && is_abbreviated_pair(all)) || is_signature(all, country_, lexicon_) ||
           (gap_before && is_full_signature(all, country_, lexicon_)) ||
           (gap_before && is_about_author(all, authors_)) || is_address(all) || is_time_line(all) ||
           is_hashtag_row(all);
  }

  // "Share this article:", with no more of a sentence in it
  bool is_note(std::size_t i) const {
    const std::string_view line = words(lines_[i]);
    if (line.size() > kLongestTailForm || lines_[i].span.start <= body_start_ || ends_sentence(line)) return false;
    const auto match = match_any(tail_forms(), line);
    return match && match->form->kind == LineKind::note;
  }

  // Line `i` is of buttons, two in a row or below "Share". "Russia blocked these on Thursday:" is above others that
  // are names.
  bool is_among_buttons(std::size_t i) const {
    constexpr std::size_t kMostRows = 12;
    bool has_row = false;
    std::size_t top = i;
    for (; top > 0 && i - top < kMostRows && !is_note(top); --top) {
      const std::size_t buttons = count_buttons(words(lines_[top]), lexicon_);
      if (buttons == 0) break;
      has_row |= buttons > 1;
    }
    return top < i && (is_note(top) || (has_row && !words(lines_[top]).ends_with(':')));
  }

  // Line `i` has a wording that only lines behind the story have.
  bool is_tail_form(std::size_t i) const {
    const std::string_view line = words(lines_[i]);
    if (line.size() > kLongestTailForm || lines_[i].span.start <= body_start_) return false;
    if (is_bare_address(line)) return true;
    const auto match = match_any(tail_forms(), line);
    // "To contact the reporter ..." opens no sentence of a story; "* is a columnist*" may be one.
    constexpr std::size_t kLongOpening = 12;
    if (!match) return false;
    if (match->form->kind == LineKind::note) return match->form->pattern.find_first_of("*?{#") >= kLongOpening;
    const bool bracket = line[0] == '(' || line[0] == '[';
    return match->form->kind != LineKind::mark || (bracket && find_outlet(match->name, lexicon_));
  }

  bool is_initials_behind(std::size_t i) const {
    const std::string_view above = words(lines_[i - 1]);
    const std::string_view last = above.substr(above.find_last_of(' ') + 1);
    return last.size() >= 2 && last.size() <= 6 && is_all_caps(last);
  }

  // The line above ends in an agency's mark: "--IANS", "... said. EFE".
  bool is_mark_behind(std::size_t i) const {
    const std::string_view above = words(lines_[i - 1]);
    const auto outlet = find_outlet(without_signs(above.substr(above.find_last_of(' ') + 1)), lexicon_);
    return outlet && outlet->is_mark && outlet->kind == "agency";
  }

  std::uint32_t body_size() const { return tail_.body_end - body_start_; }

  void cut_to(std::uint32_t end) {
    const std::string_view left = text_.substr(body_start_, end - body_start_);
    tail_.body_end = body_start_ + static_cast<std::uint32_t>(trim_end(left));
  }

  static std::size_t trim_end(std::string_view text) {
    const std::string_view trimmed = trim(text);
    return trimmed.empty() ? 0 : static_cast<std::size_t>(trimmed.data() - text.data()) + trimmed.size();
  }

  // Takes one thing off the end of the body's last line; false where nothing is tied to it.
  bool untie() {
    const std::uint32_t window = std::min(body_size(), 600u);
    const std::uint32_t window_start = tail_.body_end - window;
    std::string_view end = text_.substr(window_start, window);
    if (end.ends_with(").") && ends_sentence(trim(end.substr(0, std::min(end.rfind('('), end.size())))))
      end.remove_suffix(1);  // "... a month. (ANSA)."
    if (end.ends_with(')') || end.ends_with(']')) {
      std::size_t open = end.find_last_of(end.back() == ')' ? '(' : '[');
      if (open != std::string_view::npos && open > 1 && end[open - 1] == end[open])
        --open;  // "((jane@example.org; ...)"
      const bool may_be_note = open < end.size() && stands_apart(trim(end.substr(0, open)));
      if (open != std::string_view::npos && open > 0 &&
          untie_bracket(end.substr(open), window_start + static_cast<std::uint32_t>(open), may_be_note))
        return true;
    }
    const std::size_t address = end.find_last_of(" \n") + 1;  // npos + 1 == 0
    if (address > 0 && end.find('@', address) < end.size() && is_bare_address(end.substr(address)) &&
        stands_apart(trim(end.substr(0, address))))
      return cut_to(window_start + static_cast<std::uint32_t>(address)), true;
    return untie_mark(end, window_start) || untie_credits(end, window_start) || untie_photographer(end, window_start);
  }

  // "... said. Reporting by Jane Roe; Editing by John Poe": credits whose line has run into the last paragraph.
  bool untie_credits(std::string_view end, std::uint32_t start) {
    const std::size_t editing = end.find("diting by ");
    if (editing == std::string_view::npos) return false;
    for (std::string_view opening : {"Reporting by ", "Additional reporting by ", "Writing by ", "Editing by "}) {
      const std::size_t at = end.rfind(opening, editing);
      if (at == std::string_view::npos || at == 0 || blank_at(end, at - 1) == 0) continue;
      const std::size_t names = at + opening.size();
      if (end.size() > editing + 100 || !upper_at(end, names) || !ends_sentence(trim(end.substr(0, at)))) continue;
      return cut_to(start + static_cast<std::uint32_t>(at)), true;
    }
    return false;
  }

  // "... after the rain. Pix by Jane Roe"
  bool untie_photographer(std::string_view end, std::uint32_t start) {
    constexpr std::size_t kLongest = 40;
    constexpr std::string_view kBy = " by ";
    const std::size_t first = end.size() - std::min(end.size(), kLongest);
    const std::size_t by = end.substr(first).rfind(kBy);
    if (by == std::string_view::npos || !upper_at(end, first + by + kBy.size())) return false;
    const std::size_t word = end.rfind(' ', first + by - 1) + 1;  // npos + 1 == 0
    const std::string_view before = trim(end.substr(0, word)), names = end.substr(first + by + kBy.size());
    if (!is_one_of({"pix", "pic", "pics", "photo", "photos", "pictures"}, end.substr(word, first + by - word)) ||
        !ends_sentence(before) || names.find(". ") < names.size())
      return false;
    return cut_to(start + static_cast<std::uint32_t>(word)), true;
  }

  // What is in brackets behind it is none of the sentence's: "... said." or "... (Editing by John Poe)"
  static bool stands_apart(std::string_view before) { return before.ends_with(')') || ends_sentence(before); }

  bool untie_bracket(std::string_view bracket, std::uint32_t start, bool may_be_note) {
    const Span span{start, start + static_cast<std::uint32_t>(bracket.size())};
    FormSearch forms(tail_forms(), bracket);
    while (const auto match = forms.next()) {
      const LineForm& form = *match->form;
      if (form.kind == LineKind::mark || form.kind == LineKind::tag) {
        auto source = source_named(match->name, form.kind == LineKind::tag, true, country_, lexicon_);
        if (!source) continue;
        set_source(std::move(source), span);
      } else if (form.kind == LineKind::note ? !may_be_note || form.pattern[0] != '('
                                             : form.kind != LineKind::credit && form.kind != LineKind::end_mark) {
        continue;
      }
      cut_to(start);
      while (tail_.body_end > body_start_ && dash_behind(tail_.body_end))
        cut_to(tail_.body_end - dash_behind(tail_.body_end));
      return true;
    }
    return false;
  }

  // Bytes of the dash that ends at `end` and follows a sentence, or 0: "... month.-(KNO)"
  std::uint32_t dash_behind(std::uint32_t end) const {
    for (std::uint32_t length : {1u, 3u})
      if (end >= body_start_ + length + 1 && dash_at(text_, end - length) == length &&
          ends_sentence(trim(text_.substr(body_start_, end - length - body_start_))))
        return length;
    return 0;
  }

  // "... normal. PTI ABC XYZ", "... crop. EFE", "... said. -ANI", "... dollar. (end) abc.xyz"
  bool untie_mark(std::string_view end, std::uint32_t start) {
    const std::size_t from = end.size() - std::min<std::size_t>(end.size(), kLongestTie);
    for (std::size_t at = end.size(); at-- > from;) {
      if (!may_tie(end, at)) continue;
      const std::string_view before = trim(end.substr(0, at)), rest = trim(end.substr(at));
      const bool sentence = ends_sentence(before);
      if (sentence && rest == "-0-") return cut_to(start + static_cast<std::uint32_t>(rest.data() - end.data())), true;
      if (before.empty() || rest.empty() || dash_at(rest, rest.size() - 1) != 0) continue;
      const bool dashed = dash_at(rest, 0) != 0;
      if (!sentence && !dashed) continue;
      if (!sentence && blank_at(end, at) == 0 && !(at > 0 && blank_at(end, at - 1) != 0)) continue;  // "PTI-ANI"
      const Span span{
          start + static_cast<std::uint32_t>(rest.data() - end.data()),
          start + static_cast<std::uint32_t>(rest.data() - end.data() + static_cast<std::ptrdiff_t>(rest.size()))};
      if (sentence && !dashed && is_tied_end_mark(rest)) return cut_to(span.start), true;
      if (sentence && dashed && is_newsroom_line(rest)) return cut_to(span.start), true;
      std::string_view name = without_signs(rest);
      if (dashed && sentence && name.ends_with('.') && find_outlet(name, lexicon_)) name.remove_suffix(1);
      if (name.empty() || is_lower(name[0]) != (name.starts_with("dpa") || name.starts_with("epd"))) continue;
      auto source = source_named(name, false, true, country_, lexicon_);
      if (!source) source = mark_and_typists(rest, country_, lexicon_);
      if (!source && sentence && dashed) source = unknown_site(name);
      if (!source && sentence && dashed) source = mark_behind_initials(name, country_, lexicon_);
      Span tag = span;
      if (!source && (source = mark_with_initials(name, dashed, country_, lexicon_)))
        tag.end = tag.start + static_cast<std::uint32_t>(name.data() - rest.data()) +
                  static_cast<std::uint32_t>(source->name.size());
      const bool is_signature = dashed ? before.ends_with('.') && is_signed(name) : is_tied_typists(rest);
      if (!source && sentence && is_signature) return cut_to(span.start), true;
      if (!source || (!dashed && name.ends_with('.') && !name.ends_with(".."))) continue;
      set_source(std::move(source), tag);
      cut_to(span.start);
      return true;
    }
    return false;
  }

  std::string_view text_;
  const std::vector<Line>& lines_;
  std::uint32_t body_start_;
  std::string_view country_;
  std::span<const std::string> authors_;
  const Lexicon& lexicon_;
  const bool has_long_lines_;  // nobody has wrapped them by hand: each is a paragraph
  Tail tail_;
  std::optional<Source> copyright_;
};

}  // namespace

Tail read_tail(std::string_view text, const Outline& outline, std::uint32_t body_start, std::string_view country,
               std::span<const std::string> authors, const Lexicon& lexicon) {
  return TailReader(text, outline, body_start, country, authors, lexicon).read();
}

std::optional<Source> source_of_headline(std::string_view text, Span headline, std::string_view agency,
                                         const Lexicon& lexicon) {
  const std::string_view words = text.substr(headline.start, headline.size());
  static constexpr ByteSet kSigns("|-\xE2");
  if (!kSigns.any_in(words)) return std::nullopt;
  for (std::string_view separator : {" | ", " - ", " \u2013 ", " \u2014 "}) {
    const std::size_t at = words.rfind(separator);
    if (at == std::string_view::npos) continue;
    const std::string_view name = trim(words.substr(at + separator.size()));
    const auto outlet = find_outlet(name, lexicon);
    if (!outlet) continue;
    if (separator != " | " && (!outlet->is_mark || (!agency.empty() && agency != name))) continue;
    const auto start = headline.start + static_cast<std::uint32_t>(name.data() - words.data());
    return Source{
        {start, start + static_cast<std::uint32_t>(name.size())}, std::string(name), std::string(outlet->canonical)};
  }
  return std::nullopt;
}

}  // namespace wirecut
