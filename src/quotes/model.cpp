#include "quotes/model.h"

#include <cstring>
#include <stdexcept>

namespace wirecut {

QuoteModel::QuoteModel(std::string_view section) {
  if (section.empty()) return;
  if (section.size() != quote_model_size())
    throw std::runtime_error("the quote model has another size than this program's");
  std::memcpy(&header, section.data(), sizeof header);
  if (std::memcmp(header.magic, kQuoteModelMagic, sizeof kQuoteModelMagic) != 0)
    throw std::runtime_error("the quote model has another format");
  if (header.feature_version != kQuoteFeatureVersion)
    throw std::runtime_error("the quote model was trained for other features: run train_quotes");
  const char* at = section.data() + sizeof header;
  labels.transitions = reinterpret_cast<const Transitions*>(at);
  at += sizeof(Transitions);
  roles.transitions = reinterpret_cast<const Transitions*>(at);
  at += sizeof(Transitions);
  judge = reinterpret_cast<const float*>(at);
  at += kJudgeBuckets * sizeof(float);
  labels.weights = reinterpret_cast<const std::uint8_t*>(at);
  roles.weights = labels.weights + kLabelRows * kLanes;
  ready = true;
}

}  // namespace wirecut
