// Trains the name tagger and packs its model.
//   train_names --classes CLASSES.tsv --train DIR... [--eval DIR...] --out data/model/names.bin
// DIR holds input.jsonl ({"id", "text"}) and gold.jsonl ({"id", "entities": [{"start", "end", "type"}]}, offsets in code
// points). CLASSES: word, three classes (of 100, 500 and 2,000), tab-separated, by falling frequency of the words.
//
// First pass: averaged structured perceptron, cost-augmented by 1, over shuffled sentences; the weights of several
// orders are averaged, because the order alone moves the figures. Second pass: another one, whose scores are added to
// those that a first pass gives to stories it was not trained on (folds). Both use the program's own feature code.

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <numeric>
#include <random>
#include <string>
#include <unordered_map>
#include <vector>

#include "lexicon/lexicon.h"
#include "structure/structure.h"
#include "tagger/names.h"
#include "tokens/tokens.h"

namespace wirecut {
namespace {

struct Options {
  std::vector<std::string> train, eval;
  std::string classes, out;
  int epochs = 10;
  int orders = 3;
  int folds = 4;
  std::size_t max_features = 300'000;
  std::uint32_t min_count = 2;
  bool no_lists = false, no_story_pass = false;
};

// ---- data

struct GoldName {
  Span span;
  EntityType type;
  bool operator==(const GoldName&) const = default;
};

struct GoldStory {
  Story story;
  std::vector<GoldName> names;
};

EntityType parse_type(const std::string& name) {
  if (name == "person") return EntityType::person;
  if (name == "organization") return EntityType::organization;
  if (name == "location") return EntityType::location;
  return EntityType::misc;
}

// Byte offsets of all code points of a text, and of its end.
std::vector<std::uint32_t> code_point_offsets(const std::string& text) {
  std::vector<std::uint32_t> offsets;
  for (std::size_t i = 0; i < text.size(); ++i)
    if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) offsets.push_back(static_cast<std::uint32_t>(i));
  offsets.push_back(static_cast<std::uint32_t>(text.size()));
  return offsets;
}

std::vector<GoldStory> read_stories(const std::string& folder, const Lexicon& lexicon) {
  std::vector<GoldStory> stories;
  std::unordered_map<std::string, std::size_t> by_id;
  std::ifstream input(folder + "/input.jsonl"), gold(folder + "/gold.jsonl");
  if (!input || !gold) throw std::runtime_error(folder + ": no input.jsonl or gold.jsonl");
  Tokenization tokenization;
  for (std::string line; std::getline(input, line);) {
    const auto record = nlohmann::json::parse(line);
    GoldStory& added = stories.emplace_back();
    added.story.id = record.at("id");
    added.story.text = record.at("text");
    by_id[added.story.id] = stories.size() - 1;
    added.story.structure = parse_structure(added.story, lexicon);
    tokenize(added.story, lexicon, tokenization);
    added.story.tokens = tokenization.tokens;
    added.story.sentences = tokenization.sentences;
  }
  for (std::string line; std::getline(gold, line);) {
    const auto record = nlohmann::json::parse(line);
    GoldStory& story = stories.at(by_id.at(record.at("id")));
    const auto offsets = code_point_offsets(story.story.text);
    for (const auto& entity : record.at("entities"))
      story.names.push_back({{offsets.at(entity.at("start")), offsets.at(entity.at("end"))},
                             parse_type(entity.at("type"))});
  }
  return stories;
}

// Gold labels at the positions of NameStory::tokens. A name that ends inside a token ("South Africa" in "South
// Africa-based") makes one of the whole of its tokens, of type misc, as CoNLL-2003 has it.
std::vector<NameLabel> project_labels(const GoldStory& gold, std::size_t positions, std::size_t& lost) {
  std::vector<NameLabel> labels(positions, kOutside);
  for (const GoldName& name : gold.names) {
    for (std::uint32_t s = 0; s < gold.story.sentences.size(); ++s) {
      const Sentence& sentence = gold.story.sentences[s];
      if (!sentence.span.overlaps(name.span)) continue;
      std::uint32_t first = sentence.first_token, end = sentence.end_token;
      while (first < end && gold.story.tokens[first].span.end <= name.span.start) ++first;
      while (end > first && gold.story.tokens[end - 1].span.start >= name.span.end) --end;
      if (first == end) break;
      const bool fits = gold.story.tokens[first].span.start == name.span.start &&
                        gold.story.tokens[end - 1].span.end == name.span.end;
      if (!fits) ++lost;
      const EntityType type = fits ? name.type : EntityType::misc;
      for (std::uint32_t i = first; i < end; ++i) {
        const NamePlace place = end - first == 1 ? NamePlace::unit
                                : i == first     ? NamePlace::begin
                                : i + 1 == end   ? NamePlace::last
                                                 : NamePlace::inside;
        labels[NameStory::position(i, s)] = name_label(type, place);
      }
      break;
    }
  }
  return labels;
}

// ---- the vocabulary

struct Vocabulary {
  std::vector<NamesWord> slots;
};

// The token that the tokeniser makes of a lone word; empty where it makes several.
std::optional<Token> lone_token(const std::string& word, const Lexicon& lexicon, Tokenization& tokenization) {
  Story story;
  story.text = word;
  tokenize(story, lexicon, tokenization);
  if (tokenization.tokens.size() != 1) return std::nullopt;
  return tokenization.tokens[0];
}

Vocabulary read_vocabulary(const std::string& path, const Lexicon& lexicon) {
  std::map<std::uint32_t, NamesWord> words;
  std::ifstream in(path);
  if (!path.empty() && !in) throw std::runtime_error(path + ": can't be read");
  Tokenization tokenization;
  for (std::string line; std::getline(in, line);) {
    std::array<std::string, 4> cells;
    std::size_t start = 0;
    for (std::string& cell : cells) {
      const std::size_t end = std::min(line.find('\t', start), line.size());
      cell = line.substr(start, end - start);
      start = std::min(end + 1, line.size());
    }
    const auto token = lone_token(cells[0], lexicon, tokenization);
    if (!token) continue;
    const WordShape shape = shape_of(cells[0], *token);
    NamesWord& word = words[NamesModel::check_of(token->hash)];
    word.class_100 = static_cast<std::uint8_t>(std::stoi(cells[1]) + 1);
    word.class_500 = static_cast<std::uint16_t>(std::stoi(cells[2]) + 1);
    word.class_2000 = static_cast<std::uint16_t>(std::stoi(cells[3]) + 1);
    NamesWord& lower = words[NamesModel::check_of(token->lower_hash)];
    if (lower.usual_check != 0) continue;
    lower.usual_check = NamesModel::check_of(token->hash);
    lower.usual_shape = static_cast<std::uint8_t>(shape);
  }
  Vocabulary vocabulary;
  vocabulary.slots.resize(std::bit_ceil(words.size() * 5 / 4 + 1));
  for (auto& [check, word] : words) {
    word.check = check;
    std::size_t at = NamesModel::word_home(check) & (vocabulary.slots.size() - 1);
    while (vocabulary.slots[at].check != 0) at = (at + 1) & (vocabulary.slots.size() - 1);
    vocabulary.slots[at] = word;
  }
  return vocabulary;
}

// ---- features of the training data

using Weights = std::array<float, kNameLanes>;  // of the labels but O, less O's

class FeatureIds {
 public:
  static constexpr std::uint32_t kDropped = 0xFFFFFFFF;

  FeatureIds() { slots_.resize(1U << 20); }

  std::uint32_t add(std::uint64_t feature) {
    if (hashes_.size() * 2 > slots_.size()) grow();
    std::size_t at = feature & (slots_.size() - 1);
    while (slots_[at] != 0 && hashes_[slots_[at] - 1] != feature) at = (at + 1) & (slots_.size() - 1);
    if (slots_[at] == 0) {
      hashes_.push_back(feature);
      counts_.push_back(0);
      slots_[at] = static_cast<std::uint32_t>(hashes_.size());
    }
    ++counts_[slots_[at] - 1];
    return slots_[at] - 1;
  }

  // Keeps features seen `min_count` times; returns the new id of each old one.
  std::vector<std::uint32_t> drop_rare(std::uint32_t min_count) {
    std::vector<std::uint32_t> new_ids(hashes_.size(), kDropped);
    std::vector<std::uint64_t> kept;
    for (std::size_t i = 0; i < hashes_.size(); ++i) {
      if (counts_[i] < min_count) continue;
      new_ids[i] = static_cast<std::uint32_t>(kept.size());
      kept.push_back(hashes_[i]);
    }
    hashes_ = std::move(kept);
    return new_ids;
  }

  const std::vector<std::uint64_t>& hashes() const { return hashes_; }

 private:
  void grow() {
    slots_.assign(slots_.size() * 2, 0);
    for (std::size_t i = 0; i < hashes_.size(); ++i) {
      std::size_t at = hashes_[i] & (slots_.size() - 1);
      while (slots_[at] != 0) at = (at + 1) & (slots_.size() - 1);
      slots_[at] = static_cast<std::uint32_t>(i + 1);
    }
  }

  std::vector<std::uint32_t> slots_;
  std::vector<std::uint64_t> hashes_;
  std::vector<std::uint32_t> counts_;
};

struct Example {  // one sentence
  std::uint32_t story = 0;
  std::uint32_t first_token = 0;  // in `features_from`, `gold` ...
  std::uint32_t token_count = 0;
  std::uint32_t first_position = 0;  // in NameStory::tokens
};

// Tokens of all sentences one after another, with their features.
struct Examples {
  std::vector<Example> sentences;
  std::vector<std::uint32_t> feature_from{0};  // one more than tokens
  std::vector<std::uint32_t> features;
  std::vector<NameLabel> gold;

  std::span<const std::uint32_t> of(std::size_t token) const {
    return std::span(features).subspan(feature_from[token], feature_from[token + 1] - feature_from[token]);
  }

  void rename(const std::vector<std::uint32_t>& new_ids) {
    std::uint32_t kept = 0;
    std::size_t next = 0;
    for (std::size_t token = 0; token < gold.size(); ++token) {
      const std::uint32_t end = feature_from[token + 1];
      for (; next < end; ++next)
        if (new_ids[features[next]] != FeatureIds::kDropped) features[kept++] = new_ids[features[next]];
      feature_from[token + 1] = kept;
    }
    features.resize(kept);
    features.shrink_to_fit();
  }
};

struct TrainStory {
  GoldStory gold;
  NameStory names;
};

Examples first_pass_examples(const std::vector<TrainStory>& stories, const NamesModel& vocabulary, FeatureIds& ids,
                             std::size_t& lost) {
  Examples examples;
  std::unordered_map<std::uint64_t, std::array<std::vector<std::uint64_t>, kReachSlots>> known_words;
  const auto features_of = [&](const Story& story, const Token& token, const NameToken& name) -> const auto& {
    auto [found, is_new] = known_words.try_emplace(hash_chain(token.hash, name.form));
    if (is_new) {
      const WordFacts facts = facts_of(story.words(token.span), name.form, name.lower, name.shape, vocabulary);
      for (int k = 0; k < kReachSlots; ++k)
        word_features(facts, k - kNameReach,
                      [&](std::uint64_t f) { found->second[static_cast<std::size_t>(k)].push_back(f); });
    }
    return found->second;
  };
  for (std::uint32_t n = 0; n < stories.size(); ++n) {
    const Story& story = stories[n].gold.story;
    const NameStory& names = stories[n].names;
    const auto labels = project_labels(stories[n].gold, names.tokens.size(), lost);
    for (std::uint32_t s = 0; s < story.sentences.size(); ++s) {
      const Sentence& sentence = story.sentences[s];
      examples.sentences.push_back({n, static_cast<std::uint32_t>(examples.gold.size()),
                                    sentence.end_token - sentence.first_token,
                                    NameStory::position(sentence.first_token, s)});
      for (std::uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
        const std::uint32_t at = NameStory::position(i, s);
        for (int k = -kNameReach; k <= kNameReach; ++k) {
          const std::int64_t j = std::int64_t{i} + k;
          if (j < sentence.first_token || j >= sentence.end_token) continue;
          const auto other = static_cast<std::uint32_t>(j);
          for (std::uint64_t f : features_of(story, story.tokens[other], names.tokens[NameStory::position(other, s)])
                                     [static_cast<std::size_t>(k + kNameReach)])
            examples.features.push_back(ids.add(f));
        }
        context_features(&names.tokens[at], names.sentences[s], i == sentence.first_token,
                         [&](std::uint64_t f) { examples.features.push_back(ids.add(f)); });
        examples.feature_from.push_back(static_cast<std::uint32_t>(examples.features.size()));
        examples.gold.push_back(labels[at]);
      }
    }
  }
  return examples;
}

// ---- the learner

using Transitions = std::array<std::array<float, kNameLabels>, kNameLabels>;

struct Parameters {
  std::vector<Weights> weights;
  Transitions transitions{};
};

// Scores of a sentence's tokens, relative to O.
void score(const Examples& examples, const Example& sentence, const std::vector<Weights>& weights,
           std::vector<Weights>& scores) {
  for (std::uint32_t i = 0; i < sentence.token_count; ++i)
    for (std::uint32_t f : examples.of(sentence.first_token + i))
      for (std::size_t lane = 0; lane < kNameLanes; ++lane) scores[i][lane] += weights[f][lane];
}

// Viterbi; `cost` is added to every label but the gold one.
void decode(const std::vector<Weights>& scores, std::uint32_t count, const Transitions& transitions,
            const NameLabel* gold, float cost, std::vector<NameLabel>& labels) {
  constexpr float kNever = -1e30F;
  static thread_local std::vector<std::array<NameLabel, kNameLabels>> back;
  back.resize(std::max<std::size_t>(back.size(), count));
  labels.resize(count);
  std::array<float, kNameLabels> row;
  row.fill(kNever);
  row[kOutside] = 0;
  for (std::uint32_t i = 0; i < count; ++i) {
    std::array<float, kNameLabels> next;
    next.fill(kNever);
    for (NameLabel label = 0; label < kNameLabels; ++label) {
      for (NameLabel before = 0; before < kNameLabels; ++before) {
        if (!may_follow(before, label)) continue;
        const float sum = row[before] + transitions[before][label];
        if (sum > next[label]) {
          next[label] = sum;
          back[i][label] = before;
        }
      }
      if (label != kOutside) next[label] += scores[i][label - 1U];
      if (gold != nullptr && gold[i] != label) next[label] += cost;
    }
    row = next;
  }
  NameLabel best = kOutside;
  for (NameLabel label = 0; label < kNameLabels; ++label)
    if (!leaves_open(label) && row[label] > row[best]) best = label;
  for (std::uint32_t i = count; i-- > 0;) {
    labels[i] = best;
    best = back[i][best];
  }
}

class Learner {
 public:
  // `offsets`, `base`: scores and transitions that are given and not learnt (of the first pass), or null.
  Learner(const Examples& examples, std::size_t feature_count, const std::vector<Weights>* offsets,
          const Transitions* base)
      : examples_(examples), offsets_(offsets), base_(base) {
    now_.weights.resize(feature_count);
    sum_.weights.resize(feature_count);
  }

  Parameters train(std::vector<std::uint32_t> sentences, int epochs, unsigned seed) {
    std::mt19937 random(seed);
    std::vector<NameLabel> labels;
    std::vector<Weights> scores;
    double time = 1;
    for (int epoch = 0; epoch < epochs; ++epoch) {
      // Not std::shuffle: its result isn't the same with every library.
      for (std::size_t i = sentences.size(); i > 1; --i) std::swap(sentences[i - 1], sentences[random() % i]);
      std::size_t wrong = 0;
      for (std::uint32_t s : sentences) {
        const Example& sentence = examples_.sentences[s];
        begin_scores(sentence, scores);
        score(examples_, sentence, now_.weights, scores);
        decode(scores, sentence.token_count, all_transitions(), &examples_.gold[sentence.first_token], 1.0F, labels);
        wrong += update(sentence, labels, static_cast<float>(time));
        time += 1;
      }
      std::fprintf(stderr, "  epoch %d: %zu tokens wrong\n", epoch + 1, wrong);
    }
    return average(static_cast<float>(time));
  }

 private:
  void begin_scores(const Example& sentence, std::vector<Weights>& scores) const {
    scores.assign(sentence.token_count, Weights{});
    if (offsets_ == nullptr) return;
    for (std::uint32_t i = 0; i < sentence.token_count; ++i) scores[i] = (*offsets_)[sentence.first_token + i];
  }

  const Transitions& all_transitions() {
    if (base_ == nullptr) return now_.transitions;
    for (std::size_t a = 0; a < kNameLabels; ++a)
      for (std::size_t b = 0; b < kNameLabels; ++b) both_[a][b] = now_.transitions[a][b] + (*base_)[a][b];
    return both_;
  }

  std::size_t update(const Example& sentence, const std::vector<NameLabel>& labels, float time) {
    const NameLabel* gold = &examples_.gold[sentence.first_token];
    std::size_t wrong = 0;
    NameLabel gold_before = kOutside, before = kOutside;
    for (std::uint32_t i = 0; i < sentence.token_count; ++i) {
      if (gold[i] != labels[i]) {
        ++wrong;
        for (std::uint32_t f : examples_.of(sentence.first_token + i)) {
          move(f, gold[i], 1, time);
          move(f, labels[i], -1, time);
        }
      }
      if (gold[i] != labels[i] || gold_before != before) {
        step(gold_before, gold[i], 1, time);
        step(before, labels[i], -1, time);
      }
      gold_before = gold[i];
      before = labels[i];
    }
    return wrong;
  }

  // Weights are kept less O's own: a step for O is a step back for all others.
  void move(std::uint32_t feature, NameLabel label, float delta, float time) {
    Weights& now = now_.weights[feature];
    Weights& sum = sum_.weights[feature];
    if (label != kOutside) {
      now[label - 1U] += delta;
      sum[label - 1U] += delta * time;
      return;
    }
    for (std::size_t lane = 0; lane < kNameLanes; ++lane) {
      now[lane] -= delta;
      sum[lane] -= delta * time;
    }
  }

  void step(NameLabel before, NameLabel label, float delta, float time) {
    now_.transitions[before][label] += delta;
    sum_.transitions[before][label] += delta * time;
  }

  Parameters average(float time) {
    for (std::size_t f = 0; f < now_.weights.size(); ++f)
      for (std::size_t lane = 0; lane < kNameLanes; ++lane) now_.weights[f][lane] -= sum_.weights[f][lane] / time;
    for (std::size_t a = 0; a < kNameLabels; ++a)
      for (std::size_t b = 0; b < kNameLabels; ++b) now_.transitions[a][b] -= sum_.transitions[a][b] / time;
    return std::move(now_);
  }

  const Examples& examples_;
  const std::vector<Weights>* offsets_;
  const Transitions* base_;
  Parameters now_, sum_;
  Transitions both_{};
};

void add_share(const Parameters& from, float share, Parameters& into) {
  into.weights.resize(from.weights.size());
  for (std::size_t f = 0; f < from.weights.size(); ++f)
    for (std::size_t lane = 0; lane < kNameLanes; ++lane) into.weights[f][lane] += share * from.weights[f][lane];
  for (std::size_t a = 0; a < kNameLabels; ++a)
    for (std::size_t b = 0; b < kNameLabels; ++b) into.transitions[a][b] += share * from.transitions[a][b];
}

std::vector<std::uint32_t> all_sentences(const Examples& examples) {
  std::vector<std::uint32_t> sentences(examples.sentences.size());
  std::iota(sentences.begin(), sentences.end(), 0U);
  return sentences;
}

// ---- the second pass

std::int16_t quantize(float value) {
  return static_cast<std::int16_t>(std::clamp(std::lround(value * kNameUnit), -30000L, 30000L));
}

// What first passes that did not see a story think of its tokens.
struct HeldOut {
  std::vector<Weights> scores;
  std::vector<NameLabel> labels;
  Transitions transitions{};  // the mean of the folds'
};

HeldOut score_held_out(const Examples& examples, std::size_t feature_count, const Options& options) {
  HeldOut held_out;
  held_out.scores.resize(examples.gold.size());
  held_out.labels.resize(examples.gold.size());
  for (int fold = 0; fold < options.folds; ++fold) {
    std::vector<std::uint32_t> inside, outside;
    for (std::uint32_t s = 0; s < examples.sentences.size(); ++s)
      (examples.sentences[s].story % static_cast<unsigned>(options.folds) == static_cast<unsigned>(fold) ? outside
                                                                                                          : inside)
          .push_back(s);
    std::fprintf(stderr, "fold %d of %d\n", fold + 1, options.folds);
    const Parameters first =
        Learner(examples, feature_count, nullptr, nullptr).train(inside, options.epochs, 100U + static_cast<unsigned>(fold));
    std::vector<NameLabel> labels;
    for (std::uint32_t s : outside) {
      const Example& sentence = examples.sentences[s];
      std::vector<Weights> scores(sentence.token_count);
      score(examples, sentence, first.weights, scores);
      decode(scores, sentence.token_count, first.transitions, nullptr, 0, labels);
      std::copy(scores.begin(), scores.end(), held_out.scores.begin() + sentence.first_token);
      std::copy(labels.begin(), labels.end(), held_out.labels.begin() + sentence.first_token);
    }
    Parameters share;
    share.transitions = first.transitions;
    for (std::size_t a = 0; a < kNameLabels; ++a)
      for (std::size_t b = 0; b < kNameLabels; ++b)
        held_out.transitions[a][b] += first.transitions[a][b] / static_cast<float>(options.folds);
  }
  return held_out;
}

NameScores to_scores(const Weights& weights) {
  NameScores scores;
  for (std::size_t lane = 0; lane < kNameLanes; ++lane) scores.lane[lane] = quantize(weights[lane]);
  return scores;
}

Examples second_pass_examples(std::vector<TrainStory>& stories, const Examples& first, const HeldOut& held_out,
                              FeatureIds& ids) {
  Examples examples;
  examples.sentences = first.sentences;
  examples.gold = first.gold;
  std::size_t s = 0;
  for (std::uint32_t n = 0; n < stories.size(); ++n) {
    NameStory& names = stories[n].names;
    std::vector<NameLabel> labels(names.tokens.size(), kOutside);
    const std::size_t first_sentence = s;
    for (; s < first.sentences.size() && first.sentences[s].story == n; ++s)
      for (std::uint32_t i = 0; i < first.sentences[s].token_count; ++i)
        labels[first.sentences[s].first_position + i] = held_out.labels[first.sentences[s].first_token + i];
    count_evidence(labels, names);
    for (std::size_t t = first_sentence; t < s; ++t) {
      const Example& sentence = first.sentences[t];
      for (std::uint32_t i = 0; i < sentence.token_count; ++i) {
        const std::uint32_t at = sentence.first_position + i;
        const std::uint32_t margin =
            margin_class(to_scores(held_out.scores[sentence.first_token + i]), labels[at]);
        evidence_features(&names.tokens[at], &labels[at], names.words, names.sentences[t - first_sentence], margin,
                          [&](std::uint64_t f) { examples.features.push_back(ids.add(f)); });
        examples.feature_from.push_back(static_cast<std::uint32_t>(examples.features.size()));
      }
    }
  }
  return examples;
}

// ---- the packed model

struct Trained {
  std::vector<std::pair<std::uint64_t, Weights>> features;
  Transitions transitions[2]{};
};

float strength(const Weights& weights) {
  float most = 0;
  for (float w : weights) most = std::max(most, std::abs(w));
  return most;
}

void put_row(const Weights& weights, int slot, NamesBucket& bucket) {
  int shift = 0;
  while (shift < 4 && strength(weights) * kNameUnit > static_cast<float>(127 << shift)) ++shift;
  bucket.shift[slot] = static_cast<std::uint8_t>(shift);
  for (std::size_t lane = 0; lane < kNameLanes; ++lane) {
    const auto units = std::lround(weights[lane] * kNameUnit / static_cast<float>(1 << shift));
    bucket.weight[slot][lane] = static_cast<std::int8_t>(std::clamp(units, -127L, 127L));
  }
}

template <class T>
void append(const T* values, std::size_t count, std::string& out) {
  out.append(reinterpret_cast<const char*>(values), count * sizeof(T));
}

std::string pack(Trained& trained, const Vocabulary& vocabulary, std::size_t max_features) {
  std::stable_sort(trained.features.begin(), trained.features.end(),
                   [](const auto& a, const auto& b) { return strength(a.second) > strength(b.second); });
  if (trained.features.size() > max_features) trained.features.resize(max_features);
  std::vector<NamesBucket> buckets(trained.features.size() * 10 / 27 + 1);  // nine rows in ten in use
  std::uint32_t max_overflow = 0;
  for (const auto& [feature, weights] : trained.features) {
    auto b = NamesModel::home_of(feature, static_cast<std::uint32_t>(buckets.size()));
    for (std::uint32_t overflow = 0;; ++overflow, b = b + 1 == buckets.size() ? 0 : b + 1) {
      NamesBucket& bucket = buckets[b];
      const int slot = static_cast<int>(std::find(bucket.check, bucket.check + 3, 0U) - bucket.check);
      if (slot == 3) {
        bucket.is_full = 1;
        continue;
      }
      bucket.check[slot] = NamesModel::check_of(feature);
      put_row(weights, slot, bucket);
      max_overflow = std::max(max_overflow, overflow);
      break;
    }
  }
  NamesHeader header{};
  std::copy(std::begin(kNamesMagic), std::end(kNamesMagic), header.magic);
  header.feature_set = kNameFeatureSet;
  header.bucket_count = static_cast<std::uint32_t>(buckets.size());
  header.word_slots = static_cast<std::uint32_t>(vocabulary.slots.size());
  header.max_overflow = max_overflow;
  header.confidence_scale = 0.35F;
  header.confidence_offset = 0.2F;
  for (int pass = 0; pass < 2; ++pass)
    for (std::size_t a = 0; a < kNameLabels; ++a)
      for (std::size_t b = 0; b < kNameLabels; ++b)
        header.transitions[pass][a][b] = quantize(trained.transitions[pass][a][b]);
  std::string bytes;
  append(&header, 1, bytes);
  append(buckets.data(), buckets.size(), bytes);
  append(vocabulary.slots.data(), vocabulary.slots.size(), bytes);
  return bytes;
}

// ---- evaluation: strict F1 of the packed model, from raw text

struct Tally {
  std::size_t right = 0, found = 0, gold = 0;
  double f1() const { return 2.0 * static_cast<double>(right) / static_cast<double>(std::max<std::size_t>(1, found + gold)); }
};

void evaluate(const std::string& bytes, const std::vector<std::vector<GoldStory>>& sets, const Options& options,
              const Lexicon& lexicon) {
  NamesScratch scratch;
  scratch.model = NamesModel(bytes);
  for (bool one_pass : {true, false}) {
    scratch.one_pass = one_pass;
    for (std::size_t i = 0; i < sets.size(); ++i) {
      Tally tally;
      for (const GoldStory& gold : sets[i]) {
        const auto names = tag_names(gold.story, lexicon, scratch);
        tally.found += names.size();
        tally.gold += gold.names.size();
        for (const Name& name : names)
          if (std::find(gold.names.begin(), gold.names.end(), GoldName{name.span, name.type}) != gold.names.end())
            ++tally.right;
      }
      std::printf("%s, %s: strict F1 %.4f (P %.4f R %.4f)\n", options.eval[i].c_str(),
                  one_pass ? "first pass" : "both passes", tally.f1(),
                  static_cast<double>(tally.right) / static_cast<double>(std::max<std::size_t>(1, tally.found)),
                  static_cast<double>(tally.right) / static_cast<double>(std::max<std::size_t>(1, tally.gold)));
    }
  }
  std::fflush(stdout);
}

// ---- the whole

void keep(const Parameters& parameters, const FeatureIds& ids, Trained& trained) {
  for (std::size_t f = 0; f < parameters.weights.size(); ++f)
    if (strength(parameters.weights[f]) * kNameUnit >= 1) trained.features.push_back({ids.hashes()[f], parameters.weights[f]});
}

Trained train(std::vector<TrainStory>& stories, const NamesModel& vocabulary, const Options& options) {
  FeatureIds ids;
  std::size_t lost = 0;
  Examples examples = first_pass_examples(stories, vocabulary, ids, lost);
  examples.rename(ids.drop_rare(options.min_count));
  std::fprintf(stderr, "%zu sentences, %zu tokens, %zu features, %zu uses; %zu names don't fit the tokens\n",
               examples.sentences.size(), examples.gold.size(), ids.hashes().size(), examples.features.size(), lost);
  Trained trained;
  Parameters mean;
  for (int order = 0; order < options.orders; ++order) {
    std::fprintf(stderr, "order %d of %d\n", order + 1, options.orders);
    add_share(Learner(examples, ids.hashes().size(), nullptr, nullptr)
                  .train(all_sentences(examples), options.epochs, 1U + static_cast<unsigned>(order)),
              1.0F / static_cast<float>(options.orders), mean);
  }
  keep(mean, ids, trained);
  trained.transitions[0] = trained.transitions[1] = mean.transitions;
  if (options.no_story_pass) return trained;

  const HeldOut held_out = score_held_out(examples, ids.hashes().size(), options);
  FeatureIds second_ids;
  Examples second = second_pass_examples(stories, examples, held_out, second_ids);
  second.rename(second_ids.drop_rare(options.min_count));
  Parameters second_mean;
  for (int order = 0; order < options.orders; ++order)
    add_share(Learner(second, second_ids.hashes().size(), &held_out.scores, &held_out.transitions)
                  .train(all_sentences(second), options.epochs, 201U + static_cast<unsigned>(order)),
              1.0F / static_cast<float>(options.orders), second_mean);
  keep(second_mean, second_ids, trained);
  for (std::size_t a = 0; a < kNameLabels; ++a)
    for (std::size_t b = 0; b < kNameLabels; ++b) trained.transitions[1][a][b] += second_mean.transitions[a][b];
  return trained;
}

int run(const Options& options) {
  Lexicon lexicon(embedded_bytes());
  if (options.no_lists) lexicon.name_lists = lexicon.person_names = lexicon.city_names = Table();
  const Vocabulary words = read_vocabulary(options.classes, lexicon);
  Trained nothing;
  const std::string vocabulary_bytes = pack(nothing, words, 0);
  const NamesModel vocabulary(vocabulary_bytes);

  std::vector<std::vector<GoldStory>> eval_sets;
  for (const std::string& folder : options.eval) eval_sets.push_back(read_stories(folder, lexicon));
  std::vector<TrainStory> stories;
  for (const std::string& folder : options.train)
    for (GoldStory& story : read_stories(folder, lexicon)) stories.push_back({std::move(story), {}});
  WordMemo memo;
  for (TrainStory& story : stories) read_name_story(story.gold.story, lexicon, vocabulary, memo, story.names);

  Trained trained = train(stories, vocabulary, options);
  const std::string bytes = pack(trained, words, options.max_features);
  std::printf("%zu features, %zu bytes\n", trained.features.size(), bytes.size());
  evaluate(bytes, eval_sets, options, lexicon);
  if (!options.out.empty()) {
    std::ofstream out(options.out, std::ios::binary);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!out.flush()) throw std::runtime_error(options.out + ": can't be written");
  }
  return 0;
}

}  // namespace
}  // namespace wirecut

int main(int argc, char** argv) {
  wirecut::Options options;
  CLI::App app("Trains the name tagger.");
  app.add_option("--train", options.train, "folders with input.jsonl and gold.jsonl")->required();
  app.add_option("--eval", options.eval, "folders to measure on");
  app.add_option("--classes", options.classes, "word classes, tab-separated");
  app.add_option("--out", options.out, "the packed model");
  app.add_option("--epochs", options.epochs);
  app.add_option("--orders", options.orders, "orders of the data to average over");
  app.add_option("--folds", options.folds, "for the second pass");
  app.add_option("--max-features", options.max_features);
  app.add_option("--min-count", options.min_count, "features seen less often are left out");
  app.add_flag("--no-lists", options.no_lists);
  app.add_flag("--no-story-pass", options.no_story_pass);
  CLI11_PARSE(app, argc, argv);
  try {
    return wirecut::run(options);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "train_names: %s\n", error.what());
    return 1;
  }
}
