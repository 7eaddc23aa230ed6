// A word of kinship in apposition ("her husband, Chike Obi,") and the honorific of a full name tell most; then the
// given name, first by the list made by hand, then by the larger one; then the honorific of a surname, which may belong
// to another of the family; then words of office, for many a chairman is a woman; and last the pronouns that follow a
// name.

#include "resolve/gender.h"

#include <algorithm>
#include <string_view>

#include "lexicon/word_map.h"
#include "resolve/speaker_words.h"

namespace wirecut {
namespace {

constexpr SpeakerGender kMale = SpeakerGender::male, kFemale = SpeakerGender::female;
constexpr SpeakerGender kUnknown = SpeakerGender::unknown;

constexpr WordRow<SpeakerGender> kPronounRows[] = {
    {"he", kMale},    {"his", kMale},   {"him", kMale},    {"himself", kMale},
    {"she", kFemale}, {"her", kFemale}, {"hers", kFemale}, {"herself", kFemale},
};
constexpr WordMap kPronouns(kPronounRows);

void offer(CastMember& member, SpeakerGender gender, GenderEvidence evidence) {
  if (gender == kUnknown || evidence <= member.gender_evidence) return;
  member.gender = gender;
  member.gender_evidence = evidence;
}

SpeakerGender parse_gender(std::string_view cell) { return cell == "f" ? kFemale : cell == "m" ? kMale : kUnknown; }

// "husband", of kinship only where `kin` says so.
SpeakerGender gender_of_word(const Lexicon& lexicon, const Token& noun, bool kin) {
  const RowRange rows = lexicon.gendered_nouns.find_word(noun.lower_hash);
  if (rows.empty() || (kin && lexicon.gendered_nouns.cell(rows.first, 2) != "kin")) return kUnknown;
  return parse_gender(lexicon.gendered_nouns.cell(rows.first, 1));
}

SpeakerGender gender_of_title(const Lexicon& lexicon, const Token& word, bool is_honorific) {
  const RowRange rows = lexicon.titles.find_word(word.lower_hash);
  if (rows.empty() || (lexicon.titles.cell(rows.first, 1) == "honorific") != is_honorific) return kUnknown;
  return parse_gender(lexicon.titles.cell(rows.first, 2));
}

bool is_comma(const Story& story, std::uint32_t token) {
  return token < story.tokens.size() && story.text[story.tokens[token].span.start] == ',';
}

bool is_owner(PosTag tag) { return tag == PosTag::PRPS || tag == PosTag::POS || tag == PosTag::DT; }

bool is_describing(PosTag tag) {
  return tag == PosTag::JJ || tag == PosTag::CD || tag == PosTag::NN || tag == PosTag::NNP || tag == PosTag::VBN;
}

// The noun of the apposition in front of a name, if it opens with an owner or an article: "husband" in "her late
// husband, Chike Obi, said" and "his son Paul"; none in "Beloved by her husband, Jane Roe said". The name's first token
// where there is none.
std::uint32_t noun_before(const Story& story, const CastMention& mention) {
  const std::uint32_t first_of_sentence = story.sentences[mention.sentence].first_token;
  const std::uint32_t token = mention.first_token;
  std::uint32_t noun = token;
  if (noun > first_of_sentence && is_comma(story, noun - 1)) --noun;
  const PosTag behind = tag_of(story, mention.end_token);
  if (noun != token && behind != PosTag::comma && behind != PosTag::period) return token;
  if (noun == first_of_sentence || tag_of(story, noun - 1) != PosTag::NN) return token;
  std::uint32_t t = --noun;
  for (int steps = 0; t > first_of_sentence && steps < 4; --t, ++steps) {
    if (is_owner(tag_of(story, t - 1))) return noun;
    if (!is_describing(tag_of(story, t - 1))) break;
  }
  return token;
}

// The noun of the apposition behind a name: "wife" in "Ann Roe, Roe's second wife," and "Ann Roe, wife of"; `end` where
// there is none, as in the lists "John Roe, his wife Ann and" and "John Roe, his wife, Ann".
std::uint32_t noun_behind(const Story& story, std::uint32_t end_of_sentence, std::uint32_t end) {
  if (!is_comma(story, end)) return end;
  for (std::uint32_t t = end + 1; t < end_of_sentence && t < end + 7; ++t) {
    const PosTag tag = tag_of(story, t);
    if (tag == PosTag::NN && !is_noun(story, t + 1) && tag_of(story, t + 1) != PosTag::POS) {
      const PosTag next = tag_of(story, t + 1);
      if (is_comma(story, t + 1)) return tag_of(story, t + 2) == PosTag::NNP ? end : t;
      return next == PosTag::IN || next == PosTag::period || next == PosTag::WP ? t : end;
    }
    if (!is_owner(tag) && !is_describing(tag)) return end;
  }
  return end;
}

// A spokeswoman is a woman.
void offer_office(const Token& word, const Lexicon& lexicon, CastMember& member) {
  const SpeakerGender gender = gender_of_title(lexicon, word, false);
  offer(member, gender, gender == kFemale ? GenderEvidence::beside_name : GenderEvidence::office);
}

void read_appositions(const Story& story, const Lexicon& lexicon, const CastMention& mention, CastMember& member) {
  const Sentence& sentence = story.sentences[mention.sentence];
  const auto read = [&](std::uint32_t noun) {
    offer(member, gender_of_word(lexicon, story.tokens[noun], true), GenderEvidence::beside_name);
    offer_office(story.tokens[noun], lexicon, member);
  };
  const std::uint32_t before = noun_before(story, mention);
  if (before != mention.first_token) read(before);
  const std::uint32_t behind = noun_behind(story, sentence.end_token, mention.end_token);
  if (behind != mention.end_token) read(behind);
  if (mention.first_token > sentence.first_token)  // "company spokeswoman Ann Roe"
    offer_office(story.tokens[mention.first_token - 1], lexicon, member);
}

// "Edie", but not "Scott": no family name.
bool is_given_only(const Lexicon& lexicon, const Token& word) {
  const RowRange rows = lexicon.person_names.find_word(word.lower_hash);
  return !rows.empty() && lexicon.person_names.cell(rows.first, 1) == "a";
}

void read_given_name(const Story& story, const Lexicon& lexicon, const CastMention& mention, CastMember& member) {
  const bool is_full = mention.end_token > mention.first_token + 1;
  for (std::uint32_t t = mention.first_token; t < mention.end_token; ++t) {
    const Token& word = story.tokens[t];
    if (t == mention.first_token && is_full)
      offer(member, gender_of_title(lexicon, word, true), GenderEvidence::beside_name);
    if (t + 1 == mention.end_token && (t > mention.first_token || !is_given_only(lexicon, word))) break;
    const RowRange rows = lexicon.given_names.find_word(word.lower_hash);
    if (!rows.empty())
      return offer(member, parse_gender(lexicon.given_names.cell(rows.first, 1)),
                   is_full ? GenderEvidence::given_name : GenderEvidence::listed_name);
    const RowRange listed = lexicon.given_name_genders.find_word(word.lower_hash);
    if (!listed.empty())
      return offer(member, parse_gender(lexicon.given_name_genders.cell(listed.first, 1)), GenderEvidence::listed_name);
    if (!word.has(kAbbreviation)) break;
  }
}

}  // namespace

SpeakerGender gender_of_honorific(const Story& story, const Lexicon& lexicon, std::uint32_t token) {
  if (token == 0 || !story.tokens[token - 1].has(kCapitalized)) return kUnknown;
  return gender_of_title(lexicon, story.tokens[token - 1], true);
}

SpeakerGender gender_of_noun(const Lexicon& lexicon, const Token& noun) {
  if (const SpeakerGender gender = gender_of_word(lexicon, noun, false); gender != kUnknown) return gender;
  return gender_of_title(lexicon, noun, false);
}

void tell_genders(const Story& story, const Lexicon& lexicon, Cast& cast) {
  for (const CastMention& mention : cast.mentions) {
    CastMember& member = cast.members[mention.entity];
    if (member.type != EntityType::person || member.gender_evidence == GenderEvidence::beside_name) continue;
    const bool is_full = mention.end_token > mention.first_token + 1;
    offer(member, gender_of_honorific(story, lexicon, mention.first_token),
          is_full ? GenderEvidence::beside_name : GenderEvidence::family_honorific);
    read_given_name(story, lexicon, mention, member);
    read_appositions(story, lexicon, mention, member);
  }
}

// The pronouns behind a person's name, up to the next person's and within its sentence and the next, speak of that
// person. Three that agree, and none against them, know better than the longer list of names: "Asa" and "Zephyr" are
// women here and men there.
void vote_by_pronouns(const Story& story, Cast& cast) {
  constexpr int kMany = 3;
  struct Votes {
    int male = 0, female = 0;
  };
  std::vector<Votes> votes(cast.members.size());
  const CastMention* last = nullptr;  // of a person
  std::uint32_t behind_last = 0, behind = 0;
  const auto count_pronouns = [&](std::uint32_t end) {
    const std::uint32_t reach = last->sentence + 1;
    if (reach < story.sentences.size()) end = std::min(end, story.sentences[reach].end_token);
    Votes& of_last = votes[cast.members[last->entity].fullest];
    for (std::uint32_t t = behind_last; t < end; ++t) {
      const SpeakerGender gender = kPronouns.of(story.tokens[t].lower_hash);
      if (gender == kUnknown || story.tokens[t].kind != TokenKind::word) continue;
      ++(gender == kMale ? of_last.male : of_last.female);
    }
  };
  for (const CastMention& mention : cast.mentions) {
    behind = std::max(behind, mention.end_token);
    if (cast.members[mention.entity].type != EntityType::person) continue;
    if (last != nullptr) count_pronouns(behind);
    last = &mention;
    behind_last = behind;
  }
  if (last != nullptr) count_pronouns(static_cast<std::uint32_t>(story.tokens.size()));
  for (std::size_t m = 0; m < cast.members.size(); ++m) {
    CastMember& member = cast.members[m];
    const auto [male, female] = votes[m];
    const bool clear = std::max(male, female) >= kMany && std::min(male, female) == 0;
    if (male != female &&
        (member.gender == kUnknown || (clear && member.gender_evidence <= GenderEvidence::listed_name)))
      member.gender = male > female ? kMale : kFemale;
  }
}

std::optional<EntityId> agree_with_honorific(const Story& story, const Lexicon& lexicon, const Cast& cast,
                                             EntityId named, std::uint32_t first, std::uint32_t end) {
  const auto member = [&](EntityId id) -> const CastMember& { return cast.members[id]; };
  const CastMember& who = member(named);
  if (first + 2 != end || who.gender_evidence < GenderEvidence::listed_name) return named;
  const SpeakerGender told = gender_of_honorific(story, lexicon, first + 1);
  if (told == SpeakerGender::unknown || who.gender == told) return named;
  constexpr std::size_t kMostMentions = 500;
  std::size_t rank = 0;
  for (std::size_t m = cast.first_from(story.tokens[first].span.start); m-- > 1 && rank < kMostMentions; ++rank) {
    const CastMention &before = cast.mentions[m - 1], &mention = cast.mentions[m];
    if (member(mention.entity).fullest != named || before.end_token + 1 != mention.first_token) continue;
    const EntityId other = member(before.entity).fullest;
    const bool fits = member(other).gender == told || member(other).gender == SpeakerGender::unknown;
    if (tag_of(story, before.end_token) == PosTag::CC && member(other).type == EntityType::person && fits) return other;
  }
  return std::nullopt;
}

}  // namespace wirecut
