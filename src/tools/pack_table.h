// Packs one .tsv file of data/lexicon into the form that lexicon/table.h reads.
#pragma once

#include <string>
#include <string_view>

namespace wirecut {

// `text` is the whole file; lines that open with "#" are comments. Rows must have the same number of columns and be
// sorted by their first one, byte by byte. Throws std::runtime_error naming `name` and the line where they don't.
std::string pack_table(std::string_view text, std::string_view name);

}  // namespace wirecut
