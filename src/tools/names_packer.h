// Packs what was learnt as data/model/names.bin (layout: tagger/names_model.h).
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "names_learner.h"
#include "tagger/names.h"

namespace wirecut {

struct Trained {
  std::vector<std::pair<std::uint64_t, Weights>> features;
  Transitions transitions[2]{};
};

std::int16_t quantize(float value);  // in units of 1 / kNameUnit

// Which of the features find room in a model of `bucket_count` buckets; the strongest come first.
std::vector<bool> find_room(const std::vector<std::pair<std::uint64_t, Weights>>& features, std::uint32_t bucket_count);

std::string pack_names(const Trained& trained, const std::vector<NamesWord>& vocabulary, std::uint32_t bucket_count);

}  // namespace wirecut
