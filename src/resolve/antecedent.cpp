// What stands right before a relative pronoun is what it means, but for two things: what hangs on a noun ("an official
// at the bank, who") and an apposition ("Roe, an official at the bank, who").

#include "resolve/antecedent.h"

#include "lexicon/word_map.h"
#include "lexicon/word_use.h"
#include "resolve/speaker_words.h"
#include "tokens/market_code.h"

namespace wirecut {
namespace {

// Where the noun phrase that ends before token `end` begins; `end` where no noun stands there.
std::uint32_t phrase_start(const Story& story, std::uint32_t begin, std::uint32_t end) {
  static constexpr auto kThose = word_list({"those", "people", "others", "some", "many"});
  if (end == begin || !(is_noun(story, end - 1) || kThose.of(story.tokens[end - 1].lower_hash))) return end;
  std::uint32_t first = end - 1;
  while (first > begin && stands_before_noun(tag_of(story, first - 1))) --first;
  const auto is_verb = [&](std::uint32_t i) {  // "citing sources who", "has accused officials who"
    const PosTag before = i > begin ? tag_of(story, i - 1) : PosTag::none;
    const bool has_auxiliary = before == PosTag::RB || (before >= PosTag::VB && before <= PosTag::VBZ);
    return tag_of(story, i) == PosTag::VBG || (tag_of(story, i) == PosTag::VBN && has_auxiliary);
  };
  while (first + 1 < end && is_verb(first)) ++first;
  return first;
}

// On which noun the phrase that begins at token `first` hangs: the token behind it, or `begin` where there is none.
// "an official at", "a person familiar with".
std::uint32_t end_of_outer(const Story& story, std::uint32_t begin, std::uint32_t first) {
  if (first < begin + 2 || !is_preposition(tag_of(story, first - 1))) return begin;
  const bool has_adjective = tag_of(story, first - 2) == PosTag::JJ && first > begin + 2;
  return first - (has_adjective ? 2 : 1);
}

bool is_time(const Story& story, const Lexicon& lexicon, std::uint32_t token) {
  const std::uint64_t word = story.tokens[token].lower_hash;
  return has_use(lexicon.time_words, word, "weekday") || has_use(lexicon.time_words, word, "month") ||
         has_use(lexicon.time_words, word, "unit");
}

// The name of the wanted kind that ends before token `end`.
std::optional<EntityId> name_before(const Story& story, const Cast& cast, std::uint32_t end, bool of_people) {
  const std::size_t behind = cast.first_from(story.tokens[end].span.start);
  if (behind == 0 || cast.mentions[behind - 1].end_token != end) return std::nullopt;
  const CastMember& member = cast.members[cast.mentions[behind - 1].entity];
  return (member.type == EntityType::person) == of_people ? std::optional(member.fullest) : std::nullopt;
}

// The last name of the wanted kind in the sentence before the pronoun, none that another noun belongs to.
std::optional<EntityId> last_name(const Cast& cast, const Story& story, std::uint32_t token, std::uint32_t sentence,
                                  bool of_people) {
  constexpr std::uint32_t kReach = 25;
  for (std::size_t m = cast.first_from(story.tokens[token].span.start); m-- > 0;) {
    const CastMention& mention = cast.mentions[m];
    if (mention.sentence != sentence || mention.end_token + kReach < token) break;
    if (mention.is_credit || mention.is_genitive) continue;
    if ((cast.members[mention.entity].type == EntityType::person) == of_people)
      return cast.members[mention.entity].fullest;
  }
  return std::nullopt;
}

}  // namespace

Antecedent find_antecedent(const Story& story, const Lexicon& lexicon, const Cast& cast, std::uint32_t token,
                           std::uint32_t sentence, bool of_people) {
  constexpr int kDeepest = 3;  // "a banker at the bank in the north of England, who"
  const std::uint32_t begin = story.sentences[sentence].first_token;
  std::uint32_t end = token;
  const bool has_comma = end > begin && tag_of(story, end - 1) == PosTag::comma;
  if (has_comma) --end;
  if (end > begin && is_market_code(story.words(story.tokens[end - 1].span))) --end;  // "Fortis FOR.BR, which"
  const auto is_meant = [&](std::uint32_t head) {
    if (is_time(story, lexicon, head)) return false;
    return !of_people || tag_of(story, head) == PosTag::NNS || is_person_noun(story, lexicon, head);
  };
  Antecedent phrase{std::nullopt, phrase_start(story, begin, end), end};
  for (int depth = 0; phrase.first < phrase.end; ++depth) {
    if (const auto named = name_before(story, cast, phrase.end, of_people)) {
      // A name takes a comma: in "critics of Roe who say" the critics say it.
      const std::uint32_t outer = end_of_outer(story, begin, phrase.first);
      if (has_comma || outer == begin || tag_of(story, outer - 1) != PosTag::NNS) return {named};
    }
    if (is_meant(phrase.end - 1) || !is_noun(story, phrase.end - 1)) break;
    const std::uint32_t outer = end_of_outer(story, begin, phrase.first);
    if (outer == begin || depth == kDeepest) return {last_name(cast, story, token, sentence, of_people)};
    phrase = {std::nullopt, phrase_start(story, begin, outer), outer};
  }
  if (phrase.first == phrase.end) return {last_name(cast, story, token, sentence, of_people)};
  const bool is_apposition = phrase.first > begin + 1 && tag_of(story, phrase.first - 1) == PosTag::comma;
  if (is_apposition && tag_of(story, phrase.end - 1) != PosTag::NNS)
    if (const auto named = name_before(story, cast, phrase.first - 1, of_people)) return {named};
  phrase.end = end;  // with what hangs on it
  return phrase;
}

}  // namespace wirecut
