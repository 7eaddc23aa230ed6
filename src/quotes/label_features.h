// The features of the label model. All of them are added for every item: thirty loads without a branch take less time
// than memories of the sums of some, which a third of the items missed (tests/bench/bench.sh, the stage "quotes").
#pragma once

#include <cstdint>

#include "quotes/paragraph.h"
#include "quotes/templates.h"

namespace wirecut {

// The templates add rows to a sink of rows.h; `at` is an item of a ParagraphView, read with its neighbours.
template <class Sink>
[[gnu::always_inline]] inline void add_label_features(const ItemView* at, Sink& sink) {
  const std::uint64_t pos = at->pos, mark = at->mark, own_class = class_value(*at);
  const Fields<2> tags_before = some_fields<2, 1>(at->tags), tags_behind = some_fields<2>(at->tags);
  const std::uint64_t left = distance_of(at->left), right = distance_of(at->right);
  add_label<1>(at[-1].word, sink);
  add_label<2>(at[1].word, sink);
  add_label<3>(at->lemma, sink);
  add_label<4>(at->suffix, sink);
  add_label<5>(pack(Fields<5>{at->shapes}), sink);
  add_label<6>(pack(tags_before), sink);
  add_label<7>(pack(tags_behind), sink);
  add_label<8>(pack(some_fields<3>(at->tags)), sink);
  add_label<9>(pack(some_fields<3, 1>(at->marks)), sink);
  add_label<10>(pack(Fields<5>{at->marks}), sink);
  add_label<11>(pack(Fields<3>{at->names}), sink);
  add_label<12>(pack(some_fields<3, 1>(at->cues)), sink);
  add_label<13>(pack(field(at->cues, 4), field(at->cues, 0), pos), sink);
  add_label<14>(pack(at->cue, pos, at[-1].pos), sink);
  add_label<15>(pack(left, pos), sink);
  add_label<16>(pack(left, right, mark), sink);
  add_label<17>(with(at->left_lemma, left), sink);
  add_label<18>(with(at->right_lemma, right), sink);
  add_label<19>(pack(distance_and_commas(at->left), pos), sink);
  add_label<20>(with(at->behind_left, left), sink);
  add_label<21>(pack(verbs_and_commas(at->left), tags_before), sink);
  add_label<22>(pack(verbs_and_commas(at->right), tags_behind), sink);
  add_label<23>(with(at->boundary_word, pack(at->boundary_verbs, pos)), sink);
  add_label<24>(pack(Fields<2>{at->units_around}, pos), sink);
  add_label<25>(pack(at->to_end, left, mark), sink);
  add_label<26>(own_class, sink);
  add_label<27>(class_value(at[-1]), sink);
  add_label<28>(class_value(at[1]), sink);
  add_label<29>(with(own_class, left), sink);
  add_label<30>(with(own_class, right), sink);
}

}  // namespace wirecut
