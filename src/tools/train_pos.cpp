// Trains the part-of-speech model (data/model/pos.bin).
//   train_pos --gold ewt-train.conllu.gz --silver news.conll.gz --silver-ids stories.jsonl --classes classes.tsv.gz
//             --news news.jsonl.gz --dev ewt-dev.conllu.gz --out pos.bin
// An averaged structured perceptron (Collins 2002), greedy from left to right on its own tags, each wrong tag's score
// raised by a margin; the average of several runs over the data in different orders. A feature exists once a mistake
// touched it; those touched seldom or with small weights are dropped, the rest is kept in 8 bits.

#include <fmt/format.h>
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cmath>
#include <cstring>
#include <map>
#include <numeric>
#include <random>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "lexicon/lexicon.h"
#include "pos_habits.h"
#include "pos_words.h"
#include "run_tool.h"
#include "tagged_corpus.h"
#include "tagger/pos_model.h"
#include "tokens/tokens.h"

namespace wirecut {
namespace {

struct Options {
  std::vector<std::string> gold, silver, silver_ids, dev, news;
  std::string classes, out;
  unsigned epochs = 4, runs = 3;
  unsigned gold_copies = 3;         // what people tagged counts more than what a program did
  std::uint32_t buckets = 12288;    // of features, kPosBucket each
  std::size_t class_words = 30000;  // the commonest words of --classes
  float margin = 4;
};

constexpr unsigned kMinUpdates = 4;  // a feature that fewer mistakes touched is dropped
constexpr float kMinSize = 0.1f;     // and so is one whose weights add up to less
constexpr double kHeadlines = 0.04;  // share of sentences seen once more in capitals; see add_headlines()
constexpr double kHidden = 0.05;     // share of known words that training sees as unknown ones

// The features in their buckets.
struct Packed {
  std::vector<std::uint16_t> checks = std::vector<std::uint16_t>(kPosBucket);
  std::vector<PosRow> rows = std::vector<PosRow>(kPosBucket);
};

std::string pack_model(const std::string& words, const Packed& features,
                       const std::vector<PosHabit>& habits = std::vector<PosHabit>(kPosBucket)) {
  PosHeader header{};
  std::memcpy(header.magic, kPosMagic, sizeof kPosMagic);
  header.feature_set = kPosFeatureSet;
  header.word_slots = static_cast<std::uint32_t>(words.size() / sizeof(PosWordSlot));
  header.buckets = static_cast<std::uint32_t>(features.checks.size() / kPosBucket);
  header.habit_buckets = static_cast<std::uint32_t>(habits.size() / kPosBucket);
  std::string out(reinterpret_cast<const char*>(&header), sizeof header);
  out += words;
  const auto append = [&](const auto& values) {
    out.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof values[0]);
  };
  append(features.checks);
  append(features.rows);
  append(habits);
  return out;
}

// ---- training

// A sentence as the features see it, edges included.
struct Described {
  std::vector<PosWord> words;
  std::vector<PosTag> tags;
};

// Tokens as the tokeniser makes them of one word; where it would cut the word, the first piece's flags do.
class Describer {
 public:
  Describer(const PosModel& model, const Lexicon& lexicon) : model_(model), lexicon_(lexicon) {}

  Described operator()(const Example& example) {
    Described out{std::vector<PosWord>(2, edge_word()), example.tags};
    for (const std::string& text : example.words) out.words.push_back(model_.describe(token(text), text));
    out.words.resize(out.words.size() + 2, edge_word());
    return out;
  }

 private:
  const Token& token(const std::string& text) {
    const auto [at, is_new] = tokens_.try_emplace(text);
    if (!is_new) return at->second;
    Story story;
    story.text = text;
    tokenize(story, lexicon_, tokenization_);
    if (!tokenization_.tokens.empty()) at->second = tokenization_.tokens[0];
    if (tokenization_.tokens.size() != 1) {
      const TokenKind kind = at->second.kind;
      if (kind != TokenKind::punctuation && kind != TokenKind::symbol) at->second.kind = TokenKind::word;
      at->second.hash = hash_word(text);
      at->second.lower_hash = hash_word(lower(text));
    }
    return at->second;
  }

  const PosModel& model_;
  const Lexicon& lexicon_;
  Tokenization tokenization_;
  std::unordered_map<std::string, Token> tokens_;
};

using Lanes = std::array<float, kPosLanes.size()>;

struct Weights {
  Lanes now{};
  std::array<double, kPosLanes.size()> sum{};  // of each change times the moment it came
  unsigned updates = 0;
};

struct KeyHash {
  std::size_t operator()(std::uint64_t key) const { return key; }
};
using Averages = std::unordered_map<std::uint64_t, Lanes, KeyHash>;

class Perceptron {
 public:
  explicit Perceptron(const Options& options) : options_(options) {}

  void train(const std::vector<Described>& examples, unsigned seed) {
    std::mt19937 random(seed);
    std::vector<std::size_t> order(examples.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::uniform_real_distribution<double> uniform;
    for (unsigned epoch = 0; epoch < options_.epochs; ++epoch) {
      std::shuffle(order.begin(), order.end(), random);
      std::size_t wrong = 0, tokens = 0;
      for (std::size_t at : order) {
        std::vector<PosWord> words = examples[at].words;
        for (PosWord& word : words)
          if (word.tag_set != 0 && word.only_tag == PosTag::none && uniform(random) < kHidden) hide(word);
        wrong += learn(words, examples[at].tags);
        tokens += examples[at].tags.size();
      }
      fmt::print("  epoch {}: {:.2f} % wrong, {} features\n", epoch + 1,
                 100.0 * static_cast<double>(wrong) / static_cast<double>(tokens), rows_.size());
      std::fflush(stdout);
    }
  }

  // Adds the averaged weights, divided by the number of runs, to `into`.
  void add_average(Averages& into) const {
    for (const auto& [key, index] : index_) {
      const Weights& w = rows_[index];
      if (w.updates < kMinUpdates) continue;
      Lanes& average = into[key];
      for (std::size_t lane = 0; lane < average.size(); ++lane)
        average[lane] += static_cast<float>((w.now[lane] - w.sum[lane] / static_cast<double>(moment_)) / options_.runs);
    }
  }

 private:
  // Makes a word one that was never seen, or its affixes would never be learnt: unseen words are rare in training.
  static void hide(PosWord& word) {
    word.form = word.lower = 0;
    word.tag_set = 0;
  }

  std::size_t learn(const std::vector<PosWord>& words, const std::vector<PosTag>& gold) {
    PosTag before = PosTag::none, second = PosTag::none;
    std::size_t wrong = 0;
    for (std::size_t i = 0; i < gold.size(); ++i) {
      const PosWord& word = words[i + 2];
      PosTag tag = word.only_tag;
      if (tag == PosTag::none) {
        tag = decide(&word, before, second, gold[i]);
        ++moment_;
      }
      wrong += tag != gold[i];
      second = before;
      before = tag;
    }
    return wrong;
  }

  // The tag by the weights so far; those change where it is wrong or right by too little.
  PosTag decide(const PosWord* word, PosTag before, PosTag second, PosTag gold) {
    Lanes scores{};
    keys_.clear();
    const auto add = [&](std::uint64_t key) { keys_.push_back(key); };
    add_word_features(word, add);
    add_tag_features(word, before, second, add);
    for (std::uint64_t key : keys_)
      if (const auto found = index_.find(key); found != index_.end())
        for (std::size_t lane = 0; lane < scores.size(); ++lane) scores[lane] += rows_[found->second].now[lane];
    const auto best = static_cast<std::size_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
    const auto right =
        static_cast<std::size_t>(std::find(kPosLanes.begin(), kPosLanes.end(), gold) - kPosLanes.begin());
    if (right == kPosLanes.size()) return kPosLanes[best];
    std::size_t rival = right == 0 ? 1 : 0;
    for (std::size_t lane = 0; lane < scores.size(); ++lane)
      if (lane != right && scores[lane] > scores[rival]) rival = lane;
    if (scores[right] < scores[rival] + options_.margin) update(right, rival);
    return kPosLanes[best];
  }

  void update(std::size_t right, std::size_t rival) {
    for (std::uint64_t key : keys_) {
      const auto [at, is_new] = index_.try_emplace(key, static_cast<std::uint32_t>(rows_.size()));
      if (is_new) rows_.emplace_back();
      Weights& w = rows_[at->second];
      ++w.updates;
      w.now[right] += 1;
      w.now[rival] -= 1;
      w.sum[right] += static_cast<double>(moment_);
      w.sum[rival] -= static_cast<double>(moment_);
    }
  }

  const Options& options_;
  std::unordered_map<std::uint64_t, std::uint32_t, KeyHash> index_;
  std::vector<Weights> rows_;
  std::vector<std::uint64_t> keys_;
  std::uint64_t moment_ = 1;
};

// Keeps the features of the largest weights, as far as their buckets have room, in 8 bits: the largest weights are cut
// off at 127 units.
Packed quantise(const Averages& averages, std::uint32_t buckets) {
  std::vector<std::pair<float, std::uint64_t>> order;
  std::vector<float> sizes;
  for (const auto& [key, row] : averages) {
    float total = 0;
    for (float weight : row) {
      total += std::abs(weight);
      if (weight != 0) sizes.push_back(std::abs(weight));
    }
    order.emplace_back(-total, key);
  }
  std::sort(order.begin(), order.end());
  const auto largest = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() * 9995 / 10000);
  std::nth_element(sizes.begin(), largest, sizes.end());
  const float unit = *largest / 127;
  std::vector<std::uint16_t> checks(buckets * kPosBucket);
  std::vector<PosRow> rows(checks.size());
  std::size_t kept = 0;
  for (const auto& [size, key] : order) {
    if (-size < kMinSize) break;
    const auto bucket = checks.begin() + pos_bucket(key, buckets) * std::ptrdiff_t{kPosBucket};
    const auto place = std::find(bucket, bucket + kPosBucket, 0);
    if (place == bucket + kPosBucket || std::find(bucket, place, pos_check(key)) != place) continue;
    *place = pos_check(key);
    PosRow& row = rows[static_cast<std::size_t>(place - checks.begin())];
    const Lanes& average = averages.at(key);
    for (std::size_t lane = 0; lane < row.size(); ++lane)
      row[lane] = static_cast<std::int8_t>(std::lround(std::clamp(average[lane] / unit, -127.0f, 127.0f)));
    ++kept;
  }
  fmt::print("{} of {} features kept, unit {:.4f}\n", kept, order.size(), unit);
  return {std::move(checks), std::move(rows)};
}

void report(const PosModel& model, const Lexicon& lexicon, const std::vector<Example>& examples,
            const std::string& name) {
  Describer describe(model, lexicon);
  std::size_t tokens = 0, right = 0, words = 0, words_right = 0, fixed = 0;
  std::map<std::pair<PosTag, PosTag>, unsigned> confusions;
  for (const Example& e : examples) {
    const std::vector<PosWord> described = describe(e).words;
    std::vector<PosTag> tags(e.tags.size());
    model.tag(described, tags);
    for (std::size_t i = 0; i < e.tags.size(); ++i) {
      const PosTag tag = tags[i];
      const bool is_word = punctuation_tag(e.words[i]) == PosTag::none;
      ++tokens;
      fixed += described[i + 2].only_tag != PosTag::none;
      words += is_word;
      right += tag == e.tags[i];
      words_right += is_word && tag == e.tags[i];
      if (tag != e.tags[i]) ++confusions[{e.tags[i], tag}];
    }
  }
  const auto share = [](std::size_t part, std::size_t of) {
    return 100.0 * static_cast<double>(part) / static_cast<double>(of);
  };
  fmt::print("{}: {:.2f} % of {} tokens, {:.2f} % of {} words, {:.0f} % not scored\n", name, share(right, tokens),
             tokens, share(words_right, words), words, share(fixed, tokens));
  std::vector<std::pair<unsigned, std::pair<PosTag, PosTag>>> worst;
  for (const auto& [pair, n] : confusions) worst.emplace_back(n, pair);
  std::sort(worst.rbegin(), worst.rend());
  for (std::size_t i = 0; i < worst.size() && i < 12; ++i)
    fmt::print(" {}>{}:{}", kPosTagNames[static_cast<std::size_t>(worst[i].second.first)],
               kPosTagNames[static_cast<std::size_t>(worst[i].second.second)], worst[i].first);
  fmt::print("\n");
}

void run(const Options& options) {
  std::vector<Example> examples;
  for (const std::string& path : options.gold)
    for (Example& e : read_treebank(path))
      for (unsigned copy = 0; copy < options.gold_copies; ++copy) examples.push_back(e);
  const std::size_t gold_count = examples.size();
  const std::unordered_set<std::string> ids = read_ids(options.silver_ids);
  for (const std::string& path : options.silver)
    for (Example& e : read_silver(path, ids)) examples.push_back(std::move(e));
  fmt::print("{} sentences by hand, {} by machine\n", gold_count, examples.size() - gold_count);

  PosWords words = build_words(examples, options.classes, options.class_words);
  add_headlines(examples, kHeadlines);
  const std::string bare = pack_model(pack_words(words, examples), {});
  const PosModel word_model(bare);
  const Lexicon lexicon(embedded_bytes());
  std::vector<Described> described;
  Describer describe(word_model, lexicon);
  for (const Example& e : examples) described.push_back(describe(e));
  Averages averages;
  for (unsigned r = 0; r < options.runs; ++r) {
    Perceptron perceptron(options);
    perceptron.train(described, 1000 + r);
    perceptron.add_average(averages);
  }
  const Packed features = quantise(averages, options.buckets);
  std::string bytes = pack_model(pack_words(words, examples), features);
  const auto report_all = [&] {
    for (const std::string& path : options.dev) report(PosModel(bytes), lexicon, read_treebank(path), path);
  };
  report_all();
  if (!options.news.empty()) {
    const std::vector<PosHabit> habits = learn_habits(PosModel(bytes), options.news, lexicon, words);
    bytes = pack_model(pack_words(words, examples), features, habits);
    report_all();
  }
  fmt::print("{} bytes\n", bytes.size());
  write_file(options.out, bytes);
}

}  // namespace
}  // namespace wirecut

int main(int argc, char** argv) {
  wirecut::Options options;
  CLI::App app("Trains the part-of-speech model");
  app.add_option("--gold", options.gold, "CoNLL-U files tagged by hand")->required();
  app.add_option("--silver", options.silver, "files tagged by machine");
  app.add_option("--silver-ids", options.silver_ids, "JSON Lines whose ids say which stories of --silver count");
  app.add_option("--classes", options.classes, "words and their classes");
  app.add_option("--news", options.news, "JSON Lines of stories to learn habits from");
  app.add_option("--dev", options.dev, "CoNLL-U files to report on");
  app.add_option("--out", options.out, "the model")->required();
  app.add_option("--epochs", options.epochs, "passes over the data");
  app.add_option("--runs", options.runs, "orders of the data, whose weights are averaged");
  app.add_option("--gold-copies", options.gold_copies, "how often each sentence of --gold is seen in a pass");
  app.add_option("--buckets", options.buckets, "room for four features each");
  app.add_option("--class-words", options.class_words, "how many of the commonest words have a class");
  app.add_option("--margin", options.margin, "by how much the right tag shall win");
  CLI11_PARSE(app, argc, argv);
  return wirecut::run_tool("train_pos", [&] { wirecut::run(options); });
}
