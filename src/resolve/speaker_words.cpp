// A speaker's words are a noun phrase with its appositions; which name in it speaks is told by what stands in front of
// each name: a preposition makes it one that the speaker belongs to, and so it does for the names that "and" adds.

#include "resolve/speaker_words.h"

#include <algorithm>
#include <string_view>

#include "lexicon/word_map.h"
#include "tokens/market_code.h"

namespace wirecut {
namespace {

constexpr WordRow<Pronoun> kPronounRows[] = {
    {"he", Pronoun::he},           {"him", Pronoun::he},     {"she", Pronoun::she},     {"her", Pronoun::she},
    {"his", Pronoun::he},          {"its", Pronoun::it},     {"their", Pronoun::they},  {"it", Pronoun::it},
    {"they", Pronoun::they},       {"them", Pronoun::they},  {"who", Pronoun::who},     {"which", Pronoun::which},
    {"that", Pronoun::which},      {"himself", Pronoun::he}, {"herself", Pronoun::she}, {"itself", Pronoun::it},
    {"themselves", Pronoun::they},
};

constexpr WordMap kPronouns(kPronounRows);

bool is_common_noun(PosTag tag) { return tag == PosTag::NN || tag == PosTag::NNS; }

// "for Roe", "for the Acme", "to Prime Minister Roe", "for Carl Roe and Ann Poe" at the second name, "chosen to follow
// Roe"; but not "Minister for Health Roe".
bool depends(const Story& story, const CastMention& mention, std::uint32_t first, std::uint32_t end_of_dependent) {
  static constexpr auto kInTitles = word_list({"of", "for"});
  constexpr std::uint64_t kAs = hash_word("as");  // "a man identified as John Roe"
  std::uint32_t phrase = mention.first_token;
  while (phrase > first && stands_before_noun(tag_of(story, phrase - 1))) --phrase;
  if (phrase == first) return false;
  const std::uint32_t before = phrase - 1;
  if (story.tokens[before].has(kAllCaps) && !story.tokens[mention.end_token - 1].has(kAllCaps))
    return false;  // of a line of its own: "RELIEF IN SIGHT Central bank chief Roe"
  if (tag_of(story, before) == PosTag::CC) return before == end_of_dependent;
  if (before > first && tag_of(story, before) >= PosTag::VB && tag_of(story, before) <= PosTag::VBZ) return true;
  if (story.tokens[before].lower_hash == kAs) return false;
  if (is_preposition(tag_of(story, before)) && tag_of(story, mention.first_token - 1) == PosTag::VBG) return true;
  const bool has_only_article =
      phrase == mention.first_token || (phrase + 1 == mention.first_token && tag_of(story, phrase) == PosTag::DT);
  return is_preposition(tag_of(story, before)) && (has_only_article || !kInTitles.of(story.tokens[before].lower_hash));
}

// "nurses", "people": plurals of the roles of titles.tsv, and the people of speaker_nouns.tsv.
bool is_people(const Story& story, const Lexicon& lexicon, std::uint32_t token) {
  if (speaker_kind(lexicon, story.tokens[token].lower_hash) == "people") return true;
  const std::string_view plural = story.words(story.tokens[token].span);
  if (tag_of(story, token) != PosTag::NNS || !plural.ends_with('s')) return false;
  return !lexicon.titles.find_lower(plural.substr(0, plural.size() - 1)).empty();
}

bool is_verb(PosTag tag) { return tag == PosTag::VBD || tag == PosTag::VBP || tag == PosTag::MD || tag == PosTag::VBN; }

enum class Joint : std::uint8_t { none, by_comma, by_and };

// How a name that starts at token `next` goes on with one that ends before `end`: "Rudd and Moss", "Rudd, Moss", "Rudd,
// 41, and his wife, Ann".
Joint how_joined(const Story& story, std::uint32_t end, std::uint32_t next) {
  constexpr std::uint64_t kAnd = hash_word("and");
  if (next == end + 1 && tag_of(story, end) == PosTag::comma) return Joint::by_comma;
  std::uint32_t t = next;
  if (t > end && tag_of(story, t - 1) == PosTag::comma) --t;
  while (t > end && stands_before_noun(tag_of(story, t - 1))) --t;
  const bool has_and = t > end && story.tokens[t - 1].lower_hash == kAnd;
  return has_and && (t - 1 == end || tag_of(story, t - 2) == PosTag::comma) ? Joint::by_and : Joint::none;
}

// "voters in", "supermarkets, including": the names behind it only tell of whom these words speak.
bool has_dependents(const Story& story, std::uint32_t first, std::uint32_t end) {
  constexpr std::uint64_t kBoth = hash_word("both");
  for (std::uint32_t t = first; t < end; ++t) {
    const PosTag tag = tag_of(story, t);
    if ((is_preposition(tag) && story.tokens[t].lower_hash != kBoth) || tag == PosTag::VBG) return true;
  }
  return false;
}

// Behind the noun `head` where that only tells what the name in front of it is: "the Financial Times newspaper", "the
// Xinhua news agency"; else behind the name.
std::uint32_t end_with_noun(const Story& story, const CastMention& mention, std::uint32_t head) {
  static constexpr auto kNouns =
      word_list({"website", "radio", "television", "network", "broadcaster", "channel", "union", "party"});
  constexpr std::uint64_t kNews = hash_word("news"), kAgency = hash_word("agency");
  const std::uint32_t end = mention.end_token;
  if (end > head) return end;
  const std::uint64_t noun = story.tokens[head].lower_hash;
  const bool is_agency = noun == kAgency && head == end + 1 && story.tokens[end].lower_hash == kNews;
  return is_agency || (head == end && (kNouns.of(noun) || is_paper_noun(noun))) ? head + 1 : end;
}

}  // namespace

Pronoun parse_pronoun(const Story& story, std::uint32_t first, std::uint32_t end) {
  return end == first + 1 ? kPronouns.of(story.tokens[first].lower_hash) : Pronoun::none;
}

std::uint32_t end_of_phrase(const Story& story, std::uint32_t first, std::uint32_t end) {
  static constexpr auto kReflexives = word_list({"himself", "herself", "itself", "themselves"});
  for (std::uint32_t t = first + 1; t + 1 < end; ++t) {
    const PosTag behind = tag_of(story, t + 1);
    if (tag_of(story, t) == PosTag::comma && (behind == PosTag::WP || behind == PosTag::WDT)) end = t;
  }
  return end > first + 1 && kReflexives.of(story.tokens[end - 1].lower_hash) ? end - 1 : end;
}

bool is_interview_letter(const Story& story, Span words) {
  const std::string_view letter = story.words(words).substr(0, 1);
  return (letter == "Q" || letter == "A") &&
         (words.size() == 1 || (words.size() == 2 && story.text[words.start + 1] == '.'));
}

bool stands_before_noun(PosTag tag) {
  return (tag >= PosTag::JJ && tag <= PosTag::JJS) || tag == PosTag::CD || tag == PosTag::DT || tag == PosTag::PRPS ||
         (tag >= PosTag::NN && tag <= PosTag::NNPS) || tag == PosTag::VBN || tag == PosTag::VBG;
}

std::uint64_t initials_of(const Entity& entity) {
  if (entity.type != EntityType::organization) return 0;
  std::uint64_t hash = kHashSeed;
  std::size_t count = 0;
  bool at_start = true;
  for (char c : entity.name) {
    if (at_start && c >= 'A' && c <= 'Z') {
      hash = hash_step(hash, static_cast<unsigned char>(c));
      ++count;
    }
    at_start = c == ' ' || c == '-';
  }
  return count < 2 ? 0 : mix_bits(hash);
}

std::string_view speaker_kind(const Lexicon& lexicon, std::uint64_t noun) {
  const RowRange rows = lexicon.speaker_nouns.find_word(noun);
  return rows.empty() ? std::string_view() : lexicon.speaker_nouns.cell(rows.first, 1);
}

bool is_paper_noun(std::uint64_t noun) {
  static constexpr auto kPapers = word_list({"daily", "magazine", "newspaper", "tabloid", "weekly"});
  return kPapers.of(noun);
}

bool is_person_noun(const Story& story, const Lexicon& lexicon, std::uint32_t token) {
  const std::uint64_t noun = story.tokens[token].lower_hash;
  return speaker_kind(lexicon, noun) == "person" || !lexicon.titles.find_word(noun).empty();
}

bool is_one_person(const Story& story, const Lexicon& lexicon, std::uint32_t first, std::uint32_t end) {
  const auto is_person = [&](std::uint32_t t) {
    return (tag_of(story, t) == PosTag::NN || tag_of(story, t) == PosTag::NNP) &&
           (is_person_noun(story, lexicon, t) || speaker_kind(lexicon, story.tokens[t].lower_hash) == "player" ||
            story.words(story.tokens[t].span).ends_with("man"));
  };
  const std::uint32_t head = head_of(story, first, end);
  if (tag_of(story, head) != PosTag::NNP) return is_person(head);
  for (std::uint32_t t = first; t < end && tag_of(story, t) != PosTag::IN; ++t)
    if (is_person(t) && tag_of(story, t + 1) != PosTag::POS) return true;  // "analyst April Horace"
  return false;
}

std::uint32_t head_of(const Story& story, std::uint32_t first, std::uint32_t end) {
  std::uint32_t head = end;
  for (std::uint32_t t = first; t < end; ++t) {
    const PosTag at = tag_of(story, t);
    const bool is_clause =
        at == PosTag::VBN && t > first && is_common_noun(tag_of(story, t - 1));  // "the man chosen to"
    const bool ends = is_clause || at == PosTag::comma || at == PosTag::IN || at == PosTag::WP || at == PosTag::WDT ||
                      at == PosTag::lparen;
    const bool may_be_head = is_noun(story, t) && !(tag_of(story, t + 1) == PosTag::POS && t + 1 < end);
    if (!ends && !may_be_head) continue;
    if (is_market_code(story.words(story.tokens[t].span))) continue;  // "Dell Inc DELL.O, the No. 2 PC maker"
    if (may_be_head) head = t;
    if (ends && head != end) break;
  }
  return head == end ? end - 1 : head;
}

std::optional<EntityId> find_name(const Story& story, const Cast& cast, std::uint32_t first, std::uint32_t end) {
  std::size_t m = cast.first_from(story.tokens[first].span.start);
  if (m == cast.mentions.size() || cast.mentions[m].first_token >= end) return std::nullopt;
  const std::uint32_t head = head_of(story, first, end);
  std::optional<EntityId> found;
  bool found_person = false;
  std::uint32_t end_of_dependent = first;
  for (; m < cast.mentions.size(); ++m) {
    const CastMention& mention = cast.mentions[m];
    const CastMember& member = cast.members[mention.entity];
    if (mention.first_token >= end) break;
    if (mention.is_genitive && mention.end_token < end) continue;
    if (mention.end_token > end && story.tokens[end].lower_hash == hash_word("on")) continue;  // "ROE ON PRICES: ..."
    const bool is_person = member.type == EntityType::person;
    const bool is_dependent = depends(story, mention, first, end_of_dependent);
    if (is_dependent) end_of_dependent = mention.end_token;
    if (is_dependent || found_person) continue;
    const std::uint32_t named_end =
        member.type == EntityType::organization ? end_with_noun(story, mention, head) : mention.end_token;
    const bool holds_head = mention.first_token <= head && head < named_end;
    if (!is_person && (found || !holds_head)) continue;
    if (is_person && mention.end_token < end && is_noun(story, mention.end_token) && !holds_head)
      continue;  // "the Trump campaign"
    found = member.fullest;
    found_person = is_person;
  }
  return found;
}

std::optional<Span> plural_subject(const Story& story, const Lexicon& lexicon, std::uint32_t first, std::uint32_t end) {
  constexpr std::uint32_t kDeepest = 8;
  for (std::uint32_t head = first; head < end && head < first + kDeepest; ++head) {
    if (is_verb(tag_of(story, head)) && head > first && is_noun(story, head - 1)) return std::nullopt;
    if (story.tokens[head].kind == TokenKind::quote) return std::nullopt;
    if (!is_noun(story, head) || is_noun(story, head + 1) || !is_people(story, lexicon, head)) continue;
    const PosTag next = tag_of(story, head + 1);
    if (head + 1 >= end || (!is_verb(next) && next != PosTag::IN)) return std::nullopt;
    std::uint32_t start = head;
    while (start > first && stands_before_noun(tag_of(story, start - 1))) --start;
    return Span{story.tokens[start].span.start, story.tokens[head].span.end};
  }
  return std::nullopt;
}

std::vector<EntityId> find_joint_names(const Story& story, const Cast& cast, std::uint32_t first, std::uint32_t end) {
  std::vector<EntityId> names;
  bool has_and = false;
  std::uint32_t end_of_last = first;
  for (std::size_t m = cast.first_from(story.tokens[first].span.start); m < cast.mentions.size(); ++m) {
    const CastMention& mention = cast.mentions[m];
    if (mention.end_token > end) break;
    const bool describes = is_noun(story, mention.end_token) && mention.end_token < end;
    if ((mention.is_genitive && mention.end_token < end) || describes) continue;
    if (cast.members[mention.entity].type == EntityType::misc) continue;
    if (names.empty() && has_dependents(story, first, mention.first_token)) return {};
    const EntityId id = cast.members[mention.entity].fullest;
    if (!names.empty()) {
      const Joint joint = how_joined(story, end_of_last, mention.first_token);
      const bool is_new = std::find(names.begin(), names.end(), id) == names.end();
      if (joint == Joint::by_comma && has_and) break;  // "Google and Yahoo, the largest two"
      if (joint == Joint::none || !is_new || cast.members[id].type != cast.members[names[0]].type) continue;
      has_and |= joint == Joint::by_and;
    }
    names.push_back(id);
    end_of_last = mention.end_token;
  }
  return has_and ? names : std::vector<EntityId>();
}

bool is_unnamed_person(const Story& story, const Lexicon& lexicon, std::uint32_t first, std::uint32_t end) {
  static constexpr auto kIndefinite = word_list({"a", "an", "one", "another"});
  static constexpr auto kNameless =
      word_list({"source", "spokesman", "spokeswoman", "spokesperson", "official", "diplomat"});
  static constexpr auto kAsking = word_list({"reporter", "journalist", "interviewer", "moderator", "caller"});
  const std::uint32_t head = head_of(story, first, end);
  const std::uint64_t noun = story.tokens[head].lower_hash;
  if (tag_of(story, first) == PosTag::NNP && (end == first + 1 || tag_of(story, first + 1) == PosTag::comma))
    return true;  // "Bright, 38,": a name that the tagger missed
  if (tag_of(story, head) != PosTag::NN || !is_person_noun(story, lexicon, head) || kAsking.of(noun)) return false;
  if (kIndefinite.of(story.tokens[first].lower_hash) || kNameless.of(noun)) return true;
  return head > first && std::any_of(story.pos_tags.begin() + first, story.pos_tags.begin() + head,
                                     [](PosTag tag) { return tag == PosTag::POS; });
}

bool is_demonym(const Lexicon& lexicon, const Entity& entity, std::uint64_t last_word) {
  return entity.type == EntityType::misc && (!entity.country.empty() || speaker_kind(lexicon, last_word) == "partisan");
}

bool is_player(const Story& story, const Lexicon& lexicon, std::uint32_t first, std::uint32_t end) {
  return speaker_kind(lexicon, story.tokens[head_of(story, first, end)].lower_hash) == "player";
}

void add_mention(Entity& entity, Span span, MentionKind kind) {
  auto& mentions = entity.mentions;
  const auto at = std::partition_point(mentions.begin(), mentions.end(),
                                       [&](const Mention& m) { return m.span.start < span.start; });
  if (at != mentions.end() && at->span.overlaps(span)) return;
  if (at != mentions.begin() && (at - 1)->span.overlaps(span)) return;
  mentions.insert(at, {span, kind});
}

std::string names_of(const std::vector<Entity>& entities, const std::vector<EntityId>& joint) {
  std::string names;
  for (std::size_t i = 0; i < joint.size(); ++i)
    names += (i == 0 ? "" : i + 1 < joint.size() ? ", " : " and ") + entities[joint[i]].name;
  return names;
}

Span trim_to_name(const Story& story, std::uint32_t first, std::uint32_t end) {
  const Span all{story.tokens[first].span.start, story.tokens[end - 1].span.end};
  std::uint32_t comma = first;
  while (comma < end && tag_of(story, comma) != PosTag::comma) ++comma;
  if (comma == first || comma + 1 >= end) return all;
  const auto is_name = [&](std::uint32_t from, std::uint32_t to) {
    return to - from <= 4 && std::all_of(story.tokens.begin() + from, story.tokens.begin() + to,
                                         [](const Token& t) { return t.has(kCapitalized); });
  };
  const auto has = [&](std::uint32_t from, std::uint32_t to, PosTag wanted) {
    return tag_of(story, from) != PosTag::none &&
           std::find(story.pos_tags.begin() + from, story.pos_tags.begin() + to, wanted) != story.pos_tags.begin() + to;
  };
  const PosTag opening = tag_of(story, first), behind = tag_of(story, comma + 1);
  const bool is_described = behind == PosTag::CD || behind == PosTag::DT || behind == PosTag::WP;
  if (opening == PosTag::NNP && is_name(first, comma) && is_described && !has(comma, end, PosTag::CC)) {
    const bool has_code = comma > first + 1 && is_market_code(story.words(story.tokens[comma - 1].span));
    return {all.start, story.tokens[comma - (has_code ? 2 : 1)].span.end};  // "Fortis FOR.BR, the Belgian bank"
  }
  const bool describes = (opening == PosTag::PRPS || opening == PosTag::DT) && tag_of(story, comma - 1) == PosTag::NN;
  if (describes && is_name(comma + 1, end) && !has(first, comma, PosTag::IN))
    return {story.tokens[comma + 1].span.start, all.end};
  return all;
}

bool is_bare_name(const Story& story, std::uint32_t first, std::uint32_t end) {
  for (std::uint32_t t = first + 1; t < end; ++t) {
    const PosTag tag = tag_of(story, t);
    if (is_preposition(tag) || tag == PosTag::CC || tag == PosTag::POS) return false;
  }
  return true;
}

}  // namespace wirecut
