// Roles are the words up to a few tokens in front of a name, or behind it between commas: enough to know "the minister"
// again where nobody wrote his title down. gender.cpp tells who is "he" and who "she".

#include "resolve/cast.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "lexicon/first_not.h"
#include "lexicon/lower_case.h"
#include "lexicon/prefetch_names.h"
#include "lexicon/verb_tags.h"
#include "lexicon/word_map.h"
#include "lexicon/word_use.h"
#include "resolve/gender.h"
#include "resolve/speaker_words.h"

namespace wirecut {
namespace {

bool is_verb(const Story& story, std::uint32_t token) { return is_finite_tag(tag_of(story, token)); }

// "Bob Dunn is governor of the bank", "Ann Lee became the town's first mayor"; not "was", which may be long ago.
bool tells_what_he_is(const Story& story, std::uint32_t verb) {
  static constexpr auto kVerbs = word_list({"is", "became", "becomes"});
  constexpr std::uint32_t kReach = 6;
  const PosTag next = tag_of(story, verb + 1);
  if (!kVerbs.of(story.tokens[verb].lower_hash) || (next != PosTag::DT && next != PosTag::NN && next != PosTag::NNP))
    return false;
  if (story.tokens[verb + 1].lower_hash == hash_word("no")) return false;
  for (std::uint32_t t = verb + 2; t < story.tokens.size() && t < verb + kReach; ++t) {
    if (story.tokens[t].kind != TokenKind::word) break;
    if (tag_of(story, t) == PosTag::POS) return false;  // "is the president's daughter"
  }
  return true;
}

// Words in front of a name, up to the clause's border, and behind it between commas or behind "is".
void add_roles(const Story& story, CastMention& mention, CastMember& member) {
  constexpr std::uint32_t kBefore = 5, kBehind = 9, kMost = 48;
  const Sentence& sentence = story.sentences[mention.sentence];
  mention.roles_first = mention.roles_end = mention.first_token;
  const auto add = [&](std::uint32_t token) {
    const Token& at = story.tokens[token];
    if (at.kind != TokenKind::word) return false;
    if (member.role_count < kMost) {
      ++member.role_count;
      mention.roles_first = std::min(mention.roles_first, token);
      mention.roles_end = std::max(mention.roles_end, token + 1);
    }
    return true;
  };
  const auto is_name_like = [&](std::uint32_t token) {
    if (story.pos_tags.empty()) return true;
    const PosTag tag = story.pos_tags[token];
    return (tag >= PosTag::JJ && tag <= PosTag::JJS) || (tag >= PosTag::NN && tag <= PosTag::NNPS) ||
           tag == PosTag::VBN;
  };
  // "Minister for Health Dr. Sam Odera"
  const auto links_title = [&](std::uint32_t token) {
    return tag_of(story, token) == PosTag::IN && token > sentence.first_token && token + 1 < mention.first_token &&
           story.tokens[token - 1].has(kCapitalized) && is_noun(story, token - 1) &&
           story.tokens[token + 1].has(kCapitalized);
  };
  for (std::uint32_t t = mention.first_token; t > sentence.first_token && mention.first_token - t < kBefore; --t)
    if ((!is_name_like(t - 1) && !links_title(t - 1)) || !add(t - 1)) break;
  for (std::uint32_t t = mention.first_token; t < mention.end_token; ++t) add(t);
  std::uint32_t t = mention.end_token;
  if (t >= sentence.end_token) return;
  const bool is_told = tells_what_he_is(story, t);  // then the noun alone, not "the unions" of "the foe of the unions"
  if (story.text[story.tokens[t].span.start] != ',' && !is_told) return;
  for (++t; t < sentence.end_token && t < mention.end_token + kBehind; ++t)
    if ((is_told && !is_name_like(t) && tag_of(story, t) != PosTag::DT) || !add(t)) break;
}

// Persons known by a surname only are the one person of that surname under a fuller name.
void join_by_surname(const std::vector<Entity>& entities, Cast& cast) {
  std::vector<std::pair<std::uint64_t, EntityId>> persons;  // by surname; those of one surname in their order
  persons.reserve(cast.members.size());
  for (EntityId id = 0; id < cast.members.size(); ++id)
    if (cast.members[id].type == EntityType::person && cast.members[id].last_word != 0)
      persons.emplace_back(cast.members[id].last_word, id);
  std::sort(persons.begin(), persons.end());
  for (std::size_t first = 0, end = 0; first < persons.size(); first = end) {
    EntityId fullest = persons[first].second;
    for (end = first; end < persons.size() && persons[end].first == persons[first].first; ++end)
      if (entities[persons[end].second].name.size() > entities[fullest].name.size()) fullest = persons[end].second;
    for (std::size_t i = first; i < end; ++i)
      if (entities[persons[i].second].name.find(' ') == std::string::npos)
        cast.members[persons[i].second].fullest = fullest;
  }
  for (const CastMember& member : cast.members) {
    CastMember& full = cast.members[member.fullest];
    if (full.gender == SpeakerGender::unknown) full.gender = member.gender;
  }
  for (CastMember& member : cast.members)
    if (member.gender == SpeakerGender::unknown) member.gender = cast.members[member.fullest].gender;
}

bool describes(const Story& story, std::uint32_t token) {
  const PosTag tag = tag_of(story, token);
  return is_noun(story, token) || tag == PosTag::JJ || tag == PosTag::CD || tag == PosTag::VBN || tag == PosTag::DT ||
         tag == PosTag::PRPS || tag == PosTag::POS;
}

// Nothing but the words of its own phrase, and "his lawyer,", with a title behind the comma, stand between the opening
// of its sentence and the name.
bool opens_sentence(const Story& story, const CastMention& mention) {
  constexpr std::uint32_t kDeepest = 7;
  const std::uint32_t first = story.sentences[mention.sentence].first_token;
  if (mention.first_token - first > kDeepest || tag_of(story, mention.end_token) == PosTag::POS) return false;
  std::uint32_t title = mention.first_token;
  while (title > first && tag_of(story, title - 1) == PosTag::NNP) --title;
  for (std::uint32_t t = first; t < mention.first_token; ++t)
    if (!describes(story, t) && !(tag_of(story, t) == PosTag::comma && t + 1 == title)) return false;
  return true;
}

// "..., said coach Mike Cole." and "Then came Mike Cole, the loser."
bool closes_sentence(const Story& story, const Lexicon& lexicon, const CastMention& mention) {
  const std::uint32_t first = story.sentences[mention.sentence].first_token;
  const PosTag behind = tag_of(story, mention.end_token);
  if (behind != PosTag::comma && behind != PosTag::period) return false;
  std::uint32_t verb = mention.first_token;
  while (verb > first && describes(story, verb - 1)) --verb;
  if (verb < first + 2 || tag_of(story, verb - 1) != PosTag::VBD) return false;
  const PosTag before = tag_of(story, verb - 2);
  const bool says = !lexicon.cues.find_word(story.tokens[verb - 1].lower_hash).empty();
  return (says && (before == PosTag::comma || before == PosTag::quote)) || (before == PosTag::RB && verb == first + 2);
}

bool is_credit(const Story& story, const CastMention& mention) {
  const Part part = story.sentences[mention.sentence].part;
  const Structure& known = story.structure;
  return (part != Part::headline && part != Part::body) ||
         (known.dateline && known.dateline->span.contains(mention.span)) ||
         (known.source && known.source->span.contains(mention.span));
}

// Organisations that send stories: those that this one credits, and the agencies of the word list; and its papers.
void mark_outlets(const Lexicon& lexicon, const std::vector<Entity>& entities, Cast& cast) {
  constexpr std::uint32_t kKind = 4;
  for (EntityId id = 0; id < entities.size(); ++id) {
    if (entities[id].type != EntityType::organization && entities[id].type != EntityType::misc) continue;
    std::string_view name = entities[id].name;
    if (to_lower_case(name.substr(0, 4)) == "the ") name.remove_prefix(4);
    const RowRange rows = lexicon.agencies.find_lower(name);
    const std::string_view kind = rows.empty() ? std::string_view() : lexicon.agencies.cell(rows.first, kKind);
    cast.members[id].is_sender = kind == "agency" && entities[id].type == EntityType::organization;
    const std::string_view last = name.substr(name.rfind(' ') + 1);  // "Shanghai Securities News"
    const bool may_be_paper =
        rows.empty() && last.size() < name.size() && has_use(lexicon.organization_words, last, "paper");
    cast.members[id].is_paper = kind == "paper" || may_be_paper;
  }
  for (const CastMention& mention : cast.mentions)
    if (mention.is_credit && cast.members[mention.entity].type == EntityType::organization)
      cast.members[mention.entity].is_sender = true;
}

// Sorts what the order needs, not the mentions, which are large.
void gather_mentions(const std::vector<Entity>& entities, Cast& cast) {
  struct Named {
    std::uint64_t order;  // its start, then its entity
    std::uint32_t end;
  };
  std::vector<Named> named;
  std::size_t count = 0;
  for (const Entity& entity : entities) count += entity.mentions.size();
  named.reserve(count);
  for (EntityId id = 0; id < entities.size(); ++id)
    for (const Mention& mention : entities[id].mentions)
      if (mention.kind == MentionKind::name)
        named.push_back({std::uint64_t{mention.span.start} << 32 | id, mention.span.end});
  std::sort(named.begin(), named.end(), [](const Named& a, const Named& b) { return a.order < b.order; });
  cast.mentions.resize(named.size());
  for (std::size_t m = 0; m < named.size(); ++m) {
    cast.mentions[m].span = {static_cast<std::uint32_t>(named[m].order >> 32), named[m].end};
    cast.mentions[m].entity = static_cast<EntityId>(named[m].order);
  }
}

void locate_mentions(const Story& story, const Lexicon& lexicon, const std::vector<Quote>& quotes, Cast& cast) {
  std::vector<Span> quoted;
  for (const Quote& quote : quotes)
    if (quote.type == QuoteType::direct) quoted.insert(quoted.end(), quote.spans.begin(), quote.spans.end());
  std::sort(quoted.begin(), quoted.end(), [](Span a, Span b) { return a.start < b.start; });
  std::uint32_t token = 0, sentence = 0;
  std::size_t quote = 0, name = 0;
  for (CastMention& mention : cast.mentions) {
    while (name < story.names.size() && story.names[name].span.end <= mention.span.start) ++name;
    prefetch_names_behind(story, name);
    if (name < story.names.size()) {  // most mentions begin where a name does: no token in front need be looked at
      const std::uint32_t first = story.names[name].first_token;
      if (first > token && story.tokens[first].span.start <= mention.span.start) token = first;
    }
    while (token < story.tokens.size() && story.tokens[token].span.end <= mention.span.start) ++token;
    mention.first_token = token;
    mention.end_token = token;
    while (mention.end_token < story.tokens.size() && story.tokens[mention.end_token].span.start < mention.span.end)
      ++mention.end_token;
    while (sentence + 1 < story.sentences.size() && story.sentences[sentence].end_token <= token) ++sentence;
    mention.sentence = sentence;
    while (quote < quoted.size() && quoted[quote].end <= mention.span.start) ++quote;
    mention.is_quoted = quote < quoted.size() && quoted[quote].start <= mention.span.start;
    mention.is_main_subject = opens_sentence(story, mention) || closes_sentence(story, lexicon, mention);
    mention.is_credit = is_credit(story, mention);
    mention.is_genitive = tag_of(story, mention.end_token) == PosTag::POS;
    mention.is_subject = is_verb(story, mention.end_token) ||
                         (!story.sentences.empty() && mention.first_token == story.sentences[sentence].first_token &&
                          !mention.is_genitive);
  }
}

}  // namespace

std::size_t Cast::first_from(std::uint32_t byte_pos) const {
  return first_not(mentions, [&](const CastMention& m) { return m.span.start < byte_pos; });
}

bool Cast::has_role(const Story& story, EntityId id, std::uint64_t word) const {
  for (std::uint32_t m = members[id].last_with_role; m != kNoMention; m = mentions[m].before)
    for (std::uint32_t t = mentions[m].roles_first; t < mentions[m].roles_end; ++t)
      if (story.tokens[t].lower_hash == word && story.tokens[t].kind == TokenKind::word) return true;
  return false;
}

std::optional<EntityId> Cast::only_person_of(const Story& story, std::uint32_t sentence) const {
  std::optional<EntityId> only;
  for (std::size_t m = first_from(story.sentences[sentence].span.start);
       m < mentions.size() && mentions[m].sentence == sentence; ++m) {
    const EntityId id = members[mentions[m].entity].fullest;
    if (members[id].type != EntityType::person || mentions[m].is_quoted || mentions[m].is_credit) continue;
    if (only && *only != id) return std::nullopt;
    only = id;
  }
  return only;
}

Cast make_cast(const Story& story, const Lexicon& lexicon, const std::vector<Quote>& quotes,
               const std::vector<Entity>& entities) {
  Cast cast;
  cast.members.resize(entities.size());
  for (EntityId id = 0; id < entities.size(); ++id) {
    cast.members[id].type = entities[id].type;
    cast.members[id].fullest = id;
  }
  if (!story.sentences.empty()) gather_mentions(entities, cast);
  locate_mentions(story, lexicon, quotes, cast);
  mark_outlets(lexicon, entities, cast);
  std::vector<std::uint32_t> longest(entities.size());
  for (std::uint32_t m = 0; m < cast.mentions.size(); ++m) {
    CastMention& mention = cast.mentions[m];
    CastMember& member = cast.members[mention.entity];
    ++member.mention_count;
    member.in_headline |= story.sentences[mention.sentence].part == Part::headline;
    add_roles(story, mention, member);
    if (mention.roles_first < mention.roles_end) mention.before = std::exchange(member.last_with_role, m);
    if (mention.end_token - mention.first_token > longest[mention.entity]) {
      longest[mention.entity] = mention.end_token - mention.first_token;
      member.last_word = story.tokens[mention.end_token - 1].lower_hash;
    }
  }
  tell_genders(story, lexicon, cast);
  join_by_surname(entities, cast);
  vote_by_pronouns(story, cast);
  return cast;
}

}  // namespace wirecut
