#include "entities/firm_marks.h"

#include <cstdint>
#include <string_view>

#include "entities/forms.h"
#include "entities/genitives.h"
#include "entities/known_parts.h"
#include "lexicon/word_map.h"
#include "tokens/market_code.h"

namespace wirecut {
namespace {

bool exists(const Story& story, std::uint32_t i) { return i < story.tokens.size(); }
bool is(const Story& story, std::uint32_t i, std::string_view word) { return story.tokens[i].hash == hash_word(word); }

// "Vesna's chief executive", "Vesna's shares fell"; not "her shares in Vesna".
bool owns_as_firm(const Story& story, const Name& name) {
  static constexpr auto kNouns = word_list({"board", "chairman", "headquarters", "shareholders", "shares", "stock"});
  const std::uint32_t noun = name.end_token + 1;
  if (name.type == EntityType::location || !exists(story, noun + 1)) return false;
  if (is(story, noun, "chief") ? !is(story, noun + 1, "executive") : !kNouns.of(story.tokens[noun].hash)) return false;
  return is_genitive(story, story.tokens[noun - 1]) && !is(story, noun + 1, "in") && !is(story, noun + 1, "of");
}

// "Vesna (VSNA.O)", "Vesna VSNA.O": the code of its shares; that of an index opens with a full stop.
bool is_listed(const Story& story, const Name& name) {
  if (!exists(story, name.end_token + 1)) return false;
  const std::uint32_t code = is(story, name.end_token, "(") ? name.end_token + 1 : name.end_token;
  if (!story.tokens[code].has(kCapitalized) && !story.tokens[code].has(kHasDigit)) return false;
  const std::string_view letters = story.words(story.tokens[code].span);
  const std::size_t stop = letters.find('.');
  return stop > 1 && stop + 1 < letters.size() && is_market_code(letters) &&
         !is_compound(story.words(story.tokens[name.end_token - 1].span));
}

// "an analyst at Vesna", "head of research at Vesna", "a broker with Vesna"; not "a manager at Vesna hospital".
bool is_place_of_work(const Story& story, const Lexicon& lexicon, const Name& name) {
  static constexpr auto kJobs = word_list(
      {"analyst", "analysts", "economist", "economists", "strategist", "strategists", "trader", "traders", "broker"});
  static constexpr auto kPosts =
      word_list({"consultant", "director", "manager", "partner", "president", "research", "researcher", "strategy"});
  static constexpr auto kBehind = word_list(
      {",", ".", ";", ":", ")", "(", "\"", "”", "in", "said", "says", "who", "which", "told", "wrote", "and"});
  const std::uint32_t first = name.first_token;
  if (first < 2) return false;
  const std::uint64_t job = story.tokens[first - 2].hash;
  const auto may_be_firm = [&] {
    return name.type != EntityType::location ||
           (!is_lone(name) && lexicon.gazetteer.find(story.words(name.span)).empty());
  };
  const bool works = is(story, first - 1, "at") ? kJobs.of(job) || (kPosts.of(job) && may_be_firm())
                                                : is(story, first - 1, "with") && kJobs.of(job);
  return works && exists(story, name.end_token) &&
         (kBehind.of(story.tokens[name.end_token].hash) || story.tokens[name.end_token - 1].has(kAbbreviation));
}

}  // namespace

bool ends_as_firm(const Story& story, const Lexicon& lexicon, const Name& name) {
  static constexpr auto kSuffixes =
      word_list({"corp", "corp.", "gmbh", "inc", "inc.", "llc", "llp", "ltd", "ltd.", "plc", "pvt"});
  const Token& last = story.tokens[name.end_token - 1];
  if (is_lone(name) || !last.has(kCapitalized) || !kSuffixes.of(last.lower_hash)) return false;
  const bool may_be_person = name.type == EntityType::person && name.end_token == name.first_token + 2;  // "Rob Corp"
  return !(may_be_person && is_given_name(story.tokens[name.first_token], lexicon));
}

bool has_firm_mark(const Story& story, const Lexicon& lexicon, const Name& name) {
  return owns_as_firm(story, name) || is_listed(story, name) || is_place_of_work(story, lexicon, name) ||
         ends_as_firm(story, lexicon, name);
}

}  // namespace wirecut
