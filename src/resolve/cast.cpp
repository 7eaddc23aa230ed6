// Gender comes from the given name, from words of address and office beside a name ("Mrs.", "spokeswoman"), and last
// from the pronouns that follow a name before another person's. Roles are the words up to a few tokens in front of a
// name, or behind it between commas: enough to know "the minister" again where nobody wrote his title down.

#include "resolve/cast.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace wirecut {
namespace {

struct GenderWord {
  std::uint64_t word;
  SpeakerGender gender;
};
constexpr SpeakerGender kMale = SpeakerGender::male, kFemale = SpeakerGender::female;
constexpr GenderWord kAddresses[] = {
    {hash_word("mr."), kMale},
    {hash_word("mr"), kMale},
    {hash_word("sir"), kMale},
    {hash_word("king"), kMale},
    {hash_word("prince"), kMale},
    {hash_word("lord"), kMale},
    {hash_word("father"), kMale},
    {hash_word("chairman"), kMale},
    {hash_word("spokesman"), kMale},
    {hash_word("congressman"), kMale},
    {hash_word("businessman"), kMale},
    {hash_word("pope"), kMale},
    {hash_word("mrs."), kFemale},
    {hash_word("mrs"), kFemale},
    {hash_word("ms."), kFemale},
    {hash_word("ms"), kFemale},
    {hash_word("miss"), kFemale},
    {hash_word("lady"), kFemale},
    {hash_word("queen"), kFemale},
    {hash_word("princess"), kFemale},
    {hash_word("dame"), kFemale},
    {hash_word("chairwoman"), kFemale},
    {hash_word("spokeswoman"), kFemale},
    {hash_word("congresswoman"), kFemale},
    {hash_word("businesswoman"), kFemale},
    {hash_word("sister"), kFemale},
    {hash_word("mother"), kFemale},
};
constexpr GenderWord kPronouns[] = {
    {hash_word("he"), kMale},      {hash_word("his"), kMale},       {hash_word("him"), kMale},
    {hash_word("himself"), kMale}, {hash_word("she"), kFemale},     {hash_word("her"), kFemale},
    {hash_word("hers"), kFemale},  {hash_word("herself"), kFemale},
};

template <std::size_t N>
SpeakerGender gender_in(const GenderWord (&words)[N], std::uint64_t word) {
  for (const GenderWord& row : words)
    if (row.word == word) return row.gender;
  return SpeakerGender::unknown;
}

bool is_verb(const Story& story, std::uint32_t token) {
  if (token >= story.pos_tags.size()) return false;
  const PosTag tag = story.pos_tags[token];
  return tag == PosTag::VBD || tag == PosTag::VBZ || tag == PosTag::VBP || tag == PosTag::MD;
}

SpeakerGender gender_of_given_name(const Story& story, const Lexicon& lexicon, const CastMention& mention) {
  for (std::uint32_t t = mention.first_token; t < mention.end_token; ++t) {
    const std::uint64_t word = story.tokens[t].lower_hash;
    if (const SpeakerGender gender = gender_in(kAddresses, word); gender != SpeakerGender::unknown) return gender;
    if (t + 1 == mention.end_token) break;  // a family name
    const RowRange rows = lexicon.given_names.find_word(word);
    if (!rows.empty()) return lexicon.given_names.cell(rows.first, 1) == "f" ? kFemale : kMale;
    if (!story.tokens[t].has(kAbbreviation)) break;
  }
  return SpeakerGender::unknown;
}

// Words in front of a name, up to the clause's border, and behind it between commas.
void add_roles(const Story& story, const CastMention& mention, CastMember& member) {
  constexpr std::uint32_t kBefore = 5, kBehind = 9;
  constexpr std::size_t kMost = 48;
  const Sentence& sentence = story.sentences[mention.sentence];
  const auto add = [&](std::uint32_t token) {
    const Token& at = story.tokens[token];
    if (at.kind != TokenKind::word) return false;
    if (member.roles.size() < kMost) member.roles.push_back(at.lower_hash);
    if (member.gender == SpeakerGender::unknown) member.gender = gender_in(kAddresses, at.lower_hash);
    return true;
  };
  const auto is_name_like = [&](std::uint32_t token) {
    if (story.pos_tags.empty()) return true;
    const PosTag tag = story.pos_tags[token];
    return (tag >= PosTag::JJ && tag <= PosTag::JJS) || (tag >= PosTag::NN && tag <= PosTag::NNPS) ||
           tag == PosTag::VBN;
  };
  for (std::uint32_t t = mention.first_token; t > sentence.first_token && mention.first_token - t < kBefore; --t)
    if (!is_name_like(t - 1) || !add(t - 1)) break;
  for (std::uint32_t t = mention.first_token; t < mention.end_token; ++t) add(t);
  std::uint32_t t = mention.end_token;
  if (t >= sentence.end_token || story.text[story.tokens[t].span.start] != ',') return;
  for (++t; t < sentence.end_token && t < mention.end_token + kBehind; ++t)
    if (!add(t)) break;
}

void vote_by_pronouns(const Story& story, Cast& cast) {
  std::vector<int> votes(cast.members.size());
  std::size_t next = 0;
  const CastMention* last = nullptr;
  std::uint32_t sentence = 0;
  for (std::uint32_t t = 0; t < story.tokens.size(); ++t) {
    while (sentence + 1 < story.sentences.size() && story.sentences[sentence].end_token <= t) ++sentence;
    while (next < cast.mentions.size() && cast.mentions[next].end_token <= t) {
      if (cast.members[cast.mentions[next].entity].type == EntityType::person) last = &cast.mentions[next];
      ++next;
    }
    if (last == nullptr || sentence > last->sentence + 1 || story.tokens[t].kind != TokenKind::word) continue;
    const SpeakerGender gender = gender_in(kPronouns, story.tokens[t].lower_hash);
    if (gender == SpeakerGender::unknown) continue;
    votes[cast.members[last->entity].fullest] += gender == kMale ? 1 : -1;
  }
  for (std::size_t m = 0; m < cast.members.size(); ++m)
    if (cast.members[m].gender == SpeakerGender::unknown && votes[m] != 0)
      cast.members[m].gender = votes[m] > 0 ? kMale : kFemale;
}

// Persons known by a surname only are the one person of that surname under a fuller name.
void join_by_surname(const std::vector<Entity>& entities, Cast& cast) {
  std::unordered_map<std::uint64_t, EntityId> fullest;
  for (EntityId id = 0; id < cast.members.size(); ++id) {
    if (cast.members[id].type != EntityType::person || cast.members[id].last_word == 0) continue;
    const auto [at, is_new] = fullest.emplace(cast.members[id].last_word, id);
    if (!is_new && entities[id].name.size() > entities[at->second].name.size()) at->second = id;
  }
  for (EntityId id = 0; id < cast.members.size(); ++id) {
    CastMember& member = cast.members[id];
    member.fullest = id;
    const bool is_bare = entities[id].name.find(' ') == std::string::npos;
    if (member.type == EntityType::person && member.last_word != 0 && is_bare)
      member.fullest = fullest[member.last_word];
    CastMember& full = cast.members[member.fullest];
    if (full.gender == SpeakerGender::unknown) full.gender = member.gender;
  }
  for (CastMember& member : cast.members)
    if (member.gender == SpeakerGender::unknown) member.gender = cast.members[member.fullest].gender;
}

void locate_mentions(const Story& story, const std::vector<Quote>& quotes, Cast& cast) {
  std::vector<Span> quoted;
  for (const Quote& quote : quotes)
    if (quote.type == QuoteType::direct) quoted.insert(quoted.end(), quote.spans.begin(), quote.spans.end());
  std::sort(quoted.begin(), quoted.end(), [](Span a, Span b) { return a.start < b.start; });
  std::uint32_t token = 0, sentence = 0;
  std::size_t quote = 0;
  for (CastMention& mention : cast.mentions) {
    while (token < story.tokens.size() && story.tokens[token].span.end <= mention.span.start) ++token;
    mention.first_token = token;
    mention.end_token = token;
    while (mention.end_token < story.tokens.size() && story.tokens[mention.end_token].span.start < mention.span.end)
      ++mention.end_token;
    while (sentence + 1 < story.sentences.size() && story.sentences[sentence].end_token <= token) ++sentence;
    mention.sentence = sentence;
    while (quote < quoted.size() && quoted[quote].end <= mention.span.start) ++quote;
    mention.is_quoted = quote < quoted.size() && quoted[quote].start <= mention.span.start;
    mention.is_genitive = mention.end_token < story.pos_tags.size() && story.pos_tags[mention.end_token] == PosTag::POS;
    mention.is_subject = is_verb(story, mention.end_token) ||
                         (!story.sentences.empty() && mention.first_token == story.sentences[sentence].first_token &&
                          !mention.is_genitive);
  }
}

}  // namespace

std::size_t Cast::first_from(std::uint32_t byte_pos) const {
  const auto at = std::partition_point(mentions.begin(), mentions.end(),
                                       [&](const CastMention& m) { return m.span.start < byte_pos; });
  return static_cast<std::size_t>(at - mentions.begin());
}

std::uint32_t token_at(const Story& story, std::uint32_t byte_pos) {
  const auto at = std::partition_point(story.tokens.begin(), story.tokens.end(),
                                       [&](const Token& t) { return t.span.end <= byte_pos; });
  return static_cast<std::uint32_t>(at - story.tokens.begin());
}

Cast make_cast(const Story& story, const Lexicon& lexicon, const std::vector<Quote>& quotes,
               const std::vector<Entity>& entities) {
  Cast cast;
  cast.members.resize(entities.size());
  for (EntityId id = 0; id < entities.size(); ++id) {
    cast.members[id].type = entities[id].type;
    cast.members[id].fullest = id;
    for (const Mention& mention : entities[id].mentions)
      if (mention.kind == MentionKind::name) cast.mentions.push_back({mention.span, 0, 0, 0, id, false, false, false});
  }
  if (story.sentences.empty()) cast.mentions.clear();
  std::stable_sort(cast.mentions.begin(), cast.mentions.end(),
                   [](const CastMention& a, const CastMention& b) { return a.span.start < b.span.start; });
  locate_mentions(story, quotes, cast);
  std::vector<std::uint32_t> longest(entities.size());
  for (const CastMention& mention : cast.mentions) {
    CastMember& member = cast.members[mention.entity];
    if (member.gender == SpeakerGender::unknown && member.type == EntityType::person)
      member.gender = gender_of_given_name(story, lexicon, mention);
    add_roles(story, mention, member);
    if (mention.end_token - mention.first_token > longest[mention.entity]) {
      longest[mention.entity] = mention.end_token - mention.first_token;
      member.last_word = story.tokens[mention.end_token - 1].lower_hash;
    }
  }
  join_by_surname(entities, cast);
  vote_by_pronouns(story, cast);
  return cast;
}

}  // namespace wirecut
