#include "names_learner.h"

#include <algorithm>
#include <cstdio>
#include <random>

namespace wirecut {
namespace {

class Learner {
 public:
  Learner(const Examples& examples, std::size_t feature_count, Given given) : examples_(examples), given_(given) {
    now_.weights.resize(feature_count);
    sum_.weights.resize(feature_count);
  }

  Parameters train(std::vector<std::uint32_t> runs, Schedule schedule) {
    std::mt19937 random(schedule.seed);
    std::vector<NameLabel> labels;
    std::vector<Weights> scores;
    double time = 1;
    for (int epoch = 0; epoch < schedule.epochs; ++epoch) {
      // Not std::shuffle: its result isn't the same with every library.
      for (std::size_t i = runs.size(); i > 1; --i) std::swap(runs[i - 1], runs[random() % i]);
      std::size_t wrong = 0;
      for (std::uint32_t r : runs) {
        const Example& run = examples_.runs[r];
        begin_scores(run, scores);
        add_scores(examples_, run, now_.weights, scores);
        decode_run(scores, run, all_transitions(), &examples_.gold[run.first_token], labels);
        wrong += update(run, labels, static_cast<float>(time));
        time += 1;
      }
      std::fprintf(stderr, "  epoch %d: %zu tokens wrong\n", epoch + 1, wrong);
    }
    return average(static_cast<float>(time));
  }

 private:
  void begin_scores(const Example& run, std::vector<Weights>& scores) const {
    scores.assign(run.token_count, Weights{});
    if (given_.scores == nullptr) return;
    for (std::uint32_t i = 0; i < run.token_count; ++i) scores[i] = (*given_.scores)[run.first_token + i];
  }

  const Transitions& all_transitions() {
    if (given_.transitions == nullptr) return now_.transitions;
    for (std::size_t a = 0; a < kNameLabels; ++a)
      for (std::size_t b = 0; b < kNameLabels; ++b) both_[a][b] = now_.transitions[a][b] + (*given_.transitions)[a][b];
    return both_;
  }

  std::size_t update(const Example& run, const std::vector<NameLabel>& labels, float time) {
    const NameLabel* gold = &examples_.gold[run.first_token];
    std::size_t wrong = 0;
    NameLabel gold_before = kOutside, before = kOutside;
    for (std::uint32_t i = 0; i < run.token_count; ++i) {
      if (gold[i] != labels[i]) {
        ++wrong;
        for (std::uint32_t f : examples_.of(run.first_token + i)) {
          move(f, gold[i], run.weight, time);
          move(f, labels[i], -run.weight, time);
        }
      }
      if (gold[i] != labels[i] || gold_before != before) {
        step(gold_before, gold[i], run.weight, time);
        step(before, labels[i], -run.weight, time);
      }
      gold_before = gold[i];
      before = labels[i];
    }
    if (run.is_followed && gold_before != before) {
      step(gold_before, kOutside, run.weight, time);
      step(before, kOutside, -run.weight, time);
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
  const Given given_;
  Parameters now_, sum_;
  Transitions both_{};
};

}  // namespace

void add_scores(const Examples& examples, const Example& run, const std::vector<Weights>& weights,
                std::vector<Weights>& scores) {
  for (std::uint32_t i = 0; i < run.token_count; ++i)
    for (std::uint32_t f : examples.of(run.first_token + i))
      for (std::size_t lane = 0; lane < kNameLanes; ++lane) scores[i][lane] += weights[f][lane];
}

void decode_run(const std::vector<Weights>& scores, const Example& run, const Transitions& transitions,
                const NameLabel* gold, std::vector<NameLabel>& labels) {
  const std::uint32_t count = run.token_count;
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
      if (gold != nullptr && gold[i] != label) next[label] += 1;
    }
    row = next;
  }
  if (run.is_followed)
    for (NameLabel label = 0; label < kNameLabels; ++label) row[label] += transitions[label][kOutside];
  NameLabel best = kOutside;
  for (NameLabel label = 0; label < kNameLabels; ++label)
    if (!leaves_open(label) && row[label] > row[best]) best = label;
  for (std::uint32_t i = count; i-- > 0;) {
    labels[i] = best;
    best = back[i][best];
  }
}

Parameters learn(const Examples& examples, std::size_t feature_count, std::vector<std::uint32_t> runs,
                 Schedule schedule, Given given) {
  return Learner(examples, feature_count, given).train(std::move(runs), schedule);
}

void add_share(const Parameters& from, float share, Parameters& into) {
  into.weights.resize(from.weights.size());
  for (std::size_t f = 0; f < from.weights.size(); ++f)
    for (std::size_t lane = 0; lane < kNameLanes; ++lane) into.weights[f][lane] += share * from.weights[f][lane];
  for (std::size_t a = 0; a < kNameLabels; ++a)
    for (std::size_t b = 0; b < kNameLabels; ++b) into.transitions[a][b] += share * from.transitions[a][b];
}

}  // namespace wirecut
