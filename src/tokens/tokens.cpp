// One pass from left to right. What a character is comes from a table; what it does at a place comes from its
// neighbours, one or two characters off. A word runs over letters, digits and the joiners inside it ("O'Brien",
// "third-quarter", "AT&T", "1,200.5", "U.S"); then its end is settled: a clitic ("'s", "n't") becomes a token of its
// own, a full stop is taken in where the word is an abbreviation (data/lexicon/abbreviations.tsv, initials, acronyms).
// An apostrophe that is no part of a word quotes, unless it is a bare genitive ("US’ allegations").
// Hyphened words stay whole: in CoNLL-2003 no name begins or ends at a hyphen, in Worldwide one in five of those that
// hold a capital does.

#include "tokens/tokens.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "lexicon/mark_entities.h"
#include "tokens/char_class.h"
#include "tokens/clitics.h"
#include "tokens/form.h"
#include "tokens/market_code.h"
#include "tokens/sentences.h"
#include "tokens/web.h"

namespace wirecut {
namespace {

constexpr std::array<bool, 256> kAsciiAlnum = [] {
  std::array<bool, 256> table{};
  for (std::size_t c = 0; c < kAsciiClass.size(); ++c) table[c] = is_alnum(kAsciiClass[c]);
  return table;
}();

// What ends a word of letters whatever follows: never a joiner, a full stop or the start of a clitic.
constexpr std::array<bool, 256> kEndsWord = [] {
  std::array<bool, 256> table{};
  for (const char c : std::string_view(" \t\r\n,;!?)\"")) table[static_cast<unsigned char>(c)] = true;
  return table;
}();

constexpr std::size_t kBytesAToken = 5;  // of English news, and less

bool is_ascii_letter(char c) { return (static_cast<unsigned char>(c) | 32u) - 'a' < 26u; }

class Cutter {
 public:
  Cutter(const std::string& text, const Lexicon& lexicon, std::vector<Token>& out)
      : text_(text), lexicon_(lexicon), out_(out) {}

  void cut() {
    std::size_t at = 0;
    while (at < text_.size()) {
      // A space and a letter are nearly all that is met here: no class is looked up.
      if (text_[at] == ' ') {
        gap_ |= kSpaceBefore;
        if (++at == text_.size()) break;
      }
      if (is_ascii_letter(text_[at])) {
        at = cut_word(at);
        gap_ = 0;
        continue;
      }
      const Char c = char_at(text_, at);
      if (c.kind == CharClass::space) {
        gap_ |= kSpaceBefore;
        if (c.code == '\n' || c.code == '\r') gap_ |= kNewlineBefore;
        if (c.code == '\n') in_single_quotes_ = false;
        at += c.size;
      } else if (c.kind == CharClass::ignorable) {
        at += c.size;
      } else {
        at = cut_token(at, c);
        gap_ = 0;
      }
    }
  }

 private:
  Char peek(std::size_t at) const { return char_at(text_, at); }
  bool alnum_at(std::size_t at) const { return is_alnum(peek(at).kind); }
  bool digit_at(std::size_t at) const { return peek(at).kind == CharClass::digit; }

  std::size_t cut_token(std::size_t at, Char c) {
    switch (c.kind) {
      case CharClass::apostrophe:
        return cut_apostrophe(at, c);
      case CharClass::quote:
        return cut_quote(at, c);
      case CharClass::hyphen:
      case CharClass::punctuation:
        return cut_marks(at, c);
      case CharClass::symbol:
        return emit(at, at + c.size, TokenKind::symbol);
      default:
        return cut_joined_word(at);
    }
  }

  // Adds the token [start, end) and returns its end.
  std::size_t emit(std::size_t start, std::size_t end, TokenKind kind) {
    Form form;
    for (std::size_t at = start; at < end;) {
      const Char c = peek(at);
      form.add(c);
      at += c.size;
    }
    return emit(start, end, kind, form, 0);
  }

  std::size_t emit(std::size_t start, std::size_t end, TokenKind kind, const Form& form, unsigned more_flags) {
    Token token;
    token.span = {static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end)};
    token.kind = kind;
    token.flags = static_cast<std::uint8_t>(gap_ | more_flags);
    form.fill(token);
    out_.push_back(token);
    gap_ = 0;
    return end;
  }

  // ---- marks

  // A run of one mark is one token: "--" "..." "!!"; brackets stand alone. "@handle" is an address, ".DJI" a code,
  // "&quot;" a mark.
  std::size_t cut_marks(std::size_t at, Char c) {
    if (const std::size_t size = mark_entity_at(text_, at).spelling.size(); size != 0)
      return emit(at, at + size, TokenKind::quote, Form::of({'"', 1, CharClass::quote}), 0);
    if (c.code == '.' && (gap_ != 0 || std::string_view("([<").find(text_[at - 1]) != std::string_view::npos))
      if (const std::size_t end = market_code_end(text_, at); end != 0) return emit(at, end, TokenKind::word);
    if (c.code == '@' && gap_ != 0 && alnum_at(at + 1)) {
      std::size_t end = at + 1;
      while (alnum_at(end) || (end < text_.size() && text_[end] == '_')) end += peek(end).size;
      return emit(at, end, TokenKind::web);
    }
    const bool repeats = std::string_view(".-!?*_=~#").find(static_cast<char>(c.code)) != std::string_view::npos;
    std::size_t end = at + c.size;
    while (repeats && c.code < 0x80 && end < text_.size() && text_[end] == text_[at]) ++end;
    return emit(at, end, TokenKind::punctuation);
  }

  // ``quoted'' is the typewriter's form of double marks.
  std::size_t cut_quote(std::size_t at, Char c) {
    if (c.code == 0x2018) {
      if (const std::size_t end = clipped_end(text_, at); end != 0) return emit(at, end, TokenKind::word);
      in_single_quotes_ = true;
    }
    const std::size_t end = at + c.size;
    const bool twice = c.code != '"' && peek(end).code == c.code && (c.code == '`' || c.code == 0x2018);
    return emit(at, twice ? end + c.size : end, TokenKind::quote);
  }

  std::size_t cut_apostrophe(std::size_t at, Char c) {
    const std::size_t end = at + c.size;
    if (peek(end).code == c.code) return emit(at, end + c.size, TokenKind::quote);
    const bool touches_word = gap_ == 0 && !out_.empty() && out_.back().span.end == at;
    if (touches_word) {
      if (const std::size_t clitic = clitic_end(text_, at); clitic != 0) return emit(at, clitic, TokenKind::word);
      if (!in_single_quotes_ && is_sibilant_word(out_.back())) return emit(at, end, TokenKind::word);
    } else if (const std::size_t clipped = clipped_end(text_, at); clipped != 0) {
      return emit(at, clipped, TokenKind::word);
    }
    const bool opens = !touches_word || (out_.back().kind != TokenKind::word && alnum_at(end));
    in_single_quotes_ = opens && alnum_at(end);
    return emit(at, end, TokenKind::quote);
  }

  bool is_sibilant_word(const Token& token) const {
    const char last = to_lower(text_[token.span.end - 1]);
    return (token.kind == TokenKind::word || token.kind == TokenKind::number) &&
           (last == 's' || last == 'x' || last == 'z');
  }

  // ---- words and numbers

  // What is known of a word while it grows.
  struct Word {
    std::size_t start = 0;
    std::size_t end = 0;  // behind its last character that isn't ignorable
    Form form;
    CharClass first = CharClass::space;
    CharClass last = CharClass::space;
    std::uint32_t piece = 0;   // letters since the last inner full stop
    bool short_pieces = true;  // all of them so far have one or two letters
    bool dotted = false;       // "U.S": full stops between letters
    bool letters_behind_hyphen = false;
  };

  // One that begins with an ASCII letter: most of them end with one, too.
  std::size_t cut_word(std::size_t start) {
    const PlainForm plain = read_plain_form(text_.data() + start);
    if (kEndsWord[static_cast<unsigned char>(*plain.end)]) {
      const auto end = static_cast<std::size_t>(plain.end - text_.data());
      out_.push_back({{static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end)},
                      plain.hash,
                      plain.lower_hash,
                      TokenKind::word,
                      static_cast<std::uint8_t>(gap_ | plain.flags)});
      return end;
    }
    return cut_joined_word(start);
  }

  // A word that may hold joiners, other letters or digits, or end in a full stop or a clitic.
  std::size_t cut_joined_word(std::size_t start) {
    Word word;
    word.start = word.end = start;
    std::size_t at = start;
    while (true) {
      at = run_of_alnum(at, word);
      const Char joiner = peek(at);
      if (at >= text_.size() || is_alnum(joiner.kind) || joiner.kind == CharClass::space) break;
      if (const std::size_t end = web_end(word, at, joiner); end != 0) return emit(start, end, TokenKind::web);
      if (const std::size_t end = code_end(word, at, joiner); end != 0) return emit(start, end, TokenKind::word);
      if (!joins(word, at, joiner)) break;
      note_joiner(word, at, joiner);
      at += joiner.size;
    }
    return finish_word(word);
  }

  std::size_t end_of_ascii_run(std::size_t at) const {
    while (at < text_.size() && kAsciiAlnum[static_cast<unsigned char>(text_[at])]) ++at;
    return at;
  }

  // Over letters, digits, marks and ignorable characters; returns where they end.
  std::size_t run_of_alnum(std::size_t at, Word& word) {
    while (true) {
      if (const std::size_t end = end_of_ascii_run(at); end > at) {
        word.form.add_ascii(text_.substr(at, end - at));
        if (word.first == CharClass::space) word.first = peek(at).kind;
        word.last = peek(end - 1).kind;
        word.piece += static_cast<std::uint32_t>(end - at);
        word.end = at = end;
      }
      const Char c = peek(at);
      if (is_alnum(c.kind)) {
        word.form.add(c);
        if (word.first == CharClass::space) word.first = c.kind;
        word.last = c.kind;
        ++word.piece;
        at += c.size;
        word.end = at;
      } else if (c.kind == CharClass::ignorable && at < text_.size()) {
        at += c.size;
      } else {
        return at;
      }
    }
  }

  std::size_t web_end(const Word& word, std::size_t at, Char mark) {
    if ((mark.code != ':' && mark.code != '@' && mark.code != '.') || at < web_scanned_) return 0;
    if (mark.code == ':' ? text_.substr(at, 3) != "://" : !alnum_at(at + 1)) return 0;
    return find_web_end(text_, word.start, at, web_scanned_);
  }

  // "WMT.N", "EUR=": where the code ends of which the word and the mark are part; 0 where they are of none.
  std::size_t code_end(const Word& word, std::size_t at, Char mark) const {
    if (mark.code != '=' && (mark.code != '.' || peek(at + 1).kind != CharClass::upper)) return 0;
    const std::size_t end = market_code_end(text_, word.start);
    return end > at ? end : 0;
  }

  // Does the character at `at` tie the word before it to what follows?
  bool joins(const Word& word, std::size_t at, Char joiner) const {
    const Char next = peek(at + joiner.size);
    if (!is_alnum(next.kind)) return false;
    const bool digits = word.last == CharClass::digit && next.kind == CharClass::digit;
    const bool letters = is_letter(word.last) && is_letter(next.kind);
    switch (joiner.code) {
      case '.':
        return digits || (letters && joins_acronym(word, at + 1));
      case ',':
      case ':':
      case '/':
        return digits;
      case '&':
        return is_letter(word.last) && next.kind == CharClass::upper;
      case '_':
        return true;
      default:
        break;
    }
    if (joiner.kind == CharClass::hyphen) return true;
    if (joiner.kind == CharClass::apostrophe || joiner.code == 0x2018)
      return letters && !is_negation(word, at) && clitic_end(text_, at) == 0;
    return false;
  }

  // "U.S", "Ph.D", "a.m": pieces of one or two letters; not "said.The".
  bool joins_acronym(const Word& word, std::size_t at) const {
    if (!word.short_pieces || word.piece > 2) return false;
    std::size_t letters = 0;
    while (letters < 3 && is_letter(peek(at).kind)) {
      at += peek(at).size;
      ++letters;
    }
    return letters <= 2 && !digit_at(at) && (letters == 1 || word.dotted || word.piece == 2);
  }

  void note_joiner(Word& word, std::size_t at, Char joiner) const {
    word.form.add(joiner.code == 0x2018 ? Char{'\'', 3, CharClass::apostrophe} : joiner);
    if (joiner.code == '.' && is_letter(word.last)) word.dotted = true;
    if (joiner.code != '.') word.short_pieces = false;
    if (joiner.kind == CharClass::hyphen && is_letter(peek(at + joiner.size).kind)) word.letters_behind_hyphen = true;
    word.piece = 0;
  }

  // "don" before "'t": the n belongs to the clitic.
  bool is_negation(const Word& word, std::size_t at) const {
    const std::size_t t = at + peek(at).size;
    return word.end - word.start >= 2 && to_lower(text_[word.end - 1]) == 'n' && t < text_.size() &&
           to_lower(text_[t]) == 't' && !alnum_at(t + 1);
  }

  std::size_t finish_word(const Word& word) {
    const std::size_t at = word.end;
    const CharClass behind = peek(at).kind;
    if (behind == CharClass::apostrophe && is_negation(word, at)) {
      emit(word.start, at - 1, TokenKind::word);
      return emit(at - 1, at + peek(at).size + 1, TokenKind::word);
    }
    if (at < text_.size() && text_[at] == '.' && owns_full_stop(word)) {
      Form form = word.form;
      form.add(peek(at));
      const TokenKind kind = is_currency(word) ? TokenKind::symbol : TokenKind::word;
      return emit(word.start, at + 1, kind, form, kAbbreviation);
    }
    const bool number = word.first == CharClass::digit && !word.letters_behind_hyphen;
    return emit(word.start, at, number ? TokenKind::number : TokenKind::word, word.form, 0);
  }

  // "Rs. 35,000": a sign like "$".
  bool is_currency(const Word& word) const {
    if (word.dotted) return false;
    const RowRange rows = lexicon_.abbreviations.find_word(word.form.lower_hash_with_stop());
    return !rows.empty() && lexicon_.abbreviations.cell(rows.first, 1) == "currency";
  }

  // Does the full stop behind the word belong to it?
  bool owns_full_stop(const Word& word) const {
    const std::size_t next = word.end + 1;
    if (word.form.has_digit() || (next < text_.size() && text_[next] == '.')) return false;
    if (word.dotted && word.short_pieces) return true;
    if (next < text_.size() && text_[next] == ',') return true;  // no sentence ends there: "(D., N.Y.)"
    if (word.form.letters() == 1 && word.form.is_capital()) return is_initial(word.start, next);
    const RowRange rows = lexicon_.abbreviations.find_word(word.form.lower_hash_with_stop());
    if (rows.empty()) return false;
    const std::string_view kind = lexicon_.abbreviations.cell(rows.first, 1);
    if (kind == "number" || kind == "currency") return digit_at(next) || (peek(next).code == ' ' && digit_at(next + 1));
    return kind == "other" || word.form.is_capital();
  }

  // "J. Roe", "J.P. Roe"; at a line's end a single letter is a grade or a name: "Plan B."; behind a stroke the last of
  // an acronym: "I/B/E/S. Sales"
  bool is_initial(std::size_t start, std::size_t next) const {
    if (start > 0 && text_[start - 1] == '/') return false;
    if (is_letter(peek(next).kind)) return true;
    if (next >= text_.size() || text_[next] != ' ') return false;
    const CharClass after = peek(next + 1).kind;
    return after == CharClass::upper || after == CharClass::lower;
  }

  std::string_view text_;  // a NUL stands behind it
  const Lexicon& lexicon_;
  std::vector<Token>& out_;
  unsigned gap_ = kSpaceBefore;  // flags of the white space since the last token
  bool in_single_quotes_ = false;
  std::size_t web_scanned_ = 0;  // no address begins before here that was not found
};

}  // namespace

void tokenize(const Story& story, const Lexicon& lexicon, Tokenization& into) {
  into.tokens.clear();
  into.tokens.reserve(story.text.size() / kBytesAToken);
  Cutter(story.text, lexicon, into.tokens).cut();
  split_sentences(story, lexicon, into.tokens, into.sentences);
}

}  // namespace wirecut
