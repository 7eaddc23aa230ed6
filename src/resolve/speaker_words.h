// The words that name a speaker: a pronoun, a name, or a noun with all that hangs on it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/lexicon.h"
#include "resolve/cast.h"
#include "wirecut/story.h"

namespace wirecut {

enum class Pronoun : std::uint8_t { none, he, she, it, they, who, which };

// The pronoun that tokens [first, end) are; none where they are anything else.
Pronoun parse_pronoun(const Story& story, std::uint32_t first, std::uint32_t end);

// Where the phrase of tokens [first, end) ends without a relative clause, or a "himself": "an aide, who asked ...",
// "the minister himself".
std::uint32_t end_of_phrase(const Story& story, std::uint32_t first, std::uint32_t end);

// The "Q" and "A" of an interview: they name nobody.
bool is_interview_letter(const Story& story, Span words);

// Penn Treebank tag of a token; none behind the last and in a story that is not tagged.
inline PosTag tag_of(const Story& story, std::uint32_t token) {
  return token < story.pos_tags.size() ? story.pos_tags[token] : PosTag::none;
}
inline bool is_noun(const Story& story, std::uint32_t token) {
  const PosTag tag = tag_of(story, token);
  return tag >= PosTag::NN && tag <= PosTag::NNPS;
}
// What a noun phrase has before its noun: "her two former senior" and nouns.
bool stands_before_noun(PosTag tag);
inline bool is_preposition(PosTag tag) { return tag == PosTag::IN || tag == PosTag::TO; }

// The hash of "IEA", of "International Energy Agency"; 0 where there are fewer than two initials.
std::uint64_t initials_of(const Entity& entity);

// The class that data/lexicon/speaker_nouns.tsv gives a noun, by its lower-case hash; empty: none.
std::string_view speaker_kind(const Lexicon& lexicon, std::uint64_t noun);
inline bool is_organization(std::string_view kind) { return kind == "organization" || kind == "company"; }

// "newspaper", "weekly"
bool is_paper_noun(std::uint64_t noun);

// A noun for one person, "banker", "minister": of speaker_nouns.tsv or titles.tsv.
bool is_person_noun(const Story& story, const Lexicon& lexicon, std::uint32_t token);

// One person without a name that the story knows: "its chief executive", "the striker", "Roe, an analyst"; not "the
// junta", "City Hall", "the couple".
bool is_one_person(const Story& story, const Lexicon& lexicon, std::uint32_t first, std::uint32_t end);

// The last noun of the phrase that tokens [first, end) begin with: "minister" in "the finance minister of Ruritania".
std::uint32_t head_of(const Story& story, std::uint32_t first, std::uint32_t end);

// A name among the words [first, end) that is the speaker, not what he belongs to: "Jane Roe, a lawyer for Acme",
// "Acme spokesman John Roe", but none in "an aide to Roe", "someone close to Roe" and "the Kremlin spokesman".
std::optional<EntityId> find_name(const Story& story, const Cast& cast, std::uint32_t first, std::uint32_t end);

// The speakers of one kind that the words [first, end) name together, two or more: "Carl Rudd and Ann Moss", "Roe, 41,
// and his wife, Ann,", "Merkel, Rudd and Moss"; else {}.
std::vector<EntityId> find_joint_names(const Story& story, const Cast& cast, std::uint32_t first, std::uint32_t end);

// Whether the words [first, end) are one person whom the story won't name: "a banker", "Roe's lawyer", "the spokesman";
// not "the minister", whose name may stand elsewhere, nor "a reporter", who only asked.
bool is_unnamed_person(const Story& story, const Lexicon& lexicon, std::uint32_t first, std::uint32_t end);

// "Irishman", "Republican": a name for one of many; `last_word`: the lower-case hash of its last word.
bool is_demonym(const Lexicon& lexicon, const Entity& entity, std::uint64_t last_word);

// "the striker", "the Ghana striker": a player, whom sport reports name before.
bool is_player(const Story& story, const Lexicon& lexicon, std::uint32_t first, std::uint32_t end);

// "Angela Merkel, Carl Rudd and Ann Moss"
std::string names_of(const std::vector<Entity>& entities, const std::vector<EntityId>& joint);

// Adds the words to the mentions of the entity, in text order, unless they overlap one of them.
void add_mention(Entity& entity, Span span, MentionKind kind);

// The words of a name among those of a speaker who is no entity: "Bright" of "Bright, 38", "Con Stavros" of "Her boss,
// Con Stavros"; all of them where no name stands apart.
Span trim_to_name(const Story& story, std::uint32_t first, std::uint32_t end);

// Whether the words [first, end) can be nothing but a name and what stands before it: "PENCE", "Rep. Pence"; not
// "a spokesman for Pence".
bool is_bare_name(const Story& story, std::uint32_t first, std::uint32_t end);

// The people, if any, that are the subject of the sentence of tokens [first, end): "Nurses" in "On Monday, nurses at
// two hospitals walked out", without what hangs on the noun.
std::optional<Span> plural_subject(const Story& story, const Lexicon& lexicon, std::uint32_t first, std::uint32_t end);

}  // namespace wirecut
