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
  // Attributes of theirs, side by side as the templates want them.
  Fields<2> pos_before_and_own, marks_around;
  std::uint64_t own_cue = 0;
  std::uint64_t counts_before = 0, counts_behind = 0;  // ItemView::counts of items that lie between it and another
  int sentence = 0;
  bool opens_sentence = false;
};
CueView view_cue(const ParagraphView& paragraph, std::uint32_t first, std::uint32_t end);

// Where an item stands to a cue. Items of one place share the features of the cue.
struct CuePlace {
  std::uint8_t where = 0;  // 8 behind the cue, 0 before it; and the sentences between, -2 to 2, from 2
  std::uint8_t distance = 0;
  bool operator==(const CuePlace& other) const { return ((where ^ other.where) | (distance ^ other.distance)) == 0; }
  bool is_behind() const { return where >= 8; }
};
inline CuePlace place_at(const ParagraphView& paragraph, const CueView& cue, std::uint32_t at) {
  const bool behind = at >= cue.end;
  const int sentences = paragraph[at].sentence - cue.sentence;
  return {static_cast<std::uint8_t>((behind ? 8 : 0) + std::clamp(sentences, -2, 2) + 2),
          distance_bucket(std::int64_t{at} - (behind ? cue.end - 1 : cue.first))};
}

// The window of a cue: so many items on either side of it at most, and beyond them so many sentences that are one
// quotation.
inline constexpr std::uint32_t kRoleReach = 60, kPureUnits = 6;

// How many of each lie between an item of the window and the cue, as ItemView::counts.
inline std::uint64_t count_between(const ItemView& item, const CueView& cue, bool behind) {
  constexpr std::uint64_t kMost = 4 * kCommaCount + 2 * kCueCount + 2 * kSourceCount + 3 * kUnitCount + 3 * kNameCount;
  constexpr std::uint64_t kEach = kCommaCount + kCueCount + kSourceCount + kUnitCount + kNameCount;
  static_assert(kRoleReach + kPureUnits + 63 - 2 < 1U << kFieldBits);  // so that no sum below leaves its field
  const std::uint64_t between = behind ? item.counts - cue.counts_behind : cue.counts_before - item.counts_behind;
  const std::uint64_t above = (between + (63 * kEach - kMost)) & 64 * kEach;  // a bit for each of too many
  const std::uint64_t bounded = (above << 1) - (above >> (kFieldBits - 1));   // all bits of its field
  return (between & ~bounded) | (kMost & bounded);
}

// The features of an item whatever the cue: the rows for items before a cue; those for items behind it follow each.
template <class Sink>
void add_item_features(const ItemView* at, Sink& sink) {
  add_item<201>(pack(some_fields<3, 1>(at->tags)), sink);
  add_item<202>(at[-1].word, sink);
  add_item<203>(at[1].word, sink);
  add_item<204>(pack(Fields<3>{at->names}), sink);
  add_item<205>(pack(some_fields<3, 2>(at->labels)), sink);
  add_item<206>(pack(some_fields<4>(at->labels), at->pos), sink);
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
  const std::uint64_t behind = place.is_behind(), where = place.where, pos = at->pos, mark = at->mark;
  const std::uint64_t between = count_between(*at, cue, place.is_behind());
  const std::uint64_t units = field(between, 0), cues = field(between, 2), commas = field(between, 3),
                      names = field(between, 4);
  const Fields<2> cues_sources = some_fields<2, 1>(between);
  const Fields<3> cues_sources_units = some_fields<3>(between), labels = some_fields<3, 2>(at->labels);
  const Fields<2> tags_before = some_fields<2, 1>(at->tags), tags_behind = some_fields<2>(at->tags);
  add_role<302>(pack(where, some_fields<3, 1>(at->marks)), sink);
  add_role<303>(pack(where, tags_before), sink);
  add_role<304>(pack(where, tags_behind), sink);
  add_role<306>(pack(behind, cue.own_cue, tags_before), sink);
  add_role<307>(pack(place.distance, pos), sink);
  add_role<308>(pack(where, labels, cues_sources), sink);
  add_role<309>(pack(behind, at->label, cues_sources_units), sink);
  add_role<310>(pack(behind, commas, pos), sink);
  add_role<313>(pack(where, cue.pos_before_and_own, pos), sink);
  add_role<314>(pack(behind, at->name, names), sink);
  add_role<315>(pack(where, cue.opens_sentence, at->label), sink);
  add_role<316>(pack(where, cue.marks_around, mark, units), sink);
  add_role<317>(with(at->word, pack(where, mark, units)), sink);
  add_role<318>(pack(behind, at->boundary, at[1].boundary, cues, commas), sink);
  add_role<319>(pack(behind, at[-1].boundary, at->label, cues_sources), sink);
  add_role<320>(with(class_value(*at), place.where), sink);
}

// The items that the role model looks at for a cue: its sentence, neighbours that hold a quotation, whole units beyond.
ItemRange role_window(const ParagraphView& paragraph, std::uint32_t cue_first, std::uint32_t cue_end);

}  // namespace wirecut
