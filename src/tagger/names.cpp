// A linear model over BILOU labels, in two passes: the first sees a sentence at a time, the second adds to its scores
// what the first found in the whole story (as in Ratinov and Roth 2009). Only runs of tokens that may be part of a name
// are scored and decoded, a sixth of all; everything else is O. The weights of a word's own features (form, shape,
// affixes, classes) are summed once and kept (WordMemo), those of its context are gathered some tokens ahead; the
// second pass has few different features, of which the sums are kept (GroupMemo). Trained by tools/train_names.cpp as
// an averaged structured perceptron; see data/model/README.md.

#include "tagger/names.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <span>
#include <utility>

#include "tagger/scratch.h"
#include "tagger/tagger.h"

namespace wirecut {
namespace {

// Tells the keys of one group of features from those of another.
enum class Group : std::uint8_t { labels = 1, opinion, neighbour };
constexpr std::uint64_t group_key(Group group, std::uint64_t key) {
  return static_cast<std::uint64_t>(group) << 56 | key;
}

// Goes through the tokens of all runs.
class RunTokens {
 public:
  explicit RunTokens(std::span<const NameRun> runs) : run_(runs.data()), end_(runs.data() + runs.size()) {
    if (run_ != end_) at_ = run_->first;
  }
  bool at_end() const { return run_ == end_; }
  const NameRun& run() const { return *run_; }
  std::uint32_t at() const { return at_; }
  void next() {
    if (++at_ == run_->end && ++run_ != end_) at_ = run_->first;
  }

 private:
  const NameRun* run_;
  const NameRun* end_;
  std::uint32_t at_ = 0;
};

// So many tokens ahead the model is asked for the tags of a token's features, and for the rows of those that it has.
constexpr std::size_t kTagsAhead = 8, kRowsAhead = 4;

// What the context says of each token of the runs, beside the words themselves, which NameStory::scores has. Its
// features come from all over the model.
void score_tokens(const Story& story, NamesScratch& scratch) {
  NameStory& names = scratch.story;
  RunTokens gathered(names.runs);
  std::size_t gathered_count = 0, found_count = 0;
  const auto gather = [&] {
    if (gathered.at_end()) return;
    const std::uint32_t sentence = gathered.run().sentence;
    const bool is_first = gathered.at() == NameStory::position(story.sentences[sentence].first_token, sentence);
    NameFeatures& features = scratch.ahead[gathered_count++ % kTagsAhead];
    features.clear();
    context_features(&names.tokens[gathered.at()], names.sentences[sentence], is_first, features);
    gathered.next();
  };
  const auto find_rows = [&] {
    if (found_count < gathered_count) scratch.ahead[found_count++ % kTagsAhead].find_rows();
  };
  for (std::size_t i = 0; i < kTagsAhead; ++i) gather();
  for (std::size_t i = 0; i < kRowsAhead; ++i) find_rows();
  std::size_t number = 0;
  for (RunTokens token(names.runs); !token.at_end(); token.next()) {
    NameScores& scores = names.scores[token.at()];
    find_rows();
    scores = scratch.ahead[number++ % kTagsAhead].sum(scores);
    gather();
  }
}

void decode_run(const Story& story, const NameRun& run, const NameTransitions& transitions, NamesScratch& scratch) {
  const std::uint32_t count = run.end - run.first;
  const bool is_followed = run.end < NameStory::position(story.sentences[run.sentence].end_token, run.sentence);
  decode_names(std::span(scratch.story.scores).subspan(run.first, count), transitions, is_followed, scratch.lattice,
               std::span(scratch.labels).subspan(run.first, count));
}

void decode_first(const Story& story, NamesScratch& scratch) {
  scratch.labels.assign(scratch.story.tokens.size(), kOutside);
  for (const NameRun& run : scratch.story.runs) decode_run(story, run, scratch.transitions[0], scratch);
}

// The second pass counts half. It was trained on first passes that had seen less, and are less sure, than the one it
// follows here. Strict F1 on CoNLL-2003 and Worldwide development, with an earlier model: whole 0.934 and 0.791, three
// quarters 0.937 and 0.799, half 0.937 and 0.806.
NameScores share_of(const NameScores& evidence) {
  NameScores share;
  for (std::size_t which : {0U, 1U}) share.set_half(which, evidence.half(which) >> 1);
  return share;
}

// Opinions of a run's words, of the token before it first and of that behind it last, as far as they have one.
void read_opinions(const NameRun& run, NamesScratch& scratch) {
  const NameStory& story = scratch.story;
  scratch.opinions.resize(run.end - run.first + 2);
  std::uint32_t at = run.first - 1;
  for (Opinion& opinion : scratch.opinions) {
    const NameToken& token = story.tokens[at];
    const NameLabel label = scratch.labels[at++];
    if (has_opinion(token, label)) opinion = opinion_of(story.words[token.story_word], label);
  }
}

// What the labels of the first pass say of a token, there and in the rest of the story. `opinion`: see read_opinions().
NameScores evidence_of(std::uint32_t position, LineCase line, const Opinion* opinion, NamesScratch& scratch) {
  const NamesModel& model = scratch.model;
  const NameToken* at = &scratch.story.tokens[position];
  const NameLabel* label = &scratch.labels[position];
  const std::uint32_t margin = margin_class(scratch.story.scores[position], label[0]);
  NameScores evidence;
  scratch.groups.add_to(evidence, group_key(Group::labels, label_key(label, margin)), model,
                        [&](auto& sink) { label_features(label, margin, sink); });
  if (!has_opinion(at[0], label[0])) return evidence;
  scratch.groups.add_to(evidence,
                        group_key(Group::opinion, opinion_key(opinion[0], label[0], margin, at[0].shape, line)), model,
                        [&](auto& sink) { opinion_features(opinion[0], label[0], margin, at[0].shape, line, sink); });
  for (int k : {-1, 1}) {
    if (is_plain(at[k].shape)) continue;
    scratch.groups.add_to(evidence, group_key(Group::neighbour, neighbour_key(k, opinion[0], opinion[k], label[0])),
                          model, [&](auto& sink) { neighbour_features(k, opinion[0], opinion[k], label[0], sink); });
  }
  return evidence;
}

// Labels the runs anew of which the story says more than they do themselves. Their words' counts are of the first pass,
// and no run reads the labels of another.
void decode_second(const Story& story, NamesScratch& scratch) {
  count_evidence(scratch.labels, scratch.story);
  for (const NameRun& run : scratch.story.runs) {
    if (is_settled(run, scratch.labels, scratch.story.scores, scratch.story)) continue;
    const LineCase line = scratch.story.sentences[run.sentence].line;
    read_opinions(run, scratch);
    const Opinion* opinion = scratch.opinions.data();
    for (std::uint32_t at = run.first; at < run.end; ++at)
      scratch.story.scores[at].add(share_of(evidence_of(at, line, ++opinion, scratch)));
    decode_run(story, run, scratch.transitions[1], scratch);
  }
}

// The scores of a run's tokens [first, end) as a name of each type and, last, as none, between the labels that stand
// around them.
using ScoresByType = std::array<std::int32_t, kNameTypes + 1>;
ScoresByType scores_as(std::uint32_t first, std::uint32_t end, const NameRun& run, const NamesScratch& scratch) {
  const auto& transitions = scratch.model.header().transitions[scratch.one_pass ? 0 : 1];
  ScoresByType scores{};
  std::array<NameLabel, kNameTypes + 1> before;
  before.fill(first == run.first ? kOutside : scratch.labels[first - 1]);
  for (std::uint32_t at = first; at < end; ++at) {
    const NamePlace place = place_within(at, first, end);
    for (std::size_t t = 0; t < kNameTypes; ++t) {
      const NameLabel label = name_label(static_cast<EntityType>(t), place);
      scores[t] += transitions[before[t]][label] + scratch.story.scores[at].lane[label - 1U];
      before[t] = label;
    }
    scores[kNameTypes] += transitions[before[kNameTypes]][kOutside];
    before[kNameTypes] = kOutside;
  }
  if (end < run.end)
    for (std::size_t t = 0; t <= kNameTypes; ++t) scores[t] += transitions[before[t]][scratch.labels[end]];
  return scores;
}

// How far a name stands above the best of the other types and of no name there, as a probability.
float confidence_of(std::uint32_t first, std::uint32_t end, EntityType type, const NameRun& run,
                    const NamesScratch& scratch) {
  ScoresByType scores = scores_as(first, end, run, scratch);
  const std::int32_t score = std::exchange(scores[static_cast<std::size_t>(type)], INT32_MIN);
  const auto margin = static_cast<float>(score - *std::max_element(scores.begin(), scores.end())) / kNameUnit;
  const NamesHeader& header = scratch.model.header();
  return 1.0F / (1.0F + std::exp(-(header.confidence_scale * margin + header.confidence_offset)));
}

// The names that the labels spell.
void collect_names(const Story& story, const NamesScratch& scratch, std::vector<Name>& names) {
  for (const NameRun& run : scratch.story.runs) {
    const std::uint32_t shift = NameStory::position(0, run.sentence);
    std::uint32_t first = run.first;
    for (std::uint32_t at = run.first; at < run.end; ++at) {
      const NameLabel label = scratch.labels[at];
      if (!continues_name(label)) first = at;
      if (label == kOutside || leaves_open(label)) continue;
      Name name;
      name.first_token = first - shift;
      name.end_token = at - shift + 1;
      name.type = type_of(label);
      name.span = {story.tokens[name.first_token].span.start, story.tokens[at - shift].span.end};
      name.confidence = confidence_of(first, at + 1, name.type, run, scratch);
      names.push_back(name);
    }
  }
}

}  // namespace

void check_name_model(const Lexicon& lexicon) { const NamesModel names(lexicon.blob.section("model/names")); }

std::vector<Name> find_names(const Story& story, const Lexicon& lexicon, TaggerScratch& tagger) {
  NamesScratch& scratch = tagger.names;
  const std::string_view bytes = lexicon.blob.section("model/names");
  if (scratch.model_bytes.data() != bytes.data()) use_model(bytes, scratch);
  return tag_names(story, lexicon, scratch);
}

void use_model(std::string_view bytes, NamesScratch& scratch) {
  scratch.model = NamesModel(bytes);
  scratch.model_bytes = bytes;
  scratch.memo.clear();
  scratch.groups.clear();
  scratch.ahead.clear();
  scratch.ahead.reserve(kTagsAhead);
  for (std::size_t i = 0; i < kTagsAhead; ++i) scratch.ahead.emplace_back(scratch.model);
  if (scratch.model.empty()) return;
  for (std::size_t pass : {0U, 1U})
    scratch.transitions[pass] = NameTransitions(scratch.model.header().transitions[pass]);
}

std::vector<Name> tag_names(const Story& story, const Lexicon& lexicon, NamesScratch& scratch) {
  std::vector<Name> names;
  if (scratch.model.empty() || story.tokens.empty()) return names;
  read_name_story(story, lexicon, scratch.model, scratch.memo, scratch.story);
  score_tokens(story, scratch);
  decode_first(story, scratch);
  if (!scratch.one_pass) decode_second(story, scratch);
  collect_names(story, scratch, names);
  return names;
}

}  // namespace wirecut
