// Packs the tables of data/gazetteer and the names of countries into the form that lexicon/gazetteer.h reads.
#pragma once

#include <filesystem>
#include <string>

namespace wirecut {

// `data` is the data folder. Empty where it has no gazetteer; throws std::runtime_error naming file and line on a bad
// row.
std::string pack_gazetteer(const std::filesystem::path& data);

}  // namespace wirecut
