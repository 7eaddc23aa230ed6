// The features of the role model: of an item whatever the cue, of a cue for all items of one place, and of both. Groups
// of templates and their keys are those of label_features.h. What an item gives the keys is packed once for all cues of
// the paragraph, what a cue gives once for all items.
#pragma once

#include <algorithm>
#include <cstdint>

#include "quotes/group_key.h"
#include "quotes/paragraph.h"
#include "quotes/templates.h"

namespace wirecut {

// What the keys of groups take from an item and its neighbours; from set_labels() on.
struct RoleKeys {
  std::uint32_t tags = 0;     // parts of speech before, here and behind, packed
  std::uint32_t context = 0;  // 3 x 3 bits of marks, 12 of labels, 4 of the boundary before
  std::uint16_t clause = 0;   // 7 bits of the part of speech, 4 of the boundary, 4 of that behind
};
inline RoleKeys role_keys(const ItemView* at) {
  const auto boundary = [&](int i) { return static_cast<unsigned>(at[i].boundary); };
  const auto marks = static_cast<unsigned>(at[-1].mark() | at->mark() << 3 | at[1].mark() << 6);
  return {static_cast<std::uint32_t>(pack_behind(at[-1].pos(), at->pos(), at[1].pos())),
          marks | unsigned{at->labels} << 9 | boundary(-1) << 21,
          static_cast<std::uint16_t>(at->pos() | boundary(0) << 7 | boundary(1) << 11)};
}

// A cue of the paragraph, items [first, end), and what the features use of it.
struct CueView {
  std::uint32_t first = 0;
  std::uint32_t end = 0;
  const ItemView* verb = nullptr;    // its head: the last verb, for "has said", "went on to say"
  const ItemView* before = nullptr;  // the items around it
  const ItemView* after = nullptr;
  std::uint64_t counts_before = 0, counts_behind = 0;  // ItemView::counts of items that lie between it and another
  std::uint16_t tags = 0;                              // parts of speech of the item before and of the verb, packed
  std::uint8_t around = 0;  // 3 bits of the mark state before it, 3 of that behind it, 1: it opens its sentence
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

struct RoleTagGroup : GroupKey<7, 21, 4> {
  template <class Sink>
  static void expand(std::uint64_t key, Sink& f) {
    const auto [tags, where] = parts(key);
    add_role<303>(pack(where) << 14 | tags >> 7, f);
    add_role<304>(pack(where) << 14 | (tags & 0x3FFF), f);
  }
};

// The marks and labels around the item, and what stands around the cue and between the two.
struct RoleContextGroup : GroupKey<8, 3, 3, 3, 12, 4, 7, 4, 8, 8, 8> {
  static std::uint64_t key(const RoleKeys& item, const CueView& cue, CuePlace place, std::uint64_t between) {
    return packed(item.context | std::uint64_t{cue.around} << 25 | std::uint64_t{place.where} << 32 |
                  (between / kCueCount & 0xFFFFFF) << 36);
  }
  template <class Sink>
  static void expand(std::uint64_t key, Sink& f) {
    const auto [m1, i0, p1, labels, boundary, around, where, cues, sources, units] = parts(key);
    const std::uint64_t side = where >> 3, s1 = labels & 0xF, t0 = labels >> 4 & 0xF, t1 = labels >> 8;
    const std::uint64_t before = around & 7, after = around >> 3 & 7, opens = around >> 6;
    add_role<302>(pack(where, m1, i0, p1), f);
    add_role<308>(pack(where, s1, t0, t1, cues, sources), f);
    add_role<309>(pack(side, t0, cues, sources, units), f);
    add_role<315>(pack(where, opens, t0), f);
    add_role<316>(pack(where, before, after, i0, units), f);
    add_role<319>(pack(side, boundary, t0, cues, sources), f);
  }
};

struct RoleClauseGroup : GroupKey<9, 7, 4, 4, 8, 8, 1> {
  static std::uint64_t key(const RoleKeys& item, CuePlace place, std::uint64_t between) {
    return packed(item.clause | (between & 0xFFFF) << 15 | std::uint64_t{place.is_behind()} << 31);
  }
  template <class Sink>
  static void expand(std::uint64_t key, Sink& f) {
    const auto [b0, boundary, next, commas, cues, side] = parts(key);
    add_role<310>(pack(side, commas, b0), f);
    add_role<318>(pack(side, boundary, next, cues, commas), f);
  }
};

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
[[gnu::always_inline]] inline void add_role_features(const ItemView& item, const RoleKeys& keys, const CueView& cue,
                                                     CuePlace place, Sink& sink) {
  const bool behind = place.is_behind();
  const std::uint64_t between = count_between(item, cue, behind), pos = item.pos();
  sink.template add_group<RoleTagGroup>(RoleTagGroup::of(keys.tags, place.where));
  sink.template add_group<RoleContextGroup>(RoleContextGroup::key(keys, cue, place, between));
  sink.template add_group<RoleClauseGroup>(RoleClauseGroup::key(keys, place, between));
  add_role<306>(pack(behind, cue.verb->cue()) << 14 | keys.tags >> 7, sink);
  add_role<307>(pack(place.distance, pos), sink);
  add_role<313>(pack_behind(pack(place.where) << 14 | cue.tags, pos), sink);
  add_role<314>(pack(behind, item.name(), between / kNameCount), sink);
  add_role<317>(with(item.word, pack(place.where, item.mark(), between / kUnitCount & 0xFF)), sink);
  add_role<320>(with(class_value(item), place.where), sink);
}

// The items that the role model looks at for a cue: its sentence, neighbours that hold a quotation, whole units beyond.
ItemRange role_window(const ParagraphView& paragraph, std::uint32_t cue_first, std::uint32_t cue_end);

}  // namespace wirecut
