#include "quotes/listeners.h"

#include "lexicon/word_map.h"
#include "lexicon/word_use.h"

namespace wirecut {
namespace {

// Whether a clause begins at `at`, with its subject: `he was`, `he “did not do it”`, `the brakes had`.
bool begins_clause(std::span<const Item> items, const Lexicon& lexicon, std::uint32_t at) {
  static constexpr auto kSubjects = word_list({"he", "i", "it", "she", "there", "they", "we"});
  constexpr std::uint32_t kMostOfSubject = 8;
  if (kSubjects.of(items[at].word)) {
    const std::size_t verb = at + (items[at + 1].has_tag(PosTag::RB) && at + 2 < items.size() ? 2 : 1);  // "he now had"
    return is_finite_verb(items[verb]) || items[at + 1].mark != MarkState::outside;
  }
  if (!has_one_of(items[at], {PosTag::DT, PosTag::PRPS}) || !is_noun_or_pronoun(items[at - 1])) return false;
  for (std::uint32_t i = at + 1; i < items.size() && i <= at + kMostOfSubject; ++i) {
    if (is_finite_verb(items[i])) return is_noun_or_pronoun(items[i - 1]);
    const bool is_time = has_use(lexicon.time_words, items[i].word, "unit");  // "this week"
    if (is_time || items[i].boundary != Boundary::none || items[i].mark != MarkState::outside) return false;
  }
  return false;
}

// `police | whether he had left`, `her | about the car`; `told her | to leave`, but `asked | her to leave`: so
// PolNeAR's gold has it.
bool begins_question(std::span<const Item> items, std::uint64_t verb, std::uint32_t at) {
  static constexpr auto kOpenings = word_list({"about", "how", "if", "what", "where", "whether", "why"});
  static constexpr auto kVerbs = word_list({"convince", "persuade", "remind", "tell"});
  static constexpr auto kNouns = word_list({"question", "questions"});
  const Item &opening = items[at], &before = items[at - 1];
  const bool is_request =
      opening.boundary == Boundary::to && at + 1 < items.size() && items[at + 1].has_tag(PosTag::VB) && kVerbs.of(verb);
  return (is_request || kOpenings.of(opening.word)) && is_noun_or_name(before) && !kNouns.of(before.word);
}

}  // namespace

std::uint32_t start_of_told(std::span<const Item> items, const Lexicon& lexicon, const ItemRange& range) {
  constexpr std::uint32_t kMostItems = 8;
  for (std::uint32_t i = range.first; i + 1 < range.end && i < range.first + kMostItems; ++i) {
    if (i > range.first && begins_question(items, items[range.first - 1].lemma, i)) return i;
    if (items[i].boundary != Boundary::none || items[i].is_verb || items[i].mark != MarkState::outside) break;
    if (i > range.first && begins_clause(items, lexicon, i)) return i;
  }
  return range.first;
}

}  // namespace wirecut
