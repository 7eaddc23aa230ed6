#include "entities/join_names.h"

#include <cstdint>

#include "entities/forms.h"
#include "entities/known_parts.h"
#include "lexicon/word_map.h"

namespace wirecut {
namespace {

bool is_person(const Name& name) { return name.type == EntityType::person; }

// Between given and family name. "ten" and "van" are words of English, too: they need a given name in front.
bool is_in_persons(const Token& token) {
  static constexpr auto kParticles =
      word_list({"af", "al",  "bin", "bint", "da",  "das", "de", "del", "della", "den", "der",
                 "di", "dos", "du",  "el",   "ibn", "la",  "le", "ten", "ter",   "van", "von"});
  return kParticles.of(token.hash);
}

// Between the words of what is no person.
bool is_in_bodies(const Token& token) {
  static constexpr auto kParticles =
      word_list({"al", "das", "dei", "del", "della", "delle", "di", "do", "dos", "du", "für", "o", "pour", "ul"});
  return kParticles.of(token.hash);
}

bool is_english(const Token& token) {
  return token.hash == hash_word("ten") || token.hash == hash_word("van") || token.hash == hash_word("den");
}

bool is_one(const Story& story, const Lexicon& lexicon, const Name& one, const Name& other) {
  const std::uint32_t at = one.end_token;
  if (other.first_token != at + 1) return false;
  if (story.tokens[at].has(kNewlineBefore) || story.tokens[at + 1].has(kNewlineBefore)) return false;
  if (!story.tokens[at].has(kSpaceBefore) || !story.tokens[at + 1].has(kSpaceBefore)) return false;
  const bool may_be_person = (is_person(one) || is_person(other)) && one.type != EntityType::location &&
                             other.type != EntityType::location && one.type != EntityType::organization &&
                             other.type != EntityType::organization;
  const bool may_join = !is_english(story.tokens[at]) || is_given_name(story.tokens[one.first_token], lexicon);
  if (may_be_person && may_join && is_in_persons(story.tokens[at])) return true;
  return is_in_bodies(story.tokens[at]);
}

EntityType joint_type(const Name& one, const Name& other, const Token& particle) {
  if (one.type == other.type) return one.type;
  if (one.type == EntityType::organization || other.type == EntityType::organization) return EntityType::organization;
  return is_in_persons(particle) ? EntityType::person : one.type;
}

}  // namespace

void join_names(const Story& story, const Lexicon& lexicon, std::vector<Name>& names) {
  bool has_joint = false;
  for (std::size_t i = 1; i < names.size(); ++i) {
    Name& one = names[i - 1];
    Name& other = names[i];
    if (!is_one(story, lexicon, one, other)) continue;
    const EntityType type = joint_type(one, other, story.tokens[one.end_token]);
    other = make_name(story, one.first_token, other.end_token, type);
    one.end_token = one.first_token;
    has_joint = true;
  }
  if (has_joint) std::erase_if(names, [](const Name& name) { return name.end_token == name.first_token; });
}

}  // namespace wirecut
