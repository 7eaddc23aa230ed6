// Runs the models over one paragraph: labels, then the roles of each cue, then a judgement of each attribution.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "quotes/chain.h"
#include "quotes/features.h"
#include "quotes/model.h"

namespace wirecut {

// One cue with its source and its content, as items of its paragraph.
struct Attribution {
  static constexpr std::size_t kMostContents = 6;
  ItemRange cue;
  ItemRange source;  // empty: none
  std::array<ItemRange, kMostContents> contents{};
  std::size_t content_count = 0;
  std::int32_t cue_margin = 0;      // max-marginals: how sure the models are of each decision
  std::int32_t source_margin = 0;
  std::int32_t content_margin = 0;  // of its least sure border
  float score = 0;                  // the judge's log-odds that it is right

  bool has_source() const { return source.first < source.end; }
};

// A worker's memory for a paragraph.
struct ParagraphScratch {
  std::vector<ItemContext> context;
  Lattice label_lattice, role_lattice;
  std::vector<Label> labels;
  std::vector<std::uint16_t> sources_before, cues_before;  // running counts over `labels`
  std::vector<Attribution> attributions;
};

// Fills context, labels and counts for the items of a paragraph.
void label_paragraph(std::span<const Item> items, const ChainModel& model, ParagraphScratch& scratch);

// The cues of the best labelling, and other words that come within `extra_margin` of being one.
void propose_cues(std::span<const Item> items, std::int32_t extra_margin, ParagraphScratch& scratch);

// Finds source and content of one proposed cue.
void find_roles(std::span<const Item> items, const ChainModel& model, Attribution& attribution, ParagraphScratch& scratch);

// What the judge looks at. Buckets are below kJudgeBuckets.
void add_judge_features(std::span<const Item> items, const Attribution& attribution, const ParagraphScratch& scratch,
                        FeatureList& features);

// All of it: scratch.attributions in order of their cues, each with its score; those without content are dropped.
void find_attributions(std::span<const Item> items, const QuoteModel& model, ParagraphScratch& scratch);

}  // namespace wirecut
