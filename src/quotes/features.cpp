// Templates after the linear models of PolNeAR's own baselines and of Citron (Newell et al. 2018): words, tags and
// shapes in a window, the state of the marks, and the distance to verbs of saying. Each template has a number, by which
// it multiplies its value: words that share a row in one template don't in the next. Combinations of small attributes
// are packed side by side, a word's hash has small ones added above its lower half.
//
// Templates that read the same few attributes form a group. Its key holds these attributes, so that the sum of the
// group's weights can be kept for the next item with the same ones.

#include "quotes/features.h"

#include <algorithm>

#include "quotes/group_key.h"
#include "quotes/rows.h"

namespace wirecut {
namespace {

// splitmix64; folded away, since a template's number is a constant.
constexpr std::uint64_t mix(std::uint64_t x) {
  x = (x * 0x9e3779b97f4a7c15ULL ^ x >> 30) * 0xbf58476d1ce4e5b9ULL;
  x = (x ^ x >> 27) * 0x94d049bb133111ebULL;
  return x ^ x >> 31;
}

template <unsigned kTemplate, unsigned kBits>
std::uint32_t row(std::uint64_t value) {
  constexpr std::uint64_t kFactor = mix(kTemplate) | 1;
  return static_cast<std::uint32_t>((value * kFactor) >> (64 - kBits));
}

// The templates of each model: numbers from 1, 201 and 301 on.
template <unsigned kTemplate, class Sink>
void add_label(std::uint64_t value, Sink& sink) {
  sink.add(row<kTemplate, kLabelBits>(value));
}
template <unsigned kTemplate, class Sink>
void add_item(std::uint64_t value, Sink& sink) {
  sink.add(row<kTemplate, kRoleBits - 1>(value) << 1);
}
template <unsigned kTemplate, class Sink>
void add_role(std::uint64_t value, Sink& sink) {
  sink.add(row<kTemplate, kRoleBits>(value) | 1U << kRoleBits);
}

// Attributes of seven bits side by side; never 0, which every template would send to the same row.
template <class... Parts>
constexpr std::uint64_t pack(Parts... parts) {
  std::uint64_t packed = 1;
  ((packed = packed << 7 | static_cast<std::uint64_t>(parts)), ...);
  return packed;
}
constexpr std::uint64_t with(std::uint64_t word, std::uint64_t packed) { return word + (packed << 32); }

ItemView with_tags(std::uint64_t tags) {
  ItemView view;
  view.tags = static_cast<std::uint16_t>(tags);
  return view;
}
ItemView with_surface(std::uint64_t surface) {
  ItemView view;
  view.surface = static_cast<std::uint16_t>(surface);
  return view;
}

// ---- groups of labels

struct TagGroup : GroupKey<1, 14, 14, 14> {
  static std::uint64_t key(const ItemView* at) { return of(at[-1].tags, at->tags, at[1].tags); }
  template <class Sink>
  static void expand(std::uint64_t key, Sink& f) {
    const Parts tags = parts(key);
    const ItemView m1 = with_tags(tags[0]), i0 = with_tags(tags[1]), p1 = with_tags(tags[2]);
    add_label<6>(pack(m1.pos(), i0.pos()), f);
    add_label<7>(pack(i0.pos(), p1.pos()), f);
    add_label<8>(pack(m1.pos(), i0.pos(), p1.pos()), f);
    add_label<12>(pack(m1.cue(), i0.cue(), p1.cue()), f);
    add_label<14>(pack(i0.cue(), i0.pos(), m1.pos()), f);
  }
};

struct SurfaceGroup : GroupKey<2, 15, 15, 15> {
  static std::uint64_t key(const ItemView* at) { return of(at[-1].surface, at->surface, at[1].surface); }
  template <class Sink>
  static void expand(std::uint64_t key, Sink& f) {
    const Parts surfaces = parts(key);
    const ItemView m1 = with_surface(surfaces[0]), i0 = with_surface(surfaces[1]), p1 = with_surface(surfaces[2]);
    add_label<5>(pack(m1.shape(), 0, i0.shape(), 0, p1.shape()), f);
    add_label<9>(pack(m1.mark(), i0.mark(), p1.mark()), f);
    add_label<11>(pack(m1.name(), i0.name(), p1.name()), f);
  }
};

// What stands two items away.
struct FarGroup : GroupKey<3, 3, 3, 3, 3, 3, 7, 7, 7> {
  static std::uint64_t key(const ItemView* at) {
    return of(at[-2].mark(), at[-1].mark(), at->mark(), at[1].mark(), at[2].mark(), at[-2].cue(), at[2].cue(),
              at->pos());
  }
  template <class Sink>
  static void expand(std::uint64_t key, Sink& f) {
    const auto [m2, m1, i0, p1, p2, cue_m2, cue_p2, pos] = parts(key);
    add_label<10>(pack(m2, m1, i0, p1, p2), f);
    add_label<13>(pack(cue_m2, cue_p2, pos), f);
  }
};

// The item's place behind the cue before it, and in front of the next.
struct LeftGroup : GroupKey<4, 15, 7, 7> {
  static std::uint64_t key(const ItemView* at) { return of(at->left, at[-1].pos(), at->pos()); }
  template <class Sink>
  static void expand(std::uint64_t key, Sink& f) {
    const auto [way, a1, b0] = parts(key);
    const auto left = static_cast<std::uint16_t>(way);
    add_label<15>(pack(distance_of(left), b0), f);
    add_label<19>(pack(distance_of(left), commas_of(left), b0), f);
    add_label<21>(pack(verbs_of(left), commas_of(left), a1, b0), f);
  }
};
struct RightGroup : GroupKey<5, 4, 4, 7, 7, 2, 2> {
  static std::uint64_t key(const ItemView* at) {
    return of(commas_of(at->right), verbs_of(at->right), at->pos(), at[1].pos(), at->units_around & 3U,
              at->units_around >> 2);
  }
  template <class Sink>
  static void expand(std::uint64_t key, Sink& f) {
    const auto [commas, verbs, b0, b1, units_here, units_of_sentence] = parts(key);
    add_label<22>(pack(verbs, commas, b0, b1), f);
    add_label<24>(pack(units_of_sentence, units_here, b0), f);
  }
};
struct DistanceGroup : GroupKey<6, 7, 7, 7, 3> {
  static std::uint64_t key(const ItemView* at) {
    return of(distance_of(at->left), distance_of(at->right), at->to_end, at->mark());
  }
  template <class Sink>
  static void expand(std::uint64_t key, Sink& f) {
    const auto [left, right, to_end, mark] = parts(key);
    add_label<16>(pack(left, right, mark), f);
    add_label<25>(pack(to_end, left, mark), f);
  }
};

// ---- groups of roles

// What lies between the item and the cue.
struct Between {
  std::uint64_t commas, units, names, cues, sources;
};

struct RoleTagGroup : GroupKey<7, 7, 7, 7, 4> {
  static std::uint64_t key(const ItemView* at, CuePlace place) {
    return of(at[-1].pos(), at->pos(), at[1].pos(), place.where);
  }
  template <class Sink>
  static void expand(std::uint64_t key, Sink& f) {
    const auto [a1, b0, c1, where] = parts(key);
    add_role<303>(pack(where, a1, b0), f);
    add_role<304>(pack(where, b0, c1), f);
  }
};

// The marks and labels around the item, and what stands around the cue and between the two.
struct RoleContextGroup : GroupKey<8, 3, 3, 3, 12, 4, 7, 4, 2, 2, 2> {
  static std::uint64_t key(const ItemView* at, const CueView& cue, CuePlace place, const Between& between) {
    return of(at[-1].mark(), at->mark(), at[1].mark(), at->labels, at[-1].boundary, cue.around, place.where,
              between.units, between.cues, between.sources);
  }
  template <class Sink>
  static void expand(std::uint64_t key, Sink& f) {
    const auto [m1, i0, p1, labels, boundary, around, where, units, cues, sources] = parts(key);
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

struct RoleClauseGroup : GroupKey<9, 7, 4, 4, 3, 2, 1> {
  static std::uint64_t key(const ItemView* at, CuePlace place, const Between& between) {
    return of(at->pos(), at->boundary, at[1].boundary, between.commas, between.cues, place.is_behind());
  }
  template <class Sink>
  static void expand(std::uint64_t key, Sink& f) {
    const auto [b0, boundary, next, commas, cues, side] = parts(key);
    add_role<310>(pack(side, commas, b0), f);
    add_role<318>(pack(side, boundary, next, cues, commas), f);
  }
};

}  // namespace

std::uint8_t transition_state(const ItemView* at) {
  if (at->is_unit) return 1;
  if (at[-1].ends_sentence) return 2;
  if (at[-1].is_unit) return 3;
  return at->mark() == static_cast<std::uint64_t>(MarkState::outside) ? 0 : 4;
}

template <class Sink>
void add_label_features(const ItemView* at, Sink& into) {
  Sink sink = into;  // a copy that nothing points to, so that its sums stay in registers
  sink.template add_group<TagGroup>(TagGroup::key(at));
  sink.template add_group<SurfaceGroup>(SurfaceGroup::key(at));
  sink.template add_group<FarGroup>(FarGroup::key(at));
  sink.template add_group<LeftGroup>(LeftGroup::key(at));
  sink.template add_group<RightGroup>(RightGroup::key(at));
  sink.template add_group<DistanceGroup>(DistanceGroup::key(at));
  add_label<1>(at[-1].word, sink);
  add_label<2>(at[1].word, sink);
  add_label<3>(at->lemma, sink);
  add_label<4>(at->suffix, sink);
  add_label<17>(with(at->left_lemma, distance_of(at->left)), sink);
  add_label<18>(with(at->right_lemma, distance_of(at->right)), sink);
  add_label<20>(with(at->behind_left, distance_of(at->left)), sink);
  add_label<23>(with(at->boundary_word, pack(at->boundary_verbs, at->pos())), sink);
  into = sink;
}

template <class Sink>
void add_item_features(const ItemView* at, Sink& into) {
  Sink sink = into;  // a copy that nothing points to, so that its sums stay in registers
  add_item<201>(pack(at[-2].pos(), at[-1].pos(), at->pos()), sink);
  add_item<202>(at[-1].word, sink);
  add_item<203>(at[1].word, sink);
  add_item<204>(pack(at[-1].name(), at->name(), at[1].name()), sink);
  add_item<205>(pack(at[-1].label, at->label, at[1].label), sink);
  add_item<206>(pack(at->label, at[1].label, at[2].label, at[3].label, at->pos()), sink);
  into = sink;
}

CueView view_cue(const ParagraphView& paragraph, std::uint32_t first, std::uint32_t end) {
  std::uint32_t head = first;
  for (std::uint32_t i = first; i < end; ++i)
    if (paragraph[i].is_verb || paragraph[i].is_cue_word()) head = i;
  const ItemView* at = paragraph.at(first);
  const ItemView &before = at[-1], &after = *paragraph.at(end);
  const unsigned opens = first == at->sentence_first ? 1 : 0;
  return {first,   end,    paragraph.at(head),
          &before, &after, static_cast<std::uint8_t>(before.mark() | after.mark() << 3 | opens << 6)};
}

template <class Sink>
void add_cue_features(const CueView& cue, CuePlace place, Sink& into) {
  Sink sink = into;  // a copy that nothing points to, so that its sums stay in registers
  add_role<301>(pack(place.where, place.distance), sink);
  add_role<305>(with(cue.verb->lemma, place.where), sink);
  add_role<311>(with(cue.after->word, place.distance), sink);
  add_role<312>(with(cue.before->word, place.distance), sink);
  into = sink;
}

template <class Sink>
void add_role_features(const ParagraphView& paragraph, const CueView& cue, CuePlace place, std::uint32_t at,
                       Sink& into) {
  Sink sink = into;
  const ItemView* item = paragraph.at(at);
  const bool behind = place.is_behind();
  const ItemView *from = behind ? paragraph.at(cue.end - 1) : item, *to = behind ? item : paragraph.at(cue.first);
  const Between between{few(grown(from->commas, to->commas), 4), few(grown(from->units, to->units), 3),
                        few(grown(from->names, to->names), 3), few(grown(from[1].cues, to->cues), 2),
                        few(grown(from[1].sources, to->sources), 2)};
  sink.template add_group<RoleTagGroup>(RoleTagGroup::key(item, place));
  sink.template add_group<RoleContextGroup>(RoleContextGroup::key(item, cue, place, between));
  sink.template add_group<RoleClauseGroup>(RoleClauseGroup::key(item, place, between));
  add_role<306>(pack(behind, cue.verb->cue(), item[-1].pos(), item->pos()), sink);
  add_role<307>(pack(place.distance, item->pos()), sink);
  add_role<313>(pack(place.where, cue.before->pos(), cue.verb->pos(), item->pos()), sink);
  add_role<314>(pack(behind, item->name(), between.names), sink);
  add_role<317>(with(item->word, pack(place.where, item->mark(), between.units)), sink);
  into = sink;
}

template void add_label_features(const ItemView*, FeatureList&);
template void add_label_features(const ItemView*, RowSum&);
template void add_item_features(const ItemView*, FeatureList&);
template void add_item_features(const ItemView*, PairedRowSum&);
template void add_cue_features(const CueView&, CuePlace, FeatureList&);
template void add_cue_features(const CueView&, CuePlace, RowSum&);
template void add_role_features(const ParagraphView&, const CueView&, CuePlace, std::uint32_t, FeatureList&);
template void add_role_features(const ParagraphView&, const CueView&, CuePlace, std::uint32_t, RowSum&);

ItemRange role_window(const ParagraphView& paragraph, std::uint32_t cue_first, std::uint32_t cue_end) {
  constexpr std::uint32_t kReach = 60;     // items on either side of a cue, at most
  constexpr std::uint32_t kPureUnits = 6;  // sentences that are one quotation, beyond these
  ItemRange range{cue_first, cue_end};
  // A neighbouring sentence matters where it holds a quotation.
  const auto has_unit = [&](const ItemView& at) {
    return at.has_unit_before_end() || paragraph[at.sentence_end - 1].is_unit;
  };
  const int sentence = paragraph[cue_first].sentence;
  const auto near = [&](std::uint32_t i) {
    const int far = std::abs(paragraph[i].sentence - sentence);
    return far == 0 || (far == 1 && has_unit(paragraph[i]));
  };
  while (range.first > 0 && cue_first - range.first < kReach && near(range.first - 1)) --range.first;
  while (range.end < paragraph.size() && range.end - cue_end < kReach && near(range.end)) ++range.end;
  const auto is_pure = [&](std::uint32_t i) { return paragraph[i].is_unit && paragraph[i].ends_sentence; };
  for (std::uint32_t n = 0; n < kPureUnits && range.end < paragraph.size() && is_pure(range.end); ++n) ++range.end;
  for (std::uint32_t n = 0; n < kPureUnits && range.first > 0 && is_pure(range.first - 1); ++n) --range.first;
  return range;
}

}  // namespace wirecut
