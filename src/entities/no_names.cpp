// One rule a function; each quotes what the tagger has taken for a name.

#include "entities/no_names.h"

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "entities/forms.h"
#include "entities/known_parts.h"
#include "lexicon/word_map.h"
#include "lexicon/word_use.h"
#include "tokens/market_code.h"

namespace wirecut {
namespace {

// Words of the wire itself, between the stories and before them: "2nd Ld-Writethru", "Enditem", "Q&A: ...".
bool is_wire_mark(const Token& token) {
  static constexpr auto kMarks = word_list({"enditem", "writethru", "ld-writethru", "lead-writethru", "q&a"});
  return kMarks.of(token.lower_hash);
}

// "Q What comes first?", "A: Yes.": the letters of an interview, at the start of a line, are no names.
void drop_interview_letters(const Story& story, std::vector<Name>& names) {
  static constexpr auto kQ = word_list({"Q", "Q."}), kA = word_list({"A", "A."});
  std::erase_if(names, [&](const Name& name) {
    const Token& first = story.tokens[name.first_token];
    const bool opens_line = name.first_token == 0 || first.has(kNewlineBefore);
    return opens_line && (kQ.of(first.hash) || (is_lone(name) && kA.of(first.hash)));
  });
}

// "Acme Corp ACME.O", "the Example index (.EXI)", "paid Acme $5 million": codes and what opens a sum are no names, and
// no part of one.
void drop_codes_and_sums(const Story& story, std::vector<Name>& names) {
  const auto is_code = [&](std::uint32_t i) {
    const std::string_view word = story.words(story.tokens[i].span);
    if (word == "$") return story.tokens[i].has(kSpaceBefore);
    const bool ends_in_lower_case = word.back() >= 'a' && word.back() <= 'z';  // no code does
    return !ends_in_lower_case && story.tokens[i].has(kCapitalized) && is_market_code(word);
  };
  std::erase_if(names, [&](Name& name) {
    const std::uint32_t end = name.end_token;
    while (name.end_token > name.first_token && is_code(name.end_token - 1)) --name.end_token;
    if (name.end_token == name.first_token) return true;
    if (name.end_token < end) name.span.end = story.tokens[name.end_token - 1].span.end;
    return name.end_token < end && name.span.size() == 1;  // "A $5 bill"
  });
}

// "Ven" of "Ven. Rathana Roe": a form of address, parted from the name that it belongs to.
void drop_forms_of_address(const Story& story, const Lexicon& lexicon, std::vector<Name>& names) {
  std::erase_if(names, [&](const Name& name) {
    if (!is_lone(name) || name.end_token + 1 >= story.tokens.size()) return false;
    const RowRange rows = lexicon.titles.find_word(story.tokens[name.first_token].lower_hash);
    return !rows.empty() && lexicon.titles.cell(rows.first, kTitleKind) == "address" &&
           story.words(story.tokens[name.end_token].span) == "." &&
           story.tokens[name.end_token + 1].has(kCapitalized) && !story.tokens[name.end_token + 1].has(kNewlineBefore);
  });
}

// "Feb 11 - The bank cut rates", "Thu 12 Oct", "on Monday morning", "jroe@example.com": days and addresses.
void drop_days_and_addresses(const Story& story, const Lexicon& lexicon, std::vector<Name>& names) {
  std::erase_if(names, [&](const Name& name) {
    if (!is_lone(name)) return false;
    const Token& token = story.tokens[name.first_token];
    if (token.kind == TokenKind::web && story.words(token.span).find('@', 1) != std::string_view::npos) return true;
    if (name.end_token >= story.tokens.size()) return false;
    const bool is_weekday = has_use(lexicon.time_words, token.lower_hash, "weekday");
    if (story.tokens[name.end_token].has(kHasDigit))
      return is_weekday || has_use(lexicon.time_words, token.lower_hash, "month");
    return is_weekday && name.type == EntityType::misc && name.span.size() > 3 &&
           has_use(lexicon.time_words, story.tokens[name.end_token].hash, "part");
  });
}

// "its IPO", "SUVs", "Shr 5 cts": short for common nouns, as data/lexicon/noun_acronyms.tsv has them; but not where the
// story makes one the name of a body, "Employees' Trust Fund (ETF)".
void drop_noun_acronyms(const Story& story, const Lexicon& lexicon, std::vector<Name>& names) {
  const auto is_acronym = [&](const Name& name) {
    const Token& token = story.tokens[name.first_token];
    return is_lone(name) && token.has(kCapitalized) && !lexicon.noun_acronyms.find_word(token.hash).empty();
  };
  const auto word = [&](const Name& name) { return story.tokens[name.first_token].hash; };
  std::vector<std::uint64_t> bodies;  // each once: no more than the table has
  const auto is_body = [&](const Name& name) {
    return std::find(bodies.begin(), bodies.end(), word(name)) != bodies.end();
  };
  for (std::size_t i = 1; i < names.size(); ++i) {
    const Name& body = names[i - 1];
    if (!is_acronym(names[i]) || body.type != EntityType::organization || is_lone(body)) continue;
    const bool opens_bracket =
        body.end_token + 1 == names[i].first_token && story.words(story.tokens[body.end_token].span) == "(";
    if (opens_bracket && !is_body(names[i])) bodies.push_back(word(names[i]));
  }
  std::erase_if(names, [&](const Name& name) { return is_acronym(name) && !is_body(name); });
}

// "\"Maybe Roe will try it", "If Acme comes, they will sell": a word that joins clauses and opens one is no part of the
// name behind it, but for "If Tomorrow Comes".
void cut_conjunctions(const Story& story, std::vector<Name>& names) {
  static constexpr auto kOpening = word_list(
      {"although", "because", "if", "maybe", "once", "perhaps", "though", "unless", "when", "whether", "while"});
  static constexpr auto kMarks = word_list({"\"", "“", "``", "'", "‘", ".", "?", "!", "”"});
  constexpr std::uint32_t kMostWords = 4;  // with it; a longer name is rather a title
  for (Name& name : names) {
    const std::uint32_t first = name.first_token;
    if (is_lone(name) || name.end_token > first + kMostWords || !kOpening.of(story.tokens[first].lower_hash)) continue;
    const bool opens = first == 0 || story.tokens[first].has(kNewlineBefore) || kMarks.of(story.tokens[first - 1].hash);
    const bool goes_on = name.end_token < story.tokens.size() && !story.tokens[name.end_token].has(kCapitalized) &&
                         story.tokens[name.end_token].kind == TokenKind::word;
    if (!opens || !goes_on) continue;
    name.first_token = first + 1;
    name.span.start = story.tokens[first + 1].span.start;
  }
}

// "Editing by Jane Roe", "(Additional Reporting by"; in the body too, where more follows the credits. The word is no
// name wherever a bracket or a mark of the list stands in front.
bool is_credit_word(const Story& story, const Name& name) {
  static constexpr auto kWords = word_list({"additional", "compiled", "editing", "polling", "reporting", "writing"});
  static constexpr auto kMarks = word_list({"(", ";", ",", "/"});
  static constexpr auto kBehind = word_list({"by", "By", "reporting", "Reporting", "writing"});
  const std::uint32_t first = name.first_token;
  if (first == 0 || name.end_token >= story.tokens.size()) return false;
  if (!kWords.of(story.tokens[first].lower_hash) || !kWords.of(story.tokens[name.end_token - 1].lower_hash))
    return false;
  const Token& next = story.tokens[name.end_token];
  return kMarks.of(story.tokens[first - 1].hash) && (kBehind.of(next.hash) || next.has(kCapitalized));
}

}  // namespace

// Where those stand who worked on a story, the words before "by" are what they did: "(Reporting by Jane Roe)".
void drop_credit_words(const Story& story, std::vector<Name>& names) {
  auto sentence = story.sentences.begin();
  std::erase_if(names, [&](const Name& name) {
    while (sentence->end_token <= name.first_token) ++sentence;
    if (is_credit_word(story, name)) return true;
    if (sentence->part != Part::tail || name.end_token >= sentence->end_token) return false;
    const std::string_view next = story.words(story.tokens[name.end_token].span);
    return next == "by" || next == "By" || next == "reporting";
  });
}

void drop_no_names(const Story& story, const Lexicon& lexicon, std::vector<Name>& names) {
  drop_codes_and_sums(story, names);
  drop_interview_letters(story, names);
  drop_forms_of_address(story, lexicon, names);
  drop_days_and_addresses(story, lexicon, names);
  drop_noun_acronyms(story, lexicon, names);
  cut_conjunctions(story, names);
  std::erase_if(names, [&](const Name& name) { return is_wire_mark(story.tokens[name.end_token - 1]); });
}

}  // namespace wirecut
