#include "quote_scoring.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace wirecut {
namespace {

bool is_scored(const Token& token) { return token.kind == TokenKind::word || token.kind == TokenKind::number; }

Words words_in(const Story& story, Span span) {
  Words words;
  auto at = std::partition_point(story.tokens.begin(), story.tokens.end(),
                                 [&](const Token& t) { return t.span.end <= span.start; });
  for (; at != story.tokens.end() && at->span.start < span.end; ++at)
    if (is_scored(*at)) words.push_back(static_cast<std::uint32_t>(at - story.tokens.begin()));
  return words;
}

void drop_leading_that(const Story& story, Words& words) {
  if (words.size() > 1 && story.tokens[words.front()].lower_hash == hash_word("that")) words.erase(words.begin());
}

Words words_of(const Story& story, const std::vector<Span>& spans) {
  Words words;
  for (Span span : spans) {
    const Words more = words_in(story, span);
    words.insert(words.end(), more.begin(), more.end());
  }
  return words;
}

QuoteType type_of(const Story& story, const QuoteItems& items, const Words& words) {
  std::size_t quoted = 0;
  for (std::uint32_t word : words) {
    const Span span = story.tokens[word].span;
    const auto at = std::partition_point(items.stretches.begin(), items.stretches.end(),
                                         [&](const MarkedStretch& s) { return s.outer.end <= span.start; });
    quoted += at != items.stretches.end() && at->inner.contains(span) ? 1 : 0;
  }
  return quoted == 0 ? QuoteType::indirect : quoted == words.size() ? QuoteType::direct : QuoteType::mixed;
}

// The largest share of `words` that one of `others` has too.
double covered(const Words& words, const std::vector<Scored>& others) {
  std::size_t most = 0;
  for (const Scored& other : others) most = std::max(most, count_shared(words, other.content));
  return words.empty() ? 0 : static_cast<double>(most) / static_cast<double>(words.size());
}

// Of `gold`, the one that shares most words with `found`; null where none shares any.
const Scored* most_overlapped(const Scored& found, const std::vector<Scored>& gold) {
  const Scored* best = nullptr;
  std::size_t most = 0;
  for (const Scored& one : gold) {
    const std::size_t both = count_shared(one.content, found.content);
    if (both <= most) continue;
    most = both;
    best = &one;
  }
  return best;
}

// Changes each tally that the attribution counts in.
template <class Change>
void count(const Scored& one, Score& score, Change change) {
  change(score.types[static_cast<std::size_t>(one.type)]);
  change(score.all);
  if (one.core) change(score.core);
}

}  // namespace

std::size_t count_shared(const Words& a, const Words& b) {
  std::size_t count = 0;
  for (std::uint32_t word : a) count += std::binary_search(b.begin(), b.end(), word) ? 1 : 0;
  return count;
}

double jaccard(const Words& a, const Words& b) {
  const std::size_t both = count_shared(a, b);
  return both == 0 ? 0 : static_cast<double>(both) / static_cast<double>(a.size() + b.size() - both);
}

bool speaker_fits(const Scored& gold, const Scored& found) {
  if (gold.source.empty()) return found.source.empty();
  if (found.source.empty() || found.source.size() > 2 * gold.source.size() + 6 ||
      count_shared(found.source, gold.source) == 0)
    return false;
  return gold.heads.empty() || count_shared(found.source, gold.heads) > 0;
}

std::vector<Scored> gold_in_words(const GoldStory& story) {
  std::vector<Scored> all;
  for (const GoldQuote& quote : story.quotes) {
    Scored& one = all.emplace_back();
    one.content = words_of(story.story, quote.content);
    drop_leading_that(story.story, one.content);
    one.source = words_of(story.story, quote.source);
    one.heads = words_of(story.story, quote.heads);
    one.core = quote.core;
    one.type = type_of(story.story, story.items, one.content);
  }
  return all;
}

Scored in_words(const GoldStory& story, std::span<const Item> items, const Attribution& attribution) {
  Scored one;
  const auto add = [&](ItemRange range, Words& words) {
    for (std::uint32_t i = range.first; i < range.end; ++i)
      for (std::uint32_t t = items[i].first_token; t < items[i].end_token; ++t)
        if (is_scored(story.story.tokens[t])) words.push_back(t);
  };
  for (std::size_t c = 0; c < attribution.content_count; ++c) add(attribution.contents[c], one.content);
  drop_leading_that(story.story, one.content);
  if (attribution.has_source()) add(attribution.source, one.source);
  one.type = type_of(story.story, story.items, one.content);
  return one;
}

Scored in_words(const GoldStory& story, const Quote& quote) {
  Scored one;
  one.content = words_of(story.story, quote.spans);
  drop_leading_that(story.story, one.content);
  if (quote.speaker) one.source = words_in(story.story, quote.speaker->span);
  one.type = type_of(story.story, story.items, one.content);
  return one;
}

double Score::overlap() const {
  if (all.gold == 0 || all.found == 0) return 0;
  const double precision = covered_found / all.found, recall = covered_gold / all.gold;
  return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
}

void tally(const std::vector<Scored>& gold, const std::vector<Scored>& found, Score& score) {
  std::vector<std::tuple<double, std::size_t, std::size_t>> pairs;
  for (std::size_t g = 0; g < gold.size(); ++g)
    for (std::size_t f = 0; f < found.size(); ++f)
      if (const double fit = jaccard(gold[g].content, found[f].content); fit > 0) pairs.emplace_back(-fit, g, f);
  std::sort(pairs.begin(), pairs.end());
  std::vector<const Scored*> gold_of(found.size());
  std::vector<bool> used(gold.size());
  for (const Scored& one : gold) count(one, score, [](Tally& to) { ++to.gold; });
  for (const auto& [fit, g, f] : pairs) {
    if (used[g] || gold_of[f] != nullptr) continue;
    used[g] = true;
    gold_of[f] = &gold[g];
    if (fit > -0.8) continue;
    count(gold[g], score, [](Tally& to) { ++to.content; });
    if (speaker_fits(gold[g], found[f])) count(gold[g], score, [](Tally& to) { ++to.joint; });
  }
  for (std::size_t f = 0; f < found.size(); ++f) {
    // One without a gold of its own counts as what it overlaps most, though that is another's.
    if (gold_of[f] == nullptr) gold_of[f] = most_overlapped(found[f], gold);
    count(gold_of[f] != nullptr ? *gold_of[f] : found[f], score, [](Tally& to) { ++to.found; });
    score.covered_found += covered(found[f].content, gold);
  }
  for (const Scored& one : gold) score.covered_gold += covered(one.content, found);
}

void print_score(std::string_view name, const Score& score) {
  std::string line(name);
  const auto add = [&](std::string_view what, const Tally& tally) {
    line += fmt::format("  {} {:.4f}/{:.4f}", what, tally.f1(tally.joint), tally.f1(tally.content));
  };
  add("direct", score.types[static_cast<std::size_t>(QuoteType::direct)]);
  add("mixed", score.types[static_cast<std::size_t>(QuoteType::mixed)]);
  add("indirect", score.types[static_cast<std::size_t>(QuoteType::indirect)]);
  add("all", score.all);
  add("core", score.core);
  fmt::print("{}  overlap {:.4f}\n", line, score.overlap());
}

}  // namespace wirecut
