// The words of a role are held against the words that stand beside each name before: the head must be among them, the
// others count; nearer names win, and who spoke last, and subjects.

#include "resolve/role_speakers.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <iterator>
#include <string_view>

#include "lexicon/word_map.h"
#include "lexicon/word_use.h"
#include "resolve/speaker_words.h"

namespace wirecut {
namespace {

// Nouns that any organisation may be called by.
bool is_generic(std::uint64_t noun) {
  static constexpr auto kGeneric = word_list({"group", "agency", "organization", "organisation"});
  return kGeneric.of(noun);
}

// Whether "the company" may be this one: "the Securities and Exchange Commission" is none.
bool may_be_company(const Lexicon& lexicon, const CastMember& member) {
  static constexpr auto kBank = hash_word("bank");
  return member.last_word == kBank || !has_use(lexicon.organization_words, member.last_word, "institution");
}

// "Paper" alone may be a study as well.
bool may_be_paper(std::uint64_t noun) { return is_paper_noun(noun) || noun == hash_word("paper"); }

bool is_indefinite(std::uint64_t word) { return word == hash_word("a") || word == hash_word("an"); }

// "the Asahi newspaper", "German magazine Wirtschaftswoche"; not "Acme, the newspaper said", nor "a British paper".
bool is_told_paper(const Story& story, const CastMention& mention) {
  const auto is_noun_at = [&](std::uint32_t t) {
    return t < story.tokens.size() && may_be_paper(story.tokens[t].lower_hash);
  };
  std::uint32_t t = mention.first_token > 0 ? mention.first_token - 1 : 0;
  if (is_indefinite(story.tokens[t].lower_hash)) return false;
  while (t < mention.end_token && !is_noun_at(t)) ++t;
  return is_noun_at(t);
}

// How much a mention of an organisation says that the story is about it: "a Goldman Sachs analyst" and "a filing with
// the Acme Exchange" say the contrary.
double salience(const Story& story, const Lexicon& lexicon, const CastMember& member, const CastMention& mention) {
  double score = std::min(0.4 * std::log2(static_cast<double>(member.mention_count)), 1.5);
  score += member.in_headline ? 1.5 : 0;
  if (is_noun(story, mention.end_token) && is_person_noun(story, lexicon, mention.end_token)) return score - 2;
  std::uint32_t before = mention.first_token;
  while (before > 0 && tag_of(story, before - 1) == PosTag::DT) --before;
  const PosTag tag = before > 0 ? tag_of(story, before - 1) : PosTag::none;
  return score - (tag == PosTag::IN || tag == PosTag::TO ? 1 : 0);
}

// Words for one role: who is "the pontiff" was called pope.
constexpr WordRow<std::uint64_t> kSynonymRows[] = {
    {"boss", hash_word("executive")},      {"ceo", hash_word("executive")},    {"pontiff", hash_word("pope")},
    {"premier", hash_word("minister")},    {"lawmaker", hash_word("senator")}, {"policeman", hash_word("officer")},
    {"policewoman", hash_word("officer")}, {"envoy", hash_word("ambassador")}, {"lawyer", hash_word("attorney")},
    {"attorney", hash_word("lawyer")},     {"executive", hash_word("ceo")},
};
constexpr WordMap kSynonyms(kSynonymRows);

// "Sen. Jane Roe", "the senator". Of several in a story the last one mentioned is meant, or nobody near.
constexpr WordRow<std::uint64_t> kShortTitleRows[] = {
    {"captain", hash_word("capt.")},      {"colonel", hash_word("col.")},        {"congressman", hash_word("rep.")},
    {"congresswoman", hash_word("rep.")}, {"detective", hash_word("det.")},      {"doctor", hash_word("dr.")},
    {"general", hash_word("gen.")},       {"governor", hash_word("gov.")},       {"lieutenant", hash_word("lt.")},
    {"professor", hash_word("prof.")},    {"representative", hash_word("rep.")}, {"reverend", hash_word("rev.")},
    {"senator", hash_word("sen.")},       {"sergeant", hash_word("sgt.")},
};
constexpr WordMap kShortTitles(kShortTitleRows);

// "Shadow chancellor Ann Cole", "former president Bob Dunn": what a role is not held with.
constexpr std::uint64_t kQualifiers[] = {hash_word("acting"),    hash_word("assistant"), hash_word("deputy"),
                                         hash_word("ex"),        hash_word("former"),    hash_word("shadow"),
                                         hash_word("associate"), hash_word("vice")};

bool has_role(const Story& story, const Cast& cast, EntityId a, EntityId b, std::uint64_t word) {
  return cast.has_role(story, a, word) || (a != b && cast.has_role(story, b, word));
}

// Do the words beside the mention's name qualify its role, where those of `words` don't? "The chancellor" is no shadow
// chancellor.
bool is_qualified(const Story& story, const CastMention& mention, RoleWords words) {
  const auto holds = [&](std::uint32_t first, std::uint32_t end, std::uint64_t word) {
    return std::any_of(story.tokens.begin() + first, story.tokens.begin() + end,
                       [&](const Token& token) { return token.lower_hash == word; });
  };
  return std::any_of(std::begin(kQualifiers), std::end(kQualifiers), [&](std::uint64_t qualifier) {
    return holds(mention.roles_first, mention.roles_end, qualifier) && !holds(words.first, words.end, qualifier);
  });
}

// 22 for "22-year-old", 0 for any other word.
int parse_age(std::string_view word) {
  int age = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), age);
  return error == std::errc() && word.substr(static_cast<std::size_t>(end - word.data())) == "-year-old" ? age : 0;
}

// The age beside a name: "Marco Santos, 22,", "Marco Santos, aged 22", "22-year-old Marco Santos"; 0: none.
int age_beside(const Story& story, const CastMention& mention) {
  constexpr std::uint64_t kAged = hash_word("aged");
  if (mention.first_token > 0)
    if (const int age = parse_age(story.words(story.tokens[mention.first_token - 1].span)); age != 0) return age;
  std::uint32_t t = mention.end_token;
  if (t + 2 >= story.tokens.size() || story.text[story.tokens[t].span.start] != ',') return 0;
  ++t;
  if (story.tokens[t].lower_hash == kAged) ++t;
  const std::string_view word = story.words(story.tokens[t].span);
  int age = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), age);
  return error == std::errc() && end == word.data() + word.size() && age > 0 && age < 120 ? age : 0;
}

// "Acme wrote a white paper. The paper said": the first token of the last "a ... paper" in front of token `end`, of
// which the story tells only since; 0 for none. "The Guardian, a British paper," and "the Guardian is a paper" are told
// of the name before.
std::uint32_t last_new_paper(const Story& story, std::uint32_t end) {
  constexpr std::uint32_t kReach = 120;
  for (std::uint32_t t = end; t-- > 0 && t + kReach > end;) {
    if (story.tokens[t].lower_hash != hash_word("paper") || is_noun(story, t + 1)) continue;
    std::uint32_t first = t;
    while (first > 0 && stands_before_noun(tag_of(story, first - 1)) && tag_of(story, first) != PosTag::DT) --first;
    const PosTag before = first > 0 ? tag_of(story, first - 1) : PosTag::none;
    const bool describes = before == PosTag::comma || before == PosTag::VBZ;
    if (is_indefinite(story.tokens[first].lower_hash) && !describes) return first;
  }
  return 0;
}

// "Acme shares rose after the company said", but not "Acme shares are worth more, the company said"; "Acme won an
// order. The company said".
double nearness(const CastMention& mention, const RoleWords& words) {
  if (mention.sentence == words.sentence) return words.is_behind_content ? 1.5 : 5;
  return mention.sentence + 1 == words.sentence && (mention.is_subject || mention.is_main_subject) ? 1.5 : 0;
}

}  // namespace

bool is_sender(const Story& story, const Cast& cast, const CastMention& mention, std::optional<EntityId> previous) {
  if (mention.is_credit) return true;
  const EntityId id = cast.members[mention.entity].fullest;
  if (!cast.members[id].is_sender || previous == id) return false;
  const auto& dateline = story.structure.dateline;
  return !mention.is_subject || (dateline && story.words(mention.span) == dateline->agency);
}

std::optional<EntityId> find_by_role(const Story& story, const Lexicon& lexicon, const Cast& cast, RoleWords words) {
  constexpr std::uint64_t kThe = hash_word("the");
  constexpr std::size_t kMostMentions = 60;
  constexpr std::uint32_t kNear = 1;
  const std::uint32_t first = words.first, end = words.end;
  if (story.tokens[first].lower_hash != kThe || end - first < 2) return std::nullopt;
  const std::uint32_t head = head_of(story, first, end);
  const std::uint64_t noun = story.tokens[head].lower_hash;
  const std::uint64_t synonym = kSynonyms.of(noun), short_title = kShortTitles.of(noun);
  const std::string_view kind = speaker_kind(lexicon, noun);
  if (kind == "document" || kind == "people" || noun == hash_word("source")) return std::nullopt;
  const bool wants_organization = is_organization(kind), wants_company = kind == "company";
  // The company is that of the story; a group may be another, a newspaper or a court mostly is.
  const double salience_weight = wants_company ? 1 : noun == hash_word("group") ? 0.5 : 0;
  if (head + 1 < end && tag_of(story, head + 1) == PosTag::IN)
    return std::nullopt;  // "the president of the board": somebody else
  std::optional<EntityId> best;
  double best_score = -20;
  std::size_t rank = 0;
  for (std::size_t m = cast.first_from(story.tokens[first].span.start); m-- > 0 && rank < kMostMentions; ++rank) {
    const CastMention& mention = cast.mentions[m];
    const EntityId id = cast.members[mention.entity].fullest;
    const EntityType type = cast.members[id].type;
    if (type != (wants_organization ? EntityType::organization : EntityType::person)) continue;
    if (is_sender(story, cast, mention, words.previous)) continue;
    int matched = 0, missing = 0;
    for (std::uint32_t t = first + 1; t < head; ++t)
      (has_role(story, cast, mention.entity, id, story.tokens[t].lower_hash) ? matched : missing) += 1;
    bool head_matches = has_role(story, cast, mention.entity, id, noun);
    const std::uint64_t other_word = synonym != 0 || mention.sentence + kNear < words.sentence ? synonym : short_title;
    if (!head_matches && other_word != 0 && missing == 0)
      head_matches = has_role(story, cast, mention.entity, id, other_word);
    (head_matches ? matched : missing) += 1;
    if (!head_matches && (end - first > 2 || (!wants_company && !is_generic(noun)))) continue;
    if (!head_matches && wants_company && !may_be_company(lexicon, cast.members[id])) continue;
    double score =
        (head_matches ? 4 : 0) + matched - 2.0 * missing - 0.25 * std::min(words.sentence - mention.sentence, 20U);
    score += words.previous == id ? 1 : 0;
    score += mention.is_subject ? 0.5 : 0;
    if (head_matches && is_qualified(story, mention, words)) score -= 3;
    if (salience_weight > 0) score += salience_weight * salience(story, lexicon, cast.members[id], mention);
    if (wants_company) score += nearness(mention, words);
    if (score > best_score) {
      best_score = score;
      best = id;
    }
  }
  return best;
}

std::optional<EntityId> find_publication(const Story& story, const Cast& cast, RoleWords words) {
  constexpr std::size_t kMostMentions = 60;
  const std::uint64_t noun = story.tokens[words.end - 1].lower_hash;
  if (words.end != words.first + 2 || story.tokens[words.first].lower_hash != hash_word("the") || !may_be_paper(noun))
    return std::nullopt;
  const std::uint32_t new_paper = noun == hash_word("paper") ? last_new_paper(story, words.first) : 0;
  std::optional<EntityId> best;
  double best_score = -20;
  std::size_t rank = 0;
  for (std::size_t m = cast.first_from(story.tokens[words.first].span.start); m-- > 0 && rank < kMostMentions; ++rank) {
    const CastMention& mention = cast.mentions[m];
    const EntityId id = cast.members[mention.entity].fullest;
    const EntityType type = cast.members[id].type;
    if (mention.end_token <= new_paper) break;  // "a paper" was told of since
    if (mention.is_credit || (type != EntityType::organization && type != EntityType::misc)) continue;
    if (!cast.members[id].is_paper && !is_told_paper(story, mention)) continue;
    const double score = -static_cast<double>(words.sentence - mention.sentence) + (words.previous == id ? 4 : 0) +
                         (mention.is_subject ? 1 : 0);
    if (score > best_score) {
      best_score = score;
      best = id;
    }
  }
  const bool has_spoken = noun == hash_word("newspaper") && words.previous &&
                          cast.members[*words.previous].type == EntityType::organization;
  return best || !has_spoken ? best : words.previous;
}

std::optional<EntityId> find_named_later(const Story& story, const Lexicon& lexicon, const Cast& cast,
                                         RoleWords words) {
  static constexpr auto kIndefinite = word_list({"a", "an", "one", "another", "some"});
  constexpr std::uint32_t kReach = 3;
  const Part part = story.sentences[words.sentence].part;
  const bool is_lead = words.sentence == 0 || story.sentences[words.sentence - 1].part != Part::body;
  if (!is_lead || (part != Part::body && part != Part::headline)) return std::nullopt;
  const std::uint32_t head = head_of(story, words.first, words.end);
  const std::uint64_t noun = story.tokens[head].lower_hash;
  if (head + 1 != words.end || head == words.first || tag_of(story, head) == PosTag::NNS) return std::nullopt;
  if (kIndefinite.of(story.tokens[words.first].lower_hash) || lexicon.titles.find_word(noun).empty())
    return std::nullopt;
  const std::uint64_t modifier = story.tokens[head - 1].lower_hash;
  for (std::size_t m = cast.first_from(story.tokens[head].span.end); m < cast.mentions.size(); ++m) {
    const CastMention& mention = cast.mentions[m];
    if (mention.sentence > words.sentence + kReach) break;
    const EntityId id = cast.members[mention.entity].fullest;
    if (cast.members[id].type != EntityType::person || mention.is_credit) continue;
    bool has_noun = false, has_modifier = false;
    for (std::uint32_t t = mention.roles_first; t < mention.roles_end; ++t) {
      has_noun |= story.tokens[t].lower_hash == noun;
      has_modifier |= story.tokens[t].lower_hash == modifier;
    }
    if (has_noun && (has_modifier || tag_of(story, head - 1) == PosTag::POS || tag_of(story, head - 1) == PosTag::DT))
      return id;
  }
  return std::nullopt;
}

std::optional<EntityId> find_by_age(const Story& story, const Cast& cast, RoleWords words) {
  constexpr std::uint64_t kThe = hash_word("the");
  if (story.tokens[words.first].lower_hash != kThe || words.end - words.first < 2) return std::nullopt;
  const int age = parse_age(story.words(story.tokens[words.first + 1].span));
  if (age == 0) return std::nullopt;
  constexpr std::size_t kMostMentions = 500;  // so that a story of ages alone is no square of them
  std::optional<EntityId> found;
  std::optional<EntityId> named_since;  // the person named since somebody spoke
  bool is_other_age = false, are_many = false;
  std::size_t rank = 0;
  for (std::size_t m = cast.first_from(story.tokens[words.first].span.start); m-- > 0 && rank < kMostMentions; ++rank) {
    const CastMention& mention = cast.mentions[m];
    const EntityId id = cast.members[mention.entity].fullest;
    if (cast.members[id].type != EntityType::person) continue;
    const int told = age_beside(story, mention);
    if (told == age && found && *found != id) return std::nullopt;
    if (told == age) found = id;
    is_other_age |= told != 0 && words.previous == id;
    if (mention.is_quoted || mention.sentence <= words.previous_sentence || words.previous == id) continue;
    are_many |= named_since && *named_since != id;
    if (told == 0) named_since = id;
  }
  if (found || is_other_age || !words.previous || words.end - words.first != 2) return found;
  if (named_since || are_many) return are_many ? std::nullopt : named_since;
  const bool is_near = words.sentence <= words.previous_sentence + 2;
  return is_near && cast.members[*words.previous].type == EntityType::person ? words.previous : std::nullopt;
}

}  // namespace wirecut
