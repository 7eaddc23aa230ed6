// The cast of a story: its entities as candidates for speakers, and all mentions of their names in text order.
#pragma once

#include <cstdint>
#include <vector>

#include "lexicon/lexicon.h"
#include "wirecut/story.h"

namespace wirecut {

enum class SpeakerGender : std::uint8_t { unknown, male, female };

struct CastMember {
  EntityType type = EntityType::misc;
  SpeakerGender gender = SpeakerGender::unknown;
  EntityId fullest = 0;              // itself, or the person of the same surname under a fuller name
  std::uint64_t last_word = 0;       // lower-case hash of the last word of its fullest mention
  std::vector<std::uint64_t> roles;  // lower-case hashes of the words beside its names: "minister", "russian"
};

struct CastMention {
  Span span;
  std::uint32_t first_token = 0;
  std::uint32_t end_token = 0;
  std::uint32_t sentence = 0;
  EntityId entity = 0;
  bool is_subject = false;
  bool is_quoted = false;    // inside a direct quote: its speaker names others there, seldom himself
  bool is_genitive = false;  // "Lavrov's"
};

struct Cast {
  std::vector<CastMember> members;    // one an entity
  std::vector<CastMention> mentions;  // in text order

  // The first mention that starts at or behind `byte_pos`, as an index into `mentions`.
  std::size_t first_from(std::uint32_t byte_pos) const;
};

Cast make_cast(const Story& story, const Lexicon& lexicon, const std::vector<Quote>& quotes,
               const std::vector<Entity>& entities);

// The index of the first token that ends behind `byte_pos`; tokens.size() where there is none.
std::uint32_t token_at(const Story& story, std::uint32_t byte_pos);

}  // namespace wirecut
