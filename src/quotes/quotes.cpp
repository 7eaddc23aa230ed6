#include "quotes/quotes.h"

namespace wirecut {

struct QuoteScratch {};

std::shared_ptr<QuoteScratch> make_quote_scratch() { return std::make_shared<QuoteScratch>(); }

std::vector<Quote> find_quotes(const Story&, const Lexicon&, QuoteScratch&) { return {}; }

}  // namespace wirecut
