// Decides which day is "today" in a story, and which days its date expressions name.
#pragma once

#include <optional>
#include <vector>

#include "dates/dates.h"
#include "lexicon/lexicon.h"
#include "wirecut/story.h"

namespace wirecut {

// The day of the story, by falling certainty: `option` (the caller's), metadata, a full date in the dateline, a full
// date in the text, inference from what the story proves; absent where nothing proves it. Reads: text, metadata,
// structure, tokens, sentences.
std::optional<Published> resolve_published(const Story& story, const std::vector<DateExpression>& expressions,
                                           std::optional<std::chrono::year_month_day> option, const Lexicon& lexicon);

// One Date for each expression, in its order. Reads: published, text, tokens, sentences, pos_tags. Where no day is
// known, values stay partial: XXXX-05-01, XXXX-WXX-3.
std::vector<Date> resolve_dates(const Story& story, const std::vector<DateExpression>& expressions,
                                const Lexicon& lexicon);

}  // namespace wirecut
