// The features of the role model: of an item whatever the cue, of a cue for all items of one place, and of both.
#pragma once

#include <algorithm>
#include <cstdint>

#include "quotes/paragraph.h"
#include "quotes/templates.h"

namespace wirecut {

// A cue of the paragraph, items [first, end), and what the features use of it.
struct CueView {
  std::uint32_t first = 0;
  std::uint32_t end = 0;
  const ItemView* verb = nullptr;    // its head: the last verb, for "has said", "went on to say"
  const ItemView* before = nullptr;  // the items around it
  const ItemView* after = nullptr;
  std::uint64_t counts_before = 0, counts_behind = 0;  // ItemView::counts of items that lie between it and another
  bool opens_sentence = false;
};
CueView view_cue(const ParagraphView& paragraph, std::uint32_t first, std::uint32_t end);

// Where an item stands to a cue. Items of one place share the features of the cue.
struct CuePlace {
  std::uint8_t where = 0;  // 8 behind the cue, 0 before it; and the sentences between, -2 to 2, from 2
  std::uint8_t distance = 0;
  bool operator==(const CuePlace&) const = default;
  bool is_behind() const { return where >= 8; }
};
inline CuePlace place_at(const ParagraphView& paragraph, const CueView& cue, std::uint32_t at) {
  const bool behind = at >= cue.end;
  const int sentences = paragraph[at].sentence - paragraph[cue.first].sentence;
  return {static_cast<std::uint8_t>((behind ? 8 : 0) + std::clamp(sentences, -2, 2) + 2),
          distance_bucket(std::int64_t{at} - (behind ? cue.end - 1 : cue.first))};
}

// How many of each lie between an item and a cue, as ItemView::counts. A role window (role_window()) is too short for
// 128 of them on one side.
inline std::uint64_t count_between(const ItemView& item, const CueView& cue, bool behind) {
  constexpr std::uint64_t kMost = 4 * kCommaCount + 2 * kCueCount + 2 * kSourceCount + 3 * kUnitCount + 3 * kNameCount;
  constexpr std::uint64_t kEach = kCommaCount + kCueCount + kSourceCount + kUnitCount + kNameCount;
  const std::uint64_t between = behind ? item.counts - cue.counts_behind : cue.counts_before - item.counts_behind;
  const std::uint64_t above = ((between | kEach << 7) - (kMost + kEach)) & kEach << 7;  // a bit for each of too many
  const std::uint64_t bounded = above - (above >> 7);
  return (between & ~bounded) | (kMost & bounded);
}

// The features of an item whatever the cue: the rows for items before a cue; those for items behind it follow each.
template <class Sink>
void add_item_features(const ItemView* at, Sink& sink) {
  add_item<201>(pack(at[-2].pos(), at[-1].pos(), at->pos()), sink);
  add_item<202>(at[-1].word, sink);
  add_item<203>(at[1].word, sink);
  add_item<204>(pack(at[-1].name(), at->name(), at[1].name()), sink);
  add_item<205>(pack(at[-1].label, at->label, at[1].label), sink);
  add_item<206>(pack(at->label, at[1].label, at[2].label, at[3].label, at->pos()), sink);
  add_item<207>(class_value(at[-1]), sink);
  add_item<208>(class_value(at[1]), sink);
}

template <class Sink>
void add_cue_features(const CueView& cue, CuePlace place, Sink& sink) {
  add_role<301>(pack(place.where, place.distance), sink);
  add_role<305>(with(cue.verb->lemma, place.where), sink);
  add_role<311>(with(cue.after->word, place.distance), sink);
  add_role<312>(with(cue.before->word, place.distance), sink);
}

// The features of an item outside of the cue, given the cue.
template <class Sink>
[[gnu::always_inline]] inline void add_role_features(const ItemView* at, const CueView& cue, CuePlace place,
                                                     Sink& sink) {
  const bool behind = place.is_behind();
  const std::uint64_t between = count_between(*at, cue, behind);
  const auto count = [&](std::uint64_t one) { return between / one & 0xFF; };
  const std::uint64_t commas = count(kCommaCount), cues = count(kCueCount), sources = count(kSourceCount),
                      units = count(kUnitCount), names = count(kNameCount);
  const std::uint64_t pos = at->pos(), pos_before = at[-1].pos();
  add_role<302>(pack(place.where, at[-1].mark(), at->mark(), at[1].mark()), sink);
  add_role<303>(pack(place.where, pos_before, pos), sink);
  add_role<304>(pack(place.where, pos, at[1].pos()), sink);
  add_role<306>(pack(behind, cue.verb->cue(), pos_before, pos), sink);
  add_role<307>(pack(place.distance, pos), sink);
  add_role<308>(pack(place.where, at[-1].label, at->label, at[1].label, cues, sources), sink);
  add_role<309>(pack(behind, at->label, cues, sources, units), sink);
  add_role<310>(pack(behind, commas, pos), sink);
  add_role<313>(pack(place.where, cue.before->pos(), cue.verb->pos(), pos), sink);
  add_role<314>(pack(behind, at->name(), names), sink);
  add_role<315>(pack(place.where, cue.opens_sentence, at->label), sink);
  add_role<316>(pack(place.where, cue.before->mark(), cue.after->mark(), at->mark(), units), sink);
  add_role<317>(with(at->word, pack(place.where, at->mark(), units)), sink);
  add_role<318>(pack(behind, at->boundary, at[1].boundary, cues, commas), sink);
  add_role<319>(pack(behind, at[-1].boundary, at->label, cues, sources), sink);
  add_role<320>(with(class_value(*at), place.where), sink);
}

// The items that the role model looks at for a cue: its sentence, neighbours that hold a quotation, whole units beyond.
ItemRange role_window(const ParagraphView& paragraph, std::uint32_t cue_first, std::uint32_t cue_end);

}  // namespace wirecut
