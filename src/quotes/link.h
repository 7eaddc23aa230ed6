// From attributions of single paragraphs to the quotes of a story: which of them stand, what becomes of quoted
// stretches that no cue claimed, and what the marks and the words around a cue say of type and relay.
#pragma once

#include <vector>

#include "quotes/attributions.h"
#include "quotes/items.h"
#include "wirecut/story.h"

namespace wirecut {

// The log-odds of what the models didn't find and a rule did (PolNeAR dev): nine of ten are right, of quotations
// without any speaker half.
inline constexpr float kRuleScore = 2.2F, kUnclaimedScore = 0;

// A quote while it is being put together: items are counted over the whole story here.
struct Draft {
  std::vector<ItemRange> contents;   // in order, not overlapping
  ItemRange source{}, cue{}, via{};  // empty: none
  std::uint32_t paragraph = 0;
  float score = kRuleScore;  // log-odds that it is right
  bool is_turn = false;      // of an interview or transcript: direct, marks or not
};

struct DraftScratch {
  std::vector<Draft> drafts;
  std::vector<std::int32_t> owner;          // of each item of the story: the draft whose content it is, or -1
  std::vector<std::uint32_t> order;         // of attributions, of cues, of drafts: each step fills it anew
  std::vector<std::uint32_t> order_before;  // of the drafts of the paragraph before, by their cues
  std::vector<float> scores;                // of the attributions of a paragraph
};

// Adds a draft for each attribution of a paragraph that scores above `accept`, or quotes at length, best first, none
// over the words of a better one; not for what the models take for one and isn't ("Roe saw the crash").
void accept_attributions(const QuoteItems& items, const Lexicon& lexicon, std::uint32_t paragraph,
                         const std::vector<Attribution>& attributions, float accept, DraftScratch& scratch);

// `ROE: We don't know.` Paragraphs that open with a speaker's label, in a story that has several of them.
void add_turns(const Story& story, const Lexicon& lexicon, const QuoteItems& items, DraftScratch& scratch);

// Quoted stretches that nobody owns: the rest of a quotation that runs over paragraphs, a sentence behind `she said.`,
// a dash attribution, a paragraph behind a colon.
void adopt_orphans(const Story& story, const QuoteItems& items, DraftScratch& scratch);

// `Output to fall: sources`, `“We will not leave” – envoy`: a headline that ends with who says it.
void add_headline_source(const Story& story, const Lexicon& lexicon, const QuoteItems& items, DraftScratch& scratch);

// `Lavrov said the talks had failed, TASS reported.`: drops what an outlet reports where that holds an attribution of
// its own.
void drop_reporters(const Story& story, const Lexicon& lexicon, const QuoteItems& items, std::uint32_t paragraph,
                    std::vector<Attribution>& attributions);

// `TASS quoted Lavrov as saying`, `Lavrov told Reuters`: who relayed it.
void find_relays(const Story& story, const Lexicon& lexicon, const QuoteItems& items, DraftScratch& scratch);

// The drafts as quotes, by the start of their content.
std::vector<Quote> write_quotes(const Story& story, const Lexicon& lexicon, const QuoteItems& items,
                                const DraftScratch& scratch);

}  // namespace wirecut
