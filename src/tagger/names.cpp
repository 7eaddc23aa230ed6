// A linear model over BILOU labels, decoded sentence by sentence, in two passes: the first sees a sentence at a time,
// the second adds to its scores what the first found in the whole story (as in Ratinov and Roth 2009). The weights of
// a word's own features (form, shape, affixes, classes) are summed once and kept (WordMemo), so a token costs a few
// look-ups; those between words are looked up only where a capital or the like is near.
// Trained by tools/train_names.cpp as an averaged structured perceptron; see data/model/README.md.

#include "tagger/names.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>

#include "tagger/scratch.h"
#include "tagger/tagger.h"

namespace wirecut {
namespace {

constexpr std::size_t kMemoSlots = 1U << 15;

// The features of one token, gathered so that their weights are on the way when they are added.
class FeatureList {
 public:
  explicit FeatureList(const NamesModel& model) : model_(model) {}

  void operator()(std::uint64_t feature) {
    model_.prefetch(feature);
    features_[count_++] = feature;
    assert(count_ <= kMost);
  }

  void add_to(NameScores& scores) const {
    for (std::size_t i = 0; i < count_; ++i) model_.add(features_[i], scores);
  }

 private:
  static constexpr std::size_t kMost = 256;  // 64 list bits on three tokens, and some thirty others
  const NamesModel& model_;
  std::array<std::uint64_t, kMost> features_;
  std::size_t count_ = 0;
};

// What the first pass thinks of each token: the word's own features and its neighbours', then those of the context.
void score_tokens(const Story& story, NamesScratch& scratch) {
  const NameStory& names = scratch.story;
  scratch.scores.assign(names.tokens.size(), NameScores{});
  for (std::uint32_t s = 0; s < story.sentences.size(); ++s) {
    const Sentence& sentence = story.sentences[s];
    for (std::uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
      const std::uint32_t at = NameStory::position(i, s);
      const Token& token = story.tokens[i];
      const WordMemo::Rows& rows = scratch.memo.rows_of(story.words(token.span), names.tokens[at], scratch.model);
      for (std::uint32_t k = 0; k < kReachSlots; ++k) scratch.scores[at + kNameReach - k].add(rows[k]);
      FeatureList features(scratch.model);
      context_features(&names.tokens[at], names.sentences[s], i == sentence.first_token, features);
      features.add_to(scratch.scores[at]);
    }
  }
}

void decode_story(const Story& story, int pass, NamesScratch& scratch) {
  scratch.labels.assign(scratch.scores.size(), kOutside);
  for (std::uint32_t s = 0; s < story.sentences.size(); ++s) {
    const Sentence& sentence = story.sentences[s];
    const std::uint32_t first = NameStory::position(sentence.first_token, s);
    const std::uint32_t count = sentence.end_token - sentence.first_token;
    decode_names(std::span(scratch.scores).subspan(first, count), scratch.model.header().transitions[pass], scratch.lattice,
                 std::span(scratch.labels).subspan(first, count));
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

// A plain word far from any name of the first pass: what the second says of it depends on the margin alone.
bool is_quiet(const NamesScratch& scratch, std::uint32_t at) {
  if (!is_plain(scratch.story.tokens[at].shape)) return false;
  for (std::uint32_t k = at - kNameReach; k <= at + kNameReach; ++k)
    if (scratch.labels[k] != kOutside) return false;
  return true;
}

void score_quiet_words(NamesScratch& scratch) {
  constexpr std::array<NameLabel, kReachSlots> kNoLabels{};
  const NameToken plain;
  for (std::uint32_t margin = 0; margin < scratch.quiet.size(); ++margin) {
    scratch.quiet[margin] = {};
    evidence_features(&plain, &kNoLabels[kNameReach], scratch.story.words, {}, margin,
                      [&](std::uint64_t feature) { scratch.model.add(feature, scratch.quiet[margin]); });
    scratch.quiet[margin] = share_of(scratch.quiet[margin]);
  }
}

void add_evidence(const Story& story, NamesScratch& scratch) {
  count_evidence(scratch.labels, scratch.story);
  score_quiet_words(scratch);
  for (std::uint32_t s = 0; s < story.sentences.size(); ++s) {
    const Sentence& sentence = story.sentences[s];
    for (std::uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
      const std::uint32_t at = NameStory::position(i, s);
      NameScores& scores = scratch.scores[at];
      const std::uint32_t margin = margin_class(scores, scratch.labels[at]);
      if (is_quiet(scratch, at)) {
        scores.add(scratch.quiet[margin]);
        continue;
      }
      FeatureList features(scratch.model);
      evidence_features(&scratch.story.tokens[at], &scratch.labels[at], scratch.story.words,
                        scratch.story.sentences[s], margin, features);
      NameScores evidence;
      features.add_to(evidence);
      scores.add(share_of(evidence));
    }
  }
}

float confidence_of(float margin, const NamesHeader& header) {
  return 1.0F / (1.0F + std::exp(-(header.confidence_scale * margin + header.confidence_offset)));
}

// The names that the labels spell, with how clearly the least clear of their tokens is what it is.
void collect_names(const Story& story, const NamesScratch& scratch, std::vector<Name>& names) {
  for (std::uint32_t s = 0; s < story.sentences.size(); ++s) {
    const Sentence& sentence = story.sentences[s];
    Name name;
    std::int32_t margin = 0;
    for (std::uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
      const std::uint32_t at = NameStory::position(i, s);
      const NameLabel label = scratch.labels[at];
      if (label == kOutside) continue;
      if (!continues_name(label)) {
        name.first_token = i;
        name.type = type_of(label);
        margin = margin_of(scratch.scores[at], label);
      }
      margin = std::min(margin, margin_of(scratch.scores[at], label));
      if (leaves_open(label)) continue;
      name.end_token = i + 1;
      name.span = {story.tokens[name.first_token].span.start, story.tokens[i].span.end};
      name.confidence = confidence_of(static_cast<float>(margin) / kNameUnit, scratch.model.header());
      names.push_back(name);
    }
  }
}

}  // namespace

const WordMemo::Rows& WordMemo::rows_of(std::string_view word, const NameToken& token, const NamesModel& model) {
  if (slots_.empty()) slots_.resize(kMemoSlots);
  // All that facts_of() reads. Token::hash would not do: it is the same for "don't" with either apostrophe. And the
  // same letters may have two shapes, as "U.S." at the end of a sentence and elsewhere.
  const std::uint64_t spelling = hash_chain(hash_chain(hash_word(word), token.form), token.lower);
  const std::uint64_t key = hash_chain(spelling, static_cast<std::uint64_t>(token.shape));
  std::uint32_t& slot = slots_[(key >> 32) & (kMemoSlots - 1)];
  if (slot != 0 && entries_[slot - 1].key == key) return entries_[slot - 1].rows;
  if (slot == 0) {
    entries_.emplace_back();
    slot = static_cast<std::uint32_t>(entries_.size());
  }
  Entry& entry = entries_[slot - 1];
  entry.key = key;
  const WordFacts facts = facts_of(word, token.form, token.lower, token.shape, model);
  for (int k = 0; k < kReachSlots; ++k) {
    entry.rows[static_cast<std::size_t>(k)] = {};
    FeatureList features(model);
    word_features(facts, k - kNameReach, features);
    features.add_to(entry.rows[static_cast<std::size_t>(k)]);
  }
  return entry.rows;
}

void WordMemo::clear() {
  slots_.clear();
  entries_.clear();
}

void check_name_model(const Lexicon& lexicon) { const NamesModel names(lexicon.blob.section("model/names")); }

std::vector<Name> find_names(const Story& story, const Lexicon& lexicon, TaggerScratch& tagger) {
  NamesScratch& scratch = tagger.names;
  const std::string_view bytes = lexicon.blob.section("model/names");
  if (scratch.model_bytes.data() != bytes.data()) {
    scratch.model = NamesModel(bytes);
    scratch.model_bytes = bytes;
    scratch.memo.clear();
  }
  return tag_names(story, lexicon, scratch);
}

std::vector<Name> tag_names(const Story& story, const Lexicon& lexicon, NamesScratch& scratch) {
  std::vector<Name> names;
  if (scratch.model.empty() || story.tokens.empty()) return names;
  read_name_story(story, lexicon, scratch.model, scratch.story);
  score_tokens(story, scratch);
  decode_story(story, 0, scratch);
  if (!scratch.one_pass) {
    add_evidence(story, scratch);
    decode_story(story, 1, scratch);
  }
  collect_names(story, scratch, names);
  return names;
}

}  // namespace wirecut
