// Which persons of a story are "he" and which are "she".
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "lexicon/lexicon.h"
#include "resolve/cast.h"
#include "wirecut/story.h"

namespace wirecut {

// Sets CastMember::gender of the persons from what stands in and beside their names. Reads: text, tokens, sentences,
// pos_tags; the cast's mentions, located.
void tell_genders(const Story& story, const Lexicon& lexicon, Cast& cast);

// Then, of those that nothing told and that CastMember::fullest ties to nobody told: from the pronouns behind a name
// and before another person's.
void vote_by_pronouns(const Story& story, Cast& cast);

// What the honorific in front of a token tells: male for the "Roe" of "Mr Roe".
SpeakerGender gender_of_honorific(const Story& story, const Lexicon& lexicon, std::uint32_t token);

// What a common noun tells: female for "spokeswoman", "niece" and "girl".
SpeakerGender gender_of_noun(const Lexicon& lexicon, const Token& noun);

// Whom the words of tokens [first, end) mean if they hold a name of `named`: "Mr Ellery" of "Graham and Margaret
// Ellery" is not Margaret, but whom "and" joins with her, or nobody known.
std::optional<EntityId> agree_with_honorific(const Story& story, const Lexicon& lexicon, const Cast& cast,
                                             EntityId named, std::uint32_t first, std::uint32_t end);

}  // namespace wirecut
