#include "quote_gold.h"

#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <unordered_map>

#include "code_points.h"
#include "wirecut/analyzer.h"

namespace wirecut {
namespace {

std::vector<Span> read_spans(const nlohmann::json& list, const std::vector<std::uint32_t>& offsets) {
  std::vector<Span> spans;
  if (list.is_array())
    for (const auto& pair : list)
      spans.push_back({offsets.at(pair.at(0).get<std::size_t>()), offsets.at(pair.at(1).get<std::size_t>())});
  return spans;
}

// The items of a paragraph that lie in the span, at least by half of their tokens.
ItemRange items_in(const GoldStory& gold, std::span<const Item> items, Span span) {
  ItemRange range;
  bool found = false;
  for (std::uint32_t i = 0; i < items.size(); ++i) {
    std::uint32_t inside = 0, words = 0;
    for (std::uint32_t t = items[i].first_token; t < items[i].end_token; ++t) {
      const Span token = gold.story.tokens[t].span;
      if (items[i].is_unit() && gold.story.tokens[t].kind != TokenKind::word) continue;
      ++words;
      inside += token.overlaps(span) ? 1 : 0;
    }
    if (inside * 2 <= words) continue;
    if (!found) range.first = i;
    range.end = i + 1;
    found = true;
  }
  return range;
}

void locate(GoldStory& gold) {
  for (GoldQuote& quote : gold.quotes) {
    if (quote.cue.empty()) continue;
    for (std::uint32_t p = 0; p < gold.items.paragraphs.size(); ++p) {
      const ItemRange cue = items_in(gold, gold.items.of_paragraph(p), quote.cue.front());
      if (cue.first == cue.end) continue;
      quote.paragraph = p;
      quote.cue_items = cue;
      if (!quote.source.empty()) quote.source_items = items_in(gold, gold.items.of_paragraph(p), quote.source.front());
      for (Span span : quote.content) {
        const ItemRange range = items_in(gold, gold.items.of_paragraph(p), span);
        if (range.first < range.end) quote.content_items.push_back(range);
      }
      break;
    }
  }
}

}  // namespace

std::vector<GoldStory> read_gold(const std::string& folder) {
  std::unordered_map<std::string, nlohmann::json> quotes;
  std::ifstream gold(folder + "/gold.jsonl"), input(folder + "/input.jsonl");
  if (!gold || !input) throw std::runtime_error(folder + ": no gold.jsonl or input.jsonl");
  for (std::string line; std::getline(gold, line);) {
    auto row = nlohmann::json::parse(line);
    quotes[row.at("id").get<std::string>()] = std::move(row.at("quotes"));
  }
  const Analyzer analyzer;
  const auto scratch = analyzer.make_scratch();
  const Lexicon lexicon(embedded_bytes());
  AnalyzeOptions options;
  options.layers = kEntities;
  std::vector<GoldStory> stories;
  for (std::string line; std::getline(input, line);) {
    const auto row = nlohmann::json::parse(line);
    GoldStory& story = stories.emplace_back();
    story.story.id = row.at("id").get<std::string>();
    story.story.text = row.at("text").get<std::string>();
    analyzer.analyze(story.story, options, *scratch);
    build_items(story.story, lexicon, story.items);
    const auto offsets = code_point_offsets(story.story.text);
    for (const auto& quote : quotes[story.story.id]) {
      GoldQuote& read = story.quotes.emplace_back();
      read.content = read_spans(quote.at("content"), offsets);
      read.source = read_spans(quote.at("source"), offsets);
      read.heads = read_spans(quote.value("heads", nlohmann::json()), offsets);
      read.cue = read_spans(quote.at("cue"), offsets);
      read.core = quote.value("core", true);
    }
    locate(story);
  }
  return stories;
}

}  // namespace wirecut
