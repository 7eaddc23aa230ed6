// Scores attributions against gold, as the words that they hold: what train_quotes measures itself by.
//   content  Jaccard of the words >= 0.8, one gold attribution to one found
//   joint    content, and the speaker shares a word with the heads of the gold source
//   overlap  of each gold attribution the best share that one found covers (recall), and the other way round
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "quote_gold.h"
#include "quotes/attributions.h"
#include "wirecut/story.h"

namespace wirecut {

using Words = std::vector<std::uint32_t>;  // indices of the tokens that are words or numbers, sorted

// An attribution, found or gold, as words.
struct Scored {
  Words content, source, heads;
  bool core = true;  // of gold: its file says so
  QuoteType type = QuoteType::direct;
};

// As words, without a "that" in front: the gold of a story; what the models propose, in items of its paragraph; what
// the program finds. `heads` is of gold only.
std::vector<Scored> gold_in_words(const GoldStory& story);
Scored in_words(const GoldStory& story, std::span<const Item> items, const Attribution& attribution);
Scored in_words(const GoldStory& story, const Quote& quote);

std::size_t count_shared(const Words& a, const Words& b);

// The share of the words of either that both have; 0 where both are empty.
double jaccard(const Words& a, const Words& b);

// Whether the speaker found is the gold's: it shares a word with the heads, or with the source where there are none,
// and is not much longer. None fits none.
bool speaker_fits(const Scored& gold, const Scored& found);

// Counts of attributions. `content` and `joint`: pairs of gold and found that agree, as above.
struct Tally {
  double gold = 0, found = 0, content = 0, joint = 0;
  double f1(double hits) const { return gold + found == 0 ? 0 : 2 * hits / (gold + found); }
};

struct Score {
  Tally types[3], all, core;                   // types: by QuoteType
  double covered_gold = 0, covered_found = 0;  // sums of the shares that count as overlap
  double overlap() const;
};

// Adds the figures of one story.
void tally(const std::vector<Scored>& gold, const std::vector<Scored>& found, Score& score);

// One line: joint and content F1 by type, of all and of core; overlap F1.
void print_score(std::string_view name, const Score& score);

}  // namespace wirecut
