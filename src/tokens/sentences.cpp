// A sentence ends behind . ! ? with its closing quotes and brackets, where the next word looks like a beginning, and at
// every border of a part or paragraph (structure/). A full stop that belongs to an abbreviation ends a sentence only
// before a word that commonly opens one ("in the U.S. The ..."), never after a title or within initials
// ("Michael R. Pompeo"); after an hour or a firm before other words too, but those that go on with them ("at 8 a.m.
// London time", "Acme Corp. Chairman Ann Roe"). Outside the body each line is a sentence: headers are lists, not prose.
// So it is in the body, unless the text is wrapped: the first word of the next line would not have fitted into the
// paragraph's widest one. Where the lines of a story were joined, a subhead in capitals is told by them: "... in May.
// DEBT WEIGHS Acme Corp ...".

#include "tokens/sentences.h"

#include <algorithm>

#include "lexicon/word_use.h"
#include "tokens/abbreviation_ends.h"

namespace wirecut {
namespace {

// Where a part or paragraph begins; it lasts until the next border.
struct Border {
  std::uint32_t start;
  Part part;
  bool opens_paragraph;
};

std::vector<Border> list_borders(const Story& story) {
  const Structure& structure = story.structure;
  std::vector<Border> borders;
  borders.reserve(11 + (structure.body ? structure.body->paragraphs.size() : 0));
  borders.push_back({0, Part::head, false});
  const auto add = [&](Span span, Part part) {
    borders.push_back({span.start, part, true});
    const bool in_body = structure.body && structure.body->span.contains(span);
    const bool after_body = structure.body && span.end >= structure.body->span.end;
    borders.push_back({span.end, in_body ? Part::body : after_body ? Part::tail : Part::head, false});
  };
  if (structure.body) {
    borders.push_back({structure.body->span.start, Part::body, true});
    std::uint32_t end = structure.body->span.start;
    for (Span paragraph : structure.body->paragraphs) {
      // What stands between two of them and is no paragraph is none of the story's.
      const std::size_t between = story.text.find_first_not_of(" \t\r\n", end);
      if (between < paragraph.start) borders.push_back({static_cast<std::uint32_t>(between), Part::tail, true});
      borders.push_back({paragraph.start, Part::body, true});
      end = paragraph.end;
    }
    if (const std::size_t rest = story.text.find_first_not_of(" \t\r\n", end); rest < structure.body->span.end)
      borders.push_back({static_cast<std::uint32_t>(rest), Part::tail, true});
    borders.push_back({structure.body->span.end, Part::tail, false});
  }
  if (structure.headline) add(*structure.headline, Part::headline);
  if (structure.byline) add(structure.byline->span, Part::byline);
  if (structure.dateline) {
    // The dash behind it, which belongs to neither, stays with it.
    borders.push_back({structure.dateline->span.start, Part::dateline, true});
    if (!structure.body || structure.body->span.start < structure.dateline->span.end)
      add(structure.dateline->span, Part::dateline);
  }
  if (structure.source) add(structure.source->span, Part::tail);
  std::stable_sort(borders.begin(), borders.end(), [](const Border& a, const Border& b) { return a.start < b.start; });
  return borders;
}

constexpr std::size_t kNarrowestColumn = 40;  // bytes of a line of wrapped prose

std::size_t widest_line(std::string_view text) {
  std::size_t widest = 0;
  std::size_t line_feed = text.find('\n'), carriage_return = text.find('\r');  // the next of each, searched once
  for (std::size_t start = 0; start < text.size();) {
    if (line_feed < start) line_feed = text.find('\n', start);
    if (carriage_return < start) carriage_return = text.find('\r', start);
    const std::size_t end = std::min({line_feed, carriage_return, text.size()});
    widest = std::max(widest, end - start);
    start = end + 1;
  }
  return widest;
}

class Splitter {
 public:
  Splitter(const Story& story, const Lexicon& lexicon, const std::vector<Token>& tokens)
      : text_(story.text), lexicon_(lexicon), tokens_(tokens), view_{text_, tokens_, lexicon_} {}

  // Does a sentence end between tokens i - 1 and i, inside one part? `widest_line` is that of the paragraph, in bytes.
  // Not inline, for the sake of the many tokens that it isn't asked about.
  [[gnu::noinline]] bool breaks_before(std::uint32_t i, Part part, std::size_t widest_line) const {
    const Token& next = tokens_[i];
    if (next.has(kNewlineBefore) && (part != Part::body || blank_line_before(i) || !is_wrapped(i, widest_line)))
      return true;
    if (closes(next)) return opens_glued_quotation(i);
    const std::uint32_t stop = last_mark_before(i);
    const Token& mark = tokens_[stop];
    if (mark.has(kAbbreviation)) return ends_after_abbreviation(stop, i, part);
    if (!is_terminator(mark)) return false;
    const bool full_stop = text_[mark.span.start] == '.';
    if (!next.has(kSpaceBefore)) return full_stop && mark.span.size() == 1 && missing_space(stop, i);
    return looks_like_beginning(i, full_stop && mark.span.size() == 1);
  }

  // Where the subhead ends that begins at token i, which opens a sentence: words in capitals, one of them too long for
  // an acronym, with another sentence behind them on the same line and before the next border. i where there is none.
  std::uint32_t end_of_subhead(std::uint32_t i, std::uint32_t next_border) const {
    constexpr std::uint32_t kLongAcronym = 4, kMostTokens = 16;
    if (!tokens_[i].has(kAllCaps)) return i;
    std::uint32_t end = i, words = 0;
    bool has_long_word = false;
    for (; end < tokens_.size() && is_of_subhead(tokens_[end]); ++end) {
      if (end == i + kMostTokens || (end > i && tokens_[end].has(kNewlineBefore))) return i;
      words += tokens_[end].kind == TokenKind::word && !is_apostrophe(tokens_[end]) ? 1 : 0;
      has_long_word |= tokens_[end].span.size() > kLongAcronym && !has_stop(view_, tokens_[end]);
    }
    while (end > i && tokens_[end - 1].has(kAbbreviation)) --end, --words;  // "BONDS SLIP U.S. Treasuries fell"
    if (end == i || end == tokens_.size() || tokens_[end].span.start >= next_border) return i;
    if (!may_follow_subhead(tokens_[end])) return i;
    const Token &last = tokens_[end - 1], &next = tokens_[end];
    if (last.kind == TokenKind::punctuation) return i;
    if (!lexicon_.sentence_starters.find_word(next.lower_hash).empty()) return words > 1 || has_long_word ? end : i;
    const bool is_name = has_use(lexicon_.organization_words, next.lower_hash, "suffix");  // "DEUTSCHE BANK AG"
    return words > 1 && has_long_word && !is_name && last.kind == TokenKind::word ? end : i;
  }

 private:
  char first_byte(const Token& token) const { return text_[token.span.start]; }

  bool may_follow_subhead(const Token& token) const {
    return token.kind == TokenKind::word && token.has(kCapitalized) && !token.has(kNewlineBefore) &&
           !is_apostrophe(token) && (!token.has(kAllCaps) || token.lower_hash == hash_word("u.s."));
  }

  // "'S" of "WORLD'S"
  bool is_apostrophe(const Token& token) const {
    return first_byte(token) == '\'' || text_.substr(token.span.start).starts_with("’");
  }

  bool is_of_subhead(const Token& token) const {
    if (token.kind == TokenKind::number) return true;
    if (token.kind == TokenKind::punctuation) return first_byte(token) == ',';
    return token.kind == TokenKind::word &&
           (token.has(kAllCaps) || (token.has(kCapitalized) && (token.span.size() == 1 || is_apostrophe(token))));
  }

  bool is_terminator(const Token& token) const {
    if (token.kind != TokenKind::punctuation) return false;
    const char c = first_byte(token);
    if (static_cast<unsigned char>(c) < 0x80) return c == '.' || c == '!' || c == '?';
    const std::string_view mark = text_.substr(token.span.start, token.span.size());
    return mark == "…" || mark == "。";
  }

  // A bracket or quotation mark that stands close to the word before it belongs to that word's sentence.
  bool closes(const Token& token) const {
    if (token.has(kSpaceBefore)) return false;
    if (token.kind == TokenKind::quote) return true;
    const char c = first_byte(token);
    return token.kind == TokenKind::punctuation && c != '(' && c != '[' && c != '{';
  }

  // "a good year.“We are glad": a space was lost.
  bool opens_glued_quotation(std::uint32_t i) const {
    const bool is_glued = i > 1 && opens_capital(i + 1) && !tokens_[i + 1].has(kSpaceBefore) &&
                          is_terminator(tokens_[i - 1]) && tokens_[i - 2].kind == TokenKind::word;
    return is_glued && text_.substr(tokens_[i].span.start).starts_with("“");
  }

  // The token before i, closing marks passed over; at most a few, so that long runs of marks cost no more.
  std::uint32_t last_mark_before(std::uint32_t i) const {
    std::uint32_t at = i - 1;
    for (int steps = 0; steps < 4 && at > 0 && closes(tokens_[at]) && !is_terminator(tokens_[at]); ++steps) --at;
    return at;
  }

  bool blank_line_before(std::uint32_t i) const {
    const std::uint32_t from = i == 0 ? 0 : tokens_[i - 1].span.end;
    return std::count(text_.begin() + from, text_.begin() + tokens_[i].span.start, '\n') >= 2;
  }

  // Does the line before token i end because the next word would not have fitted? Tables are narrower than prose.
  bool is_wrapped(std::uint32_t i, std::size_t widest_line) const {
    if (widest_line < kNarrowestColumn) return false;
    const Token& last = tokens_[i - 1];
    const std::size_t line_start = text_.find_last_of("\r\n", last.span.start) + 1;  // npos + 1 is 0
    const std::size_t word_end = std::min(text_.find_first_of(" \t\r\n", tokens_[i].span.start), text_.size());
    return last.span.end - line_start + 1 + (word_end - tokens_[i].span.start) > widest_line;
  }

  // "said.The": a space was lost.
  bool missing_space(std::uint32_t stop, std::uint32_t i) const {
    return stop > 0 && stop + 1 == i && tokens_[stop - 1].kind == TokenKind::word && !tokens_[stop - 1].has(kAllCaps) &&
           tokens_[i].kind == TokenKind::word && tokens_[i].has(kCapitalized) && !tokens_[stop].has(kSpaceBefore);
  }

  bool looks_like_beginning(std::uint32_t i, bool after_full_stop) const {
    const Token& next = tokens_[i];
    switch (next.kind) {
      case TokenKind::word:
        return next.has(kCapitalized) || next.has(kNonAscii) || is_uncased(next);
      case TokenKind::number:
      case TokenKind::symbol:
        return true;
      case TokenKind::web:
        return true;
      case TokenKind::quote:
        return i + 1 >= tokens_.size() || after_full_stop || opens_capital(i + 1);
      case TokenKind::punctuation:
        return after_full_stop || opens_capital(i + 1);
    }
    return true;
  }

  bool opens_capital(std::uint32_t i) const { return i < tokens_.size() && tokens_[i].has(kCapitalized); }

  bool is_uncased(const Token& token) const {
    const char c = first_byte(token);
    return !(c >= 'a' && c <= 'z');
  }

  bool ends_after_abbreviation(std::uint32_t stop, std::uint32_t i, Part part) const {
    const Token& abbreviation = tokens_[stop];
    std::string_view kind = abbreviation_kind(view_, abbreviation);
    if (abbreviation.has(kAllCaps) && stop > 0 && abbreviation_kind(view_, tokens_[stop - 1]) == "hour")
      kind = "hour";  // "9 a.m. EST."
    if (kind == "title") return false;
    std::uint32_t word = i;
    if (tokens_[word].kind == TokenKind::quote && word + 1 < tokens_.size()) ++word;
    if (!tokens_[word].has(kCapitalized)) return false;
    // Marks between the two settle it: `... in the U.S." Analysts said`, but "Acme Inc., Ohio".
    if (stop + 1 < i) return std::string_view(",;:/%&").find(first_byte(tokens_[stop + 1])) == std::string_view::npos;
    if (kind == "hour" && opens_with_hour(view_, stop)) return false;
    if (!lexicon_.sentence_starters.find_word(tokens_[word].lower_hash).empty()) return true;
    if (part != Part::body) return false;  // "Acme Corp. Posts Record Profit" is a headline
    return (kind == "hour" && !hour_goes_on(view_, stop, word)) || (kind == "firm" && !firm_goes_on(view_, stop, word));
  }

  std::string_view text_;
  const Lexicon& lexicon_;
  const std::vector<Token>& tokens_;
  const TokenView view_;
};

// Most places between two tokens: no mark stands there, nor does a line begin, and so no sentence ends.
bool is_amid_words(const Token& last, const Token& next) {
  return last.kind != TokenKind::punctuation && last.kind != TokenKind::quote && !last.has(kAbbreviation) &&
         !next.has(kNewlineBefore);
}

// The first token from i on that may open a sentence: not amid words, or at the border.
std::uint32_t end_of_words(const std::vector<Token>& tokens, std::uint32_t i, std::uint32_t border) {
  const auto may_open = [border](const Token& next) {
    return next.span.start >= border || !is_amid_words((&next)[-1], next);
  };
  return static_cast<std::uint32_t>(std::find_if(tokens.begin() + i, tokens.end(), may_open) - tokens.begin());
}

}  // namespace

void split_sentences(const Story& story, const Lexicon& lexicon, const std::vector<Token>& tokens,
                     std::vector<Sentence>& sentences) {
  sentences.clear();
  const std::vector<Border> borders = list_borders(story);
  const Splitter splitter(story, lexicon, tokens);
  const auto start_of = [&](std::size_t border) {
    return border < borders.size() ? borders[border].start : static_cast<std::uint32_t>(story.text.size());
  };
  std::size_t border = 0;
  std::uint32_t next_border = 0;
  bool opens_paragraph = true;
  std::size_t widest = 0;
  const auto end_last = [&](std::uint32_t end_token) {
    if (sentences.empty()) return;
    sentences.back().end_token = end_token;
    sentences.back().span.end = tokens[end_token - 1].span.end;
  };
  for (std::uint32_t i = 0; i < tokens.size(); i = end_of_words(tokens, i + 1, next_border)) {
    const std::uint32_t at = tokens[i].span.start;
    const bool crossed = at >= next_border;
    if (crossed) {
      for (; start_of(border + 1) <= at; ++border) opens_paragraph |= borders[border + 1].opens_paragraph;
      next_border = start_of(border + 1);
      widest = widest_line(story.words({start_of(border), next_border}));
    }
    if (crossed || splitter.breaks_before(i, borders[border].part, widest)) {
      end_last(i);
      const Part part = borders[border].part;
      const std::uint32_t subhead_end = part == Part::body ? splitter.end_of_subhead(i, next_border) : i;
      sentences.push_back({tokens[i].span, i, i, part, opens_paragraph || subhead_end != i});
      opens_paragraph = false;
      if (subhead_end == i) continue;
      end_last(subhead_end);
      i = subhead_end;
      sentences.push_back({tokens[i].span, i, i, part, true});
    }
  }
  end_last(static_cast<std::uint32_t>(tokens.size()));
}

}  // namespace wirecut
