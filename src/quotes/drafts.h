// What the linker's two halves share: drafts and the items that they own.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>

#include "quotes/link.h"

namespace wirecut {

// Words of a quotation that is content whatever the models say; shorter ones are names, titles and scare quotes as
// often as not.
inline constexpr std::uint16_t kOrphanWords = 6;

inline std::span<const Item> items_of(const QuoteItems& items, const ItemRange& range) {
  return std::span(items.items).subspan(range.first, range.end - range.first);
}

// The first word of the draft's cue that is one of saying, "said" of "also said"; its first word where none is.
inline const Item& cue_word(const QuoteItems& items, const Draft& draft) {
  const auto cue = items_of(items, draft.cue);
  const auto at =
      std::find_if(cue.begin(), cue.end(), [](const Item& item) { return item.cue_class != CueClass::none; });
  return at == cue.end() ? cue.front() : *at;
}

inline void own(const ItemRange& range, std::int32_t draft, DraftScratch& scratch) {
  for (std::uint32_t i = range.first; i < range.end; ++i) scratch.owner[i] = draft;
}

inline bool is_free(const ItemRange& range, const DraftScratch& scratch) {
  for (std::uint32_t i = range.first; i < range.end; ++i)
    if (scratch.owner[i] >= 0) return false;
  return true;
}

inline void add_content(const ItemRange& range, std::uint32_t index, DraftScratch& scratch) {
  Draft& draft = scratch.drafts[index];
  const auto at = std::upper_bound(draft.contents.begin(), draft.contents.end(), range,
                                   [](const ItemRange& a, const ItemRange& b) { return a.first < b.first; });
  draft.contents.insert(at, range);
  own(range, static_cast<std::int32_t>(index), scratch);
}

inline std::uint32_t add_draft(Draft draft, DraftScratch& scratch) {
  const auto index = static_cast<std::uint32_t>(scratch.drafts.size());
  for (const ItemRange& range : draft.contents) own(range, static_cast<std::int32_t>(index), scratch);
  scratch.drafts.push_back(std::move(draft));
  return index;
}

inline const Token& first_token(const Story& story, const Item& item) { return story.tokens[item.first_token]; }

// "ROE"; the initial in "JOHN Q. ROE" as well.
inline bool is_in_capitals(const Token& token) {
  return token.has(kAllCaps) || (token.has(kCapitalized) && token.span.size() == (token.has(kAbbreviation) ? 2 : 1));
}

inline bool names_person(const QuoteItems& items, const ItemRange& range) {
  const auto in = items_of(items, range);
  return std::any_of(in.begin(), in.end(), [](const Item& item) { return item.is_in_name(EntityType::person); });
}

// The range without the full stop at its end.
inline ItemRange without_stop(const QuoteItems& items, ItemRange range) {
  if (!is_empty(range) && items.items[range.end - 1].boundary == Boundary::stop) --range.end;
  return range;
}

inline bool has_unit(const QuoteItems& items, const ItemRange& range, std::uint16_t words = 0) {
  const auto in = items_of(items, range);
  return std::any_of(in.begin(), in.end(),
                     [&](const Item& item) { return item.is_unit() && item.word_count >= words; });
}

}  // namespace wirecut
