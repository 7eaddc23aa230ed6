// First one pass over the tokens of a sentence, without a branch: which of them matter is known by the hash that
// tokens/ left in them, from a small filter, and they are every fifth, too irregular to be guessed. A sentence where
// none can open an expression is left at once. Then those that matter are looked up. Words with a hyphen are cut and
// their pieces hashed here; number words are added up as they come ("twenty" "four", "nineteen" "ninety-six").

#include "dates/atoms.h"

#include <algorithm>
#include <span>

#include "dates/digits.h"
#include "dates/number_uses.h"
#include "lexicon/hash.h"
#include "lexicon/pick_tokens.h"

namespace wirecut {
namespace {

using enum TimeClass;

class AtomCutter {
 public:
  AtomCutter(const Story& story, const Sentence& sentence, const TimeWords& time_words, std::vector<Atom>& out)
      : story_(story), time_words_(time_words), end_(sentence.end_token), out_(out) {}

  // `busy`: all tokens that aren't plain, which are words of time, or have digits or pieces.
  void cut(std::uint32_t first, std::span<const std::uint32_t> busy) {
    std::uint32_t i = first;  // the first token that isn't cut yet
    for (const std::uint32_t next : busy) {
      if (next < i || is_mark_or_address(story_.tokens[next])) continue;
      if (next > i) add_plain(i, next);
      i = cut_token(next);
    }
    if (i < end_) add_plain(i, end_);
  }

 private:
  static bool is_mark_or_address(const Token& token) {
    return token.kind == TokenKind::web || token.kind == TokenKind::symbol || token.kind == TokenKind::quote;
  }

  void add_plain(std::uint32_t first, std::uint32_t end) {
    add_other({story_.tokens[first].span.start, story_.tokens[end - 1].span.end}, first, end);
  }

  std::uint32_t cut_token(std::uint32_t i) {
    const Token& token = story_.tokens[i];
    if (token.kind == TokenKind::word || token.kind == TokenKind::punctuation) {
      if (const std::uint32_t end = look_up(i); end != i) return end + take_scale(end);
    }
    if (token.has(kHasDigit) && token.has(kCapitalized) && (cut_period_code(token, i) || cut_glued_day(token, i)))
      return i + 1;
    if (token.has(kHasDigit) && scale_of_years(story_, i + 1, end_) != 0) return cut_scaled_number(token, i);
    if (token.has(kHasDigit) && is_measured(story_, i, end_)) {
      add_other(token.span, i, i + 1);
    } else if (token.has(kHasDigit) && try_digits(token, i)) {
      // added
    } else if (token.has(kHasHyphen)) {
      cut_pieces(token, i);
    } else {
      add_other(token.span, i, i + 1);
    }
    return i + 1;
  }

  // "five million years": adds the token `i` to the number before it. How many tokens that took.
  std::uint32_t take_scale(std::uint32_t i) {
    const std::int32_t scale = out_.back().is(class_set(number)) ? scale_of_years(story_, i, end_) : 0;
    if (scale == 0) return 0;
    out_.back().value = times(out_.back().value, scale);
    out_.back().span.end = story_.tokens[i].span.end;
    out_.back().end_token = i + 1;
    return 1;
  }

  // "65 million years", "4.5 billion years"; more of them than a number holds are past all calendars anyway.
  std::uint32_t cut_scaled_number(const Token& token, std::uint32_t i) {
    const std::int32_t count = whole_number(story_.words(token.span));
    const Span span{token.span.start, story_.tokens[i + 1].span.end};
    if (count < 0)
      add_other(span, i, i + 2);
    else
      push_as(number, times(count, scale_of_years(story_, i + 1, end_)), span, i, i + 2);
    return i + 2;
  }

  bool try_digits(const Token& token, std::uint32_t i) {
    Atom atom = atom_of(token.span, i, i + 1);
    classify_digits(story_.words(token.span), atom);
    if (is_clock_by_hours(story_, i, end_)) {
      push_as(clock, clock_minutes(story_.words(token.span)), token.span, i, i + 1);
      return true;
    }
    if (atom.classes == 0)
      return try_day_and_year(token, i) || try_year_and_clock(token, i) || try_clock_and_zone(token, i) ||
             try_split_year(token, i);
    push(atom);
    return true;
  }

  // "1986/87", "2003/2004": a season of two years; the second is a year only where it is written out.
  bool try_split_year(const Token& token, std::uint32_t i) {
    const std::string_view word = story_.words(token.span);
    const auto slash = static_cast<std::uint32_t>(slash_between_years(word));
    if (slash == 0) return false;
    const std::uint32_t at = token.span.start + slash;
    cut_piece({token.span.start, at}, i);
    if (word.size() > 2 * slash) {
      push_as(dash, 0, {at, at + 1}, i, i + 1);
      cut_piece({at + 1, token.span.end}, i);
    } else {
      add_other({at, token.span.end}, i, i + 1);
    }
    return true;
  }

  // "3Q23": the third, a quarter, of 2023.
  bool cut_period_code(const Token& token, std::uint32_t i) {
    const PeriodCode code = read_period_code(story_.words(token.span));
    if (code.unit == none) return false;
    const std::uint32_t start = token.span.start, unit = start + (code.ordinal != 0 ? 1 : 0),
                        digits = start + static_cast<std::uint32_t>(code.year_at);
    if (code.ordinal != 0) push_as(ordinal, code.ordinal, {start, unit}, i, i + 1);
    push_as(code.unit, 0, {unit, digits}, i, i + 1);
    if (code.year != 0) push_as(year, code.year, {digits, token.span.end}, i, i + 1);
    return true;
  }

  // "Feb07/2024": a month glued to its day, where a year behind a slash makes the whole a date.
  bool cut_glued_day(const Token& token, std::uint32_t i) {
    const std::string_view word = story_.words(token.span);
    const std::size_t digits = word.find_first_of("0123456789");
    // No digit of ours: "Mar٣".
    if (digits == 0 || digits == std::string_view::npos || slash_before_year(word.substr(digits)) == 0) return false;
    const std::uint32_t at = token.span.start + static_cast<std::uint32_t>(digits);
    const TimeWord& known = time_words_.word(lower_hash({token.span.start, at}));
    if (known.rows.empty() || time_words_.reading(known.rows, true).main != month) return false;
    cut_piece({token.span.start, at}, i);
    cut_day_and_year({at, token.span.end}, i);
    return true;
  }

  // The "07/2024" of "Feb 07/2024": its slash stands for the comma.
  bool try_day_and_year(const Token& token, std::uint32_t i) {
    if (out_.empty() || !out_.back().is(class_set(month)) || out_.back().end_token != i) return false;
    if (slash_before_year(story_.words(token.span)) == 0) return false;
    cut_day_and_year(token.span, i);
    return true;
  }

  // The "202311:02" of "May 2, 202311:02 AM": a page has run the hour into the year.
  bool try_year_and_clock(const Token& token, std::uint32_t i) {
    constexpr std::uint32_t kYearDigits = 4;
    const std::string_view word = story_.words(token.span);
    if (word.size() <= kYearDigits || out_.empty() || !out_.back().is(class_set(comma, day))) return false;
    const std::string_view hour = word.substr(kYearDigits);
    if (hour.find(':') > 2 || clock_digits(hour) != hour.size()) return false;
    cut_piece({token.span.start, token.span.start + kYearDigits}, i);
    cut_piece({token.span.start + kYearDigits, token.span.end}, i);
    return true;
  }

  void cut_day_and_year(Span span, std::uint32_t i) {
    const std::uint32_t at = span.start + static_cast<std::uint32_t>(slash_before_year(story_.words(span)));
    cut_piece({span.start, at}, i);
    push_as(comma, 0, {at, at + 1}, i, i + 1);
    cut_piece({at + 1, span.end}, i);
  }

  // "1130GMT" and "11:30GMT", two pieces in one word; the "06.00" of "06.00 BST", which is a clock by its zone.
  bool try_clock_and_zone(const Token& token, std::uint32_t i) {
    const std::string_view word = story_.words(token.span);
    const std::size_t digits = clock_digits(word);
    if (digits == 0) return false;
    const std::uint32_t at = token.span.start + static_cast<std::uint32_t>(digits);
    const bool attached = at < token.span.end;
    if (!attached && i + 1 >= end_) return false;
    const RowRange rows =
        time_words_.word(attached ? lower_hash({at, token.span.end}) : story_.tokens[i + 1].lower_hash).rows;
    if (rows.empty() || time_words_.reading(rows, true).main != zone) return false;
    push_as(clock, clock_minutes(word.substr(0, digits)), {token.span.start, at}, i, i + 1);
    if (attached) cut_piece({at, token.span.end}, i);
    return true;
  }

  // The longest entry of the lexicon that begins at token `i`; `i` itself where there is none.
  std::uint32_t look_up(std::uint32_t i) {
    const auto hash_of = [](const Token& token) { return token.lower_hash; };
    const Token& token = story_.tokens[i];
    const std::uint8_t marks = time_words_.marks_of(token.lower_hash);
    PhraseMatch words;
    if ((marks & TimeWords::kBegins) != 0) {
      const TimeWord& word = time_words_.word(token.lower_hash);
      words = {word.rows, i + 1};
      if (word.begins_phrase && i + 1 < end_ &&
          (time_words_.marks_of(story_.tokens[i + 1].lower_hash) & TimeWords::kGoesOn) != 0)
        words = find_longest(time_words_.words(), story_.tokens, i, end_, hash_of);
    }
    if (token.has(kCapitalized) && (marks & TimeWords::kBeginsHoliday) != 0) {
      const PhraseMatch day = find_longest(time_words_.holidays(), story_.tokens, i, end_, hash_of);
      if (!day.rows.empty() && (words.rows.empty() || day.end_token > words.end_token)) {
        push_as(holiday, static_cast<std::int32_t>(day.rows.first) + 1,
                {token.span.start, story_.tokens[day.end_token - 1].span.end}, i, day.end_token);
        return day.end_token;
      }
    }
    if (words.rows.empty()) return i;
    Atom atom = atom_of({token.span.start, story_.tokens[words.end_token - 1].span.end}, i, words.end_token);
    set_reading(time_words_.reading(words.rows, token.has(kCapitalized)), atom);
    if (atom.classes == 0) return i;
    push(atom);
    return words.end_token;
  }

  static void set_reading(const TimeReading& reading, Atom& atom) {
    atom.classes = reading.classes;
    atom.main = reading.main;
    atom.second = reading.second;
    atom.value = reading.value;
    atom.second_value = reading.second_value;
  }

  // "mid-1990s", "third-quarter", "Monday-Friday"
  void cut_pieces(const Token& token, std::uint32_t i) {
    const std::string_view text = story_.text;
    std::uint32_t start = token.span.start;
    for (std::uint32_t at = start; at <= token.span.end;) {
      const std::uint32_t mark = at == token.span.end ? 0 : hyphen_at(text, at);
      if (at < token.span.end && mark == 0) {
        ++at;
        continue;
      }
      if (at > start) cut_piece({start, at}, i);
      if (mark == 0) break;
      push_as(dash, 0, {at, at + mark}, i, i + 1);
      at += mark;
      start = at;
    }
  }

  static std::uint32_t hyphen_at(std::string_view text, std::uint32_t at) {
    if (text[at] == '-') return 1;
    if (text[at] != '\xe2' || text.size() - at < 3 || text[at + 1] != '\x80') return 0;
    return text[at + 2] >= '\x90' && text[at + 2] <= '\x94' ? 3 : 0;
  }

  void cut_piece(Span span, std::uint32_t i) {
    const std::string_view word = story_.words(span);
    Atom atom = atom_of(span, i, i + 1);
    if (word[0] >= '0' && word[0] <= '9') {
      classify_digits(word, atom);
    } else {
      const TimeWord& known = time_words_.word(lower_hash(span));
      if (!known.rows.empty()) set_reading(time_words_.reading(known.rows, word[0] >= 'A' && word[0] <= 'Z'), atom);
    }
    if (atom.classes == 0)
      add_other(span, i, i + 1);
    else
      push(atom);
  }

  std::uint64_t lower_hash(Span span) const { return wirecut::lower_hash(story_.words(span)); }

  Atom atom_of(Span span, std::uint32_t first, std::uint32_t end) const {
    Atom atom;
    atom.span = span;
    atom.first_token = first;
    atom.end_token = end;
    atom.glued = is_glued(span);
    return atom;
  }

  bool is_glued(Span span) const { return !out_.empty() && out_.back().span.end == span.start; }

  void add_other(Span span, std::uint32_t first, std::uint32_t end) {
    if (!out_.empty() && out_.back().classes == 0) {
      out_.back().span.end = span.end;
      out_.back().end_token = end;
    } else {
      const bool glued = is_glued(span);
      Atom& atom = out_.emplace_back();
      atom.span = span;
      atom.first_token = first;
      atom.end_token = end;
      atom.glued = glued;
    }
  }

  // An atom of one class.
  void push_as(TimeClass c, std::int32_t value, Span span, std::uint32_t first, std::uint32_t end) {
    Atom atom = atom_of(span, first, end);
    atom.main = c;
    atom.classes = class_bit(c);
    atom.value = value;
    push(atom);
  }

  void push(const Atom& atom) {
    if (atom.is(class_set(number, ordinal)) && joins_number(atom)) return;
    // "1600 GMT" is a time of day, whatever date stands before it.
    if (atom.is(class_set(zone)) && !out_.empty()) out_.back().classes &= ~class_set(year);
    out_.push_back(atom);
  }

  // Adds a number word to the number before it: "twenty four", "twenty-fourth", "two hundred", "nineteen ninety".
  [[gnu::noinline]] bool joins_number(const Atom& atom) {
    if (atom.second != none || out_.empty()) return false;
    const bool hyphened = out_.back().is(class_set(dash)) && out_.size() > 1;
    Atom& last = out_[out_.size() - (hyphened ? 2 : 1)];
    const bool spelled = !is_digit_at(atom.span.start);
    if (!last.is(class_set(number)) || !spelled) return false;
    const std::int32_t had = last.value, n = atom.value;
    std::int32_t sum = 0;
    if (atom.is(class_set(number)) && (n == 100 || n == 1000) && had < n)
      sum = had * n;
    else if (is_digit_at(last.span.start))
      return false;
    else if (had % 10 == 0 && had % 100 >= 20 && n >= 1 && n < 10)
      sum = had + n;
    else if (had >= 100 && had % 100 == 0 && n < 100)
      sum = had + n;
    else if (had >= 15 && had <= 20 && n >= 10 && n < 100 && atom.is(class_set(number)))
      sum = had * 100 + n;
    else
      return false;
    if (hyphened) out_.pop_back();
    Atom& joined = out_.back();
    joined.span.end = atom.span.end;
    joined.end_token = atom.end_token;
    joined.value = sum;
    joined.main = atom.main;
    joined.classes = atom.classes;
    const bool year_form = sum >= 1500 && sum <= 2100 && (had >= 15 && had <= 20 ? true : had % 10 == 0 && had > 1500);
    if (atom.is(class_set(number)) && year_form) joined.classes |= class_bit(year);
    return true;
  }

  bool is_digit_at(std::uint32_t at) const { return story_.text[at] >= '0' && story_.text[at] <= '9'; }

  const Story& story_;
  const TimeWords& time_words_;
  std::uint32_t end_;
  std::vector<Atom>& out_;
};

// May this token alone bring its sentence an expression?
bool may_open(const Token& token, const TimeWords& time_words) {
  constexpr std::uint32_t kShortest = 3;  // digits that are more than a day or a count: 5pm, '98
  const bool is_long = token.span.size() >= kShortest || token.kind == TokenKind::word;
  return token.has(kHasHyphen) || (token.has(kHasDigit) && is_long) ||
         (time_words.marks_of(token.lower_hash) & TimeWords::kBeginsHoliday) != 0;
}

}  // namespace

bool cut_atoms(const Story& story, const Sentence& sentence, const TimeWords& time_words,
               std::vector<std::uint32_t>& memory, std::vector<Atom>& into) {
  into.clear();
  static_assert(TimeWords::kBeginsHoliday == static_cast<unsigned>(kCapitalized));
  unsigned all_marks = 0;
  const auto busy = pick_tokens(story, sentence.first_token, sentence.end_token, memory, [&](const Token& token) {
    const unsigned marks = time_words.marks_of(token.lower_hash), flags = token.flags;
    all_marks |= marks;
    return ((flags & (kHasHyphen | kHasDigit)) | (marks & TimeWords::kBegins) |
            (marks & flags & TimeWords::kBeginsHoliday)) != 0;
  });
  const bool opens =
      (all_marks & TimeWords::kOpens) != 0 ||
      std::any_of(busy.begin(), busy.end(), [&](std::uint32_t i) { return may_open(story.tokens[i], time_words); });
  if (opens) AtomCutter(story, sentence, time_words, into).cut(sentence.first_token, busy);
  return opens;
}

}  // namespace wirecut
