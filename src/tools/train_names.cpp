// Trains the name tagger and packs its model.
//   train_names --classes CLASSES.tsv --train DIR... [--eval DIR...] --out data/model/names.bin
// DIR holds input.jsonl ({"id", "text"}) and gold.jsonl ({"id", "entities": [{"start", "end", "type"}]}, offsets in
// code points). CLASSES: word, three classes (of 100, 500 and 2,000), tab-separated, by falling frequency of the words.
//
// First pass: averaged structured perceptron, cost-augmented by 1, over shuffled sentences; the weights of several
// orders are averaged, because the order alone moves the figures. Second pass: another one, whose scores are added to
// those that a first pass gives to stories it was not trained on (folds). Both use the program's own feature code, and
// learn from all tokens around a capital; only then is learnt which words need not be looked at (learn_uses). Features
// that the packed model has no room for are dropped before the weights are learnt, by what a short training made of
// them.

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <numeric>
#include <random>
#include <string>
#include <unordered_map>
#include <vector>

#include "lexicon/lexicon.h"
#include "names_gold.h"
#include "names_learner.h"
#include "names_packer.h"
#include "run_tool.h"
#include "tagger/names.h"

namespace wirecut {
namespace {

struct Options {
  std::vector<std::string> train, eval;
  std::string classes, out;
  int epochs = 8;
  int orders = 3;
  int folds = 4;
  std::uint32_t buckets = 65'536;
  std::uint32_t min_count = 2;
  bool no_lists = false, no_story_pass = false;
};

// ---- the examples

Examples first_pass_examples(const std::vector<TrainStory>& stories, const NamesModel& vocabulary, FeatureIds& ids,
                             std::size_t& lost) {
  Examples examples;
  std::unordered_map<std::uint64_t, std::array<std::vector<std::uint64_t>, kReachSlots>> known_words;
  const auto features_of = [&](const Story& story, const Token& token, const NameToken& name) -> const auto& {
    const std::uint64_t spelling = hash_chain(hash_word(story.words(token.span)), name.form);
    const auto added = known_words.try_emplace(hash_chain(spelling, static_cast<std::uint64_t>(name.shape)));
    auto& of_word = added.first->second;
    if (added.second) {
      const WordFacts facts = facts_of(story.words(token.span), name.form, name.lower, name.shape, vocabulary);
      for (int k = 0; k < kReachSlots; ++k)
        word_features(facts, k - kNameReach,
                      [&](std::uint64_t f) { of_word[static_cast<std::size_t>(k)].push_back(f); });
    }
    return of_word;
  };
  for (std::uint32_t n = 0; n < stories.size(); ++n) {
    const Story& story = stories[n].gold.story;
    const NameStory& names = stories[n].names;
    const auto labels = project_labels(stories[n].gold, names.tokens.size(), lost);
    for (const NameRun& run : names.runs) {
      const Sentence& sentence = story.sentences[run.sentence];
      const std::uint32_t shift = NameStory::position(0, run.sentence);
      const std::uint32_t begin = sentence.first_token + shift, end = sentence.end_token + shift;
      // A name that goes on outside of the run can't be found there: nothing is learnt from its part.
      const bool is_whole = !continues_name(labels[run.first]) && !leaves_open(labels[run.end - 1]);
      if (!is_whole) ++lost;
      examples.runs.push_back({n, static_cast<std::uint32_t>(examples.gold.size()), run.end - run.first, run.first,
                               run.end < end, is_whole ? 1.0F : 0.0F});
      for (std::uint32_t at = run.first; at < run.end; ++at) {
        for (int k = -kNameReach; k <= kNameReach; ++k) {
          const auto other = static_cast<std::uint32_t>(static_cast<int>(at) + k);
          if (other < begin || other >= end) continue;
          for (std::uint64_t f : features_of(story, story.tokens[other - shift],
                                             names.tokens[other])[static_cast<std::size_t>(k + kNameReach)])
            examples.features.push_back(ids.add(f));
        }
        context_features(&names.tokens[at], names.sentences[run.sentence], at == begin,
                         [&](std::uint64_t f) { examples.features.push_back(ids.add(f)); });
        examples.feature_from.push_back(static_cast<std::uint32_t>(examples.features.size()));
        examples.gold.push_back(labels[at]);
      }
    }
  }
  return examples;
}

// ---- the second pass

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
    for (std::uint32_t r = 0; r < examples.runs.size(); ++r) {
      if (examples.runs[r].story % static_cast<unsigned>(options.folds) == static_cast<unsigned>(fold))
        outside.push_back(r);
      else if (examples.runs[r].weight > 0)
        inside.push_back(r);
    }
    std::fprintf(stderr, "fold %d of %d\n", fold + 1, options.folds);
    const Parameters first =
        learn(examples, feature_count, inside, {options.epochs, 100U + static_cast<unsigned>(fold)});
    std::vector<NameLabel> labels;
    for (std::uint32_t r : outside) {
      const Example& run = examples.runs[r];
      std::vector<Weights> scores(run.token_count);
      add_scores(examples, run, first.weights, scores);
      decode_run(scores, run, first.transitions, nullptr, labels);
      std::copy(scores.begin(), scores.end(), held_out.scores.begin() + run.first_token);
      std::copy(labels.begin(), labels.end(), held_out.labels.begin() + run.first_token);
    }
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
  examples.runs = first.runs;
  examples.gold = first.gold;
  std::size_t next = 0;  // of the runs
  for (std::uint32_t n = 0; n < stories.size(); ++n) {
    NameStory& names = stories[n].names;
    std::vector<NameLabel> labels(names.tokens.size(), kOutside);
    for (std::size_t r = 0; r < names.runs.size(); ++r)
      for (std::uint32_t i = 0; i < first.runs[next + r].token_count; ++i)
        labels[first.runs[next + r].first_position + i] = held_out.labels[first.runs[next + r].first_token + i];
    count_evidence(labels, names);
    for (const NameRun& run : names.runs) {
      const Example& example = first.runs[next++];
      for (std::uint32_t i = 0; i < example.token_count; ++i) {
        const std::uint32_t at = example.first_position + i;
        const std::uint32_t margin = margin_class(to_scores(held_out.scores[example.first_token + i]), labels[at]);
        evidence_features(&names.tokens[at], &labels[at], names.words, names.sentences[run.sentence], margin,
                          [&](std::uint64_t f) { examples.features.push_back(ids.add(f)); });
        examples.feature_from.push_back(static_cast<std::uint32_t>(examples.features.size()));
      }
    }
  }
  return examples;
}

struct Tally {
  std::size_t right = 0, found = 0, gold = 0;
  double f1() const {
    return 2.0 * static_cast<double>(right) / static_cast<double>(std::max<std::size_t>(1, found + gold));
  }
};

void evaluate(const std::string& bytes, const std::vector<std::vector<GoldStory>>& sets, const Options& options,
              const Lexicon& lexicon) {
  NamesScratch scratch;
  use_model(bytes, scratch);
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

std::vector<std::uint32_t> learnt_runs(const Examples& examples) {
  std::vector<std::uint32_t> runs;
  for (std::uint32_t r = 0; r < examples.runs.size(); ++r)
    if (examples.runs[r].weight > 0) runs.push_back(r);
  return runs;
}

using Features = std::vector<std::pair<std::uint64_t, Weights>>;

void append_features(const Parameters& parameters, const FeatureIds& ids, Features& features) {
  for (std::size_t f = 0; f < parameters.weights.size(); ++f)
    features.push_back({ids.hashes()[f], parameters.weights[f]});
}

// A short training shows which features are worth their room; the others are dropped before the real one.
void select_features(Examples& examples, FeatureIds& ids, const Options& options) {
  std::fprintf(stderr, "selection\n");
  Features features;
  append_features(learn(examples, ids.hashes().size(), learnt_runs(examples), {options.epochs / 2, 300}), ids,
                  features);
  examples.rename(ids.keep(find_room(features, options.buckets)));
}

Parameters mean_of_orders(const Examples& examples, std::size_t feature_count, unsigned seed, const Options& options,
                          Given given = {}) {
  Parameters mean;
  for (int order = 0; order < options.orders; ++order) {
    std::fprintf(stderr, "order %d of %d\n", order + 1, options.orders);
    const Schedule schedule{options.epochs, seed + static_cast<unsigned>(order)};
    add_share(learn(examples, feature_count, learnt_runs(examples), schedule, given),
              1.0F / static_cast<float>(options.orders), mean);
  }
  return mean;
}

Trained train(std::vector<TrainStory>& stories, const NamesModel& vocabulary, const Options& options) {
  FeatureIds ids;
  std::size_t lost = 0;
  Examples examples = first_pass_examples(stories, vocabulary, ids, lost);
  examples.rename(ids.drop_rare(options.min_count));
  std::fprintf(stderr, "%zu runs, %zu tokens, %zu features, %zu uses; %zu names don't fit the tokens\n",
               examples.runs.size(), examples.gold.size(), ids.hashes().size(), examples.features.size(), lost);
  select_features(examples, ids, options);
  Trained trained;
  const Parameters mean = mean_of_orders(examples, ids.hashes().size(), 1, options);
  append_features(mean, ids, trained.features);
  trained.transitions[0] = trained.transitions[1] = mean.transitions;
  if (options.no_story_pass) return trained;

  const HeldOut held_out = score_held_out(examples, ids.hashes().size(), options);
  FeatureIds second_ids;
  Examples second = second_pass_examples(stories, examples, held_out, second_ids);
  second.rename(second_ids.drop_rare(options.min_count));
  const Parameters second_mean =
      mean_of_orders(second, second_ids.hashes().size(), 201, options, {&held_out.scores, &held_out.transitions});
  append_features(second_mean, second_ids, trained.features);
  for (std::size_t a = 0; a < kNameLabels; ++a)
    for (std::size_t b = 0; b < kNameLabels; ++b) trained.transitions[1][a][b] += second_mean.transitions[a][b];
  return trained;
}

void run(const Options& options) {
  Lexicon lexicon(embedded_bytes());
  if (options.no_lists) lexicon.name_lists = lexicon.person_names = lexicon.city_names = Table();
  Vocabulary words = read_vocabulary(options.classes, lexicon);
  const std::string vocabulary_bytes = pack_names({}, vocabulary_slots(words), 1);
  const NamesModel vocabulary(vocabulary_bytes);

  std::vector<std::vector<GoldStory>> eval_sets;
  for (const std::string& folder : options.eval) eval_sets.push_back(read_gold_stories(folder, lexicon));
  std::vector<TrainStory> stories;
  for (const std::string& folder : options.train)
    for (GoldStory& story : read_gold_stories(folder, lexicon)) stories.push_back({std::move(story), {}});
  WordMemo memo;
  for (TrainStory& story : stories) read_name_story(story.gold.story, lexicon, vocabulary, memo, story.names);

  const Trained trained = train(stories, vocabulary, options);
  learn_uses(stories, words);
  const std::string bytes = pack_names(trained, vocabulary_slots(words), options.buckets);
  std::printf("%zu features, %zu bytes\n", trained.features.size(), bytes.size());
  evaluate(bytes, eval_sets, options, lexicon);
  if (!options.out.empty()) write_file(options.out, bytes);
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
  app.add_option("--buckets", options.buckets, "of four features each");
  app.add_option("--min-count", options.min_count, "features seen less often are left out");
  app.add_flag("--no-lists", options.no_lists);
  app.add_flag("--no-story-pass", options.no_story_pass);
  CLI11_PARSE(app, argc, argv);
  return wirecut::run_tool("train_names", [&] { wirecut::run(options); });
}
