// Speakers named by what they are: "the minister", "the company", "the 22-year-old".
#pragma once

#include <cstdint>
#include <optional>

#include "lexicon/lexicon.h"
#include "resolve/cast.h"
#include "wirecut/story.h"

namespace wirecut {

struct RoleWords {
  std::uint32_t first = 0, end = 0;  // tokens
  std::uint32_t sentence = 0;
  std::optional<EntityId> previous;  // who spoke before, and in which sentence
  std::uint32_t previous_sentence = 0;
  bool is_behind_content = false;  // "..., the company said"
};

// "the minister": the last person before to whom the story gave that role; "the company": the last organisation, or
// one that has the word in its name.
std::optional<EntityId> find_by_role(const Story& story, const Lexicon& lexicon, const Cast& cast, RoleWords words);

// "the newspaper": the last paper before, known by its name or told to be one, rather one that spoke; else who spoke
// last, if that is an organisation.
std::optional<EntityId> find_publication(const Story& story, const Cast& cast, RoleWords words);

// "Ruritania's army chief said" in a headline or lead: the person whom one of the next sentences gives that role, all
// words of it that it has.
std::optional<EntityId> find_named_later(const Story& story, const Lexicon& lexicon, const Cast& cast, RoleWords words);

// "the 22-year-old": the one person before of whom the story told that age, or else who was named since somebody spoke
// or, if nobody was, who spoke just before, if the story told no other age of him.
std::optional<EntityId> find_by_age(const Story& story, const Cast& cast, RoleWords words);

// Who sends a story, and who only heard what was said, is nobody in it until he speaks himself: "LONDON (Reuters) - The
// company said", "he told Reuters".
bool is_sender(const Story& story, const Cast& cast, const CastMention& mention, std::optional<EntityId> previous);

}  // namespace wirecut
