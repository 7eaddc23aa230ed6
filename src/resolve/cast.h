// The cast of a story: its entities as candidates for speakers, and all mentions of their names in text order.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "lexicon/lexicon.h"
#include "wirecut/story.h"

namespace wirecut {

enum class SpeakerGender : std::uint8_t { unknown, male, female };

// What told a person's gender, the surer the later; gender.cpp says more.
enum class GenderEvidence : std::uint8_t { pronouns, office, family_honorific, listed_name, given_name, beside_name };

inline constexpr std::uint32_t kNoMention = UINT32_MAX;  // no mention

struct CastMember {
  EntityType type = EntityType::misc;
  SpeakerGender gender = SpeakerGender::unknown;
  GenderEvidence gender_evidence = GenderEvidence::pronouns;
  EntityId fullest = 0;                       // itself, or the person of the same surname under a fuller name
  std::uint64_t last_word = 0;                // lower-case hash of the last word of its fullest mention
  std::uint32_t last_with_role = kNoMention;  // its last mention that has roles, an index into Cast::mentions
  std::uint32_t role_count = 0;               // words that its mentions hold as roles
  std::uint32_t mention_count = 0;            // of its name
  bool in_headline = false;
  bool is_sender = false;  // a news agency, or named in dateline, byline or source tag
  bool is_paper = false;   // a newspaper or magazine of the word list
};

struct CastMention {
  Span span;
  std::uint32_t first_token = 0;
  std::uint32_t end_token = 0;
  std::uint32_t sentence = 0;
  EntityId entity = 0;
  std::uint32_t before = kNoMention;             // the entity's mention with roles before, an index into Cast::mentions
  std::uint32_t roles_first = 0, roles_end = 0;  // tokens; their words are its roles: "Russian", "minister"
  bool is_subject = false;
  bool is_main_subject = false;  // of its sentence: "Striker Mike Cole scored.", "..., said coach Mike Cole."
  bool is_quoted = false;        // inside a direct quote: its speaker names others there, seldom himself
  bool is_genitive = false;      // "Lavrov's"
  bool is_credit = false;        // in the dateline, byline or source tag: it tells who sends the story
};

struct Cast {
  std::vector<CastMember> members;    // one an entity
  std::vector<CastMention> mentions;  // in text order

  // The first mention that starts at or behind `byte_pos`, as an index into `mentions`.
  std::size_t first_from(std::uint32_t byte_pos) const;

  // Does the word, by its lower-case hash, stand beside one of the entity's names?
  bool has_role(const Story& story, EntityId id, std::uint64_t word) const;

  // The one person whom a sentence names outside its quotes; none where it names two.
  std::optional<EntityId> only_person_of(const Story& story, std::uint32_t sentence) const;
};

Cast make_cast(const Story& story, const Lexicon& lexicon, const std::vector<Quote>& quotes,
               const std::vector<Entity>& entities);

}  // namespace wirecut
