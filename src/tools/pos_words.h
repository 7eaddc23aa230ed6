// The words that the part-of-speech model knows by themselves: which have one tag only, which set of tags, which class.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "tagged_corpus.h"
#include "tagger/pos_format.h"

namespace wirecut {

using PosWords = std::map<std::string, PosWordSlot>;

// From the examples' tags, and the `class_words` first words of the file `classes` (none: no classes).
PosWords build_words(const std::vector<Example>& examples, const std::string& classes, std::size_t class_words);

// The slots as the packed model has them. The words that the examples use most stand where the search for them begins.
std::string pack_words(const PosWords& slots, const std::vector<Example>& examples);

}  // namespace wirecut
