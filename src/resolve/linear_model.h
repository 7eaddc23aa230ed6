// The small linear models of resolve/: rows of weights in one section of the blob, used in place.
#pragma once

#include <cstdint>
#include <cstring>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>

#include "lexicon/hash.h"

namespace wirecut {

// The file: this header, then rows x columns floats. `names` is hash_word() of the features' names, so that weights of
// another feature set are refused.
struct LinearModelHeader {
  char magic[8];
  std::uint64_t names;
  std::uint32_t rows;
  std::uint32_t columns;
};
inline constexpr char kLinearModelMagic[8] = {'W', 'C', 'L', 'I', 'N', '0', '1', '\0'};

class LinearModel {
 public:
  LinearModel() = default;  // empty() and nothing to ask

  // An empty section gives an empty model; throws std::runtime_error where it is damaged or of other features.
  LinearModel(std::string_view section, std::string_view feature_names, std::uint32_t columns) {
    if (section.empty()) return;
    LinearModelHeader header;
    if (section.size() < sizeof header) throw std::runtime_error("a linear model is cut short");
    std::memcpy(&header, section.data(), sizeof header);
    if (std::memcmp(header.magic, kLinearModelMagic, sizeof kLinearModelMagic) != 0 ||
        header.names != hash_word(feature_names) || header.columns != columns ||
        section.size() != sizeof header + std::size_t{header.rows} * header.columns * sizeof(float))
      throw std::runtime_error("a linear model doesn't fit this program: train it anew");
    weights_ = reinterpret_cast<const float*>(section.data() + sizeof header);
    rows_ = header.rows;
    columns_ = header.columns;
  }

  bool empty() const { return rows_ == 0; }
  std::span<const float> row(std::uint32_t index) const { return {weights_ + std::size_t{index} * columns_, columns_}; }

  // The bytes of a model file.
  static std::string write(std::string_view feature_names, std::span<const float> weights, std::uint32_t rows) {
    LinearModelHeader header{};
    std::memcpy(header.magic, kLinearModelMagic, sizeof kLinearModelMagic);
    header.names = hash_word(feature_names);
    header.rows = rows;
    header.columns = static_cast<std::uint32_t>(weights.size() / rows);
    std::string out(reinterpret_cast<const char*>(&header), sizeof header);
    return out.append(reinterpret_cast<const char*>(weights.data()), weights.size_bytes());
  }

 private:
  const float* weights_ = nullptr;
  std::uint32_t rows_ = 0;
  std::uint32_t columns_ = 0;
};

}  // namespace wirecut
