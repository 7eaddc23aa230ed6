// The learner of the name tagger: an averaged structured perceptron over runs of tokens.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "tagger/names.h"

namespace wirecut {

using Weights = std::array<float, kNameLanes>;  // of the labels but O, less O's

// Numbers for features in the order in which they are first met.
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

  // Keeps features seen `min_count` times; returns the new number of each old one, or kDropped.
  std::vector<std::uint32_t> drop_rare(std::uint32_t min_count) {
    std::vector<bool> kept;
    for (std::uint32_t count : counts_) kept.push_back(count >= min_count);
    return keep(kept);
  }

  // The same for those marked in `kept`. No feature can be added afterwards.
  std::vector<std::uint32_t> keep(const std::vector<bool>& kept) {
    std::vector<std::uint32_t> new_ids(hashes_.size(), kDropped);
    std::vector<std::uint64_t> hashes;
    for (std::size_t i = 0; i < hashes_.size(); ++i) {
      if (!kept[i]) continue;
      new_ids[i] = static_cast<std::uint32_t>(hashes.size());
      hashes.push_back(hashes_[i]);
    }
    hashes_ = std::move(hashes);
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

// A run of tokens that is decoded by itself.
struct Example {
  std::uint32_t story = 0;
  std::uint32_t first_token = 0;  // in Examples::gold and so on
  std::uint32_t token_count = 0;
  std::uint32_t first_position = 0;  // in NameStory::tokens
  bool is_followed = false;          // by a token of its sentence, which is no name
  float weight = 1;                  // how much its mistakes count
};

// The tokens of all runs one after another, with their features.
struct Examples {
  std::vector<Example> runs;
  std::vector<std::uint32_t> feature_from{0};  // one more than tokens
  std::vector<std::uint32_t> features;
  std::vector<NameLabel> gold;

  std::span<const std::uint32_t> of(std::size_t token) const {
    return std::span(features).subspan(feature_from[token], feature_from[token + 1] - feature_from[token]);
  }

  // Gives the features their new numbers; those renamed kDropped are gone.
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

using Transitions = std::array<std::array<float, kNameLabels>, kNameLabels>;

struct Parameters {
  std::vector<Weights> weights;
  Transitions transitions{};
};

// Adds the scores of a run's tokens, relative to O.
void add_scores(const Examples& examples, const Example& run, const std::vector<Weights>& weights,
                std::vector<Weights>& scores);

// The best labels of a run. `gold`: its right labels, every other of which costs 1; null: as they are.
void decode_run(const std::vector<Weights>& scores, const Example& run, const Transitions& transitions,
                const NameLabel* gold, std::vector<NameLabel>& labels);

struct Schedule {
  int epochs = 8;
  unsigned seed = 1;  // of the order of the data
};

// Scores and transitions that are given and not learnt: of the first pass, when the second is trained.
struct Given {
  const std::vector<Weights>* scores = nullptr;
  const Transitions* transitions = nullptr;
};

// Learns from the runs with these indexes.
Parameters learn(const Examples& examples, std::size_t feature_count, std::vector<std::uint32_t> runs,
                 Schedule schedule, Given given = {});

void add_share(const Parameters& from, float share, Parameters& into);

}  // namespace wirecut
