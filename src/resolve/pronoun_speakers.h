// Speakers whose words name nobody: "he said", "they said", "the Belarusian said". Whom they mean stands before.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "lexicon/lexicon.h"
#include "resolve/cast.h"
#include "resolve/speaker_words.h"
#include "wirecut/story.h"

namespace wirecut {

// The speaker of the quote before, as far as "he" and "it" may go on with it.
struct PreviousSpeaker {
  std::optional<EntityId> entity;
  std::string name;  // of one without entity: "the statement"
  bool is_plural = false;
  bool is_thing = false;  // a document or an organisation
  std::uint32_t sentence = 0;
  bool known = false;          // somebody spoke before
  bool is_person = false;      // one without entity: "a spokesman"
  bool may_be_person = false;  // one without entity: "its chief executive", "Roe, an analyst"
  SpeakerGender gender = SpeakerGender::unknown;
};

// Where the words of a speaker stand, and behind whom.
struct SpeakerContext {
  PreviousSpeaker previous;
  std::optional<EntityId> relay;     // who passed it on, who is another than the speaker: "Roe quoted her as saying"
  std::uint32_t sentence = 0;        // of the speaker's words
  std::uint32_t quote_sentence = 0;  // in which the quote opens, or its speaker stands before it
  bool is_behind_content = false;    // "..., he said"
};

// The best of the entities mentioned before the pronoun at `token`, or who spoke before; none where nobody fits.
std::optional<EntityId> find_by_pronoun(const Story& story, const Cast& cast, const SpeakerContext& context,
                                        std::uint32_t token, Pronoun pronoun);

// "Sandra Roe lost. “I served badly,” the Belarusian said": of whom the sentence before tells, or who spoke last. None
// where the words [first, end) are more than an article and a singular noun.
std::optional<EntityId> find_by_epithet(const Story& story, const Cast& cast, const SpeakerContext& context,
                                        std::uint32_t first, std::uint32_t end);

// "Nurses walked out on Monday. They said": the words of the people who are the subject of the speaker's sentence, in
// front of the pronoun at `token`, or of one of the two before.
std::optional<Span> find_group(const Story& story, const Lexicon& lexicon, std::uint32_t sentence, std::uint32_t token);

// Whether the pronoun at `token` means the one who spoke before and is no entity: "it" after "the statement read",
// "they" after "officials said", "he" after "a spokesman said".
bool goes_on_with_words(const Story& story, const Cast& cast, const SpeakerContext& context, std::uint32_t token,
                        Pronoun pronoun);

// Whether it may, where nobody whom the story names can be "he": "Its chief executive said it was late. “We wait,” he
// added".
bool may_go_on_with_words(const SpeakerContext& context, Pronoun pronoun);

}  // namespace wirecut
