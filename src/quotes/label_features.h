// The features of the label model. Templates that read the same few attributes form a group. Its key holds these
// attributes, so that the sum of the group's weights can be kept for the next item with the same ones.
#pragma once

#include <cstdint>

#include "quotes/group_key.h"
#include "quotes/paragraph.h"
#include "quotes/templates.h"

namespace wirecut {

inline ItemView with_tags(std::uint64_t tags) {
  ItemView view;
  view.tags = static_cast<std::uint16_t>(tags);
  return view;
}
inline ItemView with_surface(std::uint64_t surface) {
  ItemView view;
  view.surface = static_cast<std::uint16_t>(surface);
  return view;
}

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

// The templates add rows to a sink of rows.h; `at` is an item of a ParagraphView, read with its neighbours.
template <class Sink>
[[gnu::always_inline]] inline void add_label_features(const ItemView* at, Sink& sink) {
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
  add_label<26>(class_value(*at), sink);
  add_label<27>(class_value(at[-1]), sink);
  add_label<28>(class_value(at[1]), sink);
  add_label<29>(with(class_value(*at), distance_of(at->left)), sink);
  add_label<30>(with(class_value(*at), distance_of(at->right)), sink);
}

}  // namespace wirecut
