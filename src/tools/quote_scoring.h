// Scores attributions against gold, as the words that they hold: what train_quotes measures itself by.
//   content  Jaccard of the words >= 0.8, one gold attribution to one found
//   joint    content, and the speaker shares a word with the heads of the gold source
//   overlap  of each gold attribution the best share that one found covers (recall), and the other way round
#pragma once

#include <string_view>
#include <vector>

#include "quote_gold.h"

namespace wirecut {

using Words = std::vector<std::uint32_t>;  // token indices, sorted

// An attribution, found or gold, as words.
struct Scored {
  Words content, source, heads;
  bool core = true;
  int type = 0;  // 0 direct, 1 mixed, 2 indirect
};

std::vector<Scored> score_gold(const GoldStory& story);
Scored score_attribution(const GoldStory& story, std::span<const Item> items, const Attribution& attribution);
Scored score_quote(const GoldStory& story, const Quote& quote);

std::size_t count_shared(const Words& a, const Words& b);
double jaccard(const Words& a, const Words& b);
bool speaker_fits(const Scored& gold, const Scored& found);

struct Tally {
  double gold = 0, found = 0, content = 0, joint = 0;
  double f1(double hits) const { return gold + found == 0 ? 0 : 2 * hits / (gold + found); }
};

struct Score {
  Tally types[3], all, core;
  double covered_gold = 0, covered_found = 0;  // sums of the shares that count as overlap
  double overlap() const;
};

// Adds the figures of one story.
void tally(const std::vector<Scored>& gold, const std::vector<Scored>& found, Score& score);

// One line: joint and content F1 by type, of all and of core; overlap F1.
void print_score(std::string_view name, const Score& score);

}  // namespace wirecut
