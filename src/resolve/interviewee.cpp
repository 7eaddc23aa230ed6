// An interview names its person once, in the lines above the first question, often with others: so the sentences that
// tell of an interview are asked first, and nobody is better than the wrong one.

#include "resolve/interviewee.h"

#include <algorithm>
#include <span>
#include <vector>

#include "lexicon/word_use.h"

namespace wirecut {
namespace {

// The person of the headline and the body in front of the token `end`, in those sentences of which `is_read` is true.
template <class IsRead>
std::optional<EntityId> only_person(const Cast& cast, std::uint32_t end, IsRead is_read) {
  std::optional<EntityId> found;
  for (std::size_t m = 0; m < cast.mentions.size() && cast.mentions[m].end_token <= end; ++m) {
    const CastMention& mention = cast.mentions[m];
    const EntityId id = cast.members[mention.entity].fullest;
    if (cast.members[id].type != EntityType::person || mention.is_credit || !is_read(mention.sentence)) continue;
    if (found && *found != id) return std::nullopt;
    found = id;
  }
  return found;
}

}  // namespace

std::optional<EntityId> find_interviewee(const Story& story, const Lexicon& lexicon, const Cast& cast,
                                         std::uint32_t question) {
  std::vector<bool> tells(story.sentences.size());
  for (std::uint32_t s = 0; s < tells.size() && story.sentences[s].first_token < question; ++s) {
    const auto words = std::span(story.tokens).subspan(story.sentences[s].first_token);
    const auto end =
        words.begin() + (std::min(story.sentences[s].end_token, question) - story.sentences[s].first_token);
    tells[s] = std::any_of(words.begin(), end,
                           [&](const Token& t) { return has_use(lexicon.quote_words, t.lower_hash, "interview"); });
  }
  if (std::find(tells.begin(), tells.end(), true) == tells.end()) return std::nullopt;
  const auto in_headline = [&](std::uint32_t s) { return story.sentences[s].part == Part::headline; };
  if (const auto person = only_person(cast, question, [&](std::uint32_t s) { return tells[s]; })) return person;
  if (const auto person = only_person(cast, question, in_headline)) return person;
  return only_person(cast, question, [](std::uint32_t) { return true; });
}

}  // namespace wirecut
