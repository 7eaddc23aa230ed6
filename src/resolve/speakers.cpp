// Quotes are resolved in text order, because "he said" mostly goes on with the speaker before. The words that name a
// speaker hold a name (then that is who speaks), or are a pronoun, or a common noun. Candidates for the latter two are
// the mentions of the last sentences; each gets a score for distance, for being a subject, and for having spoken last,
// after the features that Durrett and Klein (2013) found to carry pronoun resolution. No candidate: the words
// themselves stay.

#include "resolve/speakers.h"

#include <algorithm>
#include <optional>
#include <span>
#include <string_view>

#include "lexicon/first_not.h"
#include "lexicon/word_map.h"
#include "resolve/antecedent.h"
#include "resolve/cast.h"
#include "resolve/gender.h"
#include "resolve/interviewee.h"
#include "resolve/role_speakers.h"
#include "resolve/speaker_words.h"

namespace wirecut {
namespace {

// The speaker of the quote before, as far as "he" and "it" may go on with it.
struct Previous {
  std::optional<EntityId> entity;
  std::string name;  // of one without entity: "the statement"
  bool is_plural = false;
  bool is_thing = false;  // a document or an organisation
  std::uint32_t sentence = 0;
  bool known = false;          // somebody spoke before
  bool is_person = false;      // one without entity: "a spokesman"
  bool may_be_person = false;  // one without entity: "its chief executive", "Roe, an analyst"
  SpeakerGender gender = SpeakerGender::unknown;
};

class SpeakerResolver {
 public:
  SpeakerResolver(const Story& story, const Lexicon& lexicon, const std::vector<Quote>& quotes,
                  std::vector<Entity>& entities)
      : story_(story), lexicon_(lexicon), entities_(entities), cast_(make_cast(story, lexicon, quotes, entities)) {
    surnames_.reserve(entities.size());
    for (EntityId id = 0; id < entities.size(); ++id)
      if (member(id).type == EntityType::person) surnames_.emplace_back(member(id).last_word, id);
    std::sort(surnames_.begin(), surnames_.end());
  }

  // `quote_start`: the first byte of what the speaker says.
  // `relay`: who passed it on, who is another than he: "Roe quoted her as saying".
  void resolve(Speaker& speaker, std::uint32_t quote_start, std::optional<EntityId> relay = {}) {
    relay_ = relay;
    std::uint32_t first = token_at(story_, speaker.span.start);
    std::uint32_t end = first;
    while (end < story_.tokens.size() && story_.tokens[end].span.start < speaker.span.end) ++end;
    if (first == end) return;
    end = end_of_phrase(story_, first, end);
    sentence_ = sentence_of(first);
    is_behind_content_ = quote_start < speaker.span.start;
    quote_sentence_ = std::min(sentence_, sentence_at(story_, quote_start));
    MentionKind kind = MentionKind::nominal;
    Span span = speaker.span;
    std::optional<EntityId> entity;
    if (is_interview_letter(story_, span)) {
      if (!interviewee_) interviewee_ = find_interviewee(story_, lexicon_, cast_, first);
      if (story_.text[span.start] == 'A') entity = *interviewee_;
      kind = MentionKind::name;
    } else if (const auto joint = find_joint_names(story_, cast_, first, end); !joint.empty()) {
      speaker.entity = joint.front();
      speaker.name = names_of(entities_, joint);
      return remember_group(speaker);
    } else if (const auto named = find_name(story_, cast_, first, end)) {
      entity = agree_with_honorific(story_, lexicon_, cast_, *named, first, end);
      kind = MentionKind::name;
      if (is_demonym(lexicon_, entities_[*named], member(*named).last_word))
        if (const auto who = find_by_epithet(first, end)) entity = who, kind = MentionKind::nominal;
    } else if (const Pronoun pronoun = parse_pronoun(story_, first, end); pronoun != Pronoun::none) {
      kind = MentionKind::pronoun;
      if (goes_on_with_words(first, pronoun)) return go_on(speaker);
      if (const auto group = pronoun == Pronoun::they ? find_group(first) : std::nullopt) {
        speaker.name = story_.words(*group);
        return remember_group(speaker);
      }
      const bool is_relative = pronoun == Pronoun::who || pronoun == Pronoun::which;
      entity = is_relative ? find_by_relative(first, pronoun, speaker) : find_by_pronoun(first, pronoun);
      if (!entity && may_go_on_with_words(pronoun)) return go_on(speaker);
    } else {
      entity = find_by_surname(first, end);
      if (entity) kind = MentionKind::name;
      if (!entity) entity = find_described(first, end);
      if (!entity && is_player(story_, lexicon_, first, end)) entity = find_by_epithet(first, end);
    }
    if (!entity && kind == MentionKind::nominal) {
      Span name = trim_to_name(story_, first, end);
      name.start = std::max(name.start, span.start);  // "UPDATE 2-Acme" holds a token "2-Acme"
      entity = named_by(name);
      if (entity) kind = MentionKind::name;
      if (name != span) speaker.name = story_.words(name);
    }
    remember(speaker, entity, first, end);
    if (!entity) return;
    speaker.entity = entity;
    speaker.name = entities_[*entity].name;
    if (kind != MentionKind::name) add_mention(entities_[*entity], span, kind);
  }

  // "He told ITV" goes on with whoever spoke before, not with ITV.
  void resolve_relay(Speaker& relay, std::uint32_t quote_start) {
    const Previous before = previous_;
    resolve(relay, quote_start);
    previous_ = before;
  }

 private:
  std::uint32_t sentence_of(std::uint32_t token) const {
    return static_cast<std::uint32_t>(
        first_not(story_.sentences, [&](const Sentence& s) { return s.end_token <= token; }));
  }

  PosTag tag(std::uint32_t token) const { return tag_of(story_, token); }
  const CastMember& member(EntityId id) const { return cast_.members[id]; }

  // The entity of which a mention is just this name: "Nokia" in "The world's largest phone maker, Nokia".
  std::optional<EntityId> named_by(Span name) const {
    const std::size_t m = cast_.first_from(name.start);
    if (m == cast_.mentions.size() || cast_.mentions[m].span != name) return std::nullopt;
    return member(cast_.mentions[m].entity).fullest;
  }

  // "Sandra Roe lost. “I served badly,” the Belarusian said": of whom the sentence before tells, or who spoke last.
  std::optional<EntityId> find_by_epithet(std::uint32_t first, std::uint32_t end) const {
    constexpr std::uint64_t kThe = hash_word("the");
    const bool is_plural = story_.words(story_.tokens[end - 1].span).ends_with('s');  // "the Saudis"
    if (story_.tokens[first].lower_hash != kThe || head_of(story_, first, end) + 1 != end || is_plural)
      return std::nullopt;
    for (const Pronoun pronoun : {Pronoun::he, Pronoun::she}) {
      const std::size_t m = find_new_subject(first, pronoun);
      if (m != cast_.mentions.size()) return member(cast_.mentions[m].entity).fullest;
    }
    if (quote_sentence_ > 0 && !(previous_.known && previous_.sentence + 1 >= quote_sentence_))
      if (const auto only = cast_.only_person_of(story_, quote_sentence_ - 1)) return only;
    if (!previous_.entity || sentence_ > previous_.sentence + 1) return std::nullopt;
    return member(*previous_.entity).type == EntityType::person ? previous_.entity : std::nullopt;
  }

  std::string_view words_of(std::uint32_t first, std::uint32_t end) const {
    return story_.words({story_.tokens[first].span.start, story_.tokens[end - 1].span.end});
  }

  // "the 22-year-old", "the minister"
  std::optional<EntityId> find_described(std::uint32_t first, std::uint32_t end) const {
    const RoleWords words{first, end, sentence_, previous_.entity, previous_.sentence, is_behind_content_};
    std::optional<EntityId> entity = find_by_age(story_, cast_, words);
    if (!entity) entity = find_publication(story_, cast_, words);
    if (!entity) entity = find_by_role(story_, lexicon_, cast_, words);
    return entity ? entity : find_named_later(story_, lexicon_, cast_, words);
  }

  // "critics of Roe, who said": whom the relative pronoun at `token` means, and his words as the speaker's name.
  std::optional<EntityId> find_by_relative(std::uint32_t token, Pronoun pronoun, Speaker& speaker) const {
    const Antecedent meant = find_antecedent(story_, lexicon_, cast_, token, sentence_, pronoun == Pronoun::who);
    if (meant.first >= meant.end) return meant.entity;
    speaker.name = words_of(meant.first, meant.end);
    return find_described(meant.first, meant.end);
  }

  // `PENCE:`, and names that the tagger missed: the last word is the surname, or the acronym, of one of the cast.
  std::optional<EntityId> find_by_surname(std::uint32_t first, std::uint32_t end) {
    const Token& last = story_.tokens[end - 1];
    if (!last.has(kCapitalized) || end - first > 4 || !is_bare_name(story_, first, end)) return std::nullopt;
    if (const auto person = first_of(surnames_, last.lower_hash)) return member(*person).fullest;
    return last.has(kAllCaps) ? first_of(acronyms(), hash_word(story_.words(last.span))) : std::nullopt;
  }

  using Index = std::vector<std::pair<std::uint64_t, EntityId>>;  // sorted

  static std::optional<EntityId> first_of(const Index& index, std::uint64_t hash) {
    const auto at = std::lower_bound(index.begin(), index.end(), std::pair(hash, EntityId{0}));
    return at != index.end() && at->first == hash ? std::optional(at->second) : std::nullopt;
  }

  const Index& acronyms() {
    if (acronyms_) return *acronyms_;
    acronyms_.emplace();
    for (EntityId id = 0; id < entities_.size(); ++id)
      if (const std::uint64_t initials = initials_of(entities_[id]); initials != 0)
        acronyms_->emplace_back(initials, id);
    std::sort(acronyms_->begin(), acronyms_->end());
    return *acronyms_;
  }

  // The speaker is who spoke before, whom words name that are no entity's.
  void go_on(Speaker& speaker) {
    speaker.name = previous_.name;
    previous_.sentence = sentence_;
  }

  // "it" after "the statement read", "they" after "officials said", "he" after "a spokesman said".
  bool goes_on_with_words(std::uint32_t token, Pronoun pronoun) const {
    if (previous_.entity || previous_.name.empty() || sentence_ > previous_.sentence + 3) return false;
    switch (pronoun) {
      case Pronoun::it:
        return previous_.is_thing;
      case Pronoun::they:
        return previous_.is_plural;
      case Pronoun::he:
        return previous_.gender != SpeakerGender::female && goes_on_with_person(token);
      case Pronoun::she:
        return previous_.gender != SpeakerGender::male && goes_on_with_person(token);
      default:
        return false;
    }
  }

  // "Its chief executive said it was late. “We wait,” he added", where nobody whom the story names can be "he".
  bool may_go_on_with_words(Pronoun pronoun) const {
    if (pronoun != Pronoun::he && pronoun != Pronoun::she) return false;
    const SpeakerGender other = pronoun == Pronoun::he ? SpeakerGender::female : SpeakerGender::male;
    return previous_.may_be_person && previous_.gender != other && sentence_ <= previous_.sentence + 3;
  }

  // Nobody else was named since the sentence in which the unnamed person spoke.
  bool goes_on_with_person(std::uint32_t token) const {
    if (!previous_.is_person || sentence_ <= previous_.sentence) return false;
    const std::uint32_t after = story_.sentences[previous_.sentence].end_token;
    for (std::size_t m = cast_.first_from(story_.tokens[token].span.start); m-- > 0;) {
      const CastMention& mention = cast_.mentions[m];
      if (mention.first_token < after) break;
      if (!mention.is_quoted && member(mention.entity).type == EntityType::person) return false;
    }
    return true;
  }

  // "Nurses walked out on Monday. They said": the words of the people who are the subject of this sentence, in front of
  // the pronoun, or of one of the two before.
  std::optional<Span> find_group(std::uint32_t token) const {
    for (std::uint32_t s = sentence_ + 1; s-- > 0 && s + 2 >= sentence_;) {
      if (story_.sentences[s].part != Part::body) break;
      if (const auto group = plural_subject(story_, lexicon_, story_.sentences[s].first_token,
                                            std::min(story_.sentences[s].end_token, token)))
        return group;
    }
    return std::nullopt;
  }

  // A person whose gender is as good as unknown fits both; contradicts() holds it against him.
  bool fits(EntityId id, Pronoun pronoun) const {
    const CastMember& who = member(id);
    if (relay_ == id) return false;
    switch (pronoun) {
      case Pronoun::he:
      case Pronoun::she:
        return who.type == EntityType::person &&
               (!contradicts(id, pronoun) || who.gender_evidence <= GenderEvidence::listed_name);
      case Pronoun::it:
        return who.type == EntityType::organization;
      case Pronoun::they:  // of 50 organisations before "they said", two were meant; who spoke before, often is
        return who.type == EntityType::organization && previous_.entity == id;
      default:
        return false;
    }
  }

  bool contradicts(EntityId id, Pronoun pronoun) const {
    const SpeakerGender gender = member(id).gender;
    return (pronoun == Pronoun::he && gender == SpeakerGender::female) ||
           (pronoun == Pronoun::she && gender == SpeakerGender::male);
  }

  // "Ben Ojo was angry. “I was fine,” he said": the person of whom the sentence in front of the quote tells, unless
  // somebody speaks in that sentence, or another is the subject behind it. An index into the mentions; their number
  // where there is none. Right in 15 of 17 cases of PolNeAR where who spoke before was another.
  std::size_t find_new_subject(std::uint32_t token, Pronoun pronoun) const {
    constexpr std::uint32_t kPronounSentences = 3;  // "Mary Cole smiled. She put down her pen. “I never lie,” she said"
    const std::size_t none = cast_.mentions.size();
    if (quote_sentence_ == 0 || (previous_.known && previous_.sentence + 1 >= quote_sentence_)) return none;
    std::uint32_t s = quote_sentence_ - 1;
    while (s > 0 && s + kPronounSentences >= quote_sentence_ && opens_with(s, pronoun)) --s;
    if (story_.sentences[s].part != Part::body || (previous_.known && previous_.sentence >= s)) return none;
    std::size_t m = cast_.first_from(story_.sentences[s].span.start);
    const auto is_subject = [&](const CastMention& mention) {  // "United manager Ben Ojo": he is, the club is not
      return mention.is_main_subject && (pronoun == Pronoun::it || member(mention.entity).type == EntityType::person);
    };
    while (m < none && cast_.mentions[m].sentence == s && !is_subject(cast_.mentions[m])) ++m;
    if (m == none || cast_.mentions[m].sentence != s) return none;
    const CastMention& mention = cast_.mentions[m];
    const EntityId id = member(mention.entity).fullest;
    if (mention.is_quoted || !fits(id, pronoun) || contradicts(id, pronoun)) return none;
    for (std::size_t n = m + 1; n < none && cast_.mentions[n].end_token <= token; ++n) {
      const CastMention& later = cast_.mentions[n];
      const bool is_other = later.sentence >= quote_sentence_ && later.is_subject && !later.is_quoted;
      if (is_other && fits(member(later.entity).fullest, pronoun)) return none;
    }
    return m;
  }

  bool opens_with(std::uint32_t sentence, Pronoun pronoun) const {
    const std::uint32_t first = story_.sentences[sentence].first_token;
    return tag(first) == PosTag::PRP && parse_pronoun(story_, first, first + 1) == pronoun;
  }

  // Weights in units of one sentence's distance; chosen by hand on the training part of PolNeAR.
  std::optional<EntityId> find_by_pronoun(std::uint32_t token, Pronoun pronoun) const {
    constexpr std::size_t kMostMentions = 60;
    constexpr std::uint32_t kMostSentences = 12;
    constexpr double kLeast = -7, kContradiction = 4, kNewSubject = 3;
    const std::size_t new_subject = find_new_subject(token, pronoun);
    std::optional<EntityId> best;
    double best_score = kLeast;
    std::size_t rank = 0;
    for (std::size_t m = cast_.first_from(story_.tokens[token].span.start); m-- > 0 && rank < kMostMentions;) {
      const CastMention& mention = cast_.mentions[m];
      if (mention.sentence + kMostSentences < sentence_) break;
      const EntityId id = member(mention.entity).fullest;
      if (!fits(id, pronoun) || is_sender(story_, cast_, mention, previous_.entity)) continue;
      const SpeakerGender gender = member(id).gender;
      double score =
          -static_cast<double>(std::min(sentence_ - mention.sentence, 8U)) - 0.15 * static_cast<double>(rank);
      score += mention.is_subject ? 1.5 : 0;
      const bool is_here = mention.sentence == sentence_ && !is_behind_content_;
      score += pronoun == Pronoun::it && mention.is_subject && is_here ? 2 : 0;  // "Acme replied that it was"
      score -= mention.is_quoted ? 2 : 0;
      score -= mention.is_genitive ? 0.5 : 0;
      score += gender == SpeakerGender::unknown ? -1 : 0;
      score -= contradicts(id, pronoun) ? kContradiction : 0;
      score += m == new_subject ? kNewSubject : 0;
      score += previous_.entity == id && sentence_ <= previous_.sentence + 4 ? 2.5 : 0;
      if (score > best_score) {
        best_score = score;
        best = id;
      }
      ++rank;
    }
    if (!best && previous_.entity && fits(*previous_.entity, pronoun) && sentence_ <= previous_.sentence + 6)
      best = previous_.entity;
    return best;
  }

  void remember_group(const Speaker& speaker) {
    previous_ = {};
    previous_.name = speaker.name;
    previous_.is_plural = previous_.known = true;
    previous_.sentence = sentence_;
  }

  void remember(const Speaker& speaker, std::optional<EntityId> entity, std::uint32_t first, std::uint32_t end) {
    previous_ = {};
    previous_.entity = entity;
    previous_.sentence = sentence_;
    previous_.known = true;
    if (entity) return;
    const std::uint32_t head = head_of(story_, first, end);
    previous_.name = speaker.name;
    previous_.is_plural = tag(head) == PosTag::NNS || tag(head) == PosTag::NNPS;
    const std::string_view kind = speaker_kind(lexicon_, story_.tokens[head].lower_hash);
    previous_.is_thing = is_organization(kind) || kind == "document";
    previous_.is_person = is_unnamed_person(story_, lexicon_, first, end);
    previous_.may_be_person = !previous_.is_thing && is_one_person(story_, lexicon_, first, end);
    previous_.gender = gender_of_noun(lexicon_, story_.tokens[head]);
  }

  const Story& story_;
  const Lexicon& lexicon_;
  std::vector<Entity>& entities_;
  Cast cast_;
  Index surnames_;                 // of persons
  std::optional<Index> acronyms_;  // of organizations, once one was asked for
  Previous previous_;
  std::optional<EntityId> relay_;
  std::uint32_t sentence_ = 0;  // of the speaker's words
  bool is_behind_content_ = false;
  std::uint32_t quote_sentence_ = 0;                    // in which the quote opens, or its speaker stands before it
  std::optional<std::optional<EntityId>> interviewee_;  // once a question or an answer was met
};

}  // namespace

void resolve_speakers(const Story& story, const Lexicon& lexicon, std::vector<Quote>& quotes,
                      std::vector<Entity>& entities) {
  if (quotes.empty()) return;
  SpeakerResolver resolver(story, lexicon, quotes, entities);
  for (Quote& quote : quotes) {
    if (quote.via) {
      Speaker relay = *quote.via;
      resolver.resolve_relay(relay, quote.spans.front().start);
      quote.via->entity = relay.entity;
      quote.via->name = relay.name;
    }
    if (quote.speaker)
      resolver.resolve(*quote.speaker, quote.spans.front().start, quote.via ? quote.via->entity : std::nullopt);
    if (quote.speaker && !quote.speaker->entity && is_interview_letter(story, quote.speaker->span))
      quote.speaker.reset();
  }
}

}  // namespace wirecut
