// One pass over a sentence's tokens. A word is looked up by the hash that tokens/ left in it, so the common case (a word
// that has nothing to do with time) costs one probe of a small table and no look at the text. Words with a hyphen are
// cut and their pieces hashed here; number words are added up as they come ("twenty" "four", "nineteen" "ninety-six").

#include "dates/atoms.h"

#include "dates/dates.h"
#include "dates/digits.h"
#include "lexicon/hash.h"

namespace wirecut {
namespace {

using enum TimeClass;

template <class Enum>
constexpr std::int32_t code(Enum e) {
  return static_cast<std::int32_t>(e);
}

// The number behind a value cell of time_words.tsv: digits, or one of its codes.
std::int32_t parse_value(std::string_view cell) {
  if (!cell.empty() && (cell[0] == '-' || (cell[0] >= '0' && cell[0] <= '9'))) {
    std::int32_t value = 0;
    for (char c : cell)
      if (c != '-') value = value * 10 + (c - '0');
    return cell[0] == '-' ? -value : value;
  }
  switch (hash_word(cell)) {
    case hash_word("TS"): return code(TimeUnit::second);
    case hash_word("TM"): return code(TimeUnit::minute);
    case hash_word("TH"): return code(TimeUnit::hour);
    case hash_word("D"): return code(TimeUnit::day);
    case hash_word("W"): return code(TimeUnit::week);
    case hash_word("FN"): return code(TimeUnit::fortnight);
    case hash_word("M"): return code(TimeUnit::month);
    case hash_word("Q"): return code(TimeUnit::quarter);
    case hash_word("H"): return code(TimeUnit::half);
    case hash_word("Y"): return code(TimeUnit::year);
    case hash_word("DE"): return code(TimeUnit::decade);
    case hash_word("CE"): return code(TimeUnit::century);
    case hash_word("ML"): return code(TimeUnit::millennium);
    case hash_word("WE"): return code(TimeUnit::weekend);
    case hash_word("W2"): return code(TimeUnit::week) + 100;
    case hash_word("M2"): return code(TimeUnit::month) + 100;
    case hash_word("Y2"): return code(TimeUnit::year) + 100;
    case hash_word("SP"): return code(Season::spring);
    case hash_word("SU"): return code(Season::summer);
    case hash_word("FA"): return code(Season::fall);
    case hash_word("WI"): return code(Season::winter);
    case hash_word("MO"): return code(DayPart::morning);
    case hash_word("MI"): return code(DayPart::midday);
    case hash_word("AF"): return code(DayPart::afternoon);
    case hash_word("EV"): return code(DayPart::evening);
    case hash_word("NI"): return code(DayPart::night);
    case hash_word("DT"): return code(DayPart::daytime);
    case hash_word("PAST"): return code(TimeReference::past);
    case hash_word("PRESENT"): return code(TimeReference::present);
    case hash_word("FUTURE"): return code(TimeReference::future);
    case hash_word("START"): return code(DateMod::start);
    case hash_word("MID"): return code(DateMod::mid);
    case hash_word("END"): return code(DateMod::end);
    case hash_word("APPROX"): return code(DateMod::approx);
    case hash_word("LESS_THAN"): return code(DateMod::less_than);
    case hash_word("MORE_THAN"): return code(DateMod::more_than);
    case hash_word("EQUAL_OR_LESS"): return code(DateMod::equal_or_less);
    case hash_word("EQUAL_OR_MORE"): return code(DateMod::equal_or_more);
    case hash_word("last"): return code(Relation::last);
    case hash_word("past"): return code(Relation::past);
    case hash_word("previous"): return code(Relation::previous);
    case hash_word("latest"): return code(Relation::latest);
    case hash_word("recent"): return code(Relation::recent);
    case hash_word("current"): return code(Relation::current);
    case hash_word("this"): return code(Relation::present);
    case hash_word("same"): return code(Relation::same);
    case hash_word("that"): return code(Relation::that);
    case hash_word("next"): return code(Relation::next);
    case hash_word("following"): return code(Relation::following);
    case hash_word("end"): return code(Relation::end);
    default: return 0;
  }
}

constexpr TimeClass class_by_hash(std::uint64_t hash) {
  // The names' hashes, computed once by the compiler.
  constexpr auto kHashes = [] {
    std::array<std::uint64_t, kTimeClassNames.size()> hashes{};
    for (std::size_t i = 0; i < hashes.size(); ++i) hashes[i] = hash_word(kTimeClassNames[i]);
    return hashes;
  }();
  for (std::size_t i = 0; i < kHashes.size(); ++i)
    if (kHashes[i] == hash) return static_cast<TimeClass>(i);
  return none;
}

// What can make an expression by itself or open the only kind that holds no such word. Sentences without any of these
// are not looked at again.
constexpr TimeClassSet kOpens =
    class_set(month, weekday, weekdays, season, unit, units, quarter, quarters, weekend, weekends, part, parts, point,
              year, decade, dayword, reference, setword, lengthword, clock, fulldate, holiday, ampm, oclock, zone, past,
              seasons, yearword, half, period);

class AtomCutter {
 public:
  AtomCutter(const Story& story, const Sentence& sentence, const Lexicon& lexicon, std::vector<Atom>& out)
      : story_(story), lexicon_(lexicon), end_(sentence.end_token), out_(out) {}

  bool cut(std::uint32_t first) {
    for (std::uint32_t i = first; i < end_;) i = cut_token(i);
    return opens_;
  }

 private:
  std::uint32_t cut_token(std::uint32_t i) {
    const Token& token = story_.tokens[i];
    if (token.kind == TokenKind::word || token.kind == TokenKind::punctuation) {
      if (const std::uint32_t end = look_up(i); end != i) return end;
    }
    if (token.kind == TokenKind::web || token.kind == TokenKind::symbol || token.kind == TokenKind::quote) {
      add_other(token.span, i);
    } else if (token.has(kHasDigit) && is_measured(i)) {
      add_other(token.span, i);
    } else if (token.has(kHasDigit) && try_digits(token, i)) {
      // added
    } else if (token.has(kHasHyphen)) {
      cut_pieces(token, i);
    } else {
      add_other(token.span, i);
    }
    return i + 1;
  }

  // "$5", "No. 7", "5 percent", "12 %": no count of time and no day of a month.
  bool is_measured(std::uint32_t i) const {
    if (i > 0) {
      const Token& before = story_.tokens[i - 1];
      if (before.kind == TokenKind::symbol || before.lower_hash == hash_word("no.") || before.lower_hash == hash_word("#"))
        return true;
    }
    if (i + 1 >= end_) return false;
    const Token& after = story_.tokens[i + 1];
    switch (after.lower_hash) {
      case hash_word("%"):
      case hash_word("percent"):
      case hash_word("per"):
      case hash_word("million"):
      case hash_word("billion"):
      case hash_word("trillion"):
      case hash_word("cents"):
      case hash_word("dollars"): return true;
      default: return false;
    }
  }

  bool try_digits(const Token& token, std::uint32_t i) {
    Atom atom = atom_of(token.span, i, i + 1);
    classify_digits(story_.words(token.span), atom);
    if (atom.classes == 0) return false;
    push(atom);
    return true;
  }

  // The longest entry of the lexicon that begins at token `i`; `i` itself where there is none.
  std::uint32_t look_up(std::uint32_t i) {
    const auto hash_of = [](const Token& token) { return token.lower_hash; };
    const PhraseMatch words = find_longest(lexicon_.time_words, story_.tokens, i, end_, hash_of);
    const Token& token = story_.tokens[i];
    if (token.has(kCapitalized)) {
      const PhraseMatch day = find_longest(lexicon_.holidays, story_.tokens, i, end_, hash_of);
      if (!day.rows.empty() && (words.rows.empty() || day.end_token > words.end_token)) {
        Atom atom = atom_of({token.span.start, story_.tokens[day.end_token - 1].span.end}, i, day.end_token);
        atom.main = holiday;
        atom.classes = class_bit(holiday);
        atom.value = static_cast<std::int32_t>(day.rows.first) + 1;
        push(atom);
        return day.end_token;
      }
    }
    if (words.rows.empty()) return i;
    Atom atom = atom_of({token.span.start, story_.tokens[words.end_token - 1].span.end}, i, words.end_token);
    set_classes(words.rows, token.has(kCapitalized), atom);
    if (atom.classes == 0) return i;
    push(atom);
    return words.end_token;
  }

  void set_classes(RowRange rows, bool capitalized, Atom& atom) const {
    const Table& table = lexicon_.time_words;
    for (std::uint32_t row = rows.first; row < rows.end; ++row) {
      if (!capitalized && table.cell(row, 3) == "cap") continue;
      const TimeClass c = class_by_hash(hash_word(table.cell(row, 1)));
      const std::int32_t value = parse_value(table.cell(row, 2));
      (atom.classes == 0 ? atom.main : atom.second) = c;
      (atom.classes == 0 ? atom.value : atom.second_value) = value;
      atom.classes |= class_bit(c);
    }
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
      Atom atom = atom_of({at, at + mark}, i, i + 1);
      atom.main = dash;
      atom.classes = class_bit(dash);
      push(atom);
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
      std::uint64_t hash = kHashSeed;
      for (char c : word) hash = hash_step(hash, static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? c + 32 : c));
      set_classes(lexicon_.time_words.find_word(mix_bits(hash)), word[0] >= 'A' && word[0] <= 'Z', atom);
    }
    if (atom.classes == 0)
      add_other(span, i);
    else
      push(atom);
  }

  Atom atom_of(Span span, std::uint32_t first, std::uint32_t end) const {
    Atom atom;
    atom.span = span;
    atom.first_token = first;
    atom.end_token = end;
    atom.glued = !out_.empty() && out_.back().span.end == span.start;
    return atom;
  }

  void add_other(Span span, std::uint32_t i) {
    if (!out_.empty() && out_.back().classes == 0) {
      out_.back().span.end = span.end;
      out_.back().end_token = i + 1;
    } else {
      out_.push_back(atom_of(span, i, i + 1));
    }
  }

  void push(const Atom& atom) {
    opens_ |= atom.is(kOpens);
    if (!joins_number(atom)) out_.push_back(atom);
  }

  // Adds a number word to the number before it: "twenty four", "twenty-fourth", "two hundred", "nineteen ninety".
  bool joins_number(const Atom& atom) {
    if (!atom.is(class_set(number, ordinal)) || atom.second != none || out_.empty()) return false;
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
    if (atom.is(class_set(number)) && year_form) {
      joined.classes |= class_bit(year);
      opens_ = true;
    }
    return true;
  }

  bool is_digit_at(std::uint32_t at) const { return story_.text[at] >= '0' && story_.text[at] <= '9'; }

  const Story& story_;
  const Lexicon& lexicon_;
  std::uint32_t end_;
  std::vector<Atom>& out_;
  bool opens_ = false;
};

}  // namespace

bool cut_atoms(const Story& story, const Sentence& sentence, const Lexicon& lexicon, std::vector<Atom>& into) {
  into.clear();
  return AtomCutter(story, sentence, lexicon, into).cut(sentence.first_token);
}

}  // namespace wirecut
