// Finds quotes, direct, mixed and indirect, each with its cue and the words that name its speaker; doesn't decide who
// "he" is (see resolve/speakers.h).
// Reads: text, structure, tokens, sentences, pos_tags, word_classes, names. Returns quotes by the start of their first
// span. Never fails: marks that never close are recovered from at the paragraph's end.
#pragma once

#include <memory>
#include <vector>

#include "lexicon/lexicon.h"
#include "quotes/model.h"
#include "wirecut/story.h"

namespace wirecut {

// A worker's memory, reused from story to story; not to be shared between threads.
struct QuoteScratch;
std::shared_ptr<QuoteScratch> make_quote_scratch();

std::vector<Quote> find_quotes(const Story& story, const Lexicon& lexicon, QuoteScratch& scratch);

// The same with a model other than the lexicon's: for its trainer.
std::vector<Quote> find_quotes(const Story& story, const Lexicon& lexicon, const QuoteModel& model,
                               QuoteScratch& scratch);

}  // namespace wirecut
