// What the name tagger learns from: stories with gold names, and the vocabulary of word classes.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "lexicon/lexicon.h"
#include "tagger/names.h"
#include "wirecut/story.h"

namespace wirecut {

struct GoldName {
  Span span;
  EntityType type;
  bool operator==(const GoldName&) const = default;
};

struct GoldStory {
  Story story;
  std::vector<GoldName> names;
};

// The stories of FOLDER/input.jsonl ({"id", "text"}) as the tagger gets them, with the names of FOLDER/gold.jsonl
// ({"id", "entities": [{"start", "end", "type"}]}, offsets in code points). Throws std::runtime_error where there are
// none.
std::vector<GoldStory> read_gold_stories(const std::string& folder, const Lexicon& lexicon);

// Gold labels at the positions of NameStory::tokens. A name that ends inside a token ("South Africa" in "South
// Africa-based") makes one of the whole of its tokens, of type misc, as CoNLL-2003 has it; `lost` counts these.
std::vector<NameLabel> project_labels(const GoldStory& gold, std::size_t positions, std::size_t& lost);

// A story to learn from, and as the tagger sees it.
struct TrainStory {
  GoldStory gold;
  NameStory names;
};

// Words by the checks of their forms.
using Vocabulary = std::map<std::uint32_t, NamesWord>;

// From a file of words by falling frequency: word, three classes (of 100, 500 and 2,000), tab-separated. No path: an
// empty vocabulary.
Vocabulary read_vocabulary(const std::string& path, const Lexicon& lexicon);

// Notes of each word of the stories' gold in which names it was seen; stories[i].names is read already.
void learn_uses(const std::vector<TrainStory>& stories, Vocabulary& vocabulary);

// The slots of the packed model.
std::vector<NamesWord> vocabulary_slots(const Vocabulary& vocabulary);

}  // namespace wirecut
