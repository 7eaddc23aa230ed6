// Gold attributions tied to the items that quotes/ makes of their story: what train_quotes learns from.
#pragma once

#include <string>
#include <vector>

#include "quotes/attributions.h"
#include "quotes/items.h"
#include "wirecut/story.h"

namespace wirecut {

struct GoldQuote {
  std::vector<Span> content, source, heads, cue;  // in bytes; source and heads may be empty
  bool core = true;
  std::uint32_t paragraph = 0;  // of its cue
  ItemRange cue_items;          // all items from here on are of that paragraph
  ItemRange source_items;
  std::vector<ItemRange> content_items;
};

struct GoldStory {
  Story story;
  QuoteItems items;
  std::vector<GoldQuote> quotes;
};

// Reads input.jsonl ({"id", "text"}) and gold.jsonl ({"id", "quotes": [{"content", "source", "heads", "cue"}]}, spans
// in code points) of `folder`, and runs the stages before quotes/ over each story, as the program does. Throws
// std::runtime_error where a file is missing.
std::vector<GoldStory> read_gold(const std::string& folder);

}  // namespace wirecut
