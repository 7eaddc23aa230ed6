// Runs the models over one paragraph: labels, then the roles of each cue, then a judgement of each attribution.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "lexicon/lexicon.h"
#include "quotes/chain.h"
#include "quotes/model.h"
#include "quotes/role_features.h"
#include "quotes/rows.h"

namespace wirecut {

// One cue with its source and its content, as items of its paragraph.
struct Attribution {
  static constexpr std::size_t kMostContents = 6;
  ItemRange cue;
  ItemRange source;             // empty: none
  bool source_by_rule = false;  // see find_source_by_rule()
  bool is_finished = false;     // see finish_clause()
  bool is_settled = false;      // see read_split_quotation()
  std::array<ItemRange, kMostContents> contents{};
  std::size_t content_count = 0;
  std::int32_t cue_margin = 0;  // max-marginals: how sure the models are of each decision
  std::int32_t source_margin = 0;
  std::int32_t content_margin = 0;  // of its least sure border
  float score = 0;                  // the judge's log-odds that it is right

  bool has_source() const { return source.first < source.end; }
  void drop_content(std::size_t index) {
    const auto at = contents.begin() + static_cast<std::ptrdiff_t>(index);
    std::copy(at + 1, contents.begin() + static_cast<std::ptrdiff_t>(content_count), at);
    --content_count;
  }
};

// What the role model knows of an item whatever the cue: the sums of weights for one before a cue and behind it.
struct RoleItem {
  Lanes before, behind;
};

// A worker's memory for a paragraph.
struct ParagraphScratch {
  ParagraphView view;
  Lattice label_lattice, role_lattice;
  std::vector<RoleItem> role_items;          // one an item, read when the first cue's window reaches it
  std::vector<std::uint8_t> role_item_read;  // is it?
  std::vector<Attribution> attributions;
};

// Do the models read the paragraph? Prose in which something may attribute.
bool is_read(const QuoteItems& items, std::size_t paragraph);

// Fills the view and the labels of the items of a paragraph.
void label_paragraph(std::span<const Item> items, const ChainModel& model, ParagraphScratch& scratch);

// The cues of the best labelling, and other words that come within `extra_margin` of being one. In a paragraph without
// marks only those with a cue word: linking would turn down the others.
void propose_cues(std::span<const Item> items, std::int32_t extra_margin, ParagraphScratch& scratch);

// The labels that an item may have in either model, a bit a label: a quotation is content or nothing.
inline unsigned allowed_labels(bool is_unit) { return is_unit ? 1U | 1U << 5 | 1U << 6 : 0x7FU; }
inline unsigned allowed_roles(bool is_unit) { return is_unit ? 1U | 1U << 3 | 1U << 4 : 0x1FU; }

// Finds source and content of one proposed cue.
void find_roles(const ChainModel& model, Attribution& attribution, ParagraphScratch& scratch);

// What the judge looks at. Buckets are below kJudgeBuckets.
void add_judge_features(std::span<const Item> items, const Attribution& attribution, const ParagraphScratch& scratch,
                        FeatureList& features);

// All of it: scratch.attributions in order of their cues, each with its score; those without content are dropped.
void find_attributions(std::span<const Item> items, const Lexicon& lexicon, const QuoteModel& model,
                       ParagraphScratch& scratch);

}  // namespace wirecut
