// Trains a chain model (quotes/chain.h) as a conditional random field: stochastic gradient with Adagrad, one sequence
// an update, the weights averaged over the second half of the epochs, then rounded to the bytes that the program reads.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <random>
#include <vector>

#include "quotes/chain.h"
#include "quotes/rows.h"

namespace wirecut {

// One item of a training sequence.
struct TrainingItem {
  FeatureList features;
  std::uint8_t gold = 0;
  std::uint8_t state = 0;
  bool fixed = false;           // only `outside` is possible
  std::uint8_t allowed = 0xFF;  // bit a label
};

// A chain model that owns its weights.
struct OwnedChain {
  std::vector<std::uint8_t> weights;
  Transitions transitions;
  ChainModel view() const { return {weights.data(), &transitions}; }
};

struct ChainRates {
  float step = 0.02F;
  float dropout = 0.1F;   // the share of features left out of an update
  float decay = 0.0005F;  // pulls the weights of an update's features to 0
};

class ChainTrainer {
 public:
  static constexpr float kScale = 32;  // units of the packed weights a nat

  ChainTrainer(ChainShape shape, std::size_t rows, const ChainRates& rates)
      : labels_(shape.labels), rates_(rates), weights_(rows * kLanes), squares_(rows * kLanes), sums_(rows * kLanes) {}

  // One update, of which some features are left out by chance; returns the log-likelihood of the sequence before it.
  double learn(std::vector<TrainingItem> sequence) {
    const std::size_t count = sequence.size();
    for (TrainingItem& item : sequence) drop_some(item.features);
    if (count == 0) return 0;
    emit(sequence);
    for (std::size_t s = 0; s < kTransitionStates; ++s)
      for (std::size_t a = 0; a < labels_; ++a)
        for (std::size_t b = 0; b < labels_; ++b)
          factors_[s][a][b] = may_follow(a, b) ? std::exp(transitions_[s][a][b]) : 0.0;
    forward_.assign(count * kLanes, 0);
    backward_.assign(count * kLanes, 0);
    scales_.assign(count, 0);
    double log_total = 0;
    for (std::size_t i = 0; i < count; ++i) {
      double total = 0;
      for (std::size_t b = 0; b < labels_; ++b) {
        double sum = 0;
        for (std::size_t a = 0; a < (i == 0 ? 1 : labels_); ++a)
          sum += (i == 0 ? 1.0 : forward_[(i - 1) * kLanes + a]) * factors_[sequence[i].state][a][b];
        total += forward_[i * kLanes + b] = sum * emissions_[i * kLanes + b];
      }
      scales_[i] = total;
      log_total += std::log(total) + offsets_[i];
      for (std::size_t b = 0; b < labels_; ++b) forward_[i * kLanes + b] /= total;
    }
    for (std::size_t b = 0; b < labels_; ++b) backward_[(count - 1) * kLanes + b] = 1;
    for (std::size_t i = count - 1; i-- > 0;)
      for (std::size_t a = 0; a < labels_; ++a) {
        double sum = 0;
        for (std::size_t b = 0; b < labels_; ++b)
          sum += factors_[sequence[i + 1].state][a][b] * emissions_[(i + 1) * kLanes + b] *
                 backward_[(i + 1) * kLanes + b];
        backward_[i * kLanes + a] = sum / scales_[i + 1];
      }
    const double gold = gold_score(sequence);
    update(sequence);
    return gold - log_total;
  }

  void add_to_average() {
    ++averaged_;
    for (std::size_t i = 0; i < weights_.size(); ++i) sums_[i] += weights_[i];
    for (std::size_t s = 0; s < kTransitionStates; ++s)
      for (std::size_t a = 0; a < kLanes; ++a)
        for (std::size_t b = 0; b < kLanes; ++b) transition_sums_[s][a][b] += transitions_[s][a][b];
  }

  // Forgets what was learnt, but for the average: the next order of the data begins at nothing.
  void begin_anew() {
    std::fill(weights_.begin(), weights_.end(), 0.0F);
    std::fill(squares_.begin(), squares_.end(), 0.0F);
    std::memset(transitions_, 0, sizeof transitions_);
    std::memset(transition_squares_, 0, sizeof transition_squares_);
  }

  OwnedChain quantised() const {
    OwnedChain chain;
    chain.weights.resize(weights_.size());
    const float move_scale = kScale / static_cast<float>(std::max(averaged_, 1));
    // Measured: emissions above their true share against the transitions are worth +0.004 core joint F1.
    const float scale = move_scale / (1 - rates_.dropout);
    for (std::size_t i = 0; i < weights_.size(); ++i)
      chain.weights[i] =
          static_cast<std::uint8_t>(kZeroWeight + std::clamp(std::lround(sums_[i] * scale), -127L, 127L));
    for (std::size_t s = 0; s < kTransitionStates; ++s)
      for (std::size_t a = 0; a < kLanes; ++a)
        for (std::size_t b = 0; b < kLanes; ++b)
          chain.transitions.into[s][a][b] = chain.transitions.from[s][b][a] =
              packed_transition(a, b, transition_sums_[s][a][b] * move_scale);
    return chain;
  }

 private:
  std::int16_t packed_transition(std::size_t before, std::size_t label, float weight) const {
    if (before >= labels_ || label >= labels_ || !may_follow(before, label)) return kForbidden;
    return static_cast<std::int16_t>(std::clamp<long>(std::lround(weight), -kMostTransition, kMostTransition));
  }

  void drop_some(FeatureList& features) {
    std::size_t kept = 0;
    for (std::size_t f = 0; f < features.count; ++f)
      if (static_cast<float>(random_() >> 8) * 0x1p-24F >= rates_.dropout) features.rows[kept++] = features.rows[f];
    features.count = kept;
  }

  void emit(const std::vector<TrainingItem>& sequence) {
    const std::size_t count = sequence.size();
    emissions_.assign(count * kLanes, 0);
    offsets_.assign(count, 0);
    raw_.assign(count * kLanes, 0);
    for (std::size_t i = 0; i < count; ++i) {
      float* raw = &raw_[i * kLanes];
      const TrainingItem& item = sequence[i];
      for (std::size_t f = 0; f < item.features.count; ++f) {
        const float* row = &weights_[std::size_t{item.features.rows[f]} * kLanes];
        for (std::size_t b = 0; b < kLanes; ++b) raw[b] += row[b];
      }
      for (std::size_t b = 0; b < kLanes; ++b) raw[b] /= 1 - rates_.dropout;
      const float top = *std::max_element(raw, raw + labels_);
      offsets_[i] = top;
      for (std::size_t b = 0; b < labels_; ++b)
        emissions_[i * kLanes + b] = possible(item, b) ? std::exp(static_cast<double>(raw[b] - top)) + 1e-30 : 0;
    }
  }

  static bool possible(const TrainingItem& item, std::size_t label) {
    return item.fixed ? label == 0 : (item.allowed >> label & 1) != 0;
  }

  double gold_score(const std::vector<TrainingItem>& sequence) const {
    double score = 0;
    std::size_t before = 0;
    for (std::size_t i = 0; i < sequence.size(); ++i) {
      score += static_cast<double>(raw_[i * kLanes + sequence[i].gold] +
                                   transitions_[sequence[i].state][before][sequence[i].gold]);
      before = sequence[i].gold;
    }
    return score;
  }

  void adagrad(float& weight, float& square, float gradient) const {
    square += gradient * gradient;
    weight += rates_.step * gradient / std::sqrt(square + 1e-6F);
  }

  void update(const std::vector<TrainingItem>& sequence) {
    float expected[kTransitionStates][kLanes][kLanes] = {};
    std::size_t before = 0;
    for (std::size_t i = 0; i < sequence.size(); ++i) {
      const TrainingItem& item = sequence[i];
      float gradient[kLanes] = {};
      for (std::size_t b = 0; b < labels_; ++b)
        gradient[b] =
            (item.gold == b ? 1.0F : 0.0F) - static_cast<float>(forward_[i * kLanes + b] * backward_[i * kLanes + b]);
      if (!item.fixed && std::any_of(gradient, gradient + labels_, [](float g) { return std::abs(g) > 1e-3F; }))
        for (std::size_t f = 0; f < item.features.count; ++f) {
          float* row = &weights_[std::size_t{item.features.rows[f]} * kLanes];
          float* squares = &squares_[std::size_t{item.features.rows[f]} * kLanes];
          for (std::size_t b = 0; b < kLanes; ++b) adagrad(row[b], squares[b], gradient[b] - rates_.decay * row[b]);
        }
      for (std::size_t a = 0; a < (i == 0 ? 1 : labels_); ++a)
        for (std::size_t b = 0; b < labels_; ++b)
          expected[item.state][a][b] -=
              static_cast<float>((i == 0 ? 1.0 : forward_[(i - 1) * kLanes + a]) * factors_[item.state][a][b] *
                                 emissions_[i * kLanes + b] * backward_[i * kLanes + b] / scales_[i]);
      expected[item.state][before][item.gold] += 1;
      before = item.gold;
    }
    for (std::size_t s = 0; s < kTransitionStates; ++s)
      for (std::size_t a = 0; a < labels_; ++a)
        for (std::size_t b = 0; b < labels_; ++b)
          if (expected[s][a][b] != 0) adagrad(transitions_[s][a][b], transition_squares_[s][a][b], expected[s][a][b]);
  }

  std::size_t labels_;
  ChainRates rates_;
  std::mt19937 random_{5};
  std::vector<float> weights_, squares_, sums_;
  float transitions_[kTransitionStates][kLanes][kLanes] = {};
  float transition_squares_[kTransitionStates][kLanes][kLanes] = {};
  float transition_sums_[kTransitionStates][kLanes][kLanes] = {};
  double factors_[kTransitionStates][kLanes][kLanes] = {};
  std::vector<double> emissions_, forward_, backward_, scales_, offsets_;
  std::vector<float> raw_;
  int averaged_ = 0;
};

}  // namespace wirecut
