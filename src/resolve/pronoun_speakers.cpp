// Candidates are the mentions of the last sentences; each gets a score for distance, for being a subject, and for
// having spoken last, after the features that Durrett and Klein (2013) found to carry pronoun resolution.

#include "resolve/pronoun_speakers.h"

#include <algorithm>

#include "resolve/role_speakers.h"

namespace wirecut {
namespace {

bool contradicts(const CastMember& who, Pronoun pronoun) {
  return (pronoun == Pronoun::he && who.gender == SpeakerGender::female) ||
         (pronoun == Pronoun::she && who.gender == SpeakerGender::male);
}

// A person whose gender is as good as unknown fits both; contradicts() holds it against him.
bool fits(const Cast& cast, const SpeakerContext& context, EntityId id, Pronoun pronoun) {
  const CastMember& who = cast.members[id];
  if (context.relay == id) return false;
  switch (pronoun) {
    case Pronoun::he:
    case Pronoun::she:
      return who.type == EntityType::person &&
             (!contradicts(who, pronoun) || who.gender_evidence <= GenderEvidence::listed_name);
    case Pronoun::it:
      return who.type == EntityType::organization;
    case Pronoun::they:  // of 50 organisations before "they said", two were meant; who spoke before, often is
      return who.type == EntityType::organization && context.previous.entity == id;
    default:
      return false;
  }
}

bool opens_with(const Story& story, std::uint32_t sentence, Pronoun pronoun) {
  const std::uint32_t first = story.sentences[sentence].first_token;
  return tag_of(story, first) == PosTag::PRP && parse_pronoun(story, first, first + 1) == pronoun;
}

// Did somebody speak in the sentence in front of the quote, or behind it?
bool has_just_spoken(const SpeakerContext& context) {
  return context.previous.known && context.previous.sentence + 1 >= context.quote_sentence;
}

// "Ben Ojo was angry. “I was fine,” he said": the person of whom the sentence in front of the quote tells, unless
// somebody speaks in that sentence, or another is the subject behind it. An index into the mentions; their number where
// there is none. Right in 15 of 17 cases of PolNeAR where who spoke before was another.
std::size_t find_new_subject(const Story& story, const Cast& cast, const SpeakerContext& context, std::uint32_t token,
                             Pronoun pronoun) {
  constexpr std::uint32_t kPronounSentences = 3;  // "Mary Cole smiled. She put down her pen. “I never lie,” she said"
  const std::size_t none = cast.mentions.size();
  const auto fullest = [&](const CastMention& mention) { return cast.members[mention.entity].fullest; };
  if (context.quote_sentence == 0 || has_just_spoken(context)) return none;
  std::uint32_t s = context.quote_sentence - 1;
  while (s > 0 && s + kPronounSentences >= context.quote_sentence && opens_with(story, s, pronoun)) --s;
  if (story.sentences[s].part != Part::body || (context.previous.known && context.previous.sentence >= s)) return none;
  std::size_t m = cast.first_from(story.sentences[s].span.start);
  const auto is_subject = [&](const CastMention& mention) {  // "United manager Ben Ojo": he is, the club is not
    return mention.is_main_subject &&
           (pronoun == Pronoun::it || cast.members[mention.entity].type == EntityType::person);
  };
  while (m < none && cast.mentions[m].sentence == s && !is_subject(cast.mentions[m])) ++m;
  if (m == none || cast.mentions[m].sentence != s) return none;
  const EntityId id = fullest(cast.mentions[m]);
  if (cast.mentions[m].is_quoted || !fits(cast, context, id, pronoun) || contradicts(cast.members[id], pronoun))
    return none;
  for (std::size_t n = m + 1; n < none && cast.mentions[n].end_token <= token; ++n) {
    const CastMention& later = cast.mentions[n];
    const bool is_other = later.sentence >= context.quote_sentence && later.is_subject && !later.is_quoted;
    if (is_other && fits(cast, context, fullest(later), pronoun)) return none;
  }
  return m;
}

// Nobody else was named since the sentence in which the unnamed person spoke.
bool goes_on_with_person(const Story& story, const Cast& cast, const SpeakerContext& context, std::uint32_t token) {
  if (!context.previous.is_person || context.sentence <= context.previous.sentence) return false;
  const std::uint32_t after = story.sentences[context.previous.sentence].end_token;
  for (std::size_t m = cast.first_from(story.tokens[token].span.start); m-- > 0;) {
    const CastMention& mention = cast.mentions[m];
    if (mention.first_token < after) break;
    if (!mention.is_quoted && cast.members[mention.entity].type == EntityType::person) return false;
  }
  return true;
}

}  // namespace

// Weights in units of one sentence's distance; chosen by hand on the training part of PolNeAR.
std::optional<EntityId> find_by_pronoun(const Story& story, const Cast& cast, const SpeakerContext& context,
                                        std::uint32_t token, Pronoun pronoun) {
  constexpr std::size_t kMostMentions = 60;
  constexpr std::uint32_t kMostSentences = 12;
  constexpr double kLeast = -7, kContradiction = 4, kNewSubject = 3;
  const PreviousSpeaker& previous = context.previous;
  const std::size_t new_subject = find_new_subject(story, cast, context, token, pronoun);
  std::optional<EntityId> best;
  double best_score = kLeast;
  std::size_t rank = 0;
  for (std::size_t m = cast.first_from(story.tokens[token].span.start); m-- > 0 && rank < kMostMentions;) {
    const CastMention& mention = cast.mentions[m];
    if (mention.sentence + kMostSentences < context.sentence) break;
    const EntityId id = cast.members[mention.entity].fullest;
    if (!fits(cast, context, id, pronoun) || is_sender(story, cast, mention, previous.entity)) continue;
    const CastMember& who = cast.members[id];
    double score =
        -static_cast<double>(std::min(context.sentence - mention.sentence, 8U)) - 0.15 * static_cast<double>(rank);
    score += mention.is_subject ? 1.5 : 0;
    const bool is_here = mention.sentence == context.sentence && !context.is_behind_content;
    score += pronoun == Pronoun::it && mention.is_subject && is_here ? 2 : 0;  // "Acme replied that it was"
    score -= mention.is_quoted ? 2 : 0;
    score -= mention.is_genitive ? 0.5 : 0;
    score += who.gender == SpeakerGender::unknown ? -1 : 0;
    score -= contradicts(who, pronoun) ? kContradiction : 0;
    score += m == new_subject ? kNewSubject : 0;
    score += previous.entity == id && context.sentence <= previous.sentence + 4 ? 2.5 : 0;
    if (score > best_score) {
      best_score = score;
      best = id;
    }
    ++rank;
  }
  if (!best && previous.entity && fits(cast, context, *previous.entity, pronoun) &&
      context.sentence <= previous.sentence + 6)
    best = previous.entity;
  return best;
}

std::optional<EntityId> find_by_epithet(const Story& story, const Cast& cast, const SpeakerContext& context,
                                        std::uint32_t first, std::uint32_t end) {
  constexpr std::uint64_t kThe = hash_word("the");
  const PreviousSpeaker& previous = context.previous;
  const bool is_plural = story.words(story.tokens[end - 1].span).ends_with('s');  // "the Saudis"
  if (story.tokens[first].lower_hash != kThe || head_of(story, first, end) + 1 != end || is_plural) return std::nullopt;
  for (const Pronoun pronoun : {Pronoun::he, Pronoun::she}) {
    const std::size_t m = find_new_subject(story, cast, context, first, pronoun);
    if (m != cast.mentions.size()) return cast.members[cast.mentions[m].entity].fullest;
  }
  if (context.quote_sentence > 0 && !has_just_spoken(context))
    if (const auto only = cast.only_person_of(story, context.quote_sentence - 1)) return only;
  if (!previous.entity || context.sentence > previous.sentence + 1) return std::nullopt;
  return cast.members[*previous.entity].type == EntityType::person ? previous.entity : std::nullopt;
}

std::optional<Span> find_group(const Story& story, const Lexicon& lexicon, std::uint32_t sentence,
                               std::uint32_t token) {
  for (std::uint32_t s = sentence + 1; s-- > 0 && s + 2 >= sentence;) {
    if (story.sentences[s].part != Part::body) break;
    if (const auto group = plural_subject(story, lexicon, story.sentences[s].first_token,
                                          std::min(story.sentences[s].end_token, token)))
      return group;
  }
  return std::nullopt;
}

bool goes_on_with_words(const Story& story, const Cast& cast, const SpeakerContext& context, std::uint32_t token,
                        Pronoun pronoun) {
  const PreviousSpeaker& previous = context.previous;
  if (previous.entity || previous.name.empty() || context.sentence > previous.sentence + 3) return false;
  switch (pronoun) {
    case Pronoun::it:
      return previous.is_thing;
    case Pronoun::they:
      return previous.is_plural;
    case Pronoun::he:
      return previous.gender != SpeakerGender::female && goes_on_with_person(story, cast, context, token);
    case Pronoun::she:
      return previous.gender != SpeakerGender::male && goes_on_with_person(story, cast, context, token);
    default:
      return false;
  }
}

bool may_go_on_with_words(const SpeakerContext& context, Pronoun pronoun) {
  if (pronoun != Pronoun::he && pronoun != Pronoun::she) return false;
  const PreviousSpeaker& previous = context.previous;
  const SpeakerGender other = pronoun == Pronoun::he ? SpeakerGender::female : SpeakerGender::male;
  return previous.may_be_person && previous.gender != other && context.sentence <= previous.sentence + 3;
}

}  // namespace wirecut
