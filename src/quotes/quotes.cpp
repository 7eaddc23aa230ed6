// The story becomes items (tokens, and quoted stretches as wholes); the models find attributions paragraph by
// paragraph; rules link what crosses sentences and paragraphs. Quoted words are never dropped for want of a cue: nearly
// every quoted stretch of six words or more is content (PolNeAR: 98 %).

#include "quotes/quotes.h"

#include <algorithm>

#include "quotes/attributions.h"
#include "quotes/captions.h"
#include "quotes/closing.h"
#include "quotes/items.h"
#include "quotes/link.h"
#include "quotes/model.h"

namespace wirecut {

struct QuoteScratch {
  QuoteItems items;
  ParagraphScratch paragraph;
  DraftScratch drafts;
};

std::shared_ptr<QuoteScratch> make_quote_scratch() { return std::make_shared<QuoteScratch>(); }

std::vector<Quote> find_quotes(const Story& story, const Lexicon& lexicon, QuoteScratch& scratch) {
  return find_quotes(story, lexicon, QuoteModel(lexicon.blob.section("model/quotes")), scratch);
}

std::vector<Quote> find_quotes(const Story& story, const Lexicon& lexicon, const QuoteModel& model,
                               QuoteScratch& scratch) {
  QuoteItems& items = scratch.items;
  build_items(story, lexicon, items);
  scratch.drafts.drafts.clear();
  scratch.drafts.owner.assign(items.items.size(), -1);
  add_turns(story, lexicon, items, scratch.drafts);
  add_captioned(story, lexicon, items, scratch.drafts);
  for (std::uint32_t p = 0; p < items.paragraphs.size(); ++p) {
    if (!model.ready || !is_read(items, p)) continue;
    find_attributions(items.of_paragraph(p), lexicon, model, scratch.paragraph);
    drop_reporters(story, lexicon, items, p, scratch.paragraph.attributions);
    const std::size_t first_draft = scratch.drafts.drafts.size();
    accept_attributions(items, lexicon, p, scratch.paragraph.attributions, model.header.accept, scratch.drafts);
    add_closing_attributions(items, lexicon, p, first_draft, scratch.drafts);
  }
  adopt_orphans(story, items, scratch.drafts);
  add_headline_source(story, lexicon, items, scratch.drafts);
  find_relays(story, lexicon, items, scratch.drafts);
  return write_quotes(story, lexicon, items, scratch.drafts);
}

}  // namespace wirecut
