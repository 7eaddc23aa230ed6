#include "tagger/names_features.h"

#include <algorithm>

#include "lexicon/utf8.h"

namespace wirecut {
namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::uint32_t check_of_lower(std::string_view word) {
  std::uint64_t h = kHashSeed;
  for (char c : word) h = hash_step(h, static_cast<unsigned char>(to_lower(c)));
  return NamesModel::check_of(mix_bits(h));
}

// Runs of upper case, lower case and digits become "X", "x" and "0", of two and more "XX", "xx", "00".
std::uint32_t pattern_of(std::string_view word) {
  std::uint64_t h = kHashSeed;
  char last = 0;
  int run = 0;
  for (char c : word) {
    if (is_continuation(c)) continue;
    const char kind = is_upper(c) ? 'X' : is_lower(c) ? 'x' : is_digit(c) ? '0' : c;
    run = kind == last ? run + 1 : 0;
    if (run < 2) h = hash_step(h, static_cast<unsigned char>(kind));
    last = kind;
  }
  return NamesModel::check_of(mix_bits(h));
}

WordShape shape_of_hyphened(std::string_view word, const Token& token) {
  const std::size_t hyphen = word.rfind('-');
  if (hyphen == std::string_view::npos || hyphen + 1 >= word.size()) return WordShape::mixed;
  const bool capital_behind = is_upper(word[hyphen + 1]);
  if (token.has(kCapitalized)) return capital_behind ? WordShape::capital_capital : WordShape::capital_lower;
  return std::any_of(word.begin(), word.end(), is_upper) ? WordShape::lower_capital : WordShape::lower;
}

// The checks of its first and last characters, as many as there are others beside them.
void read_affixes(std::string_view word, WordFacts& facts) {
  std::uint64_t h = kHashSeed;
  std::size_t at = 0;
  for (std::size_t characters = 1; characters < facts.prefix.size() + 2 && at < word.size(); ++characters) {
    do {
      h = hash_step(h, static_cast<unsigned char>(to_lower(word[at++])));
    } while (at < word.size() && is_continuation(word[at]));
    if (characters >= 2 && at < word.size()) facts.prefix[characters - 2] = NamesModel::check_of(mix_bits(h));
  }
  at = word.size();
  for (std::uint32_t& suffix : facts.suffix) {
    do {
      if (at <= 1) return;
    } while (is_continuation(word[--at]));
    suffix = check_of_lower(word.substr(at));
  }
}

}  // namespace

WordShape shape_of(std::string_view word, const Token& token) {
  constexpr WordShape kOtherShapes[] = {WordShape::none,  WordShape::number, WordShape::mark,
                                        WordShape::quote, WordShape::symbol, WordShape::web};  // by TokenKind
  if (token.kind != TokenKind::word) return kOtherShapes[static_cast<std::size_t>(token.kind)];
  if (is_lower(token)) return WordShape::lower;
  if (token.has(kHasDigit))
    return token.has(kHasHyphen) && !token.has(kCapitalized) ? WordShape::lower : WordShape::alphanumeric;
  if (token.has(kAllCaps)) return token.has(kAbbreviation) ? WordShape::acronym : WordShape::capitals;
  if (token.has(kHasHyphen)) return shape_of_hyphened(word, token);
  const bool more_capitals = std::any_of(word.begin() + 1, word.end(), is_upper);
  if (!token.has(kCapitalized)) return more_capitals ? WordShape::mixed : WordShape::lower;
  if (word.size() == 1 || (word.size() == 2 && word[1] == '.')) return WordShape::initial;
  return more_capitals ? WordShape::mixed : WordShape::capital;
}

std::uint64_t list_marks(const Table& lists, RowRange entry, NamePlace place) {
  std::uint64_t marks = 0;
  for (char kind : lists.cell(entry.first, 1))
    marks |= std::uint64_t{1} << (4 * (static_cast<unsigned>(kind - 'a') & 15U) + static_cast<unsigned>(place));
  return marks;
}

WordFacts facts_of(std::string_view word, std::uint32_t form, std::uint32_t lower, WordShape shape,
                   const NamesModel& model) {
  WordFacts facts;
  facts.form = form;
  facts.lower = lower;
  facts.shape = shape;
  if (const NamesWord* known = model.find_word(form); known != nullptr) {
    facts.class_2000 = known->class_2000;
    facts.class_500 = known->class_500;
    facts.class_100 = known->class_100;
    facts.use = known->use;
  }
  read_letters(word, facts);
  return facts;
}

void read_letters(std::string_view word, WordFacts& facts) {
  const WordShape shape = facts.shape;
  if (shape != WordShape::lower && shape != WordShape::capital && shape != WordShape::capitals)
    facts.pattern = pattern_of(word);
  if (shape == WordShape::mark || shape == WordShape::quote || shape == WordShape::symbol) return;
  read_affixes(word, facts);
  const std::size_t hyphen = word.find('-');
  if (hyphen != std::string_view::npos && hyphen > 0 && hyphen + 1 < word.size()) {
    facts.first_part = check_of_lower(word.substr(0, hyphen));
    facts.last_part = check_of_lower(word.substr(word.rfind('-') + 1));
  }
}

}  // namespace wirecut
