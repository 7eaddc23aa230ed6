// A linear model over BILOU labels, in two passes: the first sees a sentence at a time, the second adds to its scores
// what the first found in the whole story (as in Ratinov and Roth 2009). Only runs of tokens around capitals and the like
// are scored and decoded, a third of all; everything else is O. The weights of a word's own features (form, shape,
// affixes, classes) are summed once and kept (WordMemo), as are those of groups of features with few values (GroupMemo),
// so that a dozen look-ups are left for a token of a run.
// Trained by tools/train_names.cpp as an averaged structured perceptron; see data/model/README.md.

#include "tagger/names.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "tagger/scratch.h"
#include "tagger/tagger.h"

namespace wirecut {
namespace {

// Tells the keys of one group of features from those of another.
enum class Group : std::uint8_t { shapes = 1, spelling, labels, opinion, neighbour };
constexpr std::uint64_t group_key(Group group, std::uint64_t key) { return static_cast<std::uint64_t>(group) << 56 | key; }

// What the context says of a token, beside the words themselves, which NameStory::scores has.
void add_context(const NameToken* at, SentenceFacts sentence, bool is_first, NamesScratch& scratch, NameScores& scores) {
  const NamesModel& model = scratch.model;
  scratch.groups.add_to(scores, group_key(Group::shapes, shape_key(at, sentence)), model,
                        [&](auto& sink) { shape_features(at, sentence, sink); });
  if (is_amid_plain(at)) return;
  FeatureList pairs(model);
  pair_features(at, pairs);
  scratch.groups.add_to(scores, group_key(Group::spelling, spelling_key(at[0], sentence, is_first)), model,
                        [&](auto& sink) { spelling_features(at[0], sentence, is_first, sink); });
  for (int k = -1; k <= 1; ++k) {
    if (at[k].lists == 0) continue;
    const std::uint64_t key = hash_chain(at[k].lists, static_cast<std::uint64_t>(k + 1) << 8 | static_cast<std::uint64_t>(at[0].shape));
    scratch.groups.add_to(scores, key, model, [&](auto& sink) { list_features(at, k, sink); });
  }
  pairs.add_to(scores);
}

void score_tokens(const Story& story, NamesScratch& scratch) {
  NameStory& names = scratch.story;
  for (const NameRun& run : names.runs) {
    const std::uint32_t begin = NameStory::position(story.sentences[run.sentence].first_token, run.sentence);
    for (std::uint32_t at = run.first; at < run.end; ++at)
      add_context(&names.tokens[at], names.sentences[run.sentence], at == begin, scratch, names.scores[at]);
  }
}

void decode_story(const Story& story, int pass, NamesScratch& scratch) {
  const NameTransitions transitions(scratch.model.header().transitions[pass]);
  scratch.labels.assign(scratch.story.tokens.size(), kOutside);
  for (const NameRun& run : scratch.story.runs) {
    const std::uint32_t count = run.end - run.first;
    const bool is_followed = run.end < NameStory::position(story.sentences[run.sentence].end_token, run.sentence);
    decode_names(std::span(scratch.story.scores).subspan(run.first, count), transitions, is_followed, scratch.lattice,
                 std::span(scratch.labels).subspan(run.first, count));
  }
}

// The second pass counts half. It was trained on first passes that had seen less, and are less sure, than the one it
// follows here. Strict F1 on CoNLL-2003 and Worldwide development: whole 0.934 and 0.791, three quarters 0.937 and 0.799,
// half 0.937 and 0.806.
NameScores share_of(const NameScores& evidence) {
  NameScores share;
  for (std::size_t i = 0; i < share.lane.size(); ++i) share.lane[i] = static_cast<std::int16_t>(evidence.lane[i] / 2);
  return share;
}

// What the labels of the first pass say of a token, there and in the rest of the story.
NameScores evidence_of(std::uint32_t position, LineKind line, NamesScratch& scratch) {
  const NamesModel& model = scratch.model;
  const NameToken* at = &scratch.story.tokens[position];
  const NameLabel* label = &scratch.labels[position];
  const std::uint32_t margin = margin_class(scratch.story.scores[position], label[0]);
  NameScores evidence;
  scratch.groups.add_to(evidence, group_key(Group::labels, label_key(label, margin)), model,
                        [&](auto& sink) { label_features(label, margin, sink); });
  if (!has_opinion(at[0], label[0])) return evidence;
  const StoryWords& words = scratch.story.words;
  const Opinion word = opinion_of(words[at[0].story_word], label[0]);
  scratch.groups.add_to(evidence, group_key(Group::opinion, opinion_key(word, label[0], margin, at[0].shape, line)), model,
                        [&](auto& sink) { opinion_features(word, label[0], margin, at[0].shape, line, sink); });
  for (int k : {-1, 1}) {
    if (is_plain(at[k].shape)) continue;
    const Opinion other = opinion_of(words[at[k].story_word], label[k]);
    scratch.groups.add_to(evidence, group_key(Group::neighbour, neighbour_key(k, word, other, label[0])), model,
                          [&](auto& sink) { neighbour_features(k, word, other, label[0], sink); });
  }
  return evidence;
}

void add_evidence(NamesScratch& scratch) {
  count_evidence(scratch.labels, scratch.story);
  for (const NameRun& run : scratch.story.runs) {
    const LineKind line = scratch.story.sentences[run.sentence].line;
    for (std::uint32_t at = run.first; at < run.end; ++at)
      scratch.story.scores[at].add(share_of(evidence_of(at, line, scratch)));
  }
}

float confidence_of(float margin, const NamesHeader& header) {
  return 1.0F / (1.0F + std::exp(-(header.confidence_scale * margin + header.confidence_offset)));
}

// The names that the labels spell, with how clearly the least clear of their tokens is what it is.
void collect_names(const Story& story, const NamesScratch& scratch, std::vector<Name>& names) {
  for (const NameRun& run : scratch.story.runs) {
    const std::uint32_t shift = NameStory::position(0, run.sentence);
    Name name;
    std::int32_t margin = 0;
    for (std::uint32_t at = run.first; at < run.end; ++at) {
      const NameLabel label = scratch.labels[at];
      if (label == kOutside) continue;
      if (!continues_name(label)) {
        name.first_token = at - shift;
        name.type = type_of(label);
        margin = margin_of(scratch.story.scores[at], label);
      }
      margin = std::min(margin, margin_of(scratch.story.scores[at], label));
      if (leaves_open(label)) continue;
      name.end_token = at - shift + 1;
      name.span = {story.tokens[name.first_token].span.start, story.tokens[at - shift].span.end};
      name.confidence = confidence_of(static_cast<float>(margin) / kNameUnit, scratch.model.header());
      names.push_back(name);
    }
  }
}

}  // namespace

void check_name_model(const Lexicon& lexicon) { const NamesModel names(lexicon.blob.section("model/names")); }

std::vector<Name> find_names(const Story& story, const Lexicon& lexicon, TaggerScratch& tagger) {
  NamesScratch& scratch = tagger.names;
  const std::string_view bytes = lexicon.blob.section("model/names");
  if (scratch.model_bytes.data() != bytes.data()) {
    scratch.model = NamesModel(bytes);
    scratch.model_bytes = bytes;
    scratch.memo.clear();
    scratch.groups.clear();
  }
  return tag_names(story, lexicon, scratch);
}

std::vector<Name> tag_names(const Story& story, const Lexicon& lexicon, NamesScratch& scratch) {
  std::vector<Name> names;
  if (scratch.model.empty() || story.tokens.empty()) return names;
  read_name_story(story, lexicon, scratch.model, scratch.memo, scratch.story);
  score_tokens(story, scratch);
  decode_story(story, 0, scratch);
  if (!scratch.one_pass) {
    add_evidence(scratch);
    decode_story(story, 1, scratch);
  }
  collect_names(story, scratch, names);
  return names;
}

}  // namespace wirecut
