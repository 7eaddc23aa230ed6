// Quotes are resolved in text order, because "he said" mostly goes on with the speaker before. The words that name a
// speaker hold a name (then that is who speaks: speaker_words.cpp), or are a pronoun (pronoun_speakers.cpp), or a
// common noun (role_speakers.cpp). Where nobody fits, the words themselves stay.

#include "resolve/speakers.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "lexicon/first_not.h"
#include "resolve/antecedent.h"
#include "resolve/cast.h"
#include "resolve/gender.h"
#include "resolve/interviewee.h"
#include "resolve/pronoun_speakers.h"
#include "resolve/role_speakers.h"
#include "resolve/sentence_at.h"
#include "resolve/speaker_words.h"

namespace wirecut {
namespace {

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
    context_.relay = relay;
    std::uint32_t first = token_at(story_, speaker.span.start);
    std::uint32_t end = first;
    while (end < story_.tokens.size() && story_.tokens[end].span.start < speaker.span.end) ++end;
    if (first == end) return;
    end = end_of_phrase(story_, first, end);
    context_.sentence = sentence_of(first);
    context_.is_behind_content = quote_start < speaker.span.start;
    context_.quote_sentence = std::min(context_.sentence, sentence_at(story_, quote_start));
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
        if (const auto who = find_by_epithet(story_, cast_, context_, first, end))
          entity = who, kind = MentionKind::nominal;
    } else if (const Pronoun pronoun = parse_pronoun(story_, first, end); pronoun != Pronoun::none) {
      kind = MentionKind::pronoun;
      if (goes_on_with_words(story_, cast_, context_, first, pronoun)) return go_on(speaker);
      if (const auto group =
              pronoun == Pronoun::they ? find_group(story_, lexicon_, context_.sentence, first) : std::nullopt) {
        speaker.name = story_.words(*group);
        return remember_group(speaker);
      }
      const bool is_relative = pronoun == Pronoun::who || pronoun == Pronoun::which;
      entity = is_relative ? find_by_relative(first, pronoun, speaker)
                           : find_by_pronoun(story_, cast_, context_, first, pronoun);
      if (!entity && may_go_on_with_words(context_, pronoun)) return go_on(speaker);
    } else {
      entity = find_by_surname(first, end);
      if (entity) kind = MentionKind::name;
      if (!entity) entity = find_described(first, end);
      if (!entity && is_player(story_, lexicon_, first, end))
        entity = find_by_epithet(story_, cast_, context_, first, end);
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
    const PreviousSpeaker before = context_.previous;
    resolve(relay, quote_start);
    context_.previous = before;
  }

 private:
  std::uint32_t sentence_of(std::uint32_t token) const {
    return static_cast<std::uint32_t>(
        first_not(story_.sentences, [&](const Sentence& s) { return s.end_token <= token; }));
  }

  const CastMember& member(EntityId id) const { return cast_.members[id]; }

  // The entity of which a mention is just this name: "Nokia" in "The world's largest phone maker, Nokia".
  std::optional<EntityId> named_by(Span name) const {
    const std::size_t m = cast_.first_from(name.start);
    if (m == cast_.mentions.size() || cast_.mentions[m].span != name) return std::nullopt;
    return member(cast_.mentions[m].entity).fullest;
  }

  std::string_view words_of(std::uint32_t first, std::uint32_t end) const {
    return story_.words({story_.tokens[first].span.start, story_.tokens[end - 1].span.end});
  }

  // "the 22-year-old", "the minister"
  std::optional<EntityId> find_described(std::uint32_t first, std::uint32_t end) const {
    const RoleWords words{first,
                          end,
                          context_.sentence,
                          context_.previous.entity,
                          context_.previous.sentence,
                          context_.is_behind_content};
    std::optional<EntityId> entity = find_by_age(story_, cast_, words);
    if (!entity) entity = find_publication(story_, cast_, words);
    if (!entity) entity = find_by_role(story_, lexicon_, cast_, words);
    return entity ? entity : find_named_later(story_, lexicon_, cast_, words);
  }

  // "critics of Roe, who said": whom the relative pronoun at `token` means, and his words as the speaker's name.
  std::optional<EntityId> find_by_relative(std::uint32_t token, Pronoun pronoun, Speaker& speaker) const {
    const Antecedent meant =
        find_antecedent(story_, lexicon_, cast_, token, context_.sentence, pronoun == Pronoun::who);
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
    speaker.name = context_.previous.name;
    context_.previous.sentence = context_.sentence;
  }

  void remember_group(const Speaker& speaker) {
    PreviousSpeaker& now = context_.previous = {};
    now.name = speaker.name;
    now.is_plural = now.known = true;
    now.sentence = context_.sentence;
  }

  void remember(const Speaker& speaker, std::optional<EntityId> entity, std::uint32_t first, std::uint32_t end) {
    PreviousSpeaker& now = context_.previous = {};
    now.entity = entity;
    now.sentence = context_.sentence;
    now.known = true;
    if (entity) return;
    const std::uint32_t head = head_of(story_, first, end);
    const PosTag tag = tag_of(story_, head);
    const std::string_view kind = speaker_kind(lexicon_, story_.tokens[head].lower_hash);
    now.name = speaker.name;
    now.is_plural = tag == PosTag::NNS || tag == PosTag::NNPS;
    now.is_thing = is_organization(kind) || kind == "document";
    now.is_person = is_unnamed_person(story_, lexicon_, first, end);
    now.may_be_person = !now.is_thing && is_one_person(story_, lexicon_, first, end);
    now.gender = gender_of_noun(lexicon_, story_.tokens[head]);
  }

  const Story& story_;
  const Lexicon& lexicon_;
  std::vector<Entity>& entities_;
  Cast cast_;
  Index surnames_;                 // of persons
  std::optional<Index> acronyms_;  // of organizations, once one was asked for
  SpeakerContext context_;
  std::optional<std::optional<EntityId>> interviewee_;  // once a question or an answer was met
};

// Of the words behind "Q:" and "A:": that somebody said them is sure, but confidence is that of the speaker as well.
constexpr float kMostWithoutSpeaker = 0.7F;

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
    if (quote.speaker && !quote.speaker->entity && is_interview_letter(story, quote.speaker->span)) {
      quote.speaker.reset();
      quote.confidence = std::min(quote.confidence, kMostWithoutSpeaker);
    }
  }
}

}  // namespace wirecut
