// Trains the model that chooses the reading of each place candidate (resolve/places.cpp).
//   train_places OUT_FILE SET_DIR...        each SET_DIR holds input.jsonl and gold.jsonl with toponyms, or
//                                          with the countries of each story: those teach which cities need no state
// A softmax over the readings of a candidate and "no place", by full-batch Adagrad, twice: the second pass sees what
// the first made of the neighbours. Prints the figures of five-fold cross-validation over stories, then those of the
// model that it writes, on its own training data. No randomness: the same sets give the same bytes.

#include <fmt/format.h>
#include <algorithm>
#include <cmath>
#include <cstdio>

#include "gold_stories.h"
#include "resolve/place_features.h"
#include "run_tool.h"

namespace wirecut {
namespace {

constexpr int kFolds = 5;
constexpr int kEpochs = 250;
constexpr float kFamousWeight = 0.1f;  // of an example that only its story's countries vouch for
constexpr double kTie = 0.001;         // of the sum of the sets' F1
constexpr float kRate = 0.15f;
constexpr float kRegularization = 2e-4f;

// A candidate for training: the features of its readings, and which of them gold has; none: it is no place.
struct Example {
  std::vector<PlaceFeatures> features;
  std::vector<bool> right;
  bool is_place = false;
  float weight = 1;
};

using Weights = std::vector<float>;  // kPlaceColumns

struct Model {
  Weights first, second;
};

const GoldToponym* gold_at(const GoldStory& story, Span span) {
  const GoldToponym* best = nullptr;
  for (const GoldToponym& toponym : story.toponyms) {
    if (toponym.span == span) return &toponym;
    if (toponym.span.overlaps(span) && (best == nullptr || best->optional)) best = &toponym;
  }
  return best;
}

bool is_near(const GazetteerEntry& entry, const GoldToponym& gold, double km) {
  return gold.latitude && entry.latitude &&
         distance_km(*gold.latitude, *gold.longitude, *entry.latitude, *entry.longitude) <= km;
}

std::vector<PlaceFeatures> list_features(const PlaceReadings& readings) {
  std::vector<PlaceFeatures> all;
  for (std::size_t i = 0; i < readings.entries.size(); ++i) all.push_back(list_features(readings, i));
  return all;
}

// Empty: the candidate teaches nothing.
std::optional<Example> make_example(const GoldStory& story, std::size_t candidate, const PlaceReadings& readings) {
  Example example;
  example.features = list_features(readings);
  example.right.assign(readings.entries.size(), false);
  const GoldToponym* gold = gold_at(story, story.candidates[candidate].span);
  if (gold == nullptr) return example;
  if (gold->optional) return std::nullopt;
  const auto mark = [&](auto is_right) {
    for (std::size_t i = 0; i < readings.entries.size(); ++i)
      if (is_right(readings.entries[i])) example.right[i] = example.is_place = true;
  };
  if (gold->country.empty()) {
    mark([&](const GazetteerEntry& entry) { return entry.country.empty(); });
    if (!example.is_place) return std::nullopt;
    return example;
  }
  const auto fits = [&](const GazetteerEntry& entry) { return entry.country == gold->country; };
  if (gold->is_country)
    mark([&](const GazetteerEntry& entry) { return fits(entry) && entry.kind == PlaceKind::country; });
  for (double km : {40.0, 161.0})
    if (!example.is_place) mark([&](const GazetteerEntry& entry) { return fits(entry) && is_near(entry, *gold, km); });
  if (!example.is_place) mark(fits);
  return example;
}

// Of a story of which only the countries are known: a famous city in one of them is meant. Empty: that says nothing.
std::optional<Example> make_famous_example(const GoldStory& story, std::optional<std::uint32_t> alone,
                                           const PlaceReadings& readings) {
  Example example;
  example.weight = kFamousWeight;
  example.features = list_features(readings);
  for (const GazetteerEntry& entry : readings.entries) {
    const bool known =
        std::find(story.countries.begin(), story.countries.end(), entry.country) != story.countries.end();
    example.right.push_back(known && alone == entry.place);
    example.is_place |= example.right.back();
  }
  return example.is_place ? std::optional(std::move(example)) : std::nullopt;
}

std::vector<Example> make_examples(const GoldStory& story, const PlaceContext& context) {
  std::vector<Example> examples;
  PlaceReadings readings;
  for (std::size_t i = 0; i < story.candidates.size(); ++i) {
    const PlaceEvidence evidence = story.candidates[i].evidence;
    if (evidence == PlaceEvidence::demonym || evidence == PlaceEvidence::alias) continue;
    context.read(i, readings);
    context.add_neighbours(i, readings);
    auto example = story.countries.empty() ? make_example(story, i, readings)
                                           : make_famous_example(story, context.alone(i), readings);
    if (example) examples.push_back(std::move(*example));
  }
  return examples;
}

float score(const Weights& weights, const PlaceFeatures& features) {
  float sum = 0;
  for (std::size_t f = 0; f < kPlaceFeatures; ++f) sum += weights[f] * features[f];
  return sum;
}

// Adds the gradient of -log P(a right reading) to `gradient`.
void add_gradient(const Example& example, const Weights& weights, std::vector<float>& gradient) {
  std::vector<float> p(example.features.size() + 1, 1.0f);  // the last one: no place, of score 0
  float total = 1, right = example.is_place ? 0.0f : 1.0f;
  for (std::size_t i = 0; i < example.features.size(); ++i) {
    p[i] = std::exp(std::min(30.0f, score(weights, example.features[i])));
    total += p[i];
    if (example.right[i]) right += p[i];
  }
  for (std::size_t i = 0; i < example.features.size(); ++i) {
    const float slope = example.weight * (p[i] / total - (example.right[i] ? p[i] / right : 0));
    if (std::abs(slope) < 1e-5f) continue;
    for (std::size_t f = 0; f < kPlaceFeatures; ++f) gradient[f] += slope * example.features[i][f];
  }
}

Weights fit(const std::vector<const Example*>& examples) {
  Weights weights(kPlaceColumns, 0.0f);
  const auto weight_of = [&](ReadingFeature feature) -> float& {
    return weights[kWordFeatures * kPlaceClasses + static_cast<std::size_t>(feature)];
  };
  std::vector<float> gradient(kPlaceFeatures), squares(kPlaceFeatures, 1e-6f);
  for (int epoch = 0; epoch < kEpochs; ++epoch) {
    std::fill(gradient.begin(), gradient.end(), 0.0f);
    for (const Example* example : examples) add_gradient(*example, weights, gradient);
    for (std::size_t f = 0; f < kPlaceFeatures; ++f) {
      const float g = gradient[f] / static_cast<float>(examples.size()) + kRegularization * weights[f];
      squares[f] += g * g;
      weights[f] -= kRate * g / std::sqrt(squares[f]);
    }
  }
  // No set tells where its publisher lives, so these two are given: enough to turn a tie, not to beat a qualifier.
  weight_of(ReadingFeature::near_country) = 1.5f;
  weight_of(ReadingFeature::near_division) = 3.0f;
  // Nor do papers of one town show what those of the world name: "at his home in Haapsalu", in a story of Estonia.
  weight_of(ReadingFeature::only_in_told_country) = 1.5f;
  return weights;
}

struct Tally {
  int gold = 0, predicted = 0, right = 0, located = 0, near = 0;
  double f1() const { return 2.0 * right / std::max(1, gold + predicted); }
};

// As the scorer counts: one to one by overlap, gold without a country left out.
void count(const GoldStory& story, const std::vector<std::optional<GazetteerEntry>>& chosen, Tally& tally) {
  std::vector<bool> used(chosen.size());
  for (const GoldToponym& gold : story.toponyms) {
    std::size_t best = chosen.size();
    for (std::size_t i = 0; i < chosen.size(); ++i) {
      if (!chosen[i] || used[i] || !story.candidates[i].span.overlaps(gold.span)) continue;
      if (best == chosen.size() || story.candidates[i].span == gold.span) best = i;
    }
    if (best < chosen.size()) used[best] = true;
    if (gold.optional || gold.country.empty()) continue;
    ++tally.gold;
    if (best == chosen.size()) continue;
    ++tally.predicted;
    if (chosen[best]->country == gold.country) ++tally.right;
    if (gold.is_country || !gold.latitude) continue;
    ++tally.located;
    if (is_near(*chosen[best], gold, 161)) ++tally.near;
  }
  for (std::size_t i = 0; i < chosen.size(); ++i)
    if (chosen[i] && !used[i]) ++tally.predicted;
}

class Trainer {
 public:
  Trainer(const std::vector<std::string>& folders, const Lexicon& lexicon) : lexicon_(lexicon) {
    for (const std::string& folder : folders) {
      auto read = read_gold_stories(folder, lexicon, kEntities);
      for (GoldStory& story : read) stories_.push_back(std::move(story));
      set_ends_.push_back(stories_.size());
    }
    for (const GoldStory& story : stories_) first_examples_.push_back(make_examples(story, context_of(story)));
  }

  // Stories of fold `left_out` are not learned from; -1: all are.
  Model train(int left_out) const {
    Model model;
    std::vector<const Example*> examples;
    for (std::size_t i = 0; i < stories_.size(); ++i)
      if (fold_of(i) != left_out)
        for (const Example& example : first_examples_[i]) examples.push_back(&example);
    model.first = fit(examples);
    std::vector<std::vector<Example>> seconds;
    PlaceScratch scratch;
    for (std::size_t i = 0; i < stories_.size(); ++i) {
      if (fold_of(i) == left_out) continue;
      PlaceContext context = context_of(stories_[i]);
      choose_places(context, model.first, model.first, scratch);
      seconds.push_back(make_examples(stories_[i], context));
    }
    examples.clear();
    for (const auto& story : seconds)
      for (const Example& example : story) examples.push_back(&example);
    model.second = fit(examples);
    return model;
  }

  // Adds the figures of each set's stories in `fold` (-1: all).
  void evaluate(const Model& model, int fold, std::vector<Tally>& tallies) const {
    tallies.resize(set_ends_.size());
    PlaceScratch scratch;
    for (std::size_t i = 0, set = 0; i < stories_.size(); ++i) {
      while (i >= set_ends_[set]) ++set;
      if (fold >= 0 && fold_of(i) != fold) continue;
      PlaceContext context = context_of(stories_[i]);
      count(stories_[i], choose_places(context, model.first, model.second, scratch), tallies[set]);
    }
  }

 private:
  static int fold_of(std::size_t story) { return static_cast<int>(story % kFolds); }
  PlaceContext context_of(const GoldStory& story) const { return {story.story, story.candidates, Home{}, lexicon_}; }

  const Lexicon& lexicon_;
  std::vector<GoldStory> stories_;
  std::vector<std::size_t> set_ends_;
  std::vector<std::vector<Example>> first_examples_;
};

void print(const char* what, const std::vector<Tally>& tallies) {
  for (std::size_t i = 0; i < tallies.size(); ++i) {
    const Tally& t = tallies[i];
    fmt::print("{} set {}: joint_f1 {:.4f} p {:.4f} r {:.4f} km161 {:.4f}\n", what, i + 1, t.f1(),
               1.0 * t.right / std::max(1, t.predicted), 1.0 * t.right / std::max(1, t.gold),
               1.0 * t.near / std::max(1, t.located));
  }
}

void run(const std::string& out_path, const std::vector<std::string>& folders) {
  const Lexicon lexicon(embedded_bytes());
  const Trainer trainer(folders, lexicon);
  const float thresholds[] = {-0.8f, -0.4f, -0.2f, -0.1f, 0.0f, 0.1f, 0.2f, 0.4f};
  std::vector<std::vector<Tally>> by_threshold(std::size(thresholds));
  for (int fold = 0; fold < kFolds; ++fold) {
    Model model = trainer.train(fold);
    for (std::size_t i = 0; i < std::size(thresholds); ++i) {
      model.second[kPlaceFeatures] = thresholds[i];
      trainer.evaluate(model, fold, by_threshold[i]);
    }
  }
  std::size_t best = 0;
  const auto mean = [&](std::size_t i) {
    double sum = 0;
    for (const Tally& tally : by_threshold[i]) sum += tally.f1();
    return sum;
  };
  for (std::size_t i = 0; i < std::size(thresholds); ++i) {
    print(fmt::format("cross-validated, threshold {:+.1f},", thresholds[i]).c_str(), by_threshold[i]);
    if (mean(i) > mean(best)) best = i;
  }
  // Of thresholds that are as good, the lowest: it finds the most.
  const double most = mean(best);
  while (best > 0 && mean(best - 1) > most - kTie) --best;
  Model model = trainer.train(-1);
  model.second[kPlaceFeatures] = thresholds[best];
  std::vector<Tally> own;
  trainer.evaluate(model, -1, own);
  print("on its training data,", own);
  Weights both = model.first;
  both.insert(both.end(), model.second.begin(), model.second.end());
  write_file(out_path, LinearModel::write(kPlaceFeatureSet, both, 2));
}

}  // namespace
}  // namespace wirecut

int main(int argc, char** argv) {
  if (argc < 3) {
    fmt::print(stderr, "usage: train_places OUT_FILE SET_DIR...\n");
    return 2;
  }
  return wirecut::run_tool("train_places", [&] { wirecut::run(argv[1], {argv + 2, argv + argc}); });
}
