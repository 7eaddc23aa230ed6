// Trains the model of what a story is about (resolve/countries.cpp), a logistic regression over its countries.
//   train_countries OUT_FILE SET_DIR...     each SET_DIR holds input.jsonl and gold.jsonl with countries
// Run it after train_places, with a binary that carries that model. Prints the figures of five-fold cross-validation
// over stories, then those of the model that it writes, on its own training data. No randomness.

#include <fmt/format.h>
#include <algorithm>
#include <cmath>
#include <cstdio>

#include "gold_stories.h"
#include "resolve/country_features.h"
#include "run_tool.h"

namespace wirecut {
namespace {

constexpr int kFolds = 5;
constexpr int kEpochs = 600;
constexpr float kRate = 0.1f;
constexpr float kRegularization = 1e-4f;

struct Example {
  std::vector<CountryFeatures> features;
  std::vector<bool> right;
  int gold = 0;  // countries that editors gave, found or not
};

std::vector<float> fit(const std::vector<const Example*>& examples) {
  std::vector<float> weights(kCountryColumns, 0.0f), gradient(kCountryFeatures), squares(kCountryFeatures, 1e-6f);
  for (int epoch = 0; epoch < kEpochs; ++epoch) {
    std::fill(gradient.begin(), gradient.end(), 0.0f);
    float count = 0;
    for (const Example* example : examples)
      for (std::size_t i = 0; i < example->features.size(); ++i) {
        float odds = 0;
        for (std::size_t f = 0; f < kCountryFeatures; ++f) odds += weights[f] * example->features[i][f];
        const float slope = 1 / (1 + std::exp(-odds)) - (example->right[i] ? 1.0f : 0.0f);
        for (std::size_t f = 0; f < kCountryFeatures; ++f) gradient[f] += slope * example->features[i][f];
        count += 1;
      }
    for (std::size_t f = 0; f < kCountryFeatures; ++f) {
      const float g = gradient[f] / count + kRegularization * weights[f];
      squares[f] += g * g;
      weights[f] -= kRate * g / std::sqrt(squares[f]);
    }
  }
  return weights;
}

struct Tally {
  int gold = 0, focus = 0, right = 0, stories = 0, top = 0;
  double f1() const { return 2.0 * right / std::max(1, gold + focus); }
};

void count(const Example& example, const std::vector<float>& weights, float threshold, Tally& tally) {
  float best = -1;
  bool top = false;
  tally.gold += example.gold;
  ++tally.stories;
  for (std::size_t i = 0; i < example.features.size(); ++i) {
    float odds = 0;
    for (std::size_t f = 0; f < kCountryFeatures; ++f) odds += weights[f] * example.features[i][f];
    const float p = 1 / (1 + std::exp(-odds));
    if (p > best) {
      best = p;
      top = example.right[i];
    }
    if (p <= threshold) continue;
    ++tally.focus;
    if (example.right[i]) ++tally.right;
  }
  if (top) ++tally.top;
}

std::vector<Example> read_examples(const std::vector<std::string>& folders, const Lexicon& lexicon) {
  std::vector<Example> examples;
  for (const std::string& folder : folders)
    for (const GoldStory& gold : read_gold_stories(folder, lexicon, kPlaces)) {
      const std::vector<Country> countries = collect_countries(gold.story, gold.candidates, lexicon);
      Example example{read_countries(gold.story, countries), {}, static_cast<int>(gold.countries.size())};
      for (const Country& country : countries)
        example.right.push_back(std::find(gold.countries.begin(), gold.countries.end(), country.code) !=
                                gold.countries.end());
      examples.push_back(std::move(example));
    }
  return examples;
}

void print(std::string_view what, float threshold, const Tally& tally) {
  fmt::print("{} threshold {:.2f}: focus_f1 {:.4f} top1 {:.4f}\n", what, threshold, tally.f1(),
             1.0 * tally.top / std::max(1, tally.stories));
}

void run(const std::string& out_path, const std::vector<std::string>& folders) {
  const Lexicon lexicon(embedded_bytes());
  const std::vector<Example> examples = read_examples(folders, lexicon);
  const auto pick = [&](auto wanted) {
    std::vector<const Example*> picked;
    for (std::size_t i = 0; i < examples.size(); ++i)
      if (wanted(static_cast<int>(i % kFolds))) picked.push_back(&examples[i]);
    return picked;
  };
  const float thresholds[] = {0.3f, 0.35f, 0.4f, 0.45f, 0.5f, 0.55f};
  std::vector<Tally> tallies(std::size(thresholds));
  for (int left_out = 0; left_out < kFolds; ++left_out) {
    const std::vector<float> weights = fit(pick([&](int fold) { return fold != left_out; }));
    for (const Example* example : pick([&](int fold) { return fold == left_out; }))
      for (std::size_t i = 0; i < tallies.size(); ++i) count(*example, weights, thresholds[i], tallies[i]);
  }
  std::size_t best = 0;
  for (std::size_t i = 0; i < tallies.size(); ++i) {
    print("cross-validated,", thresholds[i], tallies[i]);
    if (tallies[i].f1() > tallies[best].f1()) best = i;
  }
  std::vector<float> weights = fit(pick([](int) { return true; }));
  weights[kCountryFeatures] = thresholds[best];
  Tally own;
  for (const Example& example : examples) count(example, weights, thresholds[best], own);
  print("on its training data,", thresholds[best], own);
  write_file(out_path, LinearModel::write(kCountryFeatureSet, weights, 1));
}

}  // namespace
}  // namespace wirecut

int main(int argc, char** argv) {
  if (argc < 3) {
    fmt::print(stderr, "usage: train_countries OUT_FILE SET_DIR...\n");
    return 2;
  }
  return wirecut::run_tool("train_countries", [&] { wirecut::run(argv[1], {argv + 2, argv + argc}); });
}
